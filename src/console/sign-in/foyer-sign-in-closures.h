/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What the sign-in page says. Pure: @found is the address of a server that answered, or %NULL. */

char *foyer_sign_in_title (GObject *self, gboolean again);
char *foyer_sign_in_description (GObject *self, gboolean again);

/* `portal.example.com`, with the port if it is not the usual one */
char *foyer_sign_in_server_name (GObject *self, const char *found);

/* Who can read what is sent there. */
char *foyer_sign_in_server_safety (GObject *self, const char *found);

/* What the one button does next: `Continue`, `Open the Browser`, `Sign In` */
char *foyer_sign_in_button_label (GObject *self, const char *found, gboolean by_code);

/* Whether everything is there that the button needs. */
gboolean foyer_sign_in_is_ready (GObject *self,
                                 const char *found,
                                 gboolean by_code,
                                 const char *address,
                                 const char *code);

/* Whether a code is to be typed. */
gboolean foyer_sign_in_wants_code (GObject *self, const char *found, gboolean by_code);

G_END_DECLS
