/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-page.c - the area in which the portal is seen as a client sees it */

#include "foyer-preview-page.h"

#include "foyer-preview-badge.h"
#include "foyer-preview-bookable.h"
#include "foyer-preview-circumstances.h"
#include "foyer-preview-closures.h"
#include "foyer-preview-differences.h"
#include "foyer-preview-draft.h"
#include "foyer-preview-empty.h"
#include "foyer-preview-eyes.h"
#include "foyer-preview-fit.h"
#include "foyer-preview-fixes.h"
#include "foyer-preview-frames.h"
#include "foyer-preview-layouts.h"
#include "foyer-preview-log.h"
#include "foyer-preview-menus.h"
#include "foyer-preview-outline.h"
#include "foyer-preview-place.h"
#include "foyer-preview-room.h"
#include "foyer-preview-sources.h"
#include "foyer-preview-takings.h"
#include "foyer-preview-tour.h"
#include "foyer-preview-typical.h"
#include "foyer-preview-unseen.h"
#include "foyer-banner.h"
#include "foyer-text-closures.h"
#include "foyer-why-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FoyerPreviewPage {
  FoyerAreaPage parent_instance;

  /* Template. */
  FoyerPreviewEyes *eyes;
  FoyerPreviewEyes *row_eyes; /* instead, where there is little room */
  FoyerPreviewMenus menus;
  FoyerPreviewFrames *frames;
  GtkWidget *main_box;
  FoyerPreviewOutline *outline;
  FoyerPreviewDifferences *differences;
  FoyerPreviewOutline *instead; /* of the frames, where nothing can be drawn */

  /* Construct-time. */
  FoyerWhyPanel *why; /* of the page */
  FoyerPreviewRoom *room;
  GSimpleActionGroup *actions;
  FoyerRemedyVerbs *fixes;
  FoyerWebModule *module;     /* (nullable): %NULL before it starts */
  FoyerPreviewStage *stage;   /* (nullable): %NULL before it starts */
  FoyerPreviewCheck *check;   /* (nullable): %NULL before it starts */
  FoyerPreviewUnseen *unseen; /* (nullable): %NULL before it starts */
  FoyerPreviewLog *log;       /* (nullable): %NULL before it starts */
  FoyerPreviewTour *tour;     /* (nullable): %NULL before it starts */

  /* State. */
  char *side;                 /* what stands beside the page: `outline`, `differences`, empty for nothing */
  FoyerPreviewAnswer *answer; /* (nullable): the page that is shown */
  gboolean shows_why;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewPage, foyer_preview_page, FOYER_TYPE_AREA_PAGE)

enum {
  PROP_STAGE = 1,
  PROP_CHECK,
  PROP_TOUR,
  PROP_ROOM,
  PROP_SIDE,
  PROP_PAGE_TITLE,
  PROP_SHOWS_WHY,
  N_PROPERTIES,
};
enum { STEP, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (FoyerPreviewPage *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* What changed here may change what a client sees. */
static void
on_store_changed (FoyerPreviewPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  foyer_preview_frames_refresh (self->frames);
  foyer_preview_unseen_refresh (self->unseen);
}

static void
on_left (FoyerPreviewPage *self, const char *address)
{
  /* Translators: %s is an address outside of the portal. */
  g_autofree char *sentence = g_strdup_printf (_ ("This link leads to %s"), address);

  foyer_area_page_say (FOYER_AREA_PAGE (self), sentence);
}

/* --- The outline --- */

static void
update_outline (FoyerPreviewPage *self)
{
  if (self->answer != NULL && g_str_equal (self->side, "outline"))
    foyer_preview_outline_show (self->outline, self->answer);
  if (self->answer != NULL && foyer_preview_frames_has_problem (self->frames))
    foyer_preview_outline_show (self->instead, self->answer);
}

static void
on_made (FoyerPreviewPage *self, gpointer answer)
{
  foyer_preview_answer_ref (answer);
  g_clear_pointer (&self->answer, foyer_preview_answer_unref);
  self->answer = answer;
  notify (self, PROP_PAGE_TITLE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    foyer_preview_log_note (self->log, self->answer->scene);
  foyer_preview_check_look (self->check, answer);
  foyer_why_panel_set_page (self->why, answer);
  g_object_set (self->differences, "differences", self->answer->differences, NULL);
  update_outline (self);
}

static void
on_followed (FoyerPreviewPage *self, const char *address)
{
  if (*address == '/')
    foyer_preview_stage_set_address (self->stage, address);
  else if (*address != '#')
    on_left (self, address);
}

static void
on_pressed (FoyerPreviewPage *self, const char *address)
{
  foyer_preview_frames_press (self->frames, address);
}

static void
set_state (FoyerPreviewPage *self, const char *action, gboolean state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (
                                 g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)),
                             g_variant_new_boolean (state));
}

static void
set_side (FoyerPreviewPage *self, const char *side)
{
  g_autofree char *before = self->side;

  self->side = g_strdup (side);
  set_state (self, "outline", g_str_equal (side, "outline"));
  set_state (self, "differences", g_str_equal (side, "differences"));
  notify (self, PROP_SIDE);
  /* One of the two stands beside the page. */
  if (*side != '\0')
    g_object_set (self, "shows-why", FALSE, NULL);
  foyer_preview_room_fill (self->room, self->shows_why, *side != '\0');
  update_outline (self);
}

/* A page that is only about to be shown has no width yet, but what it stands in has. */
static gboolean
is_single (FoyerPreviewPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_width (widget) > 0)
    return foyer_preview_room_is_single (self->room);
  while (widget != NULL && gtk_widget_get_width (widget) == 0)
    widget = gtk_widget_get_parent (widget);
  if (widget != NULL && foyer_preview_room_measure (self->room, gtk_widget_get_width (widget)))
    foyer_preview_room_settle (self->room);
  return foyer_preview_room_is_single (self->room);
}

