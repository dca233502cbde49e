/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-staff-rights.c - who in the office may do what */

#include "foyer-staff-rights.h"

#include "foyer-test-business.h"

#include "types/booking.h"
#include "types/portal_settings.h"

#include <string.h>

#define ADMIN FOYER_STAFF_MEMBER_ADMIN
#define OFFICE FOYER_STAFF_MEMBER_OFFICE
#define VIEWER FOYER_STAFF_MEMBER_VIEWER

typedef struct {
  const char *name;
  FoyerStaffVerb verb;
  const char *type;
  const char *record; /* (nullable) */
  const char *field;  /* (nullable) */
  const char *value;  /* (nullable): a word */
  const char *who;    /* who may: a administrators, o office, v viewers */
} Case;

#define BOOKING \
  "{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'start': '2025-05-06 09:00', 'end': '2025-05-06 " \
  "11:00'," \
  " 'requestedAt': '2025-05-04 18:00'}"
#define DEVICE(owner) \
  "{'id': 'dv-1', 'staffId': '" owner "', 'name': 'Desk', 'registeredAt': '2025-05-04 18:00'}"
#define REVOKED_DEVICE(owner) \
  "{'id': 'dv-1', 'staffId': '" owner "', 'name': 'Desk', 'registeredAt': '2025-05-04 18:00'," \
  " 'status': 'revoked'}"
#define PROPOSAL(author) \
  "{'id': 'sp-1', 'authorId': '" author "', 'patch': {}, 'proposedAt': '2025-05-04 18:00'}"
#define MEMBER(id) \
  "{'id': '" id "', 'name': 'Bo', 'email': 'bo@northwind.example', 'role': 'office', 'active': true}"

