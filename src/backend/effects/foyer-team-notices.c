/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-team-notices.c - who in the team is mailed when a client does something */

#include "effects/foyer-effect-mails.h"

#include "foyer-settings.h"
#include "mail/foyer-outgoing-mail.h"
#include "types/staff_member.h"

static gboolean
is_told (FoyerRecord *settings, FoyerMailKind kind)
{
  switch ((int) kind) {
  case FOYER_MAIL_TEAM_BOOKING:
  case FOYER_MAIL_TEAM_REQUEST:
    return foyer_portal_settings_get_notify_team_booking (settings);
  case FOYER_MAIL_TEAM_CANCEL:
    return foyer_portal_settings_get_notify_team_cancel (settings);
  case FOYER_MAIL_TEAM_MESSAGE:
    return foyer_portal_settings_get_notify_team_message (settings);
  default:
    g_return_val_if_reached (FALSE);
  }
}

static gboolean
wants (FoyerRecord *staff, FoyerMailKind kind)
{
  switch ((int) kind) {
  case FOYER_MAIL_TEAM_BOOKING:
  case FOYER_MAIL_TEAM_REQUEST:
    return foyer_staff_member_get_mail_bookings (staff);
  case FOYER_MAIL_TEAM_CANCEL:
    return foyer_staff_member_get_mail_cancellations (staff);
  case FOYER_MAIL_TEAM_MESSAGE:
    return foyer_staff_member_get_mail_messages (staff);
  default:
    g_return_val_if_reached (FALSE);
  }
}

static gboolean
tell (FoyerTransaction *transaction, FoyerRecord *staff, FoyerOutgoingMail *mail, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;

  mail->to = foyer_staff_member_get_email (staff);
  mail->to_name = foyer_staff_member_get_name (staff);
  mail->draft.language = foyer_staff_member_get_language (staff);
  id = foyer_outgoing_mail_submit (transaction, mail, &failure);
  if (id != NULL || failure->domain == FOYER_OUTGOING_MAIL_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What @values say, and who the client is. Nothing in it is owned. */
static GHashTable *
add_client (GHashTable *values, FoyerRecord *client)
{
  GHashTable *all = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (all, name, value);
  if (client != NULL)
    g_hash_table_insert (all, (gpointer) "client", (gpointer) foyer_client_get_name (client));
  return all;
}

gboolean
foyer_team_notices_submit (FoyerTransaction *transaction,
                           FoyerMailKind kind,
                           const char *client_id,
                           const char *about_id,
                           GHashTable *values,
                           GError **error)
{
  FoyerOutgoingMail mail = { .draft = { .kind = kind }, .client_id = client_id, .about_id = about_id };
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_staff_member_type);
  g_autoptr (GPtrArray) team = NULL;
  g_autoptr (GHashTable) all = NULL;

  if (settings == NULL)
    return FALSE;
  if (!is_told (settings, kind))
    return TRUE;
  foyer_query_where_number (query, "active", FOYER_COMPARE_EQUAL, TRUE);
  team = foyer_record_source_list (transaction->source, query, error);
  if (team == NULL)
    return FALSE;
  if (!foyer_record_source_look_up (transaction->source, &foyer_client_type, client_id, &client, error))
    return FALSE;
  all = add_client (values, client);
  mail.draft.values = all;
  for (guint i = 0; i < team->len; i++) {
    if (wants (team->pdata[i], kind) && !tell (transaction, team->pdata[i], &mail, error))
      return FALSE;
  }
  return TRUE;
}
