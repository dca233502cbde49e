/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-survey.c - who can sign in under one set of settings, and who under another */

#include "foyer-sign-in-survey.h"

#include "foyer-allowed-domain.h"
#include "foyer-business.h"
#include "foyer-portal-entry.h"
#include "foyer-settings-change.h"
#include "foyer-settings-source.h"
#include "foyer-settings.h"
#include "foyer-sign-in-check.h"

#include "types/portal_link.h"
#include "types/portal_person.h"

/* Of so many it is asked in one step. */
#define PAGE 250

#define LINK (1u << FOYER_SIGN_IN_DIRECT_LINK)

/* The settings that decide who can come in. */
static const char *const keys[] = {
  "portal.enabled",
  "access.email_link",
  "access.password",
  "access.phone_last4_alone",
  "access.sso",
  "access.allowed_domains",
  "access.direct_links",
  "access.direct_link_days",
  "access.extend_while_unpaid",
};

/* One set of settings, and the records under it. */
typedef struct {
  FoyerRecordSource *source;
  FoyerBusiness *business;
} World;

struct _FoyerSignInSurvey {
  FoyerRecordSource *source; /* not owned */
  World before;
  World after;
  gint64 now;
  gboolean everybody;

  /* State. */
  char *last_id;       /* (nullable): up to where it was asked */
  gboolean asks_links; /* and no longer people */
  guint n_linked;      /* of @people: whose links were asked of */
  gboolean is_done;
  GHashTable *
      clients; /* (element-type utf8 FoyerRecord): those that were looked up; %NULL for one that is not here */
  GHashTable *reasons; /* (element-type utf8 utf8) */
  GPtrArray *people;   /* (element-type FoyerSignInPerson) */
  GHashTable *by_id;   /* (element-type utf8 FoyerSignInPerson), of @people */
};

/* --- What becomes of somebody --- */

static int
rank (guint ways)
{
  return (ways & ~LINK) != 0 ? 2 : ways != 0 ? 1 : 0;
}

FoyerSignInChange
foyer_sign_in_person_change (const FoyerSignInPerson *self)
{
  if (rank (self->after) < rank (self->before))
    return FOYER_SIGN_IN_LOST;
  return rank (self->after) > rank (self->before) ? FOYER_SIGN_IN_GAINED : FOYER_SIGN_IN_SAME;
}

static void
free_person (gpointer data)
{
  FoyerSignInPerson *person = data;

  g_object_unref (person->person);
  g_object_unref (person->client);
  g_free (person->reason);
  g_free (person);
}

gboolean
foyer_sign_in_survey_concerns (FoyerRecord *before, FoyerRecord *after)
{
  g_autoptr (JsonObject) one = foyer_record_to_json (before);
  g_autoptr (JsonObject) other = foyer_record_to_json (after);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    if (!foyer_settings_is_same (foyer_settings_find_field (keys[i]), json_object_get_member (one, keys[i]),
                                 json_object_get_member (other, keys[i])))
      return TRUE;
  }
  return FALSE;
}

/* --- The survey --- */

static gboolean
open_world (World *world, FoyerRecordSource *source, FoyerRecord *settings, GError **error)
{
  world->source = foyer_settings_source_new (source, settings);
  world->business = foyer_business_load (world->source, error);
  return world->business != NULL;
}

static void
close_world (World *world)
{
  g_clear_object (&world->source);
  g_clear_pointer (&world->business, foyer_business_free);
}

static void
unref_client (gpointer client)
{
  g_clear_object (&client);
}

