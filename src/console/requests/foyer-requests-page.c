/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-requests-page.c - what clients ask that is no booking */

#include "foyer-requests-page.h"

#include "foyer-act-submit.h"
#include "foyer-error-text.h"
#include "foyer-inquiry-row.h"
#include "foyer-inquiry-words.h"
#include "foyer-inquiry.h"
#include "foyer-item-list.h"
#include "foyer-list-focus.h"
#include "foyer-own-rights.h"
#include "foyer-reason-dialog.h"
#include "foyer-request-closures.h"
#include "foyer-split.h"
#include "foyer-sync-banner.h"
#include "foyer-text-closures.h"

#include "foyer-json.h"
#include "foyer-request-transition.h"
#include "types/request.h"

#include <glib/gi18n-lib.h>

#define WAITING "waiting"
#define CLOSED "closed"

struct _FoyerRequestsPage {
  FoyerAreaPage parent_instance;

  /* Template. */
  FoyerSplit *split;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkListBox *files;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  FoyerItemList *list;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;

  /* State. */
  char *shown;
  FoyerInquiry *inquiry; /* (nullable) */
  char *awaited;         /* (nullable): the request to look at as soon as it is in the list */
  guint position;        /* where it was last seen in the list */
  gboolean empty;
  gboolean waits;
  gboolean is_changing; /* the list and not the person moves the selection */
};

G_DEFINE_FINAL_TYPE (FoyerRequestsPage, foyer_requests_page, FOYER_TYPE_AREA_PAGE)

enum {
  PROP_INQUIRY = 1,
  PROP_SHOWN,
  PROP_EMPTY,
  PROP_WAITS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (FoyerRequestsPage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static FoyerQuery *
create_query (const char *shown)
{
  FoyerQuery *query = foyer_query_new (&foyer_request_type);

  foyer_query_where_number (query, "status",
                            g_str_equal (shown, CLOSED) ? FOYER_COMPARE_AT_LEAST : FOYER_COMPARE_LESS,
                            FOYER_REQUEST_RESOLVED);
  foyer_query_order (query, "requestedAt", TRUE);
  return query;
}

/* --- Files --- */

static void
add_file (FoyerRequestsPage *self, guint index, JsonObject *file)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Open"));
  const char *name = foyer_json_object_text (file, "name");
  g_autofree char *label = g_strdup_printf (_ ("Open %s"), name == NULL ? "" : name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 name == NULL ? _ ("A file without a name") : name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "request.open-file");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->files, row);
}

static JsonObject *
get_file (FoyerRequestsPage *self, guint index)
{
  g_autoptr (JsonObject) json = NULL;
  JsonArray *files;
  JsonNode *node;

  if (self->inquiry == NULL)
    return NULL;
  json = foyer_record_to_json (foyer_inquiry_get_request (self->inquiry));
  files = foyer_json_object_array (json, "attachments");
  if (files == NULL || index >= json_array_get_length (files))
    return NULL;
  node = json_array_get_element (files, index);
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

static void
show_files (FoyerRequestsPage *self)
{
  GtkListBoxRow *row;
  guint index = 0;

  while ((row = gtk_list_box_get_row_at_index (self->files, 0)) != NULL)
    gtk_list_box_remove (self->files, GTK_WIDGET (row));
  for (;; index++) {
    g_autoptr (JsonObject) file = get_file (self, index);

    if (file == NULL)
      break;
    add_file (self, index, file);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->files), index > 0);
}

static void
on_file_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerRequestsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  foyer_area_page_say (FOYER_AREA_PAGE (self), _ ("No program here opens it."));
}

static void
on_file_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerRequestsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foyer_sync_engine_get_file_finish (FOYER_SYNC_ENGINE (source), result, &error);
  g_autofree char *sentence = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (path == NULL) {
    sentence = foyer_error_describe (error);
    foyer_area_page_say (FOYER_AREA_PAGE (self), sentence);
    return;
  }
  file = g_file_new_for_path (path);
  uri = g_file_get_uri (file);
  g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, on_file_shown, g_object_ref (self));
}

static void
on_open_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerRequestsPage *self = user_data;
  FoyerSyncEngine *engine = self->desk == NULL ? NULL : foyer_desk_get_engine (self->desk);
  g_autoptr (JsonObject) file = get_file (self, g_variant_get_uint32 (parameter));

  if (file == NULL)
    return;
  if (engine == NULL) {
    foyer_area_page_say (FOYER_AREA_PAGE (self),
                         _ ("The file is at the server, which cannot be reached now."));
    return;
  }
  foyer_sync_engine_get_file_async (engine, foyer_json_object_text (file, "blobId"),
                                    foyer_json_object_text (file, "mediaType"), self->cancellable,
                                    on_file_ready, g_object_ref (self));
}

