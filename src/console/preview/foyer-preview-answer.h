/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-pages.h"
#include "foyer-preview-scene.h"
#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerPreviewAnswer:
 * @status: as the server would say it: 200, 404, …
 * @content_type: of the bytes
 * @bytes: (nullable): what is shown; %NULL for a file that a browser would save, and that is not shown
 * @missing: (nullable): the blob of a logo or picture that is not on this computer
 * @is_page: whether it is a page; the members below are of pages alone
 * @made: which page it is
 * @scene: for whose eyes
 * @address: of the page, as it was asked for
 * @view: the view document that it was made from
 * @view_hash: of the view document, as `Portal/compare` gives it
 * @page_hash: of the page with empty slots
 * @states: the server's state of every type that is here
 * @has_pending: whether operations lie over the records, so that the server has others
 * @settings_version: the published version that it is made under, or that its draft is over
 * @moment: seconds since 1970 at which it is looked at
 * @differences: (nullable) (element-type FoyerPageDifference): in what the published page, the first of the two, and the drafted one differ;
 *   %NULL if the scene has nothing beside it. They are marked in @bytes
 * @took: microseconds that view and page took
 *
 * What stands at an address of the portal, for the eyes of a scene. It does not change once it is made.
 */
typedef struct {
  guint status;
  char *content_type;
  GBytes *bytes;
  char *missing;
  gboolean is_page;
  FoyerPageKind made;
  FoyerPreviewScene *scene;
  char *address;
  JsonObject *view;
  char *view_hash;
  char *page_hash;
  JsonObject *states;
  gboolean has_pending;
  gint64 settings_version;
  gint64 moment;
  GPtrArray *differences;
  gint64 took;
} FoyerPreviewAnswer;

FoyerPreviewAnswer *foyer_preview_answer_ref (FoyerPreviewAnswer *self);
void foyer_preview_answer_unref (FoyerPreviewAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPreviewAnswer, foyer_preview_answer_unref)

/**
 * foyer_preview_answer_async:
 * @address: path and query on the portal: a page, a style sheet, a logo, a photo
 * @now: seconds since 1970
 *
 * Makes, beside the main thread and from the records that are here, the bytes that the server would send. No network is asked.
 */
void foyer_preview_answer_async (FoyerStore *store,
                                 const FoyerPreviewScene *scene,
                                 const char *address,
                                 gint64 now,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * foyer_preview_answer_finish:
 *
 * Returns: (transfer full): the answer, or %NULL with a #FoyerStoreError
 */
FoyerPreviewAnswer *foyer_preview_answer_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
