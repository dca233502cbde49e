/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-page.c - which server, then who */

#include "foyer-sign-in-page.h"

#include "foyer-server-find.h"
#include "foyer-sign-in-closures.h"

#include "foyer-error-text.h"
#include "foyer-keys.h"
#include "foyer-text-closures.h"

#include <glib/gi18n-lib.h>

struct _FoyerSignInPage {
  AdwBin parent_instance;

  /* Construct-time. */
  GtkEditable *address_row;
  GtkEditable *code_row;
  GtkWidget *go_on_button;
  GtkWidget *cancel_button;
  GtkMenuButton *menu_button;

  /* State. */
  FoyerRandom *random;
  char *address;
  char *found;           /* (nullable) */
  char *problem;         /* (nullable) */
  char *waiting;         /* (nullable) */
  char *browser_address; /* (nullable) */
  gboolean by_code;
  gboolean may_leave;

  /* In-progress data. */
  GCancellable *cancellable; /* (nullable): of what is waited for */
};

G_DEFINE_FINAL_TYPE (FoyerSignInPage, foyer_sign_in_page, ADW_TYPE_BIN)

enum {
  PROP_RANDOM = 1,
  PROP_ADDRESS,
  PROP_FOUND,
  PROP_PROBLEM,
  PROP_WAITING,
  PROP_BROWSER_ADDRESS,
  PROP_BY_CODE,
  PROP_MAY_LEAVE,
  N_PROPERTIES,
};

