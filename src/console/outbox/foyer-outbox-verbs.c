/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-outbox-verbs.c - what can be done in the Outbox */

#include "foyer-outbox-verbs.h"

#include "foyer-act-submit.h"
#include "foyer-error-text.h"
#include "foyer-need-settler.h"
#include "foyer-operation-closures.h"
#include "foyer-operation-details.h"
#include "foyer-operation-kinds.h"
#include "foyer-own-rights.h"
#include "foyer-scheduled-row.h"
#include "foyer-undo-stack.h"

#include "foyer-json.h"
#include "types/message.h"
#include "types/settings_version.h"

#include <glib/gi18n-lib.h>

/* As many as the Outbox shows. */
#define MOST_TOGETHER 500

struct _FoyerOutboxVerbs {
  GObject parent_instance;

  GtkWidget *place; /* not owned */
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  FoyerNeedSettler *settler;
  FoyerDesk *desk; /* (nullable): %NULL before it starts and after it has stopped */
};

G_DEFINE_FINAL_TYPE (FoyerOutboxVerbs, foyer_outbox_verbs, G_TYPE_OBJECT)

enum {
  PROP_UNDO_SECONDS = 1,
  N_PROPERTIES,
};

enum { ACTED, UNDONE, OPENED, REWRITTEN, SAID, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static FoyerOperation *
find_operation (FoyerOutboxVerbs *self, const char *operation_id)
{
  return self->desk == NULL ? NULL
                            : foyer_store_get_operation (foyer_desk_get_store (self->desk), operation_id);
}

static void
say (FoyerOutboxVerbs *self, const char *sentence, GError *error)
{
  g_autofree char *problem = error == NULL ? NULL : foyer_error_describe (error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SAID], 0, problem == NULL ? sentence : problem);
}

typedef struct {
  FoyerOutboxVerbs *verbs;
  char *operation_id;
} Request;

static Request *
new_request (FoyerOutboxVerbs *self, const char *operation_id)
{
  Request *request = g_new0 (Request, 1);

  request->verbs = g_object_ref (self);
  request->operation_id = g_strdup (operation_id);
  return request;
}

static void
free_request (Request *request)
{
  g_object_unref (request->verbs);
  g_free (request->operation_id);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

/* --- Send now, cancel, take back --- */

static void
on_release_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerOutboxVerbs) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foyer_store_release_finish (FOYER_STORE (source), result, &error))
    say (self, NULL, error);
  else if (self->desk != NULL)
    foyer_desk_sync_now (self->desk);
}

static void
on_release (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxVerbs *self = user_data;

  if (self->desk != NULL)
    foyer_store_release_async (foyer_desk_get_store (self->desk), g_variant_get_string (parameter, NULL),
                               self->cancellable, on_release_ready, g_object_ref (self));
}

static void
on_undo_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (foyer_store_undo_finish (FOYER_STORE (source), result, &error))
    g_signal_emit (request->verbs, signals[UNDONE], 0, request->operation_id);
  else
    say (request->verbs, NULL, error);
}

static void
on_cancel (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxVerbs *self = user_data;
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };
  g_autoptr (FoyerOperation) operation = find_operation (self, ids[0]);

  if (operation == NULL)
    return;
  if (foyer_operation_state_needs_person (foyer_operation_get_state (operation)))
    foyer_need_settler_settle (self->settler, FOYER_NEED_LET_GO, ids);
  else
    foyer_store_undo_async (foyer_desk_get_store (self->desk), ids[0], self->cancellable, on_undo_ready,
                            new_request (self, ids[0]));
}

static void
on_revert_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *operation_id = foyer_store_revert_finish (FOYER_STORE (source), result, &error);
  g_autoptr (FoyerOperation) operation = NULL;
  g_autofree char *sentence = NULL;

  if (request->verbs->desk == NULL)
    return;
  operation = find_operation (request->verbs, request->operation_id);
  sentence = foyer_revert_text (operation, error, foyer_desk_get_time (request->verbs->desk));
  g_signal_emit (request->verbs, signals[SAID], 0, sentence);
}

static void
on_take_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxVerbs *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->desk != NULL)
    foyer_store_revert_async (foyer_desk_get_store (self->desk), id, self->cancellable, on_revert_ready,
                              new_request (self, id));
}

/* --- Edit --- */

/* Its words, where they can be written on. */
static void
rewrite (FoyerOutboxVerbs *self, const char *operation_id)
{
  g_autoptr (FoyerOperation) operation = find_operation (self, operation_id);
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);

  if (data != NULL)
    g_signal_emit (self, signals[REWRITTEN], 0, foyer_json_object_text (data->patch, "conversationId"),
                   data->command, foyer_json_object_text (data->patch, "body"),
                   foyer_json_object_array (data->patch, "attachments"));
}

