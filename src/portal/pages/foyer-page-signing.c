/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-signing.c - the form by which something is signed: a typed name, and a sentence that is ticked */

#include "foyer-page-signing.h"

#include "foyer-json.h"
#include "foyer-portal-consent.h"
#include "foyer-sentence.h"

#define NAME_MAXIMUM 120
#define EMAIL_MAXIMUM 254
#define CODE_MAXIMUM 12

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
