/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-hidden-group.c - what one layer hides, while it is gathered */

#include "foyer-hidden-group.h"

#include "foyer-record-words.h"

#include <string.h>

/* The layers of X12 in their order. */
static const char *const layers[] = { "D01", "D02", "D03", "D11", "D15", "D22", "D23", "D24", "D25",
                                      "D30", "D31", "D32", "D34", "X12", "D27", "D28", "D29", "D33" };

static guint
find_layer (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++) {
    if (strcmp (layers[i], rule) == 0)
      return i;
  }
  return G_N_ELEMENTS (layers);
}

static void
free_part (gpointer data)
{
  FoyerHiddenPart *part = data;

  g_ptr_array_unref (part->records);
  g_free (part);
}

static void
free_group (gpointer data)
{
  FoyerHiddenGroup *group = data;

  foyer_finding_free (group->finding);
  g_ptr_array_unref (group->parts);
  g_free (group->words);
  g_free (group);
}

GPtrArray *
foyer_hidden_groups_new (void)
{
  return g_ptr_array_new_with_free_func (free_group);
}

FoyerHiddenGroup *
foyer_hidden_groups_open (GPtrArray *groups, FoyerFinding *finding)
{
  FoyerHiddenGroup *group;

  for (guint i = 0; i < groups->len; i++) {
    group = groups->pdata[i];
    if (strcmp (group->finding->rule, finding->rule) == 0
        && strcmp (group->finding->sentence, finding->sentence) == 0) {
      foyer_finding_free (finding);
      return group;
    }
  }
  group = g_new0 (FoyerHiddenGroup, 1);
  group->finding = finding;
  group->parts = g_ptr_array_new_with_free_func (free_part);
  g_ptr_array_add (groups, group);
  return group;
}

FoyerHiddenPart *
foyer_hidden_group_open_part (FoyerHiddenGroup *group, const FoyerRecordType *type)
{
  FoyerHiddenPart *part;

  for (guint i = 0; i < group->parts->len; i++) {
    part = group->parts->pdata[i];
    if (part->type == type)
      return part;
  }
  part = g_new0 (FoyerHiddenPart, 1);
  part->type = type;
  part->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (group->parts, part);
  return part;
}

static void
count_words (FoyerHiddenGroup *group, const char *language)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < group->parts->len; i++) {
    const FoyerHiddenPart *part = group->parts->pdata[i];
    g_autofree char *text = foyer_record_count_text (part->type, part->count, language);

    g_string_append_printf (words, "%s%s%s", i == 0 ? "" : ", ", text, part->is_more ? "+" : "");
  }
  group->words = g_string_free (g_steal_pointer (&words), FALSE);
}

static int
compare_layers (gconstpointer a, gconstpointer b)
{
  const FoyerHiddenGroup *first = *(const FoyerHiddenGroup *const *) a;
  const FoyerHiddenGroup *second = *(const FoyerHiddenGroup *const *) b;

  return (int) find_layer (first->finding->rule) - (int) find_layer (second->finding->rule);
}

void
foyer_hidden_groups_finish (GPtrArray *groups, const char *language)
{
  g_ptr_array_sort (groups, compare_layers);
  for (guint i = 0; i < groups->len; i++)
    count_words (groups->pdata[i], language);
}
