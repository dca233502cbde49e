/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-sender.c - takes mails from the queue, hands them on, writes down what became of them */

#include "mail/foyer-mail-sender.h"

#include "mail/foyer-mail-folder.h"
#include "mail/foyer-mail-message.h"
#include "mail/foyer-mail-queue.h"
#include "mail/foyer-mail-smtp.h"
#include "types/delivery.h"

/* After trouble with our own disk. */
#define TROUBLE_SECONDS 30

struct _FoyerMailSender {
  GObject parent_instance;

  FoyerBackend *backend;     /* (owned) */
  FoyerWorker *writer;       /* (owned) */
  FoyerWorker *mailer;       /* (owned) */
  FoyerClock *clock;         /* (owned) */
  FoyerMailConfig *config;   /* (owned) */
  GMainContext *context;     /* (owned): where it lives */
  GCancellable *cancellable; /* (owned) (nullable): of the attempt that is under way */
  GTask *carrying;           /* (owned) (nullable): the attempt that is under way */
  GAsyncResult *unsettled;   /* (owned) (nullable): what could not be written down yet */
  gulong changed;
  guint timer;    /* until the next mail is due */
  guint patience; /* until the attempt has taken too long */
  gboolean recovered;
  gboolean busy;
  gboolean woken; /* while it was busy */
  gboolean stopped;
};

G_DEFINE_FINAL_TYPE (FoyerMailSender, foyer_mail_sender, G_TYPE_OBJECT)

enum { IDLE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void take_next (FoyerMailSender *self);

/* --- One mail on its way through the lanes --- */

typedef struct {
  FoyerMailSender *sender; /* (owned) */
  FoyerMailJob *job;       /* (owned) (nullable) */
  gint64 next;
  FoyerMailOutcome outcome;
  char *reason; /* (owned) (nullable) */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *self = data;

  g_object_unref (self->sender);
  foyer_mail_job_free (self->job);
  g_free (self->reason);
  g_free (self);
}

static Errand *
errand_new (FoyerMailSender *sender)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->sender = g_object_ref (sender);
  return errand;
}

static GTask *
make_task (Errand *errand, GAsyncReadyCallback ready)
{
  GTask *task = g_task_new (errand->sender, NULL, ready, NULL);

  g_task_set_source_tag (task, make_task);
  g_task_set_task_data (task, errand, errand_free);
  return task;
}

static void
go (Errand *errand, FoyerWorker *lane, GTaskThreadFunc function, GAsyncReadyCallback ready)
{
  foyer_worker_push (lane, make_task (errand, ready), function);
}

/* The errand goes on in another task. */
static Errand *
steal_errand (GAsyncResult *result)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  Errand *next = errand_new (errand->sender);

  next->job = g_steal_pointer (&errand->job);
  next->outcome = errand->outcome;
  next->reason = g_steal_pointer (&errand->reason);
  return next;
}

static void settle_again (FoyerMailSender *self);

static void
on_due (gpointer data)
{
  FoyerMailSender *self = data;

  self->timer = 0;
  if (self->unsettled != NULL)
    settle_again (self);
  else
    take_next (self);
}

static void
rest (FoyerMailSender *self, gint64 seconds)
{
  self->busy = FALSE;
  if (self->stopped)
    return;
  foyer_clock_clear_timer (self->clock, &self->timer);
  if (self->woken)
    take_next (self);
  else if (seconds > 0)
    self->timer = foyer_clock_add_timer (self->clock, seconds * G_USEC_PER_SEC, on_due, self);
}

/* --- Settling --- */

static void
settle_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;

  if (foyer_mail_queue_settle (errand->sender->backend, errand->job, errand->outcome, errand->reason,
                               foyer_clock_now_seconds (errand->sender->clock), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerMailSender *self = FOYER_MAIL_SENDER (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    self->busy = FALSE;
    if (!self->stopped)
      take_next (self);
    return;
  }
  /* What became of it is known here alone: no other mail is sent until it is written down. */
  g_warning ("What became of a mail was not written down: %s", error->message);
  if (self->stopped)
    return;
  g_set_object (&self->unsettled, result);
  self->timer = foyer_clock_add_timer (self->clock, TROUBLE_SECONDS * G_USEC_PER_SEC, on_due, self);
}

static void
settle_again (FoyerMailSender *self)
{
  g_autoptr (GAsyncResult) unsettled = g_steal_pointer (&self->unsettled);

  go (steal_errand (unsettled), self->writer, settle_in_worker, on_settled);
}

/* --- Carrying --- */

typedef struct {
  FoyerBackend *backend;
  const FoyerMailJob *job;
  GMutex mutex;
  GCond cond;
  gboolean done;
  gboolean good;
} HandingOver;

static void
hand_over_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HandingOver *handing = data;
  g_autoptr (GError) error = NULL;
  gboolean good = foyer_mail_queue_hand_over (handing->backend, handing->job, &error);

  if (!good)
    g_warning ("A mail was not sent: %s", error->message);
  g_task_return_boolean (task, good);
  g_mutex_lock (&handing->mutex);
  handing->good = good;
  handing->done = TRUE;
  g_cond_signal (&handing->cond);
  g_mutex_unlock (&handing->mutex);
}

/* Called on the mailer's thread, which waits for the writer's. */
static gboolean
hand_over (gpointer data)
{
  Errand *errand = data;
  HandingOver handing = { .backend = errand->sender->backend, .job = errand->job };
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);

  g_mutex_init (&handing.mutex);
  g_cond_init (&handing.cond);
  g_task_set_source_tag (task, hand_over);
  g_task_set_task_data (task, &handing, NULL);
  foyer_worker_push (errand->sender->writer, task, hand_over_in_worker);
  g_mutex_lock (&handing.mutex);
  while (!handing.done)
    g_cond_wait (&handing.cond, &handing.mutex);
  g_mutex_unlock (&handing.mutex);
  g_mutex_clear (&handing.mutex);
  g_cond_clear (&handing.cond);
  return handing.good;
}

