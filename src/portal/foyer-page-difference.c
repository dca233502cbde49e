/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-difference.c - in what two pages differ, as somebody reads them */

#include "foyer-page-difference.h"

#include "foyer-page-outline.h"

#include <string.h>

/* Entries of a page that are compared with each other; what a longer page has beyond is compared place by place. */
#define MOST_ENTRIES 2000

static void
difference_free (gpointer data)
{
  FoyerPageDifference *self = data;

  g_free (self->part);
  g_free (self->one);
  g_free (self->other);
  g_free (self);
}

static gboolean
is_same (const FoyerOutlineEntry *one, const FoyerOutlineEntry *other)
{
  return one->kind == other->kind && one->level == other->level && strcmp (one->text, other->text) == 0
         && g_strcmp0 (one->address, other->address) == 0;
}

/* --- What is read --- */

typedef struct {
  GPtrArray *ones;   /* (element-type FoyerOutlineEntry) */
  GPtrArray *others; /* (element-type FoyerOutlineEntry) */
  GPtrArray *found;  /* (element-type FoyerPageDifference) */
  const char *part;  /* (nullable): the last heading that was read */
} Comparison;

/* What a heading of either page begins. */
static void
read_heading (Comparison *self, const FoyerOutlineEntry *entry)
{
  if (entry->kind == FOYER_OUTLINE_HEADING)
    self->part = entry->text;
}

static void
add (Comparison *self, const FoyerOutlineEntry *one, const FoyerOutlineEntry *other)
{
  FoyerPageDifference *difference = g_new0 (FoyerPageDifference, 1);

  difference->kind = one == NULL     ? FOYER_DIFFERENCE_ONLY_OTHER
                     : other == NULL ? FOYER_DIFFERENCE_ONLY_ONE
                                     : FOYER_DIFFERENCE_CHANGED;
  difference->part = g_strdup (self->part);
  if (one != NULL) {
    difference->one = g_strdup (one->text);
    difference->one_start = one->start;
    read_heading (self, one);
  }
  if (other != NULL) {
    difference->other = g_strdup (other->text);
    difference->other_start = other->start;
    read_heading (self, other);
  }
  g_ptr_array_add (self->found, difference);
}

/* What stands between two places that are the same: of one kind it is a change, else something went and something came. */
static void
add_gap (Comparison *self, guint one, guint one_end, guint other, guint other_end)
{
  while (one < one_end && other < other_end) {
    const FoyerOutlineEntry *here = self->ones->pdata[one];
    const FoyerOutlineEntry *there = self->others->pdata[other];

    if (here->kind == there->kind && here->level == there->level) {
      add (self, here, there);
      one++;
      other++;
    } else if (one_end - one >= other_end - other) {
      add (self, here, NULL);
      one++;
    } else {
      add (self, NULL, there);
      other++;
    }
  }
  for (; one < one_end; one++)
    add (self, self->ones->pdata[one], NULL);
  for (; other < other_end; other++)
    add (self, NULL, self->others->pdata[other]);
}

/* Of entries @one and @other to the ends, the longest run of entries that both have, in their order: at [one * width + other]. */
static guint16 *
measure (Comparison *self, guint n_ones, guint n_others)
{
  gsize width = n_others + 1;
  guint16 *lengths = g_new0 (guint16, (n_ones + 1) * width);

  for (guint i = n_ones; i > 0; i--) {
    for (guint k = n_others; k > 0; k--) {
      gsize at = (i - 1) * width + k - 1;

      lengths[at] = is_same (self->ones->pdata[i - 1], self->others->pdata[k - 1])
                        ? lengths[at + width + 1] + 1
                        : MAX (lengths[at + width], lengths[at + 1]);
    }
  }
  return lengths;
}

static void
compare_entries (Comparison *self)
{
  guint n_ones = MIN (self->ones->len, MOST_ENTRIES);
  guint n_others = MIN (self->others->len, MOST_ENTRIES);
  g_autofree guint16 *lengths = measure (self, n_ones, n_others);
  gsize width = n_others + 1;
  guint one = 0;
  guint other = 0;
  guint one_gap = 0;
  guint other_gap = 0;

  while (one < n_ones && other < n_others) {
    if (is_same (self->ones->pdata[one], self->others->pdata[other])) {
      add_gap (self, one_gap, one, other_gap, other);
      read_heading (self, self->ones->pdata[one]);
      one_gap = ++one;
      other_gap = ++other;
    } else if (lengths[(one + 1) * width + other] >= lengths[one * width + other + 1]) {
      one++;
    } else {
      other++;
    }
  }
  add_gap (self, one_gap, self->ones->len, other_gap, self->others->len);
}

