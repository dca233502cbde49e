/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approvals-page.c - the area in which bookings are decided */

#include "foyer-approvals-page.h"

#include "foyer-approval-closures.h"
#include "foyer-approval-list.h"
#include "foyer-approval-row.h"
#include "foyer-approvals-closures.h"
#include "foyer-approvals-empty.h"
#include "foyer-banner.h"
#include "foyer-booking-closures.h"
#include "foyer-booking-page.h"
#include "foyer-booking-watch.h"
#include "foyer-decider.h"
#include "foyer-list-focus.h"
#include "foyer-split.h"
#include "foyer-sync-banner.h"
#include "foyer-text-closures.h"
#include "foyer-verbs.h"

#include "types/booking.h"

#include <glib/gi18n-lib.h>

#define MINUTE (60 * G_USEC_PER_SEC)
#define PENDING "pending"

struct _FoyerApprovalsPage {
  FoyerAreaPage parent_instance;

  /* Template. */
  FoyerSplit *split;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkScrolledWindow *detail_scroller;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  FoyerApprovalList *list;
  FoyerBookingWatch *watch;
  FoyerDecider *decider;
  GSimpleAction *show_action;

  /* State. */
  char *shown;               /* `pending` or `decided` */
  FoyerApproval *approval;   /* (nullable): what is looked at, also when it has left the list */
  guint position;            /* where it was last seen in the list */
  char *awaited;             /* (nullable): the booking to look at as soon as it is in the list */
  FoyerOperation *need;      /* (nullable): what was decided about it and not taken */
  gboolean is_selecting;     /* the page and not the person moves the selection */
  FoyerBookingBrief *detail; /* (nullable): the brief that is painted */
  gulong painting;           /* while a decision is not painted yet, the detail waits */
  gboolean empty;
  gint64 now;
  guint minute;
};

G_DEFINE_FINAL_TYPE (FoyerApprovalsPage, foyer_approvals_page, FOYER_TYPE_AREA_PAGE)

enum {
  PROP_BRIEF = 1,
  PROP_DETAIL,
  PROP_SHOWN,
  PROP_EMPTY,
  PROP_STALE,
  PROP_NEED,
  PROP_NOW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (FoyerApprovalsPage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* What is looked at. */

static void
update_need (FoyerApprovalsPage *self)
{
  FoyerNeedWatch *needs = self->list == NULL ? NULL : foyer_approval_list_get_needs (self->list);
  FoyerOperation *need = self->approval == NULL || needs == NULL
                             ? NULL
                             : foyer_need_watch_find (needs, foyer_approval_get_id (self->approval));

  if (g_set_object (&self->need, need))
    notify (self, PROP_NEED);
}

static void
look_at (FoyerApprovalsPage *self, FoyerApproval *approval)
{
  gboolean same = self->approval != NULL && approval != NULL
                  && g_str_equal (foyer_approval_get_id (self->approval), foyer_approval_get_id (approval));

  g_set_object (&self->approval, approval);
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->detail_scroller), 0);
  foyer_booking_watch_look_at (self->watch, approval == NULL ? NULL : foyer_approval_get_id (approval));
  foyer_decider_look_at (self->decider, approval, g_str_equal (self->shown, PENDING));
  update_need (self);
}

static void
select_position (FoyerApprovalsPage *self, guint position)
{
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting = FALSE;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  self->position = position;
  look_at (self, g_list_model_get_item (G_LIST_MODEL (self->list), position));
  g_object_unref (self->approval);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static gboolean
focus_selected (FoyerApprovalsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return position != GTK_INVALID_LIST_POSITION
         && foyer_list_focus_row (self->list_view, position, "approval");
}

/* The focus goes with the selection, unless the person is busy outside this page. */
static void
keep_focus (FoyerApprovalsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    focus_selected (self);
}

static void
on_notify_selected (FoyerApprovalsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (FoyerApproval) approval = NULL;

  if (self->is_selecting || position == GTK_INVALID_LIST_POSITION || self->desk == NULL)
    return;
  approval = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  self->position = position;
  look_at (self, approval);
}

/* The detail. */

static void
update_detail (FoyerApprovalsPage *self)
{
  g_autoptr (FoyerBookingBrief) brief = NULL;

  if (self->painting != 0 || self->watch == NULL)
    return;
  g_object_get (self->watch, "brief", &brief, NULL);
  if (g_set_object (&self->detail, brief))
    notify (self, PROP_DETAIL);
}

static void
on_notify_brief (FoyerApprovalsPage *self)
{
  notify (self, PROP_BRIEF);
  update_detail (self);
}

static void
stop_waiting (FoyerApprovalsPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->painting != 0 && clock != NULL)
    g_signal_handler_disconnect (clock, self->painting);
  self->painting = 0;
}

