/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-reason-dialog.c - asks for a reason before something is done that needs one */

#include "foyer-reason-dialog.h"

#include "foyer-dialog-words.h"
#include "foyer-text-closures.h"

struct _FoyerReasonDialog {
  AdwWindow parent_instance;

  GtkScrolledWindow *scrolled;
  GtkWidget *words;
  GtkEditable *entry;
  GtkListBox *suggestions;
  char *question;
  char *reader;
  char *verb;
  gboolean has_suggestions;
};

G_DEFINE_FINAL_TYPE (FoyerReasonDialog, foyer_reason_dialog, ADW_TYPE_WINDOW)

enum {
  PROP_QUESTION = 1,
  PROP_READER,
  PROP_VERB,
  PROP_HAS_SUGGESTIONS,
  N_PROPERTIES,
};

enum { CONFIRMED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static char **
text_place (FoyerReasonDialog *self, guint id)
{
  if (id == PROP_QUESTION)
    return &self->question;
  return id == PROP_READER ? &self->reader : &self->verb;
}

static void
set_has_suggestions (FoyerReasonDialog *self)
{
  if (self->has_suggestions)
    return;
  self->has_suggestions = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SUGGESTIONS]);
}

static void
foyer_reason_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  char **place = text_place (FOYER_REASON_DIALOG (object), id);

  if (g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;
  g_free (*place);
  *place = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_reason_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerReasonDialog *self = FOYER_REASON_DIALOG (object);

  if (id == PROP_HAS_SUGGESTIONS)
    g_value_set_boolean (value, self->has_suggestions);
  else
    g_value_set_string (value, *text_place (self, id));
}

static void
on_confirm (FoyerReasonDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (*reason == '\0')
    return;
  g_signal_emit (self, signals[CONFIRMED], 0, reason);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_row_activated (FoyerReasonDialog *self, GtkListBoxRow *row)
{
  gtk_editable_set_text (self->entry, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/* White space alone is no reason. */
static gboolean
is_reason (GObject *self, const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  return text != NULL && *text != '\0';
}

static void
foyer_reason_dialog_show (GtkWidget *widget)
{
  FoyerReasonDialog *self = FOYER_REASON_DIALOG (widget);

  foyer_dialog_fit_words (GTK_WINDOW (self), self->scrolled, self->words, 0);
  GTK_WIDGET_CLASS (foyer_reason_dialog_parent_class)->show (widget);
}

static void
foyer_reason_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_reason_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (FOYER_REASON_DIALOG (widget)->entry));
}

/* An entry that still has the focus when its window goes would go on to blink. */
static void
foyer_reason_dialog_unmap (GtkWidget *widget)
{
  gtk_window_set_focus (GTK_WINDOW (widget), NULL);
  GTK_WIDGET_CLASS (foyer_reason_dialog_parent_class)->unmap (widget);
}

static void
foyer_reason_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_REASON_DIALOG);
  G_OBJECT_CLASS (foyer_reason_dialog_parent_class)->dispose (object);
}

static void
foyer_reason_dialog_finalize (GObject *object)
{
  FoyerReasonDialog *self = FOYER_REASON_DIALOG (object);

  g_free (self->question);
  g_free (self->reader);
  g_free (self->verb);
  G_OBJECT_CLASS (foyer_reason_dialog_parent_class)->finalize (object);
}

static void
foyer_reason_dialog_class_init (FoyerReasonDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_reason_dialog_set_property;
  object_class->get_property = foyer_reason_dialog_get_property;
  object_class->dispose = foyer_reason_dialog_dispose;
  object_class->finalize = foyer_reason_dialog_finalize;
  widget_class->show = foyer_reason_dialog_show;
  widget_class->map = foyer_reason_dialog_map;
  widget_class->unmap = foyer_reason_dialog_unmap;

  properties[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, NULL, flags);
  properties[PROP_READER] = g_param_spec_string ("reader", NULL, NULL, NULL, flags);
  properties[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, NULL, flags);
  properties[PROP_HAS_SUGGESTIONS] = g_param_spec_boolean ("has-suggestions", NULL, NULL, FALSE,
                                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CONFIRMED] = g_signal_new ("confirmed", FOYER_TYPE_REASON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerReasonDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FoyerReasonDialog, words);
  gtk_widget_class_bind_template_child (widget_class, FoyerReasonDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerReasonDialog, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_callback (widget_class, is_reason);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_reason_dialog_init (FoyerReasonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
foyer_reason_dialog_new (GtkWindow *parent, const char *question, const char *reader, const char *verb)
{
  return g_object_new (FOYER_TYPE_REASON_DIALOG, "transient-for", parent, "question", question, "reader",
                       reader, "verb", verb, NULL);
}

void
foyer_reason_dialog_suggest (FoyerReasonDialog *self, const char *reason)
{
  GtkWidget *row;

  g_return_if_fail (FOYER_IS_REASON_DIALOG (self));

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->suggestions, row);
  set_has_suggestions (self);
}
