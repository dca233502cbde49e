/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-composer.c - where a reply or a note is written */

#include "foyer-composer.h"

#include "foyer-enclosures.h"
#include "foyer-error-text.h"
#include "foyer-file-choice.h"
#include "foyer-inbox-closures.h"
#include "foyer-keys.h"

#include "foyer-date.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-store-drafts.h"
#include "types/conversation.h"
#include "types/message.h"

#include <glib/gi18n-lib.h>

/* How long after the last key what is written is kept. */
#define PAUSE (G_USEC_PER_SEC / 2)

struct _FoyerComposer {
  AdwBin parent_instance;

  /* Template. */
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  FoyerEnclosures *enclosures;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  GSimpleActionGroup *actions;
  guint undo_seconds;

  /* State. */
  FoyerTalk *talk; /* (nullable) */
  char *kind;
  guint pause;         /* until what is written is kept */
  gboolean is_filling; /* the composer and not the person writes */
  gboolean kept;
  gboolean empty;
  GHashTable *sent;       /* (element-type utf8): operations whose undo window may still be open */
  GCancellable *choosing; /* (nullable): while it is asked what to attach */
};

G_DEFINE_FINAL_TYPE (FoyerComposer, foyer_composer, ADW_TYPE_BIN)

enum {
  PROP_TALK = 1,
  PROP_KIND,
  PROP_UNDO_SECONDS,
  PROP_PARTNER,
  PROP_EMPTY,
  PROP_KEPT,
  N_PROPERTIES,
};

enum { ACTED, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (FoyerComposer *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
set_flag (FoyerComposer *self, gboolean *place, gboolean value, guint id)
{
  if (*place == value)
    return;
  *place = value;
  notify (self, id);
}

static char *
get_words (FoyerComposer *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
fail (FoyerComposer *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = foyer_error_describe (error);
  g_signal_emit (self, signals[FAILED], 0, sentence);
}

/* --- Drafts --- */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerComposer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foyer_store_keep_draft_finish (FOYER_STORE (source), result, &error))
    fail (self, error);
  else
    set_flag (self, &self->kept, self->pause == 0 && !self->empty, PROP_KEPT);
}

static void
keep_words (FoyerComposer *self, const char *conversation_id, const char *kind, const char *words)
{
  foyer_store_keep_draft_async (foyer_desk_get_store (self->desk), &foyer_conversation_type, conversation_id,
                                kind, words, NULL, on_kept, g_object_ref (self));
}

/* What is written now, without waiting for a pause. */
static void
keep (FoyerComposer *self)
{
  g_autofree char *words = NULL;

  if (self->pause == 0 || self->desk == NULL || self->talk == NULL)
    return;
  foyer_clock_clear_timer (foyer_desk_get_clock (self->desk), &self->pause);
  words = get_words (self);
  keep_words (self, foyer_talk_get_id (self->talk), self->kind, words);
}

static void
on_pause (gpointer user_data)
{
  keep (user_data);
}

static void
update_send (FoyerComposer *self)
{
  GAction *send = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "send");
  GAction *attach = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "attach");
  gboolean busy;
  gboolean has_no_files;

  g_object_get (self->enclosures, "busy", &busy, "empty", &has_no_files, NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (send),
                               self->talk != NULL && (!self->empty || !has_no_files) && !busy);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (attach), self->talk != NULL);
}

static void
on_changed (FoyerComposer *self)
{
  g_autofree char *words = g_strstrip (get_words (self));
  FoyerClock *clock;

  set_flag (self, &self->empty, *words == '\0', PROP_EMPTY);
  update_send (self);
  if (self->is_filling || self->desk == NULL || self->talk == NULL)
    return;
  set_flag (self, &self->kept, FALSE, PROP_KEPT);
  clock = foyer_desk_get_clock (self->desk);
  foyer_clock_clear_timer (clock, &self->pause);
  self->pause = foyer_clock_add_timer (clock, PAUSE, on_pause, self);
}

static void
fill (FoyerComposer *self, const char *words)
{
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, words == NULL ? "" : words, -1);
  self->is_filling = FALSE;
}

static void
fill_with_draft (FoyerComposer *self)
{
  g_autofree char *draft = self->desk == NULL || self->talk == NULL
                               ? NULL
                               : foyer_store_get_draft (foyer_desk_get_store (self->desk),
                                                        foyer_talk_get_id (self->talk), self->kind);

  fill (self, draft);
  foyer_enclosures_show (self->enclosures,
                         self->desk == NULL || self->talk == NULL ? NULL : foyer_talk_get_id (self->talk),
                         self->kind);
  set_flag (self, &self->kept, draft != NULL, PROP_KEPT);
}

