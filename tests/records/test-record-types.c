/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-record-types.c - the field tables are sound in themselves and say what the documents say */

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-record-type.h"
#include "types/crew_member.h"
#include "types/portal_settings.h"

#include <string.h>

static const FoyerRecordType *const *all_types;
static guint n_types;
static const char *records_path;

static void
assert_fresh (GHashTable *seen, const char *what)
{
  if (!g_hash_table_add (seen, g_strdup (what)))
    g_error ("twice: %s", what);
}

static void
assert_matches (const char *pattern, const char *text)
{
  if (!g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0))
    g_error ("%s does not fit %s", text, pattern);
}

static void
test_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_types; i++) {
    const FoyerRecordType *type = all_types[i];

    g_assert_cmpuint (type->index, ==, i);
    g_assert_true (foyer_record_type_by_name (type->name) == type);
    assert_matches ("^[A-Z][A-Za-z]+$", type->name);
    assert_matches ("^[a-z]{1,3}$", type->prefix);
    assert_matches ("^[a-z_]+$", type->table);
    assert_matches ("^[A-Z].*\\.$", type->about);
    assert_fresh (seen, type->name);
    assert_fresh (seen, type->prefix);
    assert_fresh (seen, type->table);
  }
}

static void
check_column (GHashTable *seen, const FoyerField *field)
{
  static const char *const taken[]
      = { "id",   "rev",        "created_at",   "updated_at", "updated_by", "extra", "n",
          "pend", "generation", "organisation", "rowid",      "type",       NULL };

  assert_matches ("^[a-z]+(_[a-z0-9]+)*$", field->column);
  g_assert_false (g_strv_contains (taken, field->column));
  assert_fresh (seen, field->column);
  if (field->kind == FOYER_KIND_MONEY) {
    g_autofree char *currency = g_strconcat (field->column, "_currency", NULL);

    assert_fresh (seen, currency);
  }
}

static void
test_fields (void)
{
  static const char *const taken[] = { "id", "rev", "createdAt", "updatedAt", "updatedBy", NULL };

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    g_assert_cmpuint (all_types[i]->n_fields, >, 0);
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      const FoyerField *field = &all_types[i]->fields[j];

      check_column (columns, field);
      assert_fresh (names, field->name);
      assert_matches ("^[a-z][A-Za-z0-9]*(\\.[a-z0-9_]+)*$", field->name);
      g_assert_false (g_strv_contains (taken, field->name));
      g_assert_true (foyer_record_type_field (all_types[i], field->name) == field);
      g_assert_nonnull (field->about);
      assert_matches ("[^.]$", field->about);
      if (field->rows != NULL)
        assert_matches ("^(00[0-4]-\\d+|X\\d+)( (00[0-4]-\\d+|X\\d+))*$", field->rows);
    }
  }
}

static void
check_shape (const FoyerField *field)
{
  gboolean refers = field->kind == FOYER_KIND_REF || field->kind == FOYER_KIND_REFS;
  gboolean is_text = field->kind == FOYER_KIND_TEXT || field->kind == FOYER_KIND_TEXTS;

  g_assert_true (refers == (field->ref != NULL));
  if (field->kind == FOYER_KIND_ENUM)
    g_assert_nonnull (field->values);
  else if (field->kind != FOYER_KIND_TEXTS && field->kind != FOYER_KIND_MAP)
    g_assert_null (field->values);
  if (field->values != NULL)
    assert_matches ("^[a-z][a-z0-9_]*( [a-z][a-z0-9_]*)*$", field->values);
  g_assert_true (field->pattern == FOYER_PATTERN_ANY || is_text);
  g_assert_cmpint (field->minimum, <=, field->maximum);
  if (field->kind == FOYER_KIND_TEXT)
    g_assert_cmpint (field->maximum, >, 0);
}

static void
test_shapes (void)
{
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++)
      check_shape (&all_types[i]->fields[j]);
  }
}

static void
test_references (void)
{
  /* Two pairs refer to each other; whatever else refers forward should be moved. */
  static const char *const forward[] = { "Booking.visitId", "Quote.versionId", NULL };

  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      const FoyerField *field = &all_types[i]->fields[j];
      g_autofree char *name = g_strdup_printf ("%s.%s", all_types[i]->name, field->name);
      const FoyerRecordType *target;

      if (field->ref == NULL || strcmp (field->ref, "*") == 0)
        continue;
      target = foyer_record_type_by_name (field->ref);
      if (target == NULL)
        g_error ("%s names no type: %s", name, field->ref);
      if (target->index > i && !g_strv_contains (forward, name))
        g_error ("%s refers forward to %s", name, field->ref);
    }
  }
}

