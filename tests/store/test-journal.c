/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-journal.c - what is in the journal comes out of it again, whatever happened to the rest of the file */

#include "foyer-journal-entry.h"
#include "foyer-random.h"
#include "foyer-test.h"
#include "types/invite.h"
#include "types/label.h"

#include <glib/gstdio.h>
#include <string.h>

static FoyerOperation *
make_operation (const char *id, const FoyerRecordType *type, const char *patch)
{
  FoyerOperationData data = {
    .id = g_strdup (id),
    .verb = FOYER_VERB_UPDATE,
    .type = type,
    .record_id = g_strdup ("lb-1"),
    .command = g_strdup ("rename"),
    .subject = g_strdup ("Änne’s\nlabel"),
    .patch = foyer_test_json (patch),
    .expected = foyer_test_json ("{'name': 'before'}"),
    .made_at = 1790000000,
    .hold = 10 * G_USEC_PER_SEC,
  };

  return foyer_operation_new (&data);
}

static void
add_made (GByteArray *frames, const char *id)
{
  g_autoptr (FoyerOperation) operation = make_operation (id, &foyer_label_type, "{'name': 'after'}");

  foyer_journal_add_made (frames, foyer_operation_get_data (operation));
}

static FoyerJournalDigest *
digest (GByteArray *frames)
{
  g_autoptr (GBytes) bytes = g_bytes_new (frames->data, frames->len);

  return foyer_journal_digest (bytes);
}

static void
test_operation_comes_out_as_it_went_in (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  g_autoptr (GByteArray) again = g_byte_array_new ();
  g_autoptr (FoyerJournalDigest) read = NULL;
  const FoyerJournalEntry *entry;

  add_made (frames, "op-1");
  read = digest (frames);
  entry = foyer_journal_digest_look_up (read, "op-1");
  g_assert_cmpuint (read->skipped, ==, 0);
  g_assert_nonnull (entry);
  g_assert_cmpint (entry->last, ==, FOYER_JOURNAL_MADE);
  foyer_journal_add_made (again, foyer_operation_get_data (entry->operation));
  g_assert_cmpmem (frames->data, frames->len, again->data, again->len);
}

static void
test_last_word_on_an_operation_counts (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  g_autoptr (FoyerJournalDigest) read = NULL;

  add_made (frames, "op-1");
  add_made (frames, "op-2");
  foyer_journal_add_end (frames, FOYER_JOURNAL_WITHDRAWN, "op-1");
  foyer_journal_add_end (frames, FOYER_JOURNAL_SETTLED, "op-2");
  add_made (frames, "op-2");
  read = digest (frames);
  g_assert_cmpint (foyer_journal_digest_look_up (read, "op-1")->last, ==, FOYER_JOURNAL_WITHDRAWN);
  g_assert_cmpint (foyer_journal_digest_look_up (read, "op-2")->last, ==, FOYER_JOURNAL_MADE);
  g_assert_cmpuint (read->made->len, ==, 2);
}

static void
test_frame_that_is_cut_off_is_left_out (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  guint whole;

  add_made (frames, "op-1");
  whole = frames->len;
  add_made (frames, "op-2");
  for (guint length = whole; length < frames->len; length++) {
    g_autoptr (GBytes) cut = g_bytes_new (frames->data, length);
    g_autoptr (FoyerJournalDigest) read = foyer_journal_digest (cut);

    g_assert_nonnull (foyer_journal_digest_look_up (read, "op-1"));
    g_assert_null (foyer_journal_digest_look_up (read, "op-2"));
    g_assert_cmpuint (read->skipped, ==, length - whole);
  }
}

/* One byte, any byte, any bit: the frames that it does not touch are all there, and none says what was never said. */
static void
test_damaged_byte_costs_its_own_frame_only (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  guint ends[3];

  for (guint i = 0; i < 3; i++) {
    g_autofree char *id = g_strdup_printf ("op-%u", i);

    add_made (frames, id);
    ends[i] = frames->len;
  }
  for (guint at = 0; at < frames->len; at++) {
    g_autoptr (FoyerJournalDigest) read = NULL;

    frames->data[at] ^= (guint8) (1 << (at % 8));
    read = digest (frames);
    g_assert_cmpuint (read->made->len, ==, 2);
    for (guint i = 0; i < 3; i++) {
      g_autofree char *id = g_strdup_printf ("op-%u", i);
      gboolean touched = at < ends[i] && (i == 0 || at >= ends[i - 1]);

      g_assert_true ((foyer_journal_digest_look_up (read, id) == NULL) == touched);
    }
    frames->data[at] ^= (guint8) (1 << (at % 8));
  }
}