static void
set_talk (FoyerComposer *self, FoyerTalk *talk)
{
  gboolean same = self->talk != NULL && talk != NULL
                  && g_str_equal (foyer_talk_get_id (self->talk), foyer_talk_get_id (talk));

  if (!same)
    keep (self);
  if (!g_set_object (&self->talk, talk))
    return;
  notify (self, PROP_TALK);
  notify (self, PROP_PARTNER);
  if (!same)
    fill_with_draft (self);
  update_send (self);
}

static void
set_kind (FoyerComposer *self, const char *kind)
{
  if (g_strcmp0 (self->kind, kind) == 0)
    return;
  keep (self);
  g_free (self->kind);
  self->kind = g_strdup (kind);
  g_simple_action_set_state (G_SIMPLE_ACTION (
                                 g_action_map_lookup_action (G_ACTION_MAP (self->actions), "kind")),
                             g_variant_new_string (kind));
  notify (self, PROP_KIND);
  fill_with_draft (self);
}

/* --- Taking back --- */

/* Words that come back stand before what was begun meanwhile. */
static void
put_words_back (FoyerComposer *self, const char *conversation_id, const char *kind, const char *body)
{
  gboolean is_here = self->talk != NULL && g_str_equal (conversation_id, foyer_talk_get_id (self->talk))
                     && g_str_equal (kind, self->kind);
  g_autofree char *begun
      = is_here ? get_words (self)
                : foyer_store_get_draft (foyer_desk_get_store (self->desk), conversation_id, kind);
  g_autofree char *words
      = begun == NULL || *begun == '\0' ? g_strdup (body) : g_strdup_printf ("%s\n\n%s", body, begun);

  if (*body == '\0')
    return;
  if (is_here)
    gtk_text_buffer_set_text (self->buffer, words, -1);
  else
    keep_words (self, conversation_id, kind, words);
}

static void
put_back (FoyerComposer *self,
          const char *conversation_id,
          const char *kind,
          const char *body,
          JsonArray *files)
{
  put_words_back (self, conversation_id, kind, body);
  foyer_enclosures_put_back (self->enclosures, conversation_id, kind, files);
}

static void
take_back (FoyerComposer *self, const FoyerOperationData *data)
{
  const char *conversation_id = foyer_json_object_text (data->patch, "conversationId");
  const char *body = foyer_json_object_text (data->patch, "body");

  if (conversation_id != NULL && body != NULL)
    put_back (self, conversation_id, data->command, body,
              foyer_json_object_array (data->patch, "attachments"));
}

static void
on_store_changed (FoyerComposer *self, FoyerChangeSet *changes, FoyerStore *store)
{
  GHashTableIter iter;
  gpointer id;

  if (!foyer_change_set_has_operations (changes))
    return;
  g_hash_table_iter_init (&iter, self->sent);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_autoptr (FoyerOperation) operation = foyer_store_get_operation (store, id);

    if (operation != NULL && foyer_operation_get_state (operation) == FOYER_OPERATION_UNDONE)
      take_back (self, foyer_operation_get_data (operation));
    else if (operation != NULL && foyer_operation_get_state (operation) < FOYER_OPERATION_ACKED)
      continue;
    g_hash_table_iter_remove (&iter);
  }
}

/* --- Sending --- */

typedef struct {
  FoyerComposer *composer;
  FoyerAct *act;
  char *conversation_id;
  char *kind;
  char *words;
  JsonArray *files; /* (nullable) */
} Sending;

static void
free_sending (Sending *sending)
{
  g_object_unref (sending->composer);
  foyer_act_free (sending->act);
  g_free (sending->conversation_id);
  g_free (sending->kind);
  g_free (sending->words);
  g_clear_pointer (&sending->files, json_array_unref);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, free_sending)

/* What could not be kept as a message is what somebody writes again. */
static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sending) sending = user_data;
  FoyerComposer *self = sending->composer;
  g_autoptr (GError) error = NULL;

  sending->act->operation_id = foyer_store_submit_finish (FOYER_STORE (source), result, &error);
  if (sending->act->operation_id != NULL) {
    g_hash_table_add (self->sent, g_strdup (sending->act->operation_id));
    g_signal_emit (self, signals[ACTED], 0, sending->act);
    return;
  }
  fail (self, error);
  if (self->desk != NULL)
    put_back (self, sending->conversation_id, sending->kind, sending->words, sending->files);
}