static void
test_defaults (void)
{
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      const FoyerField *field = &all_types[i]->fields[j];
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) value = NULL;
      g_autofree char *problem = NULL;

      if (field->fallback == NULL)
        continue;
      value = foyer_json_parse (field->fallback, -1, &error);
      g_assert_no_error (error);
      problem = foyer_field_check (field, value);
      if (problem != NULL)
        g_error ("%s.%s: expected %s", all_types[i]->name, field->name, problem);
    }
  }
}

static void
test_writers (void)
{
  for (guint i = 0; i < n_types; i++) {
    const FoyerRecordType *type = all_types[i];

    for (guint j = 0; j < type->n_fields; j++) {
      const FoyerField *field = &type->fields[j];
      gboolean by_staff = foyer_field_is_writable (field, FOYER_WRITER_STAFF, TRUE);

      if (type->server_made && by_staff)
        g_error ("%s is made by the server, but staff may write %s", type->name, field->name);
      if (type->append_only && foyer_field_is_writable (field, FOYER_WRITER_STAFF, FALSE))
        g_error ("%s is never changed, but %s may be", type->name, field->name);
      if (type->append_only && field->policy != FOYER_POLICY_APPEND)
        g_error ("%s is only added to, but %s is not", type->name, field->name);
      if (field->secret && (field->indexed || field->searched || !field->personal))
        g_error ("%s.%s is secret", type->name, field->name);
    }
  }
}

/* Settings that cannot be null must say so, or a getter would give 0 for a default of true. */
static void
test_true_by_default (void)
{
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      const FoyerField *field = &all_types[i]->fields[j];

      if (field->kind == FOYER_KIND_BOOLEAN && g_strcmp0 (field->fallback, "true") == 0)
        g_assert_true (field->required);
    }
  }
}

/* --- Enumerators ------------------------------------------------------------------------------------------------- */

static gboolean
fits_enumerators (const char *body, char **words)
{
  g_autoptr (GRegex) name = g_regex_new ("\\b[A-Z][A-Z0-9_]+\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *prefix = NULL;
  guint count = 0;

  g_regex_match (name, body, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), count++) {
    g_autofree char *enumerator = g_match_info_fetch (match, 0);
    g_autofree char *upper = words[count] == NULL ? NULL : g_ascii_strup (words[count], -1);
    g_autofree char *ending = upper == NULL ? NULL : g_strconcat ("_", upper, NULL);

    if (ending == NULL || !g_str_has_suffix (enumerator, ending))
      return FALSE;
    enumerator[strlen (enumerator) - strlen (ending)] = '\0';
    if (prefix != NULL && strcmp (prefix, enumerator) != 0)
      return FALSE;
    g_free (prefix);
    prefix = g_steal_pointer (&enumerator);
  }
  return words[count] == NULL;
}

static gboolean
file_has_enum (const char *path, char **words)
{
  g_autoptr (GRegex) typedef_enum = g_regex_new ("typedef enum \\{([^}]*)\\}", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_no_error (error);
  g_regex_match (typedef_enum, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *body = g_match_info_fetch (match, 1);

    if (fits_enumerators (body, words))
      return TRUE;
  }
  return FALSE;
}

/* Each list of words has its C enum: as many enumerators, in the order of the words, ending in the words. */
static void
test_enumerators (void)
{
  for (guint i = 0; i < n_types; i++) {
    g_autofree char *own = g_strdup_printf ("%s/types/%s.h", records_path, all_types[i]->table);
    g_autofree char *shared = g_build_filename (records_path, "foyer-shared-words.h", NULL);
    g_autofree char *template = g_build_filename (records_path, "types", "template.h", NULL);

    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      const FoyerField *field = &all_types[i]->fields[j];
      g_auto (GStrv) words = field->values == NULL ? NULL : g_strsplit (field->values, " ", -1);

      if (words == NULL || field->kind == FOYER_KIND_MAP)
        continue;
      if (!file_has_enum (own, words) && !file_has_enum (shared, words) && !file_has_enum (template, words))
        g_error ("%s.%s: no enum in %s has the words: %s", all_types[i]->name, field->name, own,
                 field->values);
    }
  }
}

