/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-talk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_THREAD (foyer_thread_get_type ())
G_DECLARE_FINAL_TYPE (FoyerThread, foyer_thread, FOYER, THREAD, GObject)

/**
 * FoyerThread:
 *
 * A #GListModel of #FoyerLetter: what one client and the office wrote to each other about one thing, the oldest first. It is read from its end, a page at a
 * time: what was written last is there at once, and what is older comes before it as somebody scrolls up.
 */

/**
 * foyer_thread_new:
 * @talk: what to show. What was not read at this moment counts as news as long as the thread lives.
 */
FoyerThread *foyer_thread_new (FoyerDesk *desk, FoyerTalk *talk);

G_END_DECLS
