/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerPreviewSource:
 * @FOYER_PREVIEW_LIVE: under the settings that are published
 * @FOYER_PREVIEW_DRAFT: under those that are drafted
 * @FOYER_PREVIEW_BOTH: one beside the other
 */
typedef enum {
  FOYER_PREVIEW_LIVE,
  FOYER_PREVIEW_DRAFT,
  FOYER_PREVIEW_BOTH,
} FoyerPreviewSource;

/**
 * FoyerPreviewLinkError:
 * @FOYER_PREVIEW_LINK_ERROR_MALFORMED: it is no link to a preview
 */
typedef enum {
  FOYER_PREVIEW_LINK_ERROR_MALFORMED,
} FoyerPreviewLinkError;

#define FOYER_PREVIEW_LINK_ERROR (foyer_preview_link_error_quark ())
GQuark foyer_preview_link_error_quark (void);

/* Characters of the longest link that is read. */
#define FOYER_PREVIEW_LINK_LONGEST 2048

/**
 * FoyerPreviewLink:
 * @client_id: (nullable): %NULL for somebody who is not signed in
 * @person_id: (nullable)
 * @link_id: (nullable)
 * @page: an address of the portal
 * @moment: seconds since 1970, 0 for now
 * @source: under which settings
 *
 * What a link to a preview names: `foyer://preview/client/ID?person=ID&page=%2Fvisits&at=2026-11-23T09:00:00Z&settings=draft`, or `foyer://preview/nobody?…`. It never has a
 * secret: whoever opens it sees what their own console has.
 */
typedef struct {
  char *client_id;
  char *person_id;
  char *link_id;
  char *page;
  gint64 moment;
  FoyerPreviewSource source;
} FoyerPreviewLink;

void foyer_preview_link_free (FoyerPreviewLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPreviewLink, foyer_preview_link_free)

/**
 * foyer_preview_link_parse:
 * @text: from anywhere
 *
 * Reads a link strictly: whatever foyer_preview_link_write() would not have written is none.
 *
 * Returns: (transfer full): the link, or %NULL with a #FoyerPreviewLinkError
 */
FoyerPreviewLink *foyer_preview_link_parse (const char *text, GError **error);

/**
 * foyer_preview_link_write:
 *
 * Returns: (transfer full): the link as text
 */
char *foyer_preview_link_write (const FoyerPreviewLink *self);

G_END_DECLS
