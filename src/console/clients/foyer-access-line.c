/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-access-line.c - people, links and sessions of a client, as the office reads them */

#include "foyer-access-line.h"

#include "foyer-invite-steps.h"

#include "foyer-date.h"
#include "foyer-shared-words.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"

#include <glib/gi18n-lib.h>

static void
clear_verb (gpointer verb)
{
  g_free (((FoyerAccessVerb *) verb)->target);
}

static FoyerAccessLine *
create (FoyerRecord *record)
{
  FoyerAccessLine *line = g_new0 (FoyerAccessLine, 1);

  line->id = g_strdup (foyer_record_get_id (record));
  line->verbs = g_array_new (FALSE, FALSE, sizeof (FoyerAccessVerb));
  g_array_set_clear_func (line->verbs, clear_verb);
  return line;
}

void
foyer_access_line_free (FoyerAccessLine *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  g_array_unref (self->verbs);
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self);
}

const FoyerAccessVerb *
foyer_access_line_find (const FoyerAccessLine *self, const char *action)
{
  for (guint i = 0; i < self->verbs->len; i++) {
    const FoyerAccessVerb *verb = &g_array_index (self->verbs, FoyerAccessVerb, i);

    if (g_str_equal (verb->action, action))
      return verb;
  }
  return NULL;
}

static void
add (FoyerAccessLine *line, const char *label, const char *action, FoyerRecord *target)
{
  const FoyerAccessVerb verb = { label, action, g_strdup (foyer_record_get_id (target)), FALSE };

  g_array_append_val (line->verbs, verb);
}

/* What is offered at once, and not only in the menu. */
static void
offer (FoyerAccessLine *line, const char *label, const char *action, FoyerRecord *target)
{
  add (line, label, action, target);
  g_array_index (line->verbs, FoyerAccessVerb, line->verbs->len - 1).offered = TRUE;
}

static void
set_chip (FoyerAccessLine *line, const char *tone, const char *icon, const char *chip)
{
  line->chip_tone = tone;
  line->chip_icon = icon;
  line->chip = chip;
}

/* --- People --- */

static const char *
role_word (FoyerRecord *person)
{
  switch ((FoyerPortalPersonRole) foyer_portal_person_get_role (person)) {
  case FOYER_PORTAL_PERSON_ACCOUNTS:
    return _ ("Accounts");
  case FOYER_PORTAL_PERSON_SITE_CONTACT:
    return _ ("Site contact");
  case FOYER_PORTAL_PERSON_READ_ONLY:
    return _ ("Read only");
  case FOYER_PORTAL_PERSON_OWNER:
  default:
    return _ ("Owner");
  }
}

static gboolean
is_over (FoyerRecord *invite, gint64 now)
{
  FoyerInviteStatus status = (FoyerInviteStatus) foyer_invite_get_status (invite);

  return status == FOYER_INVITE_EXPIRED
         || (FOYER_HAS (invite, invite, expires_at) && foyer_invite_get_expires_at (invite) <= now);
}

static void
set_sent_chip (FoyerAccessLine *line, FoyerRecord *invite, gint64 now)
{
  gboolean opened = FOYER_HAS (invite, invite, opened_at);

  if (FOYER_HAS (invite, invite, expires_at)
      && foyer_invite_get_expires_at (invite) < now + 2 * FOYER_SECONDS_PER_DAY)
    set_chip (line, "warning", "alarm-symbolic", _ ("Expires soon"));
  else if (opened)
    set_chip (line, "plain neutral", "view-reveal-symbolic", _ ("Not finished"));
  else
    set_chip (line, "plain neutral", "view-conceal-symbolic", _ ("Not opened"));
}

static void
set_invite_chip (FoyerAccessLine *line, FoyerRecord *invite, gint64 now)
{
  FoyerInviteStatus status = (FoyerInviteStatus) foyer_invite_get_status (invite);

  if (status == FOYER_INVITE_BOUNCED)
    set_chip (line, "error", "dialog-error-symbolic", _ ("Mail bounced"));
  else if (status == FOYER_INVITE_REVOKED)
    set_chip (line, "plain neutral", "changes-prevent-symbolic", _ ("Invite revoked"));
  else if (is_over (invite, now))
    set_chip (line, "warning", "document-open-recent-symbolic", _ ("Expired"));
  else if (status == FOYER_INVITE_QUEUED)
    set_chip (line, "plain neutral", "document-open-recent-symbolic", _ ("Waiting to be sent"));
  else if (status != FOYER_INVITE_REGISTERED)
    set_sent_chip (line, invite, now);
}

