/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* As gettext's own: a table marks what whoever shows it translates. */
#ifndef N_
#define N_(String) (String)
#endif

G_BEGIN_DECLS

/**
 * FoyerFieldKind:
 * @FOYER_KIND_TEXT: a string; `minimum` and `maximum` count characters
 * @FOYER_KIND_INTEGER: a whole number within ±(2^53−1)
 * @FOYER_KIND_MONEY: `{"amount": 12345, "currency": "USD"}`, integer minor units and ISO 4217 code
 * @FOYER_KIND_BOOLEAN: true or false
 * @FOYER_KIND_DATE: a day without a zone, `2026-05-06`
 * @FOYER_KIND_TIME: a moment, `2026-05-06T09:00:00Z`; seconds since 1970 inside the program
 * @FOYER_KIND_ENUM: one of the words in `values`; its place among them inside the program
 * @FOYER_KIND_REF: the id of a record of the type named in `ref` (`*` for any type)
 * @FOYER_KIND_TEXTS: a list of strings, each among `values` if there are any
 * @FOYER_KIND_REFS: a list of ids of the type named in `ref`
 * @FOYER_KIND_LIST: a list of objects
 * @FOYER_KIND_MAP: an object whose members are entries, patched one by one
 */
typedef enum {
  FOYER_KIND_TEXT,
  FOYER_KIND_INTEGER,
  FOYER_KIND_MONEY,
  FOYER_KIND_BOOLEAN,
  FOYER_KIND_DATE,
  FOYER_KIND_TIME,
  FOYER_KIND_ENUM,
  FOYER_KIND_REF,
  FOYER_KIND_TEXTS,
  FOYER_KIND_REFS,
  FOYER_KIND_LIST,
  FOYER_KIND_MAP,
} FoyerFieldKind;

/**
 * FoyerWriters:
 * @FOYER_WRITER_SERVER: only the server; a staff write must equal what is there
 * @FOYER_WRITER_STAFF: staff, through the sync API
 * @FOYER_WRITER_CLIENT: clients, through the portal's forms
 * @FOYER_WRITER_ONCE: set at creation and never again
 */
typedef enum {
  FOYER_WRITER_SERVER = 1 << 0,
  FOYER_WRITER_STAFF = 1 << 1,
  FOYER_WRITER_CLIENT = 1 << 2,
  FOYER_WRITER_ONCE = 1 << 3,
} FoyerWriters;

/**
 * FoyerPolicy:
 * @FOYER_POLICY_LAST_WRITER: the last write to arrive at the server stands, the one before stays in the history
 * @FOYER_POLICY_STRICT: a write names the value it replaces (`ifMatch`); the loser is asked
 * @FOYER_POLICY_MERGE: entries of a map or lines of a text merge, overlaps ask
 * @FOYER_POLICY_APPEND: only ever added to
 */
typedef enum {
  FOYER_POLICY_LAST_WRITER,
  FOYER_POLICY_STRICT,
  FOYER_POLICY_MERGE,
  FOYER_POLICY_APPEND,
} FoyerPolicy;

/**
 * FoyerPattern:
 *
 * The form that a text must have beyond its length.
 */
typedef enum {
  FOYER_PATTERN_ANY,
  FOYER_PATTERN_LINE,     /* no line breaks or other control characters */
  FOYER_PATTERN_COLOUR,   /* #rrggbb */
  FOYER_PATTERN_EMAIL,    /* one address */
  FOYER_PATTERN_URL,      /* https://… */
  FOYER_PATTERN_PHONE,    /* digits, spaces and + - ( ) . */
  FOYER_PATTERN_HOST,     /* a DNS name of two labels or more */
  FOYER_PATTERN_SLUG,     /* one DNS label */
  FOYER_PATTERN_ZONE,     /* Area/City */
  FOYER_PATTERN_LANGUAGE, /* en-US */
  FOYER_PATTERN_CURRENCY, /* USD */
  FOYER_PATTERN_PICTURE,  /* the id of a blob that is a picture */
  FOYER_PATTERN_SHEET,    /* a style sheet, see foyer_style_sheet_check() */
} FoyerPattern;

/**
 * FoyerField:
 *
 * One line of a record type's table. From it, and from nothing else, come JSON, validation, SQL, search text and the printed
 * dictionary. What a line leaves out is the plain case: optional, written by staff, last writer wins, since schema 1.
 */
typedef struct {
  const char *name;   /* in JSON */
  const char *column; /* in SQL and in the names of C getters */
  FoyerFieldKind kind;
  const char *about; /* one clause for the dictionary */

  const char *values; /* the words of an enum, or how a map's members are called, parted by spaces */
  const char *ref;    /* the record type that an id names */
  gint64 minimum;     /* of an integer, of money in minor units, or of a text's or list's length */
  gint64 maximum;     /* 0 and @minimum 0: no bound but the kind's own */
  FoyerPattern pattern;
  const char *fallback; /* the default, as JSON */

  guint writers; /* FoyerWriters, 0 for staff */
  FoyerPolicy policy;
  gboolean required;
  gboolean secret; /* accepted and hashed; never stored, answered, logged or diffed */
  gboolean searched;
  gboolean indexed;
  gboolean personal; /* personal data: kept out of logs */
  gboolean
      blob; /* names blobs: a text that is a blob's id or an https address, entries with a blobId, a map with such ids */
  gboolean
      remark; /* goes with a change: the server answers it and takes it out of the record, and nothing takes it back */
  guint since; /* the schema version that brought it, 0 for the first */

  const char *rows;    /* rows of product.md that it serves */
  const char *applies; /* for settings: when a change takes effect */
  const char *title;   /* for settings: what people call it; marked for gettext, in English */
  const char *
      effect; /* for settings: what it does for clients, in one sentence without a full stop; marked for gettext */
  const char *words; /* for settings: what people search it by */
} FoyerField;

G_END_DECLS
