/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-entry.c - does a direct link open the portal? The start of the visibility chain */

#include "foyer-portal-entry.h"

#include "foyer-business.h"
#include "foyer-entry-chain.h"
#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "foyer-date-text.h"
#include "types/invoice.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <string.h>

/* However long invoices stay unpaid (reliability.md §2.2, L13). A longer life of its own stays as long as it is. */
#define LONGEST_LIFE (180 * (gint64) FOYER_SECONDS_PER_DAY)

typedef struct {
  FoyerEntryChain chain; /* client and person may be NULL */
  FoyerBusiness *business;
  FoyerRecord *link;
  gint64 own_end;
  gint64 n_unpaid;
  gint64 now;
  FoyerPortalEntry *entry;
} Check;

static FoyerFinding *
add (Check *check, const char *rule, FoyerVerdict verdict, char *sentence)
{
  return foyer_entry_chain_add (&check->chain, rule, verdict, sentence);
}

gint64
foyer_portal_entry_own_end (FoyerRecord *settings, FoyerRecord *link)
{
  gint64 days = foyer_portal_settings_get_access_direct_link_days (settings);

  if (FOYER_HAS (link, portal_link, expires_at))
    return foyer_portal_link_get_expires_at (link);
  if (FOYER_HAS (link, portal_link, issued_at))
    return foyer_portal_link_get_issued_at (link) + days * FOYER_SECONDS_PER_DAY;
  return G_MAXINT64;
}

/* The last day on which a bill was in time: what has ended is not opened again by what is written later (L13). */
static char *
find_last_day (Check *check)
{
  FoyerLocalTime end;

  if (check->own_end == G_MAXINT64 || check->business->zone == NULL)
    return NULL;
  end = foyer_zone_to_local (check->business->zone, check->own_end);
  return foyer_date_format (&end.date);
}

static gboolean
add_count (Check *check, const char *client_id, const char *payer_id, int status, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_invoice_type);
  g_autofree char *last_day = find_last_day (check);
  g_autoptr (GPtrArray) bills = NULL;

  if (client_id != NULL)
    foyer_query_where_text (query, "clientId", client_id);
  foyer_query_where_text (query, "billToId", payer_id);
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  bills = foyer_record_source_list (check->chain.source, query, error);
  for (guint i = 0; bills != NULL && i < bills->len; i++) {
    const char *issued_on = foyer_invoice_get_issued_on (bills->pdata[i]);

    check->n_unpaid += last_day == NULL || issued_on == NULL || strcmp (issued_on, last_day) <= 0;
  }
  return bills != NULL;
}

/* What this client still has to pay: their own invoices that nobody else pays, and others' that they pay. */
static gboolean
count_unpaid (Check *check, GError **error)
{
  static const FoyerInvoiceStatus unpaid[] = { FOYER_INVOICE_ISSUED, FOYER_INVOICE_PART_PAID };
  const char *id = foyer_portal_link_get_client_id (check->link);

  for (guint i = 0; i < G_N_ELEMENTS (unpaid); i++) {
    if (!add_count (check, id, NULL, unpaid[i], error) || !add_count (check, NULL, id, unpaid[i], error))
      return FALSE;
  }
  return TRUE;
}

static gint64
find_check_time (Check *check)
{
  gint64 days = foyer_portal_settings_get_access_recheck_after_days (check->business->settings);
  gint64 since
      = MAX (foyer_portal_link_get_checked_at (check->link), foyer_portal_link_get_issued_at (check->link));

  return since + days * FOYER_SECONDS_PER_DAY;
}

static gboolean
check_portal (Check *check, GError **error)
{
  foyer_entry_chain_check_portal (&check->chain);
  return TRUE;
}

static gboolean
check_client (Check *check, GError **error)
{
  return foyer_entry_chain_check_client (&check->chain, error);
}

/* Many links name nobody. */
static gboolean
check_person (Check *check, GError **error)
{
  if (foyer_portal_link_get_person_id (check->link) != NULL)
    foyer_entry_chain_check_person (&check->chain);
  return TRUE;
}

/* D12, D13 and D14: the organisation's and the client's sign-in rules let links in (X2, 001-37). */
static gboolean
check_sign_in (Check *check, GError **error)
{
  const char *language = check->business->language;
  FoyerRecord *settings = check->business->settings;
  FoyerDirectLinks links = foyer_settings_direct_links (settings, check->chain.client);

  foyer_entry_chain_check_sso (&check->chain);
  foyer_entry_chain_check_domain (&check->chain);
  if (links == FOYER_DIRECT_LINKS_OFF) {
    add (check, "D12", FOYER_VERDICT_BLOCK,
         foyer_plain_sentence (language, "Direct links are off; clients must sign in"))
        ->fix
        = foyer_plain_sentence (language, "Send a sign-in link");
    return TRUE;
  }
  check->entry->asks_first = links == FOYER_DIRECT_LINKS_CHECKED && find_check_time (check) <= check->now;
  if (check->entry->asks_first)
    add (check, "D12", FOYER_VERDICT_INFO,
         foyer_plain_sentence (language, "The link asks for the email address or phone number first"));
  else
    add (check, "D12", FOYER_VERDICT_PASS, foyer_plain_sentence (language, "Direct links are on"));
  return TRUE;
}

