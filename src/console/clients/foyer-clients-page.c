/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-clients-page.c - the area of clients */

#include "foyer-clients-page.h"

#include "foyer-access-verbs.h"
#include "foyer-client-access.h"
#include "foyer-client-closures.h"
#include "foyer-client-row.h"
#include "foyer-clients-closures.h"
#include "foyer-list-focus.h"
#include "foyer-split.h"
#include "foyer-sync-banner.h"
#include "foyer-text-closures.h"

#include "foyer-record-count.h"
#include "foyer-record-list.h"
#include "types/client.h"

struct _FoyerClientsPage {
  FoyerAreaPage parent_instance;

  /* Template. */
  FoyerSplit *split;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  FoyerClientAccess *access;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  FoyerRecordList *list;
  FoyerRecordCount *total; /* (nullable): %NULL before it starts and after it has stopped */
  FoyerAccessVerbs *verbs;

  /* State. */
  FoyerRecord *client; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerClientsPage, foyer_clients_page, FOYER_TYPE_AREA_PAGE)

enum {
  PROP_CLIENT = 1,
  PROP_TOTAL,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

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
on_notify_count (FoyerClientsPage *self)
{
  notify (self, PROP_TOTAL);
}

/* Keys mean what is most likely of what stands on the page. */
static void
do_first (FoyerClientsPage *self, const char *verb, gboolean offered)
{
  const FoyerAccessVerb *found = foyer_client_access_find (self->access, verb);
  g_autofree char *action = g_strconcat ("access.", verb, NULL);

  if (found != NULL && (found->offered || !offered))
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", found->target);
}

static void
on_resend (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  do_first (user_data, "resend", TRUE);
}

static void
on_revoke (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  do_first (user_data, "revoke-link", FALSE);
}

static const GActionEntry key_entries[] = {
  { .name = "resend", .activate = on_resend },
  { .name = "revoke", .activate = on_revoke },
};

static void
on_notify_selected (FoyerClientsPage *self)
{
  /* What went out of the list for a moment, because it changed, is still what is looked at. */
  FoyerRecord *client = gtk_single_selection_get_selected_item (self->selection);

  if (client == NULL || !g_set_object (&self->client, client))
    return;
  foyer_access_verbs_look_at (self->verbs, client);
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
foyer_clients_page_move (FoyerAreaPage *area, int step)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (area);
  gint64 n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 position = selected == GTK_INVALID_LIST_POSITION ? 0 : (gint64) selected + step;

  if (n_items > 0)
    select_position (self, (guint) CLAMP (position, 0, n_items - 1));
}

static void
foyer_clients_page_open (FoyerAreaPage *area)
{
  foyer_split_set_show_content (FOYER_CLIENTS_PAGE (area)->split, TRUE);
}

static gboolean
foyer_clients_page_back (FoyerAreaPage *area)
{
  return foyer_split_back (FOYER_CLIENTS_PAGE (area)->split);
}

static char *
foyer_clients_page_get_subject (FoyerAreaPage *area)
{
  FoyerRecord *client = FOYER_CLIENTS_PAGE (area)->client;

  return client == NULL ? NULL : g_strdup (foyer_record_get_id (client));
}

static void
foyer_clients_page_start (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (area);

  self->desk = desk;
  foyer_access_verbs_start (self->verbs, desk);
  self->list = foyer_record_list_new (foyer_desk_get_store (desk), create_query ());
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  self->total = foyer_record_count_new (foyer_desk_get_store (desk), create_query ());
  g_signal_connect_object (self->total, "notify::count", G_CALLBACK (on_notify_count), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self);
}

static void
foyer_clients_page_stop (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (area);

  foyer_access_verbs_stop (self->verbs);
  g_signal_handlers_disconnect_by_data (desk, self);
  g_signal_handlers_disconnect_by_data (self->total, self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_run_dispose (G_OBJECT (self->total));
  g_clear_object (&self->total);
  self->desk = NULL;
}

static void
foyer_clients_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (object);

  switch (id) {
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_TOTAL:
    g_value_set_uint (value, self->total == NULL ? 0 : foyer_record_count_get (self->total));
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
foyer_clients_page_finalize (GObject *object)
{
  FoyerClientsPage *self = FOYER_CLIENTS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->client);
  g_clear_object (&self->verbs);
  G_OBJECT_CLASS (foyer_clients_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, readable);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_clients_page_class_init (FoyerClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerAreaPageClass *area_class = FOYER_AREA_PAGE_CLASS (klass);

  object_class->get_property = foyer_clients_page_get_property;
  object_class->finalize = foyer_clients_page_finalize;
  widget_class->grab_focus = foyer_clients_page_grab_focus;
  area_class->start = foyer_clients_page_start;
  area_class->stop = foyer_clients_page_stop;
  area_class->move = foyer_clients_page_move;
  area_class->open = foyer_clients_page_open;
  area_class->back = foyer_clients_page_back;
  area_class->get_subject = foyer_clients_page_get_subject;
  install_properties (object_class);

  g_type_ensure (FOYER_TYPE_CLIENT_ACCESS);
  g_type_ensure (FOYER_TYPE_CLIENT_ROW);
  g_type_ensure (FOYER_TYPE_SPLIT);
  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerClientsPage, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerClientsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerClientsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, FoyerClientsPage, access);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_address);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_email);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_phone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_since);
  gtk_widget_class_bind_template_callback (widget_class, foyer_clients_count_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_clients_detail_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_clients_list_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_list_classes);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_selected);
}

static void
foyer_clients_page_init (FoyerClientsPage *self)
{
  g_autoptr (GSimpleActionGroup) keys = g_simple_action_group_new ();

  self->verbs = foyer_access_verbs_new (GTK_WIDGET (self));
  g_object_bind_property (self, "undo-seconds", self->verbs, "undo-seconds", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->verbs, "acted", G_CALLBACK (foyer_area_page_report_act), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verbs, "said", G_CALLBACK (foyer_area_page_say), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (keys), key_entries, G_N_ELEMENTS (key_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "access", foyer_access_verbs_get_actions (self->verbs));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "access-keys", G_ACTION_GROUP (keys));
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_area_page_add_keys (FOYER_AREA_PAGE (self), FOYER_KEYS_CLIENTS);
}

GtkWidget *
foyer_clients_page_new (void)
{
  return g_object_new (FOYER_TYPE_CLIENTS_PAGE, NULL);
}

void
foyer_clients_page_look_at (FoyerClientsPage *self, const char *client_id)
{
  g_autoptr (FoyerRecord) client = NULL;

  g_return_if_fail (FOYER_IS_CLIENTS_PAGE (self));

  client = self->desk == NULL
               ? NULL
               : foyer_store_get (foyer_desk_get_store (self->desk), &foyer_client_type, client_id);
  if (client == NULL)
    return;
  if (g_set_object (&self->client, client)) {
    foyer_access_verbs_look_at (self->verbs, client);
    notify (self, PROP_CLIENT);
  }
  on_items_changed (self);
  foyer_split_set_show_content (self->split, TRUE);
}
