/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* A machine at a client's place. */

typedef enum {
  FOYER_EQUIPMENT_GOOD,
  FOYER_EQUIPMENT_WATCH,
  FOYER_EQUIPMENT_REPLACE,
} FoyerEquipmentCondition;

/* clang-format off */
#define FOYER_EQUIPMENT_FIELDS(FIELD) \
  FIELD (equipment, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, .about = "whose") \
  FIELD (equipment, REF, property_id, "propertyId", .ref = "Property", .required = TRUE, .indexed = TRUE, \
         .about = "where it stands") \
  FIELD (equipment, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .rows = "004-14", .about = "what it is called there") \
  FIELD (equipment, TEXT, description, "description", .maximum = 500, .searched = TRUE, \
         .about = "what it is: kind and size") \
  FIELD (equipment, TEXT, maker, "maker", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .about = "who made it") \
  FIELD (equipment, TEXT, model, "model", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .about = "model") \
  FIELD (equipment, TEXT, serial, "serial", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .about = "serial number") \
  FIELD (equipment, DATE, installed_on, "installedOn", .about = "when it was installed") \
  FIELD (equipment, DATE, warranty_until, "warrantyUntil", .indexed = TRUE, .about = "last day of the warranty") \
  FIELD (equipment, DATE, serviced_on, "servicedOn", .about = "when it was last serviced") \
  FIELD (equipment, ENUM, condition, "condition", .values = "good watch replace", .fallback = "\"good\"", \
         .required = TRUE, .indexed = TRUE, .about = "how it is doing, as clients read it") \
  FIELD (equipment, TEXT, remark, "remark", .maximum = 1000, .searched = TRUE, .about = "a remark for clients") \
  FIELD (equipment, TEXT, notes, "notes", .maximum = 4000, .searched = TRUE, .policy = FOYER_POLICY_MERGE, \
         .about = "for staff") \
  FIELD (equipment, TIME, archived_at, "archivedAt", .indexed = TRUE, .about = "since when it is gone")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (equipment, FOYER_EQUIPMENT_FIELDS)
