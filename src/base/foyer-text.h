/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_text:
 * @language: a BCP 47 tag
 * @message: the English text, which is also the name under which the catalogues in `po/portal/` hold its translation
 *
 * Looks up words that a client reads. The catalogues are compiled into the program, so that one server serves many languages
 * and needs no locale.
 *
 * Returns: (transfer none): the translation, or @message itself if there is none
 */
const char *foyer_text (const char *language, const char *message);

/**
 * foyer_text_plural:
 * @language: a BCP 47 tag
 * @one: the English text for one
 * @other: the English text for any other number; names the catalogue entry together with @one
 * @count: decides the form by the rule of the language
 *
 * Returns: (transfer none): the text, in which `{count}` is still to be filled
 */
const char *foyer_text_plural (const char *language, const char *one, const char *other, gint64 count);

/**
 * foyer_text_fill:
 * @template: a text with placeholders such as `{name}`
 * @name: the name of the first placeholder, followed by its value, more pairs and %NULL. A %NULL value is an empty text.
 *
 * A placeholder for which there is no pair stays as it is, and braces in values are not looked at again. A value that runs from right
 * to left is isolated as by foyer_text_isolate().
 *
 * Returns: (transfer full): the text
 */
char *foyer_text_fill (const char *template, const char *name, ...) G_GNUC_NULL_TERMINATED;

/**
 * FoyerTextPiece:
 * @text: what stands before the placeholder, not nul-terminated
 * @length: bytes of @text
 * @name: (nullable): the placeholder's name behind it, not nul-terminated; %NULL at the end of the template
 * @name_length: bytes of @name
 */
typedef struct {
  const char *text;
  gsize length;
  const char *name;
  gsize name_length;
} FoyerTextPiece;

/**
 * foyer_text_next_piece:
 * @at: (inout): where to go on, at first the template itself; %NULL after the last piece
 * @piece: (out caller-allocates)
 *
 * Cuts a template at its placeholders, for those who put more than text into them.
 *
 * Returns: %FALSE if there is nothing left
 */
gboolean foyer_text_next_piece (const char **at, FoyerTextPiece *piece);

/**
 * foyer_text_isolate_ltr:
 * @text: what is read from left to right in every language, such as a phone number
 *
 * Keeps the order of its groups where the text around it runs from right to left, for those who have no `<bdi>`.
 *
 * Returns: (transfer full): @text between U+2066 and U+2069
 */
char *foyer_text_isolate_ltr (const char *text);

/**
 * foyer_text_sentence:
 *
 * Returns: (transfer full): @text with a capital first letter
 */
char *foyer_text_sentence (const char *text);

/**
 * foyer_text_shows_something:
 * @text: (nullable)
 *
 * Returns: whether there is anything to read in @text: joiners, fillers and blanks alone look like nothing written
 */
gboolean foyer_text_shows_something (const char *text);

G_END_DECLS
