/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Pure closures that every screen uses. The first argument is the object that asks; it is not looked at. */

/* Whether there is something to read. */
gboolean foyer_text_is_set (GObject *self, const char *text);

gboolean foyer_not (GObject *self, gboolean value);
gboolean foyer_both (GObject *self, gboolean first, gboolean second);

/* `first` and not `second`. */
gboolean foyer_first_only (GObject *self, gboolean first, gboolean second);
gboolean foyer_object_is_set (GObject *self, GObject *object);

/* `5`, and nothing for 0. */
char *foyer_count_text (GObject *self, guint count);
gboolean foyer_count_is_set (GObject *self, guint count);

/* The style classes of what may be late: amber if it is, dim if not. */
char **foyer_late_classes (GObject *self, gboolean late);

/* The style classes of a list. One that fills the window has no selection to show. */
char **foyer_list_classes (GObject *self, gboolean collapsed);

G_END_DECLS
