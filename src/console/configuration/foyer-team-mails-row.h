/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

#include <adwaita.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define FOYER_TYPE_TEAM_MAILS_ROW (foyer_team_mails_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTeamMailsRow, foyer_team_mails_row, FOYER, TEAM_MAILS_ROW, AdwExpanderRow)

/**
 * FoyerTeamMailsRow:
 *
 * Of what one of the team gets a mail as well (000-70..72).
 */

/**
 * foyer_team_mails_row_new:
 * @member: a StaffMember
 * @lock: (nullable): why whoever is signed in may not change it
 */
GtkWidget *foyer_team_mails_row_new (FoyerRecord *member, const char *lock);

/**
 * foyer_team_mails_row_show:
 * @member: the same, as they are now
 */
void foyer_team_mails_row_show (FoyerTeamMailsRow *self, FoyerRecord *member);

FoyerRecord *foyer_team_mails_row_get_member (FoyerTeamMailsRow *self);

/**
 * FoyerTeamMailsRow::changed:
 * @patch: (type JsonObject): what shall be different
 */

G_END_DECLS
