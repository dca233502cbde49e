/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-query.c - questions to a record source, answered from memory */

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-memory-source.h"
#include "foyer-record-builder.h"
#include "record-maker.h"
#include "types/booking.h"
#include "types/label.h"
#include "types/organisation.h"
#include "types/property.h"

#define DAY 86400
#define START G_GINT64_CONSTANT (1778058000)

static FoyerRecord *
make_booking (const char *id, const char *client, const char *status, gint64 start, const char *crew)
{
  g_autofree char *time = foyer_utc_format (start);
  g_autoptr (JsonObject) json = json_object_new ();
  g_autoptr (GError) error = NULL;
  FoyerRecord *record;

  foyer_record_type_fill_defaults (&foyer_booking_type, json);
  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "clientId", client);
  json_object_set_string_member (json, "status", status);
  json_object_set_string_member (json, "serviceId", "sv-1");
  json_object_set_string_member (json, "start", time);
  json_object_set_string_member (json, "end", time);
  json_object_set_string_member (json, "requestedAt", time);
  if (crew != NULL)
    json_object_set_string_member (json, "crewId", crew);
  record = foyer_record_from_json (&foyer_booking_type, json, &error);
  g_assert_no_error (error);
  return record;
}

static void
put_booking (FoyerMemorySource *source,
             const char *id,
             const char *client,
             const char *status,
             gint64 start,
             const char *crew)
{
  g_autoptr (FoyerRecord) record = make_booking (id, client, status, start, crew);

  foyer_memory_source_put (source, record);
}

static FoyerRecordSource *
make_source (void)
{
  FoyerMemorySource *source = foyer_memory_source_new ();
  g_autoptr (FoyerRecord) label = foyer_record_new (&foyer_label_type, "lb-1");

  put_booking (source, "bk-1", "cl-1", "pending", START, "cm-1");
  put_booking (source, "bk-2", "cl-1", "approved", START + DAY, NULL);
  put_booking (source, "bk-3", "cl-2", "pending", START + DAY, "cm-2");
  put_booking (source, "bk-4", "cl-2", "declined", START - DAY, NULL);
  put_booking (source, "bk-5", "cl-3", "pending", START + 2 * DAY, "cm-1");
  foyer_memory_source_put (source, label);
  return FOYER_RECORD_SOURCE (source);
}

static char *
list_ids (FoyerRecordSource *source, FoyerQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = foyer_record_source_list (source, query, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : " ", foyer_record_get_id (found->pdata[i]));
  return g_string_free (out, FALSE);
}

static void
assert_found (FoyerRecordSource *source, FoyerQuery *query, const char *expected)
{
  g_autofree char *ids = list_ids (source, query);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_all (void)
{
  g_autoptr (FoyerRecordSource) source = make_source ();
  g_autoptr (FoyerQuery) bookings = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerQuery) labels = foyer_query_new (&foyer_label_type);
  g_autoptr (FoyerQuery) properties = foyer_query_new (&foyer_property_type);

  assert_found (source, bookings, "bk-1 bk-2 bk-3 bk-4 bk-5");
  assert_found (source, labels, "lb-1");
  assert_found (source, properties, "");
}

static void
test_text (void)
{
  g_autoptr (FoyerRecordSource) source = make_source ();
  g_autoptr (FoyerQuery) client = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerQuery) absent = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerQuery) nobody = foyer_query_new (&foyer_booking_type);

  foyer_query_where_text (client, "clientId", "cl-2");
  assert_found (source, client, "bk-3 bk-4");
  foyer_query_where_text (absent, "crewId", NULL);
  assert_found (source, absent, "bk-2 bk-4");
  foyer_query_where_text (nobody, "clientId", "cl-9");
  assert_found (source, nobody, "");
}

