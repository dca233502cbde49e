/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* A word that staff put on clients and conversations. Clients never see it. */

/* clang-format off */
#define FOYER_LABEL_FIELDS(FIELD) \
  FIELD (label, TEXT, name, "name", .minimum = 1, .maximum = 60, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .indexed = TRUE, .about = "the word") \
  FIELD (label, TEXT, colour, "colour", .maximum = 7, .pattern = FOYER_PATTERN_COLOUR, .about = "its colour") \
  FIELD (label, INTEGER, position, "position", .maximum = 100000, .fallback = "0", .required = TRUE, .indexed = TRUE, \
         .about = "place in menus") \
  FIELD (label, TIME, archived_at, "archivedAt", .indexed = TRUE, .about = "since when it is no longer offered")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (label, FOYER_LABEL_FIELDS)
