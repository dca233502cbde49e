/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-password-gate.c - passwords are judged only so often, for all and for each network */

#include "http/foyer-password-gate.h"

#include "http/foyer-rate-limit.h"
#include "http/foyer-rate-table.h"

#include <string.h>

#define INVITE_PREFIX "/i/"

/* At most two fifths of the writing lane. */
#define BURST 20
#define INTERVAL (G_USEC_PER_SEC / 2)

/* An office of people who begin at eight; a twelfth of what there is for all. */
#define NETWORK_BURST 10
#define NETWORK_INTERVAL (6 * G_USEC_PER_SEC)

struct _FoyerPasswordGate {
  FoyerClock *clock; /* (owned) */
  FoyerRateLimit all;
  FoyerRateTable *networks; /* (owned) */
};

FoyerPasswordGate *
foyer_password_gate_new (FoyerClock *clock)
{
  FoyerPasswordGate *self = g_new0 (FoyerPasswordGate, 1);

  self->clock = g_object_ref (clock);
  self->all = (FoyerRateLimit){ .burst = BURST, .interval = INTERVAL };
  self->networks = foyer_rate_table_new (clock, NETWORK_BURST, NETWORK_INTERVAL);
  return self;
}

void
foyer_password_gate_free (FoyerPasswordGate *self)
{
  foyer_rate_table_free (self->networks);
  g_object_unref (self->clock);
  g_free (self);
}

static gboolean
brings_password (const FoyerHttpRequest *request)
{
  static const char *const paths[] = { "/oauth/authorize", "/sign-in/password", "/password", NULL };

  return strcmp (request->method, "POST") == 0
         && (g_strv_contains (paths, request->path) || g_str_has_prefix (request->path, INVITE_PREFIX));
}

gboolean
foyer_password_gate_admits (FoyerPasswordGate *self, const FoyerHttpRequest *request, const char *remote)
{
  return !brings_password (request)
         || (foyer_rate_table_take_network (self->networks, remote)
             && foyer_rate_limit_take (&self->all, self->clock));
}