/* Where two pages stand beside each other, in what they differ stands beside them, if there is room for that. */
static void
on_notify_source (FoyerPreviewPage *self)
{
  gboolean both = foyer_preview_stage_get_source (self->stage) == FOYER_PREVIEW_BOTH;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                   g_action_map_lookup_action (G_ACTION_MAP (self->actions), "differences")),
                               both);
  if (!both && g_str_equal (self->side, "differences"))
    set_side (self, "");
  else if (both && *self->side == '\0' && !self->shows_why && !is_single (self))
    set_side (self, "differences");
}

/* --- Why? --- */

static void
show_why (FoyerPreviewPage *self, gboolean shows_why)
{
  if (self->shows_why == shows_why)
    return;
  self->shows_why = shows_why;
  if (shows_why)
    set_side (self, "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), shows_why);
  notify (self, PROP_SHOWS_WHY);
  foyer_preview_room_fill (self->room, shows_why, *self->side != '\0');
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_grab_focus (shows_why ? GTK_WIDGET (self->why) : GTK_WIDGET (self));
}

static void
on_why_closed (FoyerPreviewPage *self)
{
  show_why (self, FALSE);
}

static void
on_notify_ghosts (FoyerPreviewPage *self)
{
  gboolean ghosts;

  g_object_get (self->why, "ghosts", &ghosts, NULL);
  if (ghosts)
    show_why (self, TRUE);
}

static void
on_fix (FoyerPreviewPage *self, const FoyerRemedy *remedy)
{
  foyer_remedy_verbs_carry_out (self->fixes, remedy);
}

/* --- Actions --- */

static FoyerPreviewEyes *
get_eyes (FoyerPreviewPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->row_eyes)) ? self->row_eyes : self->eyes;
}

static void
on_client (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_preview_eyes_choose_client (get_eyes (user_data));
}

static void
on_person (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_preview_eyes_choose_person (get_eyes (user_data));
}

/* @error: (nullable): why nobody was found, if that is not because there is nobody */
static void
say_nobody (FoyerPreviewPage *self, const GError *error)
{
  foyer_area_page_say (FOYER_AREA_PAGE (self), error != NULL ? _ ("The records here could not be read")
                                                             : _ ("Nobody has access to the portal yet"));
}

static void
on_typical_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPreviewViewer) viewer = foyer_preview_typical_finish (FOYER_STORE (source), result, &error);

  if (foyer_area_page_get_desk (FOYER_AREA_PAGE (self)) == NULL)
    return;
  if (viewer != NULL)
    foyer_preview_stage_choose (self->stage, viewer);
  else
    say_nobody (self, error);
}

static void
on_typical (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerDesk *desk = foyer_area_page_get_desk (user_data);

  if (desk != NULL)
    foyer_preview_typical_async (foyer_desk_get_store (desk), NULL, on_typical_found,
                                 g_object_ref (user_data));
}

/* Of the clients that are shown one after the other, or of the list that somebody came from. */
static void
step (FoyerPreviewPage *self, int direction)
{
  if (self->tour == NULL || !foyer_preview_tour_move (self->tour, direction))
    g_signal_emit (self, signals[STEP], 0, direction);
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, 1);
}

static void
on_previous (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, -1);
}

