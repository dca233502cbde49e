/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-application.c - composes the console */

#include "foyer-application.h"

#include "foyer-about.h"
#include "foyer-booking-notifier.h"
#include "foyer-client-notifier.h"
#include "foyer-need-notifier.h"
#include "foyer-proposal-notifier.h"
#include "foyer-decision.h"
#include "foyer-desk.h"
#include "foyer-error-text.h"
#include "foyer-heap.h"
#include "foyer-icon-reader.h"
#include "foyer-keyring-dialog.h"
#include "foyer-keys.h"
#include "foyer-preferences-window.h"
#include "foyer-recovery-dialog.h"
#include "foyer-resources.h"
#include "foyer-start-command.h"
#include "foyer-sign-in.h"
#include "foyer-window.h"

#include <glib/gi18n-lib.h>

/* A disk that damages the file again and again is not helped by a further attempt. */
#define MOST_MENDINGS 3
/* How long after the last large job what it needed is given back. */
#define CALM (300 * G_TIME_SPAN_MILLISECOND)

struct _FoyerApplication {
  AdwApplication parent_instance;

  /* Made at start. */
  FoyerStartCommand *command;
  FoyerClock *clock;
  FoyerRandom *random;
  GSettings *settings;

  /* State. */
  FoyerWindow *window;            /* (nullable): owned by GTK */
  FoyerDesk *desk;                /* (nullable) */
  FoyerBookingNotifier *notifier; /* (nullable) */
  FoyerClientNotifier *clients;   /* (nullable) */
  FoyerNeedNotifier *needs;       /* (nullable) */
  FoyerProposalNotifier *proposals;       /* (nullable) */
  guint mended;                   /* how often the store has been opened anew because it was damaged */
  gboolean wasteful;              /* starting or fetching everything has left much free memory behind */
  guint calm;

  /* In-progress data: the account that is being opened. */
  FoyerAccount *opening;       /* (nullable) */
  FoyerCredential *credential; /* (nullable) */
  char *link;                  /* (nullable): to a preview, until there is a desk */
};

G_DEFINE_FINAL_TYPE (FoyerApplication, foyer_application, ADW_TYPE_APPLICATION)

/* Desk. */

static void
on_calm (gpointer user_data)
{
  FoyerApplication *self = user_data;

  self->calm = 0;
  self->wasteful = FALSE;
  foyer_heap_give_back ();
}

static void
on_notify_state (FoyerApplication *self)
{
  const FoyerSyncState state = foyer_desk_get_state (self->desk);

  self->wasteful = self->wasteful || state == FOYER_SYNC_FIRST;
  if (self->wasteful && self->calm == 0 && state != FOYER_SYNC_FIRST && state != FOYER_SYNC_SYNCING)
    self->calm = foyer_clock_add_timer (self->clock, CALM, on_calm, self);
}

static void
close_desk (FoyerApplication *self)
{
  if (self->desk == NULL)
    return;
  foyer_clock_clear_timer (self->clock, &self->calm);
  g_signal_handlers_disconnect_by_func (self->desk, on_notify_state, self);
  if (self->window != NULL)
    foyer_window_set_desk (self->window, NULL);
  if (self->notifier != NULL)
    foyer_booking_notifier_stop (self->notifier);
  g_clear_object (&self->notifier);
  if (self->clients != NULL)
    foyer_client_notifier_stop (self->clients);
  g_clear_object (&self->clients);
  if (self->needs != NULL)
    foyer_need_notifier_stop (self->needs);
  g_clear_object (&self->needs);
  if (self->proposals != NULL)
    foyer_proposal_notifier_stop (self->proposals);
  g_clear_object (&self->proposals);
  foyer_desk_close (self->desk);
  g_clear_object (&self->desk);
}

static void
start_notifying (FoyerApplication *self)
{
  self->notifier = foyer_booking_notifier_new (self->desk, G_APPLICATION (self));
  self->clients = foyer_client_notifier_new (self->desk, G_APPLICATION (self));
  self->needs = foyer_need_notifier_new (self->desk, G_APPLICATION (self));
  self->proposals = foyer_proposal_notifier_new (self->desk, G_APPLICATION (self));
  if (self->window == NULL)
    return;
  g_object_bind_property (self->window, "is-active", self->notifier, "watched", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->window, "is-active", self->clients, "watched", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->window, "is-active", self->needs, "watched", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->window, "is-active", self->proposals, "watched", G_BINDING_SYNC_CREATE);
}

