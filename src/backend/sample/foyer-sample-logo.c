/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-logo.c - the logo of the sample business, drawn with whole numbers so that every machine draws the same */

#include "foyer-sample-logo.h"

#include "foyer-sample-png.h"

#include <string.h>

/* A pixel is covered as far as its four by four points are. */
#define WIDTH 316
#define HEIGHT 72
#define POINTS 4
#define ACROSS (WIDTH * POINTS)
#define DOWN (HEIGHT * POINTS)

#define LEVELS 7

typedef enum {
  CLEAR,
  INK,
  ACCENT,
  N_PAINTS,
} Paint;

/* A part of a ring: to the right of its middle and above it, and so on. */
enum {
  RIGHT_UP = 1 << 0,
  RIGHT_DOWN = 1 << 1,
  LEFT_UP = 1 << 2,
  LEFT_DOWN = 1 << 3,
  WHOLE = 15,
};

/* In pixels: a line from one place to another, or parts of a ring. */
typedef struct {
  int x;
  int y;
  int to_x; /* of a ring: its radius */
  int to_y; /* of a ring: its parts */
} Stroke;

/* N O R T H W I N D: their upright lines, then what is round. */
static const Stroke letter_lines[] = {
  { 96, 50, 96, 20 },   { 96, 20, 116, 50 },  { 116, 50, 116, 20 },                       /* N */
  { 156, 50, 156, 30 },                                                                   /* r */
  { 176, 23, 176, 50 }, { 171, 30, 182, 30 },                                             /* t */
  { 190, 19, 190, 50 }, { 208, 39, 208, 50 },                                             /* h */
  { 217, 30, 223, 50 }, { 223, 50, 229, 32 }, { 229, 32, 235, 50 }, { 235, 50, 241, 30 }, /* w */
  { 250, 30, 250, 50 }, { 250, 20, 250, 20 },                                             /* i */
  { 260, 50, 260, 30 }, { 278, 39, 278, 50 },                                             /* n */
  { 308, 19, 308, 50 },                                                                   /* d */
};
static const Stroke letter_rings[] = {
  { 136, 40, 10, WHOLE },             /* o */
  { 165, 39, 9, LEFT_UP },            /* r */
  { 199, 39, 9, LEFT_UP | RIGHT_UP }, /* h */
  { 269, 39, 9, LEFT_UP | RIGHT_UP }, /* n */
  { 298, 40, 10, WHOLE },             /* d */
};

static const Stroke wind_lines[] = { { 13, 29, 43, 29 }, { 13, 42, 49, 42 } };
static const Stroke wind_rings[] = {
  { 43, 22, 7, RIGHT_UP | RIGHT_DOWN | LEFT_UP },
  { 49, 49, 7, RIGHT_UP | RIGHT_DOWN | LEFT_DOWN },
};

/* Half the breadth of a stroke and the corner of the mark, in points. */
#define LETTER_REACH 13
#define WIND_REACH 11
#define CORNER 72

static const FoyerColour colours[][N_PAINTS] = {
  [FOYER_BRAND_LIGHT] = { 0, 0x14213d, 0x1a5fb4 },
  [FOYER_BRAND_DARK] = { 0, 0xf3f4f6, 0x62a0ea },
};

static gboolean
is_on_line (const Stroke *line, int reach, int x, int y)
{
  const gint64 along_x = (line->to_x - line->x) * POINTS;
  const gint64 along_y = (line->to_y - line->y) * POINTS;
  const gint64 length = along_x * along_x + along_y * along_y;
  gint64 dx = x - line->x * POINTS;
  gint64 dy = y - line->y * POINTS;
  const gint64 along = dx * along_x + dy * along_y;
  const gint64 aside = dx * along_y - dy * along_x;

  if (along > 0 && along < length)
    return aside * aside <= (gint64) reach * reach * length;
  if (along >= length) {
    dx -= along_x;
    dy -= along_y;
  }
  return dx * dx + dy * dy <= (gint64) reach * reach;
}

static gboolean
is_on_ring (const Stroke *ring, int reach, int x, int y)
{
  const int dx = x - ring->x * POINTS;
  const int dy = y - ring->y * POINTS;
  const int inner = ring->to_x * POINTS - reach;
  const int outer = ring->to_x * POINTS + reach;
  const int part = dx >= 0 ? (dy <= 0 ? RIGHT_UP : RIGHT_DOWN) : (dy <= 0 ? LEFT_UP : LEFT_DOWN);

  return (ring->to_y & part) != 0 && dx * dx + dy * dy >= inner * inner && dx * dx + dy * dy <= outer * outer;
}

