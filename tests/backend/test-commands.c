/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-commands.c - foyer-server as people start it: its own process, real sockets, real signals */

#include "commands/foyer-public-address.h"

#include "foyer-blob-files.h"
#include "foyer-database.h"
#include "foyer-test-business.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

typedef struct {
  char *program;
  char *directory;
  char *data;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      remove_tree (child);
    else
      g_remove (child);
  }
  g_rmdir (path);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->program = g_build_filename (g_getenv ("FOYER_BUILD_DIR"), "src", "backend", "foyer-server", NULL);
  fixture->directory = g_dir_make_tmp ("foyer-commands-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->data = g_build_filename (fixture->directory, "data", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  remove_tree (fixture->directory);
  g_free (fixture->program);
  g_free (fixture->directory);
  g_free (fixture->data);
}

/* Returns: the exit status; what the program said goes to @out and @err */
static int
run (Fixture *fixture, const char *input, char **out, char **err, const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  const char *argument;
  va_list rest;

  g_ptr_array_add (arguments, fixture->program);
  va_start (rest, first);
  for (argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *) arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, out, err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
make_organisation (Fixture *fixture, const char *slug)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (run (fixture, "correct horse battery\n", &out, &err, "init", "--data", fixture->data,
                        "--slug", slug, "--name", "Müller & Söhne", "--admin", "ana", NULL),
                   ==, 0);
  g_assert_cmpstr (err, ==, "");
  g_assert_nonnull (strstr (out, "Müller & Söhne"));
}

