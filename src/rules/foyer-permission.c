/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-permission.c - what people and links may do, and scopes and permissions as bits */

#include "foyer-permission.h"

#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#define BIT(n) (1u << (n))

/* What the roles begin with, for people who have no permissions of their own. */
static const guint role_permissions[] = {
  [FOYER_PORTAL_PERSON_OWNER] = FOYER_ALL_PERMISSIONS,
  [FOYER_PORTAL_PERSON_ACCOUNTS] = BIT (FOYER_PERMISSION_RAISE_REQUESTS) | BIT (FOYER_PERMISSION_PAY)
                                   | BIT (FOYER_PERMISSION_SEE_MONEY) | BIT (FOYER_PERMISSION_MESSAGE),
  [FOYER_PORTAL_PERSON_SITE_CONTACT]
  = BIT (FOYER_PERMISSION_RAISE_REQUESTS) | BIT (FOYER_PERMISSION_BOOK) | BIT (FOYER_PERMISSION_MESSAGE),
  [FOYER_PORTAL_PERSON_READ_ONLY] = 0,
};

/* What a link's words allow, in the order of FoyerLinkMay. Paying is what links in invoices are for. */
static const guint link_permissions[FOYER_N_LINK_MAY] = {
  [FOYER_LINK_MAY_BOOK] = BIT (FOYER_PERMISSION_BOOK),
  [FOYER_LINK_MAY_MESSAGE] = BIT (FOYER_PERMISSION_MESSAGE) | BIT (FOYER_PERMISSION_RAISE_REQUESTS),
  [FOYER_LINK_MAY_APPROVE] = BIT (FOYER_PERMISSION_APPROVE_QUOTES),
  [FOYER_LINK_MAY_SIGN] = BIT (FOYER_PERMISSION_SIGN),
};

#define LINK_ALWAYS (BIT (FOYER_PERMISSION_PAY) | BIT (FOYER_PERMISSION_SEE_MONEY))

static guint
bits_of (const char *const *words, const char *known)
{
  g_auto (GStrv) all = g_strsplit (known, " ", -1);
  guint bits = 0;

  for (guint i = 0; all[i] != NULL; i++) {
    if (words != NULL && g_strv_contains (words, all[i]))
      bits |= BIT (i);
  }
  return bits;
}

static char **
words_of (guint bits, const char *known)
{
  g_auto (GStrv) all = g_strsplit (known, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++) {
    if (bits & BIT (i))
      g_strv_builder_add (words, all[i]);
  }
  return g_strv_builder_end (words);
}

/* The same for a list that the caller owns no longer. */
static guint
take_bits (char **words, const char *known)
{
  guint bits = bits_of ((const char *const *) words, known);

  g_strfreev (words);
  return bits;
}

static guint
permissions_of_role (int role)
{
  return role >= 0 && role < (int) G_N_ELEMENTS (role_permissions) ? role_permissions[role] : 0;
}

guint
foyer_permissions_of_person (FoyerRecord *person)
{
  return FOYER_HAS (person, portal_person, permissions)
             ? take_bits (foyer_portal_person_get_permissions (person), FOYER_PERMISSION_WORDS)
             : permissions_of_role (foyer_portal_person_get_role (person));
}

guint
foyer_permissions_of_link (FoyerRecord *link, FoyerRecord *settings)
{
  guint allowed = LINK_ALWAYS;
  guint may
      = take_bits (FOYER_HAS (link, portal_link, may) ? foyer_portal_link_get_may (link)
                                                      : foyer_portal_settings_get_access_link_may (settings),
                   FOYER_LINK_MAY_WORDS);

  for (guint i = 0; i < FOYER_N_LINK_MAY; i++)
    allowed |= may & BIT (i) ? link_permissions[i] : 0;
  return allowed;
}

guint
foyer_scope_bits (const char *const *words)
{
  return bits_of (words, FOYER_SCOPE_WORDS);
}

guint
foyer_permission_bits (const char *const *words)
{
  return bits_of (words, FOYER_PERMISSION_WORDS);
}

char **
foyer_scope_words (guint bits)
{
  return words_of (bits, FOYER_SCOPE_WORDS);
}

char **
foyer_permission_words (guint bits)
{
  return words_of (bits, FOYER_PERMISSION_WORDS);
}
