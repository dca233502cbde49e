/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-queue.c - mails that wait, are being sent, or may have arrived */

#include "mail/foyer-mail-queue.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "mail/foyer-mail-attachments.h"
#include "types/booking.h"
#include "types/delivery.h"
#include "types/invite.h"
#include "types/organisation.h"
#include "types/portal_person.h"

#include <string.h>

/* Stages of a row, as mail.sql says. */
#define WAITING 0
#define BEING_SENT 1
#define HANDED_OVER 2
/* Nobody knows whether it arrived; its words are kept for a while, should somebody want to send it again. */
#define DOUBTFUL 3

#define DOUBT_SECONDS (14 * FOYER_SECONDS_PER_DAY)

#define FIRST_PAUSE 60
#define LONGEST_PAUSE (6 * 60 * 60)
#define MOST_REASON 500

#define COLUMNS \
  "number, organisation, id, from_name, reply_to, to_name, to_address, language, subject, body_text," \
  " body_html, made_at, expires_at, attempts"

void
foyer_mail_job_free (FoyerMailJob *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->from_name);
  g_free (self->reply_to);
  g_free (self->to_name);
  g_free (self->to_address);
  g_free (self->language);
  g_free (self->subject);
  g_free (self->text);
  g_free (self->html);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_free (self);
}

static FoyerMailJob *
read_job (FoyerStatement *row)
{
  FoyerMailJob *job = g_new0 (FoyerMailJob, 1);

  job->number = foyer_statement_get_integer (row, 0);
  job->organisation = foyer_statement_get_integer (row, 1);
  job->id = g_strdup (foyer_statement_get_text (row, 2));
  job->from_name = g_strdup (foyer_statement_get_text (row, 3));
  job->reply_to = g_strdup (foyer_statement_get_text (row, 4));
  job->to_name = g_strdup (foyer_statement_get_text (row, 5));
  job->to_address = g_strdup (foyer_statement_get_text (row, 6));
  job->language = g_strdup (foyer_statement_get_text (row, 7));
  job->subject = g_strdup (foyer_statement_get_text (row, 8));
  job->text = g_strdup (foyer_statement_get_text (row, 9));
  job->html = g_strdup (foyer_statement_get_text (row, 10));
  job->made_at = foyer_statement_get_integer (row, 11);
  job->expires_at = foyer_statement_get_integer (row, 12);
  job->attempts = (guint) foyer_statement_get_integer (row, 13);
  return job;
}

/* The first mail in @stage, by when it is due. */
static gboolean
find_job (FoyerDatabase *database, int stage, FoyerMailJob **job, gint64 *due, GError **error)
{
  g_autoptr (FoyerStatement) select
      = foyer_database_prepare (database,
                                "SELECT " COLUMNS ", not_before FROM mail_job WHERE stage = $1"
                                " ORDER BY not_before, number LIMIT 1",
                                error);
  g_autoptr (GError) failure = NULL;

  *job = NULL;
  *due = 0;
  if (select == NULL)
    return FALSE;
  foyer_statement_bind_integer (select, 1, stage);
  if (foyer_statement_step (select, &failure)) {
    *job = read_job (select);
    *due = foyer_statement_get_integer (select, 14);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- Steps that change the row alone --- */

static gboolean
run_on_row (FoyerDatabase *database, const char *sql, gint64 number, gint64 value, GError **error)
{
  g_autoptr (FoyerStatement) statement = NULL;

  if (!foyer_database_begin (database, error))
    return FALSE;
  statement = foyer_database_prepare (database, sql, error);
  if (statement != NULL) {
    foyer_statement_bind_integer (statement, 1, number);
    foyer_statement_bind_integer (statement, 2, value);
    if (foyer_statement_run (statement, error)) {
      g_clear_pointer (&statement, foyer_statement_release);
      return foyer_database_commit_or_undo (database, error);
    }
  }
  g_clear_pointer (&statement, foyer_statement_release);
  foyer_database_rollback (database);
  return FALSE;
}

gboolean
foyer_mail_queue_hand_over (FoyerBackend *backend, const FoyerMailJob *job, GError **error)
{
  return run_on_row (foyer_backend_get_writer (backend), "UPDATE mail_job SET stage = $2 WHERE number = $1",
                     job->number, HANDED_OVER, error);
}

gboolean
foyer_mail_queue_doubt (FoyerDatabase *database, GError **error)
{
  return foyer_database_execute (database, "UPDATE mail_job SET stage = 2", error);
}

gboolean
foyer_mail_queue_sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "DELETE FROM mail_job WHERE stage = $1"
                                " AND (made_at < $2 OR (expires_at <> 0 AND expires_at <= $3))",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, DOUBTFUL);
  foyer_statement_bind_integer (statement, 2, now - DOUBT_SECONDS);
  foyer_statement_bind_integer (statement, 3, now);
  return foyer_statement_run (statement, error);
}

