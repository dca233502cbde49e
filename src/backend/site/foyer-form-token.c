/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-form-token.c - tokens of forms: the page's name and its HMAC by the session's key */

#include "site/foyer-form-token.h"

#include <sodium.h>
#include <string.h>

#define MARK_LENGTH 64 /* of a SHA-256 in hex */

static char *
make_name (guint page, const char *record_id)
{
  return g_strdup_printf ("%u:%s", page, record_id == NULL ? "" : record_id);
}

static char *
sign (const char *key, const char *name)
{
  g_autofree char *mark
      = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key), name, -1);

  return g_strconcat (mark, ".", name, NULL);
}

gboolean
foyer_form_token_names_record (guint page)
{
  return page == FOYER_PAGE_BOOKING
         || (page < FOYER_N_PAGE_KINDS && foyer_page_record_type ((FoyerPageKind) page) != NULL);
}

char *
foyer_form_token_make (const char *key, FoyerPageKind page, const char *record_id)
{
  g_autofree char *name = make_name (page, record_id);

  return sign (key, name);
}

gboolean
foyer_form_token_check (const char *key, const char *token, guint page, const char *record_id)
{
  g_autofree char *name = make_name (page, record_id);
  g_autofree char *right = NULL;
  const char *claimed;

  if (token == NULL || strlen (token) < MARK_LENGTH + 1 || token[MARK_LENGTH] != '.')
    return FALSE;
  claimed = token + MARK_LENGTH + 1;
  if (page != FOYER_ANY_PAGE && strcmp (claimed, name) != 0)
    return FALSE;
  right = sign (key, claimed);
  return sodium_memcmp (right, token, MARK_LENGTH) == 0;
}
