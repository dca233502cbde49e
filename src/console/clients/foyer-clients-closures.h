/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/* What the area of clients says around list and page. Pure. */

/* `1204 clients` */
char *foyer_clients_count_text (GObject *self, guint total);
char *foyer_clients_list_page (GObject *self, guint total);
char *foyer_clients_detail_page (GObject *self, FoyerRecord *client);

G_END_DECLS
