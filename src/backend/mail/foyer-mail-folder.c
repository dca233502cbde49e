/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-folder.c - mail for a server that has no mail server */

#include "mail/foyer-mail-folder.h"

#include <errno.h>
#include <string.h>

/* What may stand in a file's name on any system. */
static char *
make_name (const FoyerMailJob *job)
{
  g_autoptr (GDateTime) made_at = g_date_time_new_from_unix_utc (job->made_at);
  g_autofree char *time = g_date_time_format (made_at, "%Y%m%dT%H%M%SZ");
  g_autofree char *to = g_strndup (job->to_address, 60);

  g_strcanon (to, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.-", '_');
  return g_strdup_printf ("%s-%s-%s.eml", time, to, job->id);
}

FoyerMailOutcome
foyer_mail_folder_carry (const char *folder, const FoyerMailJob *job, GBytes *message, char **reason)
{
  g_autofree char *name = make_name (job);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (message, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    *reason = g_strdup_printf ("The folder for mail cannot be made: %s", g_strerror (errno));
    return FOYER_MAIL_RETRY;
  }
  if (!g_file_set_contents_full (path, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &error)) {
    *reason = g_strdup_printf ("The mail cannot be written: %s", error->message);
    return FOYER_MAIL_RETRY;
  }
  *reason = g_strdup ("No mail server is set up; the mail was written to a folder on the server");
  return FOYER_MAIL_WRITTEN;
}
