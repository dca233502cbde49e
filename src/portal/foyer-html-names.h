/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The names that a page can be made of. What is not here cannot be written: no script, style, frame or object, no event handler, no
 * style attribute.
 */

/**
 * FoyerHtmlTag:
 *
 * Elements of HTML, and four of SVG for icons.
 */
typedef enum {
  FOYER_TAG_HTML,
  FOYER_TAG_HEAD,
  FOYER_TAG_META,
  FOYER_TAG_TITLE,
  FOYER_TAG_LINK,
  FOYER_TAG_BODY,
  FOYER_TAG_A,
  FOYER_TAG_HEADER,
  FOYER_TAG_NAV,
  FOYER_TAG_MAIN,
  FOYER_TAG_FOOTER,
  FOYER_TAG_SECTION,
  FOYER_TAG_DIV,
  FOYER_TAG_H1,
  FOYER_TAG_H2,
  FOYER_TAG_H3,
  FOYER_TAG_P,
  FOYER_TAG_SPAN,
  FOYER_TAG_B,
  FOYER_TAG_I,
  FOYER_TAG_SMALL,
  FOYER_TAG_BDI,
  FOYER_TAG_TIME,
  FOYER_TAG_BR,
  FOYER_TAG_UL,
  FOYER_TAG_OL,
  FOYER_TAG_LI,
  FOYER_TAG_DL,
  FOYER_TAG_DT,
  FOYER_TAG_DD,
  FOYER_TAG_FORM,
  FOYER_TAG_FIELDSET,
  FOYER_TAG_LEGEND,
  FOYER_TAG_LABEL,
  FOYER_TAG_INPUT,
  FOYER_TAG_TEXTAREA,
  FOYER_TAG_SELECT,
  FOYER_TAG_OPTION,
  FOYER_TAG_BUTTON,
  FOYER_TAG_DETAILS,
  FOYER_TAG_SUMMARY,
  FOYER_TAG_TABLE,
  FOYER_TAG_CAPTION,
  FOYER_TAG_THEAD,
  FOYER_TAG_TBODY,
  FOYER_TAG_TFOOT,
  FOYER_TAG_TR,
  FOYER_TAG_TH,
  FOYER_TAG_TD,
  FOYER_TAG_METER,
  FOYER_TAG_FIGURE,
  FOYER_TAG_FIGCAPTION,
  FOYER_TAG_PICTURE,
  FOYER_TAG_SOURCE,
  FOYER_TAG_IMG,
  FOYER_TAG_SVG,
  FOYER_TAG_PATH,
  FOYER_TAG_RECT,
  FOYER_TAG_CIRCLE,
} FoyerHtmlTag;

#define FOYER_N_HTML_TAGS 59

/**
 * FoyerHtmlAttribute:
 *
 * Attributes other than the class, which has its own function.
 */
typedef enum {
  FOYER_ATTRIBUTE_ID,
  FOYER_ATTRIBUTE_FOR,
  FOYER_ATTRIBUTE_ARIA_LABELLEDBY,
  FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY,
  FOYER_ATTRIBUTE_NAME,
  FOYER_ATTRIBUTE_LANG,
  FOYER_ATTRIBUTE_DIR,
  FOYER_ATTRIBUTE_CHARSET,
  FOYER_ATTRIBUTE_CONTENT,
  FOYER_ATTRIBUTE_REL,
  FOYER_ATTRIBUTE_MEDIA,
  FOYER_ATTRIBUTE_TYPE,
  FOYER_ATTRIBUTE_METHOD,
  FOYER_ATTRIBUTE_ENCTYPE,
  FOYER_ATTRIBUTE_HREF,
  FOYER_ATTRIBUTE_SRC,
  FOYER_ATTRIBUTE_SRCSET,
  FOYER_ATTRIBUTE_ACTION,
  FOYER_ATTRIBUTE_ALT,
  FOYER_ATTRIBUTE_VALUE,
  FOYER_ATTRIBUTE_AUTOCOMPLETE,
  FOYER_ATTRIBUTE_INPUTMODE,
  FOYER_ATTRIBUTE_ACCEPT,
  FOYER_ATTRIBUTE_SCOPE,
  FOYER_ATTRIBUTE_DATETIME,
  FOYER_ATTRIBUTE_ROLE,
  FOYER_ATTRIBUTE_ARIA_LABEL,
  FOYER_ATTRIBUTE_ARIA_HIDDEN,
  FOYER_ATTRIBUTE_ARIA_CURRENT,
  FOYER_ATTRIBUTE_WIDTH,
  FOYER_ATTRIBUTE_HEIGHT,
  FOYER_ATTRIBUTE_VIEW_BOX,
  FOYER_ATTRIBUTE_D,
  FOYER_ATTRIBUTE_X,
  FOYER_ATTRIBUTE_Y,
  FOYER_ATTRIBUTE_RX,
  FOYER_ATTRIBUTE_CX,
  FOYER_ATTRIBUTE_CY,
  FOYER_ATTRIBUTE_R,
  FOYER_ATTRIBUTE_TABINDEX,
  FOYER_ATTRIBUTE_ROWS,
  FOYER_ATTRIBUTE_MAXLENGTH,
  FOYER_ATTRIBUTE_REQUIRED,
  FOYER_ATTRIBUTE_CHECKED,
  FOYER_ATTRIBUTE_SELECTED,
  FOYER_ATTRIBUTE_DISABLED,
  FOYER_ATTRIBUTE_MULTIPLE,
  FOYER_ATTRIBUTE_OPEN,
} FoyerHtmlAttribute;

#define FOYER_N_HTML_ATTRIBUTES 48

/**
 * FoyerHtmlTagKind:
 * @FOYER_HTML_ELEMENT: has content and an end tag
 * @FOYER_HTML_VOID: has neither
 * @FOYER_HTML_SHAPE: of SVG, closed at once
 */
typedef enum {
  FOYER_HTML_ELEMENT,
  FOYER_HTML_VOID,
  FOYER_HTML_SHAPE,
} FoyerHtmlTagKind;

/**
 * FoyerHtmlAttributeKind:
 * @FOYER_HTML_TEXT: any text
 * @FOYER_HTML_NAME: letters, digits, hyphens and underscores, starting with a letter
 * @FOYER_HTML_NAMES: several of these, parted by spaces
 * @FOYER_HTML_URL: an allowed address
 * @FOYER_HTML_NUMBER: an integer
 * @FOYER_HTML_FLAG: there or not
 */
typedef enum {
  FOYER_HTML_TEXT,
  FOYER_HTML_NAME,
  FOYER_HTML_NAMES,
  FOYER_HTML_URL,
  FOYER_HTML_NUMBER,
  FOYER_HTML_FLAG,
} FoyerHtmlAttributeKind;

/**
 * FoyerHtmlTagEntry:
 * @name: as it is written
 * @kind: how it is closed
 * @breaks: whether a line may be broken before it without a visible space
 */
typedef struct {
  const char *name;
  FoyerHtmlTagKind kind;
  gboolean breaks;
} FoyerHtmlTagEntry;

/**
 * FoyerHtmlAttributeEntry:
 * @name: as it is written
 * @kind: what it may hold
 */
typedef struct {
  const char *name;
  FoyerHtmlAttributeKind kind;
} FoyerHtmlAttributeEntry;

extern const FoyerHtmlTagEntry foyer_html_tags[FOYER_N_HTML_TAGS];
extern const FoyerHtmlAttributeEntry foyer_html_attributes[FOYER_N_HTML_ATTRIBUTES];

G_END_DECLS
