/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-control.c - a setting that is a picture: an address, or a file of this computer (003-14) */

#include "foyer-picture-control.h"

#include "foyer-beside.h"
#include "foyer-error-text.h"
#include "foyer-file-choice.h"
#include "foyer-picture-address.h"
#include "foyer-picture-thumbnail.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-portal-picture.h"
#include "foyer-store-blobs.h"

#include <glib/gi18n-lib.h>

struct _FoyerPictureControl {
  FoyerSettingControl parent_instance;

  FoyerStore *store;
  GCancellable *cancellable;
  FoyerPictureAddress *address;
  FoyerPictureThumbnail *thumbnail;
  GtkWidget *file_box; /* what stands there in the place of the address */
  GtkWidget *choose;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (FoyerPictureControl, foyer_picture_control, FOYER_TYPE_SETTING_CONTROL)

static void
fail (FoyerPictureControl *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence == NULL ? "" : sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
foyer_picture_control_show (FoyerSettingControl *control, JsonNode *value)
{
  FoyerPictureControl *self = FOYER_PICTURE_CONTROL (control);
  const char *text = foyer_json_node_text (value);
  gboolean is_file = text != NULL && foyer_blob_id_is_valid (text);

  gtk_widget_set_visible (self->file_box, is_file);
  gtk_widget_set_visible (GTK_WIDGET (self->address), !is_file);
  gtk_widget_set_valign (self->choose, is_file ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  foyer_picture_thumbnail_show (self->thumbnail, is_file ? text : NULL);
  foyer_picture_address_set_text (self->address, text == NULL || is_file ? "" : text);
}

/* The blob with this id is the picture from now on. */
static void
set_file (FoyerPictureControl *self, const char *id)
{
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), id);

  foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self), id);
  foyer_picture_control_show (FOYER_SETTING_CONTROL (self), value);
}

static void
on_address_edited (FoyerPictureControl *self, const char *text)
{
  fail (self, NULL);
  foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self), text);
}

static void
on_fetched (FoyerPictureControl *self, const char *id)
{
  fail (self, NULL);
  set_file (self, id);
}

static void
on_remove (FoyerPictureControl *self)
{
  g_autoptr (JsonNode) none = json_node_init_null (json_node_alloc ());

  fail (self, NULL);
  foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self), "");
  foyer_picture_control_show (FOYER_SETTING_CONTROL (self), none);
}

/* --- A file of this computer --- */

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPictureControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = foyer_store_add_blob_finish (FOYER_STORE (source), result, NULL, &error);
  g_autofree char *sentence = id == NULL ? foyer_error_describe (error) : NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  fail (self, sentence);
  if (id != NULL)
    set_file (self, id);
}

/* The server draws pictures of these kinds and refuses all others. */
static gboolean
is_picture (const char *type)
{
  static const char *const types[] = { "image/png", "image/jpeg", "image/webp", NULL };

  return type != NULL && g_strv_contains (types, type);
}

/* Returns: (transfer full) (nullable): what keeps pages from showing it */
static char *
find_problem (GFileInfo *info)
{
  g_autofree char *type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  goffset size = g_file_info_get_size (info);
  g_autofree char *most = g_format_size (FOYER_PORTAL_PICTURE_LARGEST);
  g_autofree char *has = g_format_size ((guint64) size);

  if (!is_picture (type))
    return g_strdup (_ ("A picture has to be PNG, JPEG or WebP"));
  if (size <= FOYER_PORTAL_PICTURE_LARGEST)
    return NULL;
  /* Translators: how large a file is, and how large it may be: "8.4 MB", "2.1 MB" */
  return g_strdup_printf (_ ("The picture has %s. It may have %s at most, so that pages open quickly."), has,
                          most);
}

static void
on_info_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPictureControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *type = NULL;
  g_autofree char *sentence = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  sentence = info == NULL ? foyer_error_describe (error) : find_problem (info);
  fail (self, sentence);
  if (sentence != NULL)
    return;
  type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  foyer_store_add_blob_async (self->store, G_FILE (source), type, self->cancellable, on_added,
                              g_object_ref (self));
}

void
foyer_picture_control_take (FoyerPictureControl *self, GFile *file)
{
  g_return_if_fail (FOYER_IS_PICTURE_CONTROL (self));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, on_info_ready,
                           g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerPictureControl *self = FOYER_PICTURE_CONTROL (source);
  g_autoptr (GListModel) files = foyer_file_choice_open_finish (GTK_WIDGET (source), result);
  g_autoptr (GFile) file = files == NULL ? NULL : g_list_model_get_item (files, 0);

  if (file != NULL && !g_cancellable_is_cancelled (self->cancellable))
    foyer_picture_control_take (self, file);
}

static void
on_choose (FoyerPictureControl *self)
{
  fail (self, NULL);
  foyer_file_choice_open_async (GTK_WIDGET (self), _ ("Choose a Picture"), _ ("Choose"), self->cancellable,
                                on_chosen, NULL);
}

/* --- The object --- */

static void
foyer_picture_control_dispose (GObject *object)
{
  FoyerPictureControl *self = FOYER_PICTURE_CONTROL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foyer_picture_control_parent_class)->dispose (object);
}

static void
foyer_picture_control_finalize (GObject *object)
{
  g_object_unref (FOYER_PICTURE_CONTROL (object)->cancellable);
  G_OBJECT_CLASS (foyer_picture_control_parent_class)->finalize (object);
}

static void
foyer_picture_control_class_init (FoyerPictureControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_picture_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_picture_control_finalize;
  FOYER_SETTING_CONTROL_CLASS (klass)->show = foyer_picture_control_show;
}

static void
foyer_picture_control_init (FoyerPictureControl *self)
{
  self->cancellable = g_cancellable_new ();
}

static GtkWidget *
create_button (FoyerPictureControl *self, const FoyerField *field, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ (field->title), label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_file_box (FoyerPictureControl *self, const FoyerField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("A file of yours"));
  GtkWidget *remove;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->thumbnail), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->thumbnail), TRUE);
  g_object_bind_property (self->thumbnail, "visible", label, "visible", G_BINDING_INVERT_BOOLEAN);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->thumbnail));
  gtk_box_append (GTK_BOX (box), label);
  remove = create_button (self, field, _ ("Remove"), G_CALLBACK (on_remove));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static GtkLabel *
create_problem (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), "foyer-error");
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  return label;
}

GtkWidget *
foyer_picture_control_new (FoyerDesk *desk, const FoyerField *field)
{
  FoyerPictureControl *self = g_object_new (FOYER_TYPE_PICTURE_CONTROL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = foyer_beside_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->address = foyer_picture_address_new (desk, field);
  gtk_widget_set_hexpand (GTK_WIDGET (self->address), TRUE);
  self->thumbnail = FOYER_PICTURE_THUMBNAIL (
      foyer_picture_thumbnail_new (desk, g_str_equal (field->name, "brand.logo_dark")));
  self->file_box = create_file_box (self, field);
  self->problem = create_problem ();
  self->choose = create_button (self, field, _ ("Choose File…"), G_CALLBACK (on_choose));
  gtk_widget_set_valign (self->choose, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->address));
  gtk_box_append (GTK_BOX (words), self->file_box);
  gtk_widget_set_parent (words, line);
  gtk_widget_set_parent (self->choose, line);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->address, "edited", G_CALLBACK (on_address_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->address, "fetched", G_CALLBACK (on_fetched), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
