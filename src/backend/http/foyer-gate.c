/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-gate.c - which request heads come in at all */

#include "http/foyer-gate.h"

#include "foyer-jmap.h"

#include <string.h>

#define LONGEST_METHOD 32
#define LONGEST_LENGTH_TEXT 10
#define LONGEST_HOST 255
#define LARGEST_PORT 65535

typedef struct {
  const char *at;
  gsize length;
} Piece;

/* Headers of which two would leave open which one counts. */
static const char *const single_headers[] = {
  "host",   "content-length", "transfer-encoding", "content-type",  "content-encoding", "authorization",
  "cookie", "origin",         "sec-fetch-site",    "last-event-id", "expect",           "x-real-ip",
};

#define N_SINGLE_HEADERS G_N_ELEMENTS (single_headers)

enum {
  HOST,
  CONTENT_LENGTH,
  TRANSFER_ENCODING,
  CONTENT_TYPE,
  CONTENT_ENCODING,
  AUTHORIZATION,
  COOKIE,
  ORIGIN,
  SEC_FETCH_SITE,
  LAST_EVENT_ID,
  EXPECT,
  REAL_IP,
};

typedef struct {
  Piece method;
  Piece target;
  Piece version;
  guint n_headers;
  guint count[N_SINGLE_HEADERS];
  Piece value[N_SINGLE_HEADERS];
} Head;

gsize
foyer_gate_find_end (FoyerGateScan *scan, const char *bytes, gsize length, gboolean *is_broken)
{
  *is_broken = FALSE;
  for (; scan->at < length; scan->at++) {
    guchar character = (guchar) bytes[scan->at];
    gboolean after_return = scan->at > 0 && bytes[scan->at - 1] == '\r';

    if ((character == '\n') != after_return || (character < 0x20 && strchr ("\t\r\n", character) == NULL)
        || character == '\0' || character == 0x7f) {
      *is_broken = TRUE;
      return 0;
    }
    if (character != '\n')
      continue;
    if (scan->at == scan->line + 1) {
      /* An empty line: the end, unless nothing stands before it. */
      *is_broken = scan->line == 0;
      return scan->line == 0 ? 0 : scan->at + 1;
    }
    scan->line = scan->at + 1;
  }
  return 0;
}

