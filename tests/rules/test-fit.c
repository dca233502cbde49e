/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-fit.c - every fit rule: passing, failing and on the very edge */

#include "foyer-fit.h"

#include "foyer-test-business.h"
#include "types/booking.h"

#include <gio/gio.h>
#include <string.h>

/* Ellen asks on Sunday evening for Lee on Tuesday, 9:00 to 11:00; the office looks at it on Monday morning. */
#define ZONE "America/Los_Angeles"
#define NOW "2025-05-05 09:14"
#define BOOKING \
  "{'id': 'bk-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'crewId': 'cm-1', " \
  "'status': 'pending'," \
  " 'start': '2025-05-06 09:00', 'end': '2025-05-06 11:00', 'requestedAt': '2025-05-04 18:00'}"

typedef struct {
  const char *name;
  const char *records; /* (nullable): put before, as in foyer_test_business_put() */
  const char *changes; /* (nullable): members of the booking that are different */
  const char *now;     /* (nullable): another moment */
  const char *rule;
  FoyerVerdict verdict;
  const char *sentence; /* (nullable): not looked at */
  const char *evidence; /* (nullable): not looked at */
} Case;

#define PASS FOYER_VERDICT_PASS
#define WARN FOYER_VERDICT_WARN
#define UNKNOWN FOYER_VERDICT_UNKNOWN
#define BLOCK FOYER_VERDICT_BLOCK

/* Pieces of records. */
#define VISIT(id, crew, from, until, more) \
  "{'id': '" id "', 'clientId': 'cl-2', 'title': 'Brandt boiler', 'crewId': '" crew \
  "', 'start': '2025-05-06 " from "'," \
  " 'end': '2025-05-06 " until "'" more "}"
#define OTHER(id, from, until, more) \
  "{'id': '" id \
  "', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'serviceId': 'sv-1', 'start': '2025-05-06 " from "'," \
  " 'end': '2025-05-06 " until "', 'requestedAt': '2025-05-04 12:00'" more "}"
#define SETTINGS(members) "{'id': 'ps-1', " members "}"
#define LEE ", 'crewId': 'cm-1'"
#define SAM ", 'crewId': 'cm-2'"
#define MOVES "{'kind': 'reschedule', 'visitId': 'vs-1'}"
#define APPROVED ", 'status': 'approved'"
#define SAM_AWAY VISIT ("vs-9", "cm-2", "08:00", "17:00", "")

