/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerJmapSession:
 * @username: who is signed in
 * @account_id: the organisation's id
 * @account_name: the organisation's name
 * @api_url: absolute
 * @event_source_url: absolute, a level 1 URI template
 * @state: changes when anything here does
 * @staff: whether the staff capability is there
 * @staff_version: of the staff capability that the server offers, whichever it is; 0 for none
 * @read_only: whether the account takes no changes from this person
 * @epoch: (nullable): of the server's history; another one means that it was restored from a backup
 * @role: (nullable): of the staff member: `admin`, `office` or `viewer`
 * @staff_id: (nullable): the signed-in staff member's record
 *
 * What a server says about itself and the account (RFC 8620 §2).
 */
typedef struct {
  char *username;
  char *account_id;
  char *account_name;
  char *api_url;
  char *download_url;
  char *upload_url;
  char *event_source_url;
  char *state;
  gboolean staff;
  guint staff_version;
  gboolean read_only;
  char *epoch;
  char *role;
  char *staff_id;
  guint max_calls;
  guint max_objects_in_get;
  guint max_objects_in_set;
  gsize max_request;
  gsize max_upload; /* bytes of one upload; 0 if there are none */
  guint max_concurrent_upload;
  guint max_sources; /* pieces that Blob/upload joins; 0 if it does not */
} FoyerJmapSession;

/**
 * foyer_jmap_collations:
 *
 * The collations that a server offers, %NULL-terminated.
 */
extern const char *const foyer_jmap_collations[];

FoyerJmapSession *foyer_jmap_session_new (void);
void foyer_jmap_session_free (FoyerJmapSession *self);

/**
 * foyer_jmap_session_to_text:
 *
 * Returns: (transfer full): the session document
 */
char *foyer_jmap_session_to_text (FoyerJmapSession *self);

/**
 * foyer_jmap_session_parse:
 * @base: the address that the document came from, against which relative addresses are resolved
 *
 * Returns: (transfer full): the session, or %NULL with an error that says what is missing. Servers that know nothing of Foyer parse too,
 *   with @staff unset.
 */
FoyerJmapSession *foyer_jmap_session_parse (const char *body, gsize length, const char *base, GError **error);

/**
 * foyer_jmap_expand:
 * @template: a level 1 URI template (RFC 6570)
 * @...: names and values, %NULL-terminated
 *
 * Returns: (transfer full): @template with every variable replaced by its percent-encoded value
 */
char *foyer_jmap_expand (const char *template, ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJmapSession, foyer_jmap_session_free)

G_END_DECLS
