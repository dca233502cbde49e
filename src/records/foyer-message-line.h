/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_message_line:
 * @message: the JSON form of a Message
 *
 * What a message says in a row, a notice or a mail: its words, or the names of the files that came without any (000-33, 001-22).
 *
 * Returns: (transfer full): one line, empty for a message that says nothing
 */
char *foyer_message_line (JsonObject *message);

/**
 * foyer_message_words:
 * @message: (nullable): a Message
 *
 * Returns: (transfer full): its words as they were written, or that line if there are none
 */
char *foyer_message_words (FoyerRecord *message);

/**
 * foyer_message_says_something:
 *
 * Returns: whether there are words or a file: a message may consist of photos alone
 */
gboolean foyer_message_says_something (JsonObject *message);

G_END_DECLS
