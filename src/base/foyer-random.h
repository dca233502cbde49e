/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_RANDOM (foyer_random_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRandom, foyer_random, FOYER, RANDOM, GObject)

/**
 * FoyerRandom:
 *
 * The only source of random bytes in the project: the kernel's in the programs, a seeded sequence in tests. Any thread may
 * draw from it.
 */

/**
 * foyer_random_new:
 *
 * Returns: (transfer full): bytes from the kernel, fit for secrets
 */
FoyerRandom *foyer_random_new (void);

/**
 * foyer_random_new_seeded:
 *
 * Returns: (transfer full): the same sequence for the same @seed, never fit for secrets
 */
FoyerRandom *foyer_random_new_seeded (guint64 seed);

/**
 * foyer_random_bytes:
 * @buffer: (out caller-allocates) (array length=length)
 *
 * Fills @buffer with @length random bytes.
 */
void foyer_random_bytes (FoyerRandom *self, guint8 *buffer, gsize length);

/**
 * foyer_random_below:
 * @limit: above 0
 *
 * Returns: a number from 0 to @limit - 1, each as likely
 */
guint32 foyer_random_below (FoyerRandom *self, guint32 limit);

/**
 * foyer_random_unit:
 *
 * Returns: a number from 0 up to but not including 1
 */
double foyer_random_unit (FoyerRandom *self);

/**
 * foyer_random_token:
 * @length: random bytes in the token, 16 to 64
 *
 * Returns: (transfer full): @length random bytes in unpadded base64url
 */
char *foyer_random_token (FoyerRandom *self, gsize length);

G_END_DECLS
