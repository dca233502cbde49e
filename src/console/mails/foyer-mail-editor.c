/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-editor.c - the words of a mail, and how a client reads them */

#include "foyer-mail-editor.h"

#include "foyer-act-submit.h"
#include "foyer-dialog-columns.h"
#include "foyer-error-text.h"
#include "foyer-mail-chips.h"
#include "foyer-mail-draft.h"
#include "foyer-mail-names.h"
#include "foyer-mail-sample.h"
#include "foyer-mail-tryout.h"

#include "foyer-id.h"
#include "foyer-language.h"
#include "foyer-mail-kinds.h"
#include "foyer-store-drafts.h"
#include "types/organisation.h"
#include "types/template.h"

#include <glib/gi18n-lib.h>

/* In pixels: of the window, and from where on the mail has room beside its words. */
#define WIDTH 940
#define TWO_COLUMNS 760

struct _FoyerMailEditor {
  AdwWindow parent_instance;

  /* Template. */
  AdwComboRow *language_row;
  AdwPreferencesGroup *words;
  FoyerMailChips *placeholders;
  FoyerMailChips *blocks;
  FoyerMailSample *sample;
  GtkBox *columns;
  GtkButton *discard_button;
  GtkButton *restore_button;
  GtkButton *save_button;
  GtkEditable *subject;
  GtkLabel *lock_label;
  GtkLabel *oddity;
  GtkLabel *problem;
  GtkTextView *body;

  /* Construct-time. */
  FoyerDesk *desk; /* not owned: the window is gone before it */
  FoyerMailKind kind;
  gint64 hold; /* microseconds */
  gboolean is_locked;
  GPtrArray *languages; /* of tags, as the row lists them */

  /* State. */
  FoyerMailWording *wording; /* (nullable): until it has been read */
  GCancellable *reading;     /* (nullable): of the wording */
  gboolean is_filling;
  gboolean in_subject; /* where the cursor was last */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (FoyerMailEditor, foyer_mail_editor, ADW_TYPE_WINDOW)

enum { ACTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static FoyerStore *
get_store (FoyerMailEditor *self)
{
  return foyer_desk_get_store (self->desk);
}

static const char *
get_language (FoyerMailEditor *self)
{
  return self->languages->pdata[adw_combo_row_get_selected (self->language_row)];
}

static char *
get_subject (FoyerMailEditor *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->subject)));
}

static char *
get_body (FoyerMailEditor *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->body), "text", &text, NULL);
  return g_strchomp (text);
}

/* Whether the words are these, give or take what stands around them. */
static gboolean
says (FoyerMailEditor *self, const char *subject, const char *body)
{
  g_autofree char *own_subject = get_subject (self);
  g_autofree char *own_body = get_body (self);
  g_autofree char *other = g_strchomp (g_strdup (body));

  return g_str_equal (own_subject, subject) && g_str_equal (own_body, other);
}

static gboolean
is_changed (FoyerMailEditor *self)
{
  return self->wording != NULL && !says (self, self->wording->subject, self->wording->body);
}

static gboolean
is_shipped (FoyerMailEditor *self)
{
  return says (self, self->wording->shipped_subject, self->wording->shipped_body);
}

/* What went wrong, until something else is typed. */
static void
say (FoyerMailEditor *self, const GError *error)
{
  g_autofree char *sentence = foyer_error_describe (error);

  gtk_label_set_label (self->problem, sentence);
  gtk_widget_show (GTK_WIDGET (self->problem));
}

/* --- What is kept --- */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerMailEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foyer_store_keep_draft_finish (FOYER_STORE (source), result, &error) && self->desk != NULL)
    say (self, error);
}

static void
forget_words (FoyerMailEditor *self)
{
  foyer_mail_draft_keep_async (get_store (self), self->kind, get_language (self), NULL, NULL, on_kept,
                               g_object_ref (self));
}

static void
keep_words (FoyerMailEditor *self)
{
  g_autofree char *subject = get_subject (self);
  g_autofree char *body = get_body (self);

  if (!is_changed (self))
    forget_words (self);
  else
    foyer_mail_draft_keep_async (get_store (self), self->kind, get_language (self), subject, body, on_kept,
                                 g_object_ref (self));
}

