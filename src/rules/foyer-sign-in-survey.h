/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"
#include "foyer-shared-words.h"

G_BEGIN_DECLS

/*
 * Who can sign in under one set of settings, and who under another (000-67): asked before settings are published, of all people at once.
 */

/**
 * FoyerSignInPerson:
 * @person: a PortalPerson
 * @client: theirs
 * @before: the ways that are open to them under the first settings, as bits `1 << FoyerSignInMethod`
 * @after: under the second; that a direct link opens for them is one of the bits, although it signs nobody in
 * @is_foreign: whether the second settings shut out the domain of their address, and the first do not
 * @reason: (nullable): for staff, why they cannot come in under the second settings, or could not under the first; %NULL if nothing changes
 */
typedef struct {
  FoyerRecord *person;
  FoyerRecord *client;
  guint before;
  guint after;
  gboolean is_foreign;
  char *reason;
} FoyerSignInPerson;

/**
 * FoyerSignInChange:
 *
 * What becomes of somebody. Whoever has nothing but a direct link loses it, too, when it no longer opens; whoever can sign in as well loses
 * nothing by that.
 */
typedef enum {
  FOYER_SIGN_IN_SAME,
  FOYER_SIGN_IN_LOST,
  FOYER_SIGN_IN_GAINED,
} FoyerSignInChange;

FoyerSignInChange foyer_sign_in_person_change (const FoyerSignInPerson *self);

/**
 * foyer_sign_in_survey_concerns:
 * @before: effective PortalSettings
 * @after: effective PortalSettings
 *
 * Returns: whether they differ in anything that decides who can sign in
 */
gboolean foyer_sign_in_survey_concerns (FoyerRecord *before, FoyerRecord *after);

typedef struct _FoyerSignInSurvey FoyerSignInSurvey;

/**
 * foyer_sign_in_survey_new:
 * @source: must live as long as the survey
 * @before: PortalSettings
 * @after: PortalSettings
 * @everybody: whether all who can come in are wanted, and not those alone for whom something changes
 * @now: seconds since 1970
 *
 * Returns: (transfer full): a survey that has asked of nobody yet, or %NULL if @source failed
 */
FoyerSignInSurvey *foyer_sign_in_survey_new (FoyerRecordSource *source,
                                             FoyerRecord *before,
                                             FoyerRecord *after,
                                             gboolean everybody,
                                             gint64 now,
                                             GError **error);
void foyer_sign_in_survey_free (FoyerSignInSurvey *self);

/**
 * foyer_sign_in_survey_step:
 * @more: (out): whether there is more to ask
 *
 * Asks of some hundred people, so that whoever waits may stop in between. Whose client is not here is left out: nothing is known of them.
 *
 * Returns: %FALSE if the source failed
 */
gboolean foyer_sign_in_survey_step (FoyerSignInSurvey *self, gboolean *more, GError **error);

/**
 * foyer_sign_in_survey_take:
 *
 * Returns: (transfer full) (element-type FoyerSignInPerson): those that were found
 */
GPtrArray *foyer_sign_in_survey_take (FoyerSignInSurvey *self);

/**
 * foyer_sign_in_survey_address:
 * @settings: PortalSettings
 * @address: an email address
 * @now: seconds since 1970
 *
 * Asks of those who have one address, whether they have access or not. Whose client is not here is left out.
 *
 * Returns: (transfer full) (element-type FoyerSignInPerson): them, with the ways that are open under @settings as @after, and the reason if
 *   none is; %NULL if @source failed
 */
GPtrArray *foyer_sign_in_survey_address (FoyerRecordSource *source,
                                         FoyerRecord *settings,
                                         const char *address,
                                         gint64 now,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSignInSurvey, foyer_sign_in_survey_free)

G_END_DECLS