/* clang-format off */
static const Case cases[] = {
  /* B01 */
  { "ahead", NULL, NULL, NULL, "B01", PASS, "The time is still ahead", "Tomorrow, 9:00" },
  { "now", NULL, NULL, "2025-05-06 09:00", "B01", PASS, NULL, NULL },
  { "past", NULL, NULL, "2025-05-06 09:01", "B01", BLOCK, "The time is in the past", "It began today, 9:00" },

  /* B03 */
  { "both-free", NULL, NULL, NULL, "B03", PASS, "2 people are free", "Lee, Sam" },
  { "one-free", "[" SAM_AWAY "]", NULL, NULL, "B03", PASS, "1 person is free", "Lee" },
  { "skill", NULL, "{'serviceId': 'sv-2'}", NULL, "B03", PASS, "1 person is free", "Lee" },
  { "skill-in-other-letters", "[{'id': 'cm-2', 'skills': ['Gas']}]", "{'serviceId': 'sv-2'}", NULL, "B03", PASS, NULL, "Lee, Sam" },
  { "nobody", "[" SAM_AWAY ", " VISIT ("vs-1", "cm-1", "10:59", "12:00", "") "]", NULL, NULL, "B03", BLOCK,
    "Nobody is free for the whole time", "Lee is at Hillside Dental, 10:59–12:00; Sam is at Hillside Dental, 8:00–17:00" },
  { "each-free-for-half", "[" VISIT ("vs-1", "cm-1", "09:00", "10:00", "") ", " VISIT ("vs-2", "cm-2", "10:00", "11:00", "") "]",
    NULL, NULL, "B03", BLOCK, NULL, NULL },
  { "nobody-has-the-skill", "[{'id': 'cm-1', 'skills': []}]", "{'serviceId': 'sv-2'}", NULL, "B03", BLOCK, "Nobody can do gas", NULL },
  { "nobody-at-all", "[{'id': 'cm-1', 'active': false}, {'id': 'cm-2', 'active': false}]", NULL, NULL, "B03", BLOCK,
    "Nobody takes visits", NULL },
  { "unassigned-leave-one", "[" OTHER ("bk-2", "09:00", "11:00", APPROVED) "]", NULL, NULL, "B03", PASS, NULL, NULL },
  { "unassigned-take-all", "[" OTHER ("bk-2", "09:00", "11:00", APPROVED) ", " OTHER ("bk-3", "10:00", "12:00", APPROVED) "]",
    NULL, NULL, "B03", BLOCK, NULL, "Those who are free are needed for 2 other bookings without a crew" },
  { "service-not-here", NULL, "{'serviceId': 'sv-9'}", NULL, "B03", UNKNOWN, "Not checked", NULL },

  /* B04 */
  { "nothing-else", NULL, NULL, NULL, "B04", PASS, "Lee is nowhere else", NULL },
  { "overlap", "[" VISIT ("vs-1", "cm-1", "09:30", "11:00", "") "]", NULL, NULL, "B04", BLOCK,
    "Lee is at Hillside Dental, 9:30–11:00", "This booking is 9:00–11:00" },
  { "touching", "[" VISIT ("vs-1", "cm-1", "08:00", "09:00", "") ", " VISIT ("vs-2", "cm-1", "11:00", "12:00", "") "]",
    NULL, NULL, "B04", PASS, NULL, NULL },
  { "one-minute", "[" VISIT ("vs-1", "cm-1", "08:00", "09:01", "") "]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "for-a-month", "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'New boilers', 'crewId': 'cm-1', 'start': '2025-04-07 08:00',"
    " 'end': '2025-05-06 17:00'}]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "within", "[" VISIT ("vs-1", "cm-1", "09:30", "09:45", "") "]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "around", "[" VISIT ("vs-1", "cm-1", "08:00", "17:00", "") "]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "over-midnight", "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Install', 'crewId': 'cm-1', 'start': '2025-05-05 20:00',"
    " 'end': '2025-05-06 10:00'}]", NULL, NULL, "B04", BLOCK, "Lee is at Hillside Dental, Mon 5\u00a0May, 20:00–10:00", NULL },
  { "visit-from-yesterday", "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Install', 'crewId': 'cm-1', 'start': '2025-05-05 20:00',"
    " 'end': '2025-05-06 00:30'}]", "{'start': '2025-05-06 00:15', 'end': '2025-05-06 02:00'}", NULL, "B04", BLOCK, NULL, NULL },
  { "visit-of-tomorrow", "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Install', 'crewId': 'cm-1', 'start': '2025-05-07 00:30',"
    " 'end': '2025-05-07 02:00'}]", "{'start': '2025-05-06 23:00', 'end': '2025-05-07 01:00'}", NULL, "B04", BLOCK, NULL, NULL },
  { "booking-from-yesterday", "[" OTHER ("bk-2", "00:00", "00:30", APPROVED LEE) ", {'id': 'bk-2', 'start': '2025-05-05 20:00'}]",
    "{'start': '2025-05-06 00:15', 'end': '2025-05-06 02:00'}", NULL, "B04", BLOCK, NULL, NULL },
  { "somebody-else", "[" SAM_AWAY "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "helper", "[" VISIT ("vs-1", "cm-2", "09:30", "11:00", ", 'helperIds': ['cm-1']") "]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "cancelled-visit", "[" VISIT ("vs-1", "cm-1", "09:30", "11:00", ", 'status': 'cancelled'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "skipped-visit", "[" VISIT ("vs-1", "cm-1", "09:30", "11:00", ", 'status': 'skipped'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "done-early", "[" VISIT ("vs-1", "cm-1", "08:00", "11:00", ", 'status': 'done', 'finishedAt': '2025-05-06 09:00'") "]",
    NULL, NULL, "B04", PASS, NULL, NULL },
  { "done-later", "[" VISIT ("vs-1", "cm-1", "08:00", "11:00", ", 'status': 'done', 'finishedAt': '2025-05-06 09:01'") "]",
    NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "approved-without-visit", "[" OTHER ("bk-2", "10:00", "12:00", APPROVED LEE) "]", NULL, NULL, "B04", BLOCK,
    "Lee is at Hillside Dental, 10:00–12:00", NULL },
  { "approved-with-visit-elsewhere", "[" OTHER ("bk-2", "10:00", "12:00", APPROVED LEE ", 'visitId': 'vs-1'") ", "
    VISIT ("vs-1", "cm-2", "10:00", "12:00", ", 'bookingId': 'bk-2', 'origin': 'booking'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "approved-to-cancel", "[" OTHER ("bk-2", "10:00", "12:00", APPROVED LEE ", 'kind': 'cancel'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "approved-move", "[" OTHER ("bk-2", "10:00", "12:00", APPROVED LEE ", 'kind': 'reschedule', 'visitId': 'vs-1'") "]",
    NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "made-move", "[" OTHER ("bk-2", "10:00", "12:00", APPROVED LEE ", 'kind': 'reschedule', 'visitId': 'vs-1', 'decidedAt': '2025-05-05 09:00'") "]",
    NULL, NULL, "B04", PASS, NULL, NULL },
  { "held", "[" OTHER ("bk-2", "10:00", "12:00", LEE) "]", NULL, NULL, "B04", BLOCK, "Lee is held for Hillside Dental, 10:00–12:00", NULL },
  { "held-at-once", "[" OTHER ("bk-2", "10:00", "12:00", LEE) ", {'id': 'bk-2', 'requestedAt': '2025-05-04 18:00'}]",
    NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "held-later", "[" OTHER ("bk-2", "10:00", "12:00", LEE) ", {'id': 'bk-2', 'requestedAt': '2025-05-04 18:01'}]",
    NULL, NULL, "B04", PASS, NULL, NULL },
  { "not-holding", "[" SETTINGS ("'booking.pending_holds': false") ", " OTHER ("bk-2", "10:00", "12:00", LEE) "]",
    NULL, NULL, "B04", PASS, NULL, NULL },
  { "approved-while-not-holding", "[" SETTINGS ("'booking.pending_holds': false") ", " OTHER ("bk-2", "10:00", "12:00", APPROVED LEE) "]",
    NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "hold-expires-now", "[" OTHER ("bk-2", "10:00", "12:00", LEE ", 'expiresAt': '" NOW "'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "hold-expires-soon", "[" OTHER ("bk-2", "10:00", "12:00", LEE ", 'expiresAt': '2025-05-05 09:15'") "]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "hold-expired-by-setting", "[" SETTINGS ("'booking.expire_hours': 21") ", " OTHER ("bk-2", "10:00", "12:00", LEE) "]",
    NULL, NULL, "B04", PASS, NULL, NULL },
  { "hold-never-expires", "[" SETTINGS ("'booking.expire_hours': 0") ", " OTHER ("bk-2", "10:00", "12:00", LEE) ","
    " {'id': 'bk-2', 'requestedAt': '2025-01-01 12:00'}]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "offered", "[" OTHER ("bk-2", "13:00", "15:00", ", 'status': 'countered', 'offers': [{'start': '2025-05-06 10:00',"
    " 'end': '2025-05-06 12:00', 'crewId': 'cm-1'}], 'offersUntil': '2025-05-05 17:00'") "]", NULL, NULL, "B04", BLOCK,
    "Lee is held for Hillside Dental, 10:00–12:00", NULL },
  { "offer-lapsed", "[" OTHER ("bk-2", "13:00", "15:00", ", 'status': 'countered', 'offers': [{'start': '2025-05-06 10:00',"
    " 'end': '2025-05-06 12:00', 'crewId': 'cm-1'}], 'offersUntil': '" NOW "'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "wish-that-was-countered", "[" OTHER ("bk-2", "10:00", "12:00", LEE ", 'status': 'countered', 'offers': [{'start':"
    " '2025-05-07 10:00', 'end': '2025-05-07 12:00', 'crewId': 'cm-1'}]") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "moved-to-the-offer", "[" OTHER ("bk-2", "10:00", "12:00", LEE ", 'status': 'countered'") "]", NULL, NULL, "B04", BLOCK, NULL, NULL },
  { "declined", "[" OTHER ("bk-2", "10:00", "12:00", LEE ", 'status': 'declined'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "itself", "[" BOOKING "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "its-visit", "[" VISIT ("vs-1", "cm-1", "09:00", "11:00", ", 'bookingId': 'bk-1'") "]", NULL, NULL, "B04", PASS, NULL, NULL },
  { "visit-that-it-moves", "[" VISIT ("vs-1", "cm-1", "10:00", "12:00", "") "]", "{'kind': 'reschedule', 'visitId': 'vs-1'}",
    NULL, "B04", PASS, NULL, NULL },
  { "visit-that-another-moves", "[" VISIT ("vs-1", "cm-1", "10:00", "12:00", "") "]", "{'kind': 'reschedule', 'visitId': 'vs-2'}",
    NULL, "B04", BLOCK, NULL, NULL },
  { "other-move-of-the-visit", "[" OTHER ("bk-2", "10:00", "12:00", LEE ", 'kind': 'reschedule', 'visitId': 'vs-1'") "]",
    "{'kind': 'reschedule', 'visitId': 'vs-1'}", NULL, "B04", PASS, NULL, NULL },
  { "no-crew-takes-the-free-one", "[" VISIT ("vs-1", "cm-1", "09:30", "11:00", "") "]", "{'crewId': null}", NULL, "B04", PASS,
    "Sam is nowhere else", NULL },
  { "no-crew-and-nobody", "[" SAM_AWAY ", " VISIT ("vs-1", "cm-1", "09:30", "11:00", "") "]", "{'crewId': null}", NULL, "B04", UNKNOWN,
    "Not checked", NULL },
  { "crew-not-here", NULL, "{'crewId': 'cm-9'}", NULL, "B04", PASS, "The crew member is nowhere else", NULL },

  /* B07 */
  { "at-work", NULL, NULL, NULL, "B07", PASS, "Lee works 8:00–17:00 that day", NULL },
  { "from-the-first-minute", NULL, "{'start': '2025-05-06 08:00', 'end': '2025-05-06 10:00'}", NULL, "B07", PASS, NULL, NULL },
  { "to-the-last-minute", NULL, "{'start': '2025-05-06 15:00', 'end': '2025-05-06 17:00'}", NULL, "B07", PASS, NULL, NULL },
  { "a-minute-early", NULL, "{'start': '2025-05-06 07:59', 'end': '2025-05-06 10:00'}", NULL, "B07", BLOCK,
    "Lee works 8:00–17:00 that day", "This booking is 7:59–10:00" },
  { "a-minute-late", NULL, "{'start': '2025-05-06 15:00', 'end': '2025-05-06 17:01'}", NULL, "B07", BLOCK, NULL, NULL },
  { "day-off", NULL, "{'start': '2025-05-10 09:00', 'end': '2025-05-10 11:00'}", NULL, "B07", BLOCK, "Lee does not work that day", NULL },
  { "own-hours", "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'hours', 'weekday': 2, 'from': 600, 'until': 1080}]", NULL, NULL, "B07", BLOCK,
    "Lee works 10:00–18:00 that day", NULL },
  { "leave", "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-05', 'untilDate': '2025-05-07', 'note': 'Training'}]",
    NULL, NULL, "B07", BLOCK, "Lee is on leave", "Training" },
  { "leave-of-another", "[{'id': 'av-9', 'crewId': 'cm-2', 'kind': 'leave', 'date': '2025-05-06'}]", NULL, NULL, "B07", PASS, NULL, NULL },
  { "holiday", "[{'id': 'av-9', 'kind': 'holiday', 'date': '2025-05-06', 'note': 'Founders Day'}]", NULL, NULL, "B07", BLOCK,
    "It is a holiday: Founders Day", NULL },
  { "retired", NULL, "{'crewId': 'cm-3'}", NULL, "B07", BLOCK, "Dee no longer takes visits", NULL },
  { "nobody-works", NULL, "{'crewId': null, 'start': '2025-05-06 18:00', 'end': '2025-05-06 20:00'}", NULL, "B07", BLOCK,
    "The business works 8:00–17:00 that day", NULL },
  { "all-taken-in-hours", "[" SAM_AWAY ", " VISIT ("vs-1", "cm-1", "09:30", "11:00", "") "]", "{'crewId': null}", NULL, "B07", PASS,
    "Within working hours", NULL },

  /* B09: asked on Sunday at 18:00, 24 hours */
  { "lead", NULL, NULL, NULL, "B09", PASS, "Lead time 39 h", "The minimum is 24 h" },
  { "lead-exactly", NULL, "{'requestedAt': '2025-05-05 09:00'}", NULL, "B09", PASS, "Lead time 24 h", NULL },
  { "lead-short", NULL, "{'requestedAt': '2025-05-05 09:01'}", NULL, "B09", WARN, "Asked 23 h ahead; the minimum is 24 h", NULL },
  { "lead-none-needed", "[" SETTINGS ("'booking.lead_hours': 0") "]", "{'requestedAt': '2025-05-06 09:00'}", NULL, "B09", PASS, NULL, NULL },
  { "lead-judged-when-asked", NULL, NULL, "2025-05-06 08:59", "B09", PASS, NULL, NULL },

  /* B10: 30 days */
  { "ahead-days", NULL, NULL, NULL, "B10", PASS, "2 days ahead", "The maximum is 30" },
  { "ahead-exactly", NULL, "{'requestedAt': '2025-04-06 09:00'}", NULL, "B10", PASS, "30 days ahead", NULL },
  { "ahead-too-far", NULL, "{'requestedAt': '2025-04-06 08:59'}", NULL, "B10", WARN, "31 days ahead", NULL },

  /* B11: 5 a day unless said otherwise */
  { "first", NULL, NULL, NULL, "B11", PASS, "1st booking that day", "The maximum is 5" },
  { "last-one", "[" SETTINGS ("'booking.max_per_day': 2") ", " OTHER ("bk-2", "13:00", "15:00", SAM) "]", NULL, NULL, "B11", PASS,
    "2nd booking that day", NULL },
  { "one-too-many", "[" SETTINGS ("'booking.max_per_day': 1") ", " OTHER ("bk-2", "13:00", "15:00", SAM) "]", NULL, NULL, "B11", BLOCK,
    "2nd booking that day; the maximum is 1", NULL },
  { "no-limit", "[" SETTINGS ("'booking.max_per_day': 0") ", " OTHER ("bk-2", "13:00", "15:00", SAM) "]", NULL, NULL, "B11", PASS,
    "2nd booking that day", "There is no maximum" },
  { "pending-not-counted", "[" SETTINGS ("'booking.max_per_day': 1, 'booking.pending_holds': false") ", " OTHER ("bk-2", "13:00", "15:00", SAM) "]",
    NULL, NULL, "B11", PASS, NULL, NULL },
  { "approved-counted", "[" SETTINGS ("'booking.max_per_day': 1, 'booking.pending_holds': false") ", " OTHER ("bk-2", "13:00", "15:00", APPROVED) "]",
    NULL, NULL, "B11", BLOCK, NULL, NULL },
  { "visit-of-booking-counted", "[" SETTINGS ("'booking.max_per_day': 1") ", " VISIT ("vs-1", "cm-2", "13:00", "15:00", ", 'origin': 'booking'") "]",
    NULL, NULL, "B11", BLOCK, NULL, NULL },
  { "cancelled-not-counted", "[" SETTINGS ("'booking.max_per_day': 1") ", "
    VISIT ("vs-1", "cm-2", "13:00", "15:00", ", 'origin': 'booking', 'status': 'cancelled'") "]", NULL, NULL, "B11", PASS, NULL, NULL },
  { "office-visit-not-counted", "[" SETTINGS ("'booking.max_per_day': 1") ", " VISIT ("vs-1", "cm-2", "13:00", "15:00", "") "]",
    NULL, NULL, "B11", PASS, NULL, NULL },
  { "office-booking-not-counted", "[" SETTINGS ("'booking.max_per_day': 1") ", " OTHER ("bk-2", "13:00", "15:00", APPROVED ", 'source': 'office'") "]",
    NULL, NULL, "B11", PASS, NULL, NULL },
  { "visit-of-office-booking-not-counted", "[" SETTINGS ("'booking.max_per_day': 1") ", "
    OTHER ("bk-2", "13:00", "15:00", APPROVED ", 'source': 'office', 'visitId': 'vs-1'") ", "
    VISIT ("vs-1", "cm-2", "13:00", "15:00", ", 'origin': 'booking', 'bookingId': 'bk-2'") "]", NULL, NULL, "B11", PASS, NULL, NULL },
  { "counted-once", "[" SETTINGS ("'booking.max_per_day': 2") ", " OTHER ("bk-2", "13:00", "15:00", APPROVED ", 'visitId': 'vs-1'") ", "
    VISIT ("vs-1", "cm-2", "13:00", "15:00", ", 'origin': 'booking', 'bookingId': 'bk-2'") "]", NULL, NULL, "B11", PASS, NULL, NULL },
  { "offers-counted-once", "[" SETTINGS ("'booking.max_per_day': 2") ", " OTHER ("bk-2", "13:00", "15:00", ", 'status': 'countered', 'offers':"
    " [{'start': '2025-05-06 13:00', 'end': '2025-05-06 15:00'}, {'start': '2025-05-06 15:00', 'end': '2025-05-06 17:00'}]") "]",
    NULL, NULL, "B11", PASS, "2nd booking that day", NULL },
  { "made-in-the-office", "[" SETTINGS ("'booking.max_per_day': 1") ", " OTHER ("bk-2", "13:00", "15:00", SAM) "]", "{'source': 'office'}",
    NULL, "B11", PASS, NULL, NULL },
  /* 23:30 in Los Angeles is the next day in Greenwich. */
  { "late-the-same-day", "[" SETTINGS ("'booking.max_per_day': 1") ", " OTHER ("bk-2", "23:30", "23:59", APPROVED) "]", NULL, NULL, "B11", BLOCK, NULL, NULL },
  { "late-the-day-before", "[" SETTINGS ("'booking.max_per_day': 1") ", " OTHER ("bk-2", "13:00", "15:00", APPROVED) ","
    " {'id': 'bk-2', 'start': '2025-05-05 23:59', 'end': '2025-05-06 01:00'}]", NULL, NULL, "B11", PASS, NULL, NULL },
  { "from-midnight", "[" SETTINGS ("'booking.max_per_day': 1") ", " OTHER ("bk-2", "00:00", "01:00", APPROVED) "]", NULL, NULL, "B11", BLOCK, NULL, NULL },
  { "next-midnight", "[" SETTINGS ("'booking.max_per_day': 1") ", " OTHER ("bk-2", "13:00", "15:00", APPROVED) ","
    " {'id': 'bk-2', 'start': '2025-05-07 00:00', 'end': '2025-05-07 01:00'}]", NULL, NULL, "B11", PASS, NULL, NULL },

  /* B13 */
  { "own-property", NULL, NULL, NULL, "B13", PASS, "The property is this client's", "412 Birch Lane" },
  { "foreign-property", NULL, "{'propertyId': 'pr-2'}", NULL, "B13", BLOCK, "The property belongs to another client", NULL },
  { "foreign-property-though-none-needed", "[" SETTINGS ("'booking.require_property': false") "]", "{'propertyId': 'pr-2'}", NULL, "B13", BLOCK, NULL, NULL },
  { "no-property", NULL, "{'propertyId': null}", NULL, "B13", BLOCK, "No property is named", NULL },
  { "no-property-needed", "[" SETTINGS ("'booking.require_property': false") "]", "{'propertyId': null}", NULL, "B13", PASS, NULL, NULL },
  { "property-not-here", NULL, "{'propertyId': 'pr-9'}", NULL, "B13", UNKNOWN, "Not checked", NULL },

  /* B16 */
#define INVOICE(status, due, more) "{'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Repair', 'number': '1042', 'status': '" status "', 'dueOn': '" due "'" more "}"
  { "owes-nothing", NULL, NULL, NULL, "B16", PASS, "Nothing speaks against the client", "No invoice is 30 days overdue" },
  { "blocked", "[{'id': 'cl-1', 'blocked': true, 'blockedReason': 'Two cheques bounced'}]", NULL, NULL, "B16", WARN, "Ellen Ruiz is blocked", "Two cheques bounced" },
  { "overdue-on-the-day", "[" INVOICE ("issued", "2025-04-05", "") "]", NULL, NULL, "B16", WARN, "An invoice is 30 days overdue", "Invoice 1042; bookings warn from 30 on" },
  { "overdue-a-day-less", "[" INVOICE ("issued", "2025-04-06", "") "]", NULL, NULL, "B16", PASS, NULL, NULL },
  { "overdue-in-part", "[" INVOICE ("part_paid", "2025-01-05", "") "]", NULL, NULL, "B16", WARN, NULL, NULL },
  { "overdue-and-paid", "[" INVOICE ("paid", "2025-01-05", "") "]", NULL, NULL, "B16", PASS, NULL, NULL },
  { "overdue-of-another", "[" INVOICE ("issued", "2025-01-05", "") ", {'id': 'inv-1', 'clientId': 'cl-2'}]", NULL, NULL, "B16", PASS, NULL, NULL },
  { "another-pays-it", "[" INVOICE ("issued", "2025-01-05", ", 'billToId': 'cl-2'") "]", NULL, NULL, "B16", PASS, NULL, NULL },
  { "overdue-is-borne", "[" SETTINGS ("'booking.overdue_days': 0") ", " INVOICE ("issued", "2020-01-05", "") "]", NULL, NULL, "B16", PASS, NULL, "Overdue invoices are not looked at" },
  { "overdue-sooner", "[" SETTINGS ("'booking.overdue_days': 1") ", " INVOICE ("issued", "2025-05-04", "") "]", NULL, NULL, "B16", WARN, "An invoice is 1 day overdue", NULL },
#undef INVOICE

  /* B17 */
  { "in-time", "[" VISIT ("vs-1", "cm-1", "15:00", "16:00", "") "]", MOVES, NULL, "B17", PASS, "Asked 45 h before the visit",
    "Clients change visits up to 24 h before" },
  { "at-the-last-moment", "[" VISIT ("vs-1", "cm-1", "15:00", "16:00", "") "]", "{'kind': 'reschedule', 'visitId': 'vs-1', 'requestedAt': '2025-05-05 15:00'}",
    NULL, "B17", PASS, NULL, NULL },
  { "too-late", "[" VISIT ("vs-1", "cm-1", "15:00", "16:00", "") "]", "{'kind': 'reschedule', 'visitId': 'vs-1', 'requestedAt': '2025-05-05 15:01'}",
    NULL, "B17", WARN, "Asked 23 h before the visit", "Clients change visits up to 24 h before" },
  { "late-to-cancel", "[" VISIT ("vs-1", "cm-1", "09:00", "11:00", "") "]", "{'kind': 'cancel', 'visitId': 'vs-1', 'requestedAt': '2025-05-06 07:00'}",
    NULL, "B17", WARN, "Asked 2 h before the visit", NULL },
  { "decided-late-is-no-fault", "[" VISIT ("vs-1", "cm-1", "15:00", "16:00", "") "]", MOVES, "2025-05-06 08:00", "B17", PASS, NULL, NULL },
  { "visit-not-here", NULL, MOVES, NULL, "B17", UNKNOWN, "Not checked", NULL },

  /* B18 */
  { "moving-is-on", NULL, MOVES, NULL, "B18", PASS, "Clients may ask for another time", NULL },
  { "moving-is-off", "[" SETTINGS ("'booking.reschedule': false") "]", MOVES, NULL, "B18", BLOCK, "Rescheduling is off", NULL },

  /* B22 */
  { "undecided", "[" BOOKING "]", NULL, NULL, "B22", PASS, "Nobody has decided it yet", NULL },
  { "not-here", NULL, "{'status': 'approved'}", NULL, "B22", PASS, NULL, NULL },
  { "the-decision-itself", "[" BOOKING "]", "{'status': 'approved'}", NULL, "B22", PASS, NULL, NULL },
  { "offer-answered", "[" BOOKING ", {'id': 'bk-1', 'status': 'countered'}]", "{'status': 'approved'}", NULL, "B22", PASS, NULL, NULL },
  { "approved-before", "[" BOOKING ", {'id': 'bk-1', 'status': 'approved', 'decidedBy': 'st-1', 'decidedAt': '2025-05-05 09:12'}]",
    NULL, NULL, "B22", BLOCK, "Ana approved it", "Today, 9:12" },
  { "declined-before", "[" BOOKING ", {'id': 'bk-1', 'status': 'declined', 'decidedBy': 'st-1', 'decidedAt': '2025-05-04 16:00'}]",
    NULL, NULL, "B22", BLOCK, "Ana declined it", "Yesterday, 16:00" },
  { "declined-by-nobody-known", "[" BOOKING ", {'id': 'bk-1', 'status': 'declined'}]", NULL, NULL, "B22", BLOCK, "It was declined", NULL },
  { "withdrawn", "[" BOOKING ", {'id': 'bk-1', 'status': 'withdrawn'}]", NULL, NULL, "B22", BLOCK, "The client withdrew it", NULL },
  { "cancelled", "[" BOOKING ", {'id': 'bk-1', 'status': 'cancelled'}]", NULL, NULL, "B22", BLOCK, "It was cancelled", NULL },
  { "expired", "[" BOOKING ", {'id': 'bk-1', 'status': 'expired'}]", NULL, NULL, "B22", BLOCK, "It expired undecided", NULL },
};
/* clang-format on */

static const FoyerFinding *
find_finding (FoyerFit *fit, const char *rule)
{
  for (guint i = 0; i < fit->findings->len; i++) {
    const FoyerFinding *finding = fit->findings->pdata[i];

    if (strcmp (finding->rule, rule) == 0)
      return finding;
  }
  return NULL;
}

/* Those about a visit that changes are asked of such wishes alone. */
static guint
count_rules (FoyerRecord *booking)
{
  switch ((FoyerBookingKind) foyer_booking_get_kind (booking)) {
  case FOYER_BOOKING_RESCHEDULE:
    return 11;
  case FOYER_BOOKING_CANCEL:
    return 2;
  case FOYER_BOOKING_NEW:
  default:
    return 10;
  }
}

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  g_autoptr (FoyerRecord) booking = NULL;
  g_autoptr (FoyerFit) fit = NULL;
  g_autoptr (GError) error = NULL;
  const FoyerFinding *finding;

  foyer_test_business_put (business, at->records);
  booking = foyer_test_business_make (business, BOOKING, at->changes);
  fit = foyer_fit_check (business->source, booking,
                         foyer_test_business_at (business, at->now == NULL ? NOW : at->now), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fit->findings->len, ==, count_rules (booking));

  finding = find_finding (fit, at->rule);
  g_assert_nonnull (finding);
  g_test_message ("%s: %s (%s)", at->rule, finding->sentence, finding->evidence);
  g_assert_cmpint ((int) finding->verdict, ==, (int) at->verdict);
  g_assert_nonnull (finding->sentence);
  if (at->sentence != NULL)
    g_assert_cmpstr (finding->sentence, ==, at->sentence);
  if (at->evidence != NULL)
    g_assert_cmpstr (finding->evidence, ==, at->evidence);
  if (finding->verdict == BLOCK && strcmp (at->rule, "B22") != 0) {
    g_assert_true (finding->may_override);
    g_assert_nonnull (finding->fix);
  }
  g_assert_cmpint (foyer_fit_has_block (fit, TRUE), ==,
                   finding->verdict == BLOCK && strcmp (at->rule, "B22") == 0);
}

static void
test_all_pass (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (business, BOOKING, NULL);
  g_autoptr (FoyerFit) fit
      = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), NULL);
  g_autofree char *lee = foyer_test_id ("cm-1");

  g_assert_cmpint ((int) fit->verdict, ==, (int) PASS);
  g_assert_cmpstr (fit->crew_id, ==, lee);
  g_assert_false (foyer_fit_has_block (fit, FALSE));
}

static void
test_worst_first (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  g_autoptr (FoyerRecord) booking
      = foyer_test_business_make (business, BOOKING,
                                  "{'propertyId': 'pr-9', 'requestedAt': '2025-05-06 07:00'}");
  g_autoptr (FoyerFit) fit = NULL;
  FoyerVerdict before = BLOCK;

  foyer_test_business_put (business, "[" VISIT ("vs-1", "cm-1", "09:30", "11:00", "") "]");
  fit = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), NULL);
  g_assert_cmpint ((int) fit->verdict, ==, (int) BLOCK);
  g_assert_true (foyer_fit_has_block (fit, FALSE));
  g_assert_false (foyer_fit_has_block (fit, TRUE));
  for (guint i = 0; i < fit->findings->len; i++) {
    const FoyerFinding *finding = fit->findings->pdata[i];

    g_assert_cmpint ((int) finding->verdict, <=, (int) before);
    before = finding->verdict;
  }
}

static void
test_proposes_crew (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (business, BOOKING, "{'crewId': null}");
  g_autoptr (FoyerFit) fit = NULL;
  g_autofree char *sam = foyer_test_id ("cm-2");

  foyer_test_business_put (business, "[" VISIT ("vs-1", "cm-1", "09:30", "11:00", "") "]");
  fit = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), NULL);
  g_assert_cmpstr (fit->crew_id, ==, sam);
  g_assert_false (foyer_fit_has_block (fit, FALSE));

  foyer_test_business_put (business, "[" SAM_AWAY "]");
  g_clear_pointer (&fit, foyer_fit_free);
  fit = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), NULL);
  g_assert_null (fit->crew_id);
  g_assert_true (foyer_fit_has_block (fit, FALSE));
}

static void
test_suggests_the_other (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (business, BOOKING, NULL);
  g_autoptr (FoyerFit) fit = NULL;

  foyer_test_business_put (business, "[" VISIT ("vs-1", "cm-1", "09:30", "11:00", "") "]");
  fit = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), NULL);
  g_assert_cmpstr (find_finding (fit, "B04")->fix, ==, "Send Sam instead");
}

static void
test_cancel_needs_only_notice_and_no_decision (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (
      business, BOOKING, "{'kind': 'cancel', 'crewId': null, 'propertyId': null, 'visitId': 'vs-1'}");
  g_autoptr (FoyerFit) fit = NULL;

  fit = foyer_fit_check (business->source, booking, foyer_test_business_at (business, "2025-05-07 09:00"),
                         NULL);
  g_assert_cmpuint (fit->findings->len, ==, 2);
  g_assert_nonnull (find_finding (fit, "B17"));
  g_assert_nonnull (find_finding (fit, "B22"));
  g_assert_cmpint ((int) fit->verdict, ==, (int) PASS);
  g_assert_null (fit->crew_id);
}

static void
test_nothing_known_is_never_a_pass (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (NULL);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (business, BOOKING, NULL);
  g_autoptr (FoyerFit) fit
      = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), NULL);

  g_assert_cmpint ((int) fit->verdict, ==, (int) UNKNOWN);
  for (guint i = 0; i < fit->findings->len; i++) {
    const FoyerFinding *finding = fit->findings->pdata[i];
    gboolean needs_no_zone = strcmp (finding->rule, "B13") == 0 || strcmp (finding->rule, "B22") == 0;

    g_assert_cmpint ((int) finding->verdict, ==, (int) (needs_no_zone ? PASS : UNKNOWN));
  }
}

