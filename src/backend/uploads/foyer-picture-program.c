/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-program.c - foyer-picture SECONDS: draws the picture on standard input anew, on standard output */

#include "uploads/foyer-picture-cage.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <unistd.h>
#include <webp/decode.h>

#define LONGEST_SIDE 4096
#define MOST_PIXELS G_GINT64_CONSTANT (50000000)
#define READ_SIZE (256 * 1024)
#define QUALITY "88"

/* Fits @width and @height into the longest side that we keep. */
static void
fit (int *width, int *height)
{
  int longest = MAX (*width, *height);

  if (longest <= LONGEST_SIDE)
    return;
  *width = MAX (1, (int) ((gint64) *width * LONGEST_SIDE / longest));
  *height = MAX (1, (int) ((gint64) *height * LONGEST_SIDE / longest));
}

static GByteArray *
read_all (void)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_SIZE);
  gssize got;

  while ((got = read (STDIN_FILENO, buffer, READ_SIZE)) > 0)
    g_byte_array_append (bytes, buffer, (guint) got);
  return bytes;
}

static void
on_size (GdkPixbufLoader *loader, int width, int height, gboolean *is_too_large)
{
  *is_too_large = width < 1 || height < 1 || width > MOST_PIXELS / height;
  if (*is_too_large)
    width = height = 1;
  fit (&width, &height);
  gdk_pixbuf_loader_set_size (loader, width, height);
}

static GdkPixbuf *
load (GByteArray *bytes, const char *kind)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind, NULL);
  gboolean is_too_large = FALSE;
  gboolean good;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), &is_too_large);
  good = gdk_pixbuf_loader_write (loader, bytes->data, bytes->len, NULL);
  good = gdk_pixbuf_loader_close (loader, NULL) && good;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return good && !is_too_large && pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

static void
free_pixels (guchar *pixels, gpointer data)
{
  g_free (pixels);
}

static GdkPixbuf *
load_webp (GByteArray *bytes)
{
  WebPDecoderConfig config;
  guchar *pixels;
  gsize size;
  int width;
  int height;
  int n_channels;

  if (!WebPInitDecoderConfig (&config)
      || WebPGetFeatures (bytes->data, bytes->len, &config.input) != VP8_STATUS_OK
      || config.input.has_animation || config.input.width > MOST_PIXELS / config.input.height)
    return NULL;
  width = config.input.width;
  height = config.input.height;
  fit (&width, &height);
  n_channels = config.input.has_alpha ? 4 : 3;
  size = (gsize) width * (gsize) height * (gsize) n_channels;
  pixels = g_malloc (size);
  config.options.use_scaling = width != config.input.width;
  config.options.scaled_width = width;
  config.options.scaled_height = height;
  config.output.colorspace = n_channels == 4 ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = pixels;
  config.output.u.RGBA.stride = width * n_channels;
  config.output.u.RGBA.size = size;
  if (WebPDecode (bytes->data, bytes->len, &config) != VP8_STATUS_OK) {
    g_free (pixels);
    return NULL;
  }
  return gdk_pixbuf_new_from_data (pixels, GDK_COLORSPACE_RGB, n_channels == 4, 8, width, height,
                                   width * n_channels, free_pixels, NULL);
}

static gboolean
write_all (const char *data, gsize size, GError **error, gpointer nothing)
{
  while (size > 0) {
    gssize written = write (STDOUT_FILENO, data, size);

    if (written <= 0)
      return FALSE;
    data += written;
    size -= (gsize) written;
  }
  return TRUE;
}

static gboolean
save (GdkPixbuf *pixbuf, gboolean as_png)
{
  static char *quality_key[] = { (char *) "quality", NULL };
  static char *quality[] = { (char *) QUALITY, NULL };
  static char *none[] = { NULL };

  return gdk_pixbuf_save_to_callbackv (pixbuf, write_all, NULL, as_png ? "png" : "jpeg",
                                       as_png ? none : quality_key, as_png ? none : quality, NULL);
}

/* Whatever loads code or reads files is done once before the cage closes. */
static void
warm_up (void)
{
  g_autoptr (GdkPixbuf) dot = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1, 1);
  static const char *const kinds[] = { "png", "jpeg" };

  gdk_pixbuf_fill (dot, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *bytes = NULL;
    gsize size;
    g_autoptr (GByteArray) array = g_byte_array_new ();
    g_autoptr (GdkPixbuf) again = NULL;

    if (!gdk_pixbuf_save_to_buffer (dot, &bytes, &size, kinds[i], NULL, NULL))
      continue;
    g_byte_array_append (array, (const guint8 *) bytes, (guint) size);
    again = load (array, kinds[i]);
  }
}

int
main (int argc, char **argv)
{
  guint64 seconds = 0;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gboolean is_png;

  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 60, &seconds, NULL))
    return 2;
  warm_up ();
  if (!foyer_picture_cage_close ((guint) seconds))
    return 3;
  bytes = read_all ();
  is_png = bytes->len >= 4 && memcmp (bytes->data, "\x89PNG", 4) == 0;
  if (is_png)
    pixbuf = load (bytes, "png");
  else if (bytes->len >= 12 && memcmp (bytes->data, "RIFF", 4) == 0)
    pixbuf = load_webp (bytes);
  else
    pixbuf = load (bytes, "jpeg");
  if (pixbuf == NULL)
    return 1;
  return save (pixbuf, is_png || gdk_pixbuf_get_has_alpha (pixbuf)) ? 0 : 1;
}