static const GActionEntry entries[] = {
  { .name = "client", .activate = on_client },     { .name = "person", .activate = on_person },
  { .name = "typical", .activate = on_typical },   { .name = "next", .activate = on_next },
  { .name = "previous", .activate = on_previous },
};

static void
on_change_frames (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_simple_action_set_state (action, value);
  g_object_set (FOYER_PREVIEW_PAGE (user_data)->frames, "layout", g_variant_get_string (value, NULL), NULL);
}

static void
on_change_differences (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  set_side (user_data, g_variant_get_boolean (value) ? "differences" : "");
}

static void
on_change_outline (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  set_side (user_data, g_variant_get_boolean (value) ? "outline" : "");
}

static const GActionEntry stateful_entries[] = {
  { .name = "differences", .state = "false", .change_state = on_change_differences },
  { .name = "outline", .state = "false", .change_state = on_change_outline },
  { .name = "frames", .parameter_type = "s", .state = "'both'", .change_state = on_change_frames },
};

/* --- The area --- */

static void
foyer_preview_page_start (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerPreviewPage *self = FOYER_PREVIEW_PAGE (area);

  self->module = foyer_web_module_new (foyer_desk_get_clock (desk), NULL);
  self->stage = foyer_preview_stage_new (desk);
  self->check = foyer_preview_check_new (desk);
  self->log = foyer_preview_log_new (desk);
  self->tour = foyer_preview_tour_new (desk, self->stage);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->check, "outdated", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  foyer_preview_circumstances_add (G_ACTION_MAP (self->actions), self->stage, desk, GTK_WIDGET (self));
  foyer_preview_takings_add (G_ACTION_MAP (self->actions), area, self->stage, self->frames);
  g_signal_connect_object (self->stage, "notify::source", G_CALLBACK (on_notify_source), self,
                           G_CONNECT_SWAPPED);
  on_notify_source (self);
  notify (self, PROP_STAGE);
  notify (self, PROP_CHECK);
  notify (self, PROP_TOUR);
  foyer_remedy_verbs_start (self->fixes, desk);
  foyer_preview_draft_follow (self->stage, foyer_desk_get_draft (desk));
  foyer_preview_eyes_start (self->eyes, desk, self->stage);
  foyer_preview_eyes_start (self->row_eyes, desk, self->stage);
  foyer_preview_frames_start (self->frames, desk, self->module, self->stage);
  foyer_why_panel_start (self->why, desk, self->stage);
  self->unseen = foyer_preview_unseen_new (desk, self->stage, self->frames);
  g_signal_connect_object (self->unseen, "made", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
}

static void
foyer_preview_page_stop (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerPreviewPage *self = FOYER_PREVIEW_PAGE (area);

  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), self);
  foyer_preview_tour_stop (self->tour);
  foyer_preview_log_leave (self->log);
  foyer_preview_unseen_stop (self->unseen);
  foyer_preview_check_stop (self->check);
  foyer_remedy_verbs_stop (self->fixes);
  foyer_preview_eyes_stop (self->eyes);
  foyer_preview_eyes_stop (self->row_eyes);
  foyer_preview_frames_stop (self->frames);
  foyer_why_panel_stop (self->why);
}

static void
foyer_preview_page_move (FoyerAreaPage *area, int direction)
{
  step (FOYER_PREVIEW_PAGE (area), direction);
}

/* Return, where nothing else heard it: on a card of the Why? panel. */
static void
foyer_preview_page_open (FoyerAreaPage *area)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (area));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (FOYER_PREVIEW_PAGE (area)->why)))
    gtk_widget_activate (focus);
}

/* Who is in the panel, or sees nothing else, goes back to the page first. */
static gboolean
foyer_preview_page_back (FoyerAreaPage *area)
{
  FoyerPreviewPage *self = FOYER_PREVIEW_PAGE (area);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (!self->shows_why
      || (!foyer_preview_room_is_single (self->room)
          && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->why)))))
    return FALSE;
  show_why (self, FALSE);
  return TRUE;
}

static const char *
get_page_title (FoyerPreviewPage *self)
{
  const char *title = self->answer == NULL ? "" : foyer_preview_place_title (self->answer->made);

  return *title == '\0' ? _ ("Page") : title;
}

static void
foyer_preview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewPage *self = FOYER_PREVIEW_PAGE (object);

  switch (id) {
  case PROP_STAGE:
    g_value_set_object (value, self->stage);
    break;
  case PROP_CHECK:
    g_value_set_object (value, self->check);
    break;
  case PROP_TOUR:
    g_value_set_object (value, self->tour);
    break;
  case PROP_ROOM:
    g_value_set_object (value, self->room);
    break;
  case PROP_SIDE:
    g_value_set_string (value, self->side);
    break;
  case PROP_PAGE_TITLE:
    g_value_set_string (value, get_page_title (self));
    break;
  case PROP_SHOWS_WHY:
    g_value_set_boolean (value, self->shows_why);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  show_why (FOYER_PREVIEW_PAGE (object), g_value_get_boolean (value));
}

