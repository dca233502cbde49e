/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* The business itself: its name, its place and time, and how ready its outside services are. */

typedef enum {
  FOYER_ORGANISATION_STRIPE_NONE,
  FOYER_ORGANISATION_STRIPE_RESTRICTED,
  FOYER_ORGANISATION_STRIPE_READY,
} FoyerOrganisationStripe;

typedef enum {
  FOYER_ORGANISATION_TEXTS_NONE,
  FOYER_ORGANISATION_TEXTS_CONNECTED,
  FOYER_ORGANISATION_TEXTS_FAILING,
} FoyerOrganisationTexts;

typedef enum {
  FOYER_ORGANISATION_MAIL_UNVERIFIED,
  FOYER_ORGANISATION_MAIL_READY,
  FOYER_ORGANISATION_MAIL_FAILING,
} FoyerOrganisationMail;

/* clang-format off */
#define FOYER_ORGANISATION_FIELDS(FIELD) \
  FIELD (organisation, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .rows = "000-58", .about = "the name on the sign") \
  FIELD (organisation, TEXT, slug, "slug", .minimum = 1, .maximum = 63, .pattern = FOYER_PATTERN_SLUG, \
         .required = TRUE, .writers = FOYER_WRITER_SERVER, .rows = "000-44", \
         .about = "first label of the portal's own address") \
  FIELD (organisation, TEXT, zone, "zone", .minimum = 1, .maximum = 64, .pattern = FOYER_PATTERN_ZONE, \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "001-35", \
         .about = "zone in which all times are shown") \
  FIELD (organisation, TEXT, language, "language", .maximum = 35, .pattern = FOYER_PATTERN_LANGUAGE, \
         .fallback = "\"en-US\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "001-35", \
         .about = "language of portal and mails where a person has none") \
  FIELD (organisation, TEXT, currency, "currency", .minimum = 3, .maximum = 3, .pattern = FOYER_PATTERN_CURRENCY, \
         .fallback = "\"USD\"", .required = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "currency of prices and totals") \
  FIELD (organisation, TEXT, email, "email", .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, .rows = "000-58", \
         .about = "address that clients see") \
  FIELD (organisation, TEXT, phone, "phone", .maximum = 40, .pattern = FOYER_PATTERN_PHONE, .rows = "000-58", \
         .about = "number that clients see, [phone] in texts") \
  FIELD (organisation, TEXT, website, "website", .maximum = 500, .pattern = FOYER_PATTERN_URL, .rows = "000-58", \
         .about = "its web site") \
  FIELD (organisation, TEXT, street, "street", .maximum = 200, .pattern = FOYER_PATTERN_LINE, \
         .about = "street and number") \
  FIELD (organisation, TEXT, city, "city", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .about = "city") \
  FIELD (organisation, TEXT, region, "region", .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .about = "state or region") \
  FIELD (organisation, TEXT, postcode, "postcode", .maximum = 20, .pattern = FOYER_PATTERN_LINE, \
         .about = "postal code") \
  FIELD (organisation, TEXT, country, "country", .maximum = 2, .pattern = FOYER_PATTERN_LINE, \
         .about = "ISO 3166 code of two letters") \
  FIELD (organisation, INTEGER, latitude, "latitude", .minimum = -90000000, .maximum = 90000000, \
         .about = "of the yard, in millionths of a degree, for travel estimates (B05)") \
  FIELD (organisation, INTEGER, longitude, "longitude", .minimum = -180000000, .maximum = 180000000, \
         .about = "of the yard, in millionths of a degree") \
  FIELD (organisation, TEXT, logo, "logo", .blob = TRUE, \
         .maximum = 500, .pattern = FOYER_PATTERN_LINE, .rows = "000-55 000-56", \
         .about = "logo on light ground, an https address or a blob's id") \
  FIELD (organisation, TEXT, logo_dark, "logoDark", .blob = TRUE, \
         .maximum = 500, .pattern = FOYER_PATTERN_LINE, .rows = "000-56", \
         .about = "logo on dark ground") \
  FIELD (organisation, TEXT, colour, "colour", .maximum = 7, .pattern = FOYER_PATTERN_COLOUR, .rows = "000-57", \
         .about = "brand colour that the portal inherits") \
  FIELD (organisation, TEXTS, social, "social", .maximum = 10, .pattern = FOYER_PATTERN_URL, .rows = "000-59", \
         .about = "addresses of its social profiles") \
  FIELD (organisation, INTEGER, tax_rate, "taxRate", .maximum = 10000, .fallback = "0", \
         .about = "tax on new quotes and invoices, in hundredths of a percent") \
  FIELD (organisation, TEXT, portal_url, "portalUrl", .maximum = 500, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_SERVER, .rows = "000-44 003-22", \
         .about = "address of the portal, made by the server alone (X9)") \
  FIELD (organisation, ENUM, stripe, "stripe", .values = "none restricted ready", .fallback = "\"none\"", \
         .required = TRUE, .writers = FOYER_WRITER_SERVER, .rows = "000-73 001-40", \
         .about = "whether cards can be charged") \
  FIELD (organisation, TEXT, stripe_reason, "stripeReason", .maximum = 500, .writers = FOYER_WRITER_SERVER, \
         .rows = "001-52", .about = "what Stripe still needs") \
  FIELD (organisation, MONEY, stripe_minimum, "stripeMinimum", .writers = FOYER_WRITER_SERVER, .rows = "001-53", \
         .about = "smallest amount that can be charged (D38)") \
  FIELD (organisation, ENUM, texts, "texts", .values = "none connected failing", .fallback = "\"none\"", \
         .required = TRUE, .writers = FOYER_WRITER_SERVER, .rows = "003-28", \
         .about = "whether text messages can be sent") \
  FIELD (organisation, TEXT, texts_number, "textsNumber", .maximum = 40, .pattern = FOYER_PATTERN_PHONE, \
         .writers = FOYER_WRITER_SERVER, .rows = "003-28", .about = "number that texts come from") \
  FIELD (organisation, ENUM, mail, "mail", .values = "unverified ready failing", .fallback = "\"unverified\"", \
         .required = TRUE, .writers = FOYER_WRITER_SERVER, .about = "whether mail can be sent (E3)") \
  FIELD (organisation, TEXT, mail_reason, "mailReason", .maximum = 500, .writers = FOYER_WRITER_SERVER, \
         .about = "why mail is not sent")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (organisation, FOYER_ORGANISATION_FIELDS)
