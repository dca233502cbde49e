/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-document-choice.c - several documents are chosen, to be shown or hidden together */

#include "foyer-document-choice.h"

#include "foyer-beside.h"
#include "foyer-document-row.h"

#include <glib/gi18n-lib.h>

struct _FoyerDocumentChoice {
  GObject parent_instance;

  GHashTable *chosen; /* of ids */
  GPtrArray *rows;    /* of AdwActionRow, owned: one a document */
  GtkWidget *count;   /* not owned: with the rows */
  GtkWidget *verbs;   /* not owned: with the rows */
};

G_DEFINE_FINAL_TYPE (FoyerDocumentChoice, foyer_document_choice, G_TYPE_OBJECT)

enum { SHOW_TO, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_count (FoyerDocumentChoice *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *words = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);

  gtk_label_set_label (GTK_LABEL (self->count), n == 0 ? _ ("Choose documents below") : words);
  gtk_widget_set_sensitive (self->verbs, n > 0);
}

/* --- One document --- */

static GtkWidget *
get_check (GtkWidget *row)
{
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

static void
on_toggled (FoyerDocumentChoice *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "document-id");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
  show_count (self);
}

static void
show_document (GtkWidget *row, FoyerRecord *document)
{
  g_autofree char *about = foyer_document_row_describe (document);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), foyer_document_get_title (document));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_check (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  foyer_document_get_title (document), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  about, -1);
}

static GtkWidget *
create_row (FoyerDocumentChoice *self, FoyerRecord *document)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "document-id", g_strdup (foyer_record_get_id (document)), g_free);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  show_document (row, document);
  return row;
}

/* --- What can be done with them --- */

static void
on_all (FoyerDocumentChoice *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (get_check (self->rows->pdata[i])), TRUE);
}

static void
on_show (FoyerDocumentChoice *self)
{
  g_signal_emit (self, signals[SHOW_TO], 0, (int) FOYER_DOCUMENT_SHOWN_TO_ALL);
}

static void
on_hide (FoyerDocumentChoice *self)
{
  g_signal_emit (self, signals[SHOW_TO], 0, (int) FOYER_DOCUMENT_SHOWN_TO_NONE);
}

static void
add_verb (FoyerDocumentChoice *self, GtkWidget *box, const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
create_verbs (FoyerDocumentChoice *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *line = foyer_beside_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->count = gtk_label_new (NULL);
  self->verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->count), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  add_verb (self, buttons, _ ("All"), _ ("Choose All Documents"), G_CALLBACK (on_all));
  add_verb (self, self->verbs, _ ("Show"), _ ("Show Those Chosen to All Clients"), G_CALLBACK (on_show));
  add_verb (self, self->verbs, _ ("Hide"), _ ("Hide Those Chosen"), G_CALLBACK (on_hide));
  gtk_box_append (GTK_BOX (buttons), self->verbs);
  gtk_widget_add_css_class (line, "foyer-setting");
  gtk_widget_set_parent (self->count, line);
  gtk_widget_set_parent (buttons, line);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What can be done"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  return row;
}

/* --- The object --- */

static void
foyer_document_choice_finalize (GObject *object)
{
  FoyerDocumentChoice *self = FOYER_DOCUMENT_CHOICE (object);

  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (foyer_document_choice_parent_class)->finalize (object);
}

static void
foyer_document_choice_class_init (FoyerDocumentChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_document_choice_finalize;
  signals[SHOW_TO] = g_signal_new ("show-to", FOYER_TYPE_DOCUMENT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
foyer_document_choice_init (FoyerDocumentChoice *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

FoyerDocumentChoice *
foyer_document_choice_new (void)
{
  return g_object_new (FOYER_TYPE_DOCUMENT_CHOICE, NULL);
}

void
foyer_document_choice_create_rows (FoyerDocumentChoice *self,
                                   GPtrArray *documents,
                                   AdwPreferencesGroup *group)
{
  g_return_if_fail (FOYER_IS_DOCUMENT_CHOICE (self));

  foyer_document_choice_clear (self);
  adw_preferences_group_add (group, create_verbs (self));
  for (guint i = 0; i < documents->len; i++) {
    GtkWidget *row = create_row (self, documents->pdata[i]);

    g_ptr_array_add (self->rows, g_object_ref (row));
    adw_preferences_group_add (group, row);
  }
  show_count (self);
}

static gboolean
has_rows_of (FoyerDocumentChoice *self, GPtrArray *documents)
{
  if (self->rows->len != documents->len)
    return FALSE;
  for (guint i = 0; i < documents->len; i++) {
    GObject *check = G_OBJECT (get_check (self->rows->pdata[i]));

    if (g_strcmp0 (g_object_get_data (check, "document-id"), foyer_record_get_id (documents->pdata[i])) != 0)
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_document_choice_refresh (FoyerDocumentChoice *self, GPtrArray *documents)
{
  g_return_val_if_fail (FOYER_IS_DOCUMENT_CHOICE (self), FALSE);

  if (!has_rows_of (self, documents))
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    show_document (self->rows->pdata[i], documents->pdata[i]);
  return TRUE;
}

void
foyer_document_choice_clear (FoyerDocumentChoice *self)
{
  g_return_if_fail (FOYER_IS_DOCUMENT_CHOICE (self));

  g_hash_table_remove_all (self->chosen);
  g_ptr_array_set_size (self->rows, 0);
}

static char *
describe_done (FoyerDocumentShownTo shown_to, guint n)
{
  if (shown_to == FOYER_DOCUMENT_SHOWN_TO_NONE)
    return g_strdup_printf (ngettext ("%u document hidden", "%u documents hidden", n), n);
  return g_strdup_printf (ngettext ("%u document shown to all clients", "%u documents shown to all clients",
                                    n),
                          n);
}

FoyerActSeveral *
foyer_document_choice_show_to (FoyerDocumentChoice *self, GPtrArray *documents, FoyerDocumentShownTo shown_to)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (JsonObject) patch = json_object_new ();
  FoyerActSeveral *several;

  g_return_val_if_fail (FOYER_IS_DOCUMENT_CHOICE (self), NULL);

  for (guint i = 0; i < documents->len; i++) {
    if (g_hash_table_contains (self->chosen, foyer_record_get_id (documents->pdata[i]))
        && foyer_document_get_shown_to (documents->pdata[i]) != (int) shown_to)
      g_ptr_array_add (others, documents->pdata[i]);
  }
  if (others->len == 0)
    return NULL;
  json_object_set_string_member (patch, "shownTo", shown_to == FOYER_DOCUMENT_SHOWN_TO_NONE ? "none" : "all");
  several = foyer_act_several_new (foyer_act_new (foyer_record_get_id (others->pdata[0]), "configuration",
                                                  describe_done (shown_to, others->len),
                                                  g_strdup (_ ("The documents are as before"))));
  for (guint i = 0; i < others->len; i++)
    foyer_act_several_add (several,
                           &(FoyerDeed){ FOYER_VERB_UPDATE, &foyer_document_type,
                                         foyer_record_get_id (others->pdata[i]), "edit-document",
                                         foyer_document_get_title (others->pdata[i]), 0 },
                           patch);
  return several;
}
