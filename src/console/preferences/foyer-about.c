/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-about.c - what this program is */

#include "foyer-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* AdwAboutWindow went out of use when AdwAboutDialog came with libadwaita 1.5. */
#if ADW_CHECK_VERSION(1, 5, 0)
#define PRESENT(parent, ...) adw_show_about_dialog (GTK_WIDGET (parent), __VA_ARGS__)
#else
#define PRESENT(parent, ...) adw_show_about_window (parent, __VA_ARGS__)
#endif

void
foyer_about_present (GtkWindow *parent)
{
  PRESENT (parent, "application-name", "Foyer", "application-icon", FOYER_APPLICATION_ID, "version",
           FOYER_VERSION, "developer-name", _ ("Foyer developers"), "license-type", GTK_LICENSE_GPL_3_0,
           "comments",
           _ ("Approve bookings, answer clients and run their portal, also while the network is away."),
           NULL);
}
