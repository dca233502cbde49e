/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-settings.c - domains, words, settings and their history */

#include "foyer-sample-logo.h"
#include "foyer-sample-parts.h"

#include "foyer-blob-id.h"
#include "types/domain.h"
#include "types/portal_settings.h"
#include "types/saved_reply.h"
#include "types/settings_proposal.h"
#include "types/settings_version.h"
#include "types/template.h"

/* [phone] and the rest are filled in when a mail is made. The invite begins with the words that 001-61 suggests. */
static const struct {
  const char *kind;
  const char *subject;
  const char *body;
} templates[] = {
  { "invite", "Your access to [organisation]",
    "You’ve been invited to our Customer Portal. Click this link to create a secure account where you can "
    "view "
    "jobs, accept estimates, and pay invoices. If you need help, reply to this email or call us at "
    "[phone].\n\n"
    "[link]" },
  { "sign_in", "Your sign-in link",
    "Here is your link: [link]\nIt works once, for one hour. Your code: [code]" },
  { "quote", "Estimate [number]",
    "Hello [name],\n\nyour estimate is ready: [link]\nIt is valid until [date]." },
  { "invoice", "Invoice [number]",
    "Hello [name],\n\nyour invoice over [amount] is ready: [link]\nIt is due [date]." },
  { "appointment", "See you on [date]",
    "Hello [name],\n\n[crew] will be with you on [date].\n[link]" },
  { "booking_received", "We have your request",
    "Hello [name],\n\nwe will answer within one business day.\n[link]" },
  { "booking_answer", "About your request for [date]", "Hello [name],\n\n[message]\n\n[link]" },
  { "request_answer", "About your request [number]", "Hello [name],\n\n[message]\n\n[link]" },
  { "access_ended", "Your access has ended",
    "Hello [name],\n\nyour access to our portal has ended. Questions? [phone]" },
  { "sms_booked", NULL, "Northwind: your visit is booked for [date], [window]." },
  { "sms_dispatched", NULL, "Northwind: [crew] has your visit next." },
  { "sms_en_route", NULL, "Northwind: [crew] is on the way." },
  { "sms_complete", NULL, "Northwind: all done. Photos and report: [link]" },
  { "sms_invoice", NULL, "Northwind: invoice [number] over [amount]: [link]" },
};

static const char *const replies[] = {
  "On the way|way|[crew] is on the way and should be with you within the hour.",
  "Send a photo|photo|Could you send us a photo of the label on the side of the unit? It helps us bring the "
  "right part.",
  "Filter sizes|filter|You can read the size on the edge of the old filter. Just send us the three numbers.",
  "Reset the furnace|reset|Please switch the furnace off at the red switch, wait one minute and switch it on "
  "again.",
  "Old price list|prices|Our prices of last year.",
};

static void
add_templates (FoyerSampleMaker *maker)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++) {
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_template_type, NULL,
                                                    foyer_sample_moment (maker, -300, 600 + (int) i));

    foyer_sample_text (record, "kind", templates[i].kind);
    foyer_sample_text (record, "language", "en-US");
    foyer_sample_text (record, "subject", templates[i].subject);
    foyer_sample_text (record, "body", templates[i].body);
    foyer_sample_end (record);
  }
}

static void
add_replies (FoyerSampleMaker *maker)
{
  for (guint i = 0; i < G_N_ELEMENTS (replies); i++) {
    g_auto (GStrv) parts = g_strsplit (replies[i], "|", 3);
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_saved_reply_type, NULL,
                                                    foyer_sample_moment (maker, -290, 600 + (int) i));

    foyer_sample_text (record, "title", parts[0]);
    foyer_sample_text (record, "shortcut", parts[1]);
    foyer_sample_text (record, "body", parts[2]);
    foyer_sample_text (record, "ownerId", i == 3 ? maker->staff_ids[FOYER_SAMPLE_BEN] : NULL);
    foyer_sample_integer (record, "useCount", 3 + foyer_sample_below (maker, 60));
    foyer_sample_time (record, "archivedAt", i == 4 ? foyer_sample_moment (maker, -100, 700) : 0);
    foyer_sample_end (record);
  }
}

