/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-enclosures.c - the files that go with what is written */

#include "foyer-enclosures.h"

#include "foyer-error-text.h"

#include "foyer-json.h"
#include "foyer-store-blobs.h"
#include "foyer-store-drafts.h"
#include "types/conversation.h"

#include <glib/gi18n-lib.h>

/* As the field table of Message and the table of numbers have it. */
#define MOST_FILES 10
#define LONGEST_FILE (25 * 1000 * 1000)

struct _FoyerEnclosures {
  AdwBin parent_instance;

  GtkWidget *box;

  FoyerDesk *desk;       /* (nullable): not owned */
  char *conversation_id; /* (nullable) */
  char *kind;
  JsonArray *files;
  guint adding; /* files that are being copied */
};

G_DEFINE_FINAL_TYPE (FoyerEnclosures, foyer_enclosures, ADW_TYPE_BIN)

enum {
  PROP_BUSY = 1,
  PROP_EMPTY,
  N_PROPERTIES,
};

enum { FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
fail (FoyerEnclosures *self, const char *sentence)
{
  g_signal_emit (self, signals[FAILED], 0, sentence);
}

static char *
make_draft_kind (const char *kind)
{
  return g_strconcat (kind, "-files", NULL);
}

/* --- Keeping --- */

static JsonArray *
read_draft (FoyerEnclosures *self, const char *conversation_id, const char *kind)
{
  g_autofree char *draft_kind = make_draft_kind (kind);
  g_autofree char *text
      = foyer_store_get_draft (foyer_desk_get_store (self->desk), conversation_id, draft_kind);
  g_autoptr (JsonNode) node = text == NULL ? NULL : json_from_string (text, NULL);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_ref (json_node_get_array (node))
                                                      : json_array_new ();
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerEnclosures) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (foyer_store_keep_draft_finish (FOYER_STORE (source), result, &error))
    return;
  sentence = foyer_error_describe (error);
  fail (self, sentence);
}

static void
keep (FoyerEnclosures *self, const char *conversation_id, const char *kind, JsonArray *files)
{
  g_autofree char *draft_kind = make_draft_kind (kind);
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), files);
  g_autofree char *text = json_array_get_length (files) == 0 ? NULL : json_to_string (node, FALSE);

  foyer_store_keep_draft_async (foyer_desk_get_store (self->desk), &foyer_conversation_type, conversation_id,
                                draft_kind, text, NULL, on_kept, g_object_ref (self));
}

/* --- Showing --- */

static void draw (FoyerEnclosures *self);

static void
on_remove (FoyerEnclosures *self, GtkWidget *button)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));

  if (self->desk == NULL || self->conversation_id == NULL || position >= json_array_get_length (self->files))
    return;
  json_array_remove_element (self->files, position);
  keep (self, self->conversation_id, self->kind, self->files);
  draw (self);
}

static GtkWidget *
create_row (FoyerEnclosures *self, guint position)
{
  JsonObject *file = json_array_get_object_element (self->files, position);
  const char *name = foyer_json_object_text (file, "name");
  g_autofree char *size = g_format_size ((guint64) json_object_get_int_member_with_default (file, "size", 0));
  g_autofree char *text = g_strdup_printf ("%s · %s", name, size);
  g_autofree char *removes = g_strdup_printf (_ ("Remove %s"), name);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, removes, -1);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("foyer-paperclip-symbolic"));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
draw (FoyerEnclosures *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < json_array_get_length (self->files); i++)
    gtk_box_append (GTK_BOX (self->box), create_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self), json_array_get_length (self->files) > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
set_files (FoyerEnclosures *self, JsonArray *files)
{
  json_array_unref (self->files);
  self->files = files;
  draw (self);
}

