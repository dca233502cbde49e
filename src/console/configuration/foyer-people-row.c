/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-people-row.c - how many people something is true of, which opens to who they are */

#include "foyer-people-row.h"

#include <glib/gi18n-lib.h>

/* So many are shown at first, and so many more each time. */
#define PORTION 50
/* So many are named before it is opened. */
#define NAMED 3

struct _FoyerPeopleRow {
  AdwExpanderRow parent_instance;

  FoyerSettingsImpact *impact; /* (nullable): whose the people are */
  GPtrArray *people;           /* (nullable) (element-type FoyerTouchedPerson) */
  char *why;                   /* (nullable): with %s for the reason */
  GPtrArray *rows;             /* (element-type GtkWidget), not owned: those that were made */
  GtkWidget *more;             /* (nullable): not owned: leads to the next */
};

G_DEFINE_FINAL_TYPE (FoyerPeopleRow, foyer_people_row, ADW_TYPE_EXPANDER_ROW)

/* --- The rows --- */

/* A private client is called as they are. */
static char *
describe (FoyerPeopleRow *self, const FoyerTouchedPerson *person)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (g_strcmp0 (person->name, person->client_name) != 0)
    g_string_append (words, person->client_name);
  if (self->why == NULL || person->reason == NULL)
    return g_strdup (words->str);
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, self->why);
  g_string_replace (words, "%s", person->reason, 1);
  return g_strdup (words->str);
}

static void
add_person (FoyerPeopleRow *self, const FoyerTouchedPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = describe (self, person);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, person->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void add_portion (FoyerPeopleRow *self);

static void
on_more (FoyerPeopleRow *self)
{
  guint first = self->rows->len;

  add_portion (self);
  if (first < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[first]);
}

static void
add_more (FoyerPeopleRow *self)
{
  guint left = self->people->len - self->rows->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u More…", "%u More…", left), left);

  self->more = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->more, "activated", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->more);
}

static void
remove_more (FoyerPeopleRow *self)
{
  if (self->more != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->more);
  self->more = NULL;
}

static void
add_portion (FoyerPeopleRow *self)
{
  guint end = MIN (self->rows->len + PORTION, self->people->len);

  remove_more (self);
  while (self->rows->len < end)
    add_person (self, self->people->pdata[self->rows->len]);
  if (end < self->people->len)
    add_more (self);
}

static void
on_expanded (FoyerPeopleRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->people != NULL && self->rows->len == 0)
    add_portion (self);
}

/* --- What it says --- */

static char *
name_some (FoyerPeopleRow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = MIN (self->people->len, NAMED);
  guint left = self->people->len - n;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ",
                            ((FoyerTouchedPerson *) self->people->pdata[i])->name);
  if (left == 0)
    return g_strdup (names->str);
  /* TRANSLATORS: some names, and how many people besides: “Ines Duarte, Tom Reyes and 12 more” */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", left), names->str, left);
}

static void
forget_people (FoyerPeopleRow *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->impact, foyer_settings_impact_unref);
  g_clear_pointer (&self->why, g_free);
}

static void
remove_rows (FoyerPeopleRow *self)
{
  remove_more (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

void
foyer_people_row_show (FoyerPeopleRow *self,
                       const char *title,
                       const char *nobody,
                       FoyerSettingsImpact *impact,
                       GPtrArray *people,
                       const char *why)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);
  gboolean is_open = adw_expander_row_get_expanded (expander);
  g_autofree char *names = NULL;

  g_return_if_fail (FOYER_IS_PEOPLE_ROW (self));

  remove_rows (self);
  forget_people (self);
  self->impact = foyer_settings_impact_ref (impact);
  self->people = people;
  self->why = g_strdup (why);
  names = people->len == 0 ? g_strdup (nobody) : name_some (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (expander, names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, names, -1);
  /* What can be opened is open by itself otherwise. */
  adw_expander_row_set_enable_expansion (expander, people->len > 0);
  adw_expander_row_set_expanded (expander, is_open && people->len > 0);
  on_expanded (self);
}

/* --- The object --- */

static void
foyer_people_row_finalize (GObject *object)
{
  FoyerPeopleRow *self = FOYER_PEOPLE_ROW (object);

  forget_people (self);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (foyer_people_row_parent_class)->finalize (object);
}

static void
foyer_people_row_class_init (FoyerPeopleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_people_row_finalize;
}

static void
foyer_people_row_init (FoyerPeopleRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

GtkWidget *
foyer_people_row_new (void)
{
  return g_object_new (FOYER_TYPE_PEOPLE_ROW, NULL);
}
