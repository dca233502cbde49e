/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-gate.c - the gate before the server: the same head however it arrives, and nothing let in that two parsers could read differently */

#include "foyer-fuzz.h"

#include "http/foyer-gate.h"

#include <string.h>

static void
check_verdict (const char *head, gsize length)
{
  FoyerGateVerdict verdict = foyer_gate_judge (head, length);

  g_assert_cmpuint (verdict.status, >=, 200);
  if (verdict.status != 200) {
    g_assert_nonnull (verdict.reason);
    return;
  }
  g_assert_null (memchr (head, '\0', length));
  g_assert_null (g_strstr_len (head, (gssize) length, "Transfer-Encoding:"));
  g_assert_cmpuint (verdict.body_length, <=, FOYER_GATE_LONGEST_UPLOAD);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *bytes = (const char *) data;
  FoyerGateScan whole = { 0 };
  FoyerGateScan cut = { 0 };
  gboolean is_broken = FALSE;
  gboolean is_broken_cut = FALSE;
  gsize length;
  gsize length_cut = 0;

  if (size == 0 || size > FOYER_GATE_LONGEST_HEAD)
    return 0;
  length = foyer_gate_find_end (&whole, bytes, size, &is_broken);
  for (gsize i = 1; i <= size && length_cut == 0 && !is_broken_cut; i++)
    length_cut = foyer_gate_find_end (&cut, bytes, i, &is_broken_cut);
  g_assert_true (is_broken == is_broken_cut);
  if (!is_broken)
    g_assert_cmpuint (length, ==, length_cut);
  if (!is_broken && length > 0)
    check_verdict (bytes, length);
  return 0;
}
