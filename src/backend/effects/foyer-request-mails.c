/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-request-mails.c - what clients and the team are mailed about requests */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "types/request.h"

#include <string.h>

typedef struct {
  FoyerTransaction *transaction;
  JsonObject *request;
  FoyerClientReader reader;
} Telling;

static GHashTable *
make_values (Telling *self, const char *message, GError **error)
{
  const FoyerMailContext context = foyer_client_reader_context (&self->reader, self->reader.language);

  return foyer_mail_request_values (&context, self->request, message, error);
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
