/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-frames.c - the frames of a preview beside each other */

#include "foyer-preview-frames.h"

#include "foyer-preview-files.h"
#include "foyer-preview-place.h"

#include <string.h>

/* Pixels of a phone's frame. */
#define PHONE_ALONE 390
#define PHONE_BESIDE 264

/* Those of the draft after those of what is published. */
enum { DESKTOP, PHONE, DRAFT_DESKTOP, DRAFT_PHONE, N_FRAMES };

struct _FoyerPreviewFrames {
  AdwBin parent_instance;

  /* Template. */
  FoyerPreviewFrame *frames[N_FRAMES];

  /* Given by whoever starts it. */
  FoyerPreviewStage *stage; /* (nullable) */
  FoyerPreviewFiles *files; /* (nullable) */

  /* State. */
  char *layout;
  gboolean is_narrow;
  char *pressed;         /* (nullable) */
  guint shown[N_FRAMES]; /* the stage's serial that each frame shows; 0 for none */
  char *at[N_FRAMES];    /* (nullable): the address that each frame shows */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewFrames, foyer_preview_frames, ADW_TYPE_BIN)

enum { PROP_LAYOUT = 1, PROP_NARROW, PROP_PROBLEM, PROP_PRESSED, N_PROPERTIES };
enum { LEFT, MADE, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (FoyerPreviewFrames *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static gboolean
is_layout (FoyerPreviewFrames *self, const char *layout)
{
  return g_str_equal (self->is_narrow ? "phone" : self->layout, layout);
}

/* What is published and what is drafted are compared in frames of one width. */
static gboolean
is_wanted (FoyerPreviewFrames *self, guint frame)
{
  FoyerPreviewSource source = foyer_preview_stage_get_source (self->stage);
  gboolean of_draft = frame >= DRAFT_DESKTOP;
  gboolean of_phone = frame == PHONE || frame == DRAFT_PHONE;

  if (!foyer_preview_stage_has_viewer (self->stage))
    return FALSE;
  if (source == FOYER_PREVIEW_BOTH)
    return of_phone == !is_layout (self, "desktop");
  if (of_draft != (source == FOYER_PREVIEW_DRAFT))
    return FALSE;
  return is_layout (self, "both") || of_phone == is_layout (self, "phone");
}

/* Beside a desktop the phone is as small as it looks there; alone it has its own size, where there is room for it. */
static void
place_phone (FoyerPreviewFrames *self, guint frame)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self->frames[frame]));
  gboolean alone
      = !is_layout (self, "both") || foyer_preview_stage_get_source (self->stage) == FOYER_PREVIEW_BOTH;

  gtk_widget_set_hexpand (place, alone);
  gtk_widget_set_halign (place, self->is_narrow ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (place, self->is_narrow ? -1 : PHONE_BESIDE, -1);
  foyer_preview_frame_set_natural_width (self->frames[frame], alone ? PHONE_ALONE : PHONE_BESIDE);
}

/* Each frame that is seen shows what the stage says; one whose link was followed shows it already. */
static void
update (FoyerPreviewFrames *self)
{
  guint serial = foyer_preview_stage_get_serial (self->stage);
  const char *address = foyer_preview_stage_get_address (self->stage);

  place_phone (self, PHONE);
  place_phone (self, DRAFT_PHONE);
  for (guint i = 0; i < N_FRAMES; i++) {
    gboolean wanted = is_wanted (self, i);
    g_autoptr (FoyerPreviewScene) scene = NULL;

    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->frames[i])), wanted);
    if (!wanted || (self->shown[i] == serial && g_strcmp0 (self->at[i], address) == 0))
      continue;
    scene = foyer_preview_stage_make_scene (self->stage, i >= DRAFT_DESKTOP);
    self->shown[i] = serial;
    g_free (self->at[i]);
    self->at[i] = g_strdup (address);
    foyer_preview_frame_show (self->frames[i], scene, address);
  }
}

static void
set_pressed (FoyerPreviewFrames *self, const char *pressed)
{
  if (g_strcmp0 (self->pressed, pressed) == 0)
    return;
  g_free (self->pressed);
  self->pressed = g_strdup (pressed);
  notify (self, PROP_PRESSED);
}

/* What was pressed is no longer what is spoken of. */
static void
on_stage_changed (FoyerPreviewFrames *self)
{
  set_pressed (self, NULL);
  update (self);
}

static guint
get_number (FoyerPreviewFrames *self, FoyerPreviewFrame *frame)
{
  guint number = 0;

  while (number < N_FRAMES - 1 && self->frames[number] != frame)
    number++;
  return number;
}

static void
on_moved (FoyerPreviewFrames *self, const char *address, FoyerPreviewFrame *frame)
{
  guint number = get_number (self, frame);

  g_free (self->at[number]);
  self->at[number] = g_strdup (address);
  foyer_preview_stage_set_address (self->stage, address);
}

/* The steps of a booking send nothing yet: they can be looked at. */
static void
on_pressed (FoyerPreviewFrames *self, const char *address, FoyerPreviewFrame *frame)
{
  g_autofree char *next = foyer_preview_frame_get_view (frame) == NULL
                              ? NULL
                              : foyer_preview_place_next_step (address, foyer_preview_frame_get_view (frame));

  if (next != NULL)
    foyer_preview_stage_set_address (self->stage, next);
  else
    set_pressed (self, address);
}

static void
on_left (FoyerPreviewFrames *self, const char *address)
{
  g_signal_emit (self, signals[LEFT], 0, address);
}

static void
on_made (FoyerPreviewFrames *self, gpointer answer, FoyerPreviewFrame *frame)
{
  if (frame == foyer_preview_frames_get_first (self))
    g_signal_emit (self, signals[MADE], 0, answer, get_number (self, frame) >= DRAFT_DESKTOP);
}

