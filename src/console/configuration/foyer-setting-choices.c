/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-choices.c - what the words that a setting may hold are called */

#include "foyer-setting-choices.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const FoyerSettingChoice choices[] = {
  { "booking.mode", "off", N_ ("Off"), N_ ("Clients call you") },
  { "booking.mode", "requests", N_ ("Requests only"), N_ ("Clients describe the work and the times that suit them") },
  { "booking.mode", "approve", N_ ("Book, we approve"), N_ ("Clients pick a time; it is theirs once you approve") },
  { "booking.mode", "auto", N_ ("Book, confirm automatically"), N_ ("Clients pick a time, and it is theirs") },
  { "access.direct_links", "open", N_ ("Open"), N_ ("Whoever has the link is let in") },
  { "access.direct_links", "checked", N_ ("Checked"), N_ ("An older link asks who is there") },
  { "access.direct_links", "off", N_ ("Off"), N_ ("Clients sign in before they see anything") },
  { "access.recheck_with", "email", N_ ("Email address"), NULL },
  { "access.recheck_with", "phone_last4", N_ ("Last four digits of the phone"), NULL },
  { "access.invite_delivery", "link", N_ ("A link by email"), NULL },
  { "access.invite_delivery", "staff_password", N_ ("A password that you set"), NULL },
  { "access.invite_delivery", "generated_password", N_ ("A password that is made for them"), NULL },
  { "access.link_may", "book", N_ ("Ask for work and book"), NULL },
  { "access.link_may", "message", N_ ("Write messages"), NULL },
  { "access.link_may", "approve", N_ ("Approve quotes"), NULL },
  { "access.link_may", "sign", N_ ("Sign"), NULL },
  { "access.link_may", "change_contact", N_ ("Change contact data"), NULL },
  { "access.sso", "off", N_ ("Off"), N_ ("Nobody signs in with an account of another company") },
  { "access.sso", "optional", N_ ("Optional"), N_ ("Not connected yet: nobody can sign in with it") },
  { "access.sso", "required", N_ ("Required"), N_ ("Not connected yet: nobody could sign in at all") },
  { "access.stepup_for_signing", "off", N_ ("Off"), N_ ("Whoever is signed in can sign") },
  { "access.stepup_for_signing", "code", N_ ("A code by email"), N_ ("Clients type a code that is sent to the address on file") },
  { "scopes.default", "quotes", N_ ("Quotes"), NULL },
  { "scopes.default", "visits", N_ ("Visits"), NULL },
  { "scopes.default", "invoices", N_ ("Invoices"), NULL },
  { "scopes.default", "photos", N_ ("Photos"), NULL },
  { "scopes.default", "documents", N_ ("Documents"), NULL },
  { "scopes.default", "plans", N_ ("Plans and contracts"), NULL },
  { "scopes.default", "proof", N_ ("Proof packs"), NULL },
  { "words.quote", "estimate", N_ ("Estimate"), N_ ("“Your estimate is ready”") },
  { "words.quote", "proposal", N_ ("Proposal"), N_ ("“Your proposal is ready”") },
  { "words.quote", "quotation", N_ ("Quotation"), N_ ("“Your quotation is ready”") },
  { "words.quote", "quote", N_ ("Quote"), N_ ("“Your quote is ready”") },
  { "words.visit", "visit", N_ ("Visit"), N_ ("“Your next visit”") },
  { "words.visit", "appointment", N_ ("Appointment"), N_ ("“Your next appointment”") },
  { "words.visit", "job", N_ ("Job"), N_ ("“Your next job”") },
  { "words.visit", "service_report", N_ ("Service report"), N_ ("“Your next service report”") },
  { "words.client", "client", N_ ("Client"), N_ ("“For our clients”") },
  { "words.client", "customer", N_ ("Customer"), N_ ("“For our customers”") },
  { "words.plan", "plan", N_ ("Plan"), N_ ("“Your plan”") },
  { "words.plan", "subscription", N_ ("Subscription"), N_ ("“Your subscription”") },
  { "words.plan", "amc", N_ ("AMC"), N_ ("“Your AMC”") },
  { "words.contract", "contract", N_ ("Contract"), N_ ("“Your contract”") },
  { "words.contract", "agreement", N_ ("Agreement"), N_ ("“Your agreement”") },
  { "words.contract", "amc", N_ ("AMC"), N_ ("“Your AMC”") },
  { "notify.client_defaults", "booked", N_ ("A visit is booked"), NULL },
  { "notify.client_defaults", "en_route", N_ ("Somebody is on the way"), NULL },
  { "notify.client_defaults", "done", N_ ("The work is done"), NULL },
  { "notify.client_defaults", "invoice", N_ ("An invoice is sent"), NULL },
  { "notify.client_defaults", "quote", N_ ("A quote is ready"), NULL },
  { "notify.client_defaults", "message", N_ ("You write a message"), NULL },
};
/* clang-format on */

const FoyerSettingChoice *
foyer_setting_choice (const char *key, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    if (g_str_equal (choices[i].key, key) && g_str_equal (choices[i].value, value))
      return &choices[i];
  }
  return NULL;
}

const char *
foyer_setting_choice_label (const char *key, const char *value)
{
  const FoyerSettingChoice *choice = foyer_setting_choice (key, value);

  return choice == NULL ? value : _ (choice->label);
}
