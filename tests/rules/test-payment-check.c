/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-payment-check.c - clients can pay only where a provider is connected and the office wants it */

#include "foyer-payment-check.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

static FoyerRecord *
make (const FoyerRecordType *type, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) json = foyer_json_parse_object (text, -1, &error);
  FoyerRecord *record;

  g_assert_no_error (error);
  foyer_record_type_fill_defaults (type, json);
  record = foyer_record_from_json (type, json, &error);
  g_assert_no_error (error);
  return record;
}

static void
test_states (void)
{
  static const struct {
    const char *stripe;
    const char *settings;
    const char *rule;
    FoyerVerdict verdict;
  } cases[] = {
    { "none", "{\"id\": \"ps-1\"}", "D36", FOYER_VERDICT_BLOCK },
    { "restricted", "{\"id\": \"ps-1\"}", "D36", FOYER_VERDICT_BLOCK },
    { "ready", "{\"id\": \"ps-1\"}", "D36", FOYER_VERDICT_PASS },
    { "ready", "{\"id\": \"ps-1\", \"portal.payments\": false}", "D35", FOYER_VERDICT_BLOCK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text
        = g_strdup_printf ("{\"id\": \"org-1\", \"name\": \"N\", \"slug\": \"n\", \"zone\": \"UTC\","
                           " \"stripe\": \"%s\"}",
                           cases[i].stripe);
    g_autoptr (FoyerRecord) organisation = make (&foyer_organisation_type, text);
    g_autoptr (FoyerRecord) settings = make (&foyer_portal_settings_type, cases[i].settings);
    g_autoptr (FoyerFinding) finding = foyer_payment_check (organisation, settings, "en-US");

    g_assert_cmpstr (finding->rule, ==, cases[i].rule);
    g_assert_cmpint ((int) finding->verdict, ==, (int) cases[i].verdict);
    g_assert_false (finding->verdict == FOYER_VERDICT_BLOCK && finding->client_sentence == NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/payment-check/states", test_states);
  return g_test_run ();
}
