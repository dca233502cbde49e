/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-sample.c - a mail as a client would read it */

#include "foyer-mail-sample.h"

#include "foyer-mail-tryout.h"
#include "foyer-preview-picker.h"

#include <glib/gi18n-lib.h>

struct _FoyerMailSample {
  AdwBin parent_instance;

  /* Template. */
  FoyerPreviewPicker *picker;
  GtkLabel *from;
  GtkLabel *subject;
  GtkLabel *text;

  /* Given by whoever starts it. */
  FoyerStore *store; /* (nullable) (not owned) */
  FoyerMailKind kind;

  /* State. */
  char *client_id;         /* (nullable): who reads it */
  char *language;          /* (nullable): until there is something to show */
  char *drafted_subject;   /* (nullable) */
  char *drafted_body;      /* (nullable) */
  GCancellable *trying;    /* (nullable) */
  GCancellable *searching; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerMailSample, foyer_mail_sample, ADW_TYPE_BIN)

/* Only what was asked last matters. */
static GCancellable *
begin_anew (GCancellable **place)
{
  g_cancellable_cancel (*place);
  g_clear_object (place);
  *place = g_cancellable_new ();
  return *place;
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerMailSample) self = user_data;
  g_autoptr (FoyerMail) mail = foyer_mail_tryout_finish (FOYER_STORE (source), result, NULL);
  g_autofree char *from = NULL;

  if (mail == NULL || self->store == NULL)
    return;
  from = mail->reply_to == NULL
             ? g_strdup_printf (_ ("From %s"), mail->sender)
             : g_strdup_printf (_ ("From %s · answers go to %s"), mail->sender, mail->reply_to);
  gtk_label_set_label (self->from, from);
  gtk_label_set_label (self->subject, mail->subject);
  gtk_label_set_label (self->text, g_strchomp (mail->text));
}

static void
try_out (FoyerMailSample *self)
{
  if (self->store != NULL && self->language != NULL)
    foyer_mail_tryout_async (self->store, self->kind, self->language, self->drafted_subject,
                             self->drafted_body, self->client_id, begin_anew (&self->trying), on_tried,
                             g_object_ref (self));
}

/* --- Who reads it --- */

static void
on_picked (FoyerMailSample *self, FoyerPreviewViewer *viewer)
{
  g_free (self->client_id);
  self->client_id = g_strdup (foyer_preview_viewer_get_client_id (viewer));
  g_object_set (self->picker, "label", foyer_preview_viewer_get_name (viewer), NULL);
  try_out (self);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerMailSample) self = user_data;
  g_autoptr (GPtrArray) viewers = foyer_preview_viewer_list_finish (FOYER_STORE (source), result, NULL);

  if (viewers == NULL || self->store == NULL)
    return;
  foyer_preview_picker_offer (self->picker, viewers);
  if (self->client_id == NULL && viewers->len > 0)
    on_picked (self, viewers->pdata[0]);
}

static void
on_searched (FoyerMailSample *self, const char *words)
{
  if (self->store != NULL)
    foyer_preview_viewer_find_clients_async (self->store, words, NULL, begin_anew (&self->searching),
                                             on_found, g_object_ref (self));
}

/* --- The object --- */

static void
foyer_mail_sample_dispose (GObject *object)
{
  foyer_mail_sample_stop (FOYER_MAIL_SAMPLE (object));
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_MAIL_SAMPLE);
  G_OBJECT_CLASS (foyer_mail_sample_parent_class)->dispose (object);
}

static void
foyer_mail_sample_finalize (GObject *object)
{
  FoyerMailSample *self = FOYER_MAIL_SAMPLE (object);

  g_clear_object (&self->trying);
  g_clear_object (&self->searching);
  g_free (self->client_id);
  g_free (self->language);
  g_free (self->drafted_subject);
  g_free (self->drafted_body);
  G_OBJECT_CLASS (foyer_mail_sample_parent_class)->finalize (object);
}

static void
foyer_mail_sample_class_init (FoyerMailSampleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_mail_sample_dispose;
  object_class->finalize = foyer_mail_sample_finalize;
  g_type_ensure (FOYER_TYPE_PREVIEW_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-mail-sample.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMailSample, from);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailSample, picker);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailSample, subject);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailSample, text);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_searched);
}

static void
foyer_mail_sample_init (FoyerMailSample *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_mail_sample_start (FoyerMailSample *self, FoyerStore *store, FoyerMailKind kind)
{
  g_return_if_fail (FOYER_IS_MAIL_SAMPLE (self) && self->store == NULL);

  self->store = store;
  self->kind = kind;
  on_searched (self, NULL);
}

void
foyer_mail_sample_stop (FoyerMailSample *self)
{
  g_return_if_fail (FOYER_IS_MAIL_SAMPLE (self));

  g_cancellable_cancel (self->trying);
  g_cancellable_cancel (self->searching);
  self->store = NULL;
}

void
foyer_mail_sample_show (FoyerMailSample *self, const char *language, const char *subject, const char *body)
{
  g_return_if_fail (FOYER_IS_MAIL_SAMPLE (self));

  g_free (self->language);
  g_free (self->drafted_subject);
  g_free (self->drafted_body);
  self->language = g_strdup (language);
  self->drafted_subject = g_strdup (subject);
  self->drafted_body = g_strdup (body);
  try_out (self);
}

const char *
foyer_mail_sample_get_text (FoyerMailSample *self)
{
  g_return_val_if_fail (FOYER_IS_MAIL_SAMPLE (self), NULL);

  return gtk_label_get_label (self->text);
}
