/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-unseen.c - the page that nobody can draw, made to be read */

#include "foyer-preview-unseen.h"

struct _FoyerPreviewUnseen {
  GObject parent_instance;

  FoyerDesk *desk; /* (nullable) (not owned): %NULL after it was stopped */
  FoyerPreviewStage *stage;
  FoyerPreviewFrames *frames;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewUnseen, foyer_preview_unseen, G_TYPE_OBJECT)

enum { MADE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_answer_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewUnseen) self = user_data;
  g_autoptr (FoyerPreviewAnswer) answer = foyer_preview_answer_finish (FOYER_STORE (source), result, NULL);

  if (answer != NULL && answer->is_page && self->desk != NULL)
    g_signal_emit (self, signals[MADE], 0, answer);
}

static void
make (FoyerPreviewUnseen *self)
{
  g_autoptr (FoyerPreviewScene) scene = NULL;

  if (!foyer_preview_stage_has_viewer (self->stage) || !foyer_preview_frames_has_problem (self->frames))
    return;
  scene = foyer_preview_stage_make_scene (self->stage, foyer_preview_stage_get_source (self->stage)
                                                           == FOYER_PREVIEW_DRAFT);
  foyer_preview_answer_async (foyer_desk_get_store (self->desk), scene,
                              foyer_preview_stage_get_address (self->stage), foyer_desk_now (self->desk),
                              NULL, on_answer_ready, g_object_ref (self));
}

static void
foyer_preview_unseen_dispose (GObject *object)
{
  FoyerPreviewUnseen *self = FOYER_PREVIEW_UNSEEN (object);

  g_clear_object (&self->stage);
  g_clear_object (&self->frames);
  G_OBJECT_CLASS (foyer_preview_unseen_parent_class)->dispose (object);
}

static void
foyer_preview_unseen_class_init (FoyerPreviewUnseenClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_preview_unseen_dispose;
  signals[MADE] = g_signal_new ("made", FOYER_TYPE_PREVIEW_UNSEEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
foyer_preview_unseen_init (FoyerPreviewUnseen *self)
{
}

FoyerPreviewUnseen *
foyer_preview_unseen_new (FoyerDesk *desk, FoyerPreviewStage *stage, FoyerPreviewFrames *frames)
{
  FoyerPreviewUnseen *self = g_object_new (FOYER_TYPE_PREVIEW_UNSEEN, NULL);

  self->desk = desk;
  self->stage = g_object_ref (stage);
  self->frames = g_object_ref (frames);
  g_signal_connect_object (frames, "notify::problem", G_CALLBACK (make), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::serial", G_CALLBACK (make), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::address", G_CALLBACK (make), self, G_CONNECT_SWAPPED);
  return self;
}

void
foyer_preview_unseen_refresh (FoyerPreviewUnseen *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_UNSEEN (self));

  if (self->desk != NULL)
    make (self);
}

void
foyer_preview_unseen_stop (FoyerPreviewUnseen *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_UNSEEN (self));

  g_signal_handlers_disconnect_by_data (self->stage, self);
  g_signal_handlers_disconnect_by_data (self->frames, self);
  self->desk = NULL;
}
