/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need-settler.c - carries out what a person chose for operations that were not taken */

#include "foyer-need-settler.h"

#include "foyer-approval-closures.h"
#include "foyer-decision.h"
#include "foyer-error-text.h"
#include "foyer-offer-dialog.h"
#include "foyer-operation-closures.h"
#include "foyer-question-dialog.h"
#include "foyer-reason-dialog.h"
#include "foyer-undo-stack.h"

#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "types/booking.h"
#include "types/client.h"

#include <glib/gi18n-lib.h>

struct _FoyerNeedSettler {
  GObject parent_instance;

  /* Construct-time. */
  GtkWidget *place; /* not owned */
  GCancellable *cancellable;
  FoyerDesk *desk; /* (nullable): %NULL before it starts and after it has stopped */
  guint undo_seconds;

  /* In-progress data: what a dialog asks about. */
  FoyerNeedChoices choice;
  char **ids; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerNeedSettler, foyer_need_settler, G_TYPE_OBJECT)

enum {
  PROP_UNDO_SECONDS = 1,
  N_PROPERTIES,
};

enum { ACTED, SAID, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* One answer to several operations, which are settled one after the other. */
typedef struct {
  FoyerNeedSettler *settler; /* (owned) */
  FoyerNeedChoices choice;
  char **ids;
  JsonObject *patch; /* (nullable): what an answer adds */
  guint index;
  guint done;
} Batch;

static void next (Batch *batch);

static void
free_batch (Batch *batch)
{
  g_strfreev (batch->ids);
  g_clear_pointer (&batch->patch, json_object_unref);
  g_object_unref (batch->settler);
  g_free (batch);
}

static char *
done_text (FoyerNeedChoices choice, guint done)
{
  switch (choice) {
  case FOYER_NEED_LET_GO:
    return done == 1 ? g_strdup (_ ("Put away"))
                     : g_strdup_printf (ngettext ("%u put away", "%u put away", done), done);
  case FOYER_NEED_KEEP_THEIRS:
    return g_strdup (_ ("What the server has stays"));
  case FOYER_NEED_KEEP_MINE:
    return g_strdup (_ ("Mine is sent again"));
  case FOYER_NEED_RESTORE:
    return g_strdup (_ ("Restored as new"));
  case FOYER_NEED_OVERRIDE:
    return g_strdup_printf (ngettext ("%u approved", "%u approved", done), done);
  case FOYER_NEED_PROPOSE:
    return g_strdup_printf (ngettext ("%u offered other times", "%u offered other times", done), done);
  case FOYER_NEED_RETRY:
  default:
    return g_strdup (_ ("Sent once more"));
  }
}

static void
end (Batch *batch, const GError *error)
{
  g_autofree char *sentence
      = error == NULL ? done_text (batch->choice, batch->done) : foyer_error_describe (error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && (error != NULL || batch->done > 0))
    g_signal_emit (batch->settler, signals[SAID], 0, sentence);
  free_batch (batch);
}

static void
go_on (Batch *batch, GError *error)
{
  if (error != NULL || batch->settler->desk == NULL) {
    end (batch, error);
    return;
  }
  batch->done++;
  batch->index++;
  next (batch);
}

static void
on_discarded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  foyer_store_discard_finish (FOYER_STORE (source), result, &error);
  go_on (user_data, error);
}

/* A single decision can be taken back from its toast, as when it was made on its own page. */
static gboolean
offer_undo (Batch *batch, const char *operation_id)
{
  FoyerNeedSettler *self = batch->settler;
  FoyerStore *store = foyer_desk_get_store (self->desk);
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (store, operation_id);
  g_autoptr (FoyerRecord) booking = NULL;
  g_autoptr (FoyerRecord) client = NULL;
  g_autofree char *slot = NULL;
  g_autofree char *name = NULL;
  g_autoptr (FoyerAct) act = NULL;
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);

  if (data == NULL || batch->ids[1] != NULL || data->state != FOYER_OPERATION_HELD)
    return FALSE;
  booking = foyer_store_get (store, &foyer_booking_type, data->record_id);
  if (booking == NULL)
    return FALSE;
  client = foyer_store_get (store, &foyer_client_type, foyer_booking_get_client_id (booking));
  slot = foyer_approval_slot (NULL, booking, foyer_desk_get_time (self->desk));
  name = foyer_approval_client_name (NULL, client);
  act = foyer_decision_act (operation_id, data->record_id, data->command, slot, name);
  g_signal_emit (self, signals[ACTED], 0, act);
  return TRUE;
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Batch *batch = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *operation_id = foyer_store_replace_finish (FOYER_STORE (source), result, &error);

  if (operation_id != NULL && batch->settler->desk != NULL && offer_undo (batch, operation_id)) {
    free_batch (batch);
    return;
  }
  go_on (batch, error);
}

static JsonObject *
add_members (JsonObject *patch, JsonObject *more)
{
  JsonObject *result = patch == NULL ? json_object_new () : foyer_json_copy_object (patch);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, more);
  while (json_object_iter_next (&iter, &name, &value))
    json_object_set_member (result, name, json_node_copy (value));
  return result;
}

