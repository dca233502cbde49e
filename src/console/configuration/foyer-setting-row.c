/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-row.c - one setting, as it is drafted */

#include "foyer-setting-row.h"

#include "foyer-beside.h"
#include "foyer-checks-control.h"
#include "foyer-choice-control.h"
#include "foyer-colour-control.h"
#include "foyer-colour-note.h"
#include "foyer-lines-control.h"
#include "foyer-lockout-note.h"
#include "foyer-matrix-control.h"
#include "foyer-moment-control.h"
#include "foyer-natural-layout.h"
#include "foyer-number-control.h"
#include "foyer-picture-control.h"
#include "foyer-setting-choices.h"
#include "foyer-setting-explanation.h"
#include "foyer-setting-moot.h"
#include "foyer-setting-words.h"
#include "foyer-switch-control.h"
#include "foyer-text-closures.h"
#include "foyer-text-control.h"

#include "foyer-json.h"
#include "foyer-settings-change.h"
#include "foyer-settings.h"
#include "types/portal_settings.h"
#include "types/service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts that are longer are written in a field of several lines. */
#define ONE_LINE 500
/* So many are looked through with the help of a search. */
#define MANY_SERVICES 8

struct _FoyerSettingRow {
  AdwPreferencesRow parent_instance;

  /* Template. */
  AdwBin *beside;     /* where a small control stands */
  AdwBin *below;      /* where a wide one does */
  AdwBin *lockout;    /* whom the value locks out */
  GtkWidget *buttons; /* a small control, and what takes the change back */

  FoyerDesk *desk; /* (nullable): not owned; %NULL after it was stopped */
  const FoyerField *field;
  FoyerSettingControl *control;
  char *subtitle;
  char *note; /* (nullable) */
  char *back_tooltip;
  char *lock; /* (nullable) */
  gboolean is_changed;
  gboolean is_contested;
  gboolean is_wrong;
};

G_DEFINE_FINAL_TYPE (FoyerSettingRow, foyer_setting_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_SUBTITLE = 1,
  PROP_NOTE,
  PROP_BACK_TOOLTIP,
  PROP_CHANGED,
  PROP_CONTESTED,
  PROP_WRONG,
  PROP_LOCKED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static FoyerSettingsDraft *
get_draft (FoyerSettingRow *self)
{
  return self->desk == NULL ? NULL : foyer_desk_get_draft (self->desk);
}

/* --- The control --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  FoyerRecord *one = *(FoyerRecord *const *) a;
  FoyerRecord *other = *(FoyerRecord *const *) b;

  return g_utf8_collate (foyer_service_get_name (one), foyer_service_get_name (other));
}

/* A service, how long it takes, and what whoever does it must be able to do: "Boiler service, 90 min, needs gas". */
static char *
describe_service (FoyerRecord *service)
{
  const char *skill = foyer_service_get_skill (service);
  int minutes = (int) foyer_service_get_duration_minutes (service);
  GString *words = g_string_new (foyer_service_get_name (service));

  if (minutes > 0) {
    g_string_append (words, ", ");
    /* Translators: how long a service takes */
    g_string_append_printf (words, _ ("%d min"), minutes);
  }
  if (skill != NULL && *skill != '\0') {
    g_string_append (words, ", ");
    /* Translators: what whoever does a service must be able to do */
    g_string_append_printf (words, _ ("needs %s"), skill);
  }
  return g_string_free (words, FALSE);
}

static void
add_services (FoyerDesk *desk, FoyerChecksControl *checks)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_service_type);
  g_autoptr (GPtrArray) services = foyer_store_list (foyer_desk_get_store (desk), query);

  if (services == NULL)
    return;
  g_ptr_array_sort (services, compare_names);
  for (guint i = 0; i < services->len; i++) {
    g_autofree char *label = describe_service (services->pdata[i]);

    foyer_checks_control_add (checks, foyer_record_get_id (services->pdata[i]), label);
  }
  if (services->len >= MANY_SERVICES)
    foyer_checks_control_add_finder (checks, _ ("Find a service"));
}

static GtkWidget *
create_list_control (FoyerDesk *desk, const FoyerField *field)
{
  GtkWidget *checks;

  if (field->kind == FOYER_KIND_MAP)
    return foyer_matrix_control_new (field);
  if (field->kind == FOYER_KIND_TEXTS && field->values == NULL)
    return foyer_lines_control_new (field);
  checks = foyer_checks_control_new (field);
  if (field->kind == FOYER_KIND_REFS)
    add_services (desk, FOYER_CHECKS_CONTROL (checks));
  return checks;
}

