/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The files of messages and requests, as pages name them: `/attachments/ID.N` is the file with the number N, from 0, of the record ID.
 */

/**
 * foyer_portal_attachment_read:
 * @name: what stands behind `/attachments/`, from outside
 * @number: (out): which file
 *
 * Returns: (transfer full) (nullable): the id of the record, or %NULL if @name is none of a file
 */
char *foyer_portal_attachment_read (const char *name, guint *number);

/**
 * foyer_portal_attachment_holder:
 * @id: (nullable)
 *
 * Returns: (nullable): the type of the record @id, if it is one whose records have files of this kind
 */
const FoyerRecordType *foyer_portal_attachment_holder (const char *id);

/**
 * foyer_portal_attachment_find:
 * @record: (nullable): a message or a request
 * @file_name: (out) (transfer full) (nullable) (optional): what the file is called
 *
 * Returns: (transfer full) (nullable): the id of the blob that the record has under that number
 */
char *foyer_portal_attachment_find (FoyerRecord *record, guint number, char **file_name);

/**
 * foyer_portal_attachment_list:
 * @record: a message or a request
 *
 * Returns: (transfer full): its files for a view document: `url`, and `name` and `isPicture` if it has them
 */
JsonArray *foyer_portal_attachment_list (FoyerRecord *record);

G_END_DECLS
