/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-static.c - style sheets and the icon, under names that change with their bytes */

#include "foyer-portal-static.h"

#include "foyer-portal-resources.h"

#include <gio/gio.h>
#include <string.h>

#define HASH_LENGTH 16

static const struct {
  const char *start;
  const char *end;
  const char *content_type;
} names[] = {
  [FOYER_STATIC_STYLE] = { "/static/portal-", ".css", "text/css; charset=utf-8" },
  [FOYER_STATIC_BRAND] = { "/static/brand-", ".css", "text/css; charset=utf-8" },
  [FOYER_STATIC_MARK] = { "/static/mark-", ".svg", "image/svg+xml" },
};

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

GBytes *
foyer_portal_static_bytes (FoyerPortalStatic file, FoyerPalette palette)
{
  switch (file) {
  case FOYER_STATIC_STYLE:
    return g_resource_lookup_data (foyer_portal_get_resource (), "/org/foyer/Portal/portal.css",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  case FOYER_STATIC_BRAND:
    return take_text (foyer_brand_sheet (palette));
  case FOYER_STATIC_MARK:
    return take_text (foyer_brand_mark (palette.primary));
  default:
    g_return_val_if_reached (NULL);
  }
}

static char *
make_path (FoyerPortalStatic file, FoyerPalette palette)
{
  g_autoptr (GBytes) bytes = foyer_portal_static_bytes (file, palette);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  hash[HASH_LENGTH] = '\0';
  return g_strconcat (names[file].start, hash, names[file].end, NULL);
}

/* Every page names the style sheet of all portals, which is compiled in and long: its hash is worked out once. */
static const char *
get_style_path (void)
{
  static gsize path;

  if (g_once_init_enter (&path))
    g_once_init_leave (&path, (gsize) make_path (FOYER_STATIC_STYLE, FOYER_PALETTE_DEFAULT));
  return (const char *) path;
}

/* The path that was made last in this thread: the next page is mostly of the same business. */
typedef struct {
  FoyerPalette palette;
  char *path;
} Made;

static void
made_free (gpointer data)
{
  Made *self = data;

  g_free (self->path);
  g_free (self);
}

static const char *
get_path (GPrivate *last, FoyerPortalStatic file, FoyerPalette palette)
{
  Made *made = g_private_get (last);

  if (made == NULL) {
    made = g_new0 (Made, 1);
    g_private_set (last, made);
  }
  if (made->path == NULL || made->palette.primary != palette.primary
      || made->palette.accent != palette.accent) {
    g_free (made->path);
    made->path = make_path (file, palette);
    made->palette = palette;
  }
  return made->path;
}

char *
foyer_portal_static_path (FoyerPortalStatic file, FoyerPalette palette)
{
  static GPrivate brand = G_PRIVATE_INIT (made_free);
  static GPrivate mark = G_PRIVATE_INIT (made_free);

  if (file == FOYER_STATIC_STYLE)
    return g_strdup (get_style_path ());
  return g_strdup (get_path (file == FOYER_STATIC_BRAND ? &brand : &mark, file, palette));
}

GBytes *
foyer_portal_static_find (const char *path, FoyerPalette palette, const char **content_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *right = NULL;

    if (!g_str_has_prefix (path, names[i].start))
      continue;
    right = foyer_portal_static_path ((FoyerPortalStatic) i, palette);
    if (strcmp (path, right) != 0)
      return NULL;
    *content_type = names[i].content_type;
    return foyer_portal_static_bytes ((FoyerPortalStatic) i, palette);
  }
  return NULL;
}
