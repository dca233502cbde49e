/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-address-probe.c - whether somebody could sign in if the draft were published */

#include "foyer-address-probe.h"

#include "foyer-settings-draft.h"
#include "foyer-settings-impact.h"
#include "foyer-sign-in-ways.h"

#include "foyer-field-check.h"
#include "foyer-settings.h"
#include "types/client.h"
#include "types/portal_person.h"

#include <glib/gi18n-lib.h>

/* Nobody is with so many clients that more would be read. */
#define MOST 10

struct _FoyerAddressProbe {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkEditable *entry;
  GPtrArray *rows; /* (element-type GtkWidget), not owned: the answer */

  FoyerDesk *desk;           /* (nullable): not owned; %NULL before it has started and after it has stopped */
  GCancellable *cancellable; /* (nullable): of what is asked */
};

G_DEFINE_FINAL_TYPE (FoyerAddressProbe, foyer_address_probe, ADW_TYPE_BIN)

/* --- The answer --- */

static void
clear (FoyerAddressProbe *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (FoyerAddressProbe *self, const char *icon, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_person (FoyerAddressProbe *self, const FoyerTouchedPerson *person)
{
  g_autofree char *title = g_strcmp0 (person->name, person->client_name) == 0
                               ? g_strdup (person->name)
                               : g_strdup_printf ("%s · %s", person->name, person->client_name);
  g_autofree char *ways = foyer_sign_in_ways_describe (person->ways);
  g_autofree char *words = NULL;

  if (person->ways != 0)
    words = g_strdup_printf (_ ("Ways in: %s"), ways);
  else
    words = g_strdup_printf (_ ("Could not sign in: %s"), person->reason == NULL ? "" : person->reason);
  add_row (self, person->ways != 0 ? "object-select-symbolic" : "window-close-symbolic", title, words);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAddressProbe) self = user_data;
  g_autoptr (FoyerSettingsImpact) impact = foyer_settings_impact_finish (FOYER_STORE (source), result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  clear (self);
  for (guint i = 0; impact != NULL && i < MIN (impact->people->len, MOST); i++)
    add_person (self, &g_array_index (impact->people, FoyerTouchedPerson, i));
  if (impact != NULL && impact->people->len == 0)
    add_row (self, "dialog-question-symbolic", _ ("Nobody has this address"),
             _ ("Whoever shall sign in with it is invited first"));
}

/* --- The question --- */

static void
cancel (FoyerAddressProbe *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
is_address (const char *text)
{
  return *text != '\0'
         && foyer_field_accepts_text (foyer_record_type_field (&foyer_portal_person_type, "email"), text);
}

static void
ask (FoyerAddressProbe *self)
{
  FoyerSettingsDraft *draft = self->desk == NULL ? NULL : foyer_desk_get_draft (self->desk);
  FoyerRecord *published = draft == NULL ? NULL : foyer_settings_draft_get_published (draft);
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (FoyerRecord) applied = NULL;
  g_autoptr (FoyerRecord) settings = NULL;

  cancel (self);
  if (published == NULL || !is_address (address)) {
    clear (self);
    return;
  }
  applied = foyer_settings_draft_apply (draft, published);
  settings = foyer_settings_complete (applied, NULL);
  self->cancellable = g_cancellable_new ();
  foyer_settings_impact_ask_address_async (foyer_desk_get_store (self->desk), settings, address,
                                           foyer_desk_now (self->desk), self->cancellable, on_answered,
                                           g_object_ref (self));
}

static void
on_store_changed (FoyerAddressProbe *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_portal_person_type) != NULL
      || foyer_change_set_get_ids (changes, &foyer_client_type) != NULL)
    ask (self);
}

/* --- The object --- */

static void
foyer_address_probe_dispose (GObject *object)
{
  foyer_address_probe_stop (FOYER_ADDRESS_PROBE (object));
  G_OBJECT_CLASS (foyer_address_probe_parent_class)->dispose (object);
}

static void
foyer_address_probe_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_ADDRESS_PROBE (object)->rows);
  G_OBJECT_CLASS (foyer_address_probe_parent_class)->finalize (object);
}

static void
foyer_address_probe_class_init (FoyerAddressProbeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_address_probe_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_address_probe_finalize;
}

static void
foyer_address_probe_init (FoyerAddressProbe *self)
{
  GtkWidget *entry = adw_entry_row_new ();

  self->rows = g_ptr_array_new ();
  self->entry = GTK_EDITABLE (entry);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Could they sign in?"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Somebody’s email address"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Somebody’s email address"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, entry);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
foyer_address_probe_start (FoyerAddressProbe *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_ADDRESS_PROBE (self) && self->desk == NULL);

  self->desk = desk;
  g_signal_connect_object (foyer_desk_get_draft (desk), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

void
foyer_address_probe_stop (FoyerAddressProbe *self)
{
  g_return_if_fail (FOYER_IS_ADDRESS_PROBE (self));

  if (self->desk == NULL)
    return;
  cancel (self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (self->desk), self);
  self->desk = NULL;
}
