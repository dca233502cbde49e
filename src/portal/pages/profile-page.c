/* SPDX-License-Identifier: GPL-3.0-or-later */
/* profile-page.c - who is signed in, how they are reached, and their other accounts */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-language.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-navigation.h"
#include "foyer-sentence.h"
#include "foyer-text.h"

#include <string.h>

#define NAME_MAXIMUM 120
#define PHONE_MAXIMUM 40

static void
open_card (FoyerPage *page, const char *id, const char *title)
{
  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, id);
  foyer_html_open (page->html, FOYER_TAG_H2, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_text (page->html, title);
  foyer_html_close (page->html, FOYER_TAG_H2);
}

/* --- About you --- */

typedef struct {
  const char *name; /* of the field, and its id */
  const char *label;
  const char *hint;  /* (nullable) */
  const char *wrong; /* (nullable) */
  const char *value; /* (nullable) */
  const char *autocomplete;
  int maximum;
} Input;

static void
write_line (FoyerPage *page, const char *id, const Input *input)
{
  foyer_html_open (page->html, FOYER_TAG_P,
                   input->wrong != NULL ? FOYER_CLASS ("fy-error") : FOYER_CLASS ("fy-hint"));
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_text (page->html, input->wrong != NULL ? input->wrong : input->hint);
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_input (FoyerPage *page, const Input *input)
{
  FoyerHtml *html = page->html;
  g_autofree char *line = g_strconcat (input->name, "-hint", NULL);
  gboolean has_line = input->wrong != NULL || input->hint != NULL;

  foyer_html_open (html, FOYER_TAG_DIV,
                   input->wrong != NULL ? FOYER_CLASS ("fy-field is-wrong") : FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, input->name);
  foyer_html_text (html, input->label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  if (has_line)
    write_line (page, line, input);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, input->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, input->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, strcmp (input->name, "phone") == 0 ? "tel" : "text");
  if (strcmp (input->name, "name") == 0)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_DIR, "auto");
  if (input->value != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, input->value);
  if (has_line)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY, line);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, input->autocomplete);
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, input->maximum);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, strcmp (input->name, "name") == 0);
  foyer_html_close (html, FOYER_TAG_DIV);
}

static void
write_language (FoyerPage *page, JsonObject *profile)
{
  const char *chosen = foyer_json_object_text (profile, "language");

  foyer_page_open_choices (page, foyer_page_say (page, "Language"), FALSE);
  foyer_page_choice (page, "language", "", chosen == NULL, foyer_page_say (page, "As the office writes"),
                     NULL);
  for (int i = 0; i < FOYER_N_LANGUAGES; i++) {
    const char *tag = foyer_language_tag ((FoyerLanguage) i);

    foyer_page_choice (page, "language", tag,
                       chosen != NULL && foyer_language_match (chosen) == (FoyerLanguage) i,
                       foyer_language_name ((FoyerLanguage) i), NULL);
  }
  foyer_page_close_choices (page);
}

static void
write_address (FoyerPage *page, JsonObject *profile)
{
  FoyerHtml *html = page->html;
  const char *email = foyer_json_object_text (profile, "email");

  if (email == NULL)
    return;
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-field"));
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-label"), foyer_page_say (page, "Email"));
  foyer_html_element (html, FOYER_TAG_P, FOYER_NO_CLASS, email);
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-hint"),
                      foyer_page_say (page, "To change it, message the office."));
  foyer_html_close (html, FOYER_TAG_DIV);
}

static const char *
typed_or (const char *typed, JsonObject *profile, const char *member)
{
  return typed != NULL ? typed : foyer_json_object_text (profile, member);
}

