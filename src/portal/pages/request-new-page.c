/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request-new-page.c - how can we help? One form for work that is wanted, prices and complaints */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-plans.h"
#include "foyer-sentence.h"

/* The length that a request's text may have. */
#define WORDS_MAXIMUM 10000

static const char *
typed (FoyerPage *page, const char *name)
{
  return page->request->typed == NULL ? NULL : g_hash_table_lookup (page->request->typed, name);
}

static void
write_problem (FoyerPage *page)
{
  switch ((int) page->request->problem) {
  case FOYER_PROBLEM_EMPTY:
    foyer_page_field_problem (page, "#what", foyer_page_say (page, "Please tell us what it is about"));
    break;
  case FOYER_PROBLEM_NOTE:
    foyer_page_field_problem (page, "#what", foyer_page_say (page, "Your text is too long"));
    break;
  case FOYER_PROBLEM_TIMES:
    foyer_page_problem (page, foyer_page_say (page, "Please choose five times at most"), NULL);
    break;
  case FOYER_PROBLEM_CHOICE:
    foyer_page_problem (page, foyer_page_say (page, "Please choose what kind of request it is"), NULL);
    break;
  default:
    foyer_page_file_problem (page);
    break;
  }
}

static void
write_kinds (FoyerPage *page)
{
  static const struct {
    const char *kind;
    const char *title;
    const char *detail;
  } kinds[] = {
    { "service", FOYER_MARK ("I need work done"), FOYER_MARK ("A repair, a check or something new") },
    { "quote", FOYER_MARK ("I would like a quote"), FOYER_MARK ("We send you a price first") },
    { "complaint", FOYER_MARK ("Something went wrong"), FOYER_MARK ("A complaint about a visit or a bill") },
  };
  const char *chosen = typed (page, "kind");
  gboolean has_begun = FALSE;

  foyer_page_open_choices (page, foyer_page_say (page, "Kind of request"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (!foyer_portal_view_may_ask (page->view, kinds[i].kind))
      continue;
    foyer_page_choice (page, "kind", kinds[i].kind,
                       foyer_portal_view_may_ask (page->view, chosen) && chosen != NULL
                           ? g_strcmp0 (chosen, kinds[i].kind) == 0
                           : !has_begun,
                       foyer_page_say (page, kinds[i].title), foyer_page_say (page, kinds[i].detail));
    has_begun = TRUE;
  }
  foyer_page_close_choices (page);
}

/* --- What it is about --- */

static void
write_about (FoyerPage *page)
{
  JsonObject *record = foyer_json_object_object (page->view, "record");
  g_autofree char *text = NULL;

  if (record == NULL)
    return;
  text = foyer_page_about_title (page, record);
  foyer_page_open_facts (page, foyer_page_say (page, "Your request"));
  foyer_page_fact (page, foyer_page_say (page, "About"), text);
  foyer_page_close_facts (page);
  foyer_page_hidden (page, "about", foyer_json_object_text (record, "id"));
}

/* --- Lists to choose from --- */

static void
open_select (FoyerPage *page, const char *name, const char *label, const char *none)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, name);
  foyer_html_text (html, label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  foyer_html_open (html, FOYER_TAG_SELECT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_open (html, FOYER_TAG_OPTION, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, "");
  foyer_html_text (html, none);
  foyer_html_close (html, FOYER_TAG_OPTION);
}

static void
write_option (FoyerPage *page, JsonObject *entry, gboolean is_selected, const char *text)
{
  foyer_html_open (page->html, FOYER_TAG_OPTION, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_VALUE, foyer_json_object_text (entry, "id"));
  foyer_html_flag (page->html, FOYER_ATTRIBUTE_SELECTED, is_selected);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_OPTION);
}

static void
close_select (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_SELECT);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

/* The site of the visit or machine that it is about, the one that was chosen, or the only one. */
static const char *
find_site (FoyerPage *page, JsonArray *properties)
{
  JsonObject *record = foyer_json_object_object (page->view, "record");
  JsonObject *site = record == NULL ? NULL : foyer_json_object_object (record, "property");

  if (typed (page, "site") != NULL)
    return typed (page, "site");
  if (site != NULL)
    return foyer_json_object_text (site, "id");
  return json_array_get_length (properties) == 1
             ? foyer_json_object_text (json_array_get_object_element (properties, 0), "id")
             : NULL;
}

static void
write_sites (FoyerPage *page)
{
  JsonArray *properties = foyer_json_object_array (page->view, "properties");
  const char *chosen;

  if (properties == NULL || json_array_get_length (properties) == 0)
    return;
  chosen = find_site (page, properties);
  open_select (page, "site", foyer_page_say (page, "Site"), foyer_page_say (page, "No site, or another one"));
  for (guint i = 0; i < json_array_get_length (properties); i++) {
    JsonObject *property = json_array_get_object_element (properties, i);
    g_autofree char *text = foyer_page_site (property);

    write_option (page, property, g_strcmp0 (foyer_json_object_text (property, "id"), chosen) == 0, text);
  }
  close_select (page);
}

static void
write_services (FoyerPage *page)
{
  JsonArray *services = foyer_json_object_array (foyer_json_object_object (page->view, "asking"), "services");

  if (services == NULL || json_array_get_length (services) == 0)
    return;
  open_select (page, "service", foyer_page_say (page, "Service (optional)"),
               foyer_page_say (page, "Something else, or I do not know"));
  for (guint i = 0; i < json_array_get_length (services); i++) {
    JsonObject *service = json_array_get_object_element (services, i);

    write_option (page, service,
                  g_strcmp0 (foyer_json_object_text (service, "id"), typed (page, "service")) == 0,
                  foyer_json_object_text (service, "name"));
  }
  close_select (page);
}