static void
test_hours_unknown (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (business, BOOKING, NULL);
  g_autoptr (FoyerFit) fit = NULL;

  foyer_test_business_put (
      business, "[{'id': 'av-1', 'untilDate': '2025-01-01'}, {'id': 'av-2', 'untilDate': '2025-01-01'},"
                " {'id': 'av-3', 'untilDate': '2025-01-01'}, {'id': 'av-4', 'untilDate': '2025-01-01'},"
                " {'id': 'av-5', 'untilDate': '2025-01-01'}]");
  fit = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), NULL);
  g_assert_cmpint ((int) find_finding (fit, "B07")->verdict, ==, (int) UNKNOWN);
  g_assert_cmpint ((int) find_finding (fit, "B03")->verdict, ==, (int) PASS);
}

/* Whichever question the source fails to answer, the check fails with its error and never with a verdict. */
static void
test_source_fails (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (ZONE);
  FoyerStrictSource *strict = foyer_test_business_get_strict (business);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (business, BOOKING, NULL);
  guint n_failures = 0;

  foyer_test_business_put (
      business,
      "[" BOOKING ", {'id': 'bk-1', 'status': 'declined', 'decidedBy': 'st-1'},"
      " " VISIT ("vs-1", "cm-1", "09:30", "11:00",
                 ", 'origin': 'booking', 'bookingId': 'bk-2'") ","
                                                               " " SAM_AWAY ", " OTHER ("bk-2", "10:00",
                                                                                        "12:00", LEE) "]");
  for (guint call = 1;; call++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerFit) fit = NULL;

    foyer_strict_source_fail_at (strict, call);
    fit = foyer_fit_check (business->source, booking, foyer_test_business_at (business, NOW), &error);
    if (!foyer_strict_source_has_failed (strict)) {
      g_assert_no_error (error);
      g_assert_nonnull (fit);
      break;
    }
    g_assert_null (fit);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    n_failures++;
  }
  g_assert_cmpuint (n_failures, >, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/fit/%s/%s", cases[i].rule, cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/fit/all-pass", test_all_pass);
  g_test_add_func ("/fit/worst-first", test_worst_first);
  g_test_add_func ("/fit/proposes-the-first-who-is-free", test_proposes_crew);
  g_test_add_func ("/fit/suggests-who-is-free-instead", test_suggests_the_other);
  g_test_add_func ("/fit/cancel-needs-only-notice-and-no-decision",
                   test_cancel_needs_only_notice_and_no_decision);
  g_test_add_func ("/fit/nothing-known-is-never-a-pass", test_nothing_known_is_never_a_pass);
  g_test_add_func ("/fit/hours-unknown-block-nobody", test_hours_unknown);
  g_test_add_func ("/fit/fails-with-its-source", test_source_fails);
  return g_test_run ();
}
