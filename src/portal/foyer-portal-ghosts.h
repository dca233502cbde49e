/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-diagnosis.h"
#include "foyer-portal-pages.h"

G_BEGIN_DECLS

/*
 * What would stand on a page and is hidden from whoever looks: for staff alone, beside the page and never in it. View and page are made
 * without it, and it is not hashed.
 */

/**
 * foyer_portal_ghosts:
 * @the_case: who looks
 * @page: what they look at
 * @record_id: (nullable): what the page is about
 *
 * The overlay of a page as a document: `{version, groups}`. A group is what one layer hides: `{rule, verdict, sentence, say, evidence, fix,
 * remedy, words, count, records}`, where `say` is what to tell the client, `remedy` is as foyer_remedy_to_json() makes it, and `records`
 * are the newest of them as `{type, id, label}`. A page on which nothing of a client's stands has no groups.
 *
 * Returns: (transfer full): the overlay, or %NULL if the source failed
 */
JsonObject *foyer_portal_ghosts (const FoyerDiagnosisCase *the_case,
                                 FoyerPageKind page,
                                 const char *record_id,
                                 GError **error);

/**
 * foyer_portal_ghosts_list_shown:
 * @view: from foyer_portal_view()
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of all records that stand in @view, each once: the facts from which D49 says
 *   whether anything of another client's is among them
 */
char **foyer_portal_ghosts_list_shown (JsonObject *view);

G_END_DECLS
