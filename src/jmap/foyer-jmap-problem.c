/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-jmap-problem.c - errors of whole requests and of single calls */

#include "foyer-jmap-problem.h"

#include "foyer-json.h"

FoyerJmapProblem *
foyer_jmap_problem_new (guint status, const char *type, const char *detail)
{
  FoyerJmapProblem *self = g_new0 (FoyerJmapProblem, 1);

  self->status = status;
  self->type = type;
  self->detail = g_strdup (detail);
  return self;
}

void
foyer_jmap_problem_free (FoyerJmapProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->detail);
  g_free (self);
}

char *
foyer_jmap_problem_to_text (FoyerJmapProblem *self)
{
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "type", self->type);
  json_object_set_int_member (json, "status", self->status);
  if (self->detail != NULL)
    json_object_set_string_member (json, "detail", self->detail);
  if (self->limit != NULL)
    json_object_set_string_member (json, "limit", self->limit);
  return foyer_json_canonical_object (json);
}

JsonObject *
foyer_jmap_error_new (const char *type, const char *description)
{
  JsonObject *error = json_object_new ();

  json_object_set_string_member (error, "type", type);
  if (description != NULL)
    json_object_set_string_member (error, "description", description);
  return error;
}
