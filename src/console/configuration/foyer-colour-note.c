/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-colour-note.c - how well a colour can be read, and what the portal does about it */

#include "foyer-colour-note.h"

#include "foyer-setting-words.h"
#include "foyer-settings-draft.h"

#include "foyer-settings-change.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WHITE 0xffffff

/* Never more than it is: 4.46 is not enough and must not read as 4.5. */
static double
contrast_with_white (FoyerColour colour)
{
  return floor (foyer_colour_contrast (colour, WHITE) * 10) / 10;
}

static char *
describe_primary (FoyerColour colour)
{
  FoyerBrandTokens tokens = foyer_brand_derive (colour, FOYER_BRAND_LIGHT);
  double contrast = contrast_with_white (colour);
  g_autofree char *letters
      = tokens.ink == WHITE
            ? g_strdup_printf (_ ("%.1f : 1 on white: letters on it are white"), contrast)
            : g_strdup_printf (_ ("%.1f : 1 on white, less than 4.5: letters on it are dark"), contrast);

  if (tokens.text == colour)
    return g_steal_pointer (&letters);
  /* Translators: %s is what is said of letters on the colour; #%06x is another colour */
  return g_strdup_printf (_ ("%s. As text it is made darker: #%06x"), letters, tokens.text);
}

static char *
describe_accent (FoyerPalette palette)
{
  FoyerAccentTokens tokens = foyer_brand_derive_accent (palette, FOYER_BRAND_LIGHT);
  double contrast = contrast_with_white (palette.accent);

  if (palette.accent == palette.primary)
    return g_strdup (_ ("Links have the main colour"));
  if (tokens.text == palette.accent)
    return g_strdup_printf (_ ("%.1f : 1 on white: links have it as it is"), contrast);
  return g_strdup_printf (_ ("%.1f : 1 on white: links are made darker to be read on every ground: #%06x"),
                          contrast, tokens.text);
}

char *
foyer_colour_note (const char *key, FoyerPalette palette)
{
  if (g_str_equal (key, "brand.primary"))
    return describe_primary (palette.primary);
  return g_str_equal (key, "brand.accent") ? describe_accent (palette) : NULL;
}

FoyerPalette
foyer_colour_note_palette (FoyerDesk *desk)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (desk);
  FoyerRecord *published = foyer_settings_draft_get_published (draft);
  g_autoptr (FoyerRecord) drafted = published == NULL ? NULL : foyer_settings_draft_apply (draft, published);
  g_autofree char *inherited
      = foyer_setting_inherited_text (desk, foyer_settings_find_field ("brand.primary"));
  FoyerPalette palette = FOYER_PALETTE_DEFAULT;

  if (drafted == NULL
      || !foyer_colour_parse (foyer_portal_settings_get_brand_primary (drafted), &palette.primary))
    foyer_colour_parse (inherited, &palette.primary);
  palette.accent = palette.primary;
  if (drafted != NULL)
    foyer_colour_parse (foyer_portal_settings_get_brand_accent (drafted), &palette.accent);
  return palette;
}
