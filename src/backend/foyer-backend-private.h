/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"

#include "foyer-blob-files.h"
#include "foyer-database.h"
#include "fetch/foyer-picture-fetch.h"
#include "http/foyer-rate-table.h"
#include "site/foyer-site.h"

G_BEGIN_DECLS

/* What the files of the core share. */

struct _FoyerBackend {
  GObject parent_instance;

  FoyerClock *clock;
  FoyerRandom *random;
  FoyerDatabase *writer;     /* (owned) (writing lane only) */
  FoyerDatabase *reader;     /* (owned) (reading lane only) */
  FoyerBlobFiles *files;     /* (owned) */
  FoyerRateTable *remotes;   /* (owned) (writing lane only): networks that try to sign in */
  FoyerRateTable *addresses; /* (owned) (writing lane only): addresses whose password is tried */
  FoyerRateTable *fetches;   /* (owned) (reading lane only): staff who have pictures fetched */
  FoyerSiteLimits *limits;   /* (owned) */
  FoyerSiteZones *zones;     /* (owned) */
  FoyerSiteMemory *memory;   /* (owned) (reading lane only) */
  char *public_url;          /* template with {slug} */
  char *api_url;
  char *picture_program;
  FoyerPictureFetch fetch; /* of strings that are here */
  char *authority;         /* (nullable) */
  char *detour;            /* (nullable) */
};

/**
 * foyer_backend_find_slug:
 *
 * Returns: (transfer full) (nullable): the organisation that @host names by the template: `acme` of `acme.portal.example`; %NULL for the
 *   bare host
 */
char *foyer_backend_find_slug (FoyerBackend *self, const char *host);

/**
 * foyer_backend_tell:
 * @changed: as a transaction has it; nobody is told of nothing
 *
 * Tells whoever listens what was committed.
 */
void foyer_backend_tell (FoyerBackend *self, const char *account_id, GHashTable *changed);

G_END_DECLS
