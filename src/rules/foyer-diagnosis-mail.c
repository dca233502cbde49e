/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-mail.c - D06 to D10: what became of the mail that should have come */

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "types/delivery.h"
#include "types/invite.h"
#include "types/organisation.h"
#include "types/portal_person.h"
#include "types/template.h"

#include <string.h>

static const char *
get_email (FoyerDiagnosisRun *run)
{
  return foyer_portal_person_get_email (run->the_case->person);
}

/* --- D06: it left --- */

/* The newest invite of the person, NULL if there is none. One that waits on a server has no time of sending and counts as the newest. */
static gboolean
find_invite (FoyerDiagnosisRun *run, FoyerRecord **invite, GError **error)
{
  g_autoptr (GPtrArray) invites
      = foyer_diagnosis_list (run, &foyer_invite_type, "personId",
                              foyer_record_get_id (run->the_case->person), "sentAt", error);

  *invite = NULL;
  for (guint i = 0; invites != NULL && i < invites->len; i++) {
    FoyerRecord *found = invites->pdata[i];
    gboolean is_revoked = foyer_invite_get_status (found) == FOYER_INVITE_REVOKED;

    /* What was made anew leaves a revoked one behind. */
    if (*invite != NULL && (is_revoked || FOYER_HAS (found, invite, sent_at)))
      continue;
    g_set_object (invite, found);
  }
  return invites != NULL;
}

/* The newest mail to the person that lets them in. */
static gboolean
find_mail (FoyerDiagnosisRun *run, FoyerRecord **mail, GError **error)
{
  g_autoptr (GPtrArray) mails
      = foyer_diagnosis_list (run, &foyer_delivery_type, "personId",
                              foyer_record_get_id (run->the_case->person), "queuedAt", error);

  *mail = NULL;
  for (guint i = 0; mails != NULL && *mail == NULL && i < mails->len; i++) {
    int kind = foyer_delivery_get_kind (mails->pdata[i]);

    if (foyer_delivery_get_channel (mails->pdata[i]) == FOYER_DELIVERY_EMAIL
        && (kind == FOYER_TEMPLATE_INVITE || kind == FOYER_TEMPLATE_SIGN_IN))
      *mail = g_object_ref (mails->pdata[i]);
  }
  return mails != NULL;
}

/* What the rules about one mail look at. Somebody who has registered waits for a mail to sign in, and only that counts. */
typedef struct {
  FoyerRecord *invite;
  FoyerRecord *mail;
} Post;

static void
post_clear (Post *self)
{
  g_clear_object (&self->invite);
  g_clear_object (&self->mail);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Post, post_clear)

static gboolean
load_post (FoyerDiagnosisRun *run, Post *post, GError **error)
{
  return find_invite (run, &post->invite, error) && find_mail (run, &post->mail, error);
}

static gboolean
is_registered (FoyerDiagnosisRun *run)
{
  return foyer_portal_person_get_status (run->the_case->person) == FOYER_PORTAL_PERSON_ACTIVE;
}

static FoyerRemedy *
send_again (FoyerDiagnosisRun *run, FoyerRecord *invite)
{
  if (is_registered (run))
    return foyer_diagnosis_remedy (FOYER_REMEDY_SEND_SIGN_IN, run->the_case->person,
                                   foyer_plain_sentence (run->language, "Send a sign-in link"));
  if (invite == NULL)
    return foyer_diagnosis_remedy (FOYER_REMEDY_INVITE, run->the_case->person,
                                   foyer_plain_sentence (run->language, "Send an invite"));
  return foyer_diagnosis_remedy (FOYER_REMEDY_RESEND_INVITE, invite,
                                 foyer_plain_sentence (run->language, "Send it again"));
}

/* Waits on this computer. */
static void
fail_waiting_here (FoyerDiagnosisRun *run)
{
  const FoyerDiagnosisFacts *facts = &run->the_case->facts;
  g_autofree char *since
      = facts->offline_since == 0 ? NULL : foyer_diagnosis_moment (run, facts->offline_since);
  FoyerFinding *finding = foyer_diagnosis_fail (
      run,
      since != NULL
          ? foyer_sentence (run->language, "The invite is still waiting to send (offline since {moment})",
                            "moment", since, NULL)
          : foyer_plain_sentence (run->language, "The invite is still waiting to send"),
      since == NULL ? NULL
                    : foyer_plain_sentence (
                        run->client_language,
                        "Our connection is down at the moment. The mail comes as soon as it is back."),
      foyer_remedy_new (FOYER_REMEDY_OPEN_OUTBOX, foyer_plain_sentence (run->language, "Open the Outbox")));

  finding->evidence = foyer_diagnosis_moment (run, facts->invite_waiting_since);
}

