/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sign-in-page.c - the way in: asking for an address, a password or digits, and the confirmation of a link */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-digits.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

#define EMAIL_MAXIMUM 254

static void
write_address_field (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  gboolean is_wrong = page->request->problem == FOYER_PROBLEM_ADDRESS;

  foyer_html_open (html, FOYER_TAG_DIV,
                   is_wrong ? FOYER_CLASS ("fy-field is-wrong") : FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, "email");
  foyer_html_text (html, foyer_page_say (page, "Your email address"));
  foyer_html_close (html, FOYER_TAG_LABEL);
  foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-hint"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "email-hint");
  foyer_html_text (html, foyer_page_say (page, "We will email you a link to sign in. No password needed."));
  foyer_html_close (html, FOYER_TAG_P);
  if (is_wrong) {
    foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-error"));
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "email-error");
    foyer_html_text (html, foyer_page_say (page, "Please enter an address such as name@example.com."));
    foyer_html_close (html, FOYER_TAG_P);
  }
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "email");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "email");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "email");
  if (is_wrong)
    foyer_html_slot_attribute (html, FOYER_ATTRIBUTE_VALUE, FOYER_SLOT_ADDRESS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY,
                        is_wrong ? "email-hint email-error" : "email-hint");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, "email");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_INPUTMODE, "email");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, EMAIL_MAXIMUM);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_close (html, FOYER_TAG_DIV);
}

static void
write_login_field (FoyerPage *page, const char *id, const char *name, const char *label)
{
  FoyerHtml *html = page->html;
  gboolean is_password = g_str_equal (name, "password");

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, id);
  foyer_html_text (html, label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, is_password ? "password" : "email");
  if (!is_password && page->request->problem != FOYER_PROBLEM_NONE
      && page->request->problem != FOYER_PROBLEM_ADDRESS)
    foyer_html_slot_attribute (html, FOYER_ATTRIBUTE_VALUE, FOYER_SLOT_ADDRESS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, is_password ? "current-password" : "username");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, EMAIL_MAXIMUM);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_close (html, FOYER_TAG_DIV);
}

/* What 003-6 promises; only where the business has switched it on. */
static void
write_phone_form (FoyerPage *page, gboolean is_only_way)
{
  FoyerPageProblem problem = page->request->problem;
  gboolean is_back = problem == FOYER_PROBLEM_DIGITS || problem == FOYER_PROBLEM_LOCKED;

  if (!is_only_way)
    foyer_page_open_more (page, foyer_page_say (page, "Use my phone number instead"), is_back);
  foyer_page_open_form (page, "/sign-in/phone", FOYER_CLASS ("fy-form"));
  write_login_field (page, "caller", "email", foyer_page_say (page, "Email address"));
  foyer_page_digits_field (page, "last4", foyer_page_say (page, "Last four digits of your phone number"),
                           NULL, NULL, 4);
  foyer_page_submit (page, is_only_way ? FOYER_SUBMIT_PRIMARY_WIDE : FOYER_SUBMIT_PLAIN,
                     foyer_page_say (page, "Sign in"));
  foyer_page_close_form (page);
  if (!is_only_way)
    foyer_page_close_more (page);
}

/* The rarer way (001-9): beside the mail, or alone. */
static void
write_password_form (FoyerPage *page, gboolean is_only_way)
{
  if (!is_only_way)
    foyer_page_open_more (page, foyer_page_say (page, "Sign in with a password instead"),
                          page->request->problem == FOYER_PROBLEM_PASSWORD);
  foyer_page_open_form (page, "/sign-in/password", FOYER_CLASS ("fy-form"));
  write_login_field (page, "login", "email", foyer_page_say (page, "Email address"));
  write_login_field (page, "password", "password", foyer_page_say (page, "Password"));
  foyer_page_submit (page, is_only_way ? FOYER_SUBMIT_PRIMARY_WIDE : FOYER_SUBMIT_PLAIN,
                     foyer_page_say (page, "Sign in"));
  foyer_page_close_form (page);
  if (!is_only_way)
    foyer_page_close_more (page);
}

