/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mails-panel.c - the mails that clients get, and which say something of the business's own */

#include "foyer-mails-panel.h"

#include "foyer-mail-draft.h"
#include "foyer-mail-editor.h"
#include "foyer-mail-names.h"
#include "foyer-row-words.h"
#include "foyer-settings-lock.h"

#include "types/organisation.h"
#include "types/template.h"

#include <glib/gi18n-lib.h>

#define MOST 200
#define N_KINDS (FOYER_MAIL_ACCESS_ENDED + 1)

struct _FoyerMailsPanel {
  FoyerSettingPanel parent_instance;

  GtkWidget *rows[N_KINDS]; /* not owned */
  GtkWindow *editor;        /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerMailsPanel, foyer_mails_panel, FOYER_TYPE_SETTING_PANEL)

static FoyerDesk *
get_desk (FoyerMailsPanel *self)
{
  return foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));
}

/* Which kinds say something of the business's own, in whatever language. */
static void
find_own (FoyerStore *store, gboolean own[N_KINDS])
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_template_type);
  g_autoptr (GPtrArray) templates = NULL;

  foyer_query_limit (query, MOST);
  templates = foyer_store_list (store, query);
  for (guint i = 0; templates != NULL && i < templates->len; i++) {
    int kind = foyer_template_get_kind (templates->pdata[i]);

    if (kind >= 0 && kind < N_KINDS)
      own[kind] = TRUE;
  }
}

char *
foyer_mails_panel_describe (FoyerDesk *desk)
{
  gboolean own[N_KINDS] = { FALSE };
  guint n = 0;

  find_own (foyer_desk_get_store (desk), own);
  for (guint i = 0; i < N_KINDS; i++)
    n += own[i];
  if (n == 0)
    return g_strdup_printf (_ ("%u mails, as Foyer ships them"), (guint) N_KINDS);
  return g_strdup_printf (_ ("%u mails, %u in your own words"), (guint) N_KINDS, n);
}

/* --- The editor --- */

static void fill (FoyerMailsPanel *self);

static void
on_editor_destroyed (FoyerMailsPanel *self)
{
  if (get_desk (self) != NULL)
    fill (self);
}

static void
on_acted (FoyerMailsPanel *self, const FoyerAct *act)
{
  if (get_desk (self) != NULL)
    foyer_setting_panel_report_act (FOYER_SETTING_PANEL (self), act);
}

static void
close_editor (FoyerMailsPanel *self)
{
  GtkWindow *editor = self->editor;

  if (editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (editor, self);
  g_clear_weak_pointer (&self->editor);
  gtk_window_destroy (editor);
}

GtkWidget *
foyer_mails_panel_open (FoyerMailsPanel *self, guint kind)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *lock = NULL;

  g_return_val_if_fail (FOYER_IS_MAILS_PANEL (self) && kind < N_KINDS && get_desk (self) != NULL, NULL);

  close_editor (self);
  lock = foyer_settings_lock_refuse_deed (get_desk (self), FOYER_STAFF_CREATE, &foyer_template_type);
  g_set_weak_pointer (&self->editor, GTK_WINDOW (foyer_mail_editor_new (
                                         GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, get_desk (self),
                                         (FoyerMailKind) kind,
                                         foyer_setting_panel_get_hold (FOYER_SETTING_PANEL (self)), lock)));
  g_signal_connect_object (self->editor, "acted", G_CALLBACK (on_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "destroy", G_CALLBACK (on_editor_destroyed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (self->editor);
  return GTK_WIDGET (self->editor);
}

static void
on_activated (FoyerMailsPanel *self, GtkWidget *row)
{
  for (guint i = 0; i < N_KINDS; i++) {
    if (self->rows[i] == row)
      foyer_mails_panel_open (self, i);
  }
}

/* --- The list --- */

static gboolean
is_begun (FoyerMailsPanel *self, FoyerMailKind kind)
{
  g_autoptr (FoyerRecord) organisation = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  g_object_get (get_desk (self), "organisation", &organisation, NULL);
  return organisation != NULL
         && foyer_mail_draft_get (foyer_desk_get_store (get_desk (self)), kind,
                                  foyer_organisation_get_language (organisation), &subject, &body);
}

/* In words alone: they wrap where there is little room. */
static char *
describe (FoyerMailKind kind, gboolean is_begun, gboolean is_own)
{
  const char *occasion = foyer_mail_kind_occasion (kind);

  if (is_begun)
    /* Translators: after when a mail is sent: "When you invite somebody. Begun and not saved." */
    return g_strdup_printf (_ ("%s. Begun and not saved."), occasion);
  if (is_own)
    /* Translators: after when a mail is sent: "When you invite somebody. In your own words." */
    return g_strdup_printf (_ ("%s. In your own words."), occasion);
  return g_strdup (occasion);
}

static GtkWidget *
create_row (FoyerMailsPanel *self, FoyerMailKind kind, gboolean is_own)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean begun = is_begun (self, kind);
  g_autofree char *subtitle = describe (kind, begun, is_own);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), foyer_mail_kind_title (kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (begun)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("foyer-pencil-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  return row;
}

static int
find_focused (FoyerMailsPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  for (guint i = 0; i < N_KINDS; i++) {
    if (focus != NULL && self->rows[i] == focus)
      return (int) i;
  }
  return -1;
}

static void
fill (FoyerMailsPanel *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gboolean own[N_KINDS] = { FALSE };
  int focused = find_focused (self);

  find_own (foyer_desk_get_store (get_desk (self)), own);
  foyer_group_words_fit (group);
  adw_preferences_group_set_title (group, _ ("What clients get by mail"));
  adw_preferences_group_set_description (
      group, _ ("Each in your own words, or as Foyer ships it. What you save is in the next mail."));
  for (guint i = 0; i < N_KINDS; i++) {
    self->rows[i] = create_row (self, (FoyerMailKind) i, own[i]);
    adw_preferences_group_add (group, self->rows[i]);
  }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  if (focused >= 0)
    gtk_widget_grab_focus (self->rows[focused]);
}

/* Behind the editor nobody sees the list, and each letter changes what is kept. */
static void
on_store_changed (FoyerMailsPanel *self, FoyerChangeSet *changes)
{
  if (self->editor == NULL && foyer_change_set_get_ids (changes, &foyer_template_type) != NULL)
    fill (self);
}

/* --- The object --- */

static void
foyer_mails_panel_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), panel,
                           G_CONNECT_SWAPPED);
  fill (FOYER_MAILS_PANEL (panel));
}

static void
foyer_mails_panel_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  close_editor (FOYER_MAILS_PANEL (panel));
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), panel);
}

static void
foyer_mails_panel_class_init (FoyerMailsPanelClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  panel_class->start = foyer_mails_panel_start;
  panel_class->stop = foyer_mails_panel_stop;
}

static void
foyer_mails_panel_init (FoyerMailsPanel *self)
{
}
