/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-preview-link.c - links to previews, which come from anywhere: what is taken is written as it was read and leads nowhere else */

#include "foyer-fuzz.h"

#include "foyer-id.h"
#include "foyer-portal-address.h"
#include "foyer-preview-link.h"

#include <string.h>

static void
assert_is_id (const char *id, const char *prefix)
{
  if (id == NULL)
    return;
  g_assert_true (foyer_id_is_valid (id));
  g_assert_true (g_str_has_prefix (id, prefix));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPreviewLink) link = foyer_preview_link_parse (text, &error);
  g_autoptr (FoyerPortalAddress) address = NULL;
  g_autofree char *again = NULL;

  g_assert_true ((link == NULL) == (error != NULL));
  if (link == NULL)
    return 0;
  again = foyer_preview_link_write (link);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (strlen (text), <=, FOYER_PREVIEW_LINK_LONGEST);
  assert_is_id (link->client_id, "cl-");
  assert_is_id (link->person_id, "pp-");
  assert_is_id (link->link_id, "pl-");
  g_assert_true (link->client_id != NULL || (link->person_id == NULL && link->link_id == NULL));
  g_assert_true (g_utf8_validate (link->page, -1, NULL));
  g_assert_true (*link->page == '/' && link->page[1] != '/');
  address = foyer_portal_address_parse (link->page);
  g_assert_nonnull (address);
  g_assert_cmpint (link->moment, >=, 0);
  g_assert_cmpint (link->source, <=, FOYER_PREVIEW_BOTH);
  return 0;
}
