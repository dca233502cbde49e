/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-business.c - the business itself: staff, services, crew and when they work */

#include "foyer-sample-parts.h"

#include "types/availability.h"
#include "types/crew_member.h"
#include "types/device.h"
#include "types/label.h"
#include "types/organisation.h"
#include "types/service.h"
#include "types/staff_member.h"

/* The business began so many days before today. */
#define AGE 700

/* No holiday is put into the days for which bookings wait, so that they always show what they are there to show. */
#define QUIET_FROM -1
#define QUIET_UNTIL 3

#define CLIENTS_PER_CREW 150

static void
add_organisation (FoyerSampleMaker *maker)
{
  FoyerSampleRecord *record
      = foyer_sample_begin (maker, &foyer_organisation_type, NULL, foyer_sample_moment (maker, -AGE, 540));

  foyer_sample_text (record, "name", "Northwind Heating & Air");
  foyer_sample_text (record, "slug", "northwind");
  foyer_sample_text (record, "zone", foyer_zone_get_name (maker->zone));
  foyer_sample_text (record, "language", "en-US");
  foyer_sample_text (record, "currency", "USD");
  foyer_sample_text (record, "email", "office@northwind.example");
  foyer_sample_text (record, "phone", "(503) 555-0142");
  foyer_sample_text (record, "website", "https://northwind.example/");
  foyer_sample_text (record, "street", "418 Harbor Street");
  foyer_sample_text (record, "city", "Portland");
  foyer_sample_text (record, "region", "OR");
  foyer_sample_text (record, "postcode", "97209");
  foyer_sample_text (record, "country", "US");
  foyer_sample_integer (record, "latitude", 45533000);
  foyer_sample_integer (record, "longitude", -122689000);
  foyer_sample_text (record, "colour", "#1a5fb4");
  foyer_sample_parse (record, "social", "[\"https://social.example/northwind\"]");
  foyer_sample_integer (record, "taxRate", 500);
  foyer_sample_text (record, "mail", "ready");
  foyer_sample_end (record);
}

static void
add_staff (FoyerSampleMaker *maker)
{
  static const struct {
    const char *name;
    const char *email;
    const char *role;
    const char *title;
    gboolean active;
  } staff[FOYER_SAMPLE_N_STAFF] = {
    [FOYER_SAMPLE_ANA] = { "Ana Torres", "ana@northwind.example", "admin", "Office manager", TRUE },
    [FOYER_SAMPLE_BEN] = { "Ben Carlsen", "ben@northwind.example", "office", "Dispatcher", TRUE },
    [FOYER_SAMPLE_VERA] = { "Vera Lindqvist", "vera@northwind.example", "viewer", "Bookkeeper", TRUE },
    [FOYER_SAMPLE_JO] = { "Jo Winters", "jo@northwind.example", "office", "Sales", FALSE },
  };

  for (guint i = 0; i < FOYER_SAMPLE_N_STAFF; i++) {
    gint64 at = foyer_sample_moment (maker, -AGE + (int) i * 9, 560);
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_staff_member_type, NULL, at);
    g_autofree char *sign_off
        = g_strdup_printf ("%s\nNorthwind Heating & Air\n(503) 555-0142", staff[i].name);

    maker->staff_ids[i] = g_strdup (foyer_sample_get_id (record));
    foyer_sample_text (record, "name", staff[i].name);
    foyer_sample_text (record, "email", staff[i].email);
    foyer_sample_text (record, "role", staff[i].role);
    foyer_sample_text (record, "title", staff[i].title);
    foyer_sample_boolean (record, "active", staff[i].active);
    foyer_sample_text (record, "signOff", sign_off);
    foyer_sample_time (record, "lastSeenAt",
                       staff[i].active ? maker->now - (gint64) (i + 1) * 7 * FOYER_SAMPLE_MINUTE
                                       : foyer_sample_moment (maker, -40, 1020));
    foyer_sample_end (record);
  }
}