static void
on_missing (FoyerPreviewFrames *self, const char *blob_id)
{
  foyer_preview_files_want (self->files, blob_id);
}

/* The pages that show them say nothing new. */
static void
on_files_came (FoyerPreviewFrames *self)
{
  for (guint i = 0; i < N_FRAMES; i++) {
    if (self->stage != NULL && is_wanted (self, i))
      foyer_preview_frame_redraw (self->frames[i]);
  }
}

static void
on_notify_problem (FoyerPreviewFrames *self)
{
  notify (self, PROP_PROBLEM);
}

static void
foyer_preview_frames_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerPreviewFrames *self = FOYER_PREVIEW_FRAMES (object);

  switch (id) {
  case PROP_LAYOUT:
    if (g_strcmp0 (self->layout, g_value_get_string (value)) == 0)
      return;
    g_free (self->layout);
    self->layout = g_value_dup_string (value);
    break;
  case PROP_NARROW:
    if (self->is_narrow == g_value_get_boolean (value))
      return;
    self->is_narrow = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
  if (self->stage != NULL)
    update (self);
}

static void
foyer_preview_frames_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewFrames *self = FOYER_PREVIEW_FRAMES (object);
  FoyerPreviewFrame *first;

  switch (id) {
  case PROP_LAYOUT:
    g_value_set_string (value, self->layout);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->is_narrow);
    break;
  case PROP_PROBLEM:
    first = foyer_preview_frames_get_first (self);
    g_value_set_string (value, first == NULL ? NULL : foyer_preview_frame_get_problem (first));
    break;
  case PROP_PRESSED:
    g_value_set_string (value, self->pressed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_frames_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_PREVIEW_FRAMES);
  g_clear_object (&FOYER_PREVIEW_FRAMES (object)->stage);
  g_clear_object (&FOYER_PREVIEW_FRAMES (object)->files);
  G_OBJECT_CLASS (foyer_preview_frames_parent_class)->dispose (object);
}

static void
foyer_preview_frames_finalize (GObject *object)
{
  FoyerPreviewFrames *self = FOYER_PREVIEW_FRAMES (object);

  for (guint i = 0; i < N_FRAMES; i++)
    g_free (self->at[i]);
  g_free (self->layout);
  g_free (self->pressed);
  G_OBJECT_CLASS (foyer_preview_frames_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, "both", writable);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, writable);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, readable);
  properties[PROP_PRESSED] = g_param_spec_string ("pressed", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_preview_frames_class_init (FoyerPreviewFramesClass *klass)
{
  static const char *const names[] = { "desktop", "phone", "draft_desktop", "draft_phone" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_preview_frames_set_property;
  object_class->get_property = foyer_preview_frames_get_property;
  object_class->dispose = foyer_preview_frames_dispose;
  object_class->finalize = foyer_preview_frames_finalize;
  install_properties (object_class);
  signals[LEFT] = g_signal_new ("left", FOYER_TYPE_PREVIEW_FRAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MADE] = g_signal_new ("made", FOYER_TYPE_PREVIEW_FRAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  g_type_ensure (FOYER_TYPE_PREVIEW_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-frames.ui");
  for (gsize i = 0; i < N_FRAMES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (FoyerPreviewFrames, frames)
                                                   + (gssize) (i * sizeof (FoyerPreviewFrame *)));
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_made);
  gtk_widget_class_bind_template_callback (widget_class, on_missing);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
foyer_preview_frames_init (FoyerPreviewFrames *self)
{
  self->layout = g_strdup ("both");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_preview_frames_start (FoyerPreviewFrames *self,
                            FoyerDesk *desk,
                            FoyerWebModule *module,
                            FoyerPreviewStage *stage)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FRAMES (self) && self->stage == NULL);

  self->stage = g_object_ref (stage);
  self->files = foyer_preview_files_new (desk);
  g_signal_connect_object (self->files, "came", G_CALLBACK (on_files_came), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < N_FRAMES; i++)
    foyer_preview_frame_start (self->frames[i], desk, module, i == 0 ? NULL : self->frames[0]);
  g_signal_connect_object (stage, "notify::serial", G_CALLBACK (on_stage_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::address", G_CALLBACK (on_stage_changed), self, G_CONNECT_SWAPPED);
  update (self);
}

void
foyer_preview_frames_refresh (FoyerPreviewFrames *self)
{
  for (guint i = 0; i < N_FRAMES; i++) {
    if (self->stage != NULL && is_wanted (self, i))
      foyer_preview_frame_refresh (self->frames[i]);
  }
}

FoyerPreviewFrame *
foyer_preview_frames_get_first (FoyerPreviewFrames *self)
{
  for (guint i = 0; self->stage != NULL && i < N_FRAMES; i++) {
    if (is_wanted (self, i))
      return self->frames[i];
  }
  return NULL;
}

gboolean
foyer_preview_frames_has_problem (FoyerPreviewFrames *self)
{
  FoyerPreviewFrame *first = foyer_preview_frames_get_first (self);

  return first != NULL && foyer_preview_frame_get_problem (first) != NULL;
}

void
foyer_preview_frames_press (FoyerPreviewFrames *self, const char *address)
{
  FoyerPreviewFrame *first = foyer_preview_frames_get_first (self);

  if (first != NULL)
    on_pressed (self, address, first);
}

void
foyer_preview_frames_stop (FoyerPreviewFrames *self)
{
  if (self->stage == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->stage, self);
  foyer_preview_files_stop (self->files);
  for (guint i = 0; i < N_FRAMES; i++)
    foyer_preview_frame_stop (self->frames[i]);
}
