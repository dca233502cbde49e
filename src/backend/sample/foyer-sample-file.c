/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-file.c - photos and documents of the sample business, drawn and written with whole numbers */

#include "foyer-sample-file.h"

#include "foyer-sample-png.h"

#include <string.h>

#define WIDTH FOYER_SAMPLE_PHOTO_WIDTH
#define HEIGHT FOYER_SAMPLE_PHOTO_HEIGHT

/* --- Photos --- */

enum {
  WALL,
  WALL_SHADE,
  JOINT,
  FLOOR,
  FLOOR_SHADE,
  CASE,
  CASE_SHADE,
  CASE_EDGE,
  DARK,
  BLADE,
  PIPE,
  PIPE_SHADE,
  WIRE,
  DUST,
  LAMP,
  PAPER,
};

static const FoyerSamplePngColour colours[FOYER_SAMPLE_PNG_COLOURS] = {
  [WALL] = { 0xc8b9a6, 255 },       [WALL_SHADE] = { 0xb7a792, 255 },  [JOINT] = { 0xa29380, 255 },
  [FLOOR] = { 0x8b8f94, 255 },      [FLOOR_SHADE] = { 0x6d7177, 255 }, [CASE] = { 0xe4e7ea, 255 },
  [CASE_SHADE] = { 0xc9ced3, 255 }, [CASE_EDGE] = { 0x8d949b, 255 },   [DARK] = { 0x2b2f34, 255 },
  [BLADE] = { 0x565d65, 255 },      [PIPE] = { 0xc07a45, 255 },        [PIPE_SHADE] = { 0x92572c, 255 },
  [WIRE] = { 0xb3261e, 255 },       [DUST] = { 0x9a8f7d, 255 },        [LAMP] = { 0x2f9e5b, 255 },
  [PAPER] = { 0xf7f4ec, 255 },
};

typedef struct {
  int left;
  int top;
  int right;
  int bottom;
} Area;

static void
fill (guint8 *pixels, Area area, guint8 colour)
{
  for (int y = MAX (area.top, 0); y < MIN (area.bottom, HEIGHT); y++) {
    for (int x = MAX (area.left, 0); x < MIN (area.right, WIDTH); x++)
      pixels[y * WIDTH + x] = colour;
  }
}

static void
draw_room (guint8 *pixels, int floor)
{
  fill (pixels, (Area){ 0, 0, WIDTH, floor }, WALL);
  for (int row = 0; row * 20 < floor; row++) {
    fill (pixels, (Area){ 0, row * 20, WIDTH, row * 20 + 2 }, JOINT);
    for (int x = row % 2 * 24; x < WIDTH; x += 48) {
      fill (pixels, (Area){ x, row * 20, x + 2, MIN (row * 20 + 20, floor) }, JOINT);
      fill (pixels, (Area){ x + 2, row * 20 + 14, x + 48, MIN (row * 20 + 20, floor) }, WALL_SHADE);
    }
  }
  fill (pixels, (Area){ 0, floor, WIDTH, HEIGHT }, FLOOR);
}

/* A ring with blades that stand still. */
static void
draw_fan (guint8 *pixels, int middle_x, int middle_y, int radius)
{
  for (int y = middle_y - radius; y <= middle_y + radius; y++) {
    for (int x = middle_x - radius; x <= middle_x + radius; x++) {
      const int dx = x - middle_x;
      const int dy = y - middle_y;
      const int far = dx * dx + dy * dy;
      const gboolean blade = ABS (dx * dy) * 3 < far || ABS (dx * dx - dy * dy) * 3 < far;

      if (far > radius * radius)
        continue;
      pixels[y * WIDTH + x] = far > (radius - 4) * (radius - 4) ? CASE_EDGE
                              : far < 64                        ? CASE_SHADE
                              : blade                           ? BLADE
                                                                : DARK;
    }
  }
}