static void
on_keyring_response (FoyerApplication *self, const char *response)
{
  if (self->desk != NULL && g_strcmp0 (response, FOYER_KEYRING_TRY_AGAIN) == 0)
    foyer_desk_keep_again (self->desk);
}

static void
on_not_kept (FoyerApplication *self, const GError *error)
{
  GtkWidget *dialog;

  if (self->window == NULL)
    return;
  dialog = foyer_keyring_dialog_new (GTK_WINDOW (self->window), error);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_keyring_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_account (FoyerApplication *self, const FoyerAccount *account, const FoyerCredential *credential);

/* Closing and opening it again puts the file right; what is kept in the journal comes back. */
static void
on_damaged (FoyerApplication *self)
{
  g_autoptr (FoyerAccount) account = NULL;

  if (self->desk == NULL || foyer_desk_get_account (self->desk) == NULL || self->mended == MOST_MENDINGS)
    return;
  self->mended++;
  account = foyer_account_copy (foyer_desk_get_account (self->desk));
  open_account (self, account, NULL);
}

static void
tell_recovery (FoyerApplication *self, FoyerStore *store)
{
  const FoyerRecovery *recovery = foyer_store_get_recovery (store);

  if (recovery->happened)
    gtk_window_present (foyer_recovery_dialog_new (GTK_WINDOW (self->window), recovery));
}

static void
on_loading_response (FoyerApplication *self, const char *response)
{
  if (self->desk == NULL || self->window == NULL)
    return;
  if (g_strcmp0 (response, FOYER_KEYRING_TRY_AGAIN) == 0)
    foyer_desk_connect (self->desk, NULL);
  else if (g_strcmp0 (response, FOYER_KEYRING_SESSION_ONLY) == 0)
    foyer_window_show_sign_in (self->window, foyer_desk_get_account (self->desk)->address, NULL);
}

static void
on_not_loaded (FoyerApplication *self, const GError *error)
{
  GtkWidget *dialog;

  if (self->window == NULL)
    return;
  dialog = foyer_keyring_dialog_new_for_loading (GTK_WINDOW (self->window), error);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_loading_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A link that was opened before there was a desk waits for it. */
static void
follow_link (FoyerApplication *self)
{
  g_autofree char *link = NULL;

  if (self->link == NULL || self->desk == NULL || self->window == NULL)
    return;
  link = g_steal_pointer (&self->link);
  foyer_window_follow_preview (self->window, link);
}

static void
on_open_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStore) store = foyer_store_open_finish (result, &error);
  g_autoptr (FoyerAccount) account = g_steal_pointer (&self->opening);
  g_autoptr (FoyerCredential) credential = g_steal_pointer (&self->credential);

  if (store == NULL) {
    g_autofree char *sentence = foyer_error_describe (error);

    if (self->window != NULL)
      foyer_window_show_trouble (self->window, sentence);
    return;
  }
  if (self->window == NULL) {
    foyer_store_close (store);
    return;
  }
  self->desk = foyer_desk_new (store, account);
  foyer_window_set_desk (self->window, self->desk);
  start_notifying (self);
  self->wasteful = TRUE;
  g_signal_connect_object (self->desk, "notify::state", G_CALLBACK (on_notify_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "not-kept", G_CALLBACK (on_not_kept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "damaged", G_CALLBACK (on_damaged), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "not-loaded", G_CALLBACK (on_not_loaded), self, G_CONNECT_SWAPPED);
  foyer_desk_connect (self->desk, credential);
  tell_recovery (self, store);
  follow_link (self);
}

static void
open_account (FoyerApplication *self, const FoyerAccount *account, const FoyerCredential *credential)
{
  g_autofree char *directory = foyer_account_get_directory (account, self->command->data_directory);

  if (self->opening != NULL)
    return;
  close_desk (self);
  self->opening = foyer_account_copy (account);
  self->credential = credential == NULL ? NULL : foyer_credential_copy (credential);
  foyer_store_open_async (directory, self->clock, self->random, TRUE, NULL, on_open_ready,
                          g_object_ref (self));
}

static gboolean
is_same_account (const FoyerAccount *a, const FoyerAccount *b)
{
  return a != NULL && g_strcmp0 (a->address, b->address) == 0
         && g_strcmp0 (a->account_id, b->account_id) == 0;
}

static void
on_signed_in (FoyerApplication *self, FoyerSignInResult *result)
{
  g_autoptr (GError) error = NULL;

  if (!foyer_account_save (result->account, self->command->data_directory, &error)) {
    foyer_window_show_trouble (
        self->window, _ ("The folder of Foyer’s data cannot be written, so nobody was signed in: make it "
                         "writable and try again."));
    g_warning ("The account could not be saved: %s", error->message);
    return;
  }
  if (self->desk == NULL || !is_same_account (foyer_desk_get_account (self->desk), result->account)) {
    open_account (self, result->account, result->credential);
    return;
  }
  foyer_desk_connect (self->desk, result->credential);
  foyer_window_set_desk (self->window, self->desk);
}

/* Begins with the command line, else with the account of last time, else with the way to one. */
static void
begin (FoyerApplication *self)
{
  g_autoptr (FoyerAccount) account = NULL;
  g_autofree char *code = NULL;

  if (self->command->address != NULL) {
    code = g_steal_pointer (&self->command->code);
    foyer_window_show_sign_in (self->window, self->command->address, code);
    return;
  }
  account = foyer_account_load (self->command->data_directory);
  if (account == NULL)
    foyer_window_show_sign_in (self->window, NULL, NULL);
  else
    open_account (self, account, NULL);
}

/* Actions. */

static void
on_open_record (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerApplication *self = user_data;

  if (self->window == NULL)
    return;
  foyer_window_open_record (self->window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
on_show_needs (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerApplication *self = user_data;

  if (self->window == NULL)
    return;
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "show-area",
                                  g_variant_new_string ("outbox"));
  gtk_window_present (GTK_WINDOW (self->window));
}

typedef struct {
  FoyerApplication *application;
  char *booking_id;
} Approving;

static void
on_approve_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Approving *approving = user_data;
  g_autoptr (FoyerApplication) self = approving->application;
  g_autofree char *booking_id = approving->booking_id;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_decision_approve_if_it_fits_finish (FOYER_DESK (source), result, &error);

  if (self->window == NULL)
    return;
  if (act != NULL) {
    foyer_window_offer_undo (self->window, act);
  } else if (error != NULL) {
    g_autofree char *sentence = foyer_error_describe (error);

    foyer_window_say (self->window, sentence);
  } else {
    foyer_window_open_record (self->window, booking_id);
    gtk_window_present (GTK_WINDOW (self->window));
  }
}

/* A notification is older than a row: the rules are asked again, and what they object to is shown instead of done. */
static void
on_approve_booking (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerApplication *self = user_data;
  gint64 hold = g_settings_get_uint (self->settings, "undo-seconds") * (gint64) G_USEC_PER_SEC;
  Approving *approving;

  if (self->desk == NULL)
    return;
  approving = g_new0 (Approving, 1);
  approving->application = g_object_ref (self);
  approving->booking_id = g_variant_dup_string (parameter, NULL);
  foyer_decision_approve_if_it_fits_async (self->desk, approving->booking_id, hold, NULL, on_approve_ready,
                                           approving);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_present (foyer_preferences_window_new (GTK_WINDOW (self->window), self->settings, self->desk));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerApplication *self = user_data;

  if (self->window != NULL)
    foyer_about_present (GTK_WINDOW (self->window));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static const GActionEntry entries[] = {
  { .name = "open-booking", .activate = on_open_record, .parameter_type = "s" },
  { .name = "open-record", .activate = on_open_record, .parameter_type = "s" },
  { .name = "approve-booking", .activate = on_approve_booking, .parameter_type = "s" },
  { .name = "show-needs", .activate = on_show_needs },
  { .name = "preferences", .activate = on_preferences },
  { .name = "about", .activate = on_about },
  { .name = "quit", .activate = on_quit },
};

static void
set_accelerators (FoyerApplication *self)
{
  guint n_keys;
  const FoyerKey *keys = foyer_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++) {
    g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);

    if (keys[i].scope == FOYER_KEYS_EVERYWHERE)
      gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action,
                                             (const char *const *) triggers);
  }
}

