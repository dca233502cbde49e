/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-closures.c - what the sync line and the banners say */

#include "foyer-sync-closures.h"

#include "foyer-date-text.h"
#include "foyer-sync-engine.h"

#include <glib/gi18n-lib.h>

/* From then on a decision asks first (B24). */
#define OLD_DATA (4 * 60 * 60)

static char *
add_waiting (const char *words, guint waiting)
{
  g_autofree char *count = NULL;

  if (waiting == 0)
    return g_strdup (words);
  count = g_strdup_printf (ngettext ("%u waiting", "%u waiting", waiting), waiting);
  return g_strdup_printf ("%s · %s", words, count);
}

static char *
up_to_date_text (guint waiting, gint64 synced_at, FoyerOfficeTime *time)
{
  g_autofree char *clock = NULL;

  if (waiting > 0)
    return g_strdup_printf (ngettext ("%u waiting to be sent", "%u waiting to be sent", waiting), waiting);
  if (synced_at == 0 || time == NULL)
    return g_strdup (_ ("Up to date"));
  clock = foyer_office_time_clock_text (time, synced_at);
  return g_strdup_printf (_ ("Up to date · %s"), clock);
}

char *
foyer_sync_line_text (GObject *self,
                      int state,
                      guint waiting,
                      guint needing,
                      gint64 synced_at,
                      FoyerOfficeTime *time)
{
  if (state == FOYER_SYNC_SIGN_IN)
    return g_strdup (_ ("Sign in again"));
  if (needing > 0)
    return g_strdup_printf (ngettext ("%u needs you", "%u need you", needing), needing);

  switch ((FoyerSyncState) state) {
  case FOYER_SYNC_FIRST:
    return g_strdup (_ ("Fetching your office…"));
  case FOYER_SYNC_SYNCING:
    return g_strdup (_ ("Syncing…"));
  case FOYER_SYNC_IDLE:
    return up_to_date_text (waiting, synced_at, time);
  case FOYER_SYNC_OFFLINE:
    return add_waiting (_ ("Offline"), waiting);
  case FOYER_SYNC_TROUBLE:
    return add_waiting (_ ("Server trouble"), waiting);
  case FOYER_SYNC_STOPPED:
  case FOYER_SYNC_SIGN_IN:
  default:
    return add_waiting (_ ("Not connected"), waiting);
  }
}

char *
foyer_sync_line_icon (GObject *self, int state, guint needing)
{
  if (state == FOYER_SYNC_SIGN_IN)
    return g_strdup ("dialog-password-symbolic");
  if (needing > 0)
    return g_strdup ("dialog-warning-symbolic");

  switch ((FoyerSyncState) state) {
  case FOYER_SYNC_IDLE:
    return g_strdup ("object-select-symbolic");
  case FOYER_SYNC_FIRST:
  case FOYER_SYNC_SYNCING:
    return g_strdup ("emblem-synchronizing-symbolic");
  case FOYER_SYNC_TROUBLE:
    return g_strdup ("network-error-symbolic");
  case FOYER_SYNC_STOPPED:
  case FOYER_SYNC_OFFLINE:
  case FOYER_SYNC_SIGN_IN:
  default:
    return g_strdup ("network-offline-symbolic");
  }
}

char **
foyer_sync_line_classes (GObject *self, int state, guint needing)
{
  gboolean warns = state == FOYER_SYNC_SIGN_IN || needing > 0;
  const char *const classes[] = { "flat", "foyer-sync", warns ? "foyer-warn" : NULL, NULL };

  return g_strdupv ((char **) classes);
}

static char *
offline_text (guint waiting, gint64 since, FoyerOfficeTime *time)
{
  g_autofree char *clock = NULL;
  g_autofree char *offline = NULL;
  g_autofree char *decisions = NULL;

  if (since == 0 || time == NULL) {
    offline = g_strdup (_ ("Offline."));
  } else {
    clock = foyer_office_time_clock_text (time, since);
    offline = g_strdup_printf (_ ("Offline since %s."), clock);
  }
  if (waiting == 0)
    return g_strdup_printf ("%s %s", offline, _ ("You can work on; decisions are sent later."));
  decisions
      = g_strdup_printf (ngettext ("%u decision waits to be sent.", "%u decisions wait to be sent.", waiting),
                         waiting);
  return g_strdup_printf ("%s %s", offline, decisions);
}

