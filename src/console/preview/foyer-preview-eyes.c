/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-eyes.c - through whose eyes the portal is looked at */

#include "foyer-preview-eyes.h"

#include "foyer-preview-closures.h"
#include "foyer-preview-picker.h"

struct _FoyerPreviewEyes {
  AdwBin parent_instance;

  /* Template. */
  FoyerPreviewPicker *client_picker;
  FoyerPreviewPicker *person_picker;

  /* Given by whoever starts it. */
  FoyerDesk *desk;          /* (nullable) (not owned) */
  FoyerPreviewStage *stage; /* (nullable) */

  /* State. */
  gboolean is_narrow;
  GCancellable *search; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewEyes, foyer_preview_eyes, ADW_TYPE_BIN)

enum { PROP_STAGE = 1, PROP_NARROW, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewPicker) picker = user_data;
  g_autoptr (GPtrArray) viewers = foyer_preview_viewer_list_finish (FOYER_STORE (source), result, NULL);

  if (viewers != NULL)
    foyer_preview_picker_offer (picker, viewers);
}

/* Only what was typed last matters. */
static GCancellable *
begin_search (FoyerPreviewEyes *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  return self->search;
}

static void
on_client_searched (FoyerPreviewEyes *self, const char *words)
{
  foyer_preview_viewer_find_clients_async (foyer_desk_get_store (self->desk), words,
                                           foyer_preview_stage_get_recent (self->stage), begin_search (self),
                                           on_found, g_object_ref (self->client_picker));
}

static void
on_person_searched (FoyerPreviewEyes *self, const char *words)
{
  foyer_preview_viewer_list_async (foyer_desk_get_store (self->desk),
                                   foyer_preview_stage_get_client_id (self->stage), begin_search (self),
                                   on_found, g_object_ref (self->person_picker));
}

static void
on_picked (FoyerPreviewEyes *self, FoyerPreviewViewer *viewer)
{
  foyer_preview_stage_choose (self->stage, viewer);
}

static gboolean
foyer_preview_eyes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (FOYER_PREVIEW_EYES (widget)->client_picker),
                                 GTK_DIR_TAB_FORWARD);
}

static void
foyer_preview_eyes_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerPreviewEyes *self = FOYER_PREVIEW_EYES (object);

  if (self->is_narrow == g_value_get_boolean (value))
    return;
  self->is_narrow = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_preview_eyes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewEyes *self = FOYER_PREVIEW_EYES (object);

  if (id == PROP_STAGE)
    g_value_set_object (value, self->stage);
  else
    g_value_set_boolean (value, self->is_narrow);
}

static void
foyer_preview_eyes_dispose (GObject *object)
{
  FoyerPreviewEyes *self = FOYER_PREVIEW_EYES (object);

  foyer_preview_eyes_stop (self);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_PREVIEW_EYES);
  g_clear_object (&self->stage);
  g_clear_object (&self->search);
  G_OBJECT_CLASS (foyer_preview_eyes_parent_class)->dispose (object);
}

static void
foyer_preview_eyes_class_init (FoyerPreviewEyesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_preview_eyes_set_property;
  object_class->get_property = foyer_preview_eyes_get_property;
  object_class->dispose = foyer_preview_eyes_dispose;
  widget_class->grab_focus = foyer_preview_eyes_grab_focus;
  properties[PROP_STAGE] = g_param_spec_object ("stage", NULL, NULL, FOYER_TYPE_PREVIEW_STAGE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_PREVIEW_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-eyes.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewEyes, client_picker);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewEyes, person_picker);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_client_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_person_text);
  gtk_widget_class_bind_template_callback (widget_class, on_client_searched);
  gtk_widget_class_bind_template_callback (widget_class, on_person_searched);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
foyer_preview_eyes_init (FoyerPreviewEyes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_preview_eyes_start (FoyerPreviewEyes *self, FoyerDesk *desk, FoyerPreviewStage *stage)
{
  g_return_if_fail (FOYER_IS_PREVIEW_EYES (self) && self->stage == NULL);

  self->desk = desk;
  self->stage = g_object_ref (stage);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

void
foyer_preview_eyes_stop (FoyerPreviewEyes *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_EYES (self));

  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  self->desk = NULL;
}

void
foyer_preview_eyes_choose_person (FoyerPreviewEyes *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_EYES (self));

  foyer_preview_picker_open (self->person_picker);
}

void
foyer_preview_eyes_choose_client (FoyerPreviewEyes *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_EYES (self));

  foyer_preview_picker_open (self->client_picker);
}
