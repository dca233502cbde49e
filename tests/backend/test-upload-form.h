/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TEST_UPLOAD_BOUNDARY "----WebKitFormBoundaryfoyer"
#define TEST_UPLOAD_TYPE "multipart/form-data; boundary=" TEST_UPLOAD_BOUNDARY

/**
 * TestUploadForm:
 *
 * A form with files as browsers send it.
 */
typedef struct _TestUploadForm TestUploadForm;

TestUploadForm *test_upload_form_new (void);
void test_upload_form_free (TestUploadForm *self);
void test_upload_form_add_field (TestUploadForm *self, const char *name, const char *value);
void test_upload_form_add_file (TestUploadForm *self, const char *name, GBytes *bytes);

/**
 * test_upload_form_end:
 *
 * Returns: (transfer full): the whole body; nothing may be added after it
 */
GBytes *test_upload_form_end (TestUploadForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestUploadForm, test_upload_form_free)

G_END_DECLS