static void
carry_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;
  const FoyerMailConfig *config = errand->sender->config;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) message = foyer_mail_message_make (errand->job, config->from, &error);

  if (message == NULL) {
    errand->outcome = FOYER_MAIL_FAILED;
    errand->reason = g_strdup (error->message);
  } else if (config->server == NULL) {
    errand->outcome = foyer_mail_folder_carry (config->folder, errand->job, message, &errand->reason);
  } else {
    errand->outcome = foyer_mail_smtp_carry (config, errand->job, message, hand_over, errand,
                                             errand->sender->cancellable, &errand->reason);
  }
  g_task_return_boolean (task, TRUE);
}

static void
on_carried (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerMailSender *self = FOYER_MAIL_SENDER (source);

  foyer_clock_clear_timer (self->clock, &self->patience);
  if (self->stopped)
    return;
  g_clear_object (&self->carrying);
  go (steal_errand (result), self->writer, settle_in_worker, on_settled);
}

static void
on_patience_ended (gpointer data)
{
  FoyerMailSender *self = data;

  self->patience = 0;
  g_cancellable_cancel (self->cancellable);
}

/* --- Taking --- */

static void
take_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;
  FoyerMailSender *self = errand->sender;
  gint64 now = foyer_clock_now_seconds (self->clock);
  GError *error = NULL;

  if (!self->recovered)
    self->recovered = foyer_mail_queue_recover (self->backend, now, &error);
  if (error == NULL && foyer_mail_queue_take (self->backend, now, &errand->job, &errand->next, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerMailSender *self = FOYER_MAIL_SENDER (source);
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_warning ("The queue of mails could not be read: %s", error->message);
    rest (self, TROUBLE_SECONDS);
    return;
  }
  if (self->stopped)
    return;
  if (errand->job == NULL) {
    gint64 now = foyer_clock_now_seconds (self->clock);

    rest (self, errand->next == 0 ? 0 : MAX (errand->next - now, 1));
    if (!self->busy)
      g_signal_emit (self, signals[IDLE], 0);
    return;
  }
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->patience = foyer_clock_add_timer (self->clock, (gint64) FOYER_MAIL_PATIENCE_SECONDS * G_USEC_PER_SEC,
                                          on_patience_ended, self);
  self->carrying = make_task (steal_errand (result), on_carried);
  foyer_worker_push (self->mailer, g_object_ref (self->carrying), carry_in_worker);
}

static void
take_next (FoyerMailSender *self)
{
  if (self->stopped)
    return;
  if (self->busy) {
    self->woken = TRUE;
    return;
  }
  self->busy = TRUE;
  self->woken = FALSE;
  foyer_clock_clear_timer (self->clock, &self->timer);
  go (errand_new (self), self->writer, take_in_worker, on_taken);
}

static gboolean
on_woken (gpointer data)
{
  take_next (data);
  return G_SOURCE_REMOVE;
}

/* On the writing thread: a mail is committed together with its Delivery record. */
static void
on_changed (FoyerBackend *backend, const char *account_id, GHashTable *states, FoyerMailSender *self)
{
  if (g_hash_table_contains (states, foyer_delivery_type.name))
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, on_woken, g_object_ref (self),
                                g_object_unref);
}

/* --- The sender --- */

/* What the last attempt came to while it was being stopped. One that was cut short is made again at the next start. */
static void
settle_last (FoyerMailSender *self)
{
  g_autoptr (GTask) carrying = g_steal_pointer (&self->carrying);
  Errand *errand = carrying == NULL ? NULL : g_task_get_task_data (carrying);

  if (errand != NULL && errand->job != NULL && errand->outcome != FOYER_MAIL_RETRY)
    go (steal_errand (G_ASYNC_RESULT (carrying)), self->writer, settle_in_worker, on_settled);
}

void
foyer_mail_sender_stop (FoyerMailSender *self)
{
  g_return_if_fail (FOYER_IS_MAIL_SENDER (self));

  if (self->stopped)
    return;
  self->stopped = TRUE;
  g_signal_handler_disconnect (self->backend, self->changed);
  foyer_clock_clear_timer (self->clock, &self->timer);
  foyer_clock_clear_timer (self->clock, &self->patience);
  if (self->unsettled != NULL)
    settle_again (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  foyer_worker_stop (self->mailer);
  settle_last (self);
}

static void
foyer_mail_sender_finalize (GObject *object)
{
  FoyerMailSender *self = FOYER_MAIL_SENDER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->mailer);
  g_clear_object (&self->writer);
  g_clear_object (&self->backend);
  g_clear_object (&self->clock);
  foyer_mail_config_free (self->config);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (foyer_mail_sender_parent_class)->finalize (object);
}

static void
foyer_mail_sender_class_init (FoyerMailSenderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_mail_sender_finalize;

  signals[IDLE] = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
foyer_mail_sender_init (FoyerMailSender *self)
{
}

FoyerMailSender *
foyer_mail_sender_new (FoyerBackend *backend, FoyerWorker *writer, FoyerClock *clock, FoyerMailConfig *config)
{
  FoyerMailSender *self = g_object_new (FOYER_TYPE_MAIL_SENDER, NULL);

  self->backend = g_object_ref (backend);
  self->writer = g_object_ref (writer);
  self->mailer = foyer_worker_new ("mailer");
  self->clock = g_object_ref (clock);
  self->config = config;
  self->context = g_main_context_ref_thread_default ();
  self->changed = g_signal_connect (backend, "changed", G_CALLBACK (on_changed), self);
  take_next (self);
  return self;
}
