/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-master-switch.c - whether the portal is open at all (000-4) */

#include "foyer-master-switch.h"

#include "foyer-error-text.h"
#include "foyer-question-dialog.h"
#include "foyer-settings-draft.h"

#include "foyer-settings.h"
#include "types/client.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

struct _FoyerMasterSwitch {
  AdwActionRow parent_instance;

  GtkSwitch *button;
  FoyerDesk *desk; /* (nullable): not owned; %NULL after it was stopped */
  GCancellable *cancellable;
  char *lock;          /* (nullable): why whoever is signed in may not use it */
  gboolean is_on;      /* as it stands here */
  gboolean is_showing; /* what stands, and nobody has turned it */
};

G_DEFINE_FINAL_TYPE (FoyerMasterSwitch, foyer_master_switch, ADW_TYPE_ACTION_ROW)

enum { ACTED, SAID, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show (FoyerMasterSwitch *self)
{
  FoyerRecord *published
      = self->desk == NULL ? NULL : foyer_settings_draft_get_published (foyer_desk_get_draft (self->desk));
  g_autoptr (FoyerRecord) settings = published == NULL ? NULL : foyer_settings_complete (published, NULL);

  if (settings == NULL)
    return;
  self->is_on = foyer_portal_settings_get_portal_enabled (settings);
  self->is_showing = TRUE;
  gtk_switch_set_active (self->button, self->is_on);
  self->is_showing = FALSE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 self->is_on ? _ ("The portal is on") : _ ("The portal is off"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->lock != NULL ? self->lock
                                                      : self->is_on
                                                          ? _ ("Clients who have a way in can open it")
                                                          : _ ("Clients see “portal not available”"));
}

/* --- Turning --- */

static void
on_published (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerMasterSwitch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act
      = foyer_settings_draft_publish_finish (FOYER_SETTINGS_DRAFT (source), result, &error);
  g_autofree char *sentence = act == NULL ? foyer_error_describe (error) : NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (act == NULL)
    g_signal_emit (self, signals[SAID], 0, sentence);
  else
    g_signal_emit (self, signals[ACTED], 0, act);
  show (self);
}

/* Security acts at once (E4): nothing is held back. */
static void
turn (FoyerMasterSwitch *self, gboolean on)
{
  g_autoptr (JsonObject) patch = json_object_new ();

  json_object_set_boolean_member (patch, "portal.enabled", on);
  foyer_settings_draft_publish_patch_async (foyer_desk_get_draft (self->desk), patch, NULL, 0,
                                            self->cancellable, on_published, g_object_ref (self));
}

static void
on_turn_off (FoyerMasterSwitch *self)
{
  if (self->desk != NULL)
    turn (self, FALSE);
}

static gpointer
count_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_client_type);
  gint64 n;

  foyer_query_where_number (query, "portalEnabled", FOYER_COMPARE_EQUAL, TRUE);
  n = foyer_record_source_count (source, query, error);
  return n < 0 ? NULL : g_memdup2 (&n, sizeof n);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerMasterSwitch) self = user_data;
  g_autofree gint64 *n = foyer_store_read_finish (FOYER_STORE (source), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *body = NULL;
  GtkWindow *dialog;

  if (g_cancellable_is_cancelled (self->cancellable) || !GTK_IS_WINDOW (root))
    return;
  body = n == NULL
             ? g_strdup (_ ("Every client will see “portal not available”, at once."))
             : g_strdup_printf (ngettext ("%u client will see “portal not available”, at once.",
                                          "%u clients will see “portal not available”, at once.", (guint) *n),
                                (guint) *n);
  dialog = foyer_question_dialog_new (GTK_WINDOW (root), _ ("Turn the portal off?"), body, _ ("Keep It On"),
                                      _ ("Turn Off"));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_turn_off), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* Shows what stands until something else does. */
static gboolean
on_state_set (FoyerMasterSwitch *self, gboolean on)
{
  if (self->is_showing || self->desk == NULL || on == self->is_on)
    return FALSE;
  if (on)
    turn (self, TRUE);
  else
    foyer_store_read_async (foyer_desk_get_store (self->desk), count_in_worker, NULL, NULL, g_free,
                            self->cancellable, on_counted, g_object_ref (self));
  show (self);
  return TRUE;
}

/* --- The object --- */

static void
foyer_master_switch_dispose (GObject *object)
{
  foyer_master_switch_stop (FOYER_MASTER_SWITCH (object));
  G_OBJECT_CLASS (foyer_master_switch_parent_class)->dispose (object);
}

static void
foyer_master_switch_finalize (GObject *object)
{
  FoyerMasterSwitch *self = FOYER_MASTER_SWITCH (object);

  g_object_unref (self->cancellable);
  g_free (self->lock);
  G_OBJECT_CLASS (foyer_master_switch_parent_class)->finalize (object);
}

static void
foyer_master_switch_class_init (FoyerMasterSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_master_switch_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_master_switch_finalize;
  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_MASTER_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_MASTER_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_master_switch_init (FoyerMasterSwitch *self)
{
  self->cancellable = g_cancellable_new ();
  self->button = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Client portal"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->button, "state-set", G_CALLBACK (on_state_set), self, G_CONNECT_SWAPPED);
}

GtkWidget *
foyer_master_switch_new (FoyerDesk *desk, const char *lock)
{
  FoyerMasterSwitch *self = g_object_new (FOYER_TYPE_MASTER_SWITCH, NULL);

  self->desk = desk;
  self->lock = g_strdup (lock);
  g_signal_connect_object (foyer_desk_get_draft (desk), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), lock == NULL);
  return GTK_WIDGET (self);
}

void
foyer_master_switch_stop (FoyerMasterSwitch *self)
{
  g_return_if_fail (FOYER_IS_MASTER_SWITCH (self));

  g_cancellable_cancel (self->cancellable);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (self->desk), self);
  self->desk = NULL;
}
