/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-quote-mails.c - whoever may answer a quote is mailed that it is there */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "foyer-portal-access.h"
#include "foyer-portal-view.h"
#include "foyer-settings.h"
#include "types/portal_person.h"
#include "types/quote.h"

/* One mail, to a person or to the client's own address. */
static gboolean
tell (FoyerTransaction *transaction, JsonObject *quote, const char *person_id, GError **error)
{
  const char *id = foyer_json_object_text (quote, "id");
  g_auto (FoyerClientReader) reader = { 0 };
  g_autoptr (GHashTable) values = NULL;
  FoyerMailContext context;

  if (!foyer_client_reader_open (&reader, transaction, foyer_json_object_text (quote, "clientId"), person_id,
                                 error))
    return FALSE;
  context = foyer_client_reader_context (&reader, reader.language);
  values = foyer_mail_quote_values (&context, quote);
  return foyer_client_mail_submit (&reader, FOYER_MAIL_QUOTE, "quote", id, values, error);
}

/* Whoever may approve quotes need not see those of all sites (A10). */
static gboolean
may_answer (FoyerTransaction *transaction,
            FoyerRecord *quote,
            FoyerRecord *person,
            gboolean *may,
            GError **error)
{
  const FoyerPortalViewer viewer = { .client_id = foyer_quote_get_client_id (quote),
                                     .person_id = foyer_record_get_id (person),
                                     .scopes = FOYER_ALL_SCOPES,
                                     .permissions = FOYER_ALL_PERMISSIONS };
  g_autoptr (FoyerRecord) settings = NULL;

  *may = FALSE;
  if (foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_ACTIVE
      || (foyer_permissions_of_person (person) & (1u << FOYER_PERMISSION_APPROVE_QUOTES)) == 0)
    return TRUE;
  settings = foyer_settings_get (transaction->source, error);
  return settings != NULL
         && foyer_portal_view_sees (transaction->source, &viewer, settings, quote, transaction->now, may,
                                    error);
}

gboolean
foyer_quote_mails_submit (FoyerTransaction *transaction, JsonObject *quote, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (FoyerRecord) record = foyer_record_from_json (&foyer_quote_type, quote, error);
  g_autoptr (GPtrArray) people = NULL;
  guint n_told = 0;

  if (record == NULL)
    return FALSE;
  foyer_query_where_text (query, "clientId", foyer_json_object_text (quote, "clientId"));
  people = foyer_record_source_list (transaction->source, query, error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++) {
    gboolean may;

    if (!may_answer (transaction, record, people->pdata[i], &may, error)
        || (may && !tell (transaction, quote, foyer_record_get_id (people->pdata[i]), error)))
      return FALSE;
    n_told += may;
  }
  return n_told > 0 || tell (transaction, quote, NULL, error);
}