/* Waits on the server, which cannot send or has not come to it. */
static void
fail_waiting_there (FoyerDiagnosisRun *run)
{
  FoyerRecord *organisation = run->business->organisation;
  gboolean can_send
      = organisation != NULL && foyer_organisation_get_mail (organisation) == FOYER_ORGANISATION_MAIL_READY;
  FoyerFinding *finding;

  if (can_send) {
    foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "The server has not sent it yet"), NULL,
                          foyer_remedy_new (FOYER_REMEDY_SYNC_NOW,
                                            foyer_plain_sentence (run->language, "Look again")));
    return;
  }
  finding = foyer_diagnosis_fail (
      run, foyer_plain_sentence (run->language, "The server cannot send mail"),
      foyer_plain_sentence (run->client_language,
                            "Our mails are delayed at the moment. I am looking into it."),
      foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "mail",
                               foyer_plain_sentence (run->language, "See how mail is sent")));
  if (organisation != NULL)
    finding->evidence = g_strdup (foyer_organisation_get_mail_reason (organisation));
}

static char *
say_now (FoyerDiagnosisRun *run)
{
  return foyer_plain_sentence (run->client_language, "The mail was never sent. I am sending it to you now.");
}

gboolean
foyer_diagnosis_check_sent (FoyerDiagnosisRun *run, GError **error)
{
  g_auto (Post) post = { 0 };
  gboolean is_queued;

  if (!load_post (run, &post, error))
    return FALSE;
  is_queued = (post.mail != NULL && foyer_delivery_get_status (post.mail) == FOYER_DELIVERY_QUEUED)
              || (!is_registered (run) && post.mail == NULL && post.invite != NULL
                  && foyer_invite_get_status (post.invite) == FOYER_INVITE_QUEUED);
  if (run->the_case->facts.invite_waiting_since != 0)
    fail_waiting_here (run);
  else if (is_queued)
    fail_waiting_there (run);
  else if (post.invite == NULL && post.mail == NULL)
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "Nothing was ever mailed to {name}", "name",
                                          run->name, NULL),
                          say_now (run), send_again (run, NULL));
  else if (post.mail == NULL && !is_registered (run) && !foyer_invite_get_send_mail (post.invite))
    foyer_diagnosis_fail (run,
                          foyer_plain_sentence (run->language,
                                                "No mail was sent: the link was to be handed over"),
                          say_now (run), send_again (run, post.invite));
  else
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "It was sent"));
  return TRUE;
}

/* --- D07: it arrived --- */

static gboolean
has_bounced (FoyerDiagnosisRun *run, const Post *post, const char **reason)
{
  FoyerRecord *person = run->the_case->person;

  if (post->mail != NULL
      && (foyer_delivery_get_status (post->mail) == FOYER_DELIVERY_BOUNCED
          || foyer_delivery_get_status (post->mail) == FOYER_DELIVERY_FAILED)) {
    *reason = foyer_delivery_get_reason (post->mail);
    return TRUE;
  }
  if (!is_registered (run) && post->invite != NULL
      && foyer_invite_get_status (post->invite) == FOYER_INVITE_BOUNCED) {
    *reason = foyer_invite_get_bounce_reason (post->invite);
    return TRUE;
  }
  *reason = foyer_portal_person_get_mail_reason (person);
  /* Another address than the one that bounced has not had its chance yet. */
  return foyer_portal_person_get_mail (person) == FOYER_PORTAL_PERSON_MAIL_BOUNCED
         && (foyer_portal_person_get_sent_to (person) == NULL
             || g_strcmp0 (foyer_portal_person_get_sent_to (person), get_email (run)) == 0);
}

gboolean
foyer_diagnosis_check_bounced (FoyerDiagnosisRun *run, GError **error)
{
  g_auto (Post) post = { 0 };
  const char *reason;

  if (!load_post (run, &post, error))
    return FALSE;
  if (!has_bounced (run, &post, &reason)) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "Nothing came back"));
    return TRUE;
  }
  foyer_diagnosis_fail (
      run,
      reason != NULL ? foyer_sentence (run->language, "Bounced: {reason}", "reason", reason, NULL)
                     : foyer_plain_sentence (run->language, "The mail bounced"),
      NULL, foyer_diagnosis_edit_address (run, foyer_plain_sentence (run->language, "Change the address")));
  return TRUE;
}

/* --- D08: its link is alive --- */

static gboolean
is_dead (FoyerRecord *invite, gint64 now)
{
  int status = foyer_invite_get_status (invite);

  return status == FOYER_INVITE_EXPIRED || status == FOYER_INVITE_REVOKED
         || (status != FOYER_INVITE_REGISTERED && FOYER_HAS (invite, invite, expires_at)
             && foyer_invite_get_expires_at (invite) <= now);
}

