/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-visit-mails.c - who hears that a visit was cancelled */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "types/booking.h"
#include "types/visit.h"

/* The person who booked it, if it came of a booking. */
static gboolean
find_person (FoyerTransaction *transaction, JsonObject *visit, char **person_id, GError **error)
{
  g_autoptr (FoyerRecord) booking = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_booking_type,
                                    foyer_json_object_text (visit, "bookingId"), &booking, error))
    return FALSE;
  *person_id = booking == NULL ? NULL : g_strdup (foyer_booking_get_person_id (booking));
  return TRUE;
}

static gboolean
tell (FoyerClientReader *reader, JsonObject *visit, GError **error)
{
  FoyerTransaction *transaction = reader->transaction;
  gboolean by_client = transaction->actor == FOYER_BY_CLIENT;
  const char *id = foyer_json_object_text (visit, "id");
  const FoyerMailContext context
      = foyer_client_reader_context (reader, by_client ? reader->business->language : reader->language);
  g_autoptr (GHashTable) values
      = foyer_mail_record_values (&context, visit, "/visits/", foyer_json_object_text (visit, "cancelReason"),
                                  error);

  if (values == NULL)
    return FALSE;
  if (by_client)
    return foyer_team_notices_submit (transaction, FOYER_MAIL_TEAM_CANCEL,
                                      foyer_json_object_text (visit, "clientId"), id, values, error);
  return foyer_client_mail_submit (reader, FOYER_MAIL_BOOKING_ANSWER, "booked", id, values, error);
}

gboolean
foyer_visit_mails_submit (FoyerTransaction *transaction, JsonObject *visit, GError **error)
{
  FoyerClientReader reader = { 0 };
  g_autofree char *person_id = NULL;
  gboolean done = find_person (transaction, visit, &person_id, error)
                  && foyer_client_reader_open (&reader, transaction,
                                               foyer_json_object_text (visit, "clientId"), person_id, error)
                  && tell (&reader, visit, error);

  foyer_client_reader_clear (&reader);
  return done;
}
