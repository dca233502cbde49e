/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-item.c - what one card says */

#include "foyer-why-item.h"

#include "foyer-json.h"
#include "foyer-record-words.h"

#include <glib/gi18n-lib.h>

/* So many records are named on a card. */
#define MOST_NAMED 3

struct _FoyerWhyItem {
  GObject parent_instance;

  /* Construct-time. */
  FoyerWhyAnswer *answer;
  const FoyerFinding *finding; /* (nullable): of the answer */
  const char *icon_name;
  char *key;
  char *title;
  char *text;   /* (nullable) */
  char *detail; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerWhyItem, foyer_why_item, G_TYPE_OBJECT)

enum {
  PROP_KEY = 1,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_TEXT,
  PROP_DETAIL,
  PROP_FIX,
  PROP_SAY,
  PROP_SPOKEN,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const char *
get_fix (FoyerWhyItem *self)
{
  const FoyerRemedy *remedy = foyer_why_item_get_remedy (self);

  return remedy == NULL ? NULL : remedy->words;
}

/* "Paying online is off. Features, for everyone" */
static char *
make_spoken (FoyerWhyItem *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, self->title);
  if (self->text != NULL)
    g_ptr_array_add (parts, self->text);
  if (self->detail != NULL)
    g_ptr_array_add (parts, self->detail);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (". ", (char **) parts->pdata);
}

