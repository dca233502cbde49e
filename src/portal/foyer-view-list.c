/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-list.c - one page of a list, and the ways to the pages before and after it */

#include "foyer-view-list.h"

#include "foyer-json.h"

/* So many are read at once where all are wanted. */
#define CHUNK 500

/* Those who ask, in the order of the list. */
typedef struct {
  FoyerViewContext *context;
  const FoyerViewList *list;
  FoyerQuery *const *queries;
  guint n_queries;
} Reading;

static gboolean
belongs (const Reading *self, FoyerRecord *record)
{
  return self->list->belongs != NULL ? self->list->belongs (self->context, record)
                                     : foyer_view_shows (self->context, record);
}

/* --- Reading --- */

static void
go_on_after (FoyerQuery *query, FoyerRecord *record)
{
  const FoyerValue *value = query->order == NULL ? NULL : foyer_query_get_value (query->order, record);

  foyer_query_after (query, value == NULL ? 0 : value->number, value == NULL ? NULL : value->text,
                     foyer_record_get_id (record));
}

/* Adds up to @wanted of what one query finds, @chunk at a time. What is not shown makes no page shorter: reading goes on after it. */
static void
read_query (GPtrArray *found, const Reading *self, FoyerQuery *query, guint wanted, guint chunk)
{
  guint n_shown = 0;
  guint n_read;

  foyer_query_limit (query, chunk);
  do {
    g_autoptr (GPtrArray) records = foyer_view_context_read (self->context, query);

    n_read = records->len;
    for (guint i = 0; i < n_read && n_shown < wanted; i++) {
      if (!belongs (self, records->pdata[i]))
        continue;
      g_ptr_array_add (found, g_object_ref (records->pdata[i]));
      n_shown += 1;
    }
    if (n_read > 0)
      go_on_after (query, records->pdata[n_read - 1]);
  } while (n_read == chunk && n_shown < wanted);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer query)
{
  return foyer_query_compare (query, *(FoyerRecord *const *) a, *(FoyerRecord *const *) b);
}

/* One more than a page has, as far as there are any: the first ones, or those after @from. */
static GPtrArray *
read_page (const Reading *self, FoyerRecord *from)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  guint wanted = self->list->limit + 1;

  for (guint i = 0; i < self->n_queries; i++) {
    if (from != NULL)
      go_on_after (self->queries[i], from);
    else
      foyer_query_after (self->queries[i], 0, NULL, NULL);
    read_query (found, self, self->queries[i], wanted, wanted);
  }
  if (self->n_queries > 1)
    g_ptr_array_sort_with_data (found, compare, self->queries[0]);
  if (found->len > wanted)
    g_ptr_array_set_size (found, (int) wanted);
  return found;
}

static void
turn_round (const Reading *self)
{
  for (guint i = 0; i < self->n_queries; i++)
    self->queries[i]->descending = !self->queries[i]->descending;
}

static GPtrArray *
reverse (GPtrArray *records)
{
  GPtrArray *reversed = g_ptr_array_new_full (records->len, g_object_unref);

  for (guint i = records->len; i > 0; i--)
    g_ptr_array_add (reversed, g_object_ref (records->pdata[i - 1]));
  g_ptr_array_unref (records);
  return reversed;
}

/* --- Where somebody stands in the list --- */

/* The record beside which the page lies that is asked for; only what is in this list for this viewer counts. */
static FoyerRecord *
find_border (const Reading *self, gboolean *is_back)
{
  const FoyerListPlace *place = self->context->viewer->place;
  FoyerRecord *record;

  if (place == NULL || g_strcmp0 (place->list, self->list->name) != 0)
    return NULL;
  *is_back = place->before != NULL;
  record = foyer_view_context_get (self->context, self->queries[0]->type,
                                   *is_back ? place->before : place->after);
  for (guint i = 0; record != NULL && i < self->n_queries; i++) {
    if (foyer_query_matches (self->queries[i], record))
      return belongs (self, record) ? record : NULL;
  }
  return NULL;
}

