/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approvals-empty.c - what stands where a list has nothing */

#include "foyer-approvals-empty.h"

#include "foyer-approvals-closures.h"
#include "foyer-queue-facts.h"
#include "types/availability.h"
#include "types/booking.h"
#include "types/crew_member.h"
#include "types/portal_settings.h"
#include "types/service.h"
#include "types/visit.h"

struct _FoyerApprovalsEmpty {
  AdwBin parent_instance;

  FoyerDesk *desk; /* (nullable) */
  char *shown;
  char *sentence;    /* (nullable) until it is known */
  gboolean loading;  /* the facts are on their way */
  gboolean outdated; /* and were changed since they were asked for */
};

G_DEFINE_FINAL_TYPE (FoyerApprovalsEmpty, foyer_approvals_empty, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_SHOWN,
  PROP_SENTENCE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void load (FoyerApprovalsEmpty *self);

static void
on_facts_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerApprovalsEmpty) self = user_data;
  g_autofree FoyerQueueFacts *facts = foyer_queue_facts_load_finish (FOYER_STORE (source), result, NULL);

  self->loading = FALSE;
  if (self->desk == NULL)
    return;
  if (facts != NULL) {
    g_free (self->sentence);
    self->sentence = foyer_queue_facts_sentence (facts, foyer_desk_get_time (self->desk));
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
  }
  if (self->outdated)
    load (self);
}

/* Only while it is seen, and one look at the calendar at a time. */
static void
load (FoyerApprovalsEmpty *self)
{
  self->outdated = self->loading;
  if (self->desk == NULL || self->loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->loading = TRUE;
  foyer_queue_facts_load_async (foyer_desk_get_store (self->desk), NULL, on_facts_ready, g_object_ref (self));
}

static void
on_store_changed (FoyerApprovalsEmpty *self, FoyerChangeSet *changes)
{
  const FoyerRecordType *types[]
      = { &foyer_availability_type,    &foyer_booking_type, &foyer_crew_member_type,
          &foyer_portal_settings_type, &foyer_service_type, &foyer_visit_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (foyer_change_set_get_ids (changes, types[i]) != NULL) {
      load (self);
      return;
    }
}

static void
set_desk (FoyerApprovalsEmpty *self, FoyerDesk *desk)
{
  if (self->desk != NULL) {
    g_signal_handlers_disconnect_by_data (self->desk, self);
    g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  }
  g_set_object (&self->desk, desk);
  if (desk == NULL)
    return;
  g_signal_connect_object (desk, "notify::organisation", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  load (self);
}

static void
foyer_approvals_empty_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerApprovalsEmpty *self = FOYER_APPROVALS_EMPTY (object);

  switch (id) {
  case PROP_DESK:
    if (self->desk == g_value_get_object (value))
      return;
    set_desk (self, g_value_get_object (value));
    break;
  case PROP_SHOWN:
    if (g_strcmp0 (self->shown, g_value_get_string (value)) == 0)
      return;
    g_free (self->shown);
    self->shown = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_approvals_empty_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerApprovalsEmpty *self = FOYER_APPROVALS_EMPTY (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_SHOWN:
    g_value_set_string (value, self->shown);
    break;
  case PROP_SENTENCE:
    g_value_set_string (value, self->sentence);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_approvals_empty_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_approvals_empty_parent_class)->map (widget);
  load (FOYER_APPROVALS_EMPTY (widget));
}

static void
foyer_approvals_empty_dispose (GObject *object)
{
  FoyerApprovalsEmpty *self = FOYER_APPROVALS_EMPTY (object);

  set_desk (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_APPROVALS_EMPTY);
  G_OBJECT_CLASS (foyer_approvals_empty_parent_class)->dispose (object);
}

static void
foyer_approvals_empty_finalize (GObject *object)
{
  FoyerApprovalsEmpty *self = FOYER_APPROVALS_EMPTY (object);

  g_free (self->shown);
  g_free (self->sentence);
  G_OBJECT_CLASS (foyer_approvals_empty_parent_class)->finalize (object);
}

static void
foyer_approvals_empty_class_init (FoyerApprovalsEmptyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_approvals_empty_set_property;
  object_class->get_property = foyer_approvals_empty_get_property;
  object_class->dispose = foyer_approvals_empty_dispose;
  object_class->finalize = foyer_approvals_empty_finalize;
  widget_class->map = foyer_approvals_empty_map;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE]
      = g_param_spec_string ("sentence", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-approvals-empty.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_empty_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_empty_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_empty_title);
}

static void
foyer_approvals_empty_init (FoyerApprovalsEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
