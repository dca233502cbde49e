/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mailed-link-note.c - what staff read of one-time links that somebody opened, perhaps before whoever the mail was for */

#include "site/foyer-mailed-link-note.h"

#include "accounts/foyer-secret.h"
#include "foyer-business.h"
#include "foyer-sentence.h"
#include "site/foyer-sign-in-note.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <string.h>

/* Nobody has a mail, reads it and follows its link so soon. */
#define SCANNER_SECONDS 10

/* The same again within that time is the same. */
#define ONCE_SECONDS 600

/* Of the person's events, the newest. */
#define RECENT 5

static gboolean
is_too_soon (const FoyerMailedLink *mailed, gint64 at)
{
  return at - mailed->issued_at < SCANNER_SECONDS;
}

/* --- Once --- */

static gboolean
is_written (FoyerSiteTurn *turn, const FoyerSignInNote *note, gboolean *written, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_sign_in_event_type);
  g_autoptr (GPtrArray) events = NULL;

  foyer_query_where_text (query, note->person_id != NULL ? "personId" : "linkId",
                          note->person_id != NULL ? note->person_id : note->link_id);
  foyer_query_order (query, "at", TRUE);
  foyer_query_limit (query, RECENT);
  events = foyer_record_source_list (turn->transaction->source, query, error);
  *written = FALSE;
  for (guint i = 0; events != NULL && i < events->len; i++)
    *written |= foyer_sign_in_event_get_outcome (events->pdata[i]) == (int) note->outcome
                && foyer_sign_in_event_get_at (events->pdata[i]) > turn->transaction->now - ONCE_SECONDS;
  return events != NULL;
}

static gboolean
find_client (FoyerSiteTurn *turn, const FoyerMailedLink *mailed, char **client_id, GError **error)
{
  const FoyerRecordType *type
      = mailed->person_id != NULL ? &foyer_portal_person_type : &foyer_portal_link_type;
  const char *id = mailed->person_id != NULL ? mailed->person_id : mailed->link_id;
  g_autoptr (FoyerRecord) record = NULL;

  if (!foyer_record_source_look_up (turn->transaction->source, type, id, &record, error))
    return FALSE;
  if (record != NULL)
    *client_id = g_strdup (mailed->person_id != NULL ? foyer_portal_person_get_client_id (record)
                                                     : foyer_portal_link_get_client_id (record));
  return TRUE;
}

static gboolean
write_note (FoyerSiteTurn *turn,
            const FoyerMailedLink *mailed,
            FoyerSignInEventOutcome outcome,
            const char *reason,
            GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  g_autofree char *client_id = NULL;
  FoyerSignInNote note = { .person_id = mailed->person_id,
                           .link_id = mailed->link_id,
                           .method = FOYER_SIGN_IN_EMAIL_LINK,
                           .outcome = outcome,
                           .email = mailed->address,
                           .reason = reason,
                           .agent = agent,
                           .remote = turn->credentials->remote };
  gboolean written;

  if (!is_written (turn, &note, &written, error) || !find_client (turn, mailed, &client_id, error))
    return FALSE;
  note.client_id = client_id;
  return written || foyer_sign_in_note_write (turn->transaction, &note, error);
}

/* --- What it was --- */

static char *
say_seconds (FoyerSiteTurn *turn, const char *sentence, gint64 seconds, GError **error)
{
  g_autoptr (FoyerBusiness) business = foyer_business_load (turn->transaction->source, error);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (seconds, 0));

  return business == NULL
             ? NULL
             : foyer_text_fill (foyer_text (business->language, sentence), "seconds", number, NULL);
}

static gboolean
is_look (FoyerSiteTurn *turn)
{
  return strcmp (turn->request->method, "HEAD") != 0;
}

gboolean
foyer_mailed_link_note_opened (FoyerSiteTurn *turn, const FoyerMailedLink *mailed, GError **error)
{
  gint64 now = turn->transaction->now;
  g_autofree char *reason = NULL;

  if (!is_look (turn))
    return TRUE;
  if (!is_too_soon (mailed, now))
    return write_note (turn, mailed, FOYER_SIGN_IN_EVENT_OPENED, NULL, error);
  reason = say_seconds (
      turn,
      FOYER_MARK (
          "Looked at {seconds} s after it was sent, probably by a mail scanner; that uses nothing up"),
      now - mailed->issued_at, error);
  return reason != NULL && write_note (turn, mailed, FOYER_SIGN_IN_EVENT_OPENED, reason, error);
}

static gboolean
note_used (FoyerSiteTurn *turn, const FoyerMailedLink *mailed, GError **error)
{
  g_autofree char *reason = NULL;

  if (!is_too_soon (mailed, mailed->used_at))
    return write_note (turn, mailed, FOYER_SIGN_IN_EVENT_USED, NULL, error);
  reason = say_seconds (turn, FOYER_MARK ("Used {seconds} s after it was sent: a mail scanner"),
                        mailed->used_at - mailed->issued_at, error);
  return reason != NULL && write_note (turn, mailed, FOYER_SIGN_IN_EVENT_SCANNER, reason, error);
}

gboolean
foyer_mailed_link_note_dead (FoyerSiteTurn *turn, const char *secret, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerMailedLink) mailed = NULL;
  g_autoptr (GBytes) hash = NULL;

  if (!is_look (turn) || secret == NULL || !foyer_secret_is_well_formed (secret, FOYER_SECRET_SIGN_IN))
    return TRUE;
  hash = foyer_secret_hash (secret);
  mailed = foyer_mailed_links_remember (transaction->database, transaction->organisation, hash, &failure);
  if (g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return TRUE;
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (mailed->is_revoked)
    return write_note (turn, mailed, FOYER_SIGN_IN_EVENT_REVOKED, NULL, error);
  if (mailed->used_at != 0)
    return note_used (turn, mailed, error);
  return mailed->expires_at > transaction->now
         || write_note (turn, mailed, FOYER_SIGN_IN_EVENT_EXPIRED, NULL, error);
}