/* --- Deciding --- */

static void
enable (FoyerRequestsPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What staff may make of it now, by the rule that the server asks as well. */
static void
update_actions (FoyerRequestsPage *self)
{
  FoyerRecord *request = self->inquiry == NULL ? NULL : foyer_inquiry_get_request (self->inquiry);
  FoyerRequestStatus status
      = request == NULL ? FOYER_REQUEST_WITHDRAWN : (FoyerRequestStatus) foyer_request_get_status (request);
  g_autofree char *refusal = foyer_own_rights_refuse (self->desk, FOYER_STAFF_CHANGE, &foyer_request_type);
  gboolean may = self->desk != NULL && request != NULL && refusal == NULL;
  gboolean waits = request != NULL && foyer_request_is_open (status);

  enable (self, "take", may && foyer_request_may_become (status, FOYER_REQUEST_OPEN, FOYER_ACTOR_STAFF));
  enable (self, "resolve",
          may && foyer_request_may_become (status, FOYER_REQUEST_RESOLVED, FOYER_ACTOR_STAFF));
  enable (self, "decline",
          may && foyer_request_may_become (status, FOYER_REQUEST_DECLINED, FOYER_ACTOR_STAFF));
  if (self->waits == waits)
    return;
  self->waits = waits;
  notify (self, PROP_WAITS);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerRequestsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (act != NULL) {
    foyer_area_page_report_act (FOYER_AREA_PAGE (self), act);
    return;
  }
  sentence = foyer_error_describe (error);
  foyer_area_page_say (FOYER_AREA_PAGE (self), sentence);
}

static void
decide (FoyerRequestsPage *self,
        const char *status,
        const char *command,
        const char *answer,
        const char *done)
{
  FoyerRecord *request = foyer_inquiry_get_request (self->inquiry);
  g_autofree char *subject = g_strdup_printf (_ ("“%s” of %s"), foyer_request_get_subject (request),
                                              foyer_inquiry_get_client_name (self->inquiry));
  g_autoptr (JsonObject) patch = json_object_new ();
  FoyerDeed deed
      = { FOYER_VERB_UPDATE, &foyer_request_type, foyer_record_get_id (request), command, subject, 0 };
  guint undo_seconds;

  g_object_get (self, "undo-seconds", &undo_seconds, NULL);
  deed.hold = undo_seconds * (gint64) G_USEC_PER_SEC;
  json_object_set_string_member (patch, "status", status);
  if (answer != NULL)
    json_object_set_string_member (patch, "answer", answer);
  foyer_act_submit_async (self->desk, &deed, patch,
                          foyer_act_new (deed.record_id, "requests", g_strdup (done),
                                         g_strdup (_ ("The request is as it was"))),
                          self->cancellable, on_submitted, g_object_ref (self));
}

static gboolean
may_still (FoyerRequestsPage *self, const char *action)
{
  return self->desk != NULL && g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), action);
}

static void
on_resolve_confirmed (FoyerRequestsPage *self, const char *answer)
{
  if (may_still (self, "resolve"))
    decide (self, "resolved", "resolve-request", answer, _ ("Resolved"));
}

static void
on_decline_confirmed (FoyerRequestsPage *self, const char *reason)
{
  if (may_still (self, "decline"))
    decide (self, "declined", "decline-request", reason, _ ("Declined"));
}

static void
ask (FoyerRequestsPage *self, const char *question, const char *verb, GCallback confirmed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char *name = foyer_inquiry_get_client_name (self->inquiry);
  g_autofree char *reader = g_strdup_printf (_ ("%s reads this on the portal."), name);
  GtkWindow *dialog
      = foyer_reason_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, question, reader, verb);

  g_signal_connect_object (dialog, "confirmed", confirmed, self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
on_take (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  decide (user_data, "open", "take-request", NULL, _ ("Taken on"));
}

static void
on_resolve (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, _ ("What came of the request?"), _ ("Resolve"), G_CALLBACK (on_resolve_confirmed));
}

static void
on_decline (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, _ ("Why is the request declined?"), _ ("Decline"), G_CALLBACK (on_decline_confirmed));
}

/* --- The list --- */

static void
look_at (FoyerRequestsPage *self, FoyerInquiry *inquiry)
{
  if (!g_set_object (&self->inquiry, inquiry))
    return;
  update_actions (self);
  show_files (self);
  notify (self, PROP_INQUIRY);
}

static void
on_notify_selected (FoyerRequestsPage *self)
{
  FoyerInquiry *inquiry = gtk_single_selection_get_selected_item (self->selection);

  if (inquiry == NULL || self->is_changing)
    return;
  self->position = gtk_single_selection_get_selected (self->selection);
  if (self->awaited == NULL
      || g_str_equal (self->awaited, foyer_record_get_id (foyer_inquiry_get_request (inquiry))))
    look_at (self, inquiry);
}

