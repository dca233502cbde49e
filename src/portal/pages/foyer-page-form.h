/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-parts.h"

G_BEGIN_DECLS

/* Forms. Each one posts and carries the token's slot. What shows a preview has the same bytes, and sends nothing. */

/**
 * foyer_page_open_form:
 * @action: (nullable): where it posts; %NULL for the page's own address
 */
void foyer_page_open_form (FoyerPage *page, const char *action, FoyerHtmlClass class);
void foyer_page_close_form (FoyerPage *page);

/**
 * foyer_page_open_files_form:
 *
 * The same for a form that may have files, to be closed in the same way.
 */
void foyer_page_open_files_form (FoyerPage *page, const char *action, FoyerHtmlClass class);

/**
 * foyer_page_ask_files:
 * @label: what is asked for
 *
 * An input for photos and files, called `files`, with what may be sent under it.
 */
void foyer_page_ask_files (FoyerPage *page, const char *label);

/**
 * foyer_page_file_problem:
 *
 * The note at the top of a form whose files were not taken; nothing if they were.
 *
 * Returns: whether they were not
 */
gboolean foyer_page_file_problem (FoyerPage *page);

/**
 * foyer_page_hidden:
 * @value: (nullable): %NULL writes nothing
 */
void foyer_page_hidden (FoyerPage *page, const char *name, const char *value);

/**
 * FoyerSubmit:
 *
 * How a button that sends a form looks.
 */
typedef enum {
  FOYER_SUBMIT_PRIMARY,
  FOYER_SUBMIT_PRIMARY_WIDE,
  FOYER_SUBMIT_PLAIN,
  FOYER_SUBMIT_SMALL,
  FOYER_SUBMIT_DANGER,
} FoyerSubmit;

/**
 * foyer_page_submit:
 * @text: verb and object
 */
void foyer_page_submit (FoyerPage *page, FoyerSubmit look, const char *text);

/**
 * foyer_page_plain_submit:
 *
 * A button without a look of its own, for the navigation.
 */
void foyer_page_plain_submit (FoyerPage *page, FoyerIcon icon, const char *text);

/**
 * foyer_page_choice:
 * @name: of the radio group
 * @title: what is chosen
 * @detail: (nullable): a line under it
 */
void foyer_page_choice (FoyerPage *page,
                        const char *name,
                        const char *value,
                        gboolean is_checked,
                        const char *title,
                        const char *detail);

/**
 * FoyerTextField:
 * @name: of the field, and its id
 * @label: what it is
 * @hint: (nullable): a line under the label
 * @error: (nullable): what is wrong with it
 * @value: (nullable): what was typed
 * @maximum: characters at most
 *
 * A field of several lines.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *hint;
  const char *error;
  const char *value;
  int maximum;
  gboolean is_required;
} FoyerTextField;

void foyer_page_text_field (FoyerPage *page, const FoyerTextField *field);

/**
 * foyer_page_check:
 *
 * Writes a box that may be ticked; what is sent then is `1`.
 */
void foyer_page_check (FoyerPage *page, const char *name, gboolean is_checked, const char *text);

/**
 * foyer_page_open_choices:
 * @legend: what is to be chosen
 */
void foyer_page_open_choices (FoyerPage *page, const char *legend, gboolean is_hidden);
void foyer_page_close_choices (FoyerPage *page);

/**
 * foyer_page_open_more:
 *
 * Opens a disclosure for the rarer way.
 */
void foyer_page_open_more (FoyerPage *page, const char *summary, gboolean is_open);
void foyer_page_close_more (FoyerPage *page);

/**
 * foyer_page_problem:
 * @title: what went wrong
 * @text: (nullable): what to do
 *
 * The note at the top of a form that came back.
 */
void foyer_page_problem (FoyerPage *page, const char *title, const char *text);

/**
 * foyer_page_field_problem:
 * @field: the fragment that leads to the field
 * @text: what is wrong with it
 *
 * The same for one field, with a link to it.
 */
void foyer_page_field_problem (FoyerPage *page, const char *field, const char *text);

G_END_DECLS
