/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-jmap-session.c - the session document, read and written */

#include "foyer-jmap-session.h"

#include "foyer-jmap.h"
#include "foyer-json.h"

#include <string.h>

const char *const foyer_jmap_collations[] = { FOYER_JMAP_ASCII_CASEMAP, FOYER_JMAP_UNICODE_CASEMAP, NULL };

FoyerJmapSession *
foyer_jmap_session_new (void)
{
  FoyerJmapSession *self = g_new0 (FoyerJmapSession, 1);

  self->max_calls = FOYER_JMAP_MAX_CALLS;
  self->max_objects_in_get = FOYER_JMAP_MAX_OBJECTS;
  self->max_objects_in_set = FOYER_JMAP_MAX_OBJECTS;
  self->max_request = FOYER_JMAP_MAX_REQUEST;
  self->max_upload = FOYER_JMAP_MAX_UPLOAD;
  self->max_concurrent_upload = FOYER_JMAP_MAX_CONCURRENT_UPLOAD;
  self->max_sources = FOYER_JMAP_MAX_SOURCES;
  return self;
}

void
foyer_jmap_session_free (FoyerJmapSession *self)
{
  if (self == NULL)
    return;
  g_free (self->username);
  g_free (self->account_id);
  g_free (self->account_name);
  g_free (self->api_url);
  g_free (self->download_url);
  g_free (self->upload_url);
  g_free (self->event_source_url);
  g_free (self->state);
  g_free (self->epoch);
  g_free (self->role);
  g_free (self->staff_id);
  g_free (self);
}

static JsonObject *
write_core (FoyerJmapSession *self)
{
  JsonObject *core = json_object_new ();
  JsonArray *collations = json_array_new ();

  json_object_set_int_member (core, "maxSizeUpload", (gint64) self->max_upload);
  json_object_set_int_member (core, "maxConcurrentUpload", self->max_concurrent_upload);
  json_object_set_int_member (core, "maxSizeRequest", (gint64) self->max_request);
  json_object_set_int_member (core, "maxConcurrentRequests", FOYER_JMAP_MAX_CONCURRENT);
  json_object_set_int_member (core, "maxCallsInRequest", self->max_calls);
  json_object_set_int_member (core, "maxObjectsInGet", self->max_objects_in_get);
  json_object_set_int_member (core, "maxObjectsInSet", self->max_objects_in_set);
  for (guint i = 0; foyer_jmap_collations[i] != NULL; i++)
    json_array_add_string_element (collations, foyer_jmap_collations[i]);
  json_object_set_array_member (core, "collationAlgorithms", collations);
  return core;
}

static JsonObject *
write_staff (FoyerJmapSession *self)
{
  JsonObject *staff = json_object_new ();

  json_object_set_string_member (staff, "epoch", self->epoch);
  json_object_set_string_member (staff, "role", self->role);
  json_object_set_string_member (staff, "staffId", self->staff_id);
  return staff;
}

static JsonObject *
write_blob (FoyerJmapSession *self)
{
  JsonObject *blob = json_object_new ();
  JsonArray *digests = json_array_new ();

  json_object_set_int_member (blob, "maxSizeBlobSet", FOYER_JMAP_MAX_BLOB);
  json_object_set_int_member (blob, "maxDataSources", self->max_sources);
  json_object_set_array_member (blob, "supportedTypeNames", json_array_new ());
  json_array_add_string_element (digests, "sha-256");
  json_object_set_array_member (blob, "supportedDigestAlgorithms", digests);
  return blob;
}

static JsonObject *
write_accounts (FoyerJmapSession *self)
{
  JsonObject *accounts = json_object_new ();
  JsonObject *account = json_object_new ();
  JsonObject *capabilities = json_object_new ();

  json_object_set_object_member (capabilities, FOYER_JMAP_CORE, json_object_new ());
  json_object_set_object_member (capabilities, FOYER_JMAP_BLOB, write_blob (self));
  json_object_set_object_member (capabilities, FOYER_JMAP_STAFF, write_staff (self));
  json_object_set_string_member (account, "name", self->account_name);
  json_object_set_boolean_member (account, "isPersonal", FALSE);
  json_object_set_boolean_member (account, "isReadOnly", g_strcmp0 (self->role, "viewer") == 0);
  json_object_set_object_member (account, "accountCapabilities", capabilities);
  json_object_set_object_member (accounts, self->account_id, account);
  return accounts;
}

