/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-form.c - posted forms: every field is text that the rest of the program may handle */

#include "foyer-fuzz.h"

#include "http/foyer-form.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GHashTable) fields = foyer_form_parse (size == 0 ? "" : (const char *) data, size);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (fields == NULL)
    return 0;
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    g_assert_cmpstr (name, !=, "");
    g_assert_true (g_utf8_validate (name, -1, NULL));
    g_assert_true (g_utf8_validate (value, -1, NULL));
  }
  return 0;
}
