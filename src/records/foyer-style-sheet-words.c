/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-style-sheet-words.c - what a business's style sheet may name */

#include "foyer-style-sheet-words.h"

#include <string.h>

static const char *const properties[] = {
  "accent-color",
  "align-content",
  "align-items",
  "align-self",
  "aspect-ratio",
  "background",
  "background-color",
  "background-image",
  "background-position",
  "background-repeat",
  "background-size",
  "border",
  "border-bottom",
  "border-bottom-color",
  "border-bottom-left-radius",
  "border-bottom-right-radius",
  "border-bottom-style",
  "border-bottom-width",
  "border-collapse",
  "border-color",
  "border-left",
  "border-left-color",
  "border-left-style",
  "border-left-width",
  "border-radius",
  "border-right",
  "border-right-color",
  "border-right-style",
  "border-right-width",
  "border-spacing",
  "border-style",
  "border-top",
  "border-top-color",
  "border-top-left-radius",
  "border-top-right-radius",
  "border-top-style",
  "border-top-width",
  "border-width",
  "box-shadow",
  "box-sizing",
  "caption-side",
  "caret-color",
  "clear",
  "color",
  "column-gap",
  "content",
  "display",
  "empty-cells",
  "fill",
  "flex",
  "flex-basis",
  "flex-direction",
  "flex-flow",
  "flex-grow",
  "flex-shrink",
  "flex-wrap",
  "float",
  "font",
  "font-family",
  "font-feature-settings",
  "font-kerning",
  "font-size",
  "font-stretch",
  "font-style",
  "font-variant",
  "font-variant-caps",
  "font-variant-numeric",
  "font-weight",
  "gap",
  "grid-column",
  "grid-gap",
  "grid-row",
  "grid-template-columns",
  "grid-template-rows",
  "height",
  "hyphens",
  "justify-content",
  "justify-items",
  "justify-self",
  "letter-spacing",
  "line-height",
  "list-style",
  "list-style-position",
  "list-style-type",
  "margin",
  "margin-block",
  "margin-bottom",
  "margin-inline",
  "margin-left",
  "margin-right",
  "margin-top",
  "max-height",
  "max-width",
  "min-height",
  "min-width",
  "object-fit",
  "opacity",
  "order",
  "outline",
  "outline-color",
  "outline-offset",
  "outline-style",
  "outline-width",
  "overflow",
  "overflow-wrap",
  "overflow-x",
  "overflow-y",
  "padding",
  "padding-block",
  "padding-bottom",
  "padding-inline",
  "padding-left",
  "padding-right",
  "padding-top",
  "position",
  "row-gap",
  "stroke",
  "stroke-width",
  "table-layout",
  "text-align",
  "text-decoration",
  "text-decoration-color",
  "text-decoration-line",
  "text-decoration-style",
  "text-decoration-thickness",
  "text-indent",
  "text-overflow",
  "text-shadow",
  "text-transform",
  "text-underline-offset",
  "vertical-align",
  "visibility",
  "white-space",
  "width",
  "word-break",
  "word-spacing",
};

static const char *const functions[] = {
  "calc",   "clamp", "color-mix", "fit-content", "hsl", "hsla", "linear-gradient",
  "max",    "min",   "minmax",    "oklch",       "rgb", "rgba", "radial-gradient",
  "repeat", "var",
};

static const char *const pseudos[] = {
  "active",        "after",        "before",       "checked",    "disabled",       "empty",
  "enabled",       "first-child",  "first-letter", "first-line", "first-of-type",  "focus",
  "focus-visible", "focus-within", "hover",        "is",         "last-child",     "last-of-type",
  "link",          "marker",       "not",          "nth-child",  "nth-last-child", "nth-of-type",
  "only-child",    "placeholder",  "target",       "where",
};

static gboolean
has (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++) {
    if (strcmp (names[i], name) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
foyer_style_sheet_has_property (const char *name)
{
  return has (properties, G_N_ELEMENTS (properties), name);
}

gboolean
foyer_style_sheet_has_function (const char *name)
{
  return has (functions, G_N_ELEMENTS (functions), name);
}

gboolean
foyer_style_sheet_has_pseudo (const char *name)
{
  return has (pseudos, G_N_ELEMENTS (pseudos), name);
}
