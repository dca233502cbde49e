/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-check.c - compares the page that is previewed with what the server shows */

#include "foyer-preview-check.h"

#include "foyer-back-off.h"
#include "foyer-json.h"
#include "foyer-page-difference.h"

#include <string.h>

struct _FoyerPreviewCheck {
  GObject parent_instance;

  FoyerDesk *desk; /* (nullable) (not owned): %NULL once it has stopped */

  /* State. */
  FoyerPreviewAnswer *answer; /* (nullable): what is looked at */
  FoyerPreviewVerdict verdict;
  GPtrArray *differences;    /* (nullable) (element-type FoyerPageDifference) */
  gboolean has_synced;       /* for this page, because the server had newer records */
  gboolean is_waiting;       /* for that sync */
  guint attempts;            /* at this page that settled nothing */
  guint retry;               /* the timer of the next one; 0 for none */
  GCancellable *cancellable; /* (nullable): of what is asked */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewCheck, foyer_preview_check, G_TYPE_OBJECT)

enum { PROP_VERDICT = 1, PROP_DIFFERENCES, N_PROPERTIES };
enum { OUTDATED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_verdict (FoyerPreviewCheck *self, FoyerPreviewVerdict verdict)
{
  if (self->verdict == verdict)
    return;
  self->verdict = verdict;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
}

/* @differences: (transfer full) (nullable) */
static void
take_differences (FoyerPreviewCheck *self, GPtrArray *differences)
{
  if (self->differences == NULL && differences == NULL)
    return;
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  self->differences = differences;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIFFERENCES]);
}

/* --- Once again --- */

static void
on_retry (gpointer user_data)
{
  FoyerPreviewCheck *self = user_data;

  self->retry = 0;
  self->has_synced = FALSE;
  self->is_waiting = FALSE;
  g_signal_emit (self, signals[OUTDATED], 0);
}

/* Nothing that was not settled stays so for ever: what was in the way may be over, and no record needs to change for that. */
static void
try_again_later (FoyerPreviewCheck *self)
{
  FoyerClock *clock = foyer_desk_get_clock (self->desk);
  FoyerRandom *random = foyer_store_get_random (foyer_desk_get_store (self->desk));

  self->attempts++;
  foyer_clock_clear_timer (clock, &self->retry);
  self->retry = foyer_clock_add_timer (clock, G_USEC_PER_SEC + foyer_back_off_delay (random, self->attempts),
                                       on_retry, self);
}

/* --- In what they differ --- */

static void
on_page_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewCheck) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (JsonObject) said
      = foyer_sync_engine_ask_finish (FOYER_SYNC_ENGINE (source), result, &refusal, &error);
  const char *page = said == NULL ? NULL : foyer_json_object_text (said, "page");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) forced = NULL;

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || !foyer_preview_verdict_differs (self->verdict))
    return;
  if (page == NULL) {
    try_again_later (self);
    return;
  }
  bytes = g_bytes_new (page, strlen (page));
  forced = foyer_brand_force (bytes, self->answer->scene->mode);
  take_differences (self, foyer_page_differences (self->answer->bytes, forced));
}

static void
ask_for_page (FoyerPreviewCheck *self)
{
  JsonObject *question = foyer_preview_verdict_question (self->answer);

  json_object_set_boolean_member (question, "withPage", TRUE);
  foyer_sync_engine_ask_async (foyer_desk_get_engine (self->desk), "Portal/compare", question,
                               self->cancellable, on_page_ready, g_object_ref (self));
}

/* --- Whether --- */

/* The server has newer records: fetched once, and the page is made from them. If that takes long, it is tried again. */
static void
catch_up (FoyerPreviewCheck *self)
{
  try_again_later (self);
  if (self->has_synced) {
    set_verdict (self, FOYER_PREVIEW_BEHIND);
    return;
  }
  self->has_synced = TRUE;
  self->is_waiting = TRUE;
  foyer_desk_sync_now (self->desk);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewCheck) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (JsonObject) said
      = foyer_sync_engine_ask_finish (FOYER_SYNC_ENGINE (source), result, &refusal, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (said != NULL) {
    set_verdict (self, foyer_preview_verdict_judge (self->answer, said));
    self->has_synced = FALSE;
    self->attempts = 0;
    if (foyer_preview_verdict_differs (self->verdict))
      ask_for_page (self);
    else
      take_differences (self, NULL);
  } else if (refusal != NULL && g_strcmp0 (foyer_json_object_text (refusal, "type"), "stateMismatch") == 0) {
    catch_up (self);
  } else {
    set_verdict (self, foyer_desk_is_online (self->desk) ? FOYER_PREVIEW_NO_ANSWER : FOYER_PREVIEW_OFFLINE);
    try_again_later (self);
  }
}

