/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"
#include "blobs/foyer-blobs.h"
#include "changes/foyer-transaction.h"
#include "fetch/foyer-fetched-picture.h"
#include "foyer-jmap-request.h"

G_BEGIN_DECLS

/**
 * FoyerMethodContext:
 * @staff: who calls
 * @created_ids: creation id to record id, of this request so far
 * @blobs: as the caller sees them
 * @with_blobs: whether the request uses RFC 9404, or the staff capability, of which it is part
 * @with_staff_capability: whether the request uses it; without it operations are plain JMAP
 * @is_counted: set by a call whose error is its lasting answer: what it wrote down, a number and no more, stays
 * @has_forked: whether an operation of this request was turned away because its console was copied or restored
 * @portal_url: of the organisation's portal
 * @fetched: (nullable): what came of the picture that this request asks for
 * @list: (nullable): what a `/get` leaves here: its `list` as text, for its caller to take
 *
 * What the methods of one request share.
 */
typedef struct {
  FoyerTransaction *transaction;
  FoyerStaffIdentity *staff;
  JsonObject *created_ids;
  const FoyerBlobs *blobs;
  gboolean with_core;
  gboolean with_blobs;
  gboolean with_staff_capability;
  gboolean is_counted;
  gboolean has_forked;
  const char *portal_url;
  const FoyerFetchedPicture *fetched;
  GString *list;
} FoyerMethodContext;

/**
 * foyer_method_is_kind_or_absent:
 * @kind: %G_TYPE_STRING, %G_TYPE_INT64 or %G_TYPE_BOOLEAN
 *
 * Returns: whether the member is of that kind, null or not there: anything else is a mistake of the client, not a default
 */
gboolean foyer_method_is_kind_or_absent (JsonObject *object, const char *name, GType kind);

/**
 * foyer_methods_is_write:
 *
 * Returns: whether a request with a call of this name needs the writing lane
 */
gboolean foyer_methods_is_write (const char *name);

/**
 * foyer_methods_call:
 * @arguments: with all references resolved
 * @error: (out): the arguments of the method-level error
 *
 * Runs one call. If it fails, what it did must be rolled back by the caller.
 *
 * Returns: (transfer full): the response's arguments, or %NULL with @error set
 */
JsonObject *
foyer_methods_call (FoyerMethodContext *context, const char *name, JsonObject *arguments, JsonObject **error);

/* The methods themselves. Each takes its arguments after `accountId` has been judged. */

JsonObject *foyer_method_get (FoyerMethodContext *context,
                              const FoyerRecordType *type,
                              JsonObject *arguments,
                              JsonObject **error);
JsonObject *foyer_method_changes (FoyerMethodContext *context,
                                  const FoyerRecordType *type,
                                  JsonObject *arguments,
                                  JsonObject **error);
JsonObject *foyer_method_query (FoyerMethodContext *context,
                                const FoyerRecordType *type,
                                JsonObject *arguments,
                                JsonObject **error);
JsonObject *foyer_method_set (FoyerMethodContext *context,
                              const FoyerRecordType *type,
                              JsonObject *arguments,
                              JsonObject **error);

/**
 * foyer_method_set_logged:
 *
 * A `/set` with an `op` argument: done once, whatever is sent how often.
 */
JsonObject *foyer_method_set_logged (FoyerMethodContext *context,
                                     const FoyerRecordType *type,
                                     JsonObject *arguments,
                                     JsonObject **error);
JsonObject *foyer_method_op_status (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_op_skip (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_blob_upload (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_blob_get (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_blob_copy (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_digest (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_compare (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *
foyer_method_fetch_picture (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_open (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *
foyer_method_issue_secret (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);
JsonObject *foyer_method_resend (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error);

/**
 * foyer_method_fail:
 *
 * Sets @error to `serverFail`, with @failure in the log and not in the answer.
 *
 * Returns: %NULL
 */
JsonObject *foyer_method_fail (JsonObject **error, GError *failure);

/**
 * foyer_method_refuse:
 *
 * Sets @error to an error of @type.
 *
 * Returns: %NULL
 */
JsonObject *foyer_method_refuse (JsonObject **error, const char *type, const char *description);

G_END_DECLS
