/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sync-engine.h"

#include "foyer-blob-uploads.h"
#include "foyer-event-watch.h"
#include "foyer-jmap-session.h"
#include "foyer-send-pace.h"
#include "foyer-sync-agenda.h"
#include "foyer-sync-memory.h"
#include "foyer-turn-ahead.h"

G_BEGIN_DECLS

/* What the files of the engine share: the object and its face (foyer-sync-engine.c), its loop of turns (foyer-sync-loop.c) and what wakes it
 * (foyer-sync-wake.c). */

struct _FoyerSyncEngine {
  GObject parent_instance;

  /* Construct-time. */
  FoyerStore *store;         /* (owned) */
  FoyerTransport *transport; /* (owned) */
  FoyerClock *clock;
  char *session_url;
  char *account_id; /* (nullable): the only account to accept */

  /* What others see. */
  FoyerSyncState state;
  GError *problem; /* (owned) (nullable) */
  FoyerSyncNotice notice;
  GPtrArray *notice_types; /* (element-type FoyerRecordType) (owned): what it is about */
  gint64 synced_at;
  gint64 server_offset; /* seconds by which the server's clock is ahead */
  guint fetched;

  /* State. */
  gboolean running;
  gboolean busy;   /* a step is under way: a job or a request */
  gboolean wanted; /* another turn is wanted once it ends */
  gboolean asked;  /* wanted by somebody else than the turns themselves since the last request was made */
  FoyerTurnAhead *ahead;     /* (owned) (nullable): the next turn's question, asked already */
  FoyerJmapSession *session; /* (owned) (nullable): fetched anew when NULL */
  gboolean first;            /* nothing had been pulled at the start */
  FoyerSyncAgenda *agenda;   /* (owned): what to pull */
  guint failures;
  guint fruitless;
  guint left; /* how many types were still to be pulled when the last answer had been taken in */
  guint retry_timer;
  gboolean was_away;      /* the server could not be reached */
  gboolean retry_ordered; /* the server said how long to wait */
  gboolean session_due;   /* answers tell of another session */
  gint64 session_from;    /* when it may be fetched for that */
  guint session_doubled;  /* how often that was in vain */
  guint modesty;          /* how many times questions are halved */
  gint64 check_at;        /* when digests are to be compared again */
  GHashTable
      *drifted;     /* (element-type FoyerRecordType) (owned): fetched again, and not yet known to be right */
  guint next_timer; /* of what is to be asked later */
  GCancellable *cancellable; /* (owned) */
  FoyerSendPace *pace;       /* (owned): how many operations may travel */
  FoyerEventWatch *watch;    /* (owned) (nullable) */
  FoyerBlobUploads *uploads; /* (owned): files on their way */
  GNetworkMonitor *network;  /* (owned) (nullable) */
  gulong network_handler;
  guint network_timer;
  GDBusConnection *bus; /* (owned) (nullable) */
  guint sleep_subscription;
  FoyerSyncMemory remembered; /* as it stands in the store */
  gulong store_handler;

  /* Files that are fetched before anybody asks. */
  struct {
    gboolean due; /* there may be some */
    guint timer;
    GCancellable *cancellable; /* (owned) (nullable): of what is under way */
    GHashTable *hopeless;      /* (element-type utf8) (owned): what cannot be had, or is too long */
  } prefetch;
};

/* --- Its face --- */

/**
 * foyer_sync_engine_show:
 * @problem: (nullable): what is wrong
 */
void foyer_sync_engine_show (FoyerSyncEngine *self, FoyerSyncState state, const GError *problem);

/**
 * foyer_sync_engine_show_notice:
 * @types: (transfer full) (element-type FoyerRecordType): what it is about
 */
void foyer_sync_engine_show_notice (FoyerSyncEngine *self, FoyerSyncNotice notice, GPtrArray *types);

/**
 * foyer_sync_engine_note_synced:
 *
 * All that is here is as the server has it at this moment.
 */
void foyer_sync_engine_note_synced (FoyerSyncEngine *self);
void foyer_sync_engine_add_fetched (FoyerSyncEngine *self, guint records);

/**
 * foyer_sync_engine_note_date:
 * @date: the server's time in seconds since 1970, 0 if it did not say
 */
void foyer_sync_engine_note_date (FoyerSyncEngine *self, gint64 date);

/**
 * foyer_sync_engine_may_send:
 *
 * Returns: whether this server takes operations from this account; else they wait here
 */
gboolean foyer_sync_engine_may_send (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_update_notice:
 *
 * Says what is worth knowing now.
 */
void foyer_sync_engine_update_notice (FoyerSyncEngine *self);

/* --- Its loop --- */

/**
 * foyer_sync_loop_resync:
 * @types: (transfer full) (nullable) (element-type FoyerRecordType): %NULL for all
 *
 * Fetches them again from the beginning, and compares digests afterwards. While a step is under way its answer is taken in too, and asked for
 * again.
 */
void foyer_sync_loop_resync (FoyerSyncEngine *self, GPtrArray *types);

/**
 * foyer_sync_loop_want:
 *
 * Asks for a turn, after the one that is under way or waited for.
 */
void foyer_sync_loop_want (FoyerSyncEngine *self);

/**
 * foyer_sync_loop_want_now:
 *
 * Asks for a turn and ends the waiting for the next attempt.
 */
void foyer_sync_loop_want_now (FoyerSyncEngine *self);

/* --- What wakes it --- */

/**
 * foyer_sync_wake_listen:
 *
 * Opens the event stream, or hurries one that waits although the server is there again.
 * @is_back: whether the server was away
 */
void foyer_sync_wake_listen (FoyerSyncEngine *self, gboolean is_back);
void foyer_sync_wake_stop (FoyerSyncEngine *self);

/* --- What it does when there is nothing to do --- */

/**
 * foyer_sync_prefetch_rest:
 *
 * Soon fetches the files of recent conversations and of coming visits, if the engine is idle by then: one after the other, as long as there is
 * room that nothing has to leave for, and not over a network that costs money.
 */
void foyer_sync_prefetch_rest (FoyerSyncEngine *self);

/**
 * foyer_sync_prefetch_note:
 *
 * Records have changed, and may name other files.
 */
void foyer_sync_prefetch_note (FoyerSyncEngine *self, FoyerChangeSet *changes);

/**
 * foyer_sync_prefetch_stop:
 *
 * Gives up what is under way; what is here of it is gone on with another time.
 */
void foyer_sync_prefetch_stop (FoyerSyncEngine *self);

G_END_DECLS
