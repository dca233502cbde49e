/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-verdict.c - whether a preview is what the server shows, and how that is said */

#include "foyer-preview-verdict.h"

#include "foyer-date.h"
#include "foyer-json.h"

#include <glib/gi18n-lib.h>

FoyerPreviewVerdict
foyer_preview_verdict_before (const FoyerPreviewAnswer *answer, gboolean online)
{
  if (answer->scene->draft != NULL)
    return FOYER_PREVIEW_DRAFTED;
  if (answer->scene->is_masked)
    return FOYER_PREVIEW_UNREADABLE;
  if (answer->has_pending)
    return FOYER_PREVIEW_PENDING;
  return online ? FOYER_PREVIEW_ASKING : FOYER_PREVIEW_OFFLINE;
}

JsonObject *
foyer_preview_verdict_question (const FoyerPreviewAnswer *answer)
{
  JsonObject *question = json_object_new ();
  g_autofree char *now = foyer_utc_format (answer->moment);

  json_object_set_object_member (question, "viewer", foyer_preview_scene_describe_viewer (answer->scene));
  json_object_set_string_member (question, "page", answer->address);
  json_object_set_int_member (question, "settings", answer->settings_version);
  json_object_set_string_member (question, "now", now);
  json_object_set_object_member (question, "states", json_object_ref (answer->states));
  return question;
}

FoyerPreviewVerdict
foyer_preview_verdict_judge (const FoyerPreviewAnswer *answer, JsonObject *said)
{
  if (g_strcmp0 (foyer_json_object_text (said, "pageHash"), answer->page_hash) == 0)
    return g_strcmp0 (foyer_json_object_text (said, "viewHash"), answer->view_hash) == 0
               ? FOYER_PREVIEW_SAME
               : FOYER_PREVIEW_OTHER_VIEW;
  if (answer->missing != NULL)
    return FOYER_PREVIEW_OTHER_LOGO;
  return g_strcmp0 (foyer_json_object_text (said, "viewHash"), answer->view_hash) == 0
             ? FOYER_PREVIEW_OTHER_PAGE
             : FOYER_PREVIEW_OTHER_VIEW;
}

gboolean
foyer_preview_verdict_differs (FoyerPreviewVerdict verdict)
{
  return verdict == FOYER_PREVIEW_OTHER_VIEW || verdict == FOYER_PREVIEW_OTHER_PAGE
         || verdict == FOYER_PREVIEW_OTHER_LOGO;
}

/* --- In words --- */

static const struct {
  const char *text;
  const char *icon;
  const char *class;
} words[] = {
  [FOYER_PREVIEW_NOT_ASKED] = { "", NULL, NULL },
  [FOYER_PREVIEW_ASKING] = { N_ ("Comparing…"), "emblem-synchronizing-symbolic", "dim-label" },
  [FOYER_PREVIEW_SAME] = { N_ ("Same as the live portal"), "object-select-symbolic", "foyer-ok" },
  [FOYER_PREVIEW_OTHER_VIEW] = { N_ ("Differs: other records"), "dialog-warning-symbolic", "foyer-warn" },
  [FOYER_PREVIEW_OTHER_PAGE]
  = { N_ ("Differs: the page is drawn otherwise"), "dialog-warning-symbolic", "foyer-warn" },
  [FOYER_PREVIEW_OTHER_LOGO]
  = { N_ ("Differs: the logo is not here yet"), "dialog-warning-symbolic", "foyer-warn" },
  [FOYER_PREVIEW_BEHIND]
  = { N_ ("Differs: the server has newer records"), "dialog-warning-symbolic", "foyer-warn" },
  [FOYER_PREVIEW_OFFLINE] = { N_ ("Not compared (offline)"), "network-offline-symbolic", "dim-label" },
  [FOYER_PREVIEW_PENDING]
  = { N_ ("Not compared (changes wait to be sent)"), "emblem-synchronizing-symbolic", "dim-label" },
  [FOYER_PREVIEW_DRAFTED] = { N_ ("Draft"), "document-edit-symbolic", "dim-label" },
  [FOYER_PREVIEW_UNREADABLE] = { N_ ("Not compared (masked)"), "view-conceal-symbolic", "dim-label" },
  [FOYER_PREVIEW_NO_ANSWER]
  = { N_ ("Not compared (the server cannot say)"), "network-error-symbolic", "dim-label" },
};

char *
foyer_preview_verdict_text (GObject *self, int verdict)
{
  g_return_val_if_fail (verdict >= 0 && verdict < (int) G_N_ELEMENTS (words), NULL);

  return g_strdup (*words[verdict].text == '\0' ? "" : _ (words[verdict].text));
}

char *
foyer_preview_verdict_icon (GObject *self, int verdict)
{
  g_return_val_if_fail (verdict >= 0 && verdict < (int) G_N_ELEMENTS (words), NULL);

  return g_strdup (words[verdict].icon);
}

char **
foyer_preview_verdict_classes (GObject *self, int verdict)
{
  const char *classes[] = { "foyer-badge", NULL, NULL };

  g_return_val_if_fail (verdict >= 0 && verdict < (int) G_N_ELEMENTS (words), NULL);

  classes[1] = words[verdict].class;
  return g_strdupv ((char **) classes);
}

gboolean
foyer_preview_verdict_may_sync (GObject *self, int verdict)
{
  return foyer_preview_verdict_differs (verdict) || verdict == FOYER_PREVIEW_BEHIND;
}
