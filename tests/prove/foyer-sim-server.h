/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-ledger.h"

G_BEGIN_DECLS

/**
 * FoyerSimServer:
 * @rewritten: whether it has been restored from a backup
 * @on_changed: (nullable): called when records have changed
 *
 * The real core of the server over a real file, which can crash and be restored, watched by a ledger.
 */
typedef struct {
  FoyerManualClock *clock;
  FoyerRandom *random;
  char *directory;
  FoyerBackend *backend;
  FoyerLedger *ledger;
  gint64 organisation;
  GHashTable *tokens; /* (element-type utf8 utf8): of each console */
  gint64 tokens_until;
  char *backup; /* (nullable): a directory */
  FoyerHistory *backup_history;
  gboolean rewritten;

  void (*on_changed) (const char *account_id, GHashTable *states, gpointer user_data);
  gpointer user_data;
} FoyerSimServer;

/**
 * foyer_sim_server_new:
 * @template: a directory with the database of a server that has been set up
 */
FoyerSimServer *foyer_sim_server_new (const char *template, FoyerManualClock *clock, FoyerRandom *random);
void foyer_sim_server_free (FoyerSimServer *self);

/**
 * foyer_sim_server_ask:
 * @console: who asks
 *
 * Returns: (transfer full): the answer; what it changed is committed
 */
FoyerHttpResponse *
foyer_sim_server_ask (FoyerSimServer *self, const char *console, const FoyerHttpRequest *request);

/**
 * foyer_sim_server_crash:
 *
 * Starts anew from the bytes that are on the disk at this moment.
 */
void foyer_sim_server_crash (FoyerSimServer *self);

/**
 * foyer_sim_server_back_up:
 *
 * Keeps a copy of the database, in place of an earlier one.
 */
void foyer_sim_server_back_up (FoyerSimServer *self);

/**
 * foyer_sim_server_restore:
 *
 * Goes back to the copy, as `foyer-server restore` does: in a new epoch.
 *
 * Returns: %FALSE if there is no copy
 */
gboolean foyer_sim_server_restore (FoyerSimServer *self);

/**
 * foyer_sim_server_cut_history:
 *
 * Forgets what was destroyed so far, so that older states cannot be answered any more.
 */
void foyer_sim_server_cut_history (FoyerSimServer *self);

/**
 * foyer_sim_server_book:
 *
 * A client asks for a visit on the portal.
 */
void foyer_sim_server_book (FoyerSimServer *self, FoyerRandom *random);

/**
 * foyer_sim_server_withdraw:
 *
 * A client takes an open booking back, if there is one.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *foyer_sim_server_withdraw (FoyerSimServer *self, FoyerRandom *random);

/**
 * foyer_sim_server_list:
 *
 * Returns: (transfer full) (element-type FoyerRecord): all records of @type
 */
GPtrArray *foyer_sim_server_list (FoyerSimServer *self, const FoyerRecordType *type);

/**
 * foyer_sim_copy_directory:
 *
 * Copies the files of @from, as they are on the disk, into a fresh directory.
 *
 * Returns: (transfer full): the copy
 */
char *foyer_sim_copy_directory (const char *from);

G_END_DECLS
