/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-offer-dialog.c - asks which other times a client is offered */

#include "foyer-offer-dialog.h"

#include "foyer-decision.h"
#include "foyer-free-times.h"
#include "foyer-text-closures.h"

#include "types/booking.h"
#include "types/crew_member.h"

#include <glib/gi18n-lib.h>

/* As many as a booking can hold, and as are ticked to begin with. */
#define MOST_OFFERS 3
#define FIRST_OFFERS 2

struct _FoyerOfferDialog {
  AdwWindow parent_instance;

  /* Template. */
  GtkListBox *times;
  GtkEditable *entry;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable) */
  GCancellable *cancellable;
  char *question;
  gint64 wished; /* seconds since 1970 */

  /* State. */
  GPtrArray *slots;  /* (nullable) (element-type FoyerSlot): while they are looked for */
  GPtrArray *checks; /* (element-type GtkCheckButton): one a slot, not owned */
  guint chosen;
};

G_DEFINE_FINAL_TYPE (FoyerOfferDialog, foyer_offer_dialog, ADW_TYPE_WINDOW)

enum {
  PROP_QUESTION = 1,
  PROP_STATE,
  PROP_CHOSEN,
  N_PROPERTIES,
};

enum { CONFIRMED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static const char *
get_state (FoyerOfferDialog *self)
{
  if (self->slots == NULL)
    return "looking";
  return self->slots->len == 0 ? "none" : "times";
}

static void
foyer_offer_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerOfferDialog *self = FOYER_OFFER_DIALOG (object);

  switch (id) {
  case PROP_QUESTION:
    g_value_set_string (value, self->question);
    break;
  case PROP_STATE:
    g_value_set_string (value, get_state (self));
    break;
  case PROP_CHOSEN:
    g_value_set_uint (value, self->chosen);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* The two times nearest to the wish are ticked to begin with. */
static gboolean
is_near (FoyerOfferDialog *self, const FoyerSlot *slot)
{
  gint64 distance = ABS (slot->start - self->wished);
  guint nearer = 0;

  for (guint i = 0; i < self->slots->len; i++) {
    const FoyerSlot *other = self->slots->pdata[i];
    gint64 other_distance = ABS (other->start - self->wished);

    if (other != slot
        && (other_distance < distance || (other_distance == distance && other->start < slot->start)))
      nearer++;
  }
  return nearer < FIRST_OFFERS;
}

/* A booking holds three offers at most: the others wait until one is taken out. */
static void
on_toggled (FoyerOfferDialog *self)
{
  self->chosen = 0;
  for (guint i = 0; i < self->checks->len; i++)
    self->chosen += gtk_check_button_get_active (self->checks->pdata[i]) ? 1 : 0;
  for (guint i = 0; i < self->checks->len; i++) {
    GtkCheckButton *check = self->checks->pdata[i];

    gtk_widget_set_sensitive (GTK_WIDGET (check),
                              gtk_check_button_get_active (check) || self->chosen < MOST_OFFERS);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
add_time (FoyerOfferDialog *self, const FoyerSlot *slot)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autoptr (FoyerRecord) crew
      = foyer_store_get (foyer_desk_get_store (self->desk), &foyer_crew_member_type, slot->crew_id);
  g_autofree char *words
      = foyer_office_time_slot_text (foyer_desk_get_time (self->desk), slot->start, slot->end);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  if (crew != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), foyer_crew_member_get_name (crew));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_near (self, slot));
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->times, row);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerOfferDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = foyer_free_times_load_finish (FOYER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->times == NULL)
    return;
  if (slots == NULL) {
    g_warning ("Free times could not be found: %s", error->message);
    slots = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_slot_free);
  }
  self->slots = g_steal_pointer (&slots);
  for (guint i = 0; i < self->slots->len; i++)
    add_time (self, self->slots->pdata[i]);
  on_toggled (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
on_confirm (FoyerOfferDialog *self)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new ();
  g_autofree char *message = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (JsonObject) patch = NULL;

  for (guint i = 0; i < self->checks->len; i++) {
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (offers, self->slots->pdata[i]);
  }
  if (offers->len == 0 || self->desk == NULL)
    return;
  patch = foyer_decision_counter (offers, message, foyer_desk_now (self->desk));
  g_signal_emit (self, signals[CONFIRMED], 0, patch);
  gtk_window_close (GTK_WINDOW (self));
}

/* An entry that still has the focus when its window goes would go on to blink. */
static void
foyer_offer_dialog_unmap (GtkWidget *widget)
{
  gtk_window_set_focus (GTK_WINDOW (widget), NULL);
  GTK_WIDGET_CLASS (foyer_offer_dialog_parent_class)->unmap (widget);
}

static void
foyer_offer_dialog_dispose (GObject *object)
{
  FoyerOfferDialog *self = FOYER_OFFER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_OFFER_DIALOG);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (foyer_offer_dialog_parent_class)->dispose (object);
}

static void
foyer_offer_dialog_finalize (GObject *object)
{
  FoyerOfferDialog *self = FOYER_OFFER_DIALOG (object);

  g_free (self->question);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (foyer_offer_dialog_parent_class)->finalize (object);
}

static void
foyer_offer_dialog_class_init (FoyerOfferDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_offer_dialog_get_property;
  object_class->dispose = foyer_offer_dialog_dispose;
  object_class->finalize = foyer_offer_dialog_finalize;
  widget_class->unmap = foyer_offer_dialog_unmap;

  properties[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "looking", flags);
  properties[PROP_CHOSEN] = g_param_spec_uint ("chosen", NULL, NULL, 0, MOST_OFFERS, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CONFIRMED] = g_signal_new ("confirmed", FOYER_TYPE_OFFER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, JSON_TYPE_OBJECT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-offer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerOfferDialog, times);
  gtk_widget_class_bind_template_child (widget_class, FoyerOfferDialog, entry);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_offer_dialog_init (FoyerOfferDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
foyer_offer_dialog_new (GtkWindow *parent, FoyerDesk *desk, FoyerRecord *booking, const char *client)
{
  FoyerOfferDialog *self = g_object_new (FOYER_TYPE_OFFER_DIALOG, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->wished = foyer_booking_get_start (booking);
  /* Translators: the client's name. */
  self->question = g_strdup_printf (_ ("Which times is %s offered?"), client);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUESTION]);
  foyer_free_times_load_async (foyer_desk_get_store (desk), foyer_record_get_id (booking), self->cancellable,
                               on_found, g_object_ref (self));
  return GTK_WINDOW (self);
}