char *
foyer_sync_banner_text (GObject *self,
                        int state,
                        guint waiting,
                        gint64 offline_since,
                        const char *message,
                        const char *keyring_message,
                        FoyerOfficeTime *time)
{
  gboolean has_keyring_message = keyring_message != NULL && *keyring_message != '\0';

  switch ((FoyerSyncState) state) {
  case FOYER_SYNC_OFFLINE:
    return offline_text (waiting, offline_since, time);
  case FOYER_SYNC_SIGN_IN:
    if (has_keyring_message)
      return g_strdup (keyring_message);
    return g_strdup (_ ("The server asks you to sign in again. You can work on; nothing is lost."));
  case FOYER_SYNC_TROUBLE:
    if (message != NULL && *message != '\0')
      return g_strdup (message);
    return g_strdup (_ ("The server has trouble. You can work on; Foyer tries again by itself."));
  case FOYER_SYNC_STOPPED:
  case FOYER_SYNC_FIRST:
  case FOYER_SYNC_SYNCING:
  case FOYER_SYNC_IDLE:
  default:
    return g_strdup (has_keyring_message ? keyring_message : "");
  }
}

char *
foyer_sync_banner_icon (GObject *self, int state)
{
  switch ((FoyerSyncState) state) {
  case FOYER_SYNC_OFFLINE:
    return g_strdup ("network-offline-symbolic");
  case FOYER_SYNC_TROUBLE:
    return g_strdup ("network-error-symbolic");
  case FOYER_SYNC_STOPPED:
  case FOYER_SYNC_FIRST:
  case FOYER_SYNC_SYNCING:
  case FOYER_SYNC_IDLE:
  case FOYER_SYNC_SIGN_IN:
  default:
    return g_strdup ("dialog-password-symbolic");
  }
}

char *
foyer_sync_banner_button (GObject *self, int state)
{
  if (state == FOYER_SYNC_OFFLINE || state == FOYER_SYNC_TROUBLE)
    return g_strdup (_ ("Try Again"));
  if (state == FOYER_SYNC_SIGN_IN)
    return g_strdup (_ ("Sign In…"));
  return g_strdup ("");
}

char *
foyer_sync_banner_action (GObject *self, int state)
{
  return g_strdup (state == FOYER_SYNC_SIGN_IN ? "win.sign-in" : "win.sync");
}

gboolean
foyer_sync_banner_warns (GObject *self, int state)
{
  return state == FOYER_SYNC_SIGN_IN;
}

gboolean
foyer_sync_data_is_old (gint64 synced_at, gint64 now)
{
  return synced_at != 0 && now - synced_at > OLD_DATA;
}

char *
foyer_sync_checked_text (GObject *self,
                         gint64 offline_since,
                         gint64 synced_at,
                         gint64 now,
                         FoyerOfficeTime *time)
{
  g_autofree char *moment = NULL;

  if (offline_since == 0 && !foyer_sync_data_is_old (synced_at, now))
    return g_strdup ("");
  if (synced_at == 0 || time == NULL)
    return g_strdup (_ ("Checked against older data"));
  moment = foyer_office_time_is_same_day (time, synced_at, now)
               ? foyer_office_time_clock_text (time, synced_at)
               : foyer_office_time_moment_text (time, synced_at, now);
  return g_strdup_printf (_ ("Checked against data from %s"), moment);
}

char *
foyer_sync_checked_tone (GObject *self, gint64 synced_at, gint64 now)
{
  return g_strdup (foyer_sync_data_is_old (synced_at, now) ? "warning" : "neutral");
}

char *
foyer_sync_old_data_question (gint64 synced_at, gint64 now, FoyerOfficeTime *time)
{
  g_autofree char *moment = foyer_office_time_moment_text (time, synced_at, now);
  g_autofree char *age = foyer_age_text (now - synced_at, foyer_office_time_get_language (time));

  /* Translators: when, and how long ago: "What is here is from today, 9:14 AM, 5 h ago. …" */
  return g_strdup_printf (_ ("What is here is from %s, %s ago. Somebody may have taken the time since. The "
                             "server checks again when your decision arrives, and you hear of it if it does "
                             "not fit."),
                          moment, age);
}