static void
test_words (void)
{
  const FoyerField *mode = foyer_record_type_field (&foyer_portal_settings_type, "booking.mode");
  g_autofree char *word = foyer_field_value_word (mode, FOYER_BOOKING_MODE_AUTO);
  g_autofree char *beyond = foyer_field_value_word (mode, FOYER_BOOKING_MODE_AUTO + 1);

  g_assert_cmpstr (word, ==, "auto");
  g_assert_null (beyond);
  g_assert_cmpint (foyer_field_value_index (mode, "approve"), ==, FOYER_BOOKING_MODE_APPROVE);
  g_assert_cmpint (foyer_field_value_index (mode, "requests"), ==, FOYER_BOOKING_MODE_REQUESTS);
  g_assert_cmpint (foyer_field_value_index (mode, "request"), ==, -1);
  g_assert_cmpint (foyer_field_value_index (mode, "off requests"), ==, -1);
  g_assert_cmpint (foyer_field_value_index (mode, ""), ==, -1);
}

static void
test_types_of_ids (void)
{
  g_assert_true (foyer_record_type_of_id ("ps-0190a5a0-7c00-7000-8000-000000000000")
                 == &foyer_portal_settings_type);
  g_assert_null (foyer_record_type_of_id ("zz-0190a5a0-7c00-7000-8000-000000000000"));
  g_assert_null (foyer_record_type_of_id ("ps"));
  g_assert_null (foyer_record_type_by_name ("portal_settings"));
}

/* --- The documents' defaults ------------------------------------------------------------------------------------- */

typedef struct {
  const char *key;
  const char *value;
  const char *row; /* where the documents say so */
} Default;

static const Default defaults[] = {
  /* 000, features. Self-booking Off and auto-confirm Off are the mode "requests" (X4). */
  { "portal.enabled", "true", "000-4" },
  { "portal.messaging", "true", "000-5" },
  { "portal.payments", "true", "000-6" },
  { "portal.show_invoices", "true", "X17" },
  { "portal.documents", "true", "000-7" },
  { "booking.mode", "\"requests\"", "000-8" },
  /* 000, self-booking. */
  { "booking.lead_hours", "24", "000-36" },
  { "booking.max_days", "30", "000-37" },
  { "booking.max_per_day", "5", "000-38" },
  { "booking.cancel_hours", "24", "000-40" },
  { "booking.require_property", "true", "000-41" },
  { "booking.reschedule", "true", "000-42" },
  { "booking.services", "[]", "000-43" },
  { "booking.pending_holds", "true", "X21" },
  { "booking.expire_hours", "48", "X21" },
  /* 000, team notifications. */
  { "notify.team.booking", "true", "000-70" },
  { "notify.team.cancel", "true", "000-71" },
  { "notify.team.message", "true", "000-72" },
  /* A7. */
  { "access.direct_links", "\"open\"", "000-12" },
  { "access.direct_link_days", "90", "X13" },
  { "access.extend_while_unpaid", "true", "000-65" },
  { "access.recheck_after_days", "14", "A7" },
  { "access.recheck_with", "[\"email\",\"phone_last4\"]", "003-6" },
  { "access.email_link", "true", "000-15" },
  { "access.email_link_minutes", "60", "A7" },
  { "access.session_hours", "72", "000-18" },
  { "access.password", "true", "001-9" },
  { "access.invite_delivery", "[\"link\",\"staff_password\",\"generated_password\"]", "004-23" },
  { "access.invite_days", "7", "001-38" },
  { "access.sso", "\"off\"", "001-11" },
  { "access.allowed_domains", "[]", "000-67" },
  { "access.phone_last4_alone", "false", "003-6" },
  { "access.idle_hours", "0", "A7" },
  { "access.link_may", "[\"book\",\"message\",\"approve\",\"sign\"]", "000-28" },
  { "access.stepup_for_signing", "\"off\"", "A7" },
  /* The rest of E7. */
  { "portal.quote_approval", "true", "003-8" },
  { "portal.esign", "true", "000-28" },
  { "portal.change_requests", "true", "000-29" },
  { "portal.reviews", "false", "003-10" },
  { "portal.photos", "true", "000-24" },
  { "portal.proof", "true", "002-22" },
  { "portal.plans", "true", "002-9" },
  { "portal.contracts", "true", "002-1" },
  { "scopes.default", "[\"quotes\",\"visits\",\"invoices\",\"photos\",\"documents\",\"plans\",\"proof\"]",
    "000-26" },
  { "words.quote", "\"estimate\"", "X5" },
  { "words.visit", "\"visit\"", "X5" },
  { "words.client", "\"client\"", "X5" },
  { "sms.booked", "false", "003-17" },
  { "sms.dispatched", "false", "003-18" },
  { "sms.en_route", "false", "003-19" },
  { "sms.complete", "false", "003-20" },
  { "sms.invoice", "false", "003-21" },
};