static void
on_rewrite_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (foyer_store_undo_finish (FOYER_STORE (source), result, &error))
    rewrite (request->verbs, request->operation_id);
  else
    say (request->verbs, NULL, error);
}

static void
on_rewrite_discarded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (foyer_store_discard_finish (FOYER_STORE (source), result, &error))
    rewrite (request->verbs, request->operation_id);
  else
    say (request->verbs, NULL, error);
}

static void
take_words (FoyerOutboxVerbs *self, FoyerOperation *operation)
{
  FoyerStore *store = foyer_desk_get_store (self->desk);
  const char *id = foyer_operation_get_id (operation);

  if (foyer_operation_state_needs_person (foyer_operation_get_state (operation)))
    foyer_store_discard_async (store, id, self->cancellable, on_rewrite_discarded, new_request (self, id));
  else
    foyer_store_undo_async (store, id, self->cancellable, on_rewrite_undone, new_request (self, id));
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxVerbs *self = user_data;
  g_autoptr (FoyerOperation) operation = find_operation (self, g_variant_get_string (parameter, NULL));
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);
  g_autoptr (FoyerRecord) record = NULL;

  if (data == NULL)
    return;
  record = foyer_store_get (foyer_desk_get_store (self->desk), data->type, data->record_id);
  switch (foyer_operation_edit (operation, record)) {
  case FOYER_OPERATION_EDIT_WORDS:
    take_words (self, operation);
    break;
  case FOYER_OPERATION_EDIT_RECORD:
    g_signal_emit (self, signals[OPENED], 0, data->record_id);
    break;
  case FOYER_OPERATION_EDIT_NOTHING:
  default:
    break;
  }
}

/* --- Messages that wait at the server --- */

typedef struct {
  FoyerOutboxVerbs *verbs;
  FoyerRecord *message;
  gboolean again; /* its words are to be written anew */
} Withdrawal;

static void
free_withdrawal (Withdrawal *withdrawal)
{
  g_object_unref (withdrawal->verbs);
  g_object_unref (withdrawal->message);
  g_free (withdrawal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Withdrawal, free_withdrawal)

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Withdrawal) withdrawal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  FoyerRecord *message = withdrawal->message;
  g_autoptr (JsonNode) files = foyer_message_get_attachments (message);

  if (act == NULL)
    say (withdrawal->verbs, NULL, error);
  else if (withdrawal->again)
    g_signal_emit (withdrawal->verbs, signals[REWRITTEN], 0, foyer_message_get_conversation_id (message),
                   "reply", foyer_message_get_body (message),
                   files != NULL && JSON_NODE_HOLDS_ARRAY (files) ? json_node_get_array (files) : NULL);
  else
    g_signal_emit (withdrawal->verbs, signals[ACTED], 0, act);
}

/* At once: a message whose time comes within the undo window must not leave. What is undone is scheduled again. */
static void
withdraw (FoyerOutboxVerbs *self, const char *message_id, gboolean again)
{
  g_autoptr (FoyerRecord) message = self->desk == NULL ? NULL
                                                       : foyer_store_get (foyer_desk_get_store (self->desk),
                                                                          &foyer_message_type, message_id);
  g_autofree char *partner = NULL;
  g_autoptr (JsonObject) patch = json_object_new ();
  FoyerDeed deed = { FOYER_VERB_UPDATE, &foyer_message_type, message_id, "cancel-message", NULL, 0 };
  Withdrawal *withdrawal;

  if (message == NULL || foyer_message_get_status (message) != FOYER_MESSAGE_SCHEDULED)
    return;
  partner = foyer_scheduled_subject (foyer_desk_get_store (self->desk), message);
  deed.subject = partner;
  json_object_set_string_member (patch, "status", "cancelled");
  withdrawal = g_new0 (Withdrawal, 1);
  withdrawal->verbs = g_object_ref (self);
  withdrawal->message = g_steal_pointer (&message);
  withdrawal->again = again;
  foyer_act_submit_async (self->desk, &deed, patch,
                          foyer_act_new (message_id, "inbox", g_strdup (_ ("The message is not sent")),
                                         g_strdup (_ ("The message leaves at its time"))),
                          self->cancellable, on_withdrawn, withdrawal);
}

static void
on_cancel_message (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  withdraw (user_data, g_variant_get_string (parameter, NULL), FALSE);
}

static void
on_edit_message (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  withdraw (user_data, g_variant_get_string (parameter, NULL), TRUE);
}

/* --- Publications that wait at the server --- */

static void
on_publication_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerOutboxVerbs) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);

  if (act == NULL)
    say (self, NULL, error);
  else
    g_signal_emit (self, signals[ACTED], 0, act);
}

/* What can be done about a publication: what it is called, when, what the publication becomes, and what is told of it. */
typedef struct {
  const char *command;
  FoyerSettingsVersionStatus when;
  const char *status;
  const char *done;
  const char *undone;
  gboolean held;
} PublicationVerb;

