/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define FOYER_JSON_ERROR (foyer_json_error_quark ())

/**
 * FoyerJsonError:
 * @FOYER_JSON_ERROR_SYNTAX: not JSON at all, or not UTF-8
 * @FOYER_JSON_ERROR_INTEROPERABLE: JSON, but not I-JSON (RFC 7493): a duplicate member, a number out of range, U+0000, a
 *   lone surrogate
 * @FOYER_JSON_ERROR_DEPTH: nested deeper than %FOYER_JSON_MAX_DEPTH
 * @FOYER_JSON_ERROR_TYPE: good JSON of another shape than was asked for
 */
typedef enum {
  FOYER_JSON_ERROR_SYNTAX,
  FOYER_JSON_ERROR_INTEROPERABLE,
  FOYER_JSON_ERROR_DEPTH,
  FOYER_JSON_ERROR_TYPE,
} FoyerJsonError;

GQuark foyer_json_error_quark (void);

#define FOYER_JSON_MAX_DEPTH 32
#define FOYER_JSON_MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

/**
 * foyer_json_check:
 * @length: bytes, or -1 if @text ends with a nul
 *
 * Scans @text for strict I-JSON: one value, UTF-8, no duplicate members, integers within ±(2^53−1), finite numbers, no U+0000,
 * no lone surrogates, at most %FOYER_JSON_MAX_DEPTH levels. json-glib 1.6 crashes or lies on what this refuses, so nothing from
 * outside reaches it unchecked. Time is linear in @length.
 *
 * Returns: %FALSE with a #FoyerJsonError that names the byte offset
 */
gboolean foyer_json_check (const char *text, gssize length, GError **error);

/**
 * foyer_json_parse:
 *
 * foyer_json_check(), then parses.
 *
 * Returns: (transfer full): the value, or %NULL with a #FoyerJsonError
 */
JsonNode *foyer_json_parse (const char *text, gssize length, GError **error);

/**
 * foyer_json_parse_object:
 *
 * Returns: (transfer full): the object, or %NULL with a #FoyerJsonError
 */
JsonObject *foyer_json_parse_object (const char *text, gssize length, GError **error);

/**
 * foyer_json_canonical:
 *
 * Returns: (transfer full): @node as JSON without white space, members in byte order of their names, so that equal values have
 *   equal bytes
 */
char *foyer_json_canonical (JsonNode *node);

/**
 * foyer_json_canonical_object:
 *
 * Returns: (transfer full): the same of an object
 */
char *foyer_json_canonical_object (JsonObject *object);

/**
 * foyer_json_to_text:
 *
 * Returns: (transfer full): @object as JSON without white space, members in the order they were added: for what is only sent, and quicker
 */
char *foyer_json_to_text (JsonObject *object);

/**
 * foyer_json_append_string:
 *
 * Appends @text as a JSON string, with its quotes.
 */
void foyer_json_append_string (GString *out, const char *text);

/**
 * foyer_json_append_object:
 *
 * Appends what foyer_json_to_text() returns.
 */
void foyer_json_append_object (GString *out, JsonObject *object);

/**
 * foyer_json_copy_object:
 *
 * Returns: (transfer full): a deep copy that shares nothing with @object
 */
JsonObject *foyer_json_copy_object (JsonObject *object);

/**
 * foyer_json_node_from_object:
 *
 * Returns: (transfer full): a node that holds a reference on @object
 */
JsonNode *foyer_json_node_from_object (JsonObject *object);

/**
 * foyer_json_equal:
 * @a: (nullable): a value; %NULL is JSON's null
 *
 * Returns: whether both are the same JSON value, members in any order
 */
gboolean foyer_json_equal (JsonNode *a, JsonNode *b);

/**
 * foyer_json_node_text:
 * @node: (nullable)
 *
 * Returns: (transfer none) (nullable): the text that @node holds, %NULL if it holds anything else
 */
const char *foyer_json_node_text (JsonNode *node);

/**
 * foyer_json_object_text:
 *
 * Returns: (nullable): the string member @name, %NULL if it is absent or of another type
 */
const char *foyer_json_object_text (JsonObject *object, const char *name);

/**
 * foyer_json_object_integer:
 *
 * Returns: the integer member @name, @fallback if it is absent or of another type
 */
gint64 foyer_json_object_integer (JsonObject *object, const char *name, gint64 fallback);

/**
 * foyer_json_object_boolean:
 *
 * Returns: the boolean member @name, @fallback if it is absent or of another type
 */
gboolean foyer_json_object_boolean (JsonObject *object, const char *name, gboolean fallback);

/**
 * foyer_json_object_object:
 *
 * Returns: (transfer none) (nullable): the object member @name
 */
JsonObject *foyer_json_object_object (JsonObject *object, const char *name);

/**
 * foyer_json_object_array:
 *
 * Returns: (transfer none) (nullable): the array member @name
 */
JsonArray *foyer_json_object_array (JsonObject *object, const char *name);

/**
 * foyer_json_hash:
 *
 * Returns: (transfer full): the lower-case hex SHA-256 of the canonical form of @object
 */
char *foyer_json_hash (JsonObject *object);

G_END_DECLS
