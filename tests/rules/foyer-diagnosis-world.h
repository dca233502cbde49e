/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-diagnosis.h"

#include "foyer-test-business.h"

G_BEGIN_DECLS

/**
 * FoyerDiagnosisWorld:
 * @business: the business of foyer_test_business_new(), and in it Hillside Dental (cl-2) with all that it could have
 * @the_case: Maria Lopez (pp-1) at Hillside Dental, everything known and everything in order; made anew by
 *   foyer_diagnosis_world_read() after records changed
 * @person: (nullable): the short id of who looks
 * @link: (nullable): of the link that they came by
 * @about: (nullable): of the record that is asked about
 * @draft: (nullable): what is drafted, as a patch of the settings
 *
 * A client of whom nobody can complain: in every chain every rule passes. Each test breaks one thing.
 */
typedef struct {
  FoyerTestBusiness *business;
  FoyerDiagnosisCase the_case;
  const char *person;
  const char *link;
  const char *about;
  const char *draft;
} FoyerDiagnosisWorld;

#define FOYER_DIAGNOSIS_NOW "2025-05-05 09:14"

FoyerDiagnosisWorld *foyer_diagnosis_world_new (void);
void foyer_diagnosis_world_free (FoyerDiagnosisWorld *self);

/**
 * foyer_diagnosis_world_read:
 *
 * Reads the case from the records as they are now.
 */
void foyer_diagnosis_world_read (FoyerDiagnosisWorld *self);

/**
 * foyer_diagnosis_world_run:
 *
 * Returns: (transfer full): what @chain answers now
 */
FoyerDiagnosis *foyer_diagnosis_world_run (FoyerDiagnosisWorld *self, FoyerDiagnosisChain chain);

/**
 * foyer_diagnosis_world_apply:
 *
 * Does what @remedy says if it is a patch, to every record that it concerns.
 */
void foyer_diagnosis_world_apply (FoyerDiagnosisWorld *self, const FoyerRemedy *remedy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDiagnosisWorld, foyer_diagnosis_world_free)

G_END_DECLS
