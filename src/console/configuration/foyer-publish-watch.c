/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-publish-watch.c - what others publish while somebody looks at the settings */

#include "foyer-publish-watch.h"

#include "foyer-field-words.h"
#include "foyer-settings-draft.h"

#include "types/settings_version.h"

#include <glib/gi18n-lib.h>

/* Nothing that is published has been fetched yet. */
#define NOTHING_YET -1

struct _FoyerPublishWatch {
  GObject parent_instance;

  FoyerDesk *desk; /* not owned: it outlives the watch */

  /* State. */
  gint64 seen;     /* the last version that needs no telling */
  guint n_changes; /* that others published since */
  guint n_drafted; /* of them, that were drafted here, too */
  char *author_id; /* (nullable): whose they are, if they are all of one */
};

G_DEFINE_FINAL_TYPE (FoyerPublishWatch, foyer_publish_watch, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_published (FoyerRecord *version)
{
  return foyer_settings_version_get_status (version) == FOYER_SETTINGS_VERSION_PUBLISHED
         && FOYER_HAS (version, settings_version, version);
}

static gint64
find_last (FoyerPublishWatch *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_version_type);
  g_autoptr (GPtrArray) versions = NULL;

  if (foyer_settings_draft_get_published (foyer_desk_get_draft (self->desk)) == NULL)
    return NOTHING_YET;
  foyer_query_order (query, "version", TRUE);
  foyer_query_limit (query, 1);
  versions = foyer_store_list (foyer_desk_get_store (self->desk), query);
  return versions == NULL || versions->len == 0 ? 0 : foyer_settings_version_get_version (versions->pdata[0]);
}

static gboolean
is_own (FoyerPublishWatch *self, FoyerRecord *version)
{
  const FoyerAccount *account = foyer_desk_get_account (self->desk);

  return account == NULL || account->staff_id == NULL
         || g_strcmp0 (foyer_settings_version_get_author_id (version), account->staff_id) == 0;
}

/* The settings themselves may come later than what says who published them. */
static guint
count_drafted (FoyerPublishWatch *self, JsonObject *patch)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (self->desk);
  g_autoptr (GList) keys = json_object_get_members (patch);
  guint n = 0;

  for (GList *link = keys; link != NULL; link = link->next)
    n += foyer_settings_draft_get (draft, link->data) != NULL;
  return n;
}

static void
count (FoyerPublishWatch *self, FoyerRecord *version)
{
  g_autoptr (JsonNode) patch = foyer_settings_version_get_patch (version);
  const char *author_id = foyer_settings_version_get_author_id (version);

  if (patch == NULL || is_own (self, version))
    return;
  if (self->n_changes == 0)
    self->author_id = g_strdup (author_id);
  else if (g_strcmp0 (self->author_id, author_id) != 0)
    g_clear_pointer (&self->author_id, g_free);
  self->n_changes += json_object_get_size (json_node_get_object (patch));
  self->n_drafted += count_drafted (self, json_node_get_object (patch));
}

static void
on_store_changed (FoyerPublishWatch *self, FoyerChangeSet *changes, FoyerStore *store)
{
  GHashTable *ids = foyer_change_set_get_ids (changes, &foyer_settings_version_type);
  GHashTableIter iter;
  gpointer id;
  gint64 last = self->seen;
  guint before = self->n_changes;

  if (self->seen == NOTHING_YET)
    self->seen = last = find_last (self);
  if (ids == NULL || last == NOTHING_YET)
    return;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_autoptr (FoyerRecord) version = foyer_store_get (store, &foyer_settings_version_type, id);

    if (version == NULL || !is_published (version)
        || foyer_settings_version_get_version (version) <= self->seen)
      continue;
    count (self, version);
    last = MAX (last, foyer_settings_version_get_version (version));
  }
  self->seen = last;
  if (self->n_changes != before)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
foyer_publish_watch_finalize (GObject *object)
{
  g_free (FOYER_PUBLISH_WATCH (object)->author_id);
  G_OBJECT_CLASS (foyer_publish_watch_parent_class)->finalize (object);
}

static void
foyer_publish_watch_class_init (FoyerPublishWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_publish_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_PUBLISH_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
foyer_publish_watch_init (FoyerPublishWatch *self)
{
}

FoyerPublishWatch *
foyer_publish_watch_new (FoyerDesk *desk)
{
  FoyerPublishWatch *self = g_object_new (FOYER_TYPE_PUBLISH_WATCH, NULL);

  self->desk = desk;
  self->seen = find_last (self);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static guint
count_contested (FoyerSettingsDraft *draft)
{
  g_auto (GStrv) keys = foyer_settings_draft_list_keys (draft);
  guint n = 0;

  for (guint i = 0; keys[i] != NULL; i++)
    n += foyer_settings_draft_is_contested (draft, keys[i]);
  return n;
}

static char *
describe_published (FoyerPublishWatch *self)
{
  g_autofree char *author = self->author_id == NULL
                                ? NULL
                                : foyer_record_name (foyer_desk_get_store (self->desk), self->author_id);

  /* Translators: who, and how many settings */
  return g_strdup_printf (ngettext ("%s published %u change", "%s published %u changes", self->n_changes),
                          author == NULL ? _ ("Somebody else") : author, self->n_changes);
}

char *
foyer_publish_watch_describe_merge (FoyerPublishWatch *self)
{
  FoyerSettingsDraft *draft;
  g_autofree char *published = NULL;

  g_return_val_if_fail (FOYER_IS_PUBLISH_WATCH (self), NULL);

  draft = foyer_desk_get_draft (self->desk);
  if (self->n_changes == 0 || foyer_settings_draft_get_n_changes (draft) == 0 || self->n_drafted > 0)
    return NULL;
  published = describe_published (self);
  return g_strdup_printf (_ ("%s. Your draft goes with it"), published);
}

char *
foyer_publish_watch_describe (FoyerPublishWatch *self)
{
  g_autofree char *published = NULL;
  g_autofree char *contested = NULL;
  guint n;

  g_return_val_if_fail (FOYER_IS_PUBLISH_WATCH (self), NULL);

  if (self->n_changes == 0)
    return NULL;
  published = describe_published (self);
  n = count_contested (foyer_desk_get_draft (self->desk));
  if (n == 0)
    return g_steal_pointer (&published);
  contested
      = g_strdup_printf (ngettext ("You have changed %u of them, too", "You have changed %u of them, too", n),
                         n);
  return g_strdup_printf ("%s. %s", published, contested);
}

void
foyer_publish_watch_forget (FoyerPublishWatch *self)
{
  g_return_if_fail (FOYER_IS_PUBLISH_WATCH (self));

  if (self->n_changes == 0)
    return;
  self->n_changes = 0;
  self->n_drafted = 0;
  g_clear_pointer (&self->author_id, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}
