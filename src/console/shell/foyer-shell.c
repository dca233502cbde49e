/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-shell.c - the areas around one desk */

#include "foyer-shell.h"

#include "foyer-approvals-page.h"
#include "foyer-clients-page.h"
#include "foyer-configuration-page.h"
#include "foyer-inbox-page.h"
#include "foyer-outbox-page.h"
#include "foyer-live-preview.h"
#include "foyer-preview-page.h"
#include "foyer-preview-window.h"
#include "foyer-requests-page.h"
#include "foyer-settings-draft.h"
#include "foyer-sidebar.h"
#include "foyer-split.h"
#include "foyer-undo-stack.h"

#include "foyer-error-text.h"

#include "foyer-json.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/request.h"
#include "types/settings_proposal.h"

#include <glib/gi18n-lib.h>

struct _FoyerShell {
  AdwBin parent_instance;

  FoyerSplit *split;
  FoyerSidebar *sidebar;
  GtkStack *areas;

  FoyerDesk *desk; /* (nullable) */
  gboolean single_keys;
  guint undo_seconds;
  char *origin;      /* (nullable): the area from which the preview was opened */
  GtkWindow *beside; /* (nullable): a preview in a window of its own; owned by GTK */
};

G_DEFINE_FINAL_TYPE (FoyerShell, foyer_shell, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_AREA,
  PROP_SINGLE_KEYS,
  PROP_UNDO_SECONDS,
  N_PROPERTIES,
};

