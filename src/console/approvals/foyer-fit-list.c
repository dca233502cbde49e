/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-list.c - the evidence: a row a finding, the worst first */

#include "foyer-fit-list.h"

#include <glib/gi18n-lib.h>

#define LEAST_SHOWN 2

struct _FoyerFitList {
  AdwBin parent_instance;

  FoyerBookingBrief *brief; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerFitList, foyer_fit_list, ADW_TYPE_BIN)

enum {
  PROP_BRIEF = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const struct {
  const char *icon;
  const char *class;
  const char *spoken;
} looks[] = {
  [FOYER_VERDICT_PASS] = { "object-select-symbolic", "foyer-ok", N_("Passed") },
  [FOYER_VERDICT_INFO] = { "object-select-symbolic", "foyer-ok", N_("Passed") },
  [FOYER_VERDICT_WARN] = { "dialog-warning-symbolic", "foyer-warn", N_("Warning") },
  [FOYER_VERDICT_UNKNOWN] = { "dialog-question-symbolic", "dim-label", N_("Not checked") },
  [FOYER_VERDICT_BLOCK] = { "window-close-symbolic", "foyer-error", N_("Does not fit") },
};

/* The numbers behind the fact, and what would make it pass. */
static char *
write_subtitle (const FoyerFinding *finding)
{
  if (finding->fix == NULL)
    return g_strdup (finding->evidence == NULL ? "" : finding->evidence);
  return finding->evidence == NULL ? g_strdup (finding->fix)
                                   : g_strdup_printf ("%s. %s.", finding->evidence, finding->fix);
}

static GtkWidget *
create_icon (FoyerVerdict verdict)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[verdict].icon);

  gtk_widget_add_css_class (icon, looks[verdict].class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _(looks[verdict].spoken), -1);
  return icon;
}

static GtkWidget *
create_row (const FoyerFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = write_subtitle (finding);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_icon (finding->verdict));
  return row;
}

static GtkWidget *
create_folded (GPtrArray *findings, guint n_shown)
{
  GtkWidget *row = adw_expander_row_new ();
  guint n_folded = findings->len - n_shown;
  const char *words = n_shown == 0 ? ngettext ("%u check passed", "%u checks passed", n_folded)
                                   : ngettext ("%u other check passed", "%u other checks passed", n_folded);
  /* Both strings above have the one placeholder. */
  g_autofree char *count = g_strdup_printf ("%u", n_folded);
  g_auto (GStrv) parts = g_strsplit (words, "%u", 2);
  g_autofree char *title = g_strjoinv (count, parts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), create_icon (FOYER_VERDICT_PASS));
  for (guint i = n_shown; i < findings->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_row (findings->pdata[i]));
  return row;
}

static void
fill (FoyerFitList *self)
{
  GPtrArray *findings = self->brief == NULL ? NULL : foyer_booking_brief_get_findings (self->brief);
  GtkWidget *list;
  guint n_shown;

  adw_bin_set_child (ADW_BIN (self), NULL);
  if (findings == NULL)
    return;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Does it fit?"), -1);
  n_shown = foyer_fit_list_count_shown (findings);
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (findings->pdata[i]));
  if (n_shown < findings->len)
    gtk_list_box_append (GTK_LIST_BOX (list), create_folded (findings, n_shown));
  adw_bin_set_child (ADW_BIN (self), list);
}

static void
foyer_fit_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerFitList *self = FOYER_FIT_LIST (object);

  if (!g_set_object (&self->brief, g_value_get_object (value)))
    return;
  fill (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_fit_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, FOYER_FIT_LIST (object)->brief);
}

static void
foyer_fit_list_dispose (GObject *object)
{
  g_clear_object (&FOYER_FIT_LIST (object)->brief);
  G_OBJECT_CLASS (foyer_fit_list_parent_class)->dispose (object);
}

static void
foyer_fit_list_class_init (FoyerFitListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_fit_list_set_property;
  object_class->get_property = foyer_fit_list_get_property;
  object_class->dispose = foyer_fit_list_dispose;

  properties[PROP_BRIEF] = g_param_spec_object ("brief", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_fit_list_init (FoyerFitList *self)
{
}

guint
foyer_fit_list_count_shown (GPtrArray *findings)
{
  guint n_shown = 0;

  for (guint i = 0; i < findings->len; i++) {
    const FoyerFinding *finding = findings->pdata[i];

    if (finding->verdict > FOYER_VERDICT_INFO)
      n_shown++;
  }
  return MIN (MAX (n_shown, LEAST_SHOWN), findings->len);
}
