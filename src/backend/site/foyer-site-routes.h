/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"
#include "foyer-portal-pages.h"

G_BEGIN_DECLS

typedef struct _FoyerSiteTurn FoyerSiteTurn;

/**
 * FoyerSiteAccess:
 * @FOYER_SITE_FILE: the same for everybody, also while the portal is off
 * @FOYER_SITE_GATE: for everybody alike; whoever is signed in counts as nobody here
 * @FOYER_SITE_FRONT: for everybody; whoever is not signed in is asked to
 * @FOYER_SITE_CLIENT: for those who are signed in; everybody else is sent to sign in
 */
typedef enum {
  FOYER_SITE_FILE,
  FOYER_SITE_GATE,
  FOYER_SITE_FRONT,
  FOYER_SITE_CLIENT,
} FoyerSiteAccess;

/**
 * FoyerSiteHandler:
 *
 * Returns: (transfer full): the answer, or %NULL with an error if the server has trouble of its own
 */
typedef FoyerHttpResponse *(*FoyerSiteHandler) (FoyerSiteTurn *turn, GError **error);

/**
 * FoyerSiteRoute:
 * @method: `GET`, which also answers HEAD, or `POST`
 * @path: in which `*` stands for one segment
 * @page: the page that is shown; of a step of booking also by a post
 * @form: the page whose form is posted here, or %FOYER_ANY_PAGE; matters to posts of clients alone
 * @takes_files: whether that form may have files; foyer-gate.c must let as many bytes through to its path
 *
 * One thing that can be asked of a portal.
 */
typedef struct {
  const char *method;
  const char *path;
  FoyerSiteAccess access;
  FoyerPageKind page;
  guint form;
  FoyerSiteHandler handle;
  gboolean takes_files;
} FoyerSiteRoute;

/**
 * foyer_site_routes:
 *
 * Returns: (transfer none) (array length=n_routes): everything that can be asked of a portal
 */
const FoyerSiteRoute *foyer_site_routes (guint *n_routes);

/**
 * foyer_site_route_find:
 * @argument: (out) (transfer full) (nullable): the segment for which the path has a `*`
 * @allow: (out) (nullable): if only the method is wrong, the one that is right
 *
 * Returns: (transfer none) (nullable): what @request asks for
 */
const FoyerSiteRoute *
foyer_site_route_find (const FoyerHttpRequest *request, char **argument, const char **allow);

/* What answers the routes, each in a file of its own. */

/* Links and sign-in. */
FoyerHttpResponse *foyer_site_open_link (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_answer_link (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_end_look (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_peek_mailed_link (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_answer_mailed_link (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_open_invite (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_answer_invite (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_ask_address (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_take_address (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_take_code (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_take_phone (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_take_password (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_ask_password (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_choose_password (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_say_sent (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_sign_out (FoyerSiteTurn *turn, GError **error);

/* Where a client is signed in. */
FoyerHttpResponse *foyer_site_end_session (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_end_other_sessions (FoyerSiteTurn *turn, GError **error);

/* Who a client is. */
FoyerHttpResponse *foyer_site_change_contact (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_change_notifications (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_switch (FoyerSiteTurn *turn, GError **error);

/* Pages and files. */
FoyerHttpResponse *foyer_site_show_page (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_take_step (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_send_print (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_send_photo (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_send_document (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_send_file (FoyerSiteTurn *turn, GError **error);

/* Quotes and documents. */
FoyerHttpResponse *foyer_site_show_quote (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_approve_quote (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_ask_for_change (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_comment_quote (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_decline_quote (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_sign_document (FoyerSiteTurn *turn, GError **error);
/* Messages. */
FoyerHttpResponse *foyer_site_show_conversation (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_send_message (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_answer_message (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_send_attachment (FoyerSiteTurn *turn, GError **error);

/* Bookings. */
FoyerHttpResponse *foyer_site_book (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_withdraw (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_accept (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_refuse_offers (FoyerSiteTurn *turn, GError **error);

/* Visits. */
FoyerHttpResponse *foyer_site_ask_time (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_send_calendar (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_move_visit (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_cancel_visit (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_review_visit (FoyerSiteTurn *turn, GError **error);

/* Requests. */
FoyerHttpResponse *foyer_site_send_request (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_withdraw_request (FoyerSiteTurn *turn, GError **error);
FoyerHttpResponse *foyer_site_dispute (FoyerSiteTurn *turn, GError **error);

G_END_DECLS
