/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetch/foyer-fetched-picture.h"
#include "uploads/foyer-upload-form.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerHttpRequest:
 * @method: in capitals
 * @path: decoded, beginning with a slash
 * @query: (nullable): still encoded
 * @host: in lower case, without the port
 * @headers: (element-type utf8 utf8): names in lower case
 * @body: (owned): complete; empty if there is none
 * @form: (owned) (nullable): what was made of a body with files, before the request was let in
 * @fetched: (owned) (nullable): what came of the picture that it asks for, before it was let in
 *
 * A request that has arrived whole. It knows nothing of sockets.
 */
typedef struct {
  char *method;
  char *path;
  char *query;
  char *host;
  GHashTable *headers;
  GBytes *body;
  FoyerUploadForm *form;
  FoyerFetchedPicture *fetched;
} FoyerHttpRequest;

/**
 * FoyerHttpResponse:
 * @headers: (element-type utf8): names and values in turn
 * @body: (owned)
 */
typedef struct {
  guint status;
  GPtrArray *headers;
  GBytes *body;
} FoyerHttpResponse;

FoyerHttpRequest *
foyer_http_request_new (const char *method, const char *host, const char *path, const char *query);
void foyer_http_request_free (FoyerHttpRequest *self);

/**
 * foyer_http_request_header:
 * @name: in lower case
 */
const char *foyer_http_request_header (const FoyerHttpRequest *self, const char *name);
void foyer_http_request_set_header (FoyerHttpRequest *self, const char *name, const char *value);

/**
 * foyer_http_request_set_body:
 * @body: (transfer none)
 */
void foyer_http_request_set_body (FoyerHttpRequest *self, const char *content_type, GBytes *body);

/**
 * foyer_http_response_new:
 * @content_type: (nullable)
 * @body: (transfer full) (nullable)
 */
FoyerHttpResponse *foyer_http_response_new (guint status, const char *content_type, GBytes *body);

/**
 * foyer_http_response_new_text:
 * @body: (transfer full): nul-terminated
 */
FoyerHttpResponse *foyer_http_response_new_text (guint status, const char *content_type, char *body);
void foyer_http_response_free (FoyerHttpResponse *self);
void foyer_http_response_set_header (FoyerHttpResponse *self, const char *name, const char *value);

/**
 * foyer_http_response_set_file_name:
 * @name: any text
 *
 * Has browsers save the body under @name (RFC 6266, RFC 8187) instead of showing it.
 */
void foyer_http_response_set_file_name (FoyerHttpResponse *self, const char *name);

/**
 * foyer_http_response_header:
 *
 * Returns: (nullable): the first header called @name, in any case
 */
const char *foyer_http_response_header (const FoyerHttpResponse *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHttpRequest, foyer_http_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHttpResponse, foyer_http_response_free)

G_END_DECLS
