/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * FoyerWebWall:
 *
 * What holds a page off the network. Each would nearly do alone: docs/preview.md says what each is for, and its test what gets through
 * without it.
 */
typedef enum {
  FOYER_WEB_WALL_SCRIPT = 1 << 0, /* no JavaScript */
  FOYER_WEB_WALL_FILTER = 1 << 1, /* a content filter that lets nothing but our scheme through */
  FOYER_WEB_WALL_PROXY = 1 << 2,  /* a network session whose proxy is a closed port, and no hints */
  FOYER_WEB_WALL_POLICY = 1 << 3, /* a Content-Security-Policy, and no navigation but within our scheme */
} FoyerWebWall;

/**
 * foyer_web_walls_stand:
 *
 * Returns: whether @wall stands. It always does but in the module that the leak test makes for itself
 */
gboolean foyer_web_walls_stand (FoyerWebWall wall);

/**
 * foyer_web_walls_get_policy:
 *
 * Returns: (nullable): the Content-Security-Policy of every page
 */
const char *foyer_web_walls_get_policy (void);

/**
 * foyer_web_walls_make_context:
 *
 * Returns: (transfer full): a context that keeps nothing
 */
WebKitWebContext *foyer_web_walls_make_context (void);

/**
 * foyer_web_walls_make_session:
 *
 * Returns: (transfer full): a network session that keeps nothing and reaches nobody
 */
WebKitNetworkSession *foyer_web_walls_make_session (void);

/**
 * foyer_web_walls_make_settings:
 *
 * Returns: (transfer full): settings with all switched off that a page of the portal does not need
 */
WebKitSettings *foyer_web_walls_make_settings (void);

/**
 * foyer_web_walls_make_content_async:
 * @cache_directory: where the compiled filter is kept; made if it is missing
 */
void foyer_web_walls_make_content_async (const char *cache_directory,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * foyer_web_walls_make_content_finish:
 *
 * Returns: (transfer full): a content manager with the filter; %NULL with @error
 */
WebKitUserContentManager *foyer_web_walls_make_content_finish (GAsyncResult *result, GError **error);

G_END_DECLS
