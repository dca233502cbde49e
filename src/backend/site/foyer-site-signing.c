/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-signing.c - what a form that is signed says, and signing a document with it */

#include "site/foyer-site-signing.h"

#include "effects/foyer-effects.h"
#include "effects/foyer-signature-effects.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-paper.h"
#include "foyer-portal-consent.h"
#include "site/foyer-sign-in-note.h"
#include "types/contract.h"
#include "types/document.h"
#include "types/signature.h"

#include <string.h>

void
foyer_site_signature_clear (FoyerSiteSignature *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->consent, g_free);
  g_clear_pointer (&self->code_address, g_free);
}

/* --- Reading --- */

/* The form names what it showed: the version, the hash of the paper, and the sentence beside the box. */
static gboolean
is_as_shown (FoyerSiteTurn *turn, JsonObject *shown)
{
  gint64 number = foyer_json_object_integer (shown, "version", 0);
  g_autofree char *version = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  return g_strcmp0 (foyer_site_turn_field (turn, "version"), version) == 0
         && foyer_json_object_text (shown, "paper") != NULL
         && g_strcmp0 (foyer_site_turn_field (turn, "paper"), foyer_json_object_text (shown, "paper")) == 0;
}

static gboolean
accepts (const char *field, const char *text)
{
  return foyer_field_accepts_text (foyer_record_type_field (&foyer_signature_type, field), text);
}

FoyerPageProblem
foyer_site_signature_read (FoyerSiteSignature *self,
                           FoyerSiteTurn *turn,
                           JsonObject *shown,
                           gboolean asks_name)
{
  const char *agree = foyer_site_turn_field (turn, "agree");
  g_autofree char *mark = foyer_portal_consent_mark (turn->view);

  self->name = foyer_site_turn_words (turn, "name");
  self->consent = foyer_portal_consent (turn->view);
  if (!is_as_shown (turn, shown) || (agree != NULL && strcmp (agree, mark) != 0))
    return FOYER_PROBLEM_CHANGED;
  if (asks_name && (self->name == NULL || !accepts ("name", self->name)))
    return FOYER_PROBLEM_NAME;
  if (foyer_json_object_boolean (shown, "asksEmail", FALSE)) {
    self->email = foyer_site_turn_field (turn, "email");
    if (self->email == NULL || !accepts ("email", self->email))
      return FOYER_PROBLEM_ADDRESS;
  }
  return agree == NULL ? FOYER_PROBLEM_AGREE : FOYER_PROBLEM_NONE;
}

/* --- Writing --- */

gboolean
foyer_site_signature_write (const FoyerSiteSignature *self,
                            FoyerSiteTurn *turn,
                            const char *subject_id,
                            JsonObject *paper,
                            GError **error)
{
  const char *remote = turn->credentials->remote;
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSigning signing = {
    .client_id = turn->session->client_id,
    .person_id = turn->session->person_id,
    .link_id = turn->session->link_id,
    .session_id = turn->session->id,
    .subject_id = subject_id,
    .paper = paper,
    .name = self->name,
    .email = self->email,
    .consent = self->consent,
    .address = remote != NULL && accepts ("address", remote) ? remote : NULL,
    .agent = agent,
    .code_address = self->code_address,
  };

  return foyer_signature_write (turn->transaction, &signing, error);
}

FoyerHttpResponse *
foyer_site_refuse_paper (FoyerSiteTurn *turn, FoyerPageKind kind, JsonObject *shown, FoyerPageProblem problem)
{
  FoyerPageRequest request
      = { .kind = kind, .record_id = turn->argument, .typed = turn->fields, .problem = problem };
  FoyerHttpResponse *response = foyer_site_turn_show (turn, &request);

  if (problem == FOYER_PROBLEM_ENDED && foyer_json_object_boolean (shown, "mustAsk", FALSE))
    response->status = 403;
  else if (problem == FOYER_PROBLEM_ENDED || problem == FOYER_PROBLEM_CHANGED)
    response->status = 409;
  return response;
}

/* --- Documents (000-34) --- */

/* The contract whose text it is begins with the signature. */
static gboolean
begin_contract (FoyerSiteTurn *turn, FoyerRecord *contract, GError **error)
{
  g_autoptr (JsonObject) before = foyer_record_to_json (contract);
  g_autoptr (JsonObject) after = foyer_json_copy_object (before);
  g_autofree char *now = foyer_utc_format (turn->transaction->now);

  json_object_set_string_member (after, "status", "active");
  json_object_set_string_member (after, "signedAt", now);
  if (turn->session->person_id != NULL)
    json_object_set_string_member (after, "signedBy", turn->session->person_id);
  return foyer_site_turn_put (turn, &foyer_contract_type, after, error)
         && foyer_audit_write (turn->transaction, &foyer_contract_type, "sign", "sign", before, after, error);
}

static gboolean
begin_contracts (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_contract_type);
  g_autoptr (GPtrArray) contracts = NULL;

  foyer_query_where_text (query, "clientId", turn->session->client_id);
  contracts = foyer_record_source_list (turn->transaction->source, query, error);
  if (contracts == NULL)
    return FALSE;
  for (guint i = 0; i < contracts->len; i++) {
    FoyerRecord *contract = contracts->pdata[i];

    if (foyer_contract_get_status (contract) == FOYER_CONTRACT_SENT
        && g_strcmp0 (foyer_contract_get_document_id (contract), turn->argument) == 0
        && !begin_contract (turn, contract, error))
      return FALSE;
  }
  return TRUE;
}

static FoyerHttpResponse *
sign (FoyerSiteTurn *turn, const FoyerSiteSignature *signature, GError **error)
{
  g_autoptr (FoyerRecord) document
      = foyer_record_source_get (turn->transaction->source, &foyer_document_type, turn->argument, error);
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (JsonObject) paper = NULL;

  if (document == NULL)
    return NULL;
  json = foyer_record_to_json (document);
  paper = foyer_document_paper (json);
  if (!foyer_site_signature_write (signature, turn, turn->argument, paper, error)
      || !begin_contracts (turn, error) || !foyer_site_turn_note_seen (turn, error)
      || !foyer_site_mail_signed_copy (turn, &foyer_document_type, signature, error))
    return NULL;
  return foyer_site_turn_go_to ("documents", turn->argument);
}

FoyerHttpResponse *
foyer_site_sign_document (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = foyer_portal_view_get_record (turn->view, &foyer_document_type, turn->argument);
  g_auto (FoyerSiteSignature) signature = { 0 };
  FoyerPageProblem problem = foyer_site_signature_read (&signature, turn, shown, TRUE);
  FoyerHttpResponse *asking;

  /* The same form again: it is signed as they wanted it. */
  if (signature.name != NULL && g_strcmp0 (foyer_json_object_text (shown, "signedBy"), signature.name) == 0
      && problem == FOYER_PROBLEM_NONE)
    return foyer_site_turn_go_to ("documents", turn->argument);
  if (!foyer_json_object_boolean (shown, "maySign", FALSE))
    return foyer_site_refuse_paper (turn, FOYER_PAGE_DOCUMENT, shown, FOYER_PROBLEM_ENDED);
  if (problem != FOYER_PROBLEM_NONE)
    return foyer_site_refuse_paper (turn, FOYER_PAGE_DOCUMENT, shown, problem);
  if (!foyer_site_second_check (turn, FOYER_PAGE_DOCUMENT, shown, &signature, &asking, error))
    return asking;
  return sign (turn, &signature, error);
}
