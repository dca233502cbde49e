/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-html.c - writes pages from typed values only */

#include "foyer-html.h"

#include "foyer-html-escape.h"
#include "foyer-html-isolate.h"
#include "foyer-url.h"

#include <string.h>

struct _FoyerHtml {
  GString *out;       /* (owned) */
  GArray *open;       /* (owned) (element-type FoyerHtmlTag): the elements that wait for their end tags */
  GArray *places;     /* (owned) (element-type FoyerSlotPlace) */
  gboolean in_tag;    /* attributes may follow */
  FoyerHtmlTag tag;   /* the one that takes them */
  guint64 attributes; /* those that it has, one bit each */
};

G_STATIC_ASSERT (FOYER_N_HTML_ATTRIBUTES <= 64);

static gboolean
is_class (const char *names)
{
  for (const char *at = names; *at != '\0'; at++) {
    gboolean starts = at == names || at[-1] == ' ';

    if (starts ? !g_ascii_islower (*at)
               : !g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-' && *at != ' ')
      return FALSE;
  }
  return names[0] != '\0' && names[strlen (names) - 1] != ' ';
}

static gboolean
is_name (const char *value, gboolean may_be_several)
{
  gboolean starts = TRUE;

  for (; *value != '\0'; value++) {
    if (*value == ' ' && may_be_several && !starts) {
      starts = TRUE;
      continue;
    }
    if (starts ? !g_ascii_isalpha (*value) : !g_ascii_isalnum (*value) && *value != '-' && *value != '_')
      return FALSE;
    starts = FALSE;
  }
  return !starts;
}

/* Ends the tag that takes attributes, if there is one. */
static void
end_tag (FoyerHtml *self)
{
  if (!self->in_tag)
    return;

  g_string_append (self->out, foyer_html_tags[self->tag].kind == FOYER_HTML_SHAPE ? "/>" : ">");
  self->in_tag = FALSE;
}

/* Writes ` name` if the attribute may be written here. */
static gboolean
start_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << attribute;

  g_return_val_if_fail (self->in_tag, FALSE);
  g_return_val_if_fail ((self->attributes & bit) == 0, FALSE);

  self->attributes |= bit;
  g_string_append_c (self->out, ' ');
  g_string_append (self->out, foyer_html_attributes[attribute].name);
  return TRUE;
}

static void
write_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute, const char *value)
{
  if (!start_attribute (self, attribute))
    return;

  g_string_append (self->out, "=\"");
  foyer_html_escape (self->out, value, -1);
  g_string_append_c (self->out, '"');
}

static void
add_place (FoyerHtml *self, FoyerPageSlot slot)
{
  FoyerSlotPlace place = { slot, self->out->len };

  g_array_append_val (self->places, place);
}

FoyerHtml *
foyer_html_new (void)
{
  FoyerHtml *self = g_new0 (FoyerHtml, 1);

  self->out = g_string_sized_new (8192);
  self->open = g_array_new (FALSE, FALSE, sizeof (FoyerHtmlTag));
  self->places = g_array_new (FALSE, FALSE, sizeof (FoyerSlotPlace));
  g_string_append (self->out, "<!DOCTYPE html>");
  return self;
}

void
foyer_html_free (FoyerHtml *self)
{
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_array_unref (self->open);
  g_array_unref (self->places);
  g_free (self);
}

FoyerPortalPage *
foyer_html_finish (FoyerHtml *self)
{
  g_autoptr (GBytes) bytes = NULL;
  FoyerPortalPage *page;

  end_tag (self);
  g_assert (self->open->len == 0);

  g_string_append_c (self->out, '\n');
  bytes = g_string_free_to_bytes (g_steal_pointer (&self->out));
  page = foyer_portal_page_new (bytes, self->places);
  foyer_html_free (self);
  return page;
}