static void
test_number (void)
{
  g_autoptr (FoyerRecordSource) source = make_source ();
  g_autoptr (FoyerQuery) pending = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerQuery) window = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerQuery) decided = foyer_query_new (&foyer_booking_type);

  foyer_query_where_number (pending, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  assert_found (source, pending, "bk-1 bk-3 bk-5");

  foyer_query_where_number (window, "start", FOYER_COMPARE_AT_LEAST, START);
  foyer_query_where_number (window, "start", FOYER_COMPARE_LESS, START + 2 * DAY);
  assert_found (source, window, "bk-1 bk-2 bk-3");
  foyer_query_where_number (window, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  assert_found (source, window, "bk-1 bk-3");

  /* What is absent is neither less nor more than anything. */
  foyer_query_where_number (decided, "decidedAt", FOYER_COMPARE_LESS, G_MAXINT64);
  assert_found (source, decided, "");
}

static void
test_order (void)
{
  g_autoptr (FoyerRecordSource) source = make_source ();
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);

  foyer_query_order (query, "start", FALSE);
  assert_found (source, query, "bk-4 bk-1 bk-2 bk-3 bk-5");
  foyer_query_order (query, "start", TRUE);
  assert_found (source, query, "bk-5 bk-3 bk-2 bk-1 bk-4");
  foyer_query_order (query, "crewId", FALSE);
  assert_found (source, query, "bk-2 bk-4 bk-1 bk-5 bk-3");
  foyer_query_order (query, NULL, TRUE);
  assert_found (source, query, "bk-5 bk-4 bk-3 bk-2 bk-1");
}

static void
test_limit (void)
{
  g_autoptr (FoyerRecordSource) source = make_source ();
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GError) error = NULL;

  foyer_query_order (query, "start", FALSE);
  foyer_query_limit (query, 2);
  assert_found (source, query, "bk-4 bk-1");
  g_assert_cmpint (foyer_record_source_count (source, query, &error), ==, 5);
  g_assert_no_error (error);
  foyer_query_limit (query, 0);
  assert_found (source, query, "bk-4 bk-1 bk-2 bk-3 bk-5");
}

static void
test_after (void)
{
  g_autoptr (FoyerRecordSource) source = make_source ();
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);

  foyer_query_order (query, "start", FALSE);
  foyer_query_after (query, START + DAY, NULL, "bk-2");
  assert_found (source, query, "bk-3 bk-5");
  foyer_query_order (query, "start", TRUE);
  assert_found (source, query, "bk-1 bk-4");

  /* The key's own record may be gone meanwhile. */
  foyer_query_order (query, "start", FALSE);
  foyer_query_after (query, START + DAY, NULL, "bk-20");
  assert_found (source, query, "bk-3 bk-5");
}

/* Page by page, whatever the page's length, gives the whole list. */
static void
assert_pages (FoyerRecordSource *source,
              const FoyerRecordType *type,
              const char *order,
              gboolean descending,
              guint limit)
{
  g_autoptr (FoyerQuery) whole = foyer_query_new (type);
  g_autoptr (GString) pages = g_string_new (NULL);
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autofree char *expected = NULL;

  foyer_query_order (whole, order, descending);
  expected = list_ids (source, whole);
  foyer_query_order (query, order, descending);
  foyer_query_limit (query, limit);
  for (;;) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) page = foyer_record_source_list (source, query, &error);
    FoyerRecord *last;

    g_assert_no_error (error);
    for (guint i = 0; i < page->len; i++)
      g_string_append_printf (pages, "%s%s", pages->len == 0 ? "" : " ",
                              foyer_record_get_id (page->pdata[i]));
    if (page->len < limit)
      break;
    last = page->pdata[page->len - 1];
    if (query->order == NULL) {
      foyer_query_after (query, 0, NULL, foyer_record_get_id (last));
    } else {
      FoyerValue *value = foyer_record_value (last, (guint) (query->order - type->fields));

      foyer_query_after (query, value->number, value->text, foyer_record_get_id (last));
    }
  }
  g_assert_cmpstr (pages->str, ==, expected);
}