enum { SIGNED_IN, OPEN_ADDRESS, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static char **
text_place (FoyerSignInPage *self, guint id)
{
  switch (id) {
  case PROP_ADDRESS:
    return &self->address;
  case PROP_FOUND:
    return &self->found;
  case PROP_PROBLEM:
    return &self->problem;
  case PROP_WAITING:
    return &self->waiting;
  case PROP_BROWSER_ADDRESS:
    return &self->browser_address;
  default:
    return NULL;
  }
}

static void
set_text (FoyerSignInPage *self, guint id, const char *text)
{
  char **place = text_place (self, id);

  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* What was said about one address says nothing about another. */
static void
set_address (FoyerSignInPage *self, const char *address)
{
  if (address == NULL)
    address = "";
  if (g_strcmp0 (self->address, address) == 0)
    return;
  set_text (self, PROP_FOUND, NULL);
  set_text (self, PROP_PROBLEM, NULL);
  set_text (self, PROP_ADDRESS, address);
}

static void
set_flag (FoyerSignInPage *self, gboolean *place, gboolean value, guint id)
{
  if (*place == value)
    return;
  *place = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
start_waiting (FoyerSignInPage *self, const char *sentence)
{
  g_assert (self->cancellable == NULL);
  self->cancellable = g_cancellable_new ();
  set_text (self, PROP_PROBLEM, NULL);
  set_text (self, PROP_WAITING, sentence);
  gtk_widget_grab_focus (self->cancel_button);
}

static void
stop_waiting (FoyerSignInPage *self)
{
  g_clear_object (&self->cancellable);
  set_text (self, PROP_BROWSER_ADDRESS, NULL);
  set_text (self, PROP_WAITING, NULL);
}

static gboolean
wants_code (FoyerSignInPage *self)
{
  return foyer_sign_in_wants_code (NULL, self->found, self->by_code);
}

/* To where the next key belongs. */
static void
move_focus (FoyerSignInPage *self)
{
  if (self->found == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
  else if (wants_code (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
  else
    gtk_widget_grab_focus (self->go_on_button);
}

static void
fail (FoyerSignInPage *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  /* A task that was cancelled always answers so, and then somebody else has cleaned up. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!self->by_code && g_error_matches (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_REFUSED))
    sentence = g_strdup (_ ("The sign-in was refused in the browser. Try again, or use a one-time code."));
  else
    sentence = foyer_error_describe (error);
  stop_waiting (self);
  set_text (self, PROP_PROBLEM, sentence);
  move_focus (self);
}

static void
on_find_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = foyer_server_find_finish (result, &error);

  if (found == NULL) {
    fail (self, error);
    return;
  }
  stop_waiting (self);
  set_text (self, PROP_FOUND, found);
  move_focus (self);
}

static void
on_sign_in_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerSignInResult) signed_in = foyer_sign_in_finish (result, &error);

  if (signed_in == NULL) {
    fail (self, error);
    return;
  }
  stop_waiting (self);
  gtk_editable_set_text (self->code_row, "");
  g_signal_emit (self, signals[SIGNED_IN], 0, signed_in);
}

static void
open_in_browser (const char *address, gpointer user_data)
{
  FoyerSignInPage *self = user_data;
  gboolean handled;

  if (self->cancellable == NULL)
    return;
  set_text (self, PROP_WAITING, _ ("Go on in your browser…"));
  set_text (self, PROP_BROWSER_ADDRESS, address);
  g_signal_emit (self, signals[OPEN_ADDRESS], 0, address, &handled);
}

static void
on_show_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error) || self->browser_address == NULL)
    return;
  set_text (self, PROP_PROBLEM,
            _ ("No browser opened. Copy the address and open it in a browser on this computer."));
}

static gboolean
foyer_sign_in_page_open_address (FoyerSignInPage *self, const char *address)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root))
    return FALSE;
  g_app_info_launch_default_for_uri_async (address, NULL, self->cancellable, on_show_ready,
                                           g_object_ref (self));
  return TRUE;
}

static void
sign_in_with_code (FoyerSignInPage *self, const char *address)
{
  start_waiting (self, _ ("Signing in…"));
  foyer_sign_in_with_code_async (address, gtk_editable_get_text (self->code_row), self->cancellable,
                                 on_sign_in_ready, g_object_ref (self));
}

static void
on_go_on (FoyerSignInPage *self)
{
  const char *code = gtk_editable_get_text (self->code_row);

  if (self->cancellable != NULL
      || !foyer_sign_in_is_ready (NULL, self->found, self->by_code, self->address, code))
    return;
  if (self->found == NULL) {
    start_waiting (self, _ ("Looking for the server…"));
    foyer_server_find_async (self->address, self->cancellable, on_find_ready, g_object_ref (self));
  } else if (self->by_code) {
    sign_in_with_code (self, self->found);
  } else {
    start_waiting (self, _ ("Signing in…"));
    foyer_sign_in_with_browser_async (self->found, self->random, open_in_browser, self, self->cancellable,
                                      on_sign_in_ready, g_object_ref (self));
  }
}

static void
on_cancel (FoyerSignInPage *self)
{
  g_cancellable_cancel (self->cancellable);
  stop_waiting (self);
  set_text (self, PROP_PROBLEM, NULL);
  move_focus (self);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FoyerSignInPage *self = FOYER_SIGN_IN_PAGE (widget);

  if (self->cancellable == NULL)
    return FALSE;
  on_cancel (self);
  return TRUE;
}

static void
on_copy (FoyerSignInPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->browser_address);
}

static void
foyer_sign_in_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_sign_in_page_parent_class)->map (widget);
  move_focus (FOYER_SIGN_IN_PAGE (widget));
}

static void
foyer_sign_in_page_unmap (GtkWidget *widget)
{
  FoyerSignInPage *self = FOYER_SIGN_IN_PAGE (widget);

  GTK_WIDGET_CLASS (foyer_sign_in_page_parent_class)->unmap (widget);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  stop_waiting (self);
}

static void
foyer_sign_in_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerSignInPage *self = FOYER_SIGN_IN_PAGE (object);

  switch (id) {
  case PROP_RANDOM:
    if (g_set_object (&self->random, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_ADDRESS:
    set_address (self, g_value_get_string (value));
    break;
  case PROP_PROBLEM:
    set_text (self, PROP_PROBLEM, g_value_get_string (value));
    break;
  case PROP_BY_CODE:
    set_flag (self, &self->by_code, g_value_get_boolean (value), id);
    break;
  case PROP_MAY_LEAVE:
    set_flag (self, &self->may_leave, g_value_get_boolean (value), id);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_sign_in_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerSignInPage *self = FOYER_SIGN_IN_PAGE (object);

  switch (id) {
  case PROP_RANDOM:
    g_value_set_object (value, self->random);
    break;
  case PROP_BY_CODE:
    g_value_set_boolean (value, self->by_code);
    break;
  case PROP_MAY_LEAVE:
    g_value_set_boolean (value, self->may_leave);
    break;
  default:
    g_value_set_string (value, *text_place (self, id));
  }
}

static void
foyer_sign_in_page_dispose (GObject *object)
{
  FoyerSignInPage *self = FOYER_SIGN_IN_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_SIGN_IN_PAGE);
  g_clear_object (&self->random);
  G_OBJECT_CLASS (foyer_sign_in_page_parent_class)->dispose (object);
}

static void
foyer_sign_in_page_finalize (GObject *object)
{
  FoyerSignInPage *self = FOYER_SIGN_IN_PAGE (object);

  g_free (self->address);
  g_free (self->found);
  g_free (self->problem);
  g_free (self->waiting);
  g_free (self->browser_address);
  G_OBJECT_CLASS (foyer_sign_in_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_RANDOM] = g_param_spec_object ("random", NULL, NULL, FOYER_TYPE_RANDOM, writable);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, "", writable);
  properties[PROP_FOUND] = g_param_spec_string ("found", NULL, NULL, NULL, readable);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, writable);
  properties[PROP_WAITING] = g_param_spec_string ("waiting", NULL, NULL, NULL, readable);
  properties[PROP_BROWSER_ADDRESS] = g_param_spec_string ("browser-address", NULL, NULL, NULL, readable);
  properties[PROP_BY_CODE] = g_param_spec_boolean ("by-code", NULL, NULL, FALSE, writable);
  properties[PROP_MAY_LEAVE] = g_param_spec_boolean ("may-leave", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSignInPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerSignInPage, code_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerSignInPage, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerSignInPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerSignInPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sign_in_button_label);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sign_in_description);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sign_in_is_ready);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sign_in_server_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sign_in_server_safety);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sign_in_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sign_in_wants_code);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on);
}

static void
foyer_sign_in_page_class_init (FoyerSignInPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_sign_in_page_set_property;
  object_class->get_property = foyer_sign_in_page_get_property;
  object_class->dispose = foyer_sign_in_page_dispose;
  object_class->finalize = foyer_sign_in_page_finalize;
  widget_class->map = foyer_sign_in_page_map;
  widget_class->unmap = foyer_sign_in_page_unmap;
  install_properties (object_class);

  signals[SIGNED_IN] = g_signal_new ("signed-in", FOYER_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN_ADDRESS]
      = g_signal_new_class_handler ("open-address", FOYER_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST,
                                    G_CALLBACK (foyer_sign_in_page_open_address),
                                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                    G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
foyer_sign_in_page_init (FoyerSignInPage *self)
{
  /* The row takes no NULL. */
  self->address = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_sign_in_page_try_code (FoyerSignInPage *self, const char *code)
{
  g_return_if_fail (FOYER_IS_SIGN_IN_PAGE (self));

  if (self->cancellable != NULL)
    on_cancel (self);
  g_object_set (self, "by-code", TRUE, NULL);
  gtk_editable_set_text (self->code_row, code);
  sign_in_with_code (self, self->address);
}

void
foyer_sign_in_page_open_menu (FoyerSignInPage *self)
{
  g_return_if_fail (FOYER_IS_SIGN_IN_PAGE (self));

  gtk_menu_button_popup (self->menu_button);
}
