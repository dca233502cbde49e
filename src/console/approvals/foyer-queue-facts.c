/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-queue-facts.c - when the next request can come */

#include "foyer-queue-facts.h"

#include "foyer-settings.h"
#include "foyer-slots.h"
#include "types/portal_settings.h"
#include "types/service.h"

#include <glib/gi18n-lib.h>

/* Enough to know what an empty list may say; every further service costs a look at the whole calendar. */
#define SERVICES 3
#define DAY (24 * 60 * 60)

static gint64
find_first_start (FoyerRecordSource *source, FoyerRecord *service, FoyerRecord *settings, gint64 now)
{
  gint64 last = foyer_settings_last_start (settings, now);

  for (gint64 from = foyer_settings_first_start (settings, now); from < last; from += 7 * DAY) {
    g_autoptr (GPtrArray) slots
        = foyer_slots_list (source, service, from, MIN (from + 7 * DAY, last), now, NULL);

    for (guint i = 0; slots != NULL && i < slots->len; i++) {
      const FoyerSlot *slot = slots->pdata[i];

      if (slot->crew_id != NULL)
        return slot->start;
    }
  }
  return 0;
}

static gpointer
load_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  gint64 now = *(gint64 *) user_data;
  g_autoptr (FoyerRecord) settings = foyer_settings_get (source, error);
  g_auto (GStrv) services = NULL;
  FoyerQueueFacts *facts;

  if (settings == NULL)
    return NULL;
  facts = g_new0 (FoyerQueueFacts, 1);
  facts->may_book = foyer_settings_may_book (settings);
  services = foyer_portal_settings_get_booking_services (settings);
  for (guint i = 0; facts->may_book && services[i] != NULL && i < SERVICES; i++) {
    g_autoptr (FoyerRecord) service
        = foyer_record_source_get (source, &foyer_service_type, services[i], NULL);
    gint64 start = service == NULL ? 0 : find_first_start (source, service, settings, now);

    if (start != 0 && (facts->next_start == 0 || start < facts->next_start))
      facts->next_start = start;
  }
  return facts;
}

void
foyer_queue_facts_load_async (FoyerStore *store,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  gint64 now = foyer_store_now (store);

  foyer_store_read_async (store, load_in_worker, g_memdup2 (&now, sizeof now), g_free, g_free, cancellable,
                          callback, user_data);
}

FoyerQueueFacts *
foyer_queue_facts_load_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}

char *
foyer_queue_facts_sentence (const FoyerQueueFacts *facts, FoyerOfficeTime *time)
{
  g_autofree char *slot = NULL;

  if (!facts->may_book)
    return g_strdup (_ ("Clients cannot book by themselves: self-booking is off."));
  if (facts->next_start == 0)
    return g_strdup (_ ("Self-booking is on, but no time is free for clients to pick."));
  slot = foyer_office_time_slot_text (time, facts->next_start, facts->next_start);
  return g_strdup_printf (_ ("Self-booking is on. The next time clients can pick is %s."), slot);
}
