/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-entry.c - D01 to D03: is the portal open at all, and is there anybody whom it could be open to? */

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"

#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

gboolean
foyer_diagnosis_check_portal (FoyerDiagnosisRun *run, GError **error)
{
  FoyerFinding *finding;

  foyer_entry_chain_check_portal (&run->entry);
  finding = foyer_diagnosis_find_last (run);
  if (finding->verdict == FOYER_VERDICT_BLOCK) {
    FoyerRemedy *remedy
        = foyer_diagnosis_setting (run, FOYER_REMEDY_TURN_PORTAL_ON, "portal.enabled",
                                   foyer_plain_sentence (run->language, "Turn the portal on"));

    /* The door speaks to everybody alike; here it is known to whom. */
    g_clear_pointer (&finding->client_sentence, g_free);
    foyer_remedy_patch_boolean (remedy, "portal.enabled", TRUE);
    foyer_finding_take_remedy (finding, remedy);
  }
  return TRUE;
}

/* The client that a duplicate became is where the person belongs; one who is not served any more is a question for people. */
static FoyerRemedy *
open_client (FoyerDiagnosisRun *run)
{
  FoyerRecord *client = run->the_case->client;
  const char *other = foyer_client_get_merged_into_id (client);
  FoyerRemedy *remedy = foyer_remedy_new (
      FOYER_REMEDY_OPEN_RECORD,
      other != NULL ? foyer_plain_sentence (run->language, "Open the client that this one became part of")
                    : foyer_plain_sentence (run->language, "Open the client"));

  foyer_remedy_add_record (remedy, &foyer_client_type, other != NULL ? other : foyer_record_get_id (client));
  return remedy;
}

static FoyerRemedy *
enable_client (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_ENABLE_CLIENT, run->the_case->client,
                                foyer_plain_sentence (run->language, "Turn it on for this client"));

  foyer_remedy_patch_boolean (remedy, "portalEnabled", TRUE);
  return remedy;
}

gboolean
foyer_diagnosis_check_client (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *client = run->the_case->client;
  FoyerFinding *finding;

  if (!foyer_entry_chain_check_client (&run->entry, error))
    return FALSE;
  finding = foyer_diagnosis_find_last (run);
  if (finding->verdict == FOYER_VERDICT_UNKNOWN)
    foyer_finding_take_remedy (finding, foyer_remedy_new (FOYER_REMEDY_SYNC_NOW,
                                                          foyer_plain_sentence (run->language, "Sync now")));
  else if (finding->verdict == FOYER_VERDICT_BLOCK)
    foyer_finding_take_remedy (finding, FOYER_HAS (client, client, archived_at)
                                                || FOYER_HAS (client, client, merged_into_id)
                                            ? open_client (run)
                                            : enable_client (run));
  return TRUE;
}

/* Whether the client has a record of @type in @status. */
static gboolean
has_one (FoyerDiagnosisRun *run, const FoyerRecordType *type, int status, gboolean *has, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  gint64 count;

  foyer_query_where_text (query, "clientId", run->reader.client_id);
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  count = foyer_record_source_count (run->source, query, error);
  *has = *has || count > 0;
  return count >= 0;
}

gboolean
foyer_diagnosis_check_anybody (FoyerDiagnosisRun *run, GError **error)
{
  gboolean has = run->the_case->person != NULL || run->the_case->link != NULL;

  if (!has
      && (!has_one (run, &foyer_portal_person_type, FOYER_PORTAL_PERSON_ACTIVE, &has, error)
          || !has_one (run, &foyer_portal_person_type, FOYER_PORTAL_PERSON_INVITED, &has, error)
          || !has_one (run, &foyer_portal_link_type, FOYER_PORTAL_LINK_LIVE, &has, error)))
    return FALSE;
  run->is_empty = !has;
  if (has)
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{client} has access", "client",
                                               run->client_name, NULL));
  else
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "Nobody at {client} has access yet", "client",
                                          run->client_name, NULL),
                          NULL,
                          foyer_diagnosis_remedy (FOYER_REMEDY_INVITE, run->the_case->client,
                                                  foyer_plain_sentence (run->language, "Invite somebody")));
  return TRUE;
}
