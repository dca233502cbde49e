/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-publish-dialog.c - what is about to be published, old and new */

#include "foyer-publish-dialog.h"

#include "foyer-beside.h"
#include "foyer-error-text.h"
#include "foyer-impact-rows.h"
#include "foyer-publish-moment.h"
#include "foyer-row-words.h"
#include "foyer-setting-words.h"
#include "foyer-settings-draft.h"
#include "foyer-settings-lock.h"

#include "foyer-json.h"
#include "foyer-settings-change.h"
#include "foyer-settings.h"

#include <glib/gi18n-lib.h>

/* Of a value. */
#define VALUE_LINES 6
/* Letters that stay in one line. */
#define VALUE_WORD 8
/* So many letters of both values have room beside each other. */
#define ONE_LINE 24

struct _FoyerPublishDialog {
  AdwWindow parent_instance;

  /* Template. */
  AdwPreferencesGroup *changes;
  FoyerImpactRows *impact;
  FoyerPublishMoment *when;
  GtkEditable *note;
  GtkLabel *problem;
  GtkButton *confirm_button;

  FoyerDesk *desk; /* not owned: the dialog is gone before it */
  guint undo_seconds;
  gboolean may_publish;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (FoyerPublishDialog, foyer_publish_dialog, ADW_TYPE_WINDOW)

enum { ACTED, PREVIEW, N_SIGNALS };

static guint signals[N_SIGNALS];

static FoyerSettingsDraft *
get_draft (FoyerPublishDialog *self)
{
  return foyer_desk_get_draft (self->desk);
}

/* --- What changes --- */

static GtkWidget *
create_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* As much as one reads at a glance; the rest can be asked for. */
static GtkWidget *
create_value (const char *text, const char *style)
{
  GtkWidget *label = create_line (text);

  /* A word such as Off is not broken. */
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), VALUE_WORD));
  gtk_label_set_lines (GTK_LABEL (label), VALUE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  foyer_label_spell (GTK_LABEL (label));
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_words (const char *title, const char *subtitle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *below = create_line (subtitle);

  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_line (title));
  gtk_box_append (GTK_BOX (box), below);
  return box;
}

/* Long ones one below the other. */
static GtkWidget *
create_values (const char *old, const char *new)
{
  gboolean is_long = g_utf8_strlen (old, -1) + g_utf8_strlen (new, -1) > ONE_LINE;
  GtkWidget *box
      = gtk_box_new (is_long ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, is_long ? 3 : 12);
  GtkWidget *after = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (after), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_box_append (GTK_BOX (after), create_value (new, "heading"));
  gtk_box_append (GTK_BOX (box), create_value (old, "dim-label"));
  gtk_box_append (GTK_BOX (box), after);
  return box;
}

static void
add_change (FoyerPublishDialog *self, const FoyerField *field, JsonObject *published)
{
  g_autofree char *old
      = foyer_setting_value_text (self->desk, field, json_object_get_member (published, field->name));
  g_autofree char *new = foyer_setting_value_text (self->desk, field,
                                                   foyer_settings_draft_get (get_draft (self), field->name));
  g_autofree char *problem = foyer_settings_draft_get_problem (get_draft (self), field->name);
  g_autofree char *applies = g_strdup_printf (_ ("Applies %s"), foyer_setting_applies_text (field));
  g_autofree char *spoken = g_strdup_printf (_ ("%s: from %s to %s"), _ (field->title), old, new);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *line = foyer_beside_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  gtk_widget_add_css_class (line, "foyer-setting");
  gtk_widget_set_parent (create_words (_ (field->title), problem == NULL ? applies : problem), line);
  gtk_widget_set_parent (create_values (old, new), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_preferences_group_add (self->changes, row);
}

static void
show_changes (FoyerPublishDialog *self)
{
  g_autoptr (FoyerRecord) effective
      = foyer_settings_complete (foyer_settings_draft_get_published (get_draft (self)), NULL);
  g_autoptr (JsonObject) published = foyer_record_to_json (effective);
  g_auto (GStrv) keys = foyer_settings_draft_list_keys (get_draft (self));
  guint n = g_strv_length (keys);
  g_autofree char *title = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  adw_preferences_group_set_title (self->changes, title);
  for (guint i = 0; i < n; i++)
    add_change (self, foyer_settings_find_field (keys[i]), published);
}

/* --- Publishing --- */

static void
show_refusal (FoyerPublishDialog *self, char *refusal)
{
  g_autofree char *sentence = refusal;

  gtk_label_set_label (self->problem, sentence == NULL ? "" : sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), sentence == NULL);
}

