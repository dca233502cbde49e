/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-uploads.c - forms with files: taken apart strictly, told by their bytes, pictures drawn anew (reliability.md §2.6, F) */

#include "uploads/foyer-uploads.h"

#include "foyer-raster.h"
#include "test-upload-form.h"
#include "uploads/foyer-picture-clean.h"
#include "uploads/foyer-picture.h"
#include "uploads/foyer-upload-file.h"
#include "uploads/foyer-upload-look.h"

#include <string.h>
#include <sys/resource.h>

static FoyerUploadForm *
read_bytes (const char *type, GBytes *body)
{
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("POST", "a", "/messages", NULL);
  g_autoptr (FoyerClock) clock = foyer_system_clock_new ();
  g_autofree char *program = foyer_picture_find_program ();

  foyer_http_request_set_body (request, type, body);
  return foyer_uploads_read (request, program, clock);
}

static FoyerUploadForm *
read_form (TestUploadForm *form)
{
  g_autoptr (GBytes) body = test_upload_form_end (form);

  return read_bytes (TEST_UPLOAD_TYPE, body);
}

static FoyerUploadForm *
read_file (const char *name, GBytes *bytes)
{
  g_autoptr (TestUploadForm) form = test_upload_form_new ();

  test_upload_form_add_file (form, name, bytes);
  return read_form (form);
}

static guint
read_text (const char *text)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));
  g_autoptr (FoyerUploadForm) form = read_bytes ("multipart/form-data; boundary=b", body);

  return form->status;
}

/* --- The form --- */

static void
test_form (void)
{
  g_autoptr (TestUploadForm) form = test_upload_form_new ();
  g_autoptr (GBytes) text = g_bytes_new_static ("Furnace\nmodel 58\n", 17);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (FoyerUploadForm) read = NULL;
  FoyerUploadFile *file;

  test_upload_form_add_field (form, "token", "abc");
  test_upload_form_add_field (form, "text", "Küche, 2 €\r\nplease");
  test_upload_form_add_file (form, "/photos/no%22te.txt", text);
  test_upload_form_add_file (form, "", nothing);
  read = read_form (form);
  g_assert_cmpuint (read->status, ==, 200);
  g_assert_cmpint (read->problem, ==, FOYER_UPLOAD_GOOD);
  g_assert_cmpuint (g_hash_table_size (read->fields), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (read->fields, "text"), ==, "Küche, 2 €\r\nplease");
  g_assert_cmpuint (read->files->len, ==, 1);
  file = read->files->pdata[0];
  g_assert_cmpstr (file->name, ==, "no\"te.txt");
  g_assert_cmpstr (file->media_type, ==, "text/plain");
  g_assert_true (g_bytes_equal (file->bytes, text));
}

