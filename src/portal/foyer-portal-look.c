/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-look.c - what each page needs of the records, the same for browsers and for previews */

#include "foyer-portal-look.h"

#include "foyer-json.h"
#include "foyer-portal-address.h"
#include "foyer-portal-picture.h"
#include "foyer-portal-mask.h"
#include "foyer-portal-sheet.h"
#include "foyer-portal-static.h"
#include "types/visit.h"

static gboolean
add_record (const FoyerPortalLook *look,
            JsonObject *view,
            const FoyerRecordType *type,
            const char *id,
            GError **error)
{
  return foyer_portal_view_add_record (view, look->source, look->viewer, look->settings, type, id, look->now,
                                       error);
}

/* What a form is about, if it can be about such a thing. */
static gboolean
add_about (const FoyerPortalLook *look, JsonObject *view, const FoyerPageRequest *request, GError **error)
{
  const FoyerRecordType *const *types = foyer_page_about_types (request->kind);
  const char *id = request->typed == NULL ? NULL : g_hash_table_lookup (request->typed, "about");
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);

  while (*types != NULL && *types != type)
    types++;
  return *types == NULL || add_record (look, view, type, id, error);
}

static gboolean
add_moves (const FoyerPortalLook *look, JsonObject *view, const FoyerPageRequest *request, GError **error)
{
  JsonObject *visit;
  JsonObject *change;

  if (!add_record (look, view, &foyer_visit_type, request->record_id, error))
    return FALSE;
  visit = foyer_portal_view_get_record (view, &foyer_visit_type, request->record_id);
  change = visit == NULL ? NULL : foyer_json_object_object (visit, "change");
  return change == NULL || !foyer_json_object_boolean (change, "mayMove", FALSE)
         || foyer_portal_view_add_moves (view, look->source, look->settings, request->record_id, look->now,
                                         error);
}

static gboolean
add_profile (const FoyerPortalLook *look, JsonObject *view, GError **error)
{
  if (!foyer_portal_view_add_profile (view, look->source, look->viewer, look->settings, look->now, error))
    return FALSE;
  if (look->may_choose_password)
    json_object_set_boolean_member (foyer_json_object_object (view, "profile"), "mayChoosePassword", TRUE);
  return TRUE;
}

static gboolean
add_for_list (const FoyerPortalLook *look, JsonObject *view, const FoyerPageRequest *request, GError **error)
{
  const FoyerRecordType *type = foyer_page_record_type (request->kind);

  return type == NULL || add_record (look, view, type, request->record_id, error);
}

gboolean
foyer_portal_look_add (const FoyerPortalLook *look,
                       JsonObject *view,
                       const FoyerPageRequest *request,
                       GError **error)
{
  if (foyer_portal_view_get_state (view) != FOYER_PORTAL_OPEN)
    return TRUE;
  switch ((int) request->kind) {
  case FOYER_PAGE_SESSIONS:
  case FOYER_PAGE_SET_PASSWORD:
    return foyer_portal_view_add_sessions (view, look->source, look->viewer, look->session_id, look->now,
                                           error);
  case FOYER_PAGE_PROFILE:
    return add_profile (look, view, error);
  case FOYER_PAGE_STATEMENT:
    return foyer_portal_view_add_statement (view, look->source, look->viewer, look->settings, look->now,
                                            error);
  case FOYER_PAGE_BOOKING:
    return foyer_portal_view_add_booking (view, look->source, look->viewer, look->settings,
                                          request->record_id, look->now, error);
  case FOYER_PAGE_BOOK_TIME:
  case FOYER_PAGE_BOOK_CHECK:
    return !foyer_portal_view_may_book (view)
           || foyer_portal_view_add_slots (view, look->source, look->settings, request->service_id, look->now,
                                           error);
  case FOYER_PAGE_VISIT_TIME:
    return add_moves (look, view, request, error);
  case FOYER_PAGE_REQUEST_NEW:
    return add_about (look, view, request, error)
           && foyer_portal_view_add_days (view, look->source, look->now, error);
  case FOYER_PAGE_MESSAGE_NEW:
    return add_about (look, view, request, error);
  default:
    return add_for_list (look, view, request, error);
  }
}

