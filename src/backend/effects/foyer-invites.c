/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invites.c - invites are handed over, opened, used and made anew */

#include "effects/foyer-invites.h"

#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-portal-logins.h"
#include "accounts/foyer-secret.h"
#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/invite.h"
#include "types/portal_person.h"

#include <string.h>

/* Of the letters and digits that nobody mistakes for each other: 79 bits in four groups. */
#define LETTERS "abcdefghjkmnpqrstuvwxyz23456789"
#define N_LETTERS 16
#define GROUP_LENGTH 4

#define AT_ONCE 50

gboolean
foyer_invite_is_open (FoyerRecord *invite)
{
  FoyerInviteStatus status = (FoyerInviteStatus) foyer_invite_get_status (invite);

  return status != FOYER_INVITE_REGISTERED && status != FOYER_INVITE_EXPIRED
         && status != FOYER_INVITE_REVOKED;
}

gboolean
foyer_invite_finds_login (FoyerTransaction *transaction,
                          const char *person_id,
                          const char *address,
                          gboolean *has_login,
                          GError **error)
{
  g_autoptr (GPtrArray) ids
      = foyer_portal_logins_find_people (transaction->database, transaction->organisation, address, error);

  *has_login = FALSE;
  for (guint i = 0; ids != NULL && i < ids->len && !*has_login; i++) {
    g_autoptr (FoyerRecord) person = NULL;

    if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type, ids->pdata[i], &person,
                                      error))
      return FALSE;
    if (person == NULL || foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_ACTIVE)
      continue;
    /* Whoever staff made active has finished nothing yet. */
    *has_login = g_strcmp0 (foyer_record_get_id (person), person_id) != 0
                 || FOYER_HAS (person, portal_person, registered_at);
  }
  return ids != NULL;
}

/* --- Secrets --- */

char *
foyer_invite_make_link (FoyerTransaction *transaction, JsonObject *invite, gint64 expires_at, GError **error)
{
  const char *email = foyer_json_object_text (invite, "email");
  g_autofree char *address = g_ascii_strdown (email == NULL ? "" : email, -1);
  const char *portal = transaction->portal_url == NULL ? "" : transaction->portal_url;
  FoyerMailedLink link = { .kind = FOYER_MAILED_INVITE,
                           .address = address,
                           .person_id = (char *) foyer_json_object_text (invite, "personId"),
                           .invite_id = (char *) foyer_json_object_text (invite, "id"),
                           .issued_at = transaction->now,
                           .expires_at = expires_at };
  char *secret = foyer_mailed_links_issue (transaction->database, transaction->random,
                                           transaction->organisation, &link, error);
  char *url;

  if (secret == NULL)
    return NULL;
  json_object_set_string_member (invite, "lastFour", secret + strlen (secret) - 4);
  url = g_strconcat (portal, "/i/", secret, NULL);
  foyer_secret_free (secret);
  return url;
}

static char *
generate_password (FoyerRandom *random)
{
  GString *password = g_string_new (NULL);

  for (guint i = 0; i < N_LETTERS; i++) {
    if (i > 0 && i % GROUP_LENGTH == 0)
      g_string_append_c (password, '-');
    g_string_append_c (password, LETTERS[foyer_random_below (random, sizeof LETTERS - 1)]);
  }
  return g_string_free (password, FALSE);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, why);
  return FALSE;
}

/* Only initial passwords are replaced: one that its owner chose is theirs (L16). */
static char *
renew_password (FoyerTransaction *transaction, FoyerRecord *invite, GError **error)
{
  const char *address = foyer_invite_get_email (invite);
  gboolean has_login = FALSE;
  char *password;

  if (!foyer_invite_finds_login (transaction, foyer_invite_get_person_id (invite), address, &has_login,
                                 error))
    return NULL;
  if (has_login) {
    refuse (error, "This address signs in already and has its own password");
    return NULL;
  }
  password = generate_password (transaction->random);
  if (foyer_portal_logins_set (transaction->database, transaction->random, transaction->organisation, address,
                               password, TRUE, transaction->now, error))
    return password;
  foyer_secret_free (password);
  return NULL;
}

