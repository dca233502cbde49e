/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-proposals-panel.c - settings that were submitted for publishing */

#include "foyer-proposals-panel.h"

#include "foyer-act-submit.h"
#include "foyer-beside.h"
#include "foyer-change-row.h"
#include "foyer-error-text.h"
#include "foyer-field-words.h"
#include "foyer-row-words.h"
#include "foyer-settings-draft.h"

#include "foyer-json.h"
#include "types/settings_proposal.h"

#include <glib/gi18n-lib.h>

/* What is shown at once; the rest comes when these are answered. */
#define MOST 20

struct _FoyerProposalsPanel {
  FoyerSettingPanel parent_instance;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FoyerProposalsPanel, foyer_proposals_panel, FOYER_TYPE_SETTING_PANEL)

static FoyerDesk *
get_desk (FoyerProposalsPanel *self)
{
  return foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));
}

/* --- Answering --- */

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerProposalsPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *sentence = error == NULL ? NULL : foyer_error_describe (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (act != NULL)
    foyer_setting_panel_report_act (FOYER_SETTING_PANEL (self), act);
  else
    foyer_setting_panel_say (FOYER_SETTING_PANEL (self), sentence);
}

static char *
describe_subject (FoyerProposalsPanel *self, const char *id)
{
  g_autoptr (FoyerRecord) proposal
      = foyer_store_get (foyer_desk_get_store (get_desk (self)), &foyer_settings_proposal_type, id);
  g_autoptr (JsonNode) patch = proposal == NULL ? NULL : foyer_settings_proposal_get_patch (proposal);
  guint n = patch == NULL ? 0 : json_object_get_size (json_node_get_object (patch));

  return g_strdup_printf (ngettext ("%u setting", "%u settings", n), n);
}

static void
answer (FoyerProposalsPanel *self, const char *id, const char *status, const char *command, const char *done)
{
  g_autofree char *subject = get_desk (self) == NULL ? NULL : describe_subject (self, id);
  const FoyerDeed deed = { FOYER_VERB_UPDATE, &foyer_settings_proposal_type, id, command, subject, 0 };
  g_autoptr (JsonObject) patch = json_object_new ();

  if (subject == NULL)
    return;
  json_object_set_string_member (patch, "status", status);
  foyer_act_submit_async (get_desk (self), &deed, patch,
                          foyer_act_new (id, "configuration", g_strdup (done),
                                         g_strdup (_ ("It waits for publishing again"))),
                          self->cancellable, on_submitted, g_object_ref (self));
}

static void
on_rejected (FoyerProposalsPanel *self, GtkButton *button)
{
  answer (self, g_object_get_data (G_OBJECT (button), "id"), "rejected", "reject-settings",
          _ ("Turned down"));
}

static void
on_withdrawn (FoyerProposalsPanel *self, GtkButton *button)
{
  answer (self, g_object_get_data (G_OBJECT (button), "id"), "withdrawn", "withdraw-settings",
          _ ("Withdrawn"));
}

/* It stays open until it is published: the server says so when its settings are. */
static void
on_taken (FoyerProposalsPanel *self, GtkButton *button)
{
  FoyerDesk *desk = get_desk (self);
  g_autoptr (FoyerRecord) proposal
      = desk == NULL ? NULL
                     : foyer_store_get (foyer_desk_get_store (desk), &foyer_settings_proposal_type,
                                        g_object_get_data (G_OBJECT (button), "id"));
  g_autoptr (JsonNode) patch = proposal == NULL ? NULL : foyer_settings_proposal_get_patch (proposal);

  if (patch == NULL)
    return;
  foyer_settings_draft_take (foyer_desk_get_draft (desk), json_node_get_object (patch));
  foyer_setting_panel_say (FOYER_SETTING_PANEL (self), _ ("In your draft, to publish when you like"));
}

/* --- What is submitted --- */

