/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-error-text.c - errors as people read them */

#include "foyer-error-text.h"

#include "foyer-json.h"
#include "foyer-keyring.h"
#include "foyer-refusal-words.h"
#include "foyer-sign-in.h"
#include "foyer-store.h"
#include "foyer-sync-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const char *
describe_store (FoyerStoreError code)
{
  switch (code) {
  case FOYER_STORE_ERROR_BUSY:
    return _ ("Another Foyer uses this profile. Nothing was changed: close the other one and try again.");
  case FOYER_STORE_ERROR_READ_ONLY:
    return _ (
        "The folder of Foyer’s data cannot be written. Nothing was changed: make it writable and try again.");
  case FOYER_STORE_ERROR_SCHEMA_TOO_NEW:
    return _ ("This profile was made by a newer Foyer and was left untouched: update Foyer to open it.");
  case FOYER_STORE_ERROR_OTHER_ACCOUNT:
    return _ (
        "This profile holds the records of another account and was left untouched: choose another folder.");
  case FOYER_STORE_ERROR_CORRUPT:
    return _ (
        "The file of Foyer’s data is damaged. What you did is kept beside it: start Foyer again, and it puts "
        "the file right.");
  case FOYER_STORE_ERROR_DISK_FULL:
    return _ ("The disk is full, so nothing was changed. Reading still works: make room and try again.");
  case FOYER_STORE_ERROR_INVALID:
    return _ ("The record does not allow this change, so nothing was changed.");
  case FOYER_STORE_ERROR_TOO_LATE:
    return _ ("It has already been sent and cannot be taken back.");
  case FOYER_STORE_ERROR_UNKNOWN:
    return _ ("The disk failed, and it is not known whether this was kept. Start Foyer again: it looks, and "
              "nothing "
              "happens twice.");
  case FOYER_STORE_ERROR_FAILED:
  default:
    return NULL;
  }
}

static const char *
describe_sign_in (FoyerSignInError code)
{
  switch (code) {
  case FOYER_SIGN_IN_ERROR_ADDRESS:
    return _ ("This is not the address of a server. It looks like portal.example.com.");
  case FOYER_SIGN_IN_ERROR_UNREACHABLE:
    return _ ("No answer from this address. Check the address and your network, then try again.");
  case FOYER_SIGN_IN_ERROR_CERTIFICATE:
    return _ ("The server cannot prove who it is, so nothing was sent to it. Ask whoever runs it.");
  case FOYER_SIGN_IN_ERROR_NOT_FOYER:
    return _ ("Something answers at this address, but it is not a Foyer server. Check the address.");
  case FOYER_SIGN_IN_ERROR_REFUSED:
    return _ (
        "The server did not accept this sign-in. A code works once and for ten minutes: ask for a new one.");
  case FOYER_SIGN_IN_ERROR_SERVER:
    return _ ("The server has trouble of its own. Try again in a while.");
  default:
    return NULL;
  }
}

static const char *
describe_keyring (FoyerKeyringError code)
{
  switch (code) {
  case FOYER_KEYRING_ERROR_LOCKED:
    return _ ("The keyring is locked. You can work on; sign in again to send and receive.");
  case FOYER_KEYRING_ERROR_MISSING:
    return _ (
        "This computer has no keyring. You can work on; sign in to send and receive until Foyer closes.");
  case FOYER_KEYRING_ERROR_NOT_FOUND:
    return _ (
        "The keyring holds no sign-in for this account. You can work on; sign in again to send and receive.");
  default:
    return NULL;
  }
}

