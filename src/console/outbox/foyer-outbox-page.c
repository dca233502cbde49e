/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-outbox-page.c - what has not arrived, what needs a person, what was sent today */

#include "foyer-outbox-page.h"

#include "foyer-chip.h"
#include "foyer-need-card.h"
#include "foyer-need-choices.h"
#include "foyer-need.h"
#include "foyer-operation-closures.h"
#include "foyer-operation-kinds.h"
#include "foyer-operation-row.h"
#include "foyer-outbox-group.h"
#include "foyer-outbox-verbs.h"
#include "foyer-own-rights.h"
#include "foyer-scheduled-row.h"
#include "foyer-sync-banner.h"
#include "foyer-sync-closures.h"
#include "foyer-text-closures.h"

#include "foyer-operation-list.h"
#include "foyer-record-list.h"
#include "types/message.h"
#include "types/settings_version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_GROUPS 5

struct _FoyerOutboxPage {
  FoyerAreaPage parent_instance;

  /* Template. */
  FoyerOutboxGroup *needing_group;
  FoyerOutboxGroup *waiting_group;
  FoyerOutboxGroup *failed_group;
  FoyerOutboxGroup *scheduled_group;
  FoyerOutboxGroup *sent_group;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  FoyerOutboxVerbs *verbs;

  /* State. */
  guint needing;
  guint waiting;
  guint failed;
  guint scheduled;
  guint sent;
  gint64 monotonic;
  gint64 now;
  guint tick;
  char *spoken;      /* what has been said of the counts */
  char *focused;     /* (nullable): the operation whose row has the focus while its list changes */
  guint focused_row; /* its place among all rows */
};

G_DEFINE_FINAL_TYPE (FoyerOutboxPage, foyer_outbox_page, FOYER_TYPE_AREA_PAGE)

enum {
  PROP_NEEDING = 1,
  PROP_WAITING,
  PROP_FAILED,
  PROP_SCHEDULED,
  PROP_SENT,
  PROP_MONOTONIC,
  PROP_NOW,
  PROP_SPOKEN,
  N_PROPERTIES,
};

