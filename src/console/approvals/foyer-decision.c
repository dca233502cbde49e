/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-decision.c - what a decision changes and how it is called */

#include "foyer-decision.h"

#include "foyer-act-submit.h"
#include "foyer-approval-closures.h"
#include "foyer-booking-brief.h"

#include "foyer-date.h"
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

#define OFFER_LASTS (48 * 60 * 60)

/* What is offered is held for two days, and never beyond the first of the times. */
JsonObject *
foyer_decision_counter (GPtrArray *slots, const char *message, gint64 now)
{
  JsonObject *patch = json_object_new ();
  JsonArray *offers = json_array_new ();
  gint64 until = now + OFFER_LASTS;
  g_autofree char *until_text = NULL;

  for (guint i = 0; i < slots->len; i++) {
    const FoyerSlot *slot = slots->pdata[i];
    JsonObject *offer = json_object_new ();
    g_autofree char *start = foyer_utc_format (slot->start);
    g_autofree char *end = foyer_utc_format (slot->end);

    json_object_set_string_member (offer, "start", start);
    json_object_set_string_member (offer, "end", end);
    if (slot->crew_id != NULL)
      json_object_set_string_member (offer, "crewId", slot->crew_id);
    json_array_add_object_element (offers, offer);
    until = MIN (until, slot->start);
  }
  until_text = foyer_utc_format (until);
  json_object_set_string_member (patch, "status", "countered");
  json_object_set_array_member (patch, "offers", offers);
  json_object_set_string_member (patch, "offersUntil", until_text);
  if (message != NULL && *message != '\0')
    json_object_set_string_member (patch, "message", message);
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
  if (g_str_equal (command, "approve"))
    act->done = g_strdup_printf (_ ("Approved for %s"), slot);
  else if (g_str_equal (command, "counter"))
    act->done = g_strdup_printf (_ ("Other times for %s"), client);
  else
    act->done = g_strdup_printf (_ ("Declined for %s"), client);
  act->undone = g_strdup_printf (_ ("The request of %s is back"), client);
  return act;
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
  g_autofree char *slot = foyer_approval_slot (NULL, booking, foyer_desk_get_time (desk));
  g_autofree char *who = foyer_approval_client_name (NULL, client);
  g_autofree char *subject = foyer_decision_subject (slot, who);
  const char *id = foyer_record_get_id (booking);
  const FoyerDeed deed = { FOYER_VERB_UPDATE, &foyer_booking_type, id, command, subject, hold };

  foyer_act_submit_async (desk, &deed, patch, foyer_decision_act (NULL, id, command, slot, who), cancellable,
                          callback, user_data);
}

FoyerAct *
foyer_decision_submit_finish (FoyerDesk *desk, GAsyncResult *result, GError **error)
{
  return foyer_act_submit_finish (desk, result, error);
}

static void
on_approved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  FoyerAct *act = foyer_decision_submit_finish (FOYER_DESK (source), result, &error);

  if (act == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, act, (GDestroyNotify) foyer_act_free);
}

static void
on_brief_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const gint64 *hold = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerBookingBrief) brief
      = foyer_booking_brief_load_finish (FOYER_STORE (source), result, &error);
  const FoyerFitSummary *fit = brief == NULL ? NULL : foyer_booking_brief_get_fit (brief);
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (JsonObject) patch = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  /* There is a fit only of what is to be decided. */
  if (fit == NULL || foyer_fit_summary_blocks (fit)) {
    g_task_return_pointer (task, NULL, NULL);
    return;
  }
  g_object_get (brief, "client", &client, NULL);
  patch = foyer_decision_approve (fit->crew_id, NULL);
  foyer_decision_submit_async (g_task_get_source_object (task), foyer_booking_brief_get_booking (brief),
                               client, "approve", patch, *hold, g_task_get_cancellable (task), on_approved,
                               g_object_ref (task));
}

void
foyer_decision_approve_if_it_fits_async (FoyerDesk *desk,
                                         const char *booking_id,
                                         gint64 hold,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_decision_approve_if_it_fits_async);
  g_task_set_task_data (task, g_memdup2 (&hold, sizeof hold), g_free);
  foyer_booking_brief_load_async (foyer_desk_get_store (desk), booking_id, cancellable, on_brief_ready, task);
}

FoyerAct *
foyer_decision_approve_if_it_fits_finish (FoyerDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