static const char *
describe_sync (FoyerSyncError code)
{
  switch (code) {
  case FOYER_SYNC_ERROR_SIGN_IN:
    return _ ("The server asks you to sign in again. You can work on; nothing is lost.");
  case FOYER_SYNC_ERROR_FORBIDDEN:
    return _ ("The server lets this account in no longer. Nothing is lost here: ask your administrator.");
  case FOYER_SYNC_ERROR_BUSY:
    return _ ("The server is busy. Try again in a minute.");
  case FOYER_SYNC_ERROR_SERVER:
    return _ ("The server has trouble and did not do it. Try again in a while.");
  case FOYER_SYNC_ERROR_NOT_FOYER:
    return _ ("What answers at the server’s address is no Foyer server. You can work on; Foyer tries again "
              "by itself.");
  case FOYER_SYNC_ERROR_OTHER_ACCOUNT:
    return _ ("The server signed somebody else in than this computer holds the records of. Sign in again.");
  case FOYER_SYNC_ERROR_REFUSED:
    return _ ("The server did not accept it.");
  default:
    return NULL;
  }
}

static const char *
describe_transport (FoyerTransportError code)
{
  switch (code) {
  case FOYER_TRANSPORT_ERROR_OFFLINE:
    return _ ("The server cannot be reached now. Try again when you are online.");
  case FOYER_TRANSPORT_ERROR_CERTIFICATE:
    return _ ("The server cannot prove who it is, so nothing was asked of it. Ask whoever runs it.");
  case FOYER_TRANSPORT_ERROR_TOO_LARGE:
    return _ ("The server’s answer was too long and was not taken. Ask whoever runs it.");
  case FOYER_TRANSPORT_ERROR_CUT:
    return _ ("The server’s answer broke off. Try again.");
  case FOYER_TRANSPORT_ERROR_ADDRESS:
    return _ ("The server’s address is not one that can be reached. Sign in again.");
  default:
    return NULL;
  }
}

static const char *
find_sentence (const GError *error)
{
  if (error->domain == FOYER_STORE_ERROR)
    return describe_store (error->code);
  if (error->domain == FOYER_SIGN_IN_ERROR)
    return describe_sign_in (error->code);
  if (error->domain == FOYER_KEYRING_ERROR)
    return describe_keyring (error->code);
  if (error->domain == FOYER_SYNC_ERROR)
    return describe_sync (error->code);
  if (error->domain == FOYER_TRANSPORT_ERROR)
    return describe_transport (error->code);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return _ ("Cancelled.");
  return NULL;
}

char *
foyer_error_describe (const GError *error)
{
  const char *sentence;

  g_return_val_if_fail (error != NULL, NULL);

  sentence = find_sentence (error);
  if (sentence != NULL)
    return g_strdup (sentence);
  /* Translators: the placeholder is a technical message. */
  return g_strdup_printf (_ ("Something went wrong, and nothing was changed: %s"), error->message);
}

/* --- Answers to operations --- */

static const struct {
  const char *member;
  const char *word;
  const char *reason;
} reasons[] = {
  /* Translators: why the server did not accept something; follows a colon. */
  { "cause", FOYER_CAUSE_CUT, N_ ("the connection broke off") },
  { "cause", FOYER_CAUSE_SERVER, N_ ("the server had an error of its own") },
  { "cause", FOYER_CAUSE_AGAIN, N_ ("the server failed at it again and again") },
  { "cause", FOYER_CAUSE_NOT_UNDERSTOOD, N_ ("it was not understood") },
  { "type", "blobRefused", N_ ("the server did not take its file") },
  { "type", "tooLarge", N_ ("it is larger than the server takes") },
};

char *
foyer_answer_reason (JsonObject *answer)
{
  if (answer == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    if (g_strcmp0 (foyer_json_object_text (answer, reasons[i].member), reasons[i].word) == 0)
      return g_strdup (_ (reasons[i].reason));
  }
  return foyer_refusal_words (foyer_json_object_text (answer, "description"));
}

char *
foyer_answer_writer (JsonObject *answer, const char *by)
{
  const char *said = answer == NULL ? NULL : foyer_json_object_text (answer, "by");
  const char *device = answer == NULL ? NULL : foyer_json_object_text (answer, "device");
  const char *who = said == NULL ? by : said;

  if (who == NULL || device == NULL)
    return g_strdup (who);
  /* Translators: who, at which computer: "Ben Okafor on front-desk" */
  return g_strdup_printf (_ ("%s on %s"), who, device);
}
