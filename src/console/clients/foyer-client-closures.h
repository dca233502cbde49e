/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/* What the rows and the page of a client say. Pure; @client is a Client and may be %NULL. */

char *foyer_client_name (GObject *self, FoyerRecord *client);

/* `412 Birch Lane, Maple Grove`, or how to reach them */
char *foyer_client_place (GObject *self, FoyerRecord *client);

/* Only what wants attention has a chip. */
gboolean foyer_client_has_chip (GObject *self, FoyerRecord *client);
char *foyer_client_chip_text (GObject *self, FoyerRecord *client);
char *foyer_client_chip_icon (GObject *self, FoyerRecord *client);
char *foyer_client_spoken (GObject *self, FoyerRecord *client);

char *foyer_client_since (GObject *self, FoyerRecord *client, FoyerOfficeTime *time);
char *foyer_client_email (GObject *self, FoyerRecord *client);
char *foyer_client_phone (GObject *self, FoyerRecord *client);

/* Street, then postcode, city and region, each on its own line. */
char *foyer_client_address (GObject *self, FoyerRecord *client);
char *foyer_client_portal_title (GObject *self, FoyerRecord *client);
char *foyer_client_portal_text (GObject *self, FoyerRecord *client);
char *foyer_client_portal_icon (GObject *self, FoyerRecord *client);

/* Why no link can be made, or what making one does. */
char *foyer_client_link_text (GObject *self, FoyerRecord *client, gboolean online, gboolean busy);
gboolean foyer_client_may_link (GObject *self, FoyerRecord *client, gboolean online, gboolean busy);

G_END_DECLS
