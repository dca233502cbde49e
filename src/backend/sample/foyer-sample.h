/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * FoyerSampleOptions:
 * @seed: another number makes other people and other months
 * @clients: how many clients, 0 for 48; fewer than 24 are made 24, so that every state occurs
 * @messages: about how many messages, 0 for 400
 * @now: seconds since 1970: the months before are the history, the days after are planned
 */
typedef struct {
  guint64 seed;
  guint clients;
  guint messages;
  gint64 now;
} FoyerSampleOptions;

/**
 * FoyerSampleSink:
 * @record: (transfer none): take a reference to keep it
 *
 * Takes one record of the sample business.
 */
typedef void (*FoyerSampleSink) (FoyerRecord *record, gpointer user_data);

/**
 * foyer_sample_make:
 * @sink: (scope call): called once a record
 *
 * Makes the sample business "Northwind Heating & Air": an office of three (`ana@northwind.example` Admin, `ben@northwind.example`
 * Office, `vera@northwind.example` Viewer), months of history, something of every record type in every state, and a handful of
 * bookings that wait for a decision: one that fits, one whose crew is busy, two that want one time, one on a full day, one asked
 * for at short notice and one that moves a visit. Names, streets, numbers and addresses are invented or reserved for examples.
 *
 * Equal options give equal records, whatever machine makes them. Records come one by one and are not kept, but for a few words a
 * client, so that a hundred thousand messages need no more memory than a hundred. A record may come before one that it refers to.
 *
 * Records have no change number; their time of creation and change and who changed them are set.
 */
void foyer_sample_make (const FoyerSampleOptions *options, FoyerSampleSink sink, gpointer user_data);

G_END_DECLS
