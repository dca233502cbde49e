/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-papers.c - what a viewer may do with a quote or a document, who else may, and what they would sign */

#include "foyer-view-context.h"

#include "foyer-json.h"
#include "foyer-paper.h"
#include "foyer-quote-check.h"
#include "foyer-settings.h"
#include "types/document.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/quote.h"
#include "types/signature.h"

#include <string.h>

/* Of those who may do it, so many are named. */
#define MOST_NAMES 3

static const char *
get_code_address (FoyerViewContext *context)
{
  return foyer_paper_code_address (context->access->person, context->access->client);
}

static FoyerPaperCase
make_case (FoyerViewContext *context, gboolean is_there, gboolean is_signed)
{
  FoyerPaperCase paper = {
    .settings = context->settings,
    .permissions = context->access->permissions,
    .today = context->today,
    .is_there = is_there,
    .is_signed = is_signed,
    .asks_code = foyer_settings_step_up (context->settings, context->access->client) == FOYER_STEP_UP_CODE,
    .has_address = get_code_address (context) != NULL,
  };

  return paper;
}

/* --- Who else may --- */

static gboolean
may_all (FoyerRecord *person, guint permissions)
{
  return foyer_portal_person_get_status (person) == FOYER_PORTAL_PERSON_ACTIVE
         && (foyer_permissions_of_person (person) & permissions) == permissions;
}

/* A11: whoever may not is told whom to ask. */
static void
set_whom_to_ask (JsonObject *object, FoyerViewContext *context, guint permissions)
{
  g_autoptr (GPtrArray) people
      = foyer_view_context_list (context, foyer_view_query (&foyer_portal_person_type, "clientId",
                                                            context->viewer->client_id, "name"));
  JsonArray *names = json_array_new ();

  for (guint i = people->len; i > 0 && json_array_get_length (names) < MOST_NAMES; i--) {
    FoyerRecord *person = people->pdata[i - 1];

    if (may_all (person, permissions)
        && g_strcmp0 (foyer_record_get_id (person), context->viewer->person_id) != 0)
      json_array_add_string_element (names, foyer_portal_person_get_name (person));
  }
  json_object_set_boolean_member (object, "mustAsk", TRUE);
  json_object_set_array_member (object, "ask", names);
}

static void
set_why_not (JsonObject *object, FoyerViewContext *context, const FoyerFinding *finding, guint permissions)
{
  foyer_view_set_text_if (object, "whyNot", finding->client_sentence);
  if (g_strcmp0 (finding->evidence, "permission") == 0)
    set_whom_to_ask (object, context, permissions);
}

/* --- What is signed --- */

/* Enough of an address for whoever has it, and too little for whoever has not: `e•••@ruiz.example`. */
static char *
mask_address (const char *address)
{
  const char *at = strrchr (address, '@');
  const char *second = g_utf8_next_char (address);

  return at == NULL ? NULL : g_strdup_printf ("%.*s•••%s", (int) (MIN (second, at) - address), address, at);
}

/* What its form carries, and what it asks for beyond a name. */
static void
set_signing (JsonObject *object, FoyerViewContext *context, JsonObject *paper, gboolean asks_code)
{
  g_autofree char *hash = foyer_json_hash (paper);
  const char *address = asks_code ? get_code_address (context) : NULL;
  g_autofree char *masked = address != NULL ? mask_address (address) : NULL;

  json_object_set_string_member (object, "paper", hash);
  foyer_view_set_true_if (object, "asksEmail", context->access->person == NULL);
  foyer_view_set_text_if (object, "codeTo", masked);
}

/* Of this client the newest. */
static FoyerRecord *
find_signature (FoyerViewContext *context, const char *subject_id)
{
  g_autoptr (GPtrArray) signatures = NULL;

  if (subject_id == NULL)
    return NULL;
  signatures = foyer_view_context_list (context, foyer_view_query (&foyer_signature_type, "subjectId",
                                                                   subject_id, "signedAt"));
  for (guint i = 0; i < signatures->len; i++) {
    FoyerRecord *signature = signatures->pdata[i];

    if (g_strcmp0 (foyer_signature_get_client_id (signature), context->viewer->client_id) == 0)
      return g_object_ref (signature);
  }
  return NULL;
}

