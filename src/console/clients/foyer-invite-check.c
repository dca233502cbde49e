/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-check.c - the look before an invite leaves */

#include "foyer-invite-check.h"

#include "foyer-allowed-domain.h"
#include "foyer-field-check.h"
#include "types/invite.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What fingers make of the addresses that most people have. */
static const struct {
  const char *typed;
  const char *meant;
} slips[] = {
  { "gmial.com", "gmail.com" },     { "gmai.com", "gmail.com" },     { "gmail.co", "gmail.com" },
  { "hotmial.com", "hotmail.com" }, { "hotmail.co", "hotmail.com" }, { "outlok.com", "outlook.com" },
  { "yaho.com", "yahoo.com" },      { "yahoo.co", "yahoo.com" },     { "iclod.com", "icloud.com" },
  { "icloud.co", "icloud.com" },
};

static const char *
find_slip (const char *domain)
{
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++) {
    if (g_ascii_strcasecmp (domain, slips[i].typed) == 0)
      return slips[i].meant;
  }
  return NULL;
}

static gboolean
is_allowed (FoyerRecord *settings, const char *email)
{
  g_auto (GStrv) domains
      = settings == NULL ? NULL : foyer_portal_settings_get_access_allowed_domains (settings);
  g_autofree char *domain = foyer_allowed_domain_of (email);

  return foyer_allowed_domain_fits ((const char *const *) domains, domain);
}

char *
foyer_invite_check (const char *name,
                    const char *email,
                    FoyerRecord *same,
                    FoyerRecord *settings,
                    gboolean *ready)
{
  const FoyerField *field = foyer_record_type_field (&foyer_portal_person_type, "email");
  const char *at = strrchr (email, '@');
  const char *slip = at == NULL ? NULL : find_slip (at + 1);

  *ready = FALSE;
  if (*name == '\0' && *email == '\0')
    return NULL;
  if (*email == '\0')
    return g_strdup (_ ("An address is missing"));
  if (at == NULL || !foyer_field_accepts_text (field, email))
    return g_strdup (_ ("This is not an address yet"));
  if (same != NULL)
    return g_strdup_printf (_ ("%s has this address here already"), foyer_portal_person_get_name (same));
  if (!is_allowed (settings, email))
    return g_strdup_printf (_ ("The settings do not allow addresses of %s"), at + 1);
  if (*name == '\0')
    return g_strdup (_ ("A name is missing"));
  *ready = TRUE;
  if (slip != NULL)
    return g_strdup_printf (_ ("Did you mean %s?"), slip);
  return g_strdup (_ ("The address looks right, and nobody else here uses it"));
}

char *
foyer_invite_check_password (const char *password)
{
  const FoyerField *field = foyer_record_type_field (&foyer_invite_type, "password");

  if (foyer_field_accepts_text (field, password))
    return NULL;
  if (g_utf8_strlen (password, -1) > field->maximum)
    return g_strdup (_ ("This is too long for a password"));
  /* Translators: a number of characters, always more than one */
  return g_strdup_printf (_ ("A password needs at least %d characters"), (int) field->minimum);
}

gboolean
foyer_invite_check_allows (FoyerRecord *settings, const char *delivery)
{
  g_auto (GStrv) allowed = foyer_portal_settings_get_access_invite_delivery (settings);

  return foyer_portal_settings_get_access_password (settings) && allowed != NULL
         && g_strv_contains ((const char *const *) allowed, delivery);
}