/* F04: what is no plain form is not taken apart at all. */
static void
test_forms_that_are_none (void)
{
#define PART "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n"
  static const char *const bad[] = {
    "",
    "--b",
    "--b--",
    "--b--\r\n",
    "preamble\r\n" PART "\r\na\r\n--b--\r\n",
    PART "\r\na\r\n--b--\r\nepilogue",
    PART "\r\na\r\n--b\r\n",
    PART "\r\na",
    PART "\r\na\n--b--\r\n",
    PART "\r\na\r\n--bb--\r\n",
    PART "\r\na\r\n--b --\r\n",
    PART "a\r\n--b--\r\n",
    "--b\r\n\r\na\r\n--b--\r\n",
    "--b\r\nContent-Disposition: attachment; name=\"x\"\r\n\r\na\r\n--b--\r\n",
    "--b\r\nContent-Disposition: form-data\r\n\r\na\r\n--b--\r\n",
    PART "Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\na\r\n--c--\r\n\r\n--b--\r\n",
    PART "Content-Type: message/rfc822\r\n\r\nSubject: a\r\n\r\nb\r\n--b--\r\n",
    PART "Content-Type: message/partial\r\n\r\na\r\n--b--\r\n",
    PART "Content-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--b--\r\n",
    PART "Content-Transfer-Encoding: binary\r\n\r\na\r\n--b--\r\n",
    PART "A: b\r\nA: b\r\nA: b\r\nA: b\r\nA: b\r\nA: b\r\nA: b\r\nA: b\r\n\r\na\r\n--b--\r\n",
    PART "\r\na\r\n" PART "\r\nb\r\n--b--\r\n",
    PART "\r\n\xff\r\n--b--\r\n",
  };
  static const char *const types[] = { "multipart/form-data",
                                       "multipart/form-data; boundary=",
                                       "multipart/form-data; boundary=b; boundary=c",
                                       "multipart/form-data; boundary=\"b",
                                       "multipart/form-data; boundary=b\xc3\xa4",
                                       "multipart/mixed; boundary=b" };
  static const char good[] = PART "\r\na\r\n--b--\r\n";
  g_autoptr (GBytes) body = g_bytes_new_static (good, strlen (good));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    if (read_text (bad[i]) != 400)
      g_error ("Taken: %s", bad[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpuint (foyer_upload_look (types[i], body), ==, 400);
  g_assert_cmpuint (foyer_upload_look (NULL, body), ==, 400);
  g_assert_cmpuint (read_text (good), ==, 200);
  g_assert_cmpuint (read_text (PART "\r\n\r\n--b--\r\n"), ==, 200);
#undef PART
}

/* F04: a hundred thousand parts, and a hundred thousand lines in one, are refused before anything is made of them. */
static void
test_bombs (void)
{
  g_autoptr (TestUploadForm) parts = test_upload_form_new ();
  g_autoptr (GString) lines = g_string_new ("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n");
  g_autoptr (FoyerUploadForm) form = NULL;

  for (int i = 0; i < 100000; i++)
    test_upload_form_add_field (parts, "x", "");
  form = read_form (parts);
  g_assert_cmpuint (form->status, ==, 413);
  for (int i = 0; i < 100000; i++)
    g_string_append (lines, "X-A: b\r\n");
  g_string_append (lines, "\r\na\r\n--b--\r\n");
  g_assert_cmpuint (read_text (lines->str), ==, 400);
}

static void
test_too_many_files (void)
{
  g_autoptr (TestUploadForm) form = test_upload_form_new ();
  g_autoptr (GBytes) text = g_bytes_new_static ("a", 1);
  g_autoptr (FoyerUploadForm) read = NULL;

  test_upload_form_add_field (form, "text", "kept");
  for (int i = 0; i < 11; i++)
    test_upload_form_add_file (form, "a.txt", text);
  read = read_form (form);
  g_assert_cmpuint (read->status, ==, 200);
  g_assert_cmpint (read->problem, ==, FOYER_UPLOAD_MANY);
  g_assert_cmpuint (read->files->len, ==, 0);
  g_assert_cmpstr (g_hash_table_lookup (read->fields, "text"), ==, "kept");
}

/* --- What files are --- */

/* F01: neither name nor claim makes a file what it is not. */
static void
test_kinds (void)
{
  static const struct {
    const char *name;
    const char *bytes;
    const char *media_type; /* NULL if it is refused */
    const char *called;
  } files[] = {
    { "a.jpg", "<html><script>alert(1)</script>", NULL, NULL },
    { "a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", NULL, NULL },
    { "a.txt", "\xef\xbb\xbf \n<?xml version='1.0'?>", NULL, NULL },
    { "a.gif", "GIF89a/*\1\0*/=1;alert(1)", NULL, NULL },
    { "a.zip", "PK\3\4", NULL, NULL },
    { "a.heic",
      "\1\2\3\x18"
      "ftypheic",
      NULL, NULL },
    { "a.exe", "MZ\x90", NULL, NULL },
    { "a.pdf", " %PDF-1.4", "text/plain", "a.pdf.txt" },
    { "a.jpg", "%PDF-1.4\n1 0 obj <</JS (app.alert(1))>>", "application/pdf", "a.jpg.pdf" },
    { "note", "Call me", "text/plain", "note.txt" },
    { "../../etc/passwd", "root", "text/plain", "passwd.txt" },
    { "\xe2\x80\xae"
      "txt.exe",
      "a", "text/plain", "txt.exe.txt" },
    { "..", "a", "text/plain", "file.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].bytes, strlen (files[i].bytes));
    g_autoptr (FoyerUploadForm) form = read_file (files[i].name, bytes);
    FoyerUploadFile *file;

    g_assert_cmpuint (form->status, ==, 200);
    if (files[i].media_type == NULL) {
      if (form->problem != FOYER_UPLOAD_KIND)
        g_error ("%s: %d", files[i].name, form->problem);
      continue;
    }
    g_assert_cmpuint (form->files->len, ==, 1);
    file = form->files->pdata[0];
    g_assert_cmpstr (file->media_type, ==, files[i].media_type);
    g_assert_cmpstr (file->name, ==, files[i].called);
  }
}

/* --- Pictures --- */

static GBytes *
read_source (const char *name)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "backend", "pictures", name, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  g_assert_nonnull (file);
  return g_mapped_file_get_bytes (file);
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* A camera's picture is stood upright, and where and when it was taken is gone. */
static void
test_camera_picture (void)
{
  g_autoptr (GBytes) taken = read_source ("camera.jpg");
  g_autoptr (FoyerUploadForm) form = NULL;
  FoyerUploadFile *file;
  FoyerRaster raster;

  g_assert_true (has_text (taken, "Exif"));
  g_assert_true (has_text (taken, "FOYERCAM"));
  g_assert_true (foyer_raster_read (taken, &raster));
  g_assert_cmpint (raster.width, ==, 40);
  form = read_file ("IMG_0001.JPG", taken);
  g_assert_cmpint (form->problem, ==, FOYER_UPLOAD_GOOD);
  file = form->files->pdata[0];
  g_assert_cmpstr (file->media_type, ==, "image/jpeg");
  g_assert_cmpstr (file->name, ==, "IMG_0001.JPG");
  g_assert_true (foyer_raster_read (file->bytes, &raster));
  g_assert_cmpint (raster.width, ==, 20);
  g_assert_cmpint (raster.height, ==, 40);
  g_assert_false (has_text (file->bytes, "Exif"));
  g_assert_false (has_text (file->bytes, "FOYERCAM"));
  g_assert_false (has_text (file->bytes, "<script>"));
}

/* --- Going out as it came --- */

static GBytes *
join (GBytes *a, gsize from, gsize to, const char *between, gsize length, const char *behind)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (a, &size);
  GByteArray *whole = g_byte_array_new ();

  g_byte_array_append (whole, data, (guint) from);
  g_byte_array_append (whole, (const guint8 *) between, (guint) length);
  g_byte_array_append (whole, data + to, (guint) (size - to));
  g_byte_array_append (whole, (const guint8 *) behind, (guint) strlen (behind));
  return g_byte_array_free_to_bytes (whole);
}

static int
measure_upright (GBytes *bytes)
{
  g_autoptr (FoyerUploadForm) form = read_file ("a.jpg", bytes);
  FoyerRaster raster;

  g_assert_cmpint (form->problem, ==, FOYER_UPLOAD_GOOD);
  g_assert_true (foyer_raster_read (((FoyerUploadFile *) form->files->pdata[0])->bytes, &raster));
  return raster.height;
}

/* F03: place, camera, notes, previews and what stands behind the end are gone; which side is up is not, and no pixel changes. */
static void
test_cleaned_photo (void)
{
  static const char xmp[] = "\xff\xe1\0\x23http://ns.adobe.com/xap/1.0/\0GPS!";
  static const char preview[] = "\xff\xe2\0\x0aMPF\0LATI";
  g_autoptr (GBytes) taken = read_source ("camera.jpg");
  g_autoptr (GBytes) more = join (taken, 2, 2, xmp, sizeof xmp - 1, "LATITUDE 45N");
  g_autoptr (GBytes) most = join (more, 2, 2, preview, sizeof preview - 1, "");
  g_autoptr (GBytes) clean = foyer_picture_clean (most);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) cut = NULL;

  g_assert_nonnull (clean);
  again = foyer_picture_clean (clean);
  g_assert_true (g_bytes_equal (again, clean));
  g_assert_false (has_text (clean, "FOYERCAM"));
  g_assert_false (has_text (clean, "<script>"));
  g_assert_false (has_text (clean, "GPS!"));
  g_assert_false (has_text (clean, "LATI"));
  g_assert_true (has_text (clean, "Exif"));
  g_assert_cmpint (measure_upright (clean), ==, 40);
  g_assert_cmpuint (g_bytes_get_size (clean), <, g_bytes_get_size (taken));

  /* Nothing to leave out is nothing changed; half a picture is none. */
  g_assert_true (g_bytes_equal (clean, again));
  cut = g_bytes_new_from_bytes (most, 0, 60);
  g_assert_null (foyer_picture_clean (cut));
  g_assert_true (foyer_picture_may_tell_place (cut));
}

static void
test_cleaned_others (void)
{
  static const char note[] = "\0\0\0\x0ctEXtPlace\00045 N 1\0\0\0\0";
  static const char exif[] = "EXIF\x04\0\0\0N45.";
  static const char heic[] = "\0\0\0\x18"
                             "ftypheic\0\0\0\0mif1heic";
  static const char tiff[] = "II*\0\x08\0\0\0";
  static const char words[] = "just words";
  g_autoptr (GBytes) png = read_source ("wide.png");
  g_autoptr (GBytes) noted = join (png, 33, 33, note, sizeof note - 1, "45 N");
  g_autoptr (GBytes) clean_png = foyer_picture_clean (noted);
  g_autoptr (GBytes) same_png = foyer_picture_clean (png);
  g_autoptr (GBytes) webp = read_source ("clear.webp");
  g_autoptr (GBytes) clean_webp = foyer_picture_clean (webp);
  g_autoptr (GBytes) photo = g_bytes_new_static (heic, sizeof heic - 1);
  g_autoptr (GBytes) scan = g_bytes_new_static (tiff, sizeof tiff - 1);
  g_autoptr (GBytes) text = g_bytes_new_static (words, sizeof words - 1);

  g_assert_nonnull (clean_png);
  g_assert_false (has_text (clean_png, "45 N"));
  g_assert_true (g_bytes_equal (clean_png, same_png));
  g_assert_nonnull (clean_webp);
  g_assert_true (foyer_picture_may_tell_place (photo));
  g_assert_true (foyer_picture_may_tell_place (scan));
  g_assert_false (foyer_picture_may_tell_place (text));
  g_assert_null (foyer_picture_clean (photo));
  g_assert_null (foyer_picture_clean (text));
  {
    gsize size;
    const guint8 *data = g_bytes_get_data (webp, &size);
    g_autoptr (GByteArray) told = g_byte_array_new ();
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GBytes) clean = NULL;
    guint riff;

    g_byte_array_append (told, data, (guint) size);
    g_byte_array_append (told, (const guint8 *) exif, sizeof exif - 1);
    riff = told->len - 8;
    for (guint i = 0; i < 4; i++)
      told->data[4 + i] = (guint8) (riff >> (8 * i));
    bytes = g_bytes_new (told->data, told->len);
    clean = foyer_picture_clean (bytes);
    g_assert_nonnull (clean);
    g_assert_false (has_text (clean, "N45."));
    g_assert_true (g_bytes_equal (clean, clean_webp));
  }
}

