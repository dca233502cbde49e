/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-window.c - the desk, or the way to one */

#include "foyer-window.h"

#include "foyer-act-undo.h"
#include "foyer-error-text.h"
#include "foyer-focus-guard.h"
#include "foyer-operation-closures.h"
#include "foyer-question-dialog.h"
#include "foyer-shell.h"
#include "foyer-shortcuts-window.h"
#include "foyer-sign-in-page.h"

#include "foyer-secret-fields.h"

#include <glib/gi18n-lib.h>

/* How long closing waits for what is on its way. */
#define PATIENCE (5 * G_USEC_PER_SEC)

struct _FoyerWindow {
  AdwApplicationWindow parent_instance;

  /* Template. */
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwBin *shell_place;
  AdwStatusPage *trouble;
  AdwBin *sign_in_place;

  /* Construct-time. */
  GSettings *settings;
  FoyerRandom *random;
  FoyerUndoStack *acts;

  /* State. */
  FoyerDesk *desk;          /* (nullable) */
  FoyerShell *shell;        /* (nullable): around the desk */
  FoyerSignInPage *sign_in; /* (nullable): made when it is first shown */
  AdwToast *toast;          /* (nullable): the one that is shown */
  char *undoable;           /* (nullable): the operation that the toast can take back */
  gboolean is_leaving;
  gboolean may_leave;
};

G_DEFINE_FINAL_TYPE (FoyerWindow, foyer_window, ADW_TYPE_APPLICATION_WINDOW)

