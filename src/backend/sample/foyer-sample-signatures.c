/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-signatures.c - who signed which quote or document, one chain in the order in which they signed */

#include "foyer-sample-parts.h"

#include "foyer-signature-chain.h"
#include "types/signature.h"

#define SALT_BYTES 16

static void
signing_free (gpointer data)
{
  FoyerSampleSigning *signing = data;

  g_free (signing->id);
  g_free (signing->subject_id);
  g_free (signing->content_hash);
  g_free (signing->address);
  g_free (signing->blob_id);
  g_free (signing);
}

GPtrArray *
foyer_sample_signings_new (void)
{
  return g_ptr_array_new_with_free_func (signing_free);
}

static int
compare_signings (gconstpointer a, gconstpointer b)
{
  const FoyerSampleSigning *one = *(FoyerSampleSigning *const *) a;
  const FoyerSampleSigning *other = *(FoyerSampleSigning *const *) b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return g_strcmp0 (one->subject_id, other->subject_id);
}

/* Somebody of the client; where nobody is in the portal, whoever had the link. */
static void
set_signer (FoyerSampleRecord *record, const FoyerSampleSigning *signing)
{
  const FoyerSampleClient *client = signing->client;

  if (client->n_people == 0) {
    foyer_sample_text (record, "name", client->name);
    return;
  }
  foyer_sample_text (record, "personId", client->person_ids[0]);
  foyer_sample_text (record, "name", client->person_names[0]);
  foyer_sample_text (record, "email", client->person_emails[0]);
}

/* Each signature holds the hash of the one before; what is personal stands in it by a hash of its own, as the server writes it. */
static void
add_signature (FoyerSampleMaker *maker, const FoyerSampleSigning *signing)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_signature_type, signing->id, signing->at);
  g_autofree char *address
      = signing->address == NULL ? foyer_sample_address (maker) : g_strdup (signing->address);
  g_autofree char *salt = foyer_random_token (maker->random, SALT_BYTES);
  g_autofree char *personal_hash = NULL;

  foyer_sample_text (record, "clientId", signing->client->id);
  set_signer (record, signing);
  foyer_sample_text (record, "subjectId", signing->subject_id);
  foyer_sample_text (record, "contentHash", signing->content_hash);
  foyer_sample_text (record, "consent", signing->consent);
  foyer_sample_text (record, "method", signing->blob_id == NULL ? "typed" : "drawn");
  foyer_sample_text (record, "blobId", signing->blob_id);
  foyer_sample_time (record, "signedAt", signing->at);
  foyer_sample_text (record, "address", address);
  foyer_sample_text (record, "salt", salt);
  personal_hash = foyer_signature_personal_hash (record->json);
  foyer_sample_text (record, "personalHash", personal_hash);
  foyer_sample_integer (record, "sequence", ++maker->signature_number);
  foyer_sample_text (record, "previousHash", maker->signature_hash);
  g_free (maker->signature_hash);
  maker->signature_hash = foyer_signature_hash (record->json);
  foyer_sample_text (record, "hash", maker->signature_hash);
  foyer_sample_end (record);
}

void
foyer_sample_add_signatures (FoyerSampleMaker *maker)
{
  g_ptr_array_sort (maker->signings, compare_signings);
  for (guint i = 0; i < maker->signings->len; i++)
    add_signature (maker, maker->signings->pdata[i]);
}
