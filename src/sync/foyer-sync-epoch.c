/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-epoch.c - whose records the store holds, and of which history of the server */

#include "foyer-sync-epoch.h"

#include "foyer-mutant.h"

#include <string.h>

void
foyer_admission_free (FoyerAdmission *self)
{
  if (self == NULL)
    return;
  g_free (self->account_id);
  g_free (self->epoch);
  g_free (self);
}

void
foyer_admission_result_free (FoyerAdmissionResult *self)
{
  if (self == NULL)
    return;
  g_free (self->console);
  g_free (self);
}

static gboolean
is_same_account (FoyerStoreWriter *writer, const FoyerAdmission *admission, GError **error)
{
  g_autofree char *account = foyer_store_writer_get_meta (writer, "account");

  if (account == NULL)
    return foyer_store_writer_set_meta (writer, "account", admission->account_id, error);
  if (strcmp (account, admission->account_id) == 0)
    return TRUE;
  g_set_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_OTHER_ACCOUNT,
               "The store holds the records of %s, not of %s", account, admission->account_id);
  return FALSE;
}

/*
 * If the console has sent something since the restore that it does not remember, its disk was put back in between: its numbers are of
 * two histories, and it goes on under another name.
 */
static gboolean
enter_epoch (FoyerStoreWriter *writer, const FoyerAdmission *admission, GError **error)
{
  gint64 last = MIN (admission->last, admission->last_before);

  return (FOYER_MUTANT (REWIND_LEFT_OUT) || foyer_store_writer_rewind_restored (writer, last, error))
         && (admission->last == last || foyer_store_writer_rename_console (writer, error))
         && foyer_store_writer_begin_resync (writer, NULL, error)
         && foyer_store_writer_set_meta (writer, "epoch", admission->epoch, error);
}

gpointer
foyer_admission_run (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  const FoyerAdmission *admission = data;
  g_autofree char *epoch = foyer_store_writer_get_meta (writer, "epoch");
  FoyerAdmissionResult *result;

  if (!is_same_account (writer, admission, error))
    return NULL;
  result = g_new0 (FoyerAdmissionResult, 1);
  result->console = foyer_store_writer_get_console (writer, error);
  result->first = epoch == NULL;
  if (admission->epoch == NULL || g_strcmp0 (epoch, admission->epoch) == 0)
    return result;
  if (epoch == NULL)
    foyer_store_writer_set_meta (writer, "epoch", admission->epoch, error);
  else if (admission->last < 0)
    result->must_ask = TRUE;
  else
    enter_epoch (writer, admission, error);
  return result;
}
