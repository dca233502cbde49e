/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-impact-watch.c - whom the draft touches, asked again whenever something changes */

#include "foyer-impact-watch.h"

#include "foyer-settings-draft.h"

#include "foyer-settings.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

struct _FoyerImpactWatch {
  GObject parent_instance;

  FoyerDesk *desk; /* (nullable): not owned; %NULL after it was stopped */
  gboolean everybody;

  /* State. */
  FoyerSettingsImpact *impact; /* (nullable) */
  FoyerRecord *live;           /* (nullable): what was asked with last */
  FoyerRecord *draft;          /* (nullable) */

  /* In-progress data. */
  GCancellable *cancellable; /* (nullable): of what is asked */
};

G_DEFINE_FINAL_TYPE (FoyerImpactWatch, foyer_impact_watch, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
tell (FoyerImpactWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cancel (FoyerImpactWatch *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_found_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerImpactWatch) self = user_data;
  g_autoptr (FoyerSettingsImpact) impact = foyer_settings_impact_finish (FOYER_STORE (source), result, NULL);

  /* Somebody asked anew meanwhile, or nobody wants to know any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->impact, foyer_settings_impact_unref);
  self->impact = g_steal_pointer (&impact);
  tell (self);
}

static void
ask (FoyerImpactWatch *self)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  foyer_settings_impact_async (foyer_desk_get_store (self->desk), self->live, self->draft, self->everybody,
                               foyer_desk_now (self->desk), self->cancellable, on_found_out,
                               g_object_ref (self));
  tell (self);
}

static gboolean
is_other (FoyerRecord *known, FoyerRecord *now)
{
  return known == NULL || foyer_sign_in_survey_concerns (known, now);
}

/* Most changes of a draft have nothing to do with it. */
static void
on_draft_changed (FoyerImpactWatch *self)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (self->desk);
  FoyerRecord *published = foyer_settings_draft_get_published (draft);
  g_autoptr (FoyerRecord) live = published == NULL ? NULL : foyer_settings_complete (published, NULL);
  g_autoptr (FoyerRecord) applied = published == NULL ? NULL : foyer_settings_draft_apply (draft, published);
  g_autoptr (FoyerRecord) drafted = applied == NULL ? NULL : foyer_settings_complete (applied, NULL);

  if (live == NULL || drafted == NULL || (!is_other (self->live, live) && !is_other (self->draft, drafted)))
    return;
  g_set_object (&self->live, live);
  g_set_object (&self->draft, drafted);
  ask (self);
}

static void
on_store_changed (FoyerImpactWatch *self, FoyerChangeSet *changes)
{
  if (self->live != NULL
      && (foyer_change_set_get_ids (changes, &foyer_portal_person_type) != NULL
          || foyer_change_set_get_ids (changes, &foyer_client_type) != NULL
          || foyer_change_set_get_ids (changes, &foyer_portal_link_type) != NULL))
    ask (self);
}

static void
foyer_impact_watch_dispose (GObject *object)
{
  foyer_impact_watch_stop (FOYER_IMPACT_WATCH (object));
  G_OBJECT_CLASS (foyer_impact_watch_parent_class)->dispose (object);
}

static void
foyer_impact_watch_finalize (GObject *object)
{
  FoyerImpactWatch *self = FOYER_IMPACT_WATCH (object);

  g_clear_pointer (&self->impact, foyer_settings_impact_unref);
  g_clear_object (&self->live);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (foyer_impact_watch_parent_class)->finalize (object);
}

static void
foyer_impact_watch_class_init (FoyerImpactWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_impact_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_impact_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_IMPACT_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
foyer_impact_watch_init (FoyerImpactWatch *self)
{
}

FoyerImpactWatch *
foyer_impact_watch_new (FoyerDesk *desk, gboolean everybody)
{
  FoyerImpactWatch *self = g_object_new (FOYER_TYPE_IMPACT_WATCH, NULL);

  self->desk = desk;
  self->everybody = everybody;
  g_signal_connect_object (foyer_desk_get_draft (desk), "changed", G_CALLBACK (on_draft_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  on_draft_changed (self);
  return self;
}

void
foyer_impact_watch_stop (FoyerImpactWatch *self)
{
  g_return_if_fail (FOYER_IS_IMPACT_WATCH (self));

  if (self->desk == NULL)
    return;
  cancel (self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (self->desk), self);
  self->desk = NULL;
}

FoyerSettingsImpact *
foyer_impact_watch_get (FoyerImpactWatch *self)
{
  g_return_val_if_fail (FOYER_IS_IMPACT_WATCH (self), NULL);

  return self->impact;
}

gboolean
foyer_impact_watch_is_counting (FoyerImpactWatch *self)
{
  g_return_val_if_fail (FOYER_IS_IMPACT_WATCH (self), FALSE);

  return self->cancellable != NULL;
}
