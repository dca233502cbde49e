/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-preview-answer.h"
#include "foyer-web-view.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_FEED (foyer_preview_feed_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewFeed, foyer_preview_feed, FOYER, PREVIEW_FEED, GObject)

/**
 * FoyerPreviewFeed:
 *
 * Answers what one view asks for. The page that a view is told to load is made while WebKit gets ready to ask for it.
 *
 * Signals: `handed` (#FoyerPreviewAnswer, borrowed; %NULL if it could not be made; #GError): the view got an answer. `still`
 * (#FoyerPreviewAnswer, borrowed): what it shows was made anew and is the same. `outdated`: it is not, and the view shall ask again; or the view
 * did not ask for what it was told to load, and is to be told again.
 */

/**
 * foyer_preview_feed_new:
 * @desk: not referenced: foyer_preview_feed_stop() is called before it is closed
 */
FoyerPreviewFeed *foyer_preview_feed_new (FoyerDesk *desk);

/**
 * foyer_preview_feed_expect:
 * @scene: (nullable): copied: for whose eyes all is made from now on; %NULL if for the same
 * @address: of the page that the view will ask for
 */
void foyer_preview_feed_expect (FoyerPreviewFeed *self, const FoyerPreviewScene *scene, const char *address);

/**
 * foyer_preview_feed_look_again:
 *
 * Makes the page of @address anew. If the view has not asked for the page that it expects, it gets this one; otherwise it is told whether it
 * shows the same.
 */
void foyer_preview_feed_look_again (FoyerPreviewFeed *self, const char *address);

/**
 * foyer_preview_feed_forget:
 *
 * What was made and not asked for is not wanted any more.
 */
void foyer_preview_feed_forget (FoyerPreviewFeed *self);

/**
 * foyer_preview_feed_ask:
 * @request: (transfer full): of a view of @room
 * @path: path and query on the portal
 *
 * Answers now or as soon as there is an answer.
 */
void foyer_preview_feed_ask (FoyerPreviewFeed *self,
                             const FoyerWebRoom *room,
                             FoyerWebRequest *request,
                             const char *path);

/**
 * foyer_preview_feed_is_expecting:
 *
 * Returns: whether the view has not asked yet for the page that it was told to load
 */
gboolean foyer_preview_feed_is_expecting (FoyerPreviewFeed *self);

/**
 * foyer_preview_feed_is_late:
 *
 * Returns: whether the view had more than time enough to ask for that page: what it was told went lost
 */
gboolean foyer_preview_feed_is_late (FoyerPreviewFeed *self);

/**
 * foyer_preview_feed_get_shown:
 *
 * Returns: (transfer none) (nullable): the page that the view got last
 */
FoyerPreviewAnswer *foyer_preview_feed_get_shown (FoyerPreviewFeed *self);

/**
 * foyer_preview_feed_stop:
 *
 * Nothing is made and told any more.
 */
void foyer_preview_feed_stop (FoyerPreviewFeed *self);

G_END_DECLS
