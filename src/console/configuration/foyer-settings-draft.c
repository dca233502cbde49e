/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-draft.c - changes to the portal's settings that nobody has published yet */

#include "foyer-settings-draft-private.h"

#include "foyer-act-submit.h"
#include "foyer-draft-words.h"
#include "foyer-field-words.h"
#include "foyer-own-rights.h"

#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-settings-change.h"
#include "foyer-store-drafts.h"
#include "foyer-style-sheet.h"
#include "types/portal_settings.h"
#include "types/settings_proposal.h"
#include "types/settings_version.h"
#include "types/staff_member.h"

#include <glib/gi18n-lib.h>

#define KIND "settings"
/* How far back it is looked who published a setting. */
#define HISTORY 50

struct _FoyerSettingsDraft {
  GObject parent_instance;

  FoyerDesk *desk; /* (nullable), not owned: it owns the draft. %NULL once it is closed */

  /* State. */
  FoyerRecord *published; /* (nullable): %NULL until it has been fetched */
  FoyerDraftWords *words; /* what is kept */
  char *
      last_key; /* (nullable): what was changed last, if that can be taken back as one with the next change of it */
};

G_DEFINE_QUARK (foyer - settings - draft - error - quark, foyer_settings_draft_error)
G_DEFINE_FINAL_TYPE (FoyerSettingsDraft, foyer_settings_draft, G_TYPE_OBJECT)

enum {
  PROP_N_CHANGES = 1,
  N_PROPERTIES,
};

enum { CHANGED, ACTED, NOT_KEPT, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static FoyerStore *
get_store (FoyerSettingsDraft *self)
{
  return foyer_desk_get_store (self->desk);
}

/* --- Keeping --- */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSettingsDraft) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foyer_store_keep_draft_finish (FOYER_STORE (source), result, &error))
    g_signal_emit (self, signals[NOT_KEPT], 0, error);
}

static void
keep (FoyerSettingsDraft *self)
{
  g_autofree char *text = NULL;

  if (json_object_get_size (self->words->patch) == 0)
    self->words->since = 0;
  else if (self->words->since == 0)
    self->words->since = foyer_desk_now (self->desk);
  text = foyer_draft_words_to_text (self->words);
  foyer_store_keep_draft_async (get_store (self), &foyer_portal_settings_type,
                                foyer_record_get_id (self->published), KIND, text, NULL, on_kept,
                                g_object_ref (self));
}

static void
tell (FoyerSettingsDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHANGES]);
}

static void
keep_and_tell (FoyerSettingsDraft *self)
{
  keep (self);
  tell (self);
}

/* --- What the store says --- */

/* What was published and taken back in time is a draft again, unless something else was drafted since. */
static void
take_again (FoyerSettingsDraft *self, FoyerOperation *operation)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  gboolean is_inside
      = data->type == &foyer_settings_version_type || data->type == &foyer_settings_proposal_type;
  JsonObject *patch
      = is_inside && data->patch != NULL ? foyer_json_object_object (data->patch, "patch") : data->patch;
  g_autoptr (GList) keys = patch == NULL ? NULL : json_object_get_members (patch);

  for (GList *link = keys; link != NULL; link = link->next) {
    if (foyer_settings_find_field (link->data) != NULL
        && !json_object_has_member (self->words->patch, link->data))
      foyer_draft_words_set (self->words, link->data, json_object_get_member (patch, link->data),
                             self->published);
  }
}

/* Returns whether something is to be kept anew. */
static gboolean
follow_publications (FoyerSettingsDraft *self)
{
  gboolean changed = FALSE;

  for (guint i = self->words->sent->len; i > 0; i--) {
    g_autoptr (FoyerOperation) operation
        = foyer_store_get_operation (get_store (self), self->words->sent->pdata[i - 1]);
    FoyerOperationState state
        = operation == NULL ? FOYER_OPERATION_DONE : foyer_operation_get_state (operation);

    if (state == FOYER_OPERATION_HELD || state == FOYER_OPERATION_QUEUED)
      continue;
    if (state == FOYER_OPERATION_UNDONE)
      take_again (self, operation);
    g_ptr_array_remove_index (self->words->sent, i - 1);
    changed = TRUE;
  }
  return changed;
}

static void
load (FoyerSettingsDraft *self)
{
  g_autofree char *text
      = foyer_store_get_draft (get_store (self), foyer_record_get_id (self->published), KIND);

  if (text != NULL)
    foyer_draft_words_read (self->words, text);
}

