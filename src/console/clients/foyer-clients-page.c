/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-clients-page.c - the area of clients */

#include "foyer-clients-page.h"

#include "foyer-client-closures.h"
#include "foyer-client-row.h"
#include "foyer-clients-closures.h"
#include "foyer-error-text.h"
#include "foyer-keys.h"
#include "foyer-list-focus.h"
#include "foyer-list-keys.h"
#include "foyer-split.h"
#include "foyer-sync-banner.h"
#include "foyer-text-closures.h"

#include "foyer-record-list.h"
#include "types/client.h"

#include <glib/gi18n-lib.h>

struct _FoyerClientsPage {
  AdwBin parent_instance;

  /* Template. */
  FoyerSplit *split;
  GtkListView *list_view;
  GtkSingleSelection *selection;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): %NULL after it has stopped */
  FoyerRecordList *list;
  FoyerListKeys *keys;
  GCancellable *cancellable;
  gboolean single_keys;
  gboolean outer_collapsed;

  /* State. */
  FoyerRecord *client; /* (nullable) */
  guint total;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (FoyerClientsPage, foyer_clients_page, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_SINGLE_KEYS,
  PROP_OUTER_COLLAPSED,
  PROP_CLIENT,
  PROP_TOTAL,
  PROP_BUSY,
  N_PROPERTIES,
};

enum { SAID, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (FoyerClientsPage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* Those who are still served, under their own name. */
static FoyerQuery *
create_query (void)
{
  FoyerQuery *query = foyer_query_new (&foyer_client_type);

  foyer_query_where_text (query, "archivedAt", NULL);
  foyer_query_where_text (query, "mergedIntoId", NULL);
  foyer_query_order (query, "name", FALSE);
  return query;
}

static void
count (FoyerClientsPage *self)
{
  g_autoptr (FoyerQuery) query = create_query ();
  guint total = (guint) MAX (0, foyer_store_count (foyer_desk_get_store (self->desk), query));

  if (self->total == total)
    return;
  self->total = total;
  notify (self, PROP_TOTAL);
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  if (foyer_change_set_get_ids (changes, &foyer_client_type) != NULL)
    count (user_data);
}

static void
set_busy (FoyerClientsPage *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  notify (self, PROP_BUSY);
}

static void
on_issue_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerClientsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *address
      = foyer_sync_engine_issue_secret_finish (FOYER_SYNC_ENGINE (source), result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (address == NULL) {
    sentence = foyer_error_describe (error);
    g_signal_emit (self, signals[SAID], 0, sentence);
    return;
  }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), address);
  g_signal_emit (self, signals[SAID], 0, _ ("Link copied"));
}

static void
on_copy_link (FoyerClientsPage *self)
{
  FoyerSyncEngine *engine = foyer_desk_get_engine (self->desk);

  if (engine == NULL || self->client == NULL || self->busy)
    return;
  set_busy (self, TRUE);
  foyer_sync_engine_issue_secret_async (engine, &foyer_client_type, foyer_record_get_id (self->client),
                                        self->cancellable, on_issue_ready, g_object_ref (self));
}

static void
on_notify_selected (FoyerClientsPage *self)
{
  /* What went out of the list for a moment, because it changed, is still what is looked at. */
  FoyerRecord *client = gtk_single_selection_get_selected_item (self->selection);

  if (client != NULL && g_set_object (&self->client, client))
    notify (self, PROP_CLIENT);
}

static gboolean
focus_selected (FoyerClientsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return position != GTK_INVALID_LIST_POSITION && foyer_list_focus_row (self->list_view, position, "client");
}

static void
select_position (FoyerClientsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  focus_selected (self);
}

static void
on_items_changed (FoyerClientsPage *self)
{
  guint position;

  if (self->list == NULL)
    return;
  if (self->client != NULL
      && foyer_record_list_find (self->list, foyer_record_get_id (self->client), &position))
    gtk_single_selection_set_selected (self->selection, position);
  else if (self->client == NULL && self->desk != NULL && foyer_desk_get_state (self->desk) != FOYER_SYNC_FIRST
           && !foyer_split_get_collapsed (self->split)
           && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
on_activate (FoyerClientsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  foyer_split_set_show_content (self->split, TRUE);
}

static void
move (FoyerClientsPage *self, int step)
{
  gint64 n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 position = selected == GTK_INVALID_LIST_POSITION ? 0 : (gint64) selected + step;

  if (n_items > 0)
    select_position (self, (guint) CLAMP (position, 0, n_items - 1));
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, 1);
}

static void
on_previous (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, -1);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_split_set_show_content (FOYER_CLIENTS_PAGE (user_data)->split, TRUE);
}

