/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-view.h"
#include "foyer-record-visibility.h"
#include "foyer-zone.h"
#include "types/request.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How many entries a list has at most, or a page of one that has pages (foyer-view-list.h). */
#define FOYER_VIEW_LIMIT 200

/**
 * FoyerViewContext:
 * @access: what the viewer may see and do
 * @reader: the same for one record
 * @settings: effective settings
 * @zone: the organisation's
 * @parts: what is wanted of a view; everything, unless somebody says less
 * @today: the day that @now is there
 * @failure: (nullable): the first error of the source. Reading goes on after it and finds nothing, and the view is thrown away.
 * @seen: (element-type utf8 FoyerRecord): records that were read once, by id
 *
 * What the parts of a view are made from. Lives as long as one call.
 */
typedef struct {
  FoyerRecordSource *source;
  const FoyerPortalViewer *viewer;
  FoyerPortalAccess *access;
  FoyerRecordReader reader;
  FoyerRecord *settings;
  FoyerRecord *organisation;
  FoyerZone *zone;
  FoyerViewParts parts;
  FoyerDate today;
  gint64 now;
  GError *failure;
  GHashTable *seen;
} FoyerViewContext;

/**
 * foyer_view_context_open:
 * @self: all zero
 *
 * Reads what every part needs; foyer_view_context_clear() lets it go, whether or not it could be read.
 *
 * Returns: %FALSE if @source failed or there is no organisation
 */
gboolean foyer_view_context_open (FoyerViewContext *self,
                                  FoyerRecordSource *source,
                                  const FoyerPortalViewer *viewer,
                                  FoyerRecord *settings,
                                  gint64 now,
                                  GError **error);
void foyer_view_context_clear (FoyerViewContext *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerViewContext, foyer_view_context_clear)

/**
 * foyer_view_context_language:
 *
 * Returns: (transfer none): the BCP 47 tag of the language in which the viewer reads: chosen by them, or the person's, the client's or the
 *   organisation's
 */
const char *foyer_view_context_language (FoyerViewContext *self);

/**
 * foyer_view_context_get:
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the record
 */
FoyerRecord *foyer_view_context_get (FoyerViewContext *self, const FoyerRecordType *type, const char *id);

/**
 * foyer_view_context_list:
 * @query: (transfer full)
 *
 * Returns: (transfer full) (element-type FoyerRecord): the records, none if the source failed
 */
GPtrArray *foyer_view_context_list (FoyerViewContext *self, FoyerQuery *query);

/**
 * foyer_view_context_hold:
 * @query: (transfer full)
 *
 * Reads records at once that foyer_view_context_get() would look up one by one.
 */
void foyer_view_context_hold (FoyerViewContext *self, FoyerQuery *query);

/**
 * foyer_view_context_read:
 *
 * The same for a query that goes on.
 */
GPtrArray *foyer_view_context_read (FoyerViewContext *self, const FoyerQuery *query);

/**
 * foyer_view_context_count:
 *
 * Returns: how many records there are, whether or not the viewer may see them; 0 if the source failed
 */
gint64 foyer_view_context_count (FoyerViewContext *self, const FoyerQuery *query);

/**
 * foyer_view_shows:
 *
 * Returns: whether the viewer may see that record (X12), if its kind is open to them
 */
gboolean foyer_view_shows (FoyerViewContext *context, FoyerRecord *record);

/**
 * FoyerViewMake:
 * @is_whole: whether everything is wanted that the record's own page shows, not only its line in a list
 *
 * Returns: (transfer full): what the portal shows of @record
 */
typedef JsonObject *(*FoyerViewMake) (FoyerViewContext *context, FoyerRecord *record, gboolean is_whole);

/**
 * foyer_view_list_records:
 * @records: (element-type FoyerRecord)
 *
 * Adds what @make makes of those of @records that the viewer may see.
 */
void
foyer_view_list_records (JsonArray *list, FoyerViewContext *context, GPtrArray *records, FoyerViewMake make);

/**
 * foyer_view_list:
 * @query: (transfer full)
 *
 * Adds what @make makes of the records that the viewer may see.
 */
void foyer_view_list (JsonArray *list, FoyerViewContext *context, FoyerQuery *query, FoyerViewMake make);

/**
 * foyer_view_query:
 * @field: by which @id is looked for, such as `clientId`
 * @order: by which the records are ordered, the last ones first
 *
 * Returns: (transfer full): a query for the records of one list
 */
FoyerQuery *
foyer_view_query (const FoyerRecordType *type, const char *field, const char *id, const char *order);

/**
 * FOYER_VIEW_COPY:
 *
 * Copies fields of @record into @object by their own names: what is absent, empty or false is left out.
 */
