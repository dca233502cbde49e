/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-profile.c - clients say how they are reached, and switch between their accounts */

#include "site/foyer-site-stay.h"

#include "effects/foyer-effects.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-language.h"
#include "foyer-sign-in-check.h"
#include "site/foyer-site-notice.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_session.h"

#include <string.h>

/* --- Contact data --- */

static JsonObject *
get_profile (FoyerSiteTurn *turn)
{
  return foyer_json_object_object (turn->view, "profile");
}

static gboolean
may_change (FoyerSiteTurn *turn)
{
  return foyer_json_object_boolean (get_profile (turn), "mayChange", FALSE);
}

static gboolean
is_person (FoyerSiteTurn *turn)
{
  return foyer_json_object_boolean (get_profile (turn), "isPerson", FALSE);
}

/* Whose contact data they are: the person's, or of a link that names nobody the client's. */
static const FoyerRecordType *
find_record (FoyerSiteTurn *turn, FoyerRecord **record, GError **error)
{
  const FoyerRecordType *type = is_person (turn) ? &foyer_portal_person_type : &foyer_client_type;
  const char *id = is_person (turn) ? turn->session->person_id : turn->session->client_id;

  if (!foyer_record_source_look_up (turn->transaction->source, type, id, record, error))
    return NULL;
  if (*record != NULL)
    return type;
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID, "Whoever it is, is gone");
  return NULL;
}

static void
set_or_remove (JsonObject *json, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    json_object_remove_member (json, name);
  else
    json_object_set_string_member (json, name, value);
}

static gboolean
keep (FoyerSiteTurn *turn,
      const FoyerRecordType *type,
      JsonObject *before,
      JsonObject *after,
      const char *verb,
      GError **error)
{
  return foyer_site_turn_put (turn, type, after, error)
         && foyer_audit_write (turn->transaction, type, verb, verb, before, after, error)
         && foyer_site_turn_note_seen (turn, error);
}

static FoyerPageProblem
judge (FoyerSiteTurn *turn, const char *name, const char *phone)
{
  const FoyerField *names = foyer_record_type_field (&foyer_portal_person_type, "name");
  const FoyerField *phones = foyer_record_type_field (&foyer_portal_person_type, "phone");

  if (is_person (turn) && (*name == '\0' || !foyer_field_accepts_text (names, name)))
    return FOYER_PROBLEM_NAME;
  return *phone == '\0' || foyer_field_accepts_text (phones, phone) ? FOYER_PROBLEM_NONE
                                                                    : FOYER_PROBLEM_PHONE;
}

static char *
read_line (FoyerSiteTurn *turn, const char *name)
{
  char *typed = foyer_site_turn_words (turn, name);

  return typed == NULL ? g_strdup ("") : typed;
}

/* One of those that the page offers, or none: then it is the office's. */
static const char *
read_language (FoyerSiteTurn *turn)
{
  const char *typed = foyer_site_turn_field (turn, "language");

  for (int i = 0; i < FOYER_N_LANGUAGES; i++) {
    if (g_strcmp0 (foyer_language_tag ((FoyerLanguage) i), typed) == 0)
      return typed;
  }
  return NULL;
}

FoyerHttpResponse *
foyer_site_change_contact (FoyerSiteTurn *turn, GError **error)
{
  g_autofree char *name = read_line (turn, "name");
  g_autofree char *phone = read_line (turn, "phone");
  FoyerPageRequest again = { .kind = FOYER_PAGE_PROFILE, .name = name, .phone = phone };
  g_autoptr (FoyerRecord) record = NULL;
  const FoyerRecordType *type;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;

  if (!may_change (turn))
    return foyer_site_notice (403);
  again.problem = judge (turn, name, phone);
  if (again.problem != FOYER_PROBLEM_NONE)
    return foyer_site_turn_show (turn, &again);
  type = find_record (turn, &record, error);
  if (type == NULL)
    return NULL;
  before = foyer_record_to_json (record);
  after = foyer_json_copy_object (before);
  set_or_remove (after, "phone", phone);
  if (is_person (turn)) {
    json_object_set_string_member (after, "name", name);
    set_or_remove (after, "language", read_language (turn));
  }
  return keep (turn, type, before, after, "change contact data", error) ? foyer_site_turn_go ("/profile")
                                                                        : NULL;
}

/* --- Notifications --- */

/* What they want by text stays as it is: there is no box for it until texts are connected. */
static void
set_event (JsonObject *notifications, const char *event, gboolean is_wanted)
{
  JsonObject *old = foyer_json_object_object (notifications, event);
  JsonObject *wish = old == NULL ? json_object_new () : foyer_json_copy_object (old);

  json_object_set_boolean_member (wish, "email", is_wanted);
  json_object_set_object_member (notifications, event, wish);
}

FoyerHttpResponse *
foyer_site_change_notifications (FoyerSiteTurn *turn, GError **error)
{
  g_auto (GStrv) events = g_strsplit (FOYER_CLIENT_EVENT_WORDS, " ", -1);
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  JsonObject *old;
  JsonObject *notifications;

  if (!may_change (turn) || !is_person (turn))
    return foyer_site_notice (403);
  if (find_record (turn, &person, error) == NULL)
    return NULL;
  before = foyer_record_to_json (person);
  after = foyer_json_copy_object (before);
  old = foyer_json_object_object (before, "notifications");
  notifications = old == NULL ? json_object_new () : foyer_json_copy_object (old);
  for (guint i = 0; events[i] != NULL; i++)
    set_event (notifications, events[i], foyer_site_turn_field (turn, events[i]) != NULL);
  json_object_set_object_member (after, "notifications", notifications);
  return keep (turn, &foyer_portal_person_type, before, after, "change notifications", error)
             ? foyer_site_turn_go ("/profile")
             : NULL;
}

/* --- Switching (X11) --- */

/* Each client grants its own rights, and may be stricter than the one they come from. */
static gboolean
check_target (FoyerSiteTurn *turn, FoyerRecord *person, gboolean *may_enter, GError **error)
{
  FoyerSignInMethod method = (FoyerSignInMethod) foyer_portal_session_get_method (turn->stay);
  g_autoptr (GPtrArray) findings
      = foyer_sign_in_check (turn->transaction->source, person, method, turn->transaction->now, error);

  *may_enter = findings != NULL && foyer_sign_in_reason (findings) == NULL;
  return findings != NULL;
}

FoyerHttpResponse *
foyer_site_switch (FoyerSiteTurn *turn, GError **error)
{
  const char *id = foyer_site_turn_field (turn, "account");
  FoyerSiteArrival arrival = { .method = (FoyerSignInMethod) foyer_portal_session_get_method (turn->stay),
                               .latest = turn->session->expires_at };
  g_autoptr (FoyerRecord) person = NULL;
  gboolean may_enter;

  if (foyer_portal_view_find (turn->view, "accounts", id) == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (g_strcmp0 (id, turn->session->person_id) == 0)
    return foyer_site_turn_go ("/");
  if (!foyer_record_source_look_up (turn->transaction->source, &foyer_portal_person_type, id, &person, error)
      || (person != NULL && !check_target (turn, person, &may_enter, error)))
    return NULL;
  if (person == NULL || !may_enter)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  arrival.person_id = id;
  arrival.client_id = foyer_portal_person_get_client_id (person);
  return foyer_site_stay_come_in (turn, &arrival, error);
}