/* Starts a server and waits until it says where it listens. */
static GSubprocess *
serve (Fixture *fixture, const char *listen, const char *public_url, char **address)
{
  g_autofree char *ready = g_build_filename (fixture->directory, "ready", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *log = g_build_filename (fixture->directory, "log", NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_stderr_file_path (launcher, log);
  process = g_subprocess_launcher_spawn (launcher, &error, fixture->program, "run", "--data", fixture->data,
                                         "--listen", listen, "--ready-file", ready,
                                         public_url == NULL ? NULL : "--public-url", public_url, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (line, "Listening on "));
  *address = g_strdup (line + strlen ("Listening on "));
  return process;
}

static void
stop (Fixture *fixture, GSubprocess *process, int number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *control = g_build_filename (fixture->data, "control.sock", NULL);
  g_autofree char *ready = g_build_filename (fixture->directory, "ready", NULL);

  g_subprocess_send_signal (process, number);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_false (g_file_test (control, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (ready, G_FILE_TEST_EXISTS));
  g_object_unref (process);
}

static char *
print_code (Fixture *fixture)
{
  g_autofree char *out = NULL;

  g_assert_cmpint (run (fixture, NULL, &out, NULL, "code", "--data", fixture->data, "--user", "ana", NULL),
                   ==, 0);
  g_assert_true (g_str_has_prefix (out, "fyc_"));
  return g_steal_pointer (&out);
}

static void
test_help (Fixture *fixture, gconstpointer unused)
{
  static const char *const commands[]
      = { "run", "init", "sample", "code", "app-password", "links", "backup", "restore", "verify" };
  g_autofree char *help = NULL;
  g_autofree char *version = NULL;

  g_assert_cmpint (run (fixture, NULL, &help, NULL, "--help", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &version, NULL, "--version", NULL), ==, 0);
  g_assert_cmpstr (version, ==, "foyer-server " FOYER_VERSION "\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *own = NULL;
    g_autofree char *missing = NULL;

    g_assert_nonnull (strstr (help, commands[i]));
    g_assert_cmpint (run (fixture, NULL, &own, NULL, commands[i], "--help", NULL), ==, 0);
    g_assert_nonnull (strstr (own, "--data=DIR"));
    g_assert_cmpint (run (fixture, NULL, NULL, &missing, commands[i], NULL), ==, 2);
    g_assert_nonnull (strstr (missing, "--data is missing"));
  }
}

static void
test_wrong (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *err = NULL;
  const char *data = fixture->data;

#define ASSERT_SAYS(status, text, ...) \
  g_clear_pointer (&err, g_free); \
  g_assert_cmpint (run (fixture, "short\n", NULL, &err, __VA_ARGS__, NULL), ==, status); \
  g_assert_nonnull (strstr (err, text))
  ASSERT_SAYS (2, "no command", "serve");
  ASSERT_SAYS (2, "Unknown option", "run", "--nonsense");
  ASSERT_SAYS (2, "one argument too many", "run", "--data", data, "--listen", "127.0.0.1:0", "more");
  ASSERT_SAYS (1, "is no server data", "code", "--data", data, "--user", "ana");
  ASSERT_SAYS (1, "There is no server data", "links", "--data", data);
  ASSERT_SAYS (1, "12 to 256 characters", "init", "--data", data, "--slug", "a", "--name", "A", "--admin",
               "ana");
  ASSERT_SAYS (1, "cannot be part of an address", "init", "--data", data, "--slug", "A.B", "--name", "A",
               "--admin", "ana");
  ASSERT_SAYS (1, "--insecure-public", "run", "--data", data, "--listen", "0.0.0.0:0");
  ASSERT_SAYS (1, "is not an address to listen at", "run", "--data", data, "--listen", "nowhere");
  ASSERT_SAYS (1, "{slug}", "run", "--data", data, "--listen", "127.0.0.1:0", "--public-url",
               "https://a.example");
}

static void
test_init (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *code = NULL;
  g_autofree char *err = NULL;
  g_autofree char *named = NULL;

  make_organisation (fixture, "mueller");
  code = print_code (fixture);
  g_assert_cmpint (run (fixture, "correct horse battery\n", NULL, &err, "init", "--data", fixture->data,
                        "--slug", "mueller", "--name", "Other", "--admin", "eve", NULL),
                   ==, 1);
  g_assert_nonnull (strstr (err, "already"));
  make_organisation (fixture, "second");
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, NULL, NULL, &err, "code", "--data", fixture->data, "--user", "ana", NULL),
                   ==, 1);
  g_assert_nonnull (strstr (err, "several organisations"));
  g_assert_cmpint (run (fixture, NULL, &named, NULL, "code", "--data", fixture->data, "--user", "ana",
                        "--organisation", "second", NULL),
                   ==, 0);
}

/* The commands work beside a running server, which holds the only writing connection. */
static void
test_beside (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *address = NULL;
  g_autofree char *code = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *named = NULL;
  g_autofree char *err = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *path = g_build_filename (fixture->data, "control.sock", NULL);
  GSubprocess *process;
  GStatBuf found;

  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "sample", "--data", fixture->data, "--clients", "24",
                        NULL),
                   ==, 0);
  process = serve (fixture, "127.0.0.1:0", NULL, &address);
  g_assert_cmpint (g_lstat (path, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
  code = print_code (fixture);
  g_assert_cmpint (run (fixture, NULL, &first, NULL, "links", "--data", fixture->data, "--address", address,
                        NULL),
                   ==, 0);
  g_assert_cmpint (run (fixture, NULL, &second, NULL, "links", "--data", fixture->data, NULL), ==, 0);
  g_assert_cmpstr (first, !=, second);
  prefix = g_strdup_printf ("http://northwind.localhost:%s/l/fyd_", strrchr (address, ':') + 1);
  g_assert_true (g_str_has_prefix (first, prefix));
  g_assert_cmpint (run (fixture, NULL, NULL, &err, "links", "--data", fixture->data, "--client",
                        "Nobody at all", NULL),
                   ==, 1);
  g_assert_nonnull (strstr (err, "There is no such client"));
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, NULL, NULL, &err, "code", "--data", fixture->data, "--user", "nobody", NULL),
                   ==, 1);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, NULL, NULL, &err, "run", "--data", fixture->data, "--listen", "127.0.0.1:0",
                        NULL),
                   ==, 1);
  g_assert_nonnull (strstr (err, "in use by another program"));
  stop (fixture, process, SIGTERM);
  g_assert_cmpint (run (fixture, NULL, &named, NULL, "links", "--data", fixture->data, "--address",
                        "http://127.0.0.1:81", NULL),
                   ==, 0);
  g_assert_true (g_str_has_prefix (named, "http://northwind.localhost:81/l/fyd_"));
}

