/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-beside.c - words with a button beside them, or below where there is no room */

#include "foyer-beside.h"

/* Words that are broken into shorter lines than this are no longer read at a glance. */
#define READABLE_CHARS 22
#define SPACING 12
#define SPACING_BELOW 8

struct _FoyerBeside {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerBeside, foyer_beside, GTK_TYPE_WIDGET)

typedef struct {
  GtkWidget *words;  /* (nullable) */
  GtkWidget *button; /* (nullable) */
  int words_least;   /* pixels */
  int words_wanted;  /* pixels */
  int button_least;  /* pixels */
  int button_wanted; /* pixels */
  int least_beside;  /* pixels: narrower than this, the button goes below */
} Parts;

static GtkWidget *
laid_out (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child) ? child : NULL;
}

static int
get_readable_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = READABLE_CHARS * pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static void
get_parts (GtkWidget *widget, Parts *parts)
{
  GtkWidget *words = gtk_widget_get_first_child (widget);

  *parts = (Parts){ 0 };
  parts->words = laid_out (words);
  parts->button = words == NULL ? NULL : laid_out (gtk_widget_get_next_sibling (words));
  if (parts->words != NULL)
    gtk_widget_measure (parts->words, GTK_ORIENTATION_HORIZONTAL, -1, &parts->words_least,
                        &parts->words_wanted, NULL, NULL);
  if (parts->button != NULL)
    gtk_widget_measure (parts->button, GTK_ORIENTATION_HORIZONTAL, -1, &parts->button_least,
                        &parts->button_wanted, NULL, NULL);
  if (parts->words != NULL && parts->button != NULL)
    parts->least_beside = MAX (parts->words_least, MIN (parts->words_wanted, get_readable_width (widget)))
                          + SPACING + parts->button_wanted;
}

static int
get_height (GtkWidget *child, int width)
{
  int height = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
foyer_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_beside_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  Parts parts;
  const gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;
  int spacing;

  get_parts (widget, &parts);
  spacing = parts.words != NULL && parts.button != NULL ? SPACING : 0;
  if (is_width) {
    *minimum = MAX (parts.words_least, parts.button_least);
    *natural = parts.words_wanted + spacing + parts.button_wanted;
  } else if (for_size < 0)
    *minimum = *natural = MAX (get_height (parts.words, -1), get_height (parts.button, -1));
  else if (spacing == 0)
    *minimum = *natural = get_height (parts.words, for_size) + get_height (parts.button, for_size);
  else if (for_size >= parts.least_beside)
    *minimum = *natural = MAX (get_height (parts.words, for_size - spacing - parts.button_wanted),
                               get_height (parts.button, parts.button_wanted));
  else
    *minimum = *natural
        = get_height (parts.words, for_size) + SPACING_BELOW
          + get_height (parts.button, CLAMP (for_size, parts.button_least, parts.button_wanted));
}

static void
foyer_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Parts parts;
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation words = { 0, 0, width, height };
  GtkAllocation button = { 0, 0, width, height };

  get_parts (widget, &parts);
  if (parts.words != NULL && parts.button != NULL && width >= parts.least_beside) {
    words.width = width - SPACING - parts.button_wanted;
    words.x = rtl ? width - words.width : 0;
    button.width = parts.button_wanted;
    button.x = rtl ? 0 : width - button.width;
  } else if (parts.words != NULL && parts.button != NULL) {
    words.height = get_height (parts.words, width);
    button.width = CLAMP (width, parts.button_least, parts.button_wanted);
    button.x = rtl ? width - button.width : 0;
    button.y = words.height + SPACING_BELOW;
    button.height = height - button.y;
  }
  if (parts.words != NULL)
    gtk_widget_size_allocate (parts.words, &words, -1);
  if (parts.button != NULL)
    gtk_widget_size_allocate (parts.button, &button, -1);
}

static void
foyer_beside_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (foyer_beside_parent_class)->dispose (object);
}

static void
foyer_beside_class_init (FoyerBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_beside_dispose;
  widget_class->get_request_mode = foyer_beside_get_request_mode;
  widget_class->measure = foyer_beside_measure;
  widget_class->size_allocate = foyer_beside_size_allocate;
}

static void
foyer_beside_init (FoyerBeside *self)
{
}

GtkWidget *
foyer_beside_new (void)
{
  return g_object_new (FOYER_TYPE_BESIDE, NULL);
}
