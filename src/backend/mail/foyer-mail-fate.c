/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-fate.c - what became of a mail after it had left comes back to the records that it was of */

#include "mail/foyer-mail-fate.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "types/delivery.h"
#include "types/invite.h"
#include "types/portal_person.h"

gint64
foyer_mail_fate_find_organisation (FoyerDatabase *database, const char *delivery_id, GError **error)
{
  g_autoptr (FoyerStatement) select
      = foyer_database_prepare (database,
                                "SELECT account.organisation FROM account JOIN delivery"
                                " ON delivery.organisation = account.organisation AND delivery.id = $1",
                                error);
  g_autoptr (GError) failure = NULL;

  if (select == NULL)
    return -1;
  foyer_statement_bind_text (select, 1, delivery_id);
  if (foyer_statement_step (select, &failure))
    return foyer_statement_get_integer (select, 0);
  if (failure == NULL)
    return 0;
  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}

/* --- Its records --- */

static void
set_text (JsonObject *json, const char *name, const char *text)
{
  if (text == NULL)
    json_object_remove_member (json, name);
  else
    json_object_set_string_member (json, name, text);
}

static gboolean
put (FoyerTransaction *transaction, const FoyerRecordType *type, JsonObject *json, GError **error)
{
  g_autoptr (FoyerRecord) stored = foyer_transaction_put (transaction, type, json, error);

  return stored != NULL;
}

static gboolean
settle_delivery (FoyerTransaction *transaction,
                 FoyerRecord *delivery,
                 const FoyerMailReport *report,
                 GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (delivery);
  g_autofree char *now = foyer_utc_format (transaction->now);
  gboolean failed = report->fate == FOYER_MAIL_REPORT_FAILED;

  json_object_set_string_member (json, "status", failed ? "bounced" : "delivered");
  set_text (json, "reason", failed ? report->reason : NULL);
  if (!failed)
    json_object_set_string_member (json, "deliveredAt", now);
  return put (transaction, &foyer_delivery_type, json, error);
}

/* Whoever opened it got it, whatever is reported; and what staff did to it since then stands. */
static gboolean
settle_invite (FoyerTransaction *transaction, const char *id, const FoyerMailReport *report, GError **error)
{
  g_autoptr (FoyerRecord) invite = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *now = foyer_utc_format (transaction->now);
  FoyerInviteStatus status;

  if (id == NULL || foyer_record_type_of_id (id) != &foyer_invite_type)
    return TRUE;
  if (!foyer_record_source_look_up (transaction->source, &foyer_invite_type, id, &invite, error))
    return FALSE;
  status = invite == NULL ? FOYER_INVITE_REVOKED : (FoyerInviteStatus) foyer_invite_get_status (invite);
  if (status != FOYER_INVITE_QUEUED && status != FOYER_INVITE_SENT)
    return TRUE;
  json = foyer_record_to_json (invite);
  if (report->fate == FOYER_MAIL_REPORT_DELIVERED) {
    json_object_set_string_member (json, "status", "delivered");
    json_object_set_string_member (json, "deliveredAt", now);
  } else {
    json_object_set_string_member (json, "status", "bounced");
    json_object_set_string_member (json, "bouncedAt", now);
    set_text (json, "bounceReason", report->reason);
  }
  return put (transaction, &foyer_invite_type, json, error);
}

static gboolean
settle_person (FoyerTransaction *transaction,
               FoyerRecord *delivery,
               const FoyerMailReport *report,
               GError **error)
{
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (JsonObject) json = NULL;
  const char *email;

  if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type,
                                    foyer_delivery_get_person_id (delivery), &person, error))
    return FALSE;
  email = person == NULL ? NULL : foyer_portal_person_get_email (person);
  if (email == NULL || g_ascii_strcasecmp (email, foyer_delivery_get_to (delivery)) != 0)
    return TRUE;
  json = foyer_record_to_json (person);
  if (report->fate == FOYER_MAIL_REPORT_DELIVERED) {
    json_object_set_string_member (json, "mail", "good");
    json_object_remove_member (json, "mailReason");
  } else {
    json_object_set_string_member (json, "mail", "bounced");
    set_text (json, "mailReason", report->reason);
  }
  return put (transaction, &foyer_portal_person_type, json, error);
}

gboolean
foyer_mail_fate_settle (FoyerTransaction *transaction,
                        const FoyerMailReport *report,
                        gboolean *is_news,
                        GError **error)
{
  g_autoptr (FoyerRecord) delivery = NULL;
  FoyerDeliveryStatus status;

  *is_news = FALSE;
  if (!foyer_record_source_look_up (transaction->source, &foyer_delivery_type, report->delivery_id, &delivery,
                                    error))
    return FALSE;
  if (delivery == NULL)
    return TRUE;
  status = (FoyerDeliveryStatus) foyer_delivery_get_status (delivery);
  if (status != FOYER_DELIVERY_SENT && status != FOYER_DELIVERY_UNCERTAIN)
    return TRUE;
  *is_news = TRUE;
  return settle_delivery (transaction, delivery, report, error)
         && settle_invite (transaction, foyer_delivery_get_about_id (delivery), report, error)
         && settle_person (transaction, delivery, report, error);
}
