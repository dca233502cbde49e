/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-dictionary.c - docs/records.md and docs/settings.md are what the field tables print */

#include "foyer-dictionary.h"

#include "foyer-record-type.h"

#include <string.h>

static const char *dictionary_path;
static const char *settings_path;

static void
assert_committed (const char *path, const char *printed, const char *command)
{
  g_autofree char *committed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &committed, NULL, &error));
  g_assert_no_error (error);
  if (strcmp (printed, committed) != 0) {
    g_test_message ("%s differs from the field tables; renew it with: %s", path, command);
    g_test_fail ();
  }
}

static void
test_committed (void)
{
  g_autofree char *printed = foyer_dictionary ();

  assert_committed (dictionary_path, printed, "build/src/records/print-dictionary > docs/records.md");
}

static void
test_settings_committed (void)
{
  g_autofree char *printed = foyer_settings_dictionary ();

  assert_committed (settings_path, printed, "build/src/records/print-dictionary settings > docs/settings.md");
}

/* Whoever looks for a setting finds its name, what it does for clients, when it applies and the words for it. */
static void
test_settings_speak (void)
{
  const FoyerRecordType *type = foyer_record_type_by_name ("PortalSettings");

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (strchr (field->name, '.') == NULL)
      continue;
    g_assert_nonnull (field->title);
    g_assert_nonnull (field->effect);
    g_assert_nonnull (field->applies);
    g_assert_nonnull (field->words);
    g_assert_false (g_str_has_suffix (field->effect, "."));
  }
}

static void
test_complete (void)
{
  g_autofree char *printed = foyer_dictionary ();
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autofree char *heading = g_strdup_printf ("\n## %s\n", types[i]->name);
    const char *section = strstr (printed, heading);

    g_assert_nonnull (section);
    for (guint j = 0; j < types[i]->n_fields; j++) {
      g_autofree char *row = g_strdup_printf ("\n| `%s` | ", types[i]->fields[j].name);

      section = strstr (section, row);
      g_assert_nonnull (section);
    }
  }
}

/* A row with a cell too few or too many would be drawn wrong. */
static void
test_rows (void)
{
  g_autofree char *printed = foyer_dictionary ();
  g_auto (GStrv) lines = g_strsplit (printed, "\n", -1);
  guint columns = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    guint bars = 0;

    if (lines[i][0] != '|')
      continue;
    for (const char *p = lines[i]; *p != '\0'; p++)
      bars += *p == '|' && (p == lines[i] || p[-1] != '\\');
    if (lines[i - 1][0] != '|')
      columns = bars;
    g_assert_cmpuint (bars, ==, columns);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dictionary_path = argc > 1 ? argv[1] : "docs/records.md";
  settings_path = argc > 2 ? argv[2] : "docs/settings.md";

  g_test_add_func ("/dictionary/committed", test_committed);
  g_test_add_func ("/dictionary/settings-committed", test_settings_committed);
  g_test_add_func ("/dictionary/settings-speak", test_settings_speak);
  g_test_add_func ("/dictionary/complete", test_complete);
  g_test_add_func ("/dictionary/rows", test_rows);
  return g_test_run ();
}