typedef gboolean (*IsOn) (const Stroke *stroke, int reach, int x, int y);

static void
draw_strokes (guint8 *points, const Stroke *strokes, guint n_strokes, IsOn is_on, int reach, Paint paint)
{
  for (guint i = 0; i < n_strokes; i++) {
    const Stroke *s = &strokes[i];
    const int spread = is_on == is_on_ring ? s->to_x * POINTS : 0;
    const int left = (spread != 0 ? s->x : MIN (s->x, s->to_x)) * POINTS - spread - reach;
    const int right = (spread != 0 ? s->x : MAX (s->x, s->to_x)) * POINTS + spread + reach;
    const int top = (spread != 0 ? s->y : MIN (s->y, s->to_y)) * POINTS - spread - reach;
    const int bottom = (spread != 0 ? s->y : MAX (s->y, s->to_y)) * POINTS + spread + reach;

    for (int y = MAX (top, 0); y <= MIN (bottom, DOWN - 1); y++) {
      for (int x = MAX (left, 0); x <= MIN (right, ACROSS - 1); x++) {
        if (is_on (s, reach, x, y))
          points[y * ACROSS + x] = (guint8) paint;
      }
    }
  }
}

/* A square with round corners, as high as the picture. */
static void
draw_square (guint8 *points)
{
  const int far = DOWN - CORNER;

  for (int y = 0; y < DOWN; y++) {
    for (int x = 0; x < DOWN; x++) {
      /* Twice as fine, because the middle of a point counts here. */
      const int dx = 2 * x + 1 < 2 * CORNER ? 2 * CORNER - 2 * x - 1 : MAX (2 * x + 1 - 2 * far, 0);
      const int dy = 2 * y + 1 < 2 * CORNER ? 2 * CORNER - 2 * y - 1 : MAX (2 * y + 1 - 2 * far, 0);

      if (dx * dx + dy * dy <= 4 * CORNER * CORNER)
        points[y * ACROSS + x] = ACCENT;
    }
  }
}

/* How much of a pixel is covered makes its colour; the two paints meet nowhere. */
static guint8
mix_pixel (const guint8 *points, int left, int top)
{
  guint counts[N_PAINTS] = { 0 };
  Paint paint;

  for (int y = top; y < top + POINTS; y++) {
    for (int x = left; x < left + POINTS; x++)
      counts[points[y * ACROSS + x]] += 1;
  }
  paint = counts[INK] > 0 ? INK : ACCENT;
  return (guint8) ((counts[paint] * LEVELS + POINTS * POINTS / 2) / (POINTS * POINTS)
                   + (paint == ACCENT ? LEVELS + 1 : 0));
}

GBytes *
foyer_sample_logo (FoyerBrandMode mode)
{
  g_autofree guint8 *points = g_malloc0 ((gsize) ACROSS * DOWN);
  g_autofree guint8 *pixels = g_malloc ((gsize) WIDTH * HEIGHT);
  FoyerSamplePngColour palette[FOYER_SAMPLE_PNG_COLOURS];

  draw_square (points);
  draw_strokes (points, wind_lines, G_N_ELEMENTS (wind_lines), is_on_line, WIND_REACH, CLEAR);
  draw_strokes (points, wind_rings, G_N_ELEMENTS (wind_rings), is_on_ring, WIND_REACH, CLEAR);
  draw_strokes (points, letter_lines, G_N_ELEMENTS (letter_lines), is_on_line, LETTER_REACH, INK);
  draw_strokes (points, letter_rings, G_N_ELEMENTS (letter_rings), is_on_ring, LETTER_REACH, INK);

  for (int y = 0; y < HEIGHT; y++) {
    for (int x = 0; x < WIDTH; x++)
      pixels[y * WIDTH + x] = mix_pixel (points, x * POINTS, y * POINTS);
  }
  for (guint i = 0; i < FOYER_SAMPLE_PNG_COLOURS; i++)
    palette[i] = (FoyerSamplePngColour){ colours[mode][i <= LEVELS ? INK : ACCENT],
                                         (guint8) (i % (LEVELS + 1) * 255 / LEVELS) };
  return foyer_sample_png_write (WIDTH, HEIGHT, pixels, palette);
}
