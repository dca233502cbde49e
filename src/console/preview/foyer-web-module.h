/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-web-view.h"

G_BEGIN_DECLS

/**
 * FoyerWebError:
 * @FOYER_WEB_ERROR_NOT_INSTALLED: this build of Foyer has no web room: the portal can only be looked at in a browser
 * @FOYER_WEB_ERROR_NO_SANDBOX: WebKit could not start its sandbox, and would end the program if it were asked to
 * @FOYER_WEB_ERROR_FAILED: anything else
 *
 * Why there is no view. The messages are sentences for people.
 */
typedef enum {
  FOYER_WEB_ERROR_NOT_INSTALLED,
  FOYER_WEB_ERROR_NO_SANDBOX,
  FOYER_WEB_ERROR_FAILED,
} FoyerWebError;

#define FOYER_WEB_ERROR (foyer_web_error_quark ())
GQuark foyer_web_error_quark (void);

#define FOYER_TYPE_WEB_MODULE (foyer_web_module_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWebModule, foyer_web_module, FOYER, WEB_MODULE, GObject)

/**
 * FoyerWebModule:
 *
 * The console's door to the web room. Nothing of WebKit is in memory before the first view is asked for; opening it goes on in a thread
 * of its own. Before each view the very sandbox that WebKit will use is tried, because WebKit ends the program if it cannot have it.
 */

/**
 * foyer_web_module_new:
 * @clock: for the sandbox's deadline
 * @file: (nullable): the module, or %NULL for the one that belongs to this program
 *
 * Returns: (transfer full): a module that is not open yet
 */
FoyerWebModule *foyer_web_module_new (FoyerClock *clock, const char *file);

/**
 * foyer_web_module_set_probe:
 * @argv: (nullable): what tries the sandbox, instead of what suits this system. For tests
 */
void foyer_web_module_set_probe (FoyerWebModule *self, const char *const *argv);

/**
 * foyer_web_module_get_room:
 *
 * Returns: (nullable): what can be done with views; %NULL before the first view was made
 */
const FoyerWebRoom *foyer_web_module_get_room (FoyerWebModule *self);

/**
 * foyer_web_module_make_view_async:
 * @sibling: (nullable): another view, whose web process this one shares: for two frames side by side
 * @host: static: what the view asks and tells
 * @data: handed to @host's functions
 *
 * Tries the sandbox, opens the module if this is the first time, and makes a view.
 */
void foyer_web_module_make_view_async (FoyerWebModule *self,
                                       GtkWidget *sibling,
                                       const FoyerWebHost *host,
                                       gpointer data,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * foyer_web_module_make_view_finish:
 *
 * Returns: (transfer floating): the view, to be put into a window before it loads anything; %NULL with %FOYER_WEB_ERROR or %G_IO_ERROR_CANCELLED
 */
GtkWidget *foyer_web_module_make_view_finish (FoyerWebModule *self, GAsyncResult *result, GError **error);

/**
 * foyer_web_module_revive_async:
 * @view: one that died and may be revived (`on_died`)
 *
 * Tries the sandbox again; if it holds, starts another web process for @view, which loads its page anew.
 */
void foyer_web_module_revive_async (FoyerWebModule *self,
                                    GtkWidget *view,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * foyer_web_module_revive_finish:
 *
 * Returns: %FALSE with @error (as of foyer_web_module_make_view_finish()) if the view stays dead
 */
gboolean foyer_web_module_revive_finish (FoyerWebModule *self, GAsyncResult *result, GError **error);

G_END_DECLS
