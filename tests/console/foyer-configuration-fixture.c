/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-configuration-fixture.c - Configuration, with something on each of its pages */

#include "foyer-configuration-fixture.h"

#include "foyer-test.h"

/* What is published, what is not yet, what it once was, and what somebody wants it to be. */
#define SETTINGS \
  "[{'id': 'ps-1', 'booking.mode': 'approve', 'booking.lead_hours': 6, 'brand.css': 'main { }'}," \
  " {'id': 'st-2', 'name': 'Ben', 'email': 'ben@northwind.example', 'role': 'office'}," \
  " {'id': 'st-3', 'name': 'Lee', 'email': 'lee@northwind.example', 'role': 'admin'}," \
  " {'id': 'sn-1', 'status': 'published', 'version': 2, 'publishedAt': '2025-04-01 09:00', 'authorId': " \
  "'st-3'," \
  "  'note': 'Spring', 'patch': {'booking.lead_hours': 12, 'brand.name': 'Acme'}," \
  "  'before': {'booking.lead_hours': 24, 'brand.name': null}}," \
  " {'id': 'sn-2', 'status': 'published', 'version': 3, 'publishedAt': '2025-04-02 09:00', 'authorId': " \
  "'st-3'," \
  "  'patch': {'booking.lead_hours': 6}, 'before': {'booking.lead_hours': 12}}," \
  " {'id': 'sp-1', 'status': 'open', 'authorId': 'st-2', 'proposedAt': '2025-05-01 09:00'," \
  "  'patch': {'booking.lead_hours': 2, 'brand.name': 'Acme'}," \
  "  'before': {'booking.lead_hours': 6, 'brand.name': null}}]"

#define RECORDS \
  "[{'id': 'dc-1', 'title': 'Terms', 'kind': 'terms', 'shownTo': 'all', 'position': 0}," \
  " {'id': 'dc-2', 'title': 'Warranty', 'kind': 'warranty', 'shownTo': 'none', 'position': 1}," \
  " {'id': 'dc-3', 'title': 'Manual', 'kind': 'manual', 'shownTo': 'some', 'clientIds': ['cl-1'], " \
  "'position': 2}," \
  " {'id': 'dm-1', 'host': 'my.northwind.example', 'status': 'failed', 'reason': 'The CNAME is missing'," \
  "  'records': [{'type': 'CNAME', 'name': 'my', 'value': 'portal.example', 'ok': false}]}," \
  " {'id': 'dm-2', 'host': 'portal.northwind.example', 'status': 'verified', 'primary': true}," \
  " {'id': 'dm-3', 'host': 'book.northwind.example', 'status': 'verified'}," \
  " {'id': 'tp-1', 'kind': 'booking_answer', 'language': 'en-GB', 'subject': 'Sorry', 'body': 'Not then.'}]"

void
foyer_configuration_fixture_set_up (FoyerConfigurationFixture *self, gconstpointer role)
{
  self->fixture.role = role;
  foyer_console_fixture_set_up (&self->fixture, NULL);
  foyer_console_fixture_pull (&self->fixture, SETTINGS);
  foyer_console_fixture_pull (&self->fixture, RECORDS);
  self->page = FOYER_CONFIGURATION_PAGE (foyer_configuration_page_new ());
  self->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (self->window, 900, 700);
  gtk_window_set_child (self->window, GTK_WIDGET (self->page));
  gtk_window_present (self->window);
  foyer_test_settle ();
  g_object_set (self->page, "desk", self->fixture.desk, NULL);
  foyer_test_settle ();
}

void
foyer_configuration_fixture_tear_down (FoyerConfigurationFixture *self, gconstpointer role)
{
  foyer_area_page_stop (FOYER_AREA_PAGE (self->page));
  gtk_window_destroy (self->window);
  foyer_console_fixture_tear_down (&self->fixture, NULL);
}

static void
expand_all (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static void
on_painted (gboolean *painted)
{
  *painted = TRUE;
}

void
foyer_configuration_fixture_wait (FoyerConfigurationFixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (self->page));
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

void
foyer_configuration_fixture_show (FoyerConfigurationFixture *self, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "configuration.show-page", "s", name);
  foyer_test_settle ();
  expand_all (GTK_WIDGET (self->page));
  foyer_test_settle ();
  foyer_configuration_fixture_wait (self);
}
