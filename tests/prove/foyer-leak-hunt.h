/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-pages.h"

G_BEGIN_DECLS

/**
 * FoyerLeakHunt:
 * @told: what was found in @where, for an onlooker at an address, in a sentence
 * @n_answers: answers to forms that were read, with the pages to which they led
 * @n_papers: PDFs, calendars and files
 * @n_mails: mails with what is attached
 * @n_sentences: that staff are given to read out
 *
 * All that a client is given beside pages, read for what is not theirs.
 */
typedef struct {
  FoyerPreviewWorld *world;
  FoyerPreviewPages *pages;
  void (*told) (gpointer data, guint onlooker, const char *address, const char *where, const char *leak);
  gpointer data;
  guint64 n_answers;
  guint64 n_papers;
  guint64 n_mails;
  guint64 n_sentences;
} FoyerLeakHunt;

/**
 * foyer_leak_hunt_answers:
 * @onlooker: one with a browser that is signed in
 *
 * Presses every button of every page: with nothing filled in, with everything filled in, and with the ids of others' records in
 * place of their own; and follows where that leads.
 */
void foyer_leak_hunt_answers (FoyerLeakHunt *self, guint onlooker);

/**
 * foyer_leak_hunt_papers:
 *
 * Fetches every paper of which there is an address, the onlooker's own and others'.
 */
void foyer_leak_hunt_papers (FoyerLeakHunt *self, guint onlooker);

/**
 * foyer_leak_hunt_sentences:
 *
 * Asks every question about the onlooker's portal, about everything and about single records, others' among them.
 */
void foyer_leak_hunt_sentences (FoyerLeakHunt *self, guint onlooker);

/**
 * foyer_leak_hunt_decide:
 *
 * Decides at the console what clients have asked for and tells them, so that there are mails.
 */
void foyer_leak_hunt_decide (FoyerLeakHunt *self);

/**
 * foyer_leak_hunt_mails:
 *
 * Reads every mail to a client that has not left, and what is attached to it.
 */
void foyer_leak_hunt_mails (FoyerLeakHunt *self);

G_END_DECLS
