/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-proposal-effects.c - the office submits settings, administrators answer, and what is published is done with (X18) */

#include "effects/foyer-effects.h"
#include "effects/foyer-settings-patch.h"
#include "effects/foyer-settings-proposals.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/settings_proposal.h"

/* Of one publication. More are closed by the next one. */
#define MOST 200

static gboolean
reject_member (JsonObject **error, const char *member, const char *why)
{
  *error = foyer_set_error_new ("invalidProperties", why);
  foyer_set_error_add_property (*error, member);
  return FALSE;
}

static gboolean
reject_status (JsonObject **error, const char *why)
{
  return reject_member (error, "status", why);
}

static gboolean
is_status (JsonObject *proposal, const char *status)
{
  return g_strcmp0 (foyer_json_object_text (proposal, "status"), status) == 0;
}

/* --- Submitting and answering --- */

static void
note_decision (FoyerTransaction *transaction, JsonObject *proposal)
{
  g_autofree char *now = foyer_utc_format (transaction->now);

  json_object_set_string_member (proposal, "decidedAt", now);
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (proposal, "decidedBy", transaction->actor_id);
}

static gboolean
judge_settings (JsonObject *proposal, JsonObject **error)
{
  JsonObject *patch = foyer_json_object_object (proposal, "patch");

  return foyer_settings_patch_judge (patch, error)
         && foyer_settings_before_judge (patch, foyer_json_object_object (proposal, "before"), error);
}

/* What was submitted stays answerable, also when its settings could not be published any more. */
static gboolean
is_submitted_anew (JsonObject *before, JsonObject *after)
{
  return (!is_status (before, "open") && is_status (after, "open"))
         || !foyer_json_equal (json_object_get_member (before, "patch"),
                               json_object_get_member (after, "patch"))
         || !foyer_json_equal (json_object_get_member (before, "before"),
                               json_object_get_member (after, "before"));
}

static gboolean
check_change (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  if (is_status (before, "published"))
    return reject_status (error, "It is published; what it changed can be changed back");
  if (is_status (after, "published"))
    return reject_status (error, "A proposal is published by publishing its settings");
  if (is_submitted_anew (before, after) && !judge_settings (after, error))
    return FALSE;
  if (is_status (before, "open") && !is_status (after, "open"))
    note_decision (transaction, after);
  if (!is_status (before, "open") && is_status (after, "open")) {
    json_object_remove_member (after, "decidedAt");
    json_object_remove_member (after, "decidedBy");
  }
  return TRUE;
}

static gboolean
check_new (FoyerTransaction *transaction, JsonObject *proposal, JsonObject **error)
{
  if (!is_status (proposal, "open"))
    return reject_status (error, "A proposal begins open");
  if (transaction->actor == FOYER_BY_STAFF
      && g_strcmp0 (foyer_json_object_text (proposal, "authorId"), transaction->actor_id) != 0)
    return reject_member (error, "authorId", "Nobody proposes in the name of another");
  return judge_settings (proposal, error);
}

static const char *
name_deed (JsonObject *before, JsonObject *after)
{
  if (before == NULL)
    return "propose";
  if (is_status (after, "rejected") && !is_status (before, "rejected"))
    return "reject";
  return is_status (after, "withdrawn") && !is_status (before, "withdrawn") ? "withdraw" : "change";
}

gboolean
foyer_settings_proposal_effects_apply (FoyerTransaction *transaction,
                                       JsonObject *before,
                                       JsonObject *after,
                                       JsonObject **error)
{
  const char *verb = name_deed (before, after);
  g_autoptr (GError) failure = NULL;

  if (before == NULL ? !check_new (transaction, after, error)
                     : !check_change (transaction, before, after, error))
    return FALSE;
  if (foyer_audit_write (transaction, &foyer_settings_proposal_type, verb, verb, before, after, &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}

/* --- Published --- */

static gboolean
is_fulfilled (JsonObject *patch, JsonObject *settings)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &key, &value)) {
    JsonNode *present = json_object_get_member (settings, key);
    gboolean is_same = present == NULL ? JSON_NODE_HOLDS_NULL (value) : foyer_json_equal (value, present);

    if (!is_same)
      return FALSE;
  }
  return TRUE;
}

static gboolean
close_proposal (FoyerTransaction *transaction, JsonObject *proposal, GError **error)
{
  g_autoptr (JsonObject) before = foyer_json_copy_object (proposal);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (proposal, "status", "published");
  note_decision (transaction, proposal);
  stored = foyer_transaction_put (transaction, &foyer_settings_proposal_type, proposal, error);
  return stored != NULL
         && foyer_audit_write (transaction, &foyer_settings_proposal_type, "publish", "publish", before,
                               proposal, error);
}

gboolean
foyer_settings_proposals_close (FoyerTransaction *transaction, JsonObject *settings, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_proposal_type);
  g_autoptr (GPtrArray) proposals = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_SETTINGS_PROPOSAL_OPEN);
  foyer_query_limit (query, MOST);
  proposals = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; proposals != NULL && i < proposals->len; i++) {
    g_autoptr (JsonObject) proposal = foyer_record_to_json (proposals->pdata[i]);
    JsonObject *patch = foyer_json_object_object (proposal, "patch");

    if (patch != NULL && is_fulfilled (patch, settings) && !close_proposal (transaction, proposal, error))
      return FALSE;
  }
  return proposals != NULL;
}
