/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-event-parser.c - the lines of an event stream, as events */

#include "foyer-event-parser.h"

#include <string.h>

#define LONGEST_EVENT (1024 * 1024)

struct _FoyerEventParser {
  FoyerEventFunc callback;
  gpointer user_data;
  GString *line;
  GString *data;
  char *name;
  char *id;
  gint64 retry;
  gboolean has_data;
  gboolean after_return; /* the last byte was CR: an LF now belongs to it */
  gboolean begun;        /* past a byte order mark */
};

FoyerEventParser *
foyer_event_parser_new (FoyerEventFunc callback, gpointer user_data)
{
  FoyerEventParser *self = g_new0 (FoyerEventParser, 1);

  self->callback = callback;
  self->user_data = user_data;
  self->line = g_string_new (NULL);
  self->data = g_string_new (NULL);
  self->retry = -1;
  return self;
}

void
foyer_event_parser_free (FoyerEventParser *self)
{
  if (self == NULL)
    return;
  g_string_free (self->line, TRUE);
  g_string_free (self->data, TRUE);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

static void
dispatch (FoyerEventParser *self)
{
  if (self->has_data)
    self->callback (self->name == NULL ? "message" : self->name, self->id, self->data->str, self->user_data);
  g_string_truncate (self->data, 0);
  g_clear_pointer (&self->name, g_free);
  self->has_data = FALSE;
}

static void
set_field (FoyerEventParser *self, const char *field, const char *value)
{
  if (strcmp (field, "event") == 0) {
    g_free (self->name);
    self->name = value[0] == '\0' ? NULL : g_strdup (value);
  } else if (strcmp (field, "data") == 0) {
    if (self->has_data)
      g_string_append_c (self->data, '\n');
    g_string_append (self->data, value);
    self->has_data = TRUE;
  } else if (strcmp (field, "id") == 0) {
    g_free (self->id);
    self->id = g_strdup (value);
  } else if (strcmp (field, "retry") == 0 && value[0] != '\0' && strlen (value) <= 9
             && strspn (value, "0123456789") == strlen (value)) {
    self->retry = g_ascii_strtoll (value, NULL, 10);
  }
}

static void
end_line (FoyerEventParser *self)
{
  char *colon;
  const char *value = "";

  if (self->line->len == 0) {
    dispatch (self);
    return;
  }
  colon = strchr (self->line->str, ':');
  if (colon != self->line->str) {
    if (colon != NULL) {
      *colon = '\0';
      value = colon[1] == ' ' ? colon + 2 : colon + 1;
    }
    set_field (self, self->line->str, value);
  }
  g_string_truncate (self->line, 0);
}

gboolean
foyer_event_parser_feed (FoyerEventParser *self, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    char c = bytes[i];
    gboolean swallow = self->after_return && c == '\n';

    self->after_return = c == '\r';
    if (swallow)
      continue;
    if (c == '\r' || c == '\n') {
      self->begun = TRUE;
      end_line (self);
      continue;
    }
    if (c == '\0')
      return FALSE;
    g_string_append_c (self->line, c);
    if (!self->begun && self->line->len == 3) {
      self->begun = TRUE;
      if (memcmp (self->line->str, "\xef\xbb\xbf", 3) == 0)
        g_string_truncate (self->line, 0);
    }
    if (self->line->len + self->data->len > LONGEST_EVENT)
      return FALSE;
  }
  return TRUE;
}

gint64
foyer_event_parser_get_retry (FoyerEventParser *self)
{
  return self->retry;
}
