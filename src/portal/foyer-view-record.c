/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-record.c - the one record that a page is about, with everything that it shows of it */

#include "foyer-portal-view.h"

#include "foyer-json.h"
#include "foyer-view-context.h"
#include "types/contract.h"
#include "types/conversation.h"
#include "types/document.h"
#include "types/equipment.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/photo.h"
#include "types/plan.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/request.h"
#include "types/visit.h"

static gboolean
sees_photos (FoyerViewContext *context)
{
  return foyer_view_sees_visits (context)
         && foyer_portal_access_has_scope (context->access, FOYER_SCOPE_PHOTOS);
}

/* Whose kind is open to the viewer, and what is shown of it. A type that is not here has no page. */
static const struct {
  const FoyerRecordType *type;
  gboolean (*is_open) (FoyerViewContext *context);
  FoyerViewMake make;
} kinds[] = {
  { &foyer_visit_type, foyer_view_sees_visits, foyer_view_make_visit },
  { &foyer_photo_type, sees_photos, foyer_view_make_photo },
  { &foyer_property_type, foyer_view_sees_visits, foyer_view_make_site },
  { &foyer_quote_type, foyer_view_sees_quotes, foyer_view_make_quote },
  { &foyer_invoice_type, foyer_view_sees_money, foyer_view_make_invoice },
  { &foyer_plan_type, foyer_view_sees_plans, foyer_view_make_plan },
  { &foyer_contract_type, foyer_view_sees_contracts, foyer_view_make_contract },
  { &foyer_request_type, foyer_view_sees_requests, foyer_view_make_request },
  { &foyer_conversation_type, foyer_view_sees_messages, foyer_view_make_conversation },
  { &foyer_message_type, foyer_view_sees_messages, foyer_view_make_message },
  { &foyer_document_type, foyer_view_sees_documents, foyer_view_make_document },
  { &foyer_equipment_type, foyer_view_sees_visits, foyer_view_make_equipment },
};

static gboolean
sees (FoyerViewContext *context, guint kind, FoyerRecord *record)
{
  const FoyerRecordType *type = kinds[kind].type;

  return kinds[kind].is_open (context) && foyer_view_shows (context, record)
         && (type != &foyer_request_type || foyer_view_sees_request (context, record))
         && (type != &foyer_conversation_type || foyer_view_sees_conversation (context, record))
         && (type != &foyer_message_type || foyer_view_sees_message (context, record));
}

static void
add_record (JsonObject *view, FoyerViewContext *context, guint kind, const char *id)
{
  FoyerRecord *record
      = kinds[kind].is_open (context) ? foyer_view_context_get (context, kinds[kind].type, id) : NULL;
  JsonObject *object;

  if (record == NULL || !sees (context, kind, record))
    return;
  object = kinds[kind].make (context, record, TRUE);
  json_object_set_string_member (object, "type", kinds[kind].type->name);
  json_object_set_object_member (view, "record", object);
}

gboolean
foyer_portal_view_add_record (JsonObject *view,
                              FoyerRecordSource *source,
                              const FoyerPortalViewer *viewer,
                              FoyerRecord *settings,
                              const FoyerRecordType *type,
                              const char *id,
                              gint64 now,
                              GError **error)
{
  g_auto (FoyerViewContext) context = { 0 };

  if (foyer_portal_view_get_state (view) != FOYER_PORTAL_OPEN || id == NULL)
    return TRUE;
  if (!foyer_view_context_open (&context, source, viewer, settings, now, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].type == type)
      add_record (view, &context, i, id);
  }
  if (context.failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&context.failure));
    return FALSE;
  }
  return TRUE;
}

gboolean
foyer_portal_view_sees (FoyerRecordSource *source,
                        const FoyerPortalViewer *viewer,
                        FoyerRecord *settings,
                        FoyerRecord *record,
                        gint64 now,
                        gboolean *seen,
                        GError **error)
{
  g_auto (FoyerViewContext) context = { 0 };

  *seen = FALSE;
  if (!foyer_view_context_open (&context, source, viewer, settings, now, error))
    return FALSE;
  for (guint i = 0; context.access->state == FOYER_PORTAL_OPEN && i < G_N_ELEMENTS (kinds); i++)
    *seen = *seen || (kinds[i].type == foyer_record_get_record_type (record) && sees (&context, i, record));
  if (context.failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&context.failure));
    return FALSE;
  }
  return TRUE;
}

JsonObject *
foyer_portal_view_get_record (JsonObject *view, const FoyerRecordType *type, const char *id)
{
  JsonObject *record = foyer_json_object_object (view, "record");

  if (record == NULL || id == NULL || g_strcmp0 (foyer_json_object_text (record, "type"), type->name) != 0
      || g_strcmp0 (foyer_json_object_text (record, "id"), id) != 0)
    return NULL;
  return record;
}
