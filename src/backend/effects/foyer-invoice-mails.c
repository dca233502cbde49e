/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invoice-mails.c - whoever may see an invoice is mailed that it is there */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "foyer-portal-access.h"
#include "foyer-portal-view.h"
#include "foyer-settings.h"
#include "types/client.h"
#include "types/invoice.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

/* Who pays sees the bill, and nobody else. */
static const char *
get_payer (FoyerRecord *invoice)
{
  const char *payer = foyer_invoice_get_bill_to_id (invoice);

  return payer != NULL ? payer : foyer_invoice_get_client_id (invoice);
}

static gboolean
tell (FoyerTransaction *transaction,
      JsonObject *invoice,
      const char *client_id,
      const char *person_id,
      GError **error)
{
  g_auto (FoyerClientReader) reader = { 0 };
  g_autoptr (GHashTable) values = NULL;
  FoyerMailContext context;

  if (!foyer_client_reader_open (&reader, transaction, client_id, person_id, error))
    return FALSE;
  context = foyer_client_reader_context (&reader, reader.language);
  values = foyer_mail_invoice_values (&context, invoice);
  return foyer_client_mail_submit (&reader, FOYER_MAIL_INVOICE, "invoice",
                                   foyer_json_object_text (invoice, "id"), values, error);
}

/* Whoever may see money need not see that of all sites (A10). */
static gboolean
may_see (FoyerTransaction *transaction,
         FoyerRecord *invoice,
         FoyerRecord *person,
         gboolean *may,
         GError **error)
{
  const FoyerPortalViewer viewer = { .client_id = get_payer (invoice),
                                     .person_id = foyer_record_get_id (person),
                                     .scopes = FOYER_ALL_SCOPES,
                                     .permissions = FOYER_ALL_PERMISSIONS };
  g_autoptr (FoyerRecord) settings = NULL;

  *may = FALSE;
  if (foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_ACTIVE
      || (foyer_permissions_of_person (person) & (1u << FOYER_PERMISSION_SEE_MONEY)) == 0)
    return TRUE;
  settings = foyer_settings_get (transaction->source, error);
  return settings != NULL
         && foyer_portal_view_sees (transaction->source, &viewer, settings, invoice, transaction->now, may,
                                    error);
}

gboolean
foyer_invoice_mails_submit (FoyerTransaction *transaction, JsonObject *invoice, guint *n_told, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (FoyerRecord) record = foyer_record_from_json (&foyer_invoice_type, invoice, error);
  g_autoptr (GPtrArray) people = NULL;
  gboolean on;

  *n_told = 0;
  if (record == NULL || !foyer_client_reads_portal (transaction, get_payer (record), &on, error))
    return FALSE;
  if (!on)
    return TRUE;
  foyer_query_where_text (query, "clientId", get_payer (record));
  people = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; people != NULL && i < people->len; i++) {
    gboolean may;

    if (!may_see (transaction, record, people->pdata[i], &may, error)
        || (may
            && !tell (transaction, invoice, get_payer (record), foyer_record_get_id (people->pdata[i]),
                      error)))
      return FALSE;
    *n_told += may;
  }
  return people != NULL;
}