static char *
renew_link (FoyerTransaction *transaction, FoyerRecord *invite, JsonObject *json, GError **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  char *link = NULL;

  if (foyer_mailed_links_revoke_invite (transaction->database, transaction->organisation,
                                        foyer_record_get_id (invite), transaction->now, error))
    link = foyer_invite_make_link (transaction, json, foyer_invite_get_expires_at (invite), error);
  /* Staff hand it over now; no mail will tell that it left. */
  if (!foyer_invite_get_send_mail (invite) && foyer_invite_get_status (invite) == FOYER_INVITE_QUEUED) {
    json_object_set_string_member (json, "status", "sent");
    json_object_set_string_member (json, "sentAt", now);
  }
  return link;
}

static gboolean
put (FoyerTransaction *transaction, JsonObject *json, const char *verb, JsonObject *before, GError **error)
{
  g_autoptr (FoyerRecord) stored = foyer_transaction_put (transaction, &foyer_invite_type, json, error);

  return stored != NULL
         && foyer_audit_write (transaction, &foyer_invite_type, verb, verb, before, json, error);
}

char *
foyer_invite_renew_secret (FoyerTransaction *transaction, FoyerRecord *invite, GError **error)
{
  g_autoptr (JsonObject) before = foyer_record_to_json (invite);
  g_autoptr (JsonObject) after = foyer_record_to_json (invite);
  FoyerInviteDelivery delivery = (FoyerInviteDelivery) foyer_invite_get_delivery (invite);
  char *secret = NULL;

  if (!foyer_invite_is_open (invite) || foyer_invite_get_expires_at (invite) <= transaction->now)
    refuse (error, "This invite is over; make a new one");
  else if (delivery == FOYER_INVITE_DELIVERY_STAFF_PASSWORD)
    refuse (error, "Whoever set the password knows it; it is kept nowhere");
  else if (delivery == FOYER_INVITE_DELIVERY_GENERATED_PASSWORD)
    secret = renew_password (transaction, invite, error);
  else
    secret = renew_link (transaction, invite, after, error);
  if (secret == NULL || put (transaction, after, "issue", before, error))
    return secret;
  foyer_secret_free (secret);
  return NULL;
}

gboolean
foyer_invite_forget_password (FoyerTransaction *transaction, JsonObject *invite, GError **error)
{
  const char *address = foyer_json_object_text (invite, "email");

  return strcmp (foyer_json_object_text (invite, "delivery"), "link") == 0 || address == NULL
         || foyer_portal_logins_forget_initial (transaction->database, transaction->organisation, address,
                                                error);
}

/* --- What happened --- */

static void
set_time (JsonObject *json, const char *name, gint64 seconds)
{
  g_autofree char *text = foyer_utc_format (seconds);

  json_object_set_string_member (json, name, text);
}

gboolean
foyer_invite_note_opened (FoyerTransaction *transaction, FoyerRecord *invite, GError **error)
{
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (FOYER_HAS (invite, invite, opened_at))
    return TRUE;
  json = foyer_record_to_json (invite);
  json_object_set_string_member (json, "status", "opened");
  set_time (json, "openedAt", transaction->now);
  if (!FOYER_HAS (invite, invite, delivered_at))
    set_time (json, "deliveredAt", transaction->now);
  stored = foyer_transaction_put (transaction, &foyer_invite_type, json, error);
  return stored != NULL;
}

static gboolean
activate (FoyerTransaction *transaction, const char *person_id, GError **error)
{
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type, person_id, &person,
                                    error))
    return FALSE;
  if (person == NULL)
    return refuse (error, "The person is gone");
  before = foyer_record_to_json (person);
  after = foyer_json_copy_object (before);
  json_object_set_string_member (after, "status", "active");
  json_object_set_string_member (after, "mail", "good");
  json_object_remove_member (after, "mailReason");
  if (!FOYER_HAS (person, portal_person, registered_at))
    set_time (after, "registeredAt", transaction->now);
  stored = foyer_transaction_put (transaction, &foyer_portal_person_type, after, error);
  return stored != NULL
         && foyer_audit_write (transaction, &foyer_portal_person_type, "register", "register", before, after,
                               error);
}

