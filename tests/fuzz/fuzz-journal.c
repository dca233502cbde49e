/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-journal.c - the operation journal: whatever the disk made of it, whole frames are read, and written again they are the same */

#include "foyer-fuzz.h"

#include "foyer-journal-entry.h"
#include "foyer-json.h"

#include <string.h>

/* A text of lines, each a kind and a payload, stands for frames with good sums; libFuzzer would hardly find those. */
static GBytes *
make_frames (const char *text, gsize length)
{
  GByteArray *frames = g_byte_array_new ();
  const char *end = text + length;

  while (text < end) {
    const char *stop = memchr (text, '\n', (gsize) (end - text));
    gsize line = stop == NULL ? (gsize) (end - text) : (gsize) (stop - text);
    g_autoptr (JsonObject) payload
        = line == 0 ? NULL : foyer_json_parse_object (text + 1, (gssize) line - 1, NULL);

    if (payload != NULL)
      foyer_journal_add_frame (frames, (FoyerJournalKind) (guint8) *text, payload);
    text += line + 1;
  }
  return g_byte_array_free_to_bytes (frames);
}

static void
write_again (FoyerJournalKind kind, JsonObject *payload, gpointer frames)
{
  foyer_journal_add_frame (frames, kind, payload);
}

static void
check_journal (GBytes *journal)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  g_autoptr (GByteArray) twice = g_byte_array_new ();
  gsize skipped = foyer_journal_read (journal, write_again, frames);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (FoyerJournalDigest) digest = foyer_journal_digest (journal);

  g_assert_cmpuint (skipped, <=, g_bytes_get_size (journal));
  g_assert_cmpuint (digest->skipped, ==, skipped);
  whole = g_bytes_new (frames->data, frames->len);
  g_assert_cmpuint (foyer_journal_read (whole, write_again, twice), ==, 0);
  g_assert_cmpmem (frames->data, frames->len, twice->data, twice->len);
  for (guint i = 0; i < digest->made->len; i++) {
    const FoyerJournalEntry *entry = foyer_journal_digest_look_up (digest, digest->made->pdata[i]);

    g_assert_nonnull (entry->operation);
    g_assert_cmpstr (foyer_operation_get_id (entry->operation), ==, digest->made->pdata[i]);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GBytes) framed = make_frames (size == 0 ? "" : (const char *) data, size);

  check_journal (raw);
  check_journal (framed);
  return 0;
}
