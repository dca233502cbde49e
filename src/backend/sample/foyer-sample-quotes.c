/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-quotes.c - quotes with their versions, and what else clients ask */

#include "foyer-sample-parts.h"

#include "foyer-json.h"
#include "foyer-paper.h"
#include "types/portal_link.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/request.h"
#include "types/signature.h"

#define TITLE "Rooftop unit replacement"
#define TAX_RATE 500
#define FEWEST_QUOTES 14
#define FEWEST_REQUESTS 18
#define CLIENTS_PER_QUOTE 3
#define CLIENTS_PER_REQUEST 2

typedef struct {
  FoyerSampleClient *client;
  char *id;
  guint number;
  const char *status;
  gint64 at;
  guint n_versions;
  char *version_ids[2];
  char *content_hash; /* of the last version */
  gint64 total;       /* of the last version */
  gint64 decided_at;
  char *request_id; /* (nullable): the wish for a change */
} Offer;

static gboolean
is_status (const Offer *offer, const char *status)
{
  return g_str_equal (offer->status, status);
}

static gboolean
is_sent (const Offer *offer)
{
  return !is_status (offer, "draft");
}

static gboolean
is_answered (const Offer *offer)
{
  return is_status (offer, "approved") || is_status (offer, "declined") || is_status (offer, "changes");
}

/* --- Versions ---------------------------------------------------------------------------------------------------- */

static void
add_line (GString *lines,
          const char *name,
          const char *detail,
          gint64 quantity,
          const char *unit,
          gint64 price)
{
  g_string_append_printf (lines,
                          "%s{\"name\":\"%s\",\"detail\":\"%s\",\"quantity\":%" G_GINT64_FORMAT
                          ",\"unit\":\"%s\",\"price\":{\"amount\":%" G_GINT64_FORMAT
                          ",\"currency\":\"USD\"},\"amount\":{\"amount\":%" G_GINT64_FORMAT
                          ",\"currency\":\"USD\"}}",
                          lines->len > 1 ? "," : "", name, detail, quantity * 1000, unit, price,
                          quantity * price);
}

static gint64
write_lines (FoyerSampleMaker *maker, GString *lines, guint version)
{
  gint64 hours = 8 + foyer_sample_below (maker, 10);
  gint64 thermostats = 1 + foyer_sample_below (maker, 3);
  gint64 subtotal = 748000 + 95000 + hours * 11000 + thermostats * 18900;

  g_string_append_c (lines, '[');
  add_line (lines, "5-ton rooftop unit, 16 SEER2", "Heat pump, 10-year parts warranty", 1, "", 748000);
  add_line (lines, "Crane and placement", "Half day, street permit included", 1, "", 95000);
  add_line (lines, "Installation labor", "Two technicians", hours, "h", 11000);
  add_line (lines, "Smart thermostat", "", thermostats, "", 18900);
  if (version > 1) {
    add_line (lines, "Saturday work", "", 1, "", 48000);
    subtotal += 48000;
  }
  g_string_append_c (lines, ']');
  return subtotal;
}

/* What the client signs, and its hash. */
static char *
hash_paper (const Offer *offer, JsonObject *version)
{
  g_autoptr (JsonObject) quote = json_object_new ();
  g_autoptr (JsonObject) paper = NULL;
  g_autofree char *number = g_strdup_printf ("%u", offer->number);

  json_object_set_string_member (quote, "id", offer->id);
  json_object_set_string_member (quote, "clientId", offer->client->id);
  json_object_set_string_member (quote, "propertyId", offer->client->property_ids[0]);
  json_object_set_string_member (quote, "number", number);
  json_object_set_string_member (quote, "title", TITLE);
  paper = foyer_quote_paper (quote, version);
  return foyer_json_hash (paper);
}

static void
add_version (FoyerSampleMaker *maker, Offer *offer, guint version)
{
  gint64 at = offer->at + (gint64) (version - 1) * 3 * FOYER_SAMPLE_DAY;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_quote_version_type, NULL, at);
  g_autoptr (GString) lines = g_string_new (NULL);
  gint64 subtotal = write_lines (maker, lines, version);
  gint64 tax = (subtotal * TAX_RATE + 5000) / 10000;

  offer->total = subtotal + tax;
  offer->version_ids[version - 1] = g_strdup (foyer_sample_get_id (record));
  foyer_sample_text (record, "quoteId", offer->id);
  foyer_sample_integer (record, "version", version);
  foyer_sample_text (
      record, "intro",
      "Replacement of the old rooftop unit, done in one day. Heat is guaranteed back by 6 PM.");
  foyer_sample_parse (record, "lines", lines->str);
  foyer_sample_money (record, "subtotal", subtotal);
  foyer_sample_integer (record, "taxRate", TAX_RATE);
  foyer_sample_money (record, "tax", tax);
  foyer_sample_money (record, "total", offer->total);
  foyer_sample_money (record, "deposit", offer->total * 3 / 10);
  foyer_sample_text (record, "terms", "Valid as stated above. The deposit is due on approval.");
  foyer_sample_text (record, "change", version > 1 ? "Saturday work added." : NULL);
  g_free (offer->content_hash);
  offer->content_hash = hash_paper (offer, record->json);
  if (is_sent (offer)) {
    foyer_sample_time (record, "sentAt", at + FOYER_SAMPLE_HOUR);
    foyer_sample_text (record, "sentBy", maker->staff_ids[FOYER_SAMPLE_BEN]);
    foyer_sample_text (record, "contentHash", offer->content_hash);
  }
  foyer_sample_end (record);
}