static gboolean
focus_selected (FoyerRequestsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return position != GTK_INVALID_LIST_POSITION && foyer_list_focus_row (self->list_view, position, "inquiry");
}

static void
update_empty (FoyerRequestsPage *self, guint n_items)
{
  if (self->empty == (n_items == 0))
    return;
  self->empty = n_items == 0;
  notify (self, PROP_EMPTY);
}

/* What changes goes out of the list for a moment, and is still what is looked at. */
static gboolean
comes_back (FoyerRequestsPage *self)
{
  const char *id
      = self->inquiry == NULL ? NULL : foyer_record_get_id (foyer_inquiry_get_request (self->inquiry));
  g_autoptr (FoyerRecord) request
      = id == NULL ? NULL : foyer_store_get (foyer_desk_get_store (self->desk), &foyer_request_type, id);

  return request != NULL
         && foyer_request_is_open ((FoyerRequestStatus) foyer_request_get_status (request))
                == g_str_equal (self->shown, WAITING);
}

static void
select_position (FoyerRequestsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  /* The place may be selected already, with another item in it. */
  on_notify_selected (self);
}

static void
on_items_change (FoyerRequestsPage *self)
{
  self->is_changing = TRUE;
}

/* What was decided leaves the list, and the next is looked at. */
static void
on_items_changed (FoyerRequestsPage *self)
{
  const char *id;
  guint n_items;
  guint position;

  self->is_changing = FALSE;
  if (self->list == NULL || self->desk == NULL)
    return;
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  update_empty (self, n_items);
  id = self->awaited != NULL   ? self->awaited
       : self->inquiry == NULL ? NULL
                               : foyer_record_get_id (foyer_inquiry_get_request (self->inquiry));
  if (id != NULL && foyer_item_list_find (self->list, id, &position)) {
    select_position (self, position);
    g_clear_pointer (&self->awaited, g_free);
  } else if (self->awaited != NULL || comes_back (self)) {
    return;
  } else if (n_items > 0 && !foyer_split_get_collapsed (self->split)) {
    select_position (self, MIN (self->position, n_items - 1));
  } else if (n_items == 0) {
    look_at (self, NULL);
  }
}

static void
on_activate (FoyerRequestsPage *self, guint position)
{
  g_clear_pointer (&self->awaited, g_free);
  gtk_single_selection_set_selected (self->selection, position);
  foyer_split_set_show_content (self->split, TRUE);
}

static void
show (FoyerRequestsPage *self, const char *shown)
{
  GAction *action;

  if (g_str_equal (self->shown, shown))
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown);
  action = g_action_map_lookup_action (foyer_area_page_get_list_actions (FOYER_AREA_PAGE (self)), "show");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (shown));
  self->position = 0;
  look_at (self, NULL);
  notify (self, PROP_SHOWN);
  if (self->list != NULL)
    foyer_item_list_set_query (self->list, create_query (shown));
}

static void
on_show (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  show (user_data, g_variant_get_string (state, NULL));
}

static void
foyer_requests_page_move (FoyerAreaPage *area, int step)
{
  FoyerRequestsPage *self = FOYER_REQUESTS_PAGE (area);
  gint64 n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 position = selected == GTK_INVALID_LIST_POSITION ? 0 : (gint64) selected + step;

  if (n_items == 0)
    return;
  g_clear_pointer (&self->awaited, g_free);
  gtk_single_selection_set_selected (self->selection, (guint) CLAMP (position, 0, n_items - 1));
  focus_selected (self);
}

static void
foyer_requests_page_open (FoyerAreaPage *area)
{
  foyer_split_set_show_content (FOYER_REQUESTS_PAGE (area)->split, TRUE);
}

static gboolean
foyer_requests_page_back (FoyerAreaPage *area)
{
  return foyer_split_back (FOYER_REQUESTS_PAGE (area)->split);
}

static GObject *
make_inquiry (gpointer user_data, FoyerRecord *request)
{
  return G_OBJECT (foyer_inquiry_new (FOYER_REQUESTS_PAGE (user_data)->desk, request));
}

/* A request that changed is another inquiry: rows and page show what they were made with. */
static gboolean
is_inquiry_of (GObject *item, FoyerRecord *request)
{
  return foyer_inquiry_get_request (FOYER_INQUIRY (item)) == request;
}

static char *
foyer_requests_page_get_subject (FoyerAreaPage *area)
{
  FoyerInquiry *inquiry = FOYER_REQUESTS_PAGE (area)->inquiry;

  return inquiry == NULL ? NULL : g_strdup (foyer_record_get_id (foyer_inquiry_get_request (inquiry)));
}

