/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-mail.c - the mail of an invite, before it leaves */

#include "foyer-invite-mail.h"

#include "foyer-business.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-mail-invite.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

typedef struct {
  JsonObject *invite;
  char *name;
  char *language; /* (nullable) */
  gint64 now;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  json_object_unref (question->invite);
  g_free (question->name);
  g_free (question->language);
  g_free (question);
}

/* Dots where only the server knows what comes. */
static char *
make_link (JsonObject *invite, const char *portal_url)
{
  gboolean by_link = g_strcmp0 (foyer_json_object_text (invite, "delivery"), "link") == 0;

  return g_strconcat (*portal_url == '\0' ? "https://…" : portal_url, by_link ? "/i/•••" : "/sign-in", NULL);
}

static gpointer
write_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);
  g_autoptr (GHashTable) values = NULL;
  g_autofree char *link = NULL;
  const char *language = question->language;
  const char *portal_url = NULL;
  gint64 expires_at;

  if (business == NULL)
    return NULL;
  if (language == NULL)
    language = business->language;
  if (business->organisation != NULL)
    portal_url = foyer_organisation_get_portal_url (business->organisation);
  link = make_link (question->invite, portal_url == NULL ? "" : portal_url);
  expires_at = question->now
               + foyer_portal_settings_get_access_invite_days (business->settings) * FOYER_SECONDS_PER_DAY;
  values = foyer_mail_invite_values (business, question->invite, link, portal_url, expires_at, language);
  g_hash_table_insert (values, (gpointer) "name", g_strdup (question->name));
  return foyer_mail_make (
      source, &(FoyerMailDraft){ .kind = FOYER_MAIL_INVITE, .language = language, .values = values }, error);
}

void
foyer_invite_mail_write_async (FoyerStore *store,
                               JsonObject *invite,
                               const char *name,
                               const char *language,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->invite = foyer_json_copy_object (invite);
  question->name = g_strdup (name);
  question->language = g_strdup (language);
  question->now = foyer_store_now (store);
  foyer_store_read_async (store, write_in_worker, question, free_question, (GDestroyNotify) foyer_mail_free,
                          cancellable, callback, user_data);
}

FoyerMail *
foyer_invite_mail_write_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
