/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-details.c - an operation in plain text, for somebody who is asked for help */

#include "foyer-operation-details.h"

#include "foyer-error-text.h"
#include "foyer-operation-closures.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-secret-fields.h"

#include <glib/gi18n-lib.h>

static const char *
state_word (FoyerOperationState state)
{
  switch (state) {
  case FOYER_OPERATION_HELD:
    return _ ("in the undo window");
  case FOYER_OPERATION_QUEUED:
    return _ ("waiting");
  case FOYER_OPERATION_SENDING:
    return _ ("being sent");
  case FOYER_OPERATION_ACKED:
    return _ ("sent, waiting for its echo");
  case FOYER_OPERATION_DONE:
    return _ ("sent");
  case FOYER_OPERATION_REFUSED:
    return _ ("refused by the server");
  case FOYER_OPERATION_CONFLICT:
    return _ ("somebody else was first");
  case FOYER_OPERATION_UNDONE:
    return _ ("taken back");
  case FOYER_OPERATION_DISCARDED:
  default:
    return _ ("put away");
  }
}

static void
add (GString *text, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s: %s\n", label, value);
}

/* In the office's words, and in a form that can be found in a server's log. */
static void
add_moment (GString *text, const char *label, gint64 at, FoyerOfficeTime *time)
{
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *utc = NULL;

  if (at == 0)
    return;
  date = foyer_office_time_date_text (time, at);
  clock = foyer_office_time_clock_text (time, at);
  utc = foyer_utc_format (at);
  g_string_append_printf (text, "%s: %s, %s (%s)\n", label, date, clock, utc);
}

static void
add_values (GString *text, const char *label, const FoyerRecordType *type, JsonObject *values)
{
  g_autoptr (JsonObject) told = values == NULL ? NULL : foyer_json_copy_object (values);
  g_autofree char *json = NULL;

  if (told == NULL)
    return;
  foyer_secret_fields_hide (type, told);
  json = foyer_json_canonical_object (told);
  add (text, label, json);
}

/* The exchange was kept without secrets; the rest of the answer names values of the record's fields. */
static void
add_answer (GString *text, const FoyerOperationData *data)
{
  JsonObject *exchange = foyer_json_object_object (data->error, "exchange");
  g_autoptr (JsonObject) answer = foyer_json_copy_object (data->error);
  g_autofree char *writer = foyer_answer_writer (data->error, NULL);
  g_autofree char *json = NULL;

  add (text, _ ("Changed by"), writer);
  json_object_remove_member (answer, "exchange");
  foyer_secret_fields_hide (data->type, foyer_json_object_object (answer, "current"));
  foyer_secret_fields_hide (data->type, foyer_json_object_object (answer, "last"));
  json = foyer_json_canonical_object (answer);
  add (text, _ ("The server’s answer"), json);
  if (exchange == NULL)
    return;
  add (text, _ ("Sent"), foyer_json_object_text (exchange, "sent"));
  g_string_append_printf (text, "%s: %" G_GINT64_FORMAT "\n", _ ("HTTP status"),
                          foyer_json_object_integer (exchange, "status", 0));
  add (text, _ ("Received"), foyer_json_object_text (exchange, "received"));
}

char *
foyer_operation_details (FoyerOperation *operation, FoyerOfficeTime *time)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const FoyerOperationData *data;
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (FOYER_IS_OPERATION (operation) && time != NULL, NULL);

  data = foyer_operation_get_data (operation);
  title = foyer_operation_title (NULL, operation);
  g_string_append_printf (text, "%s\n", title);
  add (text, _ ("State"), state_word (data->state));
  add_moment (text, _ ("Made"), data->made_at, time);
  add_moment (text, _ ("Sent at"), data->sent_at, time);
  add_moment (text, _ ("Answered"), data->settled_at, time);
  if (data->attempts > 0)
    g_string_append_printf (text, "%s: %u\n", _ ("Attempts"), data->attempts);
  add_moment (text, _ ("Next attempt"), data->next_at, time);
  add (text, _ ("Operation"), data->id);
  if (data->sequence > 0) {
    number = g_strdup_printf ("%" G_GINT64_FORMAT, data->sequence);
    add (text, _ ("Number"), number);
  }
  g_string_append_printf (text, "%s: %s %s\n", _ ("Record"), data->type->name, data->record_id);
  add (text, _ ("In the place of"), data->group);
  add (text, _ ("Builds on"), data->requires);
  add_values (text, _ ("Change"), data->type, data->patch);
  add_values (text, _ ("Expected"), data->type, data->expected);
  if (data->error != NULL)
    add_answer (text, data);
  return g_strdup (text->str);
}
