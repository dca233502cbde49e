/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-frame.c - one view of the portal, and who is told what happens in it */

#include "foyer-web-frame.h"

#include "foyer-web-shrink.h"

#include <string.h>

#define MOST_REVIVALS 2

/* Below it what WebKit draws is made smaller, since it enlarges letters of less than 9 pixels, which moves everything. */
#define LEAST_ZOOM 1.0

struct _FoyerWebFrame {
  GtkWidget parent_instance;
  WebKitWebView *web;
  const FoyerWebHost *host; /* NULL once disposed of */
  gpointer data;
  char *address;   /* of the page that is shown or being loaded */
  char *there;     /* (nullable): of the one that is shown, also of the empty one */
  guint revivals;  /* since the host last loaded something */
  gboolean failed; /* the load that is going on */
  gboolean drawn;  /* since the page came */
  gboolean unseen; /* the page is complete and not drawn yet */
  gboolean coming; /* the first page is complete, and the web process draws it */
  gboolean empty;  /* nothing is drawn: there is no page of ours yet that is complete */
  gboolean moving; /* to a place on the page that is shown, which is to be loaded anew there */
  double zoom;
  int pose;            /* 0, or a width in CSS pixels */
  GdkPaintable *still; /* drawn while posing */
};

G_DEFINE_FINAL_TYPE (FoyerWebFrame, foyer_web_frame, GTK_TYPE_WIDGET)

/* Whether there is a page of the host at @address. */
static gboolean
is_page (const char *address)
{
  return address != NULL && g_str_has_prefix (address, FOYER_WEB_SCHEME ":")
         && !g_str_equal (address, FOYER_WEB_EMPTY);
}

/* Whether WebKit would only go to another place on the page that is there. */
static gboolean
is_place (FoyerWebFrame *self, const char *address)
{
  gsize length = strcspn (address, "#");

  return address[length] == '#' && self->there != NULL && !g_str_equal (self->there, address)
         && strcspn (self->there, "#") == length && strncmp (self->there, address, length) == 0;
}

/* Also for steps within one page, which are no loads. */
static void
tell_page (FoyerWebFrame *self)
{
  const char *address = webkit_web_view_get_uri (self->web);

  g_free (self->there);
  self->there = g_strdup (address);
  if (self->host == NULL || !is_page (address))
    return;
  g_free (self->address);
  self->address = g_strdup (address);
  if (self->host->on_page != NULL)
    self->host->on_page (self->data, GTK_WIDGET (self), self->address);
}

static void
on_uri (WebKitWebView *web, GParamSpec *pspec, FoyerWebFrame *self)
{
  if (!webkit_web_view_is_loading (web))
    tell_page (self);
}

/* It went to the place; now the page is asked for. */
static void
on_is_loading (WebKitWebView *web, GParamSpec *pspec, FoyerWebFrame *self)
{
  if (!self->moving || webkit_web_view_is_loading (web))
    return;
  self->moving = FALSE;
  webkit_web_view_reload (web);
}

static void
on_fence_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerWebFrame) self = user_data;
  g_autoptr (GdkTexture) picture
      = webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (source), result, NULL);

  if (self->unseen)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The draw that follows shows the whole page. Where some of the page was drawn before it was complete there may be no other: then the web
 * process is asked for a picture, which it answers when it has nothing left to draw. */
static void
await_draw (FoyerWebFrame *self)
{
  self->unseen = TRUE;
  if (self->drawn)
    webkit_web_view_get_snapshot (self->web, WEBKIT_SNAPSHOT_REGION_VISIBLE, WEBKIT_SNAPSHOT_OPTIONS_NONE,
                                  NULL, on_fence_ready, g_object_ref (self));
}

static void
on_first_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerWebFrame) self = user_data;
  g_autoptr (GdkTexture) picture
      = webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (source), result, NULL);

  if (!self->coming)
    return;
  self->coming = FALSE;
  self->empty = FALSE;
  self->unseen = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The first page after none is drawn when it is complete: never without its style sheets, and never the white of what was there before, which
 * stays until the web process has drawn the page. */
static void
show (FoyerWebFrame *self)
{
  if (!self->empty) {
    await_draw (self);
    return;
  }
  self->coming = TRUE;
  webkit_web_view_get_snapshot (self->web, WEBKIT_SNAPSHOT_REGION_VISIBLE, WEBKIT_SNAPSHOT_OPTIONS_NONE, NULL,
                                on_first_ready, g_object_ref (self));
}

