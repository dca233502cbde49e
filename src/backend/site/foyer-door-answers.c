/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-door-answers.c - who asked at the door gets a mail, if they may */

#include "site/foyer-door-answers.h"

#include "accounts/foyer-door-requests.h"
#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-portal-links.h"
#include "accounts/foyer-portal-logins.h"
#include "accounts/foyer-secret.h"
#include "effects/foyer-invites.h"
#include "effects/foyer-sign-in-mails.h"
#include "foyer-settings.h"
#include "foyer-sign-in-check.h"
#include "site/foyer-sign-in-note.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

/* One wish on its way. */
typedef struct {
  FoyerTransaction *transaction;
  const FoyerDoorWish *wish;
  FoyerRecord *settings; /* (owned) */
} Answer;

/* Who is to be mailed; the records are owned. */
typedef FoyerSignInReader Reader;

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->person);
  g_clear_object (&self->client);
  g_clear_object (&self->link);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
note (Answer *self, const Reader *reader, FoyerSignInEventOutcome outcome, const char *reason, GError **error)
{
  FoyerSignInNote event = { .method = FOYER_SIGN_IN_EMAIL_LINK,
                            .outcome = outcome,
                            .email = self->wish->address,
                            .reason = reason,
                            .remote = self->wish->remote };

  if (reader->person != NULL) {
    event.person_id = foyer_record_get_id (reader->person);
    event.client_id = foyer_portal_person_get_client_id (reader->person);
  } else if (reader->client != NULL) {
    event.client_id = foyer_record_get_id (reader->client);
  }
  if (reader->link != NULL)
    event.link_id = foyer_record_get_id (reader->link);
  return foyer_sign_in_note_write (self->transaction, &event, error);
}

/* --- Sending --- */

/* A browser that waits for the mail also takes its code (A7); who asked at a dead link has no such page. */
static gboolean
give_code (Answer *self, const char *secret, char **code, GError **error)
{
  FoyerTransaction *transaction = self->transaction;
  g_autoptr (GBytes) link = foyer_secret_hash (secret);

  if (self->wish->request == NULL)
    return TRUE;
  *code = foyer_door_requests_give_code (transaction->database, transaction->random,
                                         transaction->organisation, self->wish->request, link, error);
  return *code != NULL;
}

static gboolean
send_link (Answer *self, const Reader *reader, GError **error)
{
  FoyerTransaction *transaction = self->transaction;
  g_autofree char *code = NULL;
  gint64 expires_at;
  gboolean too_often;
  gboolean done;
  char *secret;

  if (!foyer_sign_in_mail_is_too_often (transaction, reader, &too_often, error))
    return FALSE;
  if (too_often)
    return note (self, reader, FOYER_SIGN_IN_EVENT_RATE_LIMITED, NULL, error);
  secret = foyer_sign_in_mail_issue (transaction, self->settings, reader, &expires_at, error);
  if (secret == NULL)
    return FALSE;
  done = give_code (self, secret, &code, error)
         && foyer_sign_in_mail_submit (transaction, self->settings, reader, secret, code, expires_at, error)
         && note (self, reader, FOYER_SIGN_IN_EVENT_SENT, NULL, error);
  foyer_secret_free (secret);
  return done;
}

/* --- An address was typed --- */

/* Why @reader's person may not, or NULL. */
static gboolean
find_reason (Answer *self, const Reader *reader, char **reason, GError **error)
{
  g_autoptr (GPtrArray) findings
      = foyer_sign_in_check (self->transaction->source, reader->person, FOYER_SIGN_IN_EMAIL_LINK,
                             self->transaction->now, error);
  const FoyerFinding *finding = findings == NULL ? NULL : foyer_sign_in_reason (findings);

  *reason = finding == NULL ? NULL : g_strdup (finding->sentence);
  return findings != NULL;
}

static gboolean
answer_person (Answer *self, Reader *reader, GError **error)
{
  g_autofree char *reason = NULL;

  if (!find_reason (self, reader, &reason, error))
    return FALSE;
  if (reason != NULL)
    return note (self, reader, FOYER_SIGN_IN_EVENT_NOT_ALLOWED, reason, error);
  reader->email = foyer_portal_person_get_email (reader->person);
  return reader->email == NULL || send_link (self, reader, error);
}

static gboolean
answer_address (Answer *self, GError **error)
{
  g_autoptr (GPtrArray) people
      = foyer_portal_logins_find_people (self->transaction->database, self->transaction->organisation,
                                         self->wish->address, error);
  g_auto (Reader) nobody = { 0 };

  if (people == NULL)
    return FALSE;
  /* The one who may sign in; if none may, the reason of the first one is what staff read. */
  for (guint i = 0; i < people->len; i++) {
    g_auto (Reader) reader = { 0 };
    g_autofree char *reason = NULL;

    if (!foyer_record_source_look_up (self->transaction->source, &foyer_portal_person_type, people->pdata[i],
                                      &reader.person, error)
        || !find_reason (self, &reader, &reason, error))
      return FALSE;
    if (reason == NULL)
      return answer_person (self, &reader, error);
  }
  if (people->len == 0)
    return note (self, &nobody, FOYER_SIGN_IN_EVENT_UNKNOWN, NULL, error);
  if (!foyer_record_source_look_up (self->transaction->source, &foyer_portal_person_type, people->pdata[0],
                                    &nobody.person, error))
    return FALSE;
  return answer_person (self, &nobody, error);
}

