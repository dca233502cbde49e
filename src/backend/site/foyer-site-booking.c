/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-booking.c - a client books: everything once more in the transaction that writes it */

#include "site/foyer-site-steps.h"

#include "effects/foyer-effects.h"
#include "foyer-booking-transition.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-fit.h"
#include "foyer-json.h"
#include "foyer-settings.h"
#include "foyer-slots.h"
#include "types/booking.h"
#include "types/service.h"

#include <string.h>

/* A form that comes again so soon is the same form. */
#define TWICE_SECONDS 600

/* What the form asks for. */
typedef struct {
  FoyerPageRequest page;
  const char *property_id; /* (nullable) */
  char *note;              /* (owned) (nullable) */
  FoyerRecord *service;    /* (owned) */
  FoyerSlot *slot;         /* (owned) */
} Wish;

static void
wish_clear (Wish *self)
{
  g_clear_pointer (&self->note, g_free);
  g_clear_object (&self->service);
  g_clear_pointer (&self->slot, foyer_slot_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

gboolean
foyer_site_booking_note_is_good (const char *note)
{
  const FoyerField *field = foyer_record_type_field (&foyer_booking_type, "note");
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *expected = NULL;

  if (note == NULL)
    return TRUE;
  value = json_node_init_string (json_node_alloc (), note);
  expected = foyer_field_check (field, value);
  return expected == NULL;
}

/* --- The same form twice --- */

static gboolean
is_twin (FoyerSiteTurn *turn, const Wish *wish, FoyerRecord *booking)
{
  FoyerBookingStatus status = (FoyerBookingStatus) foyer_booking_get_status (booking);

  return foyer_booking_get_kind (booking) == FOYER_BOOKING_NEW
         && (foyer_booking_is_open (status) || status == FOYER_BOOKING_APPROVED)
         && foyer_booking_get_start (booking) == wish->page.start
         && foyer_booking_get_requested_at (booking) + TWICE_SECONDS > turn->transaction->now
         && g_strcmp0 (foyer_booking_get_service_id (booking), wish->page.service_id) == 0
         && g_strcmp0 (foyer_booking_get_property_id (booking), wish->property_id) == 0
         && g_strcmp0 (foyer_booking_get_person_id (booking), turn->session->person_id) == 0;
}

/* The booking that this very form has made already (B02). */
static gboolean
find_twin (FoyerSiteTurn *turn, const Wish *wish, char **id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GPtrArray) bookings = NULL;

  foyer_query_where_text (query, "clientId", turn->session->client_id);
  foyer_query_where_number (query, "start", FOYER_COMPARE_EQUAL, wish->page.start);
  bookings = foyer_record_source_list (turn->transaction->source, query, error);
  if (bookings == NULL)
    return FALSE;
  *id = NULL;
  for (guint i = 0; i < bookings->len && *id == NULL; i++) {
    if (is_twin (turn, wish, bookings->pdata[i]))
      *id = g_strdup (foyer_record_get_id (bookings->pdata[i]));
  }
  return TRUE;
}

/* --- Writing it --- */

static void
set_time (JsonObject *json, const char *name, gint64 seconds)
{
  g_autofree char *text = foyer_utc_format (seconds);

  json_object_set_string_member (json, name, text);
}

static void
set_text_if (JsonObject *json, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (json, name, text);
}

/* Nothing comes from the form but service, site, start and note (A15, B07). */
JsonObject *
foyer_site_booking_make (FoyerSiteTurn *turn, const char *kind, const FoyerSlot *slot, const char *note)
{
  g_autofree char *id = foyer_transaction_make_id (turn->transaction, &foyer_booking_type);
  gint64 now = turn->transaction->now;
  gint64 expires_at = foyer_settings_expires_at (turn->settings, now);
  JsonObject *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "clientId", turn->session->client_id);
  set_text_if (json, "personId", turn->session->person_id);
  json_object_set_string_member (json, "kind", kind);
  json_object_set_string_member (json, "status", "pending");
  set_time (json, "start", slot->start);
  set_time (json, "end", slot->end);
  json_object_set_string_member (json, "crewId", slot->crew_id);
  set_text_if (json, "note", note);
  set_time (json, "requestedAt", now);
  json_object_set_string_member (json, "source", "portal");
  if (expires_at != G_MAXINT64)
    set_time (json, "expiresAt", expires_at);
  foyer_record_type_fill_defaults (&foyer_booking_type, json);
  return json;
}

static gboolean
fail_by (JsonObject *refusal, GError **error)
{
  g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A booking was refused: %s",
               foyer_json_object_text (refusal, "description"));
  return FALSE;
}

static gboolean
fits (FoyerSiteTurn *turn, JsonObject *booking, gboolean *fits_now, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_from_json (&foyer_booking_type, booking, error);
  g_autoptr (FoyerFit) fit = NULL;

  if (record != NULL)
    fit = foyer_fit_check (turn->transaction->source, record, turn->transaction->now, error);
  if (fit == NULL)
    return FALSE;
  *fits_now = fit->verdict < FOYER_VERDICT_UNKNOWN;
  return TRUE;
}

