/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invoice-effects.c - an invoice that clients begin to see is mailed to them, once */

#include "effects/foyer-effects.h"

#include "effects/foyer-effect-mails.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/invoice.h"

/* As clients see it (D32). */
static gboolean
is_out (JsonObject *invoice)
{
  const FoyerField *field = foyer_record_type_field (&foyer_invoice_type, "status");
  int status = foyer_field_value_index (field, foyer_json_object_text (invoice, "status"));

  return status > FOYER_INVOICE_DRAFT && status != FOYER_INVOICE_VOID;
}

/* What comes issued was sent by whoever issued it; without a number or a total there is nothing to say of it. */
static gboolean
is_news (JsonObject *before, JsonObject *after)
{
  return before != NULL && !is_out (before) && is_out (after) && !json_object_has_member (after, "sentAt")
         && foyer_json_object_text (after, "number") != NULL
         && foyer_json_object_object (after, "total") != NULL;
}

gboolean
foyer_invoice_effects_apply (FoyerTransaction *transaction,
                             JsonObject *before,
                             JsonObject *after,
                             JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *now = foyer_utc_format (transaction->now);
  guint n_told;

  if (!is_news (before, after))
    return TRUE;
  if (!foyer_invoice_mails_submit (transaction, after, &n_told, &failure))
    return foyer_effects_fail (error, failure);
  if (n_told > 0)
    json_object_set_string_member (after, "sentAt", now);
  return TRUE;
}