enum { REWRITTEN, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (FoyerOutboxPage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* Lists. */

static void
set_count (FoyerOutboxPage *self, guint *place, guint count, guint id)
{
  if (*place == count)
    return;
  *place = count;
  notify (self, id);
}

static guint
count_records (FoyerOutboxGroup *group)
{
  return g_list_model_get_n_items (foyer_outbox_group_get_list (group));
}

/* Without what the console did by itself, as far as it is listed. */
static guint
count_operations (FoyerOutboxGroup *group)
{
  GListModel *listed = foyer_outbox_group_get_list (group);
  GListModel *operations = gtk_filter_list_model_get_model (GTK_FILTER_LIST_MODEL (listed));

  return g_list_model_get_n_items (listed)
         + foyer_operation_list_count_unlisted (FOYER_OPERATION_LIST (operations));
}

static void
count (FoyerOutboxPage *self)
{
  guint failed = count_records (self->failed_group);
  guint scheduled = count_records (self->scheduled_group);

  set_count (self, &self->failed, failed, PROP_FAILED);
  set_count (self, &self->needing, count_operations (self->needing_group) + failed, PROP_NEEDING);
  set_count (self, &self->scheduled, scheduled, PROP_SCHEDULED);
  set_count (self, &self->waiting, count_operations (self->waiting_group) + scheduled, PROP_WAITING);
  set_count (self, &self->sent, count_operations (self->sent_group), PROP_SENT);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  FoyerOutboxPage *self = user_data;
  GtkWidget *row = g_object_new (FOYER_TYPE_OPERATION_ROW, "operation", item, "desk", self->desk, NULL);

  g_object_bind_property (self, "monotonic", row, "monotonic", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "now", row, "now", G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
create_card (gpointer item, gpointer user_data)
{
  FoyerOutboxPage *self = user_data;
  g_autoptr (FoyerNeed) need
      = foyer_need_new (foyer_desk_get_store (self->desk), item, foyer_desk_get_time (self->desk), self->now);

  return g_object_new (FOYER_TYPE_NEED_CARD, "need", need, "operation", item, "desk", self->desk, NULL);
}

static GtkWidget *
create_scheduled_row (gpointer item, gpointer user_data)
{
  return foyer_scheduled_row_new (FOYER_OUTBOX_PAGE (user_data)->desk, item);
}

/* From top to bottom. */
static void
list_groups (FoyerOutboxPage *self, FoyerOutboxGroup *groups[N_GROUPS])
{
  FoyerOutboxGroup *all[N_GROUPS] = { self->needing_group, self->failed_group, self->waiting_group,
                                      self->scheduled_group, self->sent_group };

  memcpy (groups, all, sizeof all);
}

/* Of all groups, from top to bottom. */
static GPtrArray *
list_rows (FoyerOutboxPage *self)
{
  FoyerOutboxGroup *groups[N_GROUPS];
  GPtrArray *rows = g_ptr_array_new ();

  list_groups (self, groups);
  for (guint i = 0; i < N_GROUPS; i++) {
    for (GtkWidget *row = foyer_outbox_group_get_first_row (groups[i]); row != NULL;
         row = gtk_widget_get_next_sibling (row)) {
      if (GTK_IS_LIST_BOX_ROW (row))
        g_ptr_array_add (rows, row);
    }
  }
  return rows;
}

static char *
get_operation_id (GtkWidget *row)
{
  g_autoptr (FoyerOperation) operation = NULL;

  if (!FOYER_IS_SCHEDULED_ROW (row))
    g_object_get (row, "operation", &operation, NULL);
  return operation == NULL ? NULL : g_strdup (foyer_operation_get_id (operation));
}

/* The row that holds the focus, or a button of which does. */
static GtkWidget *
find_focused_row (FoyerOutboxPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
}

/* How many there are of each kind that can be answered together, with a card here or without one. */
static GHashTable *
count_likenesses (FoyerOutboxPage *self)
{
  GListModel *list = foyer_outbox_group_get_list (self->needing_group);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (FoyerOperation) operation = g_list_model_get_item (list, i);
    char *likeness = foyer_need_describe_likeness (foyer_desk_get_store (self->desk), operation);
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, likeness));

    g_hash_table_replace (counts, likeness, GUINT_TO_POINTER (count + 1));
  }
  return counts;
}

/* How many others can be answered together with each card. */
static void
count_alike (FoyerOutboxPage *self)
{
  g_autoptr (GHashTable) counts = count_likenesses (self);

  for (GtkWidget *row = foyer_outbox_group_get_first_row (self->needing_group); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    g_autoptr (FoyerNeed) need = NULL;
    guint count;

    g_object_get (row, "need", &need, NULL);
    count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, foyer_need_get_likeness (need)));
    g_object_set (row, "similar", MAX (count, 1) - 1, "foremost", gtk_widget_get_prev_sibling (row) == NULL,
                  NULL);
  }
}

/* What stands on the server is told on the card, and may change while it is shown. */
static void
on_store_changed (FoyerOutboxPage *self, FoyerChangeSet *changes, FoyerStore *store)
{
  for (GtkWidget *row = foyer_outbox_group_get_first_row (self->needing_group); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    g_autoptr (FoyerOperation) shown = NULL;
    g_autoptr (FoyerOperation) operation = NULL;
    g_autoptr (FoyerNeed) need = NULL;
    const FoyerOperationData *data;
    GHashTable *ids;

    g_object_get (row, "operation", &shown, NULL);
    data = foyer_operation_get_data (shown);
    ids = foyer_change_set_get_ids (changes, data->type);
    if (ids == NULL || !g_hash_table_contains (ids, data->record_id))
      continue;
    operation = foyer_store_get_operation (store, data->id);
    if (operation == NULL)
      continue;
    need = foyer_need_new (store, operation, foyer_desk_get_time (self->desk), foyer_desk_now (self->desk));
    g_object_set (row, "need", need, "operation", operation, NULL);
  }
  count_alike (self);
}

/* A row that changes is made anew, and its old widget would take the focus with it. */
static void
on_before_change (FoyerOutboxPage *self)
{
  GtkWidget *row = find_focused_row (self);
  g_autoptr (GPtrArray) rows = NULL;

  g_clear_pointer (&self->focused, g_free);
  if (row == NULL)
    return;
  self->focused = get_operation_id (row);
  rows = list_rows (self);
  g_ptr_array_find (rows, row, &self->focused_row);
}