/* The server confirms by itself what fits, if the business wants that (000-39); the client reads it on the next page. */
static gboolean
confirm (FoyerSiteTurn *turn, JsonObject *booking, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (JsonObject) after = foyer_json_copy_object (booking);
  g_autoptr (JsonObject) refusal = NULL;
  g_autofree char *actor_id = g_steal_pointer (&transaction->actor_id);
  gboolean done;

  json_object_set_string_member (after, "status", "approved");
  set_time (after, "toldAt", transaction->now);
  transaction->actor = FOYER_BY_SERVER;
  done = foyer_effects_apply (transaction, &foyer_booking_type, booking, after, &refusal);
  if (!done)
    fail_by (refusal, error);
  done = done && foyer_site_turn_put (turn, &foyer_booking_type, after, error);
  transaction->actor = FOYER_BY_CLIENT;
  transaction->actor_id = g_steal_pointer (&actor_id);
  return done;
}

static gboolean
write_booking (FoyerSiteTurn *turn, JsonObject *booking, GError **error)
{
  g_autoptr (JsonObject) refusal = NULL;

  if (!foyer_effects_apply (turn->transaction, &foyer_booking_type, NULL, booking, &refusal))
    return fail_by (refusal, error);
  return foyer_site_turn_put (turn, &foyer_booking_type, booking, error)
         && foyer_audit_write (turn->transaction, &foyer_booking_type, "book", "book", NULL, booking, error)
         && foyer_site_turn_note_seen (turn, error);
}

FoyerHttpResponse *
foyer_site_booking_place (FoyerSiteTurn *turn, JsonObject *booking, GError **error)
{
  gint64 number = foyer_effects_next_number (turn->transaction, &foyer_booking_type, error);
  gboolean is_auto = foyer_portal_settings_get_booking_mode (turn->settings) == FOYER_BOOKING_MODE_AUTO;
  gboolean fits_now = FALSE;

  if (number < 0)
    return NULL;
  if (!foyer_site_turn_may_wish (turn, FOYER_LIMIT_BOOKINGS))
    return foyer_site_turn_show_often (turn, &(FoyerPageRequest){ .kind = FOYER_PAGE_VISITS },
                                       FOYER_LIMIT_BOOKINGS);
  json_object_set_int_member (booking, "number", number);
  if ((is_auto && !fits (turn, booking, &fits_now, error)) || !write_booking (turn, booking, error)
      || (fits_now && !confirm (turn, booking, error)))
    return NULL;
  return foyer_site_turn_go_to ("bookings", foyer_json_object_text (booking, "id"));
}

static FoyerHttpResponse *
place (FoyerSiteTurn *turn, const Wish *wish, GError **error)
{
  g_autoptr (JsonObject) booking = foyer_site_booking_make (turn, "new", wish->slot, wish->note);

  json_object_set_string_member (booking, "serviceId", wish->page.service_id);
  set_text_if (booking, "propertyId", wish->property_id);
  return foyer_site_booking_place (turn, booking, error);
}

/* --- Judging it --- */

/* Lead time, days ahead, bookings a day, hours, leave, skills and what is taken: all of them are in what slots are free. */
static gboolean
find_slot (FoyerSiteTurn *turn, Wish *wish, GError **error)
{
  g_autoptr (GError) failure = NULL;

  wish->service = foyer_record_source_get (turn->transaction->source, &foyer_service_type,
                                           wish->page.service_id, &failure);
  if (wish->service != NULL && wish->page.start != 0
      && foyer_settings_may_book_service (turn->settings, wish->service))
    wish->slot = foyer_slots_find (turn->transaction->source, wish->service, wish->page.start,
                                   turn->transaction->now, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static FoyerHttpResponse *
show_again (FoyerSiteTurn *turn, Wish *wish, FoyerPageKind kind, FoyerPageProblem problem, GError **error)
{
  wish->page.kind = kind;
  wish->page.problem = problem;
  return foyer_site_turn_add (turn, &wish->page, error) ? foyer_site_turn_show (turn, &wish->page) : NULL;
}

FoyerHttpResponse *
foyer_site_book (FoyerSiteTurn *turn, GError **error)
{
  g_auto (Wish) wish = { .page = foyer_site_turn_ask (turn, FOYER_PAGE_BOOK_CHECK) };
  g_autofree char *twin = NULL;

  if (!foyer_site_steps_are_own (turn))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (foyer_site_steps_lack_choice (turn, &wish.page))
    return show_again (turn, &wish, FOYER_PAGE_BOOK_CHECK, FOYER_PROBLEM_CHOICE, error);
  if (strcmp (wish.page.property_id, FOYER_NO_PROPERTY) != 0)
    wish.property_id = wish.page.property_id;
  wish.note = foyer_site_turn_words (turn, "note");

  if (!find_twin (turn, &wish, &twin, error))
    return NULL;
  if (twin != NULL)
    return foyer_site_turn_go_to ("bookings", twin);
  if (!find_slot (turn, &wish, error))
    return NULL;
  if (wish.slot == NULL)
    return show_again (turn, &wish, FOYER_PAGE_BOOK_TIME,
                       wish.page.start == 0 ? FOYER_PROBLEM_CHOICE : FOYER_PROBLEM_TAKEN, error);
  if (!foyer_site_booking_note_is_good (wish.note))
    return show_again (turn, &wish, FOYER_PAGE_BOOK_CHECK, FOYER_PROBLEM_NOTE, error);
  return place (turn, &wish, error);
}
