/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-layout.c - which setting stands on which page of Configuration (D1) */

#include "foyer-setting-layout.h"

#include <glib/gi18n-lib.h>

/* What no page, mail or rule reads yet has no row: nobody shall set what changes nothing (booking.travel_minutes). */
/* clang-format off */
static const FoyerSettingPage pages[] = {
  { "overview", N_ ("Overview"), "foyer-house-symbolic", { { NULL, { NULL } } },
    "portal address open copy on off switch close health proposals" },
  { "features", N_ ("Features"), "foyer-features-symbolic", {
    { N_ ("What clients can do"), { "portal.messaging", "portal.show_invoices", "portal.payments", "portal.documents",
      "portal.quote_approval", "portal.esign", "portal.change_requests" } },
    { N_ ("After the visit"), { "portal.photos", "portal.proof", "portal.reviews", "portal.review_url", "portal.plans",
      "portal.contracts" } },
    { N_ ("What clients see"), { "scopes.default" } } } },
  { "booking", N_ ("Booking"), "x-office-calendar-symbolic", {
    { NULL, { "booking.mode" } },
    { N_ ("When"), { "booking.lead_hours", "booking.max_days", "booking.max_per_day", "booking.cancel_hours",
      "booking.window_minutes" } },
    { N_ ("Rules"), { "booking.require_property", "booking.reschedule", "booking.pending_holds", "booking.expire_hours",
      "booking.overdue_days" } },
    { N_ ("Services that can be booked"), { "booking.services" } },
    { N_ ("Declining"), { "booking.decline_reasons" } } } },
  { "sign-in", N_ ("Sign-In"), "dialog-password-symbolic", {
    { N_ ("Links in mails"), { "access.direct_links", "access.direct_link_days", "access.extend_while_unpaid",
      "access.recheck_after_days", "access.recheck_with", "access.link_may" } },
    { N_ ("Ways to sign in"), { "access.email_link", "access.email_link_minutes", "access.password",
      "access.phone_last4_alone", "access.sso" } },
    { N_ ("Staying signed in"), { "access.session_hours", "access.idle_hours", "access.stepup_for_signing" } },
    { N_ ("Who"), { "access.allowed_domains" } },
    { N_ ("Invites"), { "access.invite_delivery", "access.invite_days", "invite.note", "invite.leaflet" } } } },
  { "branding", N_ ("Branding"), "foyer-branding-symbolic", {
    { N_ ("Name and colour"), { "brand.name", "brand.primary", "brand.accent" } },
    { N_ ("Pictures"), { "brand.logo", "brand.logo_dark", "brand.banner" } },
    { N_ ("First page"), { "brand.welcome" } },
    { N_ ("Help and small print"), { "brand.support_phone", "brand.support_email", "brand.terms_url",
      "brand.privacy_url", "brand.social" } },
    { N_ ("PDFs"), { "brand.pdf_logo", "brand.pdf_terms" } },
    { N_ ("Style sheet"), { "brand.css" } } } },
  { "wording", N_ ("Wording"), "foyer-wording-symbolic", {
    { N_ ("Words that clients read"), { "words.quote", "words.visit", "words.client", "words.plan",
      "words.contract" } } } },
  { "texts", N_ ("Text Messages"), "foyer-phone-symbolic", {
    { N_ ("Clients get a text"), { "sms.booked", "sms.dispatched", "sms.en_route", "sms.complete", "sms.invoice" } },
    { N_ ("Quiet hours"), { "sms.quiet_from", "sms.quiet_until" } } } },
  { "notifications", N_ ("Notifications"), "foyer-bell-symbolic", {
    { N_ ("Your team"), { "notify.team.booking", "notify.team.cancel", "notify.team.message" } },
    { N_ ("Newly invited clients"), { "notify.client_defaults" } } } },
  { "mails", N_ ("Mails"), "foyer-mail-symbolic", { { NULL, { NULL } } },
    "mail email template text words subject placeholder invite estimate appointment" },
  { "documents", N_ ("Documents"), "foyer-document-symbolic", { { NULL, { NULL } } },
    "documents files terms certificate manual pdf signature" },
  { "domains", N_ ("Domains"), "foyer-link-symbolic", { { NULL, { NULL } } },
    "domain dns host name address cname txt spf dkim own" },
  { "history", N_ ("History"), "document-open-recent-symbolic", { { NULL, { NULL } } },
    "history version revert undo who published log changes" },
};
/* clang-format on */

const FoyerSettingPage *
foyer_setting_pages (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const FoyerSettingPage *
foyer_setting_page_of (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    for (const FoyerSettingGroup *group = pages[i].groups; group->keys[0] != NULL; group++) {
      if (g_strv_contains (group->keys, key))
        return &pages[i];
    }
  }
  return NULL;
}

const FoyerSettingPage *
foyer_setting_page_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (g_str_equal (pages[i].name, name))
      return &pages[i];
  }
  return NULL;
}
