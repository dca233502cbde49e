/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"

G_BEGIN_DECLS

/**
 * FoyerBlobState:
 * @FOYER_BLOB_HERE_ONLY: to be uploaded; its file is never removed
 * @FOYER_BLOB_EVERYWHERE: the server has it too
 */
typedef enum {
  FOYER_BLOB_HERE_ONLY,
  FOYER_BLOB_EVERYWHERE,
} FoyerBlobState;

/**
 * FoyerBlobRow:
 * @pieces: ids of the pieces that the server has, separated by spaces
 * @used_at: seconds since 1970
 *
 * What is known of a file.
 */
typedef struct {
  char *id;
  char *type;
  gint64 size;
  FoyerBlobState state;
  char *pieces;
  gint64 used_at;
} FoyerBlobRow;

void foyer_blob_row_free (FoyerBlobRow *self);

/**
 * foyer_blob_table_put:
 *
 * Writes a row. A blob that the server has stays one.
 */
gboolean foyer_blob_table_put (FoyerDatabase *database, const FoyerBlobRow *row, GError **error);

/**
 * foyer_blob_table_get:
 *
 * Returns: (transfer full) (nullable): the row; %NULL without an error if there is none
 */
FoyerBlobRow *foyer_blob_table_get (FoyerDatabase *database, const char *id, GError **error);

gboolean foyer_blob_table_set_state (FoyerDatabase *database,
                                     const char *id,
                                     FoyerBlobState state,
                                     const char *pieces,
                                     GError **error);

gboolean foyer_blob_table_note_used (FoyerDatabase *database, const char *id, gint64 now, GError **error);

/**
 * foyer_blob_table_has_unsent:
 *
 * Returns: whether any file is here only
 */
gboolean foyer_blob_table_has_unsent (FoyerDatabase *database);

/**
 * foyer_blob_table_take_oldest:
 * @limit: bytes that files which the server has too may take
 *
 * Removes the rows of the longest unused files beyond @limit.
 *
 * Returns: (transfer full) (element-type utf8): their ids
 */
GPtrArray *foyer_blob_table_take_oldest (FoyerDatabase *database, gint64 limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBlobRow, foyer_blob_row_free)

G_END_DECLS
