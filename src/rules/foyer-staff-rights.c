/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-staff-rights.c - who in the office may do what */

#include "foyer-staff-rights.h"

#include "foyer-sentence.h"

#include "types/device.h"
#include "types/settings_proposal.h"

#include <string.h>

typedef enum {
  AREA_WORK,          /* the office's daily work */
  AREA_CONFIGURATION, /* administrators only */
  AREA_PEOPLE,        /* administrators, and everybody about themselves */
  AREA_DEVICES,       /* administrators, and everybody their own */
  AREA_PROPOSALS,     /* the office prepares, administrators publish */
  AREA_LOG,           /* the server writes it; everybody that they looked */
} Area;

typedef struct {
  const char *type;
  Area area;
  const char *what; /* after "can change"; the catalogues hold it */
} Line;

static const Line lines[] = {
  { "Organisation", AREA_CONFIGURATION, FOYER_MARK ("the organisation") },
  { "StaffMember", AREA_PEOPLE, FOYER_MARK ("staff") },
  { "Device", AREA_DEVICES, FOYER_MARK ("the devices of others") },
  { "Label", AREA_WORK, FOYER_MARK ("labels") },
  { "Service", AREA_CONFIGURATION, FOYER_MARK ("services") },
  { "CrewMember", AREA_WORK, FOYER_MARK ("crew") },
  { "Availability", AREA_WORK, FOYER_MARK ("working hours") },
  { "Template", AREA_CONFIGURATION, FOYER_MARK ("templates") },
  { "SavedReply", AREA_WORK, FOYER_MARK ("saved replies") },
  { "Domain", AREA_CONFIGURATION, FOYER_MARK ("domains") },
  { "PortalSettings", AREA_CONFIGURATION, FOYER_MARK ("the portal's settings") },
  { "SettingsProposal", AREA_PROPOSALS, FOYER_MARK ("the proposals of others") },
  { "SettingsVersion", AREA_CONFIGURATION, FOYER_MARK ("what is published when") },
  { "Client", AREA_WORK, FOYER_MARK ("clients") },
  { "Property", AREA_WORK, FOYER_MARK ("properties") },
  { "PortalPerson", AREA_WORK, FOYER_MARK ("access") },
  { "Invite", AREA_WORK, FOYER_MARK ("invites") },
  { "PortalLink", AREA_WORK, FOYER_MARK ("links") },
  { "PortalSession", AREA_WORK, FOYER_MARK ("sessions") },
  { "SignInEvent", AREA_WORK, FOYER_MARK ("sign-ins") },
  { "Document", AREA_WORK, FOYER_MARK ("documents") },
  { "Plan", AREA_WORK, FOYER_MARK ("plans") },
  { "Contract", AREA_WORK, FOYER_MARK ("contracts") },
  { "Equipment", AREA_WORK, FOYER_MARK ("equipment") },
  { "Request", AREA_WORK, FOYER_MARK ("requests") },
  { "Booking", AREA_WORK, FOYER_MARK ("bookings") },
  { "Visit", AREA_WORK, FOYER_MARK ("visits") },
  { "Conversation", AREA_WORK, FOYER_MARK ("conversations") },
  { "Message", AREA_WORK, FOYER_MARK ("messages") },
  { "Quote", AREA_WORK, FOYER_MARK ("quotes") },
  { "QuoteVersion", AREA_WORK, FOYER_MARK ("quotes") },
  { "Invoice", AREA_WORK, FOYER_MARK ("invoices") },
  { "Payment", AREA_WORK, FOYER_MARK ("payments") },
  { "Photo", AREA_WORK, FOYER_MARK ("photos") },
  { "ProofPack", AREA_WORK, FOYER_MARK ("proof") },
  { "CallNote", AREA_WORK, FOYER_MARK ("call notes") },
  { "Review", AREA_WORK, FOYER_MARK ("reviews") },
  { "Delivery", AREA_WORK, FOYER_MARK ("deliveries") },
  { "Signature", AREA_WORK, FOYER_MARK ("signatures") },
  { "AuditEvent", AREA_LOG, FOYER_MARK ("the log") },
};

static const Line unknown_line = { NULL, AREA_CONFIGURATION, FOYER_MARK ("this") };

static const Line *
find_line (const FoyerRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    if (strcmp (lines[i].type, type->name) == 0)
      return &lines[i];
  }
  return &unknown_line;
}

static FoyerFinding *
allow (const char *language)
{
  return foyer_finding_new ("X18", FOYER_VERDICT_PASS, foyer_plain_sentence (language, "Allowed"));
}

static FoyerFinding *
refuse (char *sentence, char *fix)
{
  FoyerFinding *finding = foyer_finding_new ("X18", FOYER_VERDICT_BLOCK, sentence);

  finding->may_override = FALSE;
  finding->fix = fix;
  return finding;
}

static FoyerFinding *
refuse_but_administrators (const Line *line, const char *language)
{
  return refuse (foyer_sentence (language, "Only an administrator can change {what}", "what",
                                 foyer_text (language, line->what), NULL),
                 line->type != NULL && strcmp (line->type, "PortalSettings") == 0
                     ? foyer_plain_sentence (language, "Submit it for publishing")
                     : foyer_plain_sentence (language, "Ask an administrator"));
}

/* What everybody may say about themselves: how they are called and told, not what they may do or how they sign in. */
static gboolean
is_about_oneself (const FoyerStaffDeed *deed)
{
  static const char *const own[]
      = { "name",         "phone", "title", "signOff", "language", "mailBookings", "mailCancellations",
          "mailMessages", NULL };

  if (deed->verb != FOYER_STAFF_CHANGE || deed->record == NULL
      || g_strcmp0 (foyer_record_get_id (deed->record), deed->staff_id) != 0)
    return FALSE;
  return deed->field == NULL || g_strv_contains (own, deed->field->name);
}

