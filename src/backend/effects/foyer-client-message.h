/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * FoyerClientMessage:
 * @client_id: who writes
 * @person_id: (nullable): the person who writes; %NULL for the bearer of a link that names nobody
 * @conversation_id: (nullable): where; %NULL for the last one about @about_id, or a new one
 * @about_id: (nullable): the visit, invoice or quote that it is about
 * @subject: of a conversation that is new: in one line
 * @body: what they wrote; lines end with `\n`; may be empty if there are files
 * @files: (nullable): what comes with it, as `{blobId, …}`, to know the same message again
 *
 * What a client writes on the portal: as a message, or as a comment on a quote. The caller has looked every id up in what this client may see.
 */
typedef struct {
  const char *client_id;
  const char *person_id;
  const char *conversation_id;
  const char *about_id;
  const char *subject;
  const char *body;
  JsonArray *files;
} FoyerClientMessage;

/**
 * FoyerKeepFiles:
 * @message: gets its `attachments`
 *
 * Keeps the files that came with a message, once it is known to be a new one.
 */
typedef gboolean (*FoyerKeepFiles) (gpointer data, JsonObject *message, GError **error);

/**
 * foyer_client_message_send:
 * @transaction: on behalf of a client
 * @keep: (nullable): for messages with files
 *
 * Writes a message with all that follows: its conversation comes up or is begun, what was to be sent only if they did not write is called off, the
 * team is told, the audit knows. The same message within ten minutes is the same form sent twice, and writes nothing. Runs on the
 * writing lane.
 *
 * Returns: (transfer full): the id of the conversation; %NULL with an error
 */
char *foyer_client_message_send (FoyerTransaction *transaction,
                                 const FoyerClientMessage *message,
                                 FoyerKeepFiles keep,
                                 gpointer data,
                                 GError **error);

G_END_DECLS
