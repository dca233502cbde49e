/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-closures.c - what the Outbox says of one operation */

#include "foyer-operation-closures.h"

#include "foyer-error-text.h"
#include "foyer-operation-kinds.h"

#include "foyer-booking-transition.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "foyer-store.h"
#include "foyer-removed-record.h"
#include "foyer-untouched-creation.h"
#include "types/booking.h"

#include <glib/gi18n-lib.h>

char *
foyer_operation_title (GObject *self, FoyerOperation *operation)
{
  const FoyerOperationData *data;
  const FoyerOperationKind *kind;
  const char *subject;
  g_auto (GStrv) parts = NULL;

  if (operation == NULL)
    return g_strdup ("");
  data = foyer_operation_get_data (operation);
  kind = foyer_operation_kind_find (data->command);
  subject = data->subject == NULL ? data->type->name : data->subject;
  if (kind == NULL)
    /* Translators: something that was done, and to what */
    return g_strdup_printf (_ ("%s: %s"), data->command, subject);
  parts = g_strsplit (_ (kind->title), "%s", 2);
  return g_strjoinv (subject, parts);
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

  if (data->attempts == 0 && data->next_at > now) {
    next = foyer_office_time_moment_text (time, data->next_at, now);
    return g_strdup_printf (_ ("Scheduled for %s"), next);
  }
  if (!online)
    return g_strdup (_ ("Waits for the network"));
  if (data->contradicted)
    return g_strdup (_ ("Somebody was first: it will need you"));
  if (data->next_at > now) {
    next = foyer_office_time_clock_text (time, data->next_at);
    return g_strdup_printf (ngettext ("Tried %u time, next at %s", "Tried %u times, next at %s",
                                      data->attempts),
                            data->attempts, next);
  }
  if (data->requires != NULL)
    return g_strdup (_ ("Waits for what it builds on"));
  if (data->attempts > 0)
    return g_strdup_printf (ngettext ("Tried %u time, next as soon as it can",
                                      "Tried %u times, next as soon as it can", data->attempts),
                            data->attempts);
  return g_strdup (_ ("Waits for its turn"));
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

char *
foyer_operation_subtitle (FoyerOperation *operation,
                          gint64 monotonic,
                          gint64 now,
                          gboolean online,
                          FoyerOfficeTime *time)
{
  g_autofree char *text = foyer_operation_text (NULL, operation, monotonic, now, online, time);
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);
  g_autofree char *made = NULL;

  /* Who waits for the network for days wants to know since when. Seconds of an undo window speak for themselves. */
  if (data == NULL || time == NULL || data->made_at == 0
      || (data->state != FOYER_OPERATION_QUEUED && data->state != FOYER_OPERATION_SENDING))
    return g_steal_pointer (&text);
  made = foyer_office_time_moment_text (time, data->made_at, now);
  /* Translators: how it stands, and when it was done: "Waits for the network · made today, 9:04 AM" */
  return g_strdup_printf (_ ("%s · made %s"), text, made);
}

char *
foyer_operation_cancel_label (GObject *self, FoyerOperation *operation)
{
  return g_strdup (foyer_operation_may_release (NULL, operation) ? _ ("Undo") : _ ("Cancel"));
}

