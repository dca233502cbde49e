/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-closures.c - what the sign-in page says */

#include "foyer-sign-in-closures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_written (const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  return text != NULL && *text != '\0';
}

char *
foyer_sign_in_title (GObject *self, gboolean again)
{
  return g_strdup (again ? _ ("Sign In Again") : _ ("Welcome to Foyer"));
}

char *
foyer_sign_in_description (GObject *self, gboolean again)
{
  return g_strdup (
      again ? _ ("The server asks who you are. What you did is kept on this computer and is sent once you "
                 "have signed in.")
            : _ ("Connect to your office to begin. Everything you open stays on this computer, so you "
                 "can keep working without a connection."));
}

char *
foyer_sign_in_server_name (GObject *self, const char *found)
{
  const char *host = found == NULL ? NULL : strstr (found, "://");

  return g_strdup (host == NULL ? "" : host + strlen ("://"));
}

char *
foyer_sign_in_server_safety (GObject *self, const char *found)
{
  if (found == NULL)
    return g_strdup ("");
  return g_strdup (g_str_has_prefix (found, "https:") ? _ ("Secure connection") : _ ("On this computer"));
}

char *
foyer_sign_in_button_label (GObject *self, const char *found, gboolean by_code)
{
  if (found == NULL)
    return g_strdup (_ ("Continue"));
  return g_strdup (by_code ? _ ("Sign In") : _ ("Open the Browser"));
}

gboolean
foyer_sign_in_is_ready (GObject *self,
                        const char *found,
                        gboolean by_code,
                        const char *address,
                        const char *code)
{
  return is_written (address) && (found == NULL || !by_code || is_written (code));
}

gboolean
foyer_sign_in_wants_code (GObject *self, const char *found, gboolean by_code)
{
  return found != NULL && by_code;
}
