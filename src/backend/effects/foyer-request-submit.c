/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-request-submit.c - a client asks for something on the portal */

#include "effects/foyer-request-submit.h"

#include "effects/foyer-effects.h"
#include "effects/foyer-same-files.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"

#include <string.h>

/* A wish that comes again so soon is the same form. */
#define TWICE_SECONDS 600

/* How many of a client's last requests are looked at for that. */
#define RECENT 20

/* Characters of the text that stand for a subject. */
#define SUBJECT_LENGTH 80

/* --- The same form twice --- */

static gboolean
is_twin (FoyerTransaction *transaction, const FoyerRequestWish *wish, FoyerRecord *request)
{
  g_autoptr (JsonNode) kept = foyer_request_get_attachments (request);

  return foyer_request_get_kind (request) == (int) wish->kind
         && foyer_request_get_requested_at (request) + TWICE_SECONDS > transaction->now
         && foyer_request_get_status (request) != FOYER_REQUEST_WITHDRAWN
         && g_strcmp0 (foyer_request_get_person_id (request), wish->person_id) == 0
         && g_strcmp0 (foyer_request_get_property_id (request), wish->property_id) == 0
         && g_strcmp0 (foyer_request_get_about_id (request), wish->about_id) == 0
         && g_strcmp0 (foyer_request_get_service_id (request), wish->service_id) == 0
         && g_strcmp0 (foyer_request_get_body (request), wish->body) == 0
         && foyer_same_files (kept, wish->attachments);
}

gboolean
foyer_request_find_twin (FoyerTransaction *transaction,
                         const FoyerRequestWish *wish,
                         char **id,
                         GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_request_type);
  g_autoptr (GPtrArray) requests = NULL;

  foyer_query_where_text (query, "clientId", wish->client_id);
  foyer_query_order (query, "requestedAt", TRUE);
  foyer_query_limit (query, RECENT);
  requests = foyer_record_source_list (transaction->source, query, error);
  if (requests == NULL)
    return FALSE;
  *id = NULL;
  for (guint i = 0; i < requests->len && *id == NULL; i++) {
    if (is_twin (transaction, wish, requests->pdata[i]))
      *id = g_strdup (foyer_record_get_id (requests->pdata[i]));
  }
  return TRUE;
}

/* --- Writing it --- */

/* The first line, cut between words if it is long. */
static char *
make_subject (const char *body)
{
  g_autofree char *stripped = g_strstrip (g_strdup (body == NULL ? "" : body));
  g_autofree char *line = g_strndup (stripped, strcspn (stripped, "\n"));
  g_autofree char *cut = NULL;
  char *space;

  if (g_utf8_strlen (line, -1) <= SUBJECT_LENGTH)
    return g_steal_pointer (&line);
  cut = g_utf8_substring (line, 0, SUBJECT_LENGTH);
  space = strrchr (cut, ' ');
  if (space != NULL && space > cut)
    *space = '\0';
  return g_strconcat (cut, "…", NULL);
}

static void
set_text_if (JsonObject *json, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (json, name, text);
}

static void
set_list_if (JsonObject *json, const char *name, JsonArray *list)
{
  if (list != NULL && json_array_get_length (list) > 0)
    json_object_set_array_member (json, name, json_array_ref (list));
}

static JsonObject *
make_request (FoyerTransaction *transaction, const FoyerRequestWish *wish)
{
  const FoyerField *kinds = foyer_record_type_field (&foyer_request_type, "kind");
  g_auto (GStrv) words = g_strsplit (kinds->values, " ", -1);
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_request_type);
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autofree char *subject = wish->subject == NULL ? make_subject (wish->body) : g_strdup (wish->subject);
  JsonObject *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "clientId", wish->client_id);
  set_text_if (json, "personId", wish->person_id);
  json_object_set_string_member (json, "kind", words[wish->kind]);
  json_object_set_string_member (json, "status", "new");
  json_object_set_string_member (json, "subject", subject);
  set_text_if (json, "body", wish->body);
  set_text_if (json, "propertyId", wish->property_id);
  set_text_if (json, "serviceId", wish->service_id);
  set_text_if (json, "aboutId", wish->about_id);
  set_list_if (json, "preferredTimes", wish->preferred_times);
  set_list_if (json, "attachments", wish->attachments);
  json_object_set_boolean_member (json, "urgent", wish->urgent);
  json_object_set_string_member (json, "source", "portal");
  json_object_set_string_member (json, "requestedAt", now);
  foyer_record_type_fill_defaults (&foyer_request_type, json);
  return json;
}

static gboolean
check_values (JsonObject *request, GError **error)
{
  g_autoptr (GPtrArray) problems = foyer_record_type_check (&foyer_request_type, request);
  FoyerProblem *problem;

  if (problems->len == 0)
    return TRUE;
  problem = problems->pdata[0];
  g_set_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_INVALID, "%s: expected %s", problem->field,
               problem->expected);
  return FALSE;
}

static gboolean
write_request (FoyerTransaction *transaction, JsonObject *request, GError **error)
{
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (!foyer_effects_apply (transaction, &foyer_request_type, NULL, request, &refusal)) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A request was refused: %s",
                 foyer_json_object_text (refusal, "description"));
    return FALSE;
  }
  stored = foyer_transaction_put (transaction, &foyer_request_type, request, error);
  return stored != NULL;
}

char *
foyer_request_submit (FoyerTransaction *transaction, const FoyerRequestWish *wish, GError **error)
{
  g_autofree char *twin = NULL;
  g_autoptr (JsonObject) request = NULL;

  g_return_val_if_fail (transaction->actor == FOYER_BY_CLIENT, NULL);

  if (!foyer_request_find_twin (transaction, wish, &twin, error))
    return NULL;
  if (twin != NULL)
    return g_steal_pointer (&twin);
  request = make_request (transaction, wish);
  if (!check_values (request, error) || !write_request (transaction, request, error))
    return NULL;
  return g_strdup (foyer_json_object_text (request, "id"));
}
