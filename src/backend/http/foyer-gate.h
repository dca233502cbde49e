/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a request may be at most. */
#define FOYER_GATE_LONGEST_HEAD (32 * 1024)
#define FOYER_GATE_LONGEST_TARGET 8192
#define FOYER_GATE_MOST_HEADERS 64
#define FOYER_GATE_LONGEST_UPLOAD (26 * 1024 * 1024)
#define FOYER_GATE_LONGEST_FORM (64 * 1024)

/* The methods that there are, as the header `Allow` names them. */
#define FOYER_GATE_METHODS "GET, HEAD, POST"

/**
 * FoyerGateVerdict:
 * @status: of HTTP: 200 to let the request in, any other to answer it with and close
 * @reason: what is wrong, for the log
 * @body_length: bytes that follow the head
 * @limit: (nullable): which limit of JMAP was met
 * @is_head: whether the answer to a refusal has no body
 *
 * What the gate says of a request's head.
 */
typedef struct {
  guint status;
  const char *reason;
  gsize body_length;
  const char *limit;
  gboolean is_head;
} FoyerGateVerdict;

/**
 * FoyerGateScan:
 * @at: bytes looked at
 * @line: where the present line begins
 *
 * How far the search for a head's end has come; zeroes at first.
 */
typedef struct {
  gsize at;
  gsize line;
} FoyerGateScan;

/**
 * foyer_gate_find_end:
 * @scan: (inout): kept from one call to the next, so that each byte is looked at once
 * @bytes: what has arrived so far, from the beginning
 * @is_broken: (out): whether it cannot become a head any more: a line that does not end in CR LF, a control character
 *
 * Returns: the length of the head with its empty line, or 0 while it is not complete
 */
gsize foyer_gate_find_end (FoyerGateScan *scan, const char *bytes, gsize length, gboolean *is_broken);

/**
 * foyer_gate_judge:
 * @head: a whole head, as foyer_gate_find_end() measured it
 *
 * Judges the raw bytes of a head before any parser sees them, more strictly than RFC 9112 asks, since what two parsers read differently
 * is how requests are smuggled: exactly one Host, at most one Content-Length of digits alone, no Transfer-Encoding, no folded lines, no
 * space before a colon.
 *
 * Returns: the verdict
 */
FoyerGateVerdict foyer_gate_judge (const char *head, gsize length);

G_END_DECLS
