/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-feed.c - what a view asks for, made before it asks where that can be known */

#include "foyer-preview-feed.h"

#include <string.h>

/* How long a view may take to ask for what it was told to load before it is told again, how often, and up to how long. Microseconds. */
#define PATIENCE (10 * G_USEC_PER_SEC)
#define MOST_REMINDERS 6
#define MOST_DOUBLED 3

struct _FoyerPreviewFeed {
  GObject parent_instance;

  FoyerDesk *desk; /* (not owned) */

  /* State. */
  GCancellable *cancellable; /* (nullable): %NULL once it has stopped */
  FoyerPreviewScene *scene;  /* (nullable) */
  char *expected;            /* (nullable): the page that the view was told to load, until it asks for it */
  guint making;              /* number of the page that is being made before it is asked for; 0 for none */
  guint last_making;
  FoyerPreviewAnswer *ready; /* (nullable): that page */
  FoyerWebRequest *waiting;  /* (nullable): for that page */
  const FoyerWebRoom *room;  /* (nullable): of the one who waits */
  guint waits_since;         /* its place among all that was asked for */
  FoyerPreviewAnswer *shown; /* (nullable) */
  guint shown_since;         /* its place among all that was asked for */
  guint n_asked;
  guint reminder; /* a timer, 0 for none */
  guint n_reminded;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewFeed, foyer_preview_feed, G_TYPE_OBJECT)

enum { HANDED, STILL, OUTDATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_shown (FoyerPreviewFeed *self, FoyerPreviewAnswer *answer)
{
  foyer_preview_answer_ref (answer);
  g_clear_pointer (&self->shown, foyer_preview_answer_unref);
  self->shown = answer;
}

static FoyerClock *
get_clock (FoyerPreviewFeed *self)
{
  return foyer_desk_get_clock (self->desk);
}

static void
expect_nothing (FoyerPreviewFeed *self)
{
  /* There may be no clock any more. */
  if (self->reminder != 0)
    foyer_clock_clear_timer (get_clock (self), &self->reminder);
  self->n_reminded = 0;
  g_clear_pointer (&self->expected, g_free);
  g_clear_pointer (&self->ready, foyer_preview_answer_unref);
  if (self->waiting == NULL)
    self->making = 0;
}

/* @request: (transfer full). @number: its place among all that was asked for */
static void
hand_over (FoyerPreviewFeed *self,
           const FoyerWebRoom *room,
           FoyerWebRequest *request,
           guint number,
           FoyerPreviewAnswer *answer,
           const GError *error)
{
  if (answer == NULL)
    room->answer (request, 500, "text/plain", NULL);
  else
    room->answer (request, answer->status, answer->content_type, answer->bytes);
  if (self->cancellable == NULL)
    return;
  if (answer != NULL && answer->is_page) {
    /* The view went on meanwhile. */
    if (number < self->shown_since)
      return;
    self->shown_since = number;
    set_shown (self, answer);
    /* Somebody followed a link instead: what it was told to load it will not ask for. */
    if (self->expected != NULL && !g_str_equal (self->expected, answer->address))
      expect_nothing (self);
  }
  g_signal_emit (self, signals[HANDED], 0, answer, error);
}

/* --- What nobody could know --- */

typedef struct {
  FoyerPreviewFeed *feed;
  const FoyerWebRoom *room;
  FoyerWebRequest *request;
  guint number;
} Asked;

static void
on_answer_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (FoyerPreviewFeed) self = asked->feed;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPreviewAnswer) answer = foyer_preview_answer_finish (FOYER_STORE (source), result, &error);

  hand_over (self, asked->room, asked->request, asked->number, answer, error);
}

static void
make_answer (FoyerPreviewFeed *self, const char *address, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *path = g_strndup (address, strcspn (address, "#"));

  foyer_preview_answer_async (foyer_desk_get_store (self->desk), self->scene, path,
                              foyer_desk_now (self->desk), self->cancellable, callback, user_data);
}

/* --- The page that it will ask for --- */

static void await_question (FoyerPreviewFeed *self);

/* Whatever became of the load, a page that is never asked for would stay as it is for ever. */
static void
on_reminder (gpointer user_data)
{
  FoyerPreviewFeed *self = user_data;

  self->reminder = 0;
  self->n_reminded++;
  await_question (self);
  g_signal_emit (self, signals[OUTDATED], 0);
}

static void
await_question (FoyerPreviewFeed *self)
{
  foyer_clock_clear_timer (get_clock (self), &self->reminder);
  if (self->n_reminded < MOST_REMINDERS)
    self->reminder
        = foyer_clock_add_timer (get_clock (self), PATIENCE << MIN (self->n_reminded, MOST_DOUBLED),
                                 on_reminder, self);
}

static void
set_expected (FoyerPreviewFeed *self, const char *address)
{
  g_autofree char *before = self->expected;

  self->expected = g_strndup (address, strcspn (address, "#"));
  self->n_reminded = 0;
  await_question (self);
}

typedef struct {
  FoyerPreviewFeed *feed;
  guint number;
} Ahead;

static gboolean
is_shown (FoyerPreviewFeed *self, FoyerPreviewAnswer *answer)
{
  return self->shown != NULL && answer->is_page && self->shown->status == answer->status
         && g_str_equal (self->shown->address, answer->address)
         && g_bytes_equal (self->shown->bytes, answer->bytes);
}

