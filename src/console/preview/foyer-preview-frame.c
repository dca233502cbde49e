/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-frame.c - the portal in a frame: pages are made here and drawn by the web room */

#include "foyer-preview-frame.h"

#include "foyer-error-text.h"
#include "foyer-preview-feed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whatever stands after the scheme's authority is the address on the portal. */
#define ORIGIN FOYER_WEB_SCHEME "://portal"

/* Pixels that a frame needs at least. */
#define LEAST 120

struct _FoyerPreviewFrame {
  AdwBin parent_instance;

  /* Construct-time. */
  guint page_width;

  /* Given by whoever starts it. */
  FoyerWebModule *module;     /* (nullable) */
  FoyerPreviewFeed *feed;     /* (nullable) */
  FoyerPreviewFrame *sibling; /* (nullable) (not owned) */

  /* State. */
  GtkWidget *view;   /* (nullable): the bin's child */
  char *address;     /* (nullable) */
  char *problem;     /* (nullable) */
  int natural_width; /* pixels */
  gboolean is_making;
  gboolean is_empty;         /* the view: nobody sees it */
  GCancellable *cancellable; /* (nullable): %NULL once it has stopped */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewFrame, foyer_preview_frame, ADW_TYPE_BIN)

enum { PROP_PAGE_WIDTH = 1, PROP_PROBLEM, N_PROPERTIES };
enum { MOVED, MADE, PAINTED, PRESSED, LEFT, MISSING, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_problem (FoyerPreviewFrame *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static const FoyerWebRoom *
get_room (FoyerPreviewFrame *self)
{
  return self->module == NULL ? NULL : foyer_web_module_get_room (self->module);
}

/* The page's width stays what it is: the frame shows it larger or smaller. */
static void
fit (FoyerPreviewFrame *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->view != NULL && width > 0)
    get_room (self)->set_zoom (self->view, CLAMP ((double) width / self->page_width, 0.1, 5.0));
}

/* --- What the view asks for --- */

static const char *
get_path (const char *address)
{
  return g_str_has_prefix (address, ORIGIN "/") ? address + strlen (ORIGIN) : "/preview/not-found";
}

static void
on_ask (gpointer data, GtkWidget *view, FoyerWebRequest *request, const char *address)
{
  FoyerPreviewFrame *self = data;

  foyer_preview_feed_ask (self->feed, get_room (self), request, get_path (address));
}

static void
on_handed (FoyerPreviewFrame *self, FoyerPreviewAnswer *answer, const GError *error)
{
  if (answer == NULL) {
    g_autofree char *sentence = foyer_error_describe (error);

    set_problem (self, sentence);
    return;
  }
  if (answer->missing != NULL)
    g_signal_emit (self, signals[MISSING], 0, answer->missing);
  if (answer->is_page) {
    set_problem (self, NULL);
    g_signal_emit (self, signals[MADE], 0, answer);
  } else if (answer->status == 200 && answer->bytes == NULL) {
    g_signal_emit (self, signals[PRESSED], 0, "file");
  }
}

/* What is drawn may stay; that it is still so is news, and what could not be fetched before can be now, perhaps. */
static void
on_still (FoyerPreviewFrame *self, FoyerPreviewAnswer *answer)
{
  if (answer->missing != NULL)
    g_signal_emit (self, signals[MISSING], 0, answer->missing);
  g_signal_emit (self, signals[MADE], 0, answer);
}

static void
on_page (gpointer data, GtkWidget *view, const char *address)
{
  FoyerPreviewFrame *self = data;
  const char *path = get_path (address);

  if (g_strcmp0 (self->address, path) == 0)
    return;
  g_free (self->address);
  self->address = g_strdup (path);
  g_signal_emit (self, signals[MOVED], 0, self->address);
}

static void
on_painted (gpointer data, GtkWidget *view, const char *address)
{
  g_signal_emit (data, signals[PAINTED], 0);
}

static void
on_act (gpointer data, GtkWidget *view, const char *address, const char *method)
{
  g_signal_emit (data, signals[PRESSED], 0, get_path (address));
}

static void
on_leave (gpointer data, GtkWidget *view, const char *address)
{
  g_signal_emit (data, signals[LEFT], 0, address);
}

static void
on_revive_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewFrame) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foyer_web_module_revive_finish (FOYER_WEB_MODULE (source), result, &error)
      && self->cancellable != NULL)
    set_problem (self, error->message);
}

static void
on_died (gpointer data, GtkWidget *view, gboolean again)
{
  FoyerPreviewFrame *self = data;

  if (again && self->cancellable != NULL)
    foyer_web_module_revive_async (self->module, view, self->cancellable, on_revive_ready,
                                   g_object_ref (self));
  else
    set_problem (self, _ ("This page cannot be drawn"));
}

