/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-change-row.c - one setting, old and new */

#include "foyer-change-row.h"

#include "foyer-row-words.h"
#include "foyer-setting-words.h"

#include "foyer-settings-change.h"

#include <glib/gi18n-lib.h>

/* Else a value in Hebrew would turn the line round, and the arrow would lead from new to old. */
static char *
isolate (char *value)
{
  g_autofree char *text = value;

  if (g_str_is_ascii (text))
    return g_steal_pointer (&text);
  return g_strdup_printf ("\342\201\250%s\342\201\251", text);
}

GtkWidget *
foyer_change_row_new (FoyerDesk *desk, const FoyerField *field, JsonNode *former, JsonNode *value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *old = isolate (foyer_setting_value_text (desk, field, former));
  g_autofree char *new = isolate (foyer_setting_value_text (desk, field, value));
  g_autofree char *change = g_strdup_printf (_ ("%s → %s"), old, new);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), change);
  foyer_row_words_fit (row);
  foyer_row_words_spell (row);
  return row;
}

void
foyer_change_rows_add (GtkWidget *expander, FoyerDesk *desk, JsonObject *patch, JsonObject *before)
{
  g_autoptr (GList) keys = patch == NULL ? NULL : json_object_get_members (patch);

  for (GList *link = keys; link != NULL; link = link->next) {
    const FoyerField *field = foyer_settings_find_field (link->data);

    if (field != NULL && field->title != NULL)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                foyer_change_row_new (desk, field,
                                                      before == NULL
                                                          ? NULL
                                                          : json_object_get_member (before, link->data),
                                                      json_object_get_member (patch, link->data)));
  }
}

char *
foyer_change_rows_summary (JsonObject *patch, const char *note)
{
  guint n = patch == NULL ? 0 : json_object_get_size (patch);
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  if (note == NULL || *note == '\0')
    return g_steal_pointer (&count);
  return g_strdup_printf ("%s · %s", count, note);
}
