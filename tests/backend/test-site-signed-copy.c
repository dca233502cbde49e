/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-signed-copy.c - whoever signed has a copy: as PDF on the page, and once in their mail */

#include "test-site-papers.h"

#include "foyer-blob-id.h"
#include "mail/foyer-mail-attachments.h"
#include "mail/foyer-mail-message.h"
#include "mail/foyer-mail-queue.h"
#include "types/delivery.h"
#include "types/signature.h"

#include <glib/gstdio.h>
#include <string.h>

#define FILE_PATH TEST_DOCUMENT_PATH "/pdf"

/* What poppler reads in a PDF. */
static char *
text_of (GBytes *pdf)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("foyer-copy-XXXXXX.pdf", &path, &error);
  char *argv[] = { (char *) "pdftotext", (char *) "-layout", path, (char *) "-", NULL };

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  return g_steal_pointer (&text);
}

static FoyerHttpResponse *
sign_document (TestPapers *self)
{
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_DOCUMENT_PATH, TEST_NAMED);
  g_autoptr (FoyerHttpResponse) first
      = test_browser_post (self->site.browser, TEST_DOCUMENT_PATH "/sign", form);

  test_assert_goes (first, TEST_DOCUMENT_PATH);
  return test_browser_post (self->site.browser, TEST_DOCUMENT_PATH "/sign", form);
}

/* The one mail in the queue, as it is sent. */
static FoyerMailJob *
take_mail (TestPapers *self)
{
  g_autoptr (GError) error = NULL;
  FoyerMailJob *job = NULL;
  gint64 next;

  foyer_mail_queue_take (self->site.server->backend, TEST_SERVER_NOW + 1, &job, &next, &error);
  g_assert_no_error (error);
  return job;
}

/* The next mail with @subject; those of the office before it are passed over. */
static FoyerMailJob *
find_mail (TestPapers *self, const char *subject)
{
  for (;;) {
    FoyerMailJob *job = take_mail (self);

    if (job == NULL || strcmp (job->subject, subject) == 0)
      return job;
    foyer_mail_job_free (job);
  }
}

static guint
count_copies (TestPapers *self, const char *subject)
{
  g_autoptr (GPtrArray) deliveries
      = foyer_test_server_list (self->site.server, "northwind", &foyer_delivery_type);
  guint n = 0;

  for (guint i = 0; i < deliveries->len; i++)
    n += g_strcmp0 (foyer_delivery_get_subject (deliveries->pdata[i]), subject) == 0;
  return n;
}

static void
assert_proof (TestPapers *self, const char *text)
{
  g_autoptr (FoyerRecord) signature = test_papers_get_only (self, &foyer_signature_type);

  g_assert_nonnull (strstr (text, "Ellen Ruiz"));
  g_assert_nonnull (strstr (text, "ellen@ruiz.example"));
  g_assert_nonnull (strstr (text, "23 Nov 2026, 9:00, UK time"));
  g_assert_nonnull (strstr (text, foyer_signature_get_content_hash (signature)));
  g_assert_nonnull (strstr (text, foyer_signature_get_hash (signature)));
}

/* Before there is a signature there is no copy of it. */
static void
test_document (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) none = test_browser_get (self->site.browser, FILE_PATH);
  g_autoptr (FoyerHttpResponse) again = sign_document (self);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, TEST_DOCUMENT_PATH);
  g_autoptr (FoyerHttpResponse) copy = test_browser_get (self->site.browser, FILE_PATH);
  g_autoptr (FoyerHttpResponse) theirs = test_browser_get (self->site.other, FILE_PATH);
  g_autofree char *text = NULL;

  test_assert_status (none, 404);
  test_assert_goes (again, TEST_DOCUMENT_PATH);
  g_assert_nonnull (strstr (test_body (page), "href=\"" FILE_PATH "\""));
  test_assert_status (copy, 200);
  test_assert_status (theirs, 404);
  g_assert_cmpstr (foyer_http_response_header (copy, "content-type"), ==, "application/pdf");
  text = text_of (copy->body);
  g_assert_nonnull (strstr (text, "agreement.pdf"));
  assert_proof (self, text);
}

static void
test_quote (TestPapers *self, gconstpointer data)
{
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
  g_autoptr (FoyerHttpResponse) before = test_browser_get (self->site.browser, TEST_QUOTE_PATH "/pdf");
  g_autofree char *unsigned_text = text_of (before->body);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, TEST_QUOTE_PATH);
  g_autoptr (FoyerHttpResponse) approved
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
  g_autoptr (FoyerHttpResponse) copy = test_browser_get (self->site.browser, TEST_QUOTE_PATH "/pdf");
  g_autofree char *text = text_of (copy->body);
  g_autoptr (FoyerMailJob) job = NULL;

  test_assert_status (page, 200);
  test_assert_goes (approved, TEST_QUOTE_PATH);
  g_assert_null (strstr (unsigned_text, "Signature"));
  assert_proof (self, text);
  job = find_mail (self, "Signed: New unit");
  g_assert_nonnull (job);
  g_assert_cmpuint (job->attachments->len, ==, 1);
}

