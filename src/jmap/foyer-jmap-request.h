/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-problem.h"
#include "foyer-json-span.h"

G_BEGIN_DECLS

/**
 * FoyerJmapCall:
 * @name: such as `Booking/get`
 * @arguments: (owned): without the `list` of a response to a `/get`
 * @id: the call's id, given back with every response to it
 * @list: that `list` as text, a span without text if there is none: a chain of pulls brings thousands of records, which are written
 *   and read one by one and never stand in memory as one tree
 * @list_owner: (owned) (nullable): what @list stands in, unless it is the body that was parsed
 *
 * One method call or response: RFC 8620's Invocation.
 */
typedef struct {
  char *name;
  JsonObject *arguments;
  char *id;
  FoyerJsonSpan list;
  GString *list_owner;
} FoyerJmapCall;

/**
 * foyer_jmap_call_dup_arguments:
 *
 * Returns: (transfer full): the arguments with the `list` among them
 */
JsonObject *foyer_jmap_call_dup_arguments (FoyerJmapCall *self);

/**
 * FoyerJmapRequest:
 * @using: (element-type utf8): capabilities, %NULL-terminated
 * @calls: (element-type FoyerJmapCall)
 * @created_ids: (nullable): creation id to record id, if the client sent it
 */
typedef struct {
  GStrv using;
  GPtrArray *calls;
  JsonObject *created_ids;
} FoyerJmapRequest;

/**
 * FoyerJmapResponse:
 * @calls: (element-type FoyerJmapCall)
 * @session_state: (nullable)
 * @created_ids: (nullable)
 */
typedef struct {
  GPtrArray *calls;
  char *session_state;
  JsonObject *created_ids;
} FoyerJmapResponse;

/**
 * foyer_jmap_request_new:
 * @staff: whether to use the staff capability beside the core
 *
 * Returns: (transfer full): an empty request
 */
FoyerJmapRequest *foyer_jmap_request_new (gboolean staff);
void foyer_jmap_request_free (FoyerJmapRequest *self);

/**
 * foyer_jmap_request_use:
 *
 * Names one more capability that the calls need.
 */
void foyer_jmap_request_use (FoyerJmapRequest *self, const char *capability);

/**
 * foyer_jmap_request_add:
 * @arguments: (transfer full)
 *
 * Adds a call to the end.
 */
void foyer_jmap_request_add (FoyerJmapRequest *self, const char *name, JsonObject *arguments, const char *id);

/**
 * foyer_jmap_request_find:
 *
 * Returns: (transfer none) (nullable): the first call with that id
 */
FoyerJmapCall *foyer_jmap_request_find (FoyerJmapRequest *self, const char *id);

/**
 * foyer_jmap_request_to_text:
 *
 * Returns: (transfer full): the request's body
 */
char *foyer_jmap_request_to_text (FoyerJmapRequest *self);

/**
 * foyer_jmap_request_parse:
 * @problem: (out): set on failure
 *
 * Reads a request's body. Capabilities are not judged here.
 *
 * Returns: (transfer full): the request, or %NULL with @problem set: notJSON, notRequest or limit
 */
FoyerJmapRequest *foyer_jmap_request_parse (const char *body, gsize length, FoyerJmapProblem **problem);

FoyerJmapResponse *foyer_jmap_response_new (void);
void foyer_jmap_response_free (FoyerJmapResponse *self);

/**
 * foyer_jmap_response_add:
 * @arguments: (transfer full)
 */
void
foyer_jmap_response_add (FoyerJmapResponse *self, const char *name, JsonObject *arguments, const char *id);

/**
 * foyer_jmap_response_add_list:
 * @arguments: (transfer full): without `list`
 * @list: (transfer full): a JSON list, well written
 *
 * Adds a response to a `/get`.
 */
void foyer_jmap_response_add_list (FoyerJmapResponse *self,
                                   const char *name,
                                   JsonObject *arguments,
                                   GString *list,
                                   const char *id);
char *foyer_jmap_response_to_text (FoyerJmapResponse *self);

/**
 * foyer_jmap_response_parse:
 * @body: stays where it is as long as the response: lists are read in it
 *
 * Returns: (transfer full): the response, or %NULL with an error if @body is anything else
 */
FoyerJmapResponse *foyer_jmap_response_parse (const char *body, gsize length, GError **error);

/**
 * foyer_jmap_response_find:
 * @name: (nullable): a method's name, %NULL for any
 *
 * Returns: (transfer none) (nullable): the first response with that call id and name
 */
FoyerJmapCall *foyer_jmap_response_find (FoyerJmapResponse *self, const char *id, const char *name);

/**
 * foyer_jmap_response_find_answer:
 * @request: what was asked
 * @id: of a call in it
 *
 * Answers may come in any order. One counts if it is of the method that was called, or an error, and of no other account.
 *
 * Returns: (transfer none) (nullable): the answer to that call
 */
FoyerJmapCall *
foyer_jmap_response_find_answer (FoyerJmapResponse *self, FoyerJmapRequest *request, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJmapRequest, foyer_jmap_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJmapResponse, foyer_jmap_response_free)

G_END_DECLS