static void
add_devices (FoyerSampleMaker *maker)
{
  static const struct {
    const char *name;
    guint staff;
    gboolean revoked;
  } devices[] = {
    { "Front desk", FOYER_SAMPLE_ANA, FALSE },
    { "Ben's laptop", FOYER_SAMPLE_BEN, FALSE },
    { "Bookkeeping", FOYER_SAMPLE_VERA, FALSE },
    { "Jo's old laptop", FOYER_SAMPLE_JO, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++) {
    gint64 at = foyer_sample_moment (maker, -AGE + 3 + (int) i, 600);
    gint64 end = foyer_sample_moment (maker, -39, 545);
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_device_type, NULL, at);

    if (maker->device_id == NULL)
      maker->device_id = g_strdup (foyer_sample_get_id (record));
    foyer_sample_text (record, "staffId", maker->staff_ids[devices[i].staff]);
    foyer_sample_text (record, "name", devices[i].name);
    foyer_sample_text (record, "platform", "Debian GNU/Linux 12");
    foyer_sample_text (record, "version", "0.1.0");
    foyer_sample_text (record, "status", devices[i].revoked ? "revoked" : "active");
    foyer_sample_time (record, "registeredAt", at);
    foyer_sample_time (record, "seenAt", devices[i].revoked ? end : maker->now - FOYER_SAMPLE_HOUR);
    if (devices[i].revoked) {
      foyer_sample_time (record, "revokedAt", end);
      foyer_sample_text (record, "revokedBy", maker->staff_ids[FOYER_SAMPLE_ANA]);
      foyer_sample_changed (record, maker->staff_ids[FOYER_SAMPLE_ANA], end);
    }
    foyer_sample_end (record);
  }
}

static void
add_labels (FoyerSampleMaker *maker)
{
  static const struct {
    const char *name;
    const char *colour;
  } labels[] = {
    { "VIP", "#9141ac" }, { "Warranty", "#26a269" }, { "Call back", "#c64600" }, { "Plan 2024", NULL }
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_label_type, NULL,
                                                    foyer_sample_moment (maker, -AGE + 12, 600 + (int) i));

    g_ptr_array_add (maker->label_ids, g_strdup (foyer_sample_get_id (record)));
    foyer_sample_text (record, "name", labels[i].name);
    foyer_sample_text (record, "colour", labels[i].colour);
    foyer_sample_integer (record, "position", i);
    if (labels[i].colour == NULL)
      foyer_sample_time (record, "archivedAt", foyer_sample_moment (maker, -60, 700));
    foyer_sample_end (record);
  }
}

static void
add_services (FoyerSampleMaker *maker)
{
  for (guint i = 0; i < foyer_sample_n_services; i++) {
    const FoyerSampleService *service = &foyer_sample_services[i];
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_service_type, NULL,
                                                    foyer_sample_moment (maker, -AGE + 14, 600 + (int) i));

    g_ptr_array_add (maker->service_ids, g_strdup (foyer_sample_get_id (record)));
    foyer_sample_text (record, "name", service->name);
    foyer_sample_text (record, "description", service->description);
    if (service->minutes > 0)
      foyer_sample_integer (record, "durationMinutes", service->minutes);
    foyer_sample_money (record, "price", service->price);
    foyer_sample_boolean (record, "priceFrom", service->price_from);
    if (service->deposit > 0)
      foyer_sample_money (record, "deposit", service->deposit);
    foyer_sample_text (record, "skill", service->skill);
    foyer_sample_text (record, "colour", service->colour);
    foyer_sample_integer (record, "position", i);
    if (service->archived)
      foyer_sample_time (record, "archivedAt", foyer_sample_moment (maker, -200, 700));
    foyer_sample_end (record);
  }
}

static void
add_crew_member (FoyerSampleMaker *maker,
                 const char *name,
                 const char *title,
                 const char *crew,
                 const char *skills,
                 gboolean active)
{
  guint position = maker->crew_ids->len;
  FoyerSampleRecord *record
      = foyer_sample_begin (maker, &foyer_crew_member_type, NULL,
                            foyer_sample_moment (maker, -AGE + 15, 600 + (int) position));
  g_autofree char *phone = foyer_sample_phone (maker);

  g_ptr_array_add (maker->crew_ids, g_strdup (foyer_sample_get_id (record)));
  g_ptr_array_add (maker->crew_names, g_strdup (name));
  foyer_sample_text (record, "name", name);
  foyer_sample_text (record, "title", title);
  foyer_sample_text (record, "crew", crew);
  foyer_sample_words (record, "skills", skills);
  foyer_sample_boolean (record, "active", active);
  foyer_sample_text (record, "phone", phone);
  foyer_sample_integer (record, "latitude", 45533000);
  foyer_sample_integer (record, "longitude", -122689000);
  foyer_sample_integer (record, "position", position);
  foyer_sample_end (record);
}

/* Everybody but the last takes visits. A larger business has more people; lanes are named by hand only for the first three. */
static void
add_crew (FoyerSampleMaker *maker)
{
  guint more = maker->n_clients / CLIENTS_PER_CREW;

  add_crew_member (maker, "Lee Carter", "Lead technician", "North", "heating cooling gas", TRUE);
  add_crew_member (maker, "Priya Nair", "Lead technician", "South", "heating cooling electrical", TRUE);
  add_crew_member (maker, "Marcus Bell", "Technician", "North", "electrical ducts", TRUE);
  for (guint i = 0; i < more; i++) {
    g_autofree char *name = g_strdup_printf ("%s %s", foyer_sample_pick (maker, foyer_sample_first_names),
                                             foyer_sample_pick (maker, foyer_sample_last_names));

    add_crew_member (maker, name, "Technician", i % 2 == 0 ? "East" : "West",
                     "heating cooling electrical gas", TRUE);
  }
  add_crew_member (maker, "Dana Whitfield", "Technician", "South", "heating", FALSE);
}