static gboolean
is_token (Piece piece)
{
  if (piece.length == 0)
    return FALSE;
  for (gsize i = 0; i < piece.length; i++) {
    char c = piece.at[i];

    if (!g_ascii_isalnum (c) && (c == '\0' || strchr ("!#$%&'*+-.^_`|~", c) == NULL))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_equal (Piece piece, const char *text)
{
  return piece.length == strlen (text) && memcmp (piece.at, text, piece.length) == 0;
}

static gboolean
is_equal_in_any_case (Piece piece, const char *text)
{
  return piece.length == strlen (text) && g_ascii_strncasecmp (piece.at, text, piece.length) == 0;
}

static FoyerGateVerdict
refuse (guint status, const char *reason)
{
  return (FoyerGateVerdict){ .status = status, .reason = reason };
}

static FoyerGateVerdict
let_in (void)
{
  return (FoyerGateVerdict){ .status = 200, .reason = "good" };
}

/* Three pieces parted by exactly one space each. */
static gboolean
cut_request_line (Piece line, Head *head)
{
  const char *first = memchr (line.at, ' ', line.length);
  const char *end = line.at + line.length;
  const char *second;

  if (first == NULL)
    return FALSE;
  second = memchr (first + 1, ' ', (gsize) (end - first - 1));
  if (second == NULL || memchr (second + 1, ' ', (gsize) (end - second - 1)) != NULL)
    return FALSE;
  head->method = (Piece){ line.at, (gsize) (first - line.at) };
  head->target = (Piece){ first + 1, (gsize) (second - first - 1) };
  head->version = (Piece){ second + 1, (gsize) (end - second - 1) };
  return head->target.length > 0;
}

static Piece
trim (Piece piece)
{
  while (piece.length > 0 && (piece.at[0] == ' ' || piece.at[0] == '\t')) {
    piece.at++;
    piece.length--;
  }
  while (piece.length > 0 && (piece.at[piece.length - 1] == ' ' || piece.at[piece.length - 1] == '\t'))
    piece.length--;
  return piece;
}

/* A name that is a token ends at the colon itself, so a space before it, and a folded line, fail here. */
static gboolean
note_header (Piece line, Head *head)
{
  const char *colon = memchr (line.at, ':', line.length);
  Piece name;

  if (colon == NULL)
    return FALSE;
  name = (Piece){ line.at, (gsize) (colon - line.at) };
  if (!is_token (name))
    return FALSE;
  head->n_headers++;
  for (guint i = 0; i < N_SINGLE_HEADERS; i++) {
    if (is_equal_in_any_case (name, single_headers[i])) {
      head->count[i]++;
      head->value[i] = trim ((Piece){ colon + 1, line.length - name.length - 1 });
    }
  }
  return TRUE;
}

static FoyerGateVerdict
read_head (const char *bytes, gsize length, Head *head)
{
  const char *at = bytes;
  const char *end = bytes + length - 2; /* the empty line */

  while (at < end) {
    const char *line_end = memchr (at, '\r', (gsize) (end - at));
    Piece line = { at, (gsize) (line_end - at) };

    if (at == bytes) {
      if (!cut_request_line (line, head))
        return refuse (400, "request line");
    } else if (!note_header (line, head)) {
      return refuse (400, "header line");
    }
    at = line_end + 2;
  }
  if (head->n_headers > FOYER_GATE_MOST_HEADERS)
    return refuse (400, "number of headers");
  return let_in ();
}

/* Reads a character of a target as it was meant, and goes on behind it; -1 when it is half an escape. */
static int
read_character (const char **at, const char *end)
{
  int high;
  int low;

  if (**at != '%')
    return (guchar) * (*at)++;
  if (end - *at < 3)
    return -1;
  high = g_ascii_xdigit_value ((*at)[1]);
  low = g_ascii_xdigit_value ((*at)[2]);
  *at += 3;
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* Whether a target can be read: its escapes are whole, and its path names no nul byte and climbs nowhere, however that is
 * written. What is refused here has Foyer's answer; what the library behind it refuses has none of Foyer's headers. */
static gboolean
is_readable (Piece target)
{
  const char *at = target.at;
  const char *end = target.at + target.length;
  gboolean in_path = TRUE;
  gsize n_in_segment = 0;
  gsize n_dots = 0;

  while (at < end) {
    gboolean begins_query = *at == '?';
    int character = read_character (&at, end);

    if (character < 0 || (in_path && character == '\0'))
      return FALSE;
    if (in_path && (character == '/' || begins_query)) {
      if (n_dots == 2 && n_in_segment == 2)
        return FALSE;
      n_in_segment = n_dots = 0;
    } else {
      n_in_segment++;
      n_dots += character == '.';
    }
    in_path = in_path && !begins_query;
  }
  return !in_path || n_dots != 2 || n_in_segment != 2;
}

static FoyerGateVerdict
judge_request_line (const Head *head)
{
  if (!is_token (head->method))
    return refuse (400, "method");
  if (head->method.length > LONGEST_METHOD
      || (!is_equal (head->method, "GET") && !is_equal (head->method, "HEAD")
          && !is_equal (head->method, "POST")))
    return refuse (405, "method");
  if (head->version.length != 8 || memcmp (head->version.at, "HTTP/", 5) != 0)
    return refuse (400, "version");
  if (!is_equal (head->version, "HTTP/1.1") && !is_equal (head->version, "HTTP/1.0"))
    return refuse (505, "version");
  if (head->target.length > FOYER_GATE_LONGEST_TARGET)
    return refuse (414, "target");
  for (gsize i = 0; i < head->target.length; i++) {
    char c = head->target.at[i];

    if (c <= 0x20 || c >= 0x7f || strchr ("\"#<>\\^`{|}", c) != NULL)
      return refuse (400, "target");
  }
  return is_readable (head->target) ? let_in () : refuse (400, "target");
}

static gboolean
is_port (Piece port)
{
  guint number = 0;

  if (port.length == 0 || port.length > 5)
    return FALSE;
  for (gsize i = 0; i < port.length; i++) {
    if (!g_ascii_isdigit (port.at[i]))
      return FALSE;
    number = number * 10 + (guint) (port.at[i] - '0');
  }
  return number <= LARGEST_PORT;
}

/* A name or an address of version 6 in brackets, and perhaps a port behind either. */
static gboolean
is_host (Piece host)
{
  const char *end = host.at + host.length;
  const char *behind;

  if (host.length == 0 || host.length > LONGEST_HOST)
    return FALSE;
  if (host.at[0] == '[') {
    g_autofree char *address = NULL;

    behind = memchr (host.at, ']', host.length);
    if (behind == NULL)
      return FALSE;
    address = g_strndup (host.at + 1, (gsize) (behind - host.at - 1));
    if (strchr (address, ':') == NULL || strchr (address, '%') != NULL || !g_hostname_is_ip_address (address))
      return FALSE;
    behind++;
  } else {
    behind = host.at;
    while (behind < end && (g_ascii_isalnum (*behind) || *behind == '.' || *behind == '-'))
      behind++;
    if (behind == host.at)
      return FALSE;
  }
  return behind == end || (*behind == ':' && is_port ((Piece){ behind + 1, (gsize) (end - behind - 1) }));
}

/* The target is a path, or an address whose host is the Host header's. */
static FoyerGateVerdict
judge_host (const Head *head)
{
  Piece host = head->value[HOST];
  Piece rest = head->target;
  gsize scheme;

  if (head->count[HOST] != 1 || !is_host (host))
    return refuse (400, "host");
  if (rest.at[0] == '/')
    return let_in ();
  scheme = rest.length > 7 && g_ascii_strncasecmp (rest.at, "http://", 7) == 0 ? 7 : 0;
  if (scheme == 0 || rest.length <= scheme + host.length || rest.at[scheme + host.length] != '/'
      || g_ascii_strncasecmp (rest.at + scheme, host.at, host.length) != 0)
    return refuse (400, "target");
  return let_in ();
}

/* What a body may be at most by where it goes: clients bring files to few places. Anywhere else it is a form of words. */
typedef struct {
  const char *path;
  gsize longest;
  const char *limit;
} BodyLimit;

static const BodyLimit body_limits[] = {
  { "/jmap/upload/", FOYER_JMAP_MAX_UPLOAD, "maxSizeUpload" },
  { "/jmap/", FOYER_JMAP_MAX_REQUEST, "maxSizeRequest" },
  { "/messages", FOYER_GATE_LONGEST_UPLOAD, NULL },
  { "/requests", FOYER_GATE_LONGEST_UPLOAD, NULL },
  { "/bookings", FOYER_GATE_LONGEST_UPLOAD, NULL },
};

static const BodyLimit any_body = { "/", FOYER_GATE_LONGEST_FORM, NULL };

static const BodyLimit *
find_body_limit (const Head *head)
{
  Piece target = head->target;
  const char *scheme = g_strstr_len (target.at, (gssize) target.length, "://");
  const char *path = scheme == NULL
                         ? target.at
                         : memchr (scheme + 3, '/', target.length - (gsize) (scheme + 3 - target.at));

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (body_limits); i++) {
    gsize length = strlen (body_limits[i].path);

    if ((gsize) (target.at + target.length - path) >= length
        && memcmp (path, body_limits[i].path, length) == 0)
      return &body_limits[i];
  }
  return &any_body;
}

static FoyerGateVerdict
judge_length (const Head *head)
{
  Piece text = head->value[CONTENT_LENGTH];
  gboolean has_length = head->count[CONTENT_LENGTH] == 1;
  const BodyLimit *limit = find_body_limit (head);
  FoyerGateVerdict verdict = let_in ();

  for (gsize i = 0; has_length && i < text.length; i++) {
    if (!g_ascii_isdigit (text.at[i]))
      return refuse (400, "content-length");
    verdict.body_length = verdict.body_length * 10 + (gsize) (text.at[i] - '0');
    if (verdict.body_length > limit->longest || i >= LONGEST_LENGTH_TEXT) {
      verdict = refuse (413, "content-length");
      verdict.limit = limit->limit;
      return verdict;
    }
  }
  if (has_length && text.length == 0)
    return refuse (400, "content-length");
  if (is_equal (head->method, "POST") && !has_length)
    return refuse (411, "no content-length");
  if (!is_equal (head->method, "POST") && verdict.body_length > 0)
    return refuse (400, "body");
  return verdict;
}

static FoyerGateVerdict
judge_body (const Head *head)
{
  if (head->count[CONTENT_LENGTH] + head->count[TRANSFER_ENCODING] > 1)
    return refuse (400, "content-length and transfer-encoding");
  if (head->count[TRANSFER_ENCODING] > 0)
    return refuse (411, "transfer-encoding");
  for (guint i = 0; i < N_SINGLE_HEADERS; i++) {
    if (head->count[i] > 1)
      return refuse (400, single_headers[i]);
  }
  if (head->count[CONTENT_ENCODING] > 0 && !is_equal_in_any_case (head->value[CONTENT_ENCODING], "identity"))
    return refuse (415, "content-encoding");
  if (head->count[EXPECT] > 0 && !is_equal_in_any_case (head->value[EXPECT], "100-continue"))
    return refuse (417, "expect");
  return judge_length (head);
}

FoyerGateVerdict
foyer_gate_judge (const char *bytes, gsize length)
{
  Head head = { 0 };
  FoyerGateVerdict verdict = read_head (bytes, length, &head);

  if (verdict.status == 200)
    verdict = judge_request_line (&head);
  if (verdict.status == 200)
    verdict = judge_host (&head);
  if (verdict.status == 200)
    verdict = judge_body (&head);
  verdict.is_head = is_equal (head.method, "HEAD");
  return verdict;
}