static JsonObject *
make_message (FoyerComposer *self, const char *words, JsonArray *files)
{
  const FoyerAccount *account = foyer_desk_get_account (self->desk);
  g_autofree char *now = foyer_utc_format (foyer_desk_now (self->desk));
  JsonObject *message = json_object_new ();

  json_object_set_string_member (message, "conversationId", foyer_talk_get_id (self->talk));
  json_object_set_string_member (message, "kind",
                                 g_str_equal (self->kind, FOYER_TALK_NOTE) ? "note" : "team");
  json_object_set_string_member (message, "body", words);
  json_object_set_string_member (message, "sentAt", now);
  if (files != NULL)
    json_object_set_array_member (message, "attachments", json_array_ref (files));
  if (account != NULL && account->staff_id != NULL)
    json_object_set_string_member (message, "staffId", account->staff_id);
  return message;
}

static FoyerAct *
make_act (FoyerComposer *self, const char *message_id)
{
  const char *partner = foyer_talk_get_partner (self->talk);
  gboolean is_note = g_str_equal (self->kind, FOYER_TALK_NOTE);
  FoyerAct *act = g_new0 (FoyerAct, 1);

  act->record_id = g_strdup (message_id);
  act->area = g_strdup ("inbox");
  act->done = is_note ? g_strdup (_ ("Note added")) : g_strdup_printf (_ ("Sent to %s"), partner);
  act->undone = g_strdup (is_note ? _ ("The note was taken back") : _ ("The message was taken back"));
  return act;
}

static void
on_send (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerComposer *self = user_data;
  FoyerStore *store = foyer_desk_get_store (self->desk);
  g_autofree char *id = foyer_id_new (foyer_message_type.prefix, foyer_store_get_clock (store),
                                      foyer_store_get_random (store));
  g_autofree char *words = g_strstrip (get_words (self));
  g_autoptr (JsonArray) files = foyer_enclosures_take (self->enclosures);
  g_autoptr (JsonObject) message = make_message (self, words, files);
  Sending *sending = g_new0 (Sending, 1);

  sending->composer = g_object_ref (self);
  sending->act = make_act (self, id);
  sending->conversation_id = g_strdup (foyer_talk_get_id (self->talk));
  sending->kind = g_strdup (self->kind);
  sending->words = g_steal_pointer (&words);
  sending->files = g_steal_pointer (&files);
  foyer_store_submit_async (store, FOYER_VERB_CREATE, &foyer_message_type, id, self->kind,
                            foyer_talk_get_partner (self->talk), message,
                            self->undo_seconds * (gint64) G_USEC_PER_SEC, NULL, on_sent, sending);
  foyer_clock_clear_timer (foyer_desk_get_clock (self->desk), &self->pause);
  fill (self, NULL);
  keep_words (self, foyer_talk_get_id (self->talk), self->kind, NULL);
}

/* --- Attaching --- */

static void
attach (FoyerComposer *self, GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);

    foyer_enclosures_add (self->enclosures, file);
  }
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerComposer *self = FOYER_COMPOSER (source);
  g_autoptr (GListModel) files = foyer_file_choice_open_finish (GTK_WIDGET (self), result);

  g_clear_object (&self->choosing);
  if (files != NULL)
    attach (self, files);
}

static void
on_attach (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerComposer *self = user_data;

  if (self->choosing != NULL)
    return;
  self->choosing = g_cancellable_new ();
  foyer_file_choice_open_async (GTK_WIDGET (self), _ ("Attach Files"), _ ("_Attach"), self->choosing,
                                on_chosen, NULL);
}

static gboolean
on_drop (FoyerComposer *self, const GValue *value)
{
  if (self->talk == NULL)
    return FALSE;
  for (GSList *files = g_value_get_boxed (value); files != NULL; files = files->next)
    foyer_enclosures_add (self->enclosures, files->data);
  return TRUE;
}

static void
on_not_attached (FoyerComposer *self, const char *sentence)
{
  g_signal_emit (self, signals[FAILED], 0, sentence);
}

/* Before the text, which would take them for words. */
static GtkEventController *
create_drop_target (FoyerComposer *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  return GTK_EVENT_CONTROLLER (target);
}

static void
on_kind (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  set_kind (user_data, g_variant_get_string (state, NULL));
}

