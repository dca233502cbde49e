/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-request-mails.c - what clients and the team are mailed about requests */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "types/property.h"
#include "types/request.h"

#include <string.h>

typedef struct {
  FoyerTransaction *transaction;
  JsonObject *request;
  FoyerClientReader reader;
} Telling;

static void
set_value (GHashTable *values, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (values, (gpointer) name, g_strdup (value));
}

static gboolean
set_site (Telling *self, GHashTable *values, GError **error)
{
  g_autoptr (FoyerRecord) site = NULL;

  if (!foyer_record_source_look_up (self->transaction->source, &foyer_property_type,
                                    foyer_json_object_text (self->request, "propertyId"), &site, error))
    return FALSE;
  if (site != NULL)
    set_value (values, "site",
               foyer_property_get_name (site) != NULL ? foyer_property_get_name (site)
                                                      : foyer_property_get_street (site));
  return TRUE;
}

static GHashTable *
make_values (Telling *self, const char *message, GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *link = self->transaction->portal_url == NULL
                              ? NULL
                              : g_strdup_printf ("%s/requests/%s", self->transaction->portal_url,
                                                 foyer_json_object_text (self->request, "id"));
  g_autofree char *number
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_json_object_integer (self->request, "number", 0));

  set_value (values, "service", foyer_json_object_text (self->request, "subject"));
  set_value (values, "number", number);
  set_value (values, "message", message);
  set_value (values, "link", link);
  set_value (values, "portal", self->transaction->portal_url);
  return set_site (self, values, error) ? g_steal_pointer (&values) : NULL;
}

static gboolean
tell_client (Telling *self, FoyerMailKind kind, const char *message, GError **error)
{
  g_autoptr (GHashTable) values = make_values (self, message, error);

  return values != NULL
         && foyer_client_mail_submit (&self->reader, kind, NULL, foyer_json_object_text (self->request, "id"),
                                      values, error);
}

static gboolean
tell_team (Telling *self, GError **error)
{
  g_autoptr (GHashTable) values = make_values (self, foyer_json_object_text (self->request, "body"), error);

  return values != NULL
         && foyer_team_notices_submit (self->transaction, FOYER_MAIL_TEAM_REQUEST,
                                       foyer_json_object_text (self->request, "clientId"),
                                       foyer_json_object_text (self->request, "id"), values, error);
}

/* The client reads what staff answer when they close it or ask back, and when they answer anything else than before. */
static gboolean
has_news (JsonObject *before, JsonObject *after)
{
  const char *status = foyer_json_object_text (after, "status");
  const char *answer = foyer_json_object_text (after, "answer");

  if (answer != NULL && *answer != '\0' && g_strcmp0 (foyer_json_object_text (before, "answer"), answer) != 0)
    return TRUE;
  return g_strcmp0 (foyer_json_object_text (before, "status"), status) != 0
         && (strcmp (status, "resolved") == 0 || strcmp (status, "declined") == 0);
}

static gboolean
tell (Telling *self, JsonObject *before, GError **error)
{
  switch (self->transaction->actor) {
  case FOYER_BY_CLIENT:
    return before != NULL
           || (tell_team (self, error) && tell_client (self, FOYER_MAIL_BOOKING_RECEIVED, NULL, error));
  case FOYER_BY_STAFF:
    return before == NULL || !has_news (before, self->request)
           || tell_client (self, FOYER_MAIL_REQUEST_ANSWER, foyer_json_object_text (self->request, "answer"),
                           error);
  case FOYER_BY_SERVER:
  default:
    return TRUE;
  }
}

gboolean
foyer_request_mails_submit (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            GError **error)
{
  Telling self = { .transaction = transaction, .request = after };
  gboolean done
      = foyer_client_reader_open (&self.reader, transaction, foyer_json_object_text (after, "clientId"),
                                  foyer_json_object_text (after, "personId"), error)
        && tell (&self, before, error);

  foyer_client_reader_clear (&self.reader);
  return done;
}
