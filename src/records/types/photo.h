/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* A picture of the work. Clients see it only once it is released and the visit is done. */

typedef enum {
  FOYER_PHOTO_BEFORE,
  FOYER_PHOTO_DURING,
  FOYER_PHOTO_AFTER,
} FoyerPhotoPhase;

/* clang-format off */
#define FOYER_PHOTO_FIELDS(FIELD) \
  FIELD (photo, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .about = "whose work it shows") \
  FIELD (photo, REF, visit_id, "visitId", .ref = "Visit", .indexed = TRUE, .rows = "001-16", \
         .about = "the visit it was taken on") \
  FIELD (photo, REF, equipment_id, "equipmentId", .ref = "Equipment", .indexed = TRUE, \
         .about = "the machine that it shows") \
  FIELD (photo, TEXT, blob_id, "blobId", .blob = TRUE, \
         .minimum = 1, .maximum = 100, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "blob of the picture") \
  FIELD (photo, TEXT, media_type, "mediaType", .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "its media type") \
  FIELD (photo, INTEGER, width, "width", .maximum = 100000, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "its width in pixels") \
  FIELD (photo, INTEGER, height, "height", .maximum = 100000, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "its height in pixels") \
  FIELD (photo, TEXT, caption, "caption", .maximum = 500, .searched = TRUE, .personal = TRUE, \
         .about = "what and where, for clients") \
  FIELD (photo, ENUM, phase, "phase", .values = "before during after", .fallback = "\"during\"", .required = TRUE, \
         .about = "when in the work") \
  FIELD (photo, TIME, taken_at, "takenAt", .indexed = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "when it was taken") \
  FIELD (photo, REF, crew_id, "crewId", .ref = "CrewMember", .about = "who took it") \
  FIELD (photo, BOOLEAN, released, "released", .fallback = "false", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .rows = "000-24", .about = "whether the client may see it (D30)")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (photo, FOYER_PHOTO_FIELDS)
