/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-board.c - whether each of many bookings fits, worked out beside the main thread */

#include "foyer-fit-board.h"

#include "types/availability.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/organisation.h"
#include "types/portal_settings.h"
#include "types/property.h"
#include "types/service.h"
#include "types/visit.h"

struct _FoyerFitBoard {
  GObject parent_instance;

  FoyerStore *store;
  GHashTable *asked;     /* (element-type utf8): the ids that somebody wants to know about */
  GHashTable *due;       /* (element-type utf8): those of them that have to be worked out */
  GHashTable *summaries; /* (element-type utf8 FoyerFitSummary) */
  GCancellable *cancellable;
  gboolean is_running;
};

G_DEFINE_FINAL_TYPE (FoyerFitBoard, foyer_fit_board, G_TYPE_OBJECT)

enum { CHECKED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What the fit rules look at. */
static const FoyerRecordType *const types[] = {
  &foyer_booking_type,      &foyer_visit_type,   &foyer_availability_type,
  &foyer_crew_member_type,  &foyer_service_type, &foyer_portal_settings_type,
  &foyer_organisation_type, &foyer_client_type,  &foyer_property_type,
};

typedef struct {
  GPtrArray *ids;
  gint64 now;
} Job;

static void start (FoyerFitBoard *self);

static void
free_job (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->ids);
  g_free (job);
}

/* One booking that cannot be judged does not keep the others waiting: it is "Not checked". */
static FoyerFitSummary *
judge (FoyerRecordSource *source, const char *id, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) booking = foyer_record_source_get (source, &foyer_booking_type, id, &error);
  g_autoptr (FoyerFit) fit = booking == NULL ? NULL : foyer_fit_check (source, booking, now, &error);

  if (error != NULL)
    g_warning ("Fit of %s: %s", id, error->message);
  return foyer_fit_summary_new (fit);
}

static gpointer
judge_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Job *job = user_data;
  GHashTable *found
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) foyer_fit_summary_free);

  for (guint i = 0; i < job->ids->len; i++) {
    const char *id = job->ids->pdata[i];

    g_hash_table_insert (found, g_strdup (id), judge (source, id, job->now));
  }
  return found;
}

static void
take_over (FoyerFitBoard *self, GHashTable *found)
{
  GHashTableIter iter;
  gpointer id;
  gpointer summary;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, &summary)) {
    if (g_hash_table_contains (self->asked, id))
      g_hash_table_insert (self->summaries, g_strdup (id), foyer_fit_summary_copy (summary));
  }
}

static void
on_read_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerFitBoard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) found = foyer_store_read_finish (FOYER_STORE (source), result, &error);

  self->is_running = FALSE;
  if (self->cancellable == NULL)
    return;
  if (found == NULL) {
    g_warning ("Fits could not be worked out: %s", error->message);
    return;
  }
  take_over (self, found);
  g_signal_emit (self, signals[CHECKED], 0);
  start (self);
}

static Job *
create_job (FoyerFitBoard *self)
{
  Job *job = g_new0 (Job, 1);
  GHashTableIter iter;
  gpointer id;

  job->ids = g_ptr_array_new_with_free_func (g_free);
  job->now = foyer_store_now (self->store);
  g_hash_table_iter_init (&iter, self->due);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (job->ids, g_strdup (id));
  g_hash_table_remove_all (self->due);
  return job;
}

/* What is asked while a job runs makes up the next one. */
static void
start (FoyerFitBoard *self)
{
  if (self->is_running || self->cancellable == NULL || g_hash_table_size (self->due) == 0)
    return;
  self->is_running = TRUE;
  foyer_store_read_async (self->store, judge_in_worker, create_job (self), free_job,
                          (GDestroyNotify) g_hash_table_unref, self->cancellable, on_read_ready,
                          g_object_ref (self));
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  if (foyer_fit_board_concerns (changes))
    foyer_fit_board_check_again (user_data);
}

static void
foyer_fit_board_dispose (GObject *object)
{
  foyer_fit_board_stop (FOYER_FIT_BOARD (object));
  g_clear_object (&FOYER_FIT_BOARD (object)->store);
  G_OBJECT_CLASS (foyer_fit_board_parent_class)->dispose (object);
}

static void
foyer_fit_board_finalize (GObject *object)
{
  FoyerFitBoard *self = FOYER_FIT_BOARD (object);

  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->due);
  g_hash_table_unref (self->summaries);
  G_OBJECT_CLASS (foyer_fit_board_parent_class)->finalize (object);
}

static void
foyer_fit_board_class_init (FoyerFitBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_fit_board_dispose;
  object_class->finalize = foyer_fit_board_finalize;

  signals[CHECKED] = g_signal_new ("checked", FOYER_TYPE_FIT_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
foyer_fit_board_init (FoyerFitBoard *self)
{
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->due = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->summaries
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) foyer_fit_summary_free);
  self->cancellable = g_cancellable_new ();
}

FoyerFitBoard *
foyer_fit_board_new (FoyerStore *store)
{
  FoyerFitBoard *self = g_object_new (FOYER_TYPE_FIT_BOARD, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  return self;
}

gboolean
foyer_fit_board_concerns (FoyerChangeSet *changes)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (foyer_change_set_get_ids (changes, types[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

void
foyer_fit_board_ask (FoyerFitBoard *self, const char *booking_id)
{
  g_return_if_fail (FOYER_IS_FIT_BOARD (self));

  if (!g_hash_table_add (self->asked, g_strdup (booking_id))
      && g_hash_table_contains (self->summaries, booking_id))
    return;
  g_hash_table_add (self->due, g_strdup (booking_id));
  start (self);
}

void
foyer_fit_board_forget (FoyerFitBoard *self, const char *booking_id)
{
  g_return_if_fail (FOYER_IS_FIT_BOARD (self));

  g_hash_table_remove (self->asked, booking_id);
  g_hash_table_remove (self->due, booking_id);
  g_hash_table_remove (self->summaries, booking_id);
}

const FoyerFitSummary *
foyer_fit_board_get (FoyerFitBoard *self, const char *booking_id)
{
  g_return_val_if_fail (FOYER_IS_FIT_BOARD (self), NULL);

  return g_hash_table_lookup (self->summaries, booking_id);
}

void
foyer_fit_board_check_again (FoyerFitBoard *self)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (FOYER_IS_FIT_BOARD (self));

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (self->due, g_strdup (id));
  start (self);
}

void
foyer_fit_board_stop (FoyerFitBoard *self)
{
  g_return_if_fail (FOYER_IS_FIT_BOARD (self));

  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}
