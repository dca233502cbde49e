/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-password.c - passwords: how they are kept and judged, and which are too easy */

#include "accounts/foyer-password.h"

#include "accounts/foyer-accounts.h"

#include <sodium.h>
#include <string.h>

/* OWASP's figures for Argon2id, rounded up: three passes over 64 MiB. */
#define PASSES 3
#define MEMORY (64 * 1024 * 1024)
#define HASH_BYTES 32

/* What those who have none are judged against, so that they take as long; no password has this hash. */
#define NOBODY \
  "$argon2id$v=19$m=65536,t=3,p=1$Rm95ZXJGb3llckZveWVyRg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

/* A piece that is written over and over, up to this long, makes no password. */
#define LONGEST_PIECE 6

/*
 * Words that passwords are made of when somebody must think of one. What is left of a password without them, digits and signs has to
 * be something; lists of the most used passwords hold hardly anything of twelve characters that is not caught by this.
 */
static const char *const words[] = {
  "password",     "passwort",     "passw0rd",   "p@ssw0rd",      "p@ssword",     "welcome",
  "willkommen",   "letmein",      "iloveyou",   "qwertyuiop",    "asdfghjkl",    "zxcvbnm",
  "qwertzuiop",   "yxcvbnm",      "azertyuiop", "qwerty",        "qwertz",       "azerty",
  "qazwsxedc",    "1q2w3e4r5t6y", "1q2w3e4r5t", "1q2w3e4r",      "1qaz2wsx3edc", "1qaz2wsx",
  "q1w2e3r4t5y6", "zaq12wsx",     "admin",      "administrator", "login",        "changeme",
  "secret",       "geheim",       "summer",     "sommer",        "winter",       "spring",
  "autumn",       "monkey",       "dragon",     "football",      "baseball",     "basketball",
  "fussball",     "sunshine",     "princess",   "master",        "shadow",       "superman",
  "batman",       "michael",      "jennifer",   "thomas",        "daniel",       "charlie",
  "jordan",       "hunter",       "trustno1",   "starwars",      "computer",     "internet",
  "hello",        "hallo",        "test",       "client",        "portal",       "customer",
  "kunde",        "abcdefghijkl", "abcdef",     "abc",           "my",           "the",
  "is",           "you",          "i",          "new",
};

/* The text that crypto_pwhash_str_verify() reads, with a salt from the one source of random bytes. */
gboolean
foyer_password_check_length (const char *password, GError **error)
{
  glong length = g_utf8_validate (password, -1, NULL) ? g_utf8_strlen (password, -1) : -1;

  if (length >= FOYER_SHORTEST_PASSWORD && length <= FOYER_LONGEST_PASSWORD)
    return TRUE;
  g_set_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID,
               "A password has %d to %d characters", FOYER_SHORTEST_PASSWORD, FOYER_LONGEST_PASSWORD);
  return FALSE;
}

char *
foyer_password_hash (FoyerRandom *random, const char *password, GError **error)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 hash[HASH_BYTES];
  char salt_text[sodium_base64_ENCODED_LEN (sizeof salt, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)];
  char hash_text[sodium_base64_ENCODED_LEN (sizeof hash, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)];

  if (!foyer_password_check_length (password, error))
    return NULL;
  foyer_random_bytes (random, salt, sizeof salt);
  if (crypto_pwhash (hash, sizeof hash, password, strlen (password), salt, PASSES, MEMORY,
                     crypto_pwhash_ALG_ARGON2ID13)
      != 0) {
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_LIMITED,
                         "There is not enough memory to hash the password");
    return NULL;
  }
  sodium_bin2base64 (salt_text, sizeof salt_text, salt, sizeof salt,
                     sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  sodium_bin2base64 (hash_text, sizeof hash_text, hash, sizeof hash,
                     sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  return g_strdup_printf ("$argon2id$v=19$m=%d,t=%d,p=1$%s$%s", MEMORY / 1024, PASSES, salt_text, hash_text);
}

gboolean
foyer_password_fits (const char *hash, const char *password)
{
  char stored[crypto_pwhash_STRBYTES] = { 0 };

  if (password == NULL || strlen (password) > 4 * FOYER_LONGEST_PASSWORD)
    password = "";
  g_strlcpy (stored, hash == NULL ? NOBODY : hash, sizeof stored);
  return crypto_pwhash_str_verify (stored, password, strlen (password)) == 0 && hash != NULL;
}

static gboolean
is_one_piece (const char *text)
{
  gsize length = strlen (text);

  for (gsize piece = 1; piece <= LONGEST_PIECE && piece * 2 <= length; piece++) {
    if (memcmp (text, text + piece, length - piece) == 0)
      return TRUE;
  }
  return FALSE;
}

/* 1234567890, 9876, abcdefgh: every character follows the one before. */
static gboolean
is_row (const char *text)
{
  guint breaks = 0;

  for (gsize i = 1; text[i] != '\0'; i++) {
    int step = text[i] - text[i - 1];

    breaks += step != 1 && step != -1 && step != 0 && !(text[i - 1] == '9' && text[i] == '0');
  }
  return breaks <= 1;
}

static void
remove_all (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_replace (text, part, "", 0);
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  }
  return FALSE;
}

/* Digits alone may be a password only if they are many and in no order. */
static gboolean
is_made_of_words (const char *folded, const char *name)
{
  g_autoptr (GString) rest = g_string_new (folded);
  gboolean has_letters = has_letter (folded);

  if (name != NULL) {
    g_autofree char *folded_name = g_utf8_strdown (name, -1);
    g_auto (GStrv) parts = g_strsplit_set (folded_name, "@. -_", -1);

    remove_all (rest, folded_name);
    for (guint i = 0; parts[i] != NULL; i++) {
      if (strlen (parts[i]) > 2)
        remove_all (rest, parts[i]);
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    remove_all (rest, words[i]);
  return has_letters && !has_letter (rest->str);
}

gboolean
foyer_password_is_easy (const char *password, const char *name)
{
  g_autofree char *folded = g_utf8_strdown (password, -1);

  return is_one_piece (folded) || is_row (folded) || is_made_of_words (folded, name);
}
