/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-free-times.c - the free times nearest to the one that a booking wished */

#include "foyer-free-times.h"

#include "types/booking.h"
#include "types/service.h"

#define DAY (24 * 60 * 60)
#define DAYS 28
#define MOST_SHOWN 6

typedef struct {
  char *booking_id;
  gint64 now;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->booking_id);
  g_free (question);
}

static int
compare_distances (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 wished = *(const gint64 *) user_data;
  gint64 first = (*(FoyerSlot *const *) a)->start - wished;
  gint64 second = (*(FoyerSlot *const *) b)->start - wished;

  first = ABS (first);
  second = ABS (second);
  return first < second ? -1 : first > second;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const FoyerSlot *first = *(FoyerSlot *const *) a;
  const FoyerSlot *second = *(FoyerSlot *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* Full ones, and the time that was wished itself, are no offers. */
static void
leave_out (GPtrArray *slots, gint64 wished)
{
  for (guint i = slots->len; i > 0; i--) {
    const FoyerSlot *slot = slots->pdata[i - 1];

    if (slot->crew_id == NULL || slot->start == wished)
      g_ptr_array_remove_index (slots, i - 1);
  }
}

static gpointer
find_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) booking
      = foyer_record_source_get (source, &foyer_booking_type, question->booking_id, &failure);
  g_autoptr (FoyerRecord) service = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  gint64 wished;

  if (booking != NULL)
    service = foyer_record_source_get (source, &foyer_service_type, foyer_booking_get_service_id (booking),
                                       &failure);
  if (service != NULL)
    slots = foyer_slots_list (source, service, question->now, question->now + DAYS * DAY, question->now,
                              &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (slots == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_slot_free);
  wished = foyer_booking_get_start (booking);
  leave_out (slots, wished);
  g_ptr_array_sort_with_data (slots, compare_distances, &wished);
  if (slots->len > MOST_SHOWN)
    g_ptr_array_set_size (slots, MOST_SHOWN);
  g_ptr_array_sort (slots, compare_starts);
  return g_steal_pointer (&slots);
}

void
foyer_free_times_load_async (FoyerStore *store,
                             const char *booking_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->booking_id = g_strdup (booking_id);
  question->now = foyer_store_now (store);
  foyer_store_read_async (store, find_in_worker, question, free_question, (GDestroyNotify) g_ptr_array_unref,
                          cancellable, callback, user_data);
}

GPtrArray *
foyer_free_times_load_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
