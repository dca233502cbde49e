/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-documents-panel.c - the business's own documents on the portal */

#include "foyer-documents-panel.h"

#include "foyer-act-submit.h"
#include "foyer-document-choice.h"
#include "foyer-document-order.h"
#include "foyer-document-row.h"
#include "foyer-error-text.h"
#include "foyer-file-choice.h"
#include "foyer-row-words.h"
#include "foyer-settings-lock.h"

#include "foyer-date.h"
#include "foyer-id.h"
#include "foyer-store-blobs.h"
#include "types/document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST 500

struct _FoyerDocumentsPanel {
  FoyerSettingPanel parent_instance;

  GPtrArray *documents; /* of FoyerRecord, in order */
  char *expanded_id;    /* (nullable): of the row that was opened last */
  FoyerDocumentChoice *choice;
  GtkWidget *choose_button;
  GCancellable *cancellable;
  gboolean is_choosing; /* several, to do the same with them */
};

G_DEFINE_FINAL_TYPE (FoyerDocumentsPanel, foyer_documents_panel, FOYER_TYPE_SETTING_PANEL)

static FoyerDesk *
get_desk (FoyerDocumentsPanel *self)
{
  return foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));
}

/* What belongs to nobody and is in use, in order. */
static GPtrArray *
list_documents (FoyerStore *store)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_document_type);
  GPtrArray *documents;

  foyer_query_where_text (query, "clientId", NULL);
  foyer_query_order (query, "position", FALSE);
  foyer_query_limit (query, MOST);
  documents = foyer_store_list (store, query);
  for (guint i = documents == NULL ? 0 : documents->len; i > 0; i--) {
    if (FOYER_HAS (documents->pdata[i - 1], document, archived_at))
      g_ptr_array_remove_index (documents, i - 1);
  }
  return documents == NULL ? g_ptr_array_new_with_free_func (g_object_unref) : documents;
}

char *
foyer_documents_panel_describe (FoyerDesk *desk)
{
  g_autoptr (GPtrArray) documents = list_documents (foyer_desk_get_store (desk));
  guint n = 0;

  for (guint i = 0; i < documents->len; i++)
    n += foyer_document_get_shown_to (documents->pdata[i]) != FOYER_DOCUMENT_SHOWN_TO_NONE;
  return g_strdup_printf (ngettext ("%u on the portal", "%u on the portal", n), n);
}

/* --- Acting --- */

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerDocumentsPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *sentence = act == NULL ? foyer_error_describe (error) : NULL;

  if (get_desk (self) == NULL)
    return;
  if (act != NULL)
    foyer_setting_panel_report_act (FOYER_SETTING_PANEL (self), act);
  else
    foyer_setting_panel_say (FOYER_SETTING_PANEL (self), sentence);
}

/* @done: (nullable): nothing is said of it if %NULL */
static void
submit (FoyerDocumentsPanel *self,
        FoyerVerb verb,
        const char *id,
        const char *title,
        const char *command,
        JsonObject *patch,
        const char *done)
{
  const FoyerDeed deed = { verb, &foyer_document_type, id, command, title, 0 };

  foyer_act_submit_async (get_desk (self), &deed, patch,
                          foyer_act_new (id, "configuration", g_strdup (done),
                                         g_strdup (_ ("The document is as before"))),
                          self->cancellable, on_submitted, g_object_ref (self));
}

static void
on_changed (FoyerDocumentsPanel *self, JsonObject *patch, FoyerDocumentRow *row)
{
  FoyerRecord *document = foyer_document_row_get_document (row);

  if (get_desk (self) != NULL)
    submit (self, FOYER_VERB_UPDATE, foyer_record_get_id (document), foyer_document_get_title (document),
            "edit-document", patch, _ ("Changed for clients"));
}

