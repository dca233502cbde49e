/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/**
 * FoyerDoorWish:
 * @number: in order of time
 * @address: (nullable): that was typed on the sign-in page
 * @secret: (nullable): or the hash of a link that no longer works
 * @request: (nullable): the hash of the browser's request, which may have a code
 * @at: seconds since 1970
 * @remote: (nullable): from which network address
 *
 * What a stranger asked for at the door. Answering takes place later: writing down that somebody asked is the same work whoever
 * asks (L07).
 */
typedef struct {
  gint64 number;
  gint64 organisation;
  char *address;
  GBytes *secret;
  GBytes *request;
  gint64 at;
  char *remote;
} FoyerDoorWish;

void foyer_door_wish_free (FoyerDoorWish *self);

/**
 * foyer_door_wishes_add:
 * @wish: what is asked; its number is given here
 */
gboolean foyer_door_wishes_add (FoyerDatabase *database, const FoyerDoorWish *wish, GError **error);

/**
 * foyer_door_wishes_take:
 * @most: how many
 *
 * Takes the oldest wishes out.
 *
 * Returns: (transfer full) (element-type FoyerDoorWish): them, or %NULL with an error
 */
GPtrArray *foyer_door_wishes_take (FoyerDatabase *database, guint most, GError **error);

/**
 * foyer_door_wishes_count:
 *
 * Returns: how many wait
 */
gint64 foyer_door_wishes_count (FoyerDatabase *database, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDoorWish, foyer_door_wish_free)

G_END_DECLS
