/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/* The parts that pages are built of. Their shapes and classes are a contract with the style sheet and with custom styles. */

/**
 * FoyerTone:
 *
 * What a pill or note says by its colour, beside its words.
 */
typedef enum {
  FOYER_TONE_NEUTRAL,
  FOYER_TONE_OK,
  FOYER_TONE_WARN,
  FOYER_TONE_BAD,
  FOYER_TONE_BRAND,
} FoyerTone;

/**
 * FoyerPiece:
 * @FOYER_PIECE_TEXT: a text
 * @FOYER_PIECE_STRONG: a text that stands out
 * @FOYER_PIECE_PHONE: a phone number, as a link
 * @FOYER_PIECE_SLOT: a #FoyerPageSlot, standing out
 *
 * What fills a placeholder of a sentence.
 */
typedef enum {
  FOYER_PIECE_TEXT,
  FOYER_PIECE_STRONG,
  FOYER_PIECE_PHONE,
  FOYER_PIECE_SLOT,
} FoyerPiece;

/**
 * foyer_page_sentence:
 * @template: a translated text with placeholders
 * @name: the name of a placeholder, followed by a #FoyerPiece, a text (or an int for a slot), more triples and %NULL
 */
void
foyer_page_sentence (FoyerPage *page, const char *template, const char *name, ...) G_GNUC_NULL_TERMINATED;

/**
 * foyer_page_phone:
 *
 * Writes a phone number as a link, or as text if it is none.
 */
void foyer_page_phone (FoyerPage *page, const char *phone);

/**
 * foyer_page_head:
 * @back_url: (nullable): where "back" goes
 * @back: (nullable): what it is called
 * @title: the page's only h1
 * @pill: (nullable): the state beside it
 * @lead: (nullable): the sentence under it
 */
void foyer_page_head (FoyerPage *page,
                      const char *back_url,
                      const char *back,
                      const char *title,
                      const char *pill,
                      FoyerTone tone,
                      const char *lead);

/**
 * foyer_page_head_with_action:
 *
 * The same for a list: its title, and beside it the way to add to it.
 */
void foyer_page_head_with_action (FoyerPage *page,
                                  const char *title,
                                  const char *url,
                                  FoyerIcon icon,
                                  const char *text);

void foyer_page_pill (FoyerPage *page, FoyerTone tone, const char *text);

/**
 * foyer_page_open_note:
 *
 * Opens a note: icon, heading, then whatever follows until foyer_page_close_note().
 */
void foyer_page_open_note (FoyerPage *page, FoyerTone tone, FoyerIcon icon, const char *title);
void foyer_page_close_note (FoyerPage *page);

/**
 * foyer_page_link_button:
 * @icon: %FOYER_N_ICONS for none
 */
void foyer_page_link_button (FoyerPage *page,
                             const char *url,
                             gboolean is_primary,
                             FoyerIcon icon,
                             const char *text);

/**
 * foyer_page_open_section:
 * @id: of the heading
 * @url: (nullable): where the link at its side goes
 * @link: (nullable): what that is called
 *
 * Opens a section with a list; foyer_page_close_section() closes both.
 */
void foyer_page_open_section (FoyerPage *page,
                              const char *id,
                              const char *title,
                              const char *url,
                              const char *link);
void foyer_page_close_section (FoyerPage *page);

/**
 * foyer_page_open_row:
 * @url: (nullable): %NULL for a row that leads nowhere
 * @date: (nullable): the day at its start
 *
 * Opens a row of a list up to its title; details and pills follow until foyer_page_close_row().
 */
void foyer_page_open_row (FoyerPage *page, const char *url, const FoyerDate *date, const char *title);
void foyer_page_open_icon_row (FoyerPage *page, const char *url, FoyerIcon icon, const char *title);
void foyer_page_close_row (FoyerPage *page, const char *url);

/**
 * foyer_page_close_amount_row:
 * @amount: (nullable): stands at the end of the row
 */
void foyer_page_close_amount_row (FoyerPage *page, const char *url, const char *amount);

/**
 * foyer_page_detail:
 * @text: (nullable): a line under the title of a row
 */
void foyer_page_detail (FoyerPage *page, const char *text);

/**
 * foyer_page_open_facts:
 * @label: of the card
 */
void foyer_page_open_facts (FoyerPage *page, const char *label);
void foyer_page_fact (FoyerPage *page, const char *name, const char *value);

/**
 * foyer_page_open_fact:
 *
 * Opens a fact and its value; foyer_page_close_fact() closes it, with a link to change it if @url is set.
 */
void foyer_page_open_fact (FoyerPage *page, const char *name);
void foyer_page_close_fact (FoyerPage *page, const char *url, const char *what);
void foyer_page_close_facts (FoyerPage *page);

/**
 * foyer_page_help:
 *
 * Writes whom to call, if there is a number.
 */
void foyer_page_help (FoyerPage *page);

G_END_DECLS