static void
on_removed (FoyerDocumentsPanel *self, FoyerDocumentRow *row)
{
  FoyerRecord *document = foyer_document_row_get_document (row);
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autofree char *now = NULL;

  if (get_desk (self) == NULL)
    return;
  now = foyer_utc_format (foyer_desk_now (get_desk (self)));
  json_object_set_string_member (patch, "archivedAt", now);
  submit (self, FOYER_VERB_UPDATE, foyer_record_get_id (document), foyer_document_get_title (document),
          "remove-document", patch, _ ("Taken off the portal"));
}

/* --- The order --- */

static void
move (FoyerDocumentsPanel *self, guint from, guint to)
{
  foyer_act_several_submit_async (get_desk (self), foyer_document_order_move (self->documents, from, to),
                                  self->cancellable, on_submitted, g_object_ref (self));
}

static void
on_moved (FoyerDocumentsPanel *self, int step, FoyerDocumentRow *row)
{
  guint index;

  if (get_desk (self) != NULL
      && g_ptr_array_find (self->documents, foyer_document_row_get_document (row), &index)
      && (int) index + step >= 0 && index + step < self->documents->len)
    move (self, index, index + step);
}

/* --- Several of them --- */

static void
on_show_to (FoyerDocumentsPanel *self, int shown_to)
{
  FoyerActSeveral *several = get_desk (self) == NULL
                                 ? NULL
                                 : foyer_document_choice_show_to (self->choice, self->documents, shown_to);

  if (several != NULL)
    foyer_act_several_submit_async (get_desk (self), several, self->cancellable, on_submitted,
                                    g_object_ref (self));
}

static gboolean
find_document (FoyerDocumentsPanel *self, const char *id, guint *index)
{
  for (*index = 0; *index < self->documents->len; (*index)++) {
    if (g_strcmp0 (foyer_record_get_id (self->documents->pdata[*index]), id) == 0)
      return TRUE;
  }
  return FALSE;
}

/* @id: what was dropped onto @row; the list may have been made anew since it was taken up */
static void
on_dropped (FoyerDocumentsPanel *self, const char *id, gboolean is_below, FoyerDocumentRow *row)
{
  guint from;
  guint to;

  if (get_desk (self) == NULL || !find_document (self, id, &from)
      || !g_ptr_array_find (self->documents, foyer_document_row_get_document (row), &to))
    return;
  to += is_below;
  to -= to > from;
  if (to != from)
    move (self, from, to);
}

static gint64
find_last_position (FoyerDocumentsPanel *self)
{
  guint n = self->documents->len;

  return n == 0 ? 0 : foyer_document_get_position (self->documents->pdata[n - 1]) + FOYER_DOCUMENT_STEP;
}

/* --- Adding --- */

typedef struct {
  FoyerDocumentsPanel *panel;
  char *name;
  char *type;
} Adding;

static void
free_adding (Adding *adding)
{
  g_object_unref (adding->panel);
  g_free (adding->name);
  g_free (adding->type);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, free_adding)

/* `Terms 2026.pdf` is called Terms 2026. */
static char *
make_title (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');

  return dot == NULL || dot == file_name ? g_strdup (file_name) : g_strndup (file_name, dot - file_name);
}

static void
create_document (Adding *adding, const char *blob_id, gint64 size)
{
  FoyerDocumentsPanel *self = adding->panel;
  FoyerDesk *desk = get_desk (self);
  g_autofree char *id = foyer_id_new (foyer_document_type.prefix, foyer_desk_get_clock (desk),
                                      foyer_store_get_random (foyer_desk_get_store (desk)));
  g_autofree char *title = make_title (adding->name);
  g_autoptr (JsonObject) document = json_object_new ();

  json_object_set_string_member (document, "title", title);
  json_object_set_string_member (document, "blobId", blob_id);
  json_object_set_string_member (document, "fileName", adding->name);
  json_object_set_string_member (document, "mediaType", adding->type);
  json_object_set_int_member (document, "size", size);
  json_object_set_string_member (document, "shownTo", "none");
  json_object_set_int_member (document, "position", find_last_position (self));
  g_free (self->expanded_id);
  self->expanded_id = g_strdup (id);
  submit (self, FOYER_VERB_CREATE, id, title, "add-document", document, _ ("Added; say who is to see it"));
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;
  gint64 size = 0;
  g_autofree char *id = foyer_store_add_blob_finish (FOYER_STORE (source), result, &size, &error);
  g_autofree char *sentence = id == NULL ? foyer_error_describe (error) : NULL;

  if (get_desk (adding->panel) == NULL)
    return;
  if (id == NULL)
    foyer_setting_panel_say (FOYER_SETTING_PANEL (adding->panel), sentence);
  else
    create_document (adding, id, size);
}

