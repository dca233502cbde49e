/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-soup-error.c - what went wrong on the way, in the transport's words */

#include "foyer-soup-error.h"

#include "foyer-soup-request.h"

static const struct {
  GTlsCertificateFlags flag;
  const char *sentence;
} certificate_problems[] = {
  { G_TLS_CERTIFICATE_BAD_IDENTITY, "it is for another name" },
  { G_TLS_CERTIFICATE_EXPIRED, "it has expired" },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, "it is not valid yet" },
  { G_TLS_CERTIFICATE_REVOKED, "it has been revoked" },
  { G_TLS_CERTIFICATE_INSECURE, "its algorithm is not safe" },
  { G_TLS_CERTIFICATE_UNKNOWN_CA, "nobody known has signed it" },
};

static GError *
describe_certificate (GError *native, SoupMessage *message)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));
  GTlsCertificateFlags flags = soup_message_get_tls_peer_certificate_errors (message);
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (certificate_problems); i++) {
    if (flags & certificate_problems[i].flag)
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? ", " : "",
                              certificate_problems[i].sentence);
  }
  if (reasons->len == 0)
    return g_error_new (FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CERTIFICATE,
                        "No protected connection to %s: %s", host, native->message);
  return g_error_new (FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CERTIFICATE, "The certificate of %s: %s",
                      host, reasons->str);
}

/* A connection that ends within TLS says nothing about who the other end is. */
static gboolean
is_about_certificate (GError *native)
{
  return native->domain == G_TLS_ERROR && native->code != G_TLS_ERROR_EOF && native->code != G_TLS_ERROR_MISC;
}

GError *
foyer_soup_error_translate (GError *native, SoupMessage *message)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));
  GError *error;

  if (g_error_matches (native, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return native;
  if (is_about_certificate (native))
    error = describe_certificate (native, message);
  else if (foyer_soup_request_is_sent (message))
    error = g_error_new (FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT,
                         "The answer of %s did not come whole: %s", host, native->message);
  else
    error = g_error_new (FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE, "No way to %s: %s", host,
                         native->message);
  g_error_free (native);
  return error;
}