static void
forget_question (FoyerPreviewCheck *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_waiting = FALSE;
  foyer_clock_clear_timer (foyer_desk_get_clock (self->desk), &self->retry);
}

/* Whether the next sync, or the next attempt, may say otherwise. */
static gboolean
is_open (FoyerPreviewCheck *self)
{
  return self->verdict == FOYER_PREVIEW_NO_ANSWER || self->verdict == FOYER_PREVIEW_BEHIND
         || self->verdict == FOYER_PREVIEW_PENDING || foyer_preview_verdict_differs (self->verdict);
}

/* @again: whether the same page was looked at before: what was said of it stands until there is something else to say */
static void
compare (FoyerPreviewCheck *self, gboolean again)
{
  FoyerSyncEngine *engine = foyer_desk_get_engine (self->desk);
  gboolean online = engine != NULL && foyer_desk_is_online (self->desk);
  FoyerPreviewVerdict verdict = foyer_preview_verdict_before (self->answer, online);

  forget_question (self);
  if (verdict == FOYER_PREVIEW_OFFLINE)
    self->has_synced = FALSE;
  if (verdict != FOYER_PREVIEW_ASKING || !again || !is_open (self)) {
    take_differences (self, NULL);
    set_verdict (self, verdict);
  }
  if (verdict != FOYER_PREVIEW_ASKING)
    return;
  self->cancellable = g_cancellable_new ();
  foyer_sync_engine_ask_async (engine, "Portal/compare", foyer_preview_verdict_question (self->answer),
                               self->cancellable, on_compared, g_object_ref (self));
}

static void
on_notify_online (FoyerPreviewCheck *self)
{
  if (self->answer != NULL && (self->verdict == FOYER_PREVIEW_OFFLINE || !foyer_desk_is_online (self->desk)))
    compare (self, FALSE);
}

/* All that is here is as the server had it. */
static void
on_notify_synced_at (FoyerPreviewCheck *self)
{
  if (!self->is_waiting && !is_open (self))
    return;
  self->is_waiting = FALSE;
  g_signal_emit (self, signals[OUTDATED], 0);
}

void
foyer_preview_check_look (FoyerPreviewCheck *self, FoyerPreviewAnswer *answer)
{
  gboolean same_page;

  g_return_if_fail (FOYER_IS_PREVIEW_CHECK (self) && answer->is_page);

  if (self->desk == NULL)
    return;
  same_page = self->answer != NULL && g_strcmp0 (self->answer->address, answer->address) == 0
              && g_strcmp0 (self->answer->scene->client_id, answer->scene->client_id) == 0
              && g_strcmp0 (self->answer->scene->person_id, answer->scene->person_id) == 0;
  if (!same_page) {
    self->has_synced = FALSE;
    self->attempts = 0;
  }
  foyer_preview_answer_ref (answer);
  g_clear_pointer (&self->answer, foyer_preview_answer_unref);
  self->answer = answer;
  compare (self, same_page);
}

void
foyer_preview_check_stop (FoyerPreviewCheck *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_CHECK (self));

  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->desk, self);
  forget_question (self);
  self->desk = NULL;
}

static void
foyer_preview_check_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewCheck *self = FOYER_PREVIEW_CHECK (object);

  switch (id) {
  case PROP_VERDICT:
    g_value_set_int (value, (int) self->verdict);
    break;
  case PROP_DIFFERENCES:
    g_value_set_boxed (value, self->differences);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_check_finalize (GObject *object)
{
  FoyerPreviewCheck *self = FOYER_PREVIEW_CHECK (object);

  g_clear_pointer (&self->answer, foyer_preview_answer_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_preview_check_parent_class)->finalize (object);
}

static void
foyer_preview_check_class_init (FoyerPreviewCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_preview_check_get_property;
  object_class->finalize = foyer_preview_check_finalize;
  properties[PROP_VERDICT] = g_param_spec_int ("verdict", NULL, NULL, 0, FOYER_PREVIEW_NO_ANSWER, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DIFFERENCES] = g_param_spec_boxed ("differences", NULL, NULL, G_TYPE_PTR_ARRAY,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[OUTDATED] = g_signal_new ("outdated", FOYER_TYPE_PREVIEW_CHECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
foyer_preview_check_init (FoyerPreviewCheck *self)
{
}

FoyerPreviewCheck *
foyer_preview_check_new (FoyerDesk *desk)
{
  FoyerPreviewCheck *self = g_object_new (FOYER_TYPE_PREVIEW_CHECK, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "notify::online", G_CALLBACK (on_notify_online), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::synced-at", G_CALLBACK (on_notify_synced_at), self,
                           G_CONNECT_SWAPPED);
  return self;
}