/* Application. */

static int
foyer_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  FoyerApplication *self = FOYER_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  int exit_status;

  self->command = foyer_start_command_read (options, &exit_status);
  if (self->command == NULL)
    return exit_status;
  if (!g_application_register (application, NULL, &error)) {
    foyer_start_command_refuse (error->message);
    return 1;
  }
  if (g_application_get_is_remote (application) && self->command->address != NULL) {
    foyer_start_command_refuse (_ ("Foyer is open already, and signing in happens there."));
    g_application_activate (application);
    return 1;
  }
  return -1;
}

/* The symbols are part of how the console looks, as its style sheet is: ours, then GTK's own. Both come in a form that is
 * shown as it is, whereas every symbol of an icon theme on disk is an SVG, for which librsvg would be loaded. */
static void
choose_symbols (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (settings != NULL)
    g_object_set (settings, "gtk-icon-theme-name", "hicolor", NULL);
}

static void
foyer_application_startup (GApplication *application)
{
  FoyerApplication *self = FOYER_APPLICATION (application);

  G_APPLICATION_CLASS (foyer_application_parent_class)->startup (application);
  foyer_icon_reader_prepare ();
  choose_symbols ();
  self->clock = foyer_system_clock_new ();
  self->random = foyer_random_new ();
  self->settings = g_settings_new (FOYER_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_accelerators (self);
}

static void
on_window_gone (gpointer user_data, GObject *window)
{
  FoyerApplication *self = user_data;

  self->window = NULL;
}

static void
foyer_application_activate (GApplication *application)
{
  FoyerApplication *self = FOYER_APPLICATION (application);

  if (self->window != NULL) {
    gtk_window_present (GTK_WINDOW (self->window));
    return;
  }
  self->window = foyer_window_new (GTK_APPLICATION (self), self->settings, self->random);
  g_object_weak_ref (G_OBJECT (self->window), on_window_gone, self);
  g_signal_connect_object (self->window, "signed-in", G_CALLBACK (on_signed_in), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "retry", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->window));
  begin (self);
}

