/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-stage.c - what a preview shows: whose eyes, which page, under which settings, at what moment */

#include "foyer-preview-stage.h"

#include "foyer-json.h"
#include "foyer-preview-place.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many clients are remembered. */
#define MOST_RECENT 5

struct _FoyerPreviewStage {
  GObject parent_instance;

  FoyerDesk *desk; /* (not owned) */

  /* State. */
  FoyerPreviewScene *scene; /* without a draft */
  char *client_name;        /* (nullable) */
  char *person_name;        /* (nullable) */
  char *address;
  FoyerPreviewSource source;
  JsonObject *draft; /* (nullable) */
  gboolean has_viewer;
  char *recent[MOST_RECENT + 1]; /* ids of clients, the last first */
  guint serial;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewStage, foyer_preview_stage, G_TYPE_OBJECT)

enum {
  PROP_ADDRESS = 1,
  PROP_SOURCE,
  PROP_DARK,
  PROP_MASKED,
  PROP_MOMENT,
  PROP_DRAFT,
  PROP_CLIENT_NAME,
  PROP_PERSON_NAME,
  PROP_CLIENT_ID,
  PROP_PERSON_ID,
  PROP_LINK_ID,
  PROP_HAS_VIEWER,
  PROP_HAS_DRAFT,
  PROP_SERIAL,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (FoyerPreviewStage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
turn_over (FoyerPreviewStage *self)
{
  self->serial++;
  notify (self, PROP_SERIAL);
}

void
foyer_preview_stage_set_address (FoyerPreviewStage *self, const char *address)
{
  char *copy;

  g_return_if_fail (FOYER_IS_PREVIEW_STAGE (self) && address != NULL);

  if (g_strcmp0 (self->address, address) == 0)
    return;
  copy = g_strdup (address);
  g_free (self->address);
  self->address = copy;
  notify (self, PROP_ADDRESS);
}

/* --- Whose eyes --- */

static FoyerStore *
get_store (FoyerPreviewStage *self)
{
  return foyer_desk_get_store (self->desk);
}

/* Whoever is looked at again comes first again. */
static void
remember (FoyerPreviewStage *self, const char *client_id)
{
  guint at = 0;
  char *first;

  while (at < MOST_RECENT - 1 && self->recent[at] != NULL && strcmp (self->recent[at], client_id) != 0)
    at++;
  first = g_strdup (client_id);
  g_free (self->recent[at]);
  for (; at > 0; at--)
    self->recent[at] = self->recent[at - 1];
  self->recent[0] = first;
}

void
foyer_preview_stage_set_viewer (FoyerPreviewStage *self,
                                const char *client_id,
                                const char *person_id,
                                const char *link_id)
{
  g_autoptr (FoyerRecord) client
      = client_id == NULL ? NULL : foyer_store_get (get_store (self), &foyer_client_type, client_id);
  g_autoptr (FoyerRecord) person
      = person_id == NULL ? NULL : foyer_store_get (get_store (self), &foyer_portal_person_type, person_id);

  foyer_preview_scene_set_viewer (self->scene, client_id, person_id, link_id);
  if (client != NULL)
    remember (self, client_id);
  /* Nobody who is signed in is looked at as somebody of the client that was chosen before. */
  if (client_id != NULL || !self->has_viewer) {
    g_free (self->client_name);
    self->client_name = client == NULL ? NULL : g_strdup (foyer_client_get_name (client));
  }
  g_free (self->person_name);
  self->person_name = person == NULL ? NULL : g_strdup (foyer_portal_person_get_name (person));
  self->has_viewer = TRUE;
  for (guint id = PROP_CLIENT_NAME; id <= PROP_HAS_VIEWER; id++)
    notify (self, id);
  turn_over (self);
}

/* Who is most likely meant if only a client is named: whoever is there first and may come in. */
static char *
find_first_person (FoyerPreviewStage *self, const char *client_id)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;
  FoyerRecord *best = NULL;

  foyer_query_where_text (query, "clientId", client_id);
  foyer_query_limit (query, 50);
  people = foyer_store_list (get_store (self), query);
  for (guint i = 0; people != NULL && i < people->len; i++) {
    FoyerRecord *person = people->pdata[i];
    int status = foyer_portal_person_get_status (person);

    if (status != FOYER_PORTAL_PERSON_REMOVED
        && (best == NULL
            || (status == FOYER_PORTAL_PERSON_ACTIVE
                && foyer_portal_person_get_status (best) != FOYER_PORTAL_PERSON_ACTIVE)))
      best = person;
  }
  return best == NULL ? NULL : g_strdup (foyer_record_get_id (best));
}

/* What belongs to nobody in particular is everybody's. */
static gboolean
is_of (FoyerPreviewStage *self, const char *record_id, const char *client_id)
{
  const FoyerRecordType *type = foyer_record_type_of_id (record_id);
  g_autoptr (FoyerRecord) record = foyer_store_get (get_store (self), type, record_id);
  g_autoptr (JsonObject) json = record == NULL ? NULL : foyer_record_to_json (record);
  const char *owner = json == NULL ? NULL : foyer_json_object_text (json, "clientId");

  return json != NULL && (owner == NULL || g_str_equal (owner, client_id));
}

/* A page about what is another client's is none that somebody of this one could open. */
static void
leave_foreign_page (FoyerPreviewStage *self, const char *client_id)
{
  g_auto (GStrv) parts = g_strsplit_set (self->address, "/?&=", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (foyer_record_type_of_id (parts[i]) != NULL && !is_of (self, parts[i], client_id)) {
      foyer_preview_stage_set_address (self, "/");
      return;
    }
  }
}

void
foyer_preview_stage_choose (FoyerPreviewStage *self, FoyerPreviewViewer *viewer)
{
  const char *client_id = foyer_preview_viewer_get_client_id (viewer);
  const char *person_id = foyer_preview_viewer_get_person_id (viewer);
  const char *link_id = foyer_preview_viewer_get_link_id (viewer);
  g_autofree char *first = NULL;

  g_return_if_fail (FOYER_IS_PREVIEW_STAGE (self));

  if (client_id != NULL && person_id == NULL && link_id == NULL)
    first = find_first_person (self, client_id);
  if (client_id != NULL)
    leave_foreign_page (self, client_id);
  foyer_preview_stage_set_viewer (self, client_id, person_id != NULL ? person_id : first, link_id);
}

gboolean
foyer_preview_stage_look_at (FoyerPreviewStage *self, const char *record_id)
{
  const FoyerRecordType *type = foyer_record_type_of_id (record_id);
  g_autoptr (FoyerRecord) record = type == NULL ? NULL : foyer_store_get (get_store (self), type, record_id);
  g_autoptr (JsonObject) json = record == NULL ? NULL : foyer_record_to_json (record);
  const char *client_id;
  const char *person_id;
  g_autofree char *first = NULL;
  g_autofree char *address = NULL;

  g_return_val_if_fail (FOYER_IS_PREVIEW_STAGE (self), FALSE);

  if (json == NULL)
    return FALSE;
  client_id = type == &foyer_client_type ? record_id : foyer_json_object_text (json, "clientId");
  person_id = type == &foyer_portal_person_type ? record_id : foyer_json_object_text (json, "personId");
  if (client_id == NULL)
    return FALSE;
  if (person_id == NULL)
    first = find_first_person (self, client_id);
  address = foyer_preview_place_of_record (record);
  foyer_preview_stage_set_address (self, address);
  foyer_preview_stage_set_viewer (self, client_id, person_id != NULL ? person_id : first, NULL);
  return TRUE;
}

FoyerPreviewScene *
foyer_preview_stage_make_scene (FoyerPreviewStage *self, gboolean drafted)
{
  FoyerPreviewScene *scene = foyer_preview_scene_copy (self->scene);

  if (drafted)
    foyer_preview_scene_set_draft (scene, self->draft);
  if (self->source == FOYER_PREVIEW_BOTH)
    foyer_preview_scene_set_beside (scene, drafted ? NULL : self->draft);
  return scene;
}

/* --- Links --- */

char *
foyer_preview_stage_make_link (FoyerPreviewStage *self)
{
  const FoyerPreviewLink link = {
    .client_id = self->scene->client_id,
    .person_id = self->scene->person_id,
    .link_id = self->scene->link_id,
    .page = self->address,
    .moment = self->scene->moment,
    .source = foyer_preview_stage_get_source (self),
  };

  return foyer_preview_link_write (&link);
}

/* Whether it is here, and is that client's. */
static gboolean
is_here (FoyerPreviewStage *self, const FoyerRecordType *type, const char *id, const char *client_id)
{
  g_autoptr (FoyerRecord) record = id == NULL ? NULL : foyer_store_get (get_store (self), type, id);
  g_autoptr (JsonObject) json = record == NULL ? NULL : foyer_record_to_json (record);

  if (id == NULL)
    return TRUE;
  return json != NULL
         && (type == &foyer_client_type
             || g_strcmp0 (foyer_json_object_text (json, "clientId"), client_id) == 0);
}

const char *
foyer_preview_stage_follow_link (FoyerPreviewStage *self, const char *text)
{
  g_autoptr (FoyerPreviewLink) link = foyer_preview_link_parse (text, NULL);

  if (link == NULL)
    return _ ("That is no link to a preview");
  if (!is_here (self, &foyer_client_type, link->client_id, link->client_id)
      || !is_here (self, &foyer_portal_person_type, link->person_id, link->client_id)
      || !is_here (self, &foyer_portal_link_type, link->link_id, link->client_id))
    return _ ("Whom that link is about is not on this computer");
  foyer_preview_stage_set_address (self, link->page);
  foyer_preview_stage_set_viewer (self, link->client_id, link->person_id, link->link_id);
  g_object_set (self, "moment", link->moment, "source", (int) link->source, NULL);
  return NULL;
}

/* --- The object --- */

const char *const *
foyer_preview_stage_get_recent (FoyerPreviewStage *self)
{
  return (const char *const *) self->recent;
}

const char *
foyer_preview_stage_get_client_id (FoyerPreviewStage *self)
{
  return self->scene->client_id;
}

const char *
foyer_preview_stage_get_person_id (FoyerPreviewStage *self)
{
  return self->scene->person_id;
}

const char *
foyer_preview_stage_get_address (FoyerPreviewStage *self)
{
  return self->address;
}

FoyerPreviewSource
foyer_preview_stage_get_source (FoyerPreviewStage *self)
{
  return self->draft == NULL ? FOYER_PREVIEW_LIVE : self->source;
}

guint
foyer_preview_stage_get_serial (FoyerPreviewStage *self)
{
  return self->serial;
}

gboolean
foyer_preview_stage_has_viewer (FoyerPreviewStage *self)
{
  return self->has_viewer;
}

static void
set_draft (FoyerPreviewStage *self, JsonObject *draft)
{
  g_autoptr (JsonObject) before = self->draft;

  self->draft = draft == NULL ? NULL : json_object_ref (draft);
  notify (self, PROP_HAS_DRAFT);
}

/* Whether it changed anything that has to be made anew. */
static gboolean
set_circumstance (FoyerPreviewStage *self, guint id, const GValue *value)
{
  FoyerPreviewScene *scene = self->scene;

  switch (id) {
  case PROP_SOURCE:
    if (self->source == (FoyerPreviewSource) g_value_get_int (value))
      return FALSE;
    self->source = (FoyerPreviewSource) g_value_get_int (value);
    return TRUE;
  case PROP_DARK:
    if ((scene->mode == FOYER_BRAND_DARK) == g_value_get_boolean (value))
      return FALSE;
    scene->mode = g_value_get_boolean (value) ? FOYER_BRAND_DARK : FOYER_BRAND_LIGHT;
    return TRUE;
  case PROP_MASKED:
    if (scene->is_masked == g_value_get_boolean (value))
      return FALSE;
    scene->is_masked = g_value_get_boolean (value);
    return TRUE;
  case PROP_MOMENT:
    if (scene->moment == g_value_get_int64 (value))
      return FALSE;
    scene->moment = g_value_get_int64 (value);
    return TRUE;
  case PROP_DRAFT:
    set_draft (self, g_value_get_boxed (value));
    return TRUE;
  default:
    return FALSE;
  }
}

static void
foyer_preview_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerPreviewStage *self = FOYER_PREVIEW_STAGE (object);

