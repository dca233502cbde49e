/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-draft.c - words of mails that were begun and not saved */

#include "foyer-mail-draft.h"

#include "foyer-json.h"
#include "foyer-store-drafts.h"
#include "types/template.h"

/* Drafts are kept under a record; most mails have none of their own yet. */
#define RECORD "mails"

/* "invite/en-US" */
static char *
make_kind (FoyerMailKind kind, const char *language)
{
  return g_strconcat (foyer_mail_kind_word (kind), "/", language, NULL);
}

gboolean
foyer_mail_draft_get (FoyerStore *store,
                      FoyerMailKind kind,
                      const char *language,
                      char **subject,
                      char **body)
{
  g_autofree char *draft_kind = make_kind (kind, language);
  g_autofree char *words = foyer_store_get_draft (store, RECORD, draft_kind);
  g_autoptr (JsonObject) draft = words == NULL ? NULL : foyer_json_parse_object (words, -1, NULL);

  *subject = draft == NULL ? NULL : g_strdup (foyer_json_object_text (draft, "subject"));
  *body = draft == NULL ? NULL : g_strdup (foyer_json_object_text (draft, "body"));
  return *subject != NULL && *body != NULL;
}

static char *
write_words (const char *subject, const char *body)
{
  g_autoptr (JsonObject) draft = json_object_new ();

  json_object_set_string_member (draft, "subject", subject);
  json_object_set_string_member (draft, "body", body);
  return foyer_json_to_text (draft);
}

void
foyer_mail_draft_keep_async (FoyerStore *store,
                             FoyerMailKind kind,
                             const char *language,
                             const char *subject,
                             const char *body,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autofree char *draft_kind = make_kind (kind, language);
  g_autofree char *words = subject == NULL || body == NULL ? NULL : write_words (subject, body);

  foyer_store_keep_draft_async (store, &foyer_template_type, RECORD, draft_kind, words, NULL, callback,
                                user_data);
}
