/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-uplink.c - how one account gets to its server */

#include "foyer-uplink.h"

#include "foyer-error-text.h"

#include "foyer-soup-transport.h"

#include <glib/gi18n-lib.h>

struct _FoyerUplink {
  GObject parent_instance;

  FoyerStore *store;
  FoyerAccount *account;

  FoyerSyncEngine *engine;       /* (nullable) */
  FoyerSoupTransport *transport; /* (nullable) */
  GCancellable *cancellable;     /* of what asks the keyring */
  FoyerCredential *fresh;        /* (nullable): of a sign-in that the keyring does not hold yet */
  gboolean needs_sign_in;
  char *message; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerUplink, foyer_uplink, G_TYPE_OBJECT)

enum {
  PROP_ENGINE = 1,
  PROP_NEEDS_SIGN_IN,
  PROP_MESSAGE,
  N_PROPERTIES,
};

enum { NOT_KEPT, NOT_LOADED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
foyer_uplink_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerUplink *self = FOYER_UPLINK (object);

  switch (id) {
  case PROP_ENGINE:
    g_value_set_object (value, self->engine);
    break;
  case PROP_NEEDS_SIGN_IN:
    g_value_set_boolean (value, self->needs_sign_in);
    break;
  case PROP_MESSAGE:
    g_value_set_string (value, self->message);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_uplink_dispose (GObject *object)
{
  FoyerUplink *self = FOYER_UPLINK (object);

  g_assert (self->engine == NULL);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_uplink_parent_class)->dispose (object);
}

static void
foyer_uplink_finalize (GObject *object)
{
  FoyerUplink *self = FOYER_UPLINK (object);

  g_clear_pointer (&self->account, foyer_account_free);
  g_clear_pointer (&self->fresh, foyer_credential_free);
  g_free (self->message);
  G_OBJECT_CLASS (foyer_uplink_parent_class)->finalize (object);
}

static void
foyer_uplink_class_init (FoyerUplinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_uplink_get_property;
  object_class->dispose = foyer_uplink_dispose;
  object_class->finalize = foyer_uplink_finalize;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, FOYER_TYPE_SYNC_ENGINE, flags);
  properties[PROP_NEEDS_SIGN_IN] = g_param_spec_boolean ("needs-sign-in", NULL, NULL, FALSE, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[NOT_KEPT] = g_signal_new ("not-kept", FOYER_TYPE_UPLINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[NOT_LOADED] = g_signal_new ("not-loaded", FOYER_TYPE_UPLINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
foyer_uplink_init (FoyerUplink *self)
{
}

static void
set_message (FoyerUplink *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_needs_sign_in (FoyerUplink *self, gboolean needs_sign_in)
{
  if (self->needs_sign_in == needs_sign_in)
    return;
  self->needs_sign_in = needs_sign_in;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEEDS_SIGN_IN]);
}

static void
on_store_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerUplink) self = user_data;
  g_autoptr (GError) error = NULL;

  if (foyer_keyring_store_finish (result, &error)) {
    g_clear_pointer (&self->fresh, foyer_credential_free);
    set_message (self, NULL);
    return;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->fresh != NULL)
    g_signal_emit (self, signals[NOT_KEPT], 0, error);
  set_message (self, error->domain == FOYER_KEYRING_ERROR && error->code == FOYER_KEYRING_ERROR_LOCKED
                         ? _ ("The keyring stayed locked. You are signed in until Foyer closes.")
                         : _ ("This computer has no keyring. You are signed in until Foyer closes."));
}

static void
keep (FoyerUplink *self, const FoyerCredential *credential)
{
  foyer_keyring_store_async (self->account, credential, self->cancellable, on_store_ready,
                             g_object_ref (self));
}

static void
on_renewed (FoyerSoupTransport *transport, const FoyerCredential *credential, gpointer user_data)
{
  FoyerUplink *self = user_data;

  /* Renewed secrets replace fresh ones that were not kept; nobody is asked about them a second time. */
  g_clear_pointer (&self->fresh, foyer_credential_free);
  keep (self, credential);
}

static void
drop_engine (FoyerUplink *self)
{
  if (self->transport != NULL)
    g_signal_handlers_disconnect_by_data (self->transport, self);
  g_clear_object (&self->transport);
  if (self->engine == NULL)
    return;
  foyer_sync_engine_stop (self->engine);
  g_clear_object (&self->engine);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
}

/* Without a system bus nobody says when the computer wakes, and the stream's own silence does, a minute later. */
static void
on_system_bus_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autoptr (FoyerSyncEngine) engine = g_weak_ref_get (weak);

