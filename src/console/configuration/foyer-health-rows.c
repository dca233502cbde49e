/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-health-rows.c - how the portal is doing, what is still to be set up, and where that is done */

#include "foyer-health-rows.h"

#include "foyer-beside.h"
#include "foyer-connections-window.h"
#include "foyer-health.h"
#include "foyer-row-words.h"
#include "foyer-settings-draft.h"

#include "types/delivery.h"
#include "types/document.h"
#include "types/domain.h"
#include "types/invite.h"
#include "types/organisation.h"
#include "types/portal_link.h"
#include "types/portal_settings.h"
#include "types/sign_in_event.h"
#include "types/template.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GtkWidget *row;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkButton *button;
} Row;

struct _FoyerHealthRows {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwPreferencesGroup *setup; /* seen until all is done */
  GArray *rows;               /* (element-type Row) */
  GArray *steps;              /* (element-type Row) */

  FoyerDesk *desk;    /* (nullable): not owned; %NULL after it was stopped */
  GtkWidget *control; /* not owned */
  GCancellable *cancellable;
  FoyerHealthFacts *facts; /* (nullable): until they have been counted */
  gboolean is_counting;
  gboolean is_stale; /* something changed while it was counted */
};

G_DEFINE_FINAL_TYPE (FoyerHealthRows, foyer_health_rows, ADW_TYPE_BIN)

/* --- A row --- */

typedef struct {
  const char *word;
  const char *icon;
  const char *css;
} Mark;

static const Mark step_marks[] = {
  [FOYER_VERDICT_PASS] = { N_ ("Done"), "object-select-symbolic", "foyer-ok" },
  [FOYER_VERDICT_INFO] = { N_ ("To do"), "foyer-pencil-symbolic", "dim-label" },
};

static const Mark marks[] = {
  [FOYER_VERDICT_PASS] = { N_ ("Fine"), "object-select-symbolic", "foyer-ok" },
  [FOYER_VERDICT_INFO] = { N_ ("Fine"), "object-select-symbolic", "foyer-ok" },
  [FOYER_VERDICT_WARN] = { N_ ("Attention"), "dialog-warning-symbolic", "foyer-warn" },
  [FOYER_VERDICT_UNKNOWN] = { N_ ("Not known"), "dialog-question-symbolic", "dim-label" },
  [FOYER_VERDICT_BLOCK] = { N_ ("Problem"), "window-close-symbolic", "foyer-error" },
};

static GtkLabel *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Addresses are in what it says. */
  foyer_label_spell (GTK_LABEL (label));
  return GTK_LABEL (label);
}

static void
add_row (AdwPreferencesGroup *group, GArray *rows, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *beside = foyer_beside_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Row row = { .row = adw_preferences_row_new (),
              .icon = GTK_IMAGE (gtk_image_new ()),
              .title = create_label (),
              .sentence = create_label (),
              .button = GTK_BUTTON (gtk_button_new_with_label (label)) };

  gtk_widget_add_css_class (box, "foyer-setting");
  gtk_widget_add_css_class (GTK_WIDGET (row.sentence), "subtitle");
  gtk_widget_add_css_class (GTK_WIDGET (row.sentence), "dim-label");
  gtk_widget_set_valign (GTK_WIDGET (row.button), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (beside, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row.title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row.sentence));
  gtk_widget_set_parent (words, beside);
  gtk_widget_set_parent (GTK_WIDGET (row.button), beside);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row.icon));
  gtk_box_append (GTK_BOX (box), beside);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row.row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row.row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row.row), FALSE);
  adw_preferences_group_add (group, row.row);
  g_array_append_val (rows, row);
}

static void
show_check (Row *row, const Mark *mark, const FoyerHealthCheck *check)
{
  const char *word = _ (mark->word);
  /* TRANSLATORS: a check, and how it came out: “Payments: Problem” */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), check->title, word);
  g_autofree char *button_name
      = g_strdup_printf (_ ("%s: %s"), gtk_button_get_label (row->button), check->title);
  const char *css[] = { mark->css, NULL };

  gtk_widget_set_name (row->row, check->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), name);
  gtk_image_set_from_icon_name (row->icon, mark->icon);
  gtk_widget_set_css_classes (GTK_WIDGET (row->icon), css);
  gtk_label_set_label (row->title, name);
  gtk_label_set_label (row->sentence, check->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, check->sentence, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (row->button), check->action != NULL);
  /* A target of another kind than the action's own is never there. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row->button),
                                          check->target == NULL ? NULL
                                                                : g_variant_new_string (check->target));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row->button), check->action);
}

/* --- What is known --- */

static void
ask_desk (FoyerHealthRows *self)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (self->desk);
  FoyerSyncState state = foyer_desk_get_state (self->desk);
  g_auto (GStrv) keys = foyer_settings_draft_list_keys (draft);

  g_object_get (self->desk, "synced-at", &self->facts->synced_at, NULL);
  self->facts->now = foyer_desk_now (self->desk);
  self->facts->needs_sign_in = state == FOYER_SYNC_SIGN_IN;
  self->facts->is_syncing = state == FOYER_SYNC_FIRST || state == FOYER_SYNC_SYNCING;
  self->facts->n_drafted = foyer_settings_draft_get_n_changes (draft);
  self->facts->drafted_at = foyer_settings_draft_get_since (draft);
  self->facts->n_contested = 0;
  for (guint i = 0; keys[i] != NULL; i++)
    self->facts->n_contested += foyer_settings_draft_is_contested (draft, keys[i]);
}

