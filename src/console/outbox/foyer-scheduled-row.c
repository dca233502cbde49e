/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-scheduled-row.c - a message or a publication that lies at the server and waits: for its time, or for a person */

#include "foyer-scheduled-row.h"

#include "foyer-field-words.h"
#include "foyer-message-line.h"

#include "foyer-json.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/portal_settings.h"
#include "types/settings_version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_SNIPPET 80

struct _FoyerScheduledRow {
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerScheduledRow, foyer_scheduled_row, ADW_TYPE_ACTION_ROW)

static gboolean
is_message (FoyerRecord *record)
{
  return foyer_record_get_record_type (record) == &foyer_message_type;
}

static char *
find_partner (FoyerStore *store, FoyerRecord *message)
{
  g_autoptr (FoyerRecord) conversation
      = foyer_store_get (store, &foyer_conversation_type, foyer_message_get_conversation_id (message));
  g_autoptr (FoyerRecord) client
      = conversation == NULL
            ? NULL
            : foyer_store_get (store, &foyer_client_type, foyer_conversation_get_client_id (conversation));

  return g_strdup (client == NULL ? "" : foyer_client_get_name (client));
}

/* Returns: (transfer full) (element-type utf8): the names of its settings */
static GList *
list_settings (JsonNode *patch)
{
  return patch != NULL && JSON_NODE_HOLDS_OBJECT (patch)
             ? json_object_get_members (json_node_get_object (patch))
             : NULL;
}

char *
foyer_scheduled_subject (FoyerStore *store, FoyerRecord *record)
{
  g_autoptr (JsonNode) patch = NULL;
  g_autoptr (GList) settings = NULL;
  guint n;

  if (is_message (record))
    return find_partner (store, record);
  patch = foyer_settings_version_get_patch (record);
  settings = list_settings (patch);
  n = g_list_length (settings);
  return g_strdup_printf (ngettext ("%u setting", "%u settings", n), n);
}

/* What it is for, or which settings it changes. */
static char *
describe_publication (FoyerRecord *version)
{
  const char *note = foyer_settings_version_get_note (version);
  g_autoptr (JsonNode) patch = NULL;
  g_autoptr (GList) settings = NULL;
  g_autoptr (GString) words = NULL;

  if (note != NULL && *note != '\0')
    return g_strdup (note);
  patch = foyer_settings_version_get_patch (version);
  settings = g_list_sort (list_settings (patch), (GCompareFunc) strcmp);
  words = g_string_new (NULL);
  for (GList *link = settings; link != NULL; link = link->next) {
    g_autofree char *label = foyer_field_label (&foyer_portal_settings_type, link->data);

    /* Translators: between the entries of a list such as “visits, bookings”. */
    g_string_append_printf (words, "%s%s", words->len == 0 ? "" : _ (", "), label);
  }
  return g_strdup (words->str);
}

static char *
make_snippet (const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\r\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= LONGEST_SNIPPET)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, LONGEST_SNIPPET);
  return g_strconcat (g_strchomp (head), "…", NULL);
}

static char *
publication_text (FoyerRecord *version, FoyerOfficeTime *time, gint64 now)
{
  g_autofree char *moment
      = foyer_office_time_moment_text (time, foyer_settings_version_get_publish_at (version), now);
  g_autofree char *words = describe_publication (version);
  g_autofree char *snippet = make_snippet (words);
  /* Translators: a moment */
  g_autofree char *when = g_strdup_printf (_ ("Goes live %s, from the server"), moment);

  return g_strdup_printf ("%s · %s", when, snippet);
}

char *
foyer_scheduled_text (FoyerRecord *record, FoyerOfficeTime *time, gint64 now)
{
  g_autofree char *moment = NULL;
  g_autofree char *words = NULL;
  g_autofree char *snippet = NULL;
  g_autofree char *when = NULL;

  if (!is_message (record))
    return publication_text (record, time, now);
  moment = foyer_office_time_moment_text (time, foyer_message_get_send_at (record), now);
  words = foyer_message_words (record);
  snippet = make_snippet (words);
  /* Translators: a moment */
  when = g_strdup_printf (_ ("Leaves %s, from the server"), moment);
  if (foyer_message_get_cancel_on_reply (record))
    /* Translators: when it leaves, and the beginning of its words */
    return g_strdup_printf (_ ("%s · not if they write first · %s"), when, snippet);
  return g_strdup_printf ("%s · %s", when, snippet);
}

