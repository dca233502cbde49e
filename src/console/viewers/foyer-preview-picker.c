/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-picker.c - who is chosen, and who else there is */

#include "foyer-preview-picker.h"

#include "foyer-entry-clear.h"
#include "foyer-menu-name.h"
#include "foyer-spoken.h"

struct _FoyerPreviewPicker {
  AdwBin parent_instance;

  /* Template. */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkSearchEntry *entry;
  GtkListView *list_view;
  GtkSingleSelection *selection;

  /* Construct-time. */
  GListStore *viewers;
  char *label; /* (nullable) */
  char *title; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewPicker, foyer_preview_picker, ADW_TYPE_BIN)

enum { PROP_LABEL = 1, PROP_TITLE, N_PROPERTIES };
enum { SEARCHED, PICKED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
on_search_changed (FoyerPreviewPicker *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    g_signal_emit (self, signals[SEARCHED], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Every opening begins anew: what was typed for somebody else helps nobody. */
static void
on_shown (FoyerPreviewPicker *self)
{
  foyer_entry_clear (GTK_EDITABLE (self->entry));
  g_signal_emit (self, signals[SEARCHED], 0, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
pick (FoyerPreviewPicker *self, guint position)
{
  g_autoptr (FoyerPreviewViewer) viewer = g_list_model_get_item (G_LIST_MODEL (self->viewers), position);

  if (viewer == NULL)
    return;
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PICKED], 0, viewer);
}

static void
on_activate (FoyerPreviewPicker *self, guint position)
{
  pick (self, position);
}

/* Who types a name and presses Return means the one who is marked. */
static void
on_entry_activate (FoyerPreviewPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
move (FoyerPreviewPicker *self, int step)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->viewers));
  gint64 position = (gint64) gtk_single_selection_get_selected (self->selection) + step;

  if (n_items > 0)
    gtk_single_selection_set_selected (self->selection, (guint) CLAMP (position, 0, n_items - 1));
}

static gboolean
on_entry_key (FoyerPreviewPicker *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  move (self, key == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

/* "Person: Maria Lopez" */
static void
name_button (FoyerPreviewPicker *self)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", self->title == NULL ? "" : self->title,
                                           self->label == NULL ? "" : self->label);

  foyer_menu_name_set (self->button, name);
}

static void
foyer_preview_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerPreviewPicker *self = FOYER_PREVIEW_PICKER (object);
  char **place = id == PROP_LABEL ? &self->label : &self->title;

  if (g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;
  g_free (*place);
  *place = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
  /* The template sets them while it is made. */
  if (self->button != NULL)
    name_button (self);
}

static void
foyer_preview_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewPicker *self = FOYER_PREVIEW_PICKER (object);

  g_value_set_string (value, id == PROP_LABEL ? self->label : self->title);
}

static void
foyer_preview_picker_dispose (GObject *object)
{
  FoyerPreviewPicker *self = FOYER_PREVIEW_PICKER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_PREVIEW_PICKER);
  g_clear_object (&self->viewers);
  G_OBJECT_CLASS (foyer_preview_picker_parent_class)->dispose (object);
}

static void
foyer_preview_picker_finalize (GObject *object)
{
  g_free (FOYER_PREVIEW_PICKER (object)->label);
  g_free (FOYER_PREVIEW_PICKER (object)->title);
  G_OBJECT_CLASS (foyer_preview_picker_parent_class)->finalize (object);
}

static void
foyer_preview_picker_class_init (FoyerPreviewPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_preview_picker_set_property;
  object_class->get_property = foyer_preview_picker_get_property;
  object_class->dispose = foyer_preview_picker_dispose;
  object_class->finalize = foyer_preview_picker_finalize;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SEARCHED] = g_signal_new ("searched", FOYER_TYPE_PREVIEW_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PICKED] = g_signal_new ("picked", FOYER_TYPE_PREVIEW_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FOYER_TYPE_PREVIEW_VIEWER);

  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPicker, button);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPicker, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPicker, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
}

static void
foyer_preview_picker_init (FoyerPreviewPicker *self)
{
  self->viewers = g_list_store_new (FOYER_TYPE_PREVIEW_VIEWER);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->viewers));
}

void
foyer_preview_picker_offer (FoyerPreviewPicker *self, GPtrArray *viewers)
{
  g_return_if_fail (FOYER_IS_PREVIEW_PICKER (self));

  /* Who was looked for may be found when nobody is there any more to choose. */
  if (self->viewers == NULL)
    return;
  g_list_store_splice (self->viewers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->viewers)),
                       viewers->pdata, viewers->len);
  if (viewers->len > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

void
foyer_preview_picker_open (FoyerPreviewPicker *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_PICKER (self));

  gtk_menu_button_popup (self->button);
}