static void
add_invite_verbs (FoyerAccessLine *line, FoyerRecord *person, FoyerRecord *invite, gint64 now)
{
  FoyerInviteStatus status = (FoyerInviteStatus) foyer_invite_get_status (invite);
  FoyerInviteDelivery delivery = (FoyerInviteDelivery) foyer_invite_get_delivery (invite);
  gboolean gone = status == FOYER_INVITE_REVOKED || status == FOYER_INVITE_REGISTERED;

  /* What has not left yet is cancelled in the Outbox, and the server makes nothing for it. */
  if (foyer_record_get_rev (invite) == 0)
    return;
  if (gone)
    offer (line, _ ("Invite Again…"), "invite-person", person);
  else
    offer (line, _ ("Re-send"), "resend", invite);
  if (gone || is_over (invite, now))
    return;
  if (delivery == FOYER_INVITE_DELIVERY_LINK)
    add (line, _ ("Copy New Link"), "copy", invite);
  else if (delivery == FOYER_INVITE_DELIVERY_GENERATED_PASSWORD)
    add (line, _ ("Copy New Password"), "copy", invite);
  add (line, _ ("Revoke the Invite…"), "revoke-invite", invite);
}

static char *
write_invite (FoyerRecord *invite, FoyerOfficeTime *time, gint64 now)
{
  g_autofree char *moment = NULL;

  if (invite == NULL)
    return g_strdup (_ ("Never invited"));
  if (FOYER_HAS (invite, invite, bounced_at) && foyer_invite_get_bounce_reason (invite) != NULL)
    return g_strdup_printf (_ ("Mail came back: %s"), foyer_invite_get_bounce_reason (invite));
  if (FOYER_HAS (invite, invite, opened_at)) {
    moment = foyer_office_time_moment_text (time, foyer_invite_get_opened_at (invite), now);
    return g_strdup_printf (_ ("Opened the invite %s"), moment);
  }
  if (FOYER_HAS (invite, invite, delivered_at)) {
    moment = foyer_office_time_moment_text (time, foyer_invite_get_delivered_at (invite), now);
    return g_strdup_printf (_ ("The invite arrived %s"), moment);
  }
  if (FOYER_HAS (invite, invite, sent_at)) {
    moment = foyer_office_time_moment_text (time, foyer_invite_get_sent_at (invite), now);
    return g_strdup_printf (_ ("Invited %s"), moment);
  }
  return g_strdup (_ ("The invite has not been mailed"));
}

static char *
write_person (FoyerRecord *person, FoyerRecord *invite, FoyerOfficeTime *time, gint64 now)
{
  const char *email = foyer_portal_person_get_email (person);
  g_autofree char *moment = NULL;
  g_autofree char *last = NULL;

  if (FOYER_HAS (person, portal_person, last_seen_at)) {
    moment = foyer_office_time_moment_text (time, foyer_portal_person_get_last_seen_at (person), now);
    last = g_strdup_printf (_ ("Seen %s"), moment);
  } else if (foyer_portal_person_get_status (person) == FOYER_PORTAL_PERSON_ACTIVE) {
    last = g_strdup (_ ("Never seen"));
  } else {
    last = write_invite (invite, time, now);
  }
  return g_strdup_printf ("%s\n%s · %s", email == NULL ? _ ("No email address") : email, role_word (person),
                          last);
}

FoyerAccessLine *
foyer_access_line_for_person (FoyerRecord *person, FoyerRecord *invite, FoyerOfficeTime *time, gint64 now)
{
  FoyerAccessLine *line = create (person);
  FoyerPortalPersonStatus status = (FoyerPortalPersonStatus) foyer_portal_person_get_status (person);
  gboolean locked = foyer_portal_person_get_locked_until (person) > now;

  line->title = g_strdup (foyer_portal_person_get_name (person));
  line->subtitle = write_person (person, invite, time, now);
  if (invite != NULL && status == FOYER_PORTAL_PERSON_INVITED)
    line->steps = foyer_invite_steps (person, invite, time, now);
  if (status == FOYER_PORTAL_PERSON_DISABLED) {
    set_chip (line, "neutral", "changes-prevent-symbolic", _ ("Disabled"));
    offer (line, _ ("Enable"), "enable-person", person);
    add (line, _ ("Erase…"), "erase-person", person);
    return line;
  }
  if (locked) {
    set_chip (line, "warning", "changes-prevent-symbolic", _ ("Locked"));
    offer (line, _ ("Unlock"), "unlock", person);
  }
  if (status == FOYER_PORTAL_PERSON_INVITED && invite == NULL)
    offer (line, _ ("Invite…"), "invite-person", person);
  else if (status == FOYER_PORTAL_PERSON_INVITED)
    add_invite_verbs (line, person, invite, now);
  if (!locked && status == FOYER_PORTAL_PERSON_INVITED && invite == NULL)
    set_chip (line, "plain neutral", "list-add-symbolic", _ ("Not invited"));
  else if (!locked && status == FOYER_PORTAL_PERSON_INVITED)
    set_invite_chip (line, invite, now);
  add (line, _ ("Disable…"), "disable-person", person);
  add (line, _ ("Erase…"), "erase-person", person);
  return line;
}

