/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-access-row.c - a person, a link or a session in the list of its kind */

#include "foyer-access-row.h"

#include "foyer-menu-name.h"

#include "foyer-beside.h"
#include "foyer-chip.h"
#include "foyer-step-line.h"

#include <glib/gi18n-lib.h>

struct _FoyerAccessRow {
  GtkListBoxRow parent_instance;

  AdwAvatar *avatar;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *chip;
  FoyerStepLine *steps;
  GtkButton *button;
  GtkMenuButton *menu_button;

  FoyerAccessLine *line; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerAccessRow, foyer_access_row, GTK_TYPE_LIST_BOX_ROW)

static void
foyer_access_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_ACCESS_ROW);
  G_OBJECT_CLASS (foyer_access_row_parent_class)->dispose (object);
}

static void
foyer_access_row_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_ACCESS_ROW (object)->line, foyer_access_line_free);
  G_OBJECT_CLASS (foyer_access_row_parent_class)->finalize (object);
}

static void
foyer_access_row_class_init (FoyerAccessRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_access_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_access_row_finalize;

  g_type_ensure (FOYER_TYPE_BESIDE);
  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_STEP_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-access-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, title);
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, chip);
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, steps);
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, button);
  gtk_widget_class_bind_template_child (widget_class, FoyerAccessRow, menu_button);
}

static void
foyer_access_row_init (FoyerAccessRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_access_row_new (void)
{
  return g_object_new (FOYER_TYPE_ACCESS_ROW, NULL);
}

static void
set_picture (FoyerAccessRow *self, const FoyerAccessLine *line)
{
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), line->icon == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), line->icon != NULL);
  adw_avatar_set_text (self->avatar, line->title);
  if (line->icon != NULL)
    gtk_image_set_from_icon_name (self->icon, line->icon);
}

static void
set_chip (FoyerAccessRow *self, const FoyerAccessLine *line)
{
  gtk_widget_set_visible (self->chip, line->chip != NULL);
  if (line->chip != NULL)
    g_object_set (self->chip, "icon-name", line->chip_icon, "label", line->chip, "tone", line->chip_tone,
                  NULL);
}

/* Buttons of several rows have the same word: with a name each is told from the others. */
static void
set_button (FoyerAccessRow *self, const FoyerAccessVerb *verb)
{
  g_autofree char *action = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->button), verb != NULL);
  if (verb == NULL)
    return;
  action = g_strconcat ("access.", verb->action, NULL);
  name = g_strdup_printf (_ ("%s, %s"), verb->label, self->line->title);
  gtk_button_set_label (self->button, verb->label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", verb->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_menu (FoyerAccessRow *self, const FoyerAccessVerb *but)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_ ("More for %s"), self->line->title);

  for (guint i = 0; i < self->line->verbs->len; i++) {
    const FoyerAccessVerb *verb = &g_array_index (self->line->verbs, FoyerAccessVerb, i);
    g_autofree char *action = g_strconcat ("access.", verb->action, NULL);
    g_autoptr (GMenuItem) item = g_menu_item_new (verb->label, NULL);

    if (verb == but)
      continue;
    g_menu_item_set_action_and_target (item, action, "s", verb->target);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  foyer_menu_name_set (self->menu_button, name);
}

void
foyer_access_row_set_line (FoyerAccessRow *self, FoyerAccessLine *line)
{
  const FoyerAccessVerb *offered = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (FOYER_IS_ACCESS_ROW (self));

  g_clear_pointer (&self->line, foyer_access_line_free);
  self->line = line;
  for (guint i = 0; i < line->verbs->len && offered == NULL; i++) {
    const FoyerAccessVerb *verb = &g_array_index (line->verbs, FoyerAccessVerb, i);

    offered = verb->offered ? verb : NULL;
  }
  gtk_label_set_label (self->title, line->title);
  gtk_label_set_label (self->subtitle, line->subtitle);
  set_picture (self, line);
  set_chip (self, line);
  foyer_step_line_set_steps (self->steps, line->steps);
  set_button (self, offered);
  set_menu (self, offered);
  spoken = g_strjoin (", ", line->title, line->subtitle, line->chip, NULL);
  g_strdelimit (spoken, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const FoyerAccessLine *
foyer_access_row_get_line (FoyerAccessRow *self)
{
  g_return_val_if_fail (FOYER_IS_ACCESS_ROW (self), NULL);

  return self->line;
}
