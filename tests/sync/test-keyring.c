/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-keyring.c - secrets in a real keyring: open, locked and none at all; runs in a session of its own, without a display */

#include "foyer-keyring.h"

#include "foyer-test.h"

static FoyerAccount *
make_account (const char *id)
{
  return foyer_account_new ("https://portal.example.com", id, "Acme", NULL, "Ana");
}

static gboolean
store (const FoyerAccount *account, const char *access_token, const char *refresh_token, GError **error)
{
  g_autoptr (FoyerCredential) credential = foyer_credential_new (access_token, refresh_token);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *waiting = NULL;

  foyer_keyring_store_async (account, credential, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_keyring_store_finish (result, error);
}

static FoyerCredential *
load (const FoyerAccount *account, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *waiting = NULL;

  foyer_keyring_load_async (account, cancellable, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_keyring_load_finish (result, error);
}

static gboolean
clear (const FoyerAccount *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *waiting = NULL;

  foyer_keyring_clear_async (account, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_keyring_clear_finish (result, error);
}

static void
assert_holds (const FoyerAccount *account, const char *access_token, const char *refresh_token)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerCredential) credential = load (account, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (credential->access_token, ==, access_token);
  g_assert_cmpstr (credential->refresh_token, ==, refresh_token);
}

static void
assert_load_fails (const FoyerAccount *account, FoyerKeyringError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerCredential) credential = load (account, NULL, &error);

  g_assert_error (error, FOYER_KEYRING_ERROR, (int) code);
  g_assert_null (credential);
}

static void
test_open (void)
{
  g_autoptr (FoyerAccount) account = make_account ("org-1");
  g_autoptr (FoyerAccount) other = make_account ("org-2");
  g_autoptr (GError) error = NULL;

  assert_load_fails (account, FOYER_KEYRING_ERROR_NOT_FOUND);
  g_assert_true (store (account, "access-1", "refresh-1", &error));
  g_assert_no_error (error);
  assert_holds (account, "access-1", "refresh-1");
  assert_load_fails (other, FOYER_KEYRING_ERROR_NOT_FOUND);

  g_assert_true (store (account, NULL, "refresh-2", &error));
  g_assert_true (store (other, "access-3", "refresh-3", &error));
  assert_holds (account, NULL, "refresh-2");
  assert_holds (other, "access-3", "refresh-3");

  g_assert_true (clear (account, &error));
  assert_load_fails (account, FOYER_KEYRING_ERROR_NOT_FOUND);
  assert_holds (other, "access-3", "refresh-3");
  g_assert_true (clear (account, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_autoptr (FoyerAccount) account = make_account ("org-1");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (load (account, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
lock_keyring (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) alias = NULL;
  g_autoptr (GVariant) locked = NULL;
  const char *collection;

  g_assert_no_error (error);
  alias = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                       "org.freedesktop.Secret.Service", "ReadAlias",
                                       g_variant_new ("(s)", "default"), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                                       NULL, &error);
  g_assert_no_error (error);
  g_variant_get (alias, "(&o)", &collection);
  locked = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                        "org.freedesktop.Secret.Service", "Lock",
                                        g_variant_new_parsed ("([%o],)", collection), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/* C05: a locked keyring is told from an empty one, though it says the same. Nobody can unlock it here, so this comes last. */
static void
test_locked (void)
{
  g_autoptr (FoyerAccount) account = make_account ("org-1");
  g_autoptr (FoyerAccount) unknown = make_account ("org-9");
  g_autoptr (GError) error = NULL;

  g_assert_true (store (account, "access-1", "refresh-1", NULL));
  lock_keyring ();
  assert_load_fails (account, FOYER_KEYRING_ERROR_LOCKED);
  assert_load_fails (unknown, FOYER_KEYRING_ERROR_LOCKED);
  g_assert_false (store (account, "access-2", "refresh-2", &error));
  g_assert_error (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (clear (account, &error));
  g_assert_error (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED);
}

static void
assert_missing (void)
{
  g_autoptr (FoyerAccount) account = make_account ("org-1");
  g_autoptr (GError) error = NULL;

  assert_load_fails (account, FOYER_KEYRING_ERROR_MISSING);
  g_assert_false (store (account, "access-1", "refresh-1", &error));
  g_assert_error (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (clear (account, &error));
  g_assert_error (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_MISSING);
}

/* A process has one session bus for ever, so each of these is a process of its own. */

static void
test_no_bus (void)
{
  if (g_test_subprocess ()) {
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
    assert_missing ();
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_no_service (void)
{
  if (g_test_subprocess ()) {
    /* Stays until the process ends, as libsecret's connection does; volatile, or it would be no reference to it. */
    static GTestDBus *volatile bus;

    bus = g_test_dbus_new (G_TEST_DBUS_NONE);
    g_test_dbus_up (bus);
    assert_missing ();
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring/open", test_open);
  g_test_add_func ("/keyring/cancelled", test_cancelled);
  g_test_add_func ("/keyring/no-bus", test_no_bus);
  g_test_add_func ("/keyring/C05-no-service", test_no_service);
  g_test_add_func ("/keyring/C05-locked", test_locked);
  status = g_test_run ();
  foyer_test_settle ();
  return status;
}