static void
add_domains (FoyerSampleMaker *maker)
{
  static const struct {
    const char *host;
    const char *purpose;
    const char *status;
    const char *reason;
    const char *found;
    gboolean primary;
  } domains[] = {
    { "portal.northwind-heating.example", "portal", "verified", NULL, "edge.portal.example", TRUE },
    { "my.northwind-heating.example", "portal", "failed",
      "The CNAME record points to parking.example instead of edge.portal.example.", "parking.example",
      FALSE },
    { "book.northwind.example", "portal", "pending", NULL, NULL, FALSE },
    { "mail.northwind.example", "mail", "verified", NULL, "edge.portal.example", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++) {
    gint64 at = foyer_sample_moment (maker, -250 + (int) i * 80, 640);
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_domain_type, NULL, at);
    gboolean verified = g_str_equal (domains[i].status, "verified");
    g_autofree char *records = g_strdup_printf (
        "[{\"type\":\"CNAME\",\"name\":\"%s\",\"value\":\"edge.portal.example\",\"found\":%s%s%s,"
        "\"ok\":%s}]",
        domains[i].host, domains[i].found == NULL ? "" : "\"",
        domains[i].found == NULL ? "null" : domains[i].found, domains[i].found == NULL ? "" : "\"",
        verified ? "true" : "false");

    foyer_sample_text (record, "host", domains[i].host);
    foyer_sample_text (record, "purpose", domains[i].purpose);
    foyer_sample_text (record, "status", domains[i].status);
    foyer_sample_text (record, "reason", domains[i].reason);
    foyer_sample_boolean (record, "primary", domains[i].primary);
    foyer_sample_parse (record, "records", records);
    foyer_sample_time (record, "checkedAt", maker->now - 20 * FOYER_SAMPLE_MINUTE);
    foyer_sample_time (record, "nextCheckAt", maker->now + 40 * FOYER_SAMPLE_MINUTE);
    foyer_sample_time (record, "verifiedAt", verified ? at + 2 * FOYER_SAMPLE_HOUR : 0);
    foyer_sample_end (record);
  }
}

static JsonNode *
list_services (FoyerSampleMaker *maker)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < foyer_sample_n_services; i++) {
    if (foyer_sample_services[i].bookable)
      json_array_add_string_element (array, maker->service_ids->pdata[i]);
  }
  return json_node_init_array (json_node_alloc (), array);
}

/* Clients book, the office approves. */
static void
name_logo (FoyerSampleRecord *record, const char *field, FoyerBrandMode mode)
{
  g_autoptr (GBytes) logo = foyer_sample_logo (mode);
  g_autofree char *id = foyer_blob_id_of_bytes (logo);

  foyer_sample_text (record, field, id);
}

static void
add_portal_settings (FoyerSampleMaker *maker)
{
  FoyerSampleRecord *record
      = foyer_sample_begin (maker, &foyer_portal_settings_type, NULL, foyer_sample_moment (maker, -300, 570));

  foyer_sample_integer (record, "version", FOYER_SAMPLE_VERSION);
  foyer_sample_text (record, "booking.mode", "approve");
  foyer_sample_json (record, "booking.services", list_services (maker));
  foyer_sample_parse (record, "booking.decline_reasons",
                      "[\"We are fully booked that day.\",\"We do not serve that area yet.\","
                      "\"Please call us about this one, so that we bring the right parts.\"]");
  foyer_sample_boolean (record, "portal.reviews", TRUE);
  foyer_sample_text (record, "portal.review_url", "https://reviews.example/northwind");
  name_logo (record, "brand.logo", FOYER_BRAND_LIGHT);
  name_logo (record, "brand.logo_dark", FOYER_BRAND_DARK);
  foyer_sample_text (record, "brand.primary", "#1a5fb4");
  foyer_sample_text (record, "brand.welcome",
                     "Welcome! Book a visit, see what we did, and pay when it suits you.");
  foyer_sample_text (record, "brand.support_phone", "(503) 555-0142");
  foyer_sample_text (record, "brand.support_email", "help@northwind.example");
  foyer_sample_text (record, "brand.terms_url", "https://northwind.example/terms");
  foyer_sample_text (record, "brand.privacy_url", "https://northwind.example/privacy");
  foyer_sample_parse (record, "brand.social", "[\"https://social.example/northwind\"]");
  foyer_sample_boolean (record, "sms.booked", TRUE);
  foyer_sample_boolean (record, "sms.en_route", TRUE);
  foyer_sample_integer (record, "sms.quiet_from", 1260);
  foyer_sample_integer (record, "sms.quiet_until", 420);
  foyer_sample_text (record, "invite.leaflet", "https://northwind.example/portal-guide.pdf");
  foyer_sample_changed (record, maker->staff_ids[FOYER_SAMPLE_ANA], foyer_sample_moment (maker, -12, 905));
  foyer_sample_end (record);
}

typedef struct {
  const char *status;
  int day; /* from today */
  const char *patch;
  const char *before;
  const char *note;
} Proposal;

typedef struct {
  const char *status;
  int day;       /* on which it was published or scheduled, from today */
  guint version; /* that it made, 0 for none */
  const char *patch;
  const char *before;
  const char *note;
} Version;