static void
show_steps (FoyerHealthRows *self)
{
  g_autoptr (GPtrArray) steps = foyer_setup_judge (self->facts);
  g_autofree char *description = NULL;
  guint n_done = 0;

  while (self->steps->len < steps->len)
    add_row (self->setup, self->steps, _ ("Set Up"));
  for (guint i = 0; i < steps->len; i++) {
    FoyerHealthCheck *step = steps->pdata[i];

    n_done += step->verdict == FOYER_VERDICT_PASS;
    show_check (&g_array_index (self->steps, Row, i), &step_marks[step->verdict], step);
  }
  description = g_strdup_printf (_ ("%u of %u steps are done"), n_done, steps->len);
  adw_preferences_group_set_description (self->setup, description);
  gtk_widget_set_visible (GTK_WIDGET (self->setup), n_done < steps->len);
}

static void
show (FoyerHealthRows *self)
{
  g_autoptr (GPtrArray) checks = NULL;

  if (self->desk == NULL || self->facts == NULL)
    return;
  ask_desk (self);
  checks = foyer_health_judge (self->facts);
  while (self->rows->len < checks->len)
    add_row (self->group, self->rows, _ ("Fix"));
  for (guint i = 0; i < checks->len; i++) {
    FoyerHealthCheck *check = checks->pdata[i];

    show_check (&g_array_index (self->rows, Row, i), &marks[check->verdict], check);
  }
  show_steps (self);
}

static void count (FoyerHealthRows *self);

static gpointer
count_in_worker (FoyerRecordSource *source, gpointer now, GError **error)
{
  return foyer_health_read (source, *(gint64 *) now, error);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerHealthRows) self = user_data;
  g_autoptr (FoyerHealthFacts) facts = foyer_store_read_finish (FOYER_STORE (source), result, NULL);

  self->is_counting = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (facts != NULL) {
    g_clear_pointer (&self->facts, foyer_health_facts_free);
    self->facts = g_steal_pointer (&facts);
  }
  show (self);
  if (self->is_stale)
    count (self);
}

/* Once at a time, however much changes in a sync. */
static void
count (FoyerHealthRows *self)
{
  gint64 now = foyer_desk_now (self->desk);

  self->is_stale = self->is_counting;
  if (self->is_counting)
    return;
  self->is_counting = TRUE;
  foyer_store_read_async (foyer_desk_get_store (self->desk), count_in_worker, g_memdup2 (&now, sizeof now),
                          g_free, (GDestroyNotify) foyer_health_facts_free, self->cancellable, on_counted,
                          g_object_ref (self));
}

static void
on_store_changed (FoyerHealthRows *self, FoyerChangeSet *changes)
{
  static const FoyerRecordType *const types[] = {
    &foyer_organisation_type, &foyer_portal_settings_type, &foyer_domain_type,
    &foyer_invite_type,       &foyer_document_type,        &foyer_template_type,
    &foyer_portal_link_type,  &foyer_delivery_type,        &foyer_sign_in_event_type,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (foyer_change_set_get_ids (changes, types[i]) != NULL) {
      count (self);
      return;
    }
  }
}

/* --- Where it is put right --- */

static void
on_switch (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_grab_focus (FOYER_HEALTH_ROWS (user_data)->control);
}

static void
on_connect (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (user_data));

  gtk_window_present (foyer_connections_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                    g_variant_get_string (parameter, NULL)));
}

/* --- The object --- */

static void
foyer_health_rows_dispose (GObject *object)
{
  foyer_health_rows_stop (FOYER_HEALTH_ROWS (object));
  G_OBJECT_CLASS (foyer_health_rows_parent_class)->dispose (object);
}

static void
foyer_health_rows_finalize (GObject *object)
{
  FoyerHealthRows *self = FOYER_HEALTH_ROWS (object);

  g_object_unref (self->cancellable);
  g_array_unref (self->rows);
  g_array_unref (self->steps);
  g_clear_pointer (&self->facts, foyer_health_facts_free);
  G_OBJECT_CLASS (foyer_health_rows_parent_class)->finalize (object);
}

static void
foyer_health_rows_class_init (FoyerHealthRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_health_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_health_rows_finalize;
}

static void
foyer_health_rows_init (FoyerHealthRows *self)
{
  static const GActionEntry entries[] = {
    { .name = "switch", .activate = on_switch },
    { .name = "connect", .activate = on_connect, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->cancellable = g_cancellable_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->steps = g_array_new (FALSE, FALSE, sizeof (Row));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("How the portal is doing"));
  self->setup = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->setup, _ ("Setting up"));
  gtk_widget_set_visible (GTK_WIDGET (self->setup), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->setup));
  adw_bin_set_child (ADW_BIN (self), box);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "health", G_ACTION_GROUP (actions));
}

GtkWidget *
foyer_health_rows_new (FoyerDesk *desk, GtkWidget *control)
{
  FoyerHealthRows *self = g_object_new (FOYER_TYPE_HEALTH_ROWS, NULL);

  self->desk = desk;
  self->control = control;
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_draft (desk), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::synced-at", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  count (self);
  return GTK_WIDGET (self);
}

void
foyer_health_rows_stop (FoyerHealthRows *self)
{
  g_return_if_fail (FOYER_IS_HEALTH_ROWS (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (self->desk), self);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  self->desk = NULL;
}