/* --- Quotes ------------------------------------------------------------------------------------------------------ */

static char *
write_history (const Offer *offer)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < offer->n_versions && is_sent (offer); i++) {
    g_autofree char *at
        = foyer_utc_format (offer->at + (gint64) i * 3 * FOYER_SAMPLE_DAY + FOYER_SAMPLE_HOUR);

    g_string_append_printf (out, "%s{\"at\":\"%s\",\"by\":\"Ben Carlsen\",\"what\":\"sent\",\"version\":%u}",
                            i == 0 ? "" : ",", at, i + 1);
  }
  if (is_answered (offer)) {
    g_autofree char *at = foyer_utc_format (offer->decided_at);

    g_string_append_printf (out, ",{\"at\":\"%s\",\"by\":\"%s\",\"what\":\"%s\",\"version\":%u}", at,
                            offer->client->person_names[0], offer->status, offer->n_versions);
  }
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static void
set_answer (FoyerSampleRecord *record, const Offer *offer)
{
  if (!is_answered (offer))
    return;
  foyer_sample_text (record, "decidedBy", offer->client->person_ids[0]);
  foyer_sample_text (record, "decidedName", offer->client->person_names[0]);
  foyer_sample_time (record, "decidedAt", offer->decided_at);
  foyer_sample_text (record, "decidedVia", offer->number % 3 == 0 ? "office" : "portal");
  if (is_status (offer, "changes"))
    foyer_sample_text (record, "answer", "Can this be done on a Saturday?");
  if (is_status (offer, "declined"))
    foyer_sample_text (record, "answer", "Too expensive for us this year.");
  foyer_sample_changed (record, offer->client->person_ids[0], offer->decided_at);
}

static void
add_quote (FoyerSampleMaker *maker, const Offer *offer)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_quote_type, offer->id, offer->at);
  FoyerDate date = foyer_zone_to_local (maker->zone, offer->at).date;
  FoyerDate last_date = foyer_date_add_days (&date, 30);
  g_autofree char *valid_until = foyer_date_format (&last_date);
  g_autofree char *number = g_strdup_printf ("%u", offer->number);
  g_autofree char *history = write_history (offer);

  foyer_sample_text (record, "clientId", offer->client->id);
  foyer_sample_text (record, "propertyId", offer->client->property_ids[0]);
  foyer_sample_text (record, "number", number);
  foyer_sample_text (record, "title", TITLE);
  foyer_sample_text (record, "status", offer->status);
  foyer_sample_text (record, "versionId", offer->version_ids[offer->n_versions - 1]);
  foyer_sample_money (record, "total", offer->total);
  foyer_sample_text (record, "validUntil", valid_until);
  if (is_sent (offer)) {
    foyer_sample_time (record, "sentAt",
                       offer->at + (gint64) (offer->n_versions - 1) * 3 * FOYER_SAMPLE_DAY
                           + FOYER_SAMPLE_HOUR);
    foyer_sample_time (record, "viewedAt", is_answered (offer) ? offer->decided_at - 600 : 0);
  }
  foyer_sample_text (record, "preparedBy", maker->staff_ids[FOYER_SAMPLE_BEN]);
  foyer_sample_text (record, "requestId", offer->request_id);
  foyer_sample_parse (record, "history", history);
  set_answer (record, offer);
  foyer_sample_end (record);
}

static void
sign_offer (FoyerSampleMaker *maker, const Offer *offer)
{
  FoyerSampleSigning *signing = g_new0 (FoyerSampleSigning, 1);

  signing->client = offer->client;
  signing->id = foyer_sample_id (maker, &foyer_signature_type, offer->decided_at);
  signing->subject_id = g_strdup (offer->version_ids[offer->n_versions - 1]);
  signing->content_hash = g_strdup (offer->content_hash);
  signing->consent = "I have read this estimate and approve it. I agree to the terms.";
  signing->at = offer->decided_at;
  signing->address = foyer_sample_address (maker);
  signing->blob_id = offer->number % 2 == 0 ? foyer_sample_blob (offer->id) : NULL;
  g_ptr_array_add (maker->signings, signing);
}

