/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page.c - what a page says, in the language of who reads it */

#include "foyer-page.h"

#include "foyer-json.h"
#include "foyer-number-text.h"
#include "foyer-sentence.h"

#include <string.h>

gboolean
foyer_page_open (FoyerPage *page, JsonObject *view, const FoyerPageRequest *request)
{
  JsonObject *zone = foyer_json_object_object (view, "zone");
  FoyerLocalTime noon = { .second = FOYER_SECONDS_PER_DAY / 2 };

  *page = (FoyerPage){
    .view = view,
    .organisation = foyer_json_object_object (view, "organisation"),
    .request = request,
    .language = foyer_json_object_text (view, "language"),
    .zone = foyer_zone_new (foyer_json_object_text (zone, "name"), NULL),
  };
  if (page->zone == NULL || page->organisation == NULL
      || !foyer_date_parse (foyer_json_object_text (view, "today"), &page->today, NULL))
    return FALSE;
  noon.date = page->today;
  page->noon = foyer_zone_to_utc (page->zone, &noon, NULL);
  return TRUE;
}

void
foyer_page_close (FoyerPage *page)
{
  g_clear_pointer (&page->zone, foyer_zone_unref);
}

const char *
foyer_page_say (FoyerPage *page, const char *message)
{
  return foyer_text (page->language, message);
}

gint64
foyer_page_time (JsonObject *object, const char *member)
{
  const char *text = foyer_json_object_text (object, member);
  gint64 seconds = 0;

  if (text != NULL)
    foyer_utc_parse (text, &seconds, NULL);
  return seconds;
}

char *
foyer_page_arrival (FoyerPage *page, JsonObject *object, FoyerWindowStyle style)
{
  return foyer_arrival_text (foyer_page_time (object, "start"), foyer_page_time (object, "until"), page->zone,
                             style, page->language);
}

char *
foyer_page_window (FoyerPage *page, JsonObject *object, FoyerWindowStyle style)
{
  FoyerLocalTime start = foyer_zone_to_local (page->zone, foyer_page_time (object, "start"));
  FoyerLocalTime until = foyer_zone_to_local (page->zone, foyer_page_time (object, "until"));
  int days = foyer_date_to_days (&until.date) - foyer_date_to_days (&start.date);

  return foyer_window_text (start.second / 60, until.second / 60 + days * 1440, style, page->language);
}

char *
foyer_page_moment (FoyerPage *page, gint64 seconds)
{
  return foyer_moment_text (seconds, page->noon, page->zone, page->language);
}

FoyerDate
foyer_page_day (FoyerPage *page, JsonObject *object, const char *member)
{
  const char *text = foyer_json_object_text (object, member);
  FoyerDate date = page->today;
  gint64 seconds;

  if (text == NULL || foyer_date_parse (text, &date, NULL))
    return date;
  if (foyer_utc_parse (text, &seconds, NULL))
    return foyer_zone_to_local (page->zone, seconds).date;
  return date;
}