char *
foyer_jmap_session_to_text (FoyerJmapSession *self)
{
  g_autoptr (JsonObject) json = json_object_new ();
  JsonObject *capabilities = json_object_new ();
  JsonObject *primary = json_object_new ();

  json_object_set_object_member (capabilities, FOYER_JMAP_CORE, write_core (self));
  json_object_set_object_member (capabilities, FOYER_JMAP_BLOB, json_object_new ());
  json_object_set_object_member (capabilities, FOYER_JMAP_STAFF, json_object_new ());
  json_object_set_object_member (json, "capabilities", capabilities);
  json_object_set_object_member (json, "accounts", write_accounts (self));
  json_object_set_string_member (primary, FOYER_JMAP_CORE, self->account_id);
  json_object_set_string_member (primary, FOYER_JMAP_BLOB, self->account_id);
  json_object_set_string_member (primary, FOYER_JMAP_STAFF, self->account_id);
  json_object_set_object_member (json, "primaryAccounts", primary);
  json_object_set_string_member (json, "username", self->username);
  json_object_set_string_member (json, "apiUrl", self->api_url);
  json_object_set_string_member (json, "downloadUrl", self->download_url);
  json_object_set_string_member (json, "uploadUrl", self->upload_url);
  json_object_set_string_member (json, "eventSourceUrl", self->event_source_url);
  json_object_set_string_member (json, "state", self->state);
  return foyer_json_canonical_object (json);
}

static gboolean
missing (GError **error, const char *what)
{
  g_set_error (error, FOYER_JSON_ERROR, FOYER_JSON_ERROR_TYPE, "The session has no %s", what);
  return FALSE;
}

static gboolean
is_on_the_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0) && host != NULL && *host != '\0';
}

/* Templates hold braces, which are no URI; they are put back after resolving. */
static char *
resolve (const char *base, const char *reference)
{
  g_autoptr (GString) escaped = g_string_new (reference);
  g_autoptr (GUri) from = g_uri_parse (base, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GUri) uri = NULL;
  g_autofree char *absolute = NULL;
  g_autoptr (GString) restored = NULL;

  g_string_replace (escaped, "{", "%7B", 0);
  g_string_replace (escaped, "}", "%7D", 0);
  uri = from == NULL ? NULL : g_uri_parse_relative (from, escaped->str, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || !is_on_the_web (uri))
    return NULL;
  absolute = g_uri_to_string (uri);
  restored = g_string_new (absolute);
  g_string_replace (restored, "%7B", "{", 0);
  g_string_replace (restored, "%7D", "}", 0);
  return g_string_free (g_steal_pointer (&restored), FALSE);
}

static gboolean
read_addresses (FoyerJmapSession *self, JsonObject *json, const char *base, GError **error)
{
  const char *api = foyer_json_object_text (json, "apiUrl");
  const char *events = foyer_json_object_text (json, "eventSourceUrl");
  const char *download = foyer_json_object_text (json, "downloadUrl");
  const char *upload = foyer_json_object_text (json, "uploadUrl");

  if (api == NULL || (self->api_url = resolve (base, api)) == NULL)
    return missing (error, "apiUrl");
  self->event_source_url = events == NULL ? NULL : resolve (base, events);
  self->download_url = download == NULL ? NULL : resolve (base, download);
  self->upload_url = upload == NULL ? NULL : resolve (base, upload);
  return TRUE;
}

static void
read_limits (FoyerJmapSession *self, JsonObject *core)
{
  self->max_calls
      = (guint) CLAMP (foyer_json_object_integer (core, "maxCallsInRequest", 16), 1, FOYER_JMAP_MAX_CALLS);
  self->max_objects_in_get
      = (guint) CLAMP (foyer_json_object_integer (core, "maxObjectsInGet", 256), 1, FOYER_JMAP_MAX_OBJECTS);
  self->max_objects_in_set
      = (guint) CLAMP (foyer_json_object_integer (core, "maxObjectsInSet", 128), 1, FOYER_JMAP_MAX_OBJECTS);
  self->max_request = (gsize) CLAMP (foyer_json_object_integer (core, "maxSizeRequest", 1000000), 4096,
                                     FOYER_JMAP_MAX_REQUEST);
  self->max_upload
      = (gsize) CLAMP (foyer_json_object_integer (core, "maxSizeUpload", 0), 0, FOYER_JMAP_MAX_UPLOAD);
  self->max_concurrent_upload = (guint) CLAMP (foyer_json_object_integer (core, "maxConcurrentUpload", 1), 1,
                                               FOYER_JMAP_MAX_CONCURRENT_UPLOAD);
}