#define FOYER_VIEW_COPY(object, record, ...) \
  foyer_view_copy (object, record, (const guint[]){ __VA_ARGS__ }, \
                   G_N_ELEMENTS (((const guint[]){ __VA_ARGS__ })))
void foyer_view_copy (JsonObject *object, FoyerRecord *record, const guint *fields, gsize n_fields);

/* Members of view documents. What is absent, empty or false is left out where the function's name says "if". */

void foyer_view_set_time (JsonObject *object, const char *name, gint64 seconds);
void foyer_view_set_text_if (JsonObject *object, const char *name, const char *text);
void foyer_view_set_true_if (JsonObject *object, const char *name, gboolean is_true);
void foyer_view_set_money_if (JsonObject *object, const char *name, FoyerMoneyValue money);

/**
 * foyer_view_set_word:
 * @words: (array zero-terminated=1): the words of an enum
 * @index: a place among them, or -1 if the record has none
 */
void foyer_view_set_word (JsonObject *object, const char *name, const char *const *words, int index);

/**
 * foyer_view_set_property:
 * @property_id: (nullable)
 *
 * Adds the member `property`: name and address of a site.
 */
void foyer_view_set_property (JsonObject *object, FoyerViewContext *context, const char *property_id);

/**
 * foyer_view_set_crew:
 * @crew_id: (nullable)
 * @helper_ids: (nullable)
 *
 * Adds the member `crew`: the names of those who come.
 */
void
foyer_view_set_crew (JsonObject *object, FoyerViewContext *context, const char *crew_id, char **helper_ids);

/**
 * foyer_view_make_property:
 *
 * Returns: (transfer full): id, name and address of a site
 */
JsonObject *foyer_view_make_property (FoyerRecord *property);

/**
 * foyer_view_set_staff:
 * @staff_id: (nullable)
 *
 * Adds the name of somebody in the office.
 */
void
foyer_view_set_staff (JsonObject *object, FoyerViewContext *context, const char *name, const char *staff_id);

/**
 * foyer_view_set_lines:
 * @node: (nullable): items as records hold them
 *
 * Adds the member `lines`.
 */
void foyer_view_set_lines (JsonObject *object, JsonNode *node);

/* Quotes and documents, and what is done with them. */

/**
 * foyer_view_set_signature:
 * @subject_id: (nullable): a quote version or document
 * @is_whole: whether everything is wanted that a signed copy says
 *
 * Adds `signedBy` and `signedAt` of this client's signature, and with @is_whole what proves it, as `signature`. Other clients' signatures of the same paper are not theirs to see.
 *
 * Returns: whether there is one
 */
gboolean foyer_view_set_signature (JsonObject *object,
                                   FoyerViewContext *context,
                                   const char *subject_id,
                                   gboolean is_whole);

/**
 * foyer_view_set_quote_acts:
 * @version: (nullable): the one that is shown
 *
 * Adds what the viewer may do with a quote now (`mayApprove`, `mayDecline`, `mayAskChange`, `mayComment`), why not (`whyNot`, and `mustAsk`
 * with the names to `ask`), and what its form carries (`paper`, `signs`, `asksEmail`).
 */
void foyer_view_set_quote_acts (JsonObject *object,
                                FoyerViewContext *context,
                                FoyerRecord *quote,
                                FoyerRecord *version);

/**
 * foyer_view_set_document_acts:
 * @object: with the signature, if there is one
 *
 * The same for a document: `maySign`.
 */
void foyer_view_set_document_acts (JsonObject *object, FoyerViewContext *context, FoyerRecord *document);

/* What is open to the viewer. */

gboolean foyer_view_sees_money (FoyerViewContext *context);
gboolean foyer_view_sees_quotes (FoyerViewContext *context);
gboolean foyer_view_sees_visits (FoyerViewContext *context);
gboolean foyer_view_sees_documents (FoyerViewContext *context);
gboolean foyer_view_sees_plans (FoyerViewContext *context);
gboolean foyer_view_sees_contracts (FoyerViewContext *context);
gboolean foyer_view_sees_messages (FoyerViewContext *context);
gboolean foyer_view_sees_conversation (FoyerViewContext *context, FoyerRecord *conversation);
gboolean foyer_view_sees_message (FoyerViewContext *context, FoyerRecord *message);
gboolean foyer_view_sees_requests (FoyerViewContext *context);
gboolean foyer_view_sees_request (FoyerViewContext *context, FoyerRecord *request);

/**
 * foyer_view_count_open_requests:
 *
 * Returns: how many of the requests that the viewer sees are not over yet, however many there are
 */
