/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-stay.c - D17, D20, D21 and D46: what became of the link that was mailed, of the session, and where they look */

#include "foyer-diagnosis-run.h"

#include "foyer-permission.h"
#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "foyer-visibility.h"
#include "types/domain.h"
#include "types/organisation.h"
#include "types/portal_session.h"
#include "types/sign_in_event.h"

#include <string.h>

#define SECONDS_PER_HOUR 3600
#define BIT(n) (1u << (n))

static FoyerRemedy *
send_sign_in (FoyerDiagnosisRun *run)
{
  return foyer_diagnosis_remedy (FOYER_REMEDY_SEND_SIGN_IN, run->the_case->person,
                                 foyer_plain_sentence (run->language, "Send a sign-in link"));
}

/* --- D17: a mail scanner was first --- */

/* A link is used up by its button alone, so that a scanner that only looked is no trouble; what it did is worth knowing. */
static void
pass_scanner (FoyerDiagnosisRun *run, FoyerRecord *newest)
{
  const char *reason
      = newest == NULL || foyer_sign_in_event_get_outcome (newest) != FOYER_SIGN_IN_EVENT_OPENED
            ? NULL
            : foyer_sign_in_event_get_reason (newest);

  foyer_diagnosis_pass (run,
                        reason != NULL
                            ? foyer_sentence (run->language, "Nobody else used the sign-in link. {reason}.",
                                              "reason", reason, NULL)
                            : foyer_plain_sentence (run->language, "Nobody else used the sign-in link"));
}

/* Who used the link, as far as its event says it. */
static void
fail_scanner (FoyerDiagnosisRun *run, FoyerRecord *event)
{
  gboolean is_scanner = foyer_sign_in_event_get_outcome (event) == FOYER_SIGN_IN_EVENT_SCANNER;
  FoyerFinding *finding = foyer_diagnosis_fail (
      run,
      is_scanner ? foyer_plain_sentence (run->language, "A mail scanner used up the sign-in link")
                 : foyer_plain_sentence (run->language, "The sign-in link had been used already"),
      NULL, send_sign_in (run));
  const char *reason = foyer_sign_in_event_get_reason (event);

  finding->evidence
      = reason != NULL ? g_strdup (reason) : foyer_diagnosis_moment (run, foyer_sign_in_event_get_at (event));
}

gboolean
foyer_diagnosis_check_scanner (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) events
      = foyer_diagnosis_list (run, &foyer_sign_in_event_type, "personId",
                              foyer_record_get_id (run->the_case->person), "at", error);
  int outcome;

  if (events == NULL)
    return FALSE;
  outcome = events->len == 0 ? -1 : foyer_sign_in_event_get_outcome (events->pdata[0]);
  if (outcome == FOYER_SIGN_IN_EVENT_SCANNER || outcome == FOYER_SIGN_IN_EVENT_USED)
    fail_scanner (run, events->pdata[0]);
  else
    pass_scanner (run, events->len == 0 ? NULL : events->pdata[0]);
  return TRUE;
}

/* --- D20: the session is over --- */

static gboolean
list_sessions (FoyerDiagnosisRun *run, GPtrArray **sessions, GError **error)
{
  const FoyerDiagnosisCase *the_case = run->the_case;
  gboolean is_person = the_case->person != NULL;

  if (!is_person && the_case->link == NULL) {
    *sessions = g_ptr_array_new ();
    return TRUE;
  }
  *sessions = foyer_diagnosis_list (run, &foyer_portal_session_type, is_person ? "personId" : "linkId",
                                    foyer_record_get_id (is_person ? the_case->person : the_case->link),
                                    "startedAt", error);
  return *sessions != NULL;
}

static gint64
find_end (FoyerDiagnosisRun *run, FoyerRecord *session)
{
  gint64 idle = foyer_portal_settings_get_access_idle_hours (run->business->settings) * SECONDS_PER_HOUR;
  gint64 end = foyer_portal_session_get_expires_at (session);

  if (foyer_portal_session_get_status (session) == FOYER_PORTAL_SESSION_ENDED)
    end = MIN (end, FOYER_HAS (session, portal_session, ended_at)
                        ? foyer_portal_session_get_ended_at (session)
                        : run->the_case->now);
  if (idle > 0 && FOYER_HAS (session, portal_session, seen_at))
    end = MIN (end, foyer_portal_session_get_seen_at (session) + idle);
  return end;
}