static void
on_after_change (FoyerOutboxPage *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);
  GtkWidget *next = NULL;

  count (self);
  count_alike (self);
  if (self->focused == NULL)
    return;
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *id = get_operation_id (rows->pdata[i]);

    if (g_strcmp0 (id, self->focused) == 0)
      next = rows->pdata[i];
  }
  if (next == NULL && rows->len > 0)
    next = rows->pdata[MIN (self->focused_row, rows->len - 1)];
  g_clear_pointer (&self->focused, g_free);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static gint64
find_midnight (FoyerDesk *desk)
{
  FoyerZone *zone = foyer_office_time_get_zone (foyer_desk_get_time (desk));
  FoyerLocalTime local = foyer_zone_to_local (zone, foyer_clock_now_seconds (foyer_desk_get_clock (desk)));

  local.second = 0;
  return foyer_zone_to_utc (zone, &local, NULL);
}

static gboolean
is_listed (gpointer item, gpointer user_data)
{
  return foyer_operation_is_listed (item);
}

/* Without what the console did by itself: the sync line counts it, but nobody did it. */
static GListModel *
list_operations (FoyerOutboxPage *self, FoyerOperationGroup group)
{
  FoyerOperationList *operations
      = foyer_operation_list_new (foyer_desk_get_store (self->desk), group, find_midnight (self->desk));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_listed, NULL, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (operations), filter));
}

static GListModel *
list_records (FoyerOutboxPage *self, const FoyerRecordType *type, int status, const char *order)
{
  FoyerQuery *query = foyer_query_new (type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  foyer_query_order (query, order, FALSE);
  return G_LIST_MODEL (foyer_record_list_new (foyer_desk_get_store (self->desk), query));
}

/* What has not left yet is listed as the operation that it is: one that is to be scheduled, or one that failed and is tried again. */
static gboolean
is_at_server (gpointer item, gpointer user_data)
{
  return foyer_record_get_rev (item) > 0
         && (foyer_record_get_record_type (item) != &foyer_settings_version_type
             || foyer_settings_version_get_failure (item) == NULL);
}

/* Only those who could publish it are asked. */
static gboolean
is_ours_to_settle (gpointer item, gpointer user_data)
{
  g_autofree char *refusal
      = foyer_own_rights_refuse (user_data, FOYER_STAFF_CHANGE, &foyer_settings_version_type);

  return refusal == NULL;
}

/* What the server could not publish when its time came. */
static GListModel *
list_failed (FoyerOutboxPage *self)
{
  GListModel *versions
      = list_records (self, &foyer_settings_version_type, FOYER_SETTINGS_VERSION_FAILED, "publishAt");
  GtkFilter *filter
      = GTK_FILTER (gtk_custom_filter_new (is_ours_to_settle, g_object_ref (self->desk), g_object_unref));

  return G_LIST_MODEL (gtk_filter_list_model_new (versions, filter));
}

/* What has left this computer and waits at the server for its time. */
static GListModel *
list_scheduled (FoyerOutboxPage *self)
{
  GListStore *both = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) messages
      = list_records (self, &foyer_message_type, FOYER_MESSAGE_SCHEDULED, "sendAt");
  g_autoptr (GListModel) publications
      = list_records (self, &foyer_settings_version_type, FOYER_SETTINGS_VERSION_SCHEDULED, "publishAt");
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_at_server, NULL, NULL));

  g_list_store_append (both, messages);
  g_list_store_append (both, publications);
  return G_LIST_MODEL (
      gtk_filter_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (both))), filter));
}

/* Also when the organisation's clock became known: "today" begins at its midnight. */
static void
make_lists (FoyerOutboxPage *self)
{
  foyer_outbox_group_show (self->needing_group, list_operations (self, FOYER_OPERATIONS_NEEDING), create_card,
                           self);
  foyer_outbox_group_show (self->failed_group, list_failed (self), create_scheduled_row, self);
  foyer_outbox_group_show (self->waiting_group, list_operations (self, FOYER_OPERATIONS_WAITING), create_row,
                           self);
  foyer_outbox_group_show (self->scheduled_group, list_scheduled (self), create_scheduled_row, self);
  foyer_outbox_group_show (self->sent_group, list_operations (self, FOYER_OPERATIONS_SENT), create_row, self);
  count (self);
  count_alike (self);
}

