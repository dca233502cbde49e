/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-typical.c - a client whose portal shows most of what portals show */

#include "foyer-preview-typical.h"

#include "types/conversation.h"
#include "types/invoice.h"
#include "types/portal_person.h"
#include "types/quote.h"
#include "types/visit.h"

/* As many people are looked at, in the order in which they came. */
#define MOST_PEOPLE 100

static const FoyerRecordType *const shown[]
    = { &foyer_visit_type, &foyer_invoice_type, &foyer_quote_type, &foyer_conversation_type };

/* How many kinds of things a client has; -1 with an error. */
static int
count_kinds (FoyerRecordSource *source, const char *client_id, GError **error)
{
  int kinds = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (shown[i]);
    gint64 count;

    foyer_query_where_text (query, "clientId", client_id);
    count = foyer_record_source_count (source, query, error);
    if (count < 0)
      return -1;
    kinds += count > 0 ? 1 : 0;
  }
  return kinds;
}

static GPtrArray *
list_people (FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_PORTAL_PERSON_ACTIVE);
  foyer_query_limit (query, MOST_PEOPLE);
  return foyer_record_source_list (source, query, error);
}

static gpointer
find_in_worker (FoyerRecordSource *source, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) people = list_people (source, error);
  FoyerRecord *best = NULL;
  int most = -1;

  if (people == NULL)
    return NULL;
  for (guint i = 0; i < people->len && most < (int) G_N_ELEMENTS (shown); i++) {
    int kinds = count_kinds (source, foyer_portal_person_get_client_id (people->pdata[i]), error);

    if (kinds < 0)
      return NULL;
    if (kinds <= most)
      continue;
    most = kinds;
    best = people->pdata[i];
  }
  return best == NULL ? NULL : foyer_preview_viewer_new_person (best);
}

void
foyer_preview_typical_async (FoyerStore *store,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  foyer_store_read_async (store, find_in_worker, NULL, NULL, g_object_unref, cancellable, callback,
                          user_data);
}

FoyerPreviewViewer *
foyer_preview_typical_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
