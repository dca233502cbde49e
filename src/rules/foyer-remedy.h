/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-type.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerRemedyKind:
 * @FOYER_REMEDY_TURN_PORTAL_ON: a setting, with its own kind because everybody is waiting for it
 * @FOYER_REMEDY_EDIT_SETTING: publish the patch of PortalSettings
 * @FOYER_REMEDY_PUBLISH_DRAFT: publish what is drafted; the key names the first setting that matters
 * @FOYER_REMEDY_OPEN_SETTING: open the settings at the key. What belongs to a provider that is not connected says so there
 * @FOYER_REMEDY_ENABLE_CLIENT: open the portal to a Client
 * @FOYER_REMEDY_SECURE_CLIENT: close the portal to a Client until somebody has looked
 * @FOYER_REMEDY_EDIT_CLIENT: change a rule of a Client's own
 * @FOYER_REMEDY_ALLOW_CLIENT_SCOPE: show a Client a kind of record; the value is its word
 * @FOYER_REMEDY_INVITE: invite somebody of a Client, or a PortalPerson who has no invite
 * @FOYER_REMEDY_RESEND_INVITE: make a new Invite that replaces this one
 * @FOYER_REMEDY_RESTORE_PERSON: give a PortalPerson access again
 * @FOYER_REMEDY_EDIT_ADDRESS: correct a PortalPerson's email address; the value is the proposal, if there is one
 * @FOYER_REMEDY_EDIT_PHONE: add or correct a PortalPerson's phone number
 * @FOYER_REMEDY_SEND_SIGN_IN: mail a PortalPerson a link to sign in
 * @FOYER_REMEDY_UNLOCK: let a PortalPerson try again
 * @FOYER_REMEDY_ALLOW_PERSON_SCOPE: show a PortalPerson a kind of record; the value is its word
 * @FOYER_REMEDY_ALLOW_PERSON_PERMISSION: let a PortalPerson do something; the value is the word of the permission
 * @FOYER_REMEDY_ADD_SITE: show a PortalPerson more sites; the value is the id of the first
 * @FOYER_REMEDY_NEW_LINK: make a direct link anew for the client of this PortalLink
 * @FOYER_REMEDY_WIDEN_LINK: let a PortalLink show or do more
 * @FOYER_REMEDY_END_SESSION: end PortalSessions, so that people sign in anew
 * @FOYER_REMEDY_RELINK_CLIENT: give records to the client whose they are
 * @FOYER_REMEDY_RELINK_PROPERTY: give records a site; without a patch somebody has to choose it
 * @FOYER_REMEDY_RELEASE: show Photos or Documents to the client
 * @FOYER_REMEDY_NEW_PAY_LINK: ask for a new payment link of Invoices
 * @FOYER_REMEDY_OPEN_RECORD: open a record, where somebody decides
 * @FOYER_REMEDY_OPEN_OUTBOX: see what waits to be sent
 * @FOYER_REMEDY_SYNC_NOW: fetch what is new
 * @FOYER_REMEDY_COPY_SENTENCE: nothing is to be done here; the value is what to tell the client
 *
 * What makes a rule pass. Kinds are added at the end of their group; consoles go by name, never by number.
 */
typedef enum {
  FOYER_REMEDY_TURN_PORTAL_ON,
  FOYER_REMEDY_EDIT_SETTING,
  FOYER_REMEDY_PUBLISH_DRAFT,
  FOYER_REMEDY_OPEN_SETTING,
  FOYER_REMEDY_ENABLE_CLIENT,
  FOYER_REMEDY_SECURE_CLIENT,
  FOYER_REMEDY_EDIT_CLIENT,
  FOYER_REMEDY_ALLOW_CLIENT_SCOPE,
  FOYER_REMEDY_INVITE,
  FOYER_REMEDY_RESEND_INVITE,
  FOYER_REMEDY_RESTORE_PERSON,
  FOYER_REMEDY_EDIT_ADDRESS,
  FOYER_REMEDY_EDIT_PHONE,
  FOYER_REMEDY_SEND_SIGN_IN,
  FOYER_REMEDY_UNLOCK,
  FOYER_REMEDY_ALLOW_PERSON_SCOPE,
  FOYER_REMEDY_ALLOW_PERSON_PERMISSION,
  FOYER_REMEDY_ADD_SITE,
  FOYER_REMEDY_NEW_LINK,
  FOYER_REMEDY_WIDEN_LINK,
  FOYER_REMEDY_END_SESSION,
  FOYER_REMEDY_RELINK_CLIENT,
  FOYER_REMEDY_RELINK_PROPERTY,
  FOYER_REMEDY_RELEASE,
  FOYER_REMEDY_NEW_PAY_LINK,
  FOYER_REMEDY_OPEN_RECORD,
  FOYER_REMEDY_OPEN_OUTBOX,
  FOYER_REMEDY_SYNC_NOW,
  FOYER_REMEDY_COPY_SENTENCE,
} FoyerRemedyKind;

