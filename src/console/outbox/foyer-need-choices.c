/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need-choices.c - what a person can do about an operation that was not taken */

#include "foyer-need-choices.h"

#include "foyer-booking-transition.h"
#include "foyer-json.h"
#include "types/booking.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
error_text (const FoyerOperationData *data, const char *name)
{
  return data->error == NULL ? NULL : foyer_json_object_text (data->error, name);
}

static gboolean
is_error (const FoyerOperationData *data, const char *type)
{
  return g_strcmp0 (error_text (data, "type"), type) == 0;
}

gboolean
foyer_need_is_gone (const FoyerOperationData *data, FoyerRecord *record)
{
  return data->verb == FOYER_VERB_UPDATE && (record == NULL || is_error (data, "notFound"));
}

static gboolean
may_become (FoyerRecord *booking, FoyerBookingStatus status)
{
  return foyer_booking_may_become ((FoyerBookingStatus) foyer_booking_get_status (booking), status,
                                   FOYER_ACTOR_STAFF, FOYER_HAS (booking, booking, told_at));
}

/* That it was decided already (B22) is no matter of opinion. */
static gboolean
is_overridable (const FoyerOperationData *data)
{
  const char *rule = error_text (data, "rule");

  return rule != NULL && rule[0] == 'B' && strcmp (rule, "B22") != 0;
}

static FoyerNeedChoices
decision_choices (const FoyerOperationData *data, FoyerRecord *booking, const char *wanted)
{
  const FoyerField *field = foyer_record_type_field (&foyer_booking_type, "status");
  FoyerBookingStatus status = (FoyerBookingStatus) foyer_field_value_index (field, wanted);
  FoyerNeedChoices choices = FOYER_NEED_LET_GO;

  if (may_become (booking, FOYER_BOOKING_COUNTERED)
      && foyer_booking_get_kind (booking) != FOYER_BOOKING_CANCEL)
    choices |= FOYER_NEED_PROPOSE;
  if (!may_become (booking, status))
    return choices;
  if (data->state == FOYER_OPERATION_CONFLICT)
    return choices | FOYER_NEED_KEEP_MINE;
  if (status == FOYER_BOOKING_APPROVED && is_overridable (data))
    return choices | FOYER_NEED_OVERRIDE;
  return error_text (data, "rule") == NULL ? choices | FOYER_NEED_RETRY : choices;
}

FoyerNeedChoices
foyer_need_choices (const FoyerOperationData *data, FoyerRecord *record)
{
  const char *status = data->patch == NULL ? NULL : foyer_json_object_text (data->patch, "status");

  if (foyer_need_is_gone (data, record)) {
    if (data->error != NULL && foyer_json_object_object (data->error, "last") != NULL)
      return FOYER_NEED_RESTORE | FOYER_NEED_LET_GO;
    return FOYER_NEED_LET_GO;
  }
  /* The same again would lack the same. */
  if (is_error (data, "secretLost") || is_error (data, "fileLost"))
    return FOYER_NEED_LET_GO;
  if (is_error (data, "dependencyFailed"))
    return FOYER_NEED_RETRY | FOYER_NEED_LET_GO;
  if (data->verb == FOYER_VERB_UPDATE && data->type == &foyer_booking_type && status != NULL)
    return decision_choices (data, record, status);
  if (data->state == FOYER_OPERATION_CONFLICT)
    return FOYER_NEED_KEEP_MINE | FOYER_NEED_KEEP_THEIRS;
  return error_text (data, "rule") == NULL ? FOYER_NEED_RETRY | FOYER_NEED_LET_GO : FOYER_NEED_LET_GO;
}

char *
foyer_need_likeness (const FoyerOperationData *data, FoyerRecord *record)
{
  const char *type = error_text (data, "type");
  const char *rule = error_text (data, "rule");

  return g_strdup_printf ("%s %d %s %d %s %s %u", data->type->name, (int) data->verb, data->command,
                          (int) data->state, type == NULL ? "" : type, rule == NULL ? "" : rule,
                          (guint) foyer_need_choices (data, record));
}

char *
foyer_need_describe_likeness (FoyerStore *store, FoyerOperation *operation)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  g_autoptr (FoyerRecord) record = foyer_store_get (store, data->type, data->record_id);

  return foyer_need_likeness (data, record);
}

static const struct {
  FoyerNeedChoices choice;
  const char *name;
  const char *label;
  const char *tooltip;
} words[] = {
  { FOYER_NEED_PROPOSE, "propose", N_ ("Propose Another Time…"),
    N_ ("The client chooses among the times that you offer") },
  { FOYER_NEED_OVERRIDE, "override", N_ ("Approve Anyway…"), N_ ("Against the rule, with a reason") },
  { FOYER_NEED_KEEP_MINE, "keep-mine", N_ ("Keep Mine"),
    N_ ("Mine takes the place of what stands on the server") },
  { FOYER_NEED_KEEP_THEIRS, "keep-theirs", N_ ("Keep Theirs"), N_ ("What stands on the server stays") },
  { FOYER_NEED_RESTORE, "restore", N_ ("Restore as New"), N_ ("It is made anew, with your change in it") },
  { FOYER_NEED_RETRY, "retry", N_ ("Retry"), N_ ("The same is sent once more") },
  { FOYER_NEED_LET_GO, "let-go", N_ ("Let It Go…"),
    N_ ("Mine is put away; what stands on the server stays") },
};

static guint
find (FoyerNeedChoices choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (words[i].choice == choice)
      return i;
  }
  g_return_val_if_reached (0);
}

const char *
foyer_need_choice_name (FoyerNeedChoices choice)
{
  return words[find (choice)].name;
}

FoyerNeedChoices
foyer_need_choice_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_strcmp0 (words[i].name, name) == 0)
      return words[i].choice;
  }
  return 0;
}

const char *
foyer_need_choice_label (FoyerNeedChoices choice)
{
  return _ (words[find (choice)].label);
}

const char *
foyer_need_choice_tooltip (FoyerNeedChoices choice)
{
  return _ (words[find (choice)].tooltip);
}