static void
refresh (FoyerSettingsDraft *self)
{
  gboolean is_first = self->published == NULL;
  gboolean changed;

  g_clear_object (&self->published);
  self->published = foyer_store_get_singleton (get_store (self), &foyer_portal_settings_type);
  if (self->published == NULL)
    return;
  if (is_first)
    load (self);
  changed = follow_publications (self);
  changed = foyer_draft_words_drop_same (self->words, self->published) || changed;
  if (changed)
    keep (self);
  tell (self);
}

static void
on_store_changed (FoyerSettingsDraft *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_portal_settings_type) != NULL
      || (self->words->sent->len > 0 && foyer_change_set_has_operations (changes)))
    refresh (self);
}

/* --- The object --- */

static void
foyer_settings_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, foyer_settings_draft_get_n_changes (FOYER_SETTINGS_DRAFT (object)));
}

static void
foyer_settings_draft_finalize (GObject *object)
{
  FoyerSettingsDraft *self = FOYER_SETTINGS_DRAFT (object);

  g_clear_object (&self->published);
  foyer_draft_words_free (self->words);
  g_free (self->last_key);
  G_OBJECT_CLASS (foyer_settings_draft_parent_class)->finalize (object);
}

static void
foyer_settings_draft_class_init (FoyerSettingsDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_settings_draft_get_property;
  object_class->finalize = foyer_settings_draft_finalize;

  properties[PROP_N_CHANGES] = g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_SETTINGS_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_SETTINGS_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[NOT_KEPT] = g_signal_new ("not-kept", FOYER_TYPE_SETTINGS_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
foyer_settings_draft_init (FoyerSettingsDraft *self)
{
  self->words = foyer_draft_words_new ();
}

FoyerSettingsDraft *
foyer_settings_draft_new (FoyerDesk *desk)
{
  FoyerSettingsDraft *self = g_object_new (FOYER_TYPE_SETTINGS_DRAFT, NULL);

  self->desk = desk;
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

void
foyer_settings_draft_stop (FoyerSettingsDraft *self)
{
  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (get_store (self), self);
  self->desk = NULL;
}

FoyerRecord *
foyer_settings_draft_get_published (FoyerSettingsDraft *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), NULL);

  return self->published;
}

FoyerRecord *
foyer_settings_draft_apply (FoyerSettingsDraft *self, FoyerRecord *published)
{
  g_autoptr (JsonObject) good = NULL;
  FoyerRecord *settings;

  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), NULL);

  good = foyer_draft_words_choose_good (self->words);
  settings = foyer_settings_apply (published, good, NULL);
  return settings == NULL ? g_object_ref (published) : settings;
}

guint
foyer_settings_draft_get_n_changes (FoyerSettingsDraft *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), 0);

  return json_object_get_size (self->words->patch);
}

gint64
foyer_settings_draft_get_since (FoyerSettingsDraft *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), 0);

  return self->words->since;
}

char **
foyer_settings_draft_list_keys (FoyerSettingsDraft *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), NULL);

  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    if (json_object_has_member (self->words->patch, foyer_portal_settings_type.fields[i].name))
      g_strv_builder_add (keys, foyer_portal_settings_type.fields[i].name);
  }
  return g_strv_builder_end (keys);
}

JsonNode *
foyer_settings_draft_get (FoyerSettingsDraft *self, const char *key)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), NULL);

  return json_object_get_member (self->words->patch, key);
}

/* --- Changing --- */

typedef struct {
  FoyerSettingsDraft *draft;
  FoyerDraftWords *words; /* as they were; once that is so again, as they were meanwhile */
} Before;

static void
free_before (gpointer data, GClosure *closure)
{
  Before *before = data;

  g_object_unref (before->draft);
  foyer_draft_words_free (before->words);
  g_free (before);
}

/* What matters in @before is as it was then; the others stay as they are now. The next call does the opposite. */
static void
exchange (Before *before)
{
  FoyerSettingsDraft *self = before->draft;
  FoyerDraftWords *now;

  if (self->desk == NULL || self->published == NULL)
    return;
  g_clear_pointer (&self->last_key, g_free);
  now = foyer_draft_words_copy_counterpart (self->words, before->words);
  foyer_draft_words_take (self->words, before->words);
  foyer_draft_words_drop_same (self->words, self->published);
  foyer_draft_words_free (before->words);
  before->words = now;
  keep_and_tell (self);
}

