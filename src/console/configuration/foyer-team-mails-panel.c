/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-team-mails-panel.c - who in the team gets a mail as well, and of what */

#include "foyer-team-mails-panel.h"

#include "foyer-act-submit.h"
#include "foyer-error-text.h"
#include "foyer-own-rights.h"
#include "foyer-team-mails-row.h"

#include "types/staff_member.h"

#include <glib/gi18n-lib.h>

#define MOST 200

struct _FoyerTeamMailsPanel {
  FoyerSettingPanel parent_instance;

  GPtrArray *rows; /* of FoyerTeamMailsRow, not owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FoyerTeamMailsPanel, foyer_team_mails_panel, FOYER_TYPE_SETTING_PANEL)

static FoyerDesk *
get_desk (FoyerTeamMailsPanel *self)
{
  return foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));
}

/* --- Acting --- */

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerTeamMailsPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *sentence = act == NULL ? foyer_error_describe (error) : NULL;

  if (get_desk (self) == NULL)
    return;
  if (act != NULL)
    foyer_setting_panel_report_act (FOYER_SETTING_PANEL (self), act);
  else
    foyer_setting_panel_say (FOYER_SETTING_PANEL (self), sentence);
}

static void
on_changed (FoyerTeamMailsPanel *self, JsonObject *patch, FoyerTeamMailsRow *row)
{
  FoyerRecord *member = foyer_team_mails_row_get_member (row);
  const FoyerDeed deed = { FOYER_VERB_UPDATE,
                           &foyer_staff_member_type,
                           foyer_record_get_id (member),
                           "edit-team-mails",
                           foyer_staff_member_get_name (member),
                           0 };

  if (get_desk (self) != NULL)
    foyer_act_submit_async (get_desk (self), &deed, patch,
                            foyer_act_new (deed.record_id, "configuration", g_strdup (_ ("Mails changed")),
                                           g_strdup (_ ("The mails are as before"))),
                            self->cancellable, on_submitted, g_object_ref (self));
}

/* --- The list --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (foyer_staff_member_get_name (*(FoyerRecord *const *) a),
                         foyer_staff_member_get_name (*(FoyerRecord *const *) b));
}

static GPtrArray *
list_team (FoyerTeamMailsPanel *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_staff_member_type);
  GPtrArray *team;

  foyer_query_where_number (query, "active", FOYER_COMPARE_EQUAL, TRUE);
  foyer_query_limit (query, MOST);
  team = foyer_store_list (foyer_desk_get_store (get_desk (self)), query);
  if (team == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_sort (team, compare_names);
  return team;
}

/* What everybody may say of themselves, administrators may of all. */
static char *
refuse (FoyerTeamMailsPanel *self, FoyerRecord *member)
{
  const FoyerAccount *account = foyer_desk_get_account (get_desk (self));
  const FoyerField *field = foyer_record_type_field (&foyer_staff_member_type, "mailBookings");

  if (account != NULL && g_strcmp0 (account->staff_id, foyer_record_get_id (member)) == 0)
    return NULL;
  return foyer_own_rights_refuse_field (get_desk (self), FOYER_STAFF_CHANGE, &foyer_staff_member_type, field);
}

static void
add_row (FoyerTeamMailsPanel *self, AdwPreferencesGroup *group, FoyerRecord *member)
{
  g_autofree char *lock = refuse (self, member);
  GtkWidget *row = foyer_team_mails_row_new (member, lock);

  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
has_rows_of (FoyerTeamMailsPanel *self, GPtrArray *team)
{
  if (self->rows->len != team->len)
    return FALSE;
  for (guint i = 0; i < team->len; i++) {
    if (g_strcmp0 (foyer_record_get_id (foyer_team_mails_row_get_member (self->rows->pdata[i])),
                   foyer_record_get_id (team->pdata[i]))
        != 0)
      return FALSE;
  }
  return TRUE;
}

static void
fill (FoyerTeamMailsPanel *self)
{
  g_autoptr (GPtrArray) team = list_team (self);
  AdwPreferencesGroup *group;

  for (guint i = 0; has_rows_of (self, team) && i < team->len; i++)
    foyer_team_mails_row_show (self->rows->pdata[i], team->pdata[i]);
  if (has_rows_of (self, team) && team->len > 0)
    return;
  g_ptr_array_set_size (self->rows, 0);
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _ ("Mails to your team"));
  adw_preferences_group_set_description (
      group, _ ("Who gets a mail besides. Each change acts at once; of what is off "
                "above, nobody is told at all."));
  for (guint i = 0; i < team->len; i++)
    add_row (self, group, team->pdata[i]);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

static void
on_store_changed (FoyerTeamMailsPanel *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_staff_member_type) != NULL)
    fill (self);
}

/* --- The object --- */

static void
foyer_team_mails_panel_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), panel,
                           G_CONNECT_SWAPPED);
  fill (FOYER_TEAM_MAILS_PANEL (panel));
}

static void
foyer_team_mails_panel_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_cancellable_cancel (FOYER_TEAM_MAILS_PANEL (panel)->cancellable);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), panel);
}

static void
foyer_team_mails_panel_finalize (GObject *object)
{
  FoyerTeamMailsPanel *self = FOYER_TEAM_MAILS_PANEL (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (foyer_team_mails_panel_parent_class)->finalize (object);
}

static void
foyer_team_mails_panel_class_init (FoyerTeamMailsPanelClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_team_mails_panel_finalize;
  panel_class->start = foyer_team_mails_panel_start;
  panel_class->stop = foyer_team_mails_panel_stop;
}

static void
foyer_team_mails_panel_init (FoyerTeamMailsPanel *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}
