/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-panel.c - why somebody does not see what they should, and what helps */

#include "foyer-why-panel.h"

#include "foyer-why-closures.h"
#include "foyer-why-entry.h"
#include "foyer-why-facts.h"

#include "foyer-bin-tab.h"
#include "foyer-keys.h"
#include "foyer-text-closures.h"

#include "foyer-diagnosis-question.h"
#include "foyer-portal-ghosts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FoyerWhyPanel {
  AdwBin parent_instance;

  /* Template. */
  FoyerWhyEntry *entry;
  GtkListBox *questions;
  AdwExpanderRow *fine_row;
  FoyerWhySection *sections[FOYER_N_WHY_SHELVES];

  /* Construct-time. */
  GSimpleActionGroup *actions;
  GPtrArray *fine_rows; /* (element-type GtkWidget) (not owned): what is unfolded */

  /* Given by whoever starts it. */
  FoyerDesk *desk;          /* (nullable) (not owned) */
  FoyerPreviewStage *stage; /* (nullable) */

  /* State. */
  gboolean ghosts;
  gboolean alone;
  gboolean asks;
  gboolean wants_focus; /* the answer gets the focus when it is there */
  gboolean is_stale;    /* something changed while an answer was worked out */
  FoyerDiagnosisChain chain;
  char *status; /* (nullable) */
  guint fine;
  FoyerPreviewAnswer page; /* what of it is needed: `view`, `made`, `is_page` */
  GCancellable *reading;   /* (nullable): while an answer is worked out */
};

G_DEFINE_FINAL_TYPE (FoyerWhyPanel, foyer_why_panel, ADW_TYPE_BIN)

enum {
  PROP_GHOSTS = 1,
  PROP_ALONE,
  PROP_STATUS,
  PROP_ASKS,
  PROP_QUESTION,
  PROP_PERSON_NAME,
  PROP_FINE,
  N_PROPERTIES,
};

enum { FIX, SAID, CLOSED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void update (FoyerWhyPanel *self);

static void
notify (FoyerWhyPanel *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* --- What came of it --- */

static void
show_fine (FoyerWhyPanel *self, GPtrArray *sentences)
{
  for (guint i = 0; i < self->fine_rows->len; i++)
    adw_expander_row_remove (self->fine_row, self->fine_rows->pdata[i]);
  g_ptr_array_set_size (self->fine_rows, 0);
  for (guint i = 0; i < sentences->len; i++) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentences->pdata[i]);
    adw_expander_row_add_row (self->fine_row, row);
    g_ptr_array_add (self->fine_rows, row);
  }
  self->fine = sentences->len;
  notify (self, PROP_FINE);
}

static void
set_status (FoyerWhyPanel *self, char *status)
{
  g_autofree char *before = self->status;

  self->status = status;
  if (g_strcmp0 (before, status) != 0)
    notify (self, PROP_STATUS);
}