/* A change of the draft is no operation: what takes it back is a function of its own. */
static void
tell_act (FoyerSettingsDraft *self, GList *keys, char *undone, char *redone)
{
  Before *before = g_new0 (Before, 1);
  g_autoptr (FoyerAct) act
      = foyer_act_new (foyer_record_get_id (self->published), "configuration", NULL, undone);
  FoyerClock *clock = foyer_desk_get_clock (self->desk);

  before->draft = g_object_ref (self);
  before->words = foyer_draft_words_copy (self->words, keys);
  act->redone = redone;
  act->operation_id = foyer_id_new ("act", clock, foyer_store_get_random (get_store (self)));
  act->take_back = g_cclosure_new_swap (G_CALLBACK (exchange), before, free_before);
  g_closure_ref (act->take_back);
  g_closure_sink (act->take_back);
  g_closure_set_marshal (act->take_back, g_cclosure_marshal_VOID__VOID);
  g_signal_emit (self, signals[ACTED], 0, act);
}

/* What is typed letter by letter is taken back as one. */
static void
tell_change (FoyerSettingsDraft *self, const char *key)
{
  g_autofree char *label = NULL;
  GList alone = { .data = (char *) key };

  if (g_strcmp0 (self->last_key, key) == 0)
    return;
  g_free (self->last_key);
  self->last_key = g_strdup (key);
  label = foyer_field_label (&foyer_portal_settings_type, key);
  tell_act (self, &alone, g_strdup_printf (_ ("%s is as before"), label),
            g_strdup_printf (_ ("%s is changed again"), label));
}

void
foyer_settings_draft_set (FoyerSettingsDraft *self, const char *key, JsonNode *value)
{
  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self) && foyer_settings_find_field (key) != NULL);

  if (self->desk == NULL || self->published == NULL)
    return;
  tell_change (self, key);
  foyer_draft_words_set (self->words, key, value, self->published);
  foyer_draft_words_drop_same (self->words, self->published);
  keep_and_tell (self);
}

void
foyer_settings_draft_take (FoyerSettingsDraft *self, JsonObject *patch)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;
  g_autoptr (GList) keys = NULL;

  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  if (self->desk == NULL || self->published == NULL)
    return;
  g_clear_pointer (&self->last_key, g_free);
  keys = json_object_get_members (patch);
  tell_act (self, keys, g_strdup (_ ("Your draft is as before")),
            g_strdup (_ ("Your draft is changed again")));
  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &key, &value)) {
    if (foyer_settings_find_field (key) != NULL)
      foyer_draft_words_set (self->words, key, value, self->published);
  }
  foyer_draft_words_drop_same (self->words, self->published);
  keep_and_tell (self);
}

void
foyer_settings_draft_unset (FoyerSettingsDraft *self, const char *key)
{
  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  if (self->desk == NULL || !json_object_has_member (self->words->patch, key))
    return;
  tell_change (self, key);
  foyer_draft_words_remove (self->words, key);
  keep_and_tell (self);
}

void
foyer_settings_draft_keep (FoyerSettingsDraft *self, const char *key)
{
  g_autoptr (JsonNode) value = NULL;

  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  if (self->desk == NULL || !json_object_has_member (self->words->patch, key))
    return;
  tell_change (self, key);
  value = json_node_copy (json_object_get_member (self->words->patch, key));
  foyer_draft_words_remove (self->words, key);
  foyer_draft_words_set (self->words, key, value, self->published);
  keep_and_tell (self);
}

void
foyer_settings_draft_discard (FoyerSettingsDraft *self)
{
  g_autoptr (GList) keys = NULL;

  g_return_if_fail (FOYER_IS_SETTINGS_DRAFT (self));

  if (self->desk == NULL || foyer_settings_draft_get_n_changes (self) == 0)
    return;
  g_clear_pointer (&self->last_key, g_free);
  keys = json_object_get_members (self->words->patch);
  tell_act (self, keys, g_strdup (_ ("Your changes are back")), g_strdup (_ ("Changes discarded")));
  foyer_draft_words_clear (self->words);
  keep_and_tell (self);
}

/* --- What is wrong --- */

gboolean
foyer_settings_draft_is_contested (FoyerSettingsDraft *self, const char *key)
{
  g_auto (GStrv) contested = NULL;

  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), FALSE);

  if (self->published == NULL)
    return FALSE;
  contested = foyer_settings_list_contested (self->published, self->words->patch, self->words->before);
  return g_strv_contains ((const char *const *) contested, key);
}

