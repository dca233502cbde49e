/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/* What a conversation says of its messages: the row of the inbox, which nobody but the server writes. */

/**
 * foyer_conversation_news_find:
 * @id: of a conversation
 * @conversation: (out) (nullable): it, or the one of the same client that it became part of: what is written to it stands there
 *
 * Returns: %FALSE if the database failed
 */
gboolean foyer_conversation_news_find (FoyerTransaction *transaction,
                                       const char *id,
                                       FoyerRecord **conversation,
                                       GError **error);

/**
 * foyer_conversation_news_merge:
 * @conversation: what @part becomes part of
 * @part: a conversation of the same client
 *
 * Brings the conversation up by what the row of the other said: who wrote last and how it begins, and since when the client waits.
 */
gboolean foyer_conversation_news_merge (FoyerTransaction *transaction,
                                        FoyerRecord *conversation,
                                        JsonObject *part,
                                        GError **error);

/**
 * foyer_conversation_news_add:
 * @conversation: where @message stands
 * @message: a new one
 *
 * Counts a message that stands there from now on, sent or not.
 */
gboolean foyer_conversation_news_add (FoyerTransaction *transaction,
                                      FoyerRecord *conversation,
                                      JsonObject *message,
                                      GError **error);

/**
 * foyer_conversation_news_send:
 * @conversation: where @message stands
 * @message: one that has just been sent
 * @is_new: whether it is to be counted too
 *
 * Brings the conversation up: when the last message came, from whom, how it begins, and since when the client waits. What a client writes
 * opens it again, wakes it unless it sleeps firmly (000-32), and calls off what was to be sent only if they did not.
 */
gboolean foyer_conversation_news_send (FoyerTransaction *transaction,
                                       FoyerRecord *conversation,
                                       JsonObject *message,
                                       gboolean is_new,
                                       GError **error);

/**
 * foyer_conversation_news_read:
 * @id: of a conversation that a client has before them
 *
 * Writes down that the client has read it up to now, with what became part of it, and which of the team's messages that were. Nothing is
 * written if nothing is new.
 */
gboolean foyer_conversation_news_read (FoyerTransaction *transaction, const char *id, GError **error);

G_END_DECLS
