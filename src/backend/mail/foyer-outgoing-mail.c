/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-outgoing-mail.c - a mail goes into the queue with the change that it tells of */

#include "mail/foyer-outgoing-mail.h"

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "types/delivery.h"
#include "types/portal_person.h"

#include <string.h>

/* Of a mail of which nobody knows whether it arrived: its words are kept, so that it can be sent once more. */
#define STAGE_KEPT 3

G_DEFINE_QUARK (foyer - outgoing - mail - error - quark, foyer_outgoing_mail_error)

static gboolean
fits (const char *field, const char *text)
{
  return foyer_field_accepts_text (foyer_record_type_field (&foyer_delivery_type, field), text);
}

/* Nothing that comes from a record may end its header and begin another one. */
static gboolean
check_line (const char *what, const char *text, GError **error)
{
  if (text == NULL || (g_utf8_validate (text, -1, NULL) && strpbrk (text, "\r\n") == NULL))
    return TRUE;
  g_set_error (error, FOYER_OUTGOING_MAIL_ERROR, FOYER_OUTGOING_MAIL_ERROR_HEADER,
               "The %s of a mail is one line of text", what);
  return FALSE;
}

static gboolean
check_address (const char *address, GError **error)
{
  const FoyerField *email = foyer_record_type_field (&foyer_portal_person_type, "email");

  if (address != NULL && address[0] != '\0' && address[0] != '-' && foyer_field_accepts_text (email, address)
      && strpbrk (address, " \t\r\n<>\"(),;:\\") == NULL)
    return TRUE;
  g_set_error_literal (error, FOYER_OUTGOING_MAIL_ERROR, FOYER_OUTGOING_MAIL_ERROR_ADDRESS,
                       "This is no address that mail can be sent to");
  return FALSE;
}

static void
set_text (JsonObject *record, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (record, name, text);
}

static gboolean
put_delivery (FoyerTransaction *transaction,
              const char *id,
              const FoyerOutgoingMail *mail,
              const FoyerMail *words,
              GError **error)
{
  g_autoptr (JsonObject) delivery = json_object_new ();
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (delivery, "id", id);
  json_object_set_string_member (delivery, "channel", "email");
  set_text (delivery, "kind", foyer_mail_kind_word (mail->draft.kind));
  set_text (delivery, "clientId", mail->client_id);
  set_text (delivery, "personId", mail->person_id);
  set_text (delivery, "to", mail->to);
  if (fits ("subject", words->subject))
    set_text (delivery, "subject", words->subject);
  set_text (delivery, "aboutId", mail->about_id);
  json_object_set_string_member (delivery, "status", "queued");
  json_object_set_string_member (delivery, "queuedAt", now);
  foyer_record_type_fill_defaults (&foyer_delivery_type, delivery);
  stored = foyer_transaction_put (transaction, &foyer_delivery_type, delivery, error);
  return stored != NULL;
}