/* What a signed copy says of it beyond name and time. */
static JsonObject *
make_proof (FoyerRecord *signature)
{
  JsonObject *object = json_object_new ();
  const char *code_address = foyer_signature_get_code_address (signature);

  foyer_view_set_text_if (object, "name", foyer_signature_get_name (signature));
  foyer_view_set_text_if (object, "email", foyer_signature_get_email (signature));
  foyer_view_set_time (object, "at", foyer_signature_get_signed_at (signature));
  foyer_view_set_text_if (object, "consent", foyer_signature_get_consent (signature));
  foyer_view_set_text_if (object, "contentHash", foyer_signature_get_content_hash (signature));
  foyer_view_set_text_if (object, "hash", foyer_signature_get_hash (signature));
  json_object_set_int_member (object, "number", foyer_signature_get_sequence (signature));
  if (code_address != NULL) {
    g_autofree char *masked = mask_address (code_address);

    foyer_view_set_text_if (object, "codeTo", masked);
  }
  return object;
}

gboolean
foyer_view_set_signature (JsonObject *object,
                          FoyerViewContext *context,
                          const char *subject_id,
                          gboolean is_whole)
{
  g_autoptr (FoyerRecord) signature = find_signature (context, subject_id);

  if (signature == NULL)
    return FALSE;
  if (is_whole)
    json_object_set_object_member (object, "signature", make_proof (signature));
  foyer_view_set_text_if (object, "signedBy", foyer_signature_get_name (signature));
  foyer_view_set_time (object, "signedAt", foyer_signature_get_signed_at (signature));
  return TRUE;
}

/* --- Quotes --- */

void
foyer_view_set_quote_acts (JsonObject *object,
                           FoyerViewContext *context,
                           FoyerRecord *quote,
                           FoyerRecord *version)
{
  static const char *const members[] = {
    [FOYER_QUOTE_ACT_APPROVE] = "mayApprove",
    [FOYER_QUOTE_ACT_DECLINE] = "mayDecline",
    [FOYER_QUOTE_ACT_CHANGE] = "mayAskChange",
    [FOYER_QUOTE_ACT_COMMENT] = "mayComment",
  };
  FoyerPaperCase paper = make_case (context, version != NULL, FALSE);
  gboolean signs = foyer_quote_needs_signature (context->settings);
  guint needed = (1u << FOYER_PERMISSION_APPROVE_QUOTES) | (signs ? 1u << FOYER_PERMISSION_SIGN : 0);

  for (guint act = 0; act < G_N_ELEMENTS (members); act++) {
    g_autoptr (FoyerFinding) finding
        = foyer_quote_check (quote, (FoyerQuoteAct) act, &paper, foyer_view_context_language (context));
    gboolean may = finding->verdict < FOYER_VERDICT_BLOCK;

    foyer_view_set_true_if (object, members[act], may);
    if (act == FOYER_QUOTE_ACT_APPROVE && !may)
      set_why_not (object, context, finding, needed);
  }
  foyer_view_set_true_if (object, "signs", signs);
  if (version != NULL) {
    g_autoptr (JsonObject) quote_json = foyer_record_to_json (quote);
    g_autoptr (JsonObject) version_json = foyer_record_to_json (version);
    g_autoptr (JsonObject) said = foyer_quote_paper (quote_json, version_json);

    set_signing (object, context, said, signs && paper.asks_code);
  }
}

/* --- Documents --- */

void
foyer_view_set_document_acts (JsonObject *object, FoyerViewContext *context, FoyerRecord *document)
{
  gboolean is_signed = json_object_has_member (object, "signedAt");
  FoyerPaperCase paper = make_case (context, FOYER_HAS (document, document, blob_id), is_signed);
  g_autoptr (FoyerFinding) finding
      = foyer_document_check (document, &paper, foyer_view_context_language (context));
  g_autoptr (JsonObject) json = foyer_record_to_json (document);
  g_autoptr (JsonObject) said = foyer_document_paper (json);

  if (!foyer_document_get_needs_signature (document))
    return;
  foyer_view_set_true_if (object, "maySign", finding->verdict < FOYER_VERDICT_BLOCK);
  if (finding->verdict >= FOYER_VERDICT_BLOCK && !is_signed)
    set_why_not (object, context, finding, 1u << FOYER_PERMISSION_SIGN);
  set_signing (object, context, said, paper.asks_code);
}
