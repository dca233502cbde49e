/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-provider-states.c - organisations' records say what their providers say of themselves */

#include "providers/foyer-provider-states.h"

#include "changes/foyer-transaction.h"
#include "foyer-json.h"
#include "types/organisation.h"

G_DEFINE_QUARK (foyer - provider - error - quark, foyer_provider_error)

typedef struct {
  FoyerPaymentProvider *payments;
  FoyerTextProvider *texts;
} Providers;

static const char *const payment_words[] = { "none", "restricted", "ready" };
static const char *const text_words[] = { "none", "failing", "connected" };

/* Returns whether that is new. */
static gboolean
set_text (JsonObject *json, const char *member, const char *value)
{
  const char *present = foyer_json_object_text (json, member);

  if (g_strcmp0 (present, value) == 0)
    return FALSE;
  if (value != NULL)
    json_object_set_string_member (json, member, value);
  else
    json_object_remove_member (json, member);
  return TRUE;
}

static gboolean
write_states (FoyerTransaction *transaction, gpointer data, GError **error)
{
  Providers *providers = data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) organisation
      = foyer_record_source_get_singleton (transaction->source, &foyer_organisation_type, &failure);
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *number = NULL;
  gboolean is_new;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (organisation == NULL)
    return TRUE;
  json = foyer_record_to_json (organisation);
  is_new = set_text (json, "stripe",
                     payment_words[foyer_payment_provider_get_state (providers->payments,
                                                                     transaction->organisation, &reason)]);
  is_new |= set_text (json, "stripeReason", reason);
  is_new |= set_text (
      json, "texts",
      text_words[foyer_text_provider_get_state (providers->texts, transaction->organisation, &number)]);
  is_new |= set_text (json, "textsNumber", number);
  if (!is_new)
    return TRUE;
  stored = foyer_transaction_put (transaction, &foyer_organisation_type, json, error);
  return stored != NULL;
}

gboolean
foyer_provider_states_tell (FoyerBackend *backend,
                            FoyerPaymentProvider *payments,
                            FoyerTextProvider *texts,
                            gint64 now,
                            GError **error)
{
  Providers providers = { payments, texts };

  return foyer_backend_write_all (backend, now, write_states, &providers, error);
}
