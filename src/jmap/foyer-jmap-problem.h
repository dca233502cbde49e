/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerJmapProblem:
 * @status: of HTTP
 * @type: a `urn:ietf:params:jmap:error:` URI
 * @detail: (nullable): a sentence for the developer of the other end
 * @limit: (nullable): which limit was met
 *
 * An error of the whole request (RFC 8620 §3.6.1).
 */
typedef struct {
  guint status;
  const char *type;
  char *detail;
  const char *limit;
} FoyerJmapProblem;

#define FOYER_JMAP_NOT_JSON "urn:ietf:params:jmap:error:notJSON"
#define FOYER_JMAP_NOT_REQUEST "urn:ietf:params:jmap:error:notRequest"
#define FOYER_JMAP_UNKNOWN_CAPABILITY "urn:ietf:params:jmap:error:unknownCapability"
#define FOYER_JMAP_LIMIT "urn:ietf:params:jmap:error:limit"

FoyerJmapProblem *foyer_jmap_problem_new (guint status, const char *type, const char *detail);
void foyer_jmap_problem_free (FoyerJmapProblem *self);

/**
 * foyer_jmap_problem_to_text:
 *
 * Returns: (transfer full): the body, an `application/problem+json` document (RFC 7807)
 */
char *foyer_jmap_problem_to_text (FoyerJmapProblem *self);

/**
 * foyer_jmap_error_new:
 * @type: a method-level error (RFC 8620 §3.6.2) or one of the capability's
 * @description: (nullable): a sentence
 *
 * Returns: (transfer full): the arguments of an `error` response; more members may be added
 */
JsonObject *foyer_jmap_error_new (const char *type, const char *description);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJmapProblem, foyer_jmap_problem_free)

G_END_DECLS
