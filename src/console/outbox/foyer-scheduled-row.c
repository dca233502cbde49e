/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-scheduled-row.c - a message that lies at the server and waits for its time */

#include "foyer-scheduled-row.h"

#include "foyer-message-line.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/message.h"

#include <glib/gi18n-lib.h>

#define LONGEST_SNIPPET 80

struct _FoyerScheduledRow {
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerScheduledRow, foyer_scheduled_row, ADW_TYPE_ACTION_ROW)

char *
foyer_scheduled_partner (FoyerStore *store, FoyerRecord *message)
{
  g_autoptr (FoyerRecord) conversation
      = foyer_store_get (store, &foyer_conversation_type, foyer_message_get_conversation_id (message));
  g_autoptr (FoyerRecord) client
      = conversation == NULL
            ? NULL
            : foyer_store_get (store, &foyer_client_type, foyer_conversation_get_client_id (conversation));

  return g_strdup (client == NULL ? "" : foyer_client_get_name (client));
}

static char *
make_snippet (FoyerRecord *message)
{
  g_autofree char *line = g_strdelimit (foyer_message_words (message), "\n\r\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= LONGEST_SNIPPET)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, LONGEST_SNIPPET);
  return g_strconcat (g_strchomp (head), "…", NULL);
}

char *
foyer_scheduled_text (FoyerRecord *message, FoyerOfficeTime *time, gint64 now)
{
  g_autofree char *moment = foyer_office_time_moment_text (time, foyer_message_get_send_at (message), now);
  g_autofree char *snippet = make_snippet (message);
  /* Translators: a moment */
  g_autofree char *when = g_strdup_printf (_ ("Leaves %s, from the server"), moment);

  if (foyer_message_get_cancel_on_reply (message))
    /* Translators: when it leaves, and the beginning of its words */
    return g_strdup_printf (_ ("%s · not if they write first · %s"), when, snippet);
  return g_strdup_printf ("%s · %s", when, snippet);
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
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("alarm-symbolic"));
}

static void
add_button (FoyerScheduledRow *self,
            const char *label,
            const char *name,
            const char *action,
            const char *message_id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", message_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

GtkWidget *
foyer_scheduled_row_new (FoyerDesk *desk, FoyerRecord *message)
{
  FoyerScheduledRow *self = g_object_new (FOYER_TYPE_SCHEDULED_ROW, NULL);
  const char *id = foyer_record_get_id (message);
  g_autofree char *partner = foyer_scheduled_partner (foyer_desk_get_store (desk), message);
  /* Translators: to whom */
  g_autofree char *title = g_strdup_printf (_ ("Message to %s"), partner);
  g_autofree char *text = foyer_scheduled_text (message, foyer_desk_get_time (desk), foyer_desk_now (desk));
  g_autofree char *edit = g_strdup_printf (_ ("Edit: %s"), title);
  g_autofree char *cancel = g_strdup_printf (_ ("Cancel: %s"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  add_button (self, _ ("_Edit"), edit, "outbox.edit-message", id);
  add_button (self, _ ("_Cancel"), cancel, "outbox.cancel-message", id);
  return GTK_WIDGET (self);
}