static void
test_other_pictures (void)
{
  static const struct {
    const char *source;
    const char *media_type;
    const char *called;
    int width;
    int height;
  } pictures[] = {
    { "notes.png", "image/png", "p.png", 30, 20 },
    { "plain.webp", "image/jpeg", "p.webp.jpg", 24, 16 },
    { "clear.webp", "image/png", "p.webp.png", 24, 16 },
    { "wide.png", "image/png", "p.png", 4096, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++) {
    g_autoptr (GBytes) bytes = read_source (pictures[i].source);
    g_autofree char *name = g_strconcat ("p", strrchr (pictures[i].source, '.'), NULL);
    g_autoptr (FoyerUploadForm) form = read_file (name, bytes);
    FoyerUploadFile *file;
    FoyerRaster raster;

    if (form->problem != FOYER_UPLOAD_GOOD)
      g_error ("%s: %d", pictures[i].source, form->problem);
    file = form->files->pdata[0];
    g_assert_cmpstr (file->media_type, ==, pictures[i].media_type);
    g_assert_cmpstr (file->name, ==, pictures[i].called);
    g_assert_true (foyer_raster_read (file->bytes, &raster));
    g_assert_cmpint (raster.width, ==, pictures[i].width);
    g_assert_cmpint (raster.height, ==, pictures[i].height);
    g_assert_false (has_text (file->bytes, "FOYERCAM"));
  }
}

static void
put_number (guint8 *at, guint32 number)
{
  for (int i = 0; i < 4; i++)
    at[i] = (guint8) (number >> (8 * (3 - i)));
}

/* F02: a picture of four thousand million pixels is refused by its head; one that lies in its head fails in the process. */
static void
test_pixel_flood (void)
{
  static const guint32 sizes[][2] = { { 65535, 65535 }, { 1, 100000000 }, { 100000000, 1 }, { 0, 5 } };
  g_autoptr (GBytes) picture = read_source ("notes.png");
  struct rusage before;
  struct rusage after;
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (picture, &size), g_bytes_get_size (picture));

  getrusage (RUSAGE_SELF, &before);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GBytes) flood = NULL;
    g_autoptr (FoyerUploadForm) form = NULL;

    put_number (data + 16, sizes[i][0]);
    put_number (data + 20, sizes[i][1]);
    flood = g_bytes_new (data, size);
    form = read_file ("flood.png", flood);
    g_assert_cmpint (form->problem, ==, FOYER_UPLOAD_KIND);
  }
  put_number (data + 16, 7000);
  put_number (data + 20, 7000);
  {
    g_autoptr (GBytes) liar = g_bytes_new (data, size);
    g_autoptr (FoyerUploadForm) form = read_file ("liar.png", liar);

    g_assert_cmpint (form->problem, ==, FOYER_UPLOAD_PICTURE);
  }
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 64 * 1024);
}

