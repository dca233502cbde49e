/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-permission.h"
#include "foyer-record-source.h"

G_BEGIN_DECLS

/**
 * FoyerListPlace:
 * @list: the name of a list of the view, or of the record that a page is about
 * @before: (nullable): the page that ends before this record
 * @after: (nullable): the page that begins after this record
 *
 * A page of a long list. Records are named as they come from outside: what is not in the list leads to its beginning.
 */
typedef struct {
  const char *list;
  const char *before;
  const char *after;
} FoyerListPlace;

/**
 * FoyerPortalViewer:
 * @client_id: (nullable): whose portal it is; %NULL for somebody who is not signed in
 * @person_id: (nullable): who looks; %NULL for the bearer of a link that names nobody
 * @link_id: (nullable): the link that they came by
 * @language: (nullable): a BCP 47 tag that they chose; else the person's, the client's or the organisation's is taken
 * @scopes: what the session was granted at sign-in, one bit a #FoyerScope
 * @permissions: the same, one bit a #FoyerPermission
 * @place: (nullable): the page of a list that they turned to; all other lists are at their beginning
 *
 * Who looks at a portal. The organisation is the record source's.
 */
typedef struct {
  const char *client_id;
  const char *person_id;
  const char *link_id;
  const char *language;
  guint scopes;
  guint permissions;
  const FoyerListPlace *place;
} FoyerPortalViewer;

/**
 * FoyerPortalState:
 * @FOYER_PORTAL_OPEN: the viewer sees what their access says
 * @FOYER_PORTAL_SIGNED_OUT: nobody is signed in
 * @FOYER_PORTAL_OFF: the portal is off for everyone (D01)
 * @FOYER_PORTAL_CLOSED: it is not open to this client, person or link (D02, D03, D15)
 */
typedef enum {
  FOYER_PORTAL_OPEN,
  FOYER_PORTAL_SIGNED_OUT,
  FOYER_PORTAL_OFF,
  FOYER_PORTAL_CLOSED,
} FoyerPortalState;

/**
 * FoyerPortalAccess:
 * @client: (nullable): if the state is open
 * @person: (nullable): if there is one
 * @scopes: what may be seen, one bit a #FoyerScope
 * @permissions: what may be done, one bit a #FoyerPermission
 * @reads_messages: whether client, link and person may write messages when these are on, and so read them also when they are
 *   off. What was written is theirs: it is read whether or not messages were on when the session began
 * @property_ids: (nullable): the only sites that are shown, %NULL for all
 *
 * What a viewer may see and do now (product.md X12): granted at sign-in *and* allowed by settings, client, link and person.
 */
typedef struct {
  FoyerPortalState state;
  FoyerRecord *client;
  FoyerRecord *person;
  guint scopes;
  guint permissions;
  gboolean reads_messages;
  char **property_ids;
} FoyerPortalAccess;

/**
 * foyer_portal_access_new:
 * @settings: the portal settings, published or a draft
 *
 * Returns: (transfer full): the access, or %NULL if @source failed
 */
FoyerPortalAccess *foyer_portal_access_new (FoyerRecordSource *source,
                                            const FoyerPortalViewer *viewer,
                                            FoyerRecord *settings,
                                            GError **error);

void foyer_portal_access_free (FoyerPortalAccess *self);

gboolean foyer_portal_access_has_scope (const FoyerPortalAccess *self, FoyerScope scope);
gboolean foyer_portal_access_may (const FoyerPortalAccess *self, FoyerPermission permission);

/**
 * foyer_portal_access_shows_property:
 * @property_id: (nullable): what belongs to no site is shown to those who see all sites only
 *
 * Returns: whether records of that site are shown (D29)
 */
gboolean foyer_portal_access_shows_property (const FoyerPortalAccess *self, const char *property_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPortalAccess, foyer_portal_access_free)

G_END_DECLS
