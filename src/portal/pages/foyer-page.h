/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-date-text.h"
#include "foyer-html.h"
#include "foyer-portal-pages.h"
#include "foyer-portal-view.h"
#include "foyer-text-direction.h"

G_BEGIN_DECLS

/**
 * FoyerPage:
 * @organisation: the view's member of that name
 * @today: the view's day
 * @noon: a moment of that day, for words such as "yesterday"
 *
 * A page on its way: where it is written, and what it is written from. Lives as long as one call.
 */
typedef struct {
  FoyerHtml *html;
  JsonObject *view;
  JsonObject *organisation;
  const FoyerPageRequest *request;
  const char *language;
  FoyerZone *zone;
  FoyerDate today;
  gint64 noon;
} FoyerPage;

/**
 * foyer_page_open:
 * @view: from foyer_portal_view()
 * @request: what is asked for; kept
 *
 * Sets everything but where it is written. foyer_page_close() lets it go.
 *
 * Returns: %FALSE if @view is none
 */
gboolean foyer_page_open (FoyerPage *page, JsonObject *view, const FoyerPageRequest *request);
void foyer_page_close (FoyerPage *page);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerPage, foyer_page_close)

/**
 * FoyerVisitPhrase:
 *
 * Words that differ with what the organisation calls a visit (X5).
 */
typedef enum {
  FOYER_PHRASE_VISITS,
  FOYER_PHRASE_NEXT_VISIT,
  FOYER_PHRASE_ALL_VISITS,
  FOYER_PHRASE_PAST_VISITS,
  FOYER_PHRASE_BOOK_A_VISIT,
} FoyerVisitPhrase;

#define FOYER_N_VISIT_PHRASES 5

/**
 * FoyerQuotePhrase:
 *
 * Words that differ with what the organisation calls a quote (X5).
 */
typedef enum {
  FOYER_PHRASE_QUOTES,
  FOYER_PHRASE_QUOTE_NUMBER,
  FOYER_PHRASE_NO_QUOTES,
  FOYER_PHRASE_QUOTE_ITEMS,
  FOYER_PHRASE_QUOTE_CONSENT,
  FOYER_PHRASE_QUOTE_DECLINE,
  FOYER_PHRASE_QUOTE_UPDATED,
  FOYER_PHRASE_QUOTE_APPROVING,
  FOYER_PHRASE_QUOTE_TO_ANSWER,
} FoyerQuotePhrase;

#define FOYER_N_QUOTE_PHRASES 9

/**
 * FoyerPlanPhrase:
 *
 * Words that differ with what the organisation calls a plan (X5).
 */
typedef enum {
  FOYER_PHRASE_PLAN,
  FOYER_PHRASE_PLANS,
  FOYER_PHRASE_YOUR_PLAN,
  FOYER_PHRASE_YOUR_PLANS,
  FOYER_PHRASE_NO_PLANS,
  FOYER_PHRASE_ACTIVE_PLANS,
} FoyerPlanPhrase;

/**
 * FoyerContractPhrase:
 *
 * Words that differ with what the organisation calls a contract (X5).
 */
typedef enum {
  FOYER_PHRASE_CONTRACTS,
  FOYER_PHRASE_ACTIVE_CONTRACTS,
  FOYER_PHRASE_NO_DOCUMENTS,
  FOYER_PHRASE_NO_PLANS_OR_CONTRACTS,
} FoyerContractPhrase;

/**
 * FoyerClientPhrase:
 *
 * Words that differ with what the organisation calls a client (X5).
 */
typedef enum {
  FOYER_PHRASE_PORTAL_OFF,
  FOYER_PHRASE_ONLY_LOOKING,
  FOYER_PHRASE_LOOKING,
} FoyerClientPhrase;

/**
 * foyer_page_say:
 * @message: English text, marked for the catalogues by this name
 *
 * Returns: (transfer none): it in the page's language
 */
const char *foyer_page_say (FoyerPage *page, const char *message);
const char *foyer_page_say_visit (FoyerPage *page, FoyerVisitPhrase phrase);
const char *foyer_page_say_quote (FoyerPage *page, FoyerQuotePhrase phrase);
const char *foyer_page_say_plan (FoyerPage *page, FoyerPlanPhrase phrase);
const char *foyer_page_say_contract (FoyerPage *page, FoyerContractPhrase phrase);
const char *foyer_page_say_client (FoyerPage *page, FoyerClientPhrase phrase);