static void
on_info_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerDocumentsPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *sentence = info == NULL ? foyer_error_describe (error) : NULL;
  Adding *adding;

  if (get_desk (self) == NULL)
    return;
  if (info == NULL) {
    foyer_setting_panel_say (FOYER_SETTING_PANEL (self), sentence);
    return;
  }
  adding = g_new0 (Adding, 1);
  adding->panel = g_object_ref (self);
  adding->name = g_strdup (g_file_info_get_display_name (info));
  adding->type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  foyer_store_add_blob_async (foyer_desk_get_store (get_desk (self)), G_FILE (source), adding->type,
                              self->cancellable, on_added, adding);
}

void
foyer_documents_panel_add (FoyerDocumentsPanel *self, GFile *file)
{
  g_return_if_fail (FOYER_IS_DOCUMENTS_PANEL (self));

  g_file_query_info_async (file,
                           G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, on_info_ready,
                           g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerDocumentsPanel *self = FOYER_DOCUMENTS_PANEL (source);
  g_autoptr (GListModel) files = foyer_file_choice_open_finish (GTK_WIDGET (source), result);

  for (guint i = 0; files != NULL && get_desk (self) != NULL && i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);

    foyer_documents_panel_add (self, file);
  }
}

static void
on_add (FoyerDocumentsPanel *self)
{
  foyer_file_choice_open_async (GTK_WIDGET (self), _ ("Choose Documents"), _ ("Add"), self->cancellable,
                                on_chosen, NULL);
}

/* --- The list --- */

static void
on_expanded (FoyerDocumentsPanel *self, GParamSpec *pspec, FoyerDocumentRow *row)
{
  const char *id = foyer_record_get_id (foyer_document_row_get_document (row));

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row))) {
    g_free (self->expanded_id);
    self->expanded_id = g_strdup (id);
  } else if (g_strcmp0 (self->expanded_id, id) == 0) {
    g_clear_pointer (&self->expanded_id, g_free);
  }
}

static void
add_row (FoyerDocumentsPanel *self, AdwPreferencesGroup *group, guint index, gboolean is_locked)
{
  FoyerRecord *document = self->documents->pdata[index];
  GtkWidget *row = foyer_document_row_new (foyer_desk_get_store (get_desk (self)), document, is_locked,
                                           index == 0, index + 1 == self->documents->len);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 !is_locked
                                     && g_strcmp0 (self->expanded_id, foyer_record_get_id (document)) == 0);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
create_add_button (FoyerDocumentsPanel *self, const char *refusal)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add…"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a document"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (button, 12);
  gtk_widget_set_sensitive (button, refusal == NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  return button;
}

static void fill (FoyerDocumentsPanel *self);

static void
on_choose (FoyerDocumentsPanel *self, GtkToggleButton *button)
{
  self->is_choosing = gtk_toggle_button_get_active (button);
  foyer_document_choice_clear (self->choice);
  if (get_desk (self) == NULL)
    return;
  fill (self);
  gtk_widget_grab_focus (self->choose_button);
}

static GtkWidget *
create_choose_button (FoyerDocumentsPanel *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "foyer-choose-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose Several"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose Several Documents"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_choose), self, G_CONNECT_SWAPPED);
  return g_object_ref_sink (button);
}