static void
send_offer (FoyerSampleMaker *maker, const Offer *offer)
{
  gint64 at = offer->at + FOYER_SAMPLE_HOUR;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_portal_link_type, NULL, at);
  g_autofree char *last_four = foyer_sample_last_four (maker);
  g_autofree char *subject = g_strdup_printf ("Estimate %u", offer->number);
  const FoyerSampleDelivery delivery = {
    .client = offer->client,
    .person_id = offer->client->person_ids[0],
    .channel = "email",
    .kind = "quote",
    .to = offer->client->person_emails[0],
    .subject = subject,
    .about_id = offer->id,
    .status = "delivered",
    .at = at,
  };

  foyer_sample_text (record, "clientId", offer->client->id);
  foyer_sample_text (record, "personId", offer->client->person_ids[0]);
  foyer_sample_text (record, "origin", "quote");
  foyer_sample_text (record, "originId", offer->id);
  foyer_sample_words (record, "scopes", "quotes documents");
  foyer_sample_time (record, "expiresAt", at + 90 * FOYER_SAMPLE_DAY);
  foyer_sample_time (record, "issuedAt", at);
  foyer_sample_text (record, "lastFour", last_four);
  foyer_sample_end (record);
  foyer_sample_add_delivery (maker, &delivery);
}

/* --- Requests ---------------------------------------------------------------------------------------------------- */

typedef struct {
  FoyerSampleClient *client;
  const char *id;
  const char *kind;
  const char *status;
  const char *about_id;
  const char *wish; /* subject and words, parted by a bar */
  gint64 at;
} Ask;

static const char *
get_answer (const char *status)
{
  if (g_str_equal (status, "resolved"))
    return "Done, thank you for telling us.";
  if (g_str_equal (status, "declined"))
    return "We are sorry, we cannot do that.";
  return NULL;
}

static void
set_outcome (FoyerSampleMaker *maker, FoyerSampleRecord *record, const Ask *ask)
{
  const char *answer = get_answer (ask->status);
  gint64 decided_at = ask->at + 26 * FOYER_SAMPLE_HOUR;
  g_autofree char *comment_at = foyer_utc_format (ask->at + FOYER_SAMPLE_HOUR);
  g_autofree char *comments
      = g_strdup_printf ("[{\"at\":\"%s\",\"by\":\"%s\",\"text\":\"Called, no answer.\"}]", comment_at,
                         maker->staff_ids[FOYER_SAMPLE_BEN]);

  if (!g_str_equal (ask->status, "new")) {
    foyer_sample_text (record, "assigneeId", maker->staff_ids[foyer_sample_below (maker, 2)]);
    foyer_sample_parse (record, "comments", comments);
  }
  if (g_str_equal (ask->status, "waiting"))
    foyer_sample_time (record, "heldUntil", maker->now + FOYER_SAMPLE_DAY);
  if (answer == NULL)
    return;
  foyer_sample_text (record, "answer", answer);
  foyer_sample_text (record, "decidedBy", maker->staff_ids[FOYER_SAMPLE_BEN]);
  foyer_sample_time (record, "decidedAt", decided_at);
  foyer_sample_text (record, "outcomeId", ask->client->visit_id);
  foyer_sample_changed (record, maker->staff_ids[FOYER_SAMPLE_BEN], decided_at);
}

static void
add_request (FoyerSampleMaker *maker, const Ask *ask)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_request_type, ask->id, ask->at);
  g_auto (GStrv) words = g_strsplit (ask->wish, "|", 2);
  g_autofree char *first
      = foyer_utc_format (foyer_sample_moment (maker, foyer_sample_working_day (maker, 3, 0), 540));
  g_autofree char *last
      = foyer_utc_format (foyer_sample_moment (maker, foyer_sample_working_day (maker, 3, 0), 720));
  g_autofree char *times = g_strdup_printf ("[{\"start\":\"%s\",\"end\":\"%s\"}]", first, last);
  gboolean service = g_str_equal (ask->kind, "service");

  foyer_sample_text (record, "clientId", ask->client->id);
  foyer_sample_text (record, "personId", ask->client->person_ids[0]);
  foyer_sample_text (record, "kind", ask->kind);
  foyer_sample_text (record, "status", ask->status);
  foyer_sample_integer (record, "number", ++maker->request_number);
  foyer_sample_text (record, "subject", words[0]);
  foyer_sample_text (record, "body", words[1]);
  foyer_sample_text (record, "propertyId", ask->client->property_ids[0]);
  foyer_sample_text (record, "serviceId", service ? maker->service_ids->pdata[3] : NULL);
  foyer_sample_text (record, "aboutId", ask->about_id);
  foyer_sample_boolean (record, "urgent", service && foyer_sample_chance (maker, 25));
  foyer_sample_text (record, "source", foyer_sample_chance (maker, 80) ? "portal" : "office");
  foyer_sample_time (record, "requestedAt", ask->at);
  if (foyer_sample_chance (maker, 40))
    foyer_sample_attach_photo (record, 3, "photo.png");
  if (service)
    foyer_sample_parse (record, "preferredTimes", times);
  set_outcome (maker, record, ask);
  foyer_sample_end (record);
}

