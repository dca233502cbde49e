/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerSinkPhase:
 *
 * Where an SMTP conversation may break.
 */
typedef enum {
  FOYER_SINK_NEVER,
  FOYER_SINK_BANNER,
  FOYER_SINK_EHLO,
  FOYER_SINK_STARTTLS,
  FOYER_SINK_HANDSHAKE,
  FOYER_SINK_AUTH,
  FOYER_SINK_MAIL,
  FOYER_SINK_RCPT,
  FOYER_SINK_DATA,
  FOYER_SINK_BODY,
  FOYER_SINK_DOT,
  FOYER_SINK_QUIT,
} FoyerSinkPhase;

/**
 * FoyerSinkFault:
 * @FOYER_SINK_DIE: closes the connection instead of answering
 * @FOYER_SINK_HANG: never answers
 * @FOYER_SINK_LATER: answers 451
 * @FOYER_SINK_REFUSE: answers 550
 */
typedef enum {
  FOYER_SINK_DIE,
  FOYER_SINK_HANG,
  FOYER_SINK_LATER,
  FOYER_SINK_REFUSE,
} FoyerSinkFault;

/**
 * FoyerMailSink:
 *
 * A real SMTP server on loopback that keeps what it gets, on threads of its own.
 */
typedef struct _FoyerMailSink FoyerMailSink;

FoyerMailSink *foyer_mail_sink_new (void);
void foyer_mail_sink_free (FoyerMailSink *self);
guint foyer_mail_sink_get_port (FoyerMailSink *self);

/**
 * foyer_mail_sink_break:
 * @on_hang: (nullable): called on the sink's thread each time it begins to hang
 *
 * From now on every conversation breaks at @phase.
 */
void foyer_mail_sink_break (FoyerMailSink *self,
                            FoyerSinkPhase phase,
                            FoyerSinkFault fault,
                            void (*on_hang) (gpointer data),
                            gpointer data);

/**
 * foyer_mail_sink_wrap:
 * @certificate: what it proves itself with
 * @at_once: whether from the first byte, or once it is asked to by STARTTLS
 *
 * From now on every conversation can go on under TLS.
 */
void foyer_mail_sink_wrap (FoyerMailSink *self, GTlsCertificate *certificate, gboolean at_once);

/**
 * foyer_mail_sink_count:
 *
 * Returns: how many mails it saw to their end, whether or not it said so
 */
guint foyer_mail_sink_count (FoyerMailSink *self);

/**
 * foyer_mail_sink_get:
 *
 * Returns: (transfer full): the mail as it came, with its envelope in a first line
 */
char *foyer_mail_sink_get (FoyerMailSink *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMailSink, foyer_mail_sink_free)

G_END_DECLS
