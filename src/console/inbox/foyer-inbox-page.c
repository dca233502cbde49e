/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-inbox-page.c - the area in which messages are answered */

#include "foyer-inbox-page.h"

#include "foyer-act-submit.h"
#include "foyer-banner.h"
#include "foyer-composer.h"
#include "foyer-error-text.h"
#include "foyer-inbox-closures.h"
#include "foyer-item-list.h"
#include "foyer-letter-row.h"
#include "foyer-list-focus.h"
#include "foyer-split.h"
#include "foyer-sync-banner.h"
#include "foyer-talk-row.h"
#include "foyer-text-closures.h"
#include "foyer-thread-end.h"
#include "foyer-thread.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

/* How long something is looked at before it counts as read. */
#define GLANCE G_USEC_PER_SEC

#define MINE "mine"
#define UNASSIGNED "unassigned"
#define ALL "all"
#define DONE "done"

struct _FoyerInboxPage {
  FoyerAreaPage parent_instance;

  /* Template. */
  FoyerSplit *split;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkListView *thread_view;
  FoyerComposer *composer;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  FoyerItemList *talks;
  GSimpleActionGroup *actions;

  /* State. */
  char *shown;
  FoyerTalk *talk; /* (nullable): what is looked at, also when it has left the list */
  gboolean empty;
  gboolean messaging;
  gboolean is_moving; /* the page and not the person moves the selection */
  guint glance;       /* until what is looked at counts as read */
};

G_DEFINE_FINAL_TYPE (FoyerInboxPage, foyer_inbox_page, FOYER_TYPE_AREA_PAGE)

enum {
  PROP_TALK = 1,
  PROP_SHOWN,
  PROP_EMPTY,
  PROP_MESSAGING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (FoyerInboxPage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static const char *
get_staff_id (FoyerInboxPage *self)
{
  const FoyerAccount *account = foyer_desk_get_account (self->desk);

  return account == NULL ? NULL : account->staff_id;
}

static FoyerQuery *
create_query (FoyerInboxPage *self)
{
  FoyerQuery *query = foyer_query_new (&foyer_conversation_type);
  gboolean done = g_str_equal (self->shown, DONE);
  const char *staff_id = get_staff_id (self);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL,
                            done ? FOYER_CONVERSATION_DONE : FOYER_CONVERSATION_OPEN);
  foyer_query_where_text (query, "mergedIntoId", NULL);
  if (g_str_equal (self->shown, MINE))
    foyer_query_where_text (query, "assigneeId", staff_id == NULL ? "" : staff_id);
  else if (g_str_equal (self->shown, UNASSIGNED))
    foyer_query_where_text (query, "assigneeId", NULL);
  foyer_query_order (query, "lastAt", TRUE);
  return query;
}

/* --- Doing --- */

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAreaPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (act != NULL && act->done != NULL) {
    foyer_area_page_report_act (self, act);
  } else if (act == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    sentence = foyer_error_describe (error);
    foyer_area_page_say (self, sentence);
  }
}

/* Changes what is looked at. An act with nothing to say is nothing to take back. */
static void
change (FoyerInboxPage *self, const char *command, JsonObject *patch, char *done, char *undone, gint64 hold)
{
  FoyerDeed deed = {
    .verb = FOYER_VERB_UPDATE,
    .type = &foyer_conversation_type,
    .record_id = foyer_talk_get_id (self->talk),
    .command = command,
    .subject = foyer_talk_get_partner (self->talk),
    .hold = hold,
  };

  foyer_act_submit_async (self->desk, &deed, patch, foyer_act_new (deed.record_id, "inbox", done, undone),
                          NULL, on_submitted, g_object_ref (self));
}

static gint64
get_hold (FoyerInboxPage *self)
{
  guint seconds;

  g_object_get (self, "undo-seconds", &seconds, NULL);
  return seconds * (gint64) G_USEC_PER_SEC;
}

static void
on_done (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerInboxPage *self = user_data;
  g_autoptr (JsonObject) patch = json_object_new ();
  const char *partner;
  gboolean reopens;

  if (self->talk == NULL)
    return;
  reopens
      = foyer_conversation_get_status (foyer_talk_get_conversation (self->talk)) == FOYER_CONVERSATION_DONE;
  partner = foyer_talk_get_partner (self->talk);
  json_object_set_string_member (patch, "status", reopens ? "open" : "done");
  change (self, reopens ? "reopen" : "done", patch,
          g_strdup_printf (reopens ? _ ("Reopened: %s") : _ ("Done: %s"), partner),
          g_strdup_printf (reopens ? _ ("Done again: %s") : _ ("%s is back in the inbox"), partner),
          get_hold (self));
}

