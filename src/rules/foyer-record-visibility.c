/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-visibility.c - why does somebody not see one record? The end of the visibility chain */

#include "foyer-record-visibility.h"

#include "foyer-sentence.h"

#include "types/contract.h"
#include "types/conversation.h"
#include "types/document.h"
#include "types/equipment.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/payment.h"
#include "types/photo.h"
#include "types/plan.h"
#include "types/proof_pack.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/request.h"
#include "types/visit.h"

#include <string.h>

#define BELONGS "D27"
#define SITE_OF_CLIENT "D28"
#define SITE_OF_PERSON "D29"
#define RELEASED "D30"
#define DONE "D31"
#define ISSUED "D32"
#define PAYER "D33"
#define PUBLISHED "D34"
#define SHOWN "X12"

static const struct {
  const char *rule;
  const char *sentence;
} sentences[] = {
  { BELONGS, FOYER_MARK ("This belongs to another client") },
  { SITE_OF_CLIENT, FOYER_MARK ("This site belongs to another client, or is no longer served") },
  { SITE_OF_PERSON, FOYER_MARK ("This is about a site that the person does not see") },
  { RELEASED, FOYER_MARK ("The photo is not released") },
  { DONE, FOYER_MARK ("Photos appear when the visit is done") },
  { ISSUED, FOYER_MARK ("The invoice is still a draft, or void") },
  { PAYER, FOYER_MARK ("It is billed to another client") },
  { PUBLISHED, FOYER_MARK ("The proof pack is not published") },
  { SHOWN, FOYER_MARK ("This is not shown to the client") },
};

static gboolean
is_same (const char *id, const char *other)
{
  return id != NULL && g_strcmp0 (id, other) == 0;
}

/* What belongs to no site is shown to those who see all sites only. */
static gboolean
shows_site (const FoyerRecordReader *reader, const char *property_id)
{
  return reader->property_ids == NULL
         || (property_id != NULL && g_strv_contains (reader->property_ids, property_id));
}

/* Takes over @property_ids. */
static gboolean
shows_one_site (const FoyerRecordReader *reader, char **property_ids)
{
  gboolean is_shown = reader->property_ids == NULL;

  for (guint i = 0; !is_shown && property_ids[i] != NULL; i++)
    is_shown = g_strv_contains (reader->property_ids, property_ids[i]);
  g_strfreev (property_ids);
  return is_shown;
}

/* What belongs to a client and a site, and has a state in which it is not shown. */
static const char *
check_owned (const FoyerRecordReader *reader,
             const char *client_id,
             const char *property_id,
             gboolean is_shown)
{
  if (!is_same (client_id, reader->client_id))
    return BELONGS;
  if (!is_shown)
    return SHOWN;
  return shows_site (reader, property_id) ? NULL : SITE_OF_PERSON;
}

static const char *
check_property (FoyerRecord *property, const FoyerRecordReader *reader)
{
  if (!is_same (foyer_property_get_client_id (property), reader->client_id)
      || FOYER_HAS (property, property, archived_at))
    return SITE_OF_CLIENT;
  return shows_site (reader, foyer_record_get_id (property)) ? NULL : SITE_OF_PERSON;
}

/* A bill is seen by whoever pays it. */
static const char *
check_invoice (FoyerRecord *invoice, const FoyerRecordReader *reader)
{
  const char *payer = foyer_invoice_get_bill_to_id (invoice);
  int status = foyer_invoice_get_status (invoice);

  if (payer != NULL && !is_same (payer, reader->client_id))
    return is_same (foyer_invoice_get_client_id (invoice), reader->client_id) ? PAYER : BELONGS;
  if (payer == NULL && !is_same (foyer_invoice_get_client_id (invoice), reader->client_id))
    return BELONGS;
  if (status <= FOYER_INVOICE_DRAFT || status == FOYER_INVOICE_VOID)
    return ISSUED;
  return shows_site (reader, foyer_invoice_get_property_id (invoice)) ? NULL : SITE_OF_PERSON;
}

static const char *
check_photo (FoyerRecord *photo, FoyerRecord *visit, const FoyerRecordReader *reader)
{
  if (!is_same (foyer_photo_get_client_id (photo), reader->client_id))
    return BELONGS;
  if (!foyer_photo_get_released (photo))
    return RELEASED;
  if (visit == NULL || !is_same (foyer_photo_get_visit_id (photo), foyer_record_get_id (visit)))
    return SHOWN;
  if (foyer_visit_get_status (visit) != FOYER_VISIT_DONE)
    return DONE;
  return foyer_record_hidden_by (visit, NULL, reader);
}

static const char *
check_proof_pack (FoyerRecord *pack, const FoyerRecordReader *reader)
{
  if (!is_same (foyer_proof_pack_get_client_id (pack), reader->client_id))
    return BELONGS;
  return foyer_proof_pack_get_status (pack) == FOYER_PROOF_PACK_PUBLISHED ? NULL : PUBLISHED;
}