/* One mail, however often the form comes, to whoever signed; staff see it among what was delivered. */
static void
test_mail (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) again = sign_document (self);
  g_autoptr (FoyerMailJob) job = find_mail (self, "Signed: Agreement");
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;
  const FoyerMailAttachment *copy;

  test_assert_goes (again, TEST_DOCUMENT_PATH);
  g_assert_cmpuint (count_copies (self, "Signed: Agreement"), ==, 1);
  g_assert_nonnull (job);
  g_assert_cmpstr (job->to_address, ==, "ellen@ruiz.example");
  g_assert_cmpuint (job->attachments->len, ==, 1);
  copy = job->attachments->pdata[0];
  g_assert_cmpstr (copy->name, ==, "Agreement.pdf");
  g_assert_cmpstr (copy->media_type, ==, "application/pdf");
  text = text_of (copy->bytes);
  assert_proof (self, text);

  message = foyer_mail_message_make (job, "office@northwind.example", NULL);
  same = foyer_mail_message_make (job, "office@northwind.example", NULL);
  g_assert_true (g_bytes_equal (message, same));
  whole = g_strndup (g_bytes_get_data (message, NULL), g_bytes_get_size (message));
  g_assert_nonnull (strstr (whole, "Content-Type: multipart/mixed"));
  g_assert_nonnull (strstr (whole, "Content-Type: multipart/alternative"));
  g_assert_nonnull (strstr (whole, "Content-Disposition: attachment; filename=Agreement.pdf"));
}

static gint64
count_files (TestPapers *self)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (foyer_backend_get_writer (self->site.server->backend),
                                "SELECT count(*) FROM mail_attachment", NULL);

  g_assert_true (foyer_statement_step (statement, NULL));
  return foyer_statement_get_integer (statement, 0);
}

/* Files wait as long as their mail does, and are gone with it. */
static void
test_files_go_with_their_mail (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) again = sign_document (self);
  g_autoptr (FoyerMailJob) job = find_mail (self, "Signed: Agreement");
  g_autoptr (GError) error = NULL;

  test_assert_goes (again, TEST_DOCUMENT_PATH);
  foyer_mail_queue_settle (self->site.server->backend, job, FOYER_MAIL_RETRY, "Busy", TEST_SERVER_NOW + 2,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_files (self), ==, 1);
  foyer_mail_queue_settle (self->site.server->backend, job, FOYER_MAIL_SENT, NULL, TEST_SERVER_NOW + 3,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_files (self), ==, 0);
}

/* With a document goes the file itself, to the last byte. */
static void
test_file (TestPapers *self, gconstpointer data)
{
  g_autoptr (GBytes) file = g_bytes_new_static ("%PDF-1.4 agreed", 15);
  g_autofree char *path = g_strdup_printf ("/jmap/upload/%s/", self->ana->account);
  g_autofree char *id = foyer_blob_id_of_bytes (file);
  g_autofree char *checksum = foyer_blob_id_checksum (id);
  g_autofree char *json = g_strdup_printf ("[{'id': 'dc-1', 'blobId': '%s'}]", id);
  g_autofree char *text = NULL;
  g_autoptr (FoyerHttpResponse) uploaded
      = foyer_test_api_request (self->ana, "POST", path, NULL, "application/pdf", file);
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerMailJob) job = NULL;
  const FoyerMailAttachment *attached;

  test_assert_status (uploaded, 201);
  test_site_put (&self->site, json);
  again = sign_document (self);
  job = find_mail (self, "Signed: Agreement");
  g_assert_cmpuint (job->attachments->len, ==, 2);
  attached = job->attachments->pdata[1];
  g_assert_cmpstr (attached->name, ==, "agreement.pdf");
  g_assert_true (g_bytes_equal (attached->bytes, file));
  attached = job->attachments->pdata[0];
  text = text_of (attached->bytes);
  g_assert_nonnull (strstr (text, checksum));
}

/* What was not signed is not mailed. */
static void
test_without_signature (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) approved = NULL;
  g_autofree char *form = NULL;

  test_papers_change_settings (self, "'portal.esign': false");
  form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
  approved = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
  test_assert_goes (approved, TEST_QUOTE_PATH);
  g_assert_cmpuint (count_copies (self, "Signed: New unit"), ==, 0);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) \
  g_test_add ("/site/signed-copy/" path, TestPapers, NULL, test_papers_set_up, function, \
              test_papers_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("document", test_document);
  ADD ("quote", test_quote);
  ADD ("mail", test_mail);
  ADD ("files-go-with-their-mail", test_files_go_with_their_mail);
  ADD ("file", test_file);
  ADD ("without-signature", test_without_signature);
  return g_test_run ();
}
