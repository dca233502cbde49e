/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-upload-form.c - a form with files */

#include "uploads/foyer-upload-form.h"

static void
file_free (FoyerUploadFile *self)
{
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

FoyerUploadForm *
foyer_upload_form_new (void)
{
  FoyerUploadForm *self = g_new0 (FoyerUploadForm, 1);

  self->status = 200;
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  return self;
}

void
foyer_upload_form_free (FoyerUploadForm *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->files);
  g_free (self);
}

void
foyer_upload_form_add_file (FoyerUploadForm *self, char *name, const char *media_type, GBytes *bytes)
{
  FoyerUploadFile *file = g_new0 (FoyerUploadFile, 1);

  file->name = name;
  file->media_type = media_type;
  file->bytes = bytes;
  g_ptr_array_add (self->files, file);
}

void
foyer_upload_form_set_problem (FoyerUploadForm *self, FoyerUploadProblem problem)
{
  self->problem = problem;
  g_ptr_array_set_size (self->files, 0);
}