static void
test_noise_is_no_operation (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (11);

  for (guint run = 0; run < 300; run++) {
    g_autoptr (GByteArray) noise = g_byte_array_new ();
    g_autoptr (FoyerJournalDigest) read = NULL;
    guint length = foyer_random_below (random, 400);

    for (guint i = 0; i < length; i++) {
      guint8 byte = (guint8) foyer_random_below (random, 256);

      if (foyer_random_below (random, 20) == 0)
        g_byte_array_append (noise, (const guint8 *) "FojM", 4);
      g_byte_array_append (noise, &byte, 1);
    }
    read = digest (noise);
    g_assert_cmpuint (read->made->len, ==, 0);
    g_assert_cmpuint (read->skipped, ==, noise->len);
  }
}

static void
test_secret_is_not_in_the_journal (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  g_autoptr (FoyerOperation) operation
      = make_operation ("op-1", &foyer_invite_type, "{'password': 'correct horse'}");
  g_autoptr (FoyerJournalDigest) read = NULL;

  foyer_journal_add_made (frames, foyer_operation_get_data (operation));
  g_assert_null (g_strstr_len ((const char *) frames->data, frames->len, "correct horse"));
  read = digest (frames);
  g_assert_true (foyer_journal_digest_look_up (read, "op-1")->lost_secret);
}

static GByteArray *
load (const char *path)
{
  g_autoptr (GBytes) bytes = foyer_journal_load (path, NULL);

  return g_bytes_unref_to_array (g_steal_pointer (&bytes));
}

static void
test_file_is_appended_taken_back_and_replaced (void)
{
  char *directory = foyer_test_make_directory ();
  g_autofree char *path = g_build_filename (directory, "journal", NULL);
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  g_autoptr (GByteArray) first = NULL;
  g_autoptr (GByteArray) second = NULL;
  g_autoptr (GByteArray) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerJournal) journal = foyer_journal_open (path, &error);
  GStatBuf status;

  g_assert_no_error (error);
  add_made (frames, "op-1");
  g_assert_true (foyer_journal_append (journal, frames, NULL));
  g_assert_true (foyer_journal_append (journal, frames, NULL));
  first = load (path);
  g_assert_cmpuint (first->len, ==, 2 * frames->len);
  g_assert_true (foyer_journal_take_back (journal, NULL));
  second = load (path);
  g_assert_cmpmem (second->data, second->len, frames->data, frames->len);
  g_byte_array_set_size (frames, 0);
  g_assert_true (foyer_journal_replace (journal, frames, NULL));
  add_made (frames, "op-2");
  g_assert_true (foyer_journal_append (journal, frames, NULL));
  third = load (path);
  g_assert_cmpmem (third->data, third->len, frames->data, frames->len);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  foyer_test_remove_directory (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/operation-comes-out-as-it-went-in", test_operation_comes_out_as_it_went_in);
  g_test_add_func ("/journal/last-word-on-an-operation-counts", test_last_word_on_an_operation_counts);
  g_test_add_func ("/journal/frame-that-is-cut-off-is-left-out", test_frame_that_is_cut_off_is_left_out);
  g_test_add_func ("/journal/damaged-byte-costs-its-own-frame-only",
                   test_damaged_byte_costs_its_own_frame_only);
  g_test_add_func ("/journal/noise-is-no-operation", test_noise_is_no_operation);
  g_test_add_func ("/journal/secret-is-not-in-the-journal", test_secret_is_not_in_the_journal);
  g_test_add_func ("/journal/file-is-appended-taken-back-and-replaced",
                   test_file_is_appended_taken_back_and_replaced);
  return g_test_run ();
}
