/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-forms.c - the forms of our own pages, of which we know how they are written */

#include "foyer-page-forms.h"

#include <string.h>

static void
form_free (gpointer data)
{
  FoyerPageForm *form = data;

  g_free (form->action);
  g_free (form->bare);
  g_free (form->filled);
  g_free (form);
}

static char *
unescape (const char *text)
{
  g_autoptr (GString) out = g_string_new (text);

  g_string_replace (out, "&quot;", "\"", 0);
  g_string_replace (out, "&#39;", "'", 0);
  g_string_replace (out, "&lt;", "<", 0);
  g_string_replace (out, "&gt;", ">", 0);
  g_string_replace (out, "&amp;", "&", 0);
  return g_strdup (out->str);
}

/* NULL if @tag has no such attribute. */
static char *
get_attribute (const char *tag, const char *name)
{
  g_autofree char *pattern = g_strconcat (" ", name, "=\"([^\"]*)\"", NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *value = NULL;

  if (!g_regex_match (regex, tag, 0, &match))
    return NULL;
  value = g_match_info_fetch (match, 1);
  return unescape (value);
}

static void
add_pair (GString *form, const char *name, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);

  g_string_append_printf (form, "%s%s=%s", form->len > 0 ? "&" : "", name, escaped);
}

/* What somebody writes into a field of that kind. */
static const char *
make_words (const char *type, const char *value)
{
  if (value != NULL && *value != '\0')
    return value;
  if (g_strcmp0 (type, "email") == 0)
    return "somebody@example.org";
  if (g_strcmp0 (type, "tel") == 0)
    return "+1 555 0100";
  return "A word or two";
}

typedef struct {
  GString *bare;
  GString *filled;
  GHashTable *chosen; /* (element-type utf8): groups of choices of which one is taken */
  char *select;       /* (nullable): the select that is open and has no choice yet */
} Filling;

static void
take_input (Filling *filling, const char *tag)
{
  g_autofree char *name = get_attribute (tag, "name");
  g_autofree char *type = get_attribute (tag, "type");
  g_autofree char *value = get_attribute (tag, "value");

  if (name == NULL || strstr (tag, " disabled") != NULL || g_strcmp0 (type, "file") == 0)
    return;
  if (g_strcmp0 (type, "hidden") == 0) {
    add_pair (filling->bare, name, value == NULL ? "" : value);
    add_pair (filling->filled, name, value == NULL ? "" : value);
  } else if (g_strcmp0 (type, "radio") != 0 || !g_hash_table_contains (filling->chosen, name)) {
    gboolean is_box = g_strcmp0 (type, "radio") == 0 || g_strcmp0 (type, "checkbox") == 0;

    add_pair (filling->filled, name, is_box ? (value == NULL ? "on" : value) : make_words (type, value));
    g_hash_table_add (filling->chosen, g_steal_pointer (&name));
  }
}

static void
take_tag (Filling *filling, const char *tag)
{
  if (g_str_has_prefix (tag, "<input")) {
    take_input (filling, tag);
  } else if (g_str_has_prefix (tag, "<select")) {
    g_free (filling->select);
    filling->select = get_attribute (tag, "name");
  } else if (g_str_has_prefix (tag, "<option")) {
    g_autofree char *value = get_attribute (tag, "value");

    if (filling->select != NULL && value != NULL && *value != '\0') {
      add_pair (filling->filled, filling->select, value);
      g_clear_pointer (&filling->select, g_free);
    }
  } else {
    g_autofree char *name = get_attribute (tag, "name");
    g_autofree char *value = get_attribute (tag, "value");

    if (name != NULL)
      add_pair (filling->filled, name, make_words (NULL, value));
  }
}

static FoyerPageForm *
read_form (const char *head, const char *body)
{
  g_autoptr (GRegex) tag = g_regex_new ("<(?:input|select|option|textarea|button)[^>]*>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GHashTable) chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Filling filling = { g_string_new (NULL), g_string_new (NULL), chosen, NULL };
  FoyerPageForm *form = g_new0 (FoyerPageForm, 1);

  for (g_regex_match (tag, body, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *text = g_match_info_fetch (match, 0);

    take_tag (&filling, text);
  }
  g_free (filling.select);
  form->action = get_attribute (head, "action");
  form->bare = g_string_free (filling.bare, FALSE);
  form->filled = g_string_free (filling.filled, FALSE);
  return form;
}

GPtrArray *
foyer_page_forms_find (const char *html)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (form_free);
  g_autoptr (GRegex) regex = g_regex_new ("<form([^>]*)>(.*?)</form>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, html, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *head = g_match_info_fetch (match, 1);
    g_autofree char *body = g_match_info_fetch (match, 2);

    if (strstr (head, "method=\"post\"") != NULL)
      g_ptr_array_add (forms, read_form (head, body));
  }
  return forms;
}
