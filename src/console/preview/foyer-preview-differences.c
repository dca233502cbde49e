/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-differences.c - in what two pages differ, as native rows */

#include "foyer-preview-differences.h"

#include "foyer-page-difference.h"

#include <glib/gi18n-lib.h>

struct _FoyerPreviewDifferences {
  AdwBin parent_instance;

  /* Template. */
  GtkListBox *rows;

  /* State. */
  GPtrArray *differences; /* (nullable) (element-type FoyerPageDifference) */
  char *one_name;
  char *other_name;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewDifferences, foyer_preview_differences, ADW_TYPE_BIN)

enum { PROP_DIFFERENCES = 1, PROP_ONE_NAME, PROP_OTHER_NAME, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

char *
foyer_preview_differences_text (GObject *self, GPtrArray *differences)
{
  guint n = differences == NULL ? 0 : differences->len;

  return n == 0 ? g_strdup (_ ("No differences"))
                : g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
}

gboolean
foyer_preview_differences_any (GObject *self, GPtrArray *differences)
{
  return differences != NULL && differences->len > 0;
}

/* --- Rows --- */

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* Translators: the first %s names one of two pages, such as `Drafted`, the second is what stands there. */
static char *
name_text (const char *name, const char *text)
{
  return g_strdup_printf (_ ("%s: %s"), name, text == NULL ? _ ("nothing") : text);
}

/* The names of style sheets say nothing to people. */
static gboolean
is_of_style (const FoyerPageDifference *difference)
{
  return difference->kind == FOYER_DIFFERENCE_DRAWN && difference->one != NULL
         && g_str_has_prefix (difference->one, "<link rel=\"stylesheet\"");
}

static GtkWidget *
make_row_of_style (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken
      = g_strdup_printf ("%s\n%s", _ ("Drawn otherwise"), _ ("Colours or CSS of your own"));

  gtk_box_append (GTK_BOX (box), make_label (_ ("Drawn otherwise"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_label (_ ("Colours or CSS of your own"), NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static GtkWidget *
make_row (FoyerPreviewDifferences *self, const FoyerPageDifference *difference)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *part = difference->kind == FOYER_DIFFERENCE_DRAWN ? _ ("Drawn otherwise") : difference->part;
  g_autofree char *one = name_text (self->one_name, difference->one);
  g_autofree char *other = name_text (self->other_name, difference->other);
  g_autofree char *spoken = g_strdup_printf ("%s\n%s\n%s", part == NULL ? "" : part, one, other);

  if (part != NULL)
    gtk_box_append (GTK_BOX (box), make_label (part, "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_label (one, difference->one == NULL ? "dim-label" : NULL));
  gtk_box_append (GTK_BOX (box), make_label (other, difference->other == NULL ? "dim-label" : NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
update (FoyerPreviewDifferences *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; self->differences != NULL && i < self->differences->len; i++)
    gtk_list_box_append (self->rows, is_of_style (self->differences->pdata[i])
                                         ? make_row_of_style ()
                                         : make_row (self, self->differences->pdata[i]));
}

/* --- The widget --- */

static void
foyer_preview_differences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerPreviewDifferences *self = FOYER_PREVIEW_DIFFERENCES (object);

  switch (id) {
  case PROP_DIFFERENCES:
    g_clear_pointer (&self->differences, g_ptr_array_unref);
    self->differences = g_value_dup_boxed (value);
    update (self);
    break;
  case PROP_ONE_NAME:
    g_free (self->one_name);
    self->one_name = g_value_dup_string (value);
    break;
  case PROP_OTHER_NAME:
    g_free (self->other_name);
    self->other_name = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_preview_differences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewDifferences *self = FOYER_PREVIEW_DIFFERENCES (object);

  switch (id) {
  case PROP_DIFFERENCES:
    g_value_set_boxed (value, self->differences);
    break;
  case PROP_ONE_NAME:
    g_value_set_string (value, self->one_name);
    break;
  case PROP_OTHER_NAME:
    g_value_set_string (value, self->other_name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_differences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_PREVIEW_DIFFERENCES);
  G_OBJECT_CLASS (foyer_preview_differences_parent_class)->dispose (object);
}

static void
foyer_preview_differences_finalize (GObject *object)
{
  FoyerPreviewDifferences *self = FOYER_PREVIEW_DIFFERENCES (object);

  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self->one_name);
  g_free (self->other_name);
  G_OBJECT_CLASS (foyer_preview_differences_parent_class)->finalize (object);
}

static void
foyer_preview_differences_class_init (FoyerPreviewDifferencesClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_preview_differences_set_property;
  object_class->get_property = foyer_preview_differences_get_property;
  object_class->dispose = foyer_preview_differences_dispose;
  object_class->finalize = foyer_preview_differences_finalize;
  properties[PROP_DIFFERENCES] = g_param_spec_boxed ("differences", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  properties[PROP_ONE_NAME] = g_param_spec_string ("one-name", NULL, NULL, "", flags);
  properties[PROP_OTHER_NAME] = g_param_spec_string ("other-name", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/Console/foyer-preview-differences.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewDifferences, rows);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_differences_text);
}

static void
foyer_preview_differences_init (FoyerPreviewDifferences *self)
{
  self->one_name = g_strdup ("");
  self->other_name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
