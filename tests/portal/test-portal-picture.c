/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-picture.c - which logo a portal shows, and what it shows instead */

#include "foyer-portal-picture.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-portal-pages.h"
#include "foyer-portal-sample.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

#include <string.h>

#define WEB "https://northwind.example/logo.png"
#define ORGANISATION "org-1"

/* A, b and so on stand for blobs, w for an address of the web, - for nothing. */
static const struct {
  const char *settings; /* light, dark */
  const char *organisation;
  const char *chosen;
} choices[] = {
  { "--", "--", "--" }, { "A-", "--", "A-" }, { "AB", "--", "AB" }, { "--", "C-", "C-" },
  { "--", "CD", "CD" }, { "A-", "CD", "A-" }, { "AB", "CD", "AB" }, { "-B", "CD", "CB" },
  { "-B", "--", "--" }, { "-B", "-D", "--" }, { "--", "-D", "--" }, { "w-", "--", "--" },
  { "w-", "CD", "--" }, { "wB", "CD", "--" }, { "Aw", "CD", "A-" }, { "--", "Cw", "C-" },
  { "--", "w-", "--" }, { "x-", "--", "--" },
};

static char *
stand_for (char letter)
{
  const char name[] = { letter, '\0' };
  g_autoptr (GBytes) bytes = g_bytes_new (name, 1);

  switch (letter) {
  case '-':
    return NULL;
  case 'w':
    return g_strdup (WEB);
  case 'x':
    return g_strdup ("B/../../etc/passwd");
  default:
    return foyer_blob_id_of_bytes (bytes);
  }
}

static void
change_logos (FoyerPortalSample *sample,
              const FoyerRecordType *type,
              const char *id,
              const char *const *members,
              const char *letters)
{
  g_autoptr (JsonObject) changes = json_object_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < 2; i++) {
    g_autofree char *logo = stand_for (letters[i]);

    if (logo != NULL)
      json_object_set_string_member (changes, members[i], logo);
  }
  text = foyer_json_canonical_object (changes);
  foyer_portal_sample_change (sample, type, id, text);
}

static JsonObject *
view_with (const char *settings, const char *organisation)
{
  static const char *const of_settings[] = { "brand.logo", "brand.logo_dark" };
  static const char *const of_organisation[] = { "logo", "logoDark" };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  change_logos (sample, &foyer_portal_settings_type, "ps-1", of_settings, settings);
  change_logos (sample, &foyer_organisation_type, ORGANISATION, of_organisation, organisation);
  return foyer_portal_sample_view (sample, NULL, NULL, NULL, NULL);
}

static void
test_choice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    g_autoptr (JsonObject) view = view_with (choices[i].settings, choices[i].organisation);

    for (guint mode = 0; mode < 2; mode++) {
      g_autofree char *expected = stand_for (choices[i].chosen[mode]);

      g_assert_cmpstr (foyer_portal_picture_get_blob (view, (FoyerPortalPicture) mode), ==, expected);
    }
  }
}

static char *
sign_in_page (JsonObject *view)
{
  const FoyerPageRequest request = { .kind = FOYER_PAGE_SIGN_IN };
  g_autoptr (FoyerPortalPage) page = foyer_portal_page (view, &request, NULL);
  gsize size;
  const char *bytes = g_bytes_get_data (foyer_portal_page_get_bytes (page), &size);

  return g_strndup (bytes, size);
}

