/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-mail-report.c - what other servers report of our mails comes back to invites, and only what they report of ours */

#include "commands/foyer-control-request.h"
#include "foyer-test-api.h"
#include "mail/foyer-mail-message.h"
#include "mail/foyer-mail-queue.h"
#include "mail/foyer-mail-report.h"
#include "types/delivery.h"
#include "types/invite.h"
#include "types/portal_person.h"

#include <string.h>

#define ID "dl-01a207a2-3280-769f-8d30-eaf9bf287330"
#define RETURNED \
  "Content-Type: message/rfc822\r\n\r\nFrom: portal@portal.example\r\nMessage-ID: <" ID \
  "@portal.example>\r\n" \
  "Subject: Welcome\r\n\r\nCome in\r\n"
#define HEADERS \
  "Content-Type: text/rfc822-headers\r\n\r\nFrom: portal@portal.example\r\nMessage-Id:\r\n <" ID \
  "@portal.example>\r\n"

/* A report as RFC 3462 and RFC 3464 have it. */
static char *
write_report (const char *fields, const char *returned)
{
  return g_strconcat (
      "From: MAILER-DAEMON@mx.example\r\nTo: portal@portal.example\r\nSubject: Undelivered\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n"
      "\tboundary=\"b/1\"\r\n\r\nThis is a MIME message.\r\n--b/1\r\nContent-Type: text/plain\r\n\r\n"
      "I am sorry.\r\n--b/1\r\nContent-Type: message/delivery-status\r\n\r\n"
      "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; maria@hillside.example\r\n",
      fields, "\r\n--b/1\r\n", returned, "\r\n--b/1--\r\n", NULL);
}

static FoyerMailReport *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return foyer_mail_report_read (bytes);
}

static FoyerMailReport *
read_fields (const char *fields)
{
  g_autofree char *text = write_report (fields, RETURNED);

  return read_text (text);
}

/* --- Reading --- */

#define FAILED "Action: failed\r\nStatus: 5.1.1\r\n"

static void
test_reasons (void)
{
  static const struct {
    const char *fields;
    FoyerMailReportFate fate;
    const char *reason;
  } cases[] = {
    { FAILED "Diagnostic-Code: smtp; 550 5.1.1 <maria@hillside.example>: no such\r\n  user here\r\n",
      FOYER_MAIL_REPORT_FAILED, "550 5.1.1 <maria@hillside.example>: no such  user here" },
    { FAILED, FOYER_MAIL_REPORT_FAILED, "5.1.1" },
    { "Action: Failed (for good)\r\n", FOYER_MAIL_REPORT_FAILED, NULL },
    { FAILED "Diagnostic-Code: smtp; a\xff\x01\x1b[1mb\r\n", FOYER_MAIL_REPORT_FAILED, "a\xef\xbf\xbd [1mb" },
    { "Action: delivered\r\nStatus: 2.1.5\r\n", FOYER_MAIL_REPORT_DELIVERED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerMailReport) report = read_fields (cases[i].fields);

    g_assert_nonnull (report);
    g_assert_cmpstr (report->delivery_id, ==, ID);
    g_assert_cmpint (report->fate, ==, cases[i].fate);
    g_assert_cmpstr (report->reason, ==, cases[i].reason);
  }
}

static void
test_headers_alone (void)
{
  g_autofree char *text = write_report (FAILED, HEADERS);
  g_autoptr (FoyerMailReport) report = read_text (text);

  g_assert_nonnull (report);
  g_assert_cmpstr (report->delivery_id, ==, ID);
}