/* --- What may be wrong with it --- */

static char *
describe_oddity (FoyerMailOddity oddity, const char *name)
{
  if (oddity == FOYER_MAIL_ODDITY_UNKNOWN)
    return g_strdup_printf (_ ("[%s] is no placeholder. Clients read it as it stands."), name);
  return g_strdup_printf (_ ("[%s] is always empty in this mail."), name);
}

static void
show_oddity (FoyerMailEditor *self, const char *subject, const char *body)
{
  g_autofree char *whole = g_strjoin ("\n", subject, body, NULL);
  g_autofree char *name = NULL;
  FoyerMailOddity oddity = foyer_mail_find_oddity (self->kind, whole, &name);
  g_autofree char *sentence = oddity == FOYER_MAIL_ODDITY_NONE ? NULL : describe_oddity (oddity, name);

  gtk_label_set_label (self->oddity, sentence == NULL ? "" : sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->oddity), sentence != NULL);
}

static char *
find_problem (const char *body)
{
  const FoyerField *field = foyer_record_type_field (&foyer_template_type, "body");

  if (*body == '\0')
    return g_strdup (_ ("A mail needs some words"));
  if (g_utf8_strlen (body, -1) > field->maximum)
    return g_strdup_printf (_ ("The words are longer than %" G_GINT64_FORMAT " characters"), field->maximum);
  return NULL;
}

static void
update (FoyerMailEditor *self)
{
  g_autofree char *subject = get_subject (self);
  g_autofree char *body = get_body (self);
  g_autofree char *problem = find_problem (body);
  gboolean changed = is_changed (self);

  gtk_label_set_label (self->problem, problem == NULL ? "" : problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), changed && problem == NULL && !self->is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->discard_button), changed && !self->is_locked);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button),
                          self->wording != NULL && !is_shipped (self) && !self->is_locked);
  show_oddity (self, subject, body);
  foyer_mail_sample_show (self->sample, get_language (self), subject, body);
}

static void
on_changed (FoyerMailEditor *self)
{
  if (self->is_filling || self->wording == NULL)
    return;
  update (self);
  keep_words (self);
}

/* --- What it says --- */

static void
fill (FoyerMailEditor *self, const char *subject, const char *body)
{
  g_autofree char *text = g_strchomp (g_strdup (body));

  self->is_filling = TRUE;
  gtk_editable_set_text (self->subject, subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), text, -1);
  self->is_filling = FALSE;
}

/* What was begun stands before what there is. */
static void
fill_as_kept (FoyerMailEditor *self)
{
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  if (foyer_mail_draft_get (get_store (self), self->kind, get_language (self), &subject, &body))
    fill (self, subject, body);
  else
    fill (self, self->wording->subject, self->wording->body);
  update (self);
}

static void
on_wording_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerMailEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  FoyerMailWording *wording = foyer_mail_wording_read_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL || (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))) {
    foyer_mail_wording_free (wording);
    return;
  }
  if (wording == NULL) {
    say (self, error);
    return;
  }
  foyer_mail_wording_free (self->wording);
  self->wording = wording;
  fill_as_kept (self);
}

static void
read_wording (FoyerMailEditor *self)
{
  g_clear_pointer (&self->wording, foyer_mail_wording_free);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  foyer_mail_wording_read_async (get_store (self), self->kind, get_language (self), self->reading,
                                 on_wording_ready, g_object_ref (self));
}

static void
on_language_selected (FoyerMailEditor *self)
{
  if (self->desk != NULL)
    read_wording (self);
}

/* --- What can be put into it --- */

static void
on_subject_entered (FoyerMailEditor *self)
{
  self->in_subject = TRUE;
}

static void
on_body_entered (FoyerMailEditor *self)
{
  self->in_subject = FALSE;
}