FoyerSignInSurvey *
foyer_sign_in_survey_new (FoyerRecordSource *source,
                          FoyerRecord *before,
                          FoyerRecord *after,
                          gboolean everybody,
                          gint64 now,
                          GError **error)
{
  g_autoptr (FoyerSignInSurvey) self = g_new0 (FoyerSignInSurvey, 1);

  self->source = source;
  self->everybody = everybody;
  self->now = now;
  self->clients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_client);
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->people = g_ptr_array_new_with_free_func (free_person);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  if (!open_world (&self->before, source, before, error) || !open_world (&self->after, source, after, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
foyer_sign_in_survey_free (FoyerSignInSurvey *self)
{
  close_world (&self->before);
  close_world (&self->after);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_hash_table_unref (self->reasons);
  g_hash_table_unref (self->clients);
  g_free (self->last_id);
  g_free (self);
}

static gboolean
find_client (FoyerSignInSurvey *self, FoyerRecord *person, FoyerRecord **client, GError **error)
{
  const char *id = foyer_portal_person_get_client_id (person);
  gpointer known = NULL;

  if (!g_hash_table_lookup_extended (self->clients, id, NULL, &known)) {
    FoyerRecord *found = NULL;

    if (!foyer_record_source_look_up (self->source, &foyer_client_type, id, &found, error))
      return FALSE;
    g_hash_table_insert (self->clients, g_strdup (id), found);
    known = found;
  }
  *client = known;
  return TRUE;
}

/* --- Why --- */

static FoyerSignInMethod
choose_method (guint ways)
{
  static const FoyerSignInMethod methods[]
      = { FOYER_SIGN_IN_EMAIL_LINK, FOYER_SIGN_IN_PASSWORD, FOYER_SIGN_IN_PHONE_CHECK };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    if ((ways & (1u << methods[i])) != 0)
      return methods[i];
  }
  return FOYER_SIGN_IN_DIRECT_LINK;
}

/* The reason names nobody's address but its domain, so that one is good for all of them. */
static gboolean
find_reason (FoyerSignInSurvey *self, World *world, FoyerSignInPerson *person, guint ways, GError **error)
{
  FoyerSignInMethod method = choose_method (ways);
  g_autofree char *domain = foyer_allowed_domain_of (foyer_portal_person_get_email (person->person));
  g_autofree char *key = g_strdup_printf ("%d %d %s", world == &self->after, method,
                                          domain == NULL ? foyer_record_get_id (person->person) : domain);
  const char *known = g_hash_table_lookup (self->reasons, key);
  g_autoptr (GPtrArray) findings = NULL;
  const FoyerFinding *finding;

  if (known != NULL) {
    person->reason = g_strdup (known);
    return TRUE;
  }
  findings
      = foyer_sign_in_check_at (world->source, world->business, person->person, method, self->now, error);
  if (findings == NULL)
    return FALSE;
  finding = foyer_sign_in_reason (findings);
  if (finding != NULL) {
    person->reason = g_strdup (finding->sentence);
    g_hash_table_insert (self->reasons, g_steal_pointer (&key), g_strdup (finding->sentence));
  }
  return TRUE;
}

static gboolean
fits_domain (World *world, const char *domain)
{
  g_auto (GStrv) domains = foyer_portal_settings_get_access_allowed_domains (world->business->settings);

  return foyer_allowed_domain_fits ((const char *const *) domains, domain);
}

static gboolean
explain (FoyerSignInSurvey *self, FoyerSignInPerson *person, GError **error)
{
  FoyerSignInChange change = foyer_sign_in_person_change (person);
  g_autofree char *domain = NULL;

  if (change == FOYER_SIGN_IN_SAME)
    return TRUE;
  if (change == FOYER_SIGN_IN_GAINED)
    return find_reason (self, &self->before, person, person->after, error);
  domain = foyer_allowed_domain_of (foyer_portal_person_get_email (person->person));
  person->is_foreign = !fits_domain (&self->after, domain) && fits_domain (&self->before, domain);
  return find_reason (self, &self->after, person, person->before, error);
}

/* --- People --- */

static FoyerSignInPerson *
add_person (FoyerSignInSurvey *self, FoyerRecord *record, FoyerRecord *client)
{
  FoyerSignInPerson *person = g_new0 (FoyerSignInPerson, 1);

  person->person = g_object_ref (record);
  person->client = g_object_ref (client);
  person->before = foyer_sign_in_list_ways (self->before.business->settings, client, record, self->now);
  person->after = foyer_sign_in_list_ways (self->after.business->settings, client, record, self->now);
  g_ptr_array_add (self->people, person);
  return person;
}

/* Whose client nobody need look at: it is as strict before as after, so nothing changes for them whatever it says. */
static gboolean
is_settled (FoyerSignInSurvey *self, FoyerRecord *person)
{
  guint before = foyer_sign_in_list_ways (self->before.business->settings, NULL, person, self->now);
  guint after = foyer_sign_in_list_ways (self->after.business->settings, NULL, person, self->now);

  return !self->everybody && before != 0 && after != 0;
}

static gboolean
ask_person (FoyerSignInSurvey *self, FoyerRecord *record, GError **error)
{
  FoyerSignInPerson *person;
  FoyerRecord *client;

  if (is_settled (self, record))
    return TRUE;
  if (!find_client (self, record, &client, error))
    return FALSE;
  if (client == NULL)
    return TRUE;
  person = add_person (self, record, client);
  g_hash_table_insert (self->by_id, (gpointer) foyer_record_get_id (record), person);
  return TRUE;
}

static GPtrArray *
read_page (FoyerSignInSurvey *self, const FoyerRecordType *type, int status, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  GPtrArray *page;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  foyer_query_order (query, NULL, TRUE);
  if (self->last_id != NULL)
    foyer_query_after (query, 0, NULL, self->last_id);
  foyer_query_limit (query, PAGE);
  page = foyer_record_source_list (self->source, query, error);
  if (page != NULL && page->len > 0) {
    g_free (self->last_id);
    self->last_id = g_strdup (foyer_record_get_id (page->pdata[page->len - 1]));
  }
  return page;
}

static gboolean
ask_people (FoyerSignInSurvey *self, GError **error)
{
  g_autoptr (GPtrArray) page = read_page (self, &foyer_portal_person_type, FOYER_PORTAL_PERSON_ACTIVE, error);

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++) {
    if (!ask_person (self, page->pdata[i], error))
      return FALSE;
  }
  if (page->len < PAGE) {
    self->asks_links = TRUE;
    g_clear_pointer (&self->last_id, g_free);
  }
  return TRUE;
}

