/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sim-link.h"
#include "foyer-store-writer.h"
#include "foyer-sync-engine.h"

G_BEGIN_DECLS

/**
 * FoyerSimConsole:
 * @index: its number in the ledger
 * @old_disk: (nullable): a copy of its directory from earlier
 * @store: (nullable): %NULL while it is not running
 *
 * One console: the real engine over the real store, its workers inline, and a person who acts on it.
 */
typedef struct {
  guint index;
  char *name;
  char *directory;
  char *old_disk;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerTransport *link;
  FoyerLedger *ledger;
  FoyerStore *store;
  FoyerSyncEngine *engine;
} FoyerSimConsole;

/**
 * foyer_sim_console_new:
 * @template: a directory with a store that holds nothing yet
 * @link: (transfer full)
 *
 * Returns: (transfer full): a console that is not running
 */
FoyerSimConsole *foyer_sim_console_new (guint index,
                                        const char *template,
                                        FoyerClock *clock,
                                        FoyerRandom *random,
                                        FoyerTransport *link,
                                        FoyerLedger *ledger);
void foyer_sim_console_free (FoyerSimConsole *self);
void foyer_sim_console_open (FoyerSimConsole *self);

/**
 * foyer_sim_console_close:
 *
 * Ends it as a person does.
 */
void foyer_sim_console_close (FoyerSimConsole *self);

/**
 * foyer_sim_console_crash:
 *
 * Ends it at once; only what is on the disk at this moment remains.
 */
void foyer_sim_console_crash (FoyerSimConsole *self);

/**
 * foyer_sim_console_keep_disk:
 *
 * Keeps a copy of its disk, in place of an earlier one.
 */
void foyer_sim_console_keep_disk (FoyerSimConsole *self);

/**
 * foyer_sim_console_roll_back_disk:
 *
 * Ends it and puts its disk back to the copy.
 *
 * Returns: %FALSE if there is no copy
 */
gboolean foyer_sim_console_roll_back_disk (FoyerSimConsole *self);

/**
 * foyer_sim_console_submit:
 * @hold: the undo window in microseconds
 *
 * Acts, and remembers it in the ledger.
 *
 * Returns: (transfer none) (nullable): the deed, or %NULL if the store would not have it
 */
FoyerDeed *foyer_sim_console_submit (FoyerSimConsole *self,
                                     FoyerVerb verb,
                                     const FoyerRecordType *type,
                                     const char *id,
                                     JsonObject *patch,
                                     gint64 hold);

/**
 * foyer_sim_console_undo:
 *
 * Returns: whether @deed was taken back
 */
gboolean foyer_sim_console_undo (FoyerSimConsole *self, FoyerDeed *deed);
void foyer_sim_console_release (FoyerSimConsole *self, FoyerDeed *deed);
void foyer_sim_console_discard (FoyerSimConsole *self, FoyerDeed *deed);

/**
 * foyer_sim_console_repair:
 *
 * Begins to read all records anew, as *Repair* in preferences does.
 */
void foyer_sim_console_repair (FoyerSimConsole *self);

/**
 * foyer_sim_console_sign_in:
 *
 * Somebody signs in anew at it, as the console does it: with another engine over the same store.
 */
void foyer_sim_console_sign_in (FoyerSimConsole *self);

/**
 * foyer_sim_console_add_file:
 *
 * Chooses a file to attach.
 *
 * Returns: (transfer full) (nullable): its blob's id, or %NULL if the store would not have it
 */
char *foyer_sim_console_add_file (FoyerSimConsole *self, GBytes *bytes);

/**
 * foyer_sim_console_open_file:
 * @must_come: whether it is a flaw if it does not
 *
 * Opens an attachment; that its bytes are not those of its name is a flaw. Does not wait.
 */
void foyer_sim_console_open_file (FoyerSimConsole *self, const char *blob_id, gboolean must_come);

/**
 * foyer_sim_console_look:
 *
 * Has the ledger compare what is on the screen with what was there before.
 */
void foyer_sim_console_look (FoyerSimConsole *self);

/**
 * foyer_sim_console_list:
 *
 * Returns: (transfer full) (element-type FoyerRecord): all records of @type, as shown
 */
GPtrArray *foyer_sim_console_list (FoyerSimConsole *self, const FoyerRecordType *type);

/**
 * foyer_sim_console_is_quiet:
 *
 * Returns: whether it has nothing more to send or to fetch
 */
gboolean foyer_sim_console_is_quiet (FoyerSimConsole *self);

G_END_DECLS
