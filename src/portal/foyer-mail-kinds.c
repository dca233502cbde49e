/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-kinds.c - what the words of each mail can be made of */

#include "foyer-mail-kinds.h"

#include <string.h>

/* Every mail has these; whether the business has a phone number is another question. */
static const char *const always[] = { "name", "organisation", "phone", "leaflet", NULL };

/* clang-format off */
static const char *const invite[] = { "link", "portal", "address", "note", "date", "name", "organisation", "phone", "leaflet", NULL };
static const char *const sign_in[] = { "link", "code", "minutes", "name", "organisation", "phone", "leaflet", NULL };
static const char *const paper[] = { "number", "amount", "date", "link", "portal", "name", "organisation", "phone", "leaflet", NULL };
static const char *const appointment[] = { "service", "date", "site", "crew", "message", "link", "calendar", "portal", "name", "organisation", "phone", "leaflet", NULL };
static const char *const received[] = { "service", "date", "site", "link", "portal", "name", "organisation", "phone", "leaflet", NULL };
static const char *const answer[] = { "service", "date", "site", "message", "link", "portal", "name", "organisation", "phone", "leaflet", NULL };
static const char *const request[] = { "number", "service", "site", "message", "link", "portal", "name", "organisation", "phone", "leaflet", NULL };
/* clang-format on */

/* In the order of #FoyerTemplateKind. */
static const char *const *const kinds[]
    = { invite, sign_in, paper, paper, appointment, received, answer, request, always };

const char *const *
foyer_mail_kind_placeholders (FoyerMailKind kind)
{
  return (guint) kind < G_N_ELEMENTS (kinds) ? kinds[kind] : foyer_mail_placeholders ();
}

/* `[no pay?]`, `[pay?]` and `[pay]` are all about pay. */
static FoyerMailOddity
judge (FoyerMailKind kind, const char *word)
{
  gboolean asks = g_str_has_suffix (word, "?");
  g_autofree char *name = g_strdup (asks && g_str_has_prefix (word, "no ") ? word + strlen ("no ") : word);

  if (asks)
    name[strlen (name) - 1] = '\0';
  if (asks && g_strv_contains (foyer_mail_blocks (), name))
    return FOYER_MAIL_ODDITY_NONE;
  if (!g_strv_contains (foyer_mail_placeholders (), name))
    return FOYER_MAIL_ODDITY_UNKNOWN;
  return asks || g_strv_contains (foyer_mail_kind_placeholders (kind), name) ? FOYER_MAIL_ODDITY_NONE
                                                                             : FOYER_MAIL_ODDITY_EMPTY;
}

/* One word in brackets; a question can follow it. Whatever else people put in brackets is theirs. */
static gboolean
looks_meant (const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < length; i++) {
    gboolean is_letter = g_ascii_isalpha (word[i]) || word[i] == '-' || word[i] == '_';
    gboolean is_question = word[i] == '?' && i + 1 == length && i > 0;
    gboolean is_no = i == 2 && g_str_has_prefix (word, "no ") && word[length - 1] == '?';

    if (!is_letter && !is_question && !is_no)
      return FALSE;
  }
  return length > 0;
}

FoyerMailOddity
foyer_mail_find_oddity (FoyerMailKind kind, const char *words, char **name)
{
  *name = NULL;
  for (const char *bracket = strchr (words, '['); bracket != NULL; bracket = strchr (bracket + 1, '[')) {
    const char *end = strpbrk (bracket + 1, "[]\n");
    g_autofree char *word = end == NULL ? NULL : g_strndup (bracket + 1, (gsize) (end - bracket - 1));
    FoyerMailOddity oddity;

    if (word == NULL || *end != ']' || !looks_meant (word))
      continue;
    oddity = judge (kind, word);
    if (oddity != FOYER_MAIL_ODDITY_NONE) {
      *name = g_steal_pointer (&word);
      return oddity;
    }
  }
  return FOYER_MAIL_ODDITY_NONE;
}
