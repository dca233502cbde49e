/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-walls.c - what holds a page off the network: context, session, settings and content filter */

#include "foyer-web-walls.h"
#include "foyer-web-view.h"

/* Nobody listens there, and connecting to it fails at once. */
#define CLOSED_PORT "http://127.0.0.1:1"

/* With `form-action 'none'` WebKit would swallow a submitted form before the view hears of it, and nobody could say why nothing happens. */
#define POLICY \
  "default-src 'none'; img-src " FOYER_WEB_SCHEME ": data:; style-src " FOYER_WEB_SCHEME \
  ":; font-src " FOYER_WEB_SCHEME ": data:; form-action " FOYER_WEB_SCHEME ":; base-uri 'none'"

/* The last rule that fits decides. */
static const char filter[]
    = "[{\"trigger\":{\"url-filter\":\".*\"},\"action\":{\"type\":\"block\"}},"
      "{\"trigger\":{\"url-filter\":\"^" FOYER_WEB_SCHEME
      ":\"},\"action\":{\"type\":\"ignore-previous-rules\"}},"
      "{\"trigger\":{\"url-filter\":\"^data:\"},\"action\":{\"type\":\"ignore-previous-rules\"}}]";

/* Pictures and links stay in the view, where the mouse would drag them out. What the host marks is outlined. */
static const char style[]
    = "* { -webkit-user-drag: none !important }"
      "." FOYER_WEB_MARK " { outline: 3px solid #e66100 !important; outline-offset: 2px !important }";

gboolean
foyer_web_walls_stand (FoyerWebWall wall)
{
#ifdef FOYER_WEB_WALLS_CAN_FALL
  const char *fallen = g_getenv ("FOYER_WEB_WALLS_FALLEN");

  return fallen == NULL || (g_ascii_strtoull (fallen, NULL, 10) & wall) == 0;
#else
  return TRUE;
#endif
}

const char *
foyer_web_walls_get_policy (void)
{
  return foyer_web_walls_stand (FOYER_WEB_WALL_POLICY) ? POLICY : NULL;
}

WebKitWebContext *
foyer_web_walls_make_context (void)
{
  WebKitWebContext *context = webkit_web_context_new ();

  /* No cache in memory: the host has every byte. */
  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  webkit_web_context_set_spell_checking_enabled (context, FALSE);
  return context;
}

static void
on_download_started (WebKitNetworkSession *session, WebKitDownload *download)
{
  webkit_download_cancel (download);
}

WebKitNetworkSession *
foyer_web_walls_make_session (void)
{
  WebKitNetworkSession *session = webkit_network_session_new_ephemeral ();
  WebKitWebsiteDataManager *data = webkit_network_session_get_website_data_manager (session);
  WebKitCookieManager *cookies = webkit_network_session_get_cookie_manager (session);

  if (foyer_web_walls_stand (FOYER_WEB_WALL_PROXY)) {
    WebKitNetworkProxySettings *proxy = webkit_network_proxy_settings_new (CLOSED_PORT, NULL);

    webkit_network_session_set_proxy_settings (session, WEBKIT_NETWORK_PROXY_MODE_CUSTOM, proxy);
    webkit_network_proxy_settings_free (proxy);
  }
  webkit_website_data_manager_set_favicons_enabled (data, FALSE);
  webkit_cookie_manager_set_accept_policy (cookies, WEBKIT_COOKIE_POLICY_ACCEPT_NEVER);
  g_signal_connect (session, "download-started", G_CALLBACK (on_download_started), NULL);
  return session;
}

/* What a page can say about addresses without asking for them: reason to look up a name or to connect, and no wall but the filter sees it. */
static void
forget_hints (WebKitSettings *settings)
{
  static const char *const hints[]
      = { "LinkDNSPrefetch", "LinkPreconnect", "LinkPreconnectEarlyHints", "LinkPrefetch", "LinkPreload" };
  WebKitFeatureList *features = webkit_settings_get_all_features ();

  for (gsize i = 0; i < webkit_feature_list_get_length (features); i++) {
    WebKitFeature *feature = webkit_feature_list_get (features, i);

    for (guint j = 0; j < G_N_ELEMENTS (hints); j++) {
      if (g_str_equal (webkit_feature_get_identifier (feature), hints[j]))
        webkit_settings_set_feature_enabled (settings, feature, FALSE);
    }
  }
  webkit_feature_list_unref (features);
}

WebKitSettings *
foyer_web_walls_make_settings (void)
{
  gboolean script = !foyer_web_walls_stand (FOYER_WEB_WALL_SCRIPT);
  WebKitSettings *settings;

  /* clang-format off */
  settings = webkit_settings_new_with_settings (
      "enable-javascript", script,
      "enable-javascript-markup", script,
      "javascript-can-access-clipboard", FALSE,
      "javascript-can-open-windows-automatically", FALSE,
      "allow-modal-dialogs", FALSE,
      "allow-file-access-from-file-urls", FALSE,
      "allow-universal-access-from-file-urls", FALSE,
      "enable-media", FALSE,
      "enable-mediasource", FALSE,
      "enable-media-stream", FALSE,
      "enable-media-capabilities", FALSE,
      "enable-encrypted-media", FALSE,
      "enable-webaudio", FALSE,
      "enable-webrtc", FALSE,
      "enable-webgl", FALSE,
      "enable-fullscreen", FALSE,
      "enable-html5-database", FALSE,
      "enable-html5-local-storage", FALSE,
      "enable-page-cache", FALSE,
      "enable-back-forward-navigation-gestures", FALSE,
      "enable-developer-extras", FALSE,
      "enable-site-specific-quirks", FALSE,
      "enable-smooth-scrolling", FALSE,
      "hardware-acceleration-policy", WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER,
      "default-charset", "utf-8",
      NULL);
  /* clang-format on */
  if (foyer_web_walls_stand (FOYER_WEB_WALL_PROXY))
    forget_hints (settings);
  return settings;
}

static WebKitUserContentManager *
make_content (WebKitUserContentFilter *content_filter)
{
  WebKitUserContentManager *content = webkit_user_content_manager_new ();
  WebKitUserStyleSheet *sheet = webkit_user_style_sheet_new (style, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                                             WEBKIT_USER_STYLE_LEVEL_USER, NULL, NULL);

  webkit_user_content_manager_add_style_sheet (content, sheet);
  webkit_user_style_sheet_unref (sheet);
  if (foyer_web_walls_stand (FOYER_WEB_WALL_FILTER))
    webkit_user_content_manager_add_filter (content, content_filter);
  return content;
}

static void
on_save_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  WebKitUserContentFilter *content_filter
      = webkit_user_content_filter_store_save_finish (WEBKIT_USER_CONTENT_FILTER_STORE (source), result,
                                                      &error);

  if (content_filter == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  g_task_return_pointer (task, make_content (content_filter), g_object_unref);
  webkit_user_content_filter_unref (content_filter);
}

void
foyer_web_walls_make_content_async (const char *cache_directory,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (WebKitUserContentFilterStore) store = webkit_user_content_filter_store_new (cache_directory);
  g_autoptr (GBytes) source = g_bytes_new_static (filter, sizeof filter - 1);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_web_walls_make_content_async);
  webkit_user_content_filter_store_save (store, "portal-alone", source, cancellable, on_save_ready, task);
}

WebKitUserContentManager *
foyer_web_walls_make_content_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
