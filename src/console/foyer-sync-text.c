/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-text.c - what the engine knows, as people read it */

#include "foyer-sync-text.h"

#include "foyer-error-text.h"
#include "foyer-sync-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
find_sync_sentence (FoyerSyncError code)
{
  switch (code) {
  case FOYER_SYNC_ERROR_BUSY:
    return _ ("The server is busy. You can work on; Foyer tries again by itself.");
  case FOYER_SYNC_ERROR_SERVER:
    return _ ("The server has trouble. You can work on; Foyer tries again by itself.");
  case FOYER_SYNC_ERROR_REFUSED:
    return _ ("The server did not take what was asked of it. You can work on; Foyer tries again by itself.");
  case FOYER_SYNC_ERROR_SIGN_IN:
  case FOYER_SYNC_ERROR_FORBIDDEN:
  case FOYER_SYNC_ERROR_NOT_FOYER:
  case FOYER_SYNC_ERROR_OTHER_ACCOUNT:
  default:
    return NULL;
  }
}

char *
foyer_sync_problem_text (const GError *problem)
{
  const char *sentence = NULL;

  if (problem == NULL)
    return NULL;
  if (problem->domain == FOYER_SYNC_ERROR)
    sentence = find_sync_sentence (problem->code);
  else if (g_error_matches (problem, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE))
    sentence = _ ("The server cannot be reached. You can work on; Foyer tries again by itself.");
  else if (g_error_matches (problem, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT))
    sentence = _ ("The server’s answer broke off. You can work on; Foyer tries again by itself.");
  if (sentence != NULL)
    return g_strdup (sentence);
  if (problem->domain == FOYER_SYNC_ERROR || problem->domain == FOYER_TRANSPORT_ERROR
      || (problem->domain == FOYER_STORE_ERROR && problem->code != FOYER_STORE_ERROR_FAILED))
    return foyer_error_describe (problem);
  return g_strdup (
      _ ("The server’s answer could not be used. You can work on; Foyer tries again by itself."));
}

static const struct {
  const char *name;
  const char *words;
} type_words[] = {
  { "Organisation", N_ ("the organisation") },
  { "StaffMember", N_ ("staff") },
  { "Device", N_ ("devices") },
  { "Label", N_ ("labels") },
  { "Service", N_ ("services") },
  { "CrewMember", N_ ("crew") },
  { "Availability", N_ ("working hours") },
  { "Template", N_ ("mail templates") },
  { "SavedReply", N_ ("saved replies") },
  { "Domain", N_ ("domains") },
  { "PortalSettings", N_ ("portal settings") },
  { "SettingsProposal", N_ ("proposed settings") },
  { "SettingsVersion", N_ ("earlier settings") },
  { "Client", N_ ("clients") },
  { "Property", N_ ("properties") },
  { "PortalPerson", N_ ("people") },
  { "Invite", N_ ("invites") },
  { "PortalLink", N_ ("links") },
  { "PortalSession", N_ ("portal sessions") },
  { "SignInEvent", N_ ("sign-ins") },
  { "Document", N_ ("documents") },
  { "Plan", N_ ("plans") },
  { "Contract", N_ ("contracts") },
  { "Equipment", N_ ("equipment") },
  { "Request", N_ ("requests") },
  { "Booking", N_ ("bookings") },
  { "Visit", N_ ("visits") },
  { "Conversation", N_ ("conversations") },
  { "Message", N_ ("messages") },
  { "Quote", N_ ("quotes") },
  { "QuoteVersion", N_ ("versions of quotes") },
  { "Invoice", N_ ("invoices") },
  { "Payment", N_ ("payments") },
  { "Photo", N_ ("photos") },
  { "ProofPack", N_ ("proofs of work") },
  { "CallNote", N_ ("calls") },
  { "Review", N_ ("reviews") },
  { "Delivery", N_ ("mails sent") },
  { "Signature", N_ ("signatures") },
  { "AuditEvent", N_ ("activity") },
};

const char *
foyer_record_type_words (const FoyerRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_words); i++) {
    if (strcmp (type_words[i].name, type->name) == 0)
      return _ (type_words[i].words);
  }
  return type->name;
}

static char *
list_words (GPtrArray *types)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < types->len; i++)
    g_ptr_array_add (words, (gpointer) foyer_record_type_words (types->pdata[i]));
  g_ptr_array_add (words, NULL);
  /* Translators: between the entries of a list such as “visits, bookings”. */
  return g_strjoinv (_ (", "), (char **) words->pdata);
}

char *
foyer_sync_notice_text (FoyerSyncNotice notice, GPtrArray *types)
{
  g_autofree char *words = list_words (types);

  switch (notice) {
  case FOYER_SYNC_NOTICE_SERVER_NEWER:
    return g_strdup (_ ("The server is newer than this Foyer. Please update Foyer: you can read and work on, "
                        "and what you do waits here."));
  case FOYER_SYNC_NOTICE_SERVER_OLDER:
    return g_strdup (_ ("The server is older than this Foyer. Please have it updated: you can read and work "
                        "on, and what you do waits here."));
  case FOYER_SYNC_NOTICE_NO_OPERATIONS:
    return g_strdup (
        _ ("The server does not offer what Foyer needs to send changes. What you do waits here."));
  case FOYER_SYNC_NOTICE_READ_ONLY:
    return g_strdup (_ ("This account may only read. What you do waits here."));
  case FOYER_SYNC_NOTICE_TROUBLED:
    /* Translators: the placeholder is a list such as “visits, bookings”. */
    return g_strdup_printf (_ ("The server cannot give everything now (%s). All else is up to date."), words);
  case FOYER_SYNC_NOTICE_MENDED:
    /* Translators: the placeholder is a list such as “visits, bookings”. */
    return g_strdup_printf (_ ("Some records were not as on the server (%s) and were fetched again."), words);
  case FOYER_SYNC_NOTICE_CLOCK:
    return g_strdup (
        _ ("The clock of this computer and that of the server are more than two minutes apart. The "
           "server’s counts."));
  case FOYER_SYNC_NOTICE_NONE:
  default:
    return NULL;
  }
}
