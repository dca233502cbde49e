/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-run-command.c - foyer-server run: serves until it is told to stop */

#include "commands/foyer-chore.h"
#include "commands/foyer-command.h"
#include "commands/foyer-control.h"
#include "commands/foyer-public-address.h"
#include "http/foyer-front.h"
#include "http/foyer-listen-address.h"
#include "mail/foyer-mail-sender.h"
#include "providers/foyer-not-connected.h"
#include "providers/foyer-provider-states.h"

#include <gio/gunixsocketaddress.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const char about[] = "Serves the organisations in DIR: their portals to clients' browsers and the "
                            "sync API to consoles. It speaks http and\n"
                            "stands behind a web server that speaks https; to others than this computer it "
                            "speaks only with --insecure-public.\n"
                            "SIGTERM ends it: running requests are answered first. Its log goes to standard "
                            "error, one JSON object a line.";

/* Descriptors for as many event streams as the listener allows. */
#define DESCRIPTORS 8192

typedef struct {
  char *directory;
  char *listen;
  char *public_url;
  char *ready_file;
  char *mail;
  gboolean insecure_public;
} Options;

typedef struct {
  GMainLoop *loop;
  FoyerClock *clock;
  FoyerServerLog *log;
  FoyerBackend *backend;
  FoyerWorker *reader;
  FoyerWorker *writer;
  FoyerWorker *uploader;
  FoyerWorker *fetcher;
  FoyerFront *front;
  FoyerControl *control;
  FoyerChore *door;
  FoyerChore *schedule;
  FoyerChore *settings;
  FoyerChore *invites;
  FoyerChore *housekeeping;
  FoyerMailSender *sender;
  GSocket *socket;
  char *address; /* at which it listens */
  char *public_url;
  char *mail; /* how mail leaves, in words */
  gboolean stopping;
} Server;

static void
options_clear (Options *self)
{
  g_free (self->directory);
  g_free (self->listen);
  g_free (self->public_url);
  g_free (self->ready_file);
  g_free (self->mail);
}

