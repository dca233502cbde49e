/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-tour.c - from one client to whom a draft makes a difference to the next */

#include "foyer-preview-tour.h"

#include "foyer-preview-affected.h"

#include <glib/gi18n-lib.h>

typedef enum {
  NO_TOUR,
  LOOKING,
  FOUND,
  PAST_LAST, /* or before the first */
  NOBODY,
  FAILED,
} State;

struct _FoyerPreviewTour {
  GObject parent_instance;

  FoyerDesk *desk; /* (nullable) (not owned): %NULL after it was stopped */
  FoyerPreviewStage *stage;
  GCancellable *cancellable; /* (nullable): of what is looked for */
  State state;
  gboolean has_found; /* somebody, since it began */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewTour, foyer_preview_tour, G_TYPE_OBJECT)

enum { PROP_SENTENCE = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static const char *
describe (State state)
{
  switch (state) {
  case LOOKING:
    return _ ("Looking for the next client who would see a difference…");
  case FOUND:
    return _ ("This client would see a difference");
  case PAST_LAST:
    return _ ("No further client would see a difference");
  case NOBODY:
    return _ ("No client would see a difference");
  case FAILED:
    return _ ("The records here could not be read");
  case NO_TOUR:
  default:
    return NULL;
  }
}

static void
set_state (FoyerPreviewTour *self, State state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static void
show (FoyerPreviewTour *self, const FoyerPreviewSpot *spot)
{
  foyer_preview_stage_set_address (self->stage, spot->address);
  foyer_preview_stage_set_viewer (self->stage, foyer_preview_viewer_get_client_id (spot->viewer),
                                  foyer_preview_viewer_get_person_id (spot->viewer),
                                  foyer_preview_viewer_get_link_id (spot->viewer));
  g_object_set (self->stage, "source", FOYER_PREVIEW_BOTH, NULL);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewTour) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPreviewSpot) spot = foyer_preview_affected_finish (FOYER_STORE (source), result, &error);

  /* Something else is looked for, or nothing any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (spot == NULL) {
    set_state (self, FAILED);
  } else if (spot->viewer == NULL) {
    set_state (self, self->has_found ? PAST_LAST : NOBODY);
  } else {
    self->has_found = TRUE;
    show (self, spot);
    set_state (self, FOUND);
  }
}

static void
cancel (FoyerPreviewTour *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* @client_id: (nullable): from whom to go on */
static void
look (FoyerPreviewTour *self, const char *client_id, int step)
{
  g_autoptr (JsonObject) draft = NULL;

  cancel (self);
  g_object_get (self->stage, "draft", &draft, NULL);
  if (draft == NULL) {
    set_state (self, NO_TOUR);
    return;
  }
  self->cancellable = g_cancellable_new ();
  set_state (self, LOOKING);
  foyer_preview_affected_async (foyer_desk_get_store (self->desk), draft, client_id, step,
                                foyer_desk_now (self->desk), self->cancellable, on_looked,
                                g_object_ref (self));
}

/* --- The object --- */

static void
foyer_preview_tour_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, describe (FOYER_PREVIEW_TOUR (object)->state));
}

static void
foyer_preview_tour_dispose (GObject *object)
{
  FoyerPreviewTour *self = FOYER_PREVIEW_TOUR (object);

  foyer_preview_tour_stop (self);
  g_clear_object (&self->stage);
  G_OBJECT_CLASS (foyer_preview_tour_parent_class)->dispose (object);
}

static void
foyer_preview_tour_class_init (FoyerPreviewTourClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_preview_tour_get_property;
  object_class->dispose = foyer_preview_tour_dispose;
  properties[PROP_SENTENCE]
      = g_param_spec_string ("sentence", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_preview_tour_init (FoyerPreviewTour *self)
{
}

/* What is published or discarded makes no difference any more. */
static void
on_notify_has_draft (FoyerPreviewTour *self)
{
  gboolean has_draft;

  g_object_get (self->stage, "has-draft", &has_draft, NULL);
  if (!has_draft)
    foyer_preview_tour_end (self);
}

FoyerPreviewTour *
foyer_preview_tour_new (FoyerDesk *desk, FoyerPreviewStage *stage)
{
  FoyerPreviewTour *self = g_object_new (FOYER_TYPE_PREVIEW_TOUR, NULL);

  self->desk = desk;
  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "notify::has-draft", G_CALLBACK (on_notify_has_draft), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
foyer_preview_tour_begin (FoyerPreviewTour *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_TOUR (self) && self->desk != NULL);

  self->has_found = FALSE;
  look (self, NULL, 1);
}

gboolean
foyer_preview_tour_move (FoyerPreviewTour *self, int step)
{
  gboolean is_past;

  g_return_val_if_fail (FOYER_IS_PREVIEW_TOUR (self), FALSE);

  if (self->desk == NULL || self->state == NO_TOUR)
    return FALSE;
  is_past = self->state == PAST_LAST || self->state == NOBODY;
  look (self, is_past ? NULL : foyer_preview_stage_get_client_id (self->stage), step);
  return TRUE;
}

void
foyer_preview_tour_end (FoyerPreviewTour *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_TOUR (self));

  cancel (self);
  set_state (self, NO_TOUR);
}

void
foyer_preview_tour_stop (FoyerPreviewTour *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_TOUR (self));

  if (self->desk == NULL)
    return;
  foyer_preview_tour_end (self);
  self->desk = NULL;
}
