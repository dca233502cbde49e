/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-response-headers.c - what every response tells browsers not to do */

#include "http/foyer-response-headers.h"

static const char *const always[][2] = {
  { "Content-Security-Policy",
    "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; "
    "form-action 'self' https://checkout.stripe.com; frame-ancestors 'none'; base-uri 'none'" },
  { "X-Content-Type-Options", "nosniff" },
  { "Referrer-Policy", "no-referrer" },
  { "Cross-Origin-Opener-Policy", "same-origin" },
  { "Cross-Origin-Resource-Policy", "same-origin" },
  { "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { "Cache-Control", "no-store" },
};

void
foyer_response_headers_add (FoyerHttpResponse *response, gboolean is_public_https)
{
  for (guint i = 0; i < G_N_ELEMENTS (always); i++) {
    if (foyer_http_response_header (response, always[i][0]) == NULL)
      foyer_http_response_set_header (response, always[i][0], always[i][1]);
  }
  if (is_public_https && foyer_http_response_header (response, "Strict-Transport-Security") == NULL)
    foyer_http_response_set_header (response, "Strict-Transport-Security", "max-age=63072000");
}