/* clang-format off */
/* Whoever acts is st-5. */
static const Case cases[] = {
  { "read-bookings", FOYER_STAFF_READ, "Booking", NULL, NULL, NULL, "aov" },
  { "read-settings", FOYER_STAFF_READ, "PortalSettings", NULL, NULL, NULL, "aov" },
  { "read-the-log", FOYER_STAFF_READ, "AuditEvent", NULL, NULL, NULL, "aov" },

  { "approve", FOYER_STAFF_CHANGE, "Booking", BOOKING, "status", "approved", "ao" },
  { "invite", FOYER_STAFF_CREATE, "Invite", NULL, NULL, NULL, "ao" },
  { "issue-a-link", FOYER_STAFF_ISSUE, "PortalLink", NULL, NULL, NULL, "ao" },
  { "write-a-message", FOYER_STAFF_CREATE, "Message", NULL, NULL, NULL, "ao" },
  { "remove-a-label", FOYER_STAFF_DESTROY, "Label", NULL, NULL, NULL, "ao" },
  { "turn-the-portal-off-for-a-client", FOYER_STAFF_CHANGE, "Client", NULL, "portalEnabled", NULL, "ao" },

  { "publish", FOYER_STAFF_CHANGE, "PortalSettings", NULL, "booking.mode", "auto", "a" },
  { "publish-anything", FOYER_STAFF_CHANGE, "PortalSettings", NULL, NULL, NULL, "a" },
  { "schedule", FOYER_STAFF_CREATE, "SettingsVersion", NULL, NULL, NULL, "a" },
  { "domain", FOYER_STAFF_CREATE, "Domain", NULL, NULL, NULL, "a" },
  { "template", FOYER_STAFF_CHANGE, "Template", NULL, "body", NULL, "a" },
  { "service", FOYER_STAFF_CREATE, "Service", NULL, NULL, NULL, "a" },
  { "organisation", FOYER_STAFF_CHANGE, "Organisation", NULL, "zone", NULL, "a" },

  { "propose", FOYER_STAFF_CREATE, "SettingsProposal", NULL, NULL, NULL, "ao" },
  { "propose-as-oneself", FOYER_STAFF_CREATE, "SettingsProposal", NULL, "authorId", "st-5", "ao" },
  { "propose-as-another", FOYER_STAFF_CREATE, "SettingsProposal", NULL, "authorId", "st-6", "a" },
  { "propose-as-published", FOYER_STAFF_CREATE, "SettingsProposal", NULL, "status", "published", "a" },
  { "propose-as-open", FOYER_STAFF_CREATE, "SettingsProposal", NULL, "status", "open", "ao" },
  { "mend-own-proposal", FOYER_STAFF_CHANGE, "SettingsProposal", PROPOSAL ("st-5"), "patch", NULL, "ao" },
  { "mend-another-proposal", FOYER_STAFF_CHANGE, "SettingsProposal", PROPOSAL ("st-6"), "patch", NULL, "a" },
  { "withdraw-own-proposal", FOYER_STAFF_CHANGE, "SettingsProposal", PROPOSAL ("st-5"), "status", "withdrawn", "ao" },
  { "withdraw-another-proposal", FOYER_STAFF_CHANGE, "SettingsProposal", PROPOSAL ("st-6"), "status", "withdrawn", "a" },
  { "publish-own-proposal", FOYER_STAFF_CHANGE, "SettingsProposal", PROPOSAL ("st-5"), "status", "published", "a" },
  { "answer-own-proposal", FOYER_STAFF_CHANGE, "SettingsProposal", PROPOSAL ("st-5"), "answer", "Yes", "a" },

  { "hire", FOYER_STAFF_CREATE, "StaffMember", NULL, NULL, NULL, "a" },
  { "promote", FOYER_STAFF_CHANGE, "StaffMember", MEMBER ("st-6"), "role", "admin", "a" },
  { "promote-oneself", FOYER_STAFF_CHANGE, "StaffMember", MEMBER ("st-5"), "role", "admin", "a" },
  { "let-oneself-in-again", FOYER_STAFF_CHANGE, "StaffMember", MEMBER ("st-5"), "active", NULL, "a" },
  { "change-own-login", FOYER_STAFF_CHANGE, "StaffMember", MEMBER ("st-5"), "email", NULL, "a" },
  { "change-own-name", FOYER_STAFF_CHANGE, "StaffMember", MEMBER ("st-5"), "name", NULL, "aov" },
  { "change-own-mails", FOYER_STAFF_CHANGE, "StaffMember", MEMBER ("st-5"), "mailBookings", NULL, "aov" },
  { "change-another-name", FOYER_STAFF_CHANGE, "StaffMember", MEMBER ("st-6"), "name", NULL, "a" },
  { "remove-oneself", FOYER_STAFF_DESTROY, "StaffMember", MEMBER ("st-5"), NULL, NULL, "a" },

  { "sign-off-own-device", FOYER_STAFF_CHANGE, "Device", DEVICE ("st-5"), "status", "revoked", "aov" },
  { "sign-off-another-device", FOYER_STAFF_CHANGE, "Device", DEVICE ("st-6"), "status", "revoked", "a" },

  { "remove-a-device", FOYER_STAFF_DESTROY, "Device", REVOKED_DEVICE ("st-6"), NULL, NULL, "" },
  { "revive-own-device", FOYER_STAFF_CHANGE, "Device", REVOKED_DEVICE ("st-5"), "status", "active", "" },
  { "revive-another-device", FOYER_STAFF_CHANGE, "Device", REVOKED_DEVICE ("st-6"), "status", "active", "" },

  { "note-a-look", FOYER_STAFF_CREATE, "AuditEvent", NULL, NULL, NULL, "aov" },
  { "note-that-one-looked", FOYER_STAFF_CREATE, "AuditEvent", NULL, "verb", "preview", "aov" },
  { "note-that-oneself-looked", FOYER_STAFF_CREATE, "AuditEvent", NULL, "actorId", "st-5", "aov" },
  { "note-that-another-looked", FOYER_STAFF_CREATE, "AuditEvent", NULL, "actorId", "st-6", "" },
  { "note-that-a-client-looked", FOYER_STAFF_CREATE, "AuditEvent", NULL, "actor", "person", "" },
  { "note-a-look-in-the-portal", FOYER_STAFF_CREATE, "AuditEvent", NULL, "origin", "portal", "" },
  { "write-the-log", FOYER_STAFF_CREATE, "AuditEvent", NULL, "verb", "approve", "" },
  { "change-the-log", FOYER_STAFF_CHANGE, "AuditEvent", NULL, "verb", "preview", "" },
  { "destroy-the-log", FOYER_STAFF_DESTROY, "AuditEvent", NULL, NULL, NULL, "" },
  { "change-a-delivery", FOYER_STAFF_CHANGE, "Delivery", NULL, "status", NULL, "" },
  { "forge-a-signature", FOYER_STAFF_CREATE, "Signature", NULL, NULL, NULL, "" },
};
/* clang-format on */

