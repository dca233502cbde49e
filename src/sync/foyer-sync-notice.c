/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-notice.c - what is worth knowing while the engine works */

#include "foyer-sync-engine-private.h"

#include "foyer-jmap.h"

/* Seconds that people would notice between two clocks. */
#define APART 120

gboolean
foyer_sync_engine_may_send (FoyerSyncEngine *self)
{
  /* Without operation ids a lost reply would do things twice. */
  return self->session->staff && !self->session->read_only;
}

static FoyerSyncNotice
judge_session (const FoyerJmapSession *session)
{
  if (!session->staff && session->staff_version > FOYER_JMAP_STAFF_VERSION)
    return FOYER_SYNC_NOTICE_SERVER_NEWER;
  if (!session->staff && session->staff_version > 0)
    return FOYER_SYNC_NOTICE_SERVER_OLDER;
  if (!session->staff)
    return FOYER_SYNC_NOTICE_NO_OPERATIONS;
  return session->read_only ? FOYER_SYNC_NOTICE_READ_ONLY : FOYER_SYNC_NOTICE_NONE;
}

static GPtrArray *
list_drifted (FoyerSyncEngine *self)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < n_types; i++) {
    if (g_hash_table_contains (self->drifted, types[i]))
      g_ptr_array_add (list, (gpointer) types[i]);
  }
  return list;
}

void
foyer_sync_engine_update_notice (FoyerSyncEngine *self)
{
  FoyerSyncNotice notice = self->session == NULL ? FOYER_SYNC_NOTICE_NONE : judge_session (self->session);
  g_autoptr (GPtrArray) troubled = foyer_sync_agenda_list_troubled (self->agenda);
  g_autoptr (GPtrArray) drifted = list_drifted (self);

  if (notice != FOYER_SYNC_NOTICE_NONE)
    foyer_sync_engine_show_notice (self, notice, g_ptr_array_new ());
  else if (troubled->len > 0)
    foyer_sync_engine_show_notice (self, FOYER_SYNC_NOTICE_TROUBLED, g_steal_pointer (&troubled));
  else if (drifted->len > 0)
    foyer_sync_engine_show_notice (self, FOYER_SYNC_NOTICE_MENDED, g_steal_pointer (&drifted));
  else
    foyer_sync_engine_show_notice (self,
                                   ABS (self->server_offset) > APART ? FOYER_SYNC_NOTICE_CLOCK
                                                                     : FOYER_SYNC_NOTICE_NONE,
                                   g_ptr_array_new ());
}
