/* SPDX-License-Identifier: GPL-3.0-or-later */
/* random-json.c - JSON made by chance, and texts damaged by chance */

#include "random-json.h"

#include "foyer-json.h"

#include <string.h>

static const gunichar characters[] = {
  1,     8,      9,      10,     12,     13,     31,     ' ',    '"',     '\'',    '/',      '\\',
  'a',   'b',    'u',    '0',    '{',    ']',    ',',    ':',    0x7f,    0x80,    0xe9,     0x7ff,
  0x800, 0x2028, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xfffe, 0xffff, 0x1f600, 0x10000, 0x10fffe, 0x10ffff,
};

static char *
make_text (FoyerRandom *random)
{
  guint length = foyer_random_below (random, 12);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (out, characters[foyer_random_below (random, G_N_ELEMENTS (characters))]);
  return g_string_free (out, FALSE);
}

static gint64
make_integer (FoyerRandom *random)
{
  guint64 bits
      = (guint64) foyer_random_below (random, 1u << 27) << 26 | foyer_random_below (random, 1u << 26);
  gint64 number = (gint64) (bits >> foyer_random_below (random, 54));

  number = MIN (number, FOYER_JSON_MAX_INTEGER);
  return foyer_random_below (random, 2) == 0 ? number : -number;
}

static double
make_double (FoyerRandom *random)
{
  static const double special[]
      = { 0.0, -0.0, 0.1, 1e300, -1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308 };

  if (foyer_random_below (random, 4) == 0)
    return special[foyer_random_below (random, G_N_ELEMENTS (special))];
  return (foyer_random_unit (random) - 0.5) * (double) (1 + foyer_random_below (random, 1u << 20));
}

static JsonNode *
make_array (FoyerRandom *random, guint depth)
{
  g_autoptr (JsonArray) array = json_array_new ();
  guint length = foyer_random_below (random, 5);

  for (guint i = 0; i < length; i++)
    json_array_add_element (array, random_json_value (random, depth - 1));
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
make_object (FoyerRandom *random, guint depth)
{
  g_autoptr (JsonObject) object = json_object_new ();
  guint length = foyer_random_below (random, 5);

  for (guint i = 0; i < length; i++) {
    g_autofree char *name = make_text (random);

    json_object_set_member (object, name, random_json_value (random, depth - 1));
  }
  return json_node_init_object (json_node_alloc (), object);
}

JsonNode *
random_json_value (FoyerRandom *random, guint depth)
{
  g_autofree char *text = NULL;

  switch (foyer_random_below (random, depth == 0 ? 6 : 10)) {
  case 0:
    return json_node_init_null (json_node_alloc ());
  case 1:
    return json_node_init_boolean (json_node_alloc (), foyer_random_below (random, 2) == 1);
  case 2:
    return json_node_init_int (json_node_alloc (), make_integer (random));
  case 3:
    return json_node_init_double (json_node_alloc (), make_double (random));
  case 4:
  case 5:
    text = make_text (random);
    return json_node_init_string (json_node_alloc (), text);
  case 6:
  case 7:
    return make_array (random, depth);
  default:
    return make_object (random, depth);
  }
}

static void
write_space (GString *out, FoyerRandom *random)
{
  while (foyer_random_below (random, 4) == 0)
    g_string_append_c (out, " \t\r\n"[foyer_random_below (random, 4)]);
}

static void
write_escape (GString *out, gunichar character, FoyerRandom *random)
{
  static const char meanings[] = "\b\f\n\r\t\"\\/";
  static const char letters[] = "bfnrt\"\\/";
  const char *found = character < 0x80 ? strchr (meanings, (char) character) : NULL;

  if (found != NULL && foyer_random_below (random, 2) == 0) {
    g_string_append_c (out, '\\');
    g_string_append_c (out, letters[found - meanings]);
  } else if (character >= 0x10000) {
    g_string_append_printf (out, "\\u%04x\\u%04X", 0xd800 + ((character - 0x10000) >> 10),
                            0xdc00 + ((character - 0x10000) & 0x3ff));
  } else {
    g_string_append_printf (out, foyer_random_below (random, 2) == 0 ? "\\u%04x" : "\\u%04X", character);
  }
}

static void
write_text (GString *out, const char *text, FoyerRandom *random)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (character < 0x20 || character == '"' || character == '\\' || foyer_random_below (random, 4) == 0)
      write_escape (out, character, random);
    else
      g_string_append_unichar (out, character);
  }
  g_string_append_c (out, '"');
}

static void
write_object (GString *out, JsonObject *object, FoyerRandom *random)
{
  g_autoptr (GList) names = json_object_get_members (object);

  if (foyer_random_below (random, 2) == 0)
    names = g_list_reverse (names);
  g_string_append_c (out, '{');
  for (GList *link = names; link != NULL; link = link->next) {
    if (link != names)
      g_string_append_c (out, ',');
    write_space (out, random);
    write_text (out, link->data, random);
    write_space (out, random);
    g_string_append_c (out, ':');
    random_json_write (out, json_object_get_member (object, link->data), random);
  }
  write_space (out, random);
  g_string_append_c (out, '}');
}

static void
write_array (GString *out, JsonArray *array, FoyerRandom *random)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    random_json_write (out, json_array_get_element (array, i), random);
  }
  write_space (out, random);
  g_string_append_c (out, ']');
}

void
random_json_write (GString *out, JsonNode *node, FoyerRandom *random)
{
  write_space (out, random);
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    write_object (out, json_node_get_object (node), random);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    write_array (out, json_node_get_array (node), random);
  } else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
    write_text (out, json_node_get_string (node), random);
  } else {
    g_autofree char *plain = foyer_json_canonical (node);

    g_string_append (out, plain);
  }
  write_space (out, random);
}

static void
mutate_once (GString *text, FoyerRandom *random, const char *const *tokens, gsize n_tokens)
{
  guint at = foyer_random_below (random, (guint) text->len + 1);
  guint most = 1 + foyer_random_below (random, 8);
  guint length = MIN ((guint) text->len - at, most);
  g_autofree char *piece = g_strndup (text->str + at, length);

  switch (foyer_random_below (random, 6)) {
  case 0:
    if (at < text->len)
      text->str[at] ^= (char) (1 << foyer_random_below (random, 8));
    break;
  case 1:
    g_string_erase (text, at, length);
    break;
  case 2:
    g_string_insert (text, at, piece);
    break;
  case 3:
    g_string_truncate (text, at);
    break;
  case 4:
    g_string_insert_c (text, at, (char) foyer_random_below (random, 256));
    break;
  default:
    g_string_insert (text, at, tokens[foyer_random_below (random, (guint) n_tokens)]);
  }
}

void
random_json_mutate (GString *text, FoyerRandom *random, const char *const *tokens, gsize n_tokens)
{
  guint damages = 1 + foyer_random_below (random, 4);

  for (guint i = 0; i < damages; i++)
    mutate_once (text, random, tokens, n_tokens);
}
