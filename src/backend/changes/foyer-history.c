/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-history.c - how long the past is remembered */

#include "changes/foyer-history.h"

#include "foyer-date.h"

const FoyerHistoryLimits foyer_history_limits = { .tombstone_seconds = 400 * FOYER_SECONDS_PER_DAY,
                                                  .least_tombstones = 100000,
                                                  .result_seconds = 90 * FOYER_SECONDS_PER_DAY,
                                                  .at_once = 5000 };

/* The types of all organisations that remember more than they must. */
typedef struct {
  gint64 organisation;
  char *type;
} Crowd;

static void
clear_crowd (gpointer data)
{
  g_free (((Crowd *) data)->type);
}

static GArray *
list_crowds (FoyerDatabase *database, const FoyerHistoryLimits *limits, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "SELECT organisation, type FROM tombstone GROUP BY organisation, type"
                                " HAVING count(*) > $1",
                                error);
  g_autoptr (GArray) crowds = g_array_new (FALSE, FALSE, sizeof (Crowd));
  g_autoptr (GError) failure = NULL;

  g_array_set_clear_func (crowds, clear_crowd);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, limits->least_tombstones);
  while (foyer_statement_step (statement, &failure)) {
    Crowd crowd
        = { foyer_statement_get_integer (statement, 0), g_strdup (foyer_statement_get_text (statement, 1)) };

    g_array_append_val (crowds, crowd);
  }
  if (failure == NULL)
    return g_steal_pointer (&crowds);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Returns: the rev of the newest tombstone that can go now, 0 if none can */
static gint64
find_floor (FoyerDatabase *database,
            const FoyerHistoryLimits *limits,
            const Crowd *crowd,
            gint64 now,
            GError **error)
{
  static const char sql[]
      = "SELECT coalesce (max(rev), 0) FROM (SELECT rev FROM tombstone WHERE organisation = $1 AND type = $2"
        " AND at < $3 AND rev <= coalesce ((SELECT rev FROM tombstone WHERE organisation = $1 AND type = $2"
        " ORDER BY rev DESC LIMIT 1 OFFSET $4), 0) ORDER BY rev LIMIT $5)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return 0;
  foyer_statement_bind_integer (statement, 1, crowd->organisation);
  foyer_statement_bind_text (statement, 2, crowd->type);
  foyer_statement_bind_integer (statement, 3, now - limits->tombstone_seconds);
  foyer_statement_bind_integer (statement, 4, limits->least_tombstones);
  foyer_statement_bind_integer (statement, 5, limits->at_once);
  return foyer_statement_step (statement, error) ? foyer_statement_get_integer (statement, 0) : 0;
}

static gboolean
run_for (FoyerDatabase *database, const char *sql, const Crowd *crowd, gint64 floor, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, crowd->organisation);
  foyer_statement_bind_text (statement, 2, crowd->type);
  foyer_statement_bind_integer (statement, 3, floor);
  return foyer_statement_run (statement, error);
}

/* The floor rises in the same transaction: nobody is answered as if nothing had been destroyed. */
static gboolean
forget_tombstones (FoyerDatabase *database, const Crowd *crowd, gint64 floor, GError **error)
{
  return run_for (database,
                  "UPDATE type_state SET floor = max(floor, $3) WHERE organisation = $1 AND type = $2", crowd,
                  floor, error)
         && run_for (database, "DELETE FROM tombstone WHERE organisation = $1 AND type = $2 AND rev <= $3",
                     crowd, floor, error);
}

static gboolean
forget_results (FoyerDatabase *database,
                const FoyerHistoryLimits *limits,
                gint64 now,
                gboolean *more,
                GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "UPDATE op_log SET result = NULL WHERE (organisation, id) IN"
                                " (SELECT organisation, id FROM op_log WHERE result IS NOT NULL AND at < $1"
                                " ORDER BY at LIMIT $2)",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now - limits->result_seconds);
  foyer_statement_bind_integer (statement, 2, limits->at_once);
  if (!foyer_statement_run (statement, error))
    return FALSE;
  *more = foyer_database_changes (database) >= limits->at_once;
  return TRUE;
}

gboolean
foyer_history_prune (FoyerDatabase *database,
                     const FoyerHistoryLimits *limits,
                     gint64 now,
                     gboolean *more,
                     GError **error)
{
  g_autoptr (GArray) crowds = list_crowds (database, limits, error);
  g_autoptr (GError) failure = NULL;

  *more = FALSE;
  if (crowds == NULL || !forget_results (database, limits, now, more, error))
    return FALSE;
  for (guint i = 0; i < crowds->len; i++) {
    const Crowd *crowd = &g_array_index (crowds, Crowd, i);
    gint64 floor = find_floor (database, limits, crowd, now, &failure);

    if (failure == NULL && floor > 0) {
      forget_tombstones (database, crowd, floor, &failure);
      *more = TRUE;
    }
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  }
  return TRUE;
}
