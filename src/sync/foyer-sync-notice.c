/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-notice.c - what is worth knowing while the engine works, in one sentence */

#include "foyer-sync-engine-private.h"

#include "foyer-jmap.h"

gboolean
foyer_sync_engine_may_send (FoyerSyncEngine *self)
{
  /* Without operation ids a lost reply would do things twice. */
  return self->session->staff && !self->session->read_only;
}

static const char *
describe_session (const FoyerJmapSession *session)
{
  if (!session->staff && session->staff_version > FOYER_JMAP_STAFF_VERSION)
    return "The server is newer than this Foyer. Please update Foyer: you can read and work on, and what you "
           "do "
           "waits here.";
  if (!session->staff && session->staff_version > 0)
    return "The server is older than this Foyer. Please have it updated: you can read and work on, and what "
           "you "
           "do waits here.";
  if (!session->staff)
    return "The server does not offer what Foyer needs to send changes. What you do waits here.";
  return session->read_only ? "This account may only read. What you do waits here." : NULL;
}

static char *
list_names (GHashTable *drifted)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_types; i++) {
    if (g_hash_table_contains (drifted, types[i]))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ", types[i]->name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

void
foyer_sync_engine_update_notice (FoyerSyncEngine *self)
{
  const char *session = self->session == NULL ? NULL : describe_session (self->session);
  g_autofree char *trouble = foyer_sync_agenda_describe_trouble (self->agenda);
  g_autofree char *drifted = list_names (self->drifted);
  g_autofree char *notice = NULL;

  if (session != NULL)
    notice = g_strdup (session);
  else if (trouble != NULL)
    notice = g_strdup_printf ("The server cannot give everything now (%s). All else is up to date.", trouble);
  else if (*drifted != '\0')
    notice = g_strdup_printf ("Some records were not as on the server (%s) and were fetched again.", drifted);
  foyer_sync_engine_show_notice (self, notice);
}
