/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-document-order.c - a document gets another place among the others */

#include "foyer-document-order.h"

#include "types/document.h"

#include <glib/gi18n-lib.h>

static void
place (FoyerActSeveral *several, FoyerRecord *document, gint64 position)
{
  g_autoptr (JsonObject) patch = json_object_new ();

  json_object_set_int_member (patch, "position", position);
  foyer_act_several_add (several,
                         &(FoyerDeed){ FOYER_VERB_UPDATE, &foyer_document_type,
                                       foyer_record_get_id (document), "edit-document",
                                       foyer_document_get_title (document), 0 },
                         patch);
}

static gint64
get_position (GPtrArray *documents, guint index)
{
  return foyer_document_get_position (documents->pdata[index]);
}

/* Before the first and after the last there is room. */
static gboolean
find_room (GPtrArray *others, guint to, gint64 *position)
{
  gint64 low = to == 0 ? -1 : get_position (others, to - 1);
  gint64 high = to == others->len ? low + 2 * FOYER_DOCUMENT_STEP : get_position (others, to);

  *position = low + (high - low) / 2;
  return high - low > 1;
}

FoyerActSeveral *
foyer_document_order_move (GPtrArray *documents, guint from, guint to)
{
  FoyerRecord *moved = documents->pdata[from];
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  FoyerActSeveral *several = foyer_act_several_new (
      foyer_act_new (foyer_record_get_id (moved), "configuration", g_strdup (_ ("Moved")),
                     g_strdup (_ ("The documents are in the order of before"))));
  gint64 position;

  for (guint i = 0; i < documents->len; i++) {
    if (i != from)
      g_ptr_array_add (others, documents->pdata[i]);
  }
  if (find_room (others, to, &position)) {
    place (several, moved, position);
    return several;
  }
  g_ptr_array_insert (others, to, moved);
  for (guint i = 0; i < others->len; i++) {
    if (get_position (others, i) != (gint64) (i + 1) * FOYER_DOCUMENT_STEP)
      place (several, others->pdata[i], (gint64) (i + 1) * FOYER_DOCUMENT_STEP);
  }
  return several;
}