/* --- What staff see of it --- */

typedef struct {
  const FoyerMailJob *job;
  FoyerMailOutcome attempt; /* what became of the attempt */
  FoyerMailOutcome outcome; /* and of the mail */
  const char *reason;
  gint64 next; /* when it is tried again, for an outcome of FOYER_MAIL_RETRY */
} Settling;

static JsonObject *
read_record (FoyerTransaction *transaction, const FoyerRecordType *type, const char *id)
{
  g_autoptr (FoyerRecord) record
      = id == NULL ? NULL : foyer_record_source_get (transaction->source, type, id, NULL);

  return record == NULL ? NULL : foyer_record_to_json (record);
}

static gboolean
put_record (FoyerTransaction *transaction, const FoyerRecordType *type, JsonObject *record, GError **error)
{
  g_autoptr (FoyerRecord) stored = foyer_transaction_put (transaction, type, record, error);

  return stored != NULL;
}

static void
set_reason (JsonObject *record, const char *name, const char *reason)
{
  g_autofree char *line = NULL;

  if (reason == NULL) {
    json_object_remove_member (record, name);
    return;
  }
  line = g_utf8_make_valid (reason, -1);
  if (g_utf8_strlen (line, -1) > MOST_REASON)
    *g_utf8_offset_to_pointer (line, MOST_REASON) = '\0';
  json_object_set_string_member (record, name, line);
}

static gboolean
has_left (const Settling *settling)
{
  return settling->outcome == FOYER_MAIL_SENT || settling->outcome == FOYER_MAIL_WRITTEN;
}

static const char *
get_status (FoyerMailOutcome outcome)
{
  static const char *const words[] = {
    [FOYER_MAIL_SENT] = "sent",       [FOYER_MAIL_WRITTEN] = "sent",  [FOYER_MAIL_RETRY] = "queued",
    [FOYER_MAIL_BOUNCED] = "bounced", [FOYER_MAIL_FAILED] = "failed", [FOYER_MAIL_UNCERTAIN] = "uncertain",
  };

  return words[outcome];
}

/* An invite that went out, or whose address takes no mail (D06, D07). What staff or the client did to it since then stands. */
static gboolean
settle_invite (FoyerTransaction *transaction, const Settling *settling, JsonObject *invite, GError **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);

  if (strcmp (foyer_json_object_text (invite, "status"), "queued") != 0)
    return TRUE;
  if (has_left (settling)) {
    json_object_set_string_member (invite, "status", "sent");
    json_object_set_string_member (invite, "sentAt", now);
  } else if (settling->outcome == FOYER_MAIL_BOUNCED || settling->outcome == FOYER_MAIL_FAILED) {
    json_object_set_string_member (invite, "status", "bounced");
    json_object_set_string_member (invite, "bouncedAt", now);
    set_reason (invite, "bounceReason", settling->reason);
  } else {
    return TRUE;
  }
  return put_record (transaction, &foyer_invite_type, invite, error);
}

/* From now on the client has been told, and the decision is not taken back quietly any more. */
static gboolean
settle_booking (FoyerTransaction *transaction, const Settling *settling, JsonObject *booking, GError **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  const char *status = foyer_json_object_text (booking, "status");

  if (json_object_has_member (booking, "toldAt") || strcmp (status, "pending") == 0
      || (!has_left (settling) && settling->outcome != FOYER_MAIL_UNCERTAIN))
    return TRUE;
  json_object_set_string_member (booking, "toldAt", now);
  return put_record (transaction, &foyer_booking_type, booking, error);
}

