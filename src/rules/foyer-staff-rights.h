/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record.h"
#include "types/staff_member.h"

G_BEGIN_DECLS

/**
 * FoyerStaffVerb:
 * @FOYER_STAFF_READ: to look at records
 * @FOYER_STAFF_CREATE: to make one
 * @FOYER_STAFF_CHANGE: to change a field of one
 * @FOYER_STAFF_DESTROY: to remove one
 * @FOYER_STAFF_ISSUE: to have the server make a secret for one and show it (`Secret/issue`), or send it again (`Delivery/resend`)
 */
typedef enum {
  FOYER_STAFF_READ,
  FOYER_STAFF_CREATE,
  FOYER_STAFF_CHANGE,
  FOYER_STAFF_DESTROY,
  FOYER_STAFF_ISSUE,
} FoyerStaffVerb;

/**
 * FoyerStaffDeed:
 * @role: of whoever does it
 * @staff_id: their StaffMember
 * @verb: what they do
 * @type: to what kind of record
 * @record: (nullable): to which one, as it was before; %NULL for all of the type, or for one that is being created
 * @field: (nullable): which field of it they change; %NULL asks whether they may change anything at all
 * @value: (nullable): what they change it to
 *
 * Something that a staff member wants to do.
 */
typedef struct {
  FoyerStaffMemberRole role;
  const char *staff_id;
  FoyerStaffVerb verb;
  const FoyerRecordType *type;
  FoyerRecord *record;
  const FoyerField *field;
  JsonNode *value;
} FoyerStaffDeed;

/**
 * foyer_staff_rights_check:
 * @language: in which the finding speaks
 *
 * Who may do what (product.md X18). Administrators may do everything; the office everything but change configuration, for which it
 * submits proposals; viewers look. Everybody may change how they themselves are called and told, and sign off their own devices.
 * A record type that the table does not name belongs to the configuration. Records that only the server writes are nobody's.
 *
 * Whether a field can be written by staff at all is the field table's matter, and which status may follow another that of the
 * transitions: both are judged beside this.
 *
 * Returns: (transfer full): a pass, or a block that no reason overrides, rule `X18`
 */
FoyerFinding *foyer_staff_rights_check (const FoyerStaffDeed *deed, const char *language);

/**
 * foyer_staff_rights_knows:
 *
 * Returns: whether the table names @type
 */
gboolean foyer_staff_rights_knows (const FoyerRecordType *type);

G_END_DECLS
