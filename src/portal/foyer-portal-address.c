/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-address.c - which page stands at an address of the portal */

#include "foyer-portal-address.h"

#include "foyer-date.h"
#include "foyer-url.h"

#include <string.h>

/* In which `*` stands for the record. What comes first is tried first. */
static const struct {
  FoyerPageKind kind;
  const char *path;
} places[] = {
  { FOYER_PAGE_HOME, "/" },
  { FOYER_PAGE_SIGN_IN, "/sign-in" },
  { FOYER_PAGE_CHECK_MAIL, "/sign-in/sent" },
  { FOYER_PAGE_SET_PASSWORD, "/password" },
  { FOYER_PAGE_SESSIONS, "/sessions" },
  { FOYER_PAGE_PROFILE, "/profile" },
  { FOYER_PAGE_SWITCH, "/switch" },
  { FOYER_PAGE_VISITS, "/visits" },
  { FOYER_PAGE_VISIT, "/visits/*" },
  { FOYER_PAGE_VISIT_TIME, "/visits/*/time" },
  { FOYER_PAGE_QUOTES, "/quotes" },
  { FOYER_PAGE_QUOTE, "/quotes/*" },
  { FOYER_PAGE_INVOICES, "/invoices" },
  { FOYER_PAGE_INVOICE, "/invoices/*" },
  { FOYER_PAGE_PROPERTIES, "/properties" },
  { FOYER_PAGE_PROPERTY, "/properties/*" },
  { FOYER_PAGE_STATEMENT, "/statement" },
  { FOYER_PAGE_PAYMENTS, "/payments" },
  { FOYER_PAGE_PLANS, "/plans" },
  { FOYER_PAGE_PLAN, "/plans/*" },
  { FOYER_PAGE_CONTRACT, "/contracts/*" },
  { FOYER_PAGE_REQUESTS, "/requests" },
  { FOYER_PAGE_REQUEST_NEW, "/requests/new" },
  { FOYER_PAGE_REQUEST, "/requests/*" },
  { FOYER_PAGE_MESSAGES, "/messages" },
  { FOYER_PAGE_MESSAGE_NEW, "/messages/new" },
  { FOYER_PAGE_CONVERSATION, "/messages/*" },
  { FOYER_PAGE_DOCUMENTS, "/documents" },
  { FOYER_PAGE_DOCUMENT, "/documents/*" },
  { FOYER_PAGE_EQUIPMENT, "/equipment" },
  { FOYER_PAGE_MACHINE, "/equipment/*" },
  { FOYER_PAGE_BOOK_SERVICE, "/book" },
  { FOYER_PAGE_BOOK_PROPERTY, "/book/property" },
  { FOYER_PAGE_BOOK_TIME, "/book/time" },
  { FOYER_PAGE_BOOK_CHECK, "/book/check" },
  { FOYER_PAGE_BOOKING, "/bookings/*" },
  /* What stands behind secrets and mishaps has no address on the site; staff look at it all the same. */
  { FOYER_PAGE_CONFIRM, "/preview/confirm" },
  { FOYER_PAGE_DEAD_LINK, "/preview/dead-link" },
  { FOYER_PAGE_LINK_SENT, "/preview/link-sent" },
  { FOYER_PAGE_PHONE_CHECK, "/preview/phone-check" },
  { FOYER_PAGE_INVITE, "/preview/invite" },
  { FOYER_PAGE_JOIN, "/preview/join" },
  { FOYER_PAGE_UNAVAILABLE, "/preview/unavailable" },
  { FOYER_PAGE_NOT_FOUND, "/preview/not-found" },
  { FOYER_PAGE_ERROR, "/preview/error" },
  { FOYER_PAGE_LOOK_ONLY, "/preview/look-only" },
};

static GHashTable *
read_query (const char *query)
{
  GHashTable *fields
      = query == NULL ? NULL : g_uri_parse_params (query, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);

  return fields != NULL ? fields : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

FoyerPortalAddress *
foyer_portal_address_parse (const char *address)
{
  gsize length = strcspn (address, "?#");
  g_autofree char *path = g_strndup (address, length);
  g_autofree char *query
      = address[length] == '?' ? g_strndup (address + length + 1, strcspn (address + length + 1, "#")) : NULL;
  g_autofree char *record_id = NULL;
  FoyerPortalAddress *self;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (!foyer_url_match (places[i].path, path, &record_id))
      continue;
    self = g_new0 (FoyerPortalAddress, 1);
    self->kind = places[i].kind;
    self->record_id = g_steal_pointer (&record_id);
    self->fields = read_query (query);
    return self;
  }
  return NULL;
}

void
foyer_portal_address_free (FoyerPortalAddress *self)
{
  g_free (self->record_id);
  g_hash_table_unref (self->fields);
  g_free (self);
}

char *
foyer_portal_address_make (FoyerPageKind kind, const char *record_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    const char *star = strchr (places[i].path, '*');

    if (places[i].kind != kind || (star != NULL) != (record_id != NULL))
      continue;
    return star == NULL ? g_strdup (places[i].path)
                        : g_strdup_printf ("%.*s%s%s", (int) (star - places[i].path), places[i].path,
                                           record_id, star + 1);
  }
  return NULL;
}

/* --- What is asked --- */

static const char *
get_field (GHashTable *fields, const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);

  return value == NULL || *value == '\0' ? NULL : value;
}

void
foyer_page_request_take_fields (FoyerPageRequest *request, GHashTable *fields)
{
  const char *start;

  request->typed = fields;
  if (fields == NULL)
    return;
  start = get_field (fields, "start");
  request->service_id = get_field (fields, "service");
  request->property_id = get_field (fields, "property");
  request->note = get_field (fields, "note");
  if (start == NULL || !foyer_utc_parse (start, &request->start, NULL))
    request->start = 0;
}

FoyerPageRequest
foyer_portal_address_request (const FoyerPortalAddress *self)
{
  FoyerPageRequest request = { .kind = self->kind, .record_id = self->record_id };

  if (foyer_page_takes_query (self->kind))
    foyer_page_request_take_fields (&request, self->fields);
  return request;
}

gboolean
foyer_page_read_place (FoyerPageKind kind, GHashTable *fields, FoyerListPlace *place)
{
  const char *list = get_field (fields, "list");

  *place = (FoyerListPlace){ .list = list == NULL ? NULL : foyer_page_find_list (kind, list),
                             .before = get_field (fields, "before"),
                             .after = get_field (fields, "after") };
  return place->list != NULL;
}