static void
clear_lists (FoyerOutboxPage *self)
{
  FoyerOutboxGroup *groups[N_GROUPS];

  list_groups (self, groups);
  for (guint i = 0; i < N_GROUPS; i++) {
    if (groups[i] != NULL)
      foyer_outbox_group_clear (groups[i]);
  }
}

/* Time. */

/* Said once for each change of the counts, and not each second. */
static void
speak (FoyerOutboxPage *self)
{
  g_autofree char *spoken = foyer_outbox_spoken (NULL, self->needing, self->waiting, self->sent);

  if (g_strcmp0 (self->spoken, spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
  notify (self, PROP_SPOKEN);
}

static void
on_tick (gpointer user_data)
{
  FoyerOutboxPage *self = user_data;
  FoyerClock *clock = foyer_desk_get_clock (self->desk);

  self->monotonic = foyer_clock_monotonic (clock);
  self->now = foyer_clock_now_seconds (clock);
  self->tick = foyer_clock_add_timer (clock, G_USEC_PER_SEC, on_tick, self);
  notify (self, PROP_MONOTONIC);
  notify (self, PROP_NOW);
  speak (self);
}

/* Seconds are counted only while somebody looks. */
static void
foyer_outbox_page_map (GtkWidget *widget)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (widget);

  GTK_WIDGET_CLASS (foyer_outbox_page_parent_class)->map (widget);
  if (self->desk != NULL && self->tick == 0)
    on_tick (self);
}

static void
foyer_outbox_page_unmap (GtkWidget *widget)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (widget);

  if (self->desk != NULL)
    foyer_clock_clear_timer (foyer_desk_get_clock (self->desk), &self->tick);
  GTK_WIDGET_CLASS (foyer_outbox_page_parent_class)->unmap (widget);
}

static void
on_rewritten (FoyerOutboxPage *self,
              const char *conversation_id,
              const char *kind,
              const char *words,
              JsonArray *files)
{
  g_signal_emit (self, signals[REWRITTEN], 0, conversation_id, kind, words, files);
}

/* Keys. */

static void
foyer_outbox_page_move (FoyerAreaPage *area, int step)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (area);
  g_autoptr (GPtrArray) rows = list_rows (self);
  GtkWidget *row = find_focused_row (self);
  guint position = 0;

  if (rows->len == 0)
    return;
  if (row != NULL && g_ptr_array_find (rows, row, &position))
    position = (guint) CLAMP ((int) position + step, 0, (int) rows->len - 1);
  gtk_widget_grab_focus (rows->pdata[position]);
}

static void
act_on_row (FoyerOutboxPage *self, const char *verb)
{
  GtkWidget *row = find_focused_row (self);

  if (row != NULL)
    gtk_widget_activate_action (row, verb, NULL);
}

static void
foyer_outbox_page_edit (FoyerAreaPage *area)
{
  act_on_row (FOYER_OUTBOX_PAGE (area), "operation.edit");
}

static void
on_cancel_key (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act_on_row (user_data, "operation.cancel");
}

static void
on_copy_key (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act_on_row (user_data, "operation.copy");
}

static void
on_menu_key (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act_on_row (user_data, "operation.menu");
}

static const GActionEntry key_entries[] = {
  { .name = "cancel", .activate = on_cancel_key },
  { .name = "copy", .activate = on_copy_key },
  { .name = "menu", .activate = on_menu_key },
};

static void
on_row_activated (FoyerOutboxPage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "operation.edit", NULL);
}

static void
foyer_outbox_page_start (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (area);

  self->desk = desk;
  self->now = foyer_clock_now_seconds (foyer_desk_get_clock (desk));
  foyer_outbox_verbs_start (self->verbs, desk);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (desk, "notify::time", G_CALLBACK (make_lists), self, G_CONNECT_SWAPPED);
  make_lists (self);
}

static void
foyer_outbox_page_stop (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (area);

  foyer_outbox_verbs_stop (self->verbs);
  foyer_clock_clear_timer (foyer_desk_get_clock (desk), &self->tick);
  g_signal_handlers_disconnect_by_data (desk, self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), self);
  clear_lists (self);
  self->desk = NULL;
}