static FoyerFinding *
check (FoyerTestBusiness *test, const Case *at, FoyerStaffMemberRole role)
{
  const FoyerRecordType *type = foyer_record_type_by_name (at->type);
  g_autofree char *self = foyer_test_id ("st-5");
  g_autoptr (FoyerRecord) record
      = at->record == NULL ? NULL : foyer_test_business_make (test, at->record, NULL);
  g_autofree char *word = at->value != NULL && g_str_has_prefix (at->value, "st-") ? foyer_test_id (at->value)
                                                                                   : g_strdup (at->value);
  g_autoptr (JsonNode) value = word == NULL ? NULL : json_node_init_string (json_node_alloc (), word);
  const FoyerStaffDeed deed = {
    .role = role,
    .staff_id = self,
    .verb = at->verb,
    .type = type,
    .record = record,
    .field = at->field == NULL ? NULL : foyer_record_type_field (type, at->field),
    .value = value,
  };

  g_assert_nonnull (type);
  g_assert_true (at->field == NULL || deed.field != NULL);
  return foyer_staff_rights_check (&deed, "en-US");
}

static void
test_case (gconstpointer data)
{
  static const FoyerStaffMemberRole roles[] = { ADMIN, OFFICE, VIEWER };
  static const char letters[] = "aov";
  const Case *at = data;
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("UTC");

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    g_autoptr (FoyerFinding) finding = check (test, at, roles[i]);
    gboolean may = strchr (at->who, letters[i]) != NULL;

    g_test_message ("%c: %s", letters[i], finding->sentence);
    g_assert_cmpint (finding->verdict == FOYER_VERDICT_PASS, ==, may);
    g_assert_cmpstr (finding->rule, ==, "X18");
    g_assert_false (!may && finding->may_override);
  }
}

static void
test_sentences (void)
{
  static const Case publish = { "", FOYER_STAFF_CHANGE, "PortalSettings", NULL, NULL, NULL, "" };
  static const Case log = { "", FOYER_STAFF_CHANGE, "AuditEvent", NULL, NULL, NULL, "" };
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("UTC");
  g_autoptr (FoyerFinding) office = check (test, &publish, OFFICE);
  g_autoptr (FoyerFinding) viewer = check (test, &publish, VIEWER);
  g_autoptr (FoyerFinding) server = check (test, &log, ADMIN);

  g_assert_cmpstr (office->sentence, ==, "Only an administrator can change the portal's settings");
  g_assert_cmpstr (office->fix, ==, "Submit it for publishing");
  g_assert_cmpstr (viewer->sentence, ==, "A viewer can look but not change anything");
  g_assert_cmpstr (server->sentence, ==, "Only the server writes the log");
}

/* Who adds a record type decides in the table whose it is. */
static void
test_every_type (void)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    if (!foyer_staff_rights_knows (types[i]))
      g_error ("src/rules/foyer-staff-rights.c does not say who may change %s", types[i]->name);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/staff-rights/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/staff-rights/sentences", test_sentences);
  g_test_add_func ("/staff-rights/every-type-is-somebodys", test_every_type);
  return g_test_run ();
}