void
foyer_html_open (FoyerHtml *self, FoyerHtmlTag tag, FoyerHtmlClass class)
{
  const FoyerHtmlTagEntry *entry;

  g_return_if_fail (tag < FOYER_N_HTML_TAGS);
  g_return_if_fail (class.names == NULL || is_class (class.names));

  entry = &foyer_html_tags[tag];
  end_tag (self);
  if (entry->breaks && self->out->str[self->out->len - 1] == '>')
    g_string_append_c (self->out, '\n');
  g_string_append_c (self->out, '<');
  g_string_append (self->out, entry->name);
  if (class.names != NULL) {
    g_string_append (self->out, " class=\"");
    g_string_append (self->out, class.names);
    g_string_append_c (self->out, '"');
  }

  self->in_tag = TRUE;
  self->tag = tag;
  self->attributes = 0;
  if (entry->kind == FOYER_HTML_ELEMENT)
    g_array_append_val (self->open, tag);
}

void
foyer_html_close (FoyerHtml *self, FoyerHtmlTag tag)
{
  end_tag (self);
  g_assert (self->open->len > 0);
  g_assert (g_array_index (self->open, FoyerHtmlTag, self->open->len - 1) == tag);

  g_array_set_size (self->open, self->open->len - 1);
  g_string_append (self->out, "</");
  g_string_append (self->out, foyer_html_tags[tag].name);
  g_string_append_c (self->out, '>');
}

void
foyer_html_element (FoyerHtml *self, FoyerHtmlTag tag, FoyerHtmlClass class, const char *text)
{
  foyer_html_open (self, tag, class);
  foyer_html_text (self, text);
  foyer_html_close (self, tag);
}

void
foyer_html_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute, const char *value)
{
  FoyerHtmlAttributeKind kind;

  g_return_if_fail (attribute < FOYER_N_HTML_ATTRIBUTES);
  g_return_if_fail (value != NULL);

  kind = foyer_html_attributes[attribute].kind;
  g_return_if_fail (kind == FOYER_HTML_TEXT || kind == FOYER_HTML_NAME || kind == FOYER_HTML_NAMES);
  g_return_if_fail (kind == FOYER_HTML_TEXT || is_name (value, kind == FOYER_HTML_NAMES));

  write_attribute (self, attribute, value);
}

void
foyer_html_number_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute, int value)
{
  char digits[16];

  g_return_if_fail (attribute < FOYER_N_HTML_ATTRIBUTES);
  g_return_if_fail (foyer_html_attributes[attribute].kind == FOYER_HTML_NUMBER);

  g_snprintf (digits, sizeof digits, "%d", value);
  write_attribute (self, attribute, digits);
}

void
foyer_html_flag (FoyerHtml *self, FoyerHtmlAttribute attribute, gboolean is_set)
{
  g_return_if_fail (attribute < FOYER_N_HTML_ATTRIBUTES);
  g_return_if_fail (foyer_html_attributes[attribute].kind == FOYER_HTML_FLAG);

  if (is_set)
    start_attribute (self, attribute);
}

gboolean
foyer_html_url (FoyerHtml *self, FoyerHtmlAttribute attribute, const char *url)
{
  g_return_val_if_fail (attribute < FOYER_N_HTML_ATTRIBUTES, FALSE);
  g_return_val_if_fail (foyer_html_attributes[attribute].kind == FOYER_HTML_URL, FALSE);

  if (!foyer_url_is_allowed (url))
    return FALSE;

  write_attribute (self, attribute, url);
  return TRUE;
}

/* A title, an option and a text area hold letters alone. A bdi is isolated already. */
static gboolean
holds_elements (FoyerHtml *self)
{
  FoyerHtmlTag tag = g_array_index (self->open, FoyerHtmlTag, self->open->len - 1);

  return tag != FOYER_TAG_TITLE && tag != FOYER_TAG_OPTION && tag != FOYER_TAG_TEXTAREA
         && tag != FOYER_TAG_BDI;
}

void
foyer_html_text (FoyerHtml *self, const char *text)
{
  if (text != NULL)
    foyer_html_text_part (self, text, strlen (text));
}

