/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-policy.c - where a view may go, and all that it may not do */

#include "foyer-web-policy.h"
#include "foyer-web-walls.h"

static FoyerWebFrame *
get_frame (WebKitWebView *web)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (web));

  return FOYER_IS_WEB_FRAME (parent) ? FOYER_WEB_FRAME (parent) : NULL;
}

static gboolean
is_ours (const char *address)
{
  return g_str_has_prefix (address, FOYER_WEB_SCHEME "://");
}

static gboolean
is_form (WebKitNavigationType type)
{
  return type == WEBKIT_NAVIGATION_TYPE_FORM_SUBMITTED || type == WEBKIT_NAVIGATION_TYPE_FORM_RESUBMITTED;
}

/* Only what somebody clicked is told: a page that tries to leave by itself is held without a word. */
static void
refuse_navigation (WebKitWebView *web, WebKitNavigationAction *action, WebKitPolicyDecision *decision)
{
  FoyerWebFrame *frame = get_frame (web);
  const char *address = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));

  webkit_policy_decision_ignore (decision);
  if (frame == NULL
      || webkit_navigation_action_get_navigation_type (action) != WEBKIT_NAVIGATION_TYPE_LINK_CLICKED
      || !webkit_navigation_action_is_user_gesture (action))
    return;
  if (is_ours (address)) /* a link that wants a window of its own */
    foyer_web_frame_load (GTK_WIDGET (frame), address);
  else
    foyer_web_frame_leave (frame, address);
}

static void
decide_navigation (WebKitWebView *web, WebKitNavigationAction *action, WebKitPolicyDecision *decision)
{
  FoyerWebFrame *frame = get_frame (web);
  const char *address = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));

  if (is_form (webkit_navigation_action_get_navigation_type (action))) {
    webkit_policy_decision_ignore (decision);
    if (frame != NULL)
      foyer_web_frame_act (frame, address, "POST");
  } else if (is_ours (address) || g_str_equal (address, "about:blank")) {
    webkit_policy_decision_use (decision);
  } else {
    refuse_navigation (web, action, decision);
  }
}

static gboolean
on_decide_policy (WebKitWebView *web, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type)
{
  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE) {
    /* What cannot be shown would be downloaded. */
    if (webkit_response_policy_decision_is_mime_type_supported (WEBKIT_RESPONSE_POLICY_DECISION (decision)))
      webkit_policy_decision_use (decision);
    else
      webkit_policy_decision_ignore (decision);
    return TRUE;
  }
  if (!foyer_web_walls_stand (FOYER_WEB_WALL_POLICY)) {
    webkit_policy_decision_use (decision);
  } else {
    WebKitNavigationAction *action = webkit_navigation_policy_decision_get_navigation_action (
        WEBKIT_NAVIGATION_POLICY_DECISION (decision));

    if (type == WEBKIT_POLICY_DECISION_TYPE_NEW_WINDOW_ACTION)
      refuse_navigation (web, action, decision);
    else
      decide_navigation (web, action, decision);
  }
  return TRUE;
}

/* Of WebKit's menu only what stays in the view. */
static gboolean
on_context_menu (WebKitWebView *web, WebKitContextMenu *menu)
{
  g_autoptr (GList) items = g_list_copy (webkit_context_menu_get_items (menu));

  for (GList *link = items; link != NULL; link = link->next) {
    switch (webkit_context_menu_item_get_stock_action (link->data)) {
    case WEBKIT_CONTEXT_MENU_ACTION_COPY:
    case WEBKIT_CONTEXT_MENU_ACTION_SELECT_ALL:
      break;
    default:
      webkit_context_menu_remove (menu, link->data);
    }
  }
  return webkit_context_menu_get_n_items (menu) == 0;
}

static gboolean
on_permission_request (WebKitWebView *web, WebKitPermissionRequest *request)
{
  webkit_permission_request_deny (request);
  return TRUE;
}

static gboolean
on_run_file_chooser (WebKitWebView *web, WebKitFileChooserRequest *request)
{
  FoyerWebFrame *frame = get_frame (web);

  webkit_file_chooser_request_cancel (request);
  if (frame != NULL)
    foyer_web_frame_act (frame, webkit_web_view_get_uri (web), "FILE");
  return TRUE;
}

static gboolean
on_authenticate (WebKitWebView *web, WebKitAuthenticationRequest *request)
{
  webkit_authentication_request_cancel (request);
  return TRUE;
}

/* For signals whose default handler would open something. */
static gboolean
on_unwanted (void)
{
  return TRUE;
}

static GtkWidget *
on_create (void)
{
  return NULL;
}

/* Files and links that somebody drops on the view would be opened in it. */
static void
remove_drop_targets (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

    if (GTK_IS_DROP_TARGET_ASYNC (controller) || GTK_IS_DROP_TARGET (controller))
      gtk_widget_remove_controller (widget, controller);
  }
}

void
foyer_web_policy_guard (WebKitWebView *web)
{
  static const char *const unwanted[]
      = { "enter-fullscreen", "print", "run-color-chooser", "script-dialog", "show-notification" };

  g_signal_connect (web, "decide-policy", G_CALLBACK (on_decide_policy), NULL);
  g_signal_connect (web, "context-menu", G_CALLBACK (on_context_menu), NULL);
  g_signal_connect (web, "permission-request", G_CALLBACK (on_permission_request), NULL);
  g_signal_connect (web, "run-file-chooser", G_CALLBACK (on_run_file_chooser), NULL);
  g_signal_connect (web, "authenticate", G_CALLBACK (on_authenticate), NULL);
  g_signal_connect (web, "create", G_CALLBACK (on_create), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    g_signal_connect (web, unwanted[i], G_CALLBACK (on_unwanted), NULL);
  remove_drop_targets (GTK_WIDGET (web));
}
