/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-signing.c - the form by which something is signed: a typed name, and a sentence that is ticked */

#include "foyer-page-signing.h"

#include "foyer-json.h"
#include "foyer-page-digits.h"
#include "foyer-portal-consent.h"
#include "foyer-sentence.h"

#define NAME_MAXIMUM 120
#define EMAIL_MAXIMUM 254
#define CODE_LENGTH 6

typedef struct {
  const char *name;
  const char *label;
  const char *hint;  /* (nullable) */
  const char *error; /* (nullable) */
  const char *type;
  const char *autocomplete;
  FoyerHtmlClass class;
  int maximum;
} Line;

static const char *
get_typed (FoyerPage *page, const char *name)
{
  return page->request->typed == NULL ? NULL : g_hash_table_lookup (page->request->typed, name);
}

static void
write_explanation (FoyerPage *page, FoyerHtmlClass class, const char *name, const char *end, const char *text)
{
  g_autofree char *id = g_strconcat (name, end, NULL);

  if (text == NULL)
    return;
  foyer_html_open (page->html, FOYER_TAG_P, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_line (FoyerPage *page, const Line *line)
{
  FoyerHtml *html = page->html;
  g_autofree char *hint = line->hint == NULL ? NULL : g_strconcat (line->name, "-hint", NULL);
  g_autofree char *error = line->error == NULL ? NULL : g_strconcat (line->name, "-error", NULL);
  g_autofree char *both = hint != NULL && error != NULL ? g_strconcat (hint, " ", error, NULL) : NULL;
  const char *described = both != NULL ? both : hint != NULL ? hint : error;

  foyer_html_open (html, FOYER_TAG_DIV,
                   error != NULL ? FOYER_CLASS ("fy-field is-wrong") : FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, line->name);
  foyer_html_text (html, line->label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  write_explanation (page, FOYER_CLASS ("fy-hint"), line->name, "-hint", line->hint);
  write_explanation (page, FOYER_CLASS ("fy-error"), line->name, "-error", line->error);
  foyer_html_open (html, FOYER_TAG_INPUT, line->class);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, line->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, line->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, line->type);
  if (strcmp (line->type, "text") == 0)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_DIR, "auto");
  if (get_typed (page, line->name) != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, get_typed (page, line->name));
  if (described != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY, described);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, line->autocomplete);
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, line->maximum);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_close (html, FOYER_TAG_DIV);
}

static const char *
say_if (FoyerPage *page, FoyerPageProblem problem, const char *text)
{
  return page->request->problem == problem ? text : NULL;
}

static void
write_name (FoyerPage *page)
{
  write_line (page, &(Line){
                        .name = "name",
                        .label = foyer_page_say (page, "Your full name"),
                        .hint = foyer_page_say (page, "Typing your name is your signature."),
                        .error = say_if (page, FOYER_PROBLEM_NAME,
                                         foyer_page_say (page, "Type your full name to sign.")),
                        .type = "text",
                        .autocomplete = "name",
                        .class = FOYER_CLASS ("fy-input is-sign"),
                        .maximum = NAME_MAXIMUM,
                    });
}

/* A link that names nobody says nothing of who opens it. */
static void
write_email (FoyerPage *page)
{
  write_line (page, &(Line){
                        .name = "email",
                        .label = foyer_page_say (page, "Your email address"),
                        .error
                        = say_if (page, FOYER_PROBLEM_ADDRESS,
                                  foyer_page_say (page, "Please enter an address such as name@example.com.")),
                        .type = "email",
                        .autocomplete = "email",
                        .class = FOYER_CLASS ("fy-input"),
                        .maximum = EMAIL_MAXIMUM,
                    });
}

/* --- The second check (A7) --- */

/* Whether a code was mailed that is to be typed now. */
static gboolean
is_asking_code (FoyerPage *page)
{
  return page->request->problem == FOYER_PROBLEM_CODE || page->request->problem == FOYER_PROBLEM_CODE_SENT;
}

static void
write_code (FoyerPage *page)
{
  g_autofree char *count = g_strdup_printf ("%u", page->request->tries_left);
  g_autofree char *wrong
      = foyer_text_fill (foyer_text_plural (page->language,
                                            "That is not the code in our email. You have {count} try left.",
                                            "That is not the code in our email. You have {count} tries left.",
                                            page->request->tries_left),
                         "count", count, NULL);

  foyer_page_digits_field (page, "code", foyer_page_say (page, "Six-digit code"),
                           foyer_page_say (page, "It is in the email that we have just sent you."),
                           page->request->problem == FOYER_PROBLEM_CODE ? wrong : NULL, CODE_LENGTH);
}

