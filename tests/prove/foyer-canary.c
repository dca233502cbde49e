/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-canary.c - words planted in every record, and who may read them */

#include "foyer-canary.h"

#include "foyer-json.h"

#include <string.h>

/* `zq`, six digits of the record, two of the field. */
#define CANARY_LENGTH 10
#define UUID_LENGTH 36

/* What a client may read of a type: nothing, all of it whoever the client is, or what is theirs. */
typedef enum {
  FOR_STAFF,
  FOR_EVERYBODY,
  FOR_OWNER,
} Audience;

/* A state in which a record is not let out: @field holds @value, or holds anything if that is NULL. `!` before the value: anything else. */
typedef struct {
  const char *type;
  const char *field;
  const char *value;
} Withheld;

static const struct {
  const char *type;
  Audience audience;
  gboolean by_site; /* a person who sees some sites alone sees it only for these */
} audiences[] = {
  { "Organisation", FOR_EVERYBODY, FALSE },
  { "PortalSettings", FOR_EVERYBODY, FALSE },
  { "Template", FOR_EVERYBODY, FALSE },
  { "Service", FOR_EVERYBODY, FALSE },
  { "CrewMember", FOR_EVERYBODY, FALSE },
  { "StaffMember", FOR_EVERYBODY, FALSE },
  { "Client", FOR_OWNER, FALSE },
  { "PortalPerson", FOR_OWNER, FALSE },
  { "PortalLink", FOR_OWNER, FALSE },
  { "PortalSession", FOR_OWNER, FALSE },
  { "Property", FOR_OWNER, TRUE },
  { "Equipment", FOR_OWNER, TRUE },
  { "Visit", FOR_OWNER, TRUE },
  { "Photo", FOR_OWNER, FALSE },
  { "ProofPack", FOR_OWNER, FALSE },
  { "Review", FOR_OWNER, FALSE },
  { "Booking", FOR_OWNER, FALSE },
  { "Request", FOR_OWNER, TRUE },
  { "Quote", FOR_OWNER, TRUE },
  { "QuoteVersion", FOR_OWNER, FALSE },
  { "Invoice", FOR_OWNER, TRUE },
  { "Payment", FOR_OWNER, FALSE },
  { "Plan", FOR_OWNER, FALSE },
  { "Contract", FOR_OWNER, FALSE },
  { "Document", FOR_OWNER, FALSE },
  { "Signature", FOR_OWNER, FALSE },
  { "Conversation", FOR_OWNER, FALSE },
  { "Message", FOR_OWNER, FALSE },
};

static const Withheld withheld[] = {
  { "Property", "archivedAt", NULL },      { "Equipment", "archivedAt", NULL },
  { "Visit", "status", "skipped" },        { "Photo", "released", "!true" },
  { "ProofPack", "status", "!published" }, { "Quote", "status", "draft" },
  { "Invoice", "status", "draft" },        { "Invoice", "status", "void" },
  { "Contract", "status", "draft" },       { "Document", "archivedAt", NULL },
  { "Document", "shownTo", "none" },       { "Conversation", "mergedIntoId", NULL },
  { "Message", "kind", "note" },           { "Message", "kind", "system" },
  { "Message", "status", "scheduled" },    { "Message", "status", "cancelled" },
  { "Message", "status", "failed" },
};

/* What a record has for staff alone, also where the rest of it is shown. */
static const struct {
  const char *type;
  const char *field;
} internal[] = {
  { "Client", "notes" },
  { "Client", "blockedReason" },
  { "Contract", "notes" },
  { "Equipment", "notes" },
  { "Payment", "note" },
  { "Plan", "notes" },
  { "Property", "notes" },
  { "Visit", "notes" },
  { "Visit", "override" },
  { "Booking", "override" },
  { "Booking", "heldFor" },
  { "Request", "comments" },
  { "Message", "failure" },
  { "CrewMember", "crew" },
  { "StaffMember", "title" },
  { "PortalPerson", "mailReason" },
  { "Organisation", "mailReason" },
  { "Organisation", "stripeReason" },
  { "Photo", "mediaType" },
  { "Signature", "salt" },
  { "Signature", "agent" },
};

