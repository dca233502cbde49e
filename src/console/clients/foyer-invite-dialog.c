/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-dialog.c - asks who is to be invited, and how they get in */

#include "foyer-invite-dialog.h"

#include "foyer-dialog-columns.h"
#include "foyer-invite-check.h"
#include "foyer-invite-mail.h"
#include "foyer-text-closures.h"

#include "foyer-shared-words.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

/* In pixels: of the dialog, and from where on the mail has room beside the rest. */
#define WIDTH 840
#define TWO_COLUMNS 720

struct _FoyerInviteDialog {
  AdwWindow parent_instance;

  /* Template. */
  GtkBox *columns;
  GtkEditable *name;
  GtkEditable *email;
  AdwComboRow *role;
  GtkCheckButton *by_link;
  GtkCheckButton *by_own_password;
  GtkCheckButton *by_password;
  AdwActionRow *own_password_row;
  AdwActionRow *password_row;
  GtkEditable *password;
  GtkEditable *note;

  FoyerDesk *desk;
  FoyerRecord *client;
  FoyerRecord *person; /* (nullable) */
  char *heading;
  char *replaces;         /* (nullable): the invite that this one kills */
  char *preflight;        /* (nullable) */
  char *password_problem; /* (nullable) */
  FoyerMail *mail;        /* (nullable): until it has been written */
  GCancellable *writing;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (FoyerInviteDialog, foyer_invite_dialog, ADW_TYPE_WINDOW)

enum {
  PROP_HEADING = 1,
  PROP_PREFLIGHT,
  PROP_PASSWORD_PROBLEM,
  PROP_SETS_PASSWORD,
  PROP_SUBJECT,
  PROP_WORDS,
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

static const char *get_delivery (FoyerInviteDialog *self);

/* What the mail is made of, and no password. */
static JsonObject *
make_words (FoyerInviteDialog *self)
{
  g_autofree char *email = get_text (self->email);
  g_autofree char *note = get_text (self->note);
  JsonObject *json = json_object_new ();

  json_object_set_string_member (json, "clientId", foyer_record_get_id (self->client));
  json_object_set_string_member (json, "email", email);
  json_object_set_string_member (json, "delivery", get_delivery (self));
  if (*note != '\0')
    json_object_set_string_member (json, "note", note);
  return json;
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

static const char *
get_delivery (FoyerInviteDialog *self)
{
  if (gtk_check_button_get_active (self->by_own_password))
    return "staff_password";
  return gtk_check_button_get_active (self->by_password) ? "generated_password" : "link";
}

static gboolean
sets_password (FoyerInviteDialog *self)
{
  return gtk_check_button_get_active (self->by_own_password);
}

static void
notify (FoyerInviteDialog *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* --- The mail --- */

static void
on_mail_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerInviteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FoyerMail *mail = foyer_invite_mail_write_finish (FOYER_STORE (source), result, &error);

  /* What was typed since is being written already. */
  if (mail == NULL)
    return;
  foyer_mail_free (self->mail);
  self->mail = mail;
  notify (self, PROP_SUBJECT);
  notify (self, PROP_WORDS);
}

static void
write_mail (FoyerInviteDialog *self)
{
  g_autofree char *name = get_text (self->name);
  g_autoptr (JsonObject) invite = make_words (self);

  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  self->writing = g_cancellable_new ();
  foyer_invite_mail_write_async (foyer_desk_get_store (self->desk), invite, name,
                                 self->person == NULL ? NULL
                                                      : foyer_portal_person_get_language (self->person),
                                 self->writing, on_mail_ready, g_object_ref (self));
}

/* --- Whether it can be sent --- */

static void
set_text (FoyerInviteDialog *self, char **place, char *text, guint id)
{
  g_free (*place);
  *place = text;
  notify (self, id);
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

  set_text (self, &self->preflight, foyer_invite_check (name, email, same, settings, &ready), PROP_PREFLIGHT);
  set_text (self, &self->password_problem,
            sets_password (self) ? foyer_invite_check_password (gtk_editable_get_text (self->password))
                                 : NULL,
            PROP_PASSWORD_PROBLEM);
  notify (self, PROP_SETS_PASSWORD);
  write_mail (self);
  ready = ready && self->password_problem == NULL;
  if (self->ready == ready)
    return;
  self->ready = ready;
  notify (self, PROP_READY);
}

/* The mail stands beside what it is made of, or under it. */
static void
on_notify_default_width (FoyerInviteDialog *self)
{
  foyer_dialog_columns_arrange (GTK_WINDOW (self), self->columns, TWO_COLUMNS);
}

/* Not wider than what it stands before. */
static void
choose_width (FoyerInviteDialog *self, GtkWindow *parent)
{
  int width = parent == NULL ? 0 : gtk_widget_get_width (GTK_WIDGET (parent));

  if (width > 0 && width < WIDTH)
    gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
  on_notify_default_width (self);
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

  switch (id) {
  case PROP_HEADING:
    g_value_set_string (value, self->heading);
    break;
  case PROP_PREFLIGHT:
    g_value_set_string (value, self->preflight);
    break;
  case PROP_PASSWORD_PROBLEM:
    g_value_set_string (value, self->password_problem);
    break;
  case PROP_SETS_PASSWORD:
    g_value_set_boolean (value, self->by_own_password != NULL && sets_password (self));
    break;
  case PROP_SUBJECT:
    g_value_set_string (value, self->mail == NULL ? "" : self->mail->subject);
    break;
  case PROP_WORDS:
    g_value_set_string (value, self->mail == NULL ? "" : self->mail->text);
    break;
  case PROP_READY:
    g_value_set_boolean (value, self->ready);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
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
  g_cancellable_cancel (FOYER_INVITE_DIALOG (object)->writing);
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
  g_free (self->replaces);
  g_free (self->preflight);
  g_free (self->password_problem);
  g_clear_pointer (&self->mail, foyer_mail_free);
  g_clear_object (&self->writing);
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
  properties[PROP_PASSWORD_PROBLEM] = g_param_spec_string ("password-problem", NULL, NULL, NULL, readable);
  properties[PROP_SETS_PASSWORD] = g_param_spec_boolean ("sets-password", NULL, NULL, FALSE, readable);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, "", readable);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", readable);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CONFIRMED] = g_signal_new ("confirmed", FOYER_TYPE_INVITE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-invite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, name);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, email);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, role);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, by_link);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, by_own_password);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, by_password);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, own_password_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, password);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerInviteDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_default_width);
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

static void
refuse_way (AdwActionRow *row, const char *reason)
{
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  adw_action_row_set_subtitle (row, reason);
}

/* A way in that cannot be gone now is greyed, with the reason in its subtitle. A password that somebody sets waits nowhere: it leaves at
 * once, or is not taken. */
static void
show_ways_in (FoyerInviteDialog *self)
{
  const struct {
    AdwActionRow *row;
    const char *delivery;
    const char *offline;
  } ways[] = {
    { self->own_password_row, "staff_password",
      _ ("A password is kept nowhere, and the server cannot be reached now") },
    { self->password_row, "generated_password",
      _ ("Only the server can make it, and it cannot be reached now.") },
  };
  g_autoptr (FoyerRecord) settings
      = foyer_store_get_singleton (foyer_desk_get_store (self->desk), &foyer_portal_settings_type);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    if (settings != NULL && !foyer_invite_check_allows (settings, ways[i].delivery))
      refuse_way (ways[i].row, _ ("The settings do not allow passwords"));
    else if (!foyer_desk_is_online (self->desk))
      refuse_way (ways[i].row, ways[i].offline);
  }
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
  choose_width (self, parent);
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
  JsonObject *json;

  g_return_val_if_fail (FOYER_IS_INVITE_DIALOG (self), NULL);

  json = make_words (self);
  json_object_set_string_member (json, "personId", person_id);
  if (sets_password (self))
    json_object_set_string_member (json, "password", gtk_editable_get_text (self->password));
  if (self->replaces != NULL)
    json_object_set_string_member (json, "replacesId", self->replaces);
  return json;
}

gboolean
foyer_invite_dialog_sets_password (FoyerInviteDialog *self)
{
  g_return_val_if_fail (FOYER_IS_INVITE_DIALOG (self), FALSE);

  return sets_password (self);
}

void
foyer_invite_dialog_replace (FoyerInviteDialog *self, FoyerRecord *invite)
{
  const char *note;

  g_return_if_fail (FOYER_IS_INVITE_DIALOG (self) && self->replaces == NULL);

  note = foyer_invite_get_note (invite);
  self->replaces = g_strdup (foyer_record_get_id (invite));
  if (note != NULL)
    gtk_editable_set_text (self->note, note);
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->own_password_row)))
    gtk_check_button_set_active (self->by_own_password, TRUE);
}