static void
on_placeholder_picked (FoyerMailEditor *self, const char *words)
{
  int position = gtk_editable_get_position (self->subject);

  if (!self->in_subject) {
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->body), words, -1);
    gtk_widget_grab_focus (GTK_WIDGET (self->body));
    return;
  }
  gtk_editable_insert_text (self->subject, words, -1, &position);
  gtk_widget_grab_focus (GTK_WIDGET (self->subject));
  gtk_editable_set_position (self->subject, position);
}

/* A block begins a line. */
static void
on_block_picked (FoyerMailEditor *self, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&iter, 0);
  gtk_text_buffer_insert (buffer, &iter, words, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

static void
fill_chips (FoyerMailEditor *self)
{
  const char *const *names = foyer_mail_kind_placeholders (self->kind);
  const char *const *blocks = foyer_mail_blocks ();

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *words = g_strdup_printf ("[%s]", names[i]);

    foyer_mail_chips_add (self->placeholders, foyer_mail_placeholder_title (names[i]), words);
  }
  for (guint i = 0; blocks[i] != NULL; i++) {
    g_autofree char *words = g_strdup_printf ("[%s?]", blocks[i]);

    foyer_mail_chips_add (self->blocks, foyer_mail_block_title (blocks[i]), words);
  }
}

/* --- Saving --- */

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerMailEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  self->is_busy = FALSE;
  if (act == NULL) {
    update (self);
    say (self, error);
    return;
  }
  forget_words (self);
  g_signal_emit (self, signals[ACTED], 0, act);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
submit (FoyerMailEditor *self, FoyerVerb verb, const char *command, JsonObject *patch, const char *done)
{
  g_autofree char *made = self->wording->template_id != NULL
                              ? NULL
                              : foyer_id_new (foyer_template_type.prefix, foyer_desk_get_clock (self->desk),
                                              foyer_store_get_random (get_store (self)));
  const char *id = made == NULL ? self->wording->template_id : made;
  const FoyerDeed deed
      = { verb, &foyer_template_type, id, command, foyer_mail_kind_title (self->kind), self->hold };

  self->is_busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  foyer_act_submit_async (self->desk, &deed, patch,
                          foyer_act_new (id, "configuration", g_strdup (done),
                                         g_strdup (_ ("The mail says what it said before"))),
                          NULL, on_submitted, g_object_ref (self));
}

static void
restore (FoyerMailEditor *self)
{
  g_autoptr (JsonObject) nothing = json_object_new ();

  submit (self, FOYER_VERB_DESTROY, "restore-mail", nothing, _ ("The mail says again what Foyer ships"));
}

static void
save (FoyerMailEditor *self)
{
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autofree char *subject = get_subject (self);
  g_autofree char *body = get_body (self);

  json_object_set_string_member (patch, "subject", subject);
  json_object_set_string_member (patch, "body", body);
  if (self->wording->template_id == NULL) {
    json_object_set_string_member (patch, "kind", foyer_mail_kind_word (self->kind));
    json_object_set_string_member (patch, "language", get_language (self));
  }
  submit (self, self->wording->template_id == NULL ? FOYER_VERB_CREATE : FOYER_VERB_UPDATE, "edit-mail",
          patch, _ ("The next mail says this"));
}

/* What says the same as Foyer ships follows what Foyer ships. */
static void
on_save (FoyerMailEditor *self)
{
  if (self->is_busy || self->is_locked || !is_changed (self))
    return;
  if (self->wording->template_id != NULL && is_shipped (self))
    restore (self);
  else
    save (self);
}

