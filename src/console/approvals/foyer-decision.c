/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-decision.c - what a decision changes and how it is called */

#include "foyer-decision.h"

#include "foyer-approval-closures.h"

#include "types/booking.h"

#include <glib/gi18n-lib.h>

JsonObject *
foyer_decision_approve (const char *crew_id, const char *override)
{
  JsonObject *patch = json_object_new ();

  json_object_set_string_member (patch, "status", "approved");
  if (crew_id != NULL)
    json_object_set_string_member (patch, "crewId", crew_id);
  if (override != NULL)
    json_object_set_string_member (patch, "override", override);
  return patch;
}

JsonObject *
foyer_decision_decline (const char *reason)
{
  JsonObject *patch = json_object_new ();

  json_object_set_string_member (patch, "status", "declined");
  json_object_set_string_member (patch, "reason", reason);
  return patch;
}

char *
foyer_decision_subject (const char *slot, const char *client)
{
  /* Translators: when, then the client: "Tue, May 6, 9–11 AM for Ellen Ruiz" */
  return g_strdup_printf (_ ("%s for %s"), slot, client);
}

FoyerAct *
foyer_decision_act (const char *operation_id,
                    const char *booking_id,
                    const char *command,
                    const char *slot,
                    const char *client)
{
  FoyerAct *act = g_new0 (FoyerAct, 1);

  act->operation_id = g_strdup (operation_id);
  act->record_id = g_strdup (booking_id);
  act->area = g_strdup ("approvals");
  act->done = g_str_equal (command, "approve") ? g_strdup_printf (_ ("Approved for %s"), slot)
                                               : g_strdup_printf (_ ("Declined for %s"), client);
  act->undone = g_strdup_printf (_ ("The request of %s is back"), client);
  return act;
}

static void
on_submit_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *operation_id = NULL;
  FoyerAct *act = g_task_get_task_data (task);
  GError *error = NULL;

  operation_id = foyer_store_submit_finish (FOYER_STORE (source), result, &error);
  if (operation_id == NULL) {
    g_task_return_error (task, error);
    return;
  }
  act->operation_id = g_steal_pointer (&operation_id);
  g_task_return_pointer (task, foyer_act_copy (act), (GDestroyNotify) foyer_act_free);
}

void
foyer_decision_submit_async (FoyerDesk *desk,
                             FoyerRecord *booking,
                             FoyerRecord *client,
                             const char *command,
                             JsonObject *patch,
                             gint64 hold,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);
  g_autofree char *slot = foyer_approval_slot (NULL, booking, foyer_desk_get_time (desk));
  g_autofree char *who = foyer_approval_client_name (NULL, client);
  g_autofree char *subject = foyer_decision_subject (slot, who);
  const char *id = foyer_record_get_id (booking);

  g_task_set_source_tag (task, foyer_decision_submit_async);
  g_task_set_task_data (task, foyer_decision_act (NULL, id, command, slot, who),
                        (GDestroyNotify) foyer_act_free);
  foyer_store_submit_async (foyer_desk_get_store (desk), FOYER_VERB_UPDATE, &foyer_booking_type, id, command,
                            subject, patch, hold, cancellable, on_submit_ready, task);
}

FoyerAct *
foyer_decision_submit_finish (FoyerDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
