/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-shelves.c - in which section of the Why? panel everything of an answer stands */

#include "foyer-why-shelves.h"

#include "foyer-why-item.h"

#include <string.h>

const char *
foyer_why_shelf_name (FoyerWhyShelf shelf)
{
  static const char *const names[] = { "answer", "also", "unknown", "hidden", "ghosts" };

  return names[shelf];
}

/* Where a finding of the diagnosis stands; those that pass are folded away. */
static gboolean
choose_shelf (const FoyerDiagnosis *diagnosis, const FoyerFinding *finding, FoyerWhyShelf *shelf)
{
  if (finding == diagnosis->answer)
    *shelf = FOYER_WHY_ANSWER;
  else if (finding->verdict == FOYER_VERDICT_BLOCK || finding->verdict == FOYER_VERDICT_WARN)
    *shelf = FOYER_WHY_ALSO;
  else if (finding->verdict == FOYER_VERDICT_UNKNOWN)
    *shelf = FOYER_WHY_UNKNOWN;
  else
    return FALSE;
  return TRUE;
}

static void
sort_findings (FoyerWhyShelves *self, FoyerWhyAnswer *answer)
{
  for (guint i = 0; answer->diagnosis != NULL && i < answer->diagnosis->findings->len; i++) {
    const FoyerFinding *finding = answer->diagnosis->findings->pdata[i];
    FoyerWhyShelf shelf;

    if (choose_shelf (answer->diagnosis, finding, &shelf))
      g_ptr_array_add (self->items[shelf],
                       foyer_why_item_new_finding (answer, finding, foyer_why_shelf_name (shelf)));
    else
      g_ptr_array_add (self->fine, finding->sentence);
  }
}

/* What the answer says already is not said again below it. */
static gboolean
is_answer (const FoyerWhyAnswer *answer, const FoyerHiddenGroup *group)
{
  const FoyerFinding *said = answer->diagnosis == NULL ? NULL : answer->diagnosis->answer;

  return said != NULL && group->finding->verdict != FOYER_VERDICT_UNKNOWN
         && g_strcmp0 (said->rule, group->finding->rule) == 0
         && g_strcmp0 (said->sentence, group->finding->sentence) == 0;
}

static void
sort_hidden (FoyerWhyShelves *self, FoyerWhyAnswer *answer)
{
  JsonArray *ghosts = answer->ghosts == NULL ? NULL : json_object_get_array_member (answer->ghosts, "groups");

  for (guint i = 0; i < answer->hidden->len; i++) {
    if (!is_answer (answer, answer->hidden->pdata[i]))
      g_ptr_array_add (self->items[FOYER_WHY_HIDDEN],
                       foyer_why_item_new_hidden (answer, answer->hidden->pdata[i]));
  }
  for (guint i = 0; ghosts != NULL && i < json_array_get_length (ghosts); i++)
    g_ptr_array_add (self->items[FOYER_WHY_GHOSTS],
                     foyer_why_item_new_ghosts (answer, json_array_get_object_element (ghosts, i)));
}

FoyerWhyShelves *
foyer_why_shelves_new (FoyerWhyAnswer *answer)
{
  FoyerWhyShelves *self = g_new0 (FoyerWhyShelves, 1);

  for (guint i = 0; i < FOYER_N_WHY_SHELVES; i++)
    self->items[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->fine = g_ptr_array_new ();
  sort_findings (self, answer);
  sort_hidden (self, answer);
  return self;
}

void
foyer_why_shelves_free (FoyerWhyShelves *self)
{
  for (guint i = 0; i < FOYER_N_WHY_SHELVES; i++)
    g_ptr_array_unref (self->items[i]);
  g_ptr_array_unref (self->fine);
  g_free (self);
}