static void
on_after_paint (FoyerApprovalsPage *self)
{
  stop_waiting (self);
  update_detail (self);
}

/* That the row has left is seen first. The next booking's detail is much more to lay out, and comes a frame later. */
static void
paint_first (FoyerApprovalsPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL || self->painting != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->painting = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), self);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

/* The next one takes its place; where there is none, the list is done. */
static void
go_on (FoyerApprovalsPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  foyer_decider_forget (self->decider);
  paint_first (self);
  if (n_items > 0) {
    select_position (self, MIN (self->position, n_items - 1));
    focus_selected (self);
    return;
  }
  look_at (self, NULL);
  foyer_split_set_show_content (self->split, FALSE);
}

/* Two panes show something in both. While the office is being fetched, what comes first is not the first. */
static void
select_first (FoyerApprovalsPage *self)
{
  if (self->desk != NULL && foyer_desk_get_state (self->desk) != FOYER_SYNC_FIRST
      && !foyer_split_get_collapsed (self->split)
      && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0) {
    select_position (self, 0);
    keep_focus (self);
  }
}

static void
update_empty (FoyerApprovalsPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  if (self->empty == empty)
    return;
  self->empty = empty;
  notify (self, PROP_EMPTY);
}

/* Keeps list and page together. What somebody else took off the list stays on the page until the person moves on. */
static void
on_items_changed (FoyerApprovalsPage *self)
{
  guint position;

  update_empty (self);
  if (self->awaited != NULL && foyer_approval_list_find (self->list, self->awaited, &position)) {
    g_clear_pointer (&self->awaited, g_free);
    select_position (self, position);
    focus_selected (self);
    return;
  }
  if (self->approval == NULL) {
    select_first (self);
    return;
  }
  if (foyer_approval_list_find (self->list, foyer_approval_get_id (self->approval), &position))
    select_position (self, position);
  else if (foyer_decider_has_decided (self->decider, foyer_approval_get_id (self->approval)))
    go_on (self);
}

static void
on_notify_stale (FoyerApprovalsPage *self)
{
  notify (self, PROP_STALE);
}

static void
on_notify_collapsed (FoyerApprovalsPage *self)
{
  if (self->approval == NULL)
    select_first (self);
}

static void
on_activate (FoyerApprovalsPage *self, guint position)
{
  select_position (self, position);
  foyer_split_set_show_content (self->split, TRUE);
}

static void
foyer_approvals_page_move (FoyerAreaPage *area, int step)
{
  FoyerApprovalsPage *self = FOYER_APPROVALS_PAGE (area);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean nowhere = gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION;
  gint64 position = nowhere && step > 0 ? self->position : (gint64) self->position + step;

  if (n_items == 0)
    return;
  select_position (self, (guint) CLAMP (position, 0, (gint64) n_items - 1));
  focus_selected (self);
}

static void
foyer_approvals_page_show_content (FoyerAreaPage *area)
{
  foyer_split_set_show_content (FOYER_APPROVALS_PAGE (area)->split, TRUE);
}

static gboolean
foyer_approvals_page_back (FoyerAreaPage *area)
{
  return foyer_split_back (FOYER_APPROVALS_PAGE (area)->split);
}

static void
show (FoyerApprovalsPage *self, const char *shown)
{
  if (g_str_equal (self->shown, shown))
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown);
  g_simple_action_set_state (self->show_action, g_variant_new_string (shown));
  look_at (self, NULL);
  self->position = 0;
  notify (self, PROP_SHOWN);
  foyer_approval_list_show (self->list,
                            g_str_equal (shown, PENDING) ? FOYER_SHOW_PENDING : FOYER_SHOW_DECIDED);
}

