/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "types/request.h"

G_BEGIN_DECLS

/**
 * FoyerRequestWish:
 * @kind: what is asked
 * @client_id: who asks
 * @person_id: (nullable): the person who asks; %NULL for the bearer of a link that names nobody
 * @subject: (nullable): in one line; %NULL takes the beginning of @body
 * @body: (nullable): what they wrote; lines end with `\n`
 * @property_id: (nullable): the place
 * @service_id: (nullable): the work, if they named it
 * @about_id: (nullable): the invoice disputed, the quote to change, the visit complained of
 * @preferred_times: (nullable): times that suit them, as `{start, end}`
 * @attachments: (nullable): files whose bytes are here already, as `{blobId, name, mediaType, size}`
 * @urgent: whether it cannot wait
 *
 * What a client asks on the portal. The caller has looked every id up in what this client may see.
 */
typedef struct {
  FoyerRequestKind kind;
  const char *client_id;
  const char *person_id;
  const char *subject;
  const char *body;
  const char *property_id;
  const char *service_id;
  const char *about_id;
  JsonArray *preferred_times;
  JsonArray *attachments;
  gboolean urgent;
} FoyerRequestWish;

/**
 * foyer_request_find_twin:
 * @id: (out) (transfer full) (nullable): the request that the same wish made within the last ten minutes
 *
 * A form that is sent twice is answered as the first time.
 *
 * Returns: %FALSE if the database failed
 */
gboolean foyer_request_find_twin (FoyerTransaction *transaction,
                                  const FoyerRequestWish *wish,
                                  char **id,
                                  GError **error);

/**
 * foyer_request_submit:
 * @transaction: on behalf of a client
 *
 * Makes the request with all that follows: number, audit, the notice to the team, the mail that it came, the mark on a disputed
 * invoice. The same wish again is answered with its twin, and makes nothing. Runs on the writing lane.
 *
 * Returns: (transfer full): the id of the request; %NULL with %FOYER_RECORD_ERROR_INVALID, nothing written, if @wish is no good
 *   request, or with the database's error
 */
char *foyer_request_submit (FoyerTransaction *transaction, const FoyerRequestWish *wish, GError **error);

G_END_DECLS
