/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-init-command.c - foyer-server init: an organisation and its first administrator */

#include "commands/foyer-command.h"

#include "accounts/foyer-staff-sign-in.h"
#include "changes/foyer-transaction.h"
#include "foyer-field-check.h"
#include "foyer-id.h"
#include "types/organisation.h"
#include "types/portal_settings.h"
#include "types/staff_member.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

static const char about[] = "Makes an organisation with default settings and its first administrator, whose "
                            "password is the first line of\n"
                            "standard input. The server must not be running.";

typedef struct {
  char *directory;
  char *slug;
  char *name;
  char *admin;
  char *email;
  char *zone;
  char *language;
  char *currency;
  gboolean from_stdin; /* what happens anyway, for those who like to say it */
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->directory);
  g_free (self->slug);
  g_free (self->name);
  g_free (self->admin);
  g_free (self->email);
  g_free (self->zone);
  g_free (self->language);
  g_free (self->currency);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static char *
read_password (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GError) local_error = NULL;
  char *password;

  if (isatty (STDIN_FILENO))
    g_printerr ("Password of the administrator: ");
  password = g_data_input_stream_read_line (lines, NULL, NULL, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (password == NULL)
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID,
                         "No password came on standard input");
  return password;
}

static gboolean
put (FoyerTransaction *transaction, const FoyerRecordType *type, JsonObject *json, GError **error)
{
  g_autoptr (FoyerRecord) stored = NULL;

  foyer_record_type_fill_defaults (type, json);
  stored = foyer_transaction_put (transaction, type, json, error);
  return stored != NULL;
}

static void
set_text (JsonObject *json, const char *name, const char *value, const char *otherwise)
{
  json_object_set_string_member (json, name, value == NULL ? otherwise : value);
}

static gboolean
put_organisation (FoyerTransaction *transaction, const char *id, const Wish *wish, GError **error)
{
  g_autoptr (JsonObject) organisation = json_object_new ();

  set_text (organisation, "id", id, NULL);
  set_text (organisation, "name", wish->name, NULL);
  set_text (organisation, "slug", wish->slug, NULL);
  set_text (organisation, "zone", wish->zone, "Etc/UTC");
  set_text (organisation, "language", wish->language, "en-US");
  set_text (organisation, "currency", wish->currency, "USD");
  return put (transaction, &foyer_organisation_type, organisation, error);
}

static gboolean
put_settings (FoyerTransaction *transaction, GError **error)
{
  g_autoptr (JsonObject) settings = json_object_new ();
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_portal_settings_type);

  set_text (settings, "id", id, NULL);
  return put (transaction, &foyer_portal_settings_type, settings, error);
}

/* Who signs in by a name that is no address gets one that reaches nobody, until somebody writes down the real one. */
static char *
choose_email (const Wish *wish)
{
  if (wish->email != NULL)
    return g_strdup (wish->email);
  if (strchr (wish->admin, '@') != NULL)
    return g_strdup (wish->admin);
  return g_strdup_printf ("%s@%s.invalid", wish->admin, wish->slug);
}

static gboolean
put_admin (FoyerTransaction *transaction, const Wish *wish, const char *password, GError **error)
{
  g_autoptr (JsonObject) staff = json_object_new ();
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_staff_member_type);
  g_autofree char *email = choose_email (wish);

  set_text (staff, "id", id, NULL);
  set_text (staff, "name", wish->admin, NULL);
  set_text (staff, "email", email, NULL);
  set_text (staff, "role", "admin", NULL);
  return put (transaction, &foyer_staff_member_type, staff, error)
         && foyer_staff_sign_in_set (transaction->database, transaction->random, transaction->organisation,
                                     wish->admin, id, password, error);
}

static gboolean
make_organisation (FoyerBackend *backend, const Wish *wish, const char *password, GError **error)
{
  FoyerDatabase *database = foyer_backend_get_writer (backend);
  FoyerClock *clock = foyer_backend_get_clock (backend);
  FoyerRandom *random = foyer_backend_get_random (backend);
  g_autofree char *id = foyer_id_new (foyer_organisation_type.prefix, clock, random);
  g_autoptr (FoyerOrganisationAccount) account = NULL;
  g_autoptr (FoyerTransaction) transaction = NULL;

  if (!foyer_database_begin (database, error))
    return FALSE;
  account = foyer_accounts_add_organisation (database, random, id, wish->slug, error);
  if (account != NULL)
    transaction = foyer_transaction_new (database, clock, random, account->number, FOYER_BY_SERVER, NULL);
  if (account == NULL || !put_organisation (transaction, id, wish, error)
      || !put_settings (transaction, error) || !put_admin (transaction, wish, password, error)) {
    foyer_database_rollback (database);
    return FALSE;
  }
  return foyer_database_commit (database, error);
}

int
foyer_init_command (int argc, char **argv)
{
  g_auto (Wish) wish = { 0 };
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &wish.directory, "Where the server's data lives; made if missing",
      "DIR" },
    { "slug", 0, 0, G_OPTION_ARG_FILENAME, &wish.slug, "First part of the portal's address: a-z, 0-9, -",
      "SLUG" },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &wish.name, "The name on the sign", "NAME" },
    { "admin", 0, 0, G_OPTION_ARG_FILENAME, &wish.admin, "What the administrator types to sign in", "NAME" },
    { "email", 0, 0, G_OPTION_ARG_FILENAME, &wish.email, "The administrator's address", "ADDRESS" },
    { "zone", 0, 0, G_OPTION_ARG_FILENAME, &wish.zone, "Whose clocks count; else Etc/UTC", "AREA/CITY" },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &wish.language, "Of portal and mails; else en-US", "TAG" },
    { "currency", 0, 0, G_OPTION_ARG_FILENAME, &wish.currency, "Of prices; else USD", "CODE" },
    { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &wish.from_stdin, "Read the password from standard input",
      NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *password = NULL;
  FoyerBackend *backend;
  gboolean made;

  if (!foyer_command_parse (argc, argv, about, options, "data slug name admin"))
    return FOYER_EXIT_USAGE;
  password = read_password (&error);
  if (password == NULL)
    return foyer_command_fail (error);
  backend = foyer_command_open (wish.directory, NULL, &error);
  if (backend == NULL)
    return foyer_command_fail (error);
  made = make_organisation (backend, &wish, password, &error);
  foyer_command_close (backend);
  if (!made)
    return foyer_command_fail (error);
  g_print ("%s is ready; %s may sign in.\n", wish.name, wish.admin);
  return FOYER_EXIT_GOOD;
}
