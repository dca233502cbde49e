/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-mails.c - to whom at a client a mail goes, and whether they want it */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "foyer-settings.h"
#include "mail/foyer-outgoing-mail.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

gboolean
foyer_client_reader_open (FoyerClientReader *self,
                          FoyerTransaction *transaction,
                          const char *client_id,
                          const char *person_id,
                          GError **error)
{
  const char *own;
  const char *of_client;

  self->transaction = transaction;
  self->business = foyer_business_load (transaction->source, error);
  if (self->business == NULL
      || !foyer_record_source_look_up (transaction->source, &foyer_client_type, client_id, &self->client,
                                       error)
      || !foyer_record_source_look_up (transaction->source, &foyer_portal_person_type, person_id,
                                       &self->person, error))
    return FALSE;
  own = self->person == NULL ? NULL : foyer_portal_person_get_language (self->person);
  of_client = self->client == NULL ? NULL : foyer_client_get_language (self->client);
  self->language = own != NULL ? own : of_client != NULL ? of_client : self->business->language;
  return TRUE;
}

void
foyer_client_reader_clear (FoyerClientReader *self)
{
  g_clear_pointer (&self->business, foyer_business_free);
  g_clear_object (&self->person);
  g_clear_object (&self->client);
}

FoyerMailContext
foyer_client_reader_context (const FoyerClientReader *self, const char *language)
{
  return (FoyerMailContext){ .source = self->transaction->source,
                             .business = self->business,
                             .portal_url = self->transaction->portal_url,
                             .language = language };
}

gboolean
foyer_client_reads_portal (FoyerTransaction *transaction,
                           const char *client_id,
                           gboolean *reads,
                           GError **error)
{
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  g_autoptr (FoyerRecord) client = NULL;

  *reads = FALSE;
  if (settings == NULL
      || !foyer_record_source_look_up (transaction->source, &foyer_client_type, client_id, &client, error))
    return FALSE;
  *reads = client != NULL && foyer_portal_settings_get_portal_enabled (settings)
           && (!FOYER_HAS (client, client, portal_enabled) || foyer_client_get_portal_enabled (client));
  return TRUE;
}

/* Mail about @event, unless the person wants none (001-14). */
static gboolean
wants_mail (FoyerRecord *person, const char *event)
{
  g_autoptr (JsonNode) map = foyer_portal_person_get_notifications (person);
  FoyerPortalPersonStatus status = foyer_portal_person_get_status (person);
  JsonObject *chosen = NULL;

  if (foyer_portal_person_get_email (person) == NULL || status == FOYER_PORTAL_PERSON_DISABLED
      || status == FOYER_PORTAL_PERSON_REMOVED)
    return FALSE;
  if (event != NULL && map != NULL && JSON_NODE_HOLDS_OBJECT (map))
    chosen = foyer_json_object_object (json_node_get_object (map), event);
  return chosen == NULL || foyer_json_object_boolean (chosen, "email", TRUE);
}

gboolean
foyer_client_mail_submit (FoyerClientReader *self,
                          FoyerMailKind kind,
                          const char *event,
                          const char *about_id,
                          GHashTable *values,
                          GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;
  FoyerOutgoingMail mail
      = { .draft = { .kind = kind, .language = self->language, .values = values }, .about_id = about_id };

  if (self->person != NULL && wants_mail (self->person, event)) {
    mail.to = foyer_portal_person_get_email (self->person);
    mail.to_name = foyer_portal_person_get_name (self->person);
    mail.person_id = foyer_record_get_id (self->person);
  } else if (self->person == NULL && self->client != NULL) {
    /* Whoever asked by a link that names nobody. */
    mail.to = foyer_client_get_email (self->client);
    mail.to_name = foyer_client_get_name (self->client);
  }
  if (mail.to == NULL)
    return TRUE;
  if (self->client != NULL)
    mail.client_id = foyer_record_get_id (self->client);
  id = foyer_outgoing_mail_submit (self->transaction, &mail, &failure);
  if (id != NULL || failure->domain == FOYER_OUTGOING_MAIL_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