static void
write_contact_form (FoyerPage *page, JsonObject *profile)
{
  gboolean is_person = foyer_json_object_boolean (profile, "isPerson", FALSE);
  const Input name = { .name = "name",
                       .label = foyer_page_say (page, "Name"),
                       .wrong = page->request->problem == FOYER_PROBLEM_NAME
                                    ? foyer_page_say (page, "Please enter your name.")
                                    : NULL,
                       .value = typed_or (page->request->name, profile, "name"),
                       .autocomplete = "name",
                       .maximum = NAME_MAXIMUM };
  const Input phone = { .name = "phone",
                        .label = foyer_page_say (page, "Phone"),
                        .hint = foyer_page_say (page, "To reach you, and to check that it is you."),
                        .wrong = page->request->problem == FOYER_PROBLEM_PHONE
                                     ? foyer_page_say (page, "Please enter a phone number, or nothing.")
                                     : NULL,
                        .value = typed_or (page->request->phone, profile, "phone"),
                        .autocomplete = "tel",
                        .maximum = PHONE_MAXIMUM };

  foyer_page_open_form (page, "/profile", FOYER_CLASS ("fy-form"));
  if (is_person)
    write_input (page, &name);
  write_input (page, &phone);
  write_address (page, profile);
  if (is_person)
    write_language (page, profile);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Save"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
}

static void
write_phone (FoyerPage *page, const char *phone)
{
  foyer_page_open_fact (page, foyer_page_say (page, "Phone"));
  foyer_html_element (page->html, FOYER_TAG_BDI, FOYER_NO_CLASS, phone);
  foyer_page_close_fact (page, NULL, NULL);
}

static void
write_contact (FoyerPage *page, JsonObject *profile)
{
  if (foyer_json_object_boolean (profile, "mayChange", FALSE)) {
    open_card (page, "me", foyer_page_say (page, "About you"));
    write_contact_form (page, profile);
    foyer_html_close (page->html, FOYER_TAG_SECTION);
    return;
  }
  foyer_page_open_facts (page, foyer_page_say (page, "About you"));
  foyer_page_fact (page, foyer_page_say (page, "Name"), foyer_json_object_text (profile, "name"));
  if (foyer_json_object_text (profile, "phone") != NULL)
    write_phone (page, foyer_json_object_text (profile, "phone"));
  if (foyer_json_object_text (profile, "email") != NULL)
    foyer_page_fact (page, foyer_page_say (page, "Email"), foyer_json_object_text (profile, "email"));
  foyer_page_close_facts (page);
}

/* --- Notifications --- */

static const struct {
  const char *event;
  const char *title;
} events[] = {
  { "booked", FOYER_MARK ("Visit booked or moved") },    { "en_route", FOYER_MARK ("Crew on the way") },
  { "done", FOYER_MARK ("Visit done, photos ready") },   { "invoice", FOYER_MARK ("New invoice") },
  { "message", FOYER_MARK ("Message from the office") },
};

static const char *
find_title (FoyerPage *page, const char *event)
{
  if (g_strcmp0 (event, "quote") == 0)
    return foyer_page_say_quote (page, FOYER_PHRASE_QUOTE_TO_ANSWER);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    if (g_strcmp0 (events[i].event, event) == 0)
      return foyer_page_say (page, events[i].title);
  }
  return event;
}

