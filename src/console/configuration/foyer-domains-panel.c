/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-domains-panel.c - host names of the business's own */

#include "foyer-domains-panel.h"

#include "foyer-act-several.h"
#include "foyer-domain-row.h"
#include "foyer-error-text.h"
#include "foyer-question-dialog.h"
#include "foyer-row-words.h"
#include "foyer-settings-lock.h"

#include "foyer-field-check.h"
#include "foyer-id.h"
#include "types/domain.h"

#include <glib/gi18n-lib.h>

#define MOST 50

/* What a domain is for, as records say it. */
static const char *const purpose_words[] = { "portal", "mail" };

struct _FoyerDomainsPanel {
  FoyerSettingPanel parent_instance;

  AdwBin *list;
  GtkWidget *adding;  /* (nullable): where one is added; stays as it is while the list is made anew */
  GtkEditable *entry; /* (nullable): not owned: its name */
  GtkWidget *add_row; /* (nullable): not owned */
  GtkLabel *hint;     /* (nullable): not owned: how a name is written, or what is wrong with it */
  GtkWidget *purpose; /* (nullable): not owned */
  char *expanded_id;  /* (nullable): of the row that was opened last */
  char *removing_id;  /* (nullable): what is asked about */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FoyerDomainsPanel, foyer_domains_panel, FOYER_TYPE_SETTING_PANEL)

static FoyerDesk *
get_desk (FoyerDomainsPanel *self)
{
  return foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));
}

static GPtrArray *
list_domains (FoyerStore *store)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_domain_type);
  GPtrArray *domains;

  foyer_query_order (query, "host", FALSE);
  foyer_query_limit (query, MOST);
  domains = foyer_store_list (store, query);
  return domains == NULL ? g_ptr_array_new () : domains;
}

char *
foyer_domains_panel_describe (FoyerDesk *desk)
{
  g_autoptr (GPtrArray) domains = list_domains (foyer_desk_get_store (desk));
  guint verified = 0;
  guint failed = 0;

  for (guint i = 0; i < domains->len; i++) {
    verified += foyer_domain_get_status (domains->pdata[i]) == FOYER_DOMAIN_VERIFIED;
    failed += foyer_domain_get_status (domains->pdata[i]) == FOYER_DOMAIN_FAILED;
  }
  if (domains->len == 0)
    return g_strdup (_ ("None of your own"));
  if (failed > 0)
    return g_strdup_printf (_ ("%u verified, %u failed"), verified, failed);
  return g_strdup_printf (_ ("%u verified"), verified);
}

/* --- Acting --- */

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerDomainsPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *sentence = act == NULL ? foyer_error_describe (error) : NULL;

  if (get_desk (self) == NULL)
    return;
  if (act != NULL)
    foyer_setting_panel_report_act (FOYER_SETTING_PANEL (self), act);
  else
    foyer_setting_panel_say (FOYER_SETTING_PANEL (self), sentence);
}

static void
say_problem (FoyerDomainsPanel *self, const char *problem)
{
  gtk_label_set_label (self->hint, problem == NULL ? _ ("As in portal.example.com") : problem);
  if (problem == NULL)
    gtk_widget_remove_css_class (self->add_row, "error");
  else
    gtk_widget_add_css_class (self->add_row, "error");
}

/* The same sentence as the server's. */
static char *
check_host (const char *host)
{
  const FoyerField *field = foyer_record_type_field (&foyer_domain_type, "host");
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), host);
  g_autofree char *expected = foyer_field_check (field, value);

  return expected == NULL ? NULL : g_strdup_printf (_ ("Expected %s"), expected);
}

/* What was written meanwhile is not this name. */
static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerDomainsPanel *self = user_data;

  if (get_desk (self) != NULL && self->entry != NULL && !g_task_had_error (G_TASK (result)))
    gtk_editable_set_text (self->entry, "");
  on_submitted (source, result, self);
}

