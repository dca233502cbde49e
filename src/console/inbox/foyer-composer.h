/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-talk.h"
#include "foyer-undo-stack.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_COMPOSER (foyer_composer_get_type ())
G_DECLARE_FINAL_TYPE (FoyerComposer, foyer_composer, FOYER, COMPOSER, AdwBin)

/**
 * FoyerComposer:
 *
 * Where somebody writes: a reply that the client reads, or a note for the office alone (D5). What is written is kept half a second after the last key, by
 * conversation and kind, and is there again after a restart. What is sent can be taken back while its undo window is open; then its words are here again.
 *
 * Properties: `talk` (#FoyerTalk or %NULL), `kind` (%FOYER_TALK_REPLY or %FOYER_TALK_NOTE), `undo-seconds`; read-only: `partner` (to whom), `empty`, `kept` (whether what stands here
 * is kept).
 *
 * Files are attached with its action `composer.attach`, or dropped on it (FoyerEnclosures). The other actions are `composer.send`, which waits until
 * they are copied, and `composer.kind`.
 */

/**
 * foyer_composer_start:
 * @desk: not referenced beyond foyer_composer_stop()
 */
void foyer_composer_start (FoyerComposer *self, FoyerDesk *desk);

/**
 * foyer_composer_stop:
 *
 * Keeps what is written and ends.
 */
void foyer_composer_stop (FoyerComposer *self);

/**
 * foyer_composer_begin:
 * @kind: what is to be written
 *
 * Gives the text the focus.
 */
void foyer_composer_begin (FoyerComposer *self, const char *kind);

/**
 * foyer_composer_attach:
 * @file: what goes with what is written here; refused with a sentence if it is too large
 */
void foyer_composer_attach (FoyerComposer *self, GFile *file);

/**
 * foyer_composer_rewrite:
 * @kind: what is to be written
 * @words: what was written, and is not sent now
 * @files: (nullable): what went with it, as the record of a message has it
 *
 * Puts words back before what stands here, and their files, keeps both and gives the words the focus. What came back by itself stays
 * as it is.
 */
void foyer_composer_rewrite (FoyerComposer *self, const char *kind, const char *words, JsonArray *files);

/**
 * FoyerComposer::acted:
 * @act: (type FoyerAct): what was sent
 */

/**
 * FoyerComposer::failed:
 * @sentence: why something was not sent, or not kept
 */

G_END_DECLS
