/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-account.c - accounts: their directory, their file, their address */

#include "foyer-account.h"

#include "foyer-address.h"
#include "foyer-sign-in.h"
#include "foyer-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *
get_name (const char *address, const char *account_id)
{
  g_autoptr (FoyerAccount) account = foyer_account_new (address, account_id, "Acme", NULL, "Ana");
  g_autofree char *directory = foyer_account_get_directory (account, "/data");

  g_assert_true (g_str_has_prefix (directory, "/data/accounts/"));
  return g_strdup (directory + strlen ("/data/accounts/"));
}

static void
test_directory (void)
{
  g_autofree char *name = get_name ("https://portal.example.com", "org-0192");
  g_autofree char *same = get_name ("https://portal.example.com", "org-0192");
  g_autofree char *other_server = get_name ("https://portal.example.org", "org-0192");
  g_autofree char *other_account = get_name ("https://portal.example.com", "org-0193");
  g_autofree char *hostile = get_name ("https://portal.example.com", "../../.ssh");
  g_autofree char *alike = get_name ("https://portal.example.com", "..?../.ssh");
  g_autofree char *long_id = g_strnfill (5000, 'a');
  g_autofree char *longest = get_name ("https://portal.example.com", long_id);

  g_assert_cmpstr (name, ==, same);
  g_assert_true (g_str_has_suffix (name, "-org-0192"));
  g_assert_cmpstr (name, !=, other_server);
  g_assert_cmpstr (name, !=, other_account);
  g_assert_true (g_str_has_suffix (hostile, "-______ssh") || g_str_has_suffix (hostile, "-_______ssh"));
  g_assert_null (strchr (hostile, '/'));
  g_assert_cmpstr (hostile, !=, alike);
  g_assert_cmpuint (strlen (longest), <, 100);
}

static void
test_file (void)
{
  char *directory = foyer_test_make_directory ();
  g_autofree char *data = g_build_filename (directory, "a", "foyer", NULL);
  g_autofree char *path = g_build_filename (data, "account.ini", NULL);
  g_autoptr (FoyerAccount) account = foyer_account_new ("https://portal.example.com", "org-1",
                                                        "Müller = Söhne\n[Account]\nAddress=x", NULL, "Ana;");
  g_autoptr (FoyerAccount) second
      = foyer_account_new ("http://localhost:8080", "org-2", "Acme", "staff-1", "Bo");
  g_autoptr (FoyerAccount) loaded = NULL;
  g_autoptr (FoyerAccount) later = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  g_assert_null (foyer_account_load (data));
  g_assert_true (foyer_account_save (account, data, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (data, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0700);
  loaded = foyer_account_load (data);
  g_assert_cmpstr (loaded->address, ==, account->address);
  g_assert_cmpstr (loaded->account_id, ==, account->account_id);
  g_assert_cmpstr (loaded->organisation, ==, account->organisation);
  g_assert_null (loaded->staff_id);
  g_assert_cmpstr (loaded->staff_name, ==, "Ana;");

  g_assert_true (foyer_account_save (second, data, NULL));
  later = foyer_account_load (data);
  g_assert_cmpstr (later->account_id, ==, "org-2");
  g_assert_cmpstr (later->staff_id, ==, "staff-1");
  foyer_test_remove_directory (directory);
}

static void
test_damaged_file (void)
{
  static const char *const contents[] = {
    "",
    "\xff\xfe",
    "[Account]\nAddress=https://portal.example.com\n",
    "[Account]\nAddress=\nAccountId=org-1\n",
    "[Other]\nAddress=https://portal.example.com\nAccountId=org-1\n",
  };
  char *directory = foyer_test_make_directory ();
  g_autofree char *path = g_build_filename (directory, "account.ini", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
    g_assert_null (foyer_account_load (directory));
  }
  foyer_test_remove_directory (directory);
}

static void
test_unwritable (void)
{
  char *directory = foyer_test_make_directory ();
  g_autofree char *file = g_build_filename (directory, "file", NULL);
  g_autofree char *below = g_build_filename (file, "foyer", NULL);
  g_autoptr (FoyerAccount) account = foyer_account_new ("https://portal.example.com", "org-1", "", NULL, "");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  g_assert_false (foyer_account_save (account, below, &error));
  g_assert_nonnull (error);
  foyer_test_remove_directory (directory);
}

static void
test_address (void)
{
  static const struct {
    const char *typed;
    const char *address;
  } cases[] = {
    { "portal.example.com", "https://portal.example.com" },
    { "  Portal.Example.COM.\n", "https://portal.example.com" },
    { "portal.example.com:8443", "https://portal.example.com:8443" },
    { "https://portal.example.com:443/", "https://portal.example.com" },
    { "https://portal.example.com/sign-in?next=%2F#top", "https://portal.example.com" },
    { "portal.example.com/bookings", "https://portal.example.com" },
    { "bücher.example", "https://xn--bcher-kva.example" },
    { "192.0.2.7", "https://192.0.2.7" },
    { "http://127.0.0.1:8080", "http://127.0.0.1:8080" },
    { "127.0.0.1:8080", "http://127.0.0.1:8080" },
    { "localhost:8080", "http://localhost:8080" },
    { "HTTP://LOCALHOST:80/", "http://localhost" },
    { "http://acme.localhost:8080", "http://acme.localhost:8080" },
    { "https://localhost", "https://localhost" },
    { "http://[::1]:8080/", "http://[::1]:8080" },
    { "https://[2001:db8::1]", "https://[2001:db8::1]" },
    { "", NULL },
    { "http://", NULL },
    { "https:///path", NULL },
    { "http://portal.example.com", NULL },
    { "http://127.0.0.1.example.com", NULL },
    { "http://localhost.example.com", NULL },
    { "ftp://portal.example.com", NULL },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "https://ana@portal.example.com", NULL },
    { "ana@example.com", NULL },
    { "portal example com", NULL },
    { "portal..example.com", NULL },
    { "portal.example.com:0", NULL },
    { "portal.example.com:70000", NULL },
    { "portal.example.com\r\nHost: x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *address = foyer_address_normalise (cases[i].typed, &error);

    if (g_strcmp0 (address, cases[i].address) != 0)
      g_error ("“%s” became %s, not %s", cases[i].typed, address, cases[i].address);
    if (cases[i].address == NULL)
      g_assert_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_ADDRESS);
    else
      g_assert_no_error (error);
  }
}

static void
test_within (void)
{
  static const char address[] = "https://portal.example.com";

  g_assert_true (foyer_address_is_within ("https://PORTAL.example.com:443/jmap/api", address));
  g_assert_false (foyer_address_is_within ("https://portal.example.com:444/jmap/api", address));
  g_assert_false (foyer_address_is_within ("http://portal.example.com/jmap/api", address));
  g_assert_false (foyer_address_is_within ("https://portal.example.com.evil.example/", address));
  g_assert_false (foyer_address_is_within ("https://portal.example.com@evil.example/", address));
  g_assert_false (foyer_address_is_within ("https://portal.example.com", NULL));
  g_assert_false (foyer_address_is_within ("", address));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account/directory", test_directory);
  g_test_add_func ("/account/file", test_file);
  g_test_add_func ("/account/damaged-file", test_damaged_file);
  g_test_add_func ("/account/unwritable", test_unwritable);
  g_test_add_func ("/account/address", test_address);
  g_test_add_func ("/account/within", test_within);
  return g_test_run ();
}
