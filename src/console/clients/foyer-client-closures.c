/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-closures.c - what the rows and the page of a client say */

#include "foyer-client-closures.h"

#include "foyer-text.h"
#include "types/client.h"

#include <glib/gi18n-lib.h>

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
copy (const char *text)
{
  return g_strdup (text == NULL ? "" : text);
}

char *
foyer_client_name (GObject *self, FoyerRecord *client)
{
  return copy (client == NULL ? NULL : foyer_client_get_name (client));
}

char *
foyer_client_place (GObject *self, FoyerRecord *client)
{
  const char *street = client == NULL ? NULL : foyer_client_get_street (client);
  const char *city = client == NULL ? NULL : foyer_client_get_city (client);

  if (client == NULL)
    return g_strdup ("");
  if (is_set (street) && is_set (city))
    return g_strdup_printf ("%s, %s", street, city);
  if (is_set (street))
    return g_strdup (street);
  if (is_set (foyer_client_get_email (client)))
    return copy (foyer_client_get_email (client));
  return is_set (foyer_client_get_phone (client)) ? foyer_text_isolate_ltr (foyer_client_get_phone (client))
                                                  : g_strdup ("");
}

static gboolean
is_open (FoyerRecord *client)
{
  return client != NULL && foyer_client_get_portal_enabled (client);
}

gboolean
foyer_client_has_chip (GObject *self, FoyerRecord *client)
{
  return client != NULL && (!is_open (client) || foyer_client_get_blocked (client));
}

char *
foyer_client_chip_text (GObject *self, FoyerRecord *client)
{
  if (!foyer_client_has_chip (self, client))
    return g_strdup ("");
  return g_strdup (foyer_client_get_blocked (client) ? _ ("Bookings warn") : _ ("Portal is closed"));
}

char *
foyer_client_chip_icon (GObject *self, FoyerRecord *client)
{
  return g_strdup (client != NULL && foyer_client_get_blocked (client) ? "dialog-warning-symbolic"
                                                                       : "changes-prevent-symbolic");
}

char *
foyer_client_spoken (GObject *self, FoyerRecord *client)
{
  g_autofree char *place = foyer_client_place (self, client);
  g_autofree char *chip = foyer_client_chip_text (self, client);
  g_autoptr (GString) spoken = NULL;

  if (client == NULL)
    return g_strdup ("");
  spoken = g_string_new (foyer_client_get_name (client));
  if (is_set (place))
    g_string_append_printf (spoken, ", %s", place);
  if (is_set (chip))
    g_string_append_printf (spoken, ", %s", chip);
  return g_strdup (spoken->str);
}

char *
foyer_client_since (GObject *self, FoyerRecord *client, FoyerOfficeTime *time)
{
  gint64 since = client == NULL ? 0 : foyer_record_get_created_at (client);

  if (since == 0 || time == NULL)
    return g_strdup ("");
  return g_strdup_printf (_ ("Client since %d"),
                          foyer_zone_to_local (foyer_office_time_get_zone (time), since).date.year);
}

char *
foyer_client_email (GObject *self, FoyerRecord *client)
{
  const char *email = client == NULL ? NULL : foyer_client_get_email (client);

  return g_strdup (is_set (email) ? email : _ ("Not known"));
}

char *
foyer_client_phone (GObject *self, FoyerRecord *client)
{
  const char *phone = client == NULL ? NULL : foyer_client_get_phone (client);

  return is_set (phone) ? foyer_text_isolate_ltr (phone) : g_strdup (_ ("Not known"));
}

char *
foyer_client_address (GObject *self, FoyerRecord *client)
{
  const char *parts[3];
  g_autoptr (GString) address = g_string_new (NULL);
  gboolean begun = FALSE;

  if (client == NULL)
    return g_strdup ("");
  if (is_set (foyer_client_get_street (client)))
    g_string_append (address, foyer_client_get_street (client));
  parts[0] = foyer_client_get_city (client);
  parts[1] = foyer_client_get_region (client);
  parts[2] = foyer_client_get_postcode (client);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!is_set (parts[i]))
      continue;
    g_string_append_printf (address, "%s%s", begun ? " " : (address->len > 0 ? "\n" : ""), parts[i]);
    begun = TRUE;
  }
  return g_strdup (address->len == 0 ? _ ("Not known") : address->str);
}

char *
foyer_client_portal_title (GObject *self, FoyerRecord *client)
{
  return client == NULL ? g_strdup ("")
                        : g_strdup_printf (_ ("Portal for %s"), foyer_client_get_name (client));
}

char *
foyer_client_portal_text (GObject *self, FoyerRecord *client)
{
  return g_strdup (is_open (client) ? _ ("Open") : _ ("Closed: its links and sign-ins lead nowhere"));
}

char *
foyer_client_portal_icon (GObject *self, FoyerRecord *client)
{
  return g_strdup (is_open (client) ? "object-select-symbolic" : "changes-prevent-symbolic");
}

char *
foyer_client_link_text (GObject *self, FoyerRecord *client, gboolean online, gboolean busy)
{
  if (busy)
    return g_strdup (_ ("The server is making a link…"));
  if (!is_open (client))
    return g_strdup (_ ("There is no link while the portal is closed."));
  if (!online)
    return g_strdup (_ ("Only the server can make a link, and it cannot be reached now."));
  return g_strdup (_ ("Makes a new link and copies it. The one copied before stops working."));
}

gboolean
foyer_client_may_link (GObject *self, FoyerRecord *client, gboolean online, gboolean busy)
{
  return is_open (client) && online && !busy;
}
