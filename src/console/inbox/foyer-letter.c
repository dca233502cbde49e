/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-letter.c - one message as the thread shows it */

#include "foyer-letter.h"

struct _FoyerLetter {
  GObject parent_instance;

  FoyerRecord *message;
  FoyerOfficeTime *time;
  GListModel *attachments;
  char *author;
  gboolean heads_day;
  gboolean heads_news;
};

G_DEFINE_FINAL_TYPE (FoyerLetter, foyer_letter, G_TYPE_OBJECT)

enum {
  PROP_MESSAGE = 1,
  PROP_AUTHOR,
  PROP_TIME,
  PROP_HEADS_DAY,
  PROP_HEADS_NEWS,
  PROP_ATTACHMENTS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_letter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerLetter *self = FOYER_LETTER (object);

  switch (id) {
  case PROP_MESSAGE:
    g_value_set_object (value, self->message);
    break;
  case PROP_AUTHOR:
    g_value_set_string (value, self->author);
    break;
  case PROP_TIME:
    g_value_set_object (value, self->time);
    break;
  case PROP_HEADS_DAY:
    g_value_set_boolean (value, self->heads_day);
    break;
  case PROP_HEADS_NEWS:
    g_value_set_boolean (value, self->heads_news);
    break;
  case PROP_ATTACHMENTS:
    g_value_set_object (value, self->attachments);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_letter_finalize (GObject *object)
{
  FoyerLetter *self = FOYER_LETTER (object);

  g_clear_object (&self->message);
  g_clear_object (&self->time);
  g_clear_object (&self->attachments);
  g_free (self->author);
  G_OBJECT_CLASS (foyer_letter_parent_class)->finalize (object);
}

static void
foyer_letter_class_init (FoyerLetterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_letter_get_property;
  object_class->finalize = foyer_letter_finalize;

  properties[PROP_MESSAGE] = g_param_spec_object ("message", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  properties[PROP_TIME] = g_param_spec_object ("time", NULL, NULL, FOYER_TYPE_OFFICE_TIME, flags);
  properties[PROP_HEADS_DAY] = g_param_spec_boolean ("heads-day", NULL, NULL, FALSE, flags);
  properties[PROP_HEADS_NEWS] = g_param_spec_boolean ("heads-news", NULL, NULL, FALSE, flags);
  properties[PROP_ATTACHMENTS] = g_param_spec_object ("attachments", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_letter_init (FoyerLetter *self)
{
}

FoyerLetter *
foyer_letter_new (FoyerRecord *message, const char *author, FoyerOfficeTime *time, GListModel *attachments)
{
  FoyerLetter *self = g_object_new (FOYER_TYPE_LETTER, NULL);

  self->message = g_object_ref (message);
  self->author = g_strdup (author);
  self->time = g_object_ref (time);
  self->attachments = g_object_ref (attachments);
  return self;
}

FoyerRecord *
foyer_letter_get_message (FoyerLetter *self)
{
  g_return_val_if_fail (FOYER_IS_LETTER (self), NULL);

  return self->message;
}

GListModel *
foyer_letter_get_attachments (FoyerLetter *self)
{
  g_return_val_if_fail (FOYER_IS_LETTER (self), NULL);

  return self->attachments;
}

static void
set_flag (FoyerLetter *self, gboolean *place, gboolean value, guint id)
{
  if (*place == !!value)
    return;
  *place = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

void
foyer_letter_set_heads_day (FoyerLetter *self, gboolean heads_day)
{
  g_return_if_fail (FOYER_IS_LETTER (self));

  set_flag (self, &self->heads_day, heads_day, PROP_HEADS_DAY);
}

void
foyer_letter_set_heads_news (FoyerLetter *self, gboolean heads_news)
{
  g_return_if_fail (FOYER_IS_LETTER (self));

  set_flag (self, &self->heads_news, heads_news, PROP_HEADS_NEWS);
}