enum { SIGNED_IN, RETRY, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Toasts. */

static void
forget_toast (FoyerWindow *self)
{
  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_data (self->toast, self);
  g_clear_object (&self->toast);
  g_clear_pointer (&self->undoable, g_free);
}

/* Names may hold characters that Pango's markup gives a meaning. */
static AdwToast *
create_toast (const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  return adw_toast_new (escaped);
}

/* One at a time: a queue of toasts would speak of what is long past. */
static void
show_toast (FoyerWindow *self, AdwToast *toast, const char *undoable)
{
  AdwToast *before = self->toast == NULL ? NULL : g_object_ref (self->toast);

  forget_toast (self);
  if (before != NULL)
    adw_toast_dismiss (before);
  g_clear_object (&before);
  self->toast = g_object_ref (toast);
  self->undoable = g_strdup (undoable);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
foyer_window_say (FoyerWindow *self, const char *sentence)
{
  g_return_if_fail (FOYER_IS_WINDOW (self));

  show_toast (self, create_toast (sentence), NULL);
}

void
foyer_window_offer_undo (FoyerWindow *self, const FoyerAct *act)
{
  AdwToast *toast;

  g_return_if_fail (FOYER_IS_WINDOW (self));

  foyer_undo_stack_push (self->acts, act);
  if (act->done == NULL)
    return;
  toast = create_toast (act->done);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo-operation");
  adw_toast_set_action_target (toast, "s", act->operation_id);
  /* Who is called away does not lose the chance. */
  adw_toast_set_timeout (toast, gtk_window_is_active (GTK_WINDOW (self))
                                    ? g_settings_get_uint (self->settings, "undo-seconds")
                                    : 0);
  show_toast (self, toast, act->operation_id);
}

/* Undo. */

static void
enable (FoyerWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_notify_can_undo (FoyerWindow *self)
{
  gboolean can_undo;

  g_object_get (self->acts, "can-undo", &can_undo, NULL);
  enable (self, "undo", can_undo);
}

static void
on_notify_can_redo (FoyerWindow *self)
{
  gboolean can_redo;

  g_object_get (self->acts, "can-redo", &can_redo, NULL);
  enable (self, "redo", can_redo);
}

static char *
get_area (FoyerWindow *self)
{
  char *area = NULL;

  if (self->shell != NULL)
    g_object_get (self->shell, "area", &area, NULL);
  return area;
}

typedef struct {
  FoyerWindow *window;
  char *record_id;
  char *area; /* (nullable): that was shown when it was asked for */
} Undoing;

/* It leads to where it can be seen, unless the person has gone on to something else meanwhile. */
static void
on_act_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Undoing *undoing = user_data;
  g_autofree char *area = get_area (undoing->window);
  g_autofree char *sentence = NULL;
  gboolean undone = foyer_act_undo_finish (FOYER_STORE (source), result, &sentence);

  foyer_window_say (undoing->window, sentence);
  if (undone && g_strcmp0 (area, undoing->area) == 0)
    foyer_window_open_record (undoing->window, undoing->record_id);
  g_object_unref (undoing->window);
  g_free (undoing->record_id);
  g_free (undoing->area);
  g_free (undoing);
}

/* What is no operation knows itself how to be taken back. */
static void
take_back (FoyerWindow *self, FoyerAct *act)
{
  foyer_act_take_back (act);
  if (act->redone != NULL)
    foyer_undo_stack_keep (self->acts, act);
  foyer_window_say (self, act->undone);
}

static void
redo (FoyerWindow *self)
{
  g_autoptr (FoyerAct) act = self->desk == NULL ? NULL : foyer_undo_stack_put_back (self->acts);

  if (act == NULL)
    return;
  foyer_act_take_back (act);
  foyer_window_say (self, act->redone);
}

static void
undo (FoyerWindow *self, const char *operation_id)
{
  Undoing *undoing;
  g_autoptr (FoyerAct) act = foyer_undo_stack_take (self->acts, operation_id);

  if (act == NULL || self->desk == NULL)
    return;
  if (act->take_back != NULL) {
    take_back (self, act);
    return;
  }
  undoing = g_new0 (Undoing, 1);
  undoing->window = g_object_ref (self);
  undoing->record_id = g_strdup (act->record_id);
  undoing->area = get_area (self);
  foyer_act_undo_async (act, foyer_desk_get_store (self->desk), foyer_desk_get_time (self->desk),
                        on_act_undone, undoing);
}

static void
on_repeat_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *operation_id = foyer_store_submit_finish (FOYER_STORE (source), result, &error);
  g_autofree char *problem = operation_id == NULL ? foyer_error_describe (error) : NULL;

  foyer_window_say (self, problem == NULL ? _ ("It waits again") : problem);
}

/* The undo of a cancellation: the same is done once more. */
static void
repeat (FoyerWindow *self, const char *operation_id)
{
  FoyerStore *store = self->desk == NULL ? NULL : foyer_desk_get_store (self->desk);
  g_autoptr (FoyerOperation) operation
      = store == NULL ? NULL : foyer_store_get_operation (store, operation_id);
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);

  if (data == NULL || data->state != FOYER_OPERATION_UNDONE)
    return;
  foyer_store_submit_async (store, data->verb, data->type, data->record_id, data->command, data->subject,
                            data->patch, data->hold, NULL, on_repeat_ready, g_object_ref (self));
}

/* What was cancelled in the Outbox cannot be taken back again here, but it can be done again. */
static void
on_undone (FoyerWindow *self, const char *operation_id)
{
  g_autoptr (FoyerOperation) operation
      = foyer_store_get_operation (foyer_desk_get_store (self->desk), operation_id);
  const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);
  AdwToast *toast = create_toast (_ ("Cancelled"));

  foyer_act_free (foyer_undo_stack_take (self->acts, operation_id));
  /* A secret is forgotten with what carried it. */
  if (data != NULL && !foyer_secret_fields_are_hidden (data->type, data->patch)) {
    adw_toast_set_button_label (toast, _ ("Undo"));
    adw_toast_set_action_name (toast, "win.repeat-operation");
    adw_toast_set_action_target (toast, "s", operation_id);
  }
  show_toast (self, toast, NULL);
}

