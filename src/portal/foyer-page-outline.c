/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-outline.c - what is on a page, as headings, links, buttons and lines */

#include "foyer-page-outline.h"

#include <string.h>

typedef struct {
  GPtrArray *entries;
  GPtrArray *menu;   /* what is in navigation */
  GHashTable *known; /* (element-type utf8): addresses of @menu */
  GString *text;     /* what was read since the last entry */
  char *form;        /* (nullable): where the form that is open is sent */
  char *link;        /* (nullable): where the link that is open leads */
  guint level;       /* of the heading that is open, 0 for none */
  gboolean in_button;
  gboolean in_menu;
  guint hidden;  /* how many elements that are not read are open */
  GArray *open;  /* (element-type gsize): where the tags of the elements begin that are open */
  gsize text_at; /* where the tag begins of the element in which @text began */
  gsize link_at; /* of the link or button that is open */
} Reading;

static void
free_entry (gpointer data)
{
  FoyerOutlineEntry *entry = data;

  g_free (entry->text);
  g_free (entry->address);
  g_free (entry);
}

/* --- Tags --- */

static gboolean
is_among (const char *const *names, const char *name)
{
  return g_strv_contains (names, name);
}

/* They stand in a line and end none; what they hold is a word of its own. */
static const char *const words[] = { "span", "b", "i", "small", "br", "path", NULL };
/* They are not even that. */
static const char *const parts[] = { "bdi", "time", NULL };
/* What they hold is not read. */
static const char *const hiding[] = { "head", "svg", "select", "textarea", "meter", NULL };
static const char *const empty[]
    = { "meta", "link", "input", "br", "source", "img", "path", "rect", "circle", NULL };

/* Replaces the entities that a page can hold. */
static char *
decode (const char *text, gsize length)
{
  static const struct {
    const char *entity;
    const char *stands_for;
  } entities[] = { { "&lt;", "<" },  { "&gt;", ">" },  { "&quot;", "\"" },
                   { "&#39;", "'" }, { "&#96;", "`" }, { "&amp;", "&" } };
  GString *out = g_string_new_len (text, (gssize) length);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (out, entities[i].entity, entities[i].stands_for, 0);
  return g_string_free (out, FALSE);
}

/* @tag: from after its name to before its end. */
static char *
get_attribute (const char *tag, gsize length, const char *name)
{
  g_autofree char *start = g_strdup_printf (" %s=\"", name);
  const char *found = g_strstr_len (tag, (gssize) length, start);
  const char *value;
  const char *end;

  if (found == NULL)
    return NULL;
  value = found + strlen (start);
  end = memchr (value, '"', length - (gsize) (value - tag));
  return end == NULL ? NULL : decode (value, (gsize) (end - value));
}

static gboolean
is_hidden (const char *tag, gsize length)
{
  g_autofree char *aria = get_attribute (tag, length, "aria-hidden");
  g_autofree char *class = get_attribute (tag, length, "class");

  return g_strcmp0 (aria, "true") == 0 || g_strcmp0 (class, "fy-skip") == 0;
}

/* --- Entries --- */

/* One line: white space is a space, and none stands before what ends a clause. */
static char *
tidy (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_isspace (c)) {
      gap = out->len > 0;
      continue;
    }
    if (gap && strchr (".,;:!?)", c < 128 ? (int) c : ' ') == NULL)
      g_string_append_c (out, ' ');
    gap = FALSE;
    g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/* A dot between two links says nothing. */
static gboolean
has_words (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  }
  return FALSE;
}

static void
add (Reading *reading, FoyerOutlineKind kind, guint level, const char *address)
{
  g_autofree char *text = tidy (reading->text->str);
  FoyerOutlineEntry *entry;

  g_string_truncate (reading->text, 0);
  if (!has_words (text))
    return;
  /* What opens and closes the menu on a phone. */
  if (reading->in_menu && address != NULL && *address == '#')
    return;
  /* The menu stands on a page twice, for wide and for narrow screens. */
  if (reading->in_menu && address != NULL && !g_hash_table_add (reading->known, g_strdup (address)))
    return;
  entry = g_new0 (FoyerOutlineEntry, 1);
  entry->kind = kind;
  entry->level = level;
  entry->text = g_steal_pointer (&text);
  entry->address = g_strdup (address);
  entry->start
      = kind == FOYER_OUTLINE_LINK || kind == FOYER_OUTLINE_BUTTON ? reading->link_at : reading->text_at;
  g_ptr_array_add (reading->in_menu ? reading->menu : reading->entries, entry);
}

/* Ends what was read as whatever it stands in. */
static void
flush (Reading *reading)
{
  if (reading->in_button)
    add (reading, FOYER_OUTLINE_BUTTON, 0, reading->form);
  else if (reading->link != NULL)
    add (reading, FOYER_OUTLINE_LINK, 0, reading->link);
  else if (reading->level > 0)
    add (reading, FOYER_OUTLINE_HEADING, reading->level, NULL);
  else
    add (reading, FOYER_OUTLINE_TEXT, 0, NULL);
}