/* Texts that mean something to the program, so that a canary in them would change what it does. */
static const char *const meaningful[]
    = { "contentHash", "hash",   "previousHash", "personalHash", "salt",      "blobId",
        "photo",       "logo",   "logoDark",     "mediaType",    "country",   "lastFour",
        "recordType",  "verb",   "skill",        "skills",       "portalUrl", "address",
        "codeAddress", "number", "fileName",     "postcode",     "email" };

typedef struct {
  const FoyerRecordType *type;
  char *id;
  char *client_id;   /* (nullable) */
  char **client_ids; /* (nullable): of a document that is shown to some */
  char *property_id; /* (nullable) */
  gboolean is_withheld;
  JsonObject *json;
} Known;

struct _FoyerCanaries {
  GPtrArray *known;  /* (element-type Known) */
  GHashTable *by_id; /* (element-type utf8 Known) */
  guint n_planted;
  GRegex *canary;
  GRegex *id;
};

static void
forget_judgement (Known *known)
{
  g_clear_pointer (&known->client_id, g_free);
  g_clear_pointer (&known->client_ids, g_strfreev);
  g_clear_pointer (&known->property_id, g_free);
  known->is_withheld = FALSE;
}

static void
known_free (gpointer data)
{
  Known *known = data;

  forget_judgement (known);
  g_free (known->id);
  json_object_unref (known->json);
  g_free (known);
}

/* --- Planting --- */

static gboolean
takes_canary (const FoyerField *field)
{
  if (field->secret || field->blob || field->values != NULL
      || (field->pattern != FOYER_PATTERN_ANY && field->pattern != FOYER_PATTERN_LINE))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (meaningful); i++) {
    if (strcmp (field->name, meaningful[i]) == 0)
      return FALSE;
  }
  return field->kind == FOYER_KIND_TEXT || field->kind == FOYER_KIND_LIST;
}

static char *
add_canary (const char *text, const char *canary, gint64 maximum)
{
  if (maximum > 0 && g_utf8_strlen (text, -1) + CANARY_LENGTH + 1 > maximum)
    return NULL;
  return g_strconcat (text, " ", canary, NULL);
}

static gboolean
plant_in_text (JsonObject *object, const char *name, const char *canary, gint64 maximum)
{
  const char *text = foyer_json_object_text (object, name);
  g_autofree char *planted = text == NULL || *text == '\0' ? NULL : add_canary (text, canary, maximum);

  if (planted != NULL)
    json_object_set_string_member (object, name, planted);
  return planted != NULL;
}

static gboolean
plant_in_list (JsonArray *list, const char *canary)
{
  static const char *const names[] = { "detail", "text", "result" };
  gboolean is_planted = FALSE;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonNode *node = json_array_get_element (list, i);

    for (guint k = 0; JSON_NODE_HOLDS_OBJECT (node) && k < G_N_ELEMENTS (names); k++)
      is_planted = plant_in_text (json_node_get_object (node), names[k], canary, 200) || is_planted;
  }
  return is_planted;
}

static void
plant_in_record (FoyerCanaries *self, Known *known, guint number)
{
  const FoyerRecordType *type = known->type;

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    g_autofree char *canary = g_strdup_printf ("zq%06x%02x", number, i);
    gboolean is_planted;

    if (!takes_canary (field) || !json_object_has_member (known->json, field->name))
      continue;
    is_planted = field->kind == FOYER_KIND_TEXT
                     ? plant_in_text (known->json, field->name, canary, field->maximum)
                     : plant_in_list (foyer_json_object_array (known->json, field->name), canary);
    self->n_planted += is_planted ? 1 : 0;
  }
}

/* --- Whose, and whether let out --- */

static gboolean
is_withheld_by (const Withheld *rule, JsonObject *json)
{
  JsonNode *node = json_object_get_member (json, rule->field);
  g_autofree char *value = NULL;

  if (rule->value == NULL)
    return node != NULL && !JSON_NODE_HOLDS_NULL (node);
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    value = json_node_get_value_type (node) == G_TYPE_BOOLEAN
                ? g_strdup (json_node_get_boolean (node) ? "true" : "false")
                : g_strdup (foyer_json_node_text (node));
  if (rule->value[0] == '!')
    return g_strcmp0 (value, rule->value + 1) != 0;
  return g_strcmp0 (value, rule->value) == 0;
}