static void
replace (Batch *batch, const FoyerOperationData *data)
{
  FoyerNeedSettler *self = batch->settler;
  g_autoptr (JsonObject) patch = NULL;
  gint64 hold = 0;

  if (batch->choice == FOYER_NEED_OVERRIDE)
    patch = add_members (data->patch, batch->patch);
  else if (batch->choice == FOYER_NEED_PROPOSE)
    patch = json_object_ref (batch->patch);
  if (patch != NULL)
    hold = self->undo_seconds * (gint64) G_USEC_PER_SEC;
  foyer_store_replace_async (foyer_desk_get_store (self->desk), data->id,
                             batch->choice == FOYER_NEED_PROPOSE ? "counter" : NULL, patch, hold,
                             self->cancellable, on_replaced, batch);
}

/* --- What was deleted, made anew --- */

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Batch *batch = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *operation_id = foyer_store_submit_finish (FOYER_STORE (source), result, &error);

  if (operation_id == NULL || batch->settler->desk == NULL) {
    go_on (batch, error);
    return;
  }
  foyer_store_discard_async (FOYER_STORE (source), batch->ids[batch->index], batch->settler->cancellable,
                             on_discarded, batch);
}

/* Only what staff may write is written; numbers and moments the server gives anew. */
static JsonObject *
keep_writable (const FoyerRecordType *type, JsonObject *values)
{
  JsonObject *kept = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, values);
  while (json_object_iter_next (&iter, &name, &value)) {
    const FoyerField *field = foyer_record_type_field (type, name);

    if (field != NULL && foyer_field_is_writable (field, FOYER_WRITER_STAFF, TRUE)
        && !JSON_NODE_HOLDS_NULL (value))
      json_object_set_member (kept, name, json_node_copy (value));
  }
  return kept;
}

static void
restore (Batch *batch, const FoyerOperationData *data)
{
  FoyerNeedSettler *self = batch->settler;
  FoyerStore *store = foyer_desk_get_store (self->desk);
  JsonObject *last = data->error == NULL ? NULL : foyer_json_object_object (data->error, "last");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) patch
      = last == NULL ? NULL : foyer_patch_rebase (data->type, last, data->patch, NULL);
  g_autoptr (JsonObject) whole = patch == NULL ? NULL : foyer_patch_apply (last, patch, &error);
  g_autoptr (JsonObject) values = whole == NULL ? NULL : keep_writable (data->type, whole);
  g_autofree char *id = NULL;

  if (values == NULL) {
    end (batch, error);
    return;
  }
  id = foyer_id_new (data->type->prefix, foyer_store_get_clock (store), foyer_store_get_random (store));
  foyer_store_submit_async (store, FOYER_VERB_CREATE, data->type, id, "restore", data->subject, values, 0,
                            self->cancellable, on_restored, batch);
}

static void
next (Batch *batch)
{
  FoyerStore *store = foyer_desk_get_store (batch->settler->desk);
  const char *id = batch->ids[batch->index];
  g_autoptr (FoyerOperation) operation = id == NULL ? NULL : foyer_store_get_operation (store, id);

  if (id == NULL) {
    end (batch, NULL);
    return;
  }
  /* It may have been answered meanwhile, in another window's dialog. */
  if (operation == NULL || !foyer_operation_state_needs_person (foyer_operation_get_state (operation))) {
    batch->index++;
    next (batch);
    return;
  }
  if (batch->choice == FOYER_NEED_LET_GO || batch->choice == FOYER_NEED_KEEP_THEIRS)
    foyer_store_discard_async (store, id, batch->settler->cancellable, on_discarded, batch);
  else if (batch->choice == FOYER_NEED_RESTORE)
    restore (batch, foyer_operation_get_data (operation));
  else
    replace (batch, foyer_operation_get_data (operation));
}

/* --- Asking --- */

static void
begin (FoyerNeedSettler *self, JsonObject *patch)
{
  Batch *batch;

  if (self->desk == NULL || self->ids == NULL)
    return;
  batch = g_new0 (Batch, 1);
  batch->settler = g_object_ref (self);
  batch->choice = self->choice;
  batch->ids = g_steal_pointer (&self->ids);
  batch->patch = patch == NULL ? NULL : json_object_ref (patch);
  next (batch);
}

static void
on_confirmed (FoyerNeedSettler *self)
{
  begin (self, NULL);
}

static void
on_offered (FoyerNeedSettler *self, JsonObject *patch)
{
  begin (self, patch);
}

static void
on_reason (FoyerNeedSettler *self, const char *reason)
{
  g_autoptr (JsonObject) patch = json_object_new ();

  json_object_set_string_member (patch, "override", reason);
  begin (self, patch);
}

