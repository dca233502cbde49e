/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-form.c - forms: each posts and carries its token */

#include "foyer-page-form.h"

static void
open_form (FoyerPage *page, const char *action, const char *type, FoyerHtmlClass class)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_FORM, class);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_METHOD, "post");
  if (action != NULL)
    foyer_html_url (html, FOYER_ATTRIBUTE_ACTION, action);
  if (type != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ENCTYPE, type);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "hidden");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "token");
  foyer_html_slot_attribute (html, FOYER_ATTRIBUTE_VALUE, FOYER_SLOT_FORM_TOKEN);
}

void
foyer_page_open_form (FoyerPage *page, const char *action, FoyerHtmlClass class)
{
  open_form (page, action, NULL, class);
}

void
foyer_page_open_files_form (FoyerPage *page, const char *action, FoyerHtmlClass class)
{
  open_form (page, action, "multipart/form-data", class);
}

void
foyer_page_close_form (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_FORM);
}

void
foyer_page_hidden (FoyerPage *page, const char *name, const char *value)
{
  if (value == NULL)
    return;

  foyer_html_open (page->html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_TYPE, "hidden");
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_VALUE, value);
}

static void
open_button (FoyerPage *page, FoyerHtmlClass class)
{
  foyer_html_open (page->html, FOYER_TAG_BUTTON, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_TYPE, "submit");
}

void
foyer_page_submit (FoyerPage *page, FoyerSubmit look, const char *text)
{
  static const FoyerHtmlClass classes[] = {
    [FOYER_SUBMIT_PRIMARY] = { "fy-btn is-primary" },
    [FOYER_SUBMIT_PRIMARY_WIDE] = { "fy-btn is-primary is-wide" },
    [FOYER_SUBMIT_PLAIN] = { "fy-btn" },
    [FOYER_SUBMIT_SMALL] = { "fy-btn is-small" },
    [FOYER_SUBMIT_DANGER] = { "fy-btn is-danger" },
  };

  open_button (page, classes[look]);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_BUTTON);
}

void
foyer_page_plain_submit (FoyerPage *page, FoyerIcon icon, const char *text)
{
  open_button (page, FOYER_NO_CLASS);
  foyer_html_icon (page->html, icon, FALSE);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_BUTTON);
}

void
foyer_page_choice (FoyerPage *page,
                   const char *name,
                   const char *value,
                   gboolean is_checked,
                   const char *title,
                   const char *detail)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-choice"));
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "radio");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, value);
  foyer_html_flag (html, FOYER_ATTRIBUTE_CHECKED, is_checked);
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, title);
  if (detail != NULL && *detail != '\0')
    foyer_html_element (html, FOYER_TAG_SMALL, FOYER_NO_CLASS, detail);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_close (html, FOYER_TAG_LABEL);
}

static void
write_named (FoyerPage *page,
             FoyerHtmlTag tag,
             FoyerHtmlClass class,
             const char *name,
             const char *end,
             const char *text)
{
  g_autofree char *id = g_strconcat (name, end, NULL);

  if (text == NULL)
    return;
  foyer_html_open (page->html, tag, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, tag);
}

/* The ids of what explains the field. */
static char *
list_explanations (const FoyerTextField *field)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  if (field->hint != NULL)
    g_string_append_printf (ids, "%s-hint", field->name);
  if (field->error != NULL)
    g_string_append_printf (ids, "%s%s-error", ids->len > 0 ? " " : "", field->name);
  return ids->len == 0 ? NULL : g_string_free (g_steal_pointer (&ids), FALSE);
}

void
foyer_page_text_field (FoyerPage *page, const FoyerTextField *field)
{
  FoyerHtml *html = page->html;
  g_autofree char *explanations = list_explanations (field);

  foyer_html_open (html, FOYER_TAG_DIV,
                   field->error != NULL ? FOYER_CLASS ("fy-field is-wrong") : FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, field->name);
  foyer_html_text (html, field->label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  write_named (page, FOYER_TAG_P, FOYER_CLASS ("fy-hint"), field->name, "-hint", field->hint);
  write_named (page, FOYER_TAG_P, FOYER_CLASS ("fy-error"), field->name, "-error", field->error);
  foyer_html_open (html, FOYER_TAG_TEXTAREA, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, field->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, field->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_DIR, "auto");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_ROWS, 4);
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, field->maximum);
  if (explanations != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY, explanations);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, field->is_required);
  foyer_html_text (html, field->value);
  foyer_html_close (html, FOYER_TAG_TEXTAREA);
  foyer_html_close (html, FOYER_TAG_DIV);
}

void
foyer_page_check (FoyerPage *page, const char *name, gboolean is_checked, const char *text)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-check"));
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "checkbox");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, "1");
  foyer_html_flag (html, FOYER_ATTRIBUTE_CHECKED, is_checked);
  foyer_html_element (html, FOYER_TAG_SPAN, FOYER_NO_CLASS, text);
  foyer_html_close (html, FOYER_TAG_LABEL);
}

void
foyer_page_open_choices (FoyerPage *page, const char *legend, gboolean is_hidden)
{
  foyer_html_open (page->html, FOYER_TAG_FIELDSET, FOYER_NO_CLASS);
  foyer_html_element (page->html, FOYER_TAG_LEGEND, is_hidden ? FOYER_CLASS ("fy-sr") : FOYER_NO_CLASS,
                      legend);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-choices"));
}

void
foyer_page_close_choices (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_close (page->html, FOYER_TAG_FIELDSET);
}

void
foyer_page_open_more (FoyerPage *page, const char *summary, gboolean is_open)
{
  foyer_html_open (page->html, FOYER_TAG_DETAILS, FOYER_CLASS ("fy-more"));
  foyer_html_flag (page->html, FOYER_ATTRIBUTE_OPEN, is_open);
  foyer_html_element (page->html, FOYER_TAG_SUMMARY, FOYER_NO_CLASS, summary);
}

void
foyer_page_close_more (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_DETAILS);
}

void
foyer_page_problem (FoyerPage *page, const char *title, const char *text)
{
  foyer_page_open_note (page, FOYER_TONE_BAD, FOYER_ICON_FAILED, title);
  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_page_close_note (page);
}

void
foyer_page_field_problem (FoyerPage *page, const char *field, const char *text)
{
  FoyerHtml *html = page->html;

  foyer_page_open_note (page, FOYER_TONE_BAD, FOYER_ICON_FAILED,
                        foyer_page_say (page, "Please look at this again"));
  foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, field);
  foyer_html_text (html, text);
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_close (html, FOYER_TAG_P);
  foyer_page_close_note (page);
}
