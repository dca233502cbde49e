/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerJsonSpan:
 * @text: (nullable): where the value begins; %NULL for no value
 * @length: in bytes
 *
 * One JSON value where it stands in a longer text, without a tree made of it: an answer of ten thousand records is read record by
 * record. Every function here takes only what foyer_json_check() has passed, and relies on it.
 */
typedef struct {
  const char *text;
  gsize length;
} FoyerJsonSpan;

/**
 * FoyerJsonWalk:
 *
 * A walk over the members of an object or the elements of a list, on the stack.
 */
typedef struct {
  const char *at;
} FoyerJsonWalk;

/**
 * foyer_json_span_new:
 * @text: one value, with or without white space around it
 *
 * Returns: the value in @text
 */
FoyerJsonSpan foyer_json_span_new (const char *text, gsize length);

gboolean foyer_json_span_is_object (FoyerJsonSpan span);
gboolean foyer_json_span_is_array (FoyerJsonSpan span);
gboolean foyer_json_span_is_string (FoyerJsonSpan span);
gboolean foyer_json_span_is_null (FoyerJsonSpan span);

/**
 * foyer_json_span_is:
 *
 * Returns: whether the value is written exactly so
 */
gboolean foyer_json_span_is (FoyerJsonSpan span, const char *text);

/**
 * foyer_json_span_means:
 * @span: a string
 *
 * Returns: whether the string, its escapes read, is @text
 */
gboolean foyer_json_span_means (FoyerJsonSpan span, const char *text);

/**
 * foyer_json_span_get_member:
 * @span: an object
 *
 * Returns: the value of the member @name, a span without text if there is none
 */
FoyerJsonSpan foyer_json_span_get_member (FoyerJsonSpan span, const char *name);

/**
 * foyer_json_span_dup_string:
 *
 * Returns: (transfer full) (nullable): what the string means, its escapes read; %NULL if the value is no string
 */
char *foyer_json_span_dup_string (FoyerJsonSpan span);

/**
 * foyer_json_span_get_integer:
 * @value: (out): the number
 *
 * Returns: whether the value is a number written without point and exponent
 */
gboolean foyer_json_span_get_integer (FoyerJsonSpan span, gint64 *value);

/**
 * foyer_json_walk_init:
 * @span: an object or a list
 */
void foyer_json_walk_init (FoyerJsonWalk *self, FoyerJsonSpan span);

/**
 * foyer_json_walk_next_member:
 * @name: (out): the member's name as a string value, with its quotes
 * @value: (out): the member's value
 *
 * Returns: %FALSE after the last member
 */
gboolean foyer_json_walk_next_member (FoyerJsonWalk *self, FoyerJsonSpan *name, FoyerJsonSpan *value);

/**
 * foyer_json_walk_next_element:
 * @value: (out): the element
 *
 * Returns: %FALSE after the last element
 */
gboolean foyer_json_walk_next_element (FoyerJsonWalk *self, FoyerJsonSpan *value);

/*
 * The same in two steps. To find the end of a value is to read all of it; who walks through the value anyway comes to its end without that.
 */

/**
 * foyer_json_walk_to_member:
 *
 * Goes up to the value of the next member of an object.
 */
gboolean foyer_json_walk_to_member (FoyerJsonWalk *self, FoyerJsonSpan *name);

/**
 * foyer_json_walk_to_element:
 *
 * Goes up to the next element of a list.
 */
gboolean foyer_json_walk_to_element (FoyerJsonWalk *self);

/**
 * foyer_json_walk_peek:
 *
 * Returns: the first character of the value that the walk stands before: `{`, `[`, `"` or another
 */
char foyer_json_walk_peek (FoyerJsonWalk *self);

/**
 * foyer_json_walk_take:
 *
 * Returns: the value that the walk stands before; the walk stands behind it then
 */
FoyerJsonSpan foyer_json_walk_take (FoyerJsonWalk *self);

/**
 * foyer_json_walk_enter:
 *
 * Returns: a walk through the object or list that @self stands before
 */
FoyerJsonWalk foyer_json_walk_enter (FoyerJsonWalk *self);

/**
 * foyer_json_walk_leave:
 * @inner: a walk by foyer_json_walk_enter() that has come to its end
 *
 * Goes on behind the value that was walked through.
 */
void foyer_json_walk_leave (FoyerJsonWalk *self, const FoyerJsonWalk *inner);

G_END_DECLS
