/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-session.h"
#include "foyer-store.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/**
 * FoyerBlobUploads:
 *
 * Brings the files that operations wait for to the server, one at a time and beside the engine's own requests. What is longer than a piece
 * goes in pieces that are joined there, so that a connection that breaks costs one piece; how far it came survives a restart. When a file
 * has arrived, the store tells everybody, and what waited for it leaves.
 */
typedef struct _FoyerBlobUploads FoyerBlobUploads;

FoyerBlobUploads *foyer_blob_uploads_new (FoyerStore *store, FoyerTransport *transport);

/**
 * foyer_blob_uploads_free:
 *
 * Stops; what is under way is dropped and taken up again by another.
 */
void foyer_blob_uploads_free (FoyerBlobUploads *self);

/**
 * foyer_blob_uploads_go:
 * @session: whose addresses and limits to use from now on
 *
 * Begins, if there is something to upload and nothing under way.
 */
void foyer_blob_uploads_go (FoyerBlobUploads *self, FoyerJmapSession *session);

/**
 * foyer_blob_uploads_pause:
 *
 * Gives up what is under way, until foyer_blob_uploads_go().
 */
void foyer_blob_uploads_pause (FoyerBlobUploads *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBlobUploads, foyer_blob_uploads_free)

G_END_DECLS
