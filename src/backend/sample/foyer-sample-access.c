/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-access.c - the people of a client, their invites, links and sessions */

#include "foyer-sample-parts.h"

#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/sign_in_event.h"

#define ALL_SCOPES FOYER_SCOPE_WORDS

#define MAIL_ON "{\"email\":true,\"sms\":false}"
#define NOTIFICATIONS \
  "{\"booked\":" MAIL_ON ",\"en_route\":{\"email\":false,\"sms\":true},\"done\":" MAIL_ON \
  ",\"invoice\":" MAIL_ON ",\"quote\":" MAIL_ON ",\"message\":" MAIL_ON "}"

typedef struct {
  FoyerSampleClient *client;
  guint index; /* among the client's people */
  guint turn;  /* among all people */
  const char *role;
  const char *permissions;
  const char *status;
  const char *invite; /* status of the last one */
  gint64 invited_at;
} Person;

/* What a role begins with. The accounts people of this business may also book. */
static const char *
get_permissions (const char *role)
{
  if (g_str_equal (role, "owner"))
    return FOYER_PERMISSION_WORDS;
  if (g_str_equal (role, "accounts"))
    return "raise_requests approve_quotes sign pay see_money book message";
  if (g_str_equal (role, "site_contact"))
    return "raise_requests book message";
  return "";
}

static const char *
choose_role (const Person *person)
{
  static const char *const roles[] = { "accounts", "owner", "site_contact" };

  if (person->turn % 8 == 7)
    return "read_only";
  return person->client->company ? roles[person->index] : "owner";
}

/* Of each eight people five are in, two are invited and one is out; what became of the invites goes around, too. */
static void
choose_states (FoyerSampleMaker *maker, Person *person)
{
  static const char *const invites[]
      = { "delivered", "expired", "bounced", "opened", "sent", "revoked", "queued" };

  switch (person->turn % 8) {
  case 2:
  case 5:
    person->status = "invited";
    person->invite = invites[maker->invite_number++ % G_N_ELEMENTS (invites)];
    person->invited_at = foyer_sample_moment (maker, g_str_equal (person->invite, "expired") ? -12 : -2, 605);
    if (g_str_equal (person->invite, "queued"))
      person->invited_at = maker->now - FOYER_SAMPLE_MINUTE;
    break;
  case 6:
    person->status = person->turn % 16 == 6 ? "disabled" : "removed";
    person->invite = "registered";
    person->invited_at = person->client->since + FOYER_SAMPLE_DAY;
    break;
  default:
    person->status = "active";
    person->invite = "registered";
    person->invited_at = person->client->since + FOYER_SAMPLE_DAY;
  }
}

static gboolean
is_in (const Person *person)
{
  return g_str_equal (person->status, "active");
}

static void
add_person (FoyerSampleMaker *maker, Person *person)
{
  FoyerSampleClient *client = person->client;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_portal_person_type, NULL, person->invited_at);
  gboolean registered = g_str_equal (person->invite, "registered");
  gboolean bounced = g_str_equal (person->invite, "bounced");
  g_autofree char *phone = foyer_sample_phone (maker);
  gint64 seen = is_in (person)
                    ? maker->now - (gint64) (1 + foyer_sample_below (maker, 20 * 24)) * FOYER_SAMPLE_HOUR
                    : foyer_sample_moment (maker, -31, 800);

  client->person_ids[person->index] = g_strdup (foyer_sample_get_id (record));
  if (client->booker_id == NULL && is_in (person) && !g_str_equal (person->role, "read_only"))
    client->booker_id = g_strdup (foyer_sample_get_id (record));
  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "name", client->person_names[person->index]);
  foyer_sample_text (record, "email", client->person_emails[person->index]);
  foyer_sample_text (record, "phone", foyer_sample_chance (maker, 85) ? phone : NULL);
  foyer_sample_text (record, "role", person->role);
  foyer_sample_text (record, "status", person->status);
  foyer_sample_words (record, "permissions", person->permissions);
  if (g_str_equal (person->role, "site_contact"))
    foyer_sample_words (record, "propertyIds", client->property_ids[0]);
  foyer_sample_parse (record, "notifications", NOTIFICATIONS);
  foyer_sample_boolean (record, "smsOptIn", foyer_sample_chance (maker, 40));
  foyer_sample_text (record, "mail", bounced ? "bounced" : registered ? "good" : "unknown");
  foyer_sample_text (record, "mailReason", bounced ? "The mailbox is full." : NULL);
  foyer_sample_text (record, "sentTo", client->person_emails[person->index]);
  if (registered) {
    foyer_sample_boolean (record, "hasPassword", person->turn % 3 != 0);
    foyer_sample_time (record, "registeredAt", person->invited_at + FOYER_SAMPLE_DAY);
    foyer_sample_time (record, "firstSeenAt", person->invited_at + FOYER_SAMPLE_DAY + 90);
    foyer_sample_time (record, "lastSeenAt", seen);
  }
  if (person->turn == 4)
    foyer_sample_time (record, "lockedUntil", maker->now + 20 * FOYER_SAMPLE_MINUTE);
  foyer_sample_end (record);
}