/**
 * foyer_page_no_plans:
 *
 * Returns: (transfer full): what a page says that will have plans and contracts
 */
char *foyer_page_no_plans (FoyerPage *page);

/**
 * foyer_page_time:
 * @member: the name of a time in @object
 *
 * Returns: seconds since 1970, or 0 if there is none
 */
gint64 foyer_page_time (JsonObject *object, const char *member);

/**
 * foyer_page_arrival:
 * @object: with the members `start` and `until`
 *
 * Returns: (transfer full): day and window: `Mon, Nov 24, 1–3 PM`
 */
char *foyer_page_arrival (FoyerPage *page, JsonObject *object, FoyerWindowStyle style);

/**
 * foyer_page_window:
 *
 * Returns: (transfer full): the window alone
 */
char *foyer_page_window (FoyerPage *page, JsonObject *object, FoyerWindowStyle style);

/**
 * foyer_page_moment:
 *
 * Returns: (transfer full): `today, 10:12 AM`
 */
char *foyer_page_moment (FoyerPage *page, gint64 seconds);

/**
 * foyer_page_day:
 * @member: a date or a time in @object
 *
 * Returns: the day in the zone of the organisation
 */
FoyerDate foyer_page_day (FoyerPage *page, JsonObject *object, const char *member);

/**
 * foyer_page_address:
 * @object: a site with `name` and an address, or %NULL
 *
 * Returns: (transfer full) (nullable): its address in one line
 */
char *foyer_page_address (JsonObject *object);

/**
 * foyer_page_two:
 * @first: (nullable): a text
 * @second: (nullable): what follows it after a comma
 *
 * Returns: (transfer full) (nullable): both in one line, of which neither turns the other around
 */
char *foyer_page_two (const char *first, const char *second);

/**
 * foyer_page_site:
 * @property: a site
 *
 * Returns: (transfer full) (nullable): its name and street, once if they are the same
 */
char *foyer_page_site (JsonObject *property);

/**
 * foyer_page_names:
 * @names: (nullable): texts
 *
 * Returns: (transfer full) (nullable): `Lee Carter and Priya Nair`
 */
char *foyer_page_names (FoyerPage *page, JsonArray *names);

/**
 * foyer_page_sums:
 * @sums: (nullable): amounts, one a currency
 *
 * Returns: (transfer full): them as text; nothing owed is zero in the organisation's currency
 */
char *foyer_page_sums (FoyerPage *page, JsonArray *sums);

/**
 * foyer_page_date:
 * @member: a date or a time in @object
 *
 * Returns: (transfer full) (nullable): the day, with its year if that is another one; %NULL if there is none
 */
char *foyer_page_date (FoyerPage *page, JsonObject *object, const char *member);

/**
 * foyer_page_clock:
 * @member: a time in @object
 *
 * Returns: (transfer full) (nullable): the time of day: `9:24 AM`
 */
char *foyer_page_clock (FoyerPage *page, JsonObject *object, const char *member);

/**
 * foyer_page_number:
 *
 * Returns: (transfer full): a count as text: `10,000`, in German `10.000`
 */
char *foyer_page_number (FoyerPage *page, gint64 number);

/**
 * foyer_page_money:
 * @member: an amount in @object
 *
 * Returns: (transfer full) (nullable): the amount as text; %NULL if there is none
 */
char *foyer_page_money (FoyerPage *page, JsonObject *object, const char *member);

/**
 * foyer_page_amount:
 * @money: (nullable): with `amount` and `currency`
 *
 * Returns: (transfer full) (nullable): it as text
 */
char *foyer_page_amount (FoyerPage *page, JsonObject *money);

/**
 * foyer_page_is:
 *
 * Returns: whether the word @member of @object is @word
 */
gboolean foyer_page_is (JsonObject *object, const char *member, const char *word);

/**
 * foyer_page_fill:
 * @template: a translated text with one placeholder
 *
 * Returns: (transfer full) (nullable): it with @value in the place of @name; %NULL without a value
 */
char *foyer_page_fill (const char *template, const char *name, const char *value);

/**
 * foyer_page_count:
 * @list: of the view or of @object
 *
 * Returns: how many entries the list has, 0 if it is not there
 */
guint foyer_page_count (JsonObject *object, const char *list);

G_END_DECLS