/* At once, as with messages: it must not be published within the undo window. */
static const PublicationVerb call_off = { "cancel-publication",
                                          FOYER_SETTINGS_VERSION_SCHEDULED,
                                          "cancelled",
                                          N_ ("The settings are not published"),
                                          N_ ("The settings are published at their time"),
                                          FALSE };

/* What is published cannot be taken back by the same act: until it leaves it can (E4). */
static const PublicationVerb retry = { "retry-publication",
                                       FOYER_SETTINGS_VERSION_FAILED,
                                       "scheduled",
                                       N_ ("The settings are published now"),
                                       N_ ("Nothing is published"),
                                       TRUE };

static const PublicationVerb drop = { "drop-publication",
                                      FOYER_SETTINGS_VERSION_FAILED,
                                      "cancelled",
                                      N_ ("The publication was put away"),
                                      N_ ("The publication needs you again"),
                                      FALSE };

static void
submit_publication (FoyerOutboxVerbs *self, FoyerRecord *version, const PublicationVerb *verb)
{
  const char *id = foyer_record_get_id (version);
  g_autofree char *subject = foyer_scheduled_subject (foyer_desk_get_store (self->desk), version);
  g_autoptr (JsonObject) patch = json_object_new ();
  guint seconds = 0;
  FoyerDeed deed = { FOYER_VERB_UPDATE, &foyer_settings_version_type, id, verb->command, subject, 0 };

  g_object_get (self, "undo-seconds", &seconds, NULL);
  deed.hold = verb->held ? seconds * (gint64) G_USEC_PER_SEC : 0;
  json_object_set_string_member (patch, "status", verb->status);
  foyer_act_submit_async (self->desk, &deed, patch,
                          foyer_act_new (id, "outbox", g_strdup (_ (verb->done)),
                                         g_strdup (_ (verb->undone))),
                          self->cancellable, on_publication_submitted, g_object_ref (self));
}

static void
act_on_publication (FoyerOutboxVerbs *self, const char *id, const PublicationVerb *verb)
{
  g_autoptr (FoyerRecord) version = self->desk == NULL ? NULL
                                                       : foyer_store_get (foyer_desk_get_store (self->desk),
                                                                          &foyer_settings_version_type, id);
  g_autofree char *refusal = NULL;

  if (version == NULL || foyer_settings_version_get_status (version) != (int) verb->when)
    return;
  refusal = foyer_own_rights_refuse (self->desk, FOYER_STAFF_CHANGE, &foyer_settings_version_type);
  if (refusal != NULL)
    say (self, refusal, NULL);
  else
    submit_publication (self, version, verb);
}

static void
on_cancel_publication (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act_on_publication (user_data, g_variant_get_string (parameter, NULL), &call_off);
}

static void
on_retry_publication (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act_on_publication (user_data, g_variant_get_string (parameter, NULL), &retry);
}

static void
on_drop_publication (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act_on_publication (user_data, g_variant_get_string (parameter, NULL), &drop);
}

/* --- Look --- */

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxVerbs *self = user_data;
  g_autoptr (FoyerOperation) operation = find_operation (self, g_variant_get_string (parameter, NULL));
  g_autofree char *details = NULL;

  if (operation == NULL)
    return;
  details = foyer_operation_details (operation, foyer_desk_get_time (self->desk));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->place), details);
  say (self, _ ("Details copied"), NULL);
}

/* --- What needs a person --- */

static void
on_retry (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };

  foyer_need_settler_settle (FOYER_OUTBOX_VERBS (user_data)->settler, FOYER_NEED_RETRY, ids);
}

/* The operation itself, and those that failed for the same reason. */
static GPtrArray *
list_alike (FoyerOutboxVerbs *self, FoyerOperation *operation)
{
  static const FoyerOperationState states[] = { FOYER_OPERATION_REFUSED, FOYER_OPERATION_CONFLICT };
  FoyerStore *store = foyer_desk_get_store (self->desk);
  g_autoptr (GPtrArray) operations
      = foyer_store_list_operations (store, states, G_N_ELEMENTS (states), 0, MOST_TOGETHER);
  g_autofree char *likeness = foyer_need_describe_likeness (store, operation);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < operations->len; i++) {
    g_autofree char *other = foyer_need_describe_likeness (store, operations->pdata[i]);

    if (g_str_equal (likeness, other))
      g_ptr_array_add (ids, g_strdup (foyer_operation_get_id (operations->pdata[i])));
  }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static void
