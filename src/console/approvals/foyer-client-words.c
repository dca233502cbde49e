/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-words.c - what the client's page will say once a booking is approved */

#include "foyer-client-words.h"

#include "foyer-date-text.h"
#include "foyer-language.h"
#include "foyer-text.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

static const char *
choose_language (FoyerBusiness *business, FoyerRecord *client, FoyerRecord *person)
{
  if (person != NULL && FOYER_HAS (person, portal_person, language))
    return foyer_portal_person_get_language (person);
  if (client != NULL && FOYER_HAS (client, client, language))
    return foyer_client_get_language (client);
  return business->language;
}

FoyerClientWords *
foyer_client_words_new (FoyerBusiness *business,
                        FoyerRecord *booking,
                        FoyerRecord *client,
                        FoyerRecord *person,
                        FoyerRecord *crew)
{
  const char *language = choose_language (business, client, person);
  gint64 start = foyer_booking_get_start (booking);
  gint64 window = foyer_portal_settings_get_booking_window_minutes (business->settings) * 60;
  FoyerClientWords *self = g_new0 (FoyerClientWords, 1);

  /* The same words as on the page of the booking: the portal's catalogues have them. */
  self->title = g_strdup (foyer_text (language, "You’re booked"));
  self->when = foyer_arrival_text (start, start + window, business->zone, FOYER_WINDOW_BETWEEN, language);
  self->who = crew == NULL ? g_strdup (foyer_text (language, "We will be with you."))
                           : foyer_text_fill (foyer_text (language, "{names} will be with you."), "names",
                                              foyer_crew_member_get_name (crew), NULL);
  self->language = g_strdup (foyer_language_name (foyer_language_match (language)));
  return self;
}

void
foyer_client_words_free (FoyerClientWords *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->when);
  g_free (self->who);
  g_free (self->language);
  g_free (self);
}
