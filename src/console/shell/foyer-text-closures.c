/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-text-closures.c - pure closures that every screen uses */

#include "foyer-text-closures.h"

gboolean
foyer_text_is_set (GObject *self, const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
foyer_not (GObject *self, gboolean value)
{
  return !value;
}

gboolean
foyer_both (GObject *self, gboolean first, gboolean second)
{
  return first && second;
}

gboolean
foyer_first_only (GObject *self, gboolean first, gboolean second)
{
  return first && !second;
}

gboolean
foyer_object_is_set (GObject *self, GObject *object)
{
  return object != NULL;
}

char *
foyer_count_text (GObject *self, guint count)
{
  return count == 0 ? g_strdup ("") : g_strdup_printf ("%u", count);
}

gboolean
foyer_count_is_set (GObject *self, guint count)
{
  return count > 0;
}

char **
foyer_late_classes (GObject *self, gboolean late)
{
  const char *const classes[] = { late ? "foyer-late" : "dim-label", NULL };

  return g_strdupv ((char **) classes);
}

char **
foyer_list_classes (GObject *self, gboolean collapsed)
{
  const char *const classes[]
      = { "navigation-sidebar", "foyer-rows", collapsed ? "foyer-alone" : NULL, NULL };

  return g_strdupv ((char **) classes);
}
