/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-backend-chores.c - what the server does of itself, on the writing lane */

#include "foyer-backend-private.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-door-requests.h"
#include "accounts/foyer-door-wishes.h"
#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-signing-codes.h"
#include "blobs/foyer-blobs.h"
#include "changes/foyer-history.h"
#include "changes/foyer-transaction.h"
#include "effects/foyer-invites.h"
#include "effects/foyer-scheduled-messages.h"
#include "effects/foyer-scheduled-settings.h"
#include "mail/foyer-mail-queue.h"
#include "site/foyer-door-answers.h"

#include "types/organisation.h"

static FoyerTransaction *
make_transaction (FoyerBackend *self, gint64 organisation, gint64 now)
{
  FoyerTransaction *transaction
      = foyer_transaction_new (self->writer, self->clock, self->random, organisation, FOYER_BY_SERVER, NULL);

  transaction->now = now;
  return transaction;
}

gboolean
foyer_backend_write (FoyerBackend *self,
                     gint64 organisation,
                     gint64 now,
                     FoyerBackendWork work,
                     gpointer data,
                     GError **error)
{
  g_autoptr (FoyerTransaction) transaction = NULL;
  g_autoptr (FoyerOrganisationAccount) account = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  if (!foyer_database_begin (self->writer, error))
    return FALSE;
  account = foyer_accounts_find_organisation (self->writer, organisation, &failure);
  if (failure == NULL) {
    transaction = make_transaction (self, organisation, now);
    if (account != NULL)
      transaction->portal_url = foyer_backend_get_portal_url (self, account->slug);
  }
  if (failure != NULL || !work (transaction, data, &failure)) {
    foyer_database_rollback (self->writer);
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!foyer_database_commit_or_undo (self->writer, error))
    return FALSE;
  if (account != NULL)
    foyer_backend_tell (self, account->id, transaction->changed);
  return TRUE;
}

static gint64
count_organisations (FoyerBackend *self)
{
  return foyer_database_integer (self->writer, "SELECT max(organisation) FROM account", NULL);
}

gboolean
foyer_backend_write_all (FoyerBackend *self, gint64 now, FoyerBackendWork work, gpointer data, GError **error)
{
  gint64 count = count_organisations (self);

  for (gint64 number = 1; number <= count; number++) {
    if (!foyer_backend_write (self, number, now, work, data, error))
      return FALSE;
  }
  return TRUE;
}

/* --- What the start settles --- */

static gboolean
note_address (FoyerTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) organisation
      = foyer_record_source_get_singleton (transaction->source, &foyer_organisation_type, &failure);
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (JsonObject) json = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (organisation == NULL || transaction->portal_url == NULL
      || g_strcmp0 (foyer_organisation_get_portal_url (organisation), transaction->portal_url) == 0)
    return TRUE;
  json = foyer_record_to_json (organisation);
  json_object_set_string_member (json, "portalUrl", transaction->portal_url);
  stored = foyer_transaction_put (transaction, &foyer_organisation_type, json, error);
  return stored != NULL;
}

void
foyer_backend_note_addresses (FoyerBackend *self, gint64 now)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (FOYER_IS_BACKEND (self));

  if (!foyer_backend_write_all (self, now, note_address, NULL, &error))
    g_warning ("The address of a portal was not noted: %s", error->message);
}

/* --- What its time has come for --- */

typedef gint64 (*CountDue) (FoyerTransaction *transaction, GError **error);

static gint64
count_due (FoyerBackend *self, gint64 organisation, gint64 now, CountDue count, GError **error)
{
  g_autoptr (FoyerTransaction) transaction = make_transaction (self, organisation, now);

  return count (transaction, error);
}

/* What one organisation cannot have done holds up nobody else's. Returns whether there is more. */
static gboolean
do_what_is_due (FoyerBackend *self, gint64 now, CountDue count, FoyerBackendWork work, const char *complaint)
{
  gint64 n_organisations = count_organisations (self);
  gboolean more = FALSE;

  for (gint64 number = 1; number <= n_organisations; number++) {
    g_autoptr (GError) error = NULL;
    gint64 due = count_due (self, number, now, count, &error);

    if (due > 0 && foyer_backend_write (self, number, now, work, NULL, &error))
      more = more || count_due (self, number, now, count, &error) > 0;
    if (error != NULL)
      g_warning ("%s: %s", complaint, error->message);
  }
  return more;
}

