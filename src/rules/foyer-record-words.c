/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-words.c - what people call records, one and many */

#include "foyer-record-words.h"

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

static const struct {
  const FoyerRecordType *type;
  const char *one;
  const char *other;
} nouns[] = {
  { &foyer_contract_type, FOYER_MARK ("{count} contract"), FOYER_MARK ("{count} contracts") },
  { &foyer_conversation_type, FOYER_MARK ("{count} conversation"), FOYER_MARK ("{count} conversations") },
  { &foyer_document_type, FOYER_MARK ("{count} document"), FOYER_MARK ("{count} documents") },
  { &foyer_equipment_type, FOYER_MARK ("{count} machine"), FOYER_MARK ("{count} machines") },
  { &foyer_invoice_type, FOYER_MARK ("{count} invoice"), FOYER_MARK ("{count} invoices") },
  { &foyer_message_type, FOYER_MARK ("{count} message"), FOYER_MARK ("{count} messages") },
  { &foyer_payment_type, FOYER_MARK ("{count} payment"), FOYER_MARK ("{count} payments") },
  { &foyer_photo_type, FOYER_MARK ("{count} photo"), FOYER_MARK ("{count} photos") },
  { &foyer_plan_type, FOYER_MARK ("{count} plan"), FOYER_MARK ("{count} plans") },
  { &foyer_proof_pack_type, FOYER_MARK ("{count} proof pack"), FOYER_MARK ("{count} proof packs") },
  { &foyer_property_type, FOYER_MARK ("{count} site"), FOYER_MARK ("{count} sites") },
  { &foyer_quote_type, FOYER_MARK ("{count} quote"), FOYER_MARK ("{count} quotes") },
  { &foyer_request_type, FOYER_MARK ("{count} request"), FOYER_MARK ("{count} requests") },
  { &foyer_visit_type, FOYER_MARK ("{count} visit"), FOYER_MARK ("{count} visits") },
};

char *
foyer_record_count_text (const FoyerRecordType *type, gint64 count, const char *language)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++) {
    if (nouns[i].type == type)
      return foyer_text_fill (foyer_text_plural (language, nouns[i].one, nouns[i].other, count), "count",
                              number, NULL);
  }
  return g_strdup (number);
}

const char *
foyer_record_own_name (FoyerRecord *record)
{
  /* The first that a record has is what is said on the phone. */
  static const char *const names[]
      = { "number", "title", "name", "street", "subject", "caption", "fileName" };
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const FoyerField *field = foyer_record_type_field (type, names[i]);
    guint index = field == NULL ? 0 : (guint) (field - type->fields);

    if (field != NULL && field->kind == FOYER_KIND_TEXT && foyer_record_has (record, index))
      return foyer_record_get_text (record, type, index);
  }
  return NULL;
}

const char *
foyer_record_label (FoyerRecord *record)
{
  const char *name = foyer_record_own_name (record);

  return name != NULL ? name : foyer_record_get_record_type (record)->name;
}
