/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-list.c - the evidence: a row a finding, the worst first */

#include "foyer-fit-list.h"

#include <glib/gi18n-lib.h>

#define LEAST_SHOWN 2

/* A row of the list, and what in it changes with the finding. */
typedef struct {
  AdwActionRow *row; /* of the list */
  GtkImage *icon;    /* of the row */
} Line;

struct _FoyerFitList {
  AdwBin parent_instance;

  GtkListBox *list;
  GArray
      *lines; /* (element-type Line): above the one that unfolds; one booking's stand in for the next one's */
  AdwExpanderRow *unfold; /* of the list */
  GPtrArray *unfolded;    /* (element-type GtkWidget): the rows in it; not owned */

  FoyerBookingBrief *brief; /* (nullable) */
  GPtrArray *folded;        /* (nullable) (element-type FoyerFinding): the brief's, until they are unfolded */
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
  [FOYER_VERDICT_PASS] = { "object-select-symbolic", "foyer-ok", N_ ("Passed") },
  [FOYER_VERDICT_INFO] = { "object-select-symbolic", "foyer-ok", N_ ("Passed") },
  [FOYER_VERDICT_WARN] = { "dialog-warning-symbolic", "foyer-warn", N_ ("Warning") },
  [FOYER_VERDICT_UNKNOWN] = { "dialog-question-symbolic", "dim-label", N_ ("Not checked") },
  [FOYER_VERDICT_BLOCK] = { "window-close-symbolic", "foyer-error", N_ ("Does not fit") },
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

static void
set_verdict (GtkImage *icon, FoyerVerdict verdict)
{
  const char *const classes[] = { looks[verdict].class, NULL };

  gtk_image_set_from_icon_name (icon, looks[verdict].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (icon), (const char **) classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (looks[verdict].spoken), -1);
}

static Line
create_line (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return (Line){ ADW_ACTION_ROW (row), GTK_IMAGE (icon) };
}

static void
set_finding (const Line *line, const FoyerFinding *finding)
{
  g_autofree char *subtitle = write_subtitle (finding);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), finding->sentence);
  adw_action_row_set_subtitle (line->row, subtitle);
  set_verdict (line->icon, finding->verdict);
}

/* What is folded away is made when somebody unfolds it: most people never do. */
static void
on_notify_expanded (FoyerFitList *self)
{
  g_autoptr (GPtrArray) folded = NULL;

  if (!adw_expander_row_get_expanded (self->unfold))
    return;
  folded = g_steal_pointer (&self->folded);
  for (guint i = 0; folded != NULL && i < folded->len; i++) {
    const Line line = create_line ();

    set_finding (&line, folded->pdata[i]);
    adw_expander_row_add_row (self->unfold, GTK_WIDGET (line.row));
    g_ptr_array_add (self->unfolded, line.row);
  }
}

static void
set_folded (FoyerFitList *self, GPtrArray *folded, gboolean alone)
{
  g_autofree char *title
      = alone ? g_strdup_printf (ngettext ("%u check passed", "%u checks passed", folded->len), folded->len)
              : g_strdup_printf (ngettext ("%u other check passed", "%u other checks passed", folded->len),
                                 folded->len);

  g_clear_pointer (&self->folded, g_ptr_array_unref);
  adw_expander_row_set_expanded (self->unfold, FALSE);
  for (guint i = 0; i < self->unfolded->len; i++)
    adw_expander_row_remove (self->unfold, self->unfolded->pdata[i]);
  g_ptr_array_set_size (self->unfolded, 0);
  self->folded = g_ptr_array_ref (folded);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unfold), title);
  gtk_widget_set_visible (GTK_WIDGET (self->unfold), folded->len > 0);
}

static void
set_shown (FoyerFitList *self, GPtrArray *shown)
{
  while (self->lines->len > shown->len) {
    const Line *last = &g_array_index (self->lines, Line, self->lines->len - 1);

    gtk_list_box_remove (self->list, GTK_WIDGET (last->row));
    g_array_set_size (self->lines, self->lines->len - 1);
  }
  while (self->lines->len < shown->len) {
    const Line line = create_line ();

    gtk_list_box_insert (self->list, GTK_WIDGET (line.row), (int) self->lines->len);
    g_array_append_val (self->lines, line);
  }
  for (guint i = 0; i < shown->len; i++)
    set_finding (&g_array_index (self->lines, Line, i), shown->pdata[i]);
}

static void
fill (FoyerFitList *self)
{
  GPtrArray *findings = self->brief == NULL ? NULL : foyer_booking_brief_get_findings (self->brief);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();

  gtk_widget_set_visible (GTK_WIDGET (self->list), findings != NULL);
  shown = findings == NULL ? g_ptr_array_new () : foyer_fit_list_choose (findings, folded);
  set_shown (self, shown);
  set_folded (self, folded, shown->len == 0);
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
  FoyerFitList *self = FOYER_FIT_LIST (object);

  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_clear_object (&self->brief);
  G_OBJECT_CLASS (foyer_fit_list_parent_class)->dispose (object);
}

static void
foyer_fit_list_finalize (GObject *object)
{
  FoyerFitList *self = FOYER_FIT_LIST (object);

  g_array_unref (self->lines);
  g_ptr_array_unref (self->unfolded);
  G_OBJECT_CLASS (foyer_fit_list_parent_class)->finalize (object);
}

static void
foyer_fit_list_class_init (FoyerFitListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_fit_list_set_property;
  object_class->get_property = foyer_fit_list_get_property;
  object_class->dispose = foyer_fit_list_dispose;
  object_class->finalize = foyer_fit_list_finalize;

  properties[PROP_BRIEF]
      = g_param_spec_object ("brief", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_fit_list_init (FoyerFitList *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *unfold = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new ();

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->unfolded = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (list);
  self->unfold = ADW_EXPANDER_ROW (unfold);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Does it fit?"),
                                  -1);
  set_verdict (GTK_IMAGE (icon), FOYER_VERDICT_PASS);
  adw_expander_row_add_prefix (self->unfold, icon);
  g_signal_connect_object (unfold, "notify::expanded", G_CALLBACK (on_notify_expanded), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, unfold);
  gtk_widget_set_visible (list, FALSE);
  adw_bin_set_child (ADW_BIN (self), list);
}

/* How much a passed check tells: whether somebody can go and how full the day is before what nearly always holds. */
static guint
get_rank (const FoyerFinding *finding)
{
  static const char *const telling[] = { "B03", "B11", "B04", "B09" };

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++) {
    if (g_strcmp0 (finding->rule, telling[i]) == 0)
      return i;
  }
  return G_N_ELEMENTS (telling);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return (int) get_rank (*(const FoyerFinding *const *) a)
         - (int) get_rank (*(const FoyerFinding *const *) b);
}

GPtrArray *
foyer_fit_list_choose (GPtrArray *findings, GPtrArray *folded)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++) {
    const FoyerFinding *finding = findings->pdata[i];

    g_ptr_array_add (finding->verdict > FOYER_VERDICT_INFO ? shown : folded, findings->pdata[i]);
  }
  g_ptr_array_sort (folded, compare_ranks);
  while (shown->len < LEAST_SHOWN && folded->len > 0)
    g_ptr_array_add (shown, g_ptr_array_steal_index (folded, 0));
  return shown;
}