static const char *
get_subject (const Ask *ask)
{
  if (g_str_equal (ask->kind, "dispute"))
    return ask->client->invoice_id;
  return g_str_equal (ask->kind, "complaint") ? ask->client->visit_id : NULL;
}

/* Wishes for changes come with their quotes; of the others each kind meets each status. */
static void
add_requests (FoyerSampleMaker *maker)
{
  static const char *const kinds[] = { "service", "complaint", "quote", "dispute" };
  static const guint wishes[] = { 0, 1, 2, 3, 5, 8, 7, 3, 6, 1, 2, 3 };
  static const char *const statuses[]
      = { "new", "open", "resolved", "waiting", "declined", "withdrawn", "new" };
  guint count = MAX (FEWEST_REQUESTS, maker->n_clients / CLIENTS_PER_REQUEST);

  for (guint i = 0; i < count; i++) {
    Ask ask = {
      .client = foyer_sample_client_at (maker, i * 2),
      .kind = kinds[i % G_N_ELEMENTS (kinds)],
      .status = statuses[i % G_N_ELEMENTS (statuses)],
      .wish = foyer_sample_wishes[wishes[i % G_N_ELEMENTS (wishes)]],
    };
    int day = g_str_equal (ask.status, "new") || g_str_equal (ask.status, "open") ? -(int) (i % 3) - 1
                                                                                  : -4 - (int) (i * 7 % 30);

    ask.at = foyer_sample_moment (maker, day, 500 + (int) foyer_sample_below (maker, 480));
    ask.about_id = get_subject (&ask);
    add_request (maker, &ask);
  }
}

static void
ask_for_change (FoyerSampleMaker *maker, Offer *offer)
{
  Ask ask = {
    .client = offer->client,
    .kind = "change",
    .status = is_status (offer, "changes") ? "open" : "resolved",
    .about_id = offer->id,
    .wish = foyer_sample_wishes[offer->number % 2 == 0 ? 4 : 9],
    .at = offer->at + FOYER_SAMPLE_DAY,
  };

  offer->request_id = foyer_sample_id (maker, &foyer_request_type, ask.at);
  ask.id = offer->request_id;
  add_request (maker, &ask);
}

static void
add_offer (FoyerSampleMaker *maker, guint n)
{
  static const char *const statuses[]
      = { "sent", "approved", "declined", "draft", "changes", "expired", "approved", "withdrawn" };
  Offer offer = {
    .client = foyer_sample_client_at (maker, n * CLIENTS_PER_QUOTE),
    .number = ++maker->quote_number,
    .status = statuses[n % G_N_ELEMENTS (statuses)],
    .n_versions = n % 3 == 1 ? 2 : 1,
  };
  gboolean young = is_status (&offer, "sent") || is_status (&offer, "draft") || is_status (&offer, "changes");
  int day = foyer_sample_working_day (maker, young ? -12 + (int) (n % 4) : -39, 0);

  offer.at = foyer_sample_moment (maker, day, 600 + (int) (n % 200));
  offer.decided_at = offer.at + (gint64) (offer.n_versions + 1) * 2 * FOYER_SAMPLE_DAY;
  offer.id = foyer_sample_id (maker, &foyer_quote_type, offer.at);
  for (guint version = 1; version <= offer.n_versions; version++)
    add_version (maker, &offer, version);
  if (is_status (&offer, "changes") || (offer.n_versions > 1 && is_sent (&offer)))
    ask_for_change (maker, &offer);
  add_quote (maker, &offer);
  if (is_sent (&offer))
    send_offer (maker, &offer);
  if (is_status (&offer, "approved"))
    sign_offer (maker, &offer);

  g_free (offer.id);
  g_free (offer.version_ids[0]);
  g_free (offer.version_ids[1]);
  g_free (offer.content_hash);
  g_free (offer.request_id);
}

void
foyer_sample_add_quotes (FoyerSampleMaker *maker)
{
  guint count = MAX (FEWEST_QUOTES, maker->n_clients / CLIENTS_PER_QUOTE);

  for (guint i = 0; i < count; i++)
    add_offer (maker, i);
  add_requests (maker);
}