static void
foyer_outbox_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (object);

  switch (id) {
  case PROP_NEEDING:
    g_value_set_uint (value, self->needing);
    break;
  case PROP_WAITING:
    g_value_set_uint (value, self->waiting);
    break;
  case PROP_FAILED:
    g_value_set_uint (value, self->failed);
    break;
  case PROP_SCHEDULED:
    g_value_set_uint (value, self->scheduled);
    break;
  case PROP_SENT:
    g_value_set_uint (value, self->sent);
    break;
  case PROP_MONOTONIC:
    g_value_set_int64 (value, self->monotonic);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  case PROP_SPOKEN:
    g_value_set_string (value, self->spoken);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_outbox_page_finalize (GObject *object)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (object);

  g_clear_object (&self->verbs);
  g_free (self->spoken);
  g_free (self->focused);
  G_OBJECT_CLASS (foyer_outbox_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_NEEDING] = g_param_spec_uint ("needing", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_FAILED] = g_param_spec_uint ("failed", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SCHEDULED] = g_param_spec_uint ("scheduled", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SENT] = g_param_spec_uint ("sent", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_MONOTONIC]
      = g_param_spec_int64 ("monotonic", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static gboolean
foyer_outbox_page_grab_focus (GtkWidget *widget)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (widget);
  g_autoptr (GPtrArray) rows = list_rows (self);

  return rows->len > 0 && gtk_widget_grab_focus (rows->pdata[0]);
}

static void
foyer_outbox_page_class_init (FoyerOutboxPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerAreaPageClass *area_class = FOYER_AREA_PAGE_CLASS (klass);

  object_class->get_property = foyer_outbox_page_get_property;
  object_class->finalize = foyer_outbox_page_finalize;
  widget_class->map = foyer_outbox_page_map;
  widget_class->unmap = foyer_outbox_page_unmap;
  widget_class->grab_focus = foyer_outbox_page_grab_focus;
  area_class->start = foyer_outbox_page_start;
  area_class->stop = foyer_outbox_page_stop;
  area_class->move = foyer_outbox_page_move;
  area_class->open = foyer_outbox_page_edit;
  install_properties (object_class);
  signals[REWRITTEN]
      = g_signal_new ("rewritten", FOYER_TYPE_OUTBOX_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, JSON_TYPE_ARRAY);

  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_OUTBOX_GROUP);
  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-outbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, needing_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, waiting_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, failed_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, scheduled_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, sent_group);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_outbox_has_operations);
  gtk_widget_class_bind_template_callback (widget_class, foyer_outbox_page_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_outbox_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_checked_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_checked_tone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_callback (widget_class, on_after_change);
  gtk_widget_class_bind_template_callback (widget_class, on_before_change);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
foyer_outbox_page_init (FoyerOutboxPage *self)
{
  g_autoptr (GSimpleActionGroup) key_actions = g_simple_action_group_new ();

  self->verbs = foyer_outbox_verbs_new (GTK_WIDGET (self));
  g_object_bind_property (self, "undo-seconds", self->verbs, "undo-seconds", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->verbs, "acted", G_CALLBACK (foyer_area_page_report_act), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verbs, "undone", G_CALLBACK (foyer_area_page_report_undone), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verbs, "opened", G_CALLBACK (foyer_area_page_go_to), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verbs, "rewritten", G_CALLBACK (on_rewritten), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verbs, "said", G_CALLBACK (foyer_area_page_say), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outbox", foyer_outbox_verbs_get_actions (self->verbs));
  g_action_map_add_action_entries (G_ACTION_MAP (key_actions), key_entries, G_N_ELEMENTS (key_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outbox-keys", G_ACTION_GROUP (key_actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_area_page_add_keys (FOYER_AREA_PAGE (self), FOYER_KEYS_OUTBOX);
}

GtkWidget *
foyer_outbox_page_new (void)
{
  return g_object_new (FOYER_TYPE_OUTBOX_PAGE, NULL);
}

void
foyer_outbox_page_open (FoyerOutboxPage *self, const char *operation_id)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (FOYER_IS_OUTBOX_PAGE (self));

  rows = list_rows (self);
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *id = get_operation_id (rows->pdata[i]);

    if (g_strcmp0 (id, operation_id) == 0)
      gtk_widget_grab_focus (rows->pdata[i]);
  }
}
