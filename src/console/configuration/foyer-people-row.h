/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-settings-impact.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PEOPLE_ROW (foyer_people_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPeopleRow, foyer_people_row, FOYER, PEOPLE_ROW, AdwExpanderRow)

/**
 * FoyerPeopleRow:
 *
 * How many people something is true of, which opens to who they are. Rows are made when it is opened, some at a time.
 */
GtkWidget *foyer_people_row_new (void);

/**
 * foyer_people_row_show:
 * @title: what is true of them
 * @nobody: what is said below it if there are none
 * @impact: what @people are of
 * @people: (transfer full) (element-type FoyerTouchedPerson): by name
 * @why: (nullable): what is said of each after the client, with one %s for the reason; %NULL for nothing
 *
 * Takes the place of whom it showed; open, it stays open unless there is nobody any more.
 */
void foyer_people_row_show (FoyerPeopleRow *self,
                            const char *title,
                            const char *nobody,
                            FoyerSettingsImpact *impact,
                            GPtrArray *people,
                            const char *why);

G_END_DECLS
