/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-record.c - records from JSON, as pulled from a server that nobody vouches for: they come out as they went in */

#include "foyer-fuzz.h"

#include "foyer-json.h"
#include "foyer-record.h"

static const FoyerRecordType *
choose_type (JsonObject *json, const uint8_t *data, size_t size)
{
  const char *id = foyer_json_object_text (json, "id");
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  return type != NULL ? type : types[size == 0 ? 0 : data[size - 1] % n_types];
}

static void
read_every_field (FoyerRecord *record, const FoyerRecordType *type)
{
  g_autofree char *search = foyer_record_search_text (record);

  g_assert_nonnull (search);
  for (guint i = 0; i < type->n_fields; i++) {
    switch (type->fields[i].kind) {
    case FOYER_KIND_TEXTS:
    case FOYER_KIND_REFS: {
      g_auto (GStrv) texts = foyer_record_get_texts (record, type, i);

      g_assert_nonnull (texts);
      break;
    }
    case FOYER_KIND_LIST:
    case FOYER_KIND_MAP: {
      g_autoptr (JsonNode) node = foyer_record_get_json (record, type, i);

      g_assert_true ((node != NULL) == foyer_record_has (record, i));
      break;
    }
    default:
      break;
    }
  }
}

/* The quick way, which reads the text where it stands, comes to the same as the long one. */
static void
check_quick_way (const FoyerRecordType *type, const uint8_t *data, size_t size, FoyerRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) quick
      = foyer_record_from_span (type, foyer_json_span_new ((const char *) data, size), &error);
  g_autoptr (JsonObject) first = record == NULL ? NULL : foyer_record_to_json (record);
  g_autoptr (JsonObject) second = quick == NULL ? NULL : foyer_record_to_json (quick);
  g_autofree char *text = first == NULL ? NULL : foyer_json_canonical_object (first);
  g_autofree char *twice = second == NULL ? NULL : foyer_json_canonical_object (second);

  g_assert_true ((quick == NULL) == (error != NULL));
  g_assert_cmpstr (text, ==, twice);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (JsonObject) json
      = foyer_json_parse_object (size == 0 ? "" : (const char *) data, (gssize) size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (FoyerRecord) again = NULL;
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (JsonObject) second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;
  const FoyerRecordType *type;

  if (json == NULL)
    return 0;
  type = choose_type (json, data, size);
  record = foyer_record_from_json (type, json, &error);
  check_quick_way (type, data, size, record);
  if (record == NULL) {
    g_assert_nonnull (error);
    return 0;
  }
  read_every_field (record, type);
  first = foyer_record_to_json (record);
  again = foyer_record_from_json (type, first, &error);
  g_assert_no_error (error);
  second = foyer_record_to_json (again);
  text = foyer_json_canonical_object (first);
  twice = foyer_json_canonical_object (second);
  g_assert_cmpstr (text, ==, twice);
  return 0;
}