static void
draw_machine (guint8 *pixels, Area box, int floor, gboolean open)
{
  fill (pixels, (Area){ box.left - 8, floor - 2, box.right + 14, floor + 12 }, FLOOR_SHADE);
  fill (pixels, (Area){ box.right - 30, 0, box.right - 18, box.top }, PIPE);
  fill (pixels, (Area){ box.right - 22, 0, box.right - 18, box.top }, PIPE_SHADE);
  fill (pixels, box, CASE_EDGE);
  fill (pixels, (Area){ box.left + 3, box.top + 3, box.right - 3, box.bottom - 3 }, CASE);
  fill (pixels, (Area){ box.right - 26, box.top + 3, box.right - 3, box.bottom - 3 }, CASE_SHADE);
  if (!open) {
    for (int y = box.bottom - 40; y < box.bottom - 10; y += 8)
      fill (pixels, (Area){ box.left + 16, y, box.right - 36, y + 3 }, CASE_EDGE);
    return;
  }
  fill (pixels, (Area){ box.left + 12, box.bottom - 66, box.right - 32, box.bottom - 10 }, DARK);
  for (int i = 0; i < 3; i++) {
    fill (pixels, (Area){ box.left + 22 + i * 14, box.bottom - 62, box.left + 25 + i * 14, box.bottom - 20 },
          i == 1 ? WIRE : PIPE);
    fill (pixels, (Area){ box.left + 22 + i * 14, box.bottom - 23, box.right - 44, box.bottom - 20 + i },
          PIPE_SHADE);
  }
}

/* What the work changes: dust and a puddle before it, a lamp and a label after it. */
static void
draw_state (guint8 *pixels, Area box, int floor, guint n)
{
  guint noise = n * 7919 + 17;

  if (n % 3 == 2) {
    fill (pixels, (Area){ box.right - 18, box.top + 14, box.right - 10, box.top + 22 }, LAMP);
    fill (pixels, (Area){ box.left + 12, box.top + 12, box.left + 44, box.top + 26 }, PAPER);
    fill (pixels, (Area){ box.left + 16, box.top + 17, box.left + 38, box.top + 19 }, CASE_EDGE);
    return;
  }
  for (guint i = 0; i < (n % 3 == 0 ? 700u : 120u); i++) {
    noise = noise * 1103515245u + 12345u;
    const int x = box.left + 4 + (int) ((noise >> 8) % (guint) (box.right - box.left - 8));
    const int y = box.top + 4 + (int) ((noise >> 18) % (guint) (box.bottom - box.top - 8));

    fill (pixels, (Area){ x, y, x + 2, y + 1 }, DUST);
  }
  fill (pixels, (Area){ box.left + 30, floor + 16, box.left + 110, floor + 24 }, FLOOR_SHADE);
}

GBytes *
foyer_sample_photo (guint n)
{
  g_autofree guint8 *pixels = g_malloc0 ((gsize) WIDTH * HEIGHT);
  const guint which = n % FOYER_SAMPLE_PHOTOS;
  const int floor = which < 3 ? 190 : 206;
  const Area box = which < 3 ? (Area){ 70, 50, 240, floor } : (Area){ 110, 34, 230, floor };

  draw_room (pixels, floor);
  draw_machine (pixels, box, floor, which % 3 == 1);
  draw_fan (pixels, (box.left + box.right) / 2 - 12, box.top + 50, which < 3 ? 36 : 30);
  draw_state (pixels, box, floor, which);
  return foyer_sample_png_write (WIDTH, HEIGHT, pixels, colours);
}

/* --- Documents --- */

static void
add_object (GString *out, GArray *places, const char *words)
{
  guint place = (guint) out->len;

  g_array_append_val (places, place);
  g_string_append_printf (out, "%u 0 obj\n%s\nendobj\n", places->len, words);
}

GBytes *
foyer_sample_paper (const char *title)
{
  GString *out = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *page
      = g_strdup_printf ("BT /F1 22 Tf 72 740 Td (%s) Tj /F1 12 Tf 0 -40 Td (Northwind Heating & Air) Tj "
                         "0 -24 Td (This document belongs to an invented business.) Tj ET",
                         title);
  g_autofree char *stream
      = g_strdup_printf ("<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream", strlen (page), page);
  gsize table;

  add_object (out, places, "<< /Type /Catalog /Pages 2 0 R >>");
  add_object (out, places, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add_object (out, places,
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
              " /Resources << /Font << /F1 5 0 R >> >> >>");
  add_object (out, places, stream);
  add_object (out, places, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  table = out->len;
  g_string_append_printf (out, "xref\n0 %u\n0000000000 65535 f \n", places->len + 1);
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (out, "%010u 00000 n \n", g_array_index (places, guint, i));
  g_string_append_printf (out,
                          "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          places->len + 1, table);
  return g_string_free_to_bytes (out);
}