static void
on_ahead_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Ahead *ahead = user_data;
  g_autoptr (FoyerPreviewFeed) self = ahead->feed;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPreviewAnswer) answer = foyer_preview_answer_finish (FOYER_STORE (source), result, &error);

  if (self->making != ahead->number)
    return;
  self->making = 0;
  if (self->waiting != NULL) {
    hand_over (self, self->room, g_steal_pointer (&self->waiting), self->waits_since, answer, error);
  } else if (self->expected != NULL) {
    self->ready = g_steal_pointer (&answer);
  } else if (answer != NULL && is_shown (self, answer)) {
    set_shown (self, answer);
    g_signal_emit (self, signals[STILL], 0, answer);
  } else {
    if (answer != NULL) {
      set_expected (self, answer->address);
      self->ready = g_steal_pointer (&answer);
    }
    g_signal_emit (self, signals[OUTDATED], 0);
  }
}

static void
make_ahead (FoyerPreviewFeed *self, const char *address)
{
  Ahead *ahead = g_new0 (Ahead, 1);

  g_clear_pointer (&self->ready, foyer_preview_answer_unref);
  self->last_making = MAX (self->last_making + 1, 1);
  self->making = self->last_making;
  ahead->feed = g_object_ref (self);
  ahead->number = self->making;
  make_answer (self, address, on_ahead_ready, ahead);
}

void
foyer_preview_feed_expect (FoyerPreviewFeed *self, const FoyerPreviewScene *scene, const char *address)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FEED (self) && address != NULL);

  if (scene != NULL) {
    g_clear_pointer (&self->scene, foyer_preview_scene_free);
    self->scene = foyer_preview_scene_copy (scene);
  }
  if (self->cancellable == NULL || self->scene == NULL)
    return;
  set_expected (self, address);
  make_ahead (self, address);
}

void
foyer_preview_feed_look_again (FoyerPreviewFeed *self, const char *address)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FEED (self));

  if (self->cancellable != NULL && self->scene != NULL)
    make_ahead (self, address);
}

/* Whoever still waits is told that there is nothing. */
static void
let_go (FoyerPreviewFeed *self)
{
  if (self->waiting != NULL)
    self->room->answer (g_steal_pointer (&self->waiting), 404, "text/plain", NULL);
}

void
foyer_preview_feed_forget (FoyerPreviewFeed *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FEED (self));

  expect_nothing (self);
  self->making = 0;
  let_go (self);
}

void
foyer_preview_feed_ask (FoyerPreviewFeed *self,
                        const FoyerWebRoom *room,
                        FoyerWebRequest *request,
                        const char *path)
{
  gboolean is_expected;
  Asked *asked;

  g_return_if_fail (FOYER_IS_PREVIEW_FEED (self));

  if (self->cancellable == NULL || self->scene == NULL) {
    room->answer (request, 404, "text/plain", NULL);
    return;
  }
  self->n_asked++;
  /* Of two loads right after each other the first may have got what was made for the second, which then has it made again. */
  is_expected = g_strcmp0 (self->expected, path) == 0;
  if (is_expected) {
    g_clear_pointer (&self->expected, g_free);
    foyer_clock_clear_timer (get_clock (self), &self->reminder);
    self->n_reminded = 0;
  }
  if (is_expected && (self->ready != NULL || self->making != 0)) {
    g_autoptr (FoyerPreviewAnswer) answer = g_steal_pointer (&self->ready);

    if (answer != NULL) {
      hand_over (self, room, request, self->n_asked, answer, NULL);
      return;
    }
    let_go (self);
    self->room = room;
    self->waiting = request;
    self->waits_since = self->n_asked;
    return;
  }
  asked = g_new0 (Asked, 1);
  asked->feed = g_object_ref (self);
  asked->room = room;
  asked->request = request;
  asked->number = self->n_asked;
  make_answer (self, path, on_answer_ready, asked);
}

gboolean
foyer_preview_feed_is_expecting (FoyerPreviewFeed *self)
{
  g_return_val_if_fail (FOYER_IS_PREVIEW_FEED (self), FALSE);

  return self->expected != NULL;
}

gboolean
foyer_preview_feed_is_late (FoyerPreviewFeed *self)
{
  g_return_val_if_fail (FOYER_IS_PREVIEW_FEED (self), FALSE);

  return self->n_reminded > 0;
}

FoyerPreviewAnswer *
foyer_preview_feed_get_shown (FoyerPreviewFeed *self)
{
  g_return_val_if_fail (FOYER_IS_PREVIEW_FEED (self), NULL);

  return self->shown;
}

void
foyer_preview_feed_stop (FoyerPreviewFeed *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FEED (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  foyer_preview_feed_forget (self);
}

static void
foyer_preview_feed_finalize (GObject *object)
{
  FoyerPreviewFeed *self = FOYER_PREVIEW_FEED (object);

  foyer_preview_feed_stop (self);
  g_clear_pointer (&self->scene, foyer_preview_scene_free);
  g_clear_pointer (&self->shown, foyer_preview_answer_unref);
  G_OBJECT_CLASS (foyer_preview_feed_parent_class)->finalize (object);
}

static void
foyer_preview_feed_class_init (FoyerPreviewFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_preview_feed_finalize;
  signals[HANDED] = g_signal_new ("handed", FOYER_TYPE_PREVIEW_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[STILL] = g_signal_new ("still", FOYER_TYPE_PREVIEW_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OUTDATED] = g_signal_new ("outdated", FOYER_TYPE_PREVIEW_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
foyer_preview_feed_init (FoyerPreviewFeed *self)
{
  self->cancellable = g_cancellable_new ();
}

FoyerPreviewFeed *
foyer_preview_feed_new (FoyerDesk *desk)
{
  FoyerPreviewFeed *self = g_object_new (FOYER_TYPE_PREVIEW_FEED, NULL);

  self->desk = desk;
  return self;
}
