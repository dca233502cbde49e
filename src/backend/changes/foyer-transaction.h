/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-database.h"
#include "foyer-random.h"
#include "foyer-record-source.h"

G_BEGIN_DECLS

/**
 * FoyerActorKind:
 *
 * On whose behalf something is done.
 */
typedef enum {
  FOYER_BY_SERVER,
  FOYER_BY_STAFF,
  FOYER_BY_CLIENT,
} FoyerActorKind;

/**
 * FoyerStateChange:
 * @type: whose state changed
 * @before: (nullable): what stood in the table of changes until then
 */
typedef struct {
  char *type;
  char *before;
} FoyerStateChange;

/**
 * FoyerTransaction:
 * @actor_id: (nullable): the staff member, portal person or client
 * @now: seconds since 1970
 * @portal_url: (nullable): the address of the organisation's portal, without a trailing slash, if the caller knows it
 *
 * What one request does to one organisation's records, on the connection's open transaction. Every change takes the next number of
 * the organisation's counter, which is the record's rev and the state of its type, so that consoles can ask "what since?".
 */
typedef struct {
  FoyerDatabase *database;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerRecordSource *source;
  gint64 organisation;
  FoyerActorKind actor;
  char *actor_id;
  gint64 now;
  char *portal_url;

  GHashTable *changed; /* (element-type utf8 utf8): type name to new state */
  GArray *log;         /* (element-type FoyerStateChange) (owned): what @changed was, for savepoints */
} FoyerTransaction;

FoyerTransaction *foyer_transaction_new (FoyerDatabase *database,
                                         FoyerClock *clock,
                                         FoyerRandom *random,
                                         gint64 organisation,
                                         FoyerActorKind actor,
                                         const char *actor_id);
void foyer_transaction_free (FoyerTransaction *self);

/**
 * foyer_transaction_put:
 * @json: the whole record as it shall be; members that the server sets are overwritten
 *
 * Adds or replaces a record without asking anybody's leave: rights and rules are judged before.
 *
 * Returns: (transfer full): the record as stored, or %NULL with an error
 */
FoyerRecord *
foyer_transaction_put (FoyerTransaction *self, const FoyerRecordType *type, JsonObject *json, GError **error);

/**
 * foyer_transaction_remove:
 *
 * Removes a record and leaves a tombstone for consoles.
 */
gboolean foyer_transaction_remove (FoyerTransaction *self,
                                   const FoyerRecordType *type,
                                   const char *id,
                                   GError **error);

/**
 * foyer_transaction_savepoint:
 * @mark: (out): to be handed to whichever call ends the savepoint
 *
 * Marks a place to which foyer_transaction_rollback_to() goes back, in the database and in what is told of it.
 */
gboolean foyer_transaction_savepoint (FoyerTransaction *self, guint *mark, GError **error);
gboolean foyer_transaction_release (FoyerTransaction *self, guint mark, GError **error);
void foyer_transaction_rollback_to (FoyerTransaction *self, guint mark);

/**
 * foyer_transaction_make_id:
 *
 * Returns: (transfer full): an id for a record that the server makes
 */
char *foyer_transaction_make_id (FoyerTransaction *self, const FoyerRecordType *type);

/**
 * foyer_transaction_get_state:
 *
 * Returns: (transfer full): the state of @type: `<epoch>-<n>`
 */
char *foyer_transaction_get_state (FoyerTransaction *self, const FoyerRecordType *type, GError **error);

/**
 * foyer_transaction_parse_state:
 * @since: (out): the number in it; 0 for "0", which is always answerable
 *
 * Returns: whether @state is one of this organisation's present epoch
 */
gboolean foyer_transaction_parse_state (FoyerTransaction *self, const char *state, gint64 *since);

/**
 * foyer_transaction_get_epoch:
 *
 * Returns: (transfer full): the epoch of the organisation's history
 */
char *foyer_transaction_get_epoch (FoyerTransaction *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTransaction, foyer_transaction_free)

G_END_DECLS