static gboolean
has_focus_inside (FoyerWhyPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
focus_answer (FoyerWhyPanel *self)
{
  for (guint i = 0; i < FOYER_N_WHY_SHELVES; i++) {
    if (foyer_why_section_focus (self->sections[i]))
      return;
  }
}

static void
show_answer (FoyerWhyPanel *self, FoyerWhyAnswer *answer)
{
  g_autoptr (FoyerWhyShelves) shelves = foyer_why_shelves_new (answer);
  gboolean had_focus = has_focus_inside (self);

  for (guint i = 0; i < FOYER_N_WHY_SHELVES; i++)
    foyer_why_section_show (self->sections[i], shelves->items[i]);
  show_fine (self, shelves->fine);
  set_status (self, foyer_why_status_text (answer->diagnosis, answer->hidden->len));
  if (self->wants_focus)
    focus_answer (self);
  /* Whoever fixed what had the focus goes on where the next question is asked. */
  else if (had_focus && !has_focus_inside (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  self->wants_focus = FALSE;
}

/* --- Working it out --- */

static void
on_answer_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerWhyPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerWhyAnswer) answer = foyer_why_answer_finish (FOYER_STORE (source), result, &error);

  g_clear_object (&self->reading);
  if (self->desk == NULL)
    return;
  if (self->is_stale) {
    update (self);
    return;
  }
  if (answer != NULL)
    show_answer (self, answer);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_status (self, g_strdup (_ ("The records here could not be read")));
}

static FoyerPreviewScene *
make_case (FoyerWhyPanel *self, FoyerWhyCase *the_case)
{
  FoyerPreviewSource source = foyer_preview_stage_get_source (self->stage);
  FoyerPreviewScene *scene = foyer_preview_stage_make_scene (self->stage, source == FOYER_PREVIEW_DRAFT);

  *the_case = (FoyerWhyCase){
    .scene = scene,
    .address = foyer_preview_stage_get_address (self->stage),
    .page = self->page.is_page ? &self->page : NULL,
    .asks = self->asks,
    .chain = self->chain,
    .wants_ghosts = self->ghosts,
    .now = foyer_desk_now (self->desk),
    .invite_waiting_since
    = foyer_why_find_waiting_invite (foyer_desk_get_store (self->desk), scene->person_id),
  };
  g_object_get (self->stage, "draft", &the_case->draft, NULL);
  g_object_get (self->desk, "synced-at", &the_case->synced_at, "offline-since", &the_case->offline_since,
                NULL);
  return scene;
}

/* One answer at a time: what changes meanwhile is looked at when it is there. */
static void
update (FoyerWhyPanel *self)
{
  g_autoptr (FoyerPreviewScene) scene = NULL;
  g_autoptr (JsonObject) draft = NULL;
  FoyerWhyCase the_case;

  if (self->stage == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = self->reading != NULL;
  if (self->is_stale) {
    g_cancellable_cancel (self->reading);
    return;
  }
  scene = make_case (self, &the_case);
  draft = the_case.draft;
  self->reading = g_cancellable_new ();
  foyer_why_answer_async (foyer_desk_get_store (self->desk), &the_case, self->reading, on_answer_ready,
                          g_object_ref (self));
}

/* --- Asking --- */

static const char *
get_language (FoyerWhyPanel *self)
{
  return self->desk == NULL ? "en" : foyer_office_time_get_language (foyer_desk_get_time (self->desk));
}

static GtkWidget *
make_question (gpointer item, gpointer unused)
{
  const char *words = gtk_string_object_get_string (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "why.ask");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

/* The words that a chain is known by, so that everybody sees what was understood. */
static const char *
find_words (FoyerWhyPanel *self, FoyerDiagnosisChain chain)
{
  g_autoptr (GArray) questions = foyer_diagnosis_suggest (NULL, get_language (self));

  for (guint i = 0; i < questions->len; i++) {
    const FoyerDiagnosisQuestion *question = &g_array_index (questions, FoyerDiagnosisQuestion, i);

    if (question->chain == chain)
      return question->words;
  }
  return NULL;
}

gboolean
foyer_why_panel_ask (FoyerWhyPanel *self, const char *words)
{
  FoyerDiagnosisChain chain;

  g_return_val_if_fail (FOYER_IS_WHY_PANEL (self), FALSE);

  if (!foyer_diagnosis_find_chain (words, &chain)) {
    set_status (self, g_strdup (_ ("That is not understood. Choose a question below.")));
    return FALSE;
  }
  self->chain = chain;
  self->asks = TRUE;
  self->wants_focus = TRUE;
  foyer_why_entry_remember (self->entry);
  notify (self, PROP_ASKS);
  notify (self, PROP_QUESTION);
  update (self);
  return TRUE;
}

static void
on_emptied (FoyerWhyPanel *self)
{
  if (!self->asks)
    return;
  self->asks = FALSE;
  notify (self, PROP_ASKS);
  update (self);
}

static void
on_left (FoyerWhyPanel *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_DOWN)
    g_signal_emit (self, signals[CLOSED], 0);
  else if (foyer_why_entry_is_answered (self->entry))
    focus_answer (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->questions), GTK_DIR_DOWN);
}

/* --- What can be done --- */

static FoyerWhyItem *
find_item (FoyerWhyPanel *self, GVariant *key)
{
  FoyerWhyItem *item = NULL;

  for (guint i = 0; item == NULL && i < FOYER_N_WHY_SHELVES; i++)
    item = foyer_why_section_find (self->sections[i], g_variant_get_string (key, NULL));
  return item;
}

/* The card may go with what it fixes. */
static void
fix (FoyerWhyPanel *self, GVariant *key, gboolean other)
{
  FoyerWhyItem *found = find_item (self, key);
  g_autoptr (FoyerWhyItem) item = found == NULL ? NULL : g_object_ref (found);
  const FoyerRemedy *remedy = item == NULL ? NULL : foyer_why_item_get_remedy (item);

  if (remedy != NULL && other)
    remedy = remedy->other;
  if (remedy != NULL)
    g_signal_emit (self, signals[FIX], 0, remedy);
}

static void
on_fix (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fix (user_data, parameter, FALSE);
}

static void
on_other (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fix (user_data, parameter, TRUE);
}

static void
on_say (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerWhyPanel *self = user_data;
  FoyerWhyItem *item = find_item (self, parameter);
  const char *say = item == NULL ? NULL : foyer_why_item_get_say (item);
  g_autofree char *sentence = NULL;

  if (say == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), say);
  /* Translators: %s is a sentence to tell the client. */
  sentence = g_strdup_printf (_ ("Copied: %s"), say);
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static void
on_ask (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_why_panel_ask (user_data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { .name = "fix", .activate = on_fix, .parameter_type = "s" },
  { .name = "other", .activate = on_other, .parameter_type = "s" },
  { .name = "say", .activate = on_say, .parameter_type = "s" },
  { .name = "ask", .activate = on_ask, .parameter_type = "s" },
};

/* --- The widget --- */

static void
foyer_why_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_why_panel_parent_class)->map (widget);
  update (FOYER_WHY_PANEL (widget));
}