/* Whether a link was mailed after that. */
static gboolean
was_mailed (FoyerDiagnosisRun *run, gint64 since, gboolean *was, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;

  *was = FALSE;
  if (run->the_case->person == NULL)
    return TRUE;
  events = foyer_diagnosis_list (run, &foyer_sign_in_event_type, "personId",
                                 foyer_record_get_id (run->the_case->person), "at", error);
  for (guint i = 0; events != NULL && i < events->len && !*was; i++)
    *was = foyer_sign_in_event_get_outcome (events->pdata[i]) == FOYER_SIGN_IN_EVENT_SENT
           && foyer_sign_in_event_get_at (events->pdata[i]) >= since;
  return events != NULL;
}

static void
warn_ended (FoyerDiagnosisRun *run, gint64 end)
{
  g_autofree char *moment = foyer_diagnosis_moment (run, end);
  g_autofree char *hours
      = g_strdup_printf ("%" G_GINT64_FORMAT,
                         foyer_settings_session_hours (run->business->settings, run->the_case->client));
  FoyerRemedy *remedy
      = run->the_case->person != NULL
            ? send_sign_in (run)
            : foyer_diagnosis_remedy (FOYER_REMEDY_NEW_LINK, run->the_case->link,
                                      foyer_plain_sentence (run->language, "Make a new link"));

  foyer_diagnosis_warn (run,
                        foyer_sentence (run->language,
                                        "Sessions last {hours} h; the one of {name} ended {moment}", "hours",
                                        hours, "name", run->name, "moment", moment, NULL),
                        g_strdup (foyer_text (run->client_language, run->rule->say)), remedy);
}

gboolean
foyer_diagnosis_check_session (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) sessions = NULL;
  gboolean mailed;
  gint64 end;

  if (!list_sessions (run, &sessions, error))
    return FALSE;
  if (sessions->len == 0) {
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{name} never had a session that could end",
                                               "name", run->name, NULL));
    return TRUE;
  }
  end = find_end (run, sessions->pdata[0]);
  if (!was_mailed (run, end, &mailed, error))
    return FALSE;
  if (end > run->the_case->now || mailed)
    foyer_diagnosis_pass (run, mailed ? foyer_plain_sentence (run->language, "A sign-in link was sent since")
                                      : foyer_sentence (run->language, "{name} is signed in", "name",
                                                        run->name, NULL));
  else
    warn_ended (run, end);
  return TRUE;
}

/* --- D21: the right address --- */

static char *
find_host (const char *address)
{
  g_autofree char *whole = address == NULL || strstr (address, "://") != NULL
                               ? g_strdup (address)
                               : g_strconcat ("https://", address, NULL);
  g_autoptr (GUri) uri = whole == NULL ? NULL : g_uri_parse (whole, G_URI_FLAGS_NONE, NULL);

  return uri == NULL || g_uri_get_host (uri) == NULL ? NULL : g_ascii_strdown (g_uri_get_host (uri), -1);
}

/* Whether the portal ever had another address than its present one. */
static gboolean
has_moved (FoyerDiagnosisRun *run, gboolean *has, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_domain_type);
  gint64 count;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_DOMAIN_VERIFIED);
  count = foyer_record_source_count (run->source, query, error);
  *has = count > 0;
  return count >= 0;
}

static FoyerRemedy *
tell_address (FoyerDiagnosisRun *run, char *say)
{
  FoyerRemedy *remedy = foyer_diagnosis_copy (run, say);

  g_free (say);
  return remedy;
}

gboolean
foyer_diagnosis_check_url (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *organisation = run->business->organisation;
  const char *url = organisation == NULL ? NULL : foyer_organisation_get_portal_url (organisation);
  g_autofree char *right = find_host (url);
  g_autofree char *used = find_host (run->the_case->facts.url);
  gboolean moved;
  char *say = foyer_sentence (run->client_language, "Our portal is at {url}.", "url", right, NULL);

  if (right == NULL) {
    g_free (say);
    foyer_diagnosis_doubt (run,
                           foyer_plain_sentence (run->language, "The portal's address is not known here"),
                           NULL);
    return TRUE;
  }
  if (!has_moved (run, &moved, error)) {
    g_free (say);
    return FALSE;
  }
  if (used == NULL && moved)
    foyer_diagnosis_doubt (run,
                           foyer_sentence (run->language, "Ask which address {name} uses: it must be {url}",
                                           "name", run->name, "url", right, NULL),
                           tell_address (run, g_strdup (say)));
  else if (used != NULL && strcmp (used, right) != 0)
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "{name} uses {old}; the portal is at {url}", "name",
                                          run->name, "old", used, "url", right, NULL),
                          g_strdup (say), tell_address (run, g_strdup (say)));
  else
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "The portal is at {url}", "url", right, NULL));
  g_free (say);
  return TRUE;
}

