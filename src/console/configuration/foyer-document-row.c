/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-document-row.c - one document of the business */

#include "foyer-document-row.h"

#include "foyer-document-clients.h"

#include "foyer-field-words.h"
#include "foyer-row-words.h"

#include "types/document.h"

#include <glib/gi18n-lib.h>

struct _FoyerDocumentRow {
  AdwExpanderRow parent_instance;

  FoyerRecord *document;
  FoyerDocumentClients *clients; /* (nullable): while some see it */
};

G_DEFINE_FINAL_TYPE (FoyerDocumentRow, foyer_document_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, MOVED, DROPPED, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In the order of the enumerations. */
static const char *const kinds[] = { N_ ("Terms"),    N_ ("Policy"), N_ ("Certificate"), N_ ("Contract"),
                                     N_ ("Warranty"), N_ ("Manual"), N_ ("Report"),      N_ ("Other") };
static const char *const kind_words[]
    = { "terms", "policy", "certificate", "contract", "warranty", "manual", "report", "other" };
static const char *const viewers[] = { N_ ("All clients"), N_ ("Nobody"), N_ ("Some clients") };
static const char *const viewer_words[] = { "all", "none", "some" };

/* --- Changing --- */

static void
emit_change (FoyerDocumentRow *self, const char *name, JsonNode *value)
{
  g_autoptr (JsonObject) patch = json_object_new ();

  json_object_set_member (patch, name, value);
  g_signal_emit (self, signals[CHANGED], 0, patch);
}

static void
emit_word (FoyerDocumentRow *self, const char *name, const char *word)
{
  emit_change (self, name, json_node_init_string (json_node_alloc (), word));
}

static void
on_renamed (FoyerDocumentRow *self, GtkEditable *entry)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*title == '\0')
    gtk_editable_set_text (entry, foyer_document_get_title (self->document));
  else if (g_strcmp0 (title, foyer_document_get_title (self->document)) != 0)
    emit_word (self, "title", title);
}

static void
on_kind_selected (FoyerDocumentRow *self, GParamSpec *pspec, AdwComboRow *row)
{
  emit_word (self, "kind", kind_words[adw_combo_row_get_selected (row)]);
}

static void
on_viewers_selected (FoyerDocumentRow *self, GParamSpec *pspec, AdwComboRow *row)
{
  emit_word (self, "shownTo", viewer_words[adw_combo_row_get_selected (row)]);
}

