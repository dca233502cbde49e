/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-brand.c - what one brand colour becomes, so that every text stays readable */

#include "foyer-brand.h"

#include <math.h>
#include <string.h>

#define WHITE 0xffffff
#define BLACK 0x000000

const FoyerNeutrals foyer_neutrals[2] = {
  [FOYER_BRAND_LIGHT] = { 0xffffff, 0xf5f6f8, 0xf0f2f5, 0x15181d, 0x545b66 },
  [FOYER_BRAND_DARK] = { 0x191c20, 0x0e1013, 0x23272d, 0xf3f4f6, 0xb3bac5 },
};

/* All that is dark and does not come from the brand. */
static const char dark_sheet[]
    = "--canvas:#0e1013;--surface:#191c20;--sunken:#23272d;--ink:#f3f4f6;--ink-2:#b3bac5;"
      "--line:#2c3137;--edge:#7b838f;--rule:#454b54;--ok:#7fd9a3;--ok-soft:#14301f;"
      "--warn:#f2c069;--warn-soft:#37280c;--bad:#ff9d97;--bad-soft:#411a19;--shadow:none";

/* What a colour must reach: a contrast on each of these grounds. */
typedef struct {
  double contrast;
  FoyerColour grounds[5];
  guint n_grounds;
} Demand;

typedef struct {
  double hue;
  double lightness;
  double saturation;
} Shade;

static int
channel (FoyerColour colour, guint index)
{
  return (int) (colour >> (16 - 8 * index) & 0xff);
}