static void
test_log (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *address = NULL;
  g_autofree char *code = NULL;
  g_autofree char *path = g_build_filename (fixture->directory, "log", NULL);
  g_autofree char *log = NULL;
  g_auto (GStrv) lines = NULL;
  GSubprocess *process;

  make_organisation (fixture, "mueller");
  process = serve (fixture, "127.0.0.1:0", NULL, &address);
  code = print_code (fixture);
  stop (fixture, process, SIGINT);
  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  g_assert_null (strstr (log, g_strchomp (code)));
  lines = g_strsplit (g_strchomp (log), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_assert_true (g_str_has_prefix (lines[i], "{\"at\":\""));
    g_assert_true (g_str_has_suffix (lines[i], "}"));
  }
  g_assert_nonnull (strstr (log, "\"event\":\"started\""));
  g_assert_nonnull (strstr (log, "\"event\":\"stopped\""));
}

/* A unix socket, in a directory whose path is longer than addresses of sockets may be. */
static void
test_unix (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *long_name = g_strnfill (120, 'd');
  g_autofree char *socket_path = g_build_filename (fixture->directory, "http.sock", NULL);
  g_autofree char *listen = g_strconcat ("unix:", socket_path, NULL);
  g_autofree char *err = NULL;
  g_autofree char *address = NULL;
  g_autofree char *code = NULL;
  g_autofree char *link = NULL;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  GSubprocess *process;

  g_free (fixture->data);
  fixture->data = g_build_filename (fixture->directory, long_name, NULL);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "sample", "--data", fixture->data, "--clients", "24",
                        NULL),
                   ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, &err, "run", "--data", fixture->data, "--listen", listen, NULL),
                   ==, 1);
  g_assert_nonnull (strstr (err, "--public-url"));
  for (int i = 0; i < 2; i++) {
    process = serve (fixture, listen, "https://{slug}.portal.example", &address);
    g_assert_cmpstr (address, ==, listen);
    g_clear_pointer (&address, g_free);
    code = print_code (fixture);
    g_clear_pointer (&code, g_free);
    g_clear_pointer (&link, g_free);
    g_assert_cmpint (run (fixture, NULL, &link, NULL, "links", "--data", fixture->data, NULL), ==, 0);
    g_assert_true (g_str_has_prefix (link, "https://northwind.portal.example/l/fyd_"));
    stop (fixture, process, SIGTERM);
    g_assert_false (g_file_test (socket_path, G_FILE_TEST_EXISTS));
  }
}

static char *
get_epoch (const char *data)
{
  g_autofree char *path = g_build_filename (data, "foyer.db", NULL);
  g_autoptr (FoyerDatabase) database = foyer_database_open (path, FOYER_DATABASE_READER, NULL);
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "SELECT epoch, counter FROM account", NULL);

  g_assert_true (foyer_statement_step (statement, NULL));
  g_assert_cmpint (foyer_statement_get_integer (statement, 1), >, 0);
  return g_strdup (foyer_statement_get_text (statement, 0));
}

/* Puts a blob in, as an upload does, and a record that names it. */
static char *
add_blob (const char *data, const char *text)
{
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (data);
  g_autoptr (FoyerBlobWriter) writer = foyer_blob_writer_new (files, NULL);
  g_autofree char *path = g_build_filename (data, "foyer.db", NULL);
  g_autoptr (FoyerDatabase) database = foyer_database_open (path, FOYER_DATABASE_WRITER, NULL);
  g_autofree char *id = NULL;
  g_autofree char *sql = NULL;

  g_assert_true (foyer_blob_writer_add (writer, text, strlen (text), NULL));
  id = foyer_blob_writer_finish (writer, NULL);
  sql = g_strdup_printf ("INSERT INTO blob VALUES (1, '%s', %" G_GSIZE_FORMAT ", NULL);"
                         "INSERT INTO blob_reference VALUES (1, '%s', 'Photo', 'ph-1');",
                         id, strlen (text), id);
  g_assert_true (foyer_database_execute (database, sql, NULL));
  foyer_database_close (database);
  return g_steal_pointer (&id);
}