static void
write_address_form (FoyerPage *page)
{
  JsonObject *sign_in = foyer_json_object_object (page->view, "signIn");

  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ARIA_LABEL, foyer_page_say (page, "Sign in by email"));
  foyer_page_open_form (page, "/sign-in", FOYER_CLASS ("fy-form"));
  write_address_field (page);
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Email me a sign-in link"));
  foyer_page_close_form (page);
  if (foyer_json_object_boolean (sign_in, "password", FALSE))
    write_password_form (page, FALSE);
  if (foyer_json_object_boolean (sign_in, "phoneAlone", FALSE))
    write_phone_form (page, FALSE);
  foyer_html_close (page->html, FOYER_TAG_SECTION);
}

static void
write_problem (FoyerPage *page)
{
  switch (page->request->problem) {
  case FOYER_PROBLEM_NONE:
    break;
  case FOYER_PROBLEM_PASSWORD:
    foyer_page_problem (page, foyer_page_say (page, "That did not work"),
                        foyer_page_say (page,
                                        "Address and password do not belong together. After some tries it "
                                        "takes a while until you can try again."));
    break;
  case FOYER_PROBLEM_DIGITS:
    foyer_page_problem (page, foyer_page_say (page, "That did not work"),
                        foyer_page_say (page, "Address and digits do not belong together. After five wrong "
                                              "tries they are not asked for any more that day."));
    break;
  case FOYER_PROBLEM_LOCKED:
    foyer_page_problem (page, foyer_page_say (page, "Too many wrong tries"),
                        foyer_page_say (page,
                                        "For your safety the digits are not asked for any more today."));
    break;
  default:
    foyer_page_field_problem (page, "#email", foyer_page_say (page, "Please enter your email address"));
  }
}

void
foyer_page_write_sign_in (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  const char *welcome = foyer_json_object_text (page->organisation, "welcome");
  JsonObject *sign_in = foyer_json_object_object (page->view, "signIn");

  if (welcome == NULL)
    welcome = foyer_page_say (
        page, "Welcome! See your visits and book new ones. Everything about your sites, in one place.");

  foyer_page_open_gate (page, foyer_page_say (page, "Sign in"));
  write_problem (page);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, foyer_page_say (page, "Sign in"));
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-lead"), welcome);
  foyer_html_close (html, FOYER_TAG_DIV);
  if (foyer_json_object_boolean (sign_in, "emailLink", FALSE)) {
    write_address_form (page);
  } else if (foyer_json_object_boolean (sign_in, "password", FALSE)) {
    foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
    write_password_form (page, TRUE);
    if (foyer_json_object_boolean (sign_in, "phoneAlone", FALSE))
      write_phone_form (page, FALSE);
    foyer_html_close (html, FOYER_TAG_SECTION);
  } else if (foyer_json_object_boolean (sign_in, "phoneAlone", FALSE)) {
    foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
    write_phone_form (page, TRUE);
    foyer_html_close (html, FOYER_TAG_SECTION);
  } else {
    foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
    foyer_html_element (
        html, FOYER_TAG_P, FOYER_NO_CLASS,
        foyer_page_say (
            page, "Please open the portal by the link that we sent you. If you cannot find it, call us."));
    foyer_html_close (html, FOYER_TAG_SECTION);
  }
  foyer_page_help (page);
  foyer_page_close_gate (page);
}

void
foyer_page_write_confirm (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_page_open_gate (page, foyer_page_say (page, "Sign in"));
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-eyebrow"), foyer_page_say (page, "One more step"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, foyer_page_say (page, "Sign in to the portal"));
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_page_open_form (page, NULL, FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "confirm", "1");
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Continue to the portal"));
  foyer_html_element (
      html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
      foyer_page_say (page, "If you did not ask for this link, close this page; nothing will happen."));
  foyer_page_close_form (page);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_close_gate (page);
}