static Known *
find (FoyerCanaries *self, JsonObject *json, const char *field)
{
  const char *id = foyer_json_object_text (json, field);

  return id == NULL ? NULL : g_hash_table_lookup (self->by_id, id);
}

static char **
read_ids (JsonObject *json, const char *field)
{
  JsonArray *array = foyer_json_object_array (json, field);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **ids;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

static void
judge (FoyerCanaries *self, Known *known)
{
  const char *name = known->type->name;
  JsonObject *json = known->json;
  Known *parent = NULL;
  const char *owner = foyer_json_object_text (json, "clientId");

  if (strcmp (name, "Message") == 0)
    parent = find (self, json, "conversationId");
  else if (strcmp (name, "QuoteVersion") == 0)
    parent = find (self, json, "quoteId");
  else if (strcmp (name, "Client") == 0)
    owner = known->id;
  else if (strcmp (name, "Invoice") == 0 && foyer_json_object_text (json, "billToId") != NULL)
    owner = foyer_json_object_text (json, "billToId");
  if (parent != NULL)
    owner = foyer_json_object_text (parent->json, "clientId");
  known->client_id = g_strdup (owner);
  known->property_id = g_strdup (foyer_json_object_text (json, "propertyId"));
  if (strcmp (name, "Document") == 0 && owner == NULL
      && g_strcmp0 (foyer_json_object_text (json, "shownTo"), "some") == 0)
    known->client_ids = read_ids (json, "clientIds");
  for (guint i = 0; i < G_N_ELEMENTS (withheld); i++) {
    if (strcmp (withheld[i].type, name) == 0 && is_withheld_by (&withheld[i], json))
      known->is_withheld = TRUE;
    if (parent != NULL && strcmp (withheld[i].type, parent->type->name) == 0
        && is_withheld_by (&withheld[i], parent->json) && strcmp (name, "QuoteVersion") == 0)
      known->is_withheld = TRUE;
  }
}

/* As it is now; whoever was known before keeps the place that its canaries name. */
static void
know (FoyerCanaries *self, const FoyerRecordType *type, FoyerRecord *record)
{
  Known *known = g_hash_table_lookup (self->by_id, foyer_record_get_id (record));

  if (known == NULL) {
    known = g_new0 (Known, 1);
    known->type = type;
    known->id = g_strdup (foyer_record_get_id (record));
    g_ptr_array_add (self->known, known);
    g_hash_table_insert (self->by_id, known->id, known);
  }
  g_clear_pointer (&known->json, json_object_unref);
  known->json = foyer_record_to_json (record);
}

static gboolean
read_all (FoyerCanaries *self, FoyerTransaction *transaction, GError **error)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (types[i]);
    g_autoptr (GPtrArray) records = foyer_record_source_list (transaction->source, query, error);

    if (records == NULL)
      return FALSE;
    for (guint k = 0; k < records->len; k++)
      know (self, types[i], records->pdata[k]);
  }
  return TRUE;
}