/* --- Links --- */

/* Whoever can sign in loses and gains nothing by a link. */
static gboolean
depends_on_links (const FoyerSignInPerson *person)
{
  return rank (person->before | person->after) < 2;
}

/* A link that is over may still be kept alive: that takes a look at what its client has to pay. */
static gboolean
ask_about_bills (FoyerSignInSurvey *self,
                 World *world,
                 FoyerRecord *link,
                 FoyerSignInPerson *person,
                 gboolean *opens,
                 GError **error)
{
  g_autoptr (FoyerPortalEntry) entry = NULL;

  if (!foyer_portal_settings_get_access_extend_while_unpaid (world->business->settings))
    return TRUE;
  entry = foyer_portal_entry_check_of (world->source, world->business, link, person->client, person->person,
                                       self->now, error);
  *opens = entry != NULL && foyer_portal_entry_is_open (entry);
  return entry != NULL;
}

/* The same as foyer_portal_entry_check() for a link that was not revoked, without the words. */
static gboolean
ask_link (FoyerSignInSurvey *self,
          World *world,
          FoyerRecord *link,
          FoyerSignInPerson *person,
          guint *ways,
          GError **error)
{
  FoyerRecord *settings = world->business->settings;
  gboolean opens = FALSE;

  if ((*ways & LINK) != 0 || foyer_settings_direct_links (settings, person->client) == FOYER_DIRECT_LINKS_OFF
      || g_strcmp0 (foyer_portal_link_get_client_id (link), foyer_record_get_id (person->client)) != 0
      || !foyer_sign_in_lets_in (settings, person->client, person->person))
    return TRUE;
  if (foyer_portal_entry_own_end (settings, link) > self->now)
    opens = TRUE;
  else if (!ask_about_bills (self, world, link, person, &opens, error))
    return FALSE;
  if (opens)
    *ways |= LINK;
  return TRUE;
}

static gboolean
ask_person_link (FoyerSignInSurvey *self, FoyerRecord *link, FoyerSignInPerson *person, GError **error)
{
  return (!depends_on_links (person) || ask_link (self, &self->before, link, person, &person->before, error))
         && ask_link (self, &self->after, link, person, &person->after, error);
}