static GtkWidget *
create_button (FoyerProposalsPanel *self,
               const char *label,
               const char *about,
               FoyerRecord *proposal,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, about);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (foyer_record_get_id (proposal)), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_answers (FoyerProposalsPanel *self, FoyerRecord *proposal, const char *about)
{
  const FoyerAccount *account = foyer_desk_get_account (get_desk (self));
  gboolean is_own = account != NULL
                    && g_strcmp0 (account->staff_id, foyer_settings_proposal_get_author_id (proposal)) == 0;
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = foyer_beside_new ();

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "foyer-answers");
  if (is_own)
    gtk_widget_set_parent (create_button (self, _ ("Withdraw"), about, proposal, G_CALLBACK (on_withdrawn)),
                           box);
  if (foyer_setting_panel_get_may_publish (FOYER_SETTING_PANEL (self))) {
    if (!is_own)
      gtk_widget_set_parent (create_button (self, _ ("Turn Down"), about, proposal, G_CALLBACK (on_rejected)),
                             box);
    gtk_widget_set_parent (create_button (self, _ ("Put into My Draft"), about, proposal,
                                          G_CALLBACK (on_taken)),
                           box);
  }
  if (gtk_widget_get_first_child (box) == NULL)
    gtk_widget_set_parent (gtk_label_new (_ ("Administrators answer it")), box);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Answer"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static char *
describe_author (FoyerDesk *desk, FoyerRecord *proposal)
{
  g_autofree char *moment = foyer_office_time_moment_text (foyer_desk_get_time (desk),
                                                           foyer_settings_proposal_get_proposed_at (proposal),
                                                           foyer_desk_now (desk));
  g_autofree char *author
      = foyer_record_name (foyer_desk_get_store (desk), foyer_settings_proposal_get_author_id (proposal));

  return author == NULL ? g_steal_pointer (&moment) : g_strdup_printf ("%s, %s", author, moment);
}

static GtkWidget *
create_proposal (FoyerProposalsPanel *self, FoyerRecord *proposal)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (JsonObject) json = foyer_record_to_json (proposal);
  JsonObject *patch = foyer_json_object_object (json, "patch");
  g_autofree char *who = describe_author (get_desk (self), proposal);
  g_autofree char *summary = foyer_change_rows_summary (patch, foyer_settings_proposal_get_note (proposal));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), who);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), summary);
  foyer_row_words_fit (row);
  foyer_change_rows_add (row, get_desk (self), patch, foyer_json_object_object (json, "before"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_answers (self, proposal, who));
  return row;
}

static void
fill (FoyerProposalsPanel *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_proposal_type);
  g_autoptr (GPtrArray) proposals = NULL;
  GtkWidget *group = adw_preferences_group_new ();

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_SETTINGS_PROPOSAL_OPEN);
  foyer_query_order (query, "proposedAt", FALSE);
  foyer_query_limit (query, MOST);
  proposals = foyer_store_list (foyer_desk_get_store (get_desk (self)), query);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Submitted for publishing"));
  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_proposal (self, proposals->pdata[i]));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), proposals != NULL && proposals->len > 0);
}

static void
on_store_changed (FoyerProposalsPanel *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_settings_proposal_type) != NULL)
    fill (self);
}

/* --- The object --- */

static void
foyer_proposals_panel_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), panel,
                           G_CONNECT_SWAPPED);
  fill (FOYER_PROPOSALS_PANEL (panel));
}

static void
foyer_proposals_panel_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_cancellable_cancel (FOYER_PROPOSALS_PANEL (panel)->cancellable);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), panel);
}

static void
foyer_proposals_panel_finalize (GObject *object)
{
  g_object_unref (FOYER_PROPOSALS_PANEL (object)->cancellable);
  G_OBJECT_CLASS (foyer_proposals_panel_parent_class)->finalize (object);
}

static void
foyer_proposals_panel_class_init (FoyerProposalsPanelClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_proposals_panel_finalize;
  panel_class->start = foyer_proposals_panel_start;
  panel_class->stop = foyer_proposals_panel_stop;
}

static void
foyer_proposals_panel_init (FoyerProposalsPanel *self)
{
  self->cancellable = g_cancellable_new ();
}