static void
on_show (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  show (user_data, g_variant_get_string (state, NULL));
}

/* From the booking to the card that says what can be done. */
static void
on_look (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerApprovalsPage *self = user_data;

  if (self->need != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-operation", "s",
                                foyer_operation_get_id (self->need));
}

static const GActionEntry list_entries[] = {
  { .name = "look", .activate = on_look },
  { .name = "show", .parameter_type = "s", .state = "'" PENDING "'", .change_state = on_show },
};

static void
on_minute (gpointer user_data)
{
  FoyerApprovalsPage *self = user_data;

  self->minute = foyer_clock_add_timer (foyer_desk_get_clock (self->desk), MINUTE, on_minute, self);
  self->now = foyer_desk_now (self->desk);
  notify (self, PROP_NOW);
}

static char *
foyer_approvals_page_get_subject (FoyerAreaPage *area)
{
  FoyerApproval *approval = FOYER_APPROVALS_PAGE (area)->approval;

  return approval == NULL ? NULL : g_strdup (foyer_approval_get_id (approval));
}

static void
foyer_approvals_page_start (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerApprovalsPage *self = FOYER_APPROVALS_PAGE (area);

  self->desk = desk;
  self->list = foyer_approval_list_new (desk);
  self->watch = foyer_booking_watch_new (foyer_desk_get_store (desk));
  foyer_decider_start (self->decider, desk, self->watch);
  self->now = foyer_desk_now (desk);
  self->minute = foyer_clock_add_timer (foyer_desk_get_clock (desk), MINUTE, on_minute, self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (foyer_approval_list_get_needs (self->list), "changed", G_CALLBACK (update_need),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify::brief", G_CALLBACK (on_notify_brief), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (on_notify_collapsed), self, G_CONNECT_SWAPPED);
  notify (self, PROP_NOW);
  update_empty (self);
  on_items_changed (self);
}

static void
foyer_approvals_page_stop (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerApprovalsPage *self = FOYER_APPROVALS_PAGE (area);

  foyer_clock_clear_timer (foyer_desk_get_clock (desk), &self->minute);
  stop_waiting (self);
  g_signal_handlers_disconnect_by_data (desk, self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_signal_handlers_disconnect_by_data (foyer_approval_list_get_needs (self->list), self);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  foyer_decider_stop (self->decider);
  foyer_approval_list_stop (self->list);
  foyer_booking_watch_stop (self->watch);
  self->desk = NULL;
}

static void
foyer_approvals_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerApprovalsPage *self = FOYER_APPROVALS_PAGE (object);

  switch (id) {
  case PROP_BRIEF:
    if (self->watch != NULL)
      g_object_get_property (G_OBJECT (self->watch), "brief", value);
    break;
  case PROP_DETAIL:
    g_value_set_object (value, self->detail);
    break;
  case PROP_SHOWN:
    g_value_set_string (value, self->shown);
    break;
  case PROP_EMPTY:
    g_value_set_boolean (value, self->empty);
    break;
  case PROP_STALE:
    g_object_get_property (G_OBJECT (self->decider), "stale", value);
    break;
  case PROP_NEED:
    g_value_set_object (value, self->need);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
foyer_approvals_page_grab_focus (GtkWidget *widget)
{
  FoyerApprovalsPage *self = FOYER_APPROVALS_PAGE (widget);

  return focus_selected (self) || gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* The clock belongs to the window, and what is not shown is not painted. */
static void
foyer_approvals_page_unmap (GtkWidget *widget)
{
  FoyerApprovalsPage *self = FOYER_APPROVALS_PAGE (widget);

  stop_waiting (self);
  update_detail (self);
  GTK_WIDGET_CLASS (foyer_approvals_page_parent_class)->unmap (widget);
}

static void
foyer_approvals_page_finalize (GObject *object)
{
  FoyerApprovalsPage *self = FOYER_APPROVALS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->watch);
  g_clear_object (&self->detail);
  g_clear_object (&self->approval);
  g_clear_object (&self->need);
  g_clear_object (&self->decider);
  g_clear_object (&self->show_action);
  g_free (self->shown);
  g_free (self->awaited);
  G_OBJECT_CLASS (foyer_approvals_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_BRIEF] = g_param_spec_object ("brief", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF, readable);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF, readable);
  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, PENDING, readable);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, readable);
  properties[PROP_STALE] = g_param_spec_boolean ("stale", NULL, NULL, FALSE, readable);
  properties[PROP_NEED] = g_param_spec_object ("need", NULL, NULL, FOYER_TYPE_OPERATION, readable);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_client_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_slot);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_banner_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_banner_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_detail_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_list_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_list_page);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_list_words);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_shows_sync);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_shows_verbs);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_stale_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_both);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_first_only);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_collapsed);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_selected);
}

