/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-signing-mails.c - what is mailed to whoever signs: a code before it, a copy after it */

#include "effects/foyer-signing-mails.h"

#include "effects/foyer-effect-mails.h"
#include "foyer-date-text.h"
#include "mail/foyer-outgoing-mail.h"
#include "types/client.h"
#include "types/portal_person.h"

#define SECONDS_PER_MINUTE 60

static const char *
get_name (const FoyerClientReader *reader)
{
  if (reader->person != NULL)
    return foyer_portal_person_get_name (reader->person);
  return reader->client == NULL ? NULL : foyer_client_get_name (reader->client);
}

gboolean
foyer_signing_code_mail_submit (FoyerTransaction *transaction,
                                const FoyerSigningCodeMail *mail,
                                GError **error)
{
  g_auto (FoyerClientReader) reader = { 0 };
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *minutes
      = g_strdup_printf ("%" G_GINT64_FORMAT, (mail->expires_at - transaction->now) / SECONDS_PER_MINUTE);
  g_autofree char *delivery = NULL;
  FoyerOutgoingMail outgoing = { .draft = { .kind = FOYER_MAIL_SIGNING_CODE, .values = values },
                                 .to = mail->address,
                                 .client_id = mail->client_id,
                                 .person_id = mail->person_id,
                                 .expires_at = mail->expires_at };

  if (!foyer_client_reader_open (&reader, transaction, mail->client_id, mail->person_id, error))
    return FALSE;
  g_hash_table_insert (values, (gpointer) "code", (gpointer) mail->code);
  g_hash_table_insert (values, (gpointer) "minutes", minutes);
  g_hash_table_insert (values, (gpointer) "service", (gpointer) mail->title);
  outgoing.to_name = get_name (&reader);
  outgoing.draft.language = reader.language;
  delivery = foyer_outgoing_mail_submit (transaction, &outgoing, error);
  return delivery != NULL;
}

/* --- The copy (000-28, 000-34) --- */

static char *
make_today (const FoyerClientReader *reader, gint64 now)
{
  FoyerDate date;

  if (reader->business->zone == NULL)
    return NULL;
  date = foyer_zone_to_local (reader->business->zone, now).date;
  return foyer_date_text (&date, FOYER_DATE_LONG, reader->language);
}

gboolean
foyer_signed_copy_mail_submit (FoyerTransaction *transaction, const FoyerSignedCopyMail *mail, GError **error)
{
  g_auto (FoyerClientReader) reader = { 0 };
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) failure = NULL;
  g_autofree char *date = NULL;
  g_autofree char *link = NULL;
  g_autofree char *delivery = NULL;
  FoyerOutgoingMail outgoing = { .draft = { .kind = FOYER_MAIL_SIGNED, .values = values },
                                 .to = mail->address,
                                 .to_name = mail->name,
                                 .client_id = mail->client_id,
                                 .person_id = mail->person_id,
                                 .about_id = mail->record_id,
                                 .attachments = mail->attachments };

  if (!foyer_client_reader_open (&reader, transaction, mail->client_id, mail->person_id, error))
    return FALSE;
  outgoing.draft.language = reader.language;
  date = make_today (&reader, transaction->now);
  if (transaction->portal_url != NULL)
    link = g_strdup_printf ("%s/%s/%s", transaction->portal_url, mail->section, mail->record_id);
  g_hash_table_insert (values, (gpointer) "service", (gpointer) mail->title);
  if (date != NULL)
    g_hash_table_insert (values, (gpointer) "date", date);
  if (link != NULL)
    g_hash_table_insert (values, (gpointer) "link", link);
  delivery = foyer_outgoing_mail_submit (transaction, &outgoing, &failure);
  if (delivery != NULL || failure->domain == FOYER_OUTGOING_MAIL_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