/* What has no default: empty, or inherited from the organisation. */
static const char *const without_default[] = {
  "portal.review_url", "brand.name",        "brand.logo",    "brand.logo_dark",     "brand.banner",
  "brand.primary",     "brand.accent",      "brand.welcome", "brand.support_phone", "brand.support_email",
  "brand.terms_url",   "brand.privacy_url", "brand.social",  "brand.css",           "brand.pdf_logo",
  "brand.pdf_terms",   "invite.leaflet",    "invite.note",
};

static void
test_settings_defaults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++) {
    const FoyerField *field = foyer_record_type_field (&foyer_portal_settings_type, defaults[i].key);

    if (field == NULL)
      g_error ("no setting %s (%s)", defaults[i].key, defaults[i].row);
    g_assert_cmpstr (field->fallback, ==, defaults[i].value);
    g_assert_true (field->required);
  }
  for (guint i = 0; i < G_N_ELEMENTS (without_default); i++) {
    const FoyerField *field = foyer_record_type_field (&foyer_portal_settings_type, without_default[i]);

    if (field == NULL)
      g_error ("no setting %s", without_default[i]);
    g_assert_null (field->fallback);
    g_assert_false (field->required);
  }
}

/* 001-14: mail on, texts off, for each event. */
static void
test_client_defaults (void)
{
  const FoyerField *field = foyer_record_type_field (&foyer_portal_settings_type, "notify.client_defaults");
  g_auto (GStrv) events = g_strsplit (FOYER_CLIENT_EVENT_WORDS, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) map = foyer_json_parse_object (field->fallback, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (json_object_get_size (map), ==, FOYER_N_CLIENT_EVENTS);
  for (guint i = 0; events[i] != NULL; i++) {
    JsonObject *event = foyer_json_object_object (map, events[i]);

    g_assert_nonnull (event);
    g_assert_true (foyer_json_object_boolean (event, "email", FALSE));
    g_assert_false (foyer_json_object_boolean (event, "sms", TRUE));
  }
}

static void
check_range (const char *key, gint64 minimum, gint64 maximum)
{
  const FoyerField *field = foyer_record_type_field (&foyer_portal_settings_type, key);

  g_assert_cmpint (field->minimum, ==, minimum);
  g_assert_cmpint (field->maximum, ==, maximum);
}

static void
test_settings_ranges (void)
{
  check_range ("booking.lead_hours", 0, 720);
  check_range ("booking.max_days", 1, 365);
  check_range ("booking.max_per_day", 0, 200);
  check_range ("booking.cancel_hours", 0, 720);
  check_range ("booking.expire_hours", 0, 720);
  check_range ("access.direct_link_days", 1, 730);
  check_range ("access.recheck_after_days", 0, 90);
  check_range ("access.email_link_minutes", 5, 1440);
  check_range ("access.session_hours", 1, 8760);
  check_range ("access.invite_days", 1, 90);
  check_range ("access.idle_hours", 0, 720);
  check_range ("brand.welcome", 0, 500);
  check_range ("brand.css", 0, 65536);
}

static const char *
get_expected_applies (const char *key)
{
  static const char *const at_once[]
      = { "booking.mode",           "access.invite_delivery", "access.invite_days",
          "portal.enabled",         "portal.reviews",         "portal.review_url",
          "booking.window_minutes", "notify.client_defaults", NULL };

  if (g_strv_contains (at_once, key))
    return NULL;
  if (g_str_has_prefix (key, "portal.") || g_str_has_prefix (key, "scopes."))
    return FOYER_APPLIES_NEXT_SIGN_IN;
  if (g_str_has_prefix (key, "brand.") || g_str_has_prefix (key, "words."))
    return FOYER_APPLIES_NEXT_PAGE;
  return FOYER_APPLIES_AT_ONCE;
}

static void
test_settings_lines (void)
{
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];
    g_autofree char *column = g_strdelimit (g_strdup (field->name), ".", '_');
    const char *applies = get_expected_applies (field->name);

    g_assert_cmpstr (field->column, ==, column);
    if (strcmp (field->name, "version") == 0 || field->remark)
      continue;
    g_assert_cmpint (field->policy, ==, FOYER_POLICY_STRICT);
    g_assert_nonnull (field->words);
    g_assert_nonnull (field->applies);
    if (applies != NULL)
      g_assert_cmpstr (field->applies, ==, applies);
    g_assert_true (foyer_field_is_writable (field, FOYER_WRITER_STAFF, FALSE));
    g_assert_false (foyer_field_is_writable (field, FOYER_WRITER_CLIENT, FALSE));
  }
}

