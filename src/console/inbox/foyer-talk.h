/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

/* What the composer writes: the word under which its draft is kept, and the command of the operation that sends it. */
#define FOYER_TALK_REPLY "reply"
#define FOYER_TALK_NOTE "note"

#define FOYER_TYPE_TALK (foyer_talk_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTalk, foyer_talk, FOYER, TALK, GObject)

/**
 * FoyerTalk:
 *
 * One conversation as the list and the page show it: the record with the names that it refers to, what has been begun to be written in it, and whether
 * there is something in it that this person has not read. It follows the store while it lives.
 *
 * Properties, all read-only: `conversation`, `client`, `person` (#FoyerRecord, the latter two possibly %NULL), `draft` (string or %NULL), `unread`, `time`
 * (#FoyerOfficeTime), `now` (when it was made, in seconds since 1970).
 */

/**
 * foyer_talk_new:
 * @conversation: as the store has it
 */
FoyerTalk *foyer_talk_new (FoyerDesk *desk, FoyerRecord *conversation);

FoyerRecord *foyer_talk_get_conversation (FoyerTalk *self);
const char *foyer_talk_get_id (FoyerTalk *self);

/**
 * foyer_talk_get_partner:
 *
 * Returns: (transfer none): the name of whom the office writes to: the person, or the client where none is named
 */
const char *foyer_talk_get_partner (FoyerTalk *self);

/**
 * foyer_talk_get_news_after:
 *
 * What a client wrote later than this is news: this person has not read it, and nobody has answered. A conversation is unread by the
 * same rule.
 *
 * Returns: in seconds since 1970; 0 if everything is news
 */
gint64 foyer_talk_get_news_after (FoyerTalk *self);

gboolean foyer_talk_is_unread (FoyerTalk *self);

G_END_DECLS