/* D15: nobody revoked it (000-13). */
static gboolean
check_revoked (Check *check, GError **error)
{
  const char *language = check->business->language;
  FoyerFinding *finding;

  if (foyer_portal_link_get_status (check->link) != FOYER_PORTAL_LINK_REVOKED) {
    add (check, "D15", FOYER_VERDICT_PASS, foyer_plain_sentence (language, "The link was not revoked"));
    return TRUE;
  }
  finding = add (check, "D15", FOYER_VERDICT_BLOCK, foyer_plain_sentence (language, "The link was revoked"));
  finding->fix = foyer_plain_sentence (language, "Make a new link");
  return foyer_entry_chain_describe_change (&check->chain, foyer_portal_link_get_revoked_by (check->link),
                                            foyer_portal_link_get_revoked_at (check->link),
                                            &finding->evidence, error);
}

static gint64
find_extended_end (Check *check)
{
  gint64 since = FOYER_HAS (check->link, portal_link, issued_at)
                     ? foyer_portal_link_get_issued_at (check->link)
                     : check->own_end
                           - foyer_portal_settings_get_access_direct_link_days (check->business->settings)
                                 * FOYER_SECONDS_PER_DAY;

  if (check->own_end == G_MAXINT64 || check->n_unpaid == 0
      || !foyer_portal_settings_get_access_extend_while_unpaid (check->business->settings))
    return check->own_end;
  return MAX (check->own_end, since + LONGEST_LIFE);
}

static void
add_expired (Check *check)
{
  const char *language = check->business->language;
  FoyerFinding *finding
      = add (check, "D16", FOYER_VERDICT_BLOCK, foyer_plain_sentence (language, "The link has expired"));

  finding->fix = foyer_plain_sentence (language, "Make a new link");
  if (check->business->zone != NULL) {
    g_autofree char *moment = foyer_moment_text (check->own_end, check->now, check->business->zone, language);

    finding->evidence = foyer_text_sentence (moment);
  }
}

/* D16: it is not too old, or unpaid invoices keep it alive (000-64, 000-65). */
static gboolean
check_expired (Check *check, GError **error)
{
  const char *language = check->business->language;
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, check->n_unpaid);

  check->entry->lives_until = find_extended_end (check);
  if (check->own_end > check->now)
    add (check, "D16", FOYER_VERDICT_PASS, foyer_plain_sentence (language, "The link has not expired"));
  else if (check->entry->lives_until > check->now)
    add (check, "D16", FOYER_VERDICT_INFO,
         foyer_text_fill (foyer_text_plural (language, "Kept alive by {count} unpaid invoice",
                                             "Kept alive by {count} unpaid invoices", check->n_unpaid),
                          "count", count, NULL));
  else
    add_expired (check);
  return TRUE;
}

FoyerPortalEntry *
foyer_portal_entry_check_of (FoyerRecordSource *source,
                             FoyerBusiness *business,
                             FoyerRecord *link,
                             FoyerRecord *client,
                             FoyerRecord *person,
                             gint64 now,
                             GError **error)
{
  static gboolean (*const steps[]) (Check *, GError **) = {
    check_portal, check_client, check_person, check_sign_in, check_revoked, check_expired,
  };
  g_autoptr (FoyerPortalEntry) entry = g_new0 (FoyerPortalEntry, 1);
  Check check = { .business = business, .link = link, .now = now, .entry = entry };

  entry->findings = foyer_findings_new ();
  check.chain
      = (FoyerEntryChain){ .source = source, .business = business, .now = now, .findings = entry->findings };
  check.own_end = foyer_portal_entry_own_end (business->settings, link);
  if (check.own_end <= now && !count_unpaid (&check, error))
    return NULL;
  check.chain.client = client;
  check.chain.person = person;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (!steps[i](&check, error))
      return NULL;
  }
  entry->verdict = foyer_findings_worst (entry->findings);
  return g_steal_pointer (&entry);
}

FoyerPortalEntry *
foyer_portal_entry_check_at (FoyerRecordSource *source,
                             FoyerBusiness *business,
                             FoyerRecord *link,
                             gint64 now,
                             GError **error)
{
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  if (!foyer_record_source_look_up (source, &foyer_client_type, foyer_portal_link_get_client_id (link),
                                    &client, error)
      || !foyer_record_source_look_up (source, &foyer_portal_person_type,
                                       foyer_portal_link_get_person_id (link), &person, error))
    return NULL;
  return foyer_portal_entry_check_of (source, business, link, client, person, now, error);
}

FoyerPortalEntry *
foyer_portal_entry_check (FoyerRecordSource *source, FoyerRecord *link, gint64 now, GError **error)
{
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);

  return business == NULL ? NULL : foyer_portal_entry_check_at (source, business, link, now, error);
}

void
foyer_portal_entry_free (FoyerPortalEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_pointer (&entry->findings, g_ptr_array_unref);
  g_free (entry);
}

gboolean
foyer_portal_entry_is_open (const FoyerPortalEntry *entry)
{
  return entry->verdict < FOYER_VERDICT_UNKNOWN;
}

const FoyerFinding *
foyer_portal_entry_get_reason (const FoyerPortalEntry *entry)
{
  for (guint i = 0; i < entry->findings->len; i++) {
    const FoyerFinding *finding = entry->findings->pdata[i];

    if (finding->verdict >= FOYER_VERDICT_UNKNOWN)
      return finding;
  }
  return NULL;
}