static GBytes *
make_png (guint8 width, guint8 height, gsize size)
{
  static const char start[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  guint8 *data = g_malloc0 (size);

  memcpy (data, start, sizeof start - 1);
  data[19] = width;
  data[23] = height;
  return g_bytes_new_take (data, size);
}

/* A blob is no picture until somebody has looked at it, and one that is none is as good as not there. */
static void
test_look (void)
{
  g_autoptr (JsonObject) view = view_with ("AB", "--");
  JsonObject *organisation = foyer_json_object_object (view, "organisation");
  g_autoptr (GBytes) good = make_png (200, 50, 100);
  g_autoptr (GBytes) svg = g_bytes_new_static ("<svg/>", 6);
  g_autofree char *before = foyer_portal_picture_path (organisation, FOYER_PORTAL_LOGO);
  g_autofree char *drawn = sign_in_page (view);
  g_autofree char *light = NULL;
  g_autofree char *shown = NULL;
  FoyerRaster raster;

  g_assert_null (before);
  g_assert_nonnull (strstr (drawn, "src=\"/static/mark-"));

  g_assert_true (foyer_portal_picture_look (view, FOYER_PORTAL_LOGO, good));
  g_assert_false (foyer_portal_picture_look (view, FOYER_PORTAL_LOGO_DARK, svg));
  g_assert_null (foyer_portal_picture_get_blob (view, FOYER_PORTAL_LOGO_DARK));
  g_assert_true (foyer_portal_picture_get (organisation, FOYER_PORTAL_LOGO, &raster));
  g_assert_cmpint (raster.width, ==, 200);
  light = foyer_portal_picture_path (organisation, FOYER_PORTAL_LOGO);
  g_assert_true (g_str_has_prefix (light, "/static/logo-B") && g_str_has_suffix (light, ".png"));

  shown = sign_in_page (view);
  g_assert_nonnull (strstr (shown, light));
  g_assert_nonnull (strstr (shown, "width=\"144\" height=\"36\" alt=\"Northwind Heating &amp; Air\""));
  g_assert_null (strstr (shown, "src=\"/static/mark-"));
  g_assert_null (strstr (shown, "<picture"));
}

static void
test_refused (void)
{
  g_autoptr (GBytes) large = make_png (200, 50, FOYER_PORTAL_PICTURE_LARGEST + 1);
  g_autoptr (GBytes) just = make_png (200, 50, FOYER_PORTAL_PICTURE_LARGEST);
  g_autoptr (GBytes) html = g_bytes_new_static ("<html>", 6);
  GBytes *const refused[] = { NULL, large, html };
  g_autoptr (JsonObject) view = view_with ("A-", "--");

  g_assert_true (foyer_portal_picture_look (view, FOYER_PORTAL_LOGO, just));
  g_assert_false (foyer_portal_picture_look (view, FOYER_PORTAL_LOGO_DARK, just));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (JsonObject) other = view_with ("A-", "--");
    g_autofree char *page = NULL;

    g_assert_false (foyer_portal_picture_look (other, FOYER_PORTAL_LOGO, refused[i]));
    page = sign_in_page (other);
    g_assert_nonnull (strstr (page, "src=\"/static/mark-"));
    g_assert_null (strstr (page, "logo-B"));
  }
}

/* The banner is the first page's alone, and nothing to those who do not see it. */
static void
test_banner (void)
{
  const FoyerPageRequest home = { .kind = FOYER_PAGE_HOME };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autofree char *blob = stand_for ('A');
  g_autofree char *json = g_strdup_printf ("{\"brand.banner\": \"%s\"}", blob);
  g_autoptr (GBytes) wide = make_png (200, 50, 100);
  g_autoptr (JsonObject) view = NULL;
  g_autoptr (FoyerPortalPage) page = NULL;
  g_autofree char *gate = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *image = NULL;

  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", json);
  view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_assert_true (foyer_portal_picture_look (view, FOYER_PORTAL_BANNER, wide));
  page = foyer_portal_page (view, &home, NULL);
  shown = g_strndup (g_bytes_get_data (foyer_portal_page_get_bytes (page), NULL),
                     g_bytes_get_size (foyer_portal_page_get_bytes (page)));
  image = g_strdup_printf ("src=\"/static/banner-%s.png\" width=\"200\" height=\"50\" alt=\"\"", blob);
  g_assert_nonnull (strstr (shown, image));
  gate = sign_in_page (view);
  g_assert_null (strstr (gate, "/static/banner-"));
}

/* Pages lead nobody's browser to another host, even while an address of the web is the logo. */
static void
test_web (void)
{
  g_autoptr (JsonObject) view = view_with ("ww", "ww");
  g_autofree char *page = sign_in_page (view);

  g_assert_null (strstr (page, WEB));
  g_assert_nonnull (strstr (page, "src=\"/static/mark-"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portal/picture/settings-before-organisation", test_choice);
  g_test_add_func ("/portal/picture/shown-once-looked-at", test_look);
  g_test_add_func ("/portal/picture/no-picture-no-logo", test_refused);
  g_test_add_func ("/portal/picture/banner-on-the-first-page", test_banner);
  g_test_add_func ("/portal/picture/nothing-from-other-hosts", test_web);
  return g_test_run ();
}
