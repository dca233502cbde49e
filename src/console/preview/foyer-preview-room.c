/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-room.c - what a preview has room for */

#include "foyer-preview-room.h"

/* Below, there is room for a phone alone. */
#define NARROW 620

/* What the Why? panel or the outline takes, and below what it takes everything. */
#define SIDE_WIDTH 290
#define SINGLE 700

/* Below, what is said of the page stands under it. */
#define TIGHT 900

enum { PROP_NARROW = 1, PROP_SINGLE, PROP_SIDE_ALONE, PROP_TIGHT, N_PROPERTIES };

struct _FoyerPreviewRoom {
  GObject parent_instance;

  int width;
  gboolean has_why;
  gboolean has_outline;
  gboolean told[N_PROPERTIES]; /* what each property says */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewRoom, foyer_preview_room, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];

static gboolean
find (FoyerPreviewRoom *self, guint id)
{
  gboolean is_single = self->width < SINGLE;
  gboolean shares = !is_single && (self->has_why || self->has_outline);
  int width = self->width - (shares ? SIDE_WIDTH : 0);

  switch (id) {
  case PROP_NARROW:
    return width < NARROW;
  case PROP_TIGHT:
    return width < TIGHT;
  case PROP_SINGLE:
    return is_single;
  default:
    return self->has_outline && is_single;
  }
}

static void
foyer_preview_room_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, FOYER_PREVIEW_ROOM (object)->told[id]);
}

static void
foyer_preview_room_class_init (FoyerPreviewRoomClass *klass)
{
  static const char *const names[] = { NULL, "narrow", "single", "side-alone", "tight" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_preview_room_get_property;
  for (guint id = 1; id < N_PROPERTIES; id++)
    properties[id]
        = g_param_spec_boolean (names[id], NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_preview_room_init (FoyerPreviewRoom *self)
{
  /* Of the window that nobody has made smaller yet. */
  self->width = G_MAXINT;
}

FoyerPreviewRoom *
foyer_preview_room_new (void)
{
  return g_object_new (FOYER_TYPE_PREVIEW_ROOM, NULL);
}

gboolean
foyer_preview_room_measure (FoyerPreviewRoom *self, int width)
{
  gboolean differs = FALSE;

  g_return_val_if_fail (FOYER_IS_PREVIEW_ROOM (self), FALSE);

  self->width = width;
  for (guint id = 1; id < N_PROPERTIES; id++)
    differs = differs || self->told[id] != find (self, id);
  return differs;
}

void
foyer_preview_room_fill (FoyerPreviewRoom *self, gboolean has_why, gboolean has_outline)
{
  g_return_if_fail (FOYER_IS_PREVIEW_ROOM (self));

  self->has_why = has_why;
  self->has_outline = has_outline;
  foyer_preview_room_settle (self);
}

void
foyer_preview_room_settle (FoyerPreviewRoom *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_ROOM (self));

  for (guint id = 1; id < N_PROPERTIES; id++) {
    if (self->told[id] == find (self, id))
      continue;
    self->told[id] = !self->told[id];
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
  }
}

gboolean
foyer_preview_room_is_single (FoyerPreviewRoom *self)
{
  g_return_val_if_fail (FOYER_IS_PREVIEW_ROOM (self), FALSE);

  return self->told[PROP_SINGLE];
}