static char *
refuse (FoyerPublishDialog *self)
{
  gint64 at = foyer_publish_moment_get (self->when);

  if (!self->may_publish)
    return foyer_settings_draft_refuse_proposal (get_draft (self));
  if (at != 0 && at <= foyer_desk_now (self->desk))
    return g_strdup (_ ("That time is over; pick another one"));
  return foyer_settings_draft_refuse (get_draft (self));
}

static void
on_moment_changed (FoyerPublishDialog *self)
{
  show_refusal (self, refuse (self));
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPublishDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act
      = foyer_settings_draft_publish_finish (FOYER_SETTINGS_DRAFT (source), result, &error);

  self->is_busy = FALSE;
  if (act == NULL) {
    show_refusal (self, foyer_error_describe (error));
    return;
  }
  g_signal_emit (self, signals[ACTED], 0, act);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_confirm (FoyerPublishDialog *self)
{
  const char *note = gtk_editable_get_text (self->note);
  gint64 hold = (gint64) self->undo_seconds * G_USEC_PER_SEC;
  gint64 at = foyer_publish_moment_get (self->when);

  if (self->is_busy)
    return;
  self->is_busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), FALSE);
  if (!self->may_publish)
    foyer_settings_draft_propose_async (get_draft (self), note, hold, NULL, on_done, g_object_ref (self));
  else if (at != 0)
    foyer_settings_draft_schedule_async (get_draft (self), note, at, NULL, on_done, g_object_ref (self));
  else
    foyer_settings_draft_publish_async (get_draft (self), note, hold, NULL, on_done, g_object_ref (self));
}

/* The sheet would stand before it. */
static void
on_preview (FoyerPublishDialog *self)
{
  if (self->is_busy)
    return;
  g_signal_emit (self, signals[PREVIEW], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The object --- */

static void
foyer_publish_dialog_dispose (GObject *object)
{
  FoyerPublishDialog *self = FOYER_PUBLISH_DIALOG (object);

  if (self->impact != NULL)
    foyer_impact_rows_stop (self->impact);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_PUBLISH_DIALOG);
  G_OBJECT_CLASS (foyer_publish_dialog_parent_class)->dispose (object);
}

/* Return on a row that leads somewhere goes there; everywhere else it publishes. */
static void
on_notify_focus (FoyerPublishDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean leads = GTK_IS_LIST_BOX_ROW (focus) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (focus));

  gtk_window_set_default_widget (GTK_WINDOW (self), leads ? NULL : GTK_WIDGET (self->confirm_button));
}

/* Return publishes; the first button, which would have the focus otherwise, is Escape's. */
static void
foyer_publish_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_publish_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (FOYER_PUBLISH_DIALOG (widget)->confirm_button));
}

static void
foyer_publish_dialog_class_init (FoyerPublishDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_publish_dialog_dispose;
  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_PUBLISH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[PREVIEW] = g_signal_new ("preview", FOYER_TYPE_PUBLISH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  g_type_ensure (FOYER_TYPE_IMPACT_ROWS);
  g_type_ensure (FOYER_TYPE_PUBLISH_MOMENT);
  widget_class->map = foyer_publish_dialog_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-publish-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPublishDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, FoyerPublishDialog, impact);
  gtk_widget_class_bind_template_child (widget_class, FoyerPublishDialog, when);
  gtk_widget_class_bind_template_child (widget_class, FoyerPublishDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FoyerPublishDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, FoyerPublishDialog, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_moment_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_preview);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_publish_dialog_init (FoyerPublishDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_notify_focus), NULL);
}

GtkWindow *
foyer_publish_dialog_new (GtkWindow *parent, FoyerDesk *desk, guint undo_seconds)
{
  FoyerPublishDialog *self = g_object_new (FOYER_TYPE_PUBLISH_DIALOG, "transient-for", parent, NULL);

  self->desk = desk;
  self->undo_seconds = undo_seconds;
  self->may_publish = foyer_settings_lock_may_publish (desk);
  gtk_window_set_title (GTK_WINDOW (self),
                        self->may_publish ? _ ("Publish Changes") : _ ("Submit for Publishing"));
  gtk_button_set_label (self->confirm_button, self->may_publish ? _ ("Publish") : _ ("Submit"));
  show_changes (self);
  foyer_impact_rows_start (self->impact, desk);
  foyer_publish_moment_start (self->when, desk, undo_seconds);
  gtk_widget_set_visible (GTK_WIDGET (self->when), self->may_publish);
  on_moment_changed (self);
  return GTK_WINDOW (self);
}

void
foyer_publish_dialog_schedule (FoyerPublishDialog *self)
{
  g_return_if_fail (FOYER_IS_PUBLISH_DIALOG (self));

  if (self->may_publish)
    foyer_publish_moment_pick (self->when);
}
