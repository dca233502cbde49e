/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sample-maker.h"

G_BEGIN_DECLS

/* The parts of the sample business, in the order in which they are made. Later ones use what earlier ones left in the maker. */

/* foyer-sample-business.c: organisation, staff, devices, labels, services, crew, hours. */
void foyer_sample_add_business (FoyerSampleMaker *maker);

/* foyer-sample-settings.c: domains, words, settings and their history. */
void foyer_sample_add_settings (FoyerSampleMaker *maker);

/* foyer-sample-clients.c: clients, their places, machines, plans, contracts and documents. */
void foyer_sample_add_clients (FoyerSampleMaker *maker);

/* foyer-sample-access.c: the people of one client, their invites, links and sessions. */
void foyer_sample_add_access (FoyerSampleMaker *maker, FoyerSampleClient *client, guint index);

/* foyer-sample-visits.c: months of visits with what came of them. */
void foyer_sample_add_visits (FoyerSampleMaker *maker);

/* foyer-sample-bookings.c: bookings that were decided, those that wait, and the days that they are about. */
void foyer_sample_add_bookings (FoyerSampleMaker *maker);

/* foyer-sample-quotes.c: quotes and requests. */
void foyer_sample_add_quotes (FoyerSampleMaker *maker);

/**
 * FoyerSampleSigning:
 * @id: (nullable): of the signature; a new one for %NULL
 * @content_hash: of the paper that was signed
 * @consent: the sentence that they agreed to
 * @at: seconds since 1970
 * @address: (nullable): a network address; some one for %NULL
 * @blob_id: (nullable): what was drawn, if anything was
 *
 * A signature to be made, by the first of the client's people.
 */
typedef struct {
  FoyerSampleClient *client;
  char *id;
  char *subject_id;
  char *content_hash;
  const char *consent;
  gint64 at;
  char *address;
  char *blob_id;
} FoyerSampleSigning;

/* foyer-sample-signatures.c: an array of them, each owned by it. */
GPtrArray *foyer_sample_signings_new (void);

/* foyer-sample-signatures.c: the chain of what quotes and documents left to be signed. Last, so that nothing else depends on it. */
void foyer_sample_add_signatures (FoyerSampleMaker *maker);

/* foyer-sample-talk.c: conversations. */
void foyer_sample_add_talk (FoyerSampleMaker *maker);

/* foyer-sample-log.c: calls and what staff did. */
void foyer_sample_add_log (FoyerSampleMaker *maker);

/**
 * FoyerSampleVisit:
 * @client: for whom
 * @site: which of the client's places
 * @service: among foyer_sample_services
 * @crew: among the maker's crew
 * @start: seconds since 1970, the crew's start
 * @status: a word of Visit.status
 * @booking_id: (nullable): the booking that it came of
 * @id: (nullable): its id, if a booking needed to know it before
 * @plan: whether it came of the client's plan
 *
 * One visit to be made.
 */
typedef struct {
  FoyerSampleClient *client;
  guint site;
  guint service;
  guint crew;
  gint64 start;
  const char *status;
  const char *booking_id;
  const char *id;
  gboolean plan;
} FoyerSampleVisit;

/**
 * foyer_sample_add_visit:
 *
 * Makes the visit and what comes of it: photos, proof, invoice, payments, review.
 */
void foyer_sample_add_visit (FoyerSampleMaker *maker, const FoyerSampleVisit *visit);

/* foyer-sample-money.c: the invoice of a visit that was done, and how it was paid. */
void foyer_sample_add_invoice (FoyerSampleMaker *maker,
                               const FoyerSampleVisit *visit,
                               const char *visit_id,
                               gint64 finished_at);

/**
 * FoyerSampleDelivery:
 * @kind: (nullable): a word of Delivery.kind
 * @to: (nullable): the address; nothing is made without one
 * @status: a word of Delivery.status
 */
typedef struct {
  FoyerSampleClient *client;
  const char *person_id;
  const char *channel;
  const char *kind;
  const char *to;
  const char *subject;
  const char *about_id;
  const char *status;
  const char *reason;
  gint64 at;
} FoyerSampleDelivery;

/* foyer-sample-money.c: one mail or text. */
void foyer_sample_add_delivery (FoyerSampleMaker *maker, const FoyerSampleDelivery *delivery);

G_END_DECLS
