/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-server-log.c - the structured log */

#include "http/foyer-server-log.h"

#include "foyer-date.h"
#include "foyer-json.h"

#include <string.h>
#include <unistd.h>

#define LONGEST_PATH 200
#define HIDDEN "•••"

struct _FoyerServerLog {
  GObject parent_instance;

  FoyerClock *clock; /* (owned) */
  int descriptor;
};

G_DEFINE_FINAL_TYPE (FoyerServerLog, foyer_server_log, G_TYPE_OBJECT)

static void
foyer_server_log_finalize (GObject *object)
{
  g_object_unref (FOYER_SERVER_LOG (object)->clock);
  G_OBJECT_CLASS (foyer_server_log_parent_class)->finalize (object);
}

static void
foyer_server_log_class_init (FoyerServerLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_server_log_finalize;
}

static void
foyer_server_log_init (FoyerServerLog *self)
{
}

FoyerServerLog *
foyer_server_log_new (FoyerClock *clock, int descriptor)
{
  FoyerServerLog *self = g_object_new (FOYER_TYPE_SERVER_LOG, NULL);

  self->clock = g_object_ref (clock);
  self->descriptor = descriptor;
  return self;
}

static void
set_text (JsonObject *line, const char *name, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  json_object_set_string_member (line, name, valid);
}

/* One write a line, so that lines of several threads do not mix. */
static void
write_line (FoyerServerLog *self, JsonObject *line)
{
  g_autoptr (JsonNode) node = foyer_json_node_from_object (line);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *whole = g_strconcat (text, "\n", NULL);
  gsize length = strlen (whole);

  if (self->descriptor >= 0 && write (self->descriptor, whole, length) < 0)
    return;
}

static JsonObject *
begin_line (FoyerServerLog *self, const char *level, const char *event)
{
  JsonObject *line = json_object_new ();
  g_autofree char *at = foyer_utc_format (foyer_clock_now_seconds (self->clock));

  json_object_set_string_member (line, "at", at);
  json_object_set_string_member (line, "level", level);
  json_object_set_string_member (line, "event", event);
  return line;
}

void
foyer_server_log_event (FoyerServerLog *self, const char *level, const char *event, ...)
{
  g_autoptr (JsonObject) line = begin_line (self, level, event);
  const char *name;
  va_list members;

  va_start (members, event);
  while ((name = va_arg (members, const char *)) != NULL) {
    const char *value = va_arg (members, const char *);

    if (value != NULL)
      set_text (line, name, value);
  }
  va_end (members);
  write_line (self, line);
}

/* Secrets begin with fya_, fyd_ and the like; whatever stands in a secret's place is hidden, well-formed or not. */
static gboolean
is_secret (const char *segment, const char *before)
{
  static const char *const doors[] = { "l", "m", "i", NULL };

  if (before != NULL && g_strv_contains (doors, before))
    return TRUE;
  return g_str_has_prefix (segment, "fy") && segment[2] != '\0' && segment[3] == '_';
}

char *
foyer_server_log_redact_path (const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);
  g_autofree char *whole = NULL;

  for (guint i = 0; segments[i] != NULL; i++) {
    if (*segments[i] == '\0' || !is_secret (segments[i], i > 0 ? segments[i - 1] : NULL))
      continue;
    g_free (segments[i]);
    segments[i] = g_strdup (HIDDEN);
  }
  whole = g_strjoinv ("/", segments);
  return strlen (whole) <= LONGEST_PATH ? g_steal_pointer (&whole) : g_strndup (whole, LONGEST_PATH);
}

static GLogWriterOutput
write_message (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  FoyerServerLog *self = data;
  const char *word = "info";
  g_autoptr (JsonObject) line = NULL;

  if (level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO))
    return G_LOG_WRITER_HANDLED;
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL))
    word = "error";
  else if (level & G_LOG_LEVEL_WARNING)
    word = "warning";
  line = begin_line (self, word, "message");
  for (gsize i = 0; i < n_fields; i++) {
    gboolean is_text = fields[i].length < 0;

    if (is_text && g_str_equal (fields[i].key, "MESSAGE"))
      set_text (line, "text", fields[i].value);
    else if (is_text && g_str_equal (fields[i].key, "GLIB_DOMAIN"))
      set_text (line, "domain", fields[i].value);
  }
  write_line (self, line);
  return G_LOG_WRITER_HANDLED;
}

void
foyer_server_log_take_messages (FoyerServerLog *self)
{
  g_log_set_writer_func (write_message, g_object_ref (self), g_object_unref);
}
