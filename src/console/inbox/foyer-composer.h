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
 * Its action is `composer.send`.
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
 * foyer_composer_rewrite:
 * @kind: what is to be written
 * @words: what was written, and is not sent now
 *
 * Puts words back before what stands here, keeps them and gives them the focus. Words that came back by themselves stay as they are.
 */
void foyer_composer_rewrite (FoyerComposer *self, const char *kind, const char *words);

/**
 * FoyerComposer::acted:
 * @act: (type FoyerAct): what was sent
 */

/**
 * FoyerComposer::failed:
 * @sentence: why something was not sent, or not kept
 */

G_END_DECLS
