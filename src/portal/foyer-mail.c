/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail.c - a mail in words: which template, which features, which values */

#include "foyer-mail.h"

#include "foyer-language.h"
#include "foyer-mail-template.h"
#include "foyer-mail-words.h"
#include "foyer-payment-check.h"
#include "foyer-settings.h"
#include "types/organisation.h"

#include <string.h>

static const char *const quote_words[] = { "estimate", "proposal", "quotation", "quote" };
static const char *const visit_words[] = { "visit", "appointment", "job", "service_report" };

typedef struct {
  FoyerRecordSource *source;
  const FoyerMailDraft *draft;
  FoyerRecord *organisation; /* (owned) (nullable) */
  FoyerRecord *settings;     /* (owned) */
  FoyerRecord *template;     /* (owned) (nullable) */
  const char *language;
  FoyerMailNouns nouns;
  FoyerMailMeaning meaning; /* (owned) */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_object (&self->organisation);
  g_clear_object (&self->settings);
  g_clear_object (&self->template);
  g_clear_pointer (&self->meaning.values, g_hash_table_unref);
  g_clear_pointer (&self->meaning.features, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

void
foyer_mail_free (FoyerMail *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->subject);
  g_free (self->text);
  g_free (self->html);
  g_free (self->sender);
  g_free (self->reply_to);
  g_free (self);
}

static const char *
first_text (const char *first, const char *second)
{
  return first != NULL && *first != '\0' ? first : second;
}

/* --- Features (001-57..60) --- */

static void
add_feature (Writing *self, const char *name, const char *word, gboolean is_on)
{
  const char *const *include = self->draft->include;

  if (is_on && (include == NULL || word == NULL || g_strv_contains (include, word)))
    g_hash_table_add (self->meaning.features, g_strdup (name));
}

static void
find_features (Writing *self)
{
  FoyerRecord *settings = self->settings;
  g_autoptr (FoyerFinding) payment
      = self->organisation != NULL ? foyer_payment_check (self->organisation, settings, "en-US") : NULL;

  self->meaning.features = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_feature (self, "sign-in", "sign_in",
               foyer_portal_settings_get_access_email_link (settings)
                   || foyer_portal_settings_get_access_password (settings));
  add_feature (self, "quotes", "quotes", foyer_portal_settings_get_portal_quote_approval (settings));
  add_feature (self, "pay", "pay",
               payment != NULL && payment->verdict == FOYER_VERDICT_PASS
                   && foyer_portal_settings_get_portal_show_invoices (settings));
  add_feature (self, "requests", "requests", foyer_settings_may_request (settings));
  add_feature (self, "booking", NULL, foyer_settings_may_book (settings));
}

/* --- Values --- */

static void
set_value (Writing *self, const char *name, const char *value)
{
  if (value != NULL && !g_hash_table_contains (self->meaning.values, name))
    g_hash_table_insert (self->meaning.values, g_strdup (name), g_strdup (value));
}

static const char *
get_sender (Writing *self)
{
  return foyer_settings_business_name (self->settings, self->organisation);
}

static void
find_values (Writing *self)
{
  const char *const *include = self->draft->include;
  const char *phone = self->organisation == NULL ? NULL : foyer_organisation_get_phone (self->organisation);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  self->meaning.values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (self->draft->values != NULL) {
    g_hash_table_iter_init (&iter, self->draft->values);
    while (g_hash_table_iter_next (&iter, &name, &value))
      set_value (self, name, value);
  }
  set_value (self, "organisation", get_sender (self));
  set_value (self, "phone",
             first_text (foyer_portal_settings_get_brand_support_phone (self->settings), phone));
  if (include == NULL || g_strv_contains (include, "leaflet"))
    set_value (self, "leaflet", foyer_portal_settings_get_invite_leaflet (self->settings));
}

/* --- Words --- */

FoyerRecord *
foyer_mail_choose_template (GPtrArray *templates, const char *language)
{
  FoyerLanguage wanted = foyer_language_match (language);

  for (guint i = 0; i < templates->len; i++) {
    if (g_ascii_strcasecmp (foyer_template_get_language (templates->pdata[i]), language) == 0)
      return templates->pdata[i];
  }
  for (guint i = 0; i < templates->len; i++) {
    if (foyer_language_match (foyer_template_get_language (templates->pdata[i])) == wanted)
      return templates->pdata[i];
  }
  return NULL;
}

static gboolean
find_template (Writing *self, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_template_type);
  g_autoptr (GPtrArray) templates = NULL;

  if (foyer_mail_kind_word (self->draft->kind) == NULL || self->draft->body != NULL)
    return TRUE;
  foyer_query_where_number (query, "kind", FOYER_COMPARE_EQUAL, self->draft->kind);
  templates = foyer_record_source_list (self->source, query, error);
  if (templates == NULL)
    return FALSE;
  g_set_object (&self->template, foyer_mail_choose_template (templates, self->language));
  return TRUE;
}

