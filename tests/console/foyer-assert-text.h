/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_assert_text:
 * @text: (transfer full): what was said
 * @expected: what it should be, with plain spaces where @text has those that do not break
 */
#define foyer_assert_text(text, expected) \
  G_STMT_START \
  { \
    g_autofree char *said_ = foyer_plain_text (text); \
    g_assert_cmpstr (said_, ==, expected); \
  } \
  G_STMT_END

/**
 * foyer_plain_text:
 * @text: (transfer full) (nullable)
 *
 * Returns: (transfer full): @text with plain spaces
 */
static inline char *
foyer_plain_text (char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\302\240", " ", 0);
  g_free (text);
  return g_string_free (plain, FALSE);
}

G_END_DECLS
