/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-portal.c - what clients do at the portal while the office works */

#include "foyer-sim-portal.h"

#include "foyer-date.h"
#include "foyer-test-business.h"
#include "types/booking.h"

#include <string.h>

#define SLUG "northwind"

/* The cookies of the sessions that the template knows. */
static char *sessions[FOYER_SIM_N_CLIENTS];

struct _FoyerSimPortal {
  FoyerSimServer *server;
  FoyerRandom *random; /* (owned) */
  FoyerTestServer site;
  TestBrowser *browsers[FOYER_SIM_N_CLIENTS];
};

void
foyer_sim_portal_prepare (FoyerTestServer *server)
{
  for (guint i = 0; i < FOYER_SIM_N_CLIENTS; i++) {
    g_autofree char *link = g_strdup_printf ("pl-%u", 71 + i);
    g_autofree char *client = g_strdup_printf ("cl-%u", 1 + i);
    TestBrowser *browser = test_browser_new_signed_in (server, SLUG, link, client, NULL);

    sessions[i] = g_strdup (browser->session);
    test_browser_free (browser);
  }
}

void
foyer_sim_portal_clean_up (void)
{
  for (guint i = 0; i < FOYER_SIM_N_CLIENTS; i++)
    g_clear_pointer (&sessions[i], g_free);
}

FoyerSimPortal *
foyer_sim_portal_new (FoyerSimServer *server, FoyerRandom *random)
{
  FoyerSimPortal *self = g_new0 (FoyerSimPortal, 1);

  self->server = server;
  self->random = g_object_ref (random);
  for (guint i = 0; i < FOYER_SIM_N_CLIENTS; i++) {
    self->browsers[i] = test_browser_new (&self->site, SLUG);
    self->browsers[i]->session = g_strdup (sessions[i]);
  }
  return self;
}

void
foyer_sim_portal_free (FoyerSimPortal *self)
{
  for (guint i = 0; i < FOYER_SIM_N_CLIENTS; i++)
    test_browser_free (self->browsers[i]);
  g_object_unref (self->random);
  g_free (self);
}

/* --- Pages --- */

/* The server may have crashed or been restored since: it is another object. */
static void
find_site (FoyerSimPortal *self)
{
  self->site.directory = self->server->directory;
  self->site.clock = self->server->clock;
  self->site.random = self->server->random;
  self->site.backend = self->server->backend;
}

static guint
post (TestBrowser *browser, const char *path, const char *form, const char **body)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_post (browser, path, form);

  if (body != NULL)
    *body = test_body (response);
  return response->status;
}

static guint
get (TestBrowser *browser, const char *path)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_get (browser, path);

  return response->status;
}

/* The button is pressed once, or twice in a row: both get the same answer. */
static guint
press (FoyerSimPortal *self, TestBrowser *browser, const char *path, const char *form)
{
  guint status = post (browser, path, form, NULL);

  if (foyer_random_below (self->random, 3) > 0)
    return status;
  if (post (browser, path, form, NULL) != status)
    foyer_ledger_report (self->server->ledger, FOYER_FLAW_DOUBLED,
                         "%s answers a second press of the same button otherwise than the first", path);
  return status;
}

/* --- Booking --- */

static char *
name_client (guint client)
{
  g_autofree char *name = g_strdup_printf ("cl-%u", client + 1);

  return foyer_test_id (name);
}

static char *
choose_time (FoyerSimPortal *self, const char *page)
{
  static const char start[] = "name=\"start\" value=\"";
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = strstr (page, start); at != NULL; at = strstr (at, start)) {
    at += strlen (start);
    g_ptr_array_add (times, g_strndup (at, strcspn (at, "\"")));
  }
  if (times->len == 0)
    return NULL;
  return g_strdup (times->pdata[foyer_random_below (self->random, times->len)]);
}

static char *
make_form (guint client, const char *start)
{
  g_autofree char *short_property = g_strdup_printf ("pr-%u", client + 1);
  g_autofree char *property = foyer_test_id (short_property);
  g_autofree char *service = foyer_test_id ("sv-1");

  return g_strdup_printf ("service=%s&property=%s%s%s", service, property,
                          start == NULL ? "" : "&start=", start == NULL ? "" : start);
}