/* Late is no fate; an answer, a note of absence, a mail of somebody else's and an address are no reports. */
static void
test_no_reports (void)
{
  static const char *const returned[] = {
    "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <x@portal.example>\r\n",
    "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: "
    "<pp-01a207a2-3280-769f-8d30-eaf9bf287330@portal.example>\r\n",
    "Content-Type: text/rfc822-headers\r\n\r\nTo: maria@hillside.example\r\n",
    "Content-Type: text/plain\r\n\r\nMessage-ID: <" ID "@portal.example>\r\n",
    "Content-Type: message/rfc822\r\n\r\n",
    "Content-Type: text/rfc822-headers\r\n\r\n",
    "Content-Type: text/rfc822-headers\r\n",
  };
  static const char *const mails[] = {
    "",
    "\r\n",
    "Subject: Away\r\nIn-Reply-To: <" ID
    "@portal.example>\r\nAuto-Submitted: auto-replied\r\n\r\nOn holiday\r\n",
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: "
    "message/delivery-status\r\n\r\n\r\n" FAILED "--b\r\n" HEADERS "--b--\r\n",
    "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n" HEADERS "--b--\r\n",
    "Content-Type: multipart/report\r\n\r\n" FAILED,
  };
  g_autoptr (FoyerMailReport) late = read_fields ("Action: delayed\r\nStatus: 4.4.1\r\n");
  g_autoptr (FoyerMailReport) passed_on = read_fields ("Action: relayed\r\n");
  g_autoptr (FoyerMailReport) nothing = read_fields ("");

  g_assert_null (late);
  g_assert_null (passed_on);
  g_assert_null (nothing);
  for (guint i = 0; i < G_N_ELEMENTS (returned); i++) {
    g_autofree char *text = write_report (FAILED, returned[i]);
    g_autoptr (FoyerMailReport) report = read_text (text);

    g_assert_null (report);
  }
  for (guint i = 0; i < G_N_ELEMENTS (mails); i++) {
    g_autoptr (FoyerMailReport) report = read_text (mails[i]);

    g_assert_null (report);
  }
}

/* What holds something that holds something: the parser would call itself until its stack is gone. */
static void
test_nested (void)
{
  static const char *const levels[] = { "Content-Type: message/rfc822\r\n\r\n",
                                        "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    g_autoptr (GString) mail = g_string_new (NULL);
    g_autoptr (FoyerMailReport) report = NULL;

    for (guint depth = 0; depth < 30000; depth++)
      g_string_append (mail, levels[i]);
    report = read_text (mail->str);
    g_assert_null (report);
  }
}

/* --- What comes of it --- */

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *api;
  char *invite;
  char *delivery;
} World;

/* An invite whose mail has left. */
static void
set_up (World *self, gconstpointer data)
{
  g_autoptr (FoyerMailJob) job = NULL;
  g_autoptr (JsonObject) made = NULL;
  g_autoptr (GError) error = NULL;
  gint64 next;

  self->server = foyer_test_server_new ();
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'cl-1', 'name': 'Hillside Dental'},"
      " {'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Maria', 'email': 'Maria@hillside.example'}]");
  foyer_test_api_add_staff (self->server, "northwind", "st-9", "admin");
  self->api = foyer_test_api_new (self->server, "northwind", "st-9");
  made = foyer_test_api_call (self->api, "Invite/set",
                              "'create': {'a': {'clientId': '%s', 'personId': '%s', 'email': "
                              "'maria@hillside.example'}}",
                              "cl-00000000-0000-7000-8000-000000000001",
                              "pp-00000000-0000-7000-8000-000000000001");
  self->invite = foyer_test_api_read (made, "created a id");
  foyer_mail_queue_take (self->server->backend, TEST_SERVER_NOW, &job, &next, &error);
  g_assert_no_error (error);
  g_assert_nonnull (job);
  self->delivery = g_strdup (job->id);
  foyer_mail_queue_settle (self->server->backend, job, FOYER_MAIL_SENT, NULL, TEST_SERVER_NOW, &error);
  g_assert_no_error (error);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_free (self->invite);
  g_free (self->delivery);
  foyer_test_api_free (self->api);
  foyer_test_server_free (self->server);
}

static char *
hand_over (World *self, const char *delivery, FoyerMailReportFate fate, const char *reason)
{
  const FoyerMailReport report = { (char *) delivery, fate, (char *) reason };
  g_autofree char *line = foyer_control_request_report (&report);
  g_autofree char *answer = foyer_control_request_answer (self->server->backend, line);
  g_autoptr (GError) error = NULL;
  char *text = foyer_control_request_read_answer (answer, &error);

  g_assert_no_error (error);
  return text;
}

static FoyerRecord *
get (World *self, const char *id)
{
  return foyer_test_server_get (self->server, "northwind", id);
}

