/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-publish.c - a settings draft becomes an operation */

#include "foyer-settings-draft-private.h"

#include "foyer-act-submit.h"

#include "foyer-date.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-own-rights.h"
#include "foyer-settings-change.h"
#include "types/portal_settings.h"
#include "types/settings_proposal.h"
#include "types/settings_version.h"

#include <glib/gi18n-lib.h>

/* What is on its way. @patch holds settings alone. */
typedef struct {
  JsonObject *patch;
  gboolean may_come_back; /* to the draft, if it is taken back */
} Publication;

static void
free_publication (gpointer data)
{
  Publication *publication = data;

  json_object_unref (publication->patch);
  g_free (publication);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Publication *publication = g_task_get_task_data (task);
  GError *error = NULL;
  FoyerAct *act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);

  if (act == NULL) {
    g_task_return_error (task, error);
    return;
  }
  foyer_settings_draft_let_go (g_task_get_source_object (task), publication->patch,
                               publication->may_come_back ? act->operation_id : NULL);
  g_task_return_pointer (task, act, (GDestroyNotify) foyer_act_free);
}

static GTask *
begin (FoyerSettingsDraft *self,
       JsonObject *patch,
       gboolean may_come_back,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Publication *publication = g_new0 (Publication, 1);

  publication->patch = foyer_json_copy_object (patch);
  publication->may_come_back = may_come_back;
  g_task_set_source_tag (task, foyer_settings_draft_publish_async);
  g_task_set_task_data (task, publication, free_publication);
  return task;
}

/* Returns whether it was refused, and @task is done with. */
static gboolean
is_refused (GTask *task, char *refusal)
{
  if (refusal == NULL)
    return FALSE;
  g_task_return_new_error (task, FOYER_SETTINGS_DRAFT_ERROR, FOYER_SETTINGS_DRAFT_ERROR_REFUSED, "%s",
                           refusal);
  g_free (refusal);
  g_object_unref (task);
  return TRUE;
}

static char *
describe (JsonObject *patch)
{
  guint n = json_object_get_size (patch);

  return g_strdup_printf (ngettext ("%u setting", "%u settings", n), n);
}

static void
submit (FoyerSettingsDraft *self, GTask *task, const char *note, gint64 hold)
{
  Publication *publication = g_task_get_task_data (task);
  FoyerDesk *desk = foyer_settings_draft_get_desk (self);
  const char *id = foyer_record_get_id (foyer_settings_draft_get_published (self));
  guint n = json_object_get_size (publication->patch);
  g_autoptr (JsonObject) patch = foyer_json_copy_object (publication->patch);
  g_autofree char *subject = describe (patch);
  const FoyerDeed deed = { FOYER_VERB_UPDATE, &foyer_portal_settings_type, id, "publish", subject, hold };
  FoyerAct *act
      = foyer_act_new (id, "configuration",
                       g_strdup_printf (ngettext ("%u change published", "%u changes published", n), n),
                       g_strdup (publication->may_come_back
                                     ? _ ("Nothing is published; the changes are in your draft again")
                                     : _ ("Nothing is published")));

  if (note != NULL && note[0] != '\0')
    json_object_set_string_member (patch, "note", note);
  foyer_act_submit_async (desk, &deed, patch, act, g_task_get_cancellable (task), on_submitted, task);
}

void
foyer_settings_draft_publish_async (FoyerSettingsDraft *self,
                                    const char *note,
                                    gint64 hold,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  task = begin (self, foyer_settings_draft_get_patch (self), TRUE, cancellable, callback, user_data);
  if (!is_refused (task, foyer_settings_draft_refuse (self)))
    submit (self, task, note, hold);
}

static char *
refuse_patch (FoyerSettingsDraft *self, JsonObject *patch)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (foyer_settings_draft_get_published (self) == NULL)
    return g_strdup (_ ("The settings have not been fetched yet"));
  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &key, &value)) {
    const FoyerField *field = foyer_settings_find_field (key);
    g_autofree char *expected = field == NULL ? NULL : foyer_settings_check_value (field, value);

    if (field == NULL || expected != NULL)
      return g_strdup (_ ("The settings do not allow this change"));
  }
  return foyer_own_rights_refuse (foyer_settings_draft_get_desk (self), FOYER_STAFF_CHANGE,
                                  &foyer_portal_settings_type);
}