static void
on_reply (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_composer_begin (FOYER_INBOX_PAGE (user_data)->composer, FOYER_TALK_REPLY);
}

static void
on_note (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_composer_begin (FOYER_INBOX_PAGE (user_data)->composer, FOYER_TALK_NOTE);
}

static void
update_actions (FoyerInboxPage *self)
{
  static const char *const names[] = { "done", "reply", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                     g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
                                 self->talk != NULL);
}

/* --- Reading --- */

/* One's own entry of the map alone, so that colleagues who read at the same time keep theirs (sync.md §7). */
static JsonObject *
make_read_patch (const char *staff_id, const char *now)
{
  JsonObject *patch = json_object_new ();
  g_autofree char *pointer = g_strconcat ("readBy/", staff_id, NULL);

  json_object_set_string_member (patch, pointer, now);
  return patch;
}

static void
on_glance (gpointer user_data)
{
  FoyerInboxPage *self = user_data;
  const char *staff_id = get_staff_id (self);
  g_autofree char *now = foyer_utc_format (foyer_desk_now (self->desk));
  g_autoptr (JsonObject) patch = NULL;

  self->glance = 0;
  if (self->talk == NULL || !foyer_talk_is_unread (self->talk) || staff_id == NULL)
    return;
  patch = make_read_patch (staff_id, now);
  change (self, "read", patch, NULL, NULL, 0);
}

/* What is only passed by is not read. */
static void
glance (FoyerInboxPage *self)
{
  FoyerClock *clock = foyer_desk_get_clock (self->desk);
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (self->thread_view));

  foyer_clock_clear_timer (clock, &self->glance);
  if (self->talk != NULL && is_seen && foyer_talk_is_unread (self->talk))
    self->glance = foyer_clock_add_timer (clock, GLANCE, on_glance, self);
}

static void
on_notify_unread (FoyerInboxPage *self)
{
  if (self->desk != NULL)
    glance (self);
}

/* A new message is shown; older ones, which are read as somebody scrolls up to them, move nobody. */
static void
on_thread_changed (GListModel *thread, guint position, guint removed, guint added, FoyerInboxPage *self)
{
  if (added > 0 && position + added == g_list_model_get_n_items (thread))
    foyer_thread_end_show (self->thread_view);
}

static void
show_thread (FoyerInboxPage *self)
{
  FoyerThread *thread = self->talk == NULL ? NULL : foyer_thread_new (self->desk, self->talk);
  GtkNoSelection *model = gtk_no_selection_new (thread == NULL ? NULL : G_LIST_MODEL (thread));

  gtk_list_view_set_model (self->thread_view, GTK_SELECTION_MODEL (model));
  if (thread != NULL)
    g_signal_connect_object (thread, "items-changed", G_CALLBACK (on_thread_changed), self, G_CONNECT_AFTER);
  foyer_thread_end_show (self->thread_view);
  g_object_unref (model);
}

static void
look_at (FoyerInboxPage *self, FoyerTalk *talk)
{
  gboolean same = self->talk != NULL && talk != NULL
                  && g_str_equal (foyer_talk_get_id (self->talk), foyer_talk_get_id (talk));

  if (self->talk == talk)
    return;
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (self->talk, self);
  g_set_object (&self->talk, talk);
  if (talk != NULL)
    g_signal_connect_object (talk, "notify::unread", G_CALLBACK (on_notify_unread), self, G_CONNECT_SWAPPED);
  notify (self, PROP_TALK);
  if (!same)
    show_thread (self);
  update_actions (self);
  glance (self);
}

/* --- The list --- */

static void
select_position (FoyerInboxPage *self, guint position)
{
  g_autoptr (FoyerTalk) talk = g_list_model_get_item (G_LIST_MODEL (self->talks), position);

  self->is_moving = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_moving = FALSE;
  look_at (self, talk);
}

static gboolean
focus_selected (FoyerInboxPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return position != GTK_INVALID_LIST_POSITION && foyer_list_focus_row (self->list_view, position, "talk");
}

static void
on_notify_selected (FoyerInboxPage *self)
{
  FoyerTalk *talk = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_moving && talk != NULL && self->desk != NULL)
    look_at (self, talk);
}

static void
select_first (FoyerInboxPage *self)
{
  if (foyer_desk_get_state (self->desk) != FOYER_SYNC_FIRST && !foyer_split_get_collapsed (self->split)
      && g_list_model_get_n_items (G_LIST_MODEL (self->talks)) > 0)
    select_position (self, 0);
}

