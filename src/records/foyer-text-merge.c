/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-text-merge.c - two people's changes of one text, line by line */

#include "foyer-text-merge.h"

#include <string.h>

/* Two texts of two thousand lines each that have nothing in common: no note is that long, and a person can say. */
#define MOST_CELLS (4 * 1000 * 1000)

typedef struct {
  char **lines;
  guint n_lines;
} Text;

static void
split (Text *text, const char *value)
{
  text->lines = g_strsplit (value, "\n", -1);
  text->n_lines = g_strv_length (text->lines);
}

static gboolean
is_same (const Text *a, guint at, const Text *b, guint bt)
{
  return strcmp (a->lines[at], b->lines[bt]) == 0;
}

/* Where each line of @base is in @other, -1 if it is not there: a longest sequence that both have. NULL if they are too long. */
static int *
match (const Text *base, const Text *other)
{
  guint width = other->n_lines + 1;
  g_autofree guint16 *best = NULL; /* from here to the end */
  int *found;

  if ((guint64) (base->n_lines + 1) * width > MOST_CELLS)
    return NULL;
  best = g_new0 (guint16, (base->n_lines + 1) * width);
  for (guint i = base->n_lines; i > 0; i--) {
    for (guint j = other->n_lines; j > 0; j--) {
      guint16 *cell = &best[(i - 1) * width + (j - 1)];

      *cell = is_same (base, i - 1, other, j - 1) ? cell[width + 1] + 1 : MAX (cell[width], cell[1]);
    }
  }
  found = g_new (int, base->n_lines + 1);
  for (guint i = 0, j = 0; i < base->n_lines; i++) {
    while (j < other->n_lines && !is_same (base, i, other, j)
           && best[i * width + j] == best[i * width + j + 1])
      j++;
    if (j < other->n_lines && is_same (base, i, other, j)
        && best[i * width + j] == best[(i + 1) * width + j + 1] + 1)
      found[i] = (int) j++;
    else
      found[i] = -1;
  }
  return found;
}

typedef struct {
  const Text *text;
  guint from;
  guint to;
} Part;

static gboolean
equals (const Part *a, const Part *b)
{
  if (a->to - a->from != b->to - b->from)
    return FALSE;
  for (guint i = 0; i < a->to - a->from; i++) {
    if (!is_same (a->text, a->from + i, b->text, b->from + i))
      return FALSE;
  }
  return TRUE;
}

static void
append (GPtrArray *out, const Part *part)
{
  for (guint i = part->from; i < part->to; i++)
    g_ptr_array_add (out, part->text->lines[i]);
}

/* Between two lines that all three have. */
static gboolean
merge_part (GPtrArray *out, const Part *base, const Part *mine, const Part *theirs)
{
  if (equals (mine, base) || equals (mine, theirs)) {
    append (out, theirs);
  } else if (equals (theirs, base)) {
    append (out, mine);
  } else if (base->from == base->to) {
    append (out, theirs);
    append (out, mine);
  } else {
    return FALSE;
  }
  return TRUE;
}

static gboolean
merge_lines (GPtrArray *out,
             const Text *base,
             const Text *mine,
             const Text *theirs,
             const int *in_mine,
             const int *in_theirs)
{
  Part b = { .text = base };
  Part m = { .text = mine };
  Part t = { .text = theirs };

  for (guint i = 0; i <= base->n_lines; i++) {
    gboolean at_end = i == base->n_lines;

    if (!at_end && (in_mine[i] < 0 || in_theirs[i] < 0))
      continue;
    b.to = i;
    m.to = at_end ? mine->n_lines : (guint) in_mine[i];
    t.to = at_end ? theirs->n_lines : (guint) in_theirs[i];
    if (!merge_part (out, &b, &m, &t))
      return FALSE;
    if (at_end)
      break;
    g_ptr_array_add (out, base->lines[i]);
    b.from = i + 1;
    m.from = m.to + 1;
    t.from = t.to + 1;
  }
  g_ptr_array_add (out, NULL);
  return TRUE;
}

char *
foyer_text_merge (const char *base, const char *mine, const char *theirs)
{
  Text texts[3];
  g_autofree int *in_mine = NULL;
  g_autofree int *in_theirs = NULL;
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  char *merged = NULL;

  split (&texts[0], base);
  split (&texts[1], mine);
  split (&texts[2], theirs);
  in_mine = match (&texts[0], &texts[1]);
  in_theirs = match (&texts[0], &texts[2]);
  if (in_mine != NULL && in_theirs != NULL
      && merge_lines (out, &texts[0], &texts[1], &texts[2], in_mine, in_theirs))
    merged = g_strjoinv ("\n", (char **) out->pdata);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_strfreev (texts[i].lines);
  return merged;
}