static const GActionEntry list_entries[] = {
  { .name = "next", .activate = on_next },
  { .name = "previous", .activate = on_previous },
  { .name = "open", .activate = on_open },
};

static void
set_desk (FoyerClientsPage *self, FoyerDesk *desk)
{
  if (desk == NULL || self->desk != NULL)
    return;
  self->desk = g_object_ref (desk);
  self->list = foyer_record_list_new (foyer_desk_get_store (desk), create_query ());
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self, 0);
  notify (self, PROP_DESK);
  count (self);
  on_items_changed (self);
}

static void
foyer_clients_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (object);

  switch (id) {
  case PROP_DESK:
    set_desk (self, g_value_get_object (value));
    return;
  case PROP_SINGLE_KEYS:
    if (self->single_keys == g_value_get_boolean (value))
      return;
    self->single_keys = g_value_get_boolean (value);
    g_object_set (self->keys, "single-keys", self->single_keys, NULL);
    break;
  case PROP_OUTER_COLLAPSED:
    if (self->outer_collapsed == g_value_get_boolean (value))
      return;
    self->outer_collapsed = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_clients_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_SINGLE_KEYS:
    g_value_set_boolean (value, self->single_keys);
    break;
  case PROP_OUTER_COLLAPSED:
    g_value_set_boolean (value, self->outer_collapsed);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_TOTAL:
    g_value_set_uint (value, self->total);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, self->busy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
foyer_clients_page_grab_focus (GtkWidget *widget)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (widget);

  return focus_selected (self) || foyer_list_focus_row (self->list_view, 0, "client")
         || gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
foyer_clients_page_dispose (GObject *object)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (object);

  foyer_clients_page_stop (self);
  /* Disposing of the template would take the bin's child, which is bound, without the bin knowing. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_CLIENTS_PAGE);
  g_clear_object (&self->keys);
  g_clear_object (&self->list);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (foyer_clients_page_parent_class)->dispose (object);
}

static void
foyer_clients_page_finalize (GObject *object)
{
  g_clear_object (&FOYER_CLIENTS_PAGE (object)->cancellable);
  G_OBJECT_CLASS (foyer_clients_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_SINGLE_KEYS] = g_param_spec_boolean ("single-keys", NULL, NULL, TRUE, flags);
  properties[PROP_OUTER_COLLAPSED] = g_param_spec_boolean ("outer-collapsed", NULL, NULL, FALSE, flags);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, readable);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_clients_page_class_init (FoyerClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_clients_page_set_property;
  object_class->get_property = foyer_clients_page_get_property;
  object_class->dispose = foyer_clients_page_dispose;
  object_class->finalize = foyer_clients_page_finalize;
  widget_class->grab_focus = foyer_clients_page_grab_focus;
  install_properties (object_class);

  signals[SAID] = g_signal_new ("said", FOYER_TYPE_CLIENTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FOYER_TYPE_CLIENT_ROW);
  g_type_ensure (FOYER_TYPE_SPLIT);
  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerClientsPage, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerClientsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerClientsPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_address);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_email);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_link_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_may_link);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_phone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_portal_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_portal_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_portal_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_since);
  gtk_widget_class_bind_template_callback (widget_class, foyer_clients_count_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_clients_detail_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_clients_list_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_list_classes);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_link);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_selected);
}

static void
foyer_clients_page_init (FoyerClientsPage *self)
{
  g_autoptr (GSimpleActionGroup) list_actions = g_simple_action_group_new ();

  self->single_keys = TRUE;
  self->cancellable = g_cancellable_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (list_actions), list_entries, G_N_ELEMENTS (list_entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list-pane", G_ACTION_GROUP (list_actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keys = foyer_list_keys_new (GTK_WIDGET (self), FOYER_KEYS_LISTS);
}

GtkWidget *
foyer_clients_page_new (void)
{
  return g_object_new (FOYER_TYPE_CLIENTS_PAGE, NULL);
}

gboolean
foyer_clients_page_back (FoyerClientsPage *self)
{
  g_return_val_if_fail (FOYER_IS_CLIENTS_PAGE (self), FALSE);

  if (!foyer_split_get_collapsed (self->split) || !foyer_split_get_show_content (self->split))
    return FALSE;
  foyer_split_set_show_content (self->split, FALSE);
  return TRUE;
}

void
foyer_clients_page_stop (FoyerClientsPage *self)
{
  g_return_if_fail (FOYER_IS_CLIENTS_PAGE (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->desk);
  notify (self, PROP_DESK);
}