static GtkWidget *
create_control (FoyerDesk *desk, const FoyerField *field, gboolean *wide)
{
  *wide = FALSE;
  switch (field->kind) {
  case FOYER_KIND_BOOLEAN:
    return foyer_switch_control_new (field);
  case FOYER_KIND_ENUM:
    return foyer_choice_control_new (field);
  case FOYER_KIND_INTEGER:
    return g_str_has_prefix (field->name, "sms.quiet") ? foyer_moment_control_new (field)
                                                       : foyer_number_control_new (field);
  case FOYER_KIND_TEXT:
    if (field->pattern == FOYER_PATTERN_COLOUR)
      return foyer_colour_control_new (field);
    *wide = TRUE;
    if (field->blob)
      return foyer_picture_control_new (desk, field);
    return field->maximum <= ONE_LINE && field->pattern != FOYER_PATTERN_ANY
               ? foyer_text_control_new (field)
               : foyer_lines_control_new (field);
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_MAP:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MONEY:
  case FOYER_KIND_DATE:
  case FOYER_KIND_TIME:
  case FOYER_KIND_REF:
  default:
    *wide = TRUE;
    return create_list_control (desk, field);
  }
}

static void
on_edited (FoyerSettingRow *self, JsonNode *value)
{
  FoyerSettingsDraft *draft = get_draft (self);

  if (draft != NULL)
    foyer_settings_draft_set (draft, self->field->name, value);
}

/* --- What it says --- */

