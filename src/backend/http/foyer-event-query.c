/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-event-query.c - what the client of an event stream wants to hear */

#include "http/foyer-event-query.h"

#include <string.h>

#define LONGEST_TYPES 2000

void
foyer_event_query_free (FoyerEventQuery *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->types);
  g_free (self);
}

static gboolean
set_types (FoyerEventQuery *self, const char *value)
{
  if (strlen (value) > LONGEST_TYPES || *value == '\0')
    return FALSE;
  if (!g_str_equal (value, "*"))
    self->types = g_strsplit (value, ",", -1);
  return TRUE;
}

static gboolean
set_close_after (FoyerEventQuery *self, const char *value)
{
  self->close_after_state = g_str_equal (value, "state");
  return self->close_after_state || g_str_equal (value, "no");
}

static gboolean
set_ping (FoyerEventQuery *self, const char *value)
{
  guint64 ping;

  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT32, &ping, NULL))
    return FALSE;
  self->ping = ping == 0
                   ? 0
                   : CLAMP ((gint64) ping, FOYER_EVENT_QUERY_SHORTEST_PING, FOYER_EVENT_QUERY_LONGEST_PING);
  return TRUE;
}

FoyerEventQuery *
foyer_event_query_parse (const char *query)
{
  g_autoptr (FoyerEventQuery) self = g_new0 (FoyerEventQuery, 1);
  GUriParamsIter iter;
  gchar *name;
  gchar *value;

  g_uri_params_iter_init (&iter, query == NULL ? "" : query, -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL)) {
    g_autofree char *owned_name = name;
    g_autofree char *owned_value = value;
    gboolean is_good = TRUE;

    if (g_str_equal (name, "types"))
      is_good = self->types == NULL && set_types (self, value);
    else if (g_str_equal (name, "closeafter"))
      is_good = set_close_after (self, value);
    else if (g_str_equal (name, "ping"))
      is_good = set_ping (self, value);
    if (!is_good)
      return NULL;
  }
  return g_steal_pointer (&self);
}

gboolean
foyer_event_query_wants (const FoyerEventQuery *self, const char *type)
{
  return self->types == NULL || g_strv_contains ((const char *const *) self->types, type);
}