FoyerCanaries *
foyer_canaries_plant (FoyerTransaction *transaction, GError **error)
{
  g_autoptr (FoyerCanaries) self = g_new0 (FoyerCanaries, 1);

  self->known = g_ptr_array_new_with_free_func (known_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->canary = g_regex_new ("zq([0-9a-f]{6})([0-9a-f]{2})", G_REGEX_OPTIMIZE, 0, NULL);
  self->id = g_regex_new ("[a-z]{2,3}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                          G_REGEX_OPTIMIZE, 0, NULL);
  if (!read_all (self, transaction, error))
    return NULL;
  for (guint i = 0; i < self->known->len; i++) {
    Known *known = self->known->pdata[i];
    guint before = self->n_planted;
    g_autoptr (FoyerRecord) stored = NULL;

    judge (self, known);
    plant_in_record (self, known, i);
    if (self->n_planted == before)
      continue;
    stored = foyer_transaction_put (transaction, known->type, known->json, error);
    if (stored == NULL)
      return NULL;
  }
  return g_steal_pointer (&self);
}

gboolean
foyer_canaries_look_again (FoyerCanaries *self, FoyerTransaction *transaction, GError **error)
{
  if (!read_all (self, transaction, error))
    return FALSE;
  for (guint i = 0; i < self->known->len; i++) {
    forget_judgement (self->known->pdata[i]);
    judge (self, self->known->pdata[i]);
  }
  return TRUE;
}

void
foyer_canaries_free (FoyerCanaries *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->known);
  g_regex_unref (self->canary);
  g_regex_unref (self->id);
  g_free (self);
}

guint
foyer_canaries_count (FoyerCanaries *self)
{
  return self->n_planted;
}

/* --- Finding --- */

/* NULL if whoever looks may know of it. */
static const char *
forbid (const Known *known, const char *client_id, const char *const *property_ids)
{
  Audience audience = FOR_STAFF;
  gboolean by_site = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++) {
    if (strcmp (audiences[i].type, known->type->name) == 0) {
      audience = audiences[i].audience;
      by_site = audiences[i].by_site;
    }
  }
  if (audience == FOR_EVERYBODY)
    return NULL;
  if (audience == FOR_STAFF || client_id == NULL)
    return audience == FOR_STAFF ? "it is for staff" : "nobody is signed in";
  if (known->is_withheld)
    return "it is not let out";
  if (known->client_ids != NULL && !g_strv_contains ((const char *const *) known->client_ids, client_id))
    return "it is shown to others";
  if (known->client_id == NULL)
    return strcmp (known->type->name, "Document") == 0 ? NULL : "it is nobody's";
  if (strcmp (known->client_id, client_id) != 0)
    return "it is another client's";
  if (by_site && property_ids != NULL
      && (known->property_id == NULL || !g_strv_contains (property_ids, known->property_id))
      && strcmp (known->type->name, "Property") != 0)
    return "it is of a site that this person does not see";
  return NULL;
}

static gboolean
is_internal (const Known *known, guint field)
{
  for (guint i = 0; i < G_N_ELEMENTS (internal); i++) {
    if (strcmp (internal[i].type, known->type->name) == 0
        && strcmp (internal[i].field, known->type->fields[field].name) == 0)
      return TRUE;
  }
  return FALSE;
}

static char *
find_canary (FoyerCanaries *self,
             const char *text,
             gssize length,
             const char *client_id,
             const char *const *property_ids)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (self->canary, text, length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *number = g_match_info_fetch (match, 1);
    g_autofree char *place = g_match_info_fetch (match, 2);
    guint index = (guint) g_ascii_strtoull (number, NULL, 16);
    guint field = (guint) g_ascii_strtoull (place, NULL, 16);
    const Known *known = index < self->known->len ? self->known->pdata[index] : NULL;
    const char *why;

    if (known == NULL || field >= known->type->n_fields)
      continue;
    why = forbid (known, client_id, property_ids);
    if (why == NULL && is_internal (known, field))
      why = "the field is for staff";
    if (why != NULL)
      return g_strdup_printf ("%s of %s %s: %s", known->type->fields[field].name, known->type->name,
                              known->id, why);
  }
  return NULL;
}

static char *
find_id (FoyerCanaries *self,
         const char *text,
         gssize length,
         const char *client_id,
         const char *const *property_ids)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (self->id, text, length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *id = g_match_info_fetch (match, 0);
    const Known *known = g_hash_table_lookup (self->by_id, id);
    const char *why = known == NULL ? NULL : forbid (known, client_id, property_ids);

    if (why != NULL)
      return g_strdup_printf ("the id of %s %s: %s", known->type->name, id, why);
  }
  return NULL;
}

char *
foyer_canaries_find_leak (FoyerCanaries *self,
                          const char *text,
                          gsize length,
                          const char *client_id,
                          const char *const *property_ids)
{
  char *leak = find_canary (self, text, (gssize) length, client_id, property_ids);

  return leak != NULL ? leak : find_id (self, text, (gssize) length, client_id, property_ids);
}