static gboolean
foyer_why_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOYER_WHY_PANEL (widget)->entry));
}

static char *
get_person_name (FoyerWhyPanel *self)
{
  char *name = NULL;

  if (self->stage != NULL)
    g_object_get (self->stage, "person-name", &name, NULL);
  return name;
}

static void
foyer_why_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerWhyPanel *self = FOYER_WHY_PANEL (object);
  gboolean *place = id == PROP_GHOSTS ? &self->ghosts : &self->alone;

  if (*place == g_value_get_boolean (value))
    return;
  *place = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
  if (id == PROP_GHOSTS)
    update (self);
}

static void
foyer_why_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerWhyPanel *self = FOYER_WHY_PANEL (object);

  switch (id) {
  case PROP_GHOSTS:
    g_value_set_boolean (value, self->ghosts);
    break;
  case PROP_ALONE:
    g_value_set_boolean (value, self->alone);
    break;
  case PROP_STATUS:
    g_value_set_string (value, self->status);
    break;
  case PROP_ASKS:
    g_value_set_boolean (value, self->asks);
    break;
  case PROP_QUESTION:
    g_value_set_string (value, self->asks ? find_words (self, self->chain) : NULL);
    break;
  case PROP_PERSON_NAME:
    g_value_take_string (value, get_person_name (self));
    break;
  case PROP_FINE:
    g_value_set_uint (value, self->fine);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_why_panel_dispose (GObject *object)
{
  FoyerWhyPanel *self = FOYER_WHY_PANEL (object);

  foyer_why_panel_stop (self);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_WHY_PANEL);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (foyer_why_panel_parent_class)->dispose (object);
}