char *
foyer_operation_menu_name (GObject *self, FoyerOperation *operation)
{
  g_autofree char *title = foyer_operation_title (NULL, operation);

  /* Translators: what the menu is about: "Approve Tue, May 6, 9–11 AM for Ellen Ruiz" */
  return g_strdup_printf (_ ("More about: %s"), title);
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

gboolean
foyer_operation_has_left (GObject *self, FoyerOperation *operation)
{
  FoyerOperationState state;

  if (operation == NULL)
    return FALSE;
  state = foyer_operation_get_state (operation);
  return state == FOYER_OPERATION_SENDING || state == FOYER_OPERATION_ACKED || state == FOYER_OPERATION_DONE;
}

/* Whether every value that it wrote still stands, so that the ones from before can come back. */
static gboolean
stands (const FoyerOperationData *data, JsonObject *present)
{
  g_autoptr (GList) pointers = json_object_get_members (data->inverse);

  for (GList *link = pointers; link != NULL; link = link->next) {
    g_auto (GStrv) parts = g_strsplit (link->data, "/", 2);
    const FoyerField *field = foyer_record_type_field (data->type, parts[0]);
    JsonNode *written = json_object_get_member (data->patch, link->data);
    JsonNode *found = foyer_patch_lookup (present, link->data);
    gboolean unset = written == NULL || JSON_NODE_HOLDS_NULL (written);

    if (field == NULL || !foyer_field_is_writable (field, FOYER_WRITER_STAFF, FALSE)
        || foyer_field_only_grows (field))
      return FALSE;
    /* It was said with the change, and stays said. */
    if (field->remark)
      continue;
    if (unset ? found != NULL && !JSON_NODE_HOLDS_NULL (found)
              : found == NULL || !foyer_json_equal (written, found))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_allowed_back (const FoyerOperationData *data, FoyerRecord *record)
{
  const char *status = foyer_json_object_text (data->inverse, "status");
  const FoyerField *field;

  if (data->type != &foyer_booking_type || status == NULL)
    return TRUE;
  field = foyer_record_type_field (&foyer_booking_type, "status");
  return foyer_booking_may_become ((FoyerBookingStatus) foyer_booking_get_status (record),
                                   (FoyerBookingStatus) foyer_field_value_index (field, status),
                                   FOYER_ACTOR_STAFF, FOYER_HAS (record, booking, told_at));
}

gboolean
foyer_operation_may_take_back (FoyerOperation *operation, FoyerRecord *record)
{
  const FoyerOperationData *data;
  g_autoptr (JsonObject) present = NULL;

  if (!foyer_operation_has_left (NULL, operation))
    return FALSE;
  data = foyer_operation_get_data (operation);
  if (foyer_removed_record_may_return (data, record))
    return TRUE;
  if (record == NULL)
    return FALSE;
  if (foyer_untouched_creation_is (data, record))
    return TRUE;
  if (data->verb != FOYER_VERB_UPDATE || data->patch == NULL || data->inverse == NULL
      || json_object_get_size (data->inverse) == 0)
    return FALSE;
  present = foyer_record_to_json (record);
  return stands (data, present) && is_allowed_back (data, record);
}

char *
foyer_operation_too_late_text (FoyerOperation *operation, FoyerOfficeTime *time)
{
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);
  gint64 at = data == NULL ? 0 : data->sent_at != 0 ? data->sent_at : data->settled_at;
  g_autofree char *clock = NULL;

  if (at == 0 || time == NULL)
    return g_strdup (_ ("Cannot be undone: it was sent"));
  clock = foyer_office_time_clock_text (time, at);
  return g_strdup_printf (_ ("Cannot be undone: sent %s"), clock);
}

char *
foyer_operation_take_back_label (FoyerOperation *operation, FoyerRecord *record, FoyerOfficeTime *time)
{
  g_autofree char *clock = NULL;
  const FoyerOperationData *data;

  if (!foyer_operation_has_left (NULL, operation) || foyer_operation_may_take_back (operation, record)
      || time == NULL)
    return g_strdup (_ ("Take _Back"));
  data = foyer_operation_get_data (operation);
  clock = foyer_office_time_clock_text (time, data->sent_at != 0 ? data->sent_at : data->settled_at);
  return g_strdup_printf (_ ("Can’t undo: sent %s"), clock);
}

static const char *
describe_reversal (FoyerOperation *operation)
{
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);

  switch (data == NULL ? FOYER_VERB_UPDATE : data->verb) {
  case FOYER_VERB_CREATE:
    return _ ("Taken back: the server is asked to remove it");
  case FOYER_VERB_DESTROY:
    return _ ("Taken back: the server is asked to add it again");
  case FOYER_VERB_UPDATE:
  default:
    return data == NULL || data->inverse == NULL || json_object_has_member (data->inverse, "status")
               ? _ ("Taken back: the server is asked to reopen it")
               : _ ("Taken back: the server is asked to change it back");
  }
}

char *
foyer_revert_text (FoyerOperation *operation, const GError *error, FoyerOfficeTime *time)
{
  if (error == NULL)
    return g_strdup (describe_reversal (operation));
  if (g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE)
      || g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID))
    return foyer_operation_too_late_text (operation, time);
  return foyer_error_describe (error);
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
foyer_outbox_spoken (GObject *self, guint needing, guint waiting, guint sent)
{
  g_autofree char *open = foyer_outbox_subtitle (NULL, needing, waiting);
  g_autofree char *done = NULL;

  if (sent == 0)
    return g_steal_pointer (&open);
  done = g_strdup_printf (ngettext ("%u sent today", "%u sent today", sent), sent);
  return *open == '\0' ? g_steal_pointer (&done) : g_strdup_printf ("%s · %s", open, done);
}

gboolean
foyer_outbox_has_operations (GObject *self, guint waiting, guint scheduled)
{
  return waiting > scheduled;
}

char *
foyer_outbox_page_name (GObject *self, guint needing, guint waiting, guint sent)
{
  return g_strdup (needing + waiting + sent == 0 ? "empty" : "groups");
}
