/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerPageForm:
 * @action: where it is sent
 * @bare: what is sent if nobody filled anything in: the hidden fields
 * @filled: what is sent if somebody chose the first of all choices, ticked all and wrote into all fields
 *
 * A form of a page, as a browser would send it.
 */
typedef struct {
  char *action;
  char *bare;
  char *filled;
} FoyerPageForm;

/**
 * foyer_page_forms_find:
 *
 * Returns: (transfer full) (element-type FoyerPageForm): all forms of @html that are posted
 */
GPtrArray *foyer_page_forms_find (const char *html);

G_END_DECLS
