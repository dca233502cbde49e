/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-second-check.c - where signing asks for more than a name: a code is mailed to the address on file, and typed */

#include "site/foyer-site-signing.h"

#include "accounts/foyer-signing-codes.h"
#include "effects/foyer-signing-mails.h"
#include "foyer-json.h"
#include "foyer-quote-check.h"
#include "site/foyer-sign-in-note.h"
#include "types/client.h"
#include "types/portal_person.h"

static FoyerHttpResponse *
ask (FoyerSiteTurn *turn, FoyerPageKind kind, FoyerPageProblem problem, guint left)
{
  FoyerPageRequest request = {
    .kind = kind, .record_id = turn->argument, .typed = turn->fields, .problem = problem, .tries_left = left
  };
  FoyerHttpResponse *response = foyer_site_turn_show (turn, &request);

  if (problem != FOYER_PROBLEM_LOCKED)
    return response;
  response->status = 429;
  foyer_http_response_set_header (response, "Retry-After", G_STRINGIFY (FOYER_SIGNING_CODE_SECONDS));
  return response;
}

/* --- Mailing --- */

/* The page offers to sign only where there is such an address. */
static char *
find_address (FoyerSiteTurn *turn, GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (FoyerRecord) client = NULL;
  const char *address;

  if (!foyer_record_source_look_up (source, &foyer_portal_person_type, turn->session->person_id, &person,
                                    error)
      || !foyer_record_source_look_up (source, &foyer_client_type, turn->session->client_id, &client, error))
    return NULL;
  address = foyer_paper_code_address (person, client);
  if (address == NULL)
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED,
                 "There is no address to mail a code to");
  return g_strdup (address);
}

static gboolean
mail_code (FoyerSiteTurn *turn, JsonObject *shown, const FoyerSigningCase *signing, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autofree char *address = find_address (turn, error);
  g_autofree char *code = NULL;
  FoyerSigningCodeMail mail = { .client_id = turn->session->client_id,
                                .person_id = turn->session->person_id,
                                .address = address,
                                .title = foyer_json_object_text (shown, "title"),
                                .expires_at = transaction->now + FOYER_SIGNING_CODE_SECONDS };

  if (address == NULL)
    return FALSE;
  code = foyer_signing_codes_issue (transaction->database, transaction->random, signing, address,
                                    transaction->now, error);
  mail.code = code;
  return code != NULL && foyer_signing_code_mail_submit (transaction, &mail, error);
}

static FoyerHttpResponse *
send_code (FoyerSiteTurn *turn,
           FoyerPageKind kind,
           JsonObject *shown,
           const FoyerSigningCase *signing,
           GError **error)
{
  if (!foyer_site_turn_may_wish (turn, FOYER_LIMIT_CODES))
    return ask (turn, kind, FOYER_PROBLEM_LOCKED, 0);
  if (!mail_code (turn, shown, signing, error))
    return NULL;
  return ask (turn, kind, FOYER_PROBLEM_CODE_SENT, FOYER_SIGNING_CODE_TRIES);
}

/* --- Judging --- */

static gboolean
note_wrong_code (FoyerSiteTurn *turn, guint left, GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSignInNote note = { .client_id = turn->session->client_id,
                           .person_id = turn->session->person_id,
                           .link_id = turn->session->link_id,
                           .session_id = turn->session->id,
                           .method = FOYER_SIGN_IN_EMAIL_CODE,
                           .outcome = left == 0 ? FOYER_SIGN_IN_EVENT_LOCKED : FOYER_SIGN_IN_EVENT_WRONG,
                           .reason = "A code for signing",
                           .agent = agent,
                           .remote = turn->credentials->remote };

  return foyer_sign_in_note_write (turn->transaction, &note, error);
}

static gboolean
judge (FoyerSiteTurn *turn,
       FoyerPageKind kind,
       const FoyerSigningCase *signing,
       FoyerSiteSignature *signature,
       FoyerHttpResponse **asking,
       GError **error)
{
  g_autofree char *code = foyer_site_turn_digits (turn, "code");
  g_autoptr (GError) failure = NULL;
  guint left;

  signature->code_address = foyer_signing_codes_try (turn->transaction->database, signing, code,
                                                     turn->transaction->now, &left, &failure);
  if (signature->code_address != NULL)
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (note_wrong_code (turn, left, error))
    *asking = ask (turn, kind, left == 0 ? FOYER_PROBLEM_LOCKED : FOYER_PROBLEM_CODE, left);
  return FALSE;
}

gboolean
foyer_site_second_check (FoyerSiteTurn *turn,
                         FoyerPageKind kind,
                         JsonObject *shown,
                         FoyerSiteSignature *signature,
                         FoyerHttpResponse **asking,
                         GError **error)
{
  FoyerSigningCase signing = { .organisation = turn->account->number,
                               .session_id = turn->session->id,
                               .session_key = turn->session->form_key,
                               .paper = foyer_json_object_text (shown, "paper") };
  g_autoptr (GError) failure = NULL;
  guint left;
  gboolean is_mailed;

  *asking = NULL;
  if (foyer_json_object_text (shown, "codeTo") == NULL)
    return TRUE;
  is_mailed = foyer_signing_codes_look (turn->transaction->database, &signing, turn->transaction->now, &left,
                                        &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (is_mailed && left == 0)
    *asking = ask (turn, kind, FOYER_PROBLEM_LOCKED, 0);
  else if (!is_mailed || foyer_site_turn_field (turn, "again") != NULL)
    *asking = send_code (turn, kind, shown, &signing, error);
  else if (foyer_site_turn_field (turn, "code")
           == NULL) /* The same form again is answered as the first: one mail is enough. */
    *asking = ask (turn, kind, FOYER_PROBLEM_CODE_SENT, left);
  else
    return judge (turn, kind, &signing, signature, asking, error);
  return FALSE;
}
