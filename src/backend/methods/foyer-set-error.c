/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-set-error.c - why one record of a /set was not changed */

#include "methods/foyer-set-error.h"

#include "foyer-json.h"

#include <string.h>

/* No type has as many fields. */
#define MOST_PROPERTIES 100

JsonObject *
foyer_set_error_new (const char *type, const char *description)
{
  JsonObject *error = json_object_new ();

  json_object_set_string_member (error, "type", type);
  if (description != NULL)
    json_object_set_string_member (error, "description", description);
  return error;
}

void
foyer_set_error_add_property (JsonObject *error, const char *name)
{
  JsonArray *names = foyer_json_object_array (error, "properties");

  if (names == NULL) {
    names = json_array_new ();
    json_object_set_array_member (error, "properties", names);
  }
  if (json_array_get_length (names) == MOST_PROPERTIES)
    return;
  for (guint i = 0; i < json_array_get_length (names); i++) {
    if (strcmp (json_array_get_string_element (names, i), name) == 0)
      return;
  }
  json_array_add_string_element (names, name);
}
