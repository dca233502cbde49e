/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-session.h"
#include "foyer-store-writer.h"

G_BEGIN_DECLS

/*
 * Whose records the store holds and of which history: settled before each first turn with a session.
 */

/**
 * FoyerAdmission:
 * @account_id: of the session
 * @epoch: (nullable): of the session
 * @last: the last number of this console that the server knows, -1 if it was not asked
 * @last_before: of those, the last from before the server was restored
 */
typedef struct {
  char *account_id;
  char *epoch;
  gint64 last;
  gint64 last_before;
} FoyerAdmission;

void foyer_admission_free (FoyerAdmission *self);

/**
 * FoyerAdmissionResult:
 * @must_ask: the epoch is another than the store knows: ask `Op/status` of @console, then admit again with the answer
 * @first: nothing has been pulled yet
 */
typedef struct {
  gboolean must_ask;
  gboolean first;
  char *console;
} FoyerAdmissionResult;

void foyer_admission_result_free (FoyerAdmissionResult *self);

/**
 * foyer_admission_run:
 *
 * A #FoyerWriteFunc over a #FoyerAdmission. Fails with %FOYER_STORE_ERROR_OTHER_ACCOUNT, and nothing touched, if the store holds another
 * account's records. When the server was restored, what it has forgotten is sent again and everything is pulled anew.
 *
 * Returns: (transfer full): a #FoyerAdmissionResult
 */
gpointer foyer_admission_run (FoyerStoreWriter *writer, gpointer admission, GError **error);

G_END_DECLS