static void
on_add (FoyerDomainsPanel *self)
{
  FoyerDesk *desk = get_desk (self);
  g_autofree char *written = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autofree char *host = g_ascii_strdown (written, -1);
  g_autofree char *problem = check_host (host);
  g_autoptr (JsonObject) domain = json_object_new ();
  g_autofree char *id = NULL;

  say_problem (self, problem);
  if (desk == NULL || problem != NULL)
    return;
  id = foyer_id_new (foyer_domain_type.prefix, foyer_desk_get_clock (desk),
                     foyer_store_get_random (foyer_desk_get_store (desk)));
  json_object_set_string_member (domain, "host", host);
  json_object_set_string_member (domain, "purpose",
                                 purpose_words[adw_combo_row_get_selected (ADW_COMBO_ROW (self->purpose))]);
  foyer_act_submit_async (desk,
                          &(FoyerDeed){ FOYER_VERB_CREATE, &foyer_domain_type, id, "add-domain", host, 0 },
                          domain,
                          foyer_act_new (id, "configuration", g_strdup (_ ("Domain added")),
                                         g_strdup (_ ("The domain is not added"))),
                          self->cancellable, on_added, g_object_ref (self));
}

static void
add_part (FoyerActSeveral *several, FoyerRecord *domain, gboolean is_primary)
{
  g_autoptr (JsonObject) patch = json_object_new ();

  json_object_set_boolean_member (patch, "primary", is_primary);
  foyer_act_several_add (several,
                         &(FoyerDeed){ FOYER_VERB_UPDATE, &foyer_domain_type, foyer_record_get_id (domain),
                                       "edit-domain", foyer_domain_get_host (domain), 0 },
                         patch);
}

/* There is one at most, at every moment: the others are none first. */
static void
on_make_primary (FoyerDomainsPanel *self, GtkButton *button)
{
  FoyerDesk *desk = get_desk (self);
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  g_autoptr (GPtrArray) domains = NULL;
  g_autoptr (FoyerRecord) chosen = NULL;
  FoyerActSeveral *several;

  chosen = desk == NULL ? NULL : foyer_store_get (foyer_desk_get_store (desk), &foyer_domain_type, id);
  if (chosen == NULL)
    return;
  several = foyer_act_several_new (
      foyer_act_new (id, "configuration",
                     g_strdup_printf (_ ("%s is the primary domain"), foyer_domain_get_host (chosen)),
                     g_strdup (_ ("The primary domain is as before"))));
  domains = list_domains (foyer_desk_get_store (desk));
  for (guint i = 0; i < domains->len; i++) {
    if (foyer_domain_get_is_primary (domains->pdata[i])
        && g_strcmp0 (foyer_record_get_id (domains->pdata[i]), foyer_record_get_id (chosen)) != 0)
      add_part (several, domains->pdata[i], FALSE);
  }
  add_part (several, chosen, TRUE);
  foyer_act_several_submit_async (desk, several, self->cancellable, on_submitted, g_object_ref (self));
}

static void
on_confirmed (FoyerDomainsPanel *self)
{
  FoyerDesk *desk = get_desk (self);
  g_autoptr (FoyerRecord) domain
      = desk == NULL ? NULL
                     : foyer_store_get (foyer_desk_get_store (desk), &foyer_domain_type, self->removing_id);

  if (domain == NULL)
    return;
  foyer_act_submit_async (desk,
                          &(FoyerDeed){ FOYER_VERB_DESTROY, &foyer_domain_type, self->removing_id,
                                        "remove-domain", foyer_domain_get_host (domain), 0 },
                          NULL,
                          foyer_act_new (self->removing_id, "configuration", g_strdup (_ ("Domain removed")),
                                         g_strdup (_ ("The domain is there again"))),
                          self->cancellable, on_submitted, g_object_ref (self));
}

static void
on_remove (FoyerDomainsPanel *self, GtkButton *button)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *dialog;

  g_free (self->removing_id);
  self->removing_id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));
  dialog
      = foyer_question_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Remove This Domain?"),
                                   _ ("Links that clients have with this name stop to work."), _ ("Keep"),
                                   _ ("Remove"));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_confirmed), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* --- The list --- */

