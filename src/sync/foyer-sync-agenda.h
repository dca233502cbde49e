/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-type.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerSyncAgenda:
 *
 * What is to be pulled: the types that have news, those of which much more waits, and those that the server could not give and that are
 * asked for again later without holding up the others. Plain data; moments are of the monotonic clock, in microseconds.
 */
typedef struct _FoyerSyncAgenda FoyerSyncAgenda;

FoyerSyncAgenda *foyer_sync_agenda_new (void);
void foyer_sync_agenda_free (FoyerSyncAgenda *self);

void foyer_sync_agenda_add_all (FoyerSyncAgenda *self);

/**
 * foyer_sync_agenda_add:
 * @types: (element-type FoyerRecordType)
 */
void foyer_sync_agenda_add (FoyerSyncAgenda *self, GPtrArray *types);

/**
 * foyer_sync_agenda_add_pushed:
 * @states: type name to state, as pushed
 *
 * Returns: whether any of it is news: what our own request brought is none
 */
gboolean foyer_sync_agenda_add_pushed (FoyerSyncAgenda *self, JsonObject *states);

/**
 * foyer_sync_agenda_list:
 * @now: types in trouble whose moment is later are left out
 *
 * Returns: (transfer full) (element-type FoyerRecordType): what to pull now
 */
GPtrArray *foyer_sync_agenda_list (FoyerSyncAgenda *self, gint64 now);

/**
 * foyer_sync_agenda_count:
 *
 * Returns: how many types are still to be pulled, now or later
 */
guint foyer_sync_agenda_count (FoyerSyncAgenda *self);

/**
 * foyer_sync_agenda_is_empty:
 *
 * Returns: whether there is nothing to pull, now or later
 */
gboolean foyer_sync_agenda_is_empty (FoyerSyncAgenda *self);

/**
 * foyer_sync_agenda_copy_long:
 *
 * Returns: (transfer full) (element-type FoyerRecordType): the types that are known to have many changes
 */
GHashTable *foyer_sync_agenda_copy_long (FoyerSyncAgenda *self);

/**
 * foyer_sync_agenda_take:
 * @types: (element-type FoyerRecordType): those that a request pulls
 *
 * Takes them off the list until an answer says otherwise.
 */
void foyer_sync_agenda_take (FoyerSyncAgenda *self, GPtrArray *types);

/**
 * foyer_sync_agenda_note:
 * @pulled: (element-type FoyerRecordType): what was asked for
 * @more: (element-type FoyerRecordType): of which more waits
 * @troubled: (element-type FoyerRecordType): which the server could not give; they are to be put off
 * @states: (element-type utf8 utf8): how far each type has come, by name
 *
 * Takes note of an answer.
 */
void foyer_sync_agenda_note (FoyerSyncAgenda *self,
                             GPtrArray *pulled,
                             GPtrArray *more,
                             GPtrArray *troubled,
                             GHashTable *states);

/**
 * foyer_sync_agenda_stop_circles:
 *
 * Moves from @more to @troubled what has come to a state at which it was before on the same way: its pages lead nowhere. To be called with an
 * answer before foyer_sync_agenda_note().
 */
void foyer_sync_agenda_stop_circles (FoyerSyncAgenda *self,
                                     GPtrArray *pulled,
                                     GPtrArray *more,
                                     GPtrArray *troubled,
                                     GHashTable *states);

/**
 * foyer_sync_agenda_put_off:
 * @until: when to ask again
 *
 * The server could not give @type.
 */
void foyer_sync_agenda_put_off (FoyerSyncAgenda *self, const FoyerRecordType *type, gint64 until);

/**
 * foyer_sync_agenda_count_failures:
 *
 * Returns: how many times in a row @type was put off
 */
guint foyer_sync_agenda_count_failures (FoyerSyncAgenda *self, const FoyerRecordType *type);

/**
 * foyer_sync_agenda_next:
 *
 * Returns: the first moment at which a type that was put off is due, -1 if there is none
 */
gint64 foyer_sync_agenda_next (FoyerSyncAgenda *self);

/**
 * foyer_sync_agenda_retry_now:
 *
 * Ends all waiting.
 */
void foyer_sync_agenda_retry_now (FoyerSyncAgenda *self);

/**
 * foyer_sync_agenda_list_troubled:
 *
 * Returns: (transfer full) (element-type FoyerRecordType): the types that are put off, in the order of the types' table
 */
GPtrArray *foyer_sync_agenda_list_troubled (FoyerSyncAgenda *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSyncAgenda, foyer_sync_agenda_free)

G_END_DECLS