static gboolean
foyer_preview_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_eyes (FOYER_PREVIEW_PAGE (widget))));
}

/* Whoever looks at something else has looked. */
static void
foyer_preview_page_unmap (GtkWidget *widget)
{
  FoyerPreviewPage *self = FOYER_PREVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (foyer_preview_page_parent_class)->unmap (widget);
  if (foyer_area_page_get_desk (FOYER_AREA_PAGE (self)) != NULL) {
    foyer_preview_log_leave (self->log);
    foyer_preview_tour_end (self->tour);
  }
}

static void
foyer_preview_page_finalize (GObject *object)
{
  FoyerPreviewPage *self = FOYER_PREVIEW_PAGE (object);

  g_clear_pointer (&self->answer, foyer_preview_answer_unref);
  g_free (self->side);
  g_clear_object (&self->room);
  g_clear_object (&self->unseen);
  g_clear_object (&self->log);
  g_clear_object (&self->tour);
  g_clear_object (&self->check);
  g_clear_object (&self->stage);
  g_clear_object (&self->module);
  g_clear_object (&self->actions);
  g_clear_object (&self->fixes);
  G_OBJECT_CLASS (foyer_preview_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_STAGE] = g_param_spec_object ("stage", NULL, NULL, FOYER_TYPE_PREVIEW_STAGE, readable);
  properties[PROP_CHECK] = g_param_spec_object ("check", NULL, NULL, FOYER_TYPE_PREVIEW_CHECK, readable);
  properties[PROP_TOUR] = g_param_spec_object ("tour", NULL, NULL, FOYER_TYPE_PREVIEW_TOUR, readable);
  properties[PROP_ROOM] = g_param_spec_object ("room", NULL, NULL, FOYER_TYPE_PREVIEW_ROOM, readable);
  properties[PROP_SIDE] = g_param_spec_string ("side", NULL, NULL, "", readable);
  properties[PROP_PAGE_TITLE] = g_param_spec_string ("page-title", NULL, NULL, NULL, readable);
  properties[PROP_SHOWS_WHY]
      = g_param_spec_boolean ("shows-why", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_menus (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    gsize offset;
  } buttons[] = {
    { "place_button", G_STRUCT_OFFSET (FoyerPreviewPage, menus.place) },
    { "title_button", G_STRUCT_OFFSET (FoyerPreviewPage, menus.title) },
    { "moment_button", G_STRUCT_OFFSET (FoyerPreviewPage, menus.moment) },
    { "more_button", G_STRUCT_OFFSET (FoyerPreviewPage, menus.more) },
    { "title_more_button", G_STRUCT_OFFSET (FoyerPreviewPage, menus.title_more) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_class_bind_template_child_full (widget_class, buttons[i].name, FALSE,
                                               (gssize) buttons[i].offset);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FOYER_TYPE_BANNER);
  g_type_ensure (FOYER_TYPE_PREVIEW_BADGE);
  g_type_ensure (FOYER_TYPE_PREVIEW_DIFFERENCES);
  g_type_ensure (FOYER_TYPE_PREVIEW_EMPTY);
  g_type_ensure (FOYER_TYPE_PREVIEW_EYES);
  g_type_ensure (FOYER_TYPE_PREVIEW_FRAMES);
  g_type_ensure (FOYER_TYPE_PREVIEW_LAYOUTS);
  g_type_ensure (FOYER_TYPE_PREVIEW_OUTLINE);
  g_type_ensure (FOYER_TYPE_PREVIEW_SOURCES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPage, eyes);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPage, row_eyes);
  bind_menus (widget_class);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPage, frames);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPage, main_box);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPage, instead);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPage, differences);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewPage, outline);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_has_side);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_moment_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_note_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_pretence_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_shows_main);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_state);
  gtk_widget_class_bind_template_callback (widget_class, on_followed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_made);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