  if (id == PROP_ADDRESS) {
    foyer_preview_stage_set_address (self, g_value_get_string (value));
    return;
  }
  if (id > PROP_DRAFT) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  if (!set_circumstance (self, id, value))
    return;
  g_object_notify_by_pspec (object, pspec);
  turn_over (self);
}

static void
foyer_preview_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewStage *self = FOYER_PREVIEW_STAGE (object);

  switch (id) {
  case PROP_ADDRESS:
    g_value_set_string (value, self->address);
    break;
  case PROP_SOURCE:
    g_value_set_int (value, self->source);
    break;
  case PROP_DARK:
    g_value_set_boolean (value, self->scene->mode == FOYER_BRAND_DARK);
    break;
  case PROP_MASKED:
    g_value_set_boolean (value, self->scene->is_masked);
    break;
  case PROP_MOMENT:
    g_value_set_int64 (value, self->scene->moment);
    break;
  case PROP_DRAFT:
    g_value_set_boxed (value, self->draft);
    break;
  case PROP_CLIENT_NAME:
    g_value_set_string (value, self->client_name);
    break;
  case PROP_PERSON_NAME:
    g_value_set_string (value, self->person_name);
    break;
  case PROP_CLIENT_ID:
    g_value_set_string (value, self->scene->client_id);
    break;
  case PROP_PERSON_ID:
    g_value_set_string (value, self->scene->person_id);
    break;
  case PROP_LINK_ID:
    g_value_set_string (value, self->scene->link_id);
    break;
  case PROP_HAS_VIEWER:
    g_value_set_boolean (value, self->has_viewer);
    break;
  case PROP_HAS_DRAFT:
    g_value_set_boolean (value, self->draft != NULL);
    break;
  case PROP_SERIAL:
    g_value_set_uint (value, self->serial);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_stage_finalize (GObject *object)
{
  FoyerPreviewStage *self = FOYER_PREVIEW_STAGE (object);

  foyer_preview_scene_free (self->scene);
  for (guint i = 0; i < MOST_RECENT; i++)
    g_free (self->recent[i]);
  g_clear_pointer (&self->draft, json_object_unref);
  g_free (self->client_name);
  g_free (self->person_name);
  g_free (self->address);
  G_OBJECT_CLASS (foyer_preview_stage_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, "/", writable);
  properties[PROP_SOURCE] = g_param_spec_int ("source", NULL, NULL, 0, FOYER_PREVIEW_BOTH, 0, writable);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, writable);
  properties[PROP_MASKED] = g_param_spec_boolean ("masked", NULL, NULL, FALSE, writable);
  properties[PROP_MOMENT] = g_param_spec_int64 ("moment", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_DRAFT] = g_param_spec_boxed ("draft", NULL, NULL, JSON_TYPE_OBJECT, writable);
  properties[PROP_CLIENT_NAME] = g_param_spec_string ("client-name", NULL, NULL, NULL, readable);
  properties[PROP_PERSON_NAME] = g_param_spec_string ("person-name", NULL, NULL, NULL, readable);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL, readable);
  properties[PROP_PERSON_ID] = g_param_spec_string ("person-id", NULL, NULL, NULL, readable);
  properties[PROP_LINK_ID] = g_param_spec_string ("link-id", NULL, NULL, NULL, readable);
  properties[PROP_HAS_VIEWER] = g_param_spec_boolean ("has-viewer", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_DRAFT] = g_param_spec_boolean ("has-draft", NULL, NULL, FALSE, readable);
  properties[PROP_SERIAL] = g_param_spec_uint ("serial", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_preview_stage_class_init (FoyerPreviewStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_preview_stage_set_property;
  object_class->get_property = foyer_preview_stage_get_property;
  object_class->finalize = foyer_preview_stage_finalize;
  install_properties (object_class);
}

static void
foyer_preview_stage_init (FoyerPreviewStage *self)
{
  self->scene = foyer_preview_scene_new (NULL, NULL);
  self->address = g_strdup ("/");
}

FoyerPreviewStage *
foyer_preview_stage_new (FoyerDesk *desk)
{
  FoyerPreviewStage *self = g_object_new (FOYER_TYPE_PREVIEW_STAGE, NULL);

  self->desk = desk;
  return self;
}