on_answer (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxVerbs *self = user_data;
  const char *one[] = { NULL, NULL };
  const char *choice;
  gboolean together;
  g_autoptr (FoyerOperation) operation = NULL;
  g_autoptr (GPtrArray) alike = NULL;

  g_variant_get (parameter, "(&s&sb)", &choice, &one[0], &together);
  operation = find_operation (self, one[0]);
  if (operation == NULL || foyer_need_choice_by_name (choice) == 0)
    return;
  if (together)
    alike = list_alike (self, operation);
  foyer_need_settler_settle (self->settler, foyer_need_choice_by_name (choice),
                             alike == NULL ? one : (const char *const *) alike->pdata);
}

static void
on_settler_acted (FoyerOutboxVerbs *self, const FoyerAct *act)
{
  g_signal_emit (self, signals[ACTED], 0, act);
}

static void
on_settler_said (FoyerOutboxVerbs *self, const char *sentence)
{
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static void
foyer_outbox_verbs_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_object_set_property (G_OBJECT (FOYER_OUTBOX_VERBS (object)->settler), "undo-seconds", value);
}

static void
foyer_outbox_verbs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_object_get_property (G_OBJECT (FOYER_OUTBOX_VERBS (object)->settler), "undo-seconds", value);
}

static void
foyer_outbox_verbs_dispose (GObject *object)
{
  FoyerOutboxVerbs *self = FOYER_OUTBOX_VERBS (object);

  foyer_outbox_verbs_stop (self);
  g_clear_object (&self->settler);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (foyer_outbox_verbs_parent_class)->dispose (object);
}

static void
foyer_outbox_verbs_finalize (GObject *object)
{
  g_object_unref (FOYER_OUTBOX_VERBS (object)->cancellable);
  G_OBJECT_CLASS (foyer_outbox_verbs_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType parameter)
{
  return g_signal_new (name, FOYER_TYPE_OUTBOX_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       parameter);
}

static void
foyer_outbox_verbs_class_init (FoyerOutboxVerbsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_outbox_verbs_set_property;
  object_class->get_property = foyer_outbox_verbs_get_property;
  object_class->dispose = foyer_outbox_verbs_dispose;
  object_class->finalize = foyer_outbox_verbs_finalize;

  properties[PROP_UNDO_SECONDS]
      = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTED] = add_signal ("acted", FOYER_TYPE_ACT);
  signals[UNDONE] = add_signal ("undone", G_TYPE_STRING);
  signals[OPENED] = add_signal ("opened", G_TYPE_STRING);
  signals[REWRITTEN]
      = g_signal_new ("rewritten", FOYER_TYPE_OUTBOX_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, JSON_TYPE_ARRAY);
  signals[SAID] = add_signal ("said", G_TYPE_STRING);
}

static void
foyer_outbox_verbs_init (FoyerOutboxVerbs *self)
{
  static const GActionEntry entries[] = {
    { .name = "release", .activate = on_release, .parameter_type = "s" },
    { .name = "cancel", .activate = on_cancel, .parameter_type = "s" },
    { .name = "edit", .activate = on_edit, .parameter_type = "s" },
    { .name = "cancel-message", .activate = on_cancel_message, .parameter_type = "s" },
    { .name = "cancel-publication", .activate = on_cancel_publication, .parameter_type = "s" },
    { .name = "retry-publication", .activate = on_retry_publication, .parameter_type = "s" },
    { .name = "drop-publication", .activate = on_drop_publication, .parameter_type = "s" },
    { .name = "edit-message", .activate = on_edit_message, .parameter_type = "s" },
    { .name = "copy", .activate = on_copy, .parameter_type = "s" },
    { .name = "take-back", .activate = on_take_back, .parameter_type = "s" },
    { .name = "retry", .activate = on_retry, .parameter_type = "s" },
    { .name = "answer", .activate = on_answer, .parameter_type = "(ssb)" },
  };

  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

FoyerOutboxVerbs *
foyer_outbox_verbs_new (GtkWidget *place)
{
  FoyerOutboxVerbs *self = g_object_new (FOYER_TYPE_OUTBOX_VERBS, NULL);

  self->place = place;
  self->settler = foyer_need_settler_new (place);
  g_signal_connect_object (self->settler, "acted", G_CALLBACK (on_settler_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settler, "said", G_CALLBACK (on_settler_said), self, G_CONNECT_SWAPPED);
  return self;
}

GActionGroup *
foyer_outbox_verbs_get_actions (FoyerOutboxVerbs *self)
{
  g_return_val_if_fail (FOYER_IS_OUTBOX_VERBS (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
foyer_outbox_verbs_start (FoyerOutboxVerbs *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_OUTBOX_VERBS (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  foyer_need_settler_start (self->settler, desk);
}

void
foyer_outbox_verbs_stop (FoyerOutboxVerbs *self)
{
  g_return_if_fail (FOYER_IS_OUTBOX_VERBS (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  foyer_need_settler_stop (self->settler);
  g_clear_object (&self->desk);
}
