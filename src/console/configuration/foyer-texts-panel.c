/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-texts-panel.c - how text messages are doing, above the rows that turn them on */

#include "foyer-texts-panel.h"

#include "foyer-office-time.h"
#include "foyer-settings-draft.h"

#include "foyer-json.h"
#include "types/delivery.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

#define WEEK (7 * G_GINT64_CONSTANT (86400))

/* Which went out. */
typedef struct {
  gint64 last; /* 0: none ever */
  gint64 n_week;
} Sent;

struct _FoyerTextsPanel {
  FoyerSettingPanel parent_instance;

  AdwActionRow *number;
  AdwActionRow *sent;
  AdwActionRow *twice; /* seen while two texts tell of one drive */

  GCancellable *cancellable; /* (nullable): %NULL before it has started and after it has stopped */
};

G_DEFINE_FINAL_TYPE (FoyerTextsPanel, foyer_texts_panel, FOYER_TYPE_SETTING_PANEL)

static FoyerDesk *
get_desk (FoyerTextsPanel *self)
{
  return foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));
}

/* --- The number --- */

static const char *
describe_number (FoyerRecord *organisation)
{
  switch (organisation == NULL ? FOYER_ORGANISATION_TEXTS_NONE
                               : foyer_organisation_get_texts (organisation)) {
  case FOYER_ORGANISATION_TEXTS_FAILING:
    return _ ("It is connected, and texts do not go out");
  case FOYER_ORGANISATION_TEXTS_CONNECTED:
    return _ ("It is connected");
  case FOYER_ORGANISATION_TEXTS_NONE:
  default:
    return _ ("None is connected yet. What you choose below is kept until one is.");
  }
}

/* --- What was sent --- */

static gpointer
read_in_worker (FoyerRecordSource *source, gpointer data, GError **error)
{
  gint64 now = *(gint64 *) data;
  g_autoptr (FoyerQuery) last = foyer_query_new (&foyer_delivery_type);
  g_autoptr (FoyerQuery) week = foyer_query_new (&foyer_delivery_type);
  g_autoptr (GPtrArray) found = NULL;
  Sent *sent;

  foyer_query_where_number (last, "channel", FOYER_COMPARE_EQUAL, FOYER_DELIVERY_SMS);
  foyer_query_where_number (last, "sentAt", FOYER_COMPARE_AT_LEAST, 1);
  foyer_query_order (last, "sentAt", TRUE);
  foyer_query_limit (last, 1);
  found = foyer_record_source_list (source, last, error);
  if (found == NULL)
    return NULL;
  foyer_query_where_number (week, "channel", FOYER_COMPARE_EQUAL, FOYER_DELIVERY_SMS);
  foyer_query_where_number (week, "sentAt", FOYER_COMPARE_AT_LEAST, now - WEEK);
  sent = g_new0 (Sent, 1);
  sent->last = found->len == 0 ? 0 : foyer_delivery_get_sent_at (found->pdata[0]);
  sent->n_week = MAX (foyer_record_source_count (source, week, NULL), 0);
  return sent;
}

static void
show_sent (FoyerTextsPanel *self, const Sent *sent)
{
  FoyerDesk *desk = get_desk (self);
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  if (sent->last == 0) {
    adw_action_row_set_subtitle (self->sent, _ ("None was ever sent"));
    return;
  }
  when = foyer_office_time_moment_text (foyer_desk_get_time (desk), sent->last, foyer_desk_now (desk));
  /* Translators: when the last text went out, and how many lately: "Last: today, 9 AM · 3 in the last 7 days" */
  words = g_strdup_printf (ngettext ("Last: %s · %u in the last 7 days", "Last: %s · %u in the last 7 days",
                                     (guint) sent->n_week),
                           when, (guint) sent->n_week);
  adw_action_row_set_subtitle (self->sent, words);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerTextsPanel) self = user_data;
  g_autofree Sent *sent = foyer_store_read_finish (FOYER_STORE (source), result, NULL);

  if (sent != NULL && self->cancellable != NULL && !g_cancellable_is_cancelled (self->cancellable))
    show_sent (self, sent);
}

/* --- What the chosen ones mean together --- */

static void
show_draft (FoyerTextsPanel *self)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (get_desk (self));
  FoyerRecord *published = foyer_settings_draft_get_published (draft);
  g_autoptr (FoyerRecord) drafted = published == NULL ? NULL : foyer_settings_draft_apply (draft, published);

  gtk_widget_set_visible (GTK_WIDGET (self->twice), drafted != NULL
                                                        && foyer_portal_settings_get_sms_dispatched (drafted)
                                                        && foyer_portal_settings_get_sms_en_route (drafted));
}

/* --- The object --- */

static void
foyer_texts_panel_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  FoyerTextsPanel *self = FOYER_TEXTS_PANEL (panel);
  g_autoptr (FoyerRecord) organisation
      = foyer_store_get_singleton (foyer_desk_get_store (desk), &foyer_organisation_type);
  gint64 now = foyer_desk_now (desk);

  self->cancellable = g_cancellable_new ();
  adw_action_row_set_subtitle (self->number, describe_number (organisation));
  foyer_store_read_async (foyer_desk_get_store (desk), read_in_worker, g_memdup2 (&now, sizeof now), g_free,
                          g_free, self->cancellable, on_read, g_object_ref (self));
  g_signal_connect_object (foyer_desk_get_draft (desk), "changed", G_CALLBACK (show_draft), self,
                           G_CONNECT_SWAPPED);
  show_draft (self);
}

static void
foyer_texts_panel_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  FoyerTextsPanel *self = FOYER_TEXTS_PANEL (panel);

  g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (desk), self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
foyer_texts_panel_class_init (FoyerTextsPanelClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  panel_class->start = foyer_texts_panel_start;
  panel_class->stop = foyer_texts_panel_stop;
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return ADW_ACTION_ROW (row);
}

/* There is nothing behind it until a provider is connected. It says so, and can be read: the row is as clear as others. */
static void
add_test (AdwPreferencesGroup *group)
{
  AdwActionRow *row = add_row (group, _ ("A test"), _ ("It can be sent once a phone number is connected"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Send to Me"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, FALSE);
  adw_action_row_add_suffix (row, button);
}

static void
foyer_texts_panel_init (FoyerTextsPanel *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("How texts are doing"));
  self->number = add_row (group, _ ("Phone number"), "");
  self->sent = add_row (group, _ ("Sent"), _ ("Being counted"));
  add_test (group);
  self->twice = add_row (group, _ ("Two texts for one drive"),
                         _ ("Clients are told when somebody is dispatched, and again when they start "
                            "driving. One of the two is enough for most."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}
