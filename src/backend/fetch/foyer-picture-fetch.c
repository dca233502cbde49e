/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-fetch.c - one picture from an address that staff have typed, and from nowhere else */

#include "fetch/foyer-picture-fetch.h"

#include "foyer-raster.h"
#include "foyer-sentence.h"
#include "uploads/foyer-picture.h"

#include <curl/curl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LONGEST_ADDRESS 2000
#define DRAWING_SECONDS 15

static gboolean
fail (GError **error, FoyerFetchError code)
{
  static const char *const sentences[] = {
    [FOYER_FETCH_ERROR_ADDRESS] = FOYER_MARK (
        "Pictures are fetched from addresses that begin with https:// and name no port, user or password"),
    [FOYER_FETCH_ERROR_UNREACHABLE]
    = FOYER_MARK ("There is nothing at this address that the server can fetch"),
    [FOYER_FETCH_ERROR_ANSWER] = FOYER_MARK ("There is no file at this address itself. Open it in a browser "
                                             "and copy the address that is shown then."),
    [FOYER_FETCH_ERROR_SIZE] = FOYER_MARK ("The picture may have 2 MB at most, so that pages open quickly"),
    [FOYER_FETCH_ERROR_PICTURE] = FOYER_MARK ("What is there is no picture. It has to be PNG, JPEG or WebP."),
    [FOYER_FETCH_ERROR_LIMIT] = FOYER_MARK ("Many pictures were fetched lately. Try again in a minute."),
  };

  g_set_error_literal (error, FOYER_FETCH_ERROR, code, sentences[code]);
  return FALSE;
}

GError *
foyer_picture_fetch_refuse_many (void)
{
  GError *error = NULL;

  fail (&error, FOYER_FETCH_ERROR_LIMIT);
  return error;
}

/* --- The address --- */

static gboolean
has_part (CURLU *address, CURLUPart part, unsigned int flags, const char *wanted)
{
  char *text = NULL;
  gboolean is_right = curl_url_get (address, part, &text, flags) == CURLUE_OK && strcmp (text, wanted) == 0;

  curl_free (text);
  return is_right;
}

/* It is read by whoever asks, so that no two readers understand it differently. Returns: (transfer full) (nullable) */
static CURLU *
read_address (const char *url)
{
  CURLU *address = curl_url ();

  if (strlen (url) <= LONGEST_ADDRESS && strstr (url, "://") != NULL
      && curl_url_set (address, CURLUPART_URL, url, CURLU_DISALLOW_USER) == CURLUE_OK
      && has_part (address, CURLUPART_SCHEME, 0, "https")
      && has_part (address, CURLUPART_PORT, CURLU_DEFAULT_PORT, "443"))
    return address;
  curl_url_cleanup (address);
  return NULL;
}

gboolean
foyer_picture_fetch_check (const char *url, GError **error)
{
  CURLU *address = read_address (url);

  if (address == NULL)
    return fail (error, FOYER_FETCH_ERROR_ADDRESS);
  curl_url_cleanup (address);
  return TRUE;
}

/* --- Asking --- */

typedef struct {
  const FoyerPictureFetch *rules;
  GByteArray *bytes;
  gboolean is_large;
} Fetching;

static size_t
on_bytes (char *data, size_t size, size_t count, void *user_data)
{
  Fetching *self = user_data;

  self->is_large = self->bytes->len + size * count > FOYER_PICTURE_FETCH_LARGEST;
  if (self->is_large)
    return 0;
  g_byte_array_append (self->bytes, (const guint8 *) data, (guint) (size * count));
  return size * count;
}

/* What is judged here is what is connected to. */
static curl_socket_t
on_socket (void *user_data, curlsocktype purpose, struct curl_sockaddr *peer)
{
  Fetching *self = user_data;
  g_autoptr (GSocketAddress) address = g_socket_address_new_from_native (&peer->addr, peer->addrlen);

  if (purpose != CURLSOCKTYPE_IPCXN || !G_IS_INET_SOCKET_ADDRESS (address)
      || !self->rules->is_open (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    return CURL_SOCKET_BAD;
  return socket (peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
}

static void
set_bounds (CURL *curl, Fetching *self)
{
  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt (curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt (curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (curl, CURLOPT_NETRC, (long) CURL_NETRC_IGNORED);
  curl_easy_setopt (curl, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_1_1);
  curl_easy_setopt (curl, CURLOPT_TIMEOUT_MS, (long) self->rules->patience);
  curl_easy_setopt (curl, CURLOPT_MAXFILESIZE, (long) FOYER_PICTURE_FETCH_LARGEST);
  curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (curl, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt (curl, CURLOPT_OPENSOCKETFUNCTION, on_socket);
  curl_easy_setopt (curl, CURLOPT_OPENSOCKETDATA, self);
  curl_easy_setopt (curl, CURLOPT_WRITEFUNCTION, on_bytes);
  curl_easy_setopt (curl, CURLOPT_WRITEDATA, self);
  if (self->rules->authority != NULL) {
    curl_easy_setopt (curl, CURLOPT_CAINFO, self->rules->authority);
    curl_easy_setopt (curl, CURLOPT_CAPATH, NULL);
  }
}

static gboolean
ask (Fetching *self, CURLU *address, GError **error)
{
  CURL *curl = curl_easy_init ();
  g_autofree char *way = self->rules->detour == NULL ? NULL : g_strdup_printf ("::%s", self->rules->detour);
  struct curl_slist *ways = way == NULL ? NULL : curl_slist_append (NULL, way);
  long status = 0;
  CURLcode code;

  set_bounds (curl, self);
  curl_easy_setopt (curl, CURLOPT_CURLU, address);
  curl_easy_setopt (curl, CURLOPT_CONNECT_TO, ways);
  code = curl_easy_perform (curl);
  curl_easy_getinfo (curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup (curl);
  curl_slist_free_all (ways);
  if (self->is_large || code == CURLE_FILESIZE_EXCEEDED)
    return fail (error, FOYER_FETCH_ERROR_SIZE);
  if (code != CURLE_OK)
    return fail (error, FOYER_FETCH_ERROR_UNREACHABLE);
  return status == 200 || fail (error, FOYER_FETCH_ERROR_ANSWER);
}

/* --- The picture --- */

static GBytes *
draw_anew (const FoyerPictureFetch *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) drawn = NULL;
  FoyerRaster raster;

  if (foyer_raster_read (bytes, &raster))
    drawn = foyer_picture_draw_anew (self->program, bytes, DRAWING_SECONDS, &failure);
  if (drawn == NULL) {
    if (failure != NULL && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
      g_warning ("Pictures cannot be taken: %s", failure->message);
    fail (error, FOYER_FETCH_ERROR_PICTURE);
    return NULL;
  }
  if (g_bytes_get_size (drawn) > FOYER_PICTURE_FETCH_LARGEST) {
    fail (error, FOYER_FETCH_ERROR_SIZE);
    return NULL;
  }
  return g_steal_pointer (&drawn);
}

GBytes *
foyer_picture_fetch (const FoyerPictureFetch *self, const char *url, GError **error)
{
  CURLU *address = read_address (url);
  Fetching fetching = { .rules = self, .bytes = g_byte_array_new () };
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_there;

  if (address == NULL) {
    g_byte_array_unref (fetching.bytes);
    fail (error, FOYER_FETCH_ERROR_ADDRESS);
    return NULL;
  }
  is_there = ask (&fetching, address, error);
  curl_url_cleanup (address);
  bytes = g_byte_array_free_to_bytes (fetching.bytes);
  return is_there ? draw_anew (self, bytes, error) : NULL;
}