/* --- D46: a session that began before --- */

/* What somebody has to be permitted for what they complain of. */
static guint
find_permissions (FoyerDiagnosisChain chain)
{
  switch (chain) {
  case FOYER_DIAGNOSIS_NO_INVOICES:
    return BIT (FOYER_PERMISSION_SEE_MONEY);
  case FOYER_DIAGNOSIS_CANNOT_PAY:
    return BIT (FOYER_PERMISSION_PAY);
  case FOYER_DIAGNOSIS_CANNOT_APPROVE:
    return BIT (FOYER_PERMISSION_APPROVE_QUOTES);
  case FOYER_DIAGNOSIS_CANNOT_BOOK:
  case FOYER_DIAGNOSIS_CANNOT_CHANGE:
    return BIT (FOYER_PERMISSION_BOOK);
  case FOYER_DIAGNOSIS_CANNOT_WRITE:
    return BIT (FOYER_PERMISSION_MESSAGE);
  default:
    return 0;
  }
}

/* What is hidden now is not what the session lacks. */
static gboolean
is_allowed_now (FoyerDiagnosisRun *run, FoyerScope scope)
{
  const FoyerDiagnosisCase *the_case = run->the_case;
  g_autoptr (GPtrArray) findings = foyer_visibility_check (run->business->settings, scope, the_case->client,
                                                           the_case->link, the_case->person, run->language);

  for (guint i = 0; i < findings->len; i++) {
    if (((FoyerFinding *) findings->pdata[i])->verdict == FOYER_VERDICT_BLOCK)
      return FALSE;
  }
  return TRUE;
}

static guint
find_scopes (FoyerDiagnosisRun *run)
{
  guint scopes = run->chain == FOYER_DIAGNOSIS_CANNOT_WRITE ? 0 : foyer_diagnosis_scopes (run->chain);

  for (guint i = 0; i < FOYER_N_SCOPES; i++) {
    if ((scopes & BIT (i)) != 0 && !is_allowed_now (run, (FoyerScope) i))
      scopes &= ~BIT (i);
  }
  return scopes;
}

/* Whether a session that goes on was granted less at its beginning than is allowed now, of what the complaint is about: what is widened
 * counts from the next sign-in on. Looks and words are not granted, they are there at the next page. */
static gboolean
sees_less (FoyerDiagnosisRun *run, FoyerRecord *session)
{
  guint scopes = find_scopes (run);
  guint permissions = find_permissions (run->chain) & foyer_diagnosis_permissions (run);
  g_auto (GStrv) granted = foyer_portal_session_get_scopes (session);
  g_auto (GStrv) permitted = foyer_portal_session_get_permissions (session);

  if (foyer_portal_session_get_status (session) != FOYER_PORTAL_SESSION_OPEN
      || find_end (run, session) <= run->the_case->now)
    return FALSE;
  return (FOYER_HAS (session, portal_session, scopes)
          && (scopes & ~foyer_scope_bits ((const char *const *) granted)) != 0)
         || (FOYER_HAS (session, portal_session, permissions)
             && (permissions & ~foyer_permission_bits ((const char *const *) permitted)) != 0);
}

gboolean
foyer_diagnosis_check_granted (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *moment = NULL;
  FoyerRemedy *remedy = NULL;

  if (!list_sessions (run, &sessions, error))
    return FALSE;
  for (guint i = 0; i < sessions->len; i++) {
    FoyerRecord *session = sessions->pdata[i];

    if (!sees_less (run, session))
      continue;
    if (remedy == NULL) {
      remedy = foyer_remedy_new (FOYER_REMEDY_END_SESSION,
                                 foyer_plain_sentence (run->language, "End the session"));
      moment = foyer_diagnosis_moment (run, foyer_portal_session_get_started_at (session));
      foyer_remedy_patch_text (remedy, "status", "ended");
    }
    foyer_remedy_add_record (remedy, &foyer_portal_session_type, foyer_record_get_id (session));
  }
  if (remedy == NULL)
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "No session was granted less"));
  else
    foyer_diagnosis_fail (
        run,
        foyer_sentence (run->language,
                        "{name} signed in {moment} and was granted less then; the next sign-in "
                        "shows what was allowed since",
                        "name", run->name, "moment", moment, NULL),
        NULL, remedy);
  return TRUE;
}
