/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-last-digits.c - the last four digits of a phone number */

#include "site/foyer-last-digits.h"

#include "types/client.h"
#include "types/portal_person.h"

#include <sodium.h>
#include <string.h>

#define DIGITS 4

/* The last digits of a phone number, or nothing if it has fewer. */
static gboolean
read_last_digits (const char *phone, char digits[DIGITS + 1])
{
  guint found = 0;

  for (gsize i = phone == NULL ? 0 : strlen (phone); i > 0 && found < DIGITS; i--) {
    if (g_ascii_isdigit (phone[i - 1]))
      digits[DIGITS - ++found] = phone[i - 1];
  }
  digits[DIGITS] = '\0';
  return found == DIGITS;
}

gboolean
foyer_last_digits_fit (FoyerRecord *person, FoyerRecord *client, const char *typed)
{
  const char *phone = person == NULL ? NULL : foyer_portal_person_get_phone (person);
  char right[DIGITS + 1];

  if (phone == NULL && client != NULL)
    phone = foyer_client_get_phone (client);
  return read_last_digits (phone, right) && typed != NULL && strlen (typed) == DIGITS
         && sodium_memcmp (right, typed, DIGITS) == 0;
}