static void
test_pages (void)
{
  static const char *const orders[] = { NULL, "status", "start", "crewId", "heldUntil", "number" };
  g_autoptr (FoyerMemorySource) source = foyer_memory_source_new ();
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (11);

  for (guint i = 0; i < 60; i++) {
    g_autofree char *id = g_strdup_printf ("bk-%u", foyer_random_below (random, 1000));
    g_autofree char *crew = g_strdup_printf ("cm-%u", foyer_random_below (random, 4));

    put_booking (source, id, "cl-1", foyer_random_below (random, 2) == 0 ? "pending" : "approved",
                 START + DAY * foyer_random_below (random, 5),
                 foyer_random_below (random, 3) == 0 ? NULL : crew);
  }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    for (guint limit = 1; limit < 70; limit += 6) {
      assert_pages (FOYER_RECORD_SOURCE (source), &foyer_booking_type, orders[i], FALSE, limit);
      assert_pages (FOYER_RECORD_SOURCE (source), &foyer_booking_type, orders[i], TRUE, limit);
    }
  }
}

static void
test_get (void)
{
  g_autoptr (FoyerRecordSource) source = make_source ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) booking = foyer_record_source_get (source, &foyer_booking_type, "bk-3", &error);
  g_autoptr (FoyerRecord) other_type = foyer_record_source_get (source, &foyer_label_type, "bk-3", &error);
  g_autoptr (FoyerRecord) nobody = foyer_record_source_get (source, &foyer_booking_type, "bk-9", &error);
  g_autoptr (FoyerRecord) nothing = foyer_record_source_get (source, &foyer_booking_type, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (foyer_booking_get_client_id (booking), ==, "cl-2");
  g_assert_null (other_type);
  g_assert_null (nobody);
  g_assert_null (nothing);
}

static void
test_singleton (void)
{
  g_autoptr (FoyerMemorySource) source = foyer_memory_source_new ();
  g_autoptr (FoyerRecord) organisation = foyer_record_new (&foyer_organisation_type, "org-1");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) none = NULL;
  g_autoptr (FoyerRecord) found = NULL;

  none = foyer_record_source_get_singleton (FOYER_RECORD_SOURCE (source), &foyer_organisation_type, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  foyer_memory_source_put (source, organisation);
  found = foyer_record_source_get_singleton (FOYER_RECORD_SOURCE (source), &foyer_organisation_type, &error);
  g_assert_no_error (error);
  g_assert_true (found == organisation);
}

static void
test_put (void)
{
  g_autoptr (FoyerMemorySource) source = foyer_memory_source_new ();
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put_booking (source, "bk-1", "cl-1", "pending", START, NULL);
  before = foyer_record_source_get_state (FOYER_RECORD_SOURCE (source), &foyer_booking_type, NULL);
  put_booking (source, "bk-1", "cl-2", "pending", START, NULL);
  after = foyer_record_source_get_state (FOYER_RECORD_SOURCE (source), &foyer_booking_type, NULL);
  g_assert_cmpstr (before, !=, after);
  foyer_query_where_text (query, "clientId", "cl-2");
  assert_found (FOYER_RECORD_SOURCE (source), query, "bk-1");
  g_assert_cmpint (foyer_record_source_count (FOYER_RECORD_SOURCE (source), query, NULL), ==, 1);
}

/* A misspelt field is a programmer's error and ends the program. */
static void
test_unknown_field (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);

    foyer_query_where_text (query, "clientID", "cl-1");
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*Booking has no field clientID*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/all", test_all);
  g_test_add_func ("/query/text", test_text);
  g_test_add_func ("/query/number", test_number);
  g_test_add_func ("/query/order", test_order);
  g_test_add_func ("/query/limit", test_limit);
  g_test_add_func ("/query/after", test_after);
  g_test_add_func ("/query/pages", test_pages);
  g_test_add_func ("/query/get", test_get);
  g_test_add_func ("/query/singleton", test_singleton);
  g_test_add_func ("/query/put", test_put);
  g_test_add_func ("/query/unknown-field", test_unknown_field);
  return g_test_run ();
}
