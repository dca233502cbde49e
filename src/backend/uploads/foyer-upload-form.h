/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one form may bring in at most (reliability.md §2.4, Uploads). */
#define FOYER_UPLOAD_TYPE "multipart/form-data"
#define FOYER_UPLOAD_MOST_FILES 10
#define FOYER_UPLOAD_LONGEST_FILE (25 * 1024 * 1024)

/**
 * FoyerUploadProblem:
 * @FOYER_UPLOAD_GOOD: nothing is wrong
 * @FOYER_UPLOAD_MANY: more files than a form may have
 * @FOYER_UPLOAD_LONG: a file is too long
 * @FOYER_UPLOAD_EMPTY: a file has no bytes
 * @FOYER_UPLOAD_KIND: a file is of no kind that we take
 * @FOYER_UPLOAD_PICTURE: a picture is damaged, or of too many pixels
 * @FOYER_UPLOAD_ROOM: the client has brought in as much as they may
 *
 * Why the files of a form are not taken. All of them are taken, or none.
 */
typedef enum {
  FOYER_UPLOAD_GOOD,
  FOYER_UPLOAD_MANY,
  FOYER_UPLOAD_LONG,
  FOYER_UPLOAD_EMPTY,
  FOYER_UPLOAD_KIND,
  FOYER_UPLOAD_PICTURE,
  FOYER_UPLOAD_ROOM,
} FoyerUploadProblem;

/**
 * FoyerUploadFile:
 * @name: to be shown, and never to be a path
 * @media_type: (transfer none): told by the bytes, never by who sent them
 * @bytes: of a picture, drawn anew: nothing but pixels is left of what was sent
 */
typedef struct {
  char *name;
  const char *media_type;
  GBytes *bytes;
} FoyerUploadFile;

/**
 * FoyerUploadForm:
 * @status: 200, or the HTTP status by which a form is refused that is none
 * @fields: (element-type utf8 utf8): all that is no file
 * @files: (element-type FoyerUploadFile): empty if there is a problem
 *
 * A form with files as a browser has sent it, and what became of its files.
 */
typedef struct {
  guint status;
  GHashTable *fields;
  GPtrArray *files;
  FoyerUploadProblem problem;
} FoyerUploadForm;

FoyerUploadForm *foyer_upload_form_new (void);
void foyer_upload_form_free (FoyerUploadForm *self);

/**
 * foyer_upload_form_add_file:
 * @name: (transfer full)
 * @media_type: (transfer none) (nullable): if it is known already
 * @bytes: (transfer full)
 */
void foyer_upload_form_add_file (FoyerUploadForm *self, char *name, const char *media_type, GBytes *bytes);

/**
 * foyer_upload_form_set_problem:
 *
 * Takes no file of the form.
 */
void foyer_upload_form_set_problem (FoyerUploadForm *self, FoyerUploadProblem problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerUploadForm, foyer_upload_form_free)

G_END_DECLS