/* Large letters make no other address of it. */
static gboolean
is_address (JsonObject *person, const char *to)
{
  const char *email = foyer_json_object_text (person, "email");

  return email != NULL && to != NULL && g_ascii_strcasecmp (email, to) == 0;
}

static gboolean
settle_person (FoyerTransaction *transaction, const Settling *settling, JsonObject *person, GError **error)
{
  const char *to = settling->job->to_address;

  if (has_left (settling)) {
    if (g_strcmp0 (foyer_json_object_text (person, "sentTo"), to) == 0)
      return TRUE;
    json_object_set_string_member (person, "sentTo", to);
  } else if (settling->outcome == FOYER_MAIL_BOUNCED && is_address (person, to)) {
    json_object_set_string_member (person, "mail", "bounced");
    set_reason (person, "mailReason", settling->reason);
  } else {
    return TRUE;
  }
  return put_record (transaction, &foyer_portal_person_type, person, error);
}

static gboolean
settle_delivery (FoyerTransaction *transaction,
                 const Settling *settling,
                 JsonObject *delivery,
                 GError **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);

  json_object_set_string_member (delivery, "status", get_status (settling->outcome));
  json_object_set_int_member (delivery, "attempts", settling->job->attempts);
  set_reason (delivery, "reason", settling->outcome == FOYER_MAIL_SENT ? NULL : settling->reason);
  if (has_left (settling))
    json_object_set_string_member (delivery, "sentAt", now);
  return put_record (transaction, &foyer_delivery_type, delivery, error);
}

/* Whether mail gets out at all (E3), by the last attempt that said something about it. */
static const char *
judge_mail (FoyerMailOutcome outcome)
{
  switch (outcome) {
  case FOYER_MAIL_SENT:
  case FOYER_MAIL_BOUNCED:
    return "ready";
  case FOYER_MAIL_WRITTEN:
    return "unverified";
  case FOYER_MAIL_RETRY:
    return "failing";
  case FOYER_MAIL_FAILED:
  case FOYER_MAIL_UNCERTAIN:
  default:
    return NULL;
  }
}

static gboolean
settle_organisation (FoyerTransaction *transaction, const Settling *settling, GError **error)
{
  const char *word = judge_mail (settling->attempt);
  g_autoptr (FoyerRecord) organisation
      = foyer_record_source_get_singleton (transaction->source, &foyer_organisation_type, NULL);
  g_autoptr (JsonObject) json = organisation == NULL ? NULL : foyer_record_to_json (organisation);

  if (word == NULL || json == NULL || g_strcmp0 (foyer_json_object_text (json, "mail"), word) == 0)
    return TRUE;
  json_object_set_string_member (json, "mail", word);
  set_reason (json, "mailReason", strcmp (word, "ready") == 0 ? NULL : settling->reason);
  return put_record (transaction, &foyer_organisation_type, json, error);
}

static gboolean
settle_records (FoyerTransaction *transaction, const Settling *settling, GError **error)
{
  g_autoptr (JsonObject) delivery = read_record (transaction, &foyer_delivery_type, settling->job->id);
  const char *about = delivery == NULL ? NULL : foyer_json_object_text (delivery, "aboutId");
  const char *person_id = delivery == NULL ? NULL : foyer_json_object_text (delivery, "personId");
  g_autoptr (JsonObject) invite = NULL;
  g_autoptr (JsonObject) booking = NULL;
  g_autoptr (JsonObject) person = read_record (transaction, &foyer_portal_person_type, person_id);

  if (about != NULL && g_str_has_prefix (about, foyer_invite_type.prefix))
    invite = read_record (transaction, &foyer_invite_type, about);
  if (about != NULL && json_object_has_member (delivery, "kind")
      && g_str_has_prefix (about, foyer_booking_type.prefix))
    booking = read_record (transaction, &foyer_booking_type, about);
  return (delivery == NULL || settle_delivery (transaction, settling, delivery, error))
         && (invite == NULL || settle_invite (transaction, settling, invite, error))
         && (booking == NULL || settle_booking (transaction, settling, booking, error))
         && (person == NULL || settle_person (transaction, settling, person, error))
         && settle_organisation (transaction, settling, error);
}

