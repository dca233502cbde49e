/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-lockout-note.c - how many people the drafted list of mail domains locks out */

#include "foyer-lockout-note.h"

#include "foyer-impact-watch.h"
#include "foyer-settings-draft.h"

#include <glib/gi18n-lib.h>

#define KEY "access.allowed_domains"

struct _FoyerLockoutNote {
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkLabel *label;

  FoyerDesk *desk;         /* (nullable): not owned; %NULL after it was stopped */
  FoyerImpactWatch *watch; /* (nullable): %NULL after it was stopped */
};

G_DEFINE_FINAL_TYPE (FoyerLockoutNote, foyer_lockout_note, GTK_TYPE_WIDGET)

static char *
describe (const FoyerSettingsImpact *impact)
{
  if (impact->n_foreign == 0)
    return g_strdup (_ ("This list locks out nobody who can sign in now"));
  return g_strdup_printf (ngettext ("%u person with another address could no longer sign in",
                                    "%u people with other addresses could no longer sign in",
                                    impact->n_foreign),
                          impact->n_foreign);
}

/* While it is counted anew the last answer stands: it would flicker with every letter. */
static void
show (FoyerLockoutNote *self)
{
  FoyerSettingsImpact *impact = foyer_impact_watch_get (self->watch);
  FoyerSettingsDraft *draft = foyer_desk_get_draft (self->desk);
  g_autofree char *problem = foyer_settings_draft_get_problem (draft, KEY);
  gboolean is_known = impact != NULL && problem == NULL && foyer_settings_draft_get (draft, KEY) != NULL;
  g_autofree char *words = is_known ? describe (impact) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), is_known);
  gtk_widget_set_visible (self->icon, is_known && impact->n_foreign > 0);
  gtk_label_set_label (self->label, words == NULL ? "" : words);
}

static void
foyer_lockout_note_dispose (GObject *object)
{
  FoyerLockoutNote *self = FOYER_LOCKOUT_NOTE (object);
  GtkWidget *child;

  foyer_lockout_note_stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (foyer_lockout_note_parent_class)->dispose (object);
}

static void
foyer_lockout_note_class_init (FoyerLockoutNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_lockout_note_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
foyer_lockout_note_init (FoyerLockoutNote *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->icon, "foyer-warn");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

GtkWidget *
foyer_lockout_note_new (FoyerDesk *desk)
{
  FoyerLockoutNote *self = g_object_new (FOYER_TYPE_LOCKOUT_NOTE, NULL);

  self->desk = desk;
  self->watch = foyer_impact_watch_new (desk, FALSE);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_draft (desk), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

void
foyer_lockout_note_stop (FoyerLockoutNote *self)
{
  g_return_if_fail (FOYER_IS_LOCKOUT_NOTE (self));

  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (self->desk), self);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  foyer_impact_watch_stop (self->watch);
  g_clear_object (&self->watch);
  self->desk = NULL;
}