/* A server of another day offers another version of it, and the person is to be told which side is to be updated. */
static guint
find_staff_version (JsonObject *capabilities)
{
  g_autoptr (GList) names = capabilities == NULL ? NULL : json_object_get_members (capabilities);
  guint version = 0;

  for (GList *link = names; link != NULL; link = link->next) {
    const char *name = link->data;

    if (g_str_has_prefix (name, FOYER_JMAP_STAFF_FAMILY))
      version
          = MAX (version,
                 (guint) CLAMP (g_ascii_strtoll (name + strlen (FOYER_JMAP_STAFF_FAMILY), NULL, 10), 0, 999));
  }
  return version;
}

static gboolean
read_account (FoyerJmapSession *self, JsonObject *json, GError **error)
{
  JsonObject *accounts = foyer_json_object_object (json, "accounts");
  JsonObject *primary = foyer_json_object_object (json, "primaryAccounts");
  JsonObject *account;
  JsonObject *capabilities;
  JsonObject *staff;
  JsonObject *blob;
  const char *id = primary == NULL ? NULL : foyer_json_object_text (primary, FOYER_JMAP_STAFF);

  if (accounts == NULL)
    return missing (error, "accounts");
  if (id == NULL && primary != NULL)
    id = foyer_json_object_text (primary, FOYER_JMAP_CORE);
  account = id == NULL ? NULL : foyer_json_object_object (accounts, id);
  if (account == NULL)
    return missing (error, "account of its own");
  self->account_id = g_strdup (id);
  self->account_name = g_strdup (foyer_json_object_text (account, "name"));
  capabilities = foyer_json_object_object (account, "accountCapabilities");
  self->read_only = foyer_json_object_boolean (account, "isReadOnly", FALSE);
  self->staff_version = find_staff_version (capabilities);
  staff = capabilities == NULL ? NULL : foyer_json_object_object (capabilities, FOYER_JMAP_STAFF);
  blob = capabilities == NULL ? NULL : foyer_json_object_object (capabilities, FOYER_JMAP_BLOB);
  self->max_sources = blob == NULL ? 0
                                   : (guint) CLAMP (foyer_json_object_integer (blob, "maxDataSources", 64), 0,
                                                    FOYER_JMAP_MAX_SOURCES);
  if (staff != NULL) {
    self->staff = TRUE;
    self->epoch = g_strdup (foyer_json_object_text (staff, "epoch"));
    self->role = g_strdup (foyer_json_object_text (staff, "role"));
    self->staff_id = g_strdup (foyer_json_object_text (staff, "staffId"));
  }
  return TRUE;
}

FoyerJmapSession *
foyer_jmap_session_parse (const char *body, gsize length, const char *base, GError **error)
{
  g_autoptr (FoyerJmapSession) self = foyer_jmap_session_new ();
  g_autoptr (JsonObject) json = foyer_json_parse_object (body, (gssize) length, error);
  JsonObject *capabilities;
  JsonObject *core;

  if (json == NULL)
    return NULL;
  capabilities = foyer_json_object_object (json, "capabilities");
  core = capabilities == NULL ? NULL : foyer_json_object_object (capabilities, FOYER_JMAP_CORE);
  if (core == NULL) {
    missing (error, "JMAP core capability");
    return NULL;
  }
  read_limits (self, core);
  if (!read_addresses (self, json, base, error) || !read_account (self, json, error))
    return NULL;
  self->username = g_strdup (foyer_json_object_text (json, "username"));
  self->state = g_strdup (foyer_json_object_text (json, "state"));
  return g_steal_pointer (&self);
}

char *
foyer_jmap_expand (const char *template, ...)
{
  GString *out = g_string_new (template);
  va_list arguments;
  const char *name;

  va_start (arguments, template);
  while ((name = va_arg (arguments, const char *)) != NULL) {
    g_autofree char *variable = g_strconcat ("{", name, "}", NULL);
    g_autofree char *value = g_uri_escape_string (va_arg (arguments, const char *), NULL, FALSE);

    g_string_replace (out, variable, value, 0);
  }
  va_end (arguments);
  return g_string_free (out, FALSE);
}