static void
foyer_why_panel_finalize (GObject *object)
{
  FoyerWhyPanel *self = FOYER_WHY_PANEL (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->page.view, json_object_unref);
  g_ptr_array_unref (self->fine_rows);
  g_free (self->status);
  G_OBJECT_CLASS (foyer_why_panel_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_GHOSTS] = g_param_spec_boolean ("ghosts", NULL, NULL, FALSE, writable);
  properties[PROP_ALONE] = g_param_spec_boolean ("alone", NULL, NULL, FALSE, writable);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, readable);
  properties[PROP_ASKS] = g_param_spec_boolean ("asks", NULL, NULL, FALSE, readable);
  properties[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, NULL, readable);
  properties[PROP_PERSON_NAME] = g_param_spec_string ("person-name", NULL, NULL, NULL, readable);
  properties[PROP_FINE] = g_param_spec_uint ("fine", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FOYER_TYPE_WHY_ENTRY);
  g_type_ensure (FOYER_TYPE_WHY_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-why-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWhyPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerWhyPanel, questions);
  gtk_widget_class_bind_template_child (widget_class, FoyerWhyPanel, fine_row);
  for (gsize i = 0; i < FOYER_N_WHY_SHELVES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, foyer_why_shelf_name ((FoyerWhyShelf) i), FALSE,
                                               G_STRUCT_OFFSET (FoyerWhyPanel, sections)
                                                   + (gssize) (i * sizeof (FoyerWhySection *)));
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_why_fine_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_why_hidden_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_why_panel_ask);
  gtk_widget_class_bind_template_callback (widget_class, on_emptied);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
foyer_why_panel_class_init (FoyerWhyPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_why_panel_set_property;
  object_class->get_property = foyer_why_panel_get_property;
  object_class->dispose = foyer_why_panel_dispose;
  object_class->finalize = foyer_why_panel_finalize;
  widget_class->map = foyer_why_panel_map;
  widget_class->grab_focus = foyer_why_panel_grab_focus;
  foyer_bin_tab_goes_in (widget_class);
  install_properties (object_class);
  signals[FIX] = g_signal_new ("fix", FOYER_TYPE_WHY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_WHY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED]
      = g_signal_new ("closed", FOYER_TYPE_WHY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
foyer_why_panel_init (FoyerWhyPanel *self)
{
  g_autoptr (GListModel) questions = NULL;

  self->fine_rows = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "why", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_get (self->entry, "questions", &questions, NULL);
  gtk_list_box_bind_model (self->questions, questions, make_question, NULL, NULL);
}

static void
on_viewer_changed (FoyerWhyPanel *self)
{
  notify (self, PROP_PERSON_NAME);
  update (self);
}

void
foyer_why_panel_start (FoyerWhyPanel *self, FoyerDesk *desk, FoyerPreviewStage *stage)
{
  g_return_if_fail (FOYER_IS_WHY_PANEL (self) && self->stage == NULL);

  self->desk = desk;
  self->stage = g_object_ref (stage);
  g_object_set (self->entry, "language", get_language (self), NULL);
  g_signal_connect_object (stage, "notify::serial", G_CALLBACK (on_viewer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::address", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::offline-since", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  on_viewer_changed (self);
}

void
foyer_why_panel_stop (FoyerWhyPanel *self)
{
  g_return_if_fail (FOYER_IS_WHY_PANEL (self));

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  if (self->desk != NULL) {
    g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
    g_signal_handlers_disconnect_by_data (self->desk, self);
  }
  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_data (self->stage, self);
  self->desk = NULL;
  g_clear_object (&self->stage);
}

void
foyer_why_panel_set_page (FoyerWhyPanel *self, const FoyerPreviewAnswer *page)
{
  g_return_if_fail (FOYER_IS_WHY_PANEL (self) && page != NULL);

  g_clear_pointer (&self->page.view, json_object_unref);
  self->page.is_page = page->is_page;
  self->page.made = page->made;
  self->page.view = page->view == NULL ? NULL : json_object_ref (page->view);
  update (self);
}

FoyerWhySection *
foyer_why_panel_get_section (FoyerWhyPanel *self, FoyerWhyShelf shelf)
{
  g_return_val_if_fail (FOYER_IS_WHY_PANEL (self), NULL);

  return self->sections[shelf];
}
