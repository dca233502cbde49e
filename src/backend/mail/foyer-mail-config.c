/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-config.c - through which server mail leaves, and who we are there */

#include "mail/foyer-mail-config.h"

#include "foyer-field-check.h"
#include "types/portal_person.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUP "mail"

G_DEFINE_QUARK (foyer - mail - config - error - quark, foyer_mail_config_error)

void
foyer_mail_config_free (FoyerMailConfig *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_free (self->server);
  g_free (self->user);
  g_free (self->password);
  g_free (self->authority);
  g_free (self->from);
  g_free (self->bounces);
  g_free (self);
}

FoyerMailConfig *
foyer_mail_config_new_folder (const char *folder)
{
  FoyerMailConfig *self = g_new0 (FoyerMailConfig, 1);

  self->folder = g_strdup (folder);
  self->from = g_strdup ("foyer@localhost");
  return self;
}

static gboolean
refuse (GError **error, const char *path, const char *why)
{
  g_set_error (error, FOYER_MAIL_CONFIG_ERROR, FOYER_MAIL_CONFIG_ERROR_VALUE, "%s: %s", path, why);
  return FALSE;
}

static gboolean
read_encryption (FoyerMailConfig *self, GKeyFile *file)
{
  static const char *const words[] = {
    [FOYER_MAIL_STARTTLS] = "starttls",
    [FOYER_MAIL_TLS] = "tls",
    [FOYER_MAIL_CLEAR] = "none",
  };
  g_autofree char *word = g_key_file_get_string (file, GROUP, "encryption", NULL);

  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    self->encryption = (FoyerMailEncryption) i;
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_this_computer (GSocketConnectable *address)
{
  const char *host = g_network_address_get_hostname (G_NETWORK_ADDRESS (address));
  g_autoptr (GInetAddress) number = g_inet_address_new_from_string (host);

  return strcmp (host, "localhost") == 0 || (number != NULL && g_inet_address_get_is_loopback (number));
}

static gboolean
check (FoyerMailConfig *self, const char *path, GError **error)
{
  const FoyerField *email = foyer_record_type_field (&foyer_portal_person_type, "email");
  g_autoptr (GSocketConnectable) address = NULL;

  if (self->server == NULL || strpbrk (self->server, "/@ \t?#") != NULL)
    return refuse (error, path, "server is a host and a port, such as smtp.example.com:587");
  address = g_network_address_parse (self->server, self->encryption == FOYER_MAIL_TLS ? 465 : 587, NULL);
  if (address == NULL)
    return refuse (error, path, "server is a host and a port, such as smtp.example.com:587");
  if (self->encryption == FOYER_MAIL_CLEAR && !is_this_computer (address))
    return refuse (error, path, "without encryption mail goes to this computer only");
  if (self->from == NULL || !foyer_field_accepts_text (email, self->from))
    return refuse (error, path, "from is the address that mails come from, such as office@example.com");
  if (self->bounces != NULL && !foyer_field_accepts_text (email, self->bounces))
    return refuse (error, path,
                   "bounces is the address that reports of mails go to, such as bounces@example.com");
  if ((self->user == NULL) != (self->password == NULL))
    return refuse (error, path, "user and password go together");
  return TRUE;
}

static gboolean
check_mode (FoyerMailConfig *self, const char *path, GError **error)
{
  GStatBuf status;

  if (self->password == NULL || (g_stat (path, &status) == 0 && (status.st_mode & 007) == 0))
    return TRUE;
  g_set_error (error, FOYER_MAIL_CONFIG_ERROR, FOYER_MAIL_CONFIG_ERROR_FILE,
               "%s: everybody on this computer may read the password in it; chmod it to 600", path);
  return FALSE;
}

FoyerMailConfig *
foyer_mail_config_load (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (FoyerMailConfig) self = g_new0 (FoyerMailConfig, 1);
  g_autoptr (GError) failure = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &failure)) {
    /* What the parser says may quote the line that it did not understand, password and all. */
    g_set_error (error, FOYER_MAIL_CONFIG_ERROR, FOYER_MAIL_CONFIG_ERROR_FILE, "%s: %s", path,
                 failure->domain == G_KEY_FILE_ERROR ? "it is no key file" : failure->message);
    return NULL;
  }
  self->server = g_key_file_get_string (file, GROUP, "server", NULL);
  self->from = g_key_file_get_string (file, GROUP, "from", NULL);
  self->user = g_key_file_get_string (file, GROUP, "user", NULL);
  self->password = g_key_file_get_string (file, GROUP, "password", NULL);
  self->bounces = g_key_file_get_string (file, GROUP, "bounces", NULL);
  self->authority = g_key_file_get_string (file, GROUP, "authority", NULL);
  if (!read_encryption (self, file)) {
    refuse (error, path, "encryption is starttls, tls or none");
    return NULL;
  }
  return check (self, path, error) && check_mode (self, path, error) ? g_steal_pointer (&self) : NULL;
}
