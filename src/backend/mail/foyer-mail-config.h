/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_MAIL_CONFIG_ERROR (foyer_mail_config_error_quark ())

/**
 * FoyerMailConfigError:
 * @FOYER_MAIL_CONFIG_ERROR_FILE: the file cannot be read, or others may read the password in it
 * @FOYER_MAIL_CONFIG_ERROR_VALUE: what stands in it makes no sense
 */
typedef enum {
  FOYER_MAIL_CONFIG_ERROR_FILE,
  FOYER_MAIL_CONFIG_ERROR_VALUE,
} FoyerMailConfigError;

GQuark foyer_mail_config_error_quark (void);

/**
 * FoyerMailEncryption:
 * @FOYER_MAIL_STARTTLS: begins in the clear and must go on with TLS
 * @FOYER_MAIL_TLS: TLS from the first byte
 * @FOYER_MAIL_CLEAR: never; only to a server on this computer
 */
typedef enum {
  FOYER_MAIL_STARTTLS,
  FOYER_MAIL_TLS,
  FOYER_MAIL_CLEAR,
} FoyerMailEncryption;

/**
 * FoyerMailConfig:
 * @folder: (nullable): where mails are written if there is no server
 * @server: (nullable): host and port
 * @authority: (nullable): a file of certificates that are trusted instead of the system's
 * @from: the address that mails come from
 * @bounces: (nullable): the address that mail servers report to, if it is another
 *
 * How mail leaves this server.
 */
typedef struct {
  char *folder;
  char *server;
  FoyerMailEncryption encryption;
  char *user;
  char *password;
  char *authority;
  char *from;
  char *bounces;
} FoyerMailConfig;

/**
 * foyer_mail_config_new_folder:
 *
 * Returns: (transfer full): a configuration by which every mail is written into @folder
 */
FoyerMailConfig *foyer_mail_config_new_folder (const char *folder);

/**
 * foyer_mail_config_load:
 * @path: a key file with one group `[mail]`: `server`, `from`, and if need be `encryption` (`starttls`, `tls` or `none`), `user`, `password`,
 *   `authority` and `bounces`
 *
 * Returns: (transfer full): the configuration, or %NULL with a #FoyerMailConfigError; no message holds the password
 */
FoyerMailConfig *foyer_mail_config_load (const char *path, GError **error);

void foyer_mail_config_free (FoyerMailConfig *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMailConfig, foyer_mail_config_free)

G_END_DECLS
