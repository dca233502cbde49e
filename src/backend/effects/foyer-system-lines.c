/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-system-lines.c - what happened meanwhile, as a line in the conversation that it concerns */

#include "effects/foyer-system-lines.h"

#include "effects/foyer-conversation-news.h"
#include "foyer-business.h"
#include "foyer-date-text.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-sentence.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/service.h"
#include "types/staff_member.h"

#include <string.h>

/* Of the client's conversations, the newest first. */
#define RECENT 20

/**
 * Line:
 * @record: the visit or booking that it tells of
 * @name: (owned): who did it
 * @work: (owned): what was to be done
 */
typedef struct {
  FoyerTransaction *transaction;
  JsonObject *record;
  FoyerBusiness *business; /* (owned) */
  char *name;
  char *work;
} Line;

static void
line_clear (Line *self)
{
  g_clear_pointer (&self->business, foyer_business_free);
  g_free (self->name);
  g_free (self->work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* --- What it says --- */

static gboolean
name_staff (Line *self, GError **error)
{
  g_autoptr (FoyerRecord) staff = NULL;

  if (!foyer_record_source_look_up (self->transaction->source, &foyer_staff_member_type,
                                    self->transaction->actor_id, &staff, error))
    return FALSE;
  self->name = g_strdup (staff == NULL ? "" : foyer_staff_member_get_name (staff));
  return TRUE;
}

/* The person, or the client if a link named nobody. */
static gboolean
name_client (Line *self, GError **error)
{
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (FoyerRecord) client = NULL;

  if (!foyer_record_source_look_up (self->transaction->source, &foyer_portal_person_type,
                                    self->transaction->actor_id, &person, error)
      || !foyer_record_source_look_up (self->transaction->source, &foyer_client_type,
                                       foyer_json_object_text (self->record, "clientId"), &client, error))
    return FALSE;
  if (person != NULL)
    self->name = g_strdup (foyer_portal_person_get_name (person));
  else
    self->name = g_strdup (client == NULL ? "" : foyer_client_get_name (client));
  return TRUE;
}

static gboolean
open_line (Line *self, FoyerTransaction *transaction, JsonObject *record, GError **error)
{
  const char *title = foyer_json_object_text (record, "title");
  g_autoptr (FoyerRecord) service = NULL;

  self->transaction = transaction;
  self->record = record;
  self->business = foyer_business_load (transaction->source, error);
  if (self->business == NULL
      || !foyer_record_source_look_up (transaction->source, &foyer_service_type,
                                       foyer_json_object_text (record, "serviceId"), &service, error))
    return FALSE;
  self->work = g_strdup (service != NULL ? foyer_service_get_name (service) : title != NULL ? title : "");
  return transaction->actor == FOYER_BY_STAFF ? name_staff (self, error) : name_client (self, error);
}

static char *
say_time (Line *self)
{
  gint64 start;
  gint64 end;

  if (self->business->zone == NULL
      || !foyer_utc_parse (foyer_json_object_text (self->record, "start"), &start, NULL)
      || !foyer_utc_parse (foyer_json_object_text (self->record, "end"), &end, NULL))
    return g_strdup ("");
  return foyer_arrival_text (start, MAX (start, end), self->business->zone, FOYER_WINDOW_BETWEEN,
                             self->business->language);
}

/* --- Where it stands --- */

static FoyerRecord *
pick_about (GPtrArray *conversations, const char *about_id)
{
  for (guint i = 0; about_id != NULL && i < conversations->len; i++) {
    if (g_strcmp0 (foyer_conversation_get_about_id (conversations->pdata[i]), about_id) == 0)
      return conversations->pdata[i];
  }
  return NULL;
}

static FoyerRecord *
pick (GPtrArray *conversations, JsonObject *record)
{
  static const char *const names[] = { "id", "visitId", "bookingId" };
  FoyerRecord *found = NULL;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (names); i++)
    found = pick_about (conversations, foyer_json_object_text (record, names[i]));
  for (guint i = 0; found == NULL && i < conversations->len; i++) {
    if (foyer_conversation_get_status (conversations->pdata[i]) == FOYER_CONVERSATION_OPEN)
      found = conversations->pdata[i];
  }
  return found;
}

static gboolean
find_conversation (Line *self, FoyerRecord **conversation, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_conversation_type);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) standing = g_ptr_array_new ();
  FoyerRecord *picked;

  foyer_query_where_text (query, "clientId", foyer_json_object_text (self->record, "clientId"));
  foyer_query_order (query, "lastAt", TRUE);
  foyer_query_limit (query, RECENT);
  found = foyer_record_source_list (self->transaction->source, query, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++) {
    if (foyer_conversation_get_merged_into_id (found->pdata[i]) == NULL
        && FOYER_HAS (found->pdata[i], conversation, last_at))
      g_ptr_array_add (standing, found->pdata[i]);
  }
  picked = pick (standing, self->record);
  *conversation = picked == NULL ? NULL : g_object_ref (picked);
  return TRUE;
}

