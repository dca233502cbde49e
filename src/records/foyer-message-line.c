/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-message-line.c - what a message says in one line */

#include "foyer-message-line.h"

#include "foyer-json.h"

static const char *
get_words (JsonObject *message)
{
  const char *body = foyer_json_object_text (message, "body");

  return body == NULL ? "" : body;
}

static char *
list_files (JsonObject *message)
{
  JsonArray *files = foyer_json_object_array (message, "attachments");
  GString *line = g_string_new (NULL);

  for (guint i = 0; files != NULL && i < json_array_get_length (files); i++) {
    JsonNode *node = json_array_get_element (files, i);
    const char *name
        = JSON_NODE_HOLDS_OBJECT (node) ? foyer_json_object_text (json_node_get_object (node), "name") : NULL;

    if (name != NULL)
      g_string_append_printf (line, "%s%s", line->len == 0 ? "" : ", ", name);
  }
  return g_string_free (line, FALSE);
}

char *
foyer_message_line (JsonObject *message)
{
  g_autofree char *words = g_strstrip (g_strdup (get_words (message)));
  GString *line;

  if (*words == '\0')
    return list_files (message);
  line = g_string_new (NULL);
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c)) {
    gboolean is_space = g_unichar_isspace (g_utf8_get_char (c));

    if (is_space && line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
    else if (!is_space)
      g_string_append_unichar (line, g_utf8_get_char (c));
  }
  return g_string_free (line, FALSE);
}

char *
foyer_message_words (FoyerRecord *message)
{
  g_autoptr (JsonObject) json = message == NULL ? NULL : foyer_record_to_json (message);

  if (json == NULL)
    return g_strdup ("");
  return *get_words (json) == '\0' ? foyer_message_line (json) : g_strdup (get_words (json));
}

gboolean
foyer_message_says_something (JsonObject *message)
{
  JsonArray *files = foyer_json_object_array (message, "attachments");
  g_autofree char *words = g_strstrip (g_strdup (get_words (message)));

  return *words != '\0' || (files != NULL && json_array_get_length (files) > 0);
}