gboolean
foyer_invite_note_registered (FoyerTransaction *transaction, FoyerRecord *invite, GError **error)
{
  g_autoptr (JsonObject) before = foyer_record_to_json (invite);
  g_autoptr (JsonObject) after = foyer_json_copy_object (before);

  json_object_set_string_member (after, "status", "registered");
  set_time (after, "registeredAt", transaction->now);
  if (!FOYER_HAS (invite, invite, opened_at))
    set_time (after, "openedAt", transaction->now);
  return activate (transaction, foyer_invite_get_person_id (invite), error)
         && foyer_mailed_links_use_up_invite (transaction->database, transaction->organisation,
                                              foyer_record_get_id (invite), transaction->now, error)
         && put (transaction, after, "register", before, error);
}

gboolean
foyer_invite_send_again (FoyerTransaction *transaction, FoyerRecord *invite, GError **error)
{
  static const char *const kept[] = { "clientId", "personId", "email", "note", "include", NULL };
  g_autoptr (JsonObject) old = foyer_record_to_json (invite);
  g_autoptr (JsonObject) again = json_object_new ();
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_invite_type);
  g_autoptr (JsonObject) refusal = NULL;

  json_object_set_string_member (again, "id", id);
  for (guint i = 0; kept[i] != NULL; i++) {
    JsonNode *value = json_object_get_member (old, kept[i]);

    if (value != NULL)
      json_object_set_member (again, kept[i], json_node_copy (value));
  }
  json_object_set_string_member (again, "replacesId", foyer_record_get_id (invite));
  foyer_record_type_fill_defaults (&foyer_invite_type, again);
  if (foyer_invite_effects_apply (transaction, NULL, again, &refusal))
    return put (transaction, again, "send again", NULL, error);
  return refuse (error, foyer_json_object_text (refusal, "description"));
}

/* --- Running out --- */

static FoyerQuery *
make_late_query (FoyerTransaction *transaction, FoyerInviteStatus status)
{
  FoyerQuery *query = foyer_query_new (&foyer_invite_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  foyer_query_where_number (query, "expiresAt", FOYER_COMPARE_LESS, transaction->now + 1);
  return query;
}

static gboolean
expire (FoyerTransaction *transaction, FoyerRecord *invite, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (invite);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (json, "status", "expired");
  if (!foyer_invite_forget_password (transaction, json, error))
    return FALSE;
  stored = foyer_transaction_put (transaction, &foyer_invite_type, json, error);
  return stored != NULL;
}

gboolean
foyer_invites_expire (FoyerTransaction *transaction, gpointer nothing, GError **error)
{
  for (int status = FOYER_INVITE_QUEUED; status < FOYER_INVITE_REGISTERED; status++) {
    g_autoptr (FoyerQuery) query = make_late_query (transaction, (FoyerInviteStatus) status);
    g_autoptr (GPtrArray) late = NULL;

    foyer_query_limit (query, AT_ONCE);
    late = foyer_record_source_list (transaction->source, query, error);
    if (late == NULL)
      return FALSE;
    for (guint i = 0; i < late->len; i++) {
      if (!expire (transaction, late->pdata[i], error))
        return FALSE;
    }
  }
  return TRUE;
}

gint64
foyer_invites_count_late (FoyerTransaction *transaction, GError **error)
{
  gint64 count = 0;

  for (int status = FOYER_INVITE_QUEUED; status < FOYER_INVITE_REGISTERED; status++) {
    g_autoptr (FoyerQuery) query = make_late_query (transaction, (FoyerInviteStatus) status);
    gint64 late = foyer_record_source_count (transaction->source, query, error);

    if (late < 0)
      return -1;
    count += late;
  }
  return count;
}