static const FoyerWebHost host = {
  .ask = on_ask,
  .on_page = on_page,
  .on_painted = on_painted,
  .on_act = on_act,
  .on_leave = on_leave,
  .on_died = on_died,
};

/* --- The view --- */

static void
load (FoyerPreviewFrame *self)
{
  g_autofree char *address = g_strconcat (ORIGIN, self->address, NULL);

  fit (self);
  self->is_empty = FALSE;
  get_room (self)->load (self->view, address);
}

static void
on_outdated (FoyerPreviewFrame *self)
{
  if (self->view == NULL || self->is_empty)
    return;
  if (foyer_preview_feed_is_late (self->feed))
    load (self);
  else
    get_room (self)->reload (self->view);
}

static void
on_view_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewFrame) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *view = foyer_web_module_make_view_finish (FOYER_WEB_MODULE (source), result, &error);

  self->is_making = FALSE;
  if (view == NULL) {
    if (self->cancellable != NULL)
      set_problem (self, error->message);
    return;
  }
  if (self->cancellable == NULL) {
    g_object_ref_sink (view);
    g_object_unref (view);
    return;
  }
  self->view = view;
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The page, as it is drawn; its outline stands beside it"), -1);
  adw_bin_set_child (ADW_BIN (self), view);
  if (self->address != NULL)
    load (self);
}

static void
make_view (FoyerPreviewFrame *self)
{
  GtkWidget *sibling = self->sibling == NULL ? NULL : self->sibling->view;

  self->is_making = TRUE;
  foyer_web_module_make_view_async (self->module, sibling, &host, self, self->cancellable, on_view_ready,
                                    g_object_ref (self));
}

void
foyer_preview_frame_show (FoyerPreviewFrame *self, const FoyerPreviewScene *scene, const char *address)
{
  gboolean is_on_its_way;
  char *path;

  g_return_if_fail (FOYER_IS_PREVIEW_FRAME (self) && self->module != NULL);

  is_on_its_way = !self->is_empty && foyer_preview_feed_is_expecting (self->feed)
                  && g_strcmp0 (self->address, address) == 0;
  path = g_strdup (address);
  g_free (self->address);
  self->address = path;
  foyer_preview_feed_expect (self->feed, scene, address);
  if (self->view == NULL && !self->is_making)
    make_view (self);
  else if (self->view != NULL && !is_on_its_way)
    load (self);
}

void
foyer_preview_frame_refresh (FoyerPreviewFrame *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FRAME (self));

  if (self->address != NULL && !self->is_empty)
    foyer_preview_feed_look_again (self->feed, self->address);
}

void
foyer_preview_frame_redraw (FoyerPreviewFrame *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FRAME (self));

  if (self->view == NULL || self->is_empty || foyer_preview_feed_is_expecting (self->feed))
    return;
  foyer_preview_feed_forget (self->feed);
  get_room (self)->reload (self->view);
}

/* --- Pictures --- */

static void
on_picture_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FoyerPreviewFrame *self = g_task_get_source_object (task);
  GError *error = NULL;
  GdkTexture *picture = get_room (self)->take_picture_finish (GTK_WIDGET (source), result, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
foyer_preview_frame_take_picture_async (FoyerPreviewFrame *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_preview_frame_take_picture_async);
  if (self->view == NULL) {
    g_task_return_new_error (task, FOYER_WEB_ERROR, FOYER_WEB_ERROR_FAILED, "%s", _ ("There is no page yet"));
    g_object_unref (task);
    return;
  }
  get_room (self)->take_picture_async (self->view, (int) self->page_width, TRUE, cancellable,
                                       on_picture_ready, task);
}

GdkTexture *
foyer_preview_frame_take_picture_finish (FoyerPreviewFrame *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
foyer_preview_frame_print (FoyerPreviewFrame *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->view != NULL)
    get_room (self)->print (self->view, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

/* --- The widget --- */

void
foyer_preview_frame_set_natural_width (FoyerPreviewFrame *self, int width)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FRAME (self) && width >= LEAST);

  if (self->natural_width == width)
    return;
  self->natural_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

JsonObject *
foyer_preview_frame_get_view (FoyerPreviewFrame *self)
{
  FoyerPreviewAnswer *shown = self->feed == NULL ? NULL : foyer_preview_feed_get_shown (self->feed);

  return shown == NULL ? NULL : shown->view;
}

const char *
foyer_preview_frame_get_problem (FoyerPreviewFrame *self)
{
  return self->problem;
}

void
foyer_preview_frame_start (FoyerPreviewFrame *self,
                           FoyerDesk *desk,
                           FoyerWebModule *module,
                           FoyerPreviewFrame *sibling)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FRAME (self) && self->feed == NULL);

  self->module = g_object_ref (module);
  self->sibling = sibling;
  self->cancellable = g_cancellable_new ();
  self->feed = foyer_preview_feed_new (desk);
  g_signal_connect_object (self->feed, "handed", G_CALLBACK (on_handed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "still", G_CALLBACK (on_still), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "outdated", G_CALLBACK (on_outdated), self, G_CONNECT_SWAPPED);
}

