/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-console-fixture.c - a desk to sit at */

#include "foyer-console-fixture.h"

#include "foyer-focus-guard.h"
#include "foyer-test.h"
#include "types/booking.h"

#define ZONE "America/Chicago"

typedef struct {
  FoyerConsoleFixture *fixture;
  gint64 rev;
} Pull;

static gboolean
put_type (FoyerStoreWriter *writer, Pull *pull, const FoyerRecordType *type, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) records
      = foyer_record_source_list (FOYER_RECORD_SOURCE (pull->fixture->business->records), query, error);

  for (guint i = 0; records != NULL && i < records->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (records->pdata[i]);
    g_autoptr (FoyerRecord) before
        = foyer_store_get (pull->fixture->store, type, foyer_record_get_id (records->pdata[i]));

    /* The server counts its changes; a record that did not change keeps its number. */
    json_object_set_int_member (json, "rev", before == NULL ? 1 : foyer_record_get_rev (before) + 1);
    if (!foyer_store_writer_put (writer, type, json, error))
      return FALSE;
  }
  return records != NULL;
}

static gpointer
pull_all (FoyerStoreWriter *writer, gpointer user_data, GError **error)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    if (!put_type (writer, user_data, types[i], error))
      return NULL;
  }
  return NULL;
}

typedef struct {
  const FoyerRecordType *type;
  JsonObject *json;
} Put;

static gpointer
pull_one (FoyerStoreWriter *writer, gpointer user_data, GError **error)
{
  Put *put = user_data;

  foyer_store_writer_put (writer, put->type, put->json, error);
  return NULL;
}

static FoyerDesk *
create_desk (FoyerConsoleFixture *self)
{
  g_autofree char *staff_id = foyer_test_id ("st-1");
  g_autofree char *staff = NULL;
  g_autoptr (FoyerAccount) account = NULL;

  if (self->role == NULL)
    return foyer_desk_new (self->store, NULL);
  staff = g_strdup_printf ("[{'id': 'st-1', 'name': 'Ana', 'email': 'ana@northwind.example', 'role': '%s'}]",
                           self->role);
  foyer_console_fixture_pull (self, staff);
  account = foyer_account_new ("https://portal.example", "og-1", "Northwind", staff_id, "Ana");
  return foyer_desk_new (self->store, account);
}

void
foyer_console_fixture_set_up (FoyerConsoleFixture *self, gconstpointer data)
{
  Pull pull = { .fixture = self };
  gint64 now;

  self->business = foyer_test_business_new (ZONE);
  now = foyer_test_business_at (self->business, "2025-05-02 09:00");
  self->directory = foyer_test_make_directory ();
  self->clock = foyer_manual_clock_new (now * G_USEC_PER_SEC);
  self->random = foyer_random_new_seeded (1);
  self->store = foyer_test_open_store (self->directory, FOYER_CLOCK (self->clock), self->random, NULL);
  foyer_test_write (self->store, pull_all, &pull);
  self->desk = create_desk (self);
  foyer_test_settle ();
}

static gboolean
on_patience_ended (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A picture that is being read has its own thread, and what waits for it holds the desk or the store until it has come. The
   thread itself may be the last to let go, and tells nobody. */
static void
wait_for_readers (gpointer held)
{
  gboolean ended = FALSE;
  guint patience = g_timeout_add_seconds (10, on_patience_ended, &ended);

  while (G_OBJECT (held)->ref_count > 1 && !ended) {
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  }
  if (!ended)
    g_source_remove (patience);
}

void
foyer_console_fixture_tear_down (FoyerConsoleFixture *self, gconstpointer data)
{
  foyer_test_settle ();
  foyer_desk_close (self->desk);
  wait_for_readers (self->desk);
  g_assert_finalize_object (self->desk);
  wait_for_readers (self->store);
  g_assert_finalize_object (self->store);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  foyer_test_remove_directory (self->directory);
  foyer_test_business_free (self->business);
}

void
foyer_console_fixture_pull (FoyerConsoleFixture *self, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  JsonArray *records;

  foyer_test_business_put (self->business, json);
  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  records = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (records); i++) {
    const char *short_id = json_object_get_string_member (json_array_get_object_element (records, i), "id");
    g_autoptr (FoyerRecord) record = foyer_test_business_get (self->business, short_id);
    g_autoptr (JsonObject) whole = foyer_record_to_json (record);
    g_autoptr (FoyerRecord) before
        = foyer_store_get (self->store, foyer_record_get_record_type (record), foyer_record_get_id (record));
    Put put = { foyer_record_get_record_type (record), whole };

    json_object_set_int_member (whole, "rev", before == NULL ? 1 : foyer_record_get_rev (before) + 1);
    foyer_test_write (self->store, pull_one, &put);
  }
  foyer_test_settle ();
}

void
foyer_console_fixture_add_requests (FoyerConsoleFixture *self)
{
  foyer_console_fixture_pull (
      self, "[{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1', 'start': "
            "'2025-05-06 09:00', "
            "'end': '2025-05-06 11:00', 'requestedAt': '2025-05-02 08:00', 'expiresAt': '2025-05-04 08:00', "
            "'note': 'Upstairs is not cooling.'}, "
            "{'id': 'bk-2', 'clientId': 'cl-2', 'serviceId': 'sv-1', 'propertyId': 'pr-2', 'start': "
            "'2025-05-06 13:00', "
            "'end': '2025-05-06 15:00', 'requestedAt': '2025-05-02 08:20'}, "
            "{'id': 'bk-3', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1', 'start': "
            "'2025-05-07 09:00', "
            "'end': '2025-05-07 11:00', 'requestedAt': '2025-05-02 08:40'}]");
}

FoyerRecord *
foyer_console_fixture_get_booking (FoyerConsoleFixture *self, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);

  return foyer_store_get (self->store, &foyer_booking_type, whole);
}

GtkWindow *
foyer_console_fixture_make_window (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  foyer_focus_guard_watch (window);
  return window;
}
