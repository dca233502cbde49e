/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-keyring.c - the secrets of an account in the Secret Service, and why they are not there */

#include "foyer-keyring.h"

#include "foyer-json.h"

#include <libsecret/secret.h>
#include <string.h>

G_DEFINE_QUARK (foyer - keyring - error - quark, foyer_keyring_error)

FoyerCredential *
foyer_credential_new (const char *access_token, const char *refresh_token)
{
  FoyerCredential *self = g_new0 (FoyerCredential, 1);

  self->access_token = g_strdup (access_token);
  self->refresh_token = g_strdup (refresh_token);
  return self;
}

FoyerCredential *
foyer_credential_copy (const FoyerCredential *self)
{
  return foyer_credential_new (self->access_token, self->refresh_token);
}

static void
wipe (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

void
foyer_credential_free (FoyerCredential *self)
{
  if (self == NULL)
    return;
  wipe (self->access_token);
  wipe (self->refresh_token);
  g_free (self);
}

static const SecretSchema schema = {
  FOYER_APPLICATION_ID ".Account",
  SECRET_SCHEMA_NONE,
  {
      { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

/* What a search that finds nothing in an open keyring means differs: nothing to load is an error, nothing to clear is not. */
typedef void (*AbsentFunc) (GTask *task);

typedef struct {
  GHashTable *attributes;
  AbsentFunc absent;
} Question;

static void
question_free (Question *question)
{
  g_hash_table_unref (question->attributes);
  g_free (question);
}

static GHashTable *
make_attributes (const FoyerAccount *account)
{
  return secret_attributes_build (&schema, "server", account->address, "account", account->account_id, NULL);
}

/* Gives @error, which is the keyring's own, as one of ours. Only the caller's will passes as it is. */
static void
return_error (GTask *task, GError *error)
{
  FoyerKeyringError code = FOYER_KEYRING_ERROR_MISSING;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_task_return_error (task, error);
    return;
  }
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    code = FOYER_KEYRING_ERROR_LOCKED;
  g_task_return_new_error (task, FOYER_KEYRING_ERROR, code, "The keyring did not answer: %s", error->message);
  g_error_free (error);
}

/* The keyring is open and holds nothing for the account. */
static void
return_absent (GTask *task)
{
  Question *question = g_task_get_task_data (task);

  question->absent (task);
}

static void
on_collection_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_finish (result, &error);

  if (error != NULL)
    return_error (task, g_steal_pointer (&error));
  else if (collection == NULL)
    g_task_return_new_error (task, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_MISSING,
                             "This session has no keyring");
  else if (secret_collection_get_locked (collection))
    g_task_return_new_error (task, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED,
                             "The keyring stayed locked");
  else
    return_absent (task);
}

static gboolean
is_any_locked (GList *items)
{
  for (GList *link = items; link != NULL; link = link->next) {
    if (SECRET_IS_ITEM (link->data) && secret_item_get_locked (link->data))
      return TRUE;
  }
  return FALSE;
}

static void
on_service_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service = secret_service_get_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return_error (task, g_steal_pointer (&error));
  else if (error != NULL)
    /* The search was answered, so the keyring is a sandbox's own file, and that is open. */
    return_absent (task);
  else
    secret_collection_for_alias (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                                 g_task_get_cancellable (task), on_collection_ready, g_object_ref (task));
}

static void
on_search_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autolist (GObject) items = secret_password_search_finish (result, &error);

  if (error != NULL)
    return_error (task, g_steal_pointer (&error));
  else if (is_any_locked (items))
    g_task_return_new_error (task, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED,
                             "The keyring stayed locked");
  else
    secret_service_get (SECRET_SERVICE_NONE, g_task_get_cancellable (task), on_service_ready,
                        g_object_ref (task));
}

/* A keyring that nobody unlocked says "nothing" without an error, just like an empty one. This finds out which it was. */
static void
ask_why_absent (GTask *task)
{
  Question *question = g_task_get_task_data (task);

  secret_password_searchv (&schema, question->attributes, SECRET_SEARCH_ALL, g_task_get_cancellable (task),
                           on_search_ready, g_object_ref (task));
}

static void
return_not_found (GTask *task)
{
  g_task_return_new_error (task, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_NOT_FOUND,
                           "The keyring holds nothing for this account");
}

static void
return_cleared (GTask *task)
{
  g_task_return_boolean (task, TRUE);
}

/* One item holds both secrets, so that a renewal replaces both or none. */
static char *
write_secret (const FoyerCredential *credential)
{
  g_autoptr (JsonObject) json = json_object_new ();

  if (credential->access_token != NULL)
    json_object_set_string_member (json, "accessToken", credential->access_token);
  if (credential->refresh_token != NULL)
    json_object_set_string_member (json, "refreshToken", credential->refresh_token);
  return foyer_json_canonical_object (json);
}

static FoyerCredential *
read_secret (const char *secret)
{
  g_autoptr (JsonObject) json = foyer_json_parse_object (secret, -1, NULL);
  const char *refresh_token = json == NULL ? NULL : foyer_json_object_text (json, "refreshToken");

  if (refresh_token == NULL)
    return NULL;
  return foyer_credential_new (foyer_json_object_text (json, "accessToken"), refresh_token);
}

static void
on_store_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else if (error == NULL)
    /* The person closed the window that asks for the keyring's password. */
    g_task_return_new_error (task, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED,
                             "The keyring stayed locked");
  else
    return_error (task, g_steal_pointer (&error));
}

void
foyer_keyring_store_async (const FoyerAccount *account,
                           const FoyerCredential *credential,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GHashTable) attributes = make_attributes (account);
  g_autofree char *label
      = g_strdup_printf ("Foyer: %s",
                         account->organisation == NULL ? account->address : account->organisation);
  char *secret = write_secret (credential);

  g_task_set_source_tag (task, foyer_keyring_store_async);
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, secret, cancellable,
                          on_store_ready, g_object_ref (task));
  secret_password_free (secret);
}

gboolean
foyer_keyring_store_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_keyring_store_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static GTask *
make_question (const FoyerAccount *account,
               AbsentFunc absent,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->attributes = make_attributes (account);
  question->absent = absent;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  return task;
}

static void
on_lookup_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerCredential) credential = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (secret != NULL)
    credential = read_secret (secret);
  secret_password_free (secret);
  if (error != NULL)
    return_error (task, g_steal_pointer (&error));
  else if (credential != NULL)
    g_task_return_pointer (task, g_steal_pointer (&credential), (GDestroyNotify) foyer_credential_free);
  else
    ask_why_absent (task);
}

void
foyer_keyring_load_async (const FoyerAccount *account,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = make_question (account, return_not_found, cancellable, callback, user_data);
  Question *question = g_task_get_task_data (task);

  g_task_set_source_tag (task, foyer_keyring_load_async);
  secret_password_lookupv (&schema, question->attributes, cancellable, on_lookup_ready, g_object_ref (task));
}

FoyerCredential *
foyer_keyring_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_keyring_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_clear_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (secret_password_clear_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    return_error (task, g_steal_pointer (&error));
  else
    ask_why_absent (task);
}

void
foyer_keyring_clear_async (const FoyerAccount *account,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = make_question (account, return_cleared, cancellable, callback, user_data);
  Question *question = g_task_get_task_data (task);

  g_task_set_source_tag (task, foyer_keyring_clear_async);
  secret_password_clearv (&schema, question->attributes, cancellable, on_clear_ready, g_object_ref (task));
}

gboolean
foyer_keyring_clear_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_keyring_clear_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
