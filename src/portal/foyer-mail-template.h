/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The language of mail templates: placeholders and blocks, both of closed sets, and nothing else: no conditions on data, no loops, no
 * markup. What a value holds is never read as a placeholder.
 */

/**
 * FoyerMailMeaning:
 * @values: (element-type utf8 utf8): what stands for placeholders
 * @features: (element-type utf8 utf8): the names of the blocks that are on, beside those of placeholders with a value
 * @button: words for a link that has a line of its own
 */
typedef struct {
  GHashTable *values;
  GHashTable *features;
  const char *button;
} FoyerMailMeaning;

/**
 * foyer_mail_template_line:
 *
 * Returns: (transfer full): @template in one line, as for a subject: control characters in values become spaces
 */
char *foyer_mail_template_line (const char *template, const FoyerMailMeaning *meaning);

/**
 * foyer_mail_template_text:
 *
 * Returns: (transfer full): @template as plain text
 */
char *foyer_mail_template_text (const char *template, const FoyerMailMeaning *meaning);

/**
 * foyer_mail_template_html:
 *
 * Paragraphs are parted by empty lines; one whose lines begin with `- ` is a list.
 *
 * Returns: (transfer full): @template as an HTML document
 */
char *foyer_mail_template_html (const char *template,
                                const FoyerMailMeaning *meaning,
                                const char *title,
                                const char *language);

G_END_DECLS
