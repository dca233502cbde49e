/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-server-find.c - whether a Foyer server answers at an address */

#include "foyer-server-find.h"

#include "foyer-address.h"
#include "foyer-sign-in-answer.h"
#include "foyer-soup-transport.h"

/* RFC 8414: what a server says about its sign-in, to everybody. */
#define METADATA_PATH "/.well-known/oauth-authorization-server"

static void
on_send_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *address = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);
  g_autoptr (FoyerSignInMetadata) metadata = foyer_sign_in_answer_read_metadata (reply, address, &error);

  if (metadata == NULL)
    g_task_return_error (task, foyer_sign_in_answer_translate (error));
  else
    g_task_return_pointer (task, g_strdup (address), g_free);
}

void
foyer_server_find_async (const char *typed,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (FoyerSoupTransport) transport = NULL;
  g_autofree char *url = NULL;
  GError *error = NULL;
  char *address;

  g_task_set_source_tag (task, foyer_server_find_async);
  address = foyer_address_normalise (typed, &error);
  if (address == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_task_set_task_data (task, address, g_free);
  url = g_strconcat (address, METADATA_PATH, NULL);
  transport = foyer_soup_transport_new (NULL, NULL);
  foyer_transport_send_async (FOYER_TRANSPORT (transport), "GET", url, NULL, NULL, cancellable, on_send_ready,
                              g_steal_pointer (&task));
}

char *
foyer_server_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_server_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