/* What was never held would have left before anybody could read that it was done. */
static gboolean
leaves_at_once (FoyerStore *store, FoyerOperation *operation)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  g_autoptr (FoyerRecord) record
      = data->hold > 0 ? NULL : foyer_store_get (store, data->type, data->record_id);

  return data->hold == 0 && foyer_operation_may_take_back (operation, record);
}

/* What has left can no longer be taken back as if nothing had been: the offer goes with it, however long nobody looked. */
static void
on_store_changed (FoyerWindow *self, FoyerChangeSet *changes, FoyerStore *store)
{
  g_autoptr (FoyerOperation) operation = NULL;
  FoyerOperationState state;

  if (self->undoable == NULL || !foyer_change_set_has_operations (changes))
    return;
  operation = foyer_store_get_operation (store, self->undoable);
  state = operation == NULL ? FOYER_OPERATION_DONE : foyer_operation_get_state (operation);
  if (state == FOYER_OPERATION_HELD || state == FOYER_OPERATION_QUEUED
      || (operation != NULL && leaves_at_once (store, operation)))
    return;
  adw_toast_dismiss (self->toast);
}

/* Actions. */

static void
on_show_area (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, "desk");
  foyer_shell_show_area (self->shell, g_variant_get_string (parameter, NULL));
}

static void
on_show_setting (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    foyer_shell_open_setting (self->shell, g_variant_get_string (parameter, NULL));
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  undo (user_data, NULL);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  redo (user_data);
}

static void
on_undo_operation (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  undo (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_repeat_operation (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  repeat (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_show_operation (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    foyer_shell_open_operation (self->shell, g_variant_get_string (parameter, NULL));
}

static void
on_sync (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->desk != NULL)
    foyer_desk_sync_now (self->desk);
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    foyer_shell_back (self->shell);
}

static void
on_preview (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    foyer_shell_preview (self->shell);
}

static void
on_preview_affected (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    foyer_shell_preview_affected (self->shell);
}

static void
on_preview_booking (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    foyer_shell_preview_booking (self->shell);
}

static void
on_toggle_sidebar (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    foyer_shell_toggle_sidebar (self->shell);
}

static void
on_open_menu (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "sign-in") == 0)
    foyer_sign_in_page_open_menu (self->sign_in);
  else if (self->shell != NULL)
    foyer_shell_open_menu (self->shell);
}

static void
on_show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  gtk_window_present (
      foyer_shortcuts_window_new (GTK_WINDOW (self),
                                  g_settings_get_boolean (self->settings, "single-key-shortcuts")));
}

static void
on_sign_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;
  const FoyerAccount *account = self->desk == NULL ? NULL : foyer_desk_get_account (self->desk);

  foyer_window_show_sign_in (self, account == NULL ? NULL : account->address, NULL);
}

static void
on_leave_sign_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWindow *self = user_data;

  if (self->shell != NULL)
    gtk_stack_set_visible_child_name (self->pages, "desk");
}

static void
on_retry (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit (user_data, signals[RETRY], 0);
}

static const GActionEntry entries[] = {
  { .name = "show-area", .activate = on_show_area, .parameter_type = "s" },
  { .name = "show-setting", .activate = on_show_setting, .parameter_type = "s" },
  { .name = "undo", .activate = on_undo },
  { .name = "redo", .activate = on_redo },
  { .name = "undo-operation", .activate = on_undo_operation, .parameter_type = "s" },
  { .name = "repeat-operation", .activate = on_repeat_operation, .parameter_type = "s" },
  { .name = "show-operation", .activate = on_show_operation, .parameter_type = "s" },
  { .name = "sync", .activate = on_sync },
  { .name = "preview", .activate = on_preview },
  { .name = "preview-affected", .activate = on_preview_affected },
  { .name = "preview-booking", .activate = on_preview_booking },
  { .name = "back", .activate = on_back },
  { .name = "toggle-sidebar", .activate = on_toggle_sidebar },
  { .name = "open-menu", .activate = on_open_menu },
  { .name = "show-shortcuts", .activate = on_show_shortcuts },
  { .name = "sign-in", .activate = on_sign_in },
  { .name = "leave-sign-in", .activate = on_leave_sign_in },
  { .name = "retry", .activate = on_retry },
};