void
foyer_html_text_part (FoyerHtml *self, const char *text, gsize length)
{
  gboolean is_textarea = self->in_tag && self->tag == FOYER_TAG_TEXTAREA;
  gboolean is_turned
      = self->in_tag && (self->attributes & (G_GUINT64_CONSTANT (1) << FOYER_ATTRIBUTE_DIR)) != 0;

  end_tag (self);
  g_return_if_fail (self->open->len > 0);

  /* A browser drops the first line break of a text area, so one more is needed for those that count. */
  if (is_textarea && length > 0 && (*text == '\n' || *text == '\r'))
    g_string_append_c (self->out, '\n');
  if (!is_turned && holds_elements (self))
    foyer_html_escape_isolated (self->out, text, length);
  else
    foyer_html_escape (self->out, text, (gssize) length);
}

void
foyer_html_number (FoyerHtml *self, gint64 number)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  foyer_html_text (self, digits);
}

void
foyer_html_money (FoyerHtml *self, const FoyerMoney *money, const char *language)
{
  g_autofree char *text = foyer_money_format (money, language);

  foyer_html_element (self, FOYER_TAG_BDI, FOYER_NO_CLASS, text);
}

static void
draw_shape (FoyerHtml *self, const FoyerIconShape *shape)
{
  static const FoyerHtmlAttribute of_rect[] = {
    FOYER_ATTRIBUTE_X, FOYER_ATTRIBUTE_Y, FOYER_ATTRIBUTE_WIDTH, FOYER_ATTRIBUTE_HEIGHT, FOYER_ATTRIBUTE_RX,
  };
  static const FoyerHtmlAttribute of_circle[] = { FOYER_ATTRIBUTE_CX, FOYER_ATTRIBUTE_CY, FOYER_ATTRIBUTE_R };

  if (shape->rect[0] != NULL) {
    foyer_html_open (self, FOYER_TAG_RECT, FOYER_NO_CLASS);
    for (guint i = 0; i < G_N_ELEMENTS (of_rect); i++)
      foyer_html_attribute (self, of_rect[i], shape->rect[i]);
  }
  if (shape->circle[0] != NULL) {
    foyer_html_open (self, FOYER_TAG_CIRCLE, FOYER_NO_CLASS);
    for (guint i = 0; i < G_N_ELEMENTS (of_circle); i++)
      foyer_html_attribute (self, of_circle[i], shape->circle[i]);
  }
  if (shape->path != NULL) {
    foyer_html_open (self, FOYER_TAG_PATH, FOYER_NO_CLASS);
    foyer_html_attribute (self, FOYER_ATTRIBUTE_D, shape->path);
  }
}

void
foyer_html_icon (FoyerHtml *self, FoyerIcon icon, gboolean is_small)
{
  const FoyerIconShape *shape;
  FoyerHtmlClass class;

  g_return_if_fail (icon < FOYER_N_ICONS);

  shape = &foyer_icon_shapes[icon];
  if (shape->flips)
    class = is_small ? FOYER_CLASS ("fy-icon is-flip is-small") : FOYER_CLASS ("fy-icon is-flip");
  else
    class = is_small ? FOYER_CLASS ("fy-icon is-small") : FOYER_CLASS ("fy-icon");

  foyer_html_open (self, FOYER_TAG_SVG, class);
  foyer_html_attribute (self, FOYER_ATTRIBUTE_VIEW_BOX, "0 0 24 24");
  foyer_html_attribute (self, FOYER_ATTRIBUTE_ARIA_HIDDEN, "true");
  draw_shape (self, shape);
  foyer_html_close (self, FOYER_TAG_SVG);
}

void
foyer_html_slot (FoyerHtml *self, FoyerPageSlot slot)
{
  g_return_if_fail (slot < FOYER_N_PAGE_SLOTS);

  end_tag (self);
  g_return_if_fail (self->open->len > 0);

  add_place (self, slot);
}

void
foyer_html_slot_attribute (FoyerHtml *self, FoyerHtmlAttribute attribute, FoyerPageSlot slot)
{
  g_return_if_fail (attribute < FOYER_N_HTML_ATTRIBUTES);
  g_return_if_fail (foyer_html_attributes[attribute].kind == FOYER_HTML_TEXT);
  g_return_if_fail (slot < FOYER_N_PAGE_SLOTS);

  if (!start_attribute (self, attribute))
    return;

  g_string_append (self->out, "=\"");
  add_place (self, slot);
  g_string_append_c (self->out, '"');
}