static const char *
choose_step (FoyerMailOutcome outcome)
{
  switch (outcome) {
  case FOYER_MAIL_RETRY:
    return "UPDATE mail_job SET stage = 0, not_before = $2 WHERE number = $1";
  case FOYER_MAIL_UNCERTAIN:
    return "UPDATE mail_job SET stage = 3 WHERE number = $1";
  default:
    return "DELETE FROM mail_job WHERE number = $1";
  }
}

static gboolean
settle_row (FoyerTransaction *transaction, const Settling *settling, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (transaction->database, choose_step (settling->outcome), error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, settling->job->number);
  if (settling->outcome == FOYER_MAIL_RETRY)
    foyer_statement_bind_integer (statement, 2, settling->next);
  return foyer_statement_run (statement, error);
}

static gboolean
settle (FoyerTransaction *transaction, gpointer data, GError **error)
{
  return settle_row (transaction, data, error) && settle_records (transaction, data, error);
}

static gint64
get_pause (guint attempts)
{
  gint64 pause = FIRST_PAUSE;

  for (guint i = 1; i < attempts && pause < LONGEST_PAUSE; i++)
    pause *= 2;
  return MIN (pause, LONGEST_PAUSE);
}

gboolean
foyer_mail_queue_settle (FoyerBackend *backend,
                         const FoyerMailJob *job,
                         FoyerMailOutcome outcome,
                         const char *reason,
                         gint64 now,
                         GError **error)
{
  Settling settling = { job, outcome, outcome, reason, now + get_pause (job->attempts) };
  gboolean is_late = job->expires_at != 0 && settling.next > job->expires_at;

  if (outcome == FOYER_MAIL_RETRY && (is_late || job->attempts >= FOYER_MAIL_MOST_ATTEMPTS))
    settling.outcome = FOYER_MAIL_FAILED;
  return foyer_backend_write (backend, job->organisation, now, settle, &settling, error);
}

/* --- Taking and recovering --- */

gboolean
foyer_mail_queue_take (FoyerBackend *backend, gint64 now, FoyerMailJob **job, gint64 *next, GError **error)
{
  FoyerDatabase *database = foyer_backend_get_writer (backend);
  g_autoptr (FoyerMailJob) found = NULL;

  *job = NULL;
  for (;;) {
    g_clear_pointer (&found, foyer_mail_job_free);
    if (!find_job (database, WAITING, &found, next, error))
      return FALSE;
    if (found == NULL || *next > now)
      return TRUE;
    if (found->expires_at == 0 || found->expires_at > now)
      break;
    if (!foyer_mail_queue_settle (backend, found, FOYER_MAIL_FAILED, "It was too late for this mail", now,
                                  error))
      return FALSE;
  }
  found->attachments = foyer_mail_attachments_read (database, found->id, error);
  if (found->attachments == NULL)
    return FALSE;
  if (!run_on_row (database, "UPDATE mail_job SET stage = $2, attempts = attempts + 1 WHERE number = $1",
                   found->number, BEING_SENT, error))
    return FALSE;
  found->attempts++;
  *job = g_steal_pointer (&found);
  return TRUE;
}

gboolean
foyer_mail_queue_recover (FoyerBackend *backend, gint64 now, GError **error)
{
  FoyerDatabase *database = foyer_backend_get_writer (backend);

  if (!run_on_row (database, "UPDATE mail_job SET stage = $2 WHERE stage = $1", BEING_SENT, WAITING, error))
    return FALSE;
  for (;;) {
    g_autoptr (FoyerMailJob) job = NULL;
    gint64 due;

    if (!find_job (database, HANDED_OVER, &job, &due, error))
      return FALSE;
    if (job == NULL)
      return TRUE;
    if (!foyer_mail_queue_settle (backend, job, FOYER_MAIL_UNCERTAIN,
                                  "The server stopped before it was known whether the mail arrived", now,
                                  error))
      return FALSE;
  }
}
