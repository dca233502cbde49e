/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-keys.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_LIST_KEYS (foyer_list_keys_get_type ())
G_DECLARE_FINAL_TYPE (FoyerListKeys, foyer_list_keys, FOYER, LIST_KEYS, GObject)

/**
 * FoyerListKeys:
 *
 * The keys of a list, heard while the focus is in its page, or outside where nobody types: then the window hands letters on. Property:
 * `single-keys`: whether letters alone count.
 */

/**
 * foyer_list_keys_new:
 * @widget: the page of the list; the keys live as long as it
 * @scope: heard besides those of all lists
 *
 * Returns: (transfer full)
 */
FoyerListKeys *foyer_list_keys_new (GtkWidget *widget, FoyerKeyScope scope);

G_END_DECLS
