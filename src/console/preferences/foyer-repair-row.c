/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-repair-row.c - has everything fetched again, and says how far it has come */

#include "foyer-repair-row.h"

#include <glib/gi18n-lib.h>

struct _FoyerRepairRow {
  AdwActionRow parent_instance;

  /* Template. */
  GtkWidget *button;
  GtkSpinner *spinner;

  FoyerDesk *desk; /* (nullable) */

  /* State. */
  FoyerRepairStep step;
  gint64 done_at;
  guint before; /* how many records had come when it was asked for */
};

G_DEFINE_FINAL_TYPE (FoyerRepairRow, foyer_repair_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_DESK = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

FoyerRepairStep
foyer_repair_next_step (FoyerRepairStep step, FoyerSyncState state)
{
  if (step == FOYER_REPAIR_ASKED && (state == FOYER_SYNC_SYNCING || state == FOYER_SYNC_FIRST))
    return FOYER_REPAIR_FETCHING;
  if (step == FOYER_REPAIR_FETCHING && state == FOYER_SYNC_IDLE)
    return FOYER_REPAIR_DONE;
  return step;
}

char *
foyer_repair_text (FoyerRepairStep step,
                   guint fetched,
                   gint64 done_at,
                   gboolean has_desk,
                   gboolean online,
                   FoyerOfficeTime *time)
{
  g_autofree char *clock = NULL;

  if (!has_desk)
    return g_strdup (_ ("Nobody is signed in"));
  if (step == FOYER_REPAIR_IDLE)
    return g_strdup (_ ("Takes as long as the first time"));
  if (step == FOYER_REPAIR_DONE) {
    clock = foyer_office_time_clock_text (time, done_at);
    return g_strdup_printf (_ ("Done at %s: all here is as the server has it"), clock);
  }
  if (!online)
    return g_strdup (_ ("Goes on as soon as the server can be reached"));
  return g_strdup_printf (ngettext ("Fetching… %u record so far", "Fetching… %u records so far", fetched),
                          fetched);
}

static void
update (FoyerRepairRow *self)
{
  guint fetched = 0;
  gboolean busy;
  g_autofree char *text = NULL;

  if (self->desk != NULL) {
    FoyerRepairStep step = foyer_repair_next_step (self->step, foyer_desk_get_state (self->desk));

    if (step == FOYER_REPAIR_DONE && self->step != step)
      self->done_at = foyer_desk_now (self->desk);
    self->step = step;
    g_object_get (self->desk, "fetched", &fetched, NULL);
  }
  busy = self->step == FOYER_REPAIR_ASKED || self->step == FOYER_REPAIR_FETCHING;
  text = foyer_repair_text (self->step, fetched - MIN (fetched, self->before), self->done_at,
                            self->desk != NULL, self->desk != NULL && foyer_desk_is_online (self->desk),
                            self->desk == NULL ? NULL : foyer_desk_get_time (self->desk));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_sensitive (self->button,
                            self->desk != NULL && foyer_desk_get_engine (self->desk) != NULL && !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
}

static void
on_clicked (FoyerRepairRow *self)
{
  if (self->desk == NULL)
    return;
  self->step = FOYER_REPAIR_ASKED;
  g_object_get (self->desk, "fetched", &self->before, NULL);
  foyer_desk_repair (self->desk);
  update (self);
}

static void
set_desk (FoyerRepairRow *self, FoyerDesk *desk)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_set_object (&self->desk, desk);
  if (desk != NULL)
    g_signal_connect_object (desk, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
foyer_repair_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerRepairRow *self = FOYER_REPAIR_ROW (object);

  if (self->desk == g_value_get_object (value))
    return;
  set_desk (self, g_value_get_object (value));
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_repair_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, FOYER_REPAIR_ROW (object)->desk);
}

static void
foyer_repair_row_dispose (GObject *object)
{
  FoyerRepairRow *self = FOYER_REPAIR_ROW (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_REPAIR_ROW);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (foyer_repair_row_parent_class)->dispose (object);
}

static void
foyer_repair_row_class_init (FoyerRepairRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_repair_row_set_property;
  object_class->get_property = foyer_repair_row_get_property;
  object_class->dispose = foyer_repair_row_dispose;

  properties[PROP_DESK]
      = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-repair-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRepairRow, button);
  gtk_widget_class_bind_template_child (widget_class, FoyerRepairRow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
foyer_repair_row_init (FoyerRepairRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
