/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerPreviewVerdict:
 * @FOYER_PREVIEW_NOT_ASKED: there is nothing to compare yet
 * @FOYER_PREVIEW_ASKING: the server is being asked
 * @FOYER_PREVIEW_SAME: the server shows the same bytes
 * @FOYER_PREVIEW_OTHER_VIEW: the server's view document is another
 * @FOYER_PREVIEW_OTHER_PAGE: it makes another page from the same view
 * @FOYER_PREVIEW_OTHER_LOGO: the logo is not on this computer, so the page is another
 * @FOYER_PREVIEW_BEHIND: the server has newer records, also after a sync
 * @FOYER_PREVIEW_OFFLINE: there is no way to the server
 * @FOYER_PREVIEW_PENDING: changes lie over the records that the server has not
 * @FOYER_PREVIEW_DRAFTED: the settings are a draft, which no server shows
 * @FOYER_PREVIEW_UNREADABLE: personal data is masked, so it is not what anybody sees
 * @FOYER_PREVIEW_NO_ANSWER: the server could not say
 *
 * Whether a preview is what the server shows for the same eyes.
 */
typedef enum {
  FOYER_PREVIEW_NOT_ASKED,
  FOYER_PREVIEW_ASKING,
  FOYER_PREVIEW_SAME,
  FOYER_PREVIEW_OTHER_VIEW,
  FOYER_PREVIEW_OTHER_PAGE,
  FOYER_PREVIEW_OTHER_LOGO,
  FOYER_PREVIEW_BEHIND,
  FOYER_PREVIEW_OFFLINE,
  FOYER_PREVIEW_PENDING,
  FOYER_PREVIEW_DRAFTED,
  FOYER_PREVIEW_UNREADABLE,
  FOYER_PREVIEW_NO_ANSWER,
} FoyerPreviewVerdict;

/**
 * foyer_preview_verdict_before:
 * @online: whether the server can be asked
 *
 * Returns: the verdict that needs no server, or %FOYER_PREVIEW_ASKING
 */
FoyerPreviewVerdict foyer_preview_verdict_before (const FoyerPreviewAnswer *answer, gboolean online);

/**
 * foyer_preview_verdict_question:
 *
 * Returns: (transfer full): the arguments of `Portal/compare` for a page
 */
JsonObject *foyer_preview_verdict_question (const FoyerPreviewAnswer *answer);

/**
 * foyer_preview_verdict_judge:
 * @said: what the server answered
 */
FoyerPreviewVerdict foyer_preview_verdict_judge (const FoyerPreviewAnswer *answer, JsonObject *said);

/**
 * foyer_preview_verdict_differs:
 *
 * Returns: whether the server makes another page from the same records
 */
gboolean foyer_preview_verdict_differs (FoyerPreviewVerdict verdict);

/**
 * foyer_preview_verdict_text:
 *
 * Returns: a verdict in words
 */
char *foyer_preview_verdict_text (GObject *self, int verdict);
char *foyer_preview_verdict_icon (GObject *self, int verdict);
char **foyer_preview_verdict_classes (GObject *self, int verdict);

/**
 * foyer_preview_verdict_may_sync:
 *
 * Returns: whether fetching what is new may settle it
 */
gboolean foyer_preview_verdict_may_sync (GObject *self, int verdict);

G_END_DECLS
