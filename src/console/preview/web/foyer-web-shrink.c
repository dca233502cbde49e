/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-shrink.c - what the processor drew, made smaller in a moment
 *
 * Cairo weighs every pixel of what it makes smaller by a curve, which takes a page longer than all else that is done until it stands on the
 * screen. Between half the size and the whole, the mean of the four nearest pixels misses none and looks the same in a twentieth of the time;
 * below that, halves of halves do. */

#include "foyer-web-shrink.h"

#include <math.h>

/* Up to how much the mean of four pixels may make smaller. */
#define LEAST_SCALE 0.5

/* @width, @height: in the window's pixels, of which each is @pixels of the image's. */
static cairo_surface_t *
make_image (double width, double height, int pixels)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * pixels),
                                                       (int) ceil (height * pixels));

  cairo_surface_set_device_scale (image, pixels, pixels);
  return image;
}

static cairo_surface_t *
draw_image (GskRenderNode *node, const graphene_rect_t *bounds, int pixels)
{
  cairo_surface_t *image = make_image (bounds->size.width, bounds->size.height, pixels);
  cairo_t *cairo = cairo_create (image);

  cairo_translate (cairo, -bounds->origin.x, -bounds->origin.y);
  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
  return image;
}

static void
paint (cairo_t *cairo, cairo_surface_t *image, double scale)
{
  cairo_scale (cairo, scale, scale);
  cairo_set_source_surface (cairo, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cairo), CAIRO_EXTEND_PAD);
  cairo_paint (cairo);
}

/* @image: (transfer full) */
static cairo_surface_t *
halve (cairo_surface_t *image, double width, double height, int pixels)
{
  cairo_surface_t *half = make_image (width, height, pixels);
  cairo_t *cairo = cairo_create (half);

  paint (cairo, image, 0.5);
  cairo_destroy (cairo);
  cairo_surface_destroy (image);
  return half;
}

gboolean
foyer_web_shrink (GskRenderNode *node, int pixels, GtkSnapshot *snapshot)
{
  GskRenderNode *drawn;
  cairo_surface_t *image;
  cairo_t *cairo;
  graphene_rect_t bounds;
  float scale, y_scale, x, y;

  if (gsk_render_node_get_node_type (node) != GSK_TRANSFORM_NODE
      || gsk_transform_get_category (gsk_transform_node_get_transform (node))
             < GSK_TRANSFORM_CATEGORY_2D_AFFINE)
    return FALSE;
  drawn = gsk_transform_node_get_child (node);
  if (gsk_render_node_get_node_type (drawn) != GSK_CAIRO_NODE)
    return FALSE;
  gsk_transform_to_affine (gsk_transform_node_get_transform (node), &scale, &y_scale, &x, &y);
  gsk_render_node_get_bounds (drawn, &bounds);
  image = draw_image (drawn, &bounds, pixels);
  for (double of = 0.5; scale < LEAST_SCALE; of /= 2) {
    image = halve (image, bounds.size.width * of, bounds.size.height * of, pixels);
    scale *= 2;
  }
  gsk_render_node_get_bounds (node, &bounds);
  cairo = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cairo, bounds.origin.x, bounds.origin.y);
  paint (cairo, image, scale);
  cairo_destroy (cairo);
  cairo_surface_destroy (image);
  return TRUE;
}
