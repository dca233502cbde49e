/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-decider.c - carries out what a person decides about a request */

#include "foyer-decider.h"

#include "foyer-approval-closures.h"
#include "foyer-decision.h"
#include "foyer-error-text.h"
#include "foyer-question-dialog.h"
#include "foyer-reason-dialog.h"
#include "foyer-sync-closures.h"

#include "types/booking.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

struct _FoyerDecider {
  GObject parent_instance;

  /* Construct-time. */
  GtkWidget *place; /* not owned */
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  FoyerDesk *desk;          /* (nullable): %NULL before it starts and after it has stopped */
  FoyerBookingWatch *watch; /* (nullable) */
  guint undo_seconds;

  /* State. */
  FoyerApproval *approval; /* (nullable) */
  gboolean to_decide;
  char *deciding; /* (nullable): the booking that was decided and has not left yet */
  gboolean stale;
  gint64 accepted; /* how old the data is that the person decides over, as it was asked */
};

G_DEFINE_FINAL_TYPE (FoyerDecider, foyer_decider, G_TYPE_OBJECT)

enum {
  PROP_UNDO_SECONDS = 1,
  PROP_STALE,
  N_PROPERTIES,
};

enum { ACTED, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* What the store said last: the brief knows it also of a booking that has left the list. */
static FoyerRecord *
latest_booking (FoyerDecider *self)
{
  FoyerBookingBrief *brief = self->watch == NULL ? NULL : foyer_booking_watch_get_brief (self->watch);

  if (self->approval == NULL)
    return NULL;
  return brief == NULL ? foyer_approval_get_booking (self->approval)
                       : foyer_booking_brief_get_booking (brief);
}

static const FoyerFitSummary *
latest_fit (FoyerDecider *self)
{
  FoyerBookingBrief *brief = self->watch == NULL ? NULL : foyer_booking_watch_get_brief (self->watch);

  if (self->approval == NULL)
    return NULL;
  return brief == NULL ? foyer_approval_get_fit (self->approval) : foyer_booking_brief_get_fit (brief);
}

static void
enable (FoyerDecider *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (FoyerDecider *self)
{
  FoyerRecord *booking = latest_booking (self);
  const FoyerFitSummary *fit = latest_fit (self);
  gboolean pending = booking != NULL && foyer_booking_get_status (booking) == FOYER_BOOKING_PENDING;
  gboolean deciding = booking != NULL && foyer_decider_has_decided (self, foyer_record_get_id (booking));
  gboolean stale = booking != NULL && self->to_decide && !pending && !deciding;

  enable (self, "approve", pending && !deciding && (fit == NULL || !fit->final));
  enable (self, "decline", pending && !deciding);
  if (self->stale == stale)
    return;
  self->stale = stale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALE]);
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerDecider) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_decision_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (act != NULL) {
    g_signal_emit (self, signals[ACTED], 0, act);
    return;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  foyer_decider_forget (self);
  sentence = foyer_error_describe (error);
  g_signal_emit (self, signals[FAILED], 0, sentence);
}

static void
decide (FoyerDecider *self, const char *command, JsonObject *patch)
{
  FoyerRecord *booking = latest_booking (self);
  g_autoptr (FoyerRecord) client = NULL;

  g_object_get (self->approval, "client", &client, NULL);
  g_free (self->deciding);
  self->deciding = g_strdup (foyer_record_get_id (booking));
  update (self);
  foyer_decision_submit_async (self->desk, booking, client, command, patch,
                               self->undo_seconds * (gint64) G_USEC_PER_SEC, self->cancellable, on_decided,
                               g_object_ref (self));
}

static void
approve (FoyerDecider *self, const char *override)
{
  const FoyerFitSummary *fit = latest_fit (self);
  const char *crew_id = fit != NULL ? fit->crew_id : foyer_booking_get_crew_id (latest_booking (self));
  g_autoptr (JsonObject) patch = foyer_decision_approve (crew_id, override);

  decide (self, "approve", patch);
}

/* While a dialog asks for a reason, the request may be decided elsewhere; then there is nothing to do any more. */
static gboolean
may_still (FoyerDecider *self, const char *verb)
{
  return self->desk != NULL && g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), verb);
}

static void
on_override_confirmed (FoyerDecider *self, const char *reason)
{
  if (may_still (self, "approve"))
    approve (self, reason);
}

static void
on_decline_confirmed (FoyerDecider *self, const char *reason)
{
  g_autoptr (JsonObject) patch = foyer_decision_decline (reason);

  if (may_still (self, "decline"))
    decide (self, "decline", patch);
}

static GtkWindow *
create_dialog (FoyerDecider *self, const char *question, const char *reader, const char *verb)
{
  GtkRoot *root = gtk_widget_get_root (self->place);

  return foyer_reason_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, question, reader, verb);
}

static void
ask_for_approval (FoyerDecider *self)
{
  GtkWindow *dialog;

  if (!foyer_fit_summary_blocks (latest_fit (self))) {
    approve (self, NULL);
    return;
  }
  dialog = create_dialog (self, _ ("Approve although it does not fit?"),
                          _ ("The office reads this beside the visit. The client does not."),
                          _ ("Approve Anyway"));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_override_confirmed), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static gint64
get_synced_at (FoyerDecider *self)
{
  gint64 synced_at;

  g_object_get (self->desk, "synced-at", &synced_at, NULL);
  return synced_at;
}

static void
on_old_data_accepted (FoyerDecider *self)
{
  if (!may_still (self, "approve"))
    return;
  self->accepted = get_synced_at (self);
  ask_for_approval (self);
}

