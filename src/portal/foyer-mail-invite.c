/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-invite.c - what stands for the placeholders of an invite's mail */

#include "foyer-mail-invite.h"

#include "foyer-date-text.h"
#include "foyer-json.h"
#include "types/portal_settings.h"

static void
set_value (GHashTable *values, const char *name, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (values, (gpointer) name, g_strdup (value));
}

static char *
describe_day (FoyerBusiness *business, gint64 at, const char *language)
{
  FoyerDate date;

  if (business->zone == NULL)
    return NULL;
  date = foyer_business_date (business, at);
  return foyer_date_text (&date, FOYER_DATE_LONG, language);
}

GHashTable *
foyer_mail_invite_values (FoyerBusiness *business,
                          JsonObject *invite,
                          const char *link,
                          const char *portal_url,
                          gint64 expires_at,
                          const char *language)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *note = foyer_json_object_text (invite, "note");
  g_autofree char *day = describe_day (business, expires_at, language);

  set_value (values, "link", link);
  set_value (values, "portal", portal_url == NULL ? "" : portal_url);
  set_value (values, "note",
             note != NULL ? note : foyer_portal_settings_get_invite_note (business->settings));
  set_value (values, "date", day);
  /* The password itself is in no mail: whoever set it hands it over. */
  if (g_strcmp0 (foyer_json_object_text (invite, "delivery"), "link") != 0)
    set_value (values, "address", foyer_json_object_text (invite, "email"));
  return values;
}