/* @heard: (transfer full) */
static GtkWidget *
create_button (FoyerDomainsPanel *self,
               FoyerRecord *domain,
               const char *label,
               char *heard,
               GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = heard;

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (foyer_record_get_id (domain)), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_purpose (FoyerDomainsPanel *self)
{
  const char *const labels[] = { _ ("The portal"), _ ("Mails"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  self->purpose = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->purpose), _ ("A new domain is for"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->purpose), G_LIST_MODEL (list));
  return self->purpose;
}

static GtkWidget *
create_line (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* As settings that are written are: below their words, so that a name has room. */
static GtkWidget *
create_add_row (FoyerDomainsPanel *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->add_row = adw_preferences_row_new ();
  self->hint = GTK_LABEL (create_line (NULL));
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->entry), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Host name of a new domain"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add the domain"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ ("Add a domain"));
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_add_css_class (box, "foyer-setting");
  gtk_widget_set_margin_top (line, 3);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), create_line (_ ("Add a domain")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add_row), FALSE);
  gtk_widget_set_focusable (self->add_row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->add_row), box);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  say_problem (self, NULL);
  return self->add_row;
}

static void
show_adding (FoyerDomainsPanel *self, gboolean may_add)
{
  GtkWidget *group;

  if (may_add == (self->adding != NULL))
    return;
  if (!may_add) {
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->adding)), self->adding);
    self->adding = self->add_row = self->purpose = NULL;
    self->hint = NULL;
    self->entry = NULL;
    return;
  }
  group = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_purpose (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_add_row (self));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->list))), group);
  self->adding = group;
}

static void
on_expanded (FoyerDomainsPanel *self, GParamSpec *pspec, GtkWidget *row)
{
  g_clear_pointer (&self->expanded_id, g_free);
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    self->expanded_id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
}

static GtkWidget *
create_row (FoyerDomainsPanel *self, FoyerRecord *domain, gboolean is_locked)
{
  const char *id = foyer_record_get_id (domain);
  gboolean may_be_primary
      = foyer_domain_get_purpose (domain) == FOYER_DOMAIN_PORTAL && !foyer_domain_get_is_primary (domain);
  const char *host = foyer_domain_get_host (domain);
  GtkWidget *primary
      = is_locked || !may_be_primary
            ? NULL
            : create_button (self, domain, _ ("Make Primary"), g_strdup_printf (_ ("Make %s primary"), host),
                             G_CALLBACK (on_make_primary));
  GtkWidget *remove = is_locked
                          ? NULL
                          : create_button (self, domain, _ ("Remove…"),
                                           g_strdup_printf (_ ("Remove %s"), host), G_CALLBACK (on_remove));
  GtkWidget *row = foyer_domain_row_new (get_desk (self), domain, primary, remove);

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_strcmp0 (self->expanded_id, id) == 0);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill (FoyerDomainsPanel *self)
{
  FoyerDesk *desk = get_desk (self);
  g_autofree char *refusal = foyer_settings_lock_refuse_deed (desk, FOYER_STAFF_CREATE, &foyer_domain_type);
  g_autoptr (GPtrArray) domains = list_domains (foyer_desk_get_store (desk));
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  foyer_group_words_fit (group);
  adw_preferences_group_set_title (group, _ ("Domains of your own"));
  adw_preferences_group_set_description (
      group,
      refusal != NULL ? refusal : _ ("Under which clients find the portal. Each change acts at once."));
  for (guint i = 0; i < domains->len; i++)
    adw_preferences_group_add (group, create_row (self, domains->pdata[i], refusal != NULL));
  adw_bin_set_child (self->list, GTK_WIDGET (group));
  show_adding (self, refusal == NULL);
}

static void
on_store_changed (FoyerDomainsPanel *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_domain_type) != NULL)
    fill (self);
}

/* --- The object --- */

static void
foyer_domains_panel_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), panel,
                           G_CONNECT_SWAPPED);
  fill (FOYER_DOMAINS_PANEL (panel));
}

static void
foyer_domains_panel_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_cancellable_cancel (FOYER_DOMAINS_PANEL (panel)->cancellable);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), panel);
}

static void
foyer_domains_panel_finalize (GObject *object)
{
  FoyerDomainsPanel *self = FOYER_DOMAINS_PANEL (object);

  g_object_unref (self->cancellable);
  g_free (self->expanded_id);
  g_free (self->removing_id);
  G_OBJECT_CLASS (foyer_domains_panel_parent_class)->finalize (object);
}

static void
foyer_domains_panel_class_init (FoyerDomainsPanelClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_domains_panel_finalize;
  panel_class->start = foyer_domains_panel_start;
  panel_class->stop = foyer_domains_panel_stop;
}

static void
foyer_domains_panel_init (FoyerDomainsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->cancellable = g_cancellable_new ();
  self->list = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}
