/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-lines.c - the items of invoices and quotes */

#include "foyer-view-context.h"

#include "foyer-json.h"
#include "foyer-money.h"

static void
copy_money (JsonObject *to, JsonObject *from, const char *name)
{
  JsonObject *money = foyer_json_object_object (from, name);
  FoyerMoneyValue value = { 0 };

  if (money == NULL || !foyer_currency_is_valid (foyer_json_object_text (money, "currency")))
    return;
  value.amount = foyer_json_object_integer (money, "amount", 0);
  value.currency = foyer_json_object_text (money, "currency");
  foyer_view_set_money_if (to, name, value);
}

void
foyer_view_set_lines (JsonObject *object, JsonNode *node)
{
  JsonArray *lines = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *list;

  if (lines == NULL)
    return;

  list = json_array_new ();
  for (guint i = 0; i < json_array_get_length (lines); i++) {
    JsonNode *element = json_array_get_element (lines, i);
    JsonObject *line = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
    JsonObject *copy;

    if (line == NULL)
      continue;
    copy = json_object_new ();
    foyer_view_set_text_if (copy, "name", foyer_json_object_text (line, "name"));
    foyer_view_set_text_if (copy, "detail", foyer_json_object_text (line, "detail"));
    foyer_view_set_text_if (copy, "unit", foyer_json_object_text (line, "unit"));
    if (json_object_has_member (line, "quantity"))
      json_object_set_int_member (copy, "quantity", foyer_json_object_integer (line, "quantity", 0));
    copy_money (copy, line, "price");
    copy_money (copy, line, "amount");
    json_array_add_object_element (list, copy);
  }
  json_object_set_array_member (object, "lines", list);
}
