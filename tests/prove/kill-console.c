/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill-console.c - a console without a window: the real store, engine and transport, with somebody at it who does not rest */

#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-soup-transport.h"
#include "foyer-sync-engine.h"
#include "types/booking.h"
#include "types/label.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

#define PAUSE 15        /* ms between two acts */
#define APPROVE_EVERY 8 /* acts */

/* What is said on standard output, a line each: "trying N" before an act and "made N" once it is kept, likewise "approving ID" and
 * "approved ID"; "drained N" when nothing waits any more, with the number of labels here. On standard input comes "now" when the
 * server is back and "drain" when it is enough. */
typedef struct {
  GMainLoop *loop;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerTransport *transport;
  FoyerSyncEngine *engine;
  GDataInputStream *input;
  GHashTable *tried; /* (element-type utf8): bookings */
  char *name;
  int number; /* of the next act */
  int share;  /* which third of the bookings is this console's */
  gboolean draining;
  gboolean drained;
} Console;

typedef struct {
  Console *console;
  char *told;
} Act;

static void
on_kept (GObject *store, GAsyncResult *result, gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *operation = foyer_store_submit_finish (FOYER_STORE (store), result, &error);

  if (operation != NULL)
    g_print ("%s\n", act->told);
  else
    g_printerr ("%s: not kept: %s\n", act->told, error->message);
  g_free (act->told);
  g_free (act);
}

static void
submit (Console *self,
        FoyerVerb verb,
        const FoyerRecordType *type,
        const char *id,
        JsonObject *patch,
        char *told)
{
  Act *act = g_new0 (Act, 1);

  act->console = self;
  act->told = told;
  foyer_store_submit_async (self->store, verb, type, id, "test", NULL, patch, 0, NULL, on_kept, act);
}

static void
make_label (Console *self)
{
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autofree char *id = foyer_id_new (foyer_label_type.prefix, self->clock, self->random);
  g_autofree char *name = g_strdup_printf ("%s-%d", self->name, self->number);

  json_object_set_string_member (patch, "name", name);
  json_object_set_int_member (patch, "position", 0);
  g_print ("trying %d\n", self->number);
  submit (self, FOYER_VERB_CREATE, &foyer_label_type, id, patch, g_strdup_printf ("made %d", self->number));
  self->number++;
}

static void
approve_one (Console *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GPtrArray) bookings = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  query->limit = 200;
  bookings = foyer_store_list (self->store, query);
  for (guint i = 0; i < bookings->len; i++) {
    const char *id = foyer_record_get_id (bookings->pdata[i]);
    g_autoptr (JsonObject) patch = NULL;

    if ((int) (g_str_hash (id) % 3) != self->share || g_hash_table_contains (self->tried, id))
      continue;
    g_hash_table_add (self->tried, g_strdup (id));
    patch = json_object_new ();
    json_object_set_string_member (patch, "status", "approved");
    g_print ("approving %s\n", id);
    submit (self, FOYER_VERB_UPDATE, &foyer_booking_type, id, patch, g_strdup_printf ("approved %s", id));
    return;
  }
}

static void
look_whether_drained (Console *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_label_type);
  g_autoptr (GPtrArray) labels = NULL;
  guint waiting;
  guint needing;

  foyer_store_count_operations (self->store, &waiting, &needing);
  if (self->drained || waiting > 0 || foyer_sync_engine_get_state (self->engine) != FOYER_SYNC_IDLE)
    return;
  self->drained = TRUE;
  labels = foyer_store_list (self->store, query);
  g_print ("drained %u\n", labels->len);
}

static gboolean
on_pause_over (gpointer data)
{
  Console *self = data;

  if (self->draining)
    look_whether_drained (self);
  else if (self->number % APPROVE_EVERY == 0)
    approve_one (self);
  if (!self->draining)
    make_label (self);
  return G_SOURCE_CONTINUE;
}

static void
on_line (GObject *input, GAsyncResult *result, gpointer data)
{
  Console *self = data;
  g_autofree char *line
      = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (input), result, NULL, NULL);

  if (line == NULL || strcmp (line, "end") == 0) {
    g_main_loop_quit (self->loop);
    return;
  }
  self->draining = self->draining || strcmp (line, "drain") == 0;
  self->drained = FALSE;
  foyer_sync_engine_sync_now (self->engine);
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line, self);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Console *self = data;
  g_autoptr (GError) error = NULL;

  self->store = foyer_store_open_finish (result, &error);
  if (self->store == NULL)
    g_error ("The store does not open: %s", error->message);
  g_main_loop_quit (self->loop);
}

static void
run (Console *self, const char *address)
{
  g_autofree char *session = g_strconcat (address, "/.well-known/jmap", NULL);
  guint timer;

  self->engine = foyer_sync_engine_new (self->store, self->transport, session, NULL);
  foyer_sync_engine_start (self->engine);
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line, self);
  timer = g_timeout_add (PAUSE, on_pause_over, self);
  g_print ("open\n");
  g_main_loop_run (self->loop);
  g_source_remove (timer);
  foyer_sync_engine_stop (self->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->engine);
  foyer_store_close (self->store);
  g_object_unref (self->store);
}

int
main (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  g_autofree char *address = NULL;
  g_autofree char *token = NULL;
  g_autofree char *account_id = NULL;
  Console self = { .number = 0 };
  const GOptionEntry entries[] = {
    { "directory", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Of the store", "DIR" },
    { "address", 0, 0, G_OPTION_ARG_STRING, &address, "Of the server", "URL" },
    { "token", 0, 0, G_OPTION_ARG_STRING, &token, "To sign in with", "TOKEN" },
    { "account", 0, 0, G_OPTION_ARG_STRING, &account_id, "The organisation's id", "ID" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self.name, "Of this console", "NAME" },
    { "from", 0, 0, G_OPTION_ARG_INT, &self.number, "The number of the first act", "N" },
    { "share", 0, 0, G_OPTION_ARG_INT, &self.share, "Which third of the bookings", "0-2" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (FoyerAccount) account = NULL;
  g_autoptr (FoyerCredential) credential = NULL;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, NULL) || account_id == NULL)
    return 2;
  account = foyer_account_new (address, account_id, "Northwind", NULL, "Ana");
  credential = foyer_credential_new (token, "none");
  self.loop = g_main_loop_new (NULL, FALSE);
  self.clock = foyer_system_clock_new ();
  self.random = foyer_random_new ();
  self.transport = FOYER_TRANSPORT (foyer_soup_transport_new (account, credential));
  self.input = g_data_input_stream_new (input);
  self.tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  foyer_store_open_async (directory, self.clock, self.random, TRUE, NULL, on_opened, &self);
  g_main_loop_run (self.loop);
  run (&self, address);
  g_object_unref (self.transport);
  g_object_unref (self.input);
  g_object_unref (self.clock);
  g_object_unref (self.random);
  g_hash_table_unref (self.tried);
  g_main_loop_unref (self.loop);
  g_free (self.name);
  return 0;
}
