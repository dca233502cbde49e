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
  GHashTable *tokens;     /* (element-type guint utf8): of each console */
  GHashTable *devices;    /* (element-type guint utf8) */
  GHashTable *signed_out; /* (element-type guint) */
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
foyer_sim_server_ask (FoyerSimServer *self, guint console, const FoyerHttpRequest *request);

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
 * foyer_sim_server_give_role:
 * @console: whose staff member
 * @role: `admin`, `office` or `viewer`
 *
 * An administrator changes what somebody may do.
 */
void foyer_sim_server_give_role (FoyerSimServer *self, guint console, const char *role);

/**
 * foyer_sim_server_sign_out:
 *
 * An administrator signs a console out. Whatever it is answered from now on is a flaw, until foyer_sim_server_sign_in().
 */
void foyer_sim_server_sign_out (FoyerSimServer *self, guint console);
void foyer_sim_server_sign_in (FoyerSimServer *self, guint console);
gboolean foyer_sim_server_is_signed_out (FoyerSimServer *self, guint console);

/**
 * foyer_sim_server_look:
 * @ours: whether somebody other than a console has written
 *
 * Has the ledger look at the database.
 */
void foyer_sim_server_look (FoyerSimServer *self, gboolean ours);

/**
 * foyer_sim_server_has_file:
 *
 * Returns: whether the file of a blob is there
 */
gboolean foyer_sim_server_has_file (FoyerSimServer *self, const char *blob_id);

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
