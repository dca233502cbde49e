/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-pages.h"
#include "foyer-portal-sample.h"

G_BEGIN_DECLS

typedef enum {
  WITHOUT_LOGO,
  LIGHT_LOGO,
  BOTH_LOGOS,
  LOGOS_AND_BANNER,
} FoyerCaseLogos;

/**
 * FoyerPortalCase:
 * @name: also of its golden page
 * @logos: what the organisation has
 * @settings: (nullable): the settings that are different
 * @turned: (nullable): the list whose second page this is, of three
 *
 * A page of the sample: who asks, for what, and in which language.
 */
typedef struct {
  const char *name;
  const char *client_id;
  const char *person_id;
  const char *language;
  FoyerPageRequest request;
  FoyerCaseLogos logos;
  const char *settings;
  const char *turned;
} FoyerPortalCase;

#define MARIA "cl-1", "pp-1", NULL
#define MARIA_GERMAN "cl-1", "pp-1", "de"
#define TOM "cl-1", "pp-2", NULL
#define NEW_LEAF "cl-3", "pp-3", NULL
#define NOBODY NULL, NULL, NULL

extern const FoyerPortalCase foyer_portal_cases[];
extern const guint foyer_n_portal_cases;

/**
 * foyer_portal_case_page:
 * @made: (out) (optional): what was made instead, if it is not what was asked for
 *
 * Returns: (transfer full): the page as the server makes it
 */
FoyerPortalPage *
foyer_portal_case_page (FoyerPortalSample *sample, const FoyerPortalCase *the_case, FoyerPageKind *made);

/**
 * foyer_portal_case_text:
 *
 * Returns: (transfer full): the page with empty slots
 */
char *foyer_portal_case_text (FoyerPortalPage *page);

/**
 * foyer_without_hashes:
 *
 * Returns: (transfer full): @html without the hashes in the names of static files, which change with every change of a style; golden
 * pages do not
 */
char *foyer_without_hashes (const char *html);

G_END_DECLS
