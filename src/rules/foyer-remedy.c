/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-remedy.c - a fix that a machine can carry out */

#include "foyer-remedy.h"

#include "foyer-date.h"
#include "foyer-json.h"

static const char *const names[FOYER_N_REMEDY_KINDS] = {
  [FOYER_REMEDY_TURN_PORTAL_ON] = "turn-portal-on",
  [FOYER_REMEDY_EDIT_SETTING] = "edit-setting",
  [FOYER_REMEDY_PUBLISH_DRAFT] = "publish-draft",
  [FOYER_REMEDY_OPEN_SETTING] = "open-setting",
  [FOYER_REMEDY_ENABLE_CLIENT] = "enable-client",
  [FOYER_REMEDY_SECURE_CLIENT] = "secure-client",
  [FOYER_REMEDY_EDIT_CLIENT] = "edit-client",
  [FOYER_REMEDY_ALLOW_CLIENT_SCOPE] = "allow-client-scope",
  [FOYER_REMEDY_INVITE] = "invite",
  [FOYER_REMEDY_RESEND_INVITE] = "resend-invite",
  [FOYER_REMEDY_RESTORE_PERSON] = "restore-person",
  [FOYER_REMEDY_EDIT_ADDRESS] = "edit-address",
  [FOYER_REMEDY_EDIT_PHONE] = "edit-phone",
  [FOYER_REMEDY_SEND_SIGN_IN] = "send-sign-in",
  [FOYER_REMEDY_UNLOCK] = "unlock",
  [FOYER_REMEDY_ALLOW_PERSON_SCOPE] = "allow-person-scope",
  [FOYER_REMEDY_ALLOW_PERSON_PERMISSION] = "allow-person-permission",
  [FOYER_REMEDY_ADD_SITE] = "add-site",
  [FOYER_REMEDY_NEW_LINK] = "new-link",
  [FOYER_REMEDY_WIDEN_LINK] = "widen-link",
  [FOYER_REMEDY_END_SESSION] = "end-session",
  [FOYER_REMEDY_RELINK_CLIENT] = "relink-client",
  [FOYER_REMEDY_RELINK_PROPERTY] = "relink-property",
  [FOYER_REMEDY_RELEASE] = "release",
  [FOYER_REMEDY_NEW_PAY_LINK] = "new-pay-link",
  [FOYER_REMEDY_OPEN_RECORD] = "open-record",
  [FOYER_REMEDY_OPEN_OUTBOX] = "open-outbox",
  [FOYER_REMEDY_SYNC_NOW] = "sync-now",
  [FOYER_REMEDY_COPY_SENTENCE] = "copy-sentence",
};

FoyerRemedy *
foyer_remedy_new (FoyerRemedyKind kind, char *words)
{
  FoyerRemedy *self = g_new0 (FoyerRemedy, 1);

  self->kind = kind;
  self->words = words;
  self->ids = g_new0 (char *, 1);
  return self;
}

void
foyer_remedy_free (FoyerRemedy *self)
{
  while (self != NULL) {
    FoyerRemedy *other = self->other;

    g_strfreev (self->ids);
    g_free (self->key);
    g_free (self->value);
    g_free (self->words);
    g_clear_pointer (&self->patch, json_object_unref);
    g_free (self);
    self = other;
  }
}

const char *
foyer_remedy_kind_name (FoyerRemedyKind kind)
{
  g_return_val_if_fail ((guint) kind < FOYER_N_REMEDY_KINDS, NULL);

  return names[kind];
}

const char *
foyer_remedy_get_id (const FoyerRemedy *self)
{
  return self->ids[0];
}

void
foyer_remedy_add_record (FoyerRemedy *self, const FoyerRecordType *type, const char *id)
{
  guint count = g_strv_length (self->ids);

  g_return_if_fail (self->type == NULL || self->type == type);

  self->type = type;
  if (id == NULL)
    return;
  self->ids = g_renew (char *, self->ids, count + 2);
  self->ids[count] = g_strdup (id);
  self->ids[count + 1] = NULL;
}

void
foyer_remedy_set_key (FoyerRemedy *self, const char *key)
{
  char *copy = g_strdup (key);

  g_free (self->key);
  self->key = copy;
}

void
foyer_remedy_set_value (FoyerRemedy *self, const char *value)
{
  char *copy = g_strdup (value);

  g_free (self->value);
  self->value = copy;
}

void
foyer_remedy_set_other (FoyerRemedy *self, FoyerRemedy *other)
{
  g_clear_pointer (&self->other, foyer_remedy_free);
  self->other = other;
}

/* The patch, with @field as the key. */
static JsonObject *
open_patch (FoyerRemedy *self, const char *field)
{
  foyer_remedy_set_key (self, field);
  if (self->patch == NULL)
    self->patch = json_object_new ();
  return self->patch;
}

void
foyer_remedy_patch_text (FoyerRemedy *self, const char *field, const char *text)
{
  json_object_set_string_member (open_patch (self, field), field, text);
}

void
foyer_remedy_patch_boolean (FoyerRemedy *self, const char *field, gboolean value)
{
  json_object_set_boolean_member (open_patch (self, field), field, value);
}

void
foyer_remedy_patch_time (FoyerRemedy *self, const char *field, gint64 at)
{
  g_autofree char *text = foyer_utc_format (at);

  foyer_remedy_patch_text (self, field, text);
}

void
foyer_remedy_patch_texts (FoyerRemedy *self, const char *field, char **texts, const char *more)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_add_string_element (list, texts[i]);
  if (more != NULL)
    json_array_add_string_element (list, more);
  json_object_set_array_member (open_patch (self, field), field, list);
}

void
foyer_remedy_patch_away (FoyerRemedy *self, const char *field)
{
  json_object_set_null_member (open_patch (self, field), field);
}

static void
set_text_if (JsonObject *json, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (json, name, text);
}

JsonObject *
foyer_remedy_to_json (const FoyerRemedy *self)
{
  JsonObject *json = json_object_new ();
  JsonArray *ids = json_array_new ();

  json_object_set_string_member (json, "kind", foyer_remedy_kind_name (self->kind));
  set_text_if (json, "type", self->type == NULL ? NULL : self->type->name);
  for (guint i = 0; self->ids[i] != NULL; i++)
    json_array_add_string_element (ids, self->ids[i]);
  json_object_set_array_member (json, "ids", ids);
  set_text_if (json, "key", self->key);
  set_text_if (json, "value", self->value);
  if (self->patch != NULL)
    json_object_set_object_member (json, "patch", foyer_json_copy_object (self->patch));
  set_text_if (json, "words", self->words);
  if (self->other != NULL)
    json_object_set_object_member (json, "other", foyer_remedy_to_json (self->other));
  return json;
}