/* Those that name nobody are nobody's. The newest come first: whom one of them lets in is not asked of the older. */
static gboolean
ask_all_links (FoyerSignInSurvey *self, GError **error)
{
  g_autoptr (GPtrArray) page = read_page (self, &foyer_portal_link_type, FOYER_PORTAL_LINK_LIVE, error);

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++) {
    const char *id = foyer_portal_link_get_person_id (page->pdata[i]);
    FoyerSignInPerson *person = id == NULL ? NULL : g_hash_table_lookup (self->by_id, id);

    if (person != NULL && !ask_person_link (self, page->pdata[i], person, error))
      return FALSE;
  }
  self->is_done = page->len < PAGE;
  return TRUE;
}

static gboolean
ask_links_of (FoyerSignInSurvey *self, FoyerSignInPerson *person, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_link_type);
  g_autoptr (GPtrArray) links = NULL;

  foyer_query_where_text (query, "personId", foyer_record_get_id (person->person));
  foyer_query_order (query, NULL, TRUE);
  links = foyer_record_source_list (self->source, query, error);
  for (guint i = 0; links != NULL && i < links->len; i++) {
    if (foyer_portal_link_get_status (links->pdata[i]) == FOYER_PORTAL_LINK_LIVE
        && !ask_person_link (self, links->pdata[i], person, error))
      return FALSE;
  }
  return links != NULL;
}

/* Mostly these are few, while a business has many links. */
static gboolean
ask_few_links (FoyerSignInSurvey *self, GError **error)
{
  guint end = MIN (self->n_linked + PAGE, self->people->len);

  for (; self->n_linked < end; self->n_linked++) {
    FoyerSignInPerson *person = self->people->pdata[self->n_linked];

    if (depends_on_links (person) && !ask_links_of (self, person, error))
      return FALSE;
  }
  self->is_done = end == self->people->len;
  return TRUE;
}

/* Keeps whom it is asked for, with the reasons. */
static gboolean
finish (FoyerSignInSurvey *self, GError **error)
{
  g_hash_table_remove_all (self->by_id);
  for (guint i = self->people->len; i > 0; i--) {
    FoyerSignInPerson *person = self->people->pdata[i - 1];
    gboolean is_wanted = self->everybody ? person->after != 0 || person->before != 0
                                         : foyer_sign_in_person_change (person) != FOYER_SIGN_IN_SAME;

    if (!is_wanted)
      g_ptr_array_remove_index_fast (self->people, i - 1);
    else if (!explain (self, person, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
ask_links (FoyerSignInSurvey *self, GError **error)
{
  return self->everybody ? ask_all_links (self, error) : ask_few_links (self, error);
}

gboolean
foyer_sign_in_survey_step (FoyerSignInSurvey *self, gboolean *more, GError **error)
{
  gboolean done = self->asks_links ? ask_links (self, error) : ask_people (self, error);

  *more = !self->is_done;
  return done && (*more || finish (self, error));
}

GPtrArray *
foyer_sign_in_survey_take (FoyerSignInSurvey *self)
{
  return g_steal_pointer (&self->people);
}

GPtrArray *
foyer_sign_in_survey_address (FoyerRecordSource *source,
                              FoyerRecord *settings,
                              const char *address,
                              gint64 now,
                              GError **error)
{
  g_autoptr (FoyerSignInSurvey) self
      = foyer_sign_in_survey_new (source, settings, settings, TRUE, now, error);
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) found = NULL;

  foyer_query_where_text (query, "email", address);
  found = self == NULL ? NULL : foyer_record_source_list (source, query, error);
  if (found == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++) {
    FoyerRecord *client;
    FoyerSignInPerson *person;

    if (!find_client (self, found->pdata[i], &client, error))
      return NULL;
    if (client == NULL)
      continue;
    person = add_person (self, found->pdata[i], client);
    /* Here it may be somebody's own: that they have not come yet. */
    g_hash_table_remove_all (self->reasons);
    if (person->after == 0
        && !find_reason (self, &self->after, person, 1u << FOYER_SIGN_IN_EMAIL_LINK, error))
      return NULL;
  }
  return g_steal_pointer (&self->people);
}
