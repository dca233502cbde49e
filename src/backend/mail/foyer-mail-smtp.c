/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-smtp.c - one mail to a mail server, and exactly how far it came */

#include "mail/foyer-mail-smtp.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

/* The caller's patience ends first; this is for one that has none. */
#define ANSWER_SECONDS 900L
#define CONNECT_SECONDS 60L

typedef struct {
  const FoyerMailConfig *config;
  const FoyerMailJob *job;
  GBytes *message;
  gsize offset; /* what of the message is out */
  FoyerMailHandOver hand_over;
  gpointer user_data;
  GCancellable *cancellable;
  char command[8]; /* the last one that we gave, before QUIT */
  int answer;      /* the server's last word, to anything but QUIT */
  gboolean quits;
  gboolean handed_over;
  gboolean hand_over_failed;
  char problem[CURL_ERROR_SIZE];
} Carrying;

/* An end of the mail is only told after it has been written down that nobody will know whether it was heard. */
static size_t
on_read (char *buffer, size_t size, size_t count, void *data)
{
  Carrying *self = data;
  gsize length;
  const char *bytes = g_bytes_get_data (self->message, &length);
  gsize piece = MIN (size * count, length - self->offset);

  if (g_cancellable_is_cancelled (self->cancellable))
    return CURL_READFUNC_ABORT;
  if (piece > 0) {
    memcpy (buffer, bytes + self->offset, piece);
    self->offset += piece;
    return piece;
  }
  if (!self->handed_over && !self->hand_over (self->user_data)) {
    self->hand_over_failed = TRUE;
    return CURL_READFUNC_ABORT;
  }
  self->handed_over = TRUE;
  return 0;
}

/* What follows QUIT is of no interest: a server that does not say good-bye keeps nobody waiting. */
static int
on_progress (void *data, curl_off_t all, curl_off_t now, curl_off_t all_up, curl_off_t up)
{
  Carrying *self = data;

  return g_cancellable_is_cancelled (self->cancellable) || self->quits;
}

/* Of our commands only the first word is kept, since what follows AUTH is a password, and of answers only the number. */
static int
on_debug (CURL *curl, curl_infotype type, char *text, size_t size, void *data)
{
  Carrying *self = data;
  g_autofree char *line = NULL;

  if ((type != CURLINFO_HEADER_OUT && type != CURLINFO_HEADER_IN) || self->quits)
    return 0;
  line = g_strndup (text, MIN (size, sizeof self->command - 1));
  if (type == CURLINFO_HEADER_IN) {
    self->answer = atoi (line);
    return 0;
  }
  self->quits = g_str_has_prefix (line, "QUIT");
  if (!self->quits && g_ascii_isupper (line[0]))
    g_strlcpy (self->command, g_strdelimit (line, " \r\n", '\0'), sizeof self->command);
  return 0;
}

static void
set_address (CURL *curl, const FoyerMailConfig *config)
{
  const char *at = strrchr (config->from, '@');
  g_autofree char *url
      = g_strdup_printf ("%s://%s/%s", config->encryption == FOYER_MAIL_TLS ? "smtps" : "smtp",
                         config->server, at == NULL ? "localhost" : at + 1);

  curl_easy_setopt (curl, CURLOPT_URL, url);
  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt (curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt (curl, CURLOPT_USE_SSL,
                    (long) (config->encryption == FOYER_MAIL_CLEAR ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  if (config->authority != NULL) {
    curl_easy_setopt (curl, CURLOPT_CAINFO, config->authority);
    curl_easy_setopt (curl, CURLOPT_CAPATH, NULL);
  }
  if (config->user != NULL) {
    curl_easy_setopt (curl, CURLOPT_USERNAME, config->user);
    curl_easy_setopt (curl, CURLOPT_PASSWORD, config->password);
  }
}

/* The size is not told, so that libcurl asks for bytes until we say that there are no more, and says so only then. */
static void
set_mail (CURL *curl, Carrying *self, struct curl_slist *to)
{
  curl_easy_setopt (curl, CURLOPT_MAIL_FROM,
                    self->config->bounces != NULL ? self->config->bounces : self->config->from);
  curl_easy_setopt (curl, CURLOPT_MAIL_RCPT, to);
  curl_easy_setopt (curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt (curl, CURLOPT_READFUNCTION, on_read);
  curl_easy_setopt (curl, CURLOPT_READDATA, self);
  curl_easy_setopt (curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (curl, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl_easy_setopt (curl, CURLOPT_XFERINFODATA, self);
  curl_easy_setopt (curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt (curl, CURLOPT_DEBUGFUNCTION, on_debug);
  curl_easy_setopt (curl, CURLOPT_DEBUGDATA, self);
  curl_easy_setopt (curl, CURLOPT_ERRORBUFFER, self->problem);
  curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (curl, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt (curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  curl_easy_setopt (curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, ANSWER_SECONDS);
}

/* The server's last word is of the mail itself once everything is out; the word before that asked for the mail. */
static FoyerMailOutcome
judge (Carrying *self, CURLcode code, char **reason)
{
  const char *problem = self->problem[0] != '\0' ? self->problem : curl_easy_strerror (code);
  gboolean refused = self->answer >= 500 && self->answer < 600;

  if (code == CURLE_OK)
    return FOYER_MAIL_SENT;
  if (self->hand_over_failed) {
    *reason = g_strdup ("The server could not write down that it sends this mail");
    return FOYER_MAIL_RETRY;
  }
  if (self->handed_over && self->answer < 400) {
    *reason
        = g_strdup ("The mail server did not say whether it has the mail; it is not sent again by itself");
    return FOYER_MAIL_UNCERTAIN;
  }
  if (refused && strcmp (self->command, "RCPT") == 0) {
    *reason = g_strdup_printf ("The mail server does not take mail for this address (%d)", self->answer);
    return FOYER_MAIL_BOUNCED;
  }
  if (refused && (self->handed_over || strcmp (self->command, "DATA") == 0)) {
    *reason = g_strdup_printf ("The mail server does not take this mail (%d)", self->answer);
    return FOYER_MAIL_FAILED;
  }
  if (g_cancellable_is_cancelled (self->cancellable))
    *reason = g_strdup ("The mail server took too long to answer");
  else if (code == CURLE_LOGIN_DENIED)
    *reason = g_strdup ("The mail server does not let Foyer in: user or password are wrong");
  else
    *reason = g_strdup_printf ("The mail server cannot be used: %s", problem);
  return FOYER_MAIL_RETRY;
}

FoyerMailOutcome
foyer_mail_smtp_carry (const FoyerMailConfig *config,
                       const FoyerMailJob *job,
                       GBytes *message,
                       FoyerMailHandOver hand_over,
                       gpointer user_data,
                       GCancellable *cancellable,
                       char **reason)
{
  Carrying self = { .config = config,
                    .job = job,
                    .message = message,
                    .hand_over = hand_over,
                    .user_data = user_data,
                    .cancellable = cancellable };
  struct curl_slist *to = curl_slist_append (NULL, job->to_address);
  CURL *curl = curl_easy_init ();
  FoyerMailOutcome outcome;
  CURLcode code;

  set_address (curl, config);
  set_mail (curl, &self, to);
  code = curl_easy_perform (curl);
  outcome = judge (&self, code, reason);
  curl_easy_cleanup (curl);
  curl_slist_free_all (to);
  return outcome;
}