static void
on_clients_chosen (FoyerDocumentRow *self, char **ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    json_array_add_string_element (array, ids[i]);
  emit_change (self, "clientIds", json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
on_signature_switched (FoyerDocumentRow *self, GParamSpec *pspec, GtkSwitch *button)
{
  emit_change (self, "needsSignature",
               json_node_init_boolean (json_node_alloc (), gtk_switch_get_active (button)));
}

static void
on_up (FoyerDocumentRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
on_down (FoyerDocumentRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static void
on_remove (FoyerDocumentRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  g_signal_emit (widget, signals[MOVED], 0, g_variant_get_int32 (step));
  return TRUE;
}

/* --- What it shows --- */

static char *
describe_viewers (FoyerRecord *document)
{
  FoyerDocumentShownTo shown_to = foyer_document_get_shown_to (document);
  g_auto (GStrv) ids = foyer_document_get_client_ids (document);
  guint n = ids == NULL ? 0 : g_strv_length (ids);

  if (shown_to == FOYER_DOCUMENT_SHOWN_TO_ALL)
    return g_strdup (_ ("seen by all clients"));
  if (shown_to == FOYER_DOCUMENT_SHOWN_TO_SOME && n > 0)
    return g_strdup_printf (ngettext ("seen by %u client", "seen by %u clients", n), n);
  return g_strdup (_ ("seen by nobody"));
}

char *
foyer_document_row_describe (FoyerRecord *document)
{
  const char *kind = _ (kinds[foyer_document_get_kind (document)]);
  g_autofree char *seen = describe_viewers (document);

  if (foyer_document_get_needs_signature (document))
    return g_strdup_printf (_ ("%s · %s · to be signed"), kind, seen);
  return g_strdup_printf ("%s · %s", kind, seen);
}

static void
add_title (FoyerDocumentRow *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Title"));
  gtk_editable_set_text (GTK_EDITABLE (row), foyer_document_get_title (self->document));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_renamed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static GtkWidget *
create_combo (const char *title, const char *const *words, guint n_words, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_words; i++)
    gtk_string_list_append (list, _ (words[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

static guint
find_viewers (FoyerDocumentShownTo shown_to)
{
  return shown_to == FOYER_DOCUMENT_SHOWN_TO_ALL ? 0 : shown_to == FOYER_DOCUMENT_SHOWN_TO_NONE ? 1 : 2;
}

static void
add_combos (FoyerDocumentRow *self)
{
  GtkWidget *kind
      = create_combo (_ ("Kind"), kinds, G_N_ELEMENTS (kinds), foyer_document_get_kind (self->document));
  GtkWidget *seen = create_combo (_ ("Shown to"), viewers, G_N_ELEMENTS (viewers),
                                  find_viewers (foyer_document_get_shown_to (self->document)));

  g_signal_connect_object (kind, "notify::selected", G_CALLBACK (on_kind_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seen, "notify::selected", G_CALLBACK (on_viewers_selected), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), kind);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), seen);
}

static void
add_clients (FoyerDocumentRow *self, FoyerStore *store)
{
  g_auto (GStrv) ids = foyer_document_get_client_ids (self->document);

  if (foyer_document_get_shown_to (self->document) != FOYER_DOCUMENT_SHOWN_TO_SOME)
    return;
  self->clients = foyer_document_clients_new (store, ids);
  g_signal_connect_object (self->clients, "chosen", G_CALLBACK (on_clients_chosen), self, G_CONNECT_SWAPPED);
  foyer_document_clients_add_rows (self->clients, ADW_EXPANDER_ROW (self));
}

static void
add_signature (FoyerDocumentRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), foyer_document_get_needs_signature (self->document));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clients are asked to sign it"), -1);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (on_signature_switched), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Needs a signature"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Clients who see it are asked to sign it"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_button (FoyerDocumentRow *self, GtkBox *box, GtkWidget *button, const char *name, GCallback clicked)
{
  g_autofree char *heard = g_strdup_printf (_ ("%s: %s"), name, foyer_document_get_title (self->document));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
add_verbs (FoyerDocumentRow *self, gboolean is_first, gboolean is_last)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *up = gtk_button_new_from_icon_name ("go-up-symbolic");
  GtkWidget *down = gtk_button_new_from_icon_name ("go-down-symbolic");

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "foyer-answers");
  gtk_widget_set_sensitive (up, !is_first);
  gtk_widget_set_sensitive (down, !is_last);
  gtk_widget_set_tooltip_text (up, _ ("Move Up (Ctrl+Up)"));
  gtk_widget_set_tooltip_text (down, _ ("Move Down (Ctrl+Down)"));
  add_button (self, GTK_BOX (box), up, _ ("Move Up"), G_CALLBACK (on_up));
  add_button (self, GTK_BOX (box), down, _ ("Move Down"), G_CALLBACK (on_down));
  add_button (self, GTK_BOX (box), gtk_button_new_with_label (_ ("Take Off the Portal")),
              _ ("Take Off the Portal"), G_CALLBACK (on_remove));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What can be done"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* --- The object --- */

static void
foyer_document_row_finalize (GObject *object)
{
  g_clear_object (&FOYER_DOCUMENT_ROW (object)->document);
  g_clear_object (&FOYER_DOCUMENT_ROW (object)->clients);
  G_OBJECT_CLASS (foyer_document_row_parent_class)->finalize (object);
}

static void
foyer_document_row_class_init (FoyerDocumentRowClass *klass)
{
  GType type = FOYER_TYPE_DOCUMENT_ROW;

  G_OBJECT_CLASS (klass)->finalize = foyer_document_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   JSON_TYPE_OBJECT | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[MOVED]
      = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_key (FoyerDocumentRow *self, GtkShortcutController *keys, guint key, int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (on_move_key, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

/* The list within an expander would take the keys before its row does. */
static void
foyer_document_row_init (FoyerDocumentRow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (self, GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Up, -1);
  add_key (self, GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Down, 1);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- Dragging --- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, FoyerDocumentRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, foyer_record_get_id (self->document));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, FoyerDocumentRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
on_drop (FoyerDocumentRow *self, const GValue *value, double x, double y)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_string (value),
                 y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
  return TRUE;
}

/* By the handle, so that the fields within can still be marked with the pointer. */
static void
add_drag (FoyerDocumentRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("foyer-drag-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _ ("Drag to another place"));
  gtk_widget_add_css_class (handle, "dim-label");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), handle);
}

GtkWidget *
foyer_document_row_new (FoyerStore *store,
                        FoyerRecord *document,
                        gboolean is_locked,
                        gboolean is_first,
                        gboolean is_last)
{
  FoyerDocumentRow *self = g_object_new (FOYER_TYPE_DOCUMENT_ROW, NULL);
  g_autofree char *subtitle = foyer_document_row_describe (document);

  self->document = g_object_ref (document);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), foyer_document_get_title (document));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  foyer_row_words_fit (GTK_WIDGET (self));
  if (is_locked) {
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), FALSE);
    return GTK_WIDGET (self);
  }
  add_drag (self);
  add_title (self);
  add_combos (self);
  add_clients (self, store);
  add_signature (self);
  add_verbs (self, is_first, is_last);
  return GTK_WIDGET (self);
}

FoyerRecord *
foyer_document_row_get_document (FoyerDocumentRow *self)
{
  g_return_val_if_fail (FOYER_IS_DOCUMENT_ROW (self), NULL);
  return self->document;
}