static void
server_clear (Server *self)
{
  g_clear_object (&self->door);
  g_clear_object (&self->schedule);
  g_clear_object (&self->settings);
  g_clear_object (&self->invites);
  g_clear_object (&self->housekeeping);
  g_clear_object (&self->control);
  g_clear_object (&self->front);
  if (self->sender != NULL)
    foyer_mail_sender_stop (self->sender);
  if (self->uploader != NULL)
    foyer_worker_stop (self->uploader);
  g_clear_object (&self->uploader);
  if (self->fetcher != NULL)
    foyer_worker_stop (self->fetcher);
  g_clear_object (&self->fetcher);
  if (self->reader != NULL)
    foyer_worker_stop (self->reader);
  g_clear_object (&self->reader);
  if (self->writer != NULL)
    foyer_worker_stop (self->writer);
  g_clear_object (&self->writer);
  /* What the lanes still had to hand back. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->sender);
  if (self->backend != NULL)
    foyer_backend_close (self->backend);
  g_clear_object (&self->backend);
  g_clear_object (&self->socket);
  g_clear_object (&self->log);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_free (self->address);
  g_free (self->public_url);
  g_free (self->mail);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Server, server_clear)

static void
allow_descriptors (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= DESCRIPTORS)
    return;
  limit.rlim_cur = MIN (DESCRIPTORS, limit.rlim_max);
  setrlimit (RLIMIT_NOFILE, &limit);
}

/* Where people reach the server follows from where it listens, unless they were told. */
static gboolean
choose_public_url (Server *self, const Options *options, GError **error)
{
  if (options->public_url != NULL) {
    self->public_url = g_strdup (options->public_url);
    return foyer_public_address_check (options->public_url, error);
  }
  if (g_str_has_prefix (self->address, "unix:")) {
    g_set_error_literal (error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_SYNTAX,
                         "Behind a unix socket nobody knows the portal's address: say --public-url "
                         "https://{slug}.portal.example");
    return FALSE;
  }
  self->public_url = foyer_public_address_guess (self->address, error);
  return self->public_url != NULL;
}

static gboolean
start_listening (Server *self, const Options *options, GError **error)
{
  g_autoptr (GSocketAddress) address
      = foyer_listen_address_parse (options->listen, options->insecure_public, error);

  if (address == NULL)
    return FALSE;
  self->socket = foyer_listen_address_open (address, error);
  if (self->socket == NULL)
    return FALSE;
  self->address = foyer_listen_address_describe (self->socket);
  return choose_public_url (self, options, error);
}

static gboolean
open_backend (Server *self, const Options *options, GError **error)
{
  g_autoptr (FoyerRandom) random = foyer_random_new ();
  g_autofree char *api_url = NULL;

  self->backend = foyer_backend_open (options->directory, NULL, self->clock, random, error);
  if (self->backend == NULL || !start_listening (self, options, error))
    return FALSE;
  api_url = options->public_url != NULL ? foyer_public_address_get_api (self->public_url)
                                        : g_strdup (self->address);
  foyer_backend_set_public_url (self->backend, self->public_url, api_url);
  foyer_backend_note_addresses (self->backend, foyer_clock_now_seconds (self->clock));
  return TRUE;
}

static void
on_control_done (FoyerControl *control, Server *self)
{
  foyer_front_note_write (self->front);
}

static gboolean
start_mail (Server *self, const Options *options, GError **error)
{
  g_autofree char *folder = g_build_filename (options->directory, "mail", NULL);
  FoyerMailConfig *config = options->mail == NULL ? foyer_mail_config_new_folder (folder)
                                                  : foyer_mail_config_load (options->mail, error);

  if (config == NULL)
    return FALSE;
  self->mail
      = config->server != NULL
            ? g_strdup_printf ("Mail goes through %s", config->server)
            : g_strdup_printf ("No mail is sent: every mail is written into %s (--mail FILE changes that)",
                               folder);
  self->sender = foyer_mail_sender_new (self->backend, self->writer, self->clock, config);
  return TRUE;
}

/* Nobody takes money or sends texts for this server yet, and its records say so. */
static gboolean
tell_providers (Server *self, GError **error)
{
  g_autoptr (FoyerNotConnected) nobody = foyer_not_connected_new ();

  return foyer_provider_states_tell (self->backend, FOYER_PAYMENT_PROVIDER (nobody),
                                     FOYER_TEXT_PROVIDER (nobody), foyer_clock_now_seconds (self->clock),
                                     error);
}

static gboolean
open_doors (Server *self, const Options *options, GError **error)
{
  FoyerFrontOptions front = { .backend = self->backend,
                              .clock = self->clock,
                              .random = foyer_backend_get_random (self->backend),
                              .log = self->log,
                              .socket = self->socket,
                              .is_public_https = g_str_has_prefix (self->public_url, "https:") };

  /* While nobody else writes yet. */
  if (!tell_providers (self, error))
    return FALSE;
  self->reader = foyer_worker_new ("reader");
  self->writer = foyer_worker_new ("writer");
  self->uploader = foyer_worker_new ("uploader");
  self->fetcher = foyer_worker_new ("fetcher");
  front.reader = self->reader;
  front.writer = self->writer;
  front.uploader = self->uploader;
  front.fetcher = self->fetcher;
  self->control = foyer_control_new (self->backend, self->writer, self->clock, options->directory, error);
  if (self->control == NULL)
    return FALSE;
  if (!start_mail (self, options, error))
    return FALSE;
  self->front = foyer_front_new (&front);
  self->door = foyer_chore_new (self->backend, self->writer, self->clock, &foyer_chore_door,
                                foyer_backend_answer_door);
  self->schedule = foyer_chore_new (self->backend, self->writer, self->clock, &foyer_chore_schedule,
                                    foyer_backend_send_scheduled);
  self->settings = foyer_chore_new (self->backend, self->writer, self->clock, &foyer_chore_schedule,
                                    foyer_backend_publish_scheduled);
  self->invites = foyer_chore_new (self->backend, self->writer, self->clock, &foyer_chore_schedule,
                                   foyer_backend_expire_invites);
  self->housekeeping = foyer_chore_new (self->backend, self->writer, self->clock, &foyer_chore_housekeeping,
                                        foyer_backend_forget);
  g_signal_connect (self->control, "done", G_CALLBACK (on_control_done), self);
  return TRUE;
}

static gboolean
announce (Server *self, const Options *options, GError **error)
{
  g_autofree char *line = g_strconcat (self->address, "\n", NULL);

  g_print ("Listening on %s\n%s\n", self->address, self->mail);
  return options->ready_file == NULL
         || g_file_set_contents_full (options->ready_file, line, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644,
                                      error);
}

static void
on_front_stopped (FoyerFront *front, Server *self)
{
  g_main_loop_quit (self->loop);
}

/* The second signal does not wait. */
static gboolean
on_signal (gpointer data)
{
  Server *self = data;

  if (self->stopping) {
    g_main_loop_quit (self->loop);
    return G_SOURCE_CONTINUE;
  }
  self->stopping = TRUE;
  foyer_server_log_event (self->log, "info", "stopping", NULL);
  foyer_control_close (self->control);
  foyer_front_stop (self->front);
  return G_SOURCE_CONTINUE;
}

static void
leave (Server *self, const Options *options)
{
  g_autoptr (GSocketAddress) address = foyer_listen_address_parse (options->listen, TRUE, NULL);

  if (options->ready_file != NULL)
    g_unlink (options->ready_file);
  if (G_IS_UNIX_SOCKET_ADDRESS (address))
    g_unlink (g_unix_socket_address_get_path (G_UNIX_SOCKET_ADDRESS (address)));
  foyer_control_close (self->control);
  foyer_server_log_event (self->log, "info", "stopped", NULL);
}

static gboolean
serve (const Options *options, GError **error)
{
  g_auto (Server) self = { 0 };
  guint terminate;
  guint interrupt;

  self.clock = foyer_system_clock_new ();
  self.log = foyer_server_log_new (self.clock, STDERR_FILENO);
  self.loop = g_main_loop_new (NULL, FALSE);
  if (!open_backend (&self, options, error) || !open_doors (&self, options, error))
    return FALSE;
  foyer_server_log_take_messages (self.log);
  terminate = g_unix_signal_add (SIGTERM, on_signal, &self);
  interrupt = g_unix_signal_add (SIGINT, on_signal, &self);
  g_signal_connect (self.front, "stopped", G_CALLBACK (on_front_stopped), &self);
  foyer_server_log_event (self.log, "info", "started", "version", FOYER_VERSION, NULL);
  if (announce (&self, options, error))
    g_main_loop_run (self.loop);
  leave (&self, options);
  g_source_remove (terminate);
  g_source_remove (interrupt);
  return error == NULL || *error == NULL;
}

int
foyer_run_command (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options.directory, "Where the data lives; made if missing",
      "DIR" },
    { "listen", 0, 0, G_OPTION_ARG_FILENAME, &options.listen,
      "127.0.0.1:PORT or unix:PATH; port 0 for one that the system chooses", "ADDRESS" },
    { "public-url", 0, 0, G_OPTION_ARG_FILENAME, &options.public_url,
      "Of the portals, such as https://{slug}.portal.example; the API is at the bare host", "TEMPLATE" },
    { "ready-file", 0, 0, G_OPTION_ARG_FILENAME, &options.ready_file,
      "Where to write the address once the server answers", "FILE" },
    { "mail", 0, 0, G_OPTION_ARG_FILENAME, &options.mail,
      "Names the mail server and the password for it; without it every mail is written into DIR/mail",
      "FILE" },
    { "insecure-public", 0, 0, G_OPTION_ARG_NONE, &options.insecure_public,
      "Listen at an address that others reach, without encryption", NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!foyer_command_parse (argc, argv, about, entries, "data listen"))
    return FOYER_EXIT_USAGE;
  signal (SIGPIPE, SIG_IGN);
  allow_descriptors ();
  return serve (&options, &error) ? FOYER_EXIT_GOOD : foyer_command_fail (error);
}
