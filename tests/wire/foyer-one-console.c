/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-one-console.c - one console and the server core in one thread */

#include "foyer-one-console.h"

#include "foyer-id.h"
#include "foyer-test.h"
#include "types/label.h"

#include <string.h>

void
foyer_one_console_open (FoyerOneConsole *self)
{
  self->store
      = foyer_test_open_store (self->directory, FOYER_CLOCK (self->server->clock), self->random, NULL);
  self->engine = foyer_sync_engine_new (self->store, FOYER_TRANSPORT (self->loopback),
                                        "http://localhost/.well-known/jmap", NULL);
  foyer_sync_engine_start (self->engine);
}

FoyerOneConsole *
foyer_one_console_new (void)
{
  FoyerTestServer *server = foyer_test_server_new ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");

  return foyer_one_console_new_at (server, token);
}

FoyerOneConsole *
foyer_one_console_new_at (FoyerTestServer *server, const char *token)
{
  FoyerOneConsole *self = g_new0 (FoyerOneConsole, 1);

  self->server = server;
  self->token = g_strdup (token);
  self->trace = g_string_new (NULL);
  self->directory = foyer_test_make_directory ();
  self->random = foyer_random_new_seeded (100);
  self->loopback = FOYER_LOOPBACK (foyer_loopback_new (self->server, "A", self->token, self->trace));
  foyer_one_console_open (self);
  return self;
}

void
foyer_one_console_close (FoyerOneConsole *self)
{
  foyer_sync_engine_stop (self->engine);
  /* What is under way arrives nowhere. */
  foyer_one_console_pass (self, 20000);
  g_clear_object (&self->engine);
  foyer_store_close (self->store);
  g_clear_object (&self->store);
}

void
foyer_one_console_free (FoyerOneConsole *self)
{
  foyer_one_console_close (self);
  foyer_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&self->loopback));
  g_object_unref (self->random);
  foyer_test_remove_directory (self->directory);
  foyer_test_server_free (self->server);
  g_string_free (self->trace, TRUE);
  g_free (self->token);
  g_free (self);
}

void
foyer_one_console_pass (FoyerOneConsole *self, gint64 time)
{
  FoyerClock *clock = FOYER_CLOCK (self->server->clock);
  gint64 until = foyer_clock_monotonic (clock) + time;

  foyer_test_settle ();
  while (foyer_clock_monotonic (clock) < until) {
    foyer_manual_clock_advance (self->server->clock, MIN (20000, until - foyer_clock_monotonic (clock)));
    foyer_test_settle ();
  }
}

char *
foyer_one_console_create_label (FoyerOneConsole *self, const char *name)
{
  char *id = foyer_id_new (foyer_label_type.prefix, FOYER_CLOCK (self->server->clock), self->random);
  g_autofree char *patch = g_strdup_printf ("{'name': '%s', 'position': 0}", name);
  g_autoptr (GError) error = NULL;
  g_autofree char *operation
      = foyer_test_submit (self->store, FOYER_VERB_CREATE, &foyer_label_type, id, patch, 0, &error);

  g_assert_no_error (error);
  return id;
}

char *
foyer_one_console_update_label (FoyerOneConsole *self, const char *id, const char *patch)
{
  g_autoptr (GError) error = NULL;
  char *operation
      = foyer_test_submit (self->store, FOYER_VERB_UPDATE, &foyer_label_type, id, patch, 0, &error);

  g_assert_no_error (error);
  return operation;
}

FoyerOperation *
foyer_one_console_find (FoyerOneConsole *self, const char *record_id)
{
  FoyerOperation *newest = NULL;

  for (guint state = FOYER_OPERATION_HELD; state <= FOYER_OPERATION_DISCARDED; state++) {
    const FoyerOperationState wanted = (FoyerOperationState) state;
    g_autoptr (GPtrArray) found = foyer_store_list_operations (self->store, &wanted, 1, 0, 500);

    for (guint i = 0; i < found->len; i++) {
      const FoyerOperationData *data = foyer_operation_get_data (found->pdata[i]);

      if (strcmp (data->record_id, record_id) == 0
          && (newest == NULL || data->number > foyer_operation_get_data (newest)->number))
        g_set_object (&newest, found->pdata[i]);
    }
  }
  return newest;
}

char *
foyer_one_console_label_at_server (FoyerOneConsole *self, const char *id)
{
  g_autoptr (GPtrArray) labels = foyer_test_server_list (self->server, "northwind", &foyer_label_type);

  for (guint i = 0; i < labels->len; i++) {
    if (strcmp (foyer_record_get_id (labels->pdata[i]), id) == 0)
      return g_strdup (foyer_label_get_name (labels->pdata[i]));
  }
  return NULL;
}
