/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoyerKeyScope:
 * @FOYER_KEYS_EVERYWHERE: accelerators of the application
 * @FOYER_KEYS_LISTS: in any list
 * @FOYER_KEYS_INBOX: in the list of conversations
 * @FOYER_KEYS_APPROVALS: in the list of requests
 * @FOYER_KEYS_REQUESTS: in the list of what clients ask
 * @FOYER_KEYS_CLIENTS: in the list and the page of clients
 * @FOYER_KEYS_CONFIGURATION: among the settings
 * @FOYER_KEYS_OUTBOX: in the lists of the Outbox
 * @FOYER_KEYS_PREVIEW: in the preview of the portal
 * @FOYER_N_KEY_SCOPES: how many there are
 *
 * Where a key is heard. Single letters are heard in lists only: as accelerators they would be swallowed while somebody types.
 */
typedef enum {
  FOYER_KEYS_EVERYWHERE,
  FOYER_KEYS_LISTS,
  FOYER_KEYS_INBOX,
  FOYER_KEYS_APPROVALS,
  FOYER_KEYS_REQUESTS,
  FOYER_KEYS_CLIENTS,
  FOYER_KEYS_CONFIGURATION,
  FOYER_KEYS_OUTBOX,
  FOYER_KEYS_PREVIEW,
  FOYER_N_KEY_SCOPES,
} FoyerKeyScope;

/**
 * FoyerKey:
 * @scope: where it is heard
 * @action: detailed name of the action
 * @triggers: in the form of gtk_shortcut_trigger_parse_string(), parted by spaces
 * @title: what it does, to be translated
 *
 * One line of the only table of keys. Accelerators, lists' keys, tooltips, menus and the shortcuts window are made from it.
 */
typedef struct {
  FoyerKeyScope scope;
  const char *action;
  const char *triggers;
  const char *title;
} FoyerKey;

/**
 * foyer_keys:
 * @n_keys: (out)
 *
 * Returns: (transfer none) (array length=n_keys): the table
 */
const FoyerKey *foyer_keys (guint *n_keys);

/**
 * foyer_key_scope_title:
 *
 * Returns: (transfer none): the heading of a scope, translated
 */
const char *foyer_key_scope_title (FoyerKeyScope scope);

/**
 * foyer_key_find:
 * @action: detailed name of an action
 *
 * Returns: (transfer none) (nullable): its line
 */
const FoyerKey *foyer_key_find (const char *action);

/**
 * foyer_key_is_letter:
 * @trigger: one trigger
 *
 * Returns: whether it is a character alone, which the preference "Single-key shortcuts" is about
 */
gboolean foyer_key_is_letter (const char *trigger);

/**
 * foyer_key_label:
 * @trigger: one trigger
 *
 * Returns: (transfer full): as it stands in a tooltip: `Ctrl+Shift+O`
 */
char *foyer_key_label (const char *trigger);

/**
 * foyer_key_tooltip:
 * @action: detailed name of an action of the table
 *
 * A closure for templates.
 *
 * Returns: (transfer full): `Approve (A)`
 */
char *foyer_key_tooltip (GObject *self, const char *action);

G_END_DECLS
