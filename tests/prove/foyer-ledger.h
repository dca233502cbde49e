/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"
#include "foyer-operation.h"

G_BEGIN_DECLS

/**
 * FoyerFlaw:
 * @FOYER_FLAW_LOST: what a person did is neither done nor shown, or was overwritten unseen
 * @FOYER_FLAW_DOUBLED: something happened twice, or although it had been taken back
 * @FOYER_FLAW_DIVERGED: two copies of the same thing differ, or one of them is older than what its owner has seen
 */
typedef enum {
  FOYER_FLAW_LOST,
  FOYER_FLAW_DOUBLED,
  FOYER_FLAW_DIVERGED,
} FoyerFlaw;

#define FOYER_N_FLAWS 3

/**
 * FoyerDeed:
 * @number: in the order in which the people of the simulation acted, from 1
 * @console: which one
 * @expected: (nullable): the strict values that the person saw
 * @requires: (nullable): the operation that this one builds on
 * @may_leave: the moment of the monotonic clock at which its undo window ends
 * @undone: whether the person took it back in time
 * @put_away: whether the person has put it away after it was refused
 * @refused: whether a server refused it, also one that was restored to before that
 * @excused: whether disks that came back from an older day have rightly lost it, or brought it back
 *
 * One thing that a person did, as the person remembers it.
 */
typedef struct {
  char *id;
  guint number;
  guint console;
  FoyerVerb verb;
  const FoyerRecordType *type;
  char *record_id;
  JsonObject *patch;
  JsonObject *expected;
  char *requires;
  gint64 may_leave;
  gboolean undone;
  gboolean put_away;
  gboolean refused;
  gboolean excused;
} FoyerDeed;

/**
 * FoyerLedger:
 *
 * The simulation's own memory: what people did, and what the server's database was seen to become of it. It follows the server by the log
 * of operations, works out itself what each of them does to its record, and compares; it knows nothing of how that came about.
 */
typedef struct _FoyerLedger FoyerLedger;
typedef struct _FoyerHistory FoyerHistory;

FoyerLedger *foyer_ledger_new (gint64 organisation);
void foyer_ledger_free (FoyerLedger *self);

/**
 * foyer_ledger_report:
 *
 * Notes a flaw. The first one is kept in words.
 */
void foyer_ledger_report (FoyerLedger *self, FoyerFlaw flaw, const char *format, ...) G_GNUC_PRINTF (3, 4);

/**
 * foyer_ledger_get_flaw:
 *
 * Returns: (nullable): the first flaw in words, with its kind in @flaw
 */
const char *foyer_ledger_get_flaw (FoyerLedger *self, FoyerFlaw *flaw);

/**
 * foyer_ledger_add_deed:
 * @data: the operation as the console wrote it
 *
 * Returns: (transfer none): what is remembered of it
 */
FoyerDeed *
foyer_ledger_add_deed (FoyerLedger *self, guint console, const FoyerOperationData *data, gint64 now);

/**
 * foyer_ledger_get_deeds:
 *
 * Returns: (element-type FoyerDeed): in order
 */
GPtrArray *foyer_ledger_get_deeds (FoyerLedger *self);
FoyerDeed *foyer_ledger_find_deed (FoyerLedger *self, const char *id);

/**
 * foyer_ledger_knows:
 * @done: (out) (optional): whether the server did it; else it refused
 *
 * Returns: whether the server has answered the operation @id, in the history that it has now
 */
gboolean foyer_ledger_knows (FoyerLedger *self, const char *id, gboolean *done);

/**
 * foyer_ledger_look:
 * @ours: whether somebody other than a console has written
 *
 * Reads what the server's database has become and checks that only the logged operations explain it: each done once, in each console's order
 * for a record, none that was taken back or still held, no strict value overwritten that its author had not seen.
 */
void foyer_ledger_look (FoyerLedger *self, FoyerDatabase *database, gboolean ours, gint64 now);

/**
 * foyer_ledger_see:
 * @console: who looks
 * @record: what its screen shows
 * @pending: (element-type utf8): names of fields over which its own unconfirmed operations lie
 *
 * Checks that no screen goes back to what it had shown or confirmed before.
 */
void foyer_ledger_see (FoyerLedger *self, guint console, JsonObject *record, GHashTable *pending);

/**
 * foyer_ledger_confirm:
 *
 * The console of @deed has shown it as done.
 */
void foyer_ledger_confirm (FoyerLedger *self, const FoyerDeed *deed);

/**
 * foyer_ledger_forget_screens:
 *
 * Some disk has gone back to an older day: what was seen before does not count any more.
 */
void foyer_ledger_forget_screens (FoyerLedger *self);

/**
 * foyer_ledger_copy_history:
 *
 * Returns: (transfer full): what the server has become so far, to go with a backup of it
 */
FoyerHistory *foyer_ledger_copy_history (FoyerLedger *self);
void foyer_ledger_restore_history (FoyerLedger *self, FoyerHistory *history);
void foyer_history_free (FoyerHistory *self);

G_END_DECLS
