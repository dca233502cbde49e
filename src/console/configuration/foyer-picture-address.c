/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-address.c - where a picture is, and having it fetched */

#include "foyer-picture-address.h"

#include "foyer-bin-tab.h"
#include "foyer-error-text.h"
#include "foyer-refusal-words.h"
#include "foyer-setting-control.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"

#include <glib/gi18n-lib.h>

struct _FoyerPictureAddress {
  AdwBin parent_instance;

  FoyerDesk *desk; /* (nullable): weak */
  GtkEditable *entry;
  GtkWidget *fetch;
  GtkWidget *spinner;
  GtkWidget *cancel;
  GtkLabel *note;    /* what becomes of the address */
  GtkLabel *problem; /* what became of it */

  GCancellable *fetching; /* (nullable): of the request that runs */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (FoyerPictureAddress, foyer_picture_address, ADW_TYPE_BIN)

enum { EDITED, FETCHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_online (FoyerPictureAddress *self)
{
  return self->desk != NULL && foyer_desk_is_online (self->desk);
}

static void
show_state (FoyerPictureAddress *self)
{
  gboolean has_text = *gtk_editable_get_text (self->entry) != '\0';
  gboolean runs = self->fetching != NULL;

  gtk_widget_set_visible (self->fetch, has_text && !runs);
  gtk_widget_set_sensitive (self->fetch, is_online (self));
  gtk_widget_set_visible (self->spinner, runs);
  gtk_widget_set_visible (self->cancel, runs);
  gtk_label_set_label (self->note,
                       is_online (self)
                           ? _ ("The server fetches the picture once and keeps it. Clients never "
                                "load anything from there.")
                           : _ ("Fetching needs a connection. A file can be chosen without one."));
  gtk_widget_set_visible (GTK_WIDGET (self->note),
                          has_text && !runs && !gtk_widget_get_visible (GTK_WIDGET (self->problem)));
}

static void
fail (FoyerPictureAddress *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence == NULL ? "" : sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  show_state (self);
}

static void
give_up (FoyerPictureAddress *self)
{
  if (self->fetching != NULL)
    g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
}

static void
on_cancel (FoyerPictureAddress *self)
{
  give_up (self);
  show_state (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- Fetching --- */

static char *
describe (JsonObject *refusal, const GError *error)
{
  const char *words
      = refusal == NULL ? NULL : foyer_refusal_words (foyer_json_object_text (refusal, "description"));

  if (words != NULL)
    return g_strdup (words);
  return error == NULL ? g_strdup (_ ("The server did not answer what it was asked"))
                       : foyer_error_describe (error);
}

typedef struct {
  FoyerPictureAddress *self;
  GCancellable *fetching;
} Fetch;

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Fetch *fetch = user_data;
  g_autoptr (FoyerPictureAddress) self = fetch->self;
  g_autoptr (GCancellable) fetching = fetch->fetching;
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) answer
      = foyer_sync_engine_ask_finish (FOYER_SYNC_ENGINE (source), result, &refusal, &error);
  const char *id = answer == NULL ? NULL : foyer_json_object_text (answer, "blobId");

  /* Given up, or asked for something else meanwhile. */
  if (self->fetching != fetching)
    return;
  g_clear_object (&self->fetching);
  if (id != NULL && foyer_blob_id_is_valid (id)) {
    fail (self, NULL);
    g_signal_emit (self, signals[FETCHED], 0, id);
  } else {
    g_autofree char *sentence = describe (refusal, error);

    fail (self, sentence);
  }
}

void
foyer_picture_address_fetch (FoyerPictureAddress *self)
{
  FoyerSyncEngine *engine;
  JsonObject *question;
  Fetch *fetch;

  g_return_if_fail (FOYER_IS_PICTURE_ADDRESS (self));

  engine = self->desk == NULL ? NULL : foyer_desk_get_engine (self->desk);
  if (engine == NULL || !is_online (self) || self->fetching != NULL
      || *gtk_editable_get_text (self->entry) == '\0')
    return;
  self->fetching = g_cancellable_new ();
  fetch = g_new (Fetch, 1);
  *fetch = (Fetch){ g_object_ref (self), g_object_ref (self->fetching) };
  question = json_object_new ();
  json_object_set_string_member (question, "url", gtk_editable_get_text (self->entry));
  fail (self, NULL);
  foyer_sync_engine_ask_async (engine, "Picture/fetch", question, self->fetching, on_asked, fetch);
}

/* --- Writing --- */

static void
on_changed (FoyerPictureAddress *self)
{
  give_up (self);
  fail (self, NULL);
  if (!self->quiet)
    g_signal_emit (self, signals[EDITED], 0, gtk_editable_get_text (self->entry));
}

void
foyer_picture_address_set_text (FoyerPictureAddress *self, const char *text)
{
  g_return_if_fail (FOYER_IS_PICTURE_ADDRESS (self));

  if (g_strcmp0 (gtk_editable_get_text (self->entry), text) == 0)
    return;
  self->quiet = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->quiet = FALSE;
}

/* --- The object --- */

static void
foyer_picture_address_dispose (GObject *object)
{
  FoyerPictureAddress *self = FOYER_PICTURE_ADDRESS (object);

  give_up (self);
  g_clear_weak_pointer (&self->desk);
  G_OBJECT_CLASS (foyer_picture_address_parent_class)->dispose (object);
}

static gboolean
foyer_picture_address_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOYER_PICTURE_ADDRESS (widget)->entry));
}

static void
foyer_picture_address_class_init (FoyerPictureAddressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_picture_address_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = foyer_picture_address_grab_focus;
  foyer_bin_tab_goes_in (GTK_WIDGET_CLASS (klass));

  signals[EDITED] = g_signal_new ("edited", FOYER_TYPE_PICTURE_ADDRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FETCHED] = g_signal_new ("fetched", FOYER_TYPE_PICTURE_ADDRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_picture_address_init (FoyerPictureAddress *self)
{
}

static GtkWidget *
create_button (FoyerPictureAddress *self, const FoyerField *field, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: a setting, and what a button does with it: "Logo: Fetch" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ (field->title), label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkLabel *
create_line (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  return label;
}

static void
create_entry (FoyerPictureAddress *self, const FoyerField *field)
{
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "https://");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_URL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  foyer_setting_control_name (GTK_WIDGET (self->entry), field);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (foyer_picture_address_fetch), self,
                           G_CONNECT_SWAPPED);
}

FoyerPictureAddress *
foyer_picture_address_new (FoyerDesk *desk, const FoyerField *field)
{
  FoyerPictureAddress *self = g_object_new (FOYER_TYPE_PICTURE_ADDRESS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  g_set_weak_pointer (&self->desk, desk);
  create_entry (self, field);
  self->fetch = create_button (self, field, _ ("Fetch"), G_CALLBACK (foyer_picture_address_fetch));
  self->spinner = gtk_spinner_new ();
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The picture is being fetched"), -1);
  self->cancel = create_button (self, field, _ ("Cancel"), G_CALLBACK (on_cancel));
  self->note = create_line ("dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  self->problem = create_line ("foyer-error");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), self->fetch);
  gtk_box_append (GTK_BOX (line), self->spinner);
  gtk_box_append (GTK_BOX (line), self->cancel);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);
  if (desk != NULL)
    g_signal_connect_object (desk, "notify::online", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
  return self;
}