/* --- Links --- */

static const char *
origin_word (FoyerRecord *link)
{
  switch ((FoyerPortalLinkOrigin) foyer_portal_link_get_origin (link)) {
  case FOYER_PORTAL_LINK_ORIGIN_QUOTE:
    return _ ("Link sent with a quote");
  case FOYER_PORTAL_LINK_ORIGIN_INVOICE:
    return _ ("Link sent with an invoice");
  case FOYER_PORTAL_LINK_ORIGIN_APPOINTMENT:
    return _ ("Link sent with an appointment");
  case FOYER_PORTAL_LINK_ORIGIN_DOCUMENT:
    return _ ("Link sent with a document");
  case FOYER_PORTAL_LINK_ORIGIN_MESSAGE:
    return _ ("Link sent with a message");
  case FOYER_PORTAL_LINK_ORIGIN_STAFF:
  default:
    return _ ("Link from the office");
  }
}

static char *
write_link (FoyerRecord *link, FoyerOfficeTime *time, gint64 now)
{
  const char *last_four = foyer_portal_link_get_last_four (link);
  GString *text = g_string_new (NULL);

  if (last_four != NULL)
    g_string_append_printf (text, _ ("Ends in %s"), last_four);
  if (FOYER_HAS (link, portal_link, expires_at)) {
    g_autofree char *date = foyer_office_time_date_text (time, foyer_portal_link_get_expires_at (link));

    g_string_append (text, text->len > 0 ? " · " : "");
    g_string_append_printf (text,
                            foyer_portal_link_get_expires_at (link) <= now ? _ ("expired %s")
                                                                           : _ ("expires %s"),
                            date);
  }
  g_string_append (text, text->len > 0 ? "\n" : "");
  if (FOYER_HAS (link, portal_link, opened_at)) {
    g_autofree char *moment
        = foyer_office_time_moment_text (time, foyer_portal_link_get_opened_at (link), now);

    g_string_append_printf (text, _ ("Last opened %s"), moment);
  } else {
    g_string_append (text, _ ("Never opened"));
  }
  return g_string_free (text, FALSE);
}

FoyerAccessLine *
foyer_access_line_for_link (FoyerRecord *link, FoyerOfficeTime *time, gint64 now)
{
  FoyerAccessLine *line = create (link);
  gboolean over = FOYER_HAS (link, portal_link, expires_at) && foyer_portal_link_get_expires_at (link) <= now;

  line->icon = "foyer-link-symbolic";
  line->title = g_strdup (origin_word (link));
  line->subtitle = write_link (link, time, now);
  if (foyer_portal_link_get_status (link) == FOYER_PORTAL_LINK_REVOKED) {
    set_chip (line, "plain neutral", "changes-prevent-symbolic", _ ("Revoked"));
    return line;
  }
  if (over)
    set_chip (line, "plain neutral", "document-open-recent-symbolic", _ ("Expired"));
  offer (line, _ ("Revoke…"), "revoke-link", link);
  add (line, _ ("Copy New Link"), "copy", link);
  return line;
}

/* --- Sessions --- */

static const char *
method_word (FoyerRecord *session)
{
  switch ((FoyerSignInMethod) foyer_portal_session_get_method (session)) {
  case FOYER_SIGN_IN_DIRECT_LINK:
    return _ ("by a direct link");
  case FOYER_SIGN_IN_PHONE_CHECK:
    return _ ("by phone digits");
  case FOYER_SIGN_IN_EMAIL_LINK:
    return _ ("by a mailed link");
  case FOYER_SIGN_IN_EMAIL_CODE:
    return _ ("by a mailed code");
  case FOYER_SIGN_IN_PASSWORD:
    return _ ("by password");
  case FOYER_SIGN_IN_SSO:
  default:
    return _ ("by single sign-on");
  }
}

FoyerAccessLine *
foyer_access_line_for_session (FoyerRecord *session, FoyerRecord *person, FoyerOfficeTime *time, gint64 now)
{
  FoyerAccessLine *line = create (session);
  gint64 seen = FOYER_HAS (session, portal_session, seen_at) ? foyer_portal_session_get_seen_at (session)
                                                             : foyer_portal_session_get_started_at (session);
  g_autofree char *moment = foyer_office_time_moment_text (time, seen, now);
  const char *agent = foyer_portal_session_get_agent (session);

  line->icon = "computer-symbolic";
  line->title
      = g_strdup (person == NULL ? _ ("Somebody with a link") : foyer_portal_person_get_name (person));
  line->subtitle = g_strdup_printf (_ ("Signed in %s · last used %s\n%s"), method_word (session), moment,
                                    agent == NULL ? _ ("Unknown browser") : agent);
  offer (line, _ ("End"), "end-session", session);
  return line;
}
