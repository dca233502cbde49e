/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-talk.h"

#include "foyer-query.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TALK_LIST (foyer_talk_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTalkList, foyer_talk_list, FOYER, TALK_LIST, GObject)

/**
 * FoyerTalkList:
 *
 * A #GListModel of #FoyerTalk: the conversations that a query asks for. It is as long as the list of records below it, which reads page by page.
 */

/**
 * foyer_talk_list_new:
 * @query: (transfer full): of conversations
 */
FoyerTalkList *foyer_talk_list_new (FoyerDesk *desk, FoyerQuery *query);

/**
 * foyer_talk_list_set_query:
 * @query: (transfer full)
 *
 * Shows others.
 */
void foyer_talk_list_set_query (FoyerTalkList *self, FoyerQuery *query);

/**
 * foyer_talk_list_find:
 * @position: (out) (optional)
 *
 * Returns: whether the conversation is in the part of the list that has been read
 */
gboolean foyer_talk_list_find (FoyerTalkList *self, const char *id, guint *position);

G_END_DECLS
