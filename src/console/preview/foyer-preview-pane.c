/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-pane.c - the portal on a phone, beside what somebody does to it */

#include "foyer-preview-pane.h"

#include "foyer-preview-draft.h"
#include "foyer-preview-eyes.h"
#include "foyer-preview-frames.h"
#include "foyer-preview-log.h"
#include "foyer-preview-typical.h"

#include <glib/gi18n-lib.h>

struct _FoyerPreviewPane {
  AdwBin parent_instance;

  /* Template. */
  FoyerPreviewEyes *eyes;
  FoyerPreviewFrames *frames;

  FoyerDesk *desk; /* (nullable) (not owned): %NULL after it was stopped */
  FoyerWebModule *module;
  FoyerPreviewStage *stage;
  FoyerPreviewLog *log;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewPane, foyer_preview_pane, ADW_TYPE_BIN)

enum { PROP_STAGE = 1, PROP_CAPTION, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static char *
describe (FoyerPreviewPane *self)
{
  g_autofree char *name = NULL;
  gboolean has_draft = FALSE;

  if (self->stage == NULL || !foyer_preview_stage_has_viewer (self->stage))
    return g_strdup (_ ("Choose who looks"));
  g_object_get (self->stage, "person-name", &name, "has-draft", &has_draft, NULL);
  if (name == NULL && has_draft)
    return g_strdup (_ ("Draft, as they would see it"));
  if (name == NULL)
    return g_strdup (_ ("As they see it now"));
  return has_draft ? g_strdup_printf (_ ("Draft, as %s would see it"), name)
                   : g_strdup_printf (_ ("As %s sees it now"), name);
}

/* While nothing is drafted there is nothing else to see than what is published. */
static void
on_stage_changed (FoyerPreviewPane *self)
{
  gboolean has_draft;

  g_object_get (self->stage, "has-draft", &has_draft, NULL);
  if (foyer_preview_stage_get_source (self->stage) != (has_draft ? FOYER_PREVIEW_DRAFT : FOYER_PREVIEW_LIVE))
    g_object_set (self->stage, "source", has_draft ? FOYER_PREVIEW_DRAFT : FOYER_PREVIEW_LIVE, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

static void
on_store_changed (FoyerPreviewPane *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    foyer_preview_frames_refresh (self->frames);
}

static void
on_made (FoyerPreviewPane *self, FoyerPreviewAnswer *answer)
{
  if (self->desk != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    foyer_preview_log_note (self->log, answer->scene);
}

static void
on_typical_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewPane) self = user_data;
  g_autoptr (FoyerPreviewViewer) viewer = foyer_preview_typical_finish (FOYER_STORE (source), result, NULL);

  if (viewer != NULL && self->desk != NULL && !foyer_preview_stage_has_viewer (self->stage))
    foyer_preview_stage_choose (self->stage, viewer);
}

/* --- The object --- */

static void
foyer_preview_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewPane *self = FOYER_PREVIEW_PANE (object);

  if (id == PROP_STAGE)
    g_value_set_object (value, self->stage);
  else
    g_value_take_string (value, describe (self));
}

static void
foyer_preview_pane_dispose (GObject *object)
{
  FoyerPreviewPane *self = FOYER_PREVIEW_PANE (object);

  foyer_preview_pane_stop (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_PREVIEW_PANE);
  g_clear_object (&self->stage);
  g_clear_object (&self->module);
  g_clear_object (&self->log);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_preview_pane_parent_class)->dispose (object);
}

static void
foyer_preview_pane_class_init (FoyerPreviewPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_preview_pane_get_property;
  object_class->dispose = foyer_preview_pane_dispose;
  properties[PROP_STAGE] = g_param_spec_object ("stage", NULL, NULL, FOYER_TYPE_PREVIEW_STAGE, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (FOYER_TYPE_PREVIEW_EYES);
  g_type_ensure (FOYER_TYPE_PREVIEW_FRAMES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPane, eyes);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPane, frames);
  gtk_widget_class_bind_template_callback (widget_class, on_made);
}

static void
foyer_preview_pane_init (FoyerPreviewPane *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_preview_pane_new (FoyerDesk *desk)
{
  FoyerPreviewPane *self = g_object_new (FOYER_TYPE_PREVIEW_PANE, NULL);
  FoyerStore *store = foyer_desk_get_store (desk);

  self->desk = desk;
  self->module = foyer_web_module_new (foyer_desk_get_clock (desk), NULL);
  self->stage = foyer_preview_stage_new (desk);
  self->log = foyer_preview_log_new (desk);
  foyer_preview_draft_follow (self->stage, foyer_desk_get_draft (desk));
  on_stage_changed (self);
  g_signal_connect_object (self->stage, "notify::has-draft", G_CALLBACK (on_stage_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::serial", G_CALLBACK (on_stage_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  foyer_preview_eyes_start (self->eyes, desk, self->stage);
  foyer_preview_frames_start (self->frames, desk, self->module, self->stage);
  foyer_preview_typical_async (store, self->cancellable, on_typical_found, g_object_ref (self));
  return GTK_WIDGET (self);
}

void
foyer_preview_pane_show (FoyerPreviewPane *self, const char *address)
{
  g_return_if_fail (FOYER_IS_PREVIEW_PANE (self));

  if (self->desk != NULL)
    foyer_preview_stage_set_address (self->stage, address);
}

void
foyer_preview_pane_stop (FoyerPreviewPane *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_PANE (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  foyer_preview_log_leave (self->log);
  foyer_preview_eyes_stop (self->eyes);
  foyer_preview_frames_stop (self->frames);
  self->desk = NULL;
}