static void
foyer_requests_page_start (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerRequestsPage *self = FOYER_REQUESTS_PAGE (area);

  self->desk = desk;
  self->list = foyer_item_list_new (foyer_desk_get_store (desk), create_query (self->shown), make_inquiry,
                                    is_inquiry_of, self);
  /* Before anybody else hears of it, and after everybody has. */
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_change), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  update_actions (self);
  on_items_changed (self);
}

static void
foyer_requests_page_stop (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerRequestsPage *self = FOYER_REQUESTS_PAGE (area);

  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (desk, self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_single_selection_set_model (self->selection, NULL);
  self->desk = NULL;
}

static void
foyer_requests_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerRequestsPage *self = FOYER_REQUESTS_PAGE (object);

  switch (id) {
  case PROP_INQUIRY:
    g_value_set_object (value, self->inquiry);
    break;
  case PROP_SHOWN:
    g_value_set_string (value, self->shown);
    break;
  case PROP_EMPTY:
    g_value_set_boolean (value, self->empty);
    break;
  case PROP_WAITS:
    g_value_set_boolean (value, self->waits);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
foyer_requests_page_grab_focus (GtkWidget *widget)
{
  FoyerRequestsPage *self = FOYER_REQUESTS_PAGE (widget);

  return focus_selected (self) || gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
foyer_requests_page_finalize (GObject *object)
{
  FoyerRequestsPage *self = FOYER_REQUESTS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->inquiry);
  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);
  g_free (self->shown);
  g_free (self->awaited);
  G_OBJECT_CLASS (foyer_requests_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_INQUIRY] = g_param_spec_object ("inquiry", NULL, NULL, FOYER_TYPE_INQUIRY, readable);
  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, WAITING, readable);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, readable);
  properties[PROP_WAITS] = g_param_spec_boolean ("waits", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-requests-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestsPage, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestsPage, files);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_list_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_context);
  gtk_widget_class_bind_template_callback (widget_class, foyer_requests_detail_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_requests_empty_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_requests_list_page);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_selected);
}

static void
foyer_requests_page_class_init (FoyerRequestsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerAreaPageClass *area_class = FOYER_AREA_PAGE_CLASS (klass);

  object_class->get_property = foyer_requests_page_get_property;
  object_class->finalize = foyer_requests_page_finalize;
  widget_class->grab_focus = foyer_requests_page_grab_focus;
  area_class->start = foyer_requests_page_start;
  area_class->stop = foyer_requests_page_stop;
  area_class->move = foyer_requests_page_move;
  area_class->open = foyer_requests_page_open;
  area_class->back = foyer_requests_page_back;
  area_class->get_subject = foyer_requests_page_get_subject;
  install_properties (object_class);

  g_type_ensure (FOYER_TYPE_INQUIRY_ROW);
  g_type_ensure (FOYER_TYPE_INQUIRY_WORDS);
  g_type_ensure (FOYER_TYPE_SPLIT);
  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  bind_template (widget_class);
}

static void
foyer_requests_page_init (FoyerRequestsPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "take", .activate = on_take },
    { .name = "resolve", .activate = on_resolve },
    { .name = "decline", .activate = on_decline },
    { .name = "open-file", .activate = on_open_file, .parameter_type = "u" },
  };
  static const GActionEntry list_entries[] = {
    { .name = "show", .parameter_type = "s", .state = "'" WAITING "'", .change_state = on_show },
  };

  self->shown = g_strdup (WAITING);
  self->empty = TRUE;
  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (foyer_area_page_get_list_actions (FOYER_AREA_PAGE (self)), list_entries,
                                   G_N_ELEMENTS (list_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "request", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_area_page_add_keys (FOYER_AREA_PAGE (self), FOYER_KEYS_REQUESTS);
  update_actions (self);
}

GtkWidget *
foyer_requests_page_new (void)
{
  return g_object_new (FOYER_TYPE_REQUESTS_PAGE, NULL);
}

void
foyer_requests_page_look_at (FoyerRequestsPage *self, const char *request_id)
{
  g_autoptr (FoyerRecord) request = NULL;
  g_autoptr (FoyerInquiry) inquiry = NULL;

  g_return_if_fail (FOYER_IS_REQUESTS_PAGE (self));

  request = self->desk == NULL
                ? NULL
                : foyer_store_get (foyer_desk_get_store (self->desk), &foyer_request_type, request_id);
  if (request == NULL)
    return;
  show (self,
        foyer_request_is_open ((FoyerRequestStatus) foyer_request_get_status (request)) ? WAITING : CLOSED);
  inquiry = foyer_inquiry_new (self->desk, request);
  g_free (self->awaited);
  self->awaited = g_strdup (request_id);
  look_at (self, inquiry);
  on_items_changed (self);
  foyer_split_set_show_content (self->split, TRUE);
}
