/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-json.c - the I-JSON scanner: what it lets through json-glib reads, and reading and writing it again changes nothing */

#include "foyer-fuzz.h"

#include "foyer-json.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = size == 0 ? "" : (const char *) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *twice = NULL;

  if (!foyer_json_check (text, (gssize) size, &error)) {
    g_assert_cmpint ((int) error->domain, ==, (int) FOYER_JSON_ERROR);
    return 0;
  }
  node = foyer_json_parse (text, (gssize) size, &error);
  g_assert_no_error (error);
  canonical = foyer_json_canonical (node);
  again = foyer_json_parse (canonical, -1, &error);
  g_assert_no_error (error);
  g_assert_true (foyer_json_equal (node, again));
  twice = foyer_json_canonical (again);
  g_assert_cmpstr (twice, ==, canonical);
  return 0;
}
