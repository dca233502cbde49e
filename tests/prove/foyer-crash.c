/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-crash.c - one session, one fault, and what is left afterwards */

#include "foyer-crash.h"

#include "foyer-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LONGEST_RUN 60 /* seconds, after which a child counts as hanging */

struct _FoyerDiary {
  int file;         /* of the child */
  GPtrArray *lines; /* (element-type utf8): of the parent */
};

void
foyer_diary_write (FoyerDiary *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *ended = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ended = g_strconcat (line, "\n", NULL);
  foyer_faulty_disk_write (self->file, ended, strlen (ended));
}

gboolean
foyer_diary_has (FoyerDiary *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return g_ptr_array_find_with_equal_func (self->lines, line, g_str_equal, NULL);
}

const char *
foyer_diary_find (FoyerDiary *self, const char *start)
{
  for (guint i = self->lines->len; i-- > 0;) {
    if (g_str_has_prefix (self->lines->pdata[i], start))
      return (const char *) self->lines->pdata[i] + strlen (start);
  }
  return NULL;
}

static void
count (FoyerJudge *self, const char *what, guint64 *counter, const char *format, va_list arguments)
{
  g_autofree char *sentence = g_strdup_vprintf (format, arguments);

  ++*counter;
  g_print ("%s: %s: %s\n", self->where, what, sentence);
}

void
foyer_judge_lost (FoyerJudge *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  count (self, "lost", &self->proof->lost, format, arguments);
  va_end (arguments);
}

void
foyer_judge_doubled (FoyerJudge *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  count (self, "doubled", &self->proof->doubled, format, arguments);
  va_end (arguments);
}

void
foyer_judge_corrupt (FoyerJudge *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  count (self, "corrupt", &self->proof->diverged, format, arguments);
  va_end (arguments);
}

static int
take_answer (void *answer, int n_columns, char **values, char **names)
{
  g_string_append (answer, values[0] == NULL ? "" : values[0]);
  return 0;
}

void
foyer_judge_check_file (FoyerJudge *self, const char *path)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  sqlite3 *database = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || sqlite3_exec (database, "PRAGMA integrity_check", take_answer, answer, NULL) != SQLITE_OK)
    g_string_append (answer, sqlite3_errmsg (database));
  sqlite3_close (database);
  if (strcmp (answer->str, "ok") != 0)
    foyer_judge_corrupt (self, "%s: %s", path, answer->str);
}

/* --- The child --- */

/* What goes wrong here is said in the diary; the log would say it once a run. */
static void
ignore_log (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static void
write_places (FoyerDiary *diary)
{
  GArray *places = foyer_faulty_disk_get_places ();

  for (guint i = 0; places != NULL && i < places->len; i++)
    foyer_diary_write (diary, "place %" G_GUINT64_FORMAT, g_array_index (places, guint64, i));
}

static void G_GNUC_NORETURN
be_the_child (const FoyerCrashSession *session,
              const char *directory,
              int file,
              FoyerFault fault,
              guint64 point,
              guint64 seed)
{
  FoyerDiary diary = { .file = file };

  alarm (LONGEST_RUN);
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  if (point > 0)
    g_log_set_default_handler (ignore_log, NULL);
  foyer_faulty_disk_install (fault, point, seed);
  if (point == 0 && foyer_fault_is_of_memory (fault))
    foyer_faulty_disk_note_places ();
  session->play (directory, &diary);
  write_places (&diary);
  foyer_diary_write (&diary, "passed %" G_GUINT64_FORMAT,
                     foyer_faulty_disk_count (foyer_fault_is_of_memory (fault)));
  _exit (0);
}

static void
read_diary (FoyerDiary *diary, int file)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char buffer[4096];
  gssize length;

  while ((length = read (file, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, length);
  lines = g_strsplit (text->str, "\n", -1);
  diary->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    g_ptr_array_add (diary->lines, g_strdup (lines[i]));
}

static void
copy_directory (const char *from, const char *to)
{
  g_autoptr (GDir) directory = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
    g_assert_true (
        g_file_set_contents_full (target, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  }
}

/* What is only in memory goes with the power. */
static void
forget_shared_memory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    if (g_str_has_suffix (name, "-shm"))
      g_unlink (file);
  }
}

/* --- What is left --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_file (GChecksum *sum, const char *directory, const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *heading = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  heading = g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", name, length);
  g_checksum_update (sum, (const guchar *) heading, -1);
  g_checksum_update (sum, (const guchar *) bytes, (gssize) length);
}

/* One number for every byte of every file, and every line of the diary but the count of points. Nobody forges it: MD5 is fast enough to be
 * asked two hundred thousand times. */
static char *
sum_up (const char *path, FoyerDiary *diary)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_file (sum, path, names->pdata[i]);
  for (guint i = 0; i < diary->lines->len; i++) {
    g_autoptr (GString) line = g_string_new (diary->lines->pdata[i]);

    g_string_replace (line, path, ".", 0);
    if (!g_str_has_prefix (line->str, "passed "))
      g_checksum_update (sum, (const guchar *) line->str, (gssize) line->len + 1);
  }
  return g_strdup (g_checksum_get_string (sum));
}