static void
on_load_changed (WebKitWebView *web, WebKitLoadEvent event, FoyerWebFrame *self)
{
  switch (event) {
  case WEBKIT_LOAD_STARTED:
    self->failed = FALSE;
    self->unseen = FALSE;
    self->coming = FALSE;
    break;
  case WEBKIT_LOAD_COMMITTED:
    self->drawn = FALSE;
    tell_page (self);
    break;
  case WEBKIT_LOAD_FINISHED:
    if (!self->failed && is_page (webkit_web_view_get_uri (web)))
      show (self);
    break;
  case WEBKIT_LOAD_REDIRECTED:
  default:
    break;
  }
}

/* Without WebKit's page about it: the host says what there is to say. */
static gboolean
on_load_failed (WebKitWebView *web,
                WebKitLoadEvent event,
                const char *address,
                const GError *error,
                FoyerWebFrame *self)
{
  self->failed = TRUE;
  return TRUE;
}

static void
on_terminated (WebKitWebView *web, WebKitWebProcessTerminationReason reason, FoyerWebFrame *self)
{
  gboolean again = self->revivals < MOST_REVIVALS;

  self->unseen = FALSE;
  self->coming = FALSE;
  self->failed = TRUE;
  if (self->host != NULL && self->host->on_died != NULL)
    self->host->on_died (self->data, GTK_WIDGET (self), again);
}

static void
foyer_web_frame_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
}

/* How much smaller what WebKit draws is shown. */
static double
get_scale (FoyerWebFrame *self)
{
  return MIN (1, self->zoom / LEAST_ZOOM);
}

static void
foyer_web_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoyerWebFrame *self = FOYER_WEB_FRAME (widget);
  const double scale = get_scale (self);

  if (self->pose > 0)
    gtk_widget_allocate (GTK_WIDGET (self->web), self->pose, MAX (1, (int) (height / self->zoom + 0.5)),
                         baseline, NULL);
  else
    gtk_widget_allocate (GTK_WIDGET (self->web), (int) (width / scale + 0.5), (int) (height / scale + 0.5),
                         baseline,
                         scale < 1 ? gsk_transform_scale (NULL, (float) scale, (float) scale) : NULL);
}

/* Not even white, which the page that comes may not be. What was not drawn would not ask to be drawn again. */
static void
draw_nothing (FoyerWebFrame *self)
{
  g_autoptr (GtkSnapshot) nothing = gtk_snapshot_new ();

  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->web), nothing);
}

static void
draw_page (FoyerWebFrame *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GskRenderNode) page = NULL;
  GtkSnapshot *drawn = gtk_snapshot_new ();

  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->web), drawn);
  page = gtk_snapshot_free_to_node (drawn);
  if (page != NULL && !foyer_web_shrink (page, gtk_widget_get_scale_factor (widget), snapshot))
    gtk_snapshot_append_node (snapshot, page);
}

static void
foyer_web_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoyerWebFrame *self = FOYER_WEB_FRAME (widget);

  if (self->still != NULL) {
    gdk_paintable_snapshot (self->still, snapshot, gtk_widget_get_width (widget),
                            gtk_widget_get_height (widget));
    return;
  }
  if (self->empty) {
    draw_nothing (self);
    self->drawn = TRUE;
    return;
  }
  draw_page (self, snapshot);
  self->drawn = TRUE;
  if (!self->unseen)
    return;
  self->unseen = FALSE;
  if (self->host != NULL && self->host->on_painted != NULL)
    self->host->on_painted (self->data, widget, self->address);
}

static void
foyer_web_frame_dispose (GObject *object)
{
  FoyerWebFrame *self = FOYER_WEB_FRAME (object);

  self->host = NULL;
  if (self->web != NULL) {
    g_signal_handlers_disconnect_by_data (self->web, self);
    gtk_widget_unparent (GTK_WIDGET (self->web));
    self->web = NULL;
  }
  g_clear_object (&self->still);
  G_OBJECT_CLASS (foyer_web_frame_parent_class)->dispose (object);
}

static void
foyer_web_frame_finalize (GObject *object)
{
  g_free (FOYER_WEB_FRAME (object)->address);
  g_free (FOYER_WEB_FRAME (object)->there);
  G_OBJECT_CLASS (foyer_web_frame_parent_class)->finalize (object);
}

static gboolean
foyer_web_frame_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOYER_WEB_FRAME (widget)->web));
}

static void
foyer_web_frame_class_init (FoyerWebFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_web_frame_dispose;
  object_class->finalize = foyer_web_frame_finalize;
  widget_class->measure = foyer_web_frame_measure;
  widget_class->size_allocate = foyer_web_frame_size_allocate;
  widget_class->snapshot = foyer_web_frame_snapshot;
  widget_class->grab_focus = foyer_web_frame_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "webframe");
}

