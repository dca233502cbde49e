/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-outbox-page.c - what has not arrived, what needs a person, what was sent today */

#include "foyer-outbox-page.h"

#include "foyer-error-text.h"
#include "foyer-keys.h"
#include "foyer-need-card.h"
#include "foyer-need.h"
#include "foyer-operation-closures.h"
#include "foyer-operation-row.h"
#include "foyer-sync-banner.h"
#include "foyer-text-closures.h"

#include "foyer-operation-list.h"

#include <glib/gi18n-lib.h>

struct _FoyerOutboxPage {
  AdwBin parent_instance;

  /* Template. */
  GtkListBox *needing_box;
  GtkListBox *waiting_box;
  GtkListBox *sent_box;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): %NULL after it has stopped */
  GListModel *needing_list;
  GListModel *waiting_list;
  GListModel *sent_list;
  GCancellable *cancellable;
  gboolean outer_collapsed;

  /* State. */
  guint needing;
  guint waiting;
  guint sent;
  gint64 monotonic;
  gint64 now;
  guint tick;
};

G_DEFINE_FINAL_TYPE (FoyerOutboxPage, foyer_outbox_page, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_OUTER_COLLAPSED,
  PROP_NEEDING,
  PROP_WAITING,
  PROP_SENT,
  PROP_MONOTONIC,
  PROP_NOW,
  N_PROPERTIES,
};

enum { UNDONE, SAID, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (FoyerOutboxPage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* Lists. */

static void
count_one (FoyerOutboxPage *self, GListModel *list, guint *place, guint id)
{
  guint count = g_list_model_get_n_items (list);

  if (*place == count)
    return;
  *place = count;
  notify (self, id);
}

static void
count (FoyerOutboxPage *self)
{
  count_one (self, self->needing_list, &self->needing, PROP_NEEDING);
  count_one (self, self->waiting_list, &self->waiting, PROP_WAITING);
  count_one (self, self->sent_list, &self->sent, PROP_SENT);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  FoyerOutboxPage *self = user_data;
  GtkWidget *row = g_object_new (FOYER_TYPE_OPERATION_ROW, "operation", item, "desk", self->desk,
                                 "activatable", FALSE, NULL);

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

  return g_object_new (FOYER_TYPE_NEED_CARD, "need", need, NULL);
}

static gint64
find_midnight (FoyerDesk *desk)
{
  FoyerZone *zone = foyer_office_time_get_zone (foyer_desk_get_time (desk));
  FoyerLocalTime local = foyer_zone_to_local (zone, foyer_desk_now (desk));

  local.second = 0;
  return foyer_zone_to_utc (zone, &local, NULL);
}

static GListModel *
create_list (FoyerOutboxPage *self, FoyerOperationGroup group, GtkListBox *box)
{
  GListModel *list = G_LIST_MODEL (
      foyer_operation_list_new (foyer_desk_get_store (self->desk), group, find_midnight (self->desk)));

  g_signal_connect_object (list, "items-changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (box, list, group == FOYER_OPERATIONS_NEEDING ? create_card : create_row, self,
                           NULL);
  return list;
}

static void
forget_list (GListModel **list, FoyerOutboxPage *self, GtkListBox *box)
{
  if (*list == NULL)
    return;
  g_signal_handlers_disconnect_by_data (*list, self);
  if (box != NULL)
    gtk_list_box_bind_model (box, NULL, NULL, NULL, NULL);
  g_clear_object (list);
}

/* Also when the organisation's clock became known: "today" begins at its midnight. */
static void
make_lists (FoyerOutboxPage *self)
{
  forget_list (&self->needing_list, self, self->needing_box);
  forget_list (&self->waiting_list, self, self->waiting_box);
  forget_list (&self->sent_list, self, self->sent_box);
  self->needing_list = create_list (self, FOYER_OPERATIONS_NEEDING, self->needing_box);
  self->waiting_list = create_list (self, FOYER_OPERATIONS_WAITING, self->waiting_box);
  self->sent_list = create_list (self, FOYER_OPERATIONS_SENT, self->sent_box);
  count (self);
}

/* Time. */

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

/* Verbs. */

static void
say (FoyerOutboxPage *self, const char *sentence, GError *error)
{
  g_autofree char *problem = error == NULL ? NULL : foyer_error_describe (error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SAID], 0, problem == NULL ? sentence : problem);
}

typedef struct {
  FoyerOutboxPage *page;
  char *operation_id;
} Undoing;

static void
on_undo_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Undoing *undoing = user_data;
  g_autoptr (FoyerOutboxPage) self = undoing->page;
  g_autofree char *operation_id = undoing->operation_id;
  g_autoptr (GError) error = NULL;

