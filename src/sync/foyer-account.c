/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-account.c - who is signed in where, and the small file that remembers it */

#include "foyer-account.h"

#define FILE_NAME "account.ini"
#define GROUP "Account"
#define LONGEST_FILE (64 * 1024)
#define HASH_LETTERS 16
#define READABLE_LETTERS 64

FoyerAccount *
foyer_account_new (const char *address,
                   const char *account_id,
                   const char *organisation,
                   const char *staff_id,
                   const char *staff_name)
{
  FoyerAccount *self = g_new0 (FoyerAccount, 1);

  self->address = g_strdup (address);
  self->account_id = g_strdup (account_id);
  self->organisation = g_strdup (organisation);
  self->staff_id = g_strdup (staff_id);
  self->staff_name = g_strdup (staff_name);
  return self;
}

FoyerAccount *
foyer_account_copy (const FoyerAccount *self)
{
  return foyer_account_new (self->address, self->account_id, self->organisation, self->staff_id,
                            self->staff_name);
}

void
foyer_account_free (FoyerAccount *self)
{
  if (self == NULL)
    return;
  g_free (self->address);
  g_free (self->account_id);
  g_free (self->organisation);
  g_free (self->staff_id);
  g_free (self->staff_name);
  g_free (self);
}

/* An id comes from a server, so it may hold anything, even a path. */
static char *
make_readable (const char *account_id)
{
  GString *readable = g_string_new (NULL);

  for (const char *c = account_id; *c != '\0' && readable->len < READABLE_LETTERS; c++)
    g_string_append_c (readable, g_ascii_isalnum (*c) || *c == '-' ? *c : '_');
  return g_string_free (readable, FALSE);
}

char *
foyer_account_get_directory (const FoyerAccount *self, const char *data_directory)
{
  /* Two ids may read the same, so the whole of both names is in the hash. */
  g_autofree char *identity = g_strconcat (self->address, "\n", self->account_id, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  g_autofree char *readable = make_readable (self->account_id);
  g_autofree char *name = NULL;

  hash[HASH_LETTERS] = '\0';
  name = g_strconcat (hash, "-", readable, NULL);
  return g_build_filename (data_directory, "accounts", name, NULL);
}

static char *
read_text (GKeyFile *file, const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);

  return text == NULL || text[0] == '\0' ? NULL : g_steal_pointer (&text);
}

FoyerAccount *
foyer_account_load (const char *data_directory)
{
  g_autofree char *path = g_build_filename (data_directory, FILE_NAME, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (FoyerAccount) self = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL) || length > LONGEST_FILE
      || !g_key_file_load_from_data (file, contents, length, G_KEY_FILE_NONE, NULL))
    return NULL;
  self = g_new0 (FoyerAccount, 1);
  self->address = read_text (file, "Address");
  self->account_id = read_text (file, "AccountId");
  self->organisation = read_text (file, "Organisation");
  self->staff_id = read_text (file, "StaffId");
  self->staff_name = read_text (file, "StaffName");
  if (self->address == NULL || self->account_id == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static void
write_text (GKeyFile *file, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, GROUP, key, text);
}

gboolean
foyer_account_save (const FoyerAccount *self, const char *data_directory, GError **error)
{
  g_autofree char *path = g_build_filename (data_directory, FILE_NAME, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *contents = NULL;
  gsize length;

  write_text (file, "Address", self->address);
  write_text (file, "AccountId", self->account_id);
  write_text (file, "Organisation", self->organisation);
  write_text (file, "StaffId", self->staff_id);
  write_text (file, "StaffName", self->staff_name);
  contents = g_key_file_to_data (file, &length, NULL);
  /* A directory that cannot be made shows as a file that cannot be written. */
  g_mkdir_with_parents (data_directory, 0700);
  return g_file_set_contents_full (path, contents, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}