void
foyer_preview_frame_stop (FoyerPreviewFrame *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FRAME (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->feed != NULL)
    foyer_preview_feed_stop (self->feed);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  self->sibling = NULL;
}

static void
foyer_preview_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (widget);

  fit (self);
  if (self->view != NULL)
    gtk_widget_allocate (self->view, width, height, baseline, NULL);
}

/* It takes what room there is: the page is scrolled in it. */
static void
foyer_preview_frame_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (widget);

  *minimum = LEAST;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->natural_width : LEAST;
  if (self->view != NULL)
    gtk_widget_measure (self->view, orientation, for_size, NULL, NULL, NULL, NULL);
}

/* What nobody sees is not kept by WebKit: whoever comes back, to somebody else perhaps, must not see it first, nor wait until it is drawn. */
static void
foyer_preview_frame_unmap (GtkWidget *widget)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (widget);

  GTK_WIDGET_CLASS (foyer_preview_frame_parent_class)->unmap (widget);
  if (self->view == NULL || self->is_empty)
    return;
  self->is_empty = TRUE;
  foyer_preview_feed_forget (self->feed);
  get_room (self)->load (self->view, FOYER_WEB_EMPTY);
}

static void
foyer_preview_frame_map (GtkWidget *widget)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (widget);

  GTK_WIDGET_CLASS (foyer_preview_frame_parent_class)->map (widget);
  if (self->view == NULL || !self->is_empty || self->address == NULL)
    return;
  foyer_preview_feed_expect (self->feed, NULL, self->address);
  load (self);
}

static void
foyer_preview_frame_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (object);

  switch (id) {
  case PROP_PAGE_WIDTH:
    self->page_width = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (object);

  switch (id) {
  case PROP_PAGE_WIDTH:
    g_value_set_uint (value, self->page_width);
    break;
  case PROP_PROBLEM:
    g_value_set_string (value, self->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_frame_dispose (GObject *object)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (object);

  foyer_preview_frame_stop (self);
  g_clear_object (&self->feed);
  g_clear_object (&self->module);
  G_OBJECT_CLASS (foyer_preview_frame_parent_class)->dispose (object);
}

static void
foyer_preview_frame_finalize (GObject *object)
{
  FoyerPreviewFrame *self = FOYER_PREVIEW_FRAME (object);

  g_free (self->address);
  g_free (self->problem);
  G_OBJECT_CLASS (foyer_preview_frame_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType parameter)
{
  return g_signal_new (name, FOYER_TYPE_PREVIEW_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       parameter == G_TYPE_NONE ? 0 : 1, parameter);
}

static void
foyer_preview_frame_class_init (FoyerPreviewFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_preview_frame_set_property;
  object_class->get_property = foyer_preview_frame_get_property;
  object_class->dispose = foyer_preview_frame_dispose;
  object_class->finalize = foyer_preview_frame_finalize;
  GTK_WIDGET_CLASS (klass)->map = foyer_preview_frame_map;
  GTK_WIDGET_CLASS (klass)->unmap = foyer_preview_frame_unmap;
  GTK_WIDGET_CLASS (klass)->measure = foyer_preview_frame_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = foyer_preview_frame_size_allocate;

  properties[PROP_PAGE_WIDTH]
      = g_param_spec_uint ("page-width", NULL, NULL, 100, 4000, 1024,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM]
      = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[MOVED] = add_signal ("moved", G_TYPE_STRING);
  signals[MADE] = add_signal ("made", G_TYPE_POINTER);
  signals[PAINTED] = add_signal ("painted", G_TYPE_NONE);
  signals[PRESSED] = add_signal ("pressed", G_TYPE_STRING);
  signals[LEFT] = add_signal ("left", G_TYPE_STRING);
  signals[MISSING] = add_signal ("missing", G_TYPE_STRING);
}

static void
foyer_preview_frame_init (FoyerPreviewFrame *self)
{
  self->natural_width = LEAST;
  /* The bin's own layout manager would not tell of the size. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