gboolean
foyer_backend_expire_invites (FoyerBackend *self, gint64 now)
{
  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  return do_what_is_due (self, now, foyer_invites_count_late, foyer_invites_expire,
                         "Invites that ran out were not noted");
}

gboolean
foyer_backend_send_scheduled (FoyerBackend *self, gint64 now)
{
  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  return do_what_is_due (self, now, foyer_scheduled_messages_count_due, foyer_scheduled_messages_send,
                         "What was written for later was not sent");
}

gboolean
foyer_backend_publish_scheduled (FoyerBackend *self, gint64 now)
{
  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  return do_what_is_due (self, now, foyer_scheduled_settings_count_due, foyer_scheduled_settings_publish,
                         "Settings were not published when it was time");
}

/* --- Forgetting --- */

static gboolean
sweep_blobs (FoyerBackend *self, gint64 now, GPtrArray *gone, GError **error)
{
  gint64 count = count_organisations (self);

  for (gint64 number = 1; number <= count; number++) {
    FoyerOrganisationAccount organisation = { .number = number };
    FoyerStaffIdentity nobody = { .organisation = &organisation };
    FoyerBlobs blobs = { self->writer, self->files, &nobody, now, gone };

    if (!foyer_blobs_sweep (&blobs, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_backend_forget (FoyerBackend *self, gint64 now)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  if (foyer_database_begin (self->writer, &error)
      && foyer_history_prune (self->writer, &foyer_history_limits, now, &more, &error)
      && foyer_mailed_links_sweep (self->writer, now, &error)
      && foyer_door_requests_sweep (self->writer, now, &error)
      && foyer_signing_codes_sweep (self->writer, now, &error)
      && foyer_mail_queue_sweep (self->writer, now, &error) && sweep_blobs (self, now, gone, &error)
      && foyer_database_commit_or_undo (self->writer, &error)) {
    for (guint i = 0; i < gone->len; i++)
      foyer_blob_files_remove (self->files, gone->pdata[i]);
    return more || gone->len > 0;
  }
  g_warning ("What is old was not forgotten: %s", error->message);
  foyer_database_rollback (self->writer);
  return FALSE;
}

/* --- The door --- */

#define DOOR_BATCH 20

/* Whose records an answer changed, to be told once it is committed. */
typedef struct {
  char *account_id;
  GHashTable *changed;
} Told;

static void
told_free (Told *self)
{
  g_free (self->account_id);
  g_hash_table_unref (self->changed);
  g_free (self);
}

/* What cannot be answered is forgotten with its effects; the others are answered. */
static void
answer_wish (FoyerBackend *self, const FoyerDoorWish *wish, gint64 now, GPtrArray *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation (self->writer, wish->organisation, &error);
  g_autoptr (FoyerTransaction) transaction = NULL;
  g_autofree char *portal_url = NULL;
  guint mark = 0;

  if (account != NULL) {
    portal_url = foyer_backend_get_portal_url (self, account->slug);
    transaction = make_transaction (self, account->number, now);
  }
  if (transaction != NULL && foyer_transaction_savepoint (transaction, &mark, &error)) {
    if (foyer_door_answers_give (transaction, portal_url, wish, &error)
        && foyer_transaction_release (transaction, mark, &error)) {
      Told *one = g_new0 (Told, 1);

      one->account_id = g_strdup (account->id);
      one->changed = g_hash_table_ref (transaction->changed);
      g_ptr_array_add (told, one);
      return;
    }
    foyer_transaction_rollback_to (transaction, mark);
  }
  g_warning ("A wish at the door was not answered: %s", error->message);
}

gboolean
foyer_backend_answer_door (FoyerBackend *self, gint64 now)
{
  g_autoptr (GPtrArray) wishes = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) told_free);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  if (foyer_door_wishes_count (self->writer, NULL) <= 0)
    return FALSE;
  if (foyer_database_begin (self->writer, &error))
    wishes = foyer_door_wishes_take (self->writer, DOOR_BATCH, &error);
  for (guint i = 0; wishes != NULL && i < wishes->len; i++)
    answer_wish (self, wishes->pdata[i], now, told);
  if (wishes != NULL && foyer_database_commit_or_undo (self->writer, &error)) {
    for (guint i = 0; i < told->len; i++) {
      Told *one = told->pdata[i];

      foyer_backend_tell (self, one->account_id, one->changed);
    }
    return wishes->len == DOOR_BATCH;
  }
  g_warning ("What was asked at the door waits: %s", error->message);
  foyer_database_rollback (self->writer);
  return FALSE;
}
