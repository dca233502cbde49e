/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-heap.c - what is asked of the C library's heap; other libraries than glibc decide for themselves */

#include "foyer-heap.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* One for the main thread, one for all others. */
#define HEAPS 2

void
foyer_heap_prepare (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, HEAPS);
#endif
}

void
foyer_heap_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
