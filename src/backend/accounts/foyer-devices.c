/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-devices.c - what staff see of the consoles and programs that are signed in */

#include "accounts/foyer-devices.h"

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "types/device.h"

#define DEVICE_NAME "Foyer"
#define LONGEST_DEVICE_NAME 120

static gboolean
is_device_name (const char *name)
{
  if (name == NULL || *name == '\0' || g_utf8_strlen (name, -1) > LONGEST_DEVICE_NAME)
    return FALSE;
  for (; *name != '\0'; name = g_utf8_next_char (name)) {
    if (g_unichar_iscntrl (g_utf8_get_char (name)))
      return FALSE;
  }
  return TRUE;
}

char *
foyer_devices_register (FoyerTransaction *transaction, const char *staff_id, const char *name, GError **error)
{
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_device_type);
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (JsonObject) device = json_object_new ();
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (device, "id", id);
  json_object_set_string_member (device, "staffId", staff_id);
  json_object_set_string_member (device, "name", is_device_name (name) ? name : DEVICE_NAME);
  json_object_set_string_member (device, "registeredAt", now);
  json_object_set_string_member (device, "seenAt", now);
  foyer_record_type_fill_defaults (&foyer_device_type, device);
  stored = foyer_transaction_put (transaction, &foyer_device_type, device, error);
  return stored == NULL ? NULL : g_steal_pointer (&id);
}