static void
on_signed_in (FoyerWindow *self, FoyerSignInResult *result)
{
  g_signal_emit (self, signals[SIGNED_IN], 0, result);
}

static gboolean
is_for_page (guint key, GdkModifierType state)
{
  if ((state & GDK_SUPER_MASK) != 0)
    return FALSE;
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || g_unichar_isgraph (gdk_keyval_to_unicode (key));
}

/* The page's letters and chords are heard wherever the focus is, but not by a page behind a menu, nor instead of what somebody types. */
static gboolean
on_key_pressed (FoyerWindow *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (self->shell == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "desk") != 0
      || !is_for_page (key, state))
    return GDK_EVENT_PROPAGATE;
  if (focus != NULL
      && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
          || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL))
    return GDK_EVENT_PROPAGATE;
  return foyer_shell_forward_key (self->shell, controller);
}

/* Closing. */

static void
save_size (FoyerWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static void
leave (FoyerWindow *self)
{
  self->may_leave = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_before_leaving (FoyerWindow *self, guint left)
{
  g_autofree char *heading
      = g_strdup_printf (ngettext ("%u decision waits to be sent", "%u decisions wait to be sent", left),
                         left);
  GtkWindow *dialog = foyer_question_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("It is kept on this computer and leaves when Foyer is open again and the server can be reached."),
      _ ("Stay"), _ ("Close"));

  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
on_leave_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerWindow) self = user_data;
  guint left = foyer_desk_leave_finish (FOYER_DESK (source), result);

  self->is_leaving = FALSE;
  if (self->desk == NULL)
    return;
  if (left == 0)
    leave (self);
  else
    ask_before_leaving (self, left);
}

static gboolean
foyer_window_close_request (GtkWindow *window)
{
  FoyerWindow *self = FOYER_WINDOW (window);

  if (self->desk != NULL && !self->may_leave && foyer_desk_get_waiting (self->desk) > 0) {
    if (self->is_leaving)
      return TRUE;
    self->is_leaving = TRUE;
    foyer_window_say (self, _ ("Sending what waits…"));
    foyer_desk_leave_async (self->desk, PATIENCE, on_leave_ready, g_object_ref (self));
    return TRUE;
  }
  save_size (self);
  return GTK_WINDOW_CLASS (foyer_window_parent_class)->close_request (window);
}

static void
on_notify_dark (FoyerWindow *self, GParamSpec *pspec, AdwStyleManager *style)
{
  if (adw_style_manager_get_dark (style))
    gtk_widget_add_css_class (GTK_WIDGET (self), "foyer-dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "foyer-dark");
}

static void
foyer_window_dispose (GObject *object)
{
  FoyerWindow *self = FOYER_WINDOW (object);

  if (self->shell_place != NULL)
    foyer_window_set_desk (self, NULL);
  forget_toast (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_WINDOW);
  self->sign_in = NULL;
  g_clear_object (&self->acts);
  g_clear_object (&self->settings);
  g_clear_object (&self->random);
  G_OBJECT_CLASS (foyer_window_parent_class)->dispose (object);
}

static void
foyer_window_class_init (FoyerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = foyer_window_close_request;

  signals[SIGNED_IN] = g_signal_new ("signed-in", FOYER_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RETRY]
      = g_signal_new ("retry", FOYER_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, shell_place);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, sign_in_place);
}

