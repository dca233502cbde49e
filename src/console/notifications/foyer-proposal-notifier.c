/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-proposal-notifier.c - tells of settings that others submitted for publishing, while nobody looks */

#include "foyer-proposal-notifier.h"

#include "foyer-field-words.h"
#include "foyer-settings-lock.h"

#include "types/settings_proposal.h"

#include <glib/gi18n-lib.h>

/* More than these are not counted. */
#define MOST 50
#define NOTIFICATION "proposals"

struct _FoyerProposalNotifier {
  GObject parent_instance;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): %NULL after it has stopped */
  FoyerStore *store;
  GApplication *application; /* not owned: it owns this */

  /* State. */
  gboolean watched;
  GHashTable *known; /* (element-type utf8): proposals that are no news any more */
  gboolean told;     /* whether a notification may be on the screen */
};

G_DEFINE_FINAL_TYPE (FoyerProposalNotifier, foyer_proposal_notifier, G_TYPE_OBJECT)

enum {
  PROP_WATCHED = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_own (FoyerProposalNotifier *self, FoyerRecord *proposal)
{
  const FoyerAccount *account = foyer_desk_get_account (self->desk);

  return account != NULL
         && g_strcmp0 (foyer_settings_proposal_get_author_id (proposal), account->staff_id) == 0;
}

/* Those of others that wait, the newest first. */
static GPtrArray *
list_waiting (FoyerProposalNotifier *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_proposal_type);
  GPtrArray *proposals;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_SETTINGS_PROPOSAL_OPEN);
  foyer_query_order (query, "proposedAt", TRUE);
  foyer_query_limit (query, MOST);
  proposals = foyer_store_list (self->store, query);
  for (guint i = proposals == NULL ? 0 : proposals->len; i > 0; i--) {
    if (is_own (self, proposals->pdata[i - 1]))
      g_ptr_array_remove_index (proposals, i - 1);
  }
  return proposals == NULL ? g_ptr_array_new_with_free_func (g_object_unref) : proposals;
}

static void
take_back (FoyerProposalNotifier *self)
{
  if (self->told)
    g_application_withdraw_notification (self->application, NOTIFICATION);
  self->told = FALSE;
}

/* `Ben submitted 3 changes for publishing` */
static char *
describe (FoyerProposalNotifier *self, FoyerRecord *proposal)
{
  g_autofree char *author = foyer_record_name (self->store, foyer_settings_proposal_get_author_id (proposal));
  g_autoptr (JsonNode) patch = foyer_settings_proposal_get_patch (proposal);
  guint n = patch == NULL ? 0 : json_object_get_size (json_node_get_object (patch));

  /* Translators: who, and how many settings */
  return g_strdup_printf (ngettext ("%s submitted %u change for publishing",
                                    "%s submitted %u changes for publishing", n),
                          author == NULL ? _ ("Somebody") : author, n);
}

static void
tell (FoyerProposalNotifier *self, FoyerRecord *newest)
{
  g_autofree char *title = describe (self, newest);
  g_autoptr (GNotification) notification = g_notification_new (title);
  const char *note = foyer_settings_proposal_get_note (newest);

  if (note != NULL)
    g_notification_set_body (notification, note);
  g_notification_set_default_action_and_target (notification, "app.open-record", "s",
                                                foyer_record_get_id (newest));
  g_application_send_notification (self->application, NOTIFICATION, notification);
  self->told = TRUE;
}

/* A first synchronisation brings what waited before. */
static gboolean
is_to_be_told (FoyerProposalNotifier *self)
{
  return !self->watched && foyer_desk_get_state (self->desk) != FOYER_SYNC_FIRST
         && foyer_settings_lock_may_publish (self->desk);
}

static void
on_store_changed (FoyerProposalNotifier *self, FoyerChangeSet *changes)
{
  g_autoptr (GPtrArray) waiting = NULL;
  FoyerRecord *news = NULL;

  if (foyer_change_set_get_ids (changes, &foyer_settings_proposal_type) == NULL)
    return;
  waiting = list_waiting (self);
  for (guint i = waiting->len; i > 0; i--) {
    FoyerRecord *proposal = waiting->pdata[i - 1];

    if (g_hash_table_add (self->known, g_strdup (foyer_record_get_id (proposal))))
      news = proposal;
  }
  if (waiting->len == 0)
    take_back (self);
  else if (news != NULL && is_to_be_told (self))
    tell (self, news);
}

static void
foyer_proposal_notifier_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerProposalNotifier *self = FOYER_PROPOSAL_NOTIFIER (object);

  if (self->watched == g_value_get_boolean (value))
    return;
  self->watched = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_proposal_notifier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, FOYER_PROPOSAL_NOTIFIER (object)->watched);
}

static void
foyer_proposal_notifier_dispose (GObject *object)
{
  foyer_proposal_notifier_stop (FOYER_PROPOSAL_NOTIFIER (object));
  G_OBJECT_CLASS (foyer_proposal_notifier_parent_class)->dispose (object);
}

static void
foyer_proposal_notifier_finalize (GObject *object)
{
  g_hash_table_unref (FOYER_PROPOSAL_NOTIFIER (object)->known);
  G_OBJECT_CLASS (foyer_proposal_notifier_parent_class)->finalize (object);
}

static void
foyer_proposal_notifier_class_init (FoyerProposalNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_proposal_notifier_set_property;
  object_class->get_property = foyer_proposal_notifier_get_property;
  object_class->dispose = foyer_proposal_notifier_dispose;
  object_class->finalize = foyer_proposal_notifier_finalize;

  properties[PROP_WATCHED] = g_param_spec_boolean ("watched", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_proposal_notifier_init (FoyerProposalNotifier *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

FoyerProposalNotifier *
foyer_proposal_notifier_new (FoyerDesk *desk, GApplication *application)
{
  FoyerProposalNotifier *self = g_object_new (FOYER_TYPE_PROPOSAL_NOTIFIER, NULL);
  g_autoptr (GPtrArray) waiting = NULL;

  self->desk = g_object_ref (desk);
  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->application = application;
  /* What is here already was to be seen. */
  waiting = list_waiting (self);
  for (guint i = 0; i < waiting->len; i++)
    g_hash_table_add (self->known, g_strdup (foyer_record_get_id (waiting->pdata[i])));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
foyer_proposal_notifier_stop (FoyerProposalNotifier *self)
{
  g_return_if_fail (FOYER_IS_PROPOSAL_NOTIFIER (self));

  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->store, self);
  take_back (self);
  g_clear_object (&self->store);
  g_clear_object (&self->desk);
}