static gboolean
put_job (FoyerTransaction *transaction,
         const char *id,
         const FoyerOutgoingMail *mail,
         const FoyerMail *words,
         GError **error)
{
  g_autoptr (FoyerStatement) insert = foyer_database_prepare (
      transaction->database,
      "INSERT INTO mail_job (organisation, id, from_name, reply_to, to_name, to_address, language, subject,"
      " body_text, body_html, made_at, not_before, expires_at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      error);

  if (insert == NULL)
    return FALSE;
  foyer_statement_bind_integer (insert, 1, transaction->organisation);
  foyer_statement_bind_text (insert, 2, id);
  foyer_statement_bind_text (insert, 3, words->sender);
  foyer_statement_bind_text (insert, 4, words->reply_to);
  foyer_statement_bind_text (insert, 5, mail->to_name);
  foyer_statement_bind_text (insert, 6, mail->to);
  foyer_statement_bind_text (insert, 7, words->language);
  foyer_statement_bind_text (insert, 8, words->subject);
  foyer_statement_bind_text (insert, 9, words->text);
  foyer_statement_bind_text (insert, 10, words->html);
  foyer_statement_bind_integer (insert, 11, transaction->now);
  foyer_statement_bind_integer (insert, 12, MAX (mail->not_before, transaction->now));
  foyer_statement_bind_integer (insert, 13, mail->expires_at);
  return foyer_statement_run (insert, error);
}

/* The draft with the receiver's name in it. */
static GHashTable *
complete_values (const FoyerOutgoingMail *mail)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (mail->to_name != NULL)
    g_hash_table_insert (values, (gpointer) "name", (gpointer) mail->to_name);
  if (mail->draft.values == NULL)
    return values;
  g_hash_table_iter_init (&iter, mail->draft.values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_replace (values, name, value);
  return values;
}

char *
foyer_outgoing_mail_submit (FoyerTransaction *transaction, const FoyerOutgoingMail *mail, GError **error)
{
  g_autoptr (GHashTable) values = complete_values (mail);
  FoyerMailDraft draft = mail->draft;
  g_autoptr (FoyerMail) words = NULL;
  g_autofree char *id = NULL;

  if (!check_address (mail->to, error) || !check_line ("receiver", mail->to_name, error))
    return NULL;
  draft.values = values;
  words = foyer_mail_make (transaction->source, &draft, error);
  if (words == NULL || !check_line ("subject", words->subject, error)
      || !check_line ("sender", words->sender, error))
    return NULL;
  id = foyer_transaction_make_id (transaction, &foyer_delivery_type);
  if (!put_delivery (transaction, id, mail, words, error) || !put_job (transaction, id, mail, words, error)
      || !foyer_mail_attachments_put (transaction->database, id, mail->attachments, error))
    return NULL;
  return g_steal_pointer (&id);
}

/* --- Taking back --- */

static gboolean
read_stage (FoyerTransaction *transaction, const char *id, gint64 *stage, GError **error)
{
  g_autoptr (FoyerStatement) select
      = foyer_database_prepare (transaction->database, "SELECT stage FROM mail_job WHERE id = $1", error);
  g_autoptr (GError) failure = NULL;

  *stage = -1;
  if (select == NULL)
    return FALSE;
  foyer_statement_bind_text (select, 1, id);
  if (foyer_statement_step (select, &failure))
    *stage = foyer_statement_get_integer (select, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
suppress (FoyerTransaction *transaction, FoyerRecord *delivery, GError **error)
{
  g_autoptr (FoyerStatement) forget
      = foyer_database_prepare (transaction->database, "DELETE FROM mail_job WHERE id = $1", error);
  g_autoptr (JsonObject) json = foyer_record_to_json (delivery);
  g_autoptr (FoyerRecord) stored = NULL;

  if (forget == NULL)
    return FALSE;
  foyer_statement_bind_text (forget, 1, foyer_record_get_id (delivery));
  if (!foyer_statement_run (forget, error))
    return FALSE;
  json_object_set_string_member (json, "status", "suppressed");
  json_object_set_string_member (json, "reason", "It was taken back before it was sent");
  stored = foyer_transaction_put (transaction, &foyer_delivery_type, json, error);
  return stored != NULL;
}

gboolean
foyer_outgoing_mail_take_back (FoyerTransaction *transaction,
                               const char *about_id,
                               gboolean *too_late,
                               GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_delivery_type);
  g_autoptr (GPtrArray) deliveries = NULL;

  *too_late = FALSE;
  foyer_query_where_text (query, "aboutId", about_id);
  deliveries = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; deliveries != NULL && i < deliveries->len; i++) {
    FoyerRecord *delivery = deliveries->pdata[i];
    gint64 stage;

    if (foyer_delivery_get_status (delivery) != FOYER_DELIVERY_QUEUED
        || !FOYER_HAS (delivery, delivery, kind))
      continue;
    if (!read_stage (transaction, foyer_record_get_id (delivery), &stage, error))
      return FALSE;
    if (stage > 0)
      *too_late = TRUE;
    else if (stage == 0 && !suppress (transaction, delivery, error))
      return FALSE;
  }
  return deliveries != NULL;
}

/* --- Somebody who is to be forgotten --- */

static gboolean
drop (FoyerTransaction *transaction, FoyerRecord *delivery, GError **error)
{
  const char *id = foyer_record_get_id (delivery);
  g_autoptr (FoyerStatement) forget = NULL;
  gint64 stage;

  if (!read_stage (transaction, id, &stage, error))
    return FALSE;
  if (stage == 0)
    return suppress (transaction, delivery, error);
  if (stage != STAGE_KEPT)
    return TRUE;
  forget = foyer_database_prepare (transaction->database, "DELETE FROM mail_job WHERE id = $1", error);
  if (forget == NULL)
    return FALSE;
  foyer_statement_bind_text (forget, 1, id);
  return foyer_statement_run (forget, error);
}

gboolean
foyer_outgoing_mail_drop_person (FoyerTransaction *transaction, const char *person_id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_delivery_type);
  g_autoptr (GPtrArray) deliveries = NULL;

  foyer_query_where_text (query, "personId", person_id);
  deliveries = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; deliveries != NULL && i < deliveries->len; i++) {
    if (!drop (transaction, deliveries->pdata[i], error))
      return FALSE;
  }
  return deliveries != NULL;
}

/* --- Once more --- */

gboolean
foyer_outgoing_mail_send_again (FoyerTransaction *transaction,
                                FoyerRecord *delivery,
                                gboolean *is_kept,
                                GError **error)
{
  g_autoptr (FoyerStatement) wake = foyer_database_prepare (
      transaction->database,
      "UPDATE mail_job SET stage = 0, attempts = 0, not_before = $2 WHERE id = $1 AND stage = 3"
      " RETURNING number",
      error);
  g_autoptr (JsonObject) json = foyer_record_to_json (delivery);
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (GError) failure = NULL;

  *is_kept = FALSE;
  if (wake == NULL)
    return FALSE;
  foyer_statement_bind_text (wake, 1, foyer_record_get_id (delivery));
  foyer_statement_bind_integer (wake, 2, transaction->now);
  *is_kept = foyer_statement_step (wake, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!*is_kept)
    return TRUE;
  json_object_set_string_member (json, "status", "queued");
  json_object_remove_member (json, "reason");
  stored = foyer_transaction_put (transaction, &foyer_delivery_type, json, error);
  return stored != NULL;
}
