/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-document-clients.c - which clients see a document */

#include "foyer-document-clients.h"

#include "foyer-field-words.h"
#include "foyer-preview-picker.h"

#include <glib/gi18n-lib.h>

/* More are counted. */
#define SHOWN 20

struct _FoyerDocumentClients {
  GObject parent_instance;

  FoyerStore *store;
  GPtrArray *ids;             /* of char *, ends with NULL */
  FoyerPreviewPicker *picker; /* (nullable): not owned */
  GCancellable *searching;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerDocumentClients, foyer_document_clients, G_TYPE_OBJECT)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
choose (FoyerDocumentClients *self, const char *added, const char *removed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; self->ids->pdata[i] != NULL; i++) {
    if (g_strcmp0 (self->ids->pdata[i], removed) != 0)
      g_strv_builder_add (builder, self->ids->pdata[i]);
  }
  if (added != NULL)
    g_strv_builder_add (builder, added);
  ids = g_strv_builder_end (builder);
  g_signal_emit (self, signals[CHOSEN], 0, ids);
}

static void
on_removed (FoyerDocumentClients *self, GtkButton *button)
{
  choose (self, NULL, g_object_get_data (G_OBJECT (button), "id"));
}

/* --- Adding --- */

static void
on_picked (FoyerDocumentClients *self, FoyerPreviewViewer *viewer)
{
  const char *id = foyer_preview_viewer_get_client_id (viewer);

  if (id != NULL && !g_strv_contains ((const char *const *) self->ids->pdata, id))
    choose (self, id, NULL);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerDocumentClients) self = user_data;
  g_autoptr (GPtrArray) viewers = foyer_preview_viewer_list_finish (FOYER_STORE (source), result, NULL);

  if (viewers != NULL && self->picker != NULL)
    foyer_preview_picker_offer (self->picker, viewers);
}

/* Only what was typed last matters. */
static void
on_searched (FoyerDocumentClients *self, const char *words)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  foyer_preview_viewer_find_clients_async (self->store, words, NULL, self->searching, on_found,
                                           g_object_ref (self));
}

/* --- The rows --- */

static GtkWidget *
create_row (FoyerDocumentClients *self, const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));
  g_autofree char *found = foyer_record_name (self->store, id);
  const char *name = found == NULL ? _ ("A client who is no longer there") : found;
  g_autofree char *heard = g_strdup_printf (_ ("Remove %s from those who see it"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
create_adding (FoyerDocumentClients *self, guint n)
{
  GtkWidget *row = adw_action_row_new ();

  g_set_weak_pointer (&self->picker,
                      g_object_new (FOYER_TYPE_PREVIEW_PICKER, "label", _ ("Add"), "title",
                                    _ ("Add a client who sees it"), "valign", GTK_ALIGN_CENTER, NULL));
  g_signal_connect_object (self->picker, "searched", G_CALLBACK (on_searched), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Clients who see it"));
  if (n == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("None yet: nobody sees it"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->picker));
  return row;
}

void
foyer_document_clients_add_rows (FoyerDocumentClients *self, AdwExpanderRow *expander)
{
  guint n = self->ids->len - 1;

  g_return_if_fail (FOYER_IS_DOCUMENT_CLIENTS (self) && self->picker == NULL);

  adw_expander_row_add_row (expander, create_adding (self, n));
  for (guint i = 0; i < MIN (n, SHOWN); i++)
    adw_expander_row_add_row (expander, create_row (self, self->ids->pdata[i]));
  if (n > SHOWN) {
    GtkWidget *row = adw_action_row_new ();
    g_autofree char *rest = g_strdup_printf (ngettext ("And %u more", "And %u more", n - SHOWN), n - SHOWN);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rest);
    adw_expander_row_add_row (expander, row);
  }
}

/* --- The object --- */

static void
foyer_document_clients_finalize (GObject *object)
{
  FoyerDocumentClients *self = FOYER_DOCUMENT_CLIENTS (object);

  g_clear_weak_pointer (&self->picker);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_ptr_array_unref (self->ids);
  g_object_unref (self->store);
  G_OBJECT_CLASS (foyer_document_clients_parent_class)->finalize (object);
}

static void
foyer_document_clients_class_init (FoyerDocumentClientsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_document_clients_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", FOYER_TYPE_DOCUMENT_CLIENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
foyer_document_clients_init (FoyerDocumentClients *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

FoyerDocumentClients *
foyer_document_clients_new (FoyerStore *store, char **ids)
{
  FoyerDocumentClients *self = g_object_new (FOYER_TYPE_DOCUMENT_CLIENTS, NULL);

  self->store = g_object_ref (store);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (self->ids, g_strdup (ids[i]));
  g_ptr_array_add (self->ids, NULL);
  return self;
}