enum { ACTED, SAID, UNDONE, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static const char *
get_area (FoyerShell *self)
{
  return self->areas == NULL ? NULL : gtk_stack_get_visible_child_name (self->areas);
}

static void
on_acted (FoyerShell *self, const FoyerAct *act)
{
  g_signal_emit (self, signals[ACTED], 0, act);
}

static void
on_said (FoyerShell *self, const char *sentence)
{
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static void
on_undone (FoyerShell *self, const char *operation_id)
{
  g_signal_emit (self, signals[UNDONE], 0, operation_id);
}

static void
on_not_kept (FoyerShell *self, const GError *error)
{
  g_autofree char *reason = foyer_error_describe (error);
  /* Translators: %s is a reason. */
  g_autofree char *sentence = g_strdup_printf (_ ("The draft is not kept on this computer: %s"), reason);

  on_said (self, sentence);
}

/* Once, whichever area that shows the draft is the first. */
static void
follow_draft (FoyerShell *self)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (self->desk);

  g_signal_handlers_disconnect_by_data (draft, self);
  g_signal_connect_object (draft, "acted", G_CALLBACK (on_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "not-kept", G_CALLBACK (on_not_kept), self, G_CONNECT_SWAPPED);
}

static void on_step (FoyerShell *self, int step);
static void forget_window (FoyerShell *self);
static void on_rewritten (FoyerShell *self,
                          const char *conversation_id,
                          const char *kind,
                          const char *words,
                          JsonArray *files);

static const struct {
  const char *area;
  GtkWidget *(*create) (void);
} area_pages[] = {
  { "inbox", foyer_inbox_page_new },
  { "approvals", foyer_approvals_page_new },
  { "requests", foyer_requests_page_new },
  { "clients", foyer_clients_page_new },
  { "outbox", foyer_outbox_page_new },
  { "preview", foyer_preview_page_new },
  { "configuration", foyer_configuration_page_new },
};

static FoyerAreaPage *
get_page (FoyerShell *self, const char *area)
{
  GtkWidget *place = gtk_stack_get_child_by_name (self->areas, area);

  return place == NULL ? NULL : FOYER_AREA_PAGE (adw_bin_get_child (ADW_BIN (place)));
}

static void
listen (FoyerShell *self, GtkWidget *page)
{
  g_object_bind_property (self, "single-keys", page, "single-keys", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "undo-seconds", page, "undo-seconds", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (page, "acted", G_CALLBACK (on_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "opened", G_CALLBACK (foyer_shell_open_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "undone", G_CALLBACK (on_undone), self, G_CONNECT_SWAPPED);
}

static void
place_page (FoyerShell *self, GtkWidget *place, GtkWidget *page)
{
  adw_bin_set_child (ADW_BIN (place), page);
  g_object_bind_property (self->split, "collapsed", page, "outer-collapsed", G_BINDING_SYNC_CREATE);
  listen (self, page);
  if (FOYER_IS_PREVIEW_PAGE (page))
    g_signal_connect_object (page, "step", G_CALLBACK (on_step), self, G_CONNECT_SWAPPED);
  if (FOYER_IS_CONFIGURATION_PAGE (page))
    foyer_live_preview_follow (FOYER_CONFIGURATION_PAGE (page));
  if (FOYER_IS_OUTBOX_PAGE (page))
    g_signal_connect_object (page, "rewritten", G_CALLBACK (on_rewritten), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self, "desk", page, "desk", G_BINDING_SYNC_CREATE);
  if ((FOYER_IS_PREVIEW_PAGE (page) || FOYER_IS_CONFIGURATION_PAGE (page)) && self->desk != NULL)
    follow_draft (self);
}

/* What nobody looks at costs neither time nor memory: a page is made when its area is first shown. */
static void
create_page (FoyerShell *self)
{
  GtkWidget *place = gtk_stack_get_visible_child (self->areas);
  const char *area = get_area (self);

  if (place == NULL || adw_bin_get_child (ADW_BIN (place)) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (area_pages); i++) {
    if (g_str_equal (area_pages[i].area, area))
      place_page (self, place, area_pages[i].create ());
  }
}

static void
on_notify_visible_child (FoyerShell *self)
{
  create_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AREA]);
}

static void
foyer_shell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerShell *self = FOYER_SHELL (object);

  switch (id) {
  case PROP_DESK:
    if (!g_set_object (&self->desk, g_value_get_object (value)))
      return;
    break;
  case PROP_AREA:
    if (g_strcmp0 (g_value_get_string (value), get_area (self)) != 0)
      gtk_stack_set_visible_child_name (self->areas, g_value_get_string (value));
    return;
  case PROP_SINGLE_KEYS:
    if (self->single_keys == g_value_get_boolean (value))
      return;
    self->single_keys = g_value_get_boolean (value);
    break;
  case PROP_UNDO_SECONDS:
    if (self->undo_seconds == g_value_get_uint (value))
      return;
    self->undo_seconds = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_shell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerShell *self = FOYER_SHELL (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_AREA:
    g_value_set_string (value, get_area (self));
    break;
  case PROP_SINGLE_KEYS:
    g_value_set_boolean (value, self->single_keys);
    break;
  case PROP_UNDO_SECONDS:
    g_value_set_uint (value, self->undo_seconds);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_shell_dispose (GObject *object)
{
  FoyerShell *self = FOYER_SHELL (object);

  forget_window (self);
  /* Disposing of the template would take the bin's child, which is bound, without the bin knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SHELL);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->origin, g_free);
  G_OBJECT_CLASS (foyer_shell_parent_class)->dispose (object);
}

static void
foyer_shell_class_init (FoyerShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_shell_set_property;
  object_class->get_property = foyer_shell_get_property;
  object_class->dispose = foyer_shell_dispose;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_AREA] = g_param_spec_string ("area", NULL, NULL, "approvals", flags);
  properties[PROP_SINGLE_KEYS] = g_param_spec_boolean ("single-keys", NULL, NULL, TRUE, flags);
  properties[PROP_UNDO_SECONDS] = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_SHELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_SHELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[UNDONE] = g_signal_new ("undone", FOYER_TYPE_SHELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FOYER_TYPE_SIDEBAR);
  g_type_ensure (FOYER_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerShell, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerShell, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FoyerShell, areas);
  gtk_widget_class_bind_template_callback (widget_class, on_notify_visible_child);
}

static void
foyer_shell_init (FoyerShell *self)
{
  self->single_keys = TRUE;
  self->undo_seconds = 10;
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_split_set_show_content (self->split, TRUE);
  /* The sidebar was bound before there was an area to name. */
  on_notify_visible_child (self);
}

/* Goes back in the area that is shown, if it has something to go back from. */
static gboolean
go_back (FoyerShell *self)
{
  FoyerAreaPage *page = get_page (self, get_area (self));

  return page != NULL && foyer_area_page_back (page);
}

void
foyer_shell_show_area (FoyerShell *self, const char *area)
{
  GtkWidget *place;
  GtkWidget *page;

  g_return_if_fail (FOYER_IS_SHELL (self));

  place = gtk_stack_get_child_by_name (self->areas, area);
  if (place == NULL)
    return;
  gtk_stack_set_visible_child (self->areas, place);
  foyer_split_set_show_content (self->split, TRUE);
  go_back (self);
  page = adw_bin_get_child (ADW_BIN (place));
  /* Keys are heard where the focus is, also while a list is being filled and has no row to take it. */
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Whose page shows a record that has none of its own. */
static char *
find_client (FoyerShell *self, const FoyerRecordType *type, const char *id)
{
  g_autoptr (FoyerRecord) record = foyer_store_get (foyer_desk_get_store (self->desk), type, id);
  g_autoptr (JsonObject) json = record == NULL ? NULL : foyer_record_to_json (record);

  return type == &foyer_client_type ? g_strdup (id)
         : json == NULL             ? NULL
                                    : g_strdup (foyer_json_object_text (json, "clientId"));
}

static void
show_page (FoyerShell *self, const char *area)
{
  gtk_stack_set_visible_child_name (self->areas, area);
  foyer_split_set_show_content (self->split, TRUE);
}

/* What is not sent after all is written on where it was begun. */
static void
on_rewritten (FoyerShell *self,
              const char *conversation_id,
              const char *kind,
              const char *words,
              JsonArray *files)
{
  show_page (self, "inbox");
  foyer_inbox_page_rewrite (FOYER_INBOX_PAGE (get_page (self, "inbox")), conversation_id, kind, words, files);
}

void
foyer_shell_open_record (FoyerShell *self, const char *record_id)
{
  const FoyerRecordType *type = record_id == NULL ? NULL : foyer_record_type_of_id (record_id);
  g_autofree char *client_id = NULL;

  g_return_if_fail (FOYER_IS_SHELL (self));

  if (self->desk == NULL || type == NULL)
    return;
  if (type == &foyer_booking_type) {
    show_page (self, "approvals");
    foyer_approvals_page_open (FOYER_APPROVALS_PAGE (get_page (self, "approvals")), record_id);
    return;
  }
  if (type == &foyer_conversation_type || type == &foyer_message_type) {
    show_page (self, "inbox");
    foyer_inbox_page_open (FOYER_INBOX_PAGE (get_page (self, "inbox")), record_id);
    return;
  }
  if (type == &foyer_request_type) {
    show_page (self, "requests");
    foyer_requests_page_look_at (FOYER_REQUESTS_PAGE (get_page (self, "requests")), record_id);
    return;
  }
  if (type == &foyer_settings_proposal_type) {
    show_page (self, "configuration");
    gtk_widget_activate_action (GTK_WIDGET (get_page (self, "configuration")), "configuration.show-page", "s",
                                "overview");
    return;
  }
  client_id = find_client (self, type, record_id);
  if (client_id == NULL)
    return;
  show_page (self, "clients");
  foyer_clients_page_look_at (FOYER_CLIENTS_PAGE (get_page (self, "clients")), client_id);
}

void
foyer_shell_open_setting (FoyerShell *self, const char *key)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  if (self->desk == NULL)
    return;
  show_page (self, "configuration");
  foyer_configuration_page_look_at (FOYER_CONFIGURATION_PAGE (get_page (self, "configuration")), key);
}

/* --- The preview --- */

/* Shows what the page of the area from which somebody came is about. */
static gboolean
preview_origin (FoyerShell *self)
{
  FoyerAreaPage *page = self->origin == NULL ? NULL : get_page (self, self->origin);
  g_autofree char *subject = page == NULL ? NULL : foyer_area_page_get_subject (page);

  return subject != NULL
         && foyer_preview_page_look_at (FOYER_PREVIEW_PAGE (get_page (self, "preview")), subject);
}

static void
on_step (FoyerShell *self, int step)
{
  FoyerAreaPage *page = self->origin == NULL ? NULL : get_page (self, self->origin);

  if (page == NULL)
    return;
  foyer_area_page_move (page, step);
  preview_origin (self);
}

static void
forget_window (FoyerShell *self)
{
  GtkWindow *beside = self->beside;

  g_clear_weak_pointer (&self->beside);
  if (beside != NULL)
    gtk_window_destroy (beside);
}

/* The window of its own shows what the area shows now, and then goes its own ways. */
static void
preview_beside (FoyerShell *self)
{
  FoyerPreviewStage *stage = NULL;
  g_autofree char *link = NULL;

  g_object_get (get_page (self, "preview"), "stage", &stage, NULL);
  if (self->beside == NULL) {
    g_set_weak_pointer (&self->beside, GTK_WINDOW (foyer_preview_window_new (self->desk)));
    listen (self, GTK_WIDGET (foyer_preview_window_get_page (FOYER_PREVIEW_WINDOW (self->beside))));
  }
  if (foyer_preview_stage_has_viewer (stage)) {
    link = foyer_preview_stage_make_link (stage);
    foyer_preview_page_follow (foyer_preview_window_get_page (FOYER_PREVIEW_WINDOW (self->beside)), link);
  }
  gtk_window_present (self->beside);
  g_object_unref (stage);
}

/* Escape leads back to where somebody is now. */
static FoyerPreviewPage *
enter_preview (FoyerShell *self)
{
  const char *area = get_area (self);

  if (g_strcmp0 (area, "preview") != 0) {
    g_free (self->origin);
    self->origin = g_strdup (area);
    show_page (self, "preview");
  }
  return FOYER_PREVIEW_PAGE (get_page (self, "preview"));
}

void
foyer_shell_preview (FoyerShell *self)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  if (self->desk == NULL)
    return;
  if (g_strcmp0 (get_area (self), "preview") == 0) {
    preview_beside (self);
    return;
  }
  enter_preview (self);
  preview_origin (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_page (self, "preview")));
}

void
foyer_shell_preview_affected (FoyerShell *self)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  if (self->desk == NULL)
    return;
  foyer_preview_page_tour (enter_preview (self));
  gtk_widget_grab_focus (GTK_WIDGET (get_page (self, "preview")));
}

void
foyer_shell_preview_booking (FoyerShell *self)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  if (self->desk == NULL)
    return;
  foyer_preview_page_try_booking (enter_preview (self));
  gtk_widget_grab_focus (GTK_WIDGET (get_page (self, "preview")));
}

void
foyer_shell_follow_preview (FoyerShell *self, const char *link)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  if (self->desk == NULL)
    return;
  show_page (self, "preview");
  foyer_preview_page_follow (FOYER_PREVIEW_PAGE (get_page (self, "preview")), link);
}

