/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-methods.c - which method a call names, and whether its account is the caller's */

#include "methods/foyer-methods.h"

#include "foyer-json.h"

#include <string.h>

typedef JsonObject *(*TypeMethod) (FoyerMethodContext *context,
                                   const FoyerRecordType *type,
                                   JsonObject *arguments,
                                   JsonObject **error);
typedef JsonObject *(*Method) (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);

static const struct {
  const char *verb;
  TypeMethod method;
  gboolean writes;
} type_methods[] = {
  { "get", foyer_method_get, FALSE },
  { "changes", foyer_method_changes, FALSE },
  { "query", foyer_method_query, FALSE },
  { "set", foyer_method_set, TRUE },
};

/* The capability that a method belongs to. */
typedef enum {
  CORE,
  BLOBS,
  STAFF,
} Capability;

static const struct {
  const char *name;
  Method method;
  gboolean writes;
  Capability capability;
} named_methods[] = {
  { "Blob/copy", foyer_method_blob_copy, FALSE, CORE },
  { "Blob/get", foyer_method_blob_get, FALSE, BLOBS },
  { "Blob/upload", foyer_method_blob_upload, TRUE, BLOBS },
  { "Delivery/resend", foyer_method_resend, TRUE, STAFF },
  { "Op/status", foyer_method_op_status, FALSE, STAFF },
  { "Op/skip", foyer_method_op_skip, TRUE, STAFF },
  { "Picture/fetch", foyer_method_fetch_picture, TRUE, STAFF },
  { "Portal/compare", foyer_method_compare, FALSE, STAFF },
  { "Portal/open", foyer_method_open, TRUE, STAFF },
  { "Sync/digest", foyer_method_digest, FALSE, STAFF },
  { "Secret/issue", foyer_method_issue_secret, TRUE, STAFF },
};

JsonObject *
foyer_method_fail (JsonObject **error, GError *failure)
{
  g_warning ("A call failed: %s", failure == NULL ? "no reason given" : failure->message);
  *error = foyer_jmap_error_new ("serverFail", "The server has trouble of its own; nothing was done");
  return NULL;
}

JsonObject *
foyer_method_refuse (JsonObject **error, const char *type, const char *description)
{
  *error = foyer_jmap_error_new (type, description);
  return NULL;
}

gboolean
foyer_method_is_kind_or_absent (JsonObject *object, const char *name, GType kind)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node)
         || (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == kind);
}

gboolean
foyer_methods_is_write (const char *name)
{
  if (g_str_has_suffix (name, "/set"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (named_methods); i++) {
    if (strcmp (named_methods[i].name, name) == 0)
      return named_methods[i].writes;
  }
  return FALSE;
}

static gboolean
is_own_account (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  const char *account = foyer_json_object_text (arguments, "accountId");

  if (account == NULL) {
    foyer_method_refuse (error, "invalidArguments", "accountId must be given");
    return FALSE;
  }
  if (strcmp (account, context->staff->organisation->id) == 0)
    return TRUE;
  foyer_method_refuse (error, "accountNotFound", NULL);
  return FALSE;
}

static JsonObject *
call_type_method (FoyerMethodContext *context,
                  const FoyerRecordType *type,
                  const char *verb,
                  JsonObject *arguments,
                  JsonObject **error)
{
  if (strcmp (verb, "queryChanges") == 0) {
    if (!is_own_account (context, arguments, error))
      return NULL;
    if (foyer_json_object_text (arguments, "sinceQueryState") == NULL)
      return foyer_method_refuse (error, "invalidArguments", "sinceQueryState must be a string");
    return foyer_method_refuse (error, "cannotCalculateChanges", "Ask /query again");
  }
  for (guint i = 0; i < G_N_ELEMENTS (type_methods); i++) {
    if (strcmp (type_methods[i].verb, verb) != 0)
      continue;
    if (!is_own_account (context, arguments, error))
      return NULL;
    if (type_methods[i].method == foyer_method_set && json_object_has_member (arguments, "op"))
      return foyer_method_set_logged (context, type, arguments, error);
    return type_methods[i].method (context, type, arguments, error);
  }
  return foyer_method_refuse (error, "unknownMethod", NULL);
}

static gboolean
is_used (FoyerMethodContext *context, Capability capability)
{
  switch (capability) {
  case CORE:
    return context->with_core;
  case BLOBS:
    return context->with_blobs;
  case STAFF:
  default:
    return context->with_staff_capability;
  }
}

JsonObject *
foyer_methods_call (FoyerMethodContext *context, const char *name, JsonObject *arguments, JsonObject **error)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", 2);
  const FoyerRecordType *type;

  if (strcmp (name, "Core/echo") == 0 && context->with_core)
    return foyer_json_copy_object (arguments);
  for (guint i = 0; i < G_N_ELEMENTS (named_methods); i++) {
    if (strcmp (named_methods[i].name, name) != 0 || !is_used (context, named_methods[i].capability))
      continue;
    return is_own_account (context, arguments, error) ? named_methods[i].method (context, arguments, error)
                                                      : NULL;
  }
  if (!context->with_staff_capability || parts[0] == NULL || parts[1] == NULL)
    return foyer_method_refuse (error, "unknownMethod", NULL);
  type = foyer_record_type_by_name (parts[0]);
  if (type == NULL)
    return foyer_method_refuse (error, "unknownMethod", NULL);
  return call_type_method (context, type, parts[1], arguments, error);
}