/* How far an invite of each status came, in the order of its times. */
static guint
count_steps (const char *status)
{
  static const char *const steps[] = { "queued", "sent", "delivered", "opened", "registered" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (g_str_equal (steps[i], status))
      return i;
  }
  return g_str_equal (status, "bounced") ? 1 : 2;
}

static char *
add_invite (FoyerSampleMaker *maker,
            const Person *person,
            const char *status,
            gint64 at,
            const char *replaces)
{
  static const char *const ways[] = { "link", "link", "staff_password", "link", "generated_password" };
  FoyerSampleClient *client = person->client;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_invite_type, NULL, at);
  guint steps = count_steps (status);
  g_autofree char *last_four = foyer_sample_last_four (maker);
  char *id = g_strdup (foyer_sample_get_id (record));

  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "personId", client->person_ids[person->index]);
  foyer_sample_text (record, "email", client->person_emails[person->index]);
  foyer_sample_text (record, "delivery", ways[person->turn % G_N_ELEMENTS (ways)]);
  foyer_sample_text (record, "note",
                     person->turn % 4 == 0 ? "As we said on the phone: here is your access." : NULL);
  foyer_sample_words (record, "include", "sign_in quotes pay requests leaflet");
  foyer_sample_text (record, "replacesId", replaces);
  foyer_sample_text (record, "status", status);
  foyer_sample_text (record, "lastFour", last_four);
  foyer_sample_text (record, "invitedBy", maker->staff_ids[person->turn % 2]);
  foyer_sample_time (record, "expiresAt", at + 7 * FOYER_SAMPLE_DAY);
  foyer_sample_time (record, "sentAt", steps < 1 ? 0 : at + 12);
  foyer_sample_time (record, "deliveredAt", steps < 2 ? 0 : at + 15);
  foyer_sample_time (record, "openedAt", steps < 3 ? 0 : at + 5 * FOYER_SAMPLE_HOUR);
  foyer_sample_time (record, "registeredAt", steps < 4 ? 0 : at + FOYER_SAMPLE_DAY);
  if (g_str_equal (status, "bounced")) {
    foyer_sample_time (record, "bouncedAt", at + 60);
    foyer_sample_text (record, "bounceReason", "The mailbox is full.");
  }
  if (g_str_equal (status, "revoked")) {
    foyer_sample_time (record, "revokedAt", at + 3 * FOYER_SAMPLE_HOUR);
    foyer_sample_text (record, "revokedBy", maker->staff_ids[FOYER_SAMPLE_ANA]);
  }
  foyer_sample_end (record);
  return id;
}

static void
deliver_invite (FoyerSampleMaker *maker,
                const Person *person,
                const char *invite_id,
                const char *status,
                gint64 at)
{
  gboolean bounced = g_str_equal (status, "bounced");
  const FoyerSampleDelivery delivery = {
    .client = person->client,
    .person_id = person->client->person_ids[person->index],
    .channel = "email",
    .kind = "invite",
    .to = person->client->person_emails[person->index],
    .subject = "Your access to Northwind Heating & Air",
    .about_id = invite_id,
    .status = bounced                          ? "bounced"
              : g_str_equal (status, "queued") ? "queued"
              : g_str_equal (status, "sent")   ? "sent"
                                               : "delivered",
    .reason = bounced ? "The mailbox is full." : NULL,
    .at = at,
  };

  foyer_sample_add_delivery (maker, &delivery);
}

static void
add_invites (FoyerSampleMaker *maker, const Person *person)
{
  g_autofree char *before = NULL;
  g_autofree char *id = NULL;

  /* Some had to be invited twice. */
  if (person->turn % 5 == 3)
    before = add_invite (maker, person, "expired", person->invited_at - 9 * FOYER_SAMPLE_DAY, NULL);
  id = add_invite (maker, person, person->invite, person->invited_at, before);
  deliver_invite (maker, person, id, person->invite, person->invited_at);
}

static void
add_event (FoyerSampleMaker *maker,
           const Person *person,
           const char *method,
           const char *outcome,
           const char *session_id,
           gint64 at)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_sign_in_event_type, NULL, at);
  gboolean unknown = g_str_equal (outcome, "unknown");
  g_autofree char *address = foyer_sample_address (maker);

  foyer_sample_time (record, "at", at);
  foyer_sample_text (record, "clientId", unknown ? NULL : person->client->id);
  foyer_sample_text (record, "personId", unknown ? NULL : person->client->person_ids[person->index]);
  foyer_sample_text (record, "sessionId", session_id);
  foyer_sample_text (record, "method", method);
  foyer_sample_text (record, "outcome", outcome);
  foyer_sample_text (record, "email",
                     unknown ? "somebody@elsewhere.example" : person->client->person_emails[person->index]);
  foyer_sample_text (record, "reason",
                     g_str_equal (outcome, "scanner") ? "Used 4 s after sending, from a data centre." : NULL);
  foyer_sample_text (record, "agent", foyer_sample_pick (maker, foyer_sample_agents));
  foyer_sample_text (record, "address", address);
  foyer_sample_boolean (record, "newDevice", foyer_sample_chance (maker, 15));
  foyer_sample_end (record);
}

