/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_ATTACHMENT (foyer_attachment_get_type ())
G_DECLARE_FINAL_TYPE (FoyerAttachment, foyer_attachment, FOYER, ATTACHMENT, GObject)

/**
 * FoyerAttachment:
 *
 * One file of a message (000-33, 001-22): what the message says of it, whether it is on this computer, and the small picture of a photo. What is not
 * here is asked of the server; without it, that is said in its caption.
 *
 * Properties, all read-only: `name`, `caption` (size and state), `picture` (#GdkPaintable or %NULL), `busy` (whether it is being fetched or saved).
 */

/**
 * foyer_attachment_new:
 * @json: `{blobId, name, mediaType, size}` of a message
 */
FoyerAttachment *foyer_attachment_new (FoyerDesk *desk, JsonObject *json);

const char *foyer_attachment_get_name (FoyerAttachment *self);

/**
 * foyer_attachment_look:
 *
 * Shows the small picture of a photo. One that is not here is fetched if it is not long and the server can be asked. Harmless if it is
 * there already.
 */
void foyer_attachment_look (FoyerAttachment *self);

/**
 * foyer_attachment_save_async:
 * @target: where to; what is there is replaced
 *
 * Fetches the file if it is not here, and copies it. How far it is, and what goes wrong, stands in the caption too; foyer_attachment_cancel() stops it.
 */
void foyer_attachment_save_async (FoyerAttachment *self,
                                  GFile *target,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_attachment_cancel:
 *
 * Stops fetching and saving it. What has arrived is kept, and the next time goes on from there. Harmless if nothing is being done.
 */
void foyer_attachment_cancel (FoyerAttachment *self);

/**
 * foyer_attachment_save_finish:
 *
 * Returns: whether the copy is whole; otherwise with an error of the server, the store or the disk
 */
gboolean foyer_attachment_save_finish (FoyerAttachment *self, GAsyncResult *result, GError **error);

/**
 * foyer_attachment_make_file_to_open:
 *
 * Returns: (transfer full): where a copy goes that other programs open: they may write to it, and it is gone when the session ends
 */
GFile *foyer_attachment_make_file_to_open (FoyerAttachment *self);

/**
 * foyer_attachment_say:
 * @sentence: (nullable): what the caption says beside the size
 */
void foyer_attachment_say (FoyerAttachment *self, const char *sentence);

G_END_DECLS
