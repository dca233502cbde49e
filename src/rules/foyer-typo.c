/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-typo.c - slips of the keyboard */

#include "foyer-typo.h"

#include <string.h>

/* Longer words are never taken for one another. */
#define LONGEST 64

/* Where many people have their mail. Each is right as it stands, also where it is like another. */
static const char *const providers[] = {
  "gmail.com",     "googlemail.com", "yahoo.com",   "yahoo.co.uk",   "yahoo.de",       "hotmail.com",
  "hotmail.co.uk", "hotmail.de",     "outlook.com", "outlook.de",    "live.com",       "msn.com",
  "icloud.com",    "me.com",         "aol.com",     "mail.com",      "email.com",      "ymail.com",
  "gmx.com",       "gmx.de",         "gmx.net",     "gmx.at",        "gmx.ch",         "web.de",
  "t-online.de",   "freenet.de",     "posteo.de",   "mailbox.org",   "proton.me",      "protonmail.com",
  "comcast.net",   "verizon.net",    "att.net",     "bellsouth.net", "btinternet.com", "bluewin.ch",
};

guint
foyer_typo_distance (const char *a, const char *b, guint most)
{
  gsize n = strlen (a);
  gsize m = strlen (b);
  guint rows[3][LONGEST + 1];
  guint *before = rows[0];
  guint *last = rows[1];
  guint *row = rows[2];

  if (n > LONGEST || m > LONGEST || (n > m ? n - m : m - n) > most)
    return most + 1;
  for (gsize j = 0; j <= m; j++)
    last[j] = (guint) j;
  memcpy (before, last, (m + 1) * sizeof *before);
  for (gsize i = 1; i <= n; i++) {
    guint *spare = before;

    row[0] = (guint) i;
    for (gsize j = 1; j <= m; j++) {
      row[j] = MIN (last[j - 1] + (a[i - 1] != b[j - 1]), MIN (last[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
    row = spare;
  }
  return MIN (last[m], most + 1);
}

const char *
foyer_typo_find_domain (const char *domain)
{
  g_autofree char *lower = g_ascii_strdown (domain, -1);
  const char *likely = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++) {
    if (strcmp (lower, providers[i]) == 0)
      return NULL;
    /* Of short names too many are one letter apart. */
    if (likely == NULL && strlen (providers[i]) > 6 && foyer_typo_distance (lower, providers[i], 1) == 1)
      likely = providers[i];
  }
  return likely;
}
