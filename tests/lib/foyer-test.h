/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store-writer.h"

/* What tests of several floors need: waiting without sleeping, fresh directories, a store to work with. */

/**
 * foyer_test_take_result:
 * @place: (type GAsyncResult**): where to put the result
 *
 * The callback of whatever a test waits for.
 */
void foyer_test_take_result (GObject *source, GAsyncResult *result, gpointer place);

/**
 * foyer_test_wait_result:
 *
 * Runs the main loop until @result is there. Fails the test after ten seconds of nothing.
 *
 * Returns: (transfer full): the result
 */
GAsyncResult *foyer_test_wait_result (GAsyncResult **result);

/**
 * foyer_test_settle:
 *
 * Runs the main loop until it has nothing to do.
 */
void foyer_test_settle (void);

/**
 * foyer_test_make_directory:
 *
 * Returns: (transfer full): a fresh directory
 */
char *foyer_test_make_directory (void);

/**
 * foyer_test_remove_directory:
 * @directory: (transfer full)
 */
void foyer_test_remove_directory (char *directory);

/**
 * foyer_test_open_store:
 * @error: (nullable): must it open, or may it fail?
 *
 * Returns: (transfer full): a store whose workers run inline
 */
FoyerStore *
foyer_test_open_store (const char *directory, FoyerClock *clock, FoyerRandom *random, GError **error);

/**
 * foyer_test_close_store:
 * @store: (transfer full)
 *
 * Closes it and makes sure that nobody else holds it.
 */
void foyer_test_close_store (FoyerStore *store);

/**
 * foyer_test_json:
 *
 * Returns: (transfer full): @text, in which ' stands for ", as an object
 */
JsonObject *foyer_test_json (const char *text);

/**
 * foyer_test_submit:
 *
 * Returns: (transfer full): the operation's id, or %NULL with @error set
 */
char *foyer_test_submit (FoyerStore *store,
                         FoyerVerb verb,
                         const FoyerRecordType *type,
                         const char *id,
                         const char *patch,
                         gint64 hold,
                         GError **error);

/**
 * foyer_test_write:
 *
 * Runs @function on the store's writing side and fails the test if it fails.
 */
gpointer foyer_test_write (FoyerStore *store, FoyerWriteFunc function, gpointer data);
