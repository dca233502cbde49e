/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-booking.c - D41: can a time be booked, and which is the next one? */

#include "foyer-diagnosis-run.h"

#include "foyer-permission.h"
#include "foyer-sentence.h"
#include "foyer-settings.h"
#include "foyer-slots.h"

#include "types/client.h"
#include "types/property.h"
#include "types/service.h"

/* So many services are looked through for a free time. */
#define MOST_SERVICES 10

/* The services that can be booked at all. */
static gboolean
list_services (FoyerDiagnosisRun *run, GPtrArray **services, GError **error)
{
  g_auto (GStrv) ids = foyer_portal_settings_get_booking_services (run->business->settings);

  *services = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; ids[i] != NULL && (*services)->len < MOST_SERVICES; i++) {
    g_autoptr (FoyerRecord) service = NULL;

    if (!foyer_record_source_look_up (run->source, &foyer_service_type, ids[i], &service, error))
      return FALSE;
    if (service != NULL && foyer_settings_may_book_service (run->business->settings, service))
      g_ptr_array_add (*services, g_steal_pointer (&service));
  }
  return TRUE;
}

/* Whether there is a site that this person could name. */
static gboolean
has_site (FoyerDiagnosisRun *run, gboolean *has, GError **error)
{
  g_autoptr (GPtrArray) sites
      = foyer_diagnosis_list (run, &foyer_property_type, "clientId", run->reader.client_id, "name", error);

  *has = FALSE;
  for (guint i = 0; sites != NULL && i < sites->len; i++)
    *has = *has || foyer_record_hidden_by (sites->pdata[i], NULL, &run->reader) == NULL;
  return sites != NULL;
}

/* The first free time of any of them, %G_MAXINT64 if there is none. */
static gboolean
find_first_free (FoyerDiagnosisRun *run, GPtrArray *services, gint64 *first, GError **error)
{
  FoyerRecord *settings = run->business->settings;
  gint64 now = run->the_case->now;

  *first = G_MAXINT64;
  for (guint i = 0; i < services->len; i++) {
    g_autoptr (GPtrArray) slots
        = foyer_slots_list (run->source, services->pdata[i], foyer_settings_first_start (settings, now),
                            foyer_settings_last_start (settings, now), now, error);

    if (slots == NULL)
      return FALSE;
    for (guint k = 0; k < slots->len; k++) {
      const FoyerSlot *slot = slots->pdata[k];

      if (slot->crew_id != NULL)
        *first = MIN (*first, slot->start);
    }
  }
  return TRUE;
}

/* The rules that leave so few times, as evidence. */
static char *
describe_rules (FoyerDiagnosisRun *run)
{
  FoyerRecord *settings = run->business->settings;
  g_autofree char *lead
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_portal_settings_get_booking_lead_hours (settings));
  g_autofree char *days
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_portal_settings_get_booking_max_days (settings));
  g_autofree char *most
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_portal_settings_get_booking_max_per_day (settings));

  return foyer_sentence (run->language, "Lead time {lead} h, {days} days ahead, {most} bookings a day",
                         "lead", lead, "days", days, "most", most, NULL);
}

static void
fail_mode (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy
      = foyer_diagnosis_setting (run, FOYER_REMEDY_EDIT_SETTING, "booking.mode",
                                 foyer_plain_sentence (run->language, "Let clients book, and approve it"));

  foyer_remedy_patch_text (remedy, "booking.mode", "approve");
  foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "Clients do not book by themselves"), NULL,
                        remedy);
}

static void
fail_site (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy = foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, run->the_case->client,
                                                foyer_plain_sentence (run->language, "Add a site"));

  foyer_remedy_set_key (remedy, "properties");
  foyer_diagnosis_fail (run,
                        foyer_sentence (run->language,
                                        "A booking needs a site, and there is none that {name} sees", "name",
                                        run->name, NULL),
                        NULL, remedy);
}

static gboolean
judge_times (FoyerDiagnosisRun *run, GPtrArray *services, GError **error)
{
  FoyerFinding *finding;
  gint64 first;

  if (run->business->zone == NULL) {
    foyer_diagnosis_doubt (run, foyer_plain_sentence (run->language, "The time zone is not known here"),
                           NULL);
    return TRUE;
  }
  if (!find_first_free (run, services, &first, error))
    return FALSE;
  if (first == G_MAXINT64) {
    finding = foyer_diagnosis_fail (
        run, foyer_plain_sentence (run->language, "No time is free that may be booked"), NULL,
        foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "booking",
                                 foyer_plain_sentence (run->language, "See the booking settings")));
  } else {
    g_autofree char *moment = foyer_diagnosis_moment (run, first);

    finding = foyer_diagnosis_inform (run, foyer_sentence (run->language, "The next time to book is {moment}",
                                                           "moment", moment, NULL));
  }
  finding->evidence = describe_rules (run);
  return TRUE;
}

gboolean
foyer_diagnosis_check_booking (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *settings = run->business->settings;
  g_autoptr (GPtrArray) services = NULL;
  gboolean has;

  if (!list_services (run, &services, error) || !has_site (run, &has, error))
    return FALSE;
  if (!foyer_settings_may_book (settings))
    fail_mode (run);
  else if ((foyer_diagnosis_permissions (run) & (1u << FOYER_PERMISSION_BOOK)) == 0)
    foyer_diagnosis_fail (run, foyer_sentence (run->language, "{name} may not book", "name", run->name, NULL),
                          NULL, foyer_diagnosis_permit (run, 1u << FOYER_PERMISSION_BOOK));
  else if (services->len == 0)
    foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "No service can be booked"), NULL,
                          foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "booking.services",
                                                   foyer_plain_sentence (run->language,
                                                                         "Choose the services")));
  else if (!has && foyer_portal_settings_get_booking_require_property (settings))
    fail_site (run);
  else
    return judge_times (run, services, error);
  return TRUE;
}