static void
set_ways (JsonObject *object, const Reading *self, const char *before, const char *after)
{
  JsonObject *all = foyer_json_object_object (object, "pages");
  JsonObject *ways;

  if (before == NULL && after == NULL)
    return;
  if (all == NULL) {
    all = json_object_new ();
    json_object_set_object_member (object, "pages", all);
  }
  ways = json_object_new ();
  foyer_view_set_text_if (ways, "before", before);
  foyer_view_set_text_if (ways, "after", after);
  json_object_set_object_member (all, self->list->name, ways);
}

static GPtrArray *
read_back (const Reading *self, FoyerRecord *border)
{
  GPtrArray *page;

  turn_round (self);
  page = read_page (self, border);
  turn_round (self);
  return page;
}

static const char *
get_id (GPtrArray *page, guint place)
{
  return foyer_record_get_id (page->pdata[place]);
}

/* Where the list begins or ends by now, it is shown from its beginning: no page is half empty for that. */
static gboolean
is_enough (const Reading *self, GPtrArray *page, gboolean is_back)
{
  return is_back ? page->len > self->list->limit : page->len > 0;
}

static GPtrArray *
take_page (JsonObject *object,
           FoyerViewContext *context,
           const FoyerViewList *list,
           FoyerQuery *const *queries,
           guint n_queries)
{
  Reading self = { context, list, queries, n_queries };
  gboolean is_back = FALSE;
  FoyerRecord *border = find_border (&self, &is_back);
  g_autoptr (GPtrArray) page = NULL;
  gboolean goes_on;

  if (border != NULL)
    page = is_back ? read_back (&self, border) : read_page (&self, border);
  if (page == NULL || !is_enough (&self, page, is_back)) {
    g_clear_pointer (&page, g_ptr_array_unref);
    border = NULL;
    is_back = FALSE;
    page = read_page (&self, NULL);
  }

  goes_on = page->len > list->limit;
  if (goes_on)
    g_ptr_array_set_size (page, (int) list->limit);
  if (is_back)
    page = reverse (g_steal_pointer (&page));
  if (border != NULL)
    json_object_set_string_member (object, "turned", list->name);
  if (page->len > 0)
    set_ways (object, &self, border != NULL && (goes_on || !is_back) ? get_id (page, 0) : NULL,
              goes_on || is_back ? get_id (page, page->len - 1) : NULL);
  return g_steal_pointer (&page);
}

GPtrArray *
foyer_view_take_page (JsonObject *object,
                      FoyerViewContext *context,
                      const FoyerViewList *list,
                      FoyerQuery *const *queries,
                      guint n_queries)
{
  if (list->part != 0 && (context->parts & list->part) == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return take_page (object, context, list, queries, n_queries);
}

void
foyer_view_add_page (JsonObject *object,
                     FoyerViewContext *context,
                     const FoyerViewList *list,
                     FoyerQuery *const *queries,
                     guint n_queries)
{
  g_autoptr (GPtrArray) page = foyer_view_take_page (object, context, list, queries, n_queries);
  JsonArray *array = json_array_sized_new (page->len);

  for (guint i = 0; i < page->len; i++)
    json_array_add_object_element (array, list->make (context, page->pdata[i], FALSE));
  json_object_set_array_member (object, list->name, array);
}

void
foyer_view_add_list (JsonObject *object,
                     FoyerViewContext *context,
                     const FoyerViewList *list,
                     FoyerQuery *query)
{
  foyer_view_add_page (object, context, list, &query, 1);
  foyer_query_free (query);
}

void
foyer_view_add_first (JsonObject *object,
                      FoyerViewContext *context,
                      const FoyerViewList *list,
                      FoyerQuery *query)
{
  Reading self = { context, list, NULL, 0 };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = json_array_sized_new (list->limit);

  if ((context->parts & list->part) != 0)
    read_query (found, &self, query, list->limit, list->limit);
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (array, list->make (context, found->pdata[i], FALSE));
  json_object_set_array_member (object, list->name, array);
  foyer_query_free (query);
}

void
foyer_view_read_all (GPtrArray *found, FoyerViewContext *context, FoyerQuery *query)
{
  static const FoyerViewList all = { 0 };
  Reading self = { context, &all, NULL, 0 };

  read_query (found, &self, query, G_MAXUINT, CHUNK);
  foyer_query_free (query);
}
