/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-seen.c - each setting changes what a client sees, or it is said here who reads it; set back, all is as it was (E7) */

#include "foyer-portal-pages.h"

#include "foyer-json.h"
#include "foyer-portal-cases.h"
#include "foyer-setting-values.h"
#include "foyer-settings-change.h"
#include "types/portal_settings.h"

#include <string.h>

/* What changes no page of the sample, and what reads it. Nothing reads the last: they have no row in Configuration. */
static const struct {
  const char *key;
  const char *reader; /* (nullable): below the source directory */
} elsewhere[] = {
  { "booking.decline_reasons", "src/console/approvals/foyer-decider.c" },
  { "booking.expire_hours", "src/rules/foyer-settings.c" },
  { "access.direct_links", "src/rules/foyer-settings.c" },
  { "access.direct_link_days", "src/rules/foyer-portal-entry.c" },
  { "access.extend_while_unpaid", "src/rules/foyer-portal-entry.c" },
  { "access.recheck_after_days", "src/rules/foyer-portal-entry.c" },
  { "access.link_may", "src/rules/foyer-permission.c" },
  { "access.allowed_domains", "src/rules/foyer-entry-chain.c" },
  { "access.sso", "src/rules/foyer-settings.c" },
  { "access.idle_hours", "src/backend/site/foyer-site-stay.c" },
  { "access.invite_days", "src/backend/effects/foyer-invite-effects.c" },
  { "access.invite_delivery", "src/backend/effects/foyer-invite-effects.c" },
  { "brand.logo", "src/portal/foyer-portal-picture.c" },
  { "brand.logo_dark", "src/portal/foyer-portal-picture.c" },
  { "brand.banner", "src/portal/foyer-portal-picture.c" },
  { "brand.pdf_logo", "src/portal/foyer-view-letterhead.c" },
  { "brand.pdf_terms", "src/portal/foyer-view-letterhead.c" },
  { "notify.team.booking", "src/backend/effects/foyer-team-notices.c" },
  { "notify.team.cancel", "src/backend/effects/foyer-team-notices.c" },
  { "notify.team.message", "src/backend/effects/foyer-team-notices.c" },
  { "invite.note", "src/portal/foyer-mail-invite.c" },
  { "invite.leaflet", "src/portal/foyer-mail.c" },
  { "sms.booked", "src/rules/foyer-diagnosis-texts.c" },
  { "sms.dispatched", "src/rules/foyer-diagnosis-texts.c" },
  { "sms.en_route", "src/rules/foyer-diagnosis-texts.c" },
  { "sms.complete", "src/rules/foyer-diagnosis-texts.c" },
  { "sms.invoice", "src/rules/foyer-diagnosis-texts.c" },
  { "sms.quiet_from", "src/rules/foyer-diagnosis-texts.c" },
  { "sms.quiet_until", "src/rules/foyer-diagnosis-texts.c" },
  { "booking.travel_minutes", NULL },
  { "booking.overdue_days", "src/rules/foyer-fit-client-rules.c" },
};

static gboolean
is_read_elsewhere (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++) {
    if (strcmp (elsewhere[i].key, key) == 0)
      return TRUE;
  }
  return FALSE;
}

/* @change: (nullable): members of the settings that are different
   @before: (nullable): what the pages were like; none is made after the first that is otherwise */
static GPtrArray *
make_pages (const char *change, GPtrArray *before, gboolean *differs)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);

  *differs = FALSE;
  if (change != NULL)
    foyer_portal_sample_change (sample, &foyer_portal_settings_type, foyer_record_get_id (sample->settings),
                                change);
  for (guint i = 0; i < foyer_n_portal_cases && !*differs; i++) {
    g_autoptr (FoyerPortalPage) page = NULL;

    /* Each of those that bring their own settings would change them for all that come after. */
    if (foyer_portal_cases[i].turned != NULL || foyer_portal_cases[i].language != NULL
        || foyer_portal_cases[i].settings != NULL)
      continue;
    page = foyer_portal_case_page (sample, &foyer_portal_cases[i], NULL);
    g_ptr_array_add (pages, foyer_portal_case_text (page));
    *differs = before != NULL && strcmp (pages->pdata[pages->len - 1], before->pdata[pages->len - 1]) != 0;
  }
  return pages;
}

static gboolean
is_seen (const FoyerField *field, const char *value, GPtrArray *before)
{
  g_autofree char *change = g_strdup_printf ("{\"%s\": %s}", field->name, value);
  g_autoptr (JsonNode) node = foyer_json_parse (value, -1, NULL);
  g_autofree char *expected = foyer_settings_check_value (field, node);
  g_autoptr (GPtrArray) after = NULL;
  gboolean differs;

  g_assert_null (expected);
  after = make_pages (change, before, &differs);
  return differs;
}

/* Of the sample as it is; made once. */
static GPtrArray *
get_pages (void)
{
  static GPtrArray *pages;
  gboolean differs;

  if (pages == NULL)
    pages = make_pages (NULL, NULL, &differs);
  return pages;
}

static JsonNode *
get_present (const FoyerField *field)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) settings = foyer_record_to_json (sample->settings);
  JsonNode *present = json_object_get_member (settings, field->name);

  return present == NULL ? json_node_init_null (json_node_alloc ()) : json_node_copy (present);
}

static void
test_setting (gconstpointer data)
{
  const FoyerField *field = data;
  g_autoptr (JsonNode) present = get_present (field);
  GPtrArray *before = get_pages ();
  g_autoptr (GPtrArray) list = foyer_setting_values (field, present);
  gboolean seen = FALSE;

  for (guint i = 0; i < list->len && !seen; i++)
    seen = is_seen (field, list->pdata[i], before);
  if (seen == is_read_elsewhere (field->name))
    g_test_message (seen ? "%s changes a page" : "%s changes no page", field->name);
  g_assert_true (seen != is_read_elsewhere (field->name));
}

/* Or a page could be otherwise for having been made again. */
static void
test_the_same_again (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) settings = foyer_record_to_json (sample->settings);
  g_autofree char *former = foyer_json_to_text (settings);
  g_autoptr (GPtrArray) after = NULL;
  gboolean differs;

  after = make_pages (former, get_pages (), &differs);
  g_assert_false (differs);
}

/* By its own name, or by that of its getter. */
static void
test_readers_read_them (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++) {
    g_autofree char *getter = g_strdelimit (g_strdup (elsewhere[i].key), ".", '_');
    g_autofree char *path = NULL;
    g_autofree char *text = NULL;

    if (elsewhere[i].reader == NULL)
      continue;
    path = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), elsewhere[i].reader, NULL);
    g_test_message ("%s is read by %s", elsewhere[i].key, elsewhere[i].reader);
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_assert_true (strstr (text, getter) != NULL || strstr (text, elsewhere[i].key) != NULL);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];
    g_autofree char *path = g_strdup_printf ("/settings-seen/%s", field->name);

    if (field->title != NULL)
      g_test_add_data_func (path, field, test_setting);
  }

  g_test_add_func ("/settings-seen/the-same-again", test_the_same_again);
  g_test_add_func ("/settings-seen/the-rest-is-read-where-it-is-said", test_readers_read_them);

  return g_test_run ();
}