/* `foyer foyer://preview/…`, from the command line or another program; of several the first. */
static void
foyer_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  FoyerApplication *self = FOYER_APPLICATION (application);

  g_free (self->link);
  self->link = n_files > 0 ? g_file_get_uri (files[0]) : NULL;
  foyer_application_activate (application);
  follow_link (self);
}

static void
foyer_application_shutdown (GApplication *application)
{
  FoyerApplication *self = FOYER_APPLICATION (application);

  close_desk (self);
  if (self->window != NULL)
    g_object_weak_unref (G_OBJECT (self->window), on_window_gone, self);
  G_APPLICATION_CLASS (foyer_application_parent_class)->shutdown (application);
}

static void
foyer_application_finalize (GObject *object)
{
  FoyerApplication *self = FOYER_APPLICATION (object);

  g_clear_pointer (&self->command, foyer_start_command_free);
  g_clear_pointer (&self->opening, foyer_account_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->credential, foyer_credential_free);
  g_clear_object (&self->clock);
  g_clear_object (&self->random);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (foyer_application_parent_class)->finalize (object);
}

static void
foyer_application_class_init (FoyerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_application_finalize;
  application_class->handle_local_options = foyer_application_handle_local_options;
  application_class->startup = foyer_application_startup;
  application_class->activate = foyer_application_activate;
  application_class->open = foyer_application_open;
  application_class->shutdown = foyer_application_shutdown;
}

static void
foyer_application_init (FoyerApplication *self)
{
  /* The bundle of templates and icons is in a static library: this is what makes the linker keep it. */
  foyer_get_resource ();
  foyer_start_command_add_options (G_APPLICATION (self));
}

FoyerApplication *
foyer_application_new (void)
{
  return g_object_new (FOYER_TYPE_APPLICATION, "application-id", FOYER_APPLICATION_ID, "flags",
                       G_APPLICATION_CAN_OVERRIDE_APP_ID | G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/org/foyer/Console", NULL);
}