/* The company's own documents have no client, and a client's own have no other readers. */
static const char *
check_document (FoyerRecord *document, const FoyerRecordReader *reader)
{
  const char *client_id = foyer_document_get_client_id (document);
  int shown_to = foyer_document_get_shown_to (document);
  gboolean is_shown = shown_to == FOYER_DOCUMENT_SHOWN_TO_ALL;

  if (client_id != NULL && !is_same (client_id, reader->client_id))
    return BELONGS;
  if (shown_to == FOYER_DOCUMENT_SHOWN_TO_SOME) {
    g_auto (GStrv) ids = foyer_document_get_client_ids (document);

    is_shown = g_strv_contains ((const char *const *) ids, reader->client_id);
  }
  return is_shown && !FOYER_HAS (document, document, archived_at) ? NULL : SHOWN;
}

static const char *
check_plan (FoyerRecord *plan, const FoyerRecordReader *reader)
{
  if (!is_same (foyer_plan_get_client_id (plan), reader->client_id))
    return BELONGS;
  return shows_one_site (reader, foyer_plan_get_property_ids (plan)) ? NULL : SITE_OF_PERSON;
}

static const char *
check_contract (FoyerRecord *contract, const FoyerRecordReader *reader)
{
  if (!is_same (foyer_contract_get_client_id (contract), reader->client_id))
    return BELONGS;
  if (foyer_contract_get_status (contract) <= FOYER_CONTRACT_DRAFT)
    return SHOWN;
  return shows_one_site (reader, foyer_contract_get_property_ids (contract)) ? NULL : SITE_OF_PERSON;
}

/* What became part of another conversation is shown there. */
static const char *
check_conversation (FoyerRecord *conversation, const FoyerRecordReader *reader)
{
  if (!is_same (foyer_conversation_get_client_id (conversation), reader->client_id))
    return BELONGS;
  return foyer_conversation_get_merged_into_id (conversation) == NULL ? NULL : SHOWN;
}

/* Notes and system lines are for staff, and so is what has not been sent. Whose a message is says its conversation. */
static const char *
check_message (FoyerRecord *message)
{
  int kind = foyer_message_get_kind (message);
  int status = foyer_message_get_status (message);

  if (kind != FOYER_MESSAGE_CLIENT && kind != FOYER_MESSAGE_TEAM)
    return SHOWN;
  return status == FOYER_MESSAGE_SENT || status == FOYER_MESSAGE_DELIVERED || status == FOYER_MESSAGE_READ
             ? NULL
             : SHOWN;
}

static const char *
check_request (FoyerRecord *request, const FoyerRecordReader *reader)
{
  return check_owned (reader, foyer_request_get_client_id (request), foyer_request_get_property_id (request),
                      TRUE);
}

const char *
foyer_record_hidden_by (FoyerRecord *record, FoyerRecord *visit, const FoyerRecordReader *reader)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  if (type == &foyer_visit_type)
    return check_owned (reader, foyer_visit_get_client_id (record), foyer_visit_get_property_id (record),
                        foyer_visit_get_status (record) != FOYER_VISIT_SKIPPED);
  if (type == &foyer_quote_type)
    return check_owned (reader, foyer_quote_get_client_id (record), foyer_quote_get_property_id (record),
                        foyer_quote_get_status (record) > FOYER_QUOTE_DRAFT);
  if (type == &foyer_equipment_type)
    return check_owned (reader, foyer_equipment_get_client_id (record),
                        foyer_equipment_get_property_id (record),
                        !FOYER_HAS (record, equipment, archived_at));
  if (type == &foyer_payment_type)
    return check_owned (reader, foyer_payment_get_client_id (record), NULL, TRUE);
  if (type == &foyer_request_type)
    return check_request (record, reader);
  if (type == &foyer_property_type)
    return check_property (record, reader);
  if (type == &foyer_invoice_type)
    return check_invoice (record, reader);
  if (type == &foyer_photo_type)
    return check_photo (record, visit, reader);
  if (type == &foyer_proof_pack_type)
    return check_proof_pack (record, reader);
  if (type == &foyer_document_type)
    return check_document (record, reader);
  if (type == &foyer_plan_type)
    return check_plan (record, reader);
  if (type == &foyer_contract_type)
    return check_contract (record, reader);
  if (type == &foyer_conversation_type)
    return check_conversation (record, reader);
  if (type == &foyer_message_type)
    return check_message (record);
  return SHOWN;
}

FoyerFinding *
foyer_record_visibility_check (FoyerRecord *record,
                               FoyerRecord *visit,
                               const FoyerRecordReader *reader,
                               const char *language)
{
  const char *rule = foyer_record_hidden_by (record, visit, reader);
  FoyerFinding *finding;

  if (rule == NULL)
    return foyer_finding_new (SHOWN, FOYER_VERDICT_PASS,
                              foyer_plain_sentence (language, "The client sees this"));

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    if (strcmp (sentences[i].rule, rule) != 0)
      continue;
    finding = foyer_finding_new (sentences[i].rule, FOYER_VERDICT_BLOCK,
                                 g_strdup (foyer_text (language, sentences[i].sentence)));
    finding->may_override = FALSE;
    return finding;
  }
  g_return_val_if_reached (NULL);
}