static double
linear (int value)
{
  double v = value / 255.0;

  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
luminance (FoyerColour colour)
{
  return 0.2126 * linear (channel (colour, 0)) + 0.7152 * linear (channel (colour, 1))
         + 0.0722 * linear (channel (colour, 2));
}

static FoyerColour
mix (FoyerColour a, FoyerColour b, int percent)
{
  FoyerColour mixed = 0;

  for (guint i = 0; i < 3; i++)
    mixed = mixed << 8
            | (FoyerColour) ((channel (a, i) * (100 - percent) + channel (b, i) * percent + 50) / 100);
  return mixed;
}

static gboolean
meets (FoyerColour colour, const Demand *demand)
{
  for (guint i = 0; i < demand->n_grounds; i++) {
    if (foyer_colour_contrast (colour, demand->grounds[i]) < demand->contrast)
      return FALSE;
  }
  return TRUE;
}

static Shade
shade_of (FoyerColour colour)
{
  double r = channel (colour, 0) / 255.0;
  double g = channel (colour, 1) / 255.0;
  double b = channel (colour, 2) / 255.0;
  double most = MAX (MAX (r, g), b);
  double least = MIN (MIN (r, g), b);
  double range = most - least;
  double sum = most + least;
  Shade shade = { .lightness = sum / 2 };

  if (range == 0)
    return shade;

  shade.saturation = shade.lightness <= 0.5 ? range / sum : range / (2 - most - least);
  if (r == most)
    shade.hue = (most - b) / range - (most - g) / range;
  else if (g == most)
    shade.hue = 2 + (most - r) / range - (most - b) / range;
  else
    shade.hue = 4 + (most - g) / range - (most - r) / range;
  shade.hue = fmod (shade.hue / 6, 1);
  if (shade.hue < 0)
    shade.hue += 1;
  return shade;
}

static double
hue_to_channel (double low, double high, double hue)
{
  hue = fmod (hue, 1);
  if (hue < 0)
    hue += 1;
  if (hue < 1.0 / 6)
    return low + (high - low) * hue * 6;
  if (hue < 0.5)
    return high;
  if (hue < 2.0 / 3)
    return low + (high - low) * (2.0 / 3 - hue) * 6;
  return low;
}

static FoyerColour
colour_of (const Shade *shade)
{
  double l = shade->lightness;
  double s = shade->saturation;
  double high = l <= 0.5 ? l * (1 + s) : l + s - l * s;
  double low = 2 * l - high;
  FoyerColour colour = 0;

  for (int i = 0; i < 3; i++) {
    double value = s == 0 ? l : hue_to_channel (low, high, shade->hue + (1 - i) / 3.0);

    colour = colour << 8 | (FoyerColour) (int) (value * 255 + 0.5);
  }
  return colour;
}

/* Keeps the hue and walks the lightness to @end, black or white, in steps of 0.01 until the colour meets the demand. */
static FoyerColour
walk_towards (FoyerColour colour, FoyerColour end, const Demand *demand)
{
  int most = MAX (MAX (channel (colour, 0), channel (colour, 1)), channel (colour, 2));
  int least = MIN (MIN (channel (colour, 0), channel (colour, 1)), channel (colour, 2));
  double step = end == WHITE ? 0.01 : -0.01;
  Shade shade;

  if (meets (colour, demand))
    return colour;

  /* A pale colour has a high saturation in numbers, which would be garish once it is darker. */
  shade = shade_of (colour);
  shade.saturation = MIN (shade.saturation, 0.08 + 2 * (most / 255.0 - least / 255.0));
  while (shade.lightness > 0 && shade.lightness < 1) {
    FoyerColour found;

    shade.lightness = CLAMP (shade.lightness + step, 0.0, 1.0);
    found = colour_of (&shade);
    if (meets (found, demand))
      return found;
  }
  return end;
}

static FoyerColour
ink_on (FoyerColour colour)
{
  if (foyer_colour_contrast (colour, WHITE) >= 4.5)
    return WHITE;
  return foyer_colour_contrast (colour, 0x15181d) >= 4.5 ? 0x15181d : BLACK;
}

static FoyerColour
soft_of (FoyerColour colour, FoyerBrandMode mode)
{
  FoyerColour surface = foyer_neutrals[mode].surface;
  FoyerColour soft;

  if (mode == FOYER_BRAND_LIGHT)
    return mix (surface, colour, 10 + (int) (25 * luminance (colour)));

  soft = mix (surface, colour, 22);
  return luminance (soft) > 0.06 ? mix (surface, colour, 12) : soft;
}

static void
append_tokens (GString *out, const FoyerBrandTokens *tokens)
{
  g_string_append_printf (
      out,
      "--brand:#%06x;--brand-ink:#%06x;--brand-hover:#%06x;--brand-edge:#%06x;--brand-text:#%06x;"
      "--brand-soft:#%06x;--brand-line:#%06x",
      tokens->brand, tokens->ink, tokens->hover, tokens->edge, tokens->text, tokens->soft, tokens->line);
}

gboolean
foyer_colour_parse (const char *text, FoyerColour *colour)
{
  FoyerColour found = 0;

  if (text == NULL || text[0] != '#' || strlen (text) != 7)
    return FALSE;

  for (guint i = 1; i < 7; i++) {
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
    found = found << 4 | (FoyerColour) g_ascii_xdigit_value (text[i]);
  }
  *colour = found;
  return TRUE;
}

double
foyer_colour_contrast (FoyerColour a, FoyerColour b)
{
  double x = luminance (a);
  double y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

FoyerBrandTokens
foyer_brand_derive (FoyerColour colour, FoyerBrandMode mode)
{
  const FoyerNeutrals *n = &foyer_neutrals[mode];
  FoyerColour end = mode == FOYER_BRAND_DARK ? WHITE : BLACK;
  FoyerBrandTokens tokens;
  Demand of_fill = { 1.6, { n->surface }, 1 };
  Demand of_edge = { 3, { n->surface, n->canvas }, 2 };
  Demand of_text = { 4.5, { n->surface, n->canvas, n->sunken }, 4 };

  tokens.brand = mode == FOYER_BRAND_DARK ? walk_towards (colour, end, &of_fill) : colour;
  tokens.ink = ink_on (tokens.brand);
  tokens.soft = soft_of (colour, mode);
  tokens.edge = walk_towards (tokens.brand, end, &of_edge);
  of_text.grounds[3] = tokens.soft;
  tokens.text = walk_towards (colour, end, &of_text);
  tokens.hover = mix (tokens.brand, tokens.ink == WHITE ? BLACK : WHITE, 14);
  tokens.line = mix (tokens.soft, tokens.text, 28);
  return tokens;
}

FoyerAccentTokens
foyer_brand_derive_accent (FoyerPalette palette, FoyerBrandMode mode)
{
  const FoyerNeutrals *n = &foyer_neutrals[mode];
  FoyerColour soft = soft_of (palette.accent, mode);
  Demand of_text = { 4.5, { n->surface, n->canvas, n->sunken, soft, soft_of (palette.primary, mode) }, 5 };

  return (FoyerAccentTokens){
    .text = walk_towards (palette.accent, mode == FOYER_BRAND_DARK ? WHITE : BLACK, &of_text),
    .soft = soft,
  };
}

/* The sheet of all portals says that the second colour is the first one. */
static void
append_accent (GString *out, FoyerPalette palette, FoyerBrandMode mode)
{
  FoyerAccentTokens tokens = foyer_brand_derive_accent (palette, mode);

  if (palette.accent != palette.primary)
    g_string_append_printf (out, ";--accent-text:#%06x;--accent-soft:#%06x", tokens.text, tokens.soft);
}

char *
foyer_brand_sheet (FoyerPalette palette)
{
  FoyerBrandTokens light = foyer_brand_derive (palette.primary, FOYER_BRAND_LIGHT);
  FoyerBrandTokens dark = foyer_brand_derive (palette.primary, FOYER_BRAND_DARK);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "/* made by the server from #%06x", palette.primary);
  if (palette.accent != palette.primary)
    g_string_append_printf (out, " and #%06x", palette.accent);
  g_string_append (out, " */\n:root{");
  append_tokens (out, &light);
  append_accent (out, palette, FOYER_BRAND_LIGHT);
  g_string_append_printf (out, "}\n@media screen and (prefers-color-scheme:dark){:root{\n%s;\n", dark_sheet);
  append_tokens (out, &dark);
  append_accent (out, palette, FOYER_BRAND_DARK);
  g_string_append (out, "}}\n");
  return g_string_free (out, FALSE);
}

char *
foyer_brand_mark (FoyerColour colour)
{
  return g_strdup_printf (
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"36\" height=\"36\" viewBox=\"0 0 36 36\">"
      "<rect width=\"36\" height=\"36\" rx=\"9\" fill=\"#%06x\"/>"
      "<path d=\"M11 28V11a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v17M7 28h22M21 18v2\" fill=\"none\" "
      "stroke=\"#%06x\" stroke-width=\"2.5\" stroke-linecap=\"round\"/></svg>\n",
      colour, ink_on (colour));
}

/* Each stands in style sheets, or in an attribute, where no text from outside comes. */
static const struct {
  const char *asked;
  const char *forced[2];
} schemes[] = {
  { "@media screen and (prefers-color-scheme:dark)", { "@media not all", "@media screen" } },
  { "media=\"screen and (prefers-color-scheme: dark)\"", { "media=\"not all\"", "media=\"screen\"" } },
  { "name=\"color-scheme\" content=\"light dark\"",
    { "name=\"color-scheme\" content=\"light\"", "name=\"color-scheme\" content=\"dark\"" } },
  { "color-scheme:light dark", { "color-scheme:light", "color-scheme:dark" } },
};

GBytes *
foyer_brand_force (GBytes *bytes, FoyerBrandMode mode)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  GString *out = g_string_new_len (text, (gssize) length);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    g_string_replace (out, schemes[i].asked, schemes[i].forced[mode == FOYER_BRAND_DARK], 0);
  return g_string_free_to_bytes (out);
}
