/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-chromium.c - a real browser at the other end of a pipe */

#include "foyer-chromium.h"

#include "foyer-json.h"
#include "foyer-test.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

/* Where Chromium reads and writes. */
#define IN 3
#define OUT 4

struct _FoyerChromium {
  GSubprocess *process;
  char *directory;
  GOutputStream *out;
  GDataInputStream *in;
  char *session; /* (nullable): of the one page */
  gint64 calls;
  gboolean has_loaded; /* since the last time it went somewhere */
};

/* --- Words --- */

static void
make_pipe (int *ends)
{
  g_autoptr (GError) error = NULL;

  g_unix_open_pipe (ends, FD_CLOEXEC, &error);
  g_assert_no_error (error);
}

static JsonObject *
read_message (FoyerChromium *self)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonObject *message;

  g_data_input_stream_read_upto_async (self->in, "", 1, G_PRIORITY_DEFAULT, NULL, foyer_test_take_result,
                                       &waiting);
  result = foyer_test_wait_result (&waiting);
  text = g_data_input_stream_read_upto_finish (self->in, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (text);
  g_data_input_stream_read_byte (self->in, NULL, &error);
  g_assert_no_error (error);
  message = foyer_json_parse_object (text, -1, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (foyer_json_object_text (message, "method"), "Page.loadEventFired") == 0)
    self->has_loaded = TRUE;
  return message;
}

/* @parameters: (transfer full) */
static JsonObject *
call (FoyerChromium *self, const char *method, JsonObject *parameters)
{
  g_autoptr (JsonObject) message = json_object_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number = ++self->calls;

  json_object_set_int_member (message, "id", number);
  json_object_set_string_member (message, "method", method);
  json_object_set_object_member (message, "params", parameters);
  if (self->session != NULL)
    json_object_set_string_member (message, "sessionId", self->session);
  text = foyer_json_canonical_object (message);
  g_output_stream_write_all (self->out, text, strlen (text) + 1, NULL, NULL, &error);
  g_assert_no_error (error);
  for (;;) {
    g_autoptr (JsonObject) answer = read_message (self);
    JsonObject *result = foyer_json_object_object (answer, "result");

    if (!json_object_has_member (answer, "id") || json_object_get_int_member (answer, "id") != number)
      continue;
    if (result == NULL)
      g_error ("Chromium refuses %s", method);
    return json_object_ref (result);
  }
}

static void
tell (FoyerChromium *self, const char *method, JsonObject *parameters)
{
  json_object_unref (call (self, method, parameters));
}

static JsonObject *
say (const char *name, const char *value)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, name, value);
  return object;
}

/* --- Pages --- */

void
foyer_chromium_set_cookie (FoyerChromium *self, const char *address, const char *name, const char *value)
{
  JsonObject *cookie = say ("url", address);

  json_object_set_string_member (cookie, "name", name);
  json_object_set_string_member (cookie, "value", value);
  json_object_set_string_member (cookie, "path", "/");
  json_object_set_boolean_member (cookie, "secure", TRUE);
  tell (self, "Network.clearBrowserCookies", json_object_new ());
  tell (self, "Network.setCookie", cookie);
}

void
foyer_chromium_open (FoyerChromium *self, const char *address)
{
  g_autoptr (JsonObject) went = NULL;

  self->has_loaded = FALSE;
  went = call (self, "Page.navigate", say ("url", address));
  if (json_object_has_member (went, "errorText"))
    g_error ("Chromium cannot open %s: %s", address, foyer_json_object_text (went, "errorText"));
  while (!self->has_loaded)
    json_object_unref (read_message (self));
}

char *
foyer_chromium_evaluate (FoyerChromium *self, const char *script)
{
  g_autoptr (JsonObject) tree = call (self, "Page.getFrameTree", json_object_new ());
  JsonObject *frame = foyer_json_object_object (foyer_json_object_object (tree, "frameTree"), "frame");
  g_autoptr (JsonObject) world
      = call (self, "Page.createIsolatedWorld", say ("frameId", foyer_json_object_text (frame, "id")));
  JsonObject *evaluation = say ("expression", script);
  g_autoptr (JsonObject) answer = NULL;
  const char *text;

  json_object_set_int_member (evaluation, "contextId",
                              json_object_get_int_member (world, "executionContextId"));
  answer = call (self, "Runtime.evaluate", evaluation);
  text = foyer_json_object_text (foyer_json_object_object (answer, "result"), "value");
  g_assert_nonnull (text);
  return g_strdup (text);
}

/* --- Beginning and end --- */

static void
open_page (FoyerChromium *self)
{
  g_autoptr (JsonObject) target = call (self, "Target.createTarget", say ("url", "about:blank"));
  JsonObject *attachment = say ("targetId", foyer_json_object_text (target, "targetId"));
  g_autoptr (JsonObject) attached = NULL;

  json_object_set_boolean_member (attachment, "flatten", TRUE);
  attached = call (self, "Target.attachToTarget", attachment);
  self->session = g_strdup (foyer_json_object_text (attached, "sessionId"));
  tell (self, "Page.enable", json_object_new ());
}

FoyerChromium *
foyer_chromium_new (void)
{
  FoyerChromium *self = g_new0 (FoyerChromium, 1);
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GInputStream) in = NULL;
  g_autofree char *home = NULL;
  g_autoptr (GError) error = NULL;
  int to[2];
  int from[2];

  self->directory = foyer_test_make_directory ();
  home = g_strconcat ("--user-data-dir=", self->directory, NULL);
  make_pipe (to);
  make_pipe (from);
  g_subprocess_launcher_take_fd (launcher, to[0], IN);
  g_subprocess_launcher_take_fd (launcher, from[1], OUT);
  self->process
      = g_subprocess_launcher_spawn (launcher, &error, "chromium", "--headless", "--no-sandbox",
                                     "--disable-gpu", "--disable-quic", "--no-first-run",
                                     "--disable-dev-shm-usage", "--disable-background-networking",
                                     "--disable-component-update", "--disable-sync", "--disable-extensions",
                                     "--disable-default-apps", "--no-default-browser-check",
                                     "--no-proxy-server", "--remote-debugging-pipe", home, NULL);
  g_assert_no_error (error);
  self->out = g_unix_output_stream_new (to[1], TRUE);
  in = g_unix_input_stream_new (from[0], TRUE);
  self->in = g_data_input_stream_new (in);
  open_page (self);
  return self;
}

void
foyer_chromium_free (FoyerChromium *self)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_pointer (&self->session, g_free);
  tell (self, "Browser.close", json_object_new ());
  g_subprocess_wait_async (self->process, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_object_unref (self->process);
  g_object_unref (self->in);
  g_object_unref (self->out);
  foyer_test_remove_directory (self->directory);
  g_free (self);
}
