/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-secret.c - bearer secrets: how they are made, known and hashed */

#include "accounts/foyer-secret.h"

#include <sodium.h>
#include <string.h>

#define PREFIX_LENGTH 4
#define RANDOM_BYTES 32
#define RANDOM_LENGTH 43
#define CHECK_LENGTH 6

G_STATIC_ASSERT (PREFIX_LENGTH + RANDOM_LENGTH + CHECK_LENGTH == FOYER_SECRET_LENGTH);

static const char *const prefixes[FOYER_N_SECRET_KINDS] = {
  [FOYER_SECRET_ACCESS] = "fya_",      [FOYER_SECRET_REFRESH] = "fyr_", [FOYER_SECRET_CODE] = "fyc_",
  [FOYER_SECRET_LINK] = "fyd_",        [FOYER_SECRET_SESSION] = "fys_", [FOYER_SECRET_SIGN_IN] = "fym_",
  [FOYER_SECRET_INVITE] = "fyi_",      [FOYER_SECRET_REQUEST] = "fyq_", [FOYER_SECRET_LOOK] = "fyv_",
  [FOYER_SECRET_APPLICATION] = "fyp_",
};

/* CRC-32 of IEEE 802.3, bit by bit: secrets are short. */
static guint32
count_crc (const char *text, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++) {
    crc ^= (guint8) text[i];
    for (int bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ (0xedb88320 & (0 - (crc & 1)));
  }
  return ~crc;
}

/* Six digits to the base 62 hold any 32 bits. */
static void
write_check (const char *text, gsize length, char check[CHECK_LENGTH + 1])
{
  static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  guint32 crc = count_crc (text, length);

  for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
    check[i] = digits[crc % 62];
    crc /= 62;
  }
  check[CHECK_LENGTH] = '\0';
}

char *
foyer_secret_new (FoyerSecretKind kind, FoyerRandom *random)
{
  g_autofree char *token = NULL;
  g_autofree char *body = NULL;
  char check[CHECK_LENGTH + 1];
  char *secret;

  g_return_val_if_fail (kind < FOYER_N_SECRET_KINDS, NULL);

  token = foyer_random_token (random, RANDOM_BYTES);
  body = g_strconcat (prefixes[kind], token, NULL);
  write_check (body, strlen (body), check);
  secret = g_strconcat (body, check, NULL);
  sodium_memzero (token, strlen (token));
  sodium_memzero (body, strlen (body));
  return secret;
}

void
foyer_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

gboolean
foyer_secret_is_well_formed (const char *secret, FoyerSecretKind kind)
{
  char check[CHECK_LENGTH + 1];

  g_return_val_if_fail (kind < FOYER_N_SECRET_KINDS, FALSE);

  if (secret == NULL || strnlen (secret, FOYER_SECRET_LENGTH + 1) != FOYER_SECRET_LENGTH)
    return FALSE;
  if (strncmp (secret, prefixes[kind], PREFIX_LENGTH) != 0)
    return FALSE;
  for (int i = PREFIX_LENGTH; i < FOYER_SECRET_LENGTH; i++) {
    if (!g_ascii_isalnum (secret[i]) && secret[i] != '-' && secret[i] != '_')
      return FALSE;
  }
  write_check (secret, FOYER_SECRET_LENGTH - CHECK_LENGTH, check);
  return memcmp (secret + FOYER_SECRET_LENGTH - CHECK_LENGTH, check, CHECK_LENGTH) == 0;
}

GBytes *
foyer_secret_hash (const char *secret)
{
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256 (hash, (const guint8 *) secret, strlen (secret));
  return g_bytes_new (hash, sizeof hash);
}
