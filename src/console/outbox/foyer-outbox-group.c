/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-outbox-group.c - the first rows of a part of the Outbox, and more when they are wanted */

#include "foyer-outbox-group.h"

#include "foyer-text-closures.h"

#include <glib/gi18n-lib.h>

/* Rows at first, and as many more each time. */
#define SOME 40

struct _FoyerOutboxGroup {
  AdwBin parent_instance;

  /* Template. */
  GtkListBox *box;

  GtkWidget *named_by;      /* (nullable) (owned) */
  GtkSliceListModel *shown; /* (nullable) (owned): those that have a row */
  guint rest;               /* how many have none */
};

G_DEFINE_FINAL_TYPE (FoyerOutboxGroup, foyer_outbox_group, ADW_TYPE_BIN)

enum { PROP_NAMED_BY = 1, PROP_REST, N_PROPERTIES };
enum { CHANGING, CHANGED, ROW_ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

GListModel *
foyer_outbox_group_get_list (FoyerOutboxGroup *self)
{
  g_return_val_if_fail (FOYER_IS_OUTBOX_GROUP (self), NULL);

  return self->shown == NULL ? NULL : gtk_slice_list_model_get_model (self->shown);
}

static void
count_rest (FoyerOutboxGroup *self)
{
  GListModel *list = foyer_outbox_group_get_list (self);
  guint rest = list == NULL
                   ? 0
                   : g_list_model_get_n_items (list) - g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (self->rest == rest)
    return;
  self->rest = rest;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REST]);
}

static void
on_changing (FoyerOutboxGroup *self)
{
  g_signal_emit (self, signals[CHANGING], 0);
}

static void
on_changed (FoyerOutboxGroup *self)
{
  count_rest (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
foyer_outbox_group_clear (FoyerOutboxGroup *self)
{
  g_return_if_fail (FOYER_IS_OUTBOX_GROUP (self));

  if (self->shown == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->shown, self);
  g_signal_handlers_disconnect_by_data (foyer_outbox_group_get_list (self), self);
  if (self->box != NULL)
    gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  count_rest (self);
}

void
foyer_outbox_group_show (FoyerOutboxGroup *self,
                         GListModel *list,
                         GtkListBoxCreateWidgetFunc create,
                         gpointer user_data)
{
  g_return_if_fail (FOYER_IS_OUTBOX_GROUP (self) && G_IS_LIST_MODEL (list));

  foyer_outbox_group_clear (self);
  self->shown = gtk_slice_list_model_new (list, 0, SOME);
  /* The list box listens in between. */
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_changing), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->shown), create, user_data, NULL);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  count_rest (self);
}

GtkWidget *
foyer_outbox_group_get_first_row (FoyerOutboxGroup *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (FOYER_IS_OUTBOX_GROUP (self), NULL);

  row = gtk_list_box_get_row_at_index (self->box, 0);
  return row == NULL ? NULL : GTK_WIDGET (row);
}

/* --- The button below the rows --- */

/* The focus goes to the first of the new rows: the button may be gone. */
static void
on_more (FoyerOutboxGroup *self)
{
  guint before = gtk_slice_list_model_get_size (self->shown);
  GtkListBoxRow *row;

  gtk_slice_list_model_set_size (self->shown, before + SOME);
  count_rest (self);
  row = gtk_list_box_get_row_at_index (self->box, (int) before);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static char *
more_label (GObject *self, guint rest)
{
  guint next = MIN (rest, SOME);

  if (rest <= SOME)
    return g_strdup_printf (ngettext ("Show %u More", "Show %u More", next), next);
  /* Translators: "Show 40 More of 1,960" */
  return g_strdup_printf (_ ("Show %u More of %'u"), next, rest);
}

static void
on_row_activated (FoyerOutboxGroup *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

/* --- The widget --- */

static void
set_named_by (FoyerOutboxGroup *self, GtkWidget *named_by)
{
  if (!g_set_object (&self->named_by, named_by) || named_by == NULL)
    return;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, named_by,
                                  NULL, -1);
}

static void
foyer_outbox_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_NAMED_BY:
    set_named_by (FOYER_OUTBOX_GROUP (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_outbox_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerOutboxGroup *self = FOYER_OUTBOX_GROUP (object);

  switch (id) {
  case PROP_NAMED_BY:
    g_value_set_object (value, self->named_by);
    break;
  case PROP_REST:
    g_value_set_uint (value, self->rest);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_outbox_group_dispose (GObject *object)
{
  FoyerOutboxGroup *self = FOYER_OUTBOX_GROUP (object);

  foyer_outbox_group_clear (self);
  g_clear_object (&self->named_by);
  G_OBJECT_CLASS (foyer_outbox_group_parent_class)->dispose (object);
}

static void
foyer_outbox_group_class_init (FoyerOutboxGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_outbox_group_set_property;
  object_class->get_property = foyer_outbox_group_get_property;
  object_class->dispose = foyer_outbox_group_dispose;

  properties[PROP_NAMED_BY] = g_param_spec_object ("named-by", NULL, NULL, GTK_TYPE_WIDGET,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REST]
      = g_param_spec_uint ("rest", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGING] = g_signal_new ("changing", FOYER_TYPE_OUTBOX_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_OUTBOX_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", FOYER_TYPE_OUTBOX_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-outbox-group.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerOutboxGroup, box);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, more_label);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
foyer_outbox_group_init (FoyerOutboxGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