foyer_preview_page_class_init (FoyerPreviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerAreaPageClass *area_class = FOYER_AREA_PAGE_CLASS (klass);

  object_class->get_property = foyer_preview_page_get_property;
  object_class->set_property = foyer_preview_page_set_property;
  object_class->finalize = foyer_preview_page_finalize;
  widget_class->grab_focus = foyer_preview_page_grab_focus;
  widget_class->unmap = foyer_preview_page_unmap;
  area_class->start = foyer_preview_page_start;
  area_class->stop = foyer_preview_page_stop;
  area_class->move = foyer_preview_page_move;
  area_class->open = foyer_preview_page_open;
  area_class->back = foyer_preview_page_back;
  install_properties (object_class);
  signals[STEP] = g_signal_new ("step", FOYER_TYPE_PREVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  bind_template (widget_class);
}

/* Beside all else of the page, from its top to its bottom. */
static void
add_why (FoyerPreviewPage *self)
{
  g_autoptr (GPropertyAction) why = NULL;
  g_autoptr (GPropertyAction) ghosts = NULL;
  GtkWidget *beside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GtkWidget) main_box = g_object_ref (self->main_box);

  self->why = g_object_new (FOYER_TYPE_WHY_PANEL, "visible", FALSE, NULL);
  adw_bin_set_child (ADW_BIN (self), beside);
  gtk_box_append (GTK_BOX (beside), main_box);
  gtk_box_append (GTK_BOX (beside), GTK_WIDGET (self->why));
  why = g_property_action_new ("why", self, "shows-why");
  ghosts = g_property_action_new ("ghosts", self->why, "ghosts");
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (why));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (ghosts));
  g_object_bind_property (self->room, "single", self->why, "alone", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->why, "fix", G_CALLBACK (on_fix), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->why, "said", G_CALLBACK (foyer_area_page_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->why, "closed", G_CALLBACK (on_why_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->why, "notify::ghosts", G_CALLBACK (on_notify_ghosts), self,
                           G_CONNECT_SWAPPED);
}

static void
foyer_preview_page_init (FoyerPreviewPage *self)
{
  self->side = g_strdup ("");
  self->room = foyer_preview_room_new ();
  self->actions = g_simple_action_group_new ();
  self->fixes = foyer_preview_fixes_new (FOYER_AREA_PAGE (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), stateful_entries,
                                   G_N_ELEMENTS (stateful_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preview", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_why (self);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), foyer_preview_fit_new (self->room));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  foyer_preview_menus_add (G_ACTION_MAP (self->actions), &self->menus);
  foyer_area_page_add_keys (FOYER_AREA_PAGE (self), FOYER_KEYS_PREVIEW);
}

GtkWidget *
foyer_preview_page_new (void)
{
  return g_object_new (FOYER_TYPE_PREVIEW_PAGE, NULL);
}

gboolean
foyer_preview_page_look_at (FoyerPreviewPage *self, const char *record_id)
{
  g_return_val_if_fail (FOYER_IS_PREVIEW_PAGE (self) && self->stage != NULL, FALSE);

  return foyer_preview_stage_look_at (self->stage, record_id);
}

void
foyer_preview_page_follow (FoyerPreviewPage *self, const char *link)
{
  FoyerDesk *desk = foyer_area_page_get_desk (FOYER_AREA_PAGE (self));
  const char *problem = desk == NULL ? NULL : foyer_preview_stage_follow_link (self->stage, link);

  if (problem != NULL)
    foyer_area_page_say (FOYER_AREA_PAGE (self), problem);
}

void
foyer_preview_page_tour (FoyerPreviewPage *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_PAGE (self) && self->tour != NULL);

  foyer_preview_tour_begin (self->tour);
}

static void
on_bookable_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPreviewSpot) spot = foyer_preview_bookable_finish (FOYER_STORE (source), result, &error);

  if (foyer_area_page_get_desk (FOYER_AREA_PAGE (self)) == NULL)
    return;
  if (spot != NULL && spot->viewer != NULL) {
    foyer_preview_stage_choose (self->stage, spot->viewer);
    foyer_preview_stage_set_address (self->stage, spot->address);
  } else {
    say_nobody (self, error);
  }
}

void
foyer_preview_page_try_booking (FoyerPreviewPage *self)
{
  FoyerDesk *desk = foyer_area_page_get_desk (FOYER_AREA_PAGE (self));
  g_autoptr (JsonObject) draft = NULL;

  g_return_if_fail (FOYER_IS_PREVIEW_PAGE (self) && desk != NULL);

  g_object_get (self->stage, "draft", &draft, NULL);
  g_object_set (self->stage, "source", draft == NULL ? FOYER_PREVIEW_LIVE : FOYER_PREVIEW_DRAFT, "moment",
                G_GINT64_CONSTANT (0), NULL);
  foyer_preview_bookable_async (foyer_desk_get_store (desk), draft,
                                foyer_preview_stage_get_client_id (self->stage), foyer_desk_now (desk), NULL,
                                on_bookable_found, g_object_ref (self));
}
