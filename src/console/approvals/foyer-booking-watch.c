/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-watch.c - keeps an eye on one booking */

#include "foyer-booking-watch.h"

#include "foyer-fit-board.h"

/* How long what was looked at before may stand in. */
#define BLINK (150 * G_TIME_SPAN_MILLISECOND)

struct _FoyerBookingWatch {
  GObject parent_instance;

  FoyerStore *store;
  char *booking_id;          /* (nullable) */
  FoyerBookingBrief *brief;  /* (nullable) */
  GCancellable *cancellable; /* (nullable): of the brief that is being worked out */
  guint blink;
};

G_DEFINE_FINAL_TYPE (FoyerBookingWatch, foyer_booking_watch, G_TYPE_OBJECT)

enum {
  PROP_BRIEF = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_brief (FoyerBookingWatch *self, FoyerBookingBrief *brief)
{
  if (g_set_object (&self->brief, brief))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRIEF]);
}

static void
cancel (FoyerBookingWatch *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_brief_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerBookingWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerBookingBrief) brief
      = foyer_booking_brief_load_finish (FOYER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  /* A brief of a booking that is no longer looked at may come when its cancelling came too late. */
  if (brief != NULL
      && g_strcmp0 (foyer_record_get_id (foyer_booking_brief_get_booking (brief)), self->booking_id) != 0)
    return;
  if (error != NULL)
    g_debug ("No brief: %s", error->message);
  foyer_clock_clear_timer (foyer_store_get_clock (self->store), &self->blink);
  set_brief (self, brief);
}

static void
on_blink_over (gpointer user_data)
{
  FoyerBookingWatch *self = user_data;

  self->blink = 0;
  set_brief (self, NULL);
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  if (foyer_fit_board_concerns (changes))
    foyer_booking_watch_look_again (user_data);
}

static void
foyer_booking_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, FOYER_BOOKING_WATCH (object)->brief);
}

static void
foyer_booking_watch_dispose (GObject *object)
{
  FoyerBookingWatch *self = FOYER_BOOKING_WATCH (object);

  foyer_booking_watch_stop (self);
  g_clear_object (&self->brief);
  G_OBJECT_CLASS (foyer_booking_watch_parent_class)->dispose (object);
}

static void
foyer_booking_watch_finalize (GObject *object)
{
  g_free (FOYER_BOOKING_WATCH (object)->booking_id);
  G_OBJECT_CLASS (foyer_booking_watch_parent_class)->finalize (object);
}

static void
foyer_booking_watch_class_init (FoyerBookingWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_booking_watch_get_property;
  object_class->dispose = foyer_booking_watch_dispose;
  object_class->finalize = foyer_booking_watch_finalize;

  properties[PROP_BRIEF] = g_param_spec_object ("brief", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_booking_watch_init (FoyerBookingWatch *self)
{
}

FoyerBookingWatch *
foyer_booking_watch_new (FoyerStore *store)
{
  FoyerBookingWatch *self = g_object_new (FOYER_TYPE_BOOKING_WATCH, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  return self;
}

void
foyer_booking_watch_look_at (FoyerBookingWatch *self, const char *booking_id)
{
  g_return_if_fail (FOYER_IS_BOOKING_WATCH (self));

  if (self->store == NULL || g_strcmp0 (self->booking_id, booking_id) == 0)
    return;
  g_free (self->booking_id);
  self->booking_id = g_strdup (booking_id);
  if (self->blink == 0 && self->brief != NULL && booking_id != NULL)
    self->blink = foyer_clock_add_timer (foyer_store_get_clock (self->store), BLINK, on_blink_over, self);
  foyer_booking_watch_look_again (self);
}

FoyerBookingBrief *
foyer_booking_watch_get_brief (FoyerBookingWatch *self)
{
  g_return_val_if_fail (FOYER_IS_BOOKING_WATCH (self), NULL);

  if (self->brief == NULL
      || g_strcmp0 (foyer_record_get_id (foyer_booking_brief_get_booking (self->brief)), self->booking_id)
             != 0)
    return NULL;
  return self->brief;
}

void
foyer_booking_watch_look_again (FoyerBookingWatch *self)
{
  g_return_if_fail (FOYER_IS_BOOKING_WATCH (self));

  if (self->store == NULL)
    return;
  cancel (self);
  if (self->booking_id == NULL) {
    foyer_clock_clear_timer (foyer_store_get_clock (self->store), &self->blink);
    set_brief (self, NULL);
    return;
  }
  self->cancellable = g_cancellable_new ();
  foyer_booking_brief_load_async (self->store, self->booking_id, self->cancellable, on_brief_ready,
                                  g_object_ref (self));
}

void
foyer_booking_watch_stop (FoyerBookingWatch *self)
{
  g_return_if_fail (FOYER_IS_BOOKING_WATCH (self));

  if (self->store == NULL)
    return;
  cancel (self);
  foyer_clock_clear_timer (foyer_store_get_clock (self->store), &self->blink);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}
