/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sidebar.c - the organisation, the areas and the sync line */

#include "foyer-sidebar.h"

#include "foyer-keys.h"
#include "foyer-mark.h"
#include "foyer-settings-draft.h"
#include "foyer-sync-line.h"
#include "foyer-text-closures.h"

struct _FoyerSidebar {
  AdwBin parent_instance;

  GtkListBox *areas;
  GtkListBox *preview; /* the last of the menu (004-17), at its foot */
  GtkMenuButton *menu_button;
  FoyerDesk *desk; /* (nullable) */
  char *area;
  char *drafted; /* how many settings are not published: `•3` */
  gboolean collapsed;
};

G_DEFINE_FINAL_TYPE (FoyerSidebar, foyer_sidebar, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_AREA,
  PROP_COLLAPSED,
  PROP_DRAFTED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
select_area (GtkListBox *list, const char *area)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++) {
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), area) == 0)
      gtk_list_box_select_row (list, row);
  }
}

static void
set_area (FoyerSidebar *self, const char *area)
{
  /* Requests are a part of Approvals (D4). */
  const char *entry = g_strcmp0 (area, "requests") == 0 ? "approvals" : area;

  if (g_strcmp0 (self->area, area) == 0)
    return;
  g_free (self->area);
  self->area = g_strdup (area);
  select_area (self->areas, entry);
  select_area (self->preview, entry);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AREA]);
}

/* --- What is not published --- */

static void
show_drafted (FoyerSidebar *self)
{
  guint n = self->desk == NULL ? 0 : foyer_settings_draft_get_n_changes (foyer_desk_get_draft (self->desk));
  g_autofree char *former = self->drafted;

  self->drafted = n == 0 ? NULL : g_strdup_printf ("•%u", n);
  if (g_strcmp0 (former, self->drafted) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFTED]);
}

/* A desk that goes takes its draft with it, and what was connected to that. */
static void
follow_draft (FoyerSidebar *self)
{
  if (self->desk != NULL)
    g_signal_connect_object (foyer_desk_get_draft (self->desk), "changed", G_CALLBACK (show_drafted), self,
                             G_CONNECT_SWAPPED);
  show_drafted (self);
}

static gboolean
has_words (GObject *object, const char *words)
{
  return words != NULL && *words != '\0';
}

static void
foyer_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerSidebar *self = FOYER_SIDEBAR (object);

  switch (id) {
  case PROP_DESK:
    if (!g_set_object (&self->desk, g_value_get_object (value)))
      return;
    g_object_notify_by_pspec (object, pspec);
    follow_draft (self);
    break;
  case PROP_AREA:
    set_area (self, g_value_get_string (value));
    break;
  case PROP_COLLAPSED:
    if (self->collapsed == g_value_get_boolean (value))
      return;
    self->collapsed = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerSidebar *self = FOYER_SIDEBAR (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_AREA:
    g_value_set_string (value, self->area);
    break;
  case PROP_COLLAPSED:
    g_value_set_boolean (value, self->collapsed);
    break;
  case PROP_DRAFTED:
    g_value_set_string (value, self->drafted);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_SIDEBAR);
  g_clear_object (&FOYER_SIDEBAR (object)->desk);
  G_OBJECT_CLASS (foyer_sidebar_parent_class)->dispose (object);
}

static void
foyer_sidebar_finalize (GObject *object)
{
  g_free (FOYER_SIDEBAR (object)->area);
  g_free (FOYER_SIDEBAR (object)->drafted);
  G_OBJECT_CLASS (foyer_sidebar_parent_class)->finalize (object);
}

static void
foyer_sidebar_class_init (FoyerSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_sidebar_set_property;
  object_class->get_property = foyer_sidebar_get_property;
  object_class->dispose = foyer_sidebar_dispose;
  object_class->finalize = foyer_sidebar_finalize;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_AREA] = g_param_spec_string ("area", NULL, NULL, NULL, flags);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, flags);
  properties[PROP_DRAFTED]
      = g_param_spec_string ("drafted", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_MARK);
  g_type_ensure (FOYER_TYPE_SYNC_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSidebar, areas);
  gtk_widget_class_bind_template_child (widget_class, FoyerSidebar, preview);
  gtk_widget_class_bind_template_child (widget_class, FoyerSidebar, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, has_words);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
}

static void
foyer_sidebar_init (FoyerSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_sidebar_open_menu (FoyerSidebar *self)
{
  g_return_if_fail (FOYER_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}