gint64 foyer_view_count_open_requests (FoyerViewContext *context);

/**
 * foyer_view_count_active_plans:
 * @sites: (element-type utf8): gets the ids of the sites that they cover and the viewer sees
 *
 * Returns: how many of the plans that the viewer sees are active, however many there are
 */
gint64 foyer_view_count_active_plans (FoyerViewContext *context, GHashTable *sites);

/**
 * foyer_view_count_active_contracts:
 *
 * The same for contracts.
 */
gint64 foyer_view_count_active_contracts (FoyerViewContext *context, GHashTable *sites);

/**
 * foyer_view_may_ask:
 *
 * Returns: whether the viewer may make a request of that kind, if they see what it is about
 */
gboolean foyer_view_may_ask (FoyerViewContext *context, FoyerRequestKind kind);

/**
 * foyer_view_list_services:
 *
 * Returns: (transfer full): the services that clients may choose (000-43); none if they are not wanted
 */
JsonArray *foyer_view_list_services (FoyerViewContext *context);

/* The parts of a view, each in a file of its own. */

/**
 * foyer_view_list_open_invoices:
 *
 * Returns: (transfer full) (element-type FoyerRecord): the bills of which something is still to be paid, however many there are
 */
GPtrArray *foyer_view_list_open_invoices (FoyerViewContext *context);

void foyer_view_add_letterhead (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_visits (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_bookings (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_offer (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_money (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_invoices (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_payments (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_quotes (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_properties (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_plans (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_requests (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_asking (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_conversations (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_documents (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_equipment (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_health (JsonObject *view, FoyerViewContext *context);

JsonObject *foyer_view_make_visit (FoyerViewContext *context, FoyerRecord *visit, gboolean is_whole);
JsonObject *foyer_view_make_photo (FoyerViewContext *context, FoyerRecord *photo, gboolean is_whole);
JsonObject *foyer_view_make_invoice (FoyerViewContext *context, FoyerRecord *invoice, gboolean is_whole);
JsonObject *foyer_view_make_payment (FoyerViewContext *context, FoyerRecord *payment, gboolean is_whole);
JsonObject *foyer_view_make_quote (FoyerViewContext *context, FoyerRecord *quote, gboolean is_whole);
JsonObject *foyer_view_make_site (FoyerViewContext *context, FoyerRecord *property, gboolean is_whole);

/**
 * foyer_view_add_performance:
 * @plan_id: (nullable)
 *
 * Adds the member `performance`: how many of the plan's visits were planned, done, on time and proved in the last twelve months, and in
 * each of the last six.
 */
void foyer_view_add_performance (JsonObject *object, FoyerViewContext *context, const char *plan_id);

JsonObject *foyer_view_make_plan (FoyerViewContext *context, FoyerRecord *plan, gboolean is_whole);
JsonObject *foyer_view_make_contract (FoyerViewContext *context, FoyerRecord *contract, gboolean is_whole);
JsonObject *
foyer_view_make_conversation (FoyerViewContext *context, FoyerRecord *conversation, gboolean is_whole);
JsonObject *foyer_view_make_message (FoyerViewContext *context, FoyerRecord *message, gboolean is_whole);
JsonObject *foyer_view_make_request (FoyerViewContext *context, FoyerRecord *request, gboolean is_whole);
JsonObject *foyer_view_make_document (FoyerViewContext *context, FoyerRecord *document, gboolean is_whole);
JsonObject *foyer_view_make_equipment (FoyerViewContext *context, FoyerRecord *equipment, gboolean is_whole);

/**
 * foyer_view_add_change:
 *
 * Adds what the viewer may do with a visit that is to come, and the rule by which they may not do more.
 */
void foyer_view_add_change (JsonObject *object, FoyerViewContext *context, FoyerRecord *visit);

/**
 * foyer_view_add_review:
 *
 * Adds what the client thought of a visit that was done, or that they are asked.
 */
void foyer_view_add_review (JsonObject *object, FoyerViewContext *context, FoyerRecord *visit);

/**
 * foyer_view_make_days:
 * @slots: (element-type FoyerSlot): in order of time
 * @window: seconds in which somebody arrives
 *
 * Returns: (transfer full): the days of @slots, each with its windows
 */
JsonArray *foyer_view_make_days (GPtrArray *slots, gint64 window, FoyerZone *zone);

/**
 * foyer_view_add_visit_details:
 *
 * Adds what only the page of a visit shows: report, checks, photos, proof.
 */
void foyer_view_add_visit_details (JsonObject *object, FoyerViewContext *context, FoyerRecord *visit);

G_END_DECLS
