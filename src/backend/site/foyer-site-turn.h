/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-portal-sessions.h"
#include "accounts/foyer-staff-looks.h"
#include "changes/foyer-transaction.h"
#include "foyer-business.h"
#include "foyer-portal-look.h"
#include "foyer-portal-prints.h"
#include "site/foyer-site-routes.h"
#include "site/foyer-site.h"

G_BEGIN_DECLS

/**
 * FoyerSiteTurn:
 * @route: (nullable): what the request asks for; %NULL if there is no such thing
 * @argument: (nullable): the segment of the path that the route leaves open
 * @fields: (nullable) (element-type utf8 utf8): the query of a look, the form of a post
 * @business: of the organisation, as it was when the turn began
 * @settings: the published settings, complete
 * @session: (nullable): of the browser; always there on a route for clients, and never on one of the gate
 * @stay: (nullable): its PortalSession record
 * @look: (nullable): of staff who look at the portal as somebody sees it; there is no session then, and @viewer is who that is
 * @watcher: (nullable): the name of that member of staff
 * @must_change_password: whether the session may do nothing before its person has chosen a password
 * @query: (nullable) (element-type utf8 utf8): the query of the address of a list
 * @place: the page of a list that @query turns to; @viewer points here
 * @view: what this viewer may see; of nobody without a session
 *
 * One request to a portal, with everything that every page needs. The organisation, the client and the person in it are the only
 * ones that handlers know: whatever a request names is looked for in @view.
 */
struct _FoyerSiteTurn {
  FoyerSiteContext *context;
  const FoyerCredentials *credentials;
  const FoyerHttpRequest *request;
  const FoyerSiteRoute *route;
  char *argument;
  GHashTable *fields;
  GHashTable *query;
  FoyerOrganisationAccount *account;
  FoyerTransaction *transaction;
  FoyerBusiness *business;
  FoyerRecord *settings;
  FoyerPortalSession *session;
  FoyerRecord *stay;
  FoyerStaffLook *look;
  char *watcher;
  gboolean must_change_password;
  FoyerPortalViewer viewer;
  FoyerListPlace place;
  JsonObject *view;
};

/**
 * foyer_site_turn_show:
 * @request: the page that is asked for
 *
 * Returns: (transfer full): the page that @turn's view allows, with the session's form token
 */
FoyerHttpResponse *foyer_site_turn_show (FoyerSiteTurn *turn, const FoyerPageRequest *request);

/**
 * foyer_site_turn_recall:
 *
 * Looks whether this session got the very page that it asks for a moment ago, and nothing was written since. It was answered then only
 * because everything allowed it, and all that allowed it is in the database, but for what the turn's session has been asked by now.
 *
 * Returns: (transfer full) (nullable): the page once more, with the session's form token
 */
FoyerHttpResponse *foyer_site_turn_recall (FoyerSiteTurn *turn);

/**
 * foyer_site_turn_show_and_remember:
 *
 * The same as foyer_site_turn_show() for the page of the turn's own address, so that foyer_site_turn_recall() finds it.
 */
FoyerHttpResponse *foyer_site_turn_show_and_remember (FoyerSiteTurn *turn, const FoyerPageRequest *request);

/**
 * foyer_site_turn_show_kind:
 *
 * The same for a page that needs no more than its kind.
 */
FoyerHttpResponse *foyer_site_turn_show_kind (FoyerSiteTurn *turn, FoyerPageKind kind);

/**
 * foyer_site_turn_show_with:
 * @slot: a place of the page
 * @value: what stands there
 *
 * The same for a page with a value of this request.
 */
FoyerHttpResponse *foyer_site_turn_show_with (FoyerSiteTurn *turn,
                                              const FoyerPageRequest *request,
                                              FoyerPageSlot slot,
                                              const char *value);

/**
 * foyer_site_turn_show_filled:
 * @values: (array fixed-size=FOYER_N_PAGE_SLOTS): what stands in the places of the page; the form token fills itself in
 *
 * The same for a page with several.
 */
FoyerHttpResponse *foyer_site_turn_show_filled (FoyerSiteTurn *turn,
                                                const FoyerPageRequest *request,
                                                const char *const values[FOYER_N_PAGE_SLOTS]);

/**
 * foyer_site_turn_show_often:
 * @request: a page with what was typed
 * @limit: what was reached
 *
 * Returns: (transfer full): the page, with a word that this was too much in too short a time (000-68): 429, and when to try again
 */
FoyerHttpResponse *
foyer_site_turn_show_often (FoyerSiteTurn *turn, const FoyerPageRequest *request, FoyerSiteLimit limit);

/**
 * foyer_site_turn_go:
 * @path: on this site
 *
 * Returns: (transfer full): what sends the browser there (303)
 */
FoyerHttpResponse *foyer_site_turn_go (const char *path);

/**
 * foyer_site_turn_go_to:
 * @section: of the site: `bookings`
 * @id: of a record in it
 *
 * Returns: (transfer full): what sends the browser to the page of that record (303)
 */
FoyerHttpResponse *foyer_site_turn_go_to (const char *section, const char *id);

/**
 * foyer_site_turn_field:
 *
 * Returns: (transfer none) (nullable): the field called @name; %NULL if it is missing or empty
 */
const char *foyer_site_turn_field (FoyerSiteTurn *turn, const char *name);

/**
 * foyer_site_turn_add_record:
 *
 * Looks for what the address names, as this viewer; what they may not see has never been there.
 *
 * Returns: %FALSE if it could not be read
 */
