/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The files of messages, as pages name them: `/attachments/ID.N` is the file with the number N, from 0, of the message ID.
 */

/**
 * foyer_portal_attachment_read:
 * @name: what stands behind `/attachments/`, from outside
 * @number: (out): which file
 *
 * Returns: (transfer full) (nullable): the id of the message, or %NULL if @name is none of a file
 */
char *foyer_portal_attachment_read (const char *name, guint *number);

/**
 * foyer_portal_attachment_find:
 * @message: (nullable)
 * @file_name: (out) (transfer full) (nullable) (optional): what the file is called
 *
 * Returns: (transfer full) (nullable): the id of the blob that the message has under that number
 */
char *foyer_portal_attachment_find (FoyerRecord *message, guint number, char **file_name);

G_END_DECLS
