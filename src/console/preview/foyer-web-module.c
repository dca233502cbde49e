/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-module.c - opens the web room when a preview is first wanted, and no sooner */

#include "foyer-web-module.h"
#include "foyer-web-sandbox.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

#define MODULE "foyer-preview-web.so"

struct _FoyerWebModule {
  GObject parent_instance;
  FoyerClock *clock;
  char *file;
  char **probe;
  const FoyerWebRoom *room;
};

G_DEFINE_FINAL_TYPE (FoyerWebModule, foyer_web_module, G_TYPE_OBJECT)
/* clang-format off */
G_DEFINE_QUARK (foyer-web-error-quark, foyer_web_error)
/* clang-format on */

typedef struct {
  GtkWidget *sibling;
  const FoyerWebHost *host;
  gpointer data;
} Making;

static void
free_making (gpointer data)
{
  Making *making = data;

  g_clear_object (&making->sibling);
  g_free (making);
}

static char *
find_module (void)
{
  const char *directory = g_getenv ("FOYER_MODULE_DIR");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *own = self == NULL ? NULL : g_path_get_dirname (self);
  g_autofree char *beside = NULL;

  if (directory != NULL)
    return g_build_filename (directory, MODULE, NULL);
  if (own != NULL) /* in the build tree */
    beside = g_build_filename (own, "preview", "web", MODULE, NULL);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&beside);
  return g_build_filename (FOYER_MODULE_DIR, MODULE, NULL);
}

/* What went wrong is for the log: whoever reads the sentence cannot do anything about it. */
static void
fail (GTask *task, FoyerWebError code, const char *sentence, const GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_task_return_error (task, g_error_copy (reason));
    return;
  }
  g_message ("No preview: %s", reason->message);
  g_task_return_new_error (task, FOYER_WEB_ERROR, (gint) code, "%s", sentence);
}

static void
fail_without_sandbox (GTask *task, const GError *reason)
{
  fail (task, FOYER_WEB_ERROR_NO_SANDBOX, _ ("This computer does not let the preview run in a sandbox."),
        reason);
}

static void
fail_without_module (GTask *task, const char *reason)
{
  g_message ("No preview: %s", reason);
  g_task_return_new_error (task, FOYER_WEB_ERROR, FOYER_WEB_ERROR_NOT_INSTALLED, "%s",
                           _ ("The preview is not installed on this computer."));
}

static void
open_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *file = task_data;
  GModule *module = g_module_open (file, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  const FoyerWebRoom *room;
  union {
    gpointer pointer;
    FoyerWebRoomFunc function;
  } symbol = { NULL };

  if (module == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", g_module_error ());
    return;
  }
  /* Types cannot be taken back, so it stays, even if it is of no use. */
  g_module_make_resident (module);
  if (!g_module_symbol (module, FOYER_WEB_ROOM_SYMBOL, &symbol.pointer)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", g_module_error ());
    return;
  }
  room = symbol.function ();
  if (room->version != FOYER_WEB_ROOM_VERSION)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s is of another version", file);
  else
    g_task_return_pointer (task, (gpointer) room, NULL);
}

static void
on_make_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  FoyerWebModule *self = g_task_get_source_object (task);
  GtkWidget *view = self->room->make_finish (result, &error);

  if (view == NULL)
    fail (task, FOYER_WEB_ERROR_FAILED, _ ("The preview could not be started."), error);
  else
    g_task_return_pointer (task, g_object_ref_sink (view), g_object_unref);
}

static void
make_view (GTask *task)
{
  FoyerWebModule *self = g_task_get_source_object (task);
  Making *making = g_task_get_task_data (task);
  g_autofree char *directory = g_build_filename (g_get_user_cache_dir (), "foyer", "preview", NULL);

  self->room->make_async (directory, making->sibling, making->host, making->data,
                          g_task_get_cancellable (task), on_make_ready, g_object_ref (task));
}

static void
on_open_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerWebModule *self = FOYER_WEB_MODULE (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const FoyerWebRoom *room = g_task_propagate_pointer (G_TASK (result), &error);

  if (room == NULL) {
    fail_without_module (task, error->message);
    return;
  }
  self->room = room;
  make_view (task);
}

static void
on_probe_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  FoyerWebModule *self = g_task_get_source_object (task);
  g_autoptr (GTask) opening = NULL;

  if (!foyer_web_sandbox_probe_finish (result, &error)) {
    fail_without_sandbox (task, error);
    return;
  }
  if (self->room != NULL) {
    make_view (task);
    return;
  }
  opening = g_task_new (self, g_task_get_cancellable (task), on_open_ready, g_object_ref (task));
  g_task_set_source_tag (opening, open_in_worker);
  g_task_set_task_data (opening, g_strdup (self->file), g_free);
  g_task_run_in_thread (opening, open_in_worker);
}

static void
on_revival_probe_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  FoyerWebModule *self = g_task_get_source_object (task);

  if (!foyer_web_sandbox_probe_finish (result, &error)) {
    fail_without_sandbox (task, error);
    return;
  }
  self->room->revive (g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static void
foyer_web_module_finalize (GObject *object)
{
  FoyerWebModule *self = FOYER_WEB_MODULE (object);

  g_clear_object (&self->clock);
  g_free (self->file);
  g_strfreev (self->probe);
  G_OBJECT_CLASS (foyer_web_module_parent_class)->finalize (object);
}

static void
foyer_web_module_class_init (FoyerWebModuleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_web_module_finalize;
}

static void
foyer_web_module_init (FoyerWebModule *self)
{
}

FoyerWebModule *
foyer_web_module_new (FoyerClock *clock, const char *file)
{
  FoyerWebModule *self = g_object_new (FOYER_TYPE_WEB_MODULE, NULL);

  self->clock = g_object_ref (clock);
  self->file = file == NULL ? find_module () : g_strdup (file);
  return self;
}

void
foyer_web_module_set_probe (FoyerWebModule *self, const char *const *argv)
{
  g_strfreev (self->probe);
  self->probe = g_strdupv ((char **) argv);
}

const FoyerWebRoom *
foyer_web_module_get_room (FoyerWebModule *self)
{
  return self->room;
}

void
foyer_web_module_make_view_async (FoyerWebModule *self,
                                  GtkWidget *sibling,
                                  const FoyerWebHost *host,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);

  g_task_set_source_tag (task, foyer_web_module_make_view_async);
  g_task_set_task_data (task, making, free_making);
  g_set_object (&making->sibling, sibling);
  making->host = host;
  making->data = data;
  if (self->room == NULL && !g_file_test (self->file, G_FILE_TEST_EXISTS)) {
    fail_without_module (task, self->file);
    g_object_unref (task);
    return;
  }
  foyer_web_sandbox_probe_async (self->clock, (const char *const *) self->probe, cancellable, on_probe_ready,
                                 task);
}

GtkWidget *
foyer_web_module_make_view_finish (FoyerWebModule *self, GAsyncResult *result, GError **error)
{
  GtkWidget *view = g_task_propagate_pointer (G_TASK (result), error);

  /* As new widgets are. */
  if (view != NULL)
    g_object_force_floating (G_OBJECT (view));
  return view;
}

void
foyer_web_module_revive_async (FoyerWebModule *self,
                               GtkWidget *view,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_web_module_revive_async);
  g_task_set_task_data (task, g_object_ref (view), g_object_unref);
  foyer_web_sandbox_probe_async (self->clock, (const char *const *) self->probe, cancellable,
                                 on_revival_probe_ready, task);
}

gboolean
foyer_web_module_revive_finish (FoyerWebModule *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
