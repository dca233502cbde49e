/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-profile.c - who looks: their contact data, what they are told of, and their other accounts */

#include "foyer-view-profile.h"

#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

/* The bearer of a link changes nothing about anybody unless the link may (A7); whoever signed in says how they are reached. */
static gboolean
may_change (FoyerViewContext *context)
{
  FoyerRecord *link = foyer_view_context_get (context, &foyer_portal_link_type, context->viewer->link_id);
  g_auto (GStrv) may = NULL;

  if (context->viewer->link_id == NULL)
    return context->access->person != NULL;
  if (link == NULL)
    return FALSE;
  may = FOYER_HAS (link, portal_link, may) ? foyer_portal_link_get_may (link)
                                           : foyer_portal_settings_get_access_link_may (context->settings);
  return g_strv_contains ((const char *const *) may, "change_contact");
}

static gboolean
wants (JsonObject *notifications, const char *event)
{
  JsonObject *wish = foyer_json_object_object (notifications, event);

  return wish != NULL && foyer_json_object_boolean (wish, "email", FALSE);
}

/* What they are told of by mail. Until they say something it is as the business tells the newly invited (001-14). */
static void
set_notifications (JsonObject *profile, FoyerViewContext *context)
{
  FoyerRecord *person = context->access->person;
  g_auto (GStrv) events = g_strsplit (FOYER_CLIENT_EVENT_WORDS, " ", -1);
  g_autoptr (JsonNode) chosen = FOYER_HAS (person, portal_person, notifications)
                                    ? foyer_portal_person_get_notifications (person)
                                    : foyer_portal_settings_get_notify_client_defaults (context->settings);
  JsonArray *list = json_array_new ();

  for (guint i = 0; events[i] != NULL; i++) {
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "event", events[i]);
    foyer_view_set_true_if (object, "email",
                            chosen != NULL && wants (json_node_get_object (chosen), events[i]));
    json_array_add_object_element (list, object);
  }
  json_object_set_array_member (profile, "notifications", list);
}

static void
set_person (JsonObject *profile, FoyerViewContext *context)
{
  FoyerRecord *person = context->access->person;
  const FoyerField *roles = foyer_record_type_field (&foyer_portal_person_type, "role");
  g_auto (GStrv) words = g_strsplit (roles->values, " ", -1);

  json_object_set_string_member (profile, "name", foyer_portal_person_get_name (person));
  foyer_view_set_text_if (profile, "phone", foyer_portal_person_get_phone (person));
  foyer_view_set_text_if (profile, "email", foyer_portal_person_get_email (person));
  foyer_view_set_text_if (profile, "language", foyer_portal_person_get_language (person));
  foyer_view_set_word (profile, "role", (const char *const *) words,
                       (int) foyer_portal_person_get_role (person));
  foyer_view_set_true_if (profile, "isPerson", TRUE);
  foyer_view_set_true_if (profile, "hasPassword", foyer_portal_person_get_has_password (person));
  set_notifications (profile, context);
}

static void
set_client (JsonObject *profile, FoyerRecord *client)
{
  json_object_set_string_member (profile, "name", foyer_client_get_name (client));
  foyer_view_set_text_if (profile, "phone", foyer_client_get_phone (client));
  foyer_view_set_text_if (profile, "email", foyer_client_get_email (client));
}

static void
set_rights (JsonObject *profile, FoyerViewContext *context)
{
  static const FoyerPermission told[] = { FOYER_PERMISSION_APPROVE_QUOTES, FOYER_PERMISSION_RAISE_REQUESTS,
                                          FOYER_PERMISSION_BOOK, FOYER_PERMISSION_SEE_MONEY };
  g_auto (GStrv) words = g_strsplit (FOYER_PERMISSION_WORDS, " ", -1);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (told); i++) {
    if (foyer_portal_access_may (context->access, told[i]))
      json_array_add_string_element (list, words[told[i]]);
  }
  json_object_set_array_member (profile, "may", list);
  if (context->access->property_ids != NULL)
    json_object_set_int_member (profile, "sites", g_strv_length (context->access->property_ids));
}

gboolean
foyer_portal_view_add_profile (JsonObject *view,
                               FoyerRecordSource *source,
                               const FoyerPortalViewer *viewer,
                               FoyerRecord *settings,
                               gint64 now,
                               GError **error)
{
  g_auto (FoyerViewContext) context = { 0 };
  JsonObject *profile;

  if (foyer_portal_view_get_state (view) != FOYER_PORTAL_OPEN)
    return TRUE;
  if (!foyer_view_context_open (&context, source, viewer, settings, now, error))
    return FALSE;
  profile = json_object_new ();
  if (context.access->person != NULL)
    set_person (profile, &context);
  else
    set_client (profile, context.access->client);
  foyer_view_set_true_if (profile, "mayChange", may_change (&context));
  set_rights (profile, &context);
  json_object_set_object_member (view, "profile", profile);
  if (context.failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&context.failure));
  return FALSE;
}

/* --- Other accounts (X11) --- */

static gboolean
is_open_to (FoyerViewContext *context, FoyerRecord *person, FoyerRecord **client)
{
  if (foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_ACTIVE)
    return FALSE;
  *client = foyer_view_context_get (context, &foyer_client_type, foyer_portal_person_get_client_id (person));
  return *client != NULL && !FOYER_HAS (*client, client, archived_at)
         && !FOYER_HAS (*client, client, merged_into_id)
         && (!FOYER_HAS (*client, client, portal_enabled) || foyer_client_get_portal_enabled (*client));
}

static void
add_people (JsonArray *list, FoyerViewContext *context, const char *email)
{
  FoyerQuery *query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;

  foyer_query_where_text (query, "email", email);
  foyer_query_order (query, "name", FALSE);
  people = foyer_view_context_list (context, query);
  for (guint i = 0; i < people->len; i++) {
    FoyerRecord *client;
    JsonObject *account;

    if (!is_open_to (context, people->pdata[i], &client))
      continue;
    account = json_object_new ();
    json_object_set_string_member (account, "id", foyer_record_get_id (people->pdata[i]));
    json_object_set_string_member (account, "name", foyer_client_get_name (client));
    foyer_view_set_true_if (account, "here",
                            g_strcmp0 (foyer_record_get_id (people->pdata[i]), context->viewer->person_id)
                                == 0);
    json_array_add_object_element (list, account);
  }
}

void
foyer_view_add_accounts (JsonObject *view, FoyerViewContext *context)
{
  FoyerRecord *person = context->access->person;
  const char *email = person == NULL ? NULL : foyer_portal_person_get_email (person);
  JsonArray *list;

  if (email == NULL || context->viewer->link_id != NULL)
    return;
  list = json_array_new ();
  add_people (list, context, email);
  if (json_array_get_length (list) > 1)
    json_object_set_array_member (view, "accounts", list);
  else
    json_array_unref (list);
}
