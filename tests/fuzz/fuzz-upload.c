/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-upload.c - forms with files: a look, then GMime, and every field and file is good to use */

#include "foyer-fuzz.h"

#include "uploads/foyer-upload-file.h"
#include "uploads/foyer-upload-look.h"
#include "uploads/foyer-upload-parts.h"

#include <string.h>

/* The first line is the content type, the rest is the body. */
static char *
cut_type (const uint8_t *data, size_t size, GBytes **body)
{
  const uint8_t *end = size == 0 ? NULL : memchr (data, '\n', size);
  char *type;

  if (end == NULL || memchr (data, '\0', (size_t) (end - data)) != NULL)
    return NULL;
  type = g_strndup ((const char *) data, (gsize) (end - data));
  *body = g_bytes_new (end + 1, size - (size_t) (end + 1 - data));
  if (!g_str_is_ascii (type))
    g_clear_pointer (&type, g_free);
  return type;
}

static void
check_file (const FoyerUploadFile *file)
{
  const char *kind = foyer_upload_file_tell (file->bytes);
  g_autofree char *name
      = kind == NULL ? g_strdup (file->name) : foyer_upload_file_fit_name (file->name, kind);

  g_assert_cmpstr (name, !=, "");
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_null (strpbrk (name, "/\\\r\n"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) body = NULL;
  g_autofree char *type = cut_type (data, size, &body);
  g_autoptr (FoyerUploadForm) form = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (type == NULL || foyer_upload_look (type, body) != 200)
    return 0;
  form = foyer_upload_parts_read (type, body);
  g_assert_true (form->status == 200 || form->status == 400);
  g_assert_cmpuint (form->files->len, <=, FOYER_UPLOAD_MOST_FILES);
  g_hash_table_iter_init (&iter, form->fields);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    g_assert_cmpstr (name, !=, "");
    g_assert_true (g_utf8_validate (name, -1, NULL));
    g_assert_true (g_utf8_validate (value, -1, NULL));
  }
  for (guint i = 0; i < form->files->len; i++)
    check_file (form->files->pdata[i]);
  return 0;
}