#define FOYER_N_REMEDY_KINDS 29

typedef struct _FoyerRemedy FoyerRemedy;

/**
 * FoyerRemedy:
 * @type: (nullable): the type of the records that it concerns
 * @ids: (array zero-terminated=1): these records, none if there is none yet
 * @key: (nullable): the field or setting that is changed or opened
 * @value: (nullable): a word, an address or a sentence, as its kind says
 * @patch: (nullable): if it is nothing but a change of records: the patch that each of them gets. An operation with this patch is the
 *   undoable command; what has none is a command of its own, or a place to open
 * @words: what it is, as an imperative for staff: `Turn it on for this client`
 * @other: (nullable): another way
 *
 * A fix that a machine can carry out. Settings have no id while nobody has published any.
 */
struct _FoyerRemedy {
  FoyerRemedyKind kind;
  const FoyerRecordType *type;
  char **ids;
  char *key;
  char *value;
  JsonObject *patch;
  char *words;
  FoyerRemedy *other;
};

/**
 * foyer_remedy_new:
 * @words: (transfer full): an imperative for staff
 *
 * Returns: (transfer full): a remedy that concerns nothing yet
 */
FoyerRemedy *foyer_remedy_new (FoyerRemedyKind kind, char *words);

void foyer_remedy_free (FoyerRemedy *self);

/**
 * foyer_remedy_kind_name:
 *
 * Returns: the name of @kind in documents and actions, such as `enable-client`
 */
const char *foyer_remedy_kind_name (FoyerRemedyKind kind);

/**
 * foyer_remedy_get_id:
 *
 * Returns: (transfer none) (nullable): the first record that it concerns
 */
const char *foyer_remedy_get_id (const FoyerRemedy *self);

/**
 * foyer_remedy_add_record:
 * @id: (nullable): %NULL for none yet; a remedy may concern many records, all of one type
 */
void foyer_remedy_add_record (FoyerRemedy *self, const FoyerRecordType *type, const char *id);

void foyer_remedy_set_key (FoyerRemedy *self, const char *key);
void foyer_remedy_set_value (FoyerRemedy *self, const char *value);

/**
 * foyer_remedy_set_other:
 * @other: (transfer full) (nullable)
 */
void foyer_remedy_set_other (FoyerRemedy *self, FoyerRemedy *other);

/* What the patch puts at @field, which becomes the key. */

void foyer_remedy_patch_text (FoyerRemedy *self, const char *field, const char *text);
void foyer_remedy_patch_boolean (FoyerRemedy *self, const char *field, gboolean value);

/**
 * foyer_remedy_patch_time:
 * @at: seconds since 1970
 */
void foyer_remedy_patch_time (FoyerRemedy *self, const char *field, gint64 at);

/**
 * foyer_remedy_patch_texts:
 * @texts: (array zero-terminated=1)
 * @more: (nullable): one more at the end
 */
void foyer_remedy_patch_texts (FoyerRemedy *self, const char *field, char **texts, const char *more);

/**
 * foyer_remedy_patch_away:
 *
 * Takes the field away.
 */
void foyer_remedy_patch_away (FoyerRemedy *self, const char *field);

/**
 * foyer_remedy_to_json:
 *
 * Returns: (transfer full): the remedy as a document: `kind`, `type`, `ids`, `key`, `value`, `patch`, `words`, `other`
 */
JsonObject *foyer_remedy_to_json (const FoyerRemedy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRemedy, foyer_remedy_free)

G_END_DECLS