/* A logo that cannot be had is drawn as the mark (X8). */
static void
look_at_picture (const FoyerPortalLook *look, JsonObject *view, FoyerPortalPicture picture)
{
  const char *id = foyer_portal_picture_get_blob (view, picture);
  g_autoptr (GBytes) bytes
      = id == NULL || look->open_picture == NULL ? NULL : look->open_picture (id, look->data);

  foyer_portal_picture_look (view, picture, bytes);
}

JsonObject *
foyer_portal_look_view (const FoyerPortalLook *look, FoyerViewParts parts, GError **error)
{
  JsonObject *view
      = foyer_portal_view_of_parts (look->source, look->viewer, look->settings, parts, look->now, error);

  if (view == NULL)
    return NULL;
  for (int i = 0; i < FOYER_N_PORTAL_PICTURES; i++)
    look_at_picture (look, view, (FoyerPortalPicture) i);
  if (look->watcher != NULL)
    json_object_set_string_member (view, "watcher", look->watcher);
  return view;
}

FoyerPortalPage *
foyer_portal_look_page (const FoyerPortalLook *look,
                        const char *address,
                        JsonObject **view,
                        FoyerPageKind *made,
                        GError **error)
{
  g_autoptr (FoyerPortalAddress) parsed = foyer_portal_address_parse (address);
  g_autoptr (JsonObject) document = NULL;
  FoyerPageRequest request = { .kind = FOYER_PAGE_NOT_FOUND };
  FoyerPortalViewer viewer = *look->viewer;
  FoyerPortalLook there = *look;
  FoyerListPlace place;

  if (parsed != NULL) {
    request = foyer_portal_address_request (parsed);
    if (foyer_page_read_place (parsed->kind, parsed->fields, &place))
      viewer.place = &place;
  }
  there.viewer = &viewer;
  document = foyer_portal_look_view (&there, foyer_page_parts (request.kind), error);
  if (document == NULL || !foyer_portal_look_add (&there, document, &request, error))
    return NULL;
  if (look->is_masked) {
    g_autoptr (JsonObject) readable = g_steal_pointer (&document);

    document = foyer_portal_mask (readable);
  }
  if (view != NULL)
    *view = json_object_ref (document);
  return foyer_portal_page (document, &request, made);
}

static GBytes *
find_picture (const FoyerPortalLook *look,
              JsonObject *view,
              FoyerPortalPicture picture,
              const char *path,
              const char **content_type)
{
  JsonObject *organisation = foyer_json_object_object (view, "organisation");
  g_autofree char *right = foyer_portal_picture_path (organisation, picture);
  FoyerRaster raster;

  if (look->open_picture == NULL || g_strcmp0 (path, right) != 0
      || !foyer_portal_picture_get (organisation, picture, &raster))
    return NULL;
  *content_type = foyer_raster_format_media_type (raster.format);
  return look->open_picture (foyer_portal_picture_get_blob (view, picture), look->data);
}

static GBytes *
find_sheet (const FoyerPortalLook *look,
            JsonObject *organisation,
            const char *path,
            const char **content_type)
{
  if (g_strcmp0 (path, foyer_json_object_text (organisation, "sheet")) != 0)
    return NULL;
  *content_type = "text/css; charset=utf-8";
  return foyer_portal_sheet_bytes (look->settings);
}

GBytes *
foyer_portal_look_file (const FoyerPortalLook *look,
                        JsonObject *view,
                        const char *path,
                        const char **content_type)
{
  GBytes *bytes = foyer_portal_static_find (path, foyer_portal_view_get_palette (view), content_type);

  if (bytes == NULL)
    bytes = find_sheet (look, foyer_json_object_object (view, "organisation"), path, content_type);
  for (int i = 0; bytes == NULL && i < FOYER_N_PORTAL_PICTURES; i++)
    bytes = find_picture (look, view, (FoyerPortalPicture) i, path, content_type);
  return bytes;
}