/* Whoever got no mail asks for another one with the same form. */
static void
write_code_again (FoyerPage *page, const FoyerSigningForm *form, const char *version)
{
  static const char *const names[] = { "name", "email", "agree" };
  JsonObject *record = foyer_json_object_object (page->view, "record");

  foyer_page_open_more (page, foyer_page_say (page, "It has not arrived"), FALSE);
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page, "Look in your spam or junk folder."));
  foyer_page_open_form (page, form->action, FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "version", version);
  foyer_page_hidden (page, "paper", foyer_json_object_text (record, "paper"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    foyer_page_hidden (page, names[i], get_typed (page, names[i]));
  foyer_page_hidden (page, "again", "1");
  foyer_page_submit (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Send a new code"));
  foyer_page_close_form (page);
  foyer_page_close_more (page);
}

static void
write_code_to_come (FoyerPage *page, JsonObject *record)
{
  const char *address = foyer_json_object_text (record, "codeTo");
  g_autofree char *text
      = foyer_page_fill (foyer_page_say (page,
                                         "Before it counts, we email a code to {address}. You type it here."),
                         "address", address);

  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small"), text);
}

static void
write_code_note (FoyerPage *page)
{
  JsonObject *record = foyer_json_object_object (page->view, "record");
  g_autofree char *text = foyer_page_fill (
      foyer_page_say (page, "Nothing is signed yet. We sent a code to {address}; it is good for 10 minutes."),
      "address", foyer_json_object_text (record, "codeTo"));

  foyer_page_open_note (page, FOYER_TONE_BRAND, FOYER_ICON_MAIL, foyer_page_say (page, "Check your email"));
  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, "#code");
  foyer_html_text (page->html, foyer_page_say (page, "Type the code"));
  foyer_html_close (page->html, FOYER_TAG_A);
  foyer_html_close (page->html, FOYER_TAG_P);
  foyer_page_close_note (page);
}

/* The box says by its value which sentence stood beside it. */
static void
write_consent (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  const char *terms = foyer_json_object_text (page->organisation, "terms");
  g_autofree char *consent = foyer_portal_consent (page->view);
  g_autofree char *mark = foyer_portal_consent_mark (page->view);

  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-check"));
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "agree");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "agree");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "checkbox");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, mark);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_flag (html, FOYER_ATTRIBUTE_CHECKED,
                   is_asking_code (page) && g_strcmp0 (get_typed (page, "agree"), mark) == 0);
  foyer_html_element (html, FOYER_TAG_SPAN, FOYER_NO_CLASS, consent);
  foyer_html_close (html, FOYER_TAG_LABEL);
  if (terms != NULL && foyer_page_is (foyer_json_object_object (page->view, "record"), "type", "Quote")) {
    foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-small"));
    foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
    foyer_html_url (html, FOYER_ATTRIBUTE_HREF, terms);
    foyer_html_text (html, foyer_page_say (page, "Read the terms"));
    foyer_html_close (html, FOYER_TAG_A);
    foyer_html_close (html, FOYER_TAG_P);
  }
}

void
foyer_page_signing_form (FoyerPage *page, const FoyerSigningForm *form)
{
  JsonObject *record = foyer_json_object_object (page->view, "record");
  gint64 number = foyer_json_object_integer (record, "version", 0);
  g_autofree char *version = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  foyer_page_open_form (page, form->action, FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "version", version);
  foyer_page_hidden (page, "paper", foyer_json_object_text (record, "paper"));
  if (form->asks_name)
    write_name (page);
  if (foyer_json_object_boolean (record, "asksEmail", FALSE))
    write_email (page);
  write_consent (page);
  if (is_asking_code (page))
    write_code (page);
  else
    write_code_to_come (page, record);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, form->button);
  if (form->leave_url != NULL)
    foyer_page_link_button (page, form->leave_url, FALSE, FOYER_N_ICONS, foyer_page_say (page, "Not now"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  if (form->asks_name)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
                        foyer_page_say (page, "We record your name, the time, and this device’s address with "
                                              "exactly what is shown above."));
  foyer_page_close_form (page);
  if (is_asking_code (page))
    write_code_again (page, form, version);
}

void
foyer_page_signing_problem (FoyerPage *page)
{
  switch ((int) page->request->problem) {
  case FOYER_PROBLEM_NAME:
    foyer_page_field_problem (page, "#name", foyer_page_say (page, "Type your full name to sign"));
    break;
  case FOYER_PROBLEM_ADDRESS:
    foyer_page_field_problem (page, "#email", foyer_page_say (page, "Enter your email address"));
    break;
  case FOYER_PROBLEM_AGREE:
    foyer_page_field_problem (page, "#agree", foyer_page_say (page, "Tick the box to agree"));
    break;
  case FOYER_PROBLEM_CODE:
    foyer_page_field_problem (page, "#code", foyer_page_say (page, "That is not the code"));
    break;
  case FOYER_PROBLEM_CODE_SENT:
    write_code_note (page);
    break;
  case FOYER_PROBLEM_LOCKED:
    foyer_page_problem (page, foyer_page_say (page, "Too many tries"),
                        foyer_page_say (page,
                                        "Nothing was signed. In ten minutes you can ask for a new code."));
    break;
  default:
    break;
  }
}

void
foyer_page_whom_to_ask (FoyerPage *page)
{
  JsonObject *record = foyer_json_object_object (page->view, "record");
  gboolean must_ask = foyer_json_object_boolean (record, "mustAsk", FALSE);
  const char *why = foyer_json_object_text (record, "whyNot");
  g_autofree char *names = foyer_page_names (page, foyer_json_object_array (record, "ask"));
  g_autofree char *title = foyer_page_fill (foyer_page_say (page, "Ask {names}"), "names", names);

  if (why == NULL)
    return;
  foyer_page_open_note (page, FOYER_TONE_BRAND, FOYER_ICON_MESSAGE,
                        must_ask && title != NULL ? title : foyer_page_say (page, "Ask the office"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, why);
  foyer_page_close_note (page);
}
