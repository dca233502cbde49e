/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-circumstances.c - which page, under which settings, at what moment and in which colours: as actions */

#include "foyer-preview-circumstances.h"

#include "foyer-moment-dialog.h"
#include "foyer-preview-closures.h"

#include <glib/gi18n-lib.h>

/* What the actions need; it goes with the map. */
typedef struct {
  GActionGroup *actions; /* (not owned) */
  FoyerPreviewStage *stage;
  FoyerDesk *desk;  /* (not owned) */
  GtkWidget *place; /* (not owned) */
} Circumstances;

static void
free_circumstances (gpointer data)
{
  g_clear_object (&((Circumstances *) data)->stage);
  g_free (data);
}

static void
on_go (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_preview_stage_set_address (((Circumstances *) user_data)->stage,
                                   g_variant_get_string (parameter, NULL));
}

static void
on_as_of (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Circumstances *self = user_data;

  g_object_set (self->stage, "moment",
                foyer_preview_find_moment (foyer_desk_get_time (self->desk), foyer_desk_now (self->desk),
                                           g_variant_get_string (parameter, NULL)),
                NULL);
}

static void
on_now (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_object_set (((Circumstances *) user_data)->stage, "moment", (gint64) 0, NULL);
}

static void
on_moment_chosen (FoyerPreviewStage *stage, gint64 moment)
{
  g_object_set (stage, "moment", moment, NULL);
}

static void
on_pick_moment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Circumstances *self = user_data;
  GtkRoot *root = gtk_widget_get_root (self->place);
  gint64 moment = 0;
  GtkWindow *dialog;

  g_object_get (self->stage, "moment", &moment, NULL);
  dialog = foyer_moment_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                    _ ("See It at Another Moment"), _ ("See It Then"),
                                    foyer_desk_get_time (self->desk),
                                    moment != 0 ? moment : foyer_desk_now (self->desk));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_moment_chosen), self->stage, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static const struct {
  const char *name;
  FoyerPreviewSource source;
} sources[] = {
  { "live", FOYER_PREVIEW_LIVE },
  { "draft", FOYER_PREVIEW_DRAFT },
  { "both", FOYER_PREVIEW_BOTH },
};

static void
on_change_source (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    if (g_str_equal (sources[i].name, g_variant_get_string (value, NULL)))
      g_object_set (((Circumstances *) user_data)->stage, "source", sources[i].source, NULL);
  }
}

/* A link and a tour change it, too. */
static void
on_notify_source (GSimpleAction *action, GParamSpec *pspec, FoyerPreviewStage *stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    if (sources[i].source == foyer_preview_stage_get_source (stage))
      g_simple_action_set_state (action, g_variant_new_string (sources[i].name));
  }
}

/* From both together it leads to the draft alone. */
static void
on_toggle_draft (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Circumstances *self = user_data;
  gboolean is_draft = foyer_preview_stage_get_source (self->stage) == FOYER_PREVIEW_DRAFT;

  g_action_group_change_action_state (self->actions, "source",
                                      g_variant_new_string (is_draft ? "live" : "draft"));
}

static const GActionEntry entries[] = {
  { .name = "go", .activate = on_go, .parameter_type = "s" },
  { .name = "as-of", .activate = on_as_of, .parameter_type = "s" },
  { .name = "now", .activate = on_now },
  { .name = "pick-moment", .activate = on_pick_moment },
  { .name = "toggle-draft", .activate = on_toggle_draft },
  { .name = "source", .parameter_type = "s", .state = "'live'", .change_state = on_change_source },
};

static void
add_property (GActionMap *map, const char *name, FoyerPreviewStage *stage, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, stage, property);

  g_action_map_add_action (map, G_ACTION (action));
}

void
foyer_preview_circumstances_add (GActionMap *map, FoyerPreviewStage *stage, FoyerDesk *desk, GtkWidget *place)
{
  static const char *const of_draft[] = { "source", "toggle-draft" };
  Circumstances *self = g_new0 (Circumstances, 1);
  GAction *source;

  self->stage = g_object_ref (stage);
  self->actions = G_ACTION_GROUP (map);
  self->desk = desk;
  self->place = place;
  g_object_set_data_full (G_OBJECT (map), "foyer-preview-circumstances", self, free_circumstances);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  source = g_action_map_lookup_action (map, "source");
  for (guint i = 0; i < G_N_ELEMENTS (of_draft); i++)
    g_object_bind_property (stage, "has-draft", g_action_map_lookup_action (map, of_draft[i]), "enabled",
                            G_BINDING_SYNC_CREATE);
  g_signal_connect_object (stage, "notify::source", G_CALLBACK (on_notify_source), source, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::has-draft", G_CALLBACK (on_notify_source), source,
                           G_CONNECT_SWAPPED);
  add_property (map, "dark", stage, "dark");
  add_property (map, "mask", stage, "masked");
}
