/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names and numbers of the protocol that both ends share. */

#define FOYER_JMAP_CORE "urn:ietf:params:jmap:core"

/* One constant, until its owner names a domain. */
#define FOYER_JMAP_STAFF_FAMILY "https://foyer.example/ns/jmap/staff/"
#define FOYER_JMAP_STAFF_VERSION 1
#define FOYER_JMAP_STAFF FOYER_JMAP_STAFF_FAMILY G_STRINGIFY (FOYER_JMAP_STAFF_VERSION)

/* RFC 9404. */
#define FOYER_JMAP_BLOB "urn:ietf:params:jmap:blob"

#define FOYER_JMAP_MAX_CALLS 64
#define FOYER_JMAP_MAX_OBJECTS 500
#define FOYER_JMAP_MAX_REQUEST (10 * 1024 * 1024)
#define FOYER_JMAP_MAX_CONCURRENT 8

/* Of blobs: what one upload may hold, in which pieces consoles send what is longer, and what pieces may be joined to. */
#define FOYER_JMAP_MAX_UPLOAD (25 * 1024 * 1024)
#define FOYER_JMAP_MAX_CONCURRENT_UPLOAD 4
#define FOYER_JMAP_UPLOAD_PIECE (4 * 1024 * 1024)
#define FOYER_JMAP_MAX_SOURCES 64
#define FOYER_JMAP_MAX_BLOB (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)

/* The orders in which /query can put texts (RFC 4790). */
#define FOYER_JMAP_ASCII_CASEMAP "i;ascii-casemap"
#define FOYER_JMAP_UNICODE_CASEMAP "i;unicode-casemap"

/* What a client takes at most: 500 records of the greatest length and room to spare. A longer reply is somebody else's. */
#define FOYER_JMAP_MAX_REPLY (64 * 1024 * 1024)

/* Of the event stream. */
#define FOYER_JMAP_PING_SECONDS 30

G_END_DECLS
