/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mark.c - the first letter of an organisation's name on its brand colour */

#include "foyer-mark.h"

#include "foyer-brand.h"

#define SIZE 28
#define RADIUS 8

struct _FoyerMark {
  GtkWidget parent_instance;

  char *name;
  char *colour;
};

G_DEFINE_FINAL_TYPE (FoyerMark, foyer_mark, GTK_TYPE_WIDGET)

enum {
  PROP_NAME = 1,
  PROP_COLOUR,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static GdkRGBA
to_rgba (FoyerColour colour)
{
  return (GdkRGBA){ (colour >> 16 & 0xff) / 255.f, (colour >> 8 & 0xff) / 255.f, (colour & 0xff) / 255.f,
                    1.f };
}

static void
foyer_mark_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static PangoLayout *
create_letter (FoyerMark *self)
{
  g_autofree char *letter
      = self->name == NULL || *self->name == '\0' ? NULL : g_utf8_substring (self->name, 0, 1);
  g_autofree char *capital = letter == NULL ? g_strdup ("") : g_utf8_strup (letter, -1);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), capital);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_ULTRABOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
foyer_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoyerMark *self = FOYER_MARK (widget);
  const float width = gtk_widget_get_width (widget);
  const float height = gtk_widget_get_height (widget);
  g_autoptr (PangoLayout) letter = create_letter (self);
  FoyerColour colour = FOYER_BRAND_DEFAULT;
  FoyerBrandTokens tokens;
  PangoRectangle ink;
  GskRoundedRect shape;
  GdkRGBA fill;
  GdkRGBA text;

  foyer_colour_parse (self->colour, &colour);
  tokens = foyer_brand_derive (colour, FOYER_BRAND_LIGHT);
  fill = to_rgba (tokens.brand);
  text = to_rgba (tokens.ink);

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &fill, &shape.bounds);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_extents (letter, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - ink.width) / 2 - ink.x,
                                                          (height - ink.height) / 2 - ink.y));
  gtk_snapshot_append_layout (snapshot, letter, &text);
  gtk_snapshot_restore (snapshot);
}

static void
foyer_mark_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerMark *self = FOYER_MARK (object);
  char **place = id == PROP_NAME ? &self->name : &self->colour;

  if (g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;
  g_free (*place);
  *place = g_value_dup_string (value);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerMark *self = FOYER_MARK (object);

  g_value_set_string (value, id == PROP_NAME ? self->name : self->colour);
}

static void
foyer_mark_finalize (GObject *object)
{
  FoyerMark *self = FOYER_MARK (object);

  g_free (self->name);
  g_free (self->colour);
  G_OBJECT_CLASS (foyer_mark_parent_class)->finalize (object);
}

static void
foyer_mark_class_init (FoyerMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_mark_set_property;
  object_class->get_property = foyer_mark_get_property;
  object_class->finalize = foyer_mark_finalize;
  widget_class->measure = foyer_mark_measure;
  widget_class->snapshot = foyer_mark_snapshot;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /* The name stands beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_mark_init (FoyerMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