static void
foyer_why_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerWhyItem *self = FOYER_WHY_ITEM (object);

  switch (id) {
  case PROP_KEY:
    g_value_set_string (value, self->key);
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, self->icon_name);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  case PROP_DETAIL:
    g_value_set_string (value, self->detail);
    break;
  case PROP_FIX:
    g_value_set_string (value, get_fix (self));
    break;
  case PROP_SAY:
    g_value_set_string (value, foyer_why_item_get_say (self));
    break;
  case PROP_SPOKEN:
    g_value_take_string (value, make_spoken (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_why_item_finalize (GObject *object)
{
  FoyerWhyItem *self = FOYER_WHY_ITEM (object);

  g_clear_pointer (&self->answer, foyer_why_answer_unref);
  g_free (self->key);
  g_free (self->title);
  g_free (self->text);
  g_free (self->detail);
  G_OBJECT_CLASS (foyer_why_item_parent_class)->finalize (object);
}

static void
foyer_why_item_class_init (FoyerWhyItemClass *klass)
{
  static const char *const names[]
      = { NULL, "key", "icon-name", "title", "text", "detail", "fix", "say", "spoken" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_why_item_get_property;
  object_class->finalize = foyer_why_item_finalize;
  for (guint id = PROP_KEY; id < N_PROPERTIES; id++)
    properties[id]
        = g_param_spec_string (names[id], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_why_item_init (FoyerWhyItem *self)
{
}

static FoyerWhyItem *
make_item (FoyerWhyAnswer *answer, const FoyerFinding *finding, const char *place)
{
  FoyerWhyItem *self = g_object_new (FOYER_TYPE_WHY_ITEM, NULL);

  self->answer = foyer_why_answer_ref (answer);
  self->finding = finding;
  self->key = g_strdup_printf ("%s:%s", place, finding == NULL || finding->rule == NULL ? "" : finding->rule);
  return self;
}

static const char *
choose_icon (FoyerVerdict verdict)
{
  static const char *const names[] = {
    [FOYER_VERDICT_PASS] = "object-select-symbolic",  [FOYER_VERDICT_INFO] = "object-select-symbolic",
    [FOYER_VERDICT_WARN] = "dialog-warning-symbolic", [FOYER_VERDICT_UNKNOWN] = "dialog-question-symbolic",
    [FOYER_VERDICT_BLOCK] = "window-close-symbolic",
  };

  return names[verdict];
}

FoyerWhyItem *
foyer_why_item_new_finding (FoyerWhyAnswer *answer, const FoyerFinding *finding, const char *place)
{
  FoyerWhyItem *self = make_item (answer, finding, place);

  self->icon_name = choose_icon (finding->verdict);
  self->title = g_strdup (finding->sentence);
  self->text = g_strdup (finding->evidence);
  return self;
}

/* What has no name is counted and not named. */
static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL && names->len < MOST_NAMED)
    g_ptr_array_add (names, (gpointer) name);
}

/* "Photo 3 May, Photo 2 May and 4 more" */
static char *
name_records (GPtrArray *names, gint64 count)
{
  g_autofree char *list = NULL;
  gint64 more = count - names->len;

  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  if (more <= 0)
    return g_steal_pointer (&list);
  /* Translators: names of records, and how many others there are. */
  return g_strdup_printf (g_dngettext (NULL, "%s and %u more", "%s and %u more", (gulong) more), list,
                          (guint) more);
}

FoyerWhyItem *
foyer_why_item_new_hidden (FoyerWhyAnswer *answer, const FoyerHiddenGroup *group)
{
  FoyerWhyItem *self = make_item (answer, group->finding, "hidden");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *key = self->key;

  for (guint i = 0; i < group->parts->len; i++) {
    const FoyerHiddenPart *part = group->parts->pdata[i];

    for (guint k = 0; k < part->records->len; k++)
      add_name (names, foyer_record_own_name (part->records->pdata[k]));
  }
  /* One rule may hide several kinds, each for a reason of its own. */
  self->key = g_strdup_printf ("%s:%s", key, group->finding->sentence);
  self->icon_name = group->finding->verdict == FOYER_VERDICT_UNKNOWN ? "dialog-question-symbolic"
                                                                     : "view-conceal-symbolic";
  self->title = g_strdup (group->count == 0 ? group->finding->sentence : group->words);
  self->text = g_strdup (group->count == 0 ? group->finding->evidence : group->finding->sentence);
  self->detail = name_records (names, group->count);
  return self;
}

/* The ghosts are grouped as all that is hidden is, so that what helps the one helps the other. */
static const FoyerFinding *
find_finding (FoyerWhyAnswer *answer, JsonObject *group)
{
  const char *sentence = foyer_json_object_text (group, "sentence");

  for (guint i = 0; i < answer->hidden->len; i++) {
    const FoyerHiddenGroup *hidden = answer->hidden->pdata[i];

    if (g_strcmp0 (hidden->finding->sentence, sentence) == 0)
      return hidden->finding;
  }
  return NULL;
}

FoyerWhyItem *
foyer_why_item_new_ghosts (FoyerWhyAnswer *answer, JsonObject *group)
{
  FoyerWhyItem *self = make_item (answer, find_finding (answer, group), "ghost");
  JsonArray *records = json_object_get_array_member (group, "records");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *key = self->key;

  for (guint i = 0; i < json_array_get_length (records); i++)
    add_name (names, foyer_json_object_text (json_array_get_object_element (records, i), "label"));
  self->key = g_strdup_printf ("%s:%s", key, foyer_json_object_text (group, "sentence"));
  self->icon_name = "view-conceal-symbolic";
  self->title = g_strdup (foyer_json_object_text (group, "words"));
  self->text = g_strdup (foyer_json_object_text (group, "sentence"));
  self->detail = name_records (names, json_object_get_int_member (group, "count"));
  return self;
}

const char *
foyer_why_item_get_key (FoyerWhyItem *self)
{
  return self->key;
}

const char *
foyer_why_item_get_title (FoyerWhyItem *self)
{
  return self->title;
}

const char *
foyer_why_item_get_say (FoyerWhyItem *self)
{
  return self->finding == NULL ? NULL : self->finding->client_sentence;
}

const FoyerRemedy *
foyer_why_item_get_remedy (FoyerWhyItem *self)
{
  const FoyerRemedy *remedy = self->finding == NULL ? NULL : self->finding->remedy;

  /* What is to be said has a button of its own. */
  return remedy == NULL || remedy->kind == FOYER_REMEDY_COPY_SENTENCE ? NULL : remedy;
}