/* Data of more than four hours ago is decided over knowingly: it is asked once (B24). */
static gboolean
ask_about_old_data (FoyerDecider *self)
{
  gint64 synced_at = get_synced_at (self);
  gint64 now = foyer_desk_now (self->desk);
  GtkRoot *root = gtk_widget_get_root (self->place);
  g_autofree char *body = NULL;
  GtkWindow *dialog;

  if (!foyer_sync_data_is_old (synced_at, now) || self->accepted == synced_at)
    return FALSE;
  body = foyer_sync_old_data_question (synced_at, now, foyer_desk_get_time (self->desk));
  dialog = foyer_question_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                      _ ("Approve with old data?"), body, _ ("Wait"), _ ("Approve"));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_old_data_accepted), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
  return TRUE;
}

static void
on_approve (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerDecider *self = user_data;

  if (!ask_about_old_data (self))
    ask_for_approval (self);
}

/* The organisation's own reasons, or a few to begin with. */
static void
suggest_reasons (FoyerDecider *self, FoyerReasonDialog *dialog)
{
  g_autoptr (FoyerRecord) settings
      = foyer_store_get_singleton (foyer_desk_get_store (self->desk), &foyer_portal_settings_type);
  g_auto (GStrv) own = settings == NULL ? NULL : foyer_portal_settings_get_booking_decline_reasons (settings);

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    foyer_reason_dialog_suggest (dialog, own[i]);
  if (own != NULL && own[0] != NULL)
    return;
  foyer_reason_dialog_suggest (dialog, _ ("We are fully booked at that time."));
  foyer_reason_dialog_suggest (dialog, _ ("Please call us, so that we find a time together."));
}

static void
on_decline (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerDecider *self = user_data;
  g_autoptr (FoyerRecord) client = NULL;
  g_autofree char *name = NULL;
  g_autofree char *question = NULL;
  g_autofree char *reader = NULL;
  GtkWindow *dialog;

  g_object_get (self->approval, "client", &client, NULL);
  name = foyer_approval_client_name (NULL, client);
  question = g_strdup_printf (_ ("Decline the request of %s?"), name);
  reader = g_strdup_printf (_ ("%s reads this on the portal."), name);
  dialog = create_dialog (self, question, reader, _ ("Decline"));
  suggest_reasons (self, FOYER_REASON_DIALOG (dialog));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_decline_confirmed), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
foyer_decider_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerDecider *self = FOYER_DECIDER (object);

  if (self->undo_seconds == g_value_get_uint (value))
    return;
  self->undo_seconds = g_value_get_uint (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_decider_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerDecider *self = FOYER_DECIDER (object);

  if (id == PROP_STALE)
    g_value_set_boolean (value, self->stale);
  else
    g_value_set_uint (value, self->undo_seconds);
}

static void
foyer_decider_dispose (GObject *object)
{
  FoyerDecider *self = FOYER_DECIDER (object);

  foyer_decider_stop (self);
  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->approval);
  G_OBJECT_CLASS (foyer_decider_parent_class)->dispose (object);
}

static void
foyer_decider_finalize (GObject *object)
{
  g_free (FOYER_DECIDER (object)->deciding);
  G_OBJECT_CLASS (foyer_decider_parent_class)->finalize (object);
}

static void
foyer_decider_class_init (FoyerDeciderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_decider_set_property;
  object_class->get_property = foyer_decider_get_property;
  object_class->dispose = foyer_decider_dispose;
  object_class->finalize = foyer_decider_finalize;

  properties[PROP_UNDO_SECONDS]
      = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STALE]
      = g_param_spec_boolean ("stale", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_DECIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[FAILED] = g_signal_new ("failed", FOYER_TYPE_DECIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_decider_init (FoyerDecider *self)
{
  static const GActionEntry entries[] = {
    { .name = "approve", .activate = on_approve },
    { .name = "decline", .activate = on_decline },
  };

  self->undo_seconds = 10;
  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  update (self);
}

FoyerDecider *
foyer_decider_new (GtkWidget *place)
{
  FoyerDecider *self = g_object_new (FOYER_TYPE_DECIDER, NULL);

  self->place = place;
  return self;
}

GActionGroup *
foyer_decider_get_actions (FoyerDecider *self)
{
  g_return_val_if_fail (FOYER_IS_DECIDER (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
foyer_decider_start (FoyerDecider *self, FoyerDesk *desk, FoyerBookingWatch *watch)
{
  g_return_if_fail (FOYER_IS_DECIDER (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "notify::brief", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
foyer_decider_look_at (FoyerDecider *self, FoyerApproval *approval, gboolean to_decide)
{
  g_return_if_fail (FOYER_IS_DECIDER (self));

  g_set_object (&self->approval, approval);
  self->to_decide = to_decide;
  update (self);
}

gboolean
foyer_decider_has_decided (FoyerDecider *self, const char *booking_id)
{
  g_return_val_if_fail (FOYER_IS_DECIDER (self), FALSE);

  return self->deciding != NULL && g_strcmp0 (self->deciding, booking_id) == 0;
}

void
foyer_decider_forget (FoyerDecider *self)
{
  g_return_if_fail (FOYER_IS_DECIDER (self));

  g_clear_pointer (&self->deciding, g_free);
  update (self);
}

void
foyer_decider_stop (FoyerDecider *self)
{
  g_return_if_fail (FOYER_IS_DECIDER (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->desk);
}
