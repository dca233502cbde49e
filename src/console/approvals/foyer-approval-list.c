/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approval-list.c - bookings with names, day headings and fits */

#include "foyer-approval-list.h"

#include "foyer-fit-board.h"
#include "foyer-living-items.h"
#include "foyer-need-watch.h"

#include "foyer-record-list.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/property.h"
#include "types/service.h"

#define MINUTE (60 * G_USEC_PER_SEC)
/* In minutes: how often fits are worked out anew though no record changed. */
#define PATIENCE 5

struct _FoyerApprovalList {
  GObject parent_instance;

  /* Construct-time. */
  FoyerDesk *desk;
  FoyerStore *store;
  FoyerRecordList *records;
  FoyerFitBoard *board;
  FoyerNeedWatch *needs;

  /* State. */
  FoyerApprovalShow show;
  FoyerLivingItems *alive;
  guint timer;
  guint minutes;
};

static void foyer_approval_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerApprovalList,
                               foyer_approval_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_approval_list_list_model_init))

static FoyerQuery *
create_query (FoyerApprovalShow show)
{
  FoyerQuery *query = foyer_query_new (&foyer_booking_type);

  if (show == FOYER_SHOW_PENDING)
    foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  else
    foyer_query_where_number (query, "status", FOYER_COMPARE_AT_LEAST, FOYER_BOOKING_APPROVED);
  foyer_query_order (query, "start", show == FOYER_SHOW_DECIDED);
  return query;
}

static void
on_approval_gone (gpointer user_data, const char *id)
{
  FoyerApprovalList *self = user_data;

  if (self->board != NULL)
    foyer_fit_board_forget (self->board, id);
}

static gboolean
heads_day (FoyerApprovalList *self, FoyerRecord *booking, guint position)
{
  g_autoptr (FoyerRecord) before
      = position == 0 ? NULL : g_list_model_get_item (G_LIST_MODEL (self->records), position - 1);

  return before == NULL
         || !foyer_office_time_is_same_day (foyer_desk_get_time (self->desk),
                                            foyer_booking_get_start (before),
                                            foyer_booking_get_start (booking));
}

static void
ask_for_fit (FoyerApprovalList *self, FoyerApproval *approval)
{
  const char *id = foyer_approval_get_id (approval);

  if (self->show != FOYER_SHOW_PENDING)
    return;
  foyer_approval_set_fit (approval, foyer_fit_board_get (self->board, id));
  foyer_fit_board_ask (self->board, id);
}

static FoyerApproval *
create (FoyerApprovalList *self, FoyerRecord *booking)
{
  FoyerApproval *approval = foyer_approval_new (self->store, booking, foyer_desk_get_time (self->desk),
                                                foyer_desk_now (self->desk));
  const char *id = foyer_record_get_id (booking);

  foyer_living_items_add (self->alive, id, G_OBJECT (approval));
  foyer_approval_set_needs_you (approval, foyer_need_watch_find (self->needs, id) != NULL);
  ask_for_fit (self, approval);
  return approval;
}

static FoyerApproval *
find_alive (FoyerApprovalList *self, FoyerRecord *booking)
{
  FoyerApproval *approval = foyer_living_items_find (self->alive, foyer_record_get_id (booking));

  return approval != NULL && foyer_approval_get_booking (approval) == booking ? approval : NULL;
}

static GType
foyer_approval_list_get_item_type (GListModel *model)
{
  return FOYER_TYPE_APPROVAL;
}

static guint
foyer_approval_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (FOYER_APPROVAL_LIST (model)->records));
}

static gpointer
foyer_approval_list_get_item (GListModel *model, guint position)
{
  FoyerApprovalList *self = FOYER_APPROVAL_LIST (model);
  g_autoptr (FoyerRecord) booking = g_list_model_get_item (G_LIST_MODEL (self->records), position);
  FoyerApproval *approval;

  if (booking == NULL)
    return NULL;
  approval = find_alive (self, booking);
  if (approval == NULL)
    approval = create (self, booking);
  else
    g_object_ref (approval);
  foyer_approval_set_heads_day (approval, heads_day (self, booking, position));
  return approval;
}

static void
foyer_approval_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_approval_list_get_item_type;
  iface->get_n_items = foyer_approval_list_get_n_items;
  iface->get_item = foyer_approval_list_get_item;
}

static void
on_items_changed (GListModel *records, guint position, guint removed, guint added, gpointer user_data)
{
  FoyerApprovalList *self = user_data;
  g_autoptr (FoyerRecord) next = NULL;
  FoyerApproval *approval;

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  /* The row behind the change has another one before it now. */
  next = g_list_model_get_item (records, position + added);
  approval = next == NULL ? NULL : find_alive (self, next);
  if (approval != NULL)
    foyer_approval_set_heads_day (approval, heads_day (self, next, position + added));
}

static void
on_checked (FoyerFitBoard *board, gpointer user_data)
{
  FoyerApprovalList *self = user_data;
  g_autoptr (GList) alive = foyer_living_items_list (self->alive);

  for (GList *link = alive; link != NULL; link = link->next)
    foyer_approval_set_fit (link->data, foyer_fit_board_get (board, foyer_approval_get_id (link->data)));
}

