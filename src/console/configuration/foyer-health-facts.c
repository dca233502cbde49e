/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-health-facts.c - what is known of how the portal is doing (E3) */

#include "foyer-health.h"

#include "foyer-settings.h"
#include "types/delivery.h"
#include "types/document.h"
#include "types/domain.h"
#include "types/invite.h"
#include "types/organisation.h"
#include "types/portal_link.h"
#include "types/sign_in_event.h"
#include "types/template.h"

#define DAY G_GINT64_CONSTANT (86400)
#define WINDOW (30 * DAY)
#define TEXTS_WINDOW (7 * DAY)
#define MOST_DOMAINS 20

static gboolean
add_count (FoyerRecordSource *source, FoyerQuery *query, gint64 *sum, GError **error)
{
  gint64 n = foyer_record_source_count (source, query, error);

  *sum += MAX (n, 0);
  return n >= 0;
}

static gboolean
read_ways_in (FoyerHealthFacts *facts, FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerQuery) invites = foyer_query_new (&foyer_invite_type);
  g_autoptr (FoyerQuery) links = foyer_query_new (&foyer_portal_link_type);

  return add_count (source, invites, &facts->ways_in, error)
         && add_count (source, links, &facts->ways_in, error);
}

static FoyerVerdict
judge_domain (FoyerRecord *domain)
{
  switch (foyer_domain_get_status (domain)) {
  case FOYER_DOMAIN_VERIFIED:
    return FOYER_VERDICT_PASS;
  case FOYER_DOMAIN_FAILED:
    return FOYER_VERDICT_BLOCK;
  case FOYER_DOMAIN_PENDING:
  default:
    return FOYER_VERDICT_WARN;
  }
}

static gboolean
read_domains (FoyerHealthFacts *facts, FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_domain_type);
  g_autoptr (GPtrArray) domains = NULL;

  foyer_query_limit (query, MOST_DOMAINS);
  domains = foyer_record_source_list (source, query, error);
  if (domains == NULL)
    return FALSE;
  for (guint i = 0; i < domains->len; i++) {
    FoyerRecord *domain = domains->pdata[i];

    if (foyer_domain_get_is_primary (domain) && facts->primary_host == NULL) {
      facts->primary_host = g_strdup (foyer_domain_get_host (domain));
      facts->primary_verdict = judge_domain (domain);
    } else if (judge_domain (domain) == FOYER_VERDICT_BLOCK && facts->failed_host == NULL) {
      facts->failed_host = g_strdup (foyer_domain_get_host (domain));
    }
  }
  return TRUE;
}

static gboolean
count_mails (FoyerRecordSource *source, gint64 now, FoyerDeliveryStatus status, gint64 *sum, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_delivery_type);

  foyer_query_where_number (query, "channel", FOYER_COMPARE_EQUAL, FOYER_DELIVERY_EMAIL);
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  foyer_query_where_number (query, "queuedAt", FOYER_COMPARE_AT_LEAST, now - WINDOW);
  return add_count (source, query, sum, error);
}

static gboolean
read_deliveries (FoyerHealthFacts *facts, FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerQuery) texts = foyer_query_new (&foyer_delivery_type);

  foyer_query_where_number (texts, "channel", FOYER_COMPARE_EQUAL, FOYER_DELIVERY_SMS);
  foyer_query_where_number (texts, "sentAt", FOYER_COMPARE_AT_LEAST, facts->now - TEXTS_WINDOW);
  return add_count (source, texts, &facts->texts_sent, error)
         && count_mails (source, facts->now, FOYER_DELIVERY_SENT, &facts->mails_arrived, error)
         && count_mails (source, facts->now, FOYER_DELIVERY_DELIVERED, &facts->mails_arrived, error)
         && count_mails (source, facts->now, FOYER_DELIVERY_BOUNCED, &facts->mails_bounced, error);
}

static gboolean
count_outcome (FoyerRecordSource *source,
               gint64 now,
               FoyerSignInEventOutcome outcome,
               gint64 *sum,
               GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_sign_in_event_type);

  foyer_query_where_number (query, "outcome", FOYER_COMPARE_EQUAL, outcome);
  foyer_query_where_number (query, "at", FOYER_COMPARE_AT_LEAST, now - WINDOW);
  return add_count (source, query, sum, error);
}

static gboolean
read_sign_ins (FoyerHealthFacts *facts, FoyerRecordSource *source, GError **error)
{
  static const FoyerSignInEventOutcome failures[]
      = { FOYER_SIGN_IN_EVENT_WRONG,   FOYER_SIGN_IN_EVENT_EXPIRED,     FOYER_SIGN_IN_EVENT_USED,
          FOYER_SIGN_IN_EVENT_REVOKED, FOYER_SIGN_IN_EVENT_UNKNOWN,     FOYER_SIGN_IN_EVENT_NOT_ALLOWED,
          FOYER_SIGN_IN_EVENT_LOCKED,  FOYER_SIGN_IN_EVENT_RATE_LIMITED };

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++) {
    if (!count_outcome (source, facts->now, failures[i], &facts->sign_ins_failed, error))
      return FALSE;
  }
  return count_outcome (source, facts->now, FOYER_SIGN_IN_EVENT_SIGNED_IN, &facts->signed_in, error)
         && count_outcome (source, facts->now, FOYER_SIGN_IN_EVENT_SCANNER, &facts->scanners, error);
}

static gboolean
count_documents (FoyerRecordSource *source, FoyerDocumentShownTo shown_to, gint64 *sum, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_document_type);

  foyer_query_where_text (query, "clientId", NULL);
  foyer_query_where_number (query, "shownTo", FOYER_COMPARE_EQUAL, shown_to);
  return add_count (source, query, sum, error);
}

static gboolean
read_words (FoyerHealthFacts *facts, FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerQuery) templates = foyer_query_new (&foyer_template_type);

  return add_count (source, templates, &facts->own_templates, error)
         && count_documents (source, FOYER_DOCUMENT_SHOWN_TO_ALL, &facts->documents_shown, error)
         && count_documents (source, FOYER_DOCUMENT_SHOWN_TO_SOME, &facts->documents_shown, error);
}

static gboolean
read_settings (FoyerHealthFacts *facts, FoyerRecordSource *source, GError **error)
{
  g_autoptr (GError) problem = NULL;

  facts->organisation = foyer_record_source_get_singleton (source, &foyer_organisation_type, &problem);
  if (problem != NULL) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  facts->settings = foyer_settings_get (source, error);
  return facts->settings != NULL;
}

FoyerHealthFacts *
foyer_health_read (FoyerRecordSource *source, gint64 now, GError **error)
{
  g_autoptr (FoyerHealthFacts) facts = g_new0 (FoyerHealthFacts, 1);

  facts->now = now;
  if (!read_settings (facts, source, error) || !read_ways_in (facts, source, error)
      || !read_domains (facts, source, error) || !read_deliveries (facts, source, error)
      || !read_sign_ins (facts, source, error) || !read_words (facts, source, error))
    return NULL;
  return g_steal_pointer (&facts);
}

void
foyer_health_facts_free (FoyerHealthFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_object (&facts->settings);
  g_clear_object (&facts->organisation);
  g_free (facts->primary_host);
  g_free (facts->failed_host);
  g_free (facts);
}