static void
write_event (FoyerPage *page, JsonObject *event)
{
  FoyerHtml *html = page->html;
  const char *title = find_title (page, foyer_json_object_text (event, "event"));
  g_autofree char *label = foyer_text_fill (foyer_page_say (page, "{event} by email"), "event", title, NULL);

  foyer_html_open (html, FOYER_TAG_TR, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_TH, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_SCOPE, "row");
  foyer_html_text (html, title);
  foyer_html_close (html, FOYER_TAG_TH);
  foyer_html_open (html, FOYER_TAG_TD, FOYER_CLASS ("is-mid"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-sr"), label);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "checkbox");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, foyer_json_object_text (event, "event"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, "1");
  foyer_html_flag (html, FOYER_ATTRIBUTE_CHECKED, foyer_json_object_boolean (event, "email", FALSE));
  foyer_html_close (html, FOYER_TAG_LABEL);
  foyer_html_close (html, FOYER_TAG_TD);
  foyer_html_close (html, FOYER_TAG_TR);
}

static void
write_column_head (FoyerPage *page, FoyerHtmlClass class, const char *text)
{
  foyer_html_open (page->html, FOYER_TAG_TH, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_SCOPE, "col");
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_TH);
}

static void
write_notifications (FoyerPage *page, JsonArray *list)
{
  FoyerHtml *html = page->html;

  open_card (page, "told", foyer_page_say (page, "Notifications"));
  foyer_page_open_form (page, "/profile/notifications", FOYER_CLASS ("fy-form"));
  foyer_html_open (html, FOYER_TAG_TABLE, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_CAPTION, FOYER_CLASS ("fy-sr"),
                      foyer_page_say (page, "How we reach you"));
  foyer_html_open (html, FOYER_TAG_THEAD, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_TR, FOYER_NO_CLASS);
  write_column_head (page, FOYER_NO_CLASS, foyer_page_say (page, "Tell me about"));
  write_column_head (page, FOYER_CLASS ("is-mid"), foyer_page_say (page, "Email"));
  foyer_html_close (html, FOYER_TAG_TR);
  foyer_html_close (html, FOYER_TAG_THEAD);
  foyer_html_open (html, FOYER_TAG_TBODY, FOYER_NO_CLASS);
  for (guint i = 0; i < json_array_get_length (list); i++)
    write_event (page, json_array_get_object_element (list, i));
  foyer_html_close (html, FOYER_TAG_TBODY);
  foyer_html_close (html, FOYER_TAG_TABLE);
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
                      foyer_page_say (page, "We do not send text messages yet."));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Save notifications"));
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_html_close (html, FOYER_TAG_SECTION);
}

/* --- The rest --- */

static void
write_ways_on (FoyerPage *page)
{
  JsonArray *accounts = foyer_json_object_array (page->view, "accounts");

  foyer_page_open_section (page, "account", foyer_page_say (page, "Your account"), NULL, NULL);
  foyer_page_open_icon_row (page, "/sessions", FOYER_ICON_LOCK,
                            foyer_page_say (page, "Where you are signed in"));
  foyer_page_close_row (page, "/sessions");
  if (foyer_json_object_boolean (foyer_json_object_object (page->view, "profile"), "mayChoosePassword",
                                 FALSE)) {
    foyer_page_open_icon_row (page, "/password", FOYER_ICON_SIGN, foyer_page_say (page, "Choose a password"));
    foyer_page_close_row (page, "/password");
  }
  if (accounts != NULL) {
    foyer_page_open_icon_row (page, "/switch", FOYER_ICON_PERSON,
                              foyer_page_say (page, "Switch to another account"));
    foyer_page_close_row (page, "/switch");
  }
  foyer_page_close_section (page);
}

static const struct {
  const char *word;
  const char *title;
} roles[] = {
  { "owner", FOYER_MARK ("Owner") },
  { "accounts", FOYER_MARK ("Accounts") },
  { "site_contact", FOYER_MARK ("Site contact") },
  { "read_only", FOYER_MARK ("Read only") },
};

static const struct {
  const char *word;
  const char *title;
} rights[] = {
  { "raise_requests", FOYER_MARK ("Raise requests") },
  { "book", FOYER_MARK ("Book visits") },
  { "see_money", FOYER_MARK ("See amounts") },
};

static gboolean
may (JsonObject *profile, const char *word)
{
  JsonArray *list = foyer_json_object_array (profile, "may");

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    if (strcmp (json_array_get_string_element (list, i), word) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
write_right (FoyerPage *page, JsonObject *profile, const char *word, const char *title)
{
  foyer_page_fact (page, title,
                   may (profile, word) ? foyer_page_say (page, "Yes") : foyer_page_say (page, "No"));
}

static void
write_rights (FoyerPage *page, JsonObject *profile)
{
  const char *role = foyer_json_object_text (profile, "role");
  gint64 sites = foyer_json_object_integer (profile, "sites", 0);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, sites);
  g_autofree char *some
      = foyer_text_fill (foyer_text_plural (page->language, "{count} site", "{count} sites", (gulong) sites),
                         "count", count, NULL);

  foyer_page_open_facts (page, foyer_page_say (page, "What you may do"));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    if (g_strcmp0 (roles[i].word, role) == 0)
      foyer_page_fact (page, foyer_page_say (page, "Role"), foyer_page_say (page, roles[i].title));
  }
  write_right (page, profile, "approve_quotes", foyer_page_say_quote (page, FOYER_PHRASE_QUOTE_APPROVING));
  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    write_right (page, profile, rights[i].word, foyer_page_say (page, rights[i].title));
  foyer_page_fact (page, foyer_page_say (page, "Sites"), sites == 0 ? foyer_page_say (page, "All") : some);
  foyer_page_close_facts (page);
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
                      foyer_page_say (page, "The office sets what you may do."));
}