static void
set_text (FoyerSettingRow *self, char **place, char *text, guint id)
{
  g_autofree char *former = *place;

  *place = text;
  if (g_strcmp0 (former, text) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
set_flag (FoyerSettingRow *self, gboolean *place, gboolean flag, guint id)
{
  if (*place == flag)
    return;
  *place = flag;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* `Was On. Applies at the client's next sign-in` */
static char *
describe_change (FoyerSettingRow *self, const char *was)
{
  return g_strdup_printf (_ ("Was %s. Applies %s"), was, foyer_setting_applies_text (self->field));
}

/* @moot: (nullable): why it means nothing as things are */
static char *
describe_effect (FoyerSettingRow *self, JsonNode *value, const char *moot)
{
  const char *word = value == NULL ? NULL : foyer_json_node_text (value);
  const FoyerSettingChoice *choice = word == NULL || self->field->kind != FOYER_KIND_ENUM
                                         ? NULL
                                         : foyer_setting_choice (self->field->name, word);
  const char *missing = foyer_setting_missing_text (self->desk, self->field);
  g_autofree char *inherited = NULL;

  if (choice != NULL && choice->effect != NULL)
    return g_strdup (_ (choice->effect));
  if (moot != NULL || missing != NULL)
    return g_strdup_printf ("%s. %s", _ (self->field->effect), moot != NULL ? moot : missing);
  if (self->field->fallback == NULL && (value == NULL || JSON_NODE_HOLDS_NULL (value)))
    inherited = foyer_setting_inherited_text (self->desk, self->field);
  if (inherited != NULL)
    return g_strdup_printf (_ ("%s. Inherited from your business: %s"), _ (self->field->effect), inherited);
  return g_strdup (_ (self->field->effect));
}

/* What was stored when more was allowed stays stored, and pages leave it out. Returns: (transfer full) (nullable) */
static char *
describe_left_out (FoyerSettingRow *self, JsonNode *published)
{
  g_autofree char *problem = NULL;

  if (self->field->pattern != FOYER_PATTERN_SHEET && self->field->pattern != FOYER_PATTERN_PICTURE
      && self->field->pattern != FOYER_PATTERN_URL)
    return NULL;
  problem = foyer_settings_check_value (self->field, published);
  return problem == NULL ? NULL
                         : g_strdup (_ ("Clients do not see what is published: it is not allowed any more"));
}

/* What else there is to say of the value, while it is one. */
static char *
describe_value (FoyerSettingRow *self, JsonNode *published, gboolean is_wrong)
{
  if (is_wrong)
    return NULL;
  if (self->field->pattern == FOYER_PATTERN_COLOUR)
    return foyer_colour_note (self->field->name, foyer_colour_note_palette (self->desk));
  return describe_left_out (self, published);
}

static void
describe (FoyerSettingRow *self, JsonNode *value, JsonNode *published, const char *moot)
{
  FoyerSettingsDraft *draft = get_draft (self);
  g_autofree char *problem = foyer_settings_draft_get_problem (draft, self->field->name);
  g_autofree char *was = foyer_setting_value_text (self->desk, self->field, published);
  gboolean changed = foyer_settings_draft_get (draft, self->field->name) != NULL;

  set_flag (self, &self->is_changed, changed, PROP_CHANGED);
  gtk_widget_set_visible (self->buttons, changed || gtk_widget_get_visible (GTK_WIDGET (self->beside)));
  set_flag (self, &self->is_contested, foyer_settings_draft_is_contested (draft, self->field->name),
            PROP_CONTESTED);
  set_flag (self, &self->is_wrong, problem != NULL, PROP_WRONG);
  set_text (self, &self->note, describe_value (self, published, problem != NULL), PROP_NOTE);
  set_text (self, &self->back_tooltip, g_strdup_printf (_ ("Back to %s"), was), PROP_BACK_TOOLTIP);
  if (self->lock != NULL)
    set_text (self, &self->subtitle, g_strdup (self->lock), PROP_SUBTITLE);
  else
    set_text (self, &self->subtitle,
              problem != NULL ? g_steal_pointer (&problem)
              : changed       ? describe_change (self, was)
                              : describe_effect (self, value, moot),
              PROP_SUBTITLE);
}

static gboolean
takes_focus (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_sensitive (widget))
    return FALSE;
  if (gtk_widget_get_focusable (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (takes_focus (child))
      return TRUE;
  }
  return FALSE;
}

/* Tab does not go past a row in which nothing can be focused: such a row is a stop itself, where one hears how things are
   and why they cannot be changed. */
static void
be_stop (FoyerSettingRow *self, JsonNode *value)
{
  g_autofree char *text = foyer_setting_value_text (self->desk, self->field, value);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ (self->field->title), text);

  gtk_widget_set_focusable (GTK_WIDGET (self), !takes_focus (GTK_WIDGET (self->control)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->subtitle, -1);
}

static void
refresh (FoyerSettingRow *self)
{
  FoyerSettingsDraft *draft = get_draft (self);
  FoyerRecord *published = draft == NULL ? NULL : foyer_settings_draft_get_published (draft);
  g_autoptr (FoyerRecord) effective = published == NULL ? NULL : foyer_settings_complete (published, NULL);
  g_autoptr (JsonObject) json = effective == NULL ? NULL : foyer_record_to_json (effective);
  g_autoptr (JsonNode) fallback = NULL;
  g_autofree char *inherited = NULL;
  const char *moot = json == NULL ? NULL : foyer_setting_moot_text (self->field->name, draft, json);
  JsonNode *stands;
  JsonNode *value;

  gtk_widget_set_sensitive (GTK_WIDGET (self->control), json != NULL && self->lock == NULL && moot == NULL);
  if (json == NULL)
    return;
  stands = json_object_get_member (json, self->field->name);
  value = foyer_settings_draft_get (draft, self->field->name);
  if (value != NULL && JSON_NODE_HOLDS_NULL (value) && self->field->fallback != NULL)
    value = fallback = json_from_string (self->field->fallback, NULL);
  foyer_setting_control_show (self->control, value == NULL ? stands : value);
  inherited = foyer_setting_inherited_text (self->desk, self->field);
  foyer_setting_control_show_inherited (self->control, inherited);
  describe (self, value == NULL ? stands : value, stands, moot);
  be_stop (self, value == NULL ? stands : value);
}

/* --- What can be done --- */

static void
on_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoyerSettingRow *self = FOYER_SETTING_ROW (widget);

  if (self->is_changed && self->lock == NULL)
    foyer_settings_draft_unset (get_draft (self), self->field->name);
}

static void
on_keep (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoyerSettingRow *self = FOYER_SETTING_ROW (widget);

  if (self->is_contested)
    foyer_settings_draft_keep (get_draft (self), self->field->name);
}

void
foyer_setting_row_inherit (FoyerSettingRow *self)
{
  FoyerSettingsDraft *draft;
  FoyerRecord *published;
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (JsonNode) nothing = NULL;
  JsonNode *value;

  g_return_if_fail (FOYER_IS_SETTING_ROW (self));

  draft = get_draft (self);
  published = draft == NULL ? NULL : foyer_settings_draft_get_published (draft);
  if (published == NULL || self->lock != NULL)
    return;
  json = foyer_record_to_json (published);
  nothing = json_node_init_null (json_node_alloc ());
  value = foyer_settings_draft_get (draft, self->field->name);
  if (value == NULL)
    value = json_object_get_member (json, self->field->name);
  if (!foyer_settings_is_same (self->field, value, nothing))
    foyer_settings_draft_set (draft, self->field->name, nothing);
}

/* --- The object --- */

static void
foyer_setting_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerSettingRow *self = FOYER_SETTING_ROW (object);

  switch (id) {
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  case PROP_NOTE:
    g_value_set_string (value, self->note);
    break;
  case PROP_BACK_TOOLTIP:
    g_value_set_string (value, self->back_tooltip);
    break;
  case PROP_CHANGED:
    g_value_set_boolean (value, self->is_changed);
    break;
  case PROP_CONTESTED:
    g_value_set_boolean (value, self->is_contested);
    break;
  case PROP_WRONG:
    g_value_set_boolean (value, self->is_wrong);
    break;
  case PROP_LOCKED:
    g_value_set_boolean (value, self->lock != NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_setting_row_dispose (GObject *object)
{
  foyer_setting_row_stop (FOYER_SETTING_ROW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_SETTING_ROW);
  G_OBJECT_CLASS (foyer_setting_row_parent_class)->dispose (object);
}

static void
foyer_setting_row_finalize (GObject *object)
{
  FoyerSettingRow *self = FOYER_SETTING_ROW (object);

  g_free (self->subtitle);
  g_free (self->note);
  g_free (self->back_tooltip);
  g_free (self->lock);
  G_OBJECT_CLASS (foyer_setting_row_parent_class)->finalize (object);
}

static void
foyer_setting_row_class_init (FoyerSettingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_setting_row_get_property;
  object_class->dispose = foyer_setting_row_dispose;
  object_class->finalize = foyer_setting_row_finalize;

  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_BACK_TOOLTIP] = g_param_spec_string ("back-tooltip", NULL, NULL, NULL, flags);
  properties[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, flags);
  properties[PROP_CONTESTED] = g_param_spec_boolean ("contested", NULL, NULL, FALSE, flags);
  properties[PROP_WRONG] = g_param_spec_boolean ("wrong", NULL, NULL, FALSE, flags);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "setting.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "setting.keep", NULL, on_keep);
  g_type_ensure (FOYER_TYPE_BESIDE);
  g_type_ensure (FOYER_TYPE_NATURAL_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-setting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingRow, beside);
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingRow, below);
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingRow, buttons);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingRow, lockout);
}

