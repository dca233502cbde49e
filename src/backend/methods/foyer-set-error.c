/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-set-error.c - why one record of a /set was not changed */

#include "methods/foyer-set-error.h"

#include "foyer-json.h"

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
  if (foyer_json_object_array (error, "properties") == NULL)
    json_object_set_array_member (error, "properties", json_array_new ());
  json_array_add_string_element (foyer_json_object_array (error, "properties"), name);
}
