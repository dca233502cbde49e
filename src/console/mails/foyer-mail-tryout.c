/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-tryout.c - what a mail says, and what it would say to a client in other words */

#include "foyer-mail-tryout.h"

#include "foyer-business.h"
#include "foyer-mail-example.h"
#include "types/client.h"
#include "types/organisation.h"
#include "types/portal_person.h"

typedef struct {
  FoyerMailKind kind;
  char *language;
  char *subject;
  char *body;
  char *client_id; /* (nullable) */
  gint64 now;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->language);
  g_free (question->subject);
  g_free (question->body);
  g_free (question->client_id);
  g_free (question);
}

static Question *
create_question (FoyerStore *store, FoyerMailKind kind, const char *language)
{
  Question *question = g_new0 (Question, 1);

  question->kind = kind;
  question->language = g_strdup (language);
  question->now = foyer_store_now (store);
  return question;
}

/* --- What it says --- */

static gpointer
read_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Question *question = user_data;

  return foyer_mail_wording_read (source, question->kind, question->language, error);
}

void
foyer_mail_wording_read_async (FoyerStore *store,
                               FoyerMailKind kind,
                               const char *language,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  foyer_store_read_async (store, read_in_worker, create_question (store, kind, language), free_question,
                          (GDestroyNotify) foyer_mail_wording_free, cancellable, callback, user_data);
}

FoyerMailWording *
foyer_mail_wording_read_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}

/* --- What it would say --- */

/* Somebody of the client who reads mails, else the client. */
static gboolean
find_name (FoyerRecordSource *source, const char *client_id, char **name, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (FoyerRecord) client = NULL;

  foyer_query_where_text (query, "clientId", client_id);
  foyer_query_limit (query, 1);
  people = foyer_record_source_list (source, query, error);
  if (people == NULL || !foyer_record_source_look_up (source, &foyer_client_type, client_id, &client, error))
    return FALSE;
  *name = g_strdup (people->len > 0  ? foyer_portal_person_get_name (people->pdata[0])
                    : client == NULL ? "…"
                                     : foyer_client_get_name (client));
  return TRUE;
}

static gpointer
write_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);
  FoyerMailContext context = { .source = source, .business = business, .language = question->language };
  FoyerMailDraft draft = { .kind = question->kind,
                           .language = question->language,
                           .subject = question->subject,
                           .body = question->body };
  g_autoptr (GHashTable) values = NULL;
  g_autofree char *name = NULL;

  if (business == NULL || !find_name (source, question->client_id, &name, error))
    return NULL;
  if (business->organisation != NULL)
    context.portal_url = foyer_organisation_get_portal_url (business->organisation);
  values
      = foyer_mail_example_values (&context, question->kind, question->client_id, name, question->now, error);
  if (values == NULL)
    return NULL;
  draft.values = values;
  return foyer_mail_make (source, &draft, error);
}

void
foyer_mail_tryout_async (FoyerStore *store,
                         FoyerMailKind kind,
                         const char *language,
                         const char *subject,
                         const char *body,
                         const char *client_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Question *question = create_question (store, kind, language);

  question->subject = g_strdup (subject);
  question->body = g_strdup (body);
  question->client_id = g_strdup (client_id);
  foyer_store_read_async (store, write_in_worker, question, free_question, (GDestroyNotify) foyer_mail_free,
                          cancellable, callback, user_data);
}

FoyerMail *
foyer_mail_tryout_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
