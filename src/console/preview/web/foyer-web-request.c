/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-request.c - what a page asks for, answered from memory by the host */

#include "foyer-web-request.h"
#include "foyer-web-frame.h"
#include "foyer-web-walls.h"

#include <string.h>

struct _FoyerWebRequest {
  WebKitURISchemeRequest *request;
};

static void
refuse (WebKitURISchemeRequest *request, const char *reason)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, reason);

  webkit_uri_scheme_request_finish_error (request, error);
}

static SoupMessageHeaders *
make_headers (const char *content_type)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  const char *policy = foyer_web_walls_get_policy ();

  if (policy != NULL)
    soup_message_headers_append (headers, "Content-Security-Policy", policy);
  soup_message_headers_append (headers, "Content-Type", content_type);
  soup_message_headers_append (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_append (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_append (headers, "Cache-Control", "no-store");
  return headers;
}

static void
on_request (WebKitURISchemeRequest *request, gpointer user_data)
{
  WebKitWebView *web = webkit_uri_scheme_request_get_web_view (request);
  GtkWidget *frame = web == NULL ? NULL : gtk_widget_get_parent (GTK_WIDGET (web));
  const char *method = webkit_uri_scheme_request_get_http_method (request);
  FoyerWebRequest *self;

  if (frame == NULL || g_strcmp0 (method, "GET") != 0) {
    refuse (request, "Only pages of a view, and only read");
    return;
  }
  self = g_new0 (FoyerWebRequest, 1);
  self->request = g_object_ref (request);
  if (g_str_equal (webkit_uri_scheme_request_get_uri (request), FOYER_WEB_EMPTY)) {
    g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

    foyer_web_request_answer (self, 200, "text/html; charset=utf-8", nothing);
    return;
  }
  if (!foyer_web_frame_ask (FOYER_WEB_FRAME (frame), self, webkit_uri_scheme_request_get_uri (request)))
    foyer_web_request_answer (self, 0, NULL, NULL);
}

void
foyer_web_request_serve (WebKitWebContext *context)
{
  webkit_web_context_register_uri_scheme (context, FOYER_WEB_SCHEME, on_request, NULL, NULL);
}

void
foyer_web_request_answer (FoyerWebRequest *self, guint status, const char *content_type, GBytes *bytes)
{
  g_autoptr (WebKitURISchemeRequest) request = self->request;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (WebKitURISchemeResponse) response = NULL;
  g_autofree char *type
      = content_type == NULL ? NULL : g_strndup (content_type, strcspn (content_type, "; "));

  g_free (self);
  if (bytes == NULL) {
    refuse (request, "There is no such page");
    return;
  }
  stream = g_memory_input_stream_new_from_bytes (bytes);
  response = webkit_uri_scheme_response_new (stream, (gint64) g_bytes_get_size (bytes));
  webkit_uri_scheme_response_set_status (response, status, NULL);
  /* Alone: with its charset WebKit would not know a style sheet for one. */
  webkit_uri_scheme_response_set_content_type (response, type);
  webkit_uri_scheme_response_set_http_headers (response, make_headers (content_type));
  webkit_uri_scheme_request_finish_with_response (request, response);
}
