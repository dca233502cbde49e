/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-compare.c - Portal/compare: what the server would show somebody, as hashes, for a console that previews it */

#include "methods/foyer-methods.h"

#include "blobs/foyer-blob-public.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-portal-look.h"
#include "foyer-settings.h"
#include "types/portal_settings.h"

typedef struct {
  FoyerPortalViewer viewer;
  const char *address;
  gint64 version;
  gint64 now;
  JsonObject *states;
  gboolean with_page;
} Question;

/* A member that is a text or null; FALSE if it is neither. */
static gboolean
read_id (JsonObject *object, const char *member, const char **id)
{
  JsonNode *node = json_object_get_member (object, member);

  *id = node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : foyer_json_node_text (node);
  return node == NULL || JSON_NODE_HOLDS_NULL (node) || *id != NULL;
}

static const char *
read_question (JsonObject *arguments, Question *question)
{
  JsonObject *viewer = foyer_json_object_object (arguments, "viewer");
  const char *now = foyer_json_object_text (arguments, "now");

  question->viewer.scopes = FOYER_ALL_SCOPES;
  question->viewer.permissions = FOYER_ALL_PERMISSIONS;
  if (viewer == NULL || !read_id (viewer, "clientId", &question->viewer.client_id)
      || !read_id (viewer, "personId", &question->viewer.person_id)
      || !read_id (viewer, "linkId", &question->viewer.link_id))
    return "viewer must name client, person and link by their ids, or null";
  question->address = foyer_json_object_text (arguments, "page");
  if (question->address == NULL || question->address[0] != '/')
    return "page must be an address of the portal";
  question->version = foyer_json_object_integer (arguments, "settings", -1);
  if (question->version < 0)
    return "settings must be the number of a version";
  if (now == NULL || !foyer_utc_parse (now, &question->now, NULL))
    return "now must be a UTC date";
  if (json_object_has_member (arguments, "withPage")
      && !JSON_NODE_HOLDS_VALUE (json_object_get_member (arguments, "withPage")))
    return "withPage must be true or false";
  question->with_page = foyer_json_object_boolean (arguments, "withPage", FALSE);
  question->states = foyer_json_object_object (arguments, "states");
  return question->states == NULL ? "states must be the states of the types that the page was made from"
                                  : NULL;
}

/* Sets in @differing the present state of every type of which the caller knows another. */
static const char *
compare_states (FoyerMethodContext *context, Question *question, JsonObject *differing, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (question->states);

  for (GList *l = names; l != NULL; l = l->next) {
    const FoyerRecordType *type = foyer_record_type_by_name (l->data);
    const char *known = foyer_json_object_text (question->states, l->data);
    g_autofree char *present = NULL;

    if (type == NULL || known == NULL)
      return "states names something that is no record type";
    present = foyer_transaction_get_state (context->transaction, type, error);
    if (present == NULL)
      return NULL;
    if (g_strcmp0 (present, known) != 0)
      json_object_set_string_member (differing, type->name, present);
  }
  return NULL;
}

static GBytes *
open_picture (const char *blob_id, gpointer data)
{
  FoyerMethodContext *context = data;

  return foyer_blob_public_open (context->blobs->database, context->blobs->files,
                                 context->staff->organisation->number, blob_id, NULL);
}

/* As the hash is of it: with empty slots. */
static void
add_page (JsonObject *answer, FoyerPortalPage *page)
{
  GBytes *bytes = foyer_portal_page_get_bytes (page);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  json_object_set_string_member (answer, "page", text);
}

static gboolean
make_hashes (FoyerMethodContext *context,
             const Question *question,
             FoyerRecord *settings,
             JsonObject *answer,
             GError **error)
{
  FoyerPortalLook look = { .source = context->transaction->source,
                           .viewer = &question->viewer,
                           .settings = settings,
                           .now = question->now,
                           .open_picture = open_picture,
                           .data = context };
  g_autoptr (JsonObject) view = NULL;
  g_autoptr (FoyerPortalPage) page = foyer_portal_look_page (&look, question->address, &view, NULL, error);
  g_autofree char *view_hash = NULL;
  g_autofree char *page_hash = NULL;

  if (page == NULL)
    return FALSE;
  view_hash = foyer_json_hash (view);
  page_hash = foyer_portal_page_hash (page);
  json_object_set_string_member (answer, "viewHash", view_hash);
  json_object_set_string_member (answer, "pageHash", page_hash);
  if (question->with_page)
    add_page (answer, page);
  return TRUE;
}

static JsonObject *
say_mismatch (JsonObject *differing, gint64 version, JsonObject **error)
{
  foyer_method_refuse (error, "stateMismatch",
                       "The page was made from other records than the server has now");
  json_object_set_object_member (*error, "states", json_object_ref (differing));
  json_object_set_int_member (*error, "settings", version);
  return NULL;
}

JsonObject *
foyer_method_compare (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonObject) differing = json_object_new ();
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (GError) failure = NULL;
  Question question = { 0 };
  const char *complaint = read_question (arguments, &question);
  gint64 version;

  if (complaint == NULL)
    complaint = compare_states (context, &question, differing, &failure);
  if (complaint != NULL)
    return foyer_method_refuse (error, "invalidArguments", complaint);
  if (failure == NULL)
    settings = foyer_settings_get (context->transaction->source, &failure);
  if (settings == NULL)
    return foyer_method_fail (error, failure);
  version = foyer_portal_settings_get_version (settings);
  if (json_object_get_size (differing) > 0 || version != question.version)
    return say_mismatch (differing, version, error);
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  if (!make_hashes (context, &question, settings, answer, &failure))
    return foyer_method_fail (error, failure);
  return g_steal_pointer (&answer);
}
