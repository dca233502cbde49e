/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-upload-form.c - forms with files as browsers send them */

#include "test-upload-form.h"

#include <string.h>

struct _TestUploadForm {
  GByteArray *bytes;
};

TestUploadForm *
test_upload_form_new (void)
{
  TestUploadForm *self = g_new0 (TestUploadForm, 1);

  self->bytes = g_byte_array_new ();
  return self;
}

void
test_upload_form_free (TestUploadForm *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static void
add (TestUploadForm *self, const char *text)
{
  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) strlen (text));
}

void
test_upload_form_add_field (TestUploadForm *self, const char *name, const char *value)
{
  g_autofree char *part = g_strdup_printf ("--" TEST_UPLOAD_BOUNDARY
                                           "\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n",
                                           name, value);

  add (self, part);
}

void
test_upload_form_add_file (TestUploadForm *self, const char *name, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head
      = g_strdup_printf ("--" TEST_UPLOAD_BOUNDARY "\r\nContent-Disposition: form-data; name=\"files\"; "
                         "filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n",
                         name);

  add (self, head);
  if (size > 0)
    g_byte_array_append (self->bytes, data, (guint) size);
  add (self, "\r\n");
}

GBytes *
test_upload_form_end (TestUploadForm *self)
{
  add (self, "--" TEST_UPLOAD_BOUNDARY "--\r\n");
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
