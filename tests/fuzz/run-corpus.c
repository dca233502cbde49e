/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run-corpus.c - runs a fuzz target over the files of its corpus, where libFuzzer is not there to drive it */

#include "foyer-fuzz.h"

#include <stdio.h>

static guint
run_directory (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (path, 0, &error);
  const char *name;
  guint n_inputs = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    g_autofree char *text = NULL;
    g_autofree uint8_t *exact = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (file, &text, &length, NULL));
    /* As long as it is and no byte longer, for the sanitizer. */
    exact = g_memdup2 (text, length);
    LLVMFuzzerTestOneInput (exact, length);
    n_inputs++;
  }
  return n_inputs;
}

int
main (int argc, char **argv)
{
  guint n_inputs = 0;

  LLVMFuzzerInitialize (&argc, &argv);
  LLVMFuzzerTestOneInput ((const uint8_t *) "", 0);
  for (int i = 1; i < argc; i++)
    n_inputs += run_directory (argv[i]);
  printf ("1..1\n%s 1 - %u inputs\n", n_inputs > 0 ? "ok" : "not ok", n_inputs);
  return n_inputs > 0 ? 0 : 1;
}
