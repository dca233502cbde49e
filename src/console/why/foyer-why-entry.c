/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-entry.c - where somebody asks in their own words, and which questions are meant by them */

#include "foyer-why-entry.h"

#include "foyer-bin-tab.h"
#include "foyer-entry-clear.h"

#include "foyer-diagnosis-question.h"

/* As many questions are offered while somebody types. */
#define MOST_OFFERED 5

struct _FoyerWhyEntry {
  AdwBin parent_instance;

  /* Template. */
  GtkSearchEntry *entry;

  /* Construct-time. */
  GtkStringList *questions;

  /* State. */
  char *language;
  char *asked; /* (nullable): what stood in the entry when it was asked */
};

G_DEFINE_FINAL_TYPE (FoyerWhyEntry, foyer_why_entry, ADW_TYPE_BIN)

enum { PROP_LANGUAGE = 1, PROP_SUGGESTING, PROP_QUESTIONS, N_PROPERTIES };
enum { ASKED, EMPTIED, LEFT, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static const char *
get_text (FoyerWhyEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_suggesting (FoyerWhyEntry *self)
{
  /* The template asks while it is being made. */
  return self->entry != NULL && *get_text (self) != '\0' && g_strcmp0 (get_text (self), self->asked) != 0;
}

static void
offer (FoyerWhyEntry *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GArray) questions = NULL;

  if (is_suggesting (self))
    questions = foyer_diagnosis_suggest (get_text (self), self->language);
  for (guint i = 0; questions != NULL && i < questions->len && i < MOST_OFFERED; i++)
    g_ptr_array_add (words, (gpointer) g_array_index (questions, FoyerDiagnosisQuestion, i).words);
  g_ptr_array_add (words, NULL);
  gtk_string_list_splice (self->questions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->questions)),
                          (const char *const *) words->pdata);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTING]);
}

static void
on_changed (FoyerWhyEntry *self)
{
  if (*get_text (self) == '\0') {
    g_clear_pointer (&self->asked, g_free);
    g_signal_emit (self, signals[EMPTIED], 0);
  }
  offer (self);
}

static void
on_activate (FoyerWhyEntry *self)
{
  const char *text = get_text (self);
  g_autoptr (GArray) questions = foyer_diagnosis_suggest (text, self->language);
  FoyerDiagnosisChain chain;

  if (foyer_why_entry_is_answered (self))
    g_signal_emit (self, signals[LEFT], 0, GTK_DIR_DOWN);
  else if (!foyer_diagnosis_find_chain (text, &chain) && questions->len < FOYER_N_DIAGNOSIS_CHAINS)
    /* The beginning of a word: the first of what is offered is meant. */
    g_signal_emit (self, signals[ASKED], 0, g_array_index (questions, FoyerDiagnosisQuestion, 0).words);
  else
    g_signal_emit (self, signals[ASKED], 0, text);
}

static void
on_stop_search (FoyerWhyEntry *self)
{
  if (*get_text (self) != '\0')
    foyer_entry_clear (GTK_EDITABLE (self->entry));
  else
    g_signal_emit (self, signals[LEFT], 0, GTK_DIR_TAB_BACKWARD);
}

/* Down leads out of the entry: to the questions that are offered, or to what was found. */
static gboolean
on_key (FoyerWhyEntry *self, guint key)
{
  if (key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[LEFT], 0, GTK_DIR_DOWN);
  return GDK_EVENT_STOP;
}

static gboolean
foyer_why_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOYER_WHY_ENTRY (widget)->entry));
}

static void
foyer_why_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerWhyEntry *self = FOYER_WHY_ENTRY (object);

  if (g_strcmp0 (self->language, g_value_get_string (value)) == 0)
    return;
  g_free (self->language);
  self->language = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_why_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerWhyEntry *self = FOYER_WHY_ENTRY (object);

  switch (id) {
  case PROP_LANGUAGE:
    g_value_set_string (value, self->language);
    break;
  case PROP_SUGGESTING:
    g_value_set_boolean (value, is_suggesting (self));
    break;
  case PROP_QUESTIONS:
    g_value_set_object (value, self->questions);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_why_entry_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_WHY_ENTRY);
  G_OBJECT_CLASS (foyer_why_entry_parent_class)->dispose (object);
}

static void
foyer_why_entry_finalize (GObject *object)
{
  FoyerWhyEntry *self = FOYER_WHY_ENTRY (object);

  g_clear_object (&self->questions);
  g_free (self->language);
  g_free (self->asked);
  G_OBJECT_CLASS (foyer_why_entry_parent_class)->finalize (object);
}

static void
foyer_why_entry_class_init (FoyerWhyEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_why_entry_set_property;
  object_class->get_property = foyer_why_entry_get_property;
  object_class->dispose = foyer_why_entry_dispose;
  object_class->finalize = foyer_why_entry_finalize;
  widget_class->grab_focus = foyer_why_entry_grab_focus;
  foyer_bin_tab_goes_in (widget_class);
  properties[PROP_LANGUAGE]
      = g_param_spec_string ("language", NULL, NULL, "en",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUGGESTING] = g_param_spec_boolean ("suggesting", NULL, NULL, FALSE, readable);
  properties[PROP_QUESTIONS] = g_param_spec_object ("questions", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[ASKED] = g_signal_new ("asked", FOYER_TYPE_WHY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EMPTIED] = g_signal_new ("emptied", FOYER_TYPE_WHY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", FOYER_TYPE_WHY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, GTK_TYPE_DIRECTION_TYPE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-why-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWhyEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
foyer_why_entry_init (FoyerWhyEntry *self)
{
  self->language = g_strdup ("en");
  self->questions = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_why_entry_remember (FoyerWhyEntry *self)
{
  g_return_if_fail (FOYER_IS_WHY_ENTRY (self));

  g_free (self->asked);
  self->asked = g_strdup (get_text (self));
  offer (self);
}

gboolean
foyer_why_entry_is_answered (FoyerWhyEntry *self)
{
  g_return_val_if_fail (FOYER_IS_WHY_ENTRY (self), TRUE);

  return *get_text (self) == '\0' || g_strcmp0 (get_text (self), self->asked) == 0;
}