static void
foyer_web_frame_init (FoyerWebFrame *self)
{
  self->zoom = 1;
  self->empty = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
foyer_web_frame_new (WebKitWebView *web, const FoyerWebHost *host, gpointer data)
{
  FoyerWebFrame *self = g_object_new (FOYER_TYPE_WEB_FRAME, NULL);

  self->web = web;
  self->host = host;
  self->data = data;
  gtk_widget_set_parent (GTK_WIDGET (web), GTK_WIDGET (self));
  g_signal_connect (web, "load-changed", G_CALLBACK (on_load_changed), self);
  g_signal_connect (web, "load-failed", G_CALLBACK (on_load_failed), self);
  g_signal_connect (web, "notify::uri", G_CALLBACK (on_uri), self);
  g_signal_connect (web, "notify::is-loading", G_CALLBACK (on_is_loading), self);
  g_signal_connect (web, "web-process-terminated", G_CALLBACK (on_terminated), self);
  return GTK_WIDGET (self);
}

WebKitWebView *
foyer_web_frame_get_web (FoyerWebFrame *self)
{
  return self->web;
}

gboolean
foyer_web_frame_ask (FoyerWebFrame *self, FoyerWebRequest *request, const char *address)
{
  if (self->host == NULL)
    return FALSE;
  self->host->ask (self->data, GTK_WIDGET (self), request, address);
  return TRUE;
}

void
foyer_web_frame_act (FoyerWebFrame *self, const char *address, const char *method)
{
  if (self->host != NULL && self->host->on_act != NULL)
    self->host->on_act (self->data, GTK_WIDGET (self), address, method);
}

void
foyer_web_frame_leave (FoyerWebFrame *self, const char *address)
{
  if (self->host != NULL && self->host->on_leave != NULL)
    self->host->on_leave (self->data, GTK_WIDGET (self), address);
}

void
foyer_web_frame_load (GtkWidget *view, const char *address)
{
  FoyerWebFrame *self = FOYER_WEB_FRAME (view);
  g_autofree char *copy = g_strdup (address);

  g_free (self->address);
  self->address = g_steal_pointer (&copy);
  self->revivals = 0;
  if (!is_page (address)) {
    self->empty = TRUE;
    gtk_widget_queue_draw (view);
  }
  self->moving = is_place (self, address);
  webkit_web_view_load_uri (self->web, self->address);
}

/* What is on its way is loaded instead of what is there: WebKit would go back to that. */
void
foyer_web_frame_reload (GtkWidget *view)
{
  FoyerWebFrame *self = FOYER_WEB_FRAME (view);

  if (webkit_web_view_is_loading (self->web))
    webkit_web_view_load_uri (self->web, webkit_web_view_get_uri (self->web));
  else
    webkit_web_view_reload (self->web);
}

void
foyer_web_frame_set_zoom (GtkWidget *view, double zoom)
{
  FoyerWebFrame *self = FOYER_WEB_FRAME (view);

  if (self->zoom == CLAMP (zoom, 0.1, 5))
    return;
  self->zoom = CLAMP (zoom, 0.1, 5);
  if (self->pose == 0)
    webkit_web_view_set_zoom_level (self->web, MAX (self->zoom, LEAST_ZOOM));
  gtk_widget_queue_allocate (view);
}

void
foyer_web_frame_revive (GtkWidget *view)
{
  FoyerWebFrame *self = FOYER_WEB_FRAME (view);

  if (self->revivals >= MOST_REVIVALS || self->address == NULL)
    return;
  self->revivals++;
  webkit_web_view_load_uri (self->web, self->address);
}

void
foyer_web_frame_print (GtkWidget *view, GtkWindow *parent)
{
  g_autoptr (WebKitPrintOperation) operation = webkit_print_operation_new (FOYER_WEB_FRAME (view)->web);

  webkit_print_operation_run_dialog (operation, parent);
}

int
foyer_web_frame_get_drawn_width (FoyerWebFrame *self)
{
  return (int) (gtk_widget_get_width (GTK_WIDGET (self)) / get_scale (self) + 0.5);
}

void
foyer_web_frame_pose (FoyerWebFrame *self, int css_width)
{
  if (self->pose == css_width)
    return;
  if (css_width > 0 && self->still == NULL) {
    g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));

    self->still = gdk_paintable_get_current_image (live);
  } else if (css_width == 0) {
    g_clear_object (&self->still);
  }
  self->pose = css_width;
  webkit_web_view_set_zoom_level (self->web, css_width > 0 ? 1 : MAX (self->zoom, LEAST_ZOOM));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
