/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Word lists of the sample business. Lists of texts end with NULL. Everything in them is invented. */

/**
 * FoyerSampleCity:
 * @latitude: in millionths of a degree
 * @longitude: in millionths of a degree
 */
typedef struct {
  const char *name;
  const char *postcode;
  gint64 latitude;
  gint64 longitude;
} FoyerSampleCity;

/**
 * FoyerSampleService:
 * @minutes: 0 if nobody knows
 * @price: in cents
 * @skill: (nullable)
 * @report: what was done, for the client
 */
typedef struct {
  const char *name;
  const char *description;
  guint minutes;
  gint64 price;
  gboolean price_from;
  gint64 deposit;
  const char *skill;
  const char *colour;
  gboolean bookable;
  gboolean archived;
  const char *report;
  const char *part;
  gint64 part_price;
} FoyerSampleService;

/**
 * FoyerSampleTalk:
 * @subject: of the conversation
 * @lines: what client and team say in turns, the client first, parted by line breaks
 */
typedef struct {
  const char *subject;
  const char *lines;
} FoyerSampleTalk;

extern const char *const foyer_sample_first_names[];
extern const char *const foyer_sample_last_names[];
extern const char *const foyer_sample_company_starts[];
extern const char *const foyer_sample_company_ends[];
extern const char *const foyer_sample_streets[];
extern const char *const foyer_sample_sites[];
extern const char *const foyer_sample_agents[];
extern const char *const foyer_sample_makers[];
extern const char *const foyer_sample_machines[];
extern const char *const foyer_sample_notes[];
extern const char *const foyer_sample_wishes[];
extern const char *const foyer_sample_fillers[];

extern const FoyerSampleCity foyer_sample_cities[];
extern const guint foyer_sample_n_cities;
extern const FoyerSampleService foyer_sample_services[];
extern const guint foyer_sample_n_services;
extern const FoyerSampleTalk foyer_sample_talks[];
extern const guint foyer_sample_n_talks;

G_END_DECLS