static GtkWindow *
find_parent (FoyerNeedSettler *self)
{
  GtkRoot *root = gtk_widget_get_root (self->place);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkWindow *
ask_for_times (FoyerNeedSettler *self)
{
  FoyerStore *store = foyer_desk_get_store (self->desk);
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (store, self->ids[0]);
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);
  g_autoptr (FoyerRecord) booking
      = data == NULL ? NULL : foyer_store_get (store, &foyer_booking_type, data->record_id);
  g_autoptr (FoyerRecord) client
      = booking == NULL ? NULL
                        : foyer_store_get (store, &foyer_client_type, foyer_booking_get_client_id (booking));
  g_autofree char *name = foyer_approval_client_name (NULL, client);
  GtkWindow *dialog;

  if (booking == NULL)
    return NULL;
  dialog = foyer_offer_dialog_new (find_parent (self), self->desk, booking, name);
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_offered), self, G_CONNECT_SWAPPED);
  return dialog;
}

static GtkWindow *
ask_for_reason (FoyerNeedSettler *self)
{
  guint count = g_strv_length (self->ids);
  g_autofree char *question
      = count == 1 ? g_strdup (_ ("Approve although it does not fit?"))
                   : g_strdup_printf (ngettext ("Approve %u request although it does not fit?",
                                                "Approve %u requests although they do not fit?", count),
                                      count);
  GtkWindow *dialog
      = foyer_reason_dialog_new (find_parent (self), question,
                                 _ ("The office reads this beside the visit. The client does not."),
                                 _ ("Approve Anyway"));

  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_reason), self, G_CONNECT_SWAPPED);
  return dialog;
}

static GtkWindow *
ask_to_let_go (FoyerNeedSettler *self)
{
  guint count = g_strv_length (self->ids);
  g_autofree char *heading = count == 1
                                 ? g_strdup (_ ("Let it go?"))
                                 : g_strdup_printf (ngettext ("Let %u go?", "Let %u go?", count), count);
  GtkWindow *dialog = foyer_question_dialog_new (
      find_parent (self), heading,
      _ ("What stands on the server stays. Yours is put away and not sent again; it is kept in the history."),
      _ ("Keep Here"), _ ("Let It Go"));

  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_confirmed), self, G_CONNECT_SWAPPED);
  return dialog;
}

static void
foyer_need_settler_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerNeedSettler *self = FOYER_NEED_SETTLER (object);

  if (self->undo_seconds == g_value_get_uint (value))
    return;
  self->undo_seconds = g_value_get_uint (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_need_settler_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, FOYER_NEED_SETTLER (object)->undo_seconds);
}

static void
foyer_need_settler_dispose (GObject *object)
{
  foyer_need_settler_stop (FOYER_NEED_SETTLER (object));
  G_OBJECT_CLASS (foyer_need_settler_parent_class)->dispose (object);
}

static void
foyer_need_settler_finalize (GObject *object)
{
  FoyerNeedSettler *self = FOYER_NEED_SETTLER (object);

  g_strfreev (self->ids);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (foyer_need_settler_parent_class)->finalize (object);
}

static void
foyer_need_settler_class_init (FoyerNeedSettlerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_need_settler_set_property;
  object_class->get_property = foyer_need_settler_get_property;
  object_class->dispose = foyer_need_settler_dispose;
  object_class->finalize = foyer_need_settler_finalize;

  properties[PROP_UNDO_SECONDS]
      = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_NEED_SETTLER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_NEED_SETTLER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_need_settler_init (FoyerNeedSettler *self)
{
  self->undo_seconds = 10;
  self->cancellable = g_cancellable_new ();
}

FoyerNeedSettler *
foyer_need_settler_new (GtkWidget *place)
{
  FoyerNeedSettler *self = g_object_new (FOYER_TYPE_NEED_SETTLER, NULL);

  self->place = place;
  return self;
}

void
foyer_need_settler_start (FoyerNeedSettler *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_NEED_SETTLER (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
}

void
foyer_need_settler_settle (FoyerNeedSettler *self, FoyerNeedChoices choice, const char *const *operation_ids)
{
  GtkWindow *dialog;

  g_return_if_fail (FOYER_IS_NEED_SETTLER (self));

  if (self->desk == NULL || operation_ids[0] == NULL)
    return;
  g_strfreev (self->ids);
  self->ids = g_strdupv ((char **) operation_ids);
  self->choice = choice;
  switch (choice) {
  case FOYER_NEED_PROPOSE:
    dialog = ask_for_times (self);
    break;
  case FOYER_NEED_OVERRIDE:
    dialog = ask_for_reason (self);
    break;
  case FOYER_NEED_LET_GO:
    dialog = ask_to_let_go (self);
    break;
  case FOYER_NEED_KEEP_MINE:
  case FOYER_NEED_KEEP_THEIRS:
  case FOYER_NEED_RESTORE:
  case FOYER_NEED_RETRY:
  default:
    begin (self, NULL);
    return;
  }
  if (dialog != NULL)
    gtk_window_present (dialog);
}

void
foyer_need_settler_stop (FoyerNeedSettler *self)
{
  g_return_if_fail (FOYER_IS_NEED_SETTLER (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);
}