/* --- A link no longer works --- */

/* Who holds a link that names nobody is whoever reads the client's mail. */
static gboolean
answer_bearer (Answer *self, FoyerRecord *link, GError **error)
{
  g_auto (Reader) reader = { .link = g_object_ref (link) };

  if (!foyer_record_source_look_up (self->transaction->source, &foyer_client_type,
                                    foyer_portal_link_get_client_id (link), &reader.client, error))
    return FALSE;
  if (reader.client == NULL || foyer_client_get_email (reader.client) == NULL)
    return TRUE;
  reader.email = foyer_client_get_email (reader.client);
  return send_link (self, &reader, error);
}

static gboolean
answer_direct_link (Answer *self, const char *link_id, GError **error)
{
  g_autoptr (FoyerRecord) link = NULL;
  g_auto (Reader) reader = { 0 };

  if (!foyer_record_source_look_up (self->transaction->source, &foyer_portal_link_type, link_id, &link,
                                    error))
    return FALSE;
  if (link == NULL || foyer_portal_link_get_status (link) == FOYER_PORTAL_LINK_REVOKED)
    return TRUE;
  if (foyer_portal_link_get_person_id (link) == NULL)
    return answer_bearer (self, link, error);
  if (!foyer_record_source_look_up (self->transaction->source, &foyer_portal_person_type,
                                    foyer_portal_link_get_person_id (link), &reader.person, error))
    return FALSE;
  return reader.person == NULL || answer_person (self, &reader, error);
}

/* An invite that ran out is mailed anew, as often as other mails of the door; nobody has to ask the office (002-23). */
static gboolean
answer_invite (Answer *self, const FoyerMailedLink *mailed, Reader *reader, GError **error)
{
  const FoyerSignInReader mailed_to = { .email = mailed->address };
  g_autoptr (FoyerRecord) invite = NULL;
  gboolean too_often;

  if (!foyer_record_source_look_up (self->transaction->source, &foyer_invite_type, mailed->invite_id, &invite,
                                    error)
      || !foyer_sign_in_mail_is_too_often (self->transaction, &mailed_to, &too_often, error))
    return FALSE;
  if (invite == NULL || foyer_invite_get_status (invite) == FOYER_INVITE_REVOKED
      || foyer_invite_get_delivery (invite) != FOYER_INVITE_DELIVERY_LINK)
    return TRUE;
  if (too_often)
    return note (self, reader, FOYER_SIGN_IN_EVENT_RATE_LIMITED, NULL, error);
  return foyer_invite_send_again (self->transaction, invite, error)
         && note (self, reader, FOYER_SIGN_IN_EVENT_SENT, NULL, error);
}

/* The address that the link was made for must be theirs still. */
static gboolean
answer_mailed_link (Answer *self, const FoyerMailedLink *mailed, GError **error)
{
  g_auto (Reader) reader = { 0 };
  const char *email;

  if (mailed->is_revoked)
    return TRUE;
  if (mailed->person_id == NULL)
    return answer_direct_link (self, mailed->link_id, error);
  if (!foyer_record_source_look_up (self->transaction->source, &foyer_portal_person_type, mailed->person_id,
                                    &reader.person, error))
    return FALSE;
  email = reader.person == NULL ? NULL : foyer_portal_person_get_email (reader.person);
  if (email == NULL || g_ascii_strcasecmp (email, mailed->address) != 0)
    return TRUE;
  if (mailed->kind == FOYER_MAILED_INVITE
      && foyer_portal_person_get_status (reader.person) == FOYER_PORTAL_PERSON_INVITED)
    return answer_invite (self, mailed, &reader, error);
  return answer_person (self, &reader, error);
}

static gboolean
answer_secret (Answer *self, GError **error)
{
  FoyerTransaction *transaction = self->transaction;
  g_autoptr (GError) failure = NULL;
  g_autofree char *link_id = NULL;
  g_autoptr (FoyerMailedLink) mailed
      = foyer_mailed_links_remember (transaction->database, transaction->organisation, self->wish->secret,
                                     &failure);

  if (mailed != NULL)
    return answer_mailed_link (self, mailed, error);
  if (g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED)) {
    g_clear_error (&failure);
    link_id = foyer_portal_links_find_by_hash (transaction->database, transaction->organisation,
                                               self->wish->secret, &failure);
  }
  if (link_id != NULL)
    return answer_direct_link (self, link_id, error);
  if (g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
foyer_door_answers_give (FoyerTransaction *transaction,
                         const char *portal_url,
                         const FoyerDoorWish *wish,
                         GError **error)
{
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  Answer answer = { .transaction = transaction, .wish = wish, .settings = settings };

  if (settings == NULL)
    return FALSE;
  if (transaction->portal_url == NULL)
    transaction->portal_url = g_strdup (portal_url);
  return wish->address != NULL ? answer_address (&answer, error) : answer_secret (&answer, error);
}