static void
on_discard (FoyerMailEditor *self)
{
  fill (self, self->wording->subject, self->wording->body);
  update (self);
  forget_words (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/* It is there to be looked at before it is saved. */
static void
on_restore (FoyerMailEditor *self)
{
  fill (self, self->wording->shipped_subject, self->wording->shipped_body);
  update (self);
  keep_words (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/* --- The window --- */

/* The mail stands beside its words, or under them. */
static void
on_notify_default_width (FoyerMailEditor *self)
{
  foyer_dialog_columns_arrange (GTK_WINDOW (self), self->columns, TWO_COLUMNS);
}

/* Not larger than what it stands before. */
static void
choose_size (FoyerMailEditor *self, GtkWindow *parent)
{
  int width = parent == NULL ? 0 : gtk_widget_get_width (GTK_WIDGET (parent));
  int height = parent == NULL ? 0 : gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (width, WIDTH) : WIDTH,
                               height > 0 ? MIN (height, 760) : 760);
  on_notify_default_width (self);
}

static void
add_language (FoyerMailEditor *self, GtkStringList *names, const char *tag)
{
  for (guint i = 0; i < self->languages->len; i++) {
    if (g_ascii_strcasecmp (self->languages->pdata[i], tag) == 0)
      return;
  }
  g_ptr_array_add (self->languages, g_strdup (tag));
  gtk_string_list_append (names, foyer_language_name (foyer_language_match (tag)));
}

/* The organisation's own language comes first. */
static void
list_languages (FoyerMailEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (FoyerRecord) organisation = NULL;

  g_object_get (self->desk, "organisation", &organisation, NULL);
  if (organisation != NULL)
    add_language (self, names, foyer_organisation_get_language (organisation));
  for (guint i = 0; i < FOYER_N_LANGUAGES; i++)
    add_language (self, names, foyer_language_tag ((FoyerLanguage) i));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
}

static void
set_lock (FoyerMailEditor *self, const char *lock)
{
  self->is_locked = lock != NULL;
  gtk_label_set_label (self->lock_label, lock == NULL ? "" : lock);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_label), self->is_locked);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), !self->is_locked);
  gtk_editable_set_editable (self->subject, !self->is_locked);
  gtk_text_view_set_editable (self->body, !self->is_locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->placeholders), !self->is_locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->blocks), !self->is_locked);
}

/* It is closed. Whatever is still under way may hold it longer than its desk and its parent are there. */
static void
foyer_mail_editor_unmap (GtkWidget *widget)
{
  FoyerMailEditor *self = FOYER_MAIL_EDITOR (widget);

  g_cancellable_cancel (self->reading);
  foyer_mail_sample_stop (self->sample);
  self->desk = NULL;
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  GTK_WIDGET_CLASS (foyer_mail_editor_parent_class)->unmap (widget);
}

static void
foyer_mail_editor_finalize (GObject *object)
{
  FoyerMailEditor *self = FOYER_MAIL_EDITOR (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->wording, foyer_mail_wording_free);
  g_ptr_array_unref (self->languages);
  G_OBJECT_CLASS (foyer_mail_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, blocks);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, body);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, columns);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, discard_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, language_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, lock_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, oddity);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, sample);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, placeholders);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, restore_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, FoyerMailEditor, words);
}

static void
foyer_mail_editor_class_init (FoyerMailEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = foyer_mail_editor_finalize;
  widget_class->unmap = foyer_mail_editor_unmap;
  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_MAIL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT | G_SIGNAL_TYPE_STATIC_SCOPE);
  g_type_ensure (FOYER_TYPE_MAIL_CHIPS);
  g_type_ensure (FOYER_TYPE_MAIL_SAMPLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-mail-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_block_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_body_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_default_width);
  gtk_widget_class_bind_template_callback (widget_class, on_placeholder_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_subject_entered);
}

static void
foyer_mail_editor_init (FoyerMailEditor *self)
{
  self->languages = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_mail_editor_new (GtkWindow *parent, FoyerDesk *desk, FoyerMailKind kind, gint64 hold, const char *lock)
{
  FoyerMailEditor *self = g_object_new (FOYER_TYPE_MAIL_EDITOR, "transient-for", parent, NULL);

  self->kind = kind;
  self->hold = hold;
  gtk_window_set_title (GTK_WINDOW (self), foyer_mail_kind_title (kind));
  adw_preferences_group_set_description (self->words, foyer_mail_kind_occasion (kind));
  set_lock (self, lock);
  choose_size (self, parent);
  self->desk = desk;
  list_languages (self);
  fill_chips (self);
  foyer_mail_sample_start (self->sample, get_store (self), kind);
  read_wording (self);
  return GTK_WIDGET (self);
}
