/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-dialog.c - asks who is to be invited, and how they get in */

#include "foyer-invite-dialog.h"

#include "foyer-invite-check.h"
#include "foyer-text-closures.h"

#include "foyer-shared-words.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

struct _FoyerInviteDialog {
  AdwWindow parent_instance;

  /* Template. */
  GtkEditable *name;
  GtkEditable *email;
  AdwComboRow *role;
  GtkCheckButton *by_link;
  GtkCheckButton *by_password;
  AdwActionRow *password_row;
  GtkEditable *note;

  FoyerDesk *desk;
  FoyerRecord *client;
  FoyerRecord *person; /* (nullable) */
  char *heading;
  char *preflight; /* (nullable) */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (FoyerInviteDialog, foyer_invite_dialog, ADW_TYPE_WINDOW)

enum {
  PROP_HEADING = 1,
  PROP_PREFLIGHT,
  PROP_READY,
  N_PROPERTIES,
};

enum { CONFIRMED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static const char *const roles[] = { "owner", "accounts", "site_contact", "read_only" };

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* Whoever has the address among the people of this client: two with one cannot be (D05). */
static FoyerRecord *
find_same (FoyerInviteDialog *self, const char *email)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;

  foyer_query_where_text (query, "clientId", foyer_record_get_id (self->client));
  foyer_query_where_text (query, "email", email);
  foyer_query_where_number (query, "status", FOYER_COMPARE_LESS, FOYER_PORTAL_PERSON_REMOVED);
  foyer_query_limit (query, 2);
  people = foyer_store_list (foyer_desk_get_store (self->desk), query);
  for (guint i = 0; i < people->len; i++) {
    if (self->person == NULL
        || !g_str_equal (foyer_record_get_id (people->pdata[i]), foyer_record_get_id (self->person)))
      return g_object_ref (people->pdata[i]);
  }
  return NULL;
}

static void
update (FoyerInviteDialog *self)
{
  g_autofree char *name = get_text (self->name);
  g_autofree char *email = get_text (self->email);
  g_autoptr (FoyerRecord) same = *email == '\0' ? NULL : find_same (self, email);
  g_autoptr (FoyerRecord) settings
      = foyer_store_get_singleton (foyer_desk_get_store (self->desk), &foyer_portal_settings_type);
  gboolean ready = FALSE;

  g_free (self->preflight);
  self->preflight = foyer_invite_check (name, email, same, settings, &ready);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREFLIGHT]);
  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
on_send (FoyerInviteDialog *self)
{
  update (self);
  if (!self->ready)
    return;
  g_signal_emit (self, signals[CONFIRMED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
foyer_invite_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerInviteDialog *self = FOYER_INVITE_DIALOG (object);

  if (id == PROP_READY)
    g_value_set_boolean (value, self->ready);
  else
    g_value_set_string (value, id == PROP_HEADING ? self->heading : self->preflight);
}

static void
foyer_invite_dialog_map (GtkWidget *widget)
{
  FoyerInviteDialog *self = FOYER_INVITE_DIALOG (widget);

  GTK_WIDGET_CLASS (foyer_invite_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->person == NULL ? self->name : self->email));
}

/* An entry that still has the focus when its window goes would go on to blink. */
static void
foyer_invite_dialog_unmap (GtkWidget *widget)
{
  gtk_window_set_focus (GTK_WINDOW (widget), NULL);
  GTK_WIDGET_CLASS (foyer_invite_dialog_parent_class)->unmap (widget);
}

static void
foyer_invite_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_INVITE_DIALOG);
  G_OBJECT_CLASS (foyer_invite_dialog_parent_class)->dispose (object);
}

static void
foyer_invite_dialog_finalize (GObject *object)
{
  FoyerInviteDialog *self = FOYER_INVITE_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->client);
  g_clear_object (&self->person);
  g_free (self->heading);
  g_free (self->preflight);
  G_OBJECT_CLASS (foyer_invite_dialog_parent_class)->finalize (object);
}

static void
foyer_invite_dialog_class_init (FoyerInviteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_invite_dialog_get_property;
  object_class->dispose = foyer_invite_dialog_dispose;
  object_class->finalize = foyer_invite_dialog_finalize;
  widget_class->map = foyer_invite_dialog_map;
  widget_class->unmap = foyer_invite_dialog_unmap;

  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, readable);
  properties[PROP_PREFLIGHT] = g_param_spec_string ("preflight", NULL, NULL, NULL, readable);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CONFIRMED] = g_signal_new ("confirmed", FOYER_TYPE_INVITE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-invite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, name);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, email);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, role);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, by_link);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, by_password);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_invite_dialog_init (FoyerInviteDialog *self)
{
}