gboolean foyer_site_turn_add_record (FoyerSiteTurn *turn, const FoyerRecordType *type, GError **error);

/**
 * foyer_site_turn_look:
 *
 * Returns: the turn's viewer as somebody who looks at the portal
 */
FoyerPortalLook foyer_site_turn_look (FoyerSiteTurn *turn);

/**
 * foyer_site_turn_ask:
 *
 * Returns: the page of @kind as the request asks for it: about what its address names, with the choices of its query or form
 */
FoyerPageRequest foyer_site_turn_ask (FoyerSiteTurn *turn, FoyerPageKind kind);

/**
 * foyer_site_turn_add:
 *
 * Adds what that page needs to the view.
 *
 * Returns: %FALSE if it could not be read
 */
gboolean foyer_site_turn_add (FoyerSiteTurn *turn, const FoyerPageRequest *request, GError **error);

/**
 * foyer_site_turn_words:
 *
 * Returns: (transfer full) (nullable): what was typed into the field called @name, with lines as records end them, no space around and
 *   nothing that turns other people's letters around; %NULL if that is nothing
 */
char *foyer_site_turn_words (FoyerSiteTurn *turn, const char *name);

/**
 * foyer_site_turn_digits:
 *
 * Returns: (transfer full): the digits that were typed into the field called @name, without what stands between them
 */
char *foyer_site_turn_digits (FoyerSiteTurn *turn, const char *name);

/**
 * foyer_site_turn_may_wish:
 * @limit: of what they wish
 *
 * Call it once all else is good: what is refused does not count.
 *
 * Returns: whether the client may have one more wish of that kind now (reliability.md §2.2)
 */
gboolean foyer_site_turn_may_wish (FoyerSiteTurn *turn, FoyerSiteLimit limit);

/**
 * foyer_site_turn_put:
 * @json: (transfer none): a record without its defaults
 *
 * Returns: %FALSE if it could not be written
 */
gboolean
foyer_site_turn_put (FoyerSiteTurn *turn, const FoyerRecordType *type, JsonObject *json, GError **error);

/**
 * foyer_site_turn_draw_print:
 * @name: (out) (transfer full) (nullable): what the file is called; %NULL if the view has no such paper
 *
 * Returns: (transfer full) (nullable): a paper about what the address names, as PDF; %NULL with an error, or if the view does not have it
 */
GBytes *foyer_site_turn_draw_print (FoyerSiteTurn *turn, FoyerPrintKind kind, char **name, GError **error);

/**
 * foyer_site_turn_open_document:
 * @name: (out) (transfer full) (nullable): what the file is called
 *
 * Opens the file of the document that the address names. Whether this viewer may have it is for the caller to know.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL, with an error if that could not be told
 */
GBytes *foyer_site_turn_open_document (FoyerSiteTurn *turn, char **name, GError **error);

/**
 * foyer_site_turn_clean_file:
 * @bytes: (transfer full): a file that staff or clients brought in
 *
 * Where a picture was taken is nobody's business but whose picture it is (F03): what staff upload goes out with what draws it and
 * nothing else. Other files stay as they are.
 *
 * Returns: (transfer full) (nullable): what may leave; %NULL if it is a photo of which the place cannot be left out
 */
GBytes *foyer_site_turn_clean_file (GBytes *bytes);

/**
 * foyer_site_turn_send_private:
 * @bytes: (transfer none): from foyer_site_turn_clean_file()
 * @name: (nullable): what it is called
 *
 * Returns: (transfer full): the bytes for this one browser: a picture as what its bytes say that it is, anything else to be saved and never
 *   to be run on our site
 */
FoyerHttpResponse *foyer_site_turn_send_private (GBytes *bytes, const char *name);

/*
 * Files that came with a form. A route that takes them says `.takes_files = TRUE` in foyer-site-routes.c, and its path stands among those of
 * long bodies in foyer-gate.c; its page opens the form by foyer_page_open_files_form() and asks by foyer_page_ask_files(). The handler calls
 * foyer_site_turn_check_files() before it writes anything, shows its page again with the problem if there is one, and at last
 * foyer_site_turn_keep_files(), just before it writes the record.
 */

/**
 * foyer_site_turn_check_files:
 * @problem: (out): why the files of the form cannot be taken, or %FOYER_PROBLEM_NONE
 *
 * Returns: %FALSE with an error if that cannot be told
 */
gboolean foyer_site_turn_check_files (FoyerSiteTurn *turn, FoyerPageProblem *problem, GError **error);

/**
 * foyer_site_turn_count_files:
 *
 * Returns: how many files came with the form
 */
guint foyer_site_turn_count_files (FoyerSiteTurn *turn);

/**
 * foyer_site_turn_describe_files:
 *
 * Returns: (transfer full) (nullable): what a record would say of the files of the form, by which the same form is known again; %NULL if
 *   there are none
 */
JsonArray *foyer_site_turn_describe_files (FoyerSiteTurn *turn);

/**
 * foyer_site_turn_keep_files:
 * @record: gets them as its `attachments`; nothing if there are none
 *
 * Keeps the files of the form. They are kept while a record names them, so @record must be written in the same transaction.
 *
 * Returns: %FALSE with an error
 */
gboolean foyer_site_turn_keep_files (FoyerSiteTurn *turn, JsonObject *record, GError **error);

/**
 * foyer_site_turn_note_seen:
 *
 * Writes down that the session did something now; looking is not written down.
 */
gboolean foyer_site_turn_note_seen (FoyerSiteTurn *turn, GError **error);

G_END_DECLS