/* The last of them was accepted. */
static const Proposal proposals[] = {
  { "open", -1, "{\"booking.lead_hours\":12}", "{\"booking.lead_hours\":24}",
    "Most short-notice requests are easy." },
  { "rejected", -70, "{\"booking.max_per_day\":12}", "{\"booking.max_per_day\":5}", "Fall rush" },
  { "withdrawn", -90, "{\"portal.reviews\":false}", "{\"portal.reviews\":true}", NULL },
  { "published", -120, "{\"sms.en_route\":true}", "{\"sms.en_route\":false}",
    "Clients ask where the crew is." },
};

#define ACCEPTED (G_N_ELEMENTS (proposals) - 1)

static const Version versions[] = {
  { "published", -299, 2, "{\"portal.reviews\":true}", "{\"portal.reviews\":false}", "The portal opens" },
  { "published", -160, 3, "{\"booking.mode\":\"approve\"}", "{\"booking.mode\":\"requests\"}",
    "Clients book" },
  { "failed", -150, 0, "{\"brand.primary\":\"#26a269\"}", "{\"brand.primary\":null}", "New colours" },
  { "published", -120, 4, "{\"sms.en_route\":true}", "{\"sms.en_route\":false}",
    "Clients ask where the crew is." },
  { "cancelled", -60, 0, "{\"booking.cancel_hours\":48}", "{\"booking.cancel_hours\":24}", "Winter rules" },
  { "published", -12, FOYER_SAMPLE_VERSION,
    "{\"brand.welcome\":\"Welcome! Book a visit, see what we did, and pay when it suits you.\"}",
    "{\"brand.welcome\":null}", NULL },
  { "scheduled", -1, 0, "{\"booking.max_days\":45}", "{\"booking.max_days\":30}", "Spring planning" },
};

static char *
add_proposal (FoyerSampleMaker *maker, const Proposal *proposal)
{
  gint64 at = foyer_sample_moment (maker, proposal->day, 660);
  gint64 decided_at = at + 2 * FOYER_SAMPLE_HOUR;
  gboolean rejected = g_str_equal (proposal->status, "rejected");
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_settings_proposal_type, NULL, at);
  char *id = g_strdup (foyer_sample_get_id (record));

  foyer_sample_text (record, "status", proposal->status);
  foyer_sample_parse (record, "patch", proposal->patch);
  foyer_sample_parse (record, "before", proposal->before);
  foyer_sample_text (record, "note", proposal->note);
  foyer_sample_text (record, "authorId", maker->staff_ids[FOYER_SAMPLE_BEN]);
  foyer_sample_time (record, "proposedAt", at);
  if (rejected || g_str_equal (proposal->status, "published")) {
    foyer_sample_text (record, "decidedBy", maker->staff_ids[FOYER_SAMPLE_ANA]);
    foyer_sample_time (record, "decidedAt", decided_at);
    foyer_sample_text (record, "answer", rejected ? "Not before spring, please." : NULL);
    foyer_sample_changed (record, maker->staff_ids[FOYER_SAMPLE_ANA], decided_at);
  }
  foyer_sample_end (record);
  return id;
}

static void
add_version (FoyerSampleMaker *maker, const Version *version, const char *proposal_id)
{
  gint64 at = foyer_sample_moment (maker, version->day, 780);
  gboolean published = version->version > 0;
  gboolean scheduled = g_str_equal (version->status, "scheduled");
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_settings_version_type, NULL, at);

  foyer_sample_text (record, "status", version->status);
  if (published)
    foyer_sample_integer (record, "version", version->version);
  foyer_sample_parse (record, "patch", version->patch);
  foyer_sample_parse (record, "before", version->before);
  foyer_sample_text (record, "note", version->note);
  foyer_sample_time (record, "publishAt",
                     published ? 0 : foyer_sample_moment (maker, scheduled ? 9 : version->day + 2, 360));
  foyer_sample_time (record, "publishedAt", published ? at : 0);
  foyer_sample_text (record, "authorId", maker->staff_ids[FOYER_SAMPLE_ANA]);
  foyer_sample_text (record, "proposalId", proposal_id);
  if (g_str_equal (version->status, "failed"))
    foyer_sample_text (record, "failure", "brand.primary had been changed by somebody else meanwhile.");
  foyer_sample_end (record);
}

static void
add_history (FoyerSampleMaker *maker)
{
  g_autofree char *accepted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++) {
    g_free (accepted);
    accepted = add_proposal (maker, &proposals[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    add_version (maker, &versions[i], versions[i].day == proposals[ACCEPTED].day ? accepted : NULL);
}

void
foyer_sample_add_settings (FoyerSampleMaker *maker)
{
  add_templates (maker);
  add_replies (maker);
  add_domains (maker);
  add_portal_settings (maker);
  add_history (maker);
}