/* What left the list stays on the page until the person moves on. */
static void
on_items_changed (FoyerInboxPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->talks)) == 0;
  guint position;

  if (self->desk == NULL)
    return;
  if (self->empty != empty) {
    self->empty = empty;
    notify (self, PROP_EMPTY);
  }
  if (self->talk == NULL)
    select_first (self);
  else if (foyer_item_list_find (self->talks, foyer_talk_get_id (self->talk), &position))
    select_position (self, position);
}

static void
on_notify_collapsed (FoyerInboxPage *self)
{
  if (self->desk != NULL && self->talk == NULL)
    select_first (self);
}

static void
on_activate (FoyerInboxPage *self, guint position)
{
  select_position (self, position);
  foyer_split_set_show_content (self->split, TRUE);
}

static void
show (FoyerInboxPage *self, const char *shown)
{
  GAction *action
      = g_action_map_lookup_action (foyer_area_page_get_list_actions (FOYER_AREA_PAGE (self)), "show");

  if (g_str_equal (self->shown, shown))
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (shown));
  look_at (self, NULL);
  notify (self, PROP_SHOWN);
  foyer_item_list_set_query (self->talks, create_query (self));
  on_items_changed (self);
}

static void
on_show (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  FoyerInboxPage *self = user_data;

  if (self->desk != NULL)
    show (self, g_variant_get_string (state, NULL));
}

static void
look_at_settings (FoyerInboxPage *self)
{
  g_autoptr (FoyerRecord) settings
      = foyer_store_get_singleton (foyer_desk_get_store (self->desk), &foyer_portal_settings_type);
  gboolean messaging = settings == NULL || foyer_portal_settings_get_portal_messaging (settings);

  if (self->messaging == messaging)
    return;
  self->messaging = messaging;
  notify (self, PROP_MESSAGING);
}

static void
on_store_changed (FoyerInboxPage *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_portal_settings_type) != NULL)
    look_at_settings (self);
}

/* --- The page --- */

/* A talk follows the store by itself. */
static GObject *
make_talk (gpointer user_data, FoyerRecord *conversation)
{
  return G_OBJECT (foyer_talk_new (FOYER_INBOX_PAGE (user_data)->desk, conversation));
}

static char *
foyer_inbox_page_get_subject (FoyerAreaPage *area)
{
  FoyerTalk *talk = FOYER_INBOX_PAGE (area)->talk;

  return talk == NULL ? NULL : g_strdup (foyer_talk_get_id (talk));
}

static void
foyer_inbox_page_start (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (area);

  self->desk = desk;
  look_at_settings (self);
  self->talks = foyer_item_list_new (foyer_desk_get_store (desk), create_query (self), make_talk, NULL, self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->talks));
  foyer_composer_start (self->composer, desk);
  g_signal_connect_object (self->talks, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (on_notify_collapsed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self);
}

static void
foyer_inbox_page_stop (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (area);

  foyer_clock_clear_timer (foyer_desk_get_clock (desk), &self->glance);
  g_signal_handlers_disconnect_by_data (desk, self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), self);
  g_signal_handlers_disconnect_by_data (self->talks, self);
  foyer_composer_stop (self->composer);
  look_at (self, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->talks);
  self->desk = NULL;
}

static void
foyer_inbox_page_move (FoyerAreaPage *area, int step)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (area);
  gint64 n_items = g_list_model_get_n_items (G_LIST_MODEL (self->talks));
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 position = selected == GTK_INVALID_LIST_POSITION ? 0 : (gint64) selected + step;

  if (n_items == 0)
    return;
  select_position (self, (guint) CLAMP (position, 0, n_items - 1));
  focus_selected (self);
}

static void
foyer_inbox_page_show_content (FoyerAreaPage *area)
{
  foyer_split_set_show_content (FOYER_INBOX_PAGE (area)->split, TRUE);
}

static gboolean
foyer_inbox_page_back (FoyerAreaPage *area)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (area);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (foyer_split_back (self->split))
    return TRUE;
  /* From the text to the list; what is written is kept. */
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->composer))
         && focus_selected (self);
}

static gboolean
foyer_inbox_page_grab_focus (GtkWidget *widget)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (widget);

  return focus_selected (self) || gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
foyer_inbox_page_map (GtkWidget *widget)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (widget);

  GTK_WIDGET_CLASS (foyer_inbox_page_parent_class)->map (widget);
  if (self->desk != NULL)
    glance (self);
}