static void
foyer_window_init (FoyerWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->acts = foyer_undo_stack_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_focus_guard_watch (GTK_WINDOW (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->acts, "notify::can-undo", G_CALLBACK (on_notify_can_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->acts, "notify::can-redo", G_CALLBACK (on_notify_can_redo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (on_notify_dark), self, G_CONNECT_SWAPPED);
  on_notify_can_undo (self);
  on_notify_can_redo (self);
  on_notify_dark (self, NULL, style);
}

FoyerWindow *
foyer_window_new (GtkApplication *application, GSettings *settings, FoyerRandom *random)
{
  FoyerWindow *self = g_object_new (FOYER_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->random = g_object_ref (random);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}

static void
drop_shell (FoyerWindow *self)
{
  if (self->shell == NULL)
    return;
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  foyer_shell_stop (self->shell);
  self->shell = NULL;
  adw_bin_set_child (self->shell_place, NULL);
}

void
foyer_window_set_desk (FoyerWindow *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_WINDOW (self));

  if (self->desk == desk && desk == NULL)
    return;
  if (self->desk != desk) {
    drop_shell (self);
    g_set_object (&self->desk, desk);
  }
  if (self->sign_in != NULL)
    g_object_set (self->sign_in, "may-leave", desk != NULL, NULL);
  if (desk == NULL)
    return;
  if (self->shell == NULL) {
    self->shell = g_object_new (FOYER_TYPE_SHELL, "desk", desk, NULL);
    g_settings_bind (self->settings, "single-key-shortcuts", self->shell, "single-keys", G_SETTINGS_BIND_GET);
    g_settings_bind (self->settings, "undo-seconds", self->shell, "undo-seconds", G_SETTINGS_BIND_GET);
    g_signal_connect_object (self->shell, "acted", G_CALLBACK (foyer_window_offer_undo), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->shell, "said", G_CALLBACK (foyer_window_say), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->shell, "undone", G_CALLBACK (on_undone), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                             G_CONNECT_SWAPPED);
    adw_bin_set_child (self->shell_place, GTK_WIDGET (self->shell));
  }
  gtk_stack_set_visible_child_name (self->pages, "desk");
  foyer_shell_show_area (self->shell, "approvals");
}

/* Who is signed in already never sees it. */
static void
make_sign_in (FoyerWindow *self)
{
  if (self->sign_in != NULL)
    return;
  self->sign_in
      = g_object_new (FOYER_TYPE_SIGN_IN_PAGE, "random", self->random, "may-leave", self->desk != NULL, NULL);
  g_signal_connect_object (self->sign_in, "signed-in", G_CALLBACK (on_signed_in), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->sign_in_place, GTK_WIDGET (self->sign_in));
}

void
foyer_window_show_sign_in (FoyerWindow *self, const char *address, const char *code)
{
  g_return_if_fail (FOYER_IS_WINDOW (self));

  make_sign_in (self);
  if (address != NULL)
    g_object_set (self->sign_in, "address", address, NULL);
  gtk_stack_set_visible_child_name (self->pages, "sign-in");
  if (code != NULL)
    foyer_sign_in_page_try_code (self->sign_in, code);
}

void
foyer_window_show_trouble (FoyerWindow *self, const char *sentence)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (FOYER_IS_WINDOW (self));

  escaped = g_markup_escape_text (sentence, -1);
  /* Named only here: a symbol of this size is an SVG, which GTK would draw for a page that nobody sees. */
  adw_status_page_set_icon_name (self->trouble, "dialog-warning-symbolic");
  adw_status_page_set_description (self->trouble, escaped);
  gtk_stack_set_visible_child_name (self->pages, "trouble");
}

void
foyer_window_follow_preview (FoyerWindow *self, const char *link)
{
  g_return_if_fail (FOYER_IS_WINDOW (self));

  if (self->shell != NULL)
    foyer_shell_follow_preview (self->shell, link);
}

void
foyer_window_open_record (FoyerWindow *self, const char *record_id)
{
  g_return_if_fail (FOYER_IS_WINDOW (self));

  if (self->shell == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, "desk");
  foyer_shell_open_record (self->shell, record_id);
}