static void
foyer_approvals_page_class_init (FoyerApprovalsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerAreaPageClass *area_class = FOYER_AREA_PAGE_CLASS (klass);

  object_class->get_property = foyer_approvals_page_get_property;
  object_class->finalize = foyer_approvals_page_finalize;
  widget_class->grab_focus = foyer_approvals_page_grab_focus;
  widget_class->unmap = foyer_approvals_page_unmap;
  area_class->start = foyer_approvals_page_start;
  area_class->stop = foyer_approvals_page_stop;
  area_class->move = foyer_approvals_page_move;
  area_class->open = foyer_approvals_page_show_content;
  area_class->back = foyer_approvals_page_back;
  area_class->get_subject = foyer_approvals_page_get_subject;
  install_properties (object_class);

  g_type_ensure (FOYER_TYPE_APPROVAL_ROW);
  g_type_ensure (FOYER_TYPE_APPROVALS_EMPTY);
  g_type_ensure (FOYER_TYPE_BANNER);
  g_type_ensure (FOYER_TYPE_BOOKING_PAGE);
  g_type_ensure (FOYER_TYPE_SPLIT);
  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  g_type_ensure (FOYER_TYPE_VERBS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-approvals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerApprovalsPage, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerApprovalsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerApprovalsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, FoyerApprovalsPage, detail_scroller);
  bind_closures (widget_class);
}

static void
foyer_approvals_page_init (FoyerApprovalsPage *self)
{
  GActionMap *list_actions = foyer_area_page_get_list_actions (FOYER_AREA_PAGE (self));

  self->shown = g_strdup (PENDING);
  self->empty = TRUE;
  self->decider = foyer_decider_new (GTK_WIDGET (self));
  g_object_bind_property (self, "undo-seconds", self->decider, "undo-seconds", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->decider, "notify::stale", G_CALLBACK (on_notify_stale), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decider, "acted", G_CALLBACK (foyer_area_page_report_act), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decider, "failed", G_CALLBACK (foyer_area_page_say), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (list_actions, list_entries, G_N_ELEMENTS (list_entries), self);
  self->show_action = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (list_actions, "show")));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "approvals", foyer_decider_get_actions (self->decider));
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_area_page_add_keys (FOYER_AREA_PAGE (self), FOYER_KEYS_APPROVALS);
}

GtkWidget *
foyer_approvals_page_new (void)
{
  return g_object_new (FOYER_TYPE_APPROVALS_PAGE, NULL);
}

void
foyer_approvals_page_open (FoyerApprovalsPage *self, const char *booking_id)
{
  g_autoptr (FoyerRecord) booking = NULL;
  gboolean pending;

  g_return_if_fail (FOYER_IS_APPROVALS_PAGE (self));

  if (self->desk == NULL)
    return;
  booking = foyer_store_get (foyer_desk_get_store (self->desk), &foyer_booking_type, booking_id);
  pending = booking == NULL || foyer_booking_get_status (booking) == FOYER_BOOKING_PENDING;
  g_free (self->awaited);
  self->awaited = g_strdup (booking_id);
  show (self, pending ? PENDING : "decided");
  on_items_changed (self);
  foyer_split_set_show_content (self->split, TRUE);
}
