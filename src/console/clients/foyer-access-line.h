/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * FoyerAccessVerb:
 * @label: translated
 * @action: of the group `access`, with one text as its target
 * @target: the record that it is done to
 * @offered: whether it has a button of its own; what has none stands in the menu
 *
 * Something that can be done about a way into a portal.
 */
typedef struct {
  const char *label;
  const char *action;
  char *target;
  gboolean offered;
} FoyerAccessVerb;

/**
 * FoyerAccessLine:
 * @id: of the record that the line is about
 * @title: whom or what it is about
 * @subtitle: how it stands, in words
 * @icon: (nullable): before the title; %NULL for a person, who has a picture of initials
 * @chip: (nullable): what wants to be seen at once
 * @verbs: (element-type FoyerAccessVerb): the first is what helps most
 * @steps: (nullable) (element-type FoyerInviteStep): what became of the invite of whoever has not come yet
 *
 * One way into a client's portal as the office reads it: a person, a link or a session.
 */
typedef struct {
  char *id;
  char *title;
  char *subtitle;
  const char *icon;
  const char *chip;
  const char *chip_icon;
  const char *chip_tone;
  GArray *verbs;
  GArray *steps;
} FoyerAccessLine;

/**
 * foyer_access_line_for_person:
 * @person: a PortalPerson
 * @invite: (nullable): their newest Invite
 * @now: seconds since 1970
 *
 * Returns: (transfer full): the line
 */
FoyerAccessLine *
foyer_access_line_for_person (FoyerRecord *person, FoyerRecord *invite, FoyerOfficeTime *time, gint64 now);

/**
 * foyer_access_line_for_link:
 * @link: a PortalLink
 *
 * Returns: (transfer full): the line
 */
FoyerAccessLine *foyer_access_line_for_link (FoyerRecord *link, FoyerOfficeTime *time, gint64 now);

/**
 * foyer_access_line_for_session:
 * @session: a PortalSession
 * @person: (nullable): whose it is
 *
 * Returns: (transfer full): the line
 */
FoyerAccessLine *
foyer_access_line_for_session (FoyerRecord *session, FoyerRecord *person, FoyerOfficeTime *time, gint64 now);

/**
 * foyer_access_line_find:
 * @action: of the group `access`
 *
 * Returns: (transfer none) (nullable): what is done by this action
 */
const FoyerAccessVerb *foyer_access_line_find (const FoyerAccessLine *self, const char *action);

void foyer_access_line_free (FoyerAccessLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAccessLine, foyer_access_line_free)

G_END_DECLS
