/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/**
 * FoyerTranscript:
 *
 * A written exchange of the protocol, so that neither end is only ever tried against the other. In what is expected, `"*"` stands for any
 * value, `"$name"` for a value that must be the same wherever the name stands, and an object with a member `"…"` may have further members.
 * What is sent may use `"$name"` for what was seen before.
 */
typedef struct _FoyerTranscript FoyerTranscript;

/**
 * foyer_transcript_load:
 * @path: below `tests/`
 */
FoyerTranscript *foyer_transcript_load (const char *path);
void foyer_transcript_free (FoyerTranscript *self);

guint foyer_transcript_get_length (FoyerTranscript *self);

/**
 * foyer_transcript_get:
 *
 * Returns: (transfer none): exchange @index
 */
JsonObject *foyer_transcript_get (FoyerTranscript *self, guint index);

/**
 * foyer_transcript_set:
 *
 * Gives @name a value before the first exchange.
 */
void foyer_transcript_set (FoyerTranscript *self, const char *name, const char *value);

/**
 * foyer_transcript_fill:
 *
 * Returns: (transfer full): @template with its names replaced
 */
JsonNode *foyer_transcript_fill (FoyerTranscript *self, JsonNode *template);

/**
 * foyer_transcript_match:
 *
 * Returns: (transfer full) (nullable): where @actual differs from @expected and how, %NULL if it does not
 */
char *foyer_transcript_match (FoyerTranscript *self, JsonNode *expected, JsonNode *actual);
