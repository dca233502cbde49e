/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-question-dialog.c - asks before something is done */

#include "foyer-question-dialog.h"

#include "foyer-dialog-words.h"

#define MARGINS 48

struct _FoyerQuestionDialog {
  AdwWindow parent_instance;

  /* Template. */
  GtkScrolledWindow *scrolled;
  GtkWidget *words;

  gboolean is_scrolled; /* whether there is less room than words */
  char *heading;
  char *body;
  char *stay;
  char *go;
};

G_DEFINE_FINAL_TYPE (FoyerQuestionDialog, foyer_question_dialog, ADW_TYPE_WINDOW)

enum {
  PROP_HEADING = 1,
  PROP_BODY,
  PROP_STAY,
  PROP_GO,
  N_PROPERTIES,
};

enum { CONFIRMED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
on_go (FoyerQuestionDialog *self)
{
  /* The answer may close the window that was asked for, and a dialog must not outlive the window that it belongs to. */
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  g_signal_emit (self, signals[CONFIRMED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
foyer_question_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerQuestionDialog *self = FOYER_QUESTION_DIALOG (object);

  switch (id) {
  case PROP_HEADING:
    if (g_strcmp0 (self->heading, g_value_get_string (value)) == 0)
      return;
    g_free (self->heading);
    self->heading = g_value_dup_string (value);
    break;
  case PROP_BODY:
    if (g_strcmp0 (self->body, g_value_get_string (value)) == 0)
      return;
    g_free (self->body);
    self->body = g_value_dup_string (value);
    break;
  case PROP_STAY:
    if (g_strcmp0 (self->stay, g_value_get_string (value)) == 0)
      return;
    g_free (self->stay);
    self->stay = g_value_dup_string (value);
    break;
  case PROP_GO:
    if (g_strcmp0 (self->go, g_value_get_string (value)) == 0)
      return;
    g_free (self->go);
    self->go = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_question_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerQuestionDialog *self = FOYER_QUESTION_DIALOG (object);

  switch (id) {
  case PROP_HEADING:
    g_value_set_string (value, self->heading);
    break;
  case PROP_BODY:
    g_value_set_string (value, self->body);
    break;
  case PROP_STAY:
    g_value_set_string (value, self->stay);
    break;
  case PROP_GO:
    g_value_set_string (value, self->go);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_question_dialog_dispose (GObject *object)
{
  FoyerQuestionDialog *self = FOYER_QUESTION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_QUESTION_DIALOG);
  G_OBJECT_CLASS (foyer_question_dialog_parent_class)->dispose (object);
}

static void
foyer_question_dialog_finalize (GObject *object)
{
  FoyerQuestionDialog *self = FOYER_QUESTION_DIALOG (object);

  g_free (self->heading);
  g_free (self->body);
  g_free (self->stay);
  g_free (self->go);
  G_OBJECT_CLASS (foyer_question_dialog_parent_class)->finalize (object);
}

static void
foyer_question_dialog_show (GtkWidget *widget)
{
  FoyerQuestionDialog *self = FOYER_QUESTION_DIALOG (widget);

  self->is_scrolled = foyer_dialog_fit_words (GTK_WINDOW (self), self->scrolled, self->words, MARGINS);
  GTK_WIDGET_CLASS (foyer_question_dialog_parent_class)->show (widget);
}

/* What is told to assistive technologies before there is a window to them leaves it without being the active one. */
static void
foyer_question_dialog_map (GtkWidget *widget)
{
  FoyerQuestionDialog *self = FOYER_QUESTION_DIALOG (widget);

  GTK_WIDGET_CLASS (foyer_question_dialog_parent_class)->map (widget);
  gtk_widget_set_focusable (GTK_WIDGET (self->scrolled), self->is_scrolled);
}

static void
foyer_question_dialog_class_init (FoyerQuestionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_question_dialog_set_property;
  object_class->get_property = foyer_question_dialog_get_property;
  object_class->dispose = foyer_question_dialog_dispose;
  object_class->finalize = foyer_question_dialog_finalize;
  widget_class->show = foyer_question_dialog_show;
  widget_class->map = foyer_question_dialog_map;

  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, NULL, flags);
  properties[PROP_STAY] = g_param_spec_string ("stay", NULL, NULL, NULL, flags);
  properties[PROP_GO] = g_param_spec_string ("go", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CONFIRMED] = g_signal_new ("confirmed", FOYER_TYPE_QUESTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-question-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerQuestionDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FoyerQuestionDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_question_dialog_init (FoyerQuestionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
foyer_question_dialog_new (GtkWindow *parent,
                           const char *heading,
                           const char *body,
                           const char *stay,
                           const char *go)
{
  return g_object_new (FOYER_TYPE_QUESTION_DIALOG, "transient-for", parent, "heading", heading, "body", body,
                       "stay", stay, "go", go, NULL);
}
