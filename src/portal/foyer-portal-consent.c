/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-consent.c - the sentence that somebody agrees to by signing */

#include "foyer-portal-consent.h"

#include "foyer-json.h"
#include "pages/foyer-page.h"

static char *
make_for_quote (FoyerPage *page, JsonObject *quote, const char *client)
{
  gboolean has_terms = foyer_json_object_text (quote, "terms") != NULL
                       || foyer_json_object_text (page->organisation, "terms") != NULL;
  g_autofree char *read
      = foyer_page_fill (foyer_page_say_quote (page, FOYER_PHRASE_QUOTE_CONSENT), "name", client);

  if (!has_terms)
    return g_steal_pointer (&read);
  return g_strconcat (read, " ", foyer_page_say (page, "I agree to the terms."), NULL);
}

char *
foyer_portal_consent (JsonObject *view)
{
  JsonObject *record = foyer_json_object_object (view, "record");
  const char *client = foyer_json_object_text (foyer_json_object_object (view, "client"), "name");
  FoyerPage page = {
    .view = view,
    .organisation = foyer_json_object_object (view, "organisation"),
    .language = foyer_json_object_text (view, "language"),
  };

  if (foyer_page_is (record, "type", "Quote"))
    return make_for_quote (&page, record, client);
  return foyer_page_fill (foyer_page_say (&page,
                                          "I am allowed to sign for {name}, and I agree to this document."),
                          "name", client);
}

char *
foyer_portal_consent_mark (JsonObject *view)
{
  g_autofree char *consent = foyer_portal_consent (view);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, consent, -1);
}