/* --- How it is written --- */

/* The tag or text in which @at stands. */
static char *
get_piece (const char *html, gsize length, gsize at, gsize *start)
{
  gsize end = at;

  while (at > 0 && html[at] != '<')
    at--;
  while (end < length && html[end] != '>')
    end++;
  *start = at;
  return g_utf8_make_valid (html + at, (gssize) (MIN (end + 1, length) - at));
}

static void
compare_bytes (GPtrArray *found, GBytes *one, GBytes *other)
{
  gsize length;
  gsize other_length;
  const char *html = g_bytes_get_data (one, &length);
  const char *other_html = g_bytes_get_data (other, &other_length);
  FoyerPageDifference *difference;
  gsize at = 0;

  while (at < length && at < other_length && html[at] == other_html[at])
    at++;
  if (at == length && at == other_length)
    return;
  difference = g_new0 (FoyerPageDifference, 1);
  difference->kind = FOYER_DIFFERENCE_DRAWN;
  difference->one = get_piece (html, length, at, &difference->one_start);
  difference->other = get_piece (other_html, other_length, at, &difference->other_start);
  g_ptr_array_add (found, difference);
}

GPtrArray *
foyer_page_differences (GBytes *one, GBytes *other)
{
  g_autoptr (GPtrArray) ones = foyer_page_outline (one);
  g_autoptr (GPtrArray) others = foyer_page_outline (other);
  Comparison comparison
      = { .ones = ones, .others = others, .found = g_ptr_array_new_with_free_func (difference_free) };

  compare_entries (&comparison);
  if (comparison.found->len == 0)
    compare_bytes (comparison.found, one, other);
  return comparison.found;
}

/* --- Marks --- */

static int
compare_starts (gconstpointer one, gconstpointer other)
{
  const gsize *a = one;
  const gsize *b = other;

  return *a < *b ? -1 : *a > *b;
}

/* The tag that begins at @start, with the mark among its classes. */
static void
append_marked (GString *out, const char *html, gsize start, gsize end)
{
  gsize name = start + 1 + strcspn (html + start + 1, " />");
  const char *class = g_strstr_len (html + start, (gssize) (end - start), " class=\"");

  if (class != NULL) {
    gsize value = (gsize) (class - html) + strlen (" class=\"");

    g_string_append_len (out, html + start, (gssize) (value - start));
    g_string_append (out, FOYER_PAGE_MARK " ");
    g_string_append_len (out, html + value, (gssize) (end - value));
  } else {
    g_string_append_len (out, html + start, (gssize) (name - start));
    g_string_append (out, " class=\"" FOYER_PAGE_MARK "\"");
    g_string_append_len (out, html + name, (gssize) (end - name));
  }
}

GBytes *
foyer_page_mark (GBytes *html, GPtrArray *differences, gboolean is_one)
{
  gsize length;
  const char *text = g_bytes_get_data (html, &length);
  GString *out = g_string_sized_new (length);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize at = 0;

  for (guint i = 0; i < differences->len; i++) {
    const FoyerPageDifference *difference = differences->pdata[i];
    gsize start = is_one ? difference->one_start : difference->other_start;

    if (difference->kind != FOYER_DIFFERENCE_DRAWN && (is_one ? difference->one : difference->other) != NULL)
      g_array_append_val (starts, start);
  }
  g_array_sort (starts, compare_starts);
  for (guint i = 0; i < starts->len; i++) {
    gsize start = g_array_index (starts, gsize, i);
    const char *end = memchr (text + start, '>', length - start);

    /* Two lines may stand in one element. */
    if (start < at || end == NULL || text[start] != '<')
      continue;
    g_string_append_len (out, text + at, (gssize) (start - at));
    at = (gsize) (end - text) + 1;
    append_marked (out, text, start, at);
  }
  g_string_append_len (out, text + at, (gssize) (length - at));
  return g_string_free_to_bytes (out);
}