static void
assert_run (Fixture *fixture,
            int status,
            const char *text,
            const char *first,
            const char *data,
            const char *option,
            const char *value,
            const char *last)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *both = NULL;
  int got = run (fixture, NULL, &out, &err, first, "--data", data, option, value, last, NULL);

  both = g_strconcat (out, err, NULL);
  if (got != status || strstr (both, text) == NULL)
    g_error ("%s: status %d, said: %s", first, got, both);
}

/* What was backed up beside a running server comes back whole, under a new epoch; nothing that is there is overwritten unasked. */
static void
test_backup (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (fixture->directory, "backup", NULL);
  g_autofree char *partial = g_strconcat (file, ".partial", NULL);
  g_autofree char *other = g_build_filename (fixture->directory, "other", NULL);
  g_autofree char *aside = g_build_filename (other, "foyer.db.replaced", NULL);
  g_autofree char *address = NULL;
  g_autofree char *blob = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  GStatBuf found;
  GSubprocess *process;

  assert_run (fixture, 1, "There is no server data", "backup", fixture->data, "--to", file, NULL);
  assert_run (fixture, 0, "records", "sample", fixture->data, "--clients", "12", NULL);
  /* Beside the two logos of the sample, of 11604 bytes each. */
  blob = add_blob (fixture->data, "a picture");
  process = serve (fixture, "127.0.0.1:0", NULL, &address);
  assert_run (fixture, 0, "18 blobs, 262320 bytes", "backup", fixture->data, "--to", file, NULL);
  g_assert_cmpint (g_lstat (file, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
  g_assert_false (g_file_test (partial, G_FILE_TEST_EXISTS));
  assert_run (fixture, 0, "The data is whole", "verify", fixture->data, NULL, NULL, NULL);
  assert_run (fixture, 1, "in use by another program", "restore", fixture->data, "--from", file, "--replace");
  stop (fixture, process, SIGTERM);
  assert_run (fixture, 1, "is not empty", "restore", fixture->data, "--from", file, NULL);
  assert_run (fixture, 0, "with 18 blobs", "restore", other, "--from", file, NULL);
  assert_run (fixture, 0, "The data is whole", "verify", other, NULL, NULL, NULL);
  before = get_epoch (fixture->data);
  after = get_epoch (other);
  g_assert_cmpstr (before, !=, after);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  assert_run (fixture, 0, "with 18 blobs", "restore", other, "--from", file, "--replace");
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  again = get_epoch (other);
  g_assert_cmpstr (again, !=, after);
  assert_run (fixture, 1, "is no backup", "restore", fixture->data, "--from", aside, "--replace");
  g_assert_true (g_file_set_contents (file, "no database at all", -1, NULL));
  assert_run (fixture, 1, "is damaged or no backup at all. Nothing was changed", "restore", other, "--from",
              file, "--replace");
  assert_run (fixture, 0, "The data is whole", "verify", other, NULL, NULL, NULL);
}

/* Each kind of harm is found and named. */
static void
test_verify (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *sql;
    const char *finding;
  } harms[] = {
    { "UPDATE account SET counter = 5", "types are newer than their organisation" },
    { "UPDATE type_state SET n = 1 WHERE type = 'Client'", "Client records are newer" },
    { "INSERT INTO op_log VALUES (1, 'op-1', 'co-1', 5, '', 1, 'st', 0, 'Label', 'lb-1', '{}', NULL, NULL, "
      "NULL);"
      "INSERT INTO console (organisation, id, last, staff_id, seen_at) VALUES (1, 'co-1', 4, 'st', 0)",
      "operations have a number" },
    { "INSERT INTO op_log VALUES (1, 'op-1', 'co-1', 5, '', 1, 'st', 0, 'Label', 'lb-1', '{}', NULL, NULL, "
      "NULL);"
      "INSERT INTO console (organisation, id, last, staff_id, seen_at) VALUES (1, 'co-1', 5, 'st', 0)",
      "Label records of which the log says" },
    /* E07 */
    { "UPDATE signature SET name = 'Mallory' WHERE sequence = 2", "was changed after it was made" },
    { "DELETE FROM signature WHERE sequence = 1", "follows one that is missing" },
    { "DELETE FROM signature WHERE sequence = (SELECT max (sequence) FROM signature)",
      "organisations lack their last signature" },
    { "UPDATE signature SET previous_hash = NULL WHERE sequence = 2", "does not hold on to the one before" },
    { "UPDATE document SET file_name = 'other.pdf'"
      " WHERE id = (SELECT subject_id FROM signature WHERE sequence = 1)",
      "Signature 1" },
    { "UPDATE quote_version SET total = 1 WHERE id = (SELECT subject_id FROM signature"
      " WHERE subject_id LIKE 'qv-%' ORDER BY sequence LIMIT 1)",
      "is of something that says something else today" },
    { "INSERT INTO blob_reference VALUES (1, 'B1', 'Photo', 'ph-1')", "name a blob that is not there" },
    { "INSERT INTO blob VALUES (1, 'B47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU', 0, 5)",
      "B47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU is missing" },
  };
  g_autofree char *file = g_build_filename (fixture->directory, "backup", NULL);
  g_autofree char *path = g_build_filename (fixture->data, "foyer.db", NULL);
  g_autofree char *blob = NULL;
  g_autofree char *blob_path = NULL;
  g_autofree char *damaged = NULL;
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (fixture->data);

  assert_run (fixture, 0, "records", "sample", fixture->data, "--clients", "12", NULL);
  blob = add_blob (fixture->data, "a picture");
  assert_run (fixture, 0, "18 blobs", "backup", fixture->data, "--to", file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (harms); i++) {
    g_autoptr (FoyerDatabase) database = foyer_database_open (path, FOYER_DATABASE_WRITER, NULL);

    g_assert_true (foyer_database_execute (database, harms[i].sql, NULL));
    foyer_database_close (database);
    assert_run (fixture, 1, harms[i].finding, "verify", fixture->data, NULL, NULL, NULL);
    assert_run (fixture, 0, "restored", "restore", fixture->data, "--from", file, "--replace");
  }
  blob_path = foyer_blob_files_get_path (files, blob);
  damaged = g_strdup_printf ("Blob %s is damaged", blob);
  g_assert_true (g_file_set_contents (blob_path, "a pict_re", -1, NULL));
  assert_run (fixture, 0, "whole", "verify", fixture->data, "--quick", NULL, NULL);
  assert_run (fixture, 1, damaged, "verify", fixture->data, NULL, NULL, NULL);
  assert_run (fixture, 1, "is missing or damaged", "backup", fixture->data, "--to", file, NULL);
}

static void
test_public_address (Fixture *fixture, gconstpointer unused)
{
  static const char *const good[] = { "https://{slug}.portal.example", "http://{slug}.localhost:8080" };
  static const char *const bad[] = { "",
                                     "https://portal.example",
                                     "{slug}.portal.example",
                                     "ftp://{slug}.portal.example",
                                     "https://{slug}.portal.example/",
                                     "https://{slug}.portal.example/path",
                                     "https://{slug}.{slug}.example",
                                     "https://x.{slug}.example",
                                     "https://{slug}.",
                                     "https://user@{slug}.portal.example" };
  g_autofree char *api = foyer_public_address_get_api (good[0]);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (api, ==, "https://portal.example");
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_assert_true (foyer_public_address_check (good[i], &error));
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_assert_false (foyer_public_address_check (bad[i], &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
  }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN); /* A command that refuses does not read what it is given. */
  ADD ("/backend/commands/help", test_help);
  ADD ("/backend/commands/wrong", test_wrong);
  ADD ("/backend/commands/init", test_init);
  ADD ("/backend/commands/beside", test_beside);
  ADD ("/backend/commands/L20-log", test_log);
  ADD ("/backend/commands/unix", test_unix);
  ADD ("/backend/commands/backup", test_backup);
  ADD ("/backend/commands/E07-verify", test_verify);
  ADD ("/backend/commands/public-address", test_public_address);
  return g_test_run ();
}
