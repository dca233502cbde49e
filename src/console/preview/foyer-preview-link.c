/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-link.c - links to previews, as they are copied and as they come back from anywhere */

#include "foyer-preview-link.h"

#include "foyer-date.h"
#include "foyer-portal-address.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <string.h>

#define NOBODY "foyer://preview/nobody"
#define CLIENT "foyer://preview/client/"

G_DEFINE_QUARK (foyer - preview - link - error - quark, foyer_preview_link_error)

static const char *const sources[] = { "published", "draft", "both" };

void
foyer_preview_link_free (FoyerPreviewLink *self)
{
  g_free (self->client_id);
  g_free (self->person_id);
  g_free (self->link_id);
  g_free (self->page);
  g_free (self);
}

/* --- Writing --- */

static void
add (GString *text, const char *name, const char *value)
{
  g_autofree char *escaped = value == NULL ? NULL : g_uri_escape_string (value, NULL, FALSE);

  if (escaped != NULL)
    g_string_append_printf (text, "%c%s=%s", strchr (text->str, '?') == NULL ? '?' : '&', name, escaped);
}

char *
foyer_preview_link_write (const FoyerPreviewLink *self)
{
  GString *text = g_string_new (self->client_id == NULL ? NOBODY : CLIENT);
  g_autofree char *at = self->moment == 0 ? NULL : foyer_utc_format (self->moment);

  if (self->client_id != NULL)
    g_string_append (text, self->client_id);
  add (text, "person", self->person_id);
  add (text, "link", self->link_id);
  add (text, "page", self->page);
  add (text, "at", at);
  add (text, "settings", self->source == FOYER_PREVIEW_LIVE ? NULL : sources[self->source]);
  return g_string_free (text, FALSE);
}

/* --- Reading --- */

static gboolean
take_id (char **place, const char *value, const FoyerRecordType *type)
{
  if (*place != NULL || foyer_record_type_of_id (value) != type)
    return FALSE;
  *place = g_strdup (value);
  return TRUE;
}

static gboolean
take_page (FoyerPreviewLink *self, const char *value)
{
  g_autoptr (FoyerPortalAddress) address = foyer_portal_address_parse (value);

  if (self->page != NULL || address == NULL)
    return FALSE;
  self->page = g_strdup (value);
  return TRUE;
}

static gboolean
take_source (FoyerPreviewLink *self, const char *value)
{
  for (guint i = FOYER_PREVIEW_DRAFT; i < G_N_ELEMENTS (sources); i++) {
    if (strcmp (sources[i], value) == 0) {
      self->source = (FoyerPreviewSource) i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
take (FoyerPreviewLink *self, const char *name, const char *value)
{
  if (strcmp (name, "person") == 0)
    return take_id (&self->person_id, value, &foyer_portal_person_type);
  if (strcmp (name, "link") == 0)
    return take_id (&self->link_id, value, &foyer_portal_link_type);
  if (strcmp (name, "page") == 0)
    return take_page (self, value);
  if (strcmp (name, "at") == 0)
    return self->moment == 0 && foyer_utc_parse (value, &self->moment, NULL) && self->moment > 0;
  return strcmp (name, "settings") == 0 && self->source == FOYER_PREVIEW_LIVE && take_source (self, value);
}

static gboolean
take_query (FoyerPreviewLink *self, const char *query)
{
  g_auto (GStrv) parts = g_strsplit (query, "&", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    char *equals = strchr (parts[i], '=');
    g_autofree char *value = NULL;

    if (equals == NULL)
      return FALSE;
    *equals = '\0';
    value = g_uri_unescape_string (equals + 1, NULL);
    if (value == NULL || !g_utf8_validate (value, -1, NULL) || !take (self, parts[i], value))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_link (FoyerPreviewLink *self, const char *text)
{
  gsize length = strcspn (text, "?");
  g_autofree char *place = g_strndup (text, length);

  if (text[length] == '?' && !take_query (self, text + length + 1))
    return FALSE;
  if (strcmp (place, NOBODY) == 0)
    return self->person_id == NULL && self->link_id == NULL;
  return g_str_has_prefix (place, CLIENT)
         && take_id (&self->client_id, place + strlen (CLIENT), &foyer_client_type);
}

FoyerPreviewLink *
foyer_preview_link_parse (const char *text, GError **error)
{
  g_autoptr (FoyerPreviewLink) self = g_new0 (FoyerPreviewLink, 1);
  g_autofree char *again = NULL;

  /* There is one way to write each link: what is written otherwise was not written here. */
  if (strnlen (text, FOYER_PREVIEW_LINK_LONGEST + 1) <= FOYER_PREVIEW_LINK_LONGEST
      && read_link (self, text)) {
    if (self->page == NULL)
      self->page = g_strdup ("/");
    again = foyer_preview_link_write (self);
    if (strcmp (again, text) == 0)
      return g_steal_pointer (&self);
  }
  g_set_error_literal (error, FOYER_PREVIEW_LINK_ERROR, FOYER_PREVIEW_LINK_ERROR_MALFORMED,
                       "It is no link to a preview");
  return NULL;
}
