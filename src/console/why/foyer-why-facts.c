/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-facts.c - what only this computer knows of somebody's complaint */

#include "foyer-why-facts.h"

#include "foyer-json.h"
#include "types/invite.h"

/* More than anybody lets wait. */
#define MOST 200

gint64
foyer_why_find_waiting_invite (FoyerStore *store, const char *person_id)
{
  static const FoyerOperationState waiting[] = { FOYER_OPERATION_HELD, FOYER_OPERATION_QUEUED };
  g_autoptr (GPtrArray) operations = NULL;
  gint64 since = 0;

  if (person_id == NULL)
    return 0;
  operations = foyer_store_list_operations (store, waiting, G_N_ELEMENTS (waiting), 0, MOST);
  for (guint i = 0; operations != NULL && i < operations->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (operations->pdata[i]);

    if (data->type == &foyer_invite_type && data->verb == FOYER_VERB_CREATE
        && g_strcmp0 (foyer_json_object_text (data->patch, "personId"), person_id) == 0
        && (since == 0 || data->made_at < since))
      since = data->made_at;
  }
  return since;
}
