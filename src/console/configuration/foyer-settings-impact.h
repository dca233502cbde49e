/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sign-in-survey.h"
#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerTouchedPerson:
 * @name: theirs
 * @client_name: their client's
 * @reason: (nullable): for staff, why they cannot come in under the draft, or could not until now
 * @change: what becomes of them
 * @ways: the ways that are open to them under the draft, as bits `1 << FoyerSignInMethod`
 *
 * What there is to say of somebody.
 */
typedef struct {
  const char *name;
  const char *client_name;
  const char *reason;
  FoyerSignInChange change;
  guint ways;
} FoyerTouchedPerson;

/**
 * FoyerSettingsImpact:
 * @concerns: whether the settings differ in anything that decides who can sign in
 * @people: (element-type FoyerTouchedPerson): by name: those for whom something changes, or all who can come in
 * @n_lost: how many of them could no longer sign in
 * @n_gained: how many newly could
 * @n_foreign: how many of those who no longer could have an address of a domain that is shut out
 *
 * Whom a change of settings touches (D1, 000-67). It holds no records, so that letting go of ten thousand people takes no time.
 */
typedef struct {
  gboolean concerns;
  GArray *people;
  guint n_lost;
  guint n_gained;
  guint n_foreign;

  GStringChunk *texts; /* of the people */
} FoyerSettingsImpact;

/**
 * foyer_settings_impact_async:
 * @live: effective PortalSettings, as they are published
 * @draft: effective PortalSettings, as they would be
 * @everybody: whether all who can come in are wanted, and not those alone for whom something changes
 * @now: seconds since 1970
 *
 * Finds out beside the main thread. If nothing that decides it is changed and not everybody is wanted, no record is read. It stops soon after
 * @cancellable is cancelled.
 */
void foyer_settings_impact_async (FoyerStore *store,
                                  FoyerRecord *live,
                                  FoyerRecord *draft,
                                  gboolean everybody,
                                  gint64 now,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_settings_impact_ask_address_async:
 * @draft: effective PortalSettings, as they would be
 * @address: an email address
 * @now: seconds since 1970
 *
 * Finds out by which ways those who have one address could come in, and why if by none.
 */
void foyer_settings_impact_ask_address_async (FoyerStore *store,
                                              FoyerRecord *draft,
                                              const char *address,
                                              gint64 now,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * foyer_settings_impact_finish:
 *
 * Of both.
 *
 * Returns: (transfer full): the answer, or %NULL with %G_IO_ERROR_CANCELLED or a #FoyerStoreError
 */
FoyerSettingsImpact *foyer_settings_impact_finish (FoyerStore *store, GAsyncResult *result, GError **error);

FoyerSettingsImpact *foyer_settings_impact_ref (FoyerSettingsImpact *impact);
void foyer_settings_impact_unref (FoyerSettingsImpact *impact);

/**
 * foyer_settings_impact_list:
 *
 * Returns: (transfer container) (element-type FoyerTouchedPerson): those of whom @change is true, by name; they live as long as @impact
 */
GPtrArray *foyer_settings_impact_list (const FoyerSettingsImpact *impact, FoyerSignInChange change);

/**
 * foyer_settings_impact_list_by_way:
 *
 * Returns: (transfer container) (element-type FoyerTouchedPerson): those who could come in by @method under the draft, by name; they live as long
 *   as @impact
 */
GPtrArray *foyer_settings_impact_list_by_way (const FoyerSettingsImpact *impact, FoyerSignInMethod method);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSettingsImpact, foyer_settings_impact_unref)

G_END_DECLS