static gboolean
is_among (JsonArray *files, JsonObject *file)
{
  const char *id = foyer_json_object_text (file, "blobId");
  const char *name = foyer_json_object_text (file, "name");

  for (guint i = 0; i < json_array_get_length (files); i++) {
    JsonObject *other = json_array_get_object_element (files, i);

    if (g_strcmp0 (foyer_json_object_text (other, "blobId"), id) == 0
        && g_strcmp0 (foyer_json_object_text (other, "name"), name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* What is there already does not come twice. */
static void
append (FoyerEnclosures *self, const char *conversation_id, const char *kind, JsonArray *more)
{
  gboolean too_many = FALSE;
  gboolean is_here
      = g_strcmp0 (conversation_id, self->conversation_id) == 0 && g_str_equal (kind, self->kind);
  g_autoptr (JsonArray) files
      = is_here ? json_array_ref (self->files) : read_draft (self, conversation_id, kind);

  for (guint i = 0; i < json_array_get_length (more); i++) {
    JsonObject *file = json_array_get_object_element (more, i);

    if (is_among (files, file))
      continue;
    if (json_array_get_length (files) < MOST_FILES)
      json_array_add_object_element (files, foyer_json_copy_object (file));
    else
      too_many = TRUE;
  }
  if (too_many)
    fail (self, _ ("A message takes ten files"));
  keep (self, conversation_id, kind, files);
  if (is_here)
    draw (self);
}

/* --- Adding --- */

typedef struct {
  FoyerEnclosures *enclosures;
  char *conversation_id;
  char *kind;
  char *name;
  char *type;
} Adding;

static void
set_adding (FoyerEnclosures *self, guint adding)
{
  self->adding = adding;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
free_adding (Adding *adding)
{
  set_adding (adding->enclosures, adding->enclosures->adding - 1);
  g_object_unref (adding->enclosures);
  g_free (adding->conversation_id);
  g_free (adding->kind);
  g_free (adding->name);
  g_free (adding->type);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, free_adding)

/* Where it was asked for: somebody may have gone on to another conversation. */
static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Adding) adding = user_data;
  FoyerEnclosures *self = adding->enclosures;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) more = json_array_new ();
  JsonObject *file;
  gint64 size = 0;
  g_autofree char *id = foyer_store_add_blob_finish (FOYER_STORE (source), result, &size, &error);
  g_autofree char *sentence = id == NULL ? foyer_error_describe (error) : NULL;

  if (id == NULL)
    fail (self, sentence);
  if (id == NULL || self->desk == NULL)
    return;
  file = json_object_new ();
  json_object_set_string_member (file, "blobId", id);
  json_object_set_string_member (file, "name", adding->name);
  json_object_set_string_member (file, "mediaType", adding->type);
  json_object_set_int_member (file, "size", size);
  json_array_add_object_element (more, file);
  append (self, adding->conversation_id, adding->kind, more);
}

static void
on_info_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Adding) adding = user_data;
  FoyerEnclosures *self = adding->enclosures;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *sentence = NULL;
  GFile *file = G_FILE (source);
  FoyerStore *store;

  if (info == NULL)
    sentence = foyer_error_describe (error);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    sentence = g_strdup_printf (_ ("%s is not a file"), g_file_info_get_display_name (info));
  else if (g_file_info_get_size (info) > LONGEST_FILE)
    sentence = g_strdup_printf (_ ("%s is larger than 25 MB, and cannot be sent"),
                                g_file_info_get_display_name (info));
  if (sentence != NULL)
    fail (self, sentence);
  if (sentence != NULL || self->desk == NULL)
    return;
  adding->name = g_strdup (g_file_info_get_display_name (info));
  adding->type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  if (adding->type == NULL)
    adding->type = g_strdup ("application/octet-stream");
  store = foyer_desk_get_store (self->desk);
  foyer_store_add_blob_async (store, file, adding->type, NULL, on_added, adding);
  g_steal_pointer (&adding);
}

void
foyer_enclosures_add (FoyerEnclosures *self, GFile *file)
{
  Adding *adding;

  g_return_if_fail (FOYER_IS_ENCLOSURES (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->desk == NULL || self->conversation_id == NULL)
    return;
  adding = g_new0 (Adding, 1);
  adding->enclosures = g_object_ref (self);
  adding->conversation_id = g_strdup (self->conversation_id);
  adding->kind = g_strdup (self->kind);
  set_adding (self, self->adding + 1);
  g_file_query_info_async (file,
                           G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                          "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME
                                                          "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_info_ready, adding);
}

/* --- The widget --- */

static void
foyer_enclosures_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerEnclosures *self = FOYER_ENCLOSURES (object);

  g_value_set_boolean (value, id == PROP_BUSY ? self->adding > 0 : json_array_get_length (self->files) == 0);
}

static void
foyer_enclosures_finalize (GObject *object)
{
  FoyerEnclosures *self = FOYER_ENCLOSURES (object);

  g_free (self->conversation_id);
  g_free (self->kind);
  json_array_unref (self->files);
  G_OBJECT_CLASS (foyer_enclosures_parent_class)->finalize (object);
}

static void
foyer_enclosures_class_init (FoyerEnclosuresClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = foyer_enclosures_get_property;
  G_OBJECT_CLASS (klass)->finalize = foyer_enclosures_finalize;

  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY]
      = g_param_spec_boolean ("empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  signals[FAILED] = g_signal_new ("failed", FOYER_TYPE_ENCLOSURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_enclosures_init (FoyerEnclosures *self)
{
  self->kind = g_strdup ("");
  self->files = json_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
foyer_enclosures_start (FoyerEnclosures *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_ENCLOSURES (self) && self->desk == NULL);

  self->desk = desk;
}

void
foyer_enclosures_stop (FoyerEnclosures *self)
{
  g_return_if_fail (FOYER_IS_ENCLOSURES (self));

  self->desk = NULL;
}

void
foyer_enclosures_show (FoyerEnclosures *self, const char *conversation_id, const char *kind)
{
  g_return_if_fail (FOYER_IS_ENCLOSURES (self));
  g_return_if_fail (kind != NULL);

  g_free (self->conversation_id);
  self->conversation_id = g_strdup (conversation_id);
  g_free (self->kind);
  self->kind = g_strdup (kind);
  set_files (self, self->desk == NULL || conversation_id == NULL ? json_array_new ()
                                                                 : read_draft (self, conversation_id, kind));
}

JsonArray *
foyer_enclosures_take (FoyerEnclosures *self)
{
  JsonArray *taken;

  g_return_val_if_fail (FOYER_IS_ENCLOSURES (self) && self->desk != NULL, NULL);

  if (json_array_get_length (self->files) == 0)
    return NULL;
  taken = g_steal_pointer (&self->files);
  self->files = json_array_new ();
  draw (self);
  keep (self, self->conversation_id, self->kind, self->files);
  return taken;
}

void
foyer_enclosures_put_back (FoyerEnclosures *self,
                           const char *conversation_id,
                           const char *kind,
                           JsonArray *taken)
{
  g_return_if_fail (FOYER_IS_ENCLOSURES (self) && self->desk != NULL);

  if (taken != NULL)
    append (self, conversation_id, kind, taken);
}