/* Who published @key last, NULL if the history does not say. */
static char *
find_author (FoyerSettingsDraft *self, const char *key)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_version_type);
  g_autoptr (GPtrArray) versions = NULL;

  foyer_query_order (query, "publishedAt", TRUE);
  foyer_query_limit (query, HISTORY);
  versions = foyer_store_list (get_store (self), query);
  for (guint i = 0; versions != NULL && i < versions->len; i++) {
    g_autoptr (JsonNode) patch = foyer_settings_version_get_patch (versions->pdata[i]);
    const char *author = foyer_settings_version_get_author_id (versions->pdata[i]);

    if (patch != NULL && FOYER_HAS (versions->pdata[i], settings_version, published_at)
        && json_object_has_member (json_node_get_object (patch), key))
      return author == NULL ? NULL : foyer_record_name (get_store (self), author);
  }
  return NULL;
}

static char *
describe_contest (FoyerSettingsDraft *self, const char *key)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (self->published);
  g_autofree char *author = find_author (self, key);
  g_autofree char *value = foyer_field_value_text (get_store (self), foyer_desk_get_time (self->desk),
                                                   foyer_desk_now (self->desk), &foyer_portal_settings_type,
                                                   key, json_object_get_member (json, key));

  if (author == NULL)
    return g_strdup_printf (_ ("Somebody published “%s” here meanwhile. Which is meant?"), value);
  return g_strdup_printf (_ ("%s published “%s” here meanwhile. Which is meant?"), author, value);
}

char *
foyer_settings_draft_get_problem (FoyerSettingsDraft *self, const char *key)
{
  JsonNode *value;
  g_autofree char *expected = NULL;

  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), NULL);

  value = json_object_get_member (self->words->patch, key);
  if (value == NULL || self->desk == NULL || self->published == NULL)
    return NULL;
  expected = foyer_settings_check_value (foyer_settings_find_field (key), value);
  /* A sheet is told what is wrong in it. */
  if (foyer_style_sheet_line (expected) > 0)
    return g_steal_pointer (&expected);
  /* TRANSLATORS: what follows is as the field table says it: “a whole number from 1 to 365, not 900”. */
  if (expected != NULL)
    return g_strdup_printf (_ ("Expected %s"), expected);
  return foyer_settings_draft_is_contested (self, key) ? describe_contest (self, key) : NULL;
}

static char *
refuse (FoyerSettingsDraft *self, FoyerStaffVerb verb, const FoyerRecordType *type)
{
  g_auto (GStrv) keys = NULL;
  char *refusal;

  if (self->desk == NULL || self->published == NULL)
    return g_strdup (_ ("The settings have not been fetched yet"));
  refusal = foyer_own_rights_refuse (self->desk, verb, type);
  if (refusal != NULL)
    return refusal;
  keys = foyer_settings_draft_list_keys (self);
  if (keys[0] == NULL)
    return g_strdup (_ ("There is nothing to publish"));
  for (guint i = 0; keys[i] != NULL; i++) {
    g_autofree char *problem = foyer_settings_draft_get_problem (self, keys[i]);
    g_autofree char *label = NULL;

    if (problem == NULL)
      continue;
    label = foyer_field_label (&foyer_portal_settings_type, keys[i]);
    return g_strdup_printf ("%s: %s", label, problem);
  }
  return NULL;
}

char *
foyer_settings_draft_refuse (FoyerSettingsDraft *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), NULL);

  return refuse (self, FOYER_STAFF_CHANGE, &foyer_portal_settings_type);
}

char *
foyer_settings_draft_refuse_proposal (FoyerSettingsDraft *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS_DRAFT (self), NULL);

  return refuse (self, FOYER_STAFF_CREATE, &foyer_settings_proposal_type);
}

/* --- For publishing --- */

FoyerDesk *
foyer_settings_draft_get_desk (FoyerSettingsDraft *self)
{
  return self->desk;
}

JsonObject *
foyer_settings_draft_get_patch (FoyerSettingsDraft *self)
{
  return self->words->patch;
}

void
foyer_settings_draft_let_go (FoyerSettingsDraft *self, JsonObject *patch, const char *operation_id)
{
  g_autoptr (GList) keys = json_object_get_members (patch);

  if (self->desk == NULL)
    return;
  for (GList *link = keys; link != NULL; link = link->next) {
    JsonNode *drafted = json_object_get_member (self->words->patch, link->data);

    if (drafted != NULL
        && (operation_id == NULL || foyer_json_equal (drafted, json_object_get_member (patch, link->data))))
      foyer_draft_words_remove (self->words, link->data);
  }
  if (operation_id != NULL)
    g_ptr_array_add (self->words->sent, g_strdup (operation_id));
  g_clear_pointer (&self->last_key, g_free);
  keep_and_tell (self);
}