gboolean
foyer_scheduled_has_failed (FoyerRecord *record)
{
  return !is_message (record) && foyer_settings_version_get_status (record) == FOYER_SETTINGS_VERSION_FAILED;
}

/* "Booking lead hours: 2, on the server: 5" */
static char *
compare_setting (FoyerDesk *desk, JsonObject *present, const char *key, JsonNode *wanted)
{
  FoyerStore *store = foyer_desk_get_store (desk);
  FoyerOfficeTime *time = foyer_desk_get_time (desk);
  gint64 now = foyer_desk_now (desk);
  JsonNode *stands = present == NULL ? NULL : json_object_get_member (present, key);
  g_autofree char *label = foyer_field_label (&foyer_portal_settings_type, key);
  g_autofree char *mine = foyer_field_value_text (store, time, now, &foyer_portal_settings_type, key, wanted);
  g_autofree char *theirs
      = foyer_field_value_text (store, time, now, &foyer_portal_settings_type, key, stands);

  /* Translators: which setting, what it was to become, what it is: "Lead hours: 2, on the server: 5" */
  return g_strdup_printf (_ ("%s: %s, on the server: %s"), label, mine, theirs);
}

/* Why it was not published, and both values of each setting. */
static char *
failure_text (FoyerDesk *desk, FoyerRecord *version)
{
  const char *reason = foyer_settings_version_get_failure (version);
  g_autofree char *moment = foyer_office_time_moment_text (foyer_desk_get_time (desk),
                                                           foyer_settings_version_get_publish_at (version),
                                                           foyer_desk_now (desk));
  g_autoptr (FoyerRecord) settings
      = foyer_store_get_singleton (foyer_desk_get_store (desk), &foyer_portal_settings_type);
  g_autoptr (JsonObject) present = settings == NULL ? NULL : foyer_record_to_json (settings);
  g_autoptr (JsonNode) patch = foyer_settings_version_get_patch (version);
  g_autoptr (GList) keys = g_list_sort (list_settings (patch), (GCompareFunc) strcmp);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: when, why */
  g_string_append_printf (text, _ ("Not published %s. %s"), moment,
                          reason == NULL ? _ ("The server could not do it.") : reason);
  for (GList *link = keys; link != NULL; link = link->next) {
    g_autofree char *line
        = compare_setting (desk, present, link->data,
                           json_object_get_member (json_node_get_object (patch), link->data));

    g_string_append_printf (text, "\n%s", line);
  }
  return g_strdup (text->str);
}

static void
foyer_scheduled_row_class_init (FoyerScheduledRowClass *klass)
{
}

static void
foyer_scheduled_row_init (FoyerScheduledRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

static void
add_button (FoyerScheduledRow *self, const char *label, char *name, const char *action, const char *id)
{
  g_autofree char *spoken = name;
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

GtkWidget *
foyer_scheduled_row_new (FoyerDesk *desk, FoyerRecord *record)
{
  FoyerScheduledRow *self = g_object_new (FOYER_TYPE_SCHEDULED_ROW, NULL);
  const char *id = foyer_record_get_id (record);
  g_autofree char *subject = foyer_scheduled_subject (foyer_desk_get_store (desk), record);
  /* Translators: to whom; which: "Publish 3 settings" */
  g_autofree char *title
      = g_strdup_printf (is_message (record) ? _ ("Message to %s") : _ ("Publish %s"), subject);
  gboolean failed = foyer_scheduled_has_failed (record);
  g_autofree char *text
      = failed ? failure_text (desk, record)
               : foyer_scheduled_text (record, foyer_desk_get_time (desk), foyer_desk_now (desk));

  adw_action_row_add_prefix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name (failed ? "dialog-warning-symbolic"
                                                                  : "alarm-symbolic"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  if (is_message (record)) {
    add_button (self, _ ("_Edit"), g_strdup_printf (_ ("Edit: %s"), title), "outbox.edit-message", id);
    add_button (self, _ ("_Cancel"), g_strdup_printf (_ ("Cancel: %s"), title), "outbox.cancel-message", id);
  } else if (failed) {
    add_button (self, _ ("Try _Again"), g_strdup_printf (_ ("Try again: %s"), title),
                "outbox.retry-publication", id);
    add_button (self, _ ("_Let It Go"), g_strdup_printf (_ ("Let it go: %s"), title),
                "outbox.drop-publication", id);
  } else {
    add_button (self, _ ("_Cancel"), g_strdup_printf (_ ("Cancel: %s"), title), "outbox.cancel-publication",
                id);
  }
  return GTK_WIDGET (self);
}