/* The head is made anew with the list; the button that asked for that stays. */
static GtkWidget *
create_head_buttons (FoyerDocumentsPanel *self, const char *refusal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *former = gtk_widget_get_parent (self->choose_button);

  if (former != NULL)
    gtk_box_remove (GTK_BOX (former), self->choose_button);
  gtk_widget_set_visible (self->choose_button, refusal == NULL && self->documents->len > 1);
  gtk_box_append (GTK_BOX (box), self->choose_button);
  gtk_box_append (GTK_BOX (box), create_add_button (self, refusal));
  return box;
}

/* Returns: (transfer full) (nullable): the id of the document whose row has the focus */
static char *
find_focused (FoyerDocumentsPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, FOYER_TYPE_DOCUMENT_ROW);

  if (row == NULL)
    return NULL;
  return g_strdup (foyer_record_get_id (foyer_document_row_get_document (FOYER_DOCUMENT_ROW (row))));
}

/* Whoever moves a document twice has not looked for it in between. */
static void
focus_again (GtkWidget *widget, const char *id)
{
  if (FOYER_IS_DOCUMENT_ROW (widget)
      && g_strcmp0 (foyer_record_get_id (foyer_document_row_get_document (FOYER_DOCUMENT_ROW (widget))), id)
             == 0)
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    focus_again (child, id);
}

static void
fill (FoyerDocumentsPanel *self)
{
  g_autofree char *focused = find_focused (self);
  g_autofree char *refusal
      = foyer_settings_lock_refuse_deed (get_desk (self), FOYER_STAFF_CREATE, &foyer_document_type);
  AdwPreferencesGroup *group;

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  self->documents = list_documents (foyer_desk_get_store (get_desk (self)));
  if (self->is_choosing && refusal == NULL && foyer_document_choice_refresh (self->choice, self->documents))
    return;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  foyer_group_words_fit (group);
  adw_preferences_group_set_title (group, _ ("Your documents"));
  adw_preferences_group_set_description (
      group, refusal != NULL ? refusal
             : self->documents->len == 0
                 ? _ ("Terms, certificates and manuals that clients find on the portal. There are none yet.")
                 : _ ("In the order in which clients find them. Each change acts at once."));
  adw_preferences_group_set_header_suffix (group, create_head_buttons (self, refusal));
  if (self->is_choosing && refusal == NULL && self->documents->len > 1) {
    foyer_document_choice_create_rows (self->choice, self->documents, group);
  } else {
    for (guint i = 0; i < self->documents->len; i++)
      add_row (self, group, i, refusal != NULL);
  }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  if (focused != NULL)
    focus_again (GTK_WIDGET (group), focused);
}

static void
on_store_changed (FoyerDocumentsPanel *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_document_type) != NULL)
    fill (self);
}

/* --- The object --- */

static void
foyer_documents_panel_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), panel,
                           G_CONNECT_SWAPPED);
  fill (FOYER_DOCUMENTS_PANEL (panel));
}

static void
foyer_documents_panel_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_cancellable_cancel (FOYER_DOCUMENTS_PANEL (panel)->cancellable);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), panel);
}

static void
foyer_documents_panel_finalize (GObject *object)
{
  FoyerDocumentsPanel *self = FOYER_DOCUMENTS_PANEL (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->choice);
  g_object_unref (self->choose_button);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_free (self->expanded_id);
  G_OBJECT_CLASS (foyer_documents_panel_parent_class)->finalize (object);
}

static void
foyer_documents_panel_class_init (FoyerDocumentsPanelClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_documents_panel_finalize;
  panel_class->start = foyer_documents_panel_start;
  panel_class->stop = foyer_documents_panel_stop;
}

static void
foyer_documents_panel_init (FoyerDocumentsPanel *self)
{
  self->cancellable = g_cancellable_new ();
  self->choose_button = create_choose_button (self);
  self->choice = foyer_document_choice_new ();
  g_signal_connect_object (self->choice, "show-to", G_CALLBACK (on_show_to), self, G_CONNECT_SWAPPED);
}
