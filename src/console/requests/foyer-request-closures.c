/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-request-closures.c - what the rows and the page of a request say */

#include "foyer-request-closures.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-request-kind.h"
#include "types/client.h"
#include "types/request.h"

#include <glib/gi18n-lib.h>

static char *
copy (const char *text)
{
  return g_strdup (text == NULL ? "" : text);
}

static const char *
kind_word (FoyerRecord *request)
{
  switch ((FoyerRequestKind) foyer_request_get_kind (request)) {
  case FOYER_REQUEST_COMPLAINT:
    return _ ("Complaint");
  case FOYER_REQUEST_QUOTE:
    return _ ("Quote request");
  case FOYER_REQUEST_DISPUTE:
    return _ ("Disputed invoice");
  case FOYER_REQUEST_CHANGE:
    return _ ("Change to a quote");
  case FOYER_REQUEST_SERVICE:
  default:
    return _ ("Service request");
  }
}

char *
foyer_request_kind_text (GObject *self, FoyerRecord *request)
{
  return copy (request == NULL ? NULL : kind_word (request));
}

char *
foyer_request_destination_text (GObject *self, FoyerRecord *request)
{
  if (request == NULL)
    return g_strdup ("");
  switch (foyer_request_destination ((FoyerRequestKind) foyer_request_get_kind (request))) {
  case FOYER_REQUEST_TO_TICKET:
    return g_strdup (_ ("A complaint is seen to until it is resolved"));
  case FOYER_REQUEST_TO_ENQUIRY:
    return g_strdup (_ ("A quote comes of it"));
  case FOYER_REQUEST_TO_INVOICE:
    return g_strdup (_ ("It is settled in a conversation about the invoice"));
  case FOYER_REQUEST_TO_QUOTE:
    return g_strdup (_ ("A new version of the quote comes of it"));
  case FOYER_REQUEST_TO_VISIT:
  default:
    return g_strdup (_ ("A visit comes of it"));
  }
}

char *
foyer_request_subject_text (GObject *self, FoyerRecord *request)
{
  return copy (request == NULL ? NULL : foyer_request_get_subject (request));
}

char *
foyer_request_context (GObject *self, FoyerRecord *request, FoyerRecord *client)
{
  if (request == NULL)
    return g_strdup ("");
  return client == NULL ? copy (kind_word (request))
                        : g_strdup_printf ("%s · %s", foyer_client_get_name (client), kind_word (request));
}

char *
foyer_request_moment (GObject *self, FoyerRecord *request, FoyerOfficeTime *time, gint64 now)
{
  if (request == NULL || time == NULL)
    return g_strdup ("");
  return foyer_office_time_moment_text (time, foyer_request_get_requested_at (request), now);
}

static const struct {
  const char *word;
  const char *icon;
  const char *tone;
} looks[] = {
  [FOYER_REQUEST_NEW] = { N_ ("New"), "foyer-inbox-symbolic", "accent" },
  [FOYER_REQUEST_OPEN] = { N_ ("Being seen to"), "document-open-recent-symbolic", "plain neutral" },
  [FOYER_REQUEST_WAITING] = { N_ ("Waits for the client"), "document-open-recent-symbolic", "plain neutral" },
  [FOYER_REQUEST_RESOLVED] = { N_ ("Resolved"), "object-select-symbolic", "plain success" },
  [FOYER_REQUEST_DECLINED] = { N_ ("Declined"), "window-close-symbolic", "plain neutral" },
  [FOYER_REQUEST_WITHDRAWN] = { N_ ("Withdrawn"), "edit-clear-symbolic", "plain neutral" },
};

static guint
get_look (FoyerRecord *request)
{
  return request == NULL ? 0 : MIN ((guint) foyer_request_get_status (request), G_N_ELEMENTS (looks) - 1);
}

char *
foyer_request_status_text (GObject *self, FoyerRecord *request)
{
  return g_strdup (_ (looks[get_look (request)].word));
}

char *
foyer_request_status_icon (GObject *self, FoyerRecord *request)
{
  return g_strdup (looks[get_look (request)].icon);
}

char *
foyer_request_status_tone (GObject *self, FoyerRecord *request)
{
  return g_strdup (looks[get_look (request)].tone);
}

char *
foyer_request_spoken (GObject *self,
                      FoyerRecord *request,
                      FoyerRecord *client,
                      FoyerOfficeTime *time,
                      gint64 now)
{
  g_autofree char *context = foyer_request_context (NULL, request, client);
  g_autofree char *moment = foyer_request_moment (NULL, request, time, now);
  g_autofree char *status = foyer_request_status_text (NULL, request);

  if (request == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s, %s, %s, %s%s", foyer_request_get_subject (request), context, status, moment,
                          foyer_request_get_urgent (request) ? _ (", urgent") : "");
}

char *
foyer_request_words (GObject *self, FoyerRecord *request)
{
  return copy (request == NULL ? NULL : foyer_request_get_body (request));
}

char *
foyer_request_answer (GObject *self, FoyerRecord *request)
{
  return copy (request == NULL ? NULL : foyer_request_get_answer (request));
}

char *
foyer_request_times (GObject *self, FoyerRecord *request, FoyerOfficeTime *time)
{
  g_autoptr (JsonObject) json = request == NULL ? NULL : foyer_record_to_json (request);
  JsonArray *times = json == NULL ? NULL : foyer_json_object_array (json, "preferredTimes");
  GString *text = g_string_new (NULL);

  for (guint i = 0; time != NULL && times != NULL && i < json_array_get_length (times); i++) {
    JsonNode *node = json_array_get_element (times, i);
    JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    const char *from = entry == NULL ? NULL : foyer_json_object_text (entry, "start");
    const char *until = entry == NULL ? NULL : foyer_json_object_text (entry, "end");
    g_autofree char *slot = NULL;
    gint64 start;
    gint64 end;

    if (from == NULL || until == NULL || !foyer_utc_parse (from, &start, NULL)
        || !foyer_utc_parse (until, &end, NULL))
      continue;
    slot = foyer_office_time_slot_text (time, start, end);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", slot);
  }
  return g_string_free (text, FALSE);
}

char *
foyer_requests_list_page (GObject *self, gboolean empty)
{
  return g_strdup (empty ? "empty" : "list");
}

char *
foyer_requests_detail_page (GObject *self, GObject *inquiry)
{
  return g_strdup (inquiry == NULL ? "nothing" : "request");
}

char *
foyer_requests_empty_text (GObject *self, const char *shown)
{
  return g_strdup (g_strcmp0 (shown, "closed") == 0 ? _ ("Nothing was closed yet") : _ ("No requests wait"));
}