/* A8: a new organisation's document serialises to exactly those defaults. */
static void
test_new_settings (void)
{
  g_autoptr (JsonObject) json = json_object_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (JsonObject) again = NULL;

  foyer_record_type_fill_defaults (&foyer_portal_settings_type, json);
  json_object_set_string_member (json, "id", "ps-1");
  settings = foyer_record_from_json (&foyer_portal_settings_type, json, &error);
  g_assert_no_error (error);
  again = foyer_record_to_json (settings);
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++) {
    g_autofree char *value = foyer_json_canonical (json_object_get_member (again, defaults[i].key));

    g_assert_cmpstr (value, ==, defaults[i].value);
  }
  g_assert_true (foyer_portal_settings_get_portal_enabled (settings));
  g_assert_cmpint (foyer_portal_settings_get_booking_mode (settings), ==, FOYER_BOOKING_MODE_REQUESTS);
  g_assert_cmpint (foyer_portal_settings_get_access_session_hours (settings), ==, 72);
  g_assert_null (foyer_portal_settings_get_brand_name (settings));
}

/* Defaults never put themselves in the place of what is there. */
static void
test_fill_defaults (void)
{
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_int_member (json, "booking.lead_hours", 3);
  foyer_record_type_fill_defaults (&foyer_portal_settings_type, json);
  g_assert_cmpint (json_object_get_int_member (json, "booking.lead_hours"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (json, "booking.max_days"), ==, 30);
}

/* Lists of texts come back as they went in, whatever stands in the texts that JSON itself is made of. */
static void
test_lists_of_texts (void)
{
  static const char *const lists[][4] = {
    { NULL },
    { "", NULL },
    { "plumbing", NULL },
    { "a, b", "],[", "{\"x\":1}", NULL },
    { "back\\slash", "\"quoted\"", NULL },
    { "H\xc3\xb6he", "\xd9\x85\xd8\xb1", "/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (JsonObject) json = json_object_new ();
    JsonArray *skills = json_array_new ();
    g_autofree char *id
        = g_strconcat (foyer_crew_member_type.prefix, "-01890a5d-ac96-7d4e-8f00-000000000001", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerRecord) record = NULL;
    g_auto (GStrv) found = NULL;

    for (guint k = 0; lists[i][k] != NULL; k++)
      json_array_add_string_element (skills, lists[i][k]);
    json_object_set_string_member (json, "id", id);
    json_object_set_string_member (json, "name", "Lee");
    foyer_record_type_fill_defaults (&foyer_crew_member_type, json);
    json_object_set_array_member (json, "skills", skills);
    record = foyer_record_from_json (&foyer_crew_member_type, json, &error);
    g_assert_no_error (error);
    found = foyer_crew_member_get_skills (record);
    g_assert_cmpstrv (found, lists[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  all_types = foyer_record_types (&n_types);
  records_path = argc > 1 ? argv[1] : "src/records";

  g_test_add_func ("/record-types/names", test_names);
  g_test_add_func ("/record-types/fields", test_fields);
  g_test_add_func ("/record-types/shapes", test_shapes);
  g_test_add_func ("/record-types/references", test_references);
  g_test_add_func ("/record-types/defaults", test_defaults);
  g_test_add_func ("/record-types/writers", test_writers);
  g_test_add_func ("/record-types/true-by-default", test_true_by_default);
  g_test_add_func ("/record-types/enumerators", test_enumerators);
  g_test_add_func ("/record-types/words", test_words);
  g_test_add_func ("/record-types/types-of-ids", test_types_of_ids);
  g_test_add_func ("/record-types/settings-defaults", test_settings_defaults);
  g_test_add_func ("/record-types/client-defaults", test_client_defaults);
  g_test_add_func ("/record-types/settings-ranges", test_settings_ranges);
  g_test_add_func ("/record-types/settings-lines", test_settings_lines);
  g_test_add_func ("/record-types/new-settings", test_new_settings);
  g_test_add_func ("/record-types/fill-defaults", test_fill_defaults);
  g_test_add_func ("/record-types/lists-of-texts", test_lists_of_texts);
  return g_test_run ();
}