static void
test_bounced (World *self, gconstpointer data)
{
  g_autofree char *said = hand_over (self, self->delivery, FOYER_MAIL_REPORT_FAILED, "550 no such user");
  g_autofree char *again = hand_over (self, self->delivery, FOYER_MAIL_REPORT_DELIVERED, NULL);
  g_autoptr (FoyerRecord) delivery = get (self, self->delivery);
  g_autoptr (FoyerRecord) invite = get (self, self->invite);
  g_autoptr (FoyerRecord) person = get (self, "pp-1");

  g_assert_cmpstr (said, ==, "Noted");
  g_assert_cmpstr (again, ==, "That was known already");
  g_assert_cmpint (foyer_delivery_get_status (delivery), ==, FOYER_DELIVERY_BOUNCED);
  g_assert_cmpstr (foyer_delivery_get_reason (delivery), ==, "550 no such user");
  g_assert_cmpint (foyer_invite_get_status (invite), ==, FOYER_INVITE_BOUNCED);
  g_assert_cmpint (foyer_invite_get_bounced_at (invite), ==, TEST_SERVER_NOW);
  g_assert_cmpstr (foyer_invite_get_bounce_reason (invite), ==, "550 no such user");
  g_assert_cmpint (foyer_portal_person_get_mail (person), ==, FOYER_PORTAL_PERSON_MAIL_BOUNCED);
  g_assert_cmpstr (foyer_portal_person_get_mail_reason (person), ==, "550 no such user");
}

static void
test_delivered (World *self, gconstpointer data)
{
  g_autofree char *said = hand_over (self, self->delivery, FOYER_MAIL_REPORT_DELIVERED, NULL);
  g_autoptr (FoyerRecord) delivery = get (self, self->delivery);
  g_autoptr (FoyerRecord) invite = get (self, self->invite);
  g_autoptr (FoyerRecord) person = get (self, "pp-1");

  g_assert_cmpstr (said, ==, "Noted");
  g_assert_cmpint (foyer_delivery_get_status (delivery), ==, FOYER_DELIVERY_DELIVERED);
  g_assert_cmpint (foyer_delivery_get_delivered_at (delivery), ==, TEST_SERVER_NOW);
  g_assert_cmpint (foyer_invite_get_status (invite), ==, FOYER_INVITE_DELIVERED);
  g_assert_cmpint (foyer_invite_get_delivered_at (invite), ==, TEST_SERVER_NOW);
  g_assert_cmpint (foyer_portal_person_get_mail (person), ==, FOYER_PORTAL_PERSON_MAIL_GOOD);
}

/* Whoever has opened the invite got it; whoever has moved is not blamed for where they were. */
static void
test_overtaken (World *self, gconstpointer data)
{
  g_autofree char *change = g_strdup_printf ("[{'id': '%s', 'status': 'opened'},"
                                             " {'id': 'pp-1', 'email': 'maria@elsewhere.example'}]",
                                             self->invite);
  g_autofree char *said = NULL;
  g_autoptr (FoyerRecord) invite = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  foyer_test_server_put (self->server, "northwind", change);
  said = hand_over (self, self->delivery, FOYER_MAIL_REPORT_FAILED, "550 no such user");
  invite = get (self, self->invite);
  person = get (self, "pp-1");
  g_assert_cmpstr (said, ==, "Noted");
  g_assert_cmpint (foyer_invite_get_status (invite), ==, FOYER_INVITE_OPENED);
  g_assert_cmpint (foyer_portal_person_get_mail (person), ==, FOYER_PORTAL_PERSON_MAIL_UNKNOWN);
}

/* M05, M06: reports of mails that were never sent change nothing. */
static void
test_forged (World *self, gconstpointer data)
{
  g_autofree char *before = foyer_test_server_dump (self->server);
  g_autofree char *said = hand_over (self, ID, FOYER_MAIL_REPORT_FAILED, "550");
  g_autofree char *after = foyer_test_server_dump (self->server);

  g_assert_cmpstr (said, ==, "No mail of ours is called so");
  g_assert_cmpstr (before, ==, after);
}

#define ADD(path, function) g_test_add ("/mail-report/" path, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-report/reasons", test_reasons);
  g_test_add_func ("/mail-report/headers-alone", test_headers_alone);
  g_test_add_func ("/mail-report/M05-no-reports", test_no_reports);
  g_test_add_func ("/mail-report/M05-nested", test_nested);
  ADD ("bounced", test_bounced);
  ADD ("delivered", test_delivered);
  ADD ("overtaken", test_overtaken);
  ADD ("M05-M06-forged", test_forged);
  return g_test_run ();
}
