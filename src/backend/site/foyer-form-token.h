/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-pages.h"

G_BEGIN_DECLS

/*
 * What proves that a form came from a page that we gave this very session. A token names the page that it was made for, and the
 * record if the page is of one, so that no form's token is good for another form.
 */

/* Stands for whatever page a form is on. */
#define FOYER_ANY_PAGE FOYER_N_PAGE_KINDS

/**
 * foyer_form_token_names_record:
 *
 * Returns: whether tokens of that page are of one record, so that they are good for no other one
 */
gboolean foyer_form_token_names_record (guint page);

/**
 * foyer_form_token_make:
 * @key: the session's form key
 * @page: the page that will carry the token
 * @record_id: (nullable): what the page is of
 *
 * Returns: (transfer full): the token
 */
char *foyer_form_token_make (const char *key, FoyerPageKind page, const char *record_id);

/**
 * foyer_form_token_check:
 * @key: the session's form key
 * @token: (nullable): from outside
 * @page: the page whose form was posted, or %FOYER_ANY_PAGE
 * @record_id: (nullable): what that page is of
 *
 * Takes a time that says nothing of the token.
 *
 * Returns: whether @token was made for it
 */
gboolean foyer_form_token_check (const char *key, const char *token, guint page, const char *record_id);

G_END_DECLS
