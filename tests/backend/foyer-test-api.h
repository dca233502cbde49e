/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test-server.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerTestApi:
 * @account: the id of the organisation
 * @device: of whoever is signed in
 *
 * Somebody who calls methods of a server without sockets. JSON is written with `'` for quotes.
 */
typedef struct {
  FoyerTestServer *server;
  char *account;
  char *staff;
  char *device;
  FoyerCredentials credentials;
} FoyerTestApi;

/**
 * foyer_test_api_new:
 * @staff: short id, as in `st-1`
 */
FoyerTestApi *foyer_test_api_new (FoyerTestServer *server, const char *slug, const char *staff);
void foyer_test_api_free (FoyerTestApi *self);

/**
 * foyer_test_api_add_staff:
 * @id: short id, as in `st-2`
 * @role: `admin`, `office` or `viewer`
 *
 * Puts a staff member into the organisation.
 */
void foyer_test_api_add_staff (FoyerTestServer *server, const char *slug, const char *id, const char *role);

/**
 * foyer_test_api_request:
 * @body: (nullable): a body, or %NULL for none
 *
 * Returns: (transfer full): the answer to a request with this caller's token
 */
FoyerHttpResponse *foyer_test_api_request (FoyerTestApi *self,
                                           const char *method,
                                           const char *path,
                                           const char *query,
                                           const char *content_type,
                                           GBytes *body);

/**
 * foyer_test_api_call:
 * @arguments: JSON members without braces and without `accountId`; a format of printf()
 *
 * Returns: (transfer full): the arguments of the response, with its name as member `@`
 */
JsonObject *foyer_test_api_call (FoyerTestApi *self, const char *method, const char *arguments, ...)
    G_GNUC_PRINTF (3, 4);

/**
 * foyer_test_api_read:
 * @path: names and numbers parted by spaces, as in `notUpdated lb-1 type`
 *
 * Returns: (transfer full): the value at @path as text, canonical JSON if it is no string; `nothing` if it is not there
 */
char *foyer_test_api_read (JsonObject *object, const char *path);

#define foyer_test_api_assert(object, path, expected) \
  G_STMT_START \
  { \
    g_autofree char *api_value = foyer_test_api_read (object, path); \
    g_assert_cmpstr (api_value, ==, expected); \
  } \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTestApi, foyer_test_api_free)

G_END_DECLS