static gboolean
write_line (Line *self, const char *words, GError **error)
{
  FoyerTransaction *transaction = self->transaction;
  g_autoptr (FoyerRecord) conversation = NULL;
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *id = NULL;
  g_autofree char *now = foyer_utc_format (transaction->now);

  if (!find_conversation (self, &conversation, error))
    return FALSE;
  if (conversation == NULL)
    return TRUE;
  id = foyer_transaction_make_id (transaction, &foyer_message_type);
  json = json_object_new ();
  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "conversationId", foyer_record_get_id (conversation));
  json_object_set_string_member (json, "kind", "system");
  json_object_set_string_member (json, "body", words);
  json_object_set_string_member (json, "aboutId", foyer_json_object_text (self->record, "id"));
  json_object_set_string_member (json, "sentAt", now);
  foyer_record_type_fill_defaults (&foyer_message_type, json);
  stored = foyer_transaction_put (transaction, &foyer_message_type, json, error);
  return stored != NULL && foyer_conversation_news_add (transaction, conversation, json, error);
}

/* --- Visits --- */

gboolean
foyer_system_lines_visit (FoyerTransaction *transaction, JsonObject *visit, GError **error)
{
  const char *why = foyer_json_object_text (visit, "cancelReason");
  g_auto (Line) line = { 0 };
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  if (transaction->actor != FOYER_BY_CLIENT)
    return TRUE;
  if (!open_line (&line, transaction, visit, error))
    return FALSE;
  time = say_time (&line);
  words = why == NULL ? foyer_sentence (line.business->language, "{name} cancelled {work}, {time}", "name",
                                        line.name, "work", line.work, "time", time, NULL)
                      : foyer_sentence (line.business->language, "{name} cancelled {work}, {time}: {why}",
                                        "name", line.name, "work", line.work, "time", time, "why", why, NULL);
  return write_line (&line, words, error);
}

/* --- Bookings --- */

static gboolean
is (JsonObject *booking, const char *member, const char *word)
{
  return g_strcmp0 (foyer_json_object_text (booking, member), word) == 0;
}

/* Where what fits is confirmed at once, the confirmation is what is said. */
static gboolean
waits (Line *self)
{
  return foyer_portal_settings_get_booking_mode (self->business->settings) != FOYER_BOOKING_MODE_AUTO;
}

/* Returns: (nullable): what the client did, as a sentence; a new wish is seen in the queue */
static const char *
choose_of_client (Line *self, JsonObject *before, JsonObject *after)
{
  if (before == NULL && is (after, "kind", "reschedule"))
    return waits (self) ? FOYER_MARK ("{name} asks to move {work} to {time}") : NULL;
  if (before == NULL && is (after, "kind", "cancel"))
    return FOYER_MARK ("{name} asks to cancel {work}, {time}");
  if (before == NULL || is (before, "status", foyer_json_object_text (after, "status")))
    return NULL;
  if (is (after, "status", "approved") && is (after, "kind", "reschedule"))
    return FOYER_MARK ("{name} moved {work} to {time}");
  if (is (after, "status", "withdrawn"))
    return FOYER_MARK ("{name} withdrew the wish for {work}, {time}");
  return is (after, "status", "cancelled") ? FOYER_MARK ("{name} cancelled {work}, {time}") : NULL;
}

static const char *
choose_of_staff (JsonObject *before, JsonObject *after)
{
  static const struct {
    const char *status;
    const char *sentence;
  } decisions[] = {
    { "approved", FOYER_MARK ("Booking approved by {name}") },
    { "declined", FOYER_MARK ("Booking declined by {name}") },
    { "countered", FOYER_MARK ("Other times offered by {name}") },
    { "cancelled", FOYER_MARK ("Booking cancelled by {name}") },
    { "pending", FOYER_MARK ("Decision taken back by {name}") },
  };

  if (before == NULL || is (before, "status", foyer_json_object_text (after, "status")))
    return NULL;
  if (is (after, "status", "approved") && is (after, "kind", "cancel"))
    return FOYER_MARK ("Cancellation approved by {name}");
  if (is (after, "status", "approved") && is (after, "kind", "reschedule"))
    return FOYER_MARK ("New time approved by {name}");
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++) {
    if (is (after, "status", decisions[i].status))
      return decisions[i].sentence;
  }
  return NULL;
}

gboolean
foyer_system_lines_booking (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            GError **error)
{
  g_auto (Line) line = { 0 };
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;
  const char *sentence;

  if (transaction->actor != FOYER_BY_CLIENT && transaction->actor != FOYER_BY_STAFF)
    return TRUE;
  if (!open_line (&line, transaction, after, error))
    return FALSE;
  sentence = transaction->actor == FOYER_BY_STAFF ? choose_of_staff (before, after)
                                                  : choose_of_client (&line, before, after);
  if (sentence == NULL)
    return TRUE;
  time = say_time (&line);
  words = foyer_text_fill (foyer_text (line.business->language, sentence), "name", line.name, "work",
                           line.work, "time", time, NULL);
  return write_line (&line, words, error);
}