void
foyer_settings_draft_publish_patch_async (FoyerSettingsDraft *self,
                                          JsonObject *patch,
                                          const char *note,
                                          gint64 hold,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  task = begin (self, patch, FALSE, cancellable, callback, user_data);
  if (!is_refused (task, refuse_patch (self, patch)))
    submit (self, task, note, hold);
}

/* What both a scheduled publication and a proposal hold. */
static JsonObject *
describe_patch (FoyerSettingsDraft *self, JsonObject *patch, const char *note)
{
  g_autoptr (JsonObject) published = foyer_record_to_json (foyer_settings_draft_get_published (self));
  JsonObject *record = json_object_new ();

  json_object_set_object_member (record, "patch", json_object_ref (patch));
  json_object_set_object_member (record, "before", foyer_settings_list_present (published, patch));
  if (note != NULL && note[0] != '\0')
    json_object_set_string_member (record, "note", note);
  return record;
}

static void
create (FoyerSettingsDraft *self,
        GTask *task,
        const FoyerRecordType *type,
        const char *command,
        JsonObject *record,
        gint64 hold,
        const char *done,
        const char *undone)
{
  FoyerDesk *desk = foyer_settings_draft_get_desk (self);
  g_autofree char *id = foyer_id_new (type->prefix, foyer_desk_get_clock (desk),
                                      foyer_store_get_random (foyer_desk_get_store (desk)));
  Publication *publication = g_task_get_task_data (task);
  g_autofree char *subject = describe (publication->patch);
  const FoyerDeed deed = { FOYER_VERB_CREATE, type, id, command, subject, hold };

  foyer_act_submit_async (desk, &deed, record,
                          foyer_act_new (id, "configuration", g_strdup (done), g_strdup (undone)),
                          g_task_get_cancellable (task), on_submitted, task);
}

void
foyer_settings_draft_schedule_async (FoyerSettingsDraft *self,
                                     const char *note,
                                     gint64 publish_at,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;
  g_autoptr (JsonObject) version = NULL;
  g_autofree char *at = foyer_utc_format (publish_at);

  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  task = begin (self, foyer_settings_draft_get_patch (self), TRUE, cancellable, callback, user_data);
  if (is_refused (task, foyer_settings_draft_refuse (self)))
    return;
  version = describe_patch (self, ((Publication *) g_task_get_task_data (task))->patch, note);
  json_object_set_string_member (version, "publishAt", at);
  create (self, task, &foyer_settings_version_type, "schedule", version, 0, _ ("Scheduled"),
          _ ("Nothing is scheduled; the changes are in your draft again"));
}

void
foyer_settings_draft_propose_async (FoyerSettingsDraft *self,
                                    const char *note,
                                    gint64 hold,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;
  const FoyerAccount *account;
  g_autoptr (JsonObject) proposal = NULL;
  g_autofree char *now = NULL;

  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  task = begin (self, foyer_settings_draft_get_patch (self), TRUE, cancellable, callback, user_data);
  if (is_refused (task, foyer_settings_draft_refuse_proposal (self)))
    return;
  account = foyer_desk_get_account (foyer_settings_draft_get_desk (self));
  proposal = describe_patch (self, ((Publication *) g_task_get_task_data (task))->patch, note);
  now = foyer_utc_format (foyer_desk_now (foyer_settings_draft_get_desk (self)));
  if (account != NULL && account->staff_id != NULL)
    json_object_set_string_member (proposal, "authorId", account->staff_id);
  json_object_set_string_member (proposal, "proposedAt", now);
  create (self, task, &foyer_settings_proposal_type, "propose", proposal, hold,
          _ ("Submitted for publishing"), _ ("Nothing is submitted; the changes are in your draft again"));
}

FoyerAct *
foyer_settings_draft_publish_finish (FoyerSettingsDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
