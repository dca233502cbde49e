/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-soup-headers.c - what the heads of replies say */

#include "foyer-soup-headers.h"

/* Who asks for more has made a mistake, or wishes nobody well. */
#define LONGEST_WAIT 3600

gint64
foyer_soup_headers_date (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) date = text == NULL ? NULL : soup_date_time_new_from_http_string (text);

  return date == NULL ? 0 : g_date_time_to_unix (date);
}

/* RFC 9110 §10.2.3: seconds, or a moment, which means something only beside the server's own time. */
gint64
foyer_soup_headers_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  gint64 date = foyer_soup_headers_date (headers);
  g_autoptr (GDateTime) moment = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &seconds, NULL))
    return (gint64) MIN (seconds, LONGEST_WAIT);
  moment = soup_date_time_new_from_http_string (text);
  if (moment == NULL || date == 0)
    return -1;
  return CLAMP (g_date_time_to_unix (moment) - date, 0, LONGEST_WAIT);
}

char *
foyer_soup_headers_location (SoupMessage *message)
{
  const char *location
      = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autoptr (GUri) target = NULL;

  switch (soup_message_get_status (message)) {
  case SOUP_STATUS_MOVED_PERMANENTLY:
  case SOUP_STATUS_FOUND:
  case SOUP_STATUS_SEE_OTHER:
  case SOUP_STATUS_TEMPORARY_REDIRECT:
  case SOUP_STATUS_PERMANENT_REDIRECT:
    break;
  default:
    return NULL;
  }
  if (location == NULL)
    return NULL;
  target = g_uri_parse_relative (soup_message_get_uri (message), location, SOUP_HTTP_URI_FLAGS, NULL);
  return target == NULL ? NULL : g_uri_to_string (target);
}