static void
foyer_inbox_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (object);

  switch (id) {
  case PROP_TALK:
    g_value_set_object (value, self->talk);
    break;
  case PROP_SHOWN:
    g_value_set_string (value, self->shown);
    break;
  case PROP_EMPTY:
    g_value_set_boolean (value, self->empty);
    break;
  case PROP_MESSAGING:
    g_value_set_boolean (value, self->messaging);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_inbox_page_finalize (GObject *object)
{
  FoyerInboxPage *self = FOYER_INBOX_PAGE (object);

  g_clear_object (&self->actions);
  g_free (self->shown);
  G_OBJECT_CLASS (foyer_inbox_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_TALK] = g_param_spec_object ("talk", NULL, NULL, FOYER_TYPE_TALK, readable);
  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, ALL, readable);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, readable);
  properties[PROP_MESSAGING] = g_param_spec_boolean ("messaging", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FOYER_TYPE_BANNER);
  g_type_ensure (FOYER_TYPE_COMPOSER);
  g_type_ensure (FOYER_TYPE_LETTER_ROW);
  g_type_ensure (FOYER_TYPE_SPLIT);
  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  g_type_ensure (FOYER_TYPE_TALK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerInboxPage, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerInboxPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerInboxPage, selection);
  gtk_widget_class_bind_template_child (widget_class, FoyerInboxPage, thread_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerInboxPage, composer);
  gtk_widget_class_bind_template_callback (widget_class, foyer_inbox_detail_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_inbox_empty_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_inbox_list_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_inbox_messaging_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_list_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_context);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_done_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_done_label);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_title);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_collapsed);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_selected);
}

static void
foyer_inbox_page_class_init (FoyerInboxPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerAreaPageClass *area_class = FOYER_AREA_PAGE_CLASS (klass);

  object_class->get_property = foyer_inbox_page_get_property;
  object_class->finalize = foyer_inbox_page_finalize;
  widget_class->grab_focus = foyer_inbox_page_grab_focus;
  widget_class->map = foyer_inbox_page_map;
  area_class->start = foyer_inbox_page_start;
  area_class->stop = foyer_inbox_page_stop;
  area_class->move = foyer_inbox_page_move;
  area_class->open = foyer_inbox_page_show_content;
  area_class->back = foyer_inbox_page_back;
  area_class->get_subject = foyer_inbox_page_get_subject;
  install_properties (object_class);
  bind_template (widget_class);
}

static void
foyer_inbox_page_init (FoyerInboxPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "done", .activate = on_done },
    { .name = "reply", .activate = on_reply },
    { .name = "note", .activate = on_note },
  };
  static const GActionEntry list_entries[] = {
    { .name = "show", .parameter_type = "s", .state = "'" ALL "'", .change_state = on_show },
  };

  self->shown = g_strdup (ALL);
  self->empty = TRUE;
  self->messaging = TRUE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (foyer_area_page_get_list_actions (FOYER_AREA_PAGE (self)), list_entries,
                                   G_N_ELEMENTS (list_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "inbox", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "talk", self->composer, "talk", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "undo-seconds", self->composer, "undo-seconds", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->composer, "acted", G_CALLBACK (foyer_area_page_report_act), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->composer, "failed", G_CALLBACK (foyer_area_page_say), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  foyer_area_page_add_keys (FOYER_AREA_PAGE (self), FOYER_KEYS_INBOX);
}

GtkWidget *
foyer_inbox_page_new (void)
{
  return g_object_new (FOYER_TYPE_INBOX_PAGE, NULL);
}

void
foyer_inbox_page_open (FoyerInboxPage *self, const char *record_id)
{
  g_autoptr (FoyerRecord) message = NULL;
  g_autoptr (FoyerRecord) conversation = NULL;
  g_autoptr (FoyerTalk) talk = NULL;
  FoyerStore *store;
  guint position;

  g_return_if_fail (FOYER_IS_INBOX_PAGE (self));

  if (self->desk == NULL)
    return;
  store = foyer_desk_get_store (self->desk);
  message = foyer_store_get (store, &foyer_message_type, record_id);
  conversation = foyer_store_get (store, &foyer_conversation_type,
                                  message == NULL ? record_id : foyer_message_get_conversation_id (message));
  if (conversation == NULL)
    return;
  show (self, foyer_conversation_get_status (conversation) == FOYER_CONVERSATION_DONE ? DONE : ALL);
  if (foyer_item_list_find (self->talks, foyer_record_get_id (conversation), &position)) {
    select_position (self, position);
  } else {
    talk = foyer_talk_new (self->desk, conversation);
    look_at (self, talk);
  }
  foyer_split_set_show_content (self->split, TRUE);
}

void
foyer_inbox_page_rewrite (FoyerInboxPage *self,
                          const char *conversation_id,
                          const char *kind,
                          const char *words,
                          JsonArray *files)
{
  g_return_if_fail (FOYER_IS_INBOX_PAGE (self));

  foyer_inbox_page_open (self, conversation_id);
  if (self->talk != NULL && g_str_equal (foyer_talk_get_id (self->talk), conversation_id))
    foyer_composer_rewrite (self->composer, kind, words, files);
}