static void
on_secondary_pressed (GtkGestureClick *gesture, int n_press, double x, double y, FoyerSettingRow *self)
{
  foyer_setting_row_explain (self);
}

static void
foyer_setting_row_init (FoyerSettingRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Whom a list of mail domains locks out is said while it is written. */
static void
add_lockout (FoyerSettingRow *self)
{
  if (!g_str_equal (self->field->name, "access.allowed_domains"))
    return;
  adw_bin_set_child (self->lockout, foyer_lockout_note_new (self->desk));
  gtk_widget_set_visible (GTK_WIDGET (self->lockout), TRUE);
}

GtkWidget *
foyer_setting_row_new (FoyerDesk *desk, const FoyerField *field, const char *lock)
{
  FoyerSettingRow *self = g_object_new (FOYER_TYPE_SETTING_ROW, "title", _ (field->title), NULL);
  gboolean wide;

  self->desk = desk;
  self->field = field;
  self->lock = g_strdup (lock);
  if (lock != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
  self->control = FOYER_SETTING_CONTROL (create_control (desk, field, &wide));
  adw_bin_set_child (wide ? self->below : self->beside, GTK_WIDGET (self->control));
  gtk_widget_set_visible (GTK_WIDGET (self->below), wide);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), !wide);
  add_lockout (self);
  g_signal_connect_object (self->control, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_draft (self), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

void
foyer_setting_row_explain (FoyerSettingRow *self)
{
  GtkRoot *root;

  g_return_if_fail (FOYER_IS_SETTING_ROW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->desk != NULL && GTK_IS_WINDOW (root))
    gtk_window_present (foyer_setting_explanation_new (GTK_WINDOW (root), self->desk, self->field));
}

const FoyerField *
foyer_setting_row_get_field (FoyerSettingRow *self)
{
  g_return_val_if_fail (FOYER_IS_SETTING_ROW (self), NULL);

  return self->field;
}

void
foyer_setting_row_stop (FoyerSettingRow *self)
{
  g_return_if_fail (FOYER_IS_SETTING_ROW (self));

  if (self->desk == NULL)
    return;
  if (adw_bin_get_child (self->lockout) != NULL)
    foyer_lockout_note_stop (FOYER_LOCKOUT_NOTE (adw_bin_get_child (self->lockout)));
  g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (self->desk), self);
  self->desk = NULL;
}