  if (engine != NULL && bus != NULL)
    foyer_sync_engine_watch_sleep (engine, bus);
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
watch_sleep (FoyerSyncEngine *engine)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, engine);
  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, on_system_bus_ready, weak);
}

static void
go_online (FoyerUplink *self, const FoyerCredential *credential)
{
  g_autofree char *session_url = g_strconcat (self->account->address, "/.well-known/jmap", NULL);

  drop_engine (self);
  set_needs_sign_in (self, FALSE);
  self->transport = foyer_soup_transport_new (self->account, credential);
  g_signal_connect (self->transport, "renewed", G_CALLBACK (on_renewed), self);
  self->engine = foyer_sync_engine_new (self->store, FOYER_TRANSPORT (self->transport), session_url,
                                        self->account->account_id);
  foyer_sync_engine_watch_network (self->engine, g_network_monitor_get_default ());
  watch_sleep (self->engine);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
  foyer_sync_engine_start (self->engine);
}

static void
on_load_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerUplink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerCredential) credential = foyer_keyring_load_finish (result, &error);

  if (credential != NULL) {
    go_online (self, credential);
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_autofree char *sentence = foyer_error_describe (error);

    set_message (self, sentence);
    set_needs_sign_in (self, TRUE);
    /* That an open keyring holds nothing is no trouble of the keyring's: somebody has signed out. */
    if (g_error_matches (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED)
        || g_error_matches (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_MISSING))
      g_signal_emit (self, signals[NOT_LOADED], 0, error);
  }
}

FoyerUplink *
foyer_uplink_new (FoyerStore *store, const FoyerAccount *account)
{
  FoyerUplink *self = g_object_new (FOYER_TYPE_UPLINK, NULL);

  self->store = g_object_ref (store);
  self->account = foyer_account_copy (account);
  return self;
}

void
foyer_uplink_start (FoyerUplink *self, const FoyerCredential *credential)
{
  g_return_if_fail (FOYER_IS_UPLINK (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (credential == NULL) {
    foyer_keyring_load_async (self->account, self->cancellable, on_load_ready, g_object_ref (self));
    return;
  }
  set_message (self, NULL);
  g_clear_pointer (&self->fresh, foyer_credential_free);
  self->fresh = foyer_credential_copy (credential);
  keep (self, credential);
  go_online (self, credential);
}

void
foyer_uplink_keep_again (FoyerUplink *self)
{
  g_return_if_fail (FOYER_IS_UPLINK (self));

  if (self->fresh != NULL)
    keep (self, self->fresh);
}

void
foyer_uplink_stop (FoyerUplink *self)
{
  g_return_if_fail (FOYER_IS_UPLINK (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  drop_engine (self);
}

FoyerSyncEngine *
foyer_uplink_get_engine (FoyerUplink *self)
{
  g_return_val_if_fail (FOYER_IS_UPLINK (self), NULL);

  return self->engine;
}

gboolean
foyer_uplink_get_needs_sign_in (FoyerUplink *self)
{
  g_return_val_if_fail (FOYER_IS_UPLINK (self), FALSE);

  return self->needs_sign_in;
}

const char *
foyer_uplink_get_message (FoyerUplink *self)
{
  g_return_val_if_fail (FOYER_IS_UPLINK (self), NULL);

  return self->message;
}
