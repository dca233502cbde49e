/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page-tree-extension.c - in WebKit's web process: runs what the proof sends, in a world that no page knows, and sends back the text */

#include <gmodule.h>
#include <webkit/webkit-web-process-extension.h>

static WebKitScriptWorld *world;

/* Later versions of WebKit would have the frame told beside each document; Debian 12 began with one that has no other way. */
static WebKitFrame *
get_frame (WebKitWebPage *page)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  return webkit_web_page_get_main_frame (page);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static gboolean
on_message (WebKitWebPage *page, WebKitUserMessage *message)
{
  WebKitFrame *frame = get_frame (page);
  const char *script = g_variant_get_string (webkit_user_message_get_parameters (message), NULL);
  g_autoptr (JSCContext) context = webkit_frame_get_js_context_for_script_world (frame, world);
  g_autoptr (JSCValue) value = jsc_context_evaluate (context, script, -1);
  JSCException *exception = jsc_context_get_exception (context);
  g_autofree char *text = exception == NULL ? jsc_value_to_string (value) : jsc_exception_report (exception);

  webkit_user_message_send_reply (message, webkit_user_message_new ("tree", g_variant_new_string (text)));
  return TRUE;
}

static void
on_page_created (WebKitWebProcessExtension *extension, WebKitWebPage *page)
{
  g_signal_connect (page, "user-message-received", G_CALLBACK (on_message), NULL);
}

G_MODULE_EXPORT void webkit_web_process_extension_initialize (WebKitWebProcessExtension *extension);

void
webkit_web_process_extension_initialize (WebKitWebProcessExtension *extension)
{
  world = webkit_script_world_new ();
  g_signal_connect (extension, "page-created", G_CALLBACK (on_page_created), NULL);
}
