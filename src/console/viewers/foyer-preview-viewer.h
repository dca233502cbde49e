/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_VIEWER (foyer_preview_viewer_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewViewer, foyer_preview_viewer, FOYER, PREVIEW_VIEWER, GObject)

/**
 * FoyerPreviewViewer:
 *
 * Somebody through whose eyes the portal can be looked at: a person, whoever has a link, or nobody who is signed in; or a client of whom
 * nobody was chosen yet.
 *
 * Properties: `name`, `about` (what tells two of the same name apart), `spoken` (both in one).
 */

/**
 * foyer_preview_viewer_new_person:
 * @person: a PortalPerson
 *
 * May be called on any thread.
 */
FoyerPreviewViewer *foyer_preview_viewer_new_person (FoyerRecord *person);

const char *foyer_preview_viewer_get_name (FoyerPreviewViewer *self);
const char *foyer_preview_viewer_get_client_id (FoyerPreviewViewer *self);
const char *foyer_preview_viewer_get_person_id (FoyerPreviewViewer *self);
const char *foyer_preview_viewer_get_link_id (FoyerPreviewViewer *self);

/**
 * foyer_preview_viewer_find_clients_async:
 * @words: (nullable): part of a name; %NULL or nothing for the first ones
 * @recent: (nullable) (array zero-terminated=1): ids of clients that come before all others if no words are given
 *
 * Looks for clients, off the main thread.
 */
void foyer_preview_viewer_find_clients_async (FoyerStore *store,
                                              const char *words,
                                              const char *const *recent,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * foyer_preview_viewer_list:
 *
 * What foyer_preview_viewer_list_async() does, on whatever thread has @source.
 *
 * Returns: (transfer full) (element-type FoyerPreviewViewer): who was found, or %NULL if @source failed
 */
GPtrArray *foyer_preview_viewer_list (FoyerRecordSource *source, const char *client_id, GError **error);

/**
 * foyer_preview_viewer_list_async:
 * @client_id: (nullable)
 *
 * Lists everybody who can look at a client's portal: its people, then whoever has one of its links, and always somebody who is not signed in.
 */
void foyer_preview_viewer_list_async (FoyerStore *store,
                                      const char *client_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * foyer_preview_viewer_list_finish:
 *
 * Of both.
 *
 * Returns: (transfer full) (element-type FoyerPreviewViewer): who was found, or %NULL with a #FoyerStoreError
 */
GPtrArray *foyer_preview_viewer_list_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