/* Exactly to where somebody was. */
static gboolean
leave_preview (FoyerShell *self)
{
  g_autofree char *origin = g_steal_pointer (&self->origin);

  if (origin == NULL || g_strcmp0 (get_area (self), "preview") != 0)
    return FALSE;
  gtk_stack_set_visible_child_name (self->areas, origin);
  gtk_widget_grab_focus (GTK_WIDGET (get_page (self, origin)));
  return TRUE;
}

void
foyer_shell_open_operation (FoyerShell *self, const char *operation_id)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  foyer_shell_show_area (self, "outbox");
  foyer_outbox_page_open (FOYER_OUTBOX_PAGE (get_page (self, "outbox")), operation_id);
}

void
foyer_shell_back (FoyerShell *self)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  if (go_back (self) || leave_preview (self))
    return;
  if (foyer_split_get_collapsed (self->split))
    foyer_split_set_show_content (self->split, FALSE);
}

void
foyer_shell_toggle_sidebar (FoyerShell *self)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  if (foyer_split_get_collapsed (self->split))
    foyer_split_set_show_content (self->split, !foyer_split_get_show_content (self->split));
  else
    foyer_split_set_show_sidebar (self->split, !foyer_split_get_show_sidebar (self->split));
}

void
foyer_shell_open_menu (FoyerShell *self)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  foyer_split_set_show_sidebar (self->split, TRUE);
  if (foyer_split_get_collapsed (self->split))
    foyer_split_set_show_content (self->split, FALSE);
  foyer_sidebar_open_menu (self->sidebar);
}

gboolean
foyer_shell_forward_key (FoyerShell *self, GtkEventControllerKey *controller)
{
  GtkWidget *place;
  GtkWidget *page;

  g_return_val_if_fail (FOYER_IS_SHELL (self), FALSE);

  place = gtk_stack_get_visible_child (self->areas);
  page = place == NULL ? NULL : adw_bin_get_child (ADW_BIN (place));
  return page != NULL && gtk_widget_get_mapped (page) && gtk_event_controller_key_forward (controller, page);
}

void
foyer_shell_stop (FoyerShell *self)
{
  g_return_if_fail (FOYER_IS_SHELL (self));

  forget_window (self);
  for (guint i = 0; i < G_N_ELEMENTS (area_pages); i++) {
    FoyerAreaPage *page = get_page (self, area_pages[i].area);

    if (page != NULL)
      foyer_area_page_stop (page);
  }
  if (self->desk == NULL)
    return;
  g_clear_object (&self->desk);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}
