/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_TYPE_WORKER (foyer_worker_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWorker, foyer_worker, FOYER, WORKER, GObject)

/**
 * FoyerWorker:
 *
 * One thread and its queue: jobs run one after the other in the order they were given. The thread owns whatever connection its jobs use.
 * An inline worker has no thread: each job runs where it is given, so that a test can run two consoles and a server step by step.
 */

/**
 * foyer_worker_new:
 * @name: of the thread
 *
 * Returns: (transfer full): a running worker
 */
FoyerWorker *foyer_worker_new (const char *name);

/**
 * foyer_worker_new_inline:
 *
 * Returns: (transfer full): a worker without a thread
 */
FoyerWorker *foyer_worker_new_inline (void);

/**
 * foyer_worker_push:
 * @task: (transfer full): its task data is what @function works with; it returns to its own main context
 *
 * Runs @function (task, source object, task data, cancellable) on the worker. A job that is cancelled before it begins is not run.
 */
void foyer_worker_push (FoyerWorker *self, GTask *task, GTaskThreadFunc function);

/**
 * foyer_worker_is_current:
 *
 * Returns: whether the caller runs on the worker
 */
gboolean foyer_worker_is_current (FoyerWorker *self);

/**
 * foyer_worker_stop:
 *
 * Waits until all jobs given so far have run and ends the thread. It must be called, from another thread, before the last reference is
 * dropped; nothing may be pushed after it. What it waits for are statements of milliseconds, never the network.
 */
void foyer_worker_stop (FoyerWorker *self);

G_END_DECLS