  if (foyer_store_undo_finish (FOYER_STORE (source), result, &error))
    g_signal_emit (self, signals[UNDONE], 0, operation_id);
  say (self, _ ("Taken back"), error);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxPage *self = user_data;
  Undoing *undoing = g_new0 (Undoing, 1);

  undoing->page = g_object_ref (self);
  undoing->operation_id = g_variant_dup_string (parameter, NULL);
  foyer_store_undo_async (foyer_desk_get_store (self->desk), undoing->operation_id, self->cancellable,
                          on_undo_ready, undoing);
}

static void
on_release_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerOutboxPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foyer_store_release_finish (FOYER_STORE (source), result, &error))
    say (self, NULL, error);
}

static void
on_release (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxPage *self = user_data;

  foyer_store_release_async (foyer_desk_get_store (self->desk), g_variant_get_string (parameter, NULL),
                             self->cancellable, on_release_ready, g_object_ref (self));
}

static void
on_discard_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerOutboxPage) self = user_data;
  g_autoptr (GError) error = NULL;

  foyer_store_discard_finish (FOYER_STORE (source), result, &error);
  say (self, _ ("Put away"), error);
}

static void
on_discard (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerOutboxPage *self = user_data;

  foyer_store_discard_async (foyer_desk_get_store (self->desk), g_variant_get_string (parameter, NULL),
                             self->cancellable, on_discard_ready, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "undo", .activate = on_undo, .parameter_type = "s" },
  { .name = "release", .activate = on_release, .parameter_type = "s" },
  { .name = "discard", .activate = on_discard, .parameter_type = "s" },
};

static void
set_desk (FoyerOutboxPage *self, FoyerDesk *desk)
{
  if (desk == NULL || self->desk != NULL)
    return;
  self->desk = g_object_ref (desk);
  self->now = foyer_desk_now (desk);
  g_signal_connect_object (desk, "notify::time", G_CALLBACK (make_lists), self, G_CONNECT_SWAPPED);
  make_lists (self);
  notify (self, PROP_DESK);
}

static void
foyer_outbox_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (object);

  switch (id) {
  case PROP_DESK:
    set_desk (self, g_value_get_object (value));
    break;
  case PROP_OUTER_COLLAPSED:
    if (self->outer_collapsed == g_value_get_boolean (value))
      return;
    self->outer_collapsed = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_outbox_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerOutboxPage *self = FOYER_OUTBOX_PAGE (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_OUTER_COLLAPSED:
    g_value_set_boolean (value, self->outer_collapsed);
    break;
  case PROP_NEEDING:
    g_value_set_uint (value, self->needing);
    break;
  case PROP_WAITING:
    g_value_set_uint (value, self->waiting);
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
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_outbox_page_dispose (GObject *object)
{
  foyer_outbox_page_stop (FOYER_OUTBOX_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_OUTBOX_PAGE);
  G_OBJECT_CLASS (foyer_outbox_page_parent_class)->dispose (object);
}

static void
foyer_outbox_page_finalize (GObject *object)
{
  g_clear_object (&FOYER_OUTBOX_PAGE (object)->cancellable);
  G_OBJECT_CLASS (foyer_outbox_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_OUTER_COLLAPSED] = g_param_spec_boolean ("outer-collapsed", NULL, NULL, FALSE, flags);
  properties[PROP_NEEDING] = g_param_spec_uint ("needing", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SENT] = g_param_spec_uint ("sent", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_MONOTONIC]
      = g_param_spec_int64 ("monotonic", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_outbox_page_class_init (FoyerOutboxPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_outbox_page_set_property;
  object_class->get_property = foyer_outbox_page_get_property;
  object_class->dispose = foyer_outbox_page_dispose;
  object_class->finalize = foyer_outbox_page_finalize;
  widget_class->map = foyer_outbox_page_map;
  widget_class->unmap = foyer_outbox_page_unmap;
  install_properties (object_class);

  signals[UNDONE] = g_signal_new ("undone", FOYER_TYPE_OUTBOX_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_OUTBOX_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-outbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, needing_box);
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, waiting_box);
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxPage, sent_box);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_outbox_page_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_outbox_subtitle);
}

static void
foyer_outbox_page_init (FoyerOutboxPage *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->cancellable = g_cancellable_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outbox", G_ACTION_GROUP (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_outbox_page_new (void)
{
  return g_object_new (FOYER_TYPE_OUTBOX_PAGE, NULL);
}

void
foyer_outbox_page_stop (FoyerOutboxPage *self)
{
  g_return_if_fail (FOYER_IS_OUTBOX_PAGE (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  foyer_clock_clear_timer (foyer_desk_get_clock (self->desk), &self->tick);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  forget_list (&self->needing_list, self, self->needing_box);
  forget_list (&self->waiting_list, self, self->waiting_box);
  forget_list (&self->sent_list, self, self->sent_box);
  g_clear_object (&self->desk);
  notify (self, PROP_DESK);
}
