/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-mails.c - a mail with a link to sign in by, whoever wants it sent */

#include "effects/foyer-sign-in-mails.h"

#include "accounts/foyer-mailed-links.h"
#include "mail/foyer-outgoing-mail.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_DAY 86400

gboolean
foyer_sign_in_mail_is_too_often (FoyerTransaction *transaction,
                                 const FoyerSignInReader *reader,
                                 gboolean *too_often,
                                 GError **error)
{
  g_autofree char *address = g_ascii_strdown (reader->email, -1);
  gint64 hour = foyer_mailed_links_count (transaction->database, transaction->organisation, address,
                                          transaction->now - SECONDS_PER_HOUR, error);
  gint64 day = hour < 0 ? -1
                        : foyer_mailed_links_count (transaction->database, transaction->organisation, address,
                                                    transaction->now - SECONDS_PER_DAY, error);

  *too_often = hour >= FOYER_SIGN_IN_MAILS_AN_HOUR || day >= FOYER_SIGN_IN_MAILS_A_DAY;
  return day >= 0;
}

char *
foyer_sign_in_mail_issue (FoyerTransaction *transaction,
                          FoyerRecord *settings,
                          const FoyerSignInReader *reader,
                          gint64 *expires_at,
                          GError **error)
{
  g_autofree char *address = g_ascii_strdown (reader->email, -1);
  FoyerMailedLink link = { .kind = FOYER_MAILED_SIGN_IN, .address = address, .issued_at = transaction->now };

  *expires_at = transaction->now + foyer_portal_settings_get_access_email_link_minutes (settings) * 60;
  link.expires_at = *expires_at;
  if (reader->person != NULL)
    link.person_id = (char *) foyer_record_get_id (reader->person);
  else
    link.link_id = (char *) foyer_record_get_id (reader->link);
  return foyer_mailed_links_issue (transaction->database, transaction->random, transaction->organisation,
                                   &link, error);
}

gboolean
foyer_sign_in_mail_submit (FoyerTransaction *transaction,
                           FoyerRecord *settings,
                           const FoyerSignInReader *reader,
                           const char *secret,
                           const char *code,
                           gint64 expires_at,
                           GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *address = g_strconcat (transaction->portal_url, "/m/", secret, NULL);
  g_autofree char *minutes
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_portal_settings_get_access_email_link_minutes (settings));
  FoyerOutgoingMail mail = { .draft = { .kind = FOYER_MAIL_SIGN_IN, .values = values },
                             .to = reader->email,
                             .expires_at = expires_at };
  g_autofree char *delivery = NULL;

  g_hash_table_insert (values, (gpointer) "link", address);
  g_hash_table_insert (values, (gpointer) "minutes", minutes);
  if (code != NULL)
    g_hash_table_insert (values, (gpointer) "code", (gpointer) code);
  if (reader->person != NULL) {
    mail.to_name = foyer_portal_person_get_name (reader->person);
    mail.person_id = foyer_record_get_id (reader->person);
    mail.client_id = foyer_portal_person_get_client_id (reader->person);
    mail.draft.language = foyer_portal_person_get_language (reader->person);
  } else {
    mail.to_name = foyer_client_get_name (reader->client);
    mail.client_id = foyer_record_get_id (reader->client);
    mail.draft.language = foyer_client_get_language (reader->client);
  }
  delivery = foyer_outgoing_mail_submit (transaction, &mail, error);
  memset (address, 0, strlen (address));
  return delivery != NULL;
}
