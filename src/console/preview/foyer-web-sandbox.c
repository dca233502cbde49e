/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-sandbox.c - tries the sandbox that WebKit will use, before WebKit does */

#include "foyer-web-sandbox.h"

#define PATIENCE (5 * G_TIME_SPAN_SECOND)

typedef struct {
  FoyerClock *clock;
  guint deadline;
  GSubprocess *process;
  gboolean late;
} Probe;

/* With what WebKit asks of bubblewrap, and its other program in place of the page. WebKit has both paths compiled in and does not look at
 * PATH, so neither does this. */
static const char *const bubblewrap[] = {
  "/usr/bin/bwrap",
  "--unshare-uts",
  "--ro-bind",
  "/etc",
  "/etc",
  "--dev",
  "/dev",
  "--proc",
  "/proc",
  "--tmpfs",
  "/tmp",
  "--ro-bind",
  "/usr",
  "/usr",
  "--symlink",
  "../run",
  "/var/run",
  "--ro-bind-try",
  "/lib",
  "/lib",
  "--ro-bind-try",
  "/lib64",
  "/lib64",
  "--unshare-pid",
  "--unshare-net",
  "--unshare-ipc",
  "--",
  "/usr/bin/xdg-dbus-proxy",
  "--version",
  NULL,
};

static const char *const flatpak[] = {
  "flatpak-spawn",
  "--watch-bus",
  "--sandbox",
  "--no-network",
  "--sandbox-flag=share-gpu",
  "--sandbox-flag=share-display",
  "--sandbox-flag=share-sound",
  "--sandbox-flag=allow-a11y",
  "--sandbox-flag=allow-dbus",
  "true",
  NULL,
};

static void
free_probe (gpointer data)
{
  Probe *probe = data;

  foyer_clock_clear_timer (probe->clock, &probe->deadline);
  g_object_unref (probe->clock);
  g_clear_object (&probe->process);
  g_free (probe);
}

static void
on_deadline (gpointer user_data)
{
  Probe *probe = user_data;

  probe->deadline = 0;
  probe->late = TRUE;
  g_subprocess_force_exit (probe->process);
}

static void
on_communicate_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GSubprocess *process = G_SUBPROCESS (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  Probe *probe = g_task_get_task_data (task);

  foyer_clock_clear_timer (probe->clock, &probe->deadline);
  if (!g_subprocess_communicate_utf8_finish (process, result, NULL, &complaint, &error)) {
    g_subprocess_force_exit (process);
    g_task_return_error (task, g_steal_pointer (&error));
  } else if (probe->late) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The sandbox took too long to start");
  } else if (!g_subprocess_get_successful (process)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "The sandbox did not start: %s",
                             complaint == NULL ? "" : g_strstrip (complaint));
  } else {
    g_task_return_boolean (task, TRUE);
  }
}

void
foyer_web_sandbox_probe_async (FoyerClock *clock,
                               const char *const *argv,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  Probe *probe = g_new0 (Probe, 1);

  g_task_set_source_tag (task, foyer_web_sandbox_probe_async);
  g_task_set_task_data (task, probe, free_probe);
  probe->clock = g_object_ref (clock);
  if (argv == NULL)
    argv = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? flatpak : bubblewrap;
  probe->process
      = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  if (probe->process == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  probe->deadline = foyer_clock_add_timer (clock, PATIENCE, on_deadline, probe);
  g_subprocess_communicate_utf8_async (probe->process, NULL, cancellable, on_communicate_ready,
                                       g_steal_pointer (&task));
}

gboolean
foyer_web_sandbox_probe_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
