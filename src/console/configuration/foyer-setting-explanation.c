/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-explanation.c - what does this do? */

#include "foyer-setting-explanation.h"

#include "foyer-setting-words.h"

#include "foyer-json.h"

#include <glib/gi18n-lib.h>

#define WIDTH 340
#define MARGIN 18

struct _FoyerSettingExplanation {
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerSettingExplanation, foyer_setting_explanation, ADW_TYPE_WINDOW)

static char *
describe_default (FoyerDesk *desk, const FoyerField *field)
{
  g_autoptr (JsonNode) value = field->fallback == NULL ? NULL : foyer_json_parse (field->fallback, -1, NULL);
  g_autofree char *words = value == NULL ? NULL : foyer_setting_value_text (desk, field, value);

  if (words == NULL || *words == '\0')
    return g_strdup (_ ("It is empty until somebody fills it in."));
  /* Translators: what a setting is by itself: "On", "24", "Estimate" */
  return g_strdup_printf (_ ("Until somebody changes it, it is: %s."), words);
}

static GtkWidget *
create_words (FoyerDesk *desk, const FoyerField *field)
{
  g_autofree char *by_itself = describe_default (desk, field);
  /* Translators: the effect of a setting, when it applies, what it is by itself */
  g_autofree char *text
      = g_strdup_printf (_ ("%s.\nOnce published it applies %s.\n%s\nAdministrators publish it."),
                         _ (field->effect), foyer_setting_applies_text (field), by_itself);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_top (label, MARGIN / 2);
  gtk_widget_set_margin_bottom (label, MARGIN);
  gtk_widget_set_margin_start (label, MARGIN);
  gtk_widget_set_margin_end (label, MARGIN);
  return label;
}

static void
foyer_setting_explanation_class_init (FoyerSettingExplanationClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_setting_explanation_init (FoyerSettingExplanation *self)
{
}

GtkWindow *
foyer_setting_explanation_new (GtkWindow *parent, FoyerDesk *desk, const FoyerField *field)
{
  GtkWindow *self
      = g_object_new (FOYER_TYPE_SETTING_EXPLANATION, "transient-for", parent, "modal", TRUE, "title",
                      _ (field->title), "default-width", WIDTH, "resizable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = create_words (desk, field);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), words);
  adw_window_set_content (ADW_WINDOW (self), box);
  /* So that whoever listens hears it when the window opens. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, words, NULL,
                                  -1);
  return self;
}