static FoyerSampleRecord *
begin_availability (FoyerSampleMaker *maker, const char *crew_id, const char *kind, guint n)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_availability_type, NULL,
                                                  foyer_sample_moment (maker, -AGE + 16, 600 + (int) n));

  foyer_sample_text (record, "crewId", crew_id);
  foyer_sample_text (record, "kind", kind);
  return record;
}

static void
add_hours (FoyerSampleMaker *maker, const char *crew_id, int first, int last, int from, int until)
{
  for (int weekday = first; weekday <= last; weekday++) {
    FoyerSampleRecord *record = begin_availability (maker, crew_id, "hours", (guint) weekday);

    foyer_sample_integer (record, "weekday", weekday);
    foyer_sample_integer (record, "from", from);
    foyer_sample_integer (record, "until", until);
    foyer_sample_end (record);
  }
}

static void
add_leave (FoyerSampleMaker *maker, guint crew, int first, int last, const char *note)
{
  FoyerSampleRecord *record = begin_availability (maker, maker->crew_ids->pdata[crew], "leave", 10 + crew);
  g_autofree char *from = foyer_sample_date (maker, first);
  g_autofree char *until = foyer_sample_date (maker, last);

  foyer_sample_text (record, "date", from);
  foyer_sample_text (record, "untilDate", until);
  foyer_sample_text (record, "note", note);
  foyer_sample_end (record);
}

static void
add_holiday (FoyerSampleMaker *maker, FoyerDate date, const char *name)
{
  int number = foyer_date_to_days (&date);
  int day = number - foyer_date_to_days (&maker->today);
  g_autofree char *text = foyer_date_format (&date);
  FoyerSampleRecord *record;

  if (day < -FOYER_SAMPLE_PAST_DAYS || day > 400 || (day >= QUIET_FROM && day <= QUIET_UNTIL))
    return;
  g_array_append_val (maker->holidays, number);
  record = begin_availability (maker, NULL, "holiday", 20 + maker->holidays->len);
  foyer_sample_text (record, "date", text);
  foyer_sample_text (record, "note", name);
  foyer_sample_end (record);
}

/* The nth such weekday of a month, counted from its first day. */
static FoyerDate
find_weekday (int year, int month, FoyerWeekday weekday, int n)
{
  FoyerDate date = { year, month, 1 };
  int ahead = ((int) weekday - (int) foyer_date_weekday (&date) + 7) % 7;

  return foyer_date_add_days (&date, ahead + 7 * (n - 1));
}

static void
add_holidays (FoyerSampleMaker *maker, int year)
{
  add_holiday (maker, (FoyerDate){ year, 1, 1 }, "New Year's Day");
  add_holiday (maker, (FoyerDate){ year, 7, 4 }, "Independence Day");
  add_holiday (maker, find_weekday (year, 9, FOYER_MONDAY, 1), "Labor Day");
  add_holiday (maker, find_weekday (year, 11, FOYER_THURSDAY, 4), "Thanksgiving");
  add_holiday (maker, (FoyerDate){ year, 12, 25 }, "Christmas Day");
}

/*
 * The business works Monday to Friday and Saturday mornings, Marcus from Wednesday to Sunday instead: there is somebody every day.
 */
static void
add_availability (FoyerSampleMaker *maker)
{
  add_hours (maker, NULL, FOYER_MONDAY, FOYER_FRIDAY, 480, 1020);
  add_hours (maker, NULL, FOYER_SATURDAY, FOYER_SATURDAY, 540, 840);
  add_hours (maker, maker->crew_ids->pdata[FOYER_SAMPLE_MARCUS], FOYER_WEDNESDAY, FOYER_SUNDAY, 540, 1020);
  add_leave (maker, FOYER_SAMPLE_PRIYA, -48, -38, "Vacation");
  add_leave (maker, FOYER_SAMPLE_LEE, 18, 24, "Vacation");
  for (int year = maker->today.year - 1; year <= maker->today.year + 1; year++)
    add_holidays (maker, year);
}

void
foyer_sample_add_business (FoyerSampleMaker *maker)
{
  add_organisation (maker);
  add_staff (maker);
  add_devices (maker);
  add_labels (maker);
  add_services (maker);
  add_crew (maker);
  add_availability (maker);
}
