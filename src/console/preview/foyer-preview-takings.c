/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-takings.c - what is taken along from a preview: pictures, paper, links, and the page in a browser */

#include "foyer-preview-takings.h"

#include "foyer-preview-browser.h"
#include "foyer-preview-picture.h"

#include <glib/gi18n-lib.h>

/* What the actions need; it goes with the map. */
typedef struct {
  FoyerAreaPage *area; /* (not owned) */
  FoyerPreviewStage *stage;
  FoyerPreviewFrames *frames; /* (not owned): of the area */
} Takings;

static void
free_takings (gpointer data)
{
  g_object_unref (((Takings *) data)->stage);
  g_free (data);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerPreviewFrame *frame = foyer_preview_frames_get_first (((Takings *) user_data)->frames);

  if (frame != NULL)
    foyer_preview_frame_print (frame);
}

static void
on_open_in_browser (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Takings *self = user_data;

  if (foyer_preview_stage_has_viewer (self->stage))
    foyer_preview_browser_open (self->stage, self->area);
}

static void
on_copy_link (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Takings *self = user_data;
  g_autofree char *text = NULL;

  if (!foyer_preview_stage_has_viewer (self->stage))
    return;
  text = foyer_preview_stage_make_link (self->stage);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->area)), text);
  foyer_area_page_say (self->area, _ ("Link to this preview copied"));
}

static void
on_copy_picture (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Takings *self = user_data;
  FoyerPreviewFrame *frame = foyer_preview_frames_get_first (self->frames);

  if (frame != NULL)
    foyer_preview_picture_copy (frame, self->area);
}

static void
on_save_picture (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Takings *self = user_data;
  FoyerPreviewFrame *frame = foyer_preview_frames_get_first (self->frames);
  g_autofree char *title = NULL;

  g_object_get (self->area, "page-title", &title, NULL);
  if (frame != NULL)
    foyer_preview_picture_save (frame, self->area, title);
}

static const GActionEntry entries[] = {
  { .name = "print", .activate = on_print },
  { .name = "open-in-browser", .activate = on_open_in_browser },
  { .name = "copy-link", .activate = on_copy_link },
  { .name = "copy-picture", .activate = on_copy_picture },
  { .name = "save-picture", .activate = on_save_picture },
};

void
foyer_preview_takings_add (GActionMap *map,
                           FoyerAreaPage *area,
                           FoyerPreviewStage *stage,
                           FoyerPreviewFrames *frames)
{
  Takings *self = g_new0 (Takings, 1);

  self->area = area;
  self->stage = g_object_ref (stage);
  self->frames = frames;
  g_object_set_data_full (G_OBJECT (map), "foyer-preview-takings", self, free_takings);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}
