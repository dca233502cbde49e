/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_heap_prepare:
 *
 * Keeps what the program frees together. The C library gives each thread a heap of its own; with those of the workers, of
 * GLib's pool and of the message bus, most of each stays empty and is never given back. Call it before the first thread
 * starts.
 */
void foyer_heap_prepare (void);

/**
 * foyer_heap_give_back:
 *
 * Gives memory that is free back to the system. Takes about a millisecond; call it after a large job is done.
 */
void foyer_heap_give_back (void);

G_END_DECLS