void
foyer_page_write_profile (FoyerPage *page)
{
  JsonObject *profile = foyer_json_object_object (page->view, "profile");
  JsonArray *told = foyer_json_object_array (profile, "notifications");

  foyer_page_open_frame (page, FOYER_SECTION_PROFILE, foyer_page_say (page, "Your profile"));
  if (page->request->problem == FOYER_PROBLEM_NAME)
    foyer_page_field_problem (page, "#name", foyer_page_say (page, "Please enter your name."));
  else if (page->request->problem == FOYER_PROBLEM_PHONE)
    foyer_page_field_problem (page, "#phone",
                              foyer_page_say (page, "Please enter a phone number, or nothing."));
  foyer_page_head (page, NULL, NULL, foyer_page_say (page, "Your profile"), NULL, FOYER_TONE_NEUTRAL, NULL);
  write_contact (page, profile);
  if (told != NULL && foyer_json_object_boolean (profile, "mayChange", FALSE))
    write_notifications (page, told);
  write_ways_on (page);
  write_rights (page, profile);
  foyer_page_close_frame (page, FOYER_SECTION_PROFILE);
}

/* --- Switching (X11) --- */

static void
write_account (FoyerPage *page, JsonObject *account)
{
  FoyerHtml *html = page->html;
  const char *name = foyer_json_object_text (account, "name");
  g_autofree char *open = foyer_text_fill (foyer_page_say (page, "Open {client}"), "client", name, NULL);

  foyer_html_open (html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-row"));
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (html, FOYER_ICON_PERSON, FALSE);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-row-main"));
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, name);
  if (foyer_json_object_boolean (account, "here", FALSE))
    foyer_page_pill (page, FOYER_TONE_OK, foyer_page_say (page, "Open now"));
  foyer_html_close (html, FOYER_TAG_SPAN);
  if (!foyer_json_object_boolean (account, "here", FALSE)) {
    foyer_page_open_form (page, "/switch", FOYER_CLASS ("fy-form"));
    foyer_page_hidden (page, "account", foyer_json_object_text (account, "id"));
    foyer_page_submit (page, FOYER_SUBMIT_SMALL, open);
    foyer_page_close_form (page);
  }
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_LI);
}

void
foyer_page_write_switch (FoyerPage *page)
{
  JsonArray *accounts = foyer_json_object_array (page->view, "accounts");
  const char *phone = foyer_json_object_text (page->organisation, "phone");
  g_autofree char *lead
      = foyer_text_fill (foyer_page_say (page, "You are signed in as {name}."), "name",
                         foyer_json_object_text (foyer_json_object_object (page->view, "person"), "name"),
                         NULL);

  foyer_page_open_frame (page, FOYER_SECTION_PROFILE, foyer_page_say (page, "Choose an account"));
  foyer_page_head (page, "/profile", foyer_page_say (page, "Your profile"),
                   foyer_page_say (page, "Choose an account"), NULL, FOYER_TONE_NEUTRAL, lead);
  foyer_page_open_section (page, "accounts", foyer_page_say (page, "Your accounts"), NULL, NULL);
  for (guint i = 0; i < json_array_get_length (accounts); i++)
    write_account (page, json_array_get_object_element (accounts, i));
  foyer_page_close_section (page);
  if (phone != NULL) {
    foyer_html_open (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"));
    foyer_page_sentence (page, foyer_page_say (page, "Missing one? Ask the office to add you: {phone}."),
                         "phone", FOYER_PIECE_PHONE, phone, NULL);
    foyer_html_close (page->html, FOYER_TAG_P);
  }
  foyer_page_close_frame (page, FOYER_SECTION_PROFILE);
}
