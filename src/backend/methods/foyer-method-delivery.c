/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-delivery.c - Delivery/resend: a mail of which nobody knows whether it arrived leaves once more */

#include "methods/foyer-methods.h"

#include "effects/foyer-effects.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "mail/foyer-outgoing-mail.h"
#include "methods/foyer-record-rights.h"
#include "types/delivery.h"

static gboolean
send_again (FoyerMethodContext *context, FoyerRecord *delivery, gboolean *is_kept, GError **error)
{
  g_autoptr (JsonObject) before = foyer_record_to_json (delivery);
  g_autoptr (FoyerRecord) after = NULL;
  g_autoptr (JsonObject) json = NULL;

  if (!foyer_outgoing_mail_send_again (context->transaction, delivery, is_kept, error))
    return FALSE;
  if (!*is_kept)
    return TRUE;
  if (!foyer_record_source_look_up (context->transaction->source, &foyer_delivery_type,
                                    foyer_record_get_id (delivery), &after, error))
    return FALSE;
  json = foyer_record_to_json (after);
  return foyer_audit_write (context->transaction, &foyer_delivery_type, "resend", "resend", before, json,
                            error);
}

JsonObject *
foyer_method_resend (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  const char *id = foyer_json_object_text (arguments, "id");
  g_autoptr (FoyerRecord) delivery = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean is_kept = FALSE;
  JsonObject *answer;

  if (id == NULL)
    return foyer_method_refuse (error, "invalidArguments", "id must be given");
  if (!foyer_record_source_look_up (context->transaction->source, &foyer_delivery_type, id, &delivery,
                                    &failure))
    return foyer_method_fail (error, failure);
  if (!foyer_record_rights_check (context, &foyer_delivery_type, FOYER_STAFF_ISSUE, delivery, NULL, NULL,
                                  error))
    return NULL;
  if (delivery == NULL)
    return foyer_method_refuse (error, "invalidArguments", "There is no such delivery");
  if (foyer_delivery_get_status (delivery) != FOYER_DELIVERY_UNCERTAIN)
    return foyer_method_refuse (error, "invalidArguments",
                                "Only a mail of which nobody knows whether it arrived is sent again");
  if (!send_again (context, delivery, &is_kept, &failure))
    return foyer_method_fail (error, failure);
  if (!is_kept)
    return foyer_method_refuse (error, "invalidArguments", "This mail is too old to be sent again");
  answer = json_object_new ();
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "id", id);
  return answer;
}
