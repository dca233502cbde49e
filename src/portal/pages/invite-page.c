/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invite-page.c - registering from an invite (001-9), or why that has to wait */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-password.h"

static void
open_card (FoyerPage *page, const char *title)
{
  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (page->html, FOYER_TAG_H1, FOYER_NO_CLASS, title);
}

static void
close_card (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_SECTION);
  foyer_page_help (page);
  foyer_page_close_gate (page);
}

static void
open_form (FoyerPage *page)
{
  foyer_page_open_form (page, NULL, FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "register", "1");
}

/* One sentence that may name the business, the client and the address. */
static void
write_sentence (FoyerPage *page, const char *template)
{
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_page_sentence (page, template, "name", FOYER_PIECE_TEXT,
                       foyer_json_object_text (page->organisation, "name"), "client", FOYER_PIECE_SLOT,
                       FOYER_SLOT_CLIENT, "address", FOYER_PIECE_SLOT, FOYER_SLOT_ADDRESS, NULL);
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_without (FoyerPage *page)
{
  foyer_page_open_more (page, foyer_page_say (page, "Go on without a password"), FALSE);
  open_form (page);
  foyer_page_hidden (page, "without", "1");
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page, "Each time you sign in we email you a link. You can choose a "
                                            "password later."));
  foyer_page_submit (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Create it without a password"));
  foyer_page_close_form (page);
  foyer_page_close_more (page);
}

static void
write_register (FoyerPage *page)
{
  JsonObject *sign_in = foyer_json_object_object (page->view, "signIn");
  gboolean has_passwords = foyer_json_object_boolean (sign_in, "password", FALSE);

  open_form (page);
  if (has_passwords)
    foyer_page_password_fields (page);
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Create my account"));
  if (!has_passwords)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
                        foyer_page_say (page,
                                        "No password needed: each time you sign in we email you a link."));
  foyer_page_close_form (page);
  if (has_passwords && !page->request->needs_password)
    write_without (page);
}

/* L16: a mail alone opens no account that somebody has already. */
static void
write_known (FoyerPage *page)
{
  open_card (page, foyer_page_say (page, "You already have an account"));
  write_sentence (page, foyer_page_say (page, "Somebody signs in with {address} already. Sign in first, then "
                                              "open the link in our email again: {client} is added to your "
                                              "account."));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, "/sign-in", TRUE, FOYER_N_ICONS, foyer_page_say (page, "Sign in"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_somebody_else (FoyerPage *page)
{
  open_card (page, foyer_page_say (page, "You are signed in as somebody else"));
  write_sentence (page, foyer_page_say (page, "This invitation is for {address}. Sign out first, then open "
                                              "the link in our email again."));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_open_form (page, "/sign-out", FOYER_CLASS ("fy-form"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Sign out"));
  foyer_page_close_form (page);
}

void
foyer_page_write_invite (FoyerPage *page)
{
  const char *problem = foyer_page_password_problem (page);

  foyer_page_open_gate (page, foyer_page_say (page, "Create your account"));
  if (page->request->problem == FOYER_PROBLEM_KNOWN) {
    write_known (page);
  } else if (page->request->problem == FOYER_PROBLEM_SOMEBODY_ELSE) {
    write_somebody_else (page);
  } else {
    if (problem != NULL)
      foyer_page_field_problem (page, "#new", problem);
    open_card (page, foyer_page_say (page, "Create your account"));
    write_sentence (page, foyer_page_say (page, "{name} invites you to its portal for {client}. You sign in "
                                                "with {address}."));
    foyer_html_close (page->html, FOYER_TAG_DIV);
    write_register (page);
  }
  close_card (page);
}

void
foyer_page_write_join (FoyerPage *page)
{
  foyer_page_open_gate (page, foyer_page_say (page, "One more account"));
  open_card (page, foyer_page_say (page, "One more account"));
  write_sentence (page, foyer_page_say (page, "{name} invites you to its portal for {client}, too. You are "
                                              "signed in with {address}, and can switch between your "
                                              "accounts at any time."));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  open_form (page);
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Add it to my accounts"));
  foyer_page_close_form (page);
  close_card (page);
}
