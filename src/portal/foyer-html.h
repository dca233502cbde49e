/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-html-names.h"
#include "foyer-icon.h"
#include "foyer-money.h"
#include "foyer-portal-page.h"

G_BEGIN_DECLS

/**
 * FoyerHtml:
 *
 * Writes a page from start to end. An element is opened, takes its attributes, then its content, and is closed by its name; void
 * elements are not closed. Everything that comes from a record enters by a function that knows what it is, so that it cannot
 * become markup; there is no function for raw bytes. A call in the wrong place is a programmer's error.
 */
typedef struct _FoyerHtml FoyerHtml;

/**
 * FoyerHtmlClass:
 * @names: class names parted by single spaces
 *
 * Made by FOYER_CLASS() from a string literal only.
 */
typedef struct {
  const char *names;
} FoyerHtmlClass;

#define FOYER_CLASS(literal) ((FoyerHtmlClass){ "" literal "" })
#define FOYER_NO_CLASS ((FoyerHtmlClass){ NULL })

/**
 * foyer_html_new:
 *
 * Returns: (transfer full): a writer that has written `<!DOCTYPE html>`
 */
FoyerHtml *foyer_html_new (void);

/**
 * foyer_html_free:
 *
 * Forgets an unfinished page.
 */
void foyer_html_free (FoyerHtml *self);

/**
 * foyer_html_finish:
 * @self: (transfer full): every element of it must be closed
 *
 * Returns: (transfer full): the page
 */
FoyerPortalPage *foyer_html_finish (FoyerHtml *self);

/**
 * foyer_html_open:
 * @class: FOYER_CLASS() or %FOYER_NO_CLASS
 *
 * Opens an element. Attributes may follow until the first content.
 */
void foyer_html_open (FoyerHtml *self, FoyerHtmlTag tag, FoyerHtmlClass class);

/**
 * foyer_html_close:
 * @tag: the innermost open element
 */
void foyer_html_close (FoyerHtml *self, FoyerHtmlTag tag);

/**
 * foyer_html_element:
 * @text: (nullable)
 *
 * Opens an element, writes @text and closes it.
 */
void foyer_html_element (FoyerHtml *self, FoyerHtmlTag tag, FoyerHtmlClass class, const char *text);

/**
 * foyer_html_attribute:
 * @attribute: one that holds text or names
 */
void foyer_html_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute, const char *value);

/**
 * foyer_html_number_attribute:
 * @attribute: one that holds a number
 */
void foyer_html_number_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute, int value);

/**
 * foyer_html_flag:
 * @attribute: one that is there or not
 */
void foyer_html_flag (FoyerHtml *self, FoyerHtmlAttribute attribute, gboolean is_set);

/**
 * foyer_html_url:
 * @attribute: one that holds an address
 * @url: (nullable): what foyer_url_is_allowed() refuses is not written
 *
 * Returns: whether it was written
 */
gboolean foyer_html_url (FoyerHtml *self, FoyerHtmlAttribute attribute, const char *url);

/**
 * foyer_html_text:
 * @text: (nullable): any bytes
 */
void foyer_html_text (FoyerHtml *self, const char *text);

/**
 * foyer_html_text_part:
 * @length: bytes of @text
 */
void foyer_html_text_part (FoyerHtml *self, const char *text, gsize length);

/**
 * foyer_html_number:
 *
 * Writes an integer as text.
 */
void foyer_html_number (FoyerHtml *self, gint64 number);

/**
 * foyer_html_money:
 * @language: a BCP 47 tag
 *
 * Writes an amount as text, isolated so that it keeps its order in a line from right to left.
 */
void foyer_html_money (FoyerHtml *self, const FoyerMoney *money, const char *language);

/**
 * foyer_html_icon:
 * @is_small: whether it stands beside words on a button
 *
 * Draws an icon as inline SVG, hidden from screen readers.
 */
void foyer_html_icon (FoyerHtml *self, FoyerIcon icon, gboolean is_small);

/**
 * foyer_html_slot:
 *
 * Leaves a place for a value of the session in the text.
 */
void foyer_html_slot (FoyerHtml *self, FoyerPageSlot slot);

/**
 * foyer_html_slot_attribute:
 * @attribute: one that holds text
 *
 * Writes an attribute whose value is a place for a value of the session.
 */
void foyer_html_slot_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute, FoyerPageSlot slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHtml, foyer_html_free)

G_END_DECLS