gboolean
foyer_diagnosis_check_invite_alive (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) invite = NULL;
  FoyerFinding *finding;

  if (!find_invite (run, &invite, error))
    return FALSE;
  if (invite == NULL || is_registered (run) || !is_dead (invite, run->the_case->now)) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "The invite has not expired"));
    return TRUE;
  }
  finding = foyer_diagnosis_fail (run,
                                  foyer_invite_get_status (invite) == FOYER_INVITE_REVOKED
                                      ? foyer_plain_sentence (run->language, "The invite was revoked")
                                      : foyer_plain_sentence (run->language, "The invite has expired"),
                                  NULL, send_again (run, invite));
  if (FOYER_HAS (invite, invite, expires_at))
    finding->evidence = foyer_diagnosis_moment (run, foyer_invite_get_expires_at (invite));
  return TRUE;
}

/* --- D09: to the address that they read --- */

gboolean
foyer_diagnosis_check_sent_to (FoyerDiagnosisRun *run, GError **error)
{
  const char *wanted = run->the_case->facts.address != NULL ? run->the_case->facts.address : get_email (run);
  g_auto (Post) post = { 0 };
  const char *sent_to = NULL;
  FoyerRemedy *remedy;

  if (!load_post (run, &post, error))
    return FALSE;
  if (post.mail != NULL)
    sent_to = foyer_delivery_get_to (post.mail);
  else if (post.invite != NULL)
    sent_to = foyer_invite_get_email (post.invite);
  if (sent_to == NULL || wanted == NULL || g_ascii_strcasecmp (sent_to, wanted) == 0) {
    foyer_diagnosis_pass (run,
                          foyer_plain_sentence (run->language, "It went to the address that is on file"));
    return TRUE;
  }
  if (g_strcmp0 (wanted, get_email (run)) == 0) {
    remedy = send_again (run, post.invite);
  } else {
    remedy = foyer_diagnosis_edit_address (run, foyer_plain_sentence (run->language,
                                                                      "Change the address and send again"));
    foyer_remedy_patch_text (remedy, "email", wanted);
    foyer_remedy_set_value (remedy, wanted);
  }
  foyer_diagnosis_fail (run,
                        foyer_sentence (run->language, "Sent to {old}; {name} reads {email}", "old", sent_to,
                                        "name", run->name, "email", wanted, NULL),
                        NULL, remedy);
  return TRUE;
}

/* --- D10: nothing is wrong --- */

static const char *
get_sender (FoyerDiagnosisRun *run)
{
  return foyer_settings_business_name (run->business->settings, run->business->organisation);
}

/* When it arrived or at least left, as far as anybody knows. */
static char *
describe_arrival (FoyerDiagnosisRun *run, const Post *post)
{
  gboolean is_mail = post->mail != NULL;
  gboolean arrived = is_mail ? FOYER_HAS (post->mail, delivery, delivered_at)
                             : FOYER_HAS (post->invite, invite, delivered_at);
  gint64 at;
  g_autofree char *moment = NULL;

  if (arrived)
    at = is_mail ? foyer_delivery_get_delivered_at (post->mail)
                 : foyer_invite_get_delivered_at (post->invite);
  else
    at = is_mail ? foyer_delivery_get_queued_at (post->mail) : foyer_invite_get_sent_at (post->invite);
  moment = foyer_diagnosis_moment (run, at);
  return arrived ? foyer_sentence (run->language, "Delivered {moment}, and not opened yet", "moment", moment,
                                   NULL)
                 : foyer_sentence (run->language, "Sent {moment}; nobody knows whether it arrived", "moment",
                                   moment, NULL);
}

/* Whether what was mailed was opened, or used to come in. */
static gboolean
was_opened (FoyerDiagnosisRun *run, const Post *post)
{
  FoyerRecord *person = run->the_case->person;

  if (post->mail != NULL && foyer_delivery_get_kind (post->mail) == FOYER_TEMPLATE_SIGN_IN)
    return foyer_portal_person_get_last_seen_at (person) >= foyer_delivery_get_queued_at (post->mail);
  return is_registered (run) || post->invite == NULL || FOYER_HAS (post->invite, invite, opened_at);
}

gboolean
foyer_diagnosis_check_opened (FoyerDiagnosisRun *run, GError **error)
{
  g_auto (Post) post = { 0 };
  FoyerRemedy *remedy;
  g_autofree char *say = NULL;

  if (!load_post (run, &post, error))
    return FALSE;
  if (was_opened (run, &post)) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "It was opened"));
    return TRUE;
  }
  say = foyer_sentence (run->client_language, "Please look in your spam folder for a mail from {business}.",
                        "business", get_sender (run), NULL);
  remedy = foyer_diagnosis_copy (run, say);
  foyer_remedy_set_other (remedy, send_again (run, post.invite));
  foyer_diagnosis_warn (run, describe_arrival (run, &post), g_strdup (say), remedy);
  return TRUE;
}
