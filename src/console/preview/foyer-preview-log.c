/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-log.c - through whose eyes somebody looked, for the log of the business */

#include "foyer-preview-log.h"

#include "foyer-field-words.h"

#include "foyer-date.h"
#include "foyer-id.h"
#include "types/audit_event.h"
#include "types/organisation.h"
#include "types/staff_member.h"

/* One line, to be written when nobody looks any more. */
typedef struct {
  char *subject_id;
  char *client_id; /* (nullable) */
  gint64 at;
} Line;

struct _FoyerPreviewLog {
  GObject parent_instance;

  FoyerDesk *desk;  /* (not owned) */
  GPtrArray *lines; /* (element-type Line) */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewLog, foyer_preview_log, G_TYPE_OBJECT)

static void
free_line (gpointer data)
{
  Line *line = data;

  g_free (line->subject_id);
  g_free (line->client_id);
  g_free (line);
}

/* The person, whoever has the link, the client, or the business itself: as the server names it when a browser looks. */
static char *
find_subject (FoyerPreviewLog *self, const FoyerPreviewScene *scene)
{
  const char *id = scene->person_id != NULL ? scene->person_id
                   : scene->link_id != NULL ? scene->link_id
                                            : scene->client_id;
  g_autoptr (FoyerRecord) organisation = NULL;

  if (id != NULL)
    return g_strdup (id);
  organisation = foyer_store_get_singleton (foyer_desk_get_store (self->desk), &foyer_organisation_type);
  return organisation == NULL ? NULL : g_strdup (foyer_record_get_id (organisation));
}

static gboolean
is_noted (FoyerPreviewLog *self, const char *subject_id)
{
  for (guint i = 0; i < self->lines->len; i++) {
    if (g_str_equal (((Line *) self->lines->pdata[i])->subject_id, subject_id))
      return TRUE;
  }
  return FALSE;
}

void
foyer_preview_log_note (FoyerPreviewLog *self, const FoyerPreviewScene *scene)
{
  g_autofree char *subject_id = NULL;
  Line *line;

  g_return_if_fail (FOYER_IS_PREVIEW_LOG (self) && scene != NULL);

  subject_id = find_subject (self, scene);
  if (subject_id == NULL || is_noted (self, subject_id))
    return;
  line = g_new0 (Line, 1);
  line->subject_id = g_steal_pointer (&subject_id);
  line->client_id = g_strdup (scene->client_id);
  line->at = foyer_desk_now (self->desk);
  g_ptr_array_add (self->lines, line);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *operation_id = foyer_store_submit_finish (FOYER_STORE (source), result, &error);

  if (operation_id == NULL)
    g_message ("That the portal was looked at was not written down: %s", error->message);
}

/* What the server knows better, it writes over: who it was, for one. */
static JsonObject *
describe (FoyerPreviewLog *self, const Line *line)
{
  const FoyerAccount *account = foyer_desk_get_account (self->desk);
  const char *staff_id = account == NULL ? NULL : account->staff_id;
  g_autoptr (FoyerRecord) staff = staff_id == NULL ? NULL
                                                   : foyer_store_get (foyer_desk_get_store (self->desk),
                                                                      &foyer_staff_member_type, staff_id);
  g_autofree char *at = foyer_utc_format (line->at);
  JsonObject *event = json_object_new ();

  json_object_set_string_member (event, "at", at);
  json_object_set_string_member (event, "actor", "staff");
  if (staff_id != NULL)
    json_object_set_string_member (event, "actorId", staff_id);
  if (staff != NULL)
    json_object_set_string_member (event, "actorName", foyer_staff_member_get_name (staff));
  json_object_set_string_member (event, "origin", "console");
  json_object_set_string_member (event, "verb", "preview");
  json_object_set_string_member (event, "recordType", foyer_record_type_of_id (line->subject_id)->name);
  json_object_set_string_member (event, "recordId", line->subject_id);
  if (line->client_id != NULL)
    json_object_set_string_member (event, "clientId", line->client_id);
  json_object_set_string_member (event, "summary", "looked in the console");
  return event;
}

static void
write_line (FoyerPreviewLog *self, const Line *line)
{
  FoyerStore *store = foyer_desk_get_store (self->desk);
  g_autofree char *id = foyer_id_new (foyer_audit_event_type.prefix, foyer_desk_get_clock (self->desk),
                                      foyer_store_get_random (store));
  g_autofree char *subject = foyer_record_name (store, line->subject_id);
  g_autoptr (JsonObject) event = describe (self, line);

  foyer_store_submit_async (store, FOYER_VERB_CREATE, &foyer_audit_event_type, id, "look", subject, event, 0,
                            NULL, on_submitted, NULL);
}

void
foyer_preview_log_leave (FoyerPreviewLog *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_LOG (self));

  for (guint i = 0; i < self->lines->len; i++)
    write_line (self, self->lines->pdata[i]);
  g_ptr_array_set_size (self->lines, 0);
}

static void
foyer_preview_log_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_PREVIEW_LOG (object)->lines);
  G_OBJECT_CLASS (foyer_preview_log_parent_class)->finalize (object);
}

static void
foyer_preview_log_class_init (FoyerPreviewLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_preview_log_finalize;
}

static void
foyer_preview_log_init (FoyerPreviewLog *self)
{
  self->lines = g_ptr_array_new_with_free_func (free_line);
}

FoyerPreviewLog *
foyer_preview_log_new (FoyerDesk *desk)
{
  FoyerPreviewLog *self = g_object_new (FOYER_TYPE_PREVIEW_LOG, NULL);

  self->desk = desk;
  return self;
}