static void
write_words (FoyerPage *page)
{
  const char *error = NULL;

  if (page->request->problem == FOYER_PROBLEM_EMPTY)
    error = foyer_page_say (page, "Please tell us what it is about");
  else if (page->request->problem == FOYER_PROBLEM_NOTE)
    error = foyer_page_say (page, "This is too long. 10,000 characters are the most.");
  foyer_page_text_field (
      page,
      &(FoyerTextField){
          .name = "what",
          .label = foyer_page_say (page, "Tell us what is going on"),
          .hint = foyer_page_say (page, "What happens, where, and since when? Please leave out passwords and "
                                        "card numbers."),
          .error = error,
          .value = typed (page, "what"),
          .maximum = WORDS_MAXIMUM,
          .is_required = TRUE,
      });
}

/* --- Times that suit (001-20) --- */

static void
write_half (FoyerPage *page, JsonObject *half, const char *template, const char *name)
{
  FoyerHtml *html = page->html;
  const char *field = half == NULL ? NULL : foyer_json_object_text (half, "field");
  g_autofree char *words = foyer_page_fill (template, "day", name);

  foyer_html_open (html, FOYER_TAG_TD, FOYER_CLASS ("is-mid"));
  if (half != NULL) {
    foyer_html_open (html, FOYER_TAG_LABEL, FOYER_NO_CLASS);
    foyer_html_element (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-sr"), words);
    foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
    foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "checkbox");
    foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, field);
    foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, "1");
    foyer_html_flag (html, FOYER_ATTRIBUTE_CHECKED, typed (page, field) != NULL);
    foyer_html_close (html, FOYER_TAG_LABEL);
  }
  foyer_html_close (html, FOYER_TAG_TD);
}

static void
write_heading (FoyerPage *page, FoyerHtmlClass class, const char *scope, const char *text)
{
  foyer_html_open (page->html, FOYER_TAG_TH, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_SCOPE, scope);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_TH);
}

static void
write_day (FoyerPage *page, JsonObject *day)
{
  FoyerDate date = foyer_page_day (page, day, "date");
  g_autofree char *name = foyer_date_text (&date, FOYER_DATE_WEEKDAY, page->language);

  foyer_html_open (page->html, FOYER_TAG_TR, FOYER_NO_CLASS);
  write_heading (page, FOYER_NO_CLASS, "row", name);
  write_half (page, foyer_json_object_object (day, "morning"), foyer_page_say (page, "{day}, morning"), name);
  write_half (page, foyer_json_object_object (day, "afternoon"), foyer_page_say (page, "{day}, afternoon"),
              name);
  foyer_html_close (page->html, FOYER_TAG_TR);
}

static void
write_times (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  JsonArray *days = foyer_json_object_array (page->view, "askDays");
  guint n_days = days == NULL ? 0 : json_array_get_length (days);

  if (n_days == 0)
    return;
  foyer_html_open (html, FOYER_TAG_FIELDSET, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_LEGEND, FOYER_NO_CLASS,
                      foyer_page_say (page, "Times that suit you, up to five (optional)"));
  foyer_html_open (html, FOYER_TAG_TABLE, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_CAPTION, FOYER_CLASS ("fy-sr"),
                      foyer_page_say (page, "Preferred times"));
  foyer_html_open (html, FOYER_TAG_THEAD, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_TR, FOYER_NO_CLASS);
  write_heading (page, FOYER_NO_CLASS, "col", foyer_page_say (page, "Day"));
  write_heading (page, FOYER_CLASS ("is-mid"), "col", foyer_page_say (page, "Morning"));
  write_heading (page, FOYER_CLASS ("is-mid"), "col", foyer_page_say (page, "Afternoon"));
  foyer_html_close (html, FOYER_TAG_TR);
  foyer_html_close (html, FOYER_TAG_THEAD);
  foyer_html_open (html, FOYER_TAG_TBODY, FOYER_NO_CLASS);
  for (guint i = 0; i < n_days; i++)
    write_day (page, json_array_get_object_element (days, i));
  foyer_html_close (html, FOYER_TAG_TBODY);
  foyer_html_close (html, FOYER_TAG_TABLE);
  foyer_html_close (html, FOYER_TAG_FIELDSET);
}

void
foyer_page_write_request_new (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_page_open_frame (page, FOYER_SECTION_REQUESTS, foyer_page_say (page, "New request"));
  write_problem (page);
  foyer_page_head (page, "/requests", foyer_page_say (page, "Requests"),
                   foyer_page_say (page, "How can we help?"), NULL, FOYER_TONE_NEUTRAL, NULL);
  foyer_page_open_files_form (page, "/requests", FOYER_CLASS ("fy-form"));
  write_about (page);
  write_kinds (page);
  write_sites (page);
  write_services (page);
  write_words (page);
  foyer_page_ask_files (page, foyer_page_say (page, "Photos (optional)"));
  write_times (page);
  foyer_page_check (page, "urgent", typed (page, "urgent") != NULL,
                    foyer_page_say (page, "It is urgent and cannot wait"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Send request"));
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
                      foyer_page_say (page, "You will see the answer here and by email."));
  foyer_page_close_form (page);
  foyer_page_close_frame (page, FOYER_SECTION_REQUESTS);
}