static void
foyer_composer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerComposer *self = FOYER_COMPOSER (object);

  switch (id) {
  case PROP_TALK:
    set_talk (self, g_value_get_object (value));
    break;
  case PROP_KIND:
    set_kind (self, g_value_get_string (value));
    break;
  case PROP_UNDO_SECONDS:
    self->undo_seconds = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_composer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerComposer *self = FOYER_COMPOSER (object);

  switch (id) {
  case PROP_TALK:
    g_value_set_object (value, self->talk);
    break;
  case PROP_KIND:
    g_value_set_string (value, self->kind);
    break;
  case PROP_UNDO_SECONDS:
    g_value_set_uint (value, self->undo_seconds);
    break;
  case PROP_PARTNER:
    g_value_set_string (value, self->talk == NULL ? "" : foyer_talk_get_partner (self->talk));
    break;
  case PROP_EMPTY:
    g_value_set_boolean (value, self->empty);
    break;
  case PROP_KEPT:
    g_value_set_boolean (value, self->kept);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_composer_dispose (GObject *object)
{
  FoyerComposer *self = FOYER_COMPOSER (object);

  foyer_composer_stop (self);
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_COMPOSER);
  g_clear_object (&self->talk);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (foyer_composer_parent_class)->dispose (object);
}

static void
foyer_composer_finalize (GObject *object)
{
  FoyerComposer *self = FOYER_COMPOSER (object);

  g_hash_table_unref (self->sent);
  g_free (self->kind);
  G_OBJECT_CLASS (foyer_composer_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_TALK] = g_param_spec_object ("talk", NULL, NULL, FOYER_TYPE_TALK, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, FOYER_TALK_REPLY, flags);
  properties[PROP_UNDO_SECONDS] = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10, flags);
  properties[PROP_PARTNER] = g_param_spec_string ("partner", NULL, NULL, "", readable);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, readable);
  properties[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_composer_class_init (FoyerComposerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_composer_set_property;
  object_class->get_property = foyer_composer_get_property;
  object_class->dispose = foyer_composer_dispose;
  object_class->finalize = foyer_composer_finalize;
  install_properties (object_class);

  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[FAILED] = g_signal_new ("failed", FOYER_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FOYER_TYPE_ENCLOSURES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerComposer, text_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerComposer, buffer);
  gtk_widget_class_bind_template_child (widget_class, FoyerComposer, enclosures);
  gtk_widget_class_bind_template_callback (widget_class, foyer_composer_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_composer_send_label);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_shown_opacity);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_not_attached);
  gtk_widget_class_bind_template_callback (widget_class, update_send);
}

static void
foyer_composer_init (FoyerComposer *self)
{
  static const GActionEntry entries[] = {
    { .name = "send", .activate = on_send },
    { .name = "attach", .activate = on_attach },
    { .name = "kind", .parameter_type = "s", .state = "'" FOYER_TALK_REPLY "'", .change_state = on_kind },
  };

  self->kind = g_strdup (FOYER_TALK_REPLY);
  self->empty = TRUE;
  self->undo_seconds = 10;
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "composer", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_controller (GTK_WIDGET (self), create_drop_target (self));
  update_send (self);
}

void
foyer_composer_start (FoyerComposer *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_COMPOSER (self) && self->desk == NULL);

  self->desk = desk;
  foyer_enclosures_start (self->enclosures, desk);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

void
foyer_composer_stop (FoyerComposer *self)
{
  g_return_if_fail (FOYER_IS_COMPOSER (self));

  if (self->desk == NULL)
    return;
  keep (self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  foyer_enclosures_stop (self->enclosures);
  self->desk = NULL;
}

void
foyer_composer_begin (FoyerComposer *self, const char *kind)
{
  g_return_if_fail (FOYER_IS_COMPOSER (self));

  set_kind (self, kind);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

void
foyer_composer_attach (FoyerComposer *self, GFile *file)
{
  g_return_if_fail (FOYER_IS_COMPOSER (self));

  foyer_enclosures_add (self->enclosures, file);
}

void
foyer_composer_rewrite (FoyerComposer *self, const char *kind, const char *words, JsonArray *files)
{
  g_autofree char *present = NULL;

  g_return_if_fail (FOYER_IS_COMPOSER (self) && self->desk != NULL && self->talk != NULL);

  foyer_composer_begin (self, kind);
  present = get_words (self);
  if (!g_str_has_prefix (present, words))
    put_words_back (self, foyer_talk_get_id (self->talk), kind, words);
  foyer_enclosures_put_back (self->enclosures, foyer_talk_get_id (self->talk), kind, files);
  keep (self);
}
