/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-golden.c - what was looked at once stays as it was */

#include "foyer-golden.h"

#include <string.h>

void
foyer_assert_golden (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (FOYER_TEST_DATA, name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) found_lines = NULL;
  g_auto (GStrv) expected_lines = NULL;

  if (g_getenv ("FOYER_UPDATE_GOLDEN") != NULL) {
    g_file_set_contents (path, text, -1, &error);
    g_assert_no_error (error);
    return;
  }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (text, expected) == 0)
    return;

  found_lines = g_strsplit (text, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++) {
    if (strcmp (found_lines[i], expected_lines[i]) != 0)
      g_error ("%s:%u:\n  expected %s\n  found    %s", name, i + 1, expected_lines[i], found_lines[i]);
  }
  g_error ("%s: one is longer", name);
}
