/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-door-wishes.c - what strangers ask for, until it is answered */

#include "accounts/foyer-door-wishes.h"

void
foyer_door_wish_free (FoyerDoorWish *self)
{
  if (self == NULL)
    return;
  g_free (self->address);
  g_clear_pointer (&self->secret, g_bytes_unref);
  g_clear_pointer (&self->request, g_bytes_unref);
  g_free (self->remote);
  g_free (self);
}

static void
bind_blob (FoyerStatement *statement, guint number, GBytes *blob)
{
  if (blob == NULL)
    foyer_statement_bind_null (statement, number);
  else
    foyer_statement_bind_blob (statement, number, blob);
}

gboolean
foyer_door_wishes_add (FoyerDatabase *database, const FoyerDoorWish *wish, GError **error)
{
  static const char sql[] = "INSERT INTO door_wish (organisation, address, secret, at, remote,"
                            " request) VALUES ($1, $2, $3, $4, $5, $6)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, wish->organisation);
  foyer_statement_bind_text (statement, 2, wish->address);
  bind_blob (statement, 3, wish->secret);
  foyer_statement_bind_integer (statement, 4, wish->at);
  foyer_statement_bind_text (statement, 5, wish->remote);
  bind_blob (statement, 6, wish->request);
  return foyer_statement_run (statement, error);
}

static FoyerDoorWish *
read_wish (FoyerStatement *statement)
{
  FoyerDoorWish *wish = g_new0 (FoyerDoorWish, 1);

  wish->number = foyer_statement_get_integer (statement, 0);
  wish->organisation = foyer_statement_get_integer (statement, 1);
  wish->address = g_strdup (foyer_statement_get_text (statement, 2));
  if (!foyer_statement_is_null (statement, 3))
    wish->secret = foyer_statement_get_blob (statement, 3);
  wish->at = foyer_statement_get_integer (statement, 4);
  wish->remote = g_strdup (foyer_statement_get_text (statement, 5));
  if (!foyer_statement_is_null (statement, 6))
    wish->request = foyer_statement_get_blob (statement, 6);
  return wish;
}

GPtrArray *
foyer_door_wishes_take (FoyerDatabase *database, guint most, GError **error)
{
  static const char sql[] = "DELETE FROM door_wish WHERE number IN"
                            " (SELECT number FROM door_wish ORDER BY number LIMIT $1)"
                            " RETURNING number, organisation, address, secret, at, remote, request";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GPtrArray) wishes = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_door_wish_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, most);
  while (foyer_statement_step (statement, &local_error))
    g_ptr_array_add (wishes, read_wish (statement));
  if (local_error == NULL)
    return g_steal_pointer (&wishes);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gint64
foyer_door_wishes_count (FoyerDatabase *database, GError **error)
{
  return foyer_database_integer (database, "SELECT count(*) FROM door_wish", error);
}
