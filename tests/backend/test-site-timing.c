/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-timing.c - the time of an answer says nothing of whether an address is known (L07) */

#include "accounts/foyer-portal-logins.h"
#include "test-site-world.h"

#include <dlfcn.h>
#include <sodium.h>
#include <sqlite3.h>
#include <string.h>

/*
 * What is compared is the work, not a clock: a computer that is busy with something else does not fail this test, and none is so fast
 * that it passes. All statements with the steps that SQLite took for each, and every judging of a password, are what an answer costs.
 */
typedef struct {
  GString *what;
  int steps;
} Work;

static Work *work;

/* To read the two columns of a row that is there. Judging a password takes as long as some million of them. */
#define STEPS_OF_A_ROW 2

static int
on_statement (unsigned kind, void *data, void *statement, void *nanoseconds)
{
  int steps = sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_VM_STEP, 1);

  if (work != NULL) {
    g_string_append_printf (work->what, "%s\n", sqlite3_sql (statement));
    work->steps += steps;
  }
  return 0;
}

static int
on_open (sqlite3 *database, const char **error, const struct sqlite3_api_routines *unused)
{
  return sqlite3_trace_v2 (database, SQLITE_TRACE_PROFILE, on_statement, NULL);
}

/* Stands before libsodium's own, which does the work. */
int
crypto_pwhash_str_verify (const char hash[crypto_pwhash_STRBYTES],
                          const char *const password,
                          unsigned long long length)
{
  static int (*judge) (const char *, const char *, unsigned long long);
  const char *salt = strrchr (hash, '$');

  if (judge == NULL)
    judge = (int (*) (const char *, const char *, unsigned long long)) dlsym (RTLD_NEXT, __func__);
  g_assert_nonnull (judge);
  /* How much memory and how many passes it takes stands in front of the salt. */
  while (salt != NULL && salt > hash && *--salt != '$')
    ;
  if (work != NULL && salt != NULL)
    g_string_append_printf (work->what, "password: %.*s\n", (int) (salt - hash), hash);
  return judge (hash, password, length);
}

/* What it takes to answer a browser that nobody has seen before. */
static char *
measure (TestSite *self, const char *path, const char *form, guint status, int *steps)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) response = NULL;
  Work taken = { .what = g_string_new (NULL) };

  work = &taken;
  response = test_browser_post (browser, path, form);
  work = NULL;
  test_assert_status (response, status);
  *steps = taken.steps;
  return g_string_free (taken.what, FALSE);
}

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (self,
                 "[{'id': 'ps-1', 'access.password': true},"
                 " {'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria', 'email': 'maria@hillside.example',"
                 "  'role': 'owner', 'status': 'active'},"
                 " {'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Gone', 'email': 'gone@hillside.example',"
                 "  'role': 'owner', 'status': 'disabled'}]");
}

/* Maria alone has a password, so that whoever has none cannot be told from her. */
static void
give_password (TestSite *self)
{
  g_autoptr (GError) error = NULL;
  FoyerDatabase *writer = foyer_backend_get_writer (self->server->backend);

  g_assert_true (foyer_database_begin (writer, &error));
  g_assert_true (foyer_portal_logins_set (writer, self->server->random, 1, "maria@hillside.example",
                                          "copper+lantern+river", FALSE, TEST_SERVER_NOW, &error));
  g_assert_true (foyer_database_commit (writer, &error));
}

/* Somebody known, the same with other letters large, somebody whom staff turned away, and nobody. */
static void
test_same_work (TestSite *self, gconstpointer path)
{
  static const char *const names[] = { "maria", "MARIA", "gone", "mario" };
  gboolean by_password = g_str_has_suffix (path, "password");
  g_autofree char *first = NULL;
  int first_steps = 0;

  give_password (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *form = g_strdup_printf ("email=%s%%40hillside.example%s", names[i],
                                             by_password ? "&password=not+the+right+one" : "");
    int steps;
    g_autofree char *took = measure (self, path, form, by_password ? 200 : 303, &steps);

    g_assert_cmpint (steps, >, 100);
    if (first == NULL)
      first_steps = steps;
    g_assert_cmpint (ABS (steps - first_steps), <=, by_password ? STEPS_OF_A_ROW : 0);
    g_assert_nonnull (strstr (took, by_password ? "password: $argon2id$" : "INTO door_wish"));
    if (first == NULL)
      first = g_steal_pointer (&took);
    else
      g_assert_cmpstr (took, ==, first);
  }
}

/* This way of comparing sees a difference where there is one: what cannot be an address gets its page again. */
static void
test_sees (TestSite *self, gconstpointer path)
{
  int steps;
  int odd_steps;
  g_autofree char *known = measure (self, path, "email=maria%40hillside.example", 303, &steps);
  g_autofree char *odd = measure (self, path, "email=maria", 200, &odd_steps);

  g_assert_cmpstr (known, !=, odd);
  g_assert_cmpint (ABS (steps - odd_steps), >, STEPS_OF_A_ROW);
}

#define ADD(name, path, function) \
  g_test_add ("/site/timing/" name, TestSite, path, set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sqlite3_auto_extension ((void (*) (void)) on_open);
  ADD ("L07-mail", "/sign-in", test_same_work);
  ADD ("L07-password", "/sign-in/password", test_same_work);
  ADD ("sees-a-difference", "/sign-in", test_sees);
  return g_test_run ();
}