static void
show_person (FoyerInviteDialog *self)
{
  const char *email = self->person == NULL ? NULL : foyer_portal_person_get_email (self->person);

  if (self->person == NULL)
    return;
  gtk_editable_set_text (self->name, foyer_portal_person_get_name (self->person));
  gtk_editable_set_text (self->email, email == NULL ? "" : email);
  adw_combo_row_set_selected (self->role, (guint) foyer_portal_person_get_role (self->person));
}

/* A way in that the settings do not allow is greyed, with the reason in its subtitle. */
static void
show_ways_in (FoyerInviteDialog *self)
{
  g_autoptr (FoyerRecord) settings
      = foyer_store_get_singleton (foyer_desk_get_store (self->desk), &foyer_portal_settings_type);

  if (settings == NULL || foyer_invite_check_allows (settings, "generated_password"))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->password_row), FALSE);
  adw_action_row_set_subtitle (self->password_row, _ ("The settings do not allow passwords"));
}

GtkWindow *
foyer_invite_dialog_new (GtkWindow *parent, FoyerDesk *desk, FoyerRecord *client, FoyerRecord *person)
{
  FoyerInviteDialog *self = g_object_new (FOYER_TYPE_INVITE_DIALOG, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->client = g_object_ref (client);
  self->person = person == NULL ? NULL : g_object_ref (person);
  self->heading = g_strdup_printf (_ ("Invite to %s"), foyer_client_get_name (client));
  gtk_widget_init_template (GTK_WIDGET (self));
  show_person (self);
  show_ways_in (self);
  update (self);
  return GTK_WINDOW (self);
}

const char *
foyer_invite_dialog_get_person_id (FoyerInviteDialog *self)
{
  g_return_val_if_fail (FOYER_IS_INVITE_DIALOG (self), NULL);

  return self->person == NULL ? NULL : foyer_record_get_id (self->person);
}

const char *
foyer_invite_dialog_get_name (FoyerInviteDialog *self)
{
  g_return_val_if_fail (FOYER_IS_INVITE_DIALOG (self), NULL);

  return gtk_editable_get_text (self->name);
}

static const char *
get_role (FoyerInviteDialog *self)
{
  return roles[MIN (adw_combo_row_get_selected (self->role), G_N_ELEMENTS (roles) - 1)];
}

JsonObject *
foyer_invite_dialog_make_person (FoyerInviteDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  g_autoptr (JsonObject) json = NULL;

  g_return_val_if_fail (FOYER_IS_INVITE_DIALOG (self), NULL);

  name = get_text (self->name);
  email = get_text (self->email);
  json = json_object_new ();
  if (self->person == NULL)
    json_object_set_string_member (json, "clientId", foyer_record_get_id (self->client));
  if (self->person == NULL || g_strcmp0 (name, foyer_portal_person_get_name (self->person)) != 0)
    json_object_set_string_member (json, "name", name);
  if (self->person == NULL || g_strcmp0 (email, foyer_portal_person_get_email (self->person)) != 0)
    json_object_set_string_member (json, "email", email);
  if (self->person == NULL
      || (guint) foyer_portal_person_get_role (self->person) != adw_combo_row_get_selected (self->role))
    json_object_set_string_member (json, "role", get_role (self));
  return json_object_get_size (json) == 0 ? NULL : g_steal_pointer (&json);
}

JsonObject *
foyer_invite_dialog_make_invite (FoyerInviteDialog *self, const char *person_id)
{
  g_autofree char *email = NULL;
  g_autofree char *note = NULL;
  JsonObject *json;

  g_return_val_if_fail (FOYER_IS_INVITE_DIALOG (self), NULL);

  email = get_text (self->email);
  note = get_text (self->note);
  json = json_object_new ();
  json_object_set_string_member (json, "clientId", foyer_record_get_id (self->client));
  json_object_set_string_member (json, "personId", person_id);
  json_object_set_string_member (json, "email", email);
  json_object_set_string_member (json, "delivery",
                                 gtk_check_button_get_active (self->by_password) ? "generated_password"
                                                                                 : "link");
  if (*note != '\0')
    json_object_set_string_member (json, "note", note);
  return json;
}
