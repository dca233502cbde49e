/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-section.c - cards under a title */

#include "foyer-why-section.h"

#include "foyer-text-closures.h"

struct _FoyerWhySection {
  AdwBin parent_instance;

  /* Template. */
  GtkListBox *cards;

  char *title; /* (nullable) */
  guint count;
};

G_DEFINE_FINAL_TYPE (FoyerWhySection, foyer_why_section, ADW_TYPE_BIN)

enum { PROP_TITLE = 1, PROP_COUNT, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static FoyerWhyCard *
get_card (FoyerWhySection *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->cards, (int) position);

  return row == NULL ? NULL : FOYER_WHY_CARD (row);
}

static gboolean
is_of (FoyerWhyCard *card, FoyerWhyItem *item)
{
  return card != NULL
         && g_str_equal (foyer_why_item_get_key (foyer_why_card_get_item (card)),
                         foyer_why_item_get_key (item));
}

/* Takes away what stands before the card of @item, if it has one. */
static void
make_room (FoyerWhySection *self, guint position, FoyerWhyItem *item)
{
  guint found = position;

  while (get_card (self, found) != NULL && !is_of (get_card (self, found), item))
    found++;
  if (get_card (self, found) == NULL) {
    gtk_list_box_insert (self->cards, foyer_why_card_new (item), (int) position);
    return;
  }
  for (; found > position; found--)
    gtk_list_box_remove (self->cards, GTK_WIDGET (get_card (self, position)));
}

void
foyer_why_section_show (FoyerWhySection *self, GPtrArray *items)
{
  FoyerWhyCard *card;

  g_return_if_fail (FOYER_IS_WHY_SECTION (self));

  for (guint i = 0; i < items->len; i++) {
    make_room (self, i, items->pdata[i]);
    foyer_why_card_set_item (get_card (self, i), items->pdata[i]);
  }
  while ((card = get_card (self, items->len)) != NULL)
    gtk_list_box_remove (self->cards, GTK_WIDGET (card));
  if (self->count == items->len)
    return;
  self->count = items->len;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

gboolean
foyer_why_section_focus (FoyerWhySection *self)
{
  FoyerWhyCard *card = get_card (self, 0);

  return card != NULL && gtk_widget_grab_focus (GTK_WIDGET (card));
}

FoyerWhyItem *
foyer_why_section_find (FoyerWhySection *self, const char *key)
{
  for (guint i = 0; i < self->count; i++) {
    FoyerWhyItem *item = foyer_why_card_get_item (get_card (self, i));

    if (g_str_equal (foyer_why_item_get_key (item), key))
      return item;
  }
  return NULL;
}

FoyerWhyItem *
foyer_why_section_get_item (FoyerWhySection *self, guint position)
{
  FoyerWhyCard *card = get_card (self, position);

  return card == NULL ? NULL : foyer_why_card_get_item (card);
}

guint
foyer_why_section_get_count (FoyerWhySection *self)
{
  return self->count;
}

static void
foyer_why_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerWhySection *self = FOYER_WHY_SECTION (object);

  if (g_strcmp0 (self->title, g_value_get_string (value)) == 0)
    return;
  g_free (self->title);
  self->title = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_why_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerWhySection *self = FOYER_WHY_SECTION (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else
    g_value_set_uint (value, self->count);
}

static void
foyer_why_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_WHY_SECTION);
  G_OBJECT_CLASS (foyer_why_section_parent_class)->dispose (object);
}

static void
foyer_why_section_finalize (GObject *object)
{
  g_free (FOYER_WHY_SECTION (object)->title);
  G_OBJECT_CLASS (foyer_why_section_parent_class)->finalize (object);
}

static void
foyer_why_section_class_init (FoyerWhySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_why_section_set_property;
  object_class->get_property = foyer_why_section_get_property;
  object_class->dispose = foyer_why_section_dispose;
  object_class->finalize = foyer_why_section_finalize;
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT]
      = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-why-section.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWhySection, cards);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
}

static void
foyer_why_section_init (FoyerWhySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