static void
set_text (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static guint
get_level (const char *name)
{
  return name[0] == 'h' && name[1] >= '1' && name[1] <= '3' && name[2] == '\0' ? (guint) (name[1] - '0') : 0;
}

static void
open_element (Reading *reading, const char *name, const char *tag, gsize length, gsize at)
{
  g_autofree char *picture = NULL;

  if (is_among (parts, name))
    return;
  if (is_among (words, name)) {
    g_string_append_c (reading->text, ' ');
    return;
  }
  if (g_str_equal (name, "img")) {
    picture = get_attribute (tag, length, "alt");
    g_string_append_printf (reading->text, " %s ", picture == NULL ? "" : picture);
    return;
  }
  /* Blocks in a link are parts of one line. */
  if (reading->link == NULL)
    flush (reading);
  if (g_str_equal (name, "a") || g_str_equal (name, "button"))
    reading->link_at = at;
  if (g_str_equal (name, "a"))
    set_text (&reading->link, get_attribute (tag, length, "href"));
  else if (g_str_equal (name, "form"))
    set_text (&reading->form, get_attribute (tag, length, "action"));
  else if (g_str_equal (name, "button"))
    reading->in_button = TRUE;
  else if (g_str_equal (name, "nav"))
    reading->in_menu = TRUE;
  else if (get_level (name) > 0)
    reading->level = get_level (name);
}

static void
close_element (Reading *reading, const char *name)
{
  if (is_among (parts, name))
    return;
  if (is_among (words, name) || (reading->link != NULL && !g_str_equal (name, "a"))) {
    g_string_append_c (reading->text, ' ');
    return;
  }
  flush (reading);
  if (g_str_equal (name, "a"))
    set_text (&reading->link, NULL);
  else if (g_str_equal (name, "form"))
    set_text (&reading->form, NULL);
  else if (g_str_equal (name, "button"))
    reading->in_button = FALSE;
  else if (g_str_equal (name, "nav"))
    reading->in_menu = FALSE;
  else if (get_level (name) > 0)
    reading->level = 0;
}

/* Whether it opens an element that is closed again, or closes one; @at is where its bracket stands. */
static void
count_tag (Reading *reading, gboolean is_open, gboolean closes, gsize at)
{
  if (is_open)
    g_array_append_val (reading->open, at);
  else if (closes && reading->open->len > 0)
    g_array_set_size (reading->open, reading->open->len - 1);
}

static void
read_text (Reading *reading, const char *text)
{
  if (reading->hidden > 0)
    return;
  if (has_words (text) && !has_words (reading->text->str))
    reading->text_at
        = reading->open->len == 0 ? 0 : g_array_index (reading->open, gsize, reading->open->len - 1);
  g_string_append (reading->text, text);
}

/* @tag: from after its bracket, which stands at @at, to before the other. */
static void
read_tag (Reading *reading, const char *tag, gsize length, gsize at)
{
  gboolean closes = *tag == '/';
  gsize n_name = closes ? length - 1 : strcspn (tag, " />");
  g_autofree char *name = g_strndup (tag + closes, MIN (n_name, length));
  gboolean is_open = !closes && tag[length - 1] != '/' && !is_among (empty, name);

  count_tag (reading, is_open, closes, at);
  if (reading->hidden > 0) {
    if (closes)
      reading->hidden--;
    else if (is_open)
      reading->hidden++;
    return;
  }
  if (is_open && (is_among (hiding, name) || is_hidden (tag, length))) {
    reading->hidden = 1;
    return;
  }
  if (closes)
    close_element (reading, name);
  else
    open_element (reading, name, tag, length, at);
}

GPtrArray *
foyer_page_outline (GBytes *html)
{
  gsize size;
  const char *start = g_bytes_get_data (html, &size);
  const char *at = start;
  const char *end = at + size;
  Reading reading = { .entries = g_ptr_array_new_with_free_func (free_entry),
                      .menu = g_ptr_array_new (),
                      .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      .text = g_string_new (NULL),
                      .open = g_array_new (FALSE, FALSE, sizeof (gsize)) };

  while (at < end) {
    const char *open = memchr (at, '<', (gsize) (end - at));
    const char *close = open == NULL ? NULL : memchr (open, '>', (gsize) (end - open));
    g_autofree char *text = decode (at, (gsize) ((open == NULL ? end : open) - at));

    read_text (&reading, text);
    if (close == NULL)
      break;
    if (open[1] != '!')
      read_tag (&reading, open + 1, (gsize) (close - open - 1), (gsize) (open - start));
    at = close + 1;
  }
  flush (&reading);
  g_ptr_array_extend_and_steal (reading.entries, reading.menu);
  g_hash_table_unref (reading.known);
  g_string_free (reading.text, TRUE);
  g_array_unref (reading.open);
  g_free (reading.form);
  g_free (reading.link);
  return reading.entries;
}
