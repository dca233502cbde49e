/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-closures.c - what the Outbox says of one operation */

#include "foyer-operation-closures.h"

#include <glib/gi18n-lib.h>

char *
foyer_operation_title (GObject *self, FoyerOperation *operation)
{
  const FoyerOperationData *data;
  const char *subject;

  if (operation == NULL)
    return g_strdup ("");
  data = foyer_operation_get_data (operation);
  subject = data->subject == NULL ? data->type->name : data->subject;
  if (g_strcmp0 (data->command, "approve") == 0)
    /* Translators: when and for whom: "Approve Tue, May 6, 9–11 AM for Ellen Ruiz" */
    return g_strdup_printf (_ ("Approve %s"), subject);
  if (g_strcmp0 (data->command, "decline") == 0)
    /* Translators: when and for whom: "Decline Tue, May 6, 9–11 AM for Ellen Ruiz" */
    return g_strdup_printf (_ ("Decline %s"), subject);
  /* Translators: something that was done, and to what */
  return g_strdup_printf (_ ("%s: %s"), data->command, subject);
}

char *
foyer_operation_icon (GObject *self, FoyerOperation *operation)
{
  switch (operation == NULL ? FOYER_OPERATION_QUEUED : foyer_operation_get_state (operation)) {
  case FOYER_OPERATION_DONE:
    return g_strdup ("foyer-approvals-symbolic");
  case FOYER_OPERATION_REFUSED:
  case FOYER_OPERATION_CONFLICT:
    return g_strdup ("dialog-warning-symbolic");
  case FOYER_OPERATION_HELD:
    return g_strdup ("edit-undo-symbolic");
  case FOYER_OPERATION_QUEUED:
  case FOYER_OPERATION_SENDING:
  case FOYER_OPERATION_ACKED:
  case FOYER_OPERATION_UNDONE:
  case FOYER_OPERATION_DISCARDED:
  default:
    return g_strdup ("foyer-outbox-symbolic");
  }
}

static char *
held_text (const FoyerOperationData *data, gint64 monotonic)
{
  gint64 left = MAX (0, data->hold_until - monotonic);
  guint seconds = (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);

  return seconds == 0 ? g_strdup (_ ("Leaves now")) : g_strdup_printf (_ ("Leaves in %u s"), seconds);
}

static char *
queued_text (const FoyerOperationData *data, gint64 now, gboolean online, FoyerOfficeTime *time)
{
  g_autofree char *next = NULL;

  if (!online)
    return g_strdup (_ ("Waits for the network"));
  if (data->next_at <= now)
    return g_strdup (_ ("Waits for its turn"));
  next = foyer_office_time_clock_text (time, data->next_at);
  return g_strdup_printf (ngettext ("Tried %u time, next at %s", "Tried %u times, next at %s",
                                    data->attempts),
                          data->attempts, next);
}

char *
foyer_operation_text (GObject *self,
                      FoyerOperation *operation,
                      gint64 monotonic,
                      gint64 now,
                      gboolean online,
                      FoyerOfficeTime *time)
{
  const FoyerOperationData *data;

  if (operation == NULL || time == NULL)
    return g_strdup ("");
  data = foyer_operation_get_data (operation);
  switch (data->state) {
  case FOYER_OPERATION_HELD:
    return held_text (data, monotonic);
  case FOYER_OPERATION_QUEUED:
    return queued_text (data, now, online, time);
  case FOYER_OPERATION_SENDING:
    return g_strdup (online ? _ ("Being sent…") : _ ("Was being sent; what became of it is asked first"));
  case FOYER_OPERATION_ACKED:
    return g_strdup (_ ("Sent, waiting for its echo"));
  case FOYER_OPERATION_DONE:
  case FOYER_OPERATION_REFUSED:
  case FOYER_OPERATION_CONFLICT:
  case FOYER_OPERATION_UNDONE:
  case FOYER_OPERATION_DISCARDED:
  default:
    return foyer_office_time_clock_text (time, data->settled_at);
  }
}

gboolean
foyer_operation_may_undo (GObject *self, FoyerOperation *operation)
{
  FoyerOperationState state;

  if (operation == NULL)
    return FALSE;
  state = foyer_operation_get_state (operation);
  return state == FOYER_OPERATION_HELD || state == FOYER_OPERATION_QUEUED;
}

gboolean
foyer_operation_may_release (GObject *self, FoyerOperation *operation)
{
  return operation != NULL && foyer_operation_get_state (operation) == FOYER_OPERATION_HELD;
}

gboolean
foyer_operation_is_sent (GObject *self, FoyerOperation *operation)
{
  return operation != NULL && foyer_operation_get_state (operation) == FOYER_OPERATION_DONE;
}

char *
foyer_outbox_subtitle (GObject *self, guint needing, guint waiting)
{
  g_autofree char *need = g_strdup_printf (ngettext ("%u needs you", "%u need you", needing), needing);
  g_autofree char *wait = g_strdup_printf (ngettext ("%u waiting", "%u waiting", waiting), waiting);

  if (needing > 0 && waiting > 0)
    return g_strdup_printf ("%s · %s", need, wait);
  if (needing > 0)
    return g_steal_pointer (&need);
  return waiting > 0 ? g_steal_pointer (&wait) : g_strdup ("");
}

char *
foyer_outbox_page_name (GObject *self, guint needing, guint waiting, guint sent)
{
  return g_strdup (needing + waiting + sent == 0 ? "empty" : "groups");
}