static gboolean
is_own_device (const FoyerStaffDeed *deed)
{
  return deed->verb == FOYER_STAFF_CHANGE && deed->record != NULL
         && g_strcmp0 (foyer_device_get_staff_id (deed->record), deed->staff_id) == 0;
}

static gboolean
is_own_proposal (const FoyerStaffDeed *deed)
{
  return deed->record != NULL
         && g_strcmp0 (foyer_settings_proposal_get_author_id (deed->record), deed->staff_id) == 0;
}

static const char *
get_word (const FoyerStaffDeed *deed)
{
  if (deed->value == NULL || !JSON_NODE_HOLDS_VALUE (deed->value)
      || json_node_get_value_type (deed->value) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (deed->value);
}

static gboolean
is_field (const FoyerStaffDeed *deed, const char *name)
{
  return deed->field != NULL && strcmp (deed->field->name, name) == 0;
}

/* What was signed out stays out, and its record with it: a device is signed in again by signing in. */
static gboolean
gives_back_device (const FoyerStaffDeed *deed)
{
  if (deed->verb == FOYER_STAFF_DESTROY)
    return TRUE;
  return deed->verb == FOYER_STAFF_CHANGE && is_field (deed, "status")
         && g_strcmp0 (get_word (deed), "revoked") != 0 && deed->record != NULL
         && foyer_device_get_status (deed->record) != FOYER_DEVICE_ACTIVE;
}

/* The office makes proposals, mends its own and takes them back; what becomes of them is for administrators. */
static FoyerFinding *
check_proposal (const FoyerStaffDeed *deed, const Line *line, const char *language)
{
  const char *word = get_word (deed);

  if (is_field (deed, "answer")
      || (is_field (deed, "status") && g_strcmp0 (word, "withdrawn") != 0 && g_strcmp0 (word, "open") != 0))
    return refuse (foyer_plain_sentence (language, "Only an administrator can answer a proposal"),
                   foyer_plain_sentence (language, "Ask an administrator"));
  if (deed->verb == FOYER_STAFF_CREATE && is_field (deed, "authorId")
      && g_strcmp0 (word, deed->staff_id) != 0)
    return refuse (foyer_plain_sentence (language, "Nobody proposes in the name of another"), NULL);
  if (deed->verb == FOYER_STAFF_CREATE || is_own_proposal (deed))
    return allow (language);
  return refuse_but_administrators (line, language);
}

/* A line by oneself, here, about looking at the portal: what stands beside that the server writes over. */
static gboolean
is_own_look (const FoyerStaffDeed *deed)
{
  const char *word = get_word (deed);

  if (deed->verb != FOYER_STAFF_CREATE)
    return FALSE;
  if (is_field (deed, "verb"))
    return g_strcmp0 (word, "preview") == 0;
  if (is_field (deed, "actor"))
    return g_strcmp0 (word, "staff") == 0;
  if (is_field (deed, "origin"))
    return g_strcmp0 (word, "console") == 0;
  return !is_field (deed, "actorId") || g_strcmp0 (word, deed->staff_id) == 0;
}

static FoyerFinding *
check_office (const FoyerStaffDeed *deed, const Line *line, const char *language)
{
  switch (line->area) {
  case AREA_WORK:
    if (is_field (deed, "erase"))
      return refuse (foyer_plain_sentence (language, "Only an administrator can erase somebody"),
                     foyer_plain_sentence (language, "Ask an administrator"));
    return allow (language);
  case AREA_PROPOSALS:
    return check_proposal (deed, line, language);
  case AREA_CONFIGURATION:
  case AREA_PEOPLE:
  case AREA_DEVICES:
  case AREA_LOG:
  default:
    return refuse_but_administrators (line, language);
  }
}

FoyerFinding *
foyer_staff_rights_check (const FoyerStaffDeed *deed, const char *language)
{
  const Line *line = find_line (deed->type);

  if (deed->verb == FOYER_STAFF_READ)
    return allow (language);
  if (line->area == AREA_LOG && is_own_look (deed))
    return allow (language);
  if ((deed->type->server_made || line->area == AREA_LOG) && deed->verb != FOYER_STAFF_ISSUE)
    return refuse (foyer_sentence (language, "Only the server writes {what}", "what",
                                   foyer_text (language, line->what), NULL),
                   NULL);
  if (line->area == AREA_DEVICES && gives_back_device (deed))
    return refuse (foyer_plain_sentence (language, "A device that was signed out stays signed out"),
                   foyer_plain_sentence (language, "Sign in on it again"));
  if ((line->area == AREA_PEOPLE && is_about_oneself (deed))
      || (line->area == AREA_DEVICES && is_own_device (deed)))
    return allow (language);

  switch (deed->role) {
  case FOYER_STAFF_MEMBER_ADMIN:
    return allow (language);
  case FOYER_STAFF_MEMBER_OFFICE:
    return check_office (deed, line, language);
  case FOYER_STAFF_MEMBER_VIEWER:
  default:
    return refuse (foyer_plain_sentence (language, "A viewer can look but not change anything"),
                   foyer_plain_sentence (language, "Ask an administrator for the Office role"));
  }
}

gboolean
foyer_staff_rights_knows (const FoyerRecordType *type)
{
  return find_line (type) != &unknown_line;
}