static guint
count_bookings (FoyerSimPortal *self)
{
  g_autoptr (GPtrArray) bookings = foyer_sim_server_list (self->server, &foyer_booking_type);

  return bookings->len;
}

/* The same wish once more is the same form (B02). */
static gboolean
has_booked (FoyerSimPortal *self, guint client, const char *start)
{
  g_autoptr (GPtrArray) bookings = foyer_sim_server_list (self->server, &foyer_booking_type);
  g_autofree char *client_id = name_client (client);

  for (guint i = 0; i < bookings->len; i++) {
    FoyerBookingStatus status = (FoyerBookingStatus) foyer_booking_get_status (bookings->pdata[i]);
    g_autofree char *its_start = foyer_utc_format (foyer_booking_get_start (bookings->pdata[i]));

    if ((status == FOYER_BOOKING_PENDING || status == FOYER_BOOKING_APPROVED)
        && strcmp (its_start, start) == 0
        && g_strcmp0 (foyer_booking_get_client_id (bookings->pdata[i]), client_id) == 0)
      return TRUE;
  }
  return FALSE;
}

static char *
book (FoyerSimPortal *self, guint client)
{
  TestBrowser *browser = self->browsers[client];
  g_autofree char *form = make_form (client, NULL);
  g_autofree char *start = NULL;
  g_autofree char *whole = NULL;
  const char *page = "";
  guint before = count_bookings (self);
  gboolean twin;
  guint status;

  if (get (browser, "/book") != 200 || post (browser, "/book/property", form, NULL) != 200
      || post (browser, "/book/time", form, &page) != 200)
    return g_strdup_printf ("client %u may not book", client);
  start = choose_time (self, page);
  if (start == NULL)
    return g_strdup_printf ("client %u finds no free time", client);
  whole = make_form (client, start);
  twin = has_booked (self, client, start);
  status = post (browser, "/book/check", whole, NULL);
  if (status == 200)
    status = press (self, browser, "/bookings", whole);
  if (status == 303 && count_bookings (self) != before + (twin ? 0 : 1))
    foyer_ledger_report (self->server->ledger,
                         count_bookings (self) == before ? FOYER_FLAW_LOST : FOYER_FLAW_DOUBLED,
                         "Client %u booked once, and %u bookings were made", client,
                         count_bookings (self) - before);
  return g_strdup_printf (status == 303 ? "client %u books %s" : "client %u is refused %s", client, start);
}

/* --- Taking back --- */

static FoyerRecord *
choose_open (FoyerSimPortal *self, GPtrArray *bookings, guint client)
{
  g_autofree char *client_id = name_client (client);
  guint first = bookings->len == 0 ? 0 : foyer_random_below (self->random, bookings->len);

  for (guint i = 0; i < bookings->len; i++) {
    FoyerRecord *booking = bookings->pdata[(first + i) % bookings->len];

    if (foyer_booking_get_status (booking) == FOYER_BOOKING_PENDING
        && g_strcmp0 (foyer_booking_get_client_id (booking), client_id) == 0)
      return booking;
  }
  return NULL;
}

static char *
withdraw (FoyerSimPortal *self, guint client)
{
  g_autoptr (GPtrArray) bookings = foyer_sim_server_list (self->server, &foyer_booking_type);
  FoyerRecord *booking = choose_open (self, bookings, client);
  g_autofree char *page = NULL;
  g_autofree char *button = NULL;

  if (booking == NULL)
    return g_strdup_printf ("client %u has nothing to take back", client);
  page = g_strconcat ("/bookings/", foyer_record_get_id (booking), NULL);
  button = g_strconcat (page, "/withdraw", NULL);
  if (get (self->browsers[client], page) != 200 || press (self, self->browsers[client], button, "") != 303)
    return g_strdup_printf ("client %u may not take %s back", client, foyer_record_get_id (booking));
  return g_strdup_printf ("client %u takes %s back", client, foyer_record_get_id (booking));
}

char *
foyer_sim_portal_act (FoyerSimPortal *self)
{
  guint client = foyer_random_below (self->random, FOYER_SIM_N_CLIENTS);
  char *what;

  find_site (self);
  what = foyer_random_below (self->random, 3) > 0 ? book (self, client) : withdraw (self, client);
  foyer_sim_server_look (self->server, TRUE);
  return what;
}