/* What a judge has said of the same bytes it would say again. */
static void
judge_once (const FoyerCrashSession *session,
            const char *directory,
            FoyerDiary *diary,
            FoyerJudge *judge,
            GHashTable *judged)
{
  FoyerProof *proof = judge->proof;
  FoyerProof before = *proof;
  char *sum = sum_up (directory, diary);
  guint64 *operations = judged == NULL ? NULL : g_hash_table_lookup (judged, sum);

  if (operations == NULL)
    session->judge (directory, diary, judge);
  else
    proof->operations += *operations;
  if (judged != NULL && operations == NULL && before.lost == proof->lost && before.doubled == proof->doubled
      && before.diverged == proof->diverged) {
    operations = g_new (guint64, 1);
    *operations = proof->operations - before.operations;
    g_hash_table_insert (judged, g_steal_pointer (&sum), operations);
  }
  g_free (sum);
}

static gboolean
ended_well (int status, FoyerFault fault)
{
  if (WIFEXITED (status) && WEXITSTATUS (status) == 0)
    return TRUE;
  return fault <= FOYER_FAULT_POWER && WIFEXITED (status) && WEXITSTATUS (status) == FOYER_FAULT_STATUS;
}

guint64
foyer_crash_run (const FoyerCrashSession *session,
                 const char *base,
                 FoyerFault fault,
                 guint64 point,
                 guint64 seed,
                 FoyerProof *proof,
                 GHashTable *judged,
                 GArray *places)
{
  char *directory = foyer_test_make_directory ();
  FoyerDiary diary = { 0 };
  FoyerJudge judge = { .proof = proof };
  const char *passed;
  guint64 n_passed;
  int ends[2];
  int status;
  pid_t child;

  judge.where = g_strdup_printf ("%s --at '%s/%s/%" G_GUINT64_FORMAT "' --first-seed %" G_GUINT64_FORMAT,
                                 proof->name, session->name, foyer_fault_name (fault), point, seed);
  copy_directory (base, directory);
  fflush (NULL);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    close (ends[0]);
    be_the_child (session, directory, ends[1], fault, point, seed);
  }
  close (ends[1]);
  read_diary (&diary, ends[0]);
  close (ends[0]);
  waitpid (child, &status, 0);
  if (!ended_well (status, fault))
    foyer_judge_corrupt (&judge, "the process ended with %s %d", WIFSIGNALED (status) ? "signal" : "status",
                         WIFSIGNALED (status) ? WTERMSIG (status) : WEXITSTATUS (status));
  if (fault == FOYER_FAULT_POWER)
    forget_shared_memory (directory);
  judge_once (session, directory, &diary, &judge, judged);
  passed = foyer_diary_find (&diary, "passed ");
  n_passed = passed == NULL ? 0 : g_ascii_strtoull (passed, NULL, 10);
  for (guint i = 0; places != NULL && i < diary.lines->len; i++) {
    if (g_str_has_prefix (diary.lines->pdata[i], "place ")) {
      guint64 place = g_ascii_strtoull ((char *) diary.lines->pdata[i] + strlen ("place "), NULL, 10);

      g_array_append_val (places, place);
    }
  }
  proof->done++;
  g_ptr_array_unref (diary.lines);
  g_free (judge.where);
  foyer_test_remove_directory (directory);
  return n_passed;
}
