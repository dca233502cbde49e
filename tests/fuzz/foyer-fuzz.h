/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What the fuzz targets share: one entry, and values made from bytes. */

/**
 * LLVMFuzzerTestOneInput:
 *
 * A target: takes any bytes and must neither crash, nor leak, nor break a promise of the code under test. libFuzzer calls it in the fuzz
 * build, run-corpus.c with the files of the corpus in every other one.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/**
 * LLVMFuzzerInitialize:
 *
 * Makes warnings of the libraries end the program in a way that libFuzzer sees.
 *
 * Returns: 0
 */
int LLVMFuzzerInitialize (int *argc, char ***argv);

/**
 * FoyerFuzzBytes:
 *
 * What is left of an input.
 */
typedef struct {
  const uint8_t *data;
  size_t size;
} FoyerFuzzBytes;

/**
 * foyer_fuzz_take_byte:
 *
 * Returns: the next byte, 0 at the end
 */
guint foyer_fuzz_take_byte (FoyerFuzzBytes *self);

/**
 * foyer_fuzz_take_object:
 * @names: (array length=n_names): which members there may be
 *
 * Returns: (transfer full): an object made from the next bytes: every change of a byte gives another one, and all of them are good JSON
 */
JsonObject *foyer_fuzz_take_object (FoyerFuzzBytes *self, const char *const *names, guint n_names);

/**
 * foyer_fuzz_drop_nulls:
 *
 * Removes members that are null, however deep: in a record, null and absent are the same.
 */
void foyer_fuzz_drop_nulls (JsonObject *object);

G_END_DECLS