static gboolean
prepare (Writing *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->organisation = foyer_record_source_get_singleton (self->source, &foyer_organisation_type, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  self->settings = foyer_settings_get (self->source, error);
  if (self->settings == NULL)
    return FALSE;
  self->language
      = first_text (self->draft->language, self->organisation == NULL
                                               ? "en-US"
                                               : foyer_organisation_get_language (self->organisation));
  self->nouns.quote = quote_words[foyer_portal_settings_get_words_quote (self->settings)];
  self->nouns.visit = visit_words[foyer_portal_settings_get_words_visit (self->settings)];
  find_features (self);
  find_values (self);
  self->meaning.button = foyer_mail_button_words (self->draft->kind, self->language, &self->nouns);
  return find_template (self, error);
}

/* --- The business's words --- */

static FoyerMailWording *
read_wording (Writing *self)
{
  FoyerRecord *template = self->template;
  FoyerMailKind kind = self->draft->kind;
  FoyerMailWording *wording = g_new0 (FoyerMailWording, 1);

  wording->shipped_subject = foyer_mail_shipped_subject (kind, self->language, &self->nouns);
  wording->shipped_body = foyer_mail_shipped_body (kind, self->language, &self->nouns);
  wording->subject = g_strdup (
      first_text (template == NULL ? NULL : foyer_template_get_subject (template), wording->shipped_subject));
  wording->body = g_strdup (template == NULL ? wording->shipped_body : foyer_template_get_body (template));
  if (template != NULL && g_ascii_strcasecmp (foyer_template_get_language (template), self->language) == 0)
    wording->template_id = g_strdup (foyer_record_get_id (template));
  return wording;
}

FoyerMailWording *
foyer_mail_wording_read (FoyerRecordSource *source, FoyerMailKind kind, const char *language, GError **error)
{
  const FoyerMailDraft draft = { .kind = kind, .language = language };
  g_auto (Writing) writing = { .source = source, .draft = &draft };

  g_return_val_if_fail (foyer_mail_kind_word (kind) != NULL, NULL);

  return prepare (&writing, error) ? read_wording (&writing) : NULL;
}

void
foyer_mail_wording_free (FoyerMailWording *self)
{
  if (self == NULL)
    return;
  g_free (self->subject);
  g_free (self->body);
  g_free (self->shipped_subject);
  g_free (self->shipped_body);
  g_free (self->template_id);
  g_free (self);
}

/* --- The mail --- */

FoyerMail *
foyer_mail_make (FoyerRecordSource *source, const FoyerMailDraft *draft, GError **error)
{
  g_auto (Writing) writing = { .source = source, .draft = draft };
  g_autoptr (FoyerMailWording) own = NULL;
  const char *subject;
  const char *body;
  FoyerMail *mail;

  g_return_val_if_fail ((guint) draft->kind < FOYER_N_MAIL_KINDS, NULL);

  if (!prepare (&writing, error))
    return NULL;
  own = read_wording (&writing);
  subject = draft->body == NULL ? own->subject : first_text (draft->subject, own->shipped_subject);
  body = draft->body == NULL ? own->body : draft->body;
  mail = g_new0 (FoyerMail, 1);
  mail->language = g_strdup (foyer_language_tag (foyer_language_match (writing.language)));
  mail->subject = foyer_mail_template_line (subject, &writing.meaning);
  mail->text = foyer_mail_template_text (body, &writing.meaning);
  mail->html = foyer_mail_template_html (body, &writing.meaning, mail->subject, mail->language);
  mail->sender = g_strdup (get_sender (&writing));
  mail->reply_to = g_strdup (
      first_text (foyer_portal_settings_get_brand_support_email (writing.settings),
                  writing.organisation == NULL ? NULL : foyer_organisation_get_email (writing.organisation)));
  return mail;
}