static void
add_session (FoyerSampleMaker *maker, const Person *person, gint64 at, gboolean ended)
{
  static const char *const methods[] = { "email_link", "password", "email_code", "phone_check", "sso" };
  FoyerSampleClient *client = person->client;
  const char *method = methods[person->turn % G_N_ELEMENTS (methods)];
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_portal_session_type, NULL, at);
  g_autofree char *id = g_strdup (foyer_sample_get_id (record));
  g_autofree char *address = foyer_sample_address (maker);
  gint64 published_at = foyer_sample_moment (maker, -12, 780);

  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "personId", client->person_ids[person->index]);
  foyer_sample_text (record, "method", method);
  foyer_sample_text (record, "status", ended ? "ended" : "open");
  foyer_sample_time (record, "startedAt", at);
  foyer_sample_time (record, "seenAt", MIN (at + 50 * FOYER_SAMPLE_MINUTE, maker->now));
  foyer_sample_time (record, "expiresAt", at + 72 * FOYER_SAMPLE_HOUR);
  foyer_sample_time (record, "endedAt", ended ? at + FOYER_SAMPLE_HOUR : 0);
  foyer_sample_integer (record, "settingsVersion",
                        at >= published_at ? FOYER_SAMPLE_VERSION : FOYER_SAMPLE_VERSION - 1);
  foyer_sample_words (record, "scopes", ALL_SCOPES);
  foyer_sample_words (record, "permissions", person->permissions);
  foyer_sample_text (record, "agent", foyer_sample_pick (maker, foyer_sample_agents));
  foyer_sample_text (record, "address", address);
  foyer_sample_end (record);
  add_event (maker, person, method, "signed_in", id, at);
}

static void
add_visits_of_person (FoyerSampleMaker *maker, const Person *person)
{
  static const char *const outcomes[]
      = { "sent",    "opened",      "wrong",        "expired", "used",    "revoked",
          "unknown", "not_allowed", "rate_limited", "locked",  "scanner", "signed_out" };
  gint64 today = foyer_sample_moment (maker, 0, 0);

  add_event (maker, person, "email_link", outcomes[person->turn % G_N_ELEMENTS (outcomes)], NULL,
             today - (gint64) (1 + person->turn % 9) * FOYER_SAMPLE_DAY + 37000);
  if (!is_in (person))
    return;
  add_session (maker, person, today - 16 * FOYER_SAMPLE_DAY + 30000, TRUE);
  if (person->turn % 2 == 0)
    add_session (maker, person, maker->now - (gint64) (2 + person->turn % 60) * FOYER_SAMPLE_HOUR, FALSE);
}

/* A link that staff sent, alive for most, and one of another origin now and then. */
static void
add_link (FoyerSampleMaker *maker, FoyerSampleClient *client, guint index)
{
  static const char *const origins[] = { "staff", "staff", "document", "staff", "message" };
  gint64 at = foyer_sample_moment (maker, -20 - (int) (index % 80), 640);
  gint64 made_at = MAX (at, client->since + FOYER_SAMPLE_DAY);
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_portal_link_type, NULL, made_at);
  g_autofree char *last_four = foyer_sample_last_four (maker);

  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "personId", index % 3 == 0 ? client->person_ids[0] : NULL);
  foyer_sample_text (record, "origin", origins[index % G_N_ELEMENTS (origins)]);
  if (index % 6 == 5)
    foyer_sample_words (record, "scopes", "invoices");
  if (index % 9 == 4)
    foyer_sample_words (record, "may", "message");
  foyer_sample_text (record, "status", index % 7 == 3 ? "revoked" : "live");
  foyer_sample_time (record, "expiresAt", made_at + 90 * FOYER_SAMPLE_DAY);
  foyer_sample_text (record, "lastFour", last_four);
  foyer_sample_time (record, "issuedAt", made_at);
  foyer_sample_time (record, "openedAt", index % 4 == 0 ? 0 : made_at + 6 * FOYER_SAMPLE_HOUR);
  foyer_sample_integer (record, "openCount", index % 4 == 0 ? 0 : 1 + foyer_sample_below (maker, 9));
  if (index % 7 == 3) {
    foyer_sample_time (record, "revokedAt", maker->now - FOYER_SAMPLE_DAY);
    foyer_sample_text (record, "revokedBy", maker->staff_ids[FOYER_SAMPLE_ANA]);
    foyer_sample_changed (record, maker->staff_ids[FOYER_SAMPLE_ANA], maker->now - FOYER_SAMPLE_DAY);
  }
  foyer_sample_end (record);
}

void
foyer_sample_add_access (FoyerSampleMaker *maker, FoyerSampleClient *client, guint index)
{
  for (guint i = 0; i < client->n_people; i++) {
    Person person = { .client = client, .index = i, .turn = maker->person_number++ };

    person.role = choose_role (&person);
    person.permissions = get_permissions (person.role);
    choose_states (maker, &person);
    add_person (maker, &person);
    add_invites (maker, &person);
    add_visits_of_person (maker, &person);
  }
  add_link (maker, client, index);
}
