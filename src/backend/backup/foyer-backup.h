/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-random.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A backup is one file: an SQLite database with everything that the server's has, of one moment, and the blobs in pieces beside it
 * (`backup_blob`), so that nothing has to be kept together by hand. It is as secret as the server's data.
 */

/**
 * FoyerBackupReport:
 * @blobs: how many blobs are in the backup, or came out of it
 * @bytes: their bytes
 * @missing: (element-type utf8) (owned): ids of blobs that records name and whose file is gone or damaged
 *
 * What a backup holds.
 */
typedef struct {
  guint blobs;
  gint64 bytes;
  GPtrArray *missing;
} FoyerBackupReport;

void foyer_backup_report_clear (FoyerBackupReport *self);

/**
 * foyer_backup_make:
 * @directory: of the data; a server may be running in it
 * @path: of the backup; one that is there is replaced once the new one is whole
 * @report: (out caller-allocates)
 *
 * Returns: %FALSE with an error and no new backup. Blobs that are missing are no error.
 */
gboolean
foyer_backup_make (const char *directory, const char *path, FoyerBackupReport *report, GError **error);

/**
 * foyer_backup_restore:
 * @path: of a backup
 * @directory: where the data shall live; made if missing
 * @replace: whether data that is there may be put aside (`foyer.db.replaced`)
 * @report: (out caller-allocates)
 *
 * Puts a backup in place of a server's data. Every organisation begins a new epoch: consoles notice, and send again what the backup does
 * not know.
 *
 * Returns: %FALSE with an error and the data as it was
 */
gboolean foyer_backup_restore (const char *path,
                               const char *directory,
                               gboolean replace,
                               FoyerRandom *random,
                               FoyerBackupReport *report,
                               GError **error);

/**
 * foyer_verify:
 * @directory: of the data; a server may be running in it
 * @with_bytes: whether blobs are read and held against their hash
 * @findings: (element-type utf8): sentences about what is wrong are added
 *
 * Looks whether the data is whole: the database's pages, the numbers of changes and operations, what the log says was done, the blobs.
 *
 * Returns: %FALSE with an error if that could not be told
 */
gboolean foyer_verify (const char *directory, gboolean with_bytes, GPtrArray *findings, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerBackupReport, foyer_backup_report_clear)

G_END_DECLS