/* "Portland, OR 97205"; where there is no region a postal code of digits stands before the city: "20457 Hamburg". */
static char *
make_city (JsonObject *object)
{
  const char *city = foyer_json_object_text (object, "city");
  const char *region = foyer_json_object_text (object, "region");
  const char *postcode = foyer_json_object_text (object, "postcode");
  gboolean is_first
      = region == NULL && postcode != NULL && strspn (postcode, "0123456789 ") == strlen (postcode);
  g_autofree char *isolated_city = foyer_text_isolate (city);
  g_autofree char *isolated_region = foyer_text_isolate (region);
  const char *parts[] = { isolated_city, isolated_region, postcode };
  const char *between[] = { "", ", ", region != NULL ? "\u00a0" : ", " };
  GString *out = g_string_new (NULL);

  if (is_first && city != NULL) {
    g_string_append_printf (out, "%s\u00a0%s", postcode, isolated_city);
    return g_string_free (out, FALSE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (parts[i] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? between[i] : "", parts[i]);
  }
  return g_string_free (out, FALSE);
}

char *
foyer_page_address (JsonObject *object)
{
  g_autofree char *city = make_city (object);
  const char *const parts[] = {
    foyer_json_object_text (object, "street"),
    foyer_json_object_text (object, "unit"),
    *city != '\0' ? city : NULL,
  };

  return foyer_text_join (", ", parts, G_N_ELEMENTS (parts));
}

char *
foyer_page_two (const char *first, const char *second)
{
  const char *const both[] = { first, second };

  return foyer_text_join (", ", both, G_N_ELEMENTS (both));
}

char *
foyer_page_site (JsonObject *property)
{
  const char *name = foyer_json_object_text (property, "name");
  const char *street = foyer_json_object_text (property, "street");

  return foyer_page_two (name, g_strcmp0 (name, street) != 0 ? street : NULL);
}

char *
foyer_page_names (FoyerPage *page, JsonArray *names)
{
  guint n_names = names != NULL ? json_array_get_length (names) : 0;
  GString *out;

  if (n_names == 0)
    return NULL;

  out = g_string_new (NULL);
  for (guint i = 0; i < n_names; i++) {
    g_autofree char *name = foyer_text_isolate (json_array_get_string_element (names, i));

    g_string_append_printf (out, "%s%s",
                            i == 0            ? ""
                            : i + 1 < n_names ? ", "
                                              : foyer_page_say (page, " and "),
                            name);
  }
  return g_string_free (out, FALSE);
}

char *
foyer_page_sums (FoyerPage *page, JsonArray *sums)
{
  const char *currency = foyer_json_object_text (page->organisation, "currency");
  FoyerMoney nothing = foyer_money (0, foyer_currency_is_valid (currency) ? currency : "USD");
  GString *out;

  if (sums == NULL || json_array_get_length (sums) == 0)
    return foyer_money_format (&nothing, page->language);

  out = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (sums); i++) {
    JsonObject *sum = json_array_get_object_element (sums, i);
    FoyerMoney money = foyer_money (foyer_json_object_integer (sum, "amount", 0),
                                    foyer_json_object_text (sum, "currency"));
    g_autofree char *text = foyer_money_format (&money, page->language);

    g_string_append_printf (out, "%s%s", i > 0 ? " + " : "", text);
  }
  return g_string_free (out, FALSE);
}

char *
foyer_page_date (FoyerPage *page, JsonObject *object, const char *member)
{
  FoyerDate date;

  if (foyer_json_object_text (object, member) == NULL)
    return NULL;
  date = foyer_page_day (page, object, member);
  return foyer_date_text_near (&date, &page->today, page->language);
}

char *
foyer_page_clock (FoyerPage *page, JsonObject *object, const char *member)
{
  gint64 seconds = foyer_page_time (object, member);

  return seconds == 0
             ? NULL
             : foyer_time_text (foyer_zone_to_local (page->zone, seconds).second / 60, page->language);
}

char *
foyer_page_number (FoyerPage *page, gint64 number)
{
  return foyer_number_text (number, 0, page->language);
}

char *
foyer_page_amount (FoyerPage *page, JsonObject *money)
{
  const char *currency = money != NULL ? foyer_json_object_text (money, "currency") : NULL;
  FoyerMoney value;

  if (!foyer_currency_is_valid (currency))
    return NULL;
  value = foyer_money (foyer_json_object_integer (money, "amount", 0), currency);
  return foyer_money_format (&value, page->language);
}

char *
foyer_page_money (FoyerPage *page, JsonObject *object, const char *member)
{
  return foyer_page_amount (page, foyer_json_object_object (object, member));
}

gboolean
foyer_page_is (JsonObject *object, const char *member, const char *word)
{
  return g_strcmp0 (foyer_json_object_text (object, member), word) == 0;
}

char *
foyer_page_fill (const char *template, const char *name, const char *value)
{
  return value == NULL ? NULL : foyer_text_fill (template, name, value, NULL);
}

guint
foyer_page_count (JsonObject *object, const char *list)
{
  JsonArray *array = foyer_json_object_array (object, list);

  return array != NULL ? json_array_get_length (array) : 0;
}
