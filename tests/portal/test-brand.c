/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-brand.c - every brand colour gives readable pages */

#include "foyer-brand.h"

#include "foyer-random.h"

static void
assert_sheet (FoyerColour primary, FoyerColour accent, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (FOYER_TEST_DATA, file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *sheet = foyer_brand_sheet ((FoyerPalette){ primary, accent });

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sheet, ==, expected);
}

static void
test_sheets (void)
{
  assert_sheet (0x0b5cd5, 0x0b5cd5, "brand-blue.css");
  assert_sheet (0xffe58a, 0xffe58a, "brand-yellow.css");
  assert_sheet (0x1e7d4f, 0x1e7d4f, "brand-green.css");
  assert_sheet (0xd9301f, 0xd9301f, "brand-red.css");
  assert_sheet (0x1e7d4f, 0xb4471f, "brand-green-rust.css");
}

static void
assert_contrast (FoyerColour colour, FoyerColour a, FoyerColour b, double least)
{
  if (foyer_colour_contrast (a, b) < least)
    g_error ("#%06x: #%06x on #%06x has contrast %f", colour, a, b, foyer_colour_contrast (a, b));
}

static void
assert_readable (FoyerColour colour, FoyerBrandMode mode)
{
  const FoyerNeutrals *n = &foyer_neutrals[mode];
  FoyerBrandTokens tokens = foyer_brand_derive (colour, mode);

  assert_contrast (colour, tokens.ink, tokens.brand, 4.5);
  assert_contrast (colour, tokens.ink, tokens.hover, 4.5);
  assert_contrast (colour, tokens.edge, n->surface, 3);
  assert_contrast (colour, tokens.edge, n->canvas, 3);
  assert_contrast (colour, tokens.text, n->surface, 4.5);
  assert_contrast (colour, tokens.text, n->canvas, 4.5);
  assert_contrast (colour, tokens.text, n->sunken, 4.5);
  assert_contrast (colour, tokens.text, tokens.soft, 4.5);
  assert_contrast (colour, n->ink, tokens.soft, 4.5);
  assert_contrast (colour, n->ink_2, tokens.soft, 4.5);
}

static void
assert_accent_is_readable (FoyerPalette palette, FoyerBrandMode mode)
{
  const FoyerNeutrals *n = &foyer_neutrals[mode];
  FoyerBrandTokens brand = foyer_brand_derive (palette.primary, mode);
  FoyerAccentTokens accent = foyer_brand_derive_accent (palette, mode);

  assert_contrast (palette.accent, accent.text, n->surface, 4.5);
  assert_contrast (palette.accent, accent.text, n->canvas, 4.5);
  assert_contrast (palette.accent, accent.text, n->sunken, 4.5);
  assert_contrast (palette.accent, accent.text, accent.soft, 4.5);
  assert_contrast (palette.accent, accent.text, brand.soft, 4.5);
}

/* Whatever both colours are: a link stands on the ground of the other one, too. */
static void
test_every_pair_is_readable (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (2);
  guint rounds = g_test_slow () ? 40000 : 2000;

  for (guint i = 0; i < rounds; i++) {
    FoyerPalette palette = { foyer_random_below (random, 1 << 24), foyer_random_below (random, 1 << 24) };

    assert_accent_is_readable (palette, FOYER_BRAND_LIGHT);
    assert_accent_is_readable (palette, FOYER_BRAND_DARK);
  }
}

static void
test_every_colour_is_readable (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (1);
  guint rounds = g_test_slow () ? 40000 : 2000;

  for (guint i = 0; i < rounds; i++) {
    FoyerColour colour = foyer_random_below (random, 1 << 24);

    assert_readable (colour, FOYER_BRAND_LIGHT);
    assert_readable (colour, FOYER_BRAND_DARK);
  }
}

static void
test_corners_are_readable (void)
{
  static const FoyerColour corners[] = { 0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff,
                                         0xffff00, 0x00ffff, 0xff00ff, 0x808080, 0x767676 };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++) {
    assert_readable (corners[i], FOYER_BRAND_LIGHT);
    assert_readable (corners[i], FOYER_BRAND_DARK);
    for (guint k = 0; k < G_N_ELEMENTS (corners); k++) {
      assert_accent_is_readable ((FoyerPalette){ corners[i], corners[k] }, FOYER_BRAND_LIGHT);
      assert_accent_is_readable ((FoyerPalette){ corners[i], corners[k] }, FOYER_BRAND_DARK);
    }
  }
}

static void
test_parse (void)
{
  static const char *const wrong[] = { "",        "#",        "#fff",    "0b5cd5", "#0b5cd", "#0b5cd55",
                                       "#0b5cdg", " #0b5cd5", "#0b5c d", "red",    "#+b5cd5" };
  FoyerColour colour = 7;

  g_assert_false (foyer_colour_parse (NULL, &colour));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (foyer_colour_parse (wrong[i], &colour));
  g_assert_cmphex (colour, ==, 7);
  g_assert_true (foyer_colour_parse ("#0B5cd5", &colour));
  g_assert_cmphex (colour, ==, 0x0b5cd5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal/brand/sheets", test_sheets);
  g_test_add_func ("/portal/brand/every-colour-is-readable", test_every_colour_is_readable);
  g_test_add_func ("/portal/brand/every-pair-is-readable", test_every_pair_is_readable);
  g_test_add_func ("/portal/brand/corners-are-readable", test_corners_are_readable);
  g_test_add_func ("/portal/brand/parse", test_parse);

  return g_test_run ();
}