static void
on_needs_changed (FoyerNeedWatch *needs, gpointer user_data)
{
  FoyerApprovalList *self = user_data;
  g_autoptr (GList) alive = foyer_living_items_list (self->alive);

  for (GList *link = alive; link != NULL; link = link->next)
    foyer_approval_set_needs_you (link->data,
                                  foyer_need_watch_find (needs, foyer_approval_get_id (link->data)) != NULL);
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerApprovalList *self = user_data;
  g_autoptr (GList) alive = NULL;

  if (foyer_change_set_get_ids (changes, &foyer_client_type) == NULL
      && foyer_change_set_get_ids (changes, &foyer_service_type) == NULL
      && foyer_change_set_get_ids (changes, &foyer_property_type) == NULL)
    return;
  alive = foyer_living_items_list (self->alive);
  for (GList *link = alive; link != NULL; link = link->next)
    foyer_approval_look_up_names (link->data, store);
}

static void
on_minute (gpointer user_data)
{
  FoyerApprovalList *self = user_data;
  g_autoptr (GList) alive = foyer_living_items_list (self->alive);

  self->timer = foyer_clock_add_timer (foyer_desk_get_clock (self->desk), MINUTE, on_minute, self);
  for (GList *link = alive; link != NULL; link = link->next)
    foyer_approval_set_now (link->data, foyer_desk_now (self->desk));
  if (++self->minutes % PATIENCE == 0)
    foyer_fit_board_check_again (self->board);
}

/* Another clock on the wall: every text of every row is another one. */
static void
on_notify_time (FoyerApprovalList *self)
{
  foyer_living_items_forget (self->alive);
  foyer_record_list_set_query (self->records, create_query (self->show));
}

static void
foyer_approval_list_dispose (GObject *object)
{
  g_assert (FOYER_APPROVAL_LIST (object)->desk == NULL);
  G_OBJECT_CLASS (foyer_approval_list_parent_class)->dispose (object);
}

static void
foyer_approval_list_finalize (GObject *object)
{
  FoyerApprovalList *self = FOYER_APPROVAL_LIST (object);

  g_clear_object (&self->records);
  g_clear_object (&self->needs);
  g_clear_object (&self->store);
  foyer_living_items_free (self->alive);
  G_OBJECT_CLASS (foyer_approval_list_parent_class)->finalize (object);
}

static void
foyer_approval_list_class_init (FoyerApprovalListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_approval_list_dispose;
  object_class->finalize = foyer_approval_list_finalize;
}

static void
foyer_approval_list_init (FoyerApprovalList *self)
{
  self->alive = foyer_living_items_new (on_approval_gone, self);
}

FoyerApprovalList *
foyer_approval_list_new (FoyerDesk *desk)
{
  FoyerApprovalList *self = g_object_new (FOYER_TYPE_APPROVAL_LIST, NULL);

  self->desk = g_object_ref (desk);
  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->board = foyer_fit_board_new (self->store);
  self->needs = foyer_need_watch_new (self->store);
  self->records = foyer_record_list_new (self->store, create_query (FOYER_SHOW_PENDING));
  self->timer = foyer_clock_add_timer (foyer_desk_get_clock (desk), MINUTE, on_minute, self);
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  g_signal_connect_object (self->board, "checked", G_CALLBACK (on_checked), self, 0);
  g_signal_connect_object (self->needs, "changed", G_CALLBACK (on_needs_changed), self, 0);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (desk, "notify::time", G_CALLBACK (on_notify_time), self, G_CONNECT_SWAPPED);
  return self;
}

void
foyer_approval_list_stop (FoyerApprovalList *self)
{
  g_return_if_fail (FOYER_IS_APPROVAL_LIST (self));

  if (self->desk == NULL)
    return;
  foyer_living_items_forget (self->alive);
  foyer_clock_clear_timer (foyer_store_get_clock (self->store), &self->timer);
  g_signal_handlers_disconnect_by_data (self->records, self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  foyer_need_watch_stop (self->needs);
  foyer_fit_board_stop (self->board);
  g_clear_object (&self->board);
  g_clear_object (&self->desk);
}

void
foyer_approval_list_show (FoyerApprovalList *self, FoyerApprovalShow show)
{
  g_return_if_fail (FOYER_IS_APPROVAL_LIST (self));

  if (self->show == show)
    return;
  self->show = show;
  foyer_record_list_set_query (self->records, create_query (show));
}

gboolean
foyer_approval_list_find (FoyerApprovalList *self, const char *booking_id, guint *position)
{
  g_return_val_if_fail (FOYER_IS_APPROVAL_LIST (self), FALSE);

  return foyer_record_list_find (self->records, booking_id, position);
}

FoyerNeedWatch *
foyer_approval_list_get_needs (FoyerApprovalList *self)
{
  g_return_val_if_fail (FOYER_IS_APPROVAL_LIST (self), NULL);

  return self->needs;
}
