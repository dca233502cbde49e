/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-kinds.c - what the console does to records, and what the Outbox makes of it */

#include "foyer-operation-kinds.h"

#include "types/booking.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/request.h"

#include <glib/gi18n-lib.h>

#define RECORD FOYER_OPERATION_EDIT_RECORD
#define WORDS FOYER_OPERATION_EDIT_WORDS

static const FoyerOperationKind kinds[] = {
  /* Translators: when and for whom: "Approve Tue, May 6, 9–11 AM for Ellen Ruiz" */
  { "approve", N_ ("Approve %s"), RECORD, FALSE },
  /* Translators: when and for whom: "Decline Tue, May 6, 9–11 AM for Ellen Ruiz" */
  { "decline", N_ ("Decline %s"), RECORD, FALSE },
  /* Translators: when and for whom: "Offer other times: Tue, May 6, 9–11 AM for Ellen Ruiz" */
  { "counter", N_ ("Offer other times: %s"), RECORD, FALSE },
  /* Translators: to whom */
  { "reply", N_ ("Reply to %s"), WORDS, FALSE },
  /* Translators: with whom the conversation is that the note is about */
  { "note", N_ ("Note about %s"), WORDS, FALSE },
  /* Translators: with whom the conversation is */
  { "read", N_ ("Read: %s"), RECORD, TRUE },
  /* Translators: through whose eyes somebody looked at the portal */
  { "look", N_ ("Looked as %s"), RECORD, TRUE },
  { "done", N_ ("Done: %s"), RECORD, FALSE },
  { "reopen", N_ ("Reopen: %s"), RECORD, FALSE },
  /* Translators: to whom a message that waits for its time was written */
  { "cancel-message", N_ ("Cancel the message to %s"), RECORD, FALSE },
  /* Translators: what it was done to */
  { "revert", N_ ("Take back: %s"), RECORD, FALSE },
  /* Translators: what was changed */
  { "change", N_ ("Change %s"), RECORD, FALSE },
  /* Translators: what was deleted by somebody else */
  { "restore", N_ ("Restore %s"), RECORD, FALSE },
  { "take-request", N_ ("Take on %s"), RECORD, FALSE },
  { "resolve-request", N_ ("Resolve %s"), RECORD, FALSE },
  { "decline-request", N_ ("Decline %s"), RECORD, FALSE },
  { "invite", N_ ("Invite %s"), RECORD, FALSE },
  { "resend", N_ ("Re-send the invite to %s"), RECORD, FALSE },
  { "add-person", N_ ("Add %s to the portal"), RECORD, FALSE },
  { "revoke-invite", N_ ("Revoke the invite of %s"), RECORD, FALSE },
  { "revoke-link", N_ ("Revoke a link of %s"), RECORD, FALSE },
  { "end-session", N_ ("End a session of %s"), RECORD, FALSE },
  { "disable-person", N_ ("Disable the access of %s"), RECORD, FALSE },
  /* Translators: the name is the client's */
  { "erase-person", N_ ("Erase somebody of %s"), RECORD, FALSE },
  { "enable-person", N_ ("Enable the access of %s"), RECORD, FALSE },
  { "unlock", N_ ("Unlock %s"), RECORD, FALSE },
  { "close-portal", N_ ("Close the portal of %s"), RECORD, FALSE },
  { "open-portal", N_ ("Open the portal of %s"), RECORD, FALSE },
  /* Translators: how many: "Publish 3 settings" */
  { "publish", N_ ("Publish %s"), RECORD, FALSE },
  /* Translators: how many: "Schedule 3 settings" */
  { "schedule", N_ ("Schedule %s"), RECORD, FALSE },
  { "propose", N_ ("Submit %s"), RECORD, FALSE },
  { "add-document", N_ ("Add %s"), RECORD, FALSE },
  { "add-domain", N_ ("Add %s"), RECORD, FALSE },
  { "edit-domain", N_ ("Change %s"), RECORD, FALSE },
  { "remove-domain", N_ ("Remove %s"), RECORD, FALSE },
  /* Translators: what kind of mail: "Change the mail Invite" */
  { "edit-mail", N_ ("Change the mail %s"), RECORD, FALSE },
  /* Translators: what kind of mail: "Restore the mail Invite" */
  { "restore-mail", N_ ("Restore the mail %s"), RECORD, FALSE },
  { "edit-document", N_ ("Change %s"), RECORD, FALSE },
  { "remove-document", N_ ("Take %s off the portal"), RECORD, FALSE },
  /* Translators: how many: "Turn down 3 settings" */
  { "reject-settings", N_ ("Turn down %s"), RECORD, FALSE },
  /* Translators: how many: "Withdraw 3 settings" */
  { "withdraw-settings", N_ ("Withdraw %s"), RECORD, FALSE },
  /* Translators: how many: "Do not publish 3 settings" */
  { "cancel-publication", N_ ("Do not publish %s"), RECORD, FALSE },
  /* Translators: how many: "Publish 3 settings" */
  { "retry-publication", N_ ("Publish %s"), RECORD, FALSE },
  /* Translators: how many: "Put away what was not published: 3 settings" */
  { "drop-publication", N_ ("Put away what was not published: %s"), RECORD, FALSE },
  { "send-sign-in", N_ ("Send %s a link to sign in"), RECORD, FALSE },
  { "edit-address", N_ ("Correct the address of %s"), RECORD, FALSE },
  { "edit-phone", N_ ("Correct the phone number of %s"), RECORD, FALSE },
  { "edit-team-mails", N_ ("Change the mails to %s"), RECORD, FALSE },
  { "release", N_ ("Release %s"), RECORD, FALSE },
  /* Translators: which record is given to whose client, or to which site */
  { "relink", N_ ("Link %s"), RECORD, FALSE },
  { "allow", N_ ("Allow more for %s"), RECORD, FALSE },
  { "secure", N_ ("Secure the account of %s"), RECORD, FALSE },
  { "widen-link", N_ ("Widen a link of %s"), RECORD, FALSE },
};

const FoyerOperationKind *
foyer_operation_kind_find (const char *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_strcmp0 (command, kinds[i].command) == 0)
      return &kinds[i];
  }
  return NULL;
}

/* The records that the window can go to: those with a page, and what stands on the page of its client. */
static gboolean
has_place (const FoyerRecordType *type)
{
  return type == &foyer_booking_type || type == &foyer_client_type || type == &foyer_conversation_type
         || type == &foyer_message_type || type == &foyer_request_type
         || foyer_record_type_field (type, "clientId") != NULL;
}

FoyerOperationEdit
foyer_operation_edit (FoyerOperation *operation, FoyerRecord *record)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  const FoyerOperationKind *kind = foyer_operation_kind_find (data->command);
  gboolean is_here = data->state == FOYER_OPERATION_HELD || data->state == FOYER_OPERATION_QUEUED
                     || foyer_operation_state_needs_person (data->state);

  if (kind != NULL && kind->edit == WORDS && is_here && data->verb == FOYER_VERB_CREATE)
    return WORDS;
  return record != NULL && has_place (data->type) ? RECORD : FOYER_OPERATION_EDIT_NOTHING;
}

gboolean
foyer_operation_is_listed (FoyerOperation *operation)
{
  const FoyerOperationKind *kind = foyer_operation_kind_find (foyer_operation_get_data (operation)->command);

  return kind == NULL || !kind->unasked
         || foyer_operation_state_needs_person (foyer_operation_get_state (operation));
}
