/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mail/foyer-mail-report.h"
#include "foyer-backend.h"

G_BEGIN_DECLS

/*
 * What a running server does for whoever runs it, and what a command does itself when no server runs: one line of JSON with the member
 * `do`, answered by one line with either `text` or `error`.
 */

/**
 * foyer_control_request_code:
 * @user: who shall sign in
 * @organisation: (nullable): slug, if there are several
 *
 * Returns: (transfer full): the line that asks for a one-time code
 */
char *foyer_control_request_code (const char *user, const char *organisation);

/**
 * foyer_control_request_app_password:
 * @user: whose rights it has
 * @device: what the list of devices calls it
 * @organisation: (nullable): slug, if there are several
 *
 * Returns: (transfer full): the line that asks for a password of a program
 */
char *foyer_control_request_app_password (const char *user, const char *device, const char *organisation);

/**
 * foyer_control_request_link:
 * @client: (nullable): name of the client, or how it begins; %NULL for one that can come in
 * @organisation: (nullable): slug, if there are several
 *
 * Returns: (transfer full): the line that asks for a fresh direct link
 */
char *foyer_control_request_link (const char *client, const char *organisation);

/**
 * foyer_control_request_report:
 *
 * Returns: (transfer full): the line that tells what became of a mail
 */
char *foyer_control_request_report (const FoyerMailReport *report);

/**
 * foyer_control_request_answer:
 * @line: from outside
 *
 * Does what @line asks, in a transaction of its own. Runs on the writing lane.
 *
 * Returns: (transfer full): the line that answers
 */
char *foyer_control_request_answer (FoyerBackend *backend, const char *line);

/**
 * foyer_control_request_read_answer:
 *
 * Returns: (transfer full): the text that was asked for, or %NULL with an error that says what @line says
 */
char *foyer_control_request_read_answer (const char *line, GError **error);

G_END_DECLS