/* Of a damaged picture nothing is taken, and neither are the other files of the form. */
static void
test_damaged_pictures (void)
{
  static const char *const sources[] = { "camera.jpg", "notes.png", "plain.webp" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autoptr (GBytes) whole = read_source (sources[i]);
    gsize size = g_bytes_get_size (whole);
    g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
    g_autoptr (GBytes) damaged = NULL;
    g_autoptr (GBytes) text = g_bytes_new_static ("a", 1);
    g_autoptr (TestUploadForm) form = test_upload_form_new ();
    g_autoptr (FoyerUploadForm) read = NULL;

    memset (data + 40, 0xff, size - 40);
    damaged = g_bytes_new (data, size);
    test_upload_form_add_file (form, "a.txt", text);
    test_upload_form_add_file (form, "damaged", damaged);
    read = read_form (form);
    g_assert_cmpuint (read->status, ==, 200);
    g_assert_true (read->problem == FOYER_UPLOAD_PICTURE || read->problem == FOYER_UPLOAD_KIND);
    g_assert_cmpuint (read->files->len, ==, 0);
  }
}

/* Without the process no picture is taken as it came. */
static void
test_no_process (void)
{
  g_autoptr (GBytes) picture = read_source ("camera.jpg");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) drawn = foyer_picture_draw_anew ("/nonexistent/foyer-picture", picture, 5, &error);

  g_assert_null (drawn);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uploads/form", test_form);
  g_test_add_func ("/uploads/F04-forms-that-are-none", test_forms_that_are_none);
  g_test_add_func ("/uploads/F04-bombs", test_bombs);
  g_test_add_func ("/uploads/too-many-files", test_too_many_files);
  g_test_add_func ("/uploads/F01-kinds", test_kinds);
  g_test_add_func ("/uploads/F03-camera-picture", test_camera_picture);
  g_test_add_func ("/uploads/F03-photo-goes-out-clean", test_cleaned_photo);
  g_test_add_func ("/uploads/F03-others-go-out-clean", test_cleaned_others);
  g_test_add_func ("/uploads/other-pictures", test_other_pictures);
  g_test_add_func ("/uploads/F02-pixel-flood", test_pixel_flood);
  g_test_add_func ("/uploads/damaged-pictures", test_damaged_pictures);
  g_test_add_func ("/uploads/no-process", test_no_process);
  return g_test_run ();
}
