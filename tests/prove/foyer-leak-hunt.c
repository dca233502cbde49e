/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-leak-hunt.c - what clients are given beside pages: answers, papers, mails, and what is read out to them */

#include "foyer-leak-hunt.h"

#include "foyer-diagnosis.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-page-forms.h"
#include "foyer-settings.h"
#include "foyer-test.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/invite.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/photo.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/proof_pack.h"
#include "types/quote.h"
#include "types/request.h"
#include "types/staff_member.h"
#include "types/visit.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of the records of a type every so many-th is tried in place of one's own. */
#define STRIDE 7
#define MOST_FOREIGN 3

static const FoyerOnlooker *
get_onlooker (FoyerLeakHunt *self, guint onlooker)
{
  return self->world->onlookers->pdata[onlooker];
}

static void
check (FoyerLeakHunt *self,
       guint onlooker,
       const char *address,
       const char *where,
       const char *text,
       gsize length)
{
  const FoyerOnlooker *who = get_onlooker (self, onlooker);
  g_autofree char *leak = foyer_canaries_find_leak (self->world->canaries, text, length, who->client_id,
                                                    (const char *const *) who->property_ids);

  if (leak != NULL)
    self->told (self->data, onlooker, address, where, leak);
}

/* What poppler reads in a PDF, everything else as it is. */
static char *
read_paper (GBytes *bytes, gsize *length)
{
  const char *data = g_bytes_get_data (bytes, length);
  g_autofree char *path = NULL;
  char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) "pdftotext", (char *) "-raw", NULL, (char *) "-", NULL };
  int file;

  if (data == NULL || !g_str_has_prefix (data, "%PDF-"))
    return g_strndup (data == NULL ? "" : data, *length);
  file = g_file_open_tmp ("foyer-paper-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, data, (gssize) *length, &error);
  g_assert_no_error (error);
  argv[2] = path;
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  *length = strlen (text);
  return text;
}

static void
check_response (FoyerLeakHunt *self,
                guint onlooker,
                const char *address,
                const char *where,
                FoyerHttpResponse *response)
{
  gsize length;
  g_autofree char *text = read_paper (response->body, &length);

  check (self, onlooker, address, where, text, length);
  for (guint i = 1; i < response->headers->len; i += 2)
    check (self, onlooker, address, "a header", response->headers->pdata[i],
           strlen (response->headers->pdata[i]));
}

/* --- Answers --- */

static gboolean
look_again (FoyerTransaction *transaction, gpointer data, GError **error)
{
  return foyer_canaries_look_again (data, transaction, error);
}

static void
press (FoyerLeakHunt *self, guint onlooker, const char *action, const char *fields)
{
  TestBrowser *browser = get_onlooker (self, onlooker)->browser;
  g_autoptr (FoyerHttpRequest) request = test_browser_request (browser, "POST", action);
  g_autoptr (GBytes) body = g_bytes_new (fields, strlen (fields));
  g_autoptr (FoyerHttpResponse) response = NULL;
  const char *next;

  foyer_http_request_set_body (request, "application/x-www-form-urlencoded", body);
  response = test_browser_ask (browser, request);
  self->n_answers++;
  check_response (self, onlooker, action, "the answer", response);
  next = foyer_http_response_header (response, "Location");
  if (response->status == 303 && next != NULL && next[0] == '/' && browser->session != NULL) {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, next);

    self->n_answers++;
    check_response (self, onlooker, next, "where the answer leads", page);
  }
}

/* @text with the first id in it replaced by others of its type; what the onlooker writes is no news to them, so it must not be a record
 * whose id would count as a leak only because it came back. */
static void
press_with_foreign (FoyerLeakHunt *self, guint onlooker, const FoyerPageForm *form)
{
  g_autoptr (GRegex) id = g_regex_new ("[a-z]{2,3}-[0-9a-f]{8}-[0-9a-f-]{27}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *own = NULL;
  const FoyerRecordType *type;
  g_autoptr (GPtrArray) records = NULL;
  guint tried = 0;

  if (!g_regex_match (id, form->action, 0, &match))
    return;
  own = g_match_info_fetch (match, 0);
  type = foyer_record_type_of_id (own);
  records = type == NULL ? g_ptr_array_new () : foyer_preview_world_list (self->world, type);
  for (guint i = onlooker % STRIDE; i < records->len && tried < MOST_FOREIGN; i += STRIDE) {
    g_autoptr (GString) action = g_string_new (form->action);

    if (strcmp (foyer_record_get_id (records->pdata[i]), own) == 0)
      continue;
    tried++;
    g_string_replace (action, own, foyer_record_get_id (records->pdata[i]), 0);
    press (self, onlooker, action->str, form->filled);
  }
}

/* What ends the browser's session has nothing to tell. */
static gboolean
ends_session (const char *action)
{
  return strcmp (action, "/sign-out") == 0 || g_str_has_prefix (action, "/sessions/");
}

static void
press_all (FoyerLeakHunt *self, guint onlooker, const char *address)
{
  TestBrowser *browser = get_onlooker (self, onlooker)->browser;
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, address);
  g_autoptr (GPtrArray) forms = foyer_page_forms_find (test_body (page));

  for (guint i = 0; page->status == 200 && i < forms->len; i++) {
    const FoyerPageForm *form = forms->pdata[i];

    if (form->action == NULL || ends_session (form->action))
      continue;
    press (self, onlooker, form->action, form->bare);
    press (self, onlooker, form->action, form->filled);
    press_with_foreign (self, onlooker, form);
  }
}

void
foyer_leak_hunt_answers (FoyerLeakHunt *self, guint onlooker)
{
  TestBrowser *browser = get_onlooker (self, onlooker)->browser;

  foyer_preview_world_read (self->world, look_again, self->world->canaries);
  for (guint i = 0; i < foyer_preview_pages_count (self->pages, onlooker) && browser->session != NULL; i++) {
    const char *address = foyer_preview_pages_get (self->pages, onlooker, i);

    if (!foyer_preview_pages_is_of_session (address))
      press_all (self, onlooker, address);
  }
}

/* --- Papers --- */

static void
fetch (FoyerLeakHunt *self, guint onlooker, const char *address)
{
  TestBrowser *browser = get_onlooker (self, onlooker)->browser;
  g_autoptr (FoyerHttpResponse) response = test_browser_get (browser, address);

  self->n_papers += response->status == 200 ? 1 : 0;
  check_response (self, onlooker, address, "the paper", response);
}

void
foyer_leak_hunt_papers (FoyerLeakHunt *self, guint onlooker)
{
  static const char *const papers[] = { "pdf", "file", "calendar" };

  for (guint i = 0; i < foyer_preview_pages_count (self->pages, onlooker); i++) {
    const char *address = foyer_preview_pages_get (self->pages, onlooker, i);

    if (foyer_preview_pages_is_of_session (address) || strchr (address, '?') != NULL)
      continue;
    for (guint k = 0; k < G_N_ELEMENTS (papers); k++) {
      g_autofree char *paper = g_strconcat (address, "/", papers[k], NULL);

      fetch (self, onlooker, paper);
    }
  }
}

/* --- Sentences --- */

typedef struct {
  FoyerLeakHunt *hunt;
  guint onlooker;
} Asking;

static gboolean
ask (Asking *asking, const FoyerDiagnosisCase *the_case, const char *about, GError **error)
{
  for (guint chain = 0; chain < FOYER_N_DIAGNOSIS_CHAINS; chain++) {
    g_autoptr (FoyerDiagnosis) diagnosis = foyer_diagnosis_run (the_case, chain, error);

    if (diagnosis == NULL)
      return FALSE;
    for (guint i = 0; i < diagnosis->findings->len; i++) {
      const FoyerFinding *finding = diagnosis->findings->pdata[i];

      if (finding->client_sentence == NULL)
        continue;
      asking->hunt->n_sentences++;
      check (asking->hunt, asking->onlooker, about, finding->rule, finding->client_sentence,
             strlen (finding->client_sentence));
    }
  }
  return TRUE;
}

static gboolean
ask_about (Asking *asking, FoyerDiagnosisCase *the_case, const FoyerRecordType *type, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) records = foyer_record_source_list (the_case->source, query, error);

  for (guint i = asking->onlooker % STRIDE; records != NULL && i < records->len; i += STRIDE) {
    const char *shown[] = { foyer_record_get_id (records->pdata[i]), NULL };

    the_case->about = records->pdata[i];
    the_case->facts.shown_ids = shown;
    if (!ask (asking, the_case, shown[0], error))
      return FALSE;
  }
  return records != NULL;
}

static gboolean
ask_all (FoyerTransaction *transaction, gpointer data, GError **error)
{
  static const FoyerRecordType *const types[] = { &foyer_visit_type, &foyer_photo_type, &foyer_invoice_type,
                                                  &foyer_quote_type, &foyer_proof_pack_type };
  Asking *asking = data;
  const FoyerOnlooker *who = get_onlooker (asking->hunt, asking->onlooker);
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (FoyerRecord) link = NULL;
  FoyerDiagnosisCase the_case = {
    .source = transaction->source, .settings = settings, .now = transaction->now, .data_at = transaction->now
  };

  if (settings == NULL
      || !foyer_record_source_look_up (transaction->source, &foyer_client_type, who->client_id, &client,
                                       error)
      || !foyer_record_source_look_up (transaction->source, &foyer_portal_person_type, who->person_id,
                                       &person, error)
      || !foyer_record_source_look_up (transaction->source, &foyer_portal_link_type, who->link_id, &link,
                                       error))
    return FALSE;
  the_case.client = client;
  the_case.person = person;
  the_case.link = link;
  if (!ask (asking, &the_case, "everything", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (!ask_about (asking, &the_case, types[i], error))
      return FALSE;
  }
  return TRUE;
}

void
foyer_leak_hunt_sentences (FoyerLeakHunt *self, guint onlooker)
{
  Asking asking = { self, onlooker };

  foyer_preview_world_read (self->world, ask_all, &asking);
}

/* --- Mails --- */

/* What the console is told to do with the records of a type in a state; ' stands for ". Refusals do no harm. */
static void
submit_for_all (FoyerLeakHunt *self,
                const FoyerRecordType *type,
                const char *field,
                const char *state,
                const char *const patches[2])
{
  g_autoptr (GPtrArray) records = foyer_preview_world_list (self->world, type);
  guint n = 0;

  for (guint i = 0; i < records->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (records->pdata[i]);
    g_autoptr (GError) error = NULL;

    if (g_strcmp0 (foyer_json_object_text (json, field), state) == 0)
      g_free (foyer_test_submit (self->world->console->store, FOYER_VERB_UPDATE, type,
                                 foyer_record_get_id (records->pdata[i]), patches[n++ % 2], 0, &error));
  }
}

static void
create (FoyerLeakHunt *self, const FoyerRecordType *type, const char *patch)
{
  g_autofree char *id
      = foyer_id_new (type->prefix, FOYER_CLOCK (self->world->server->clock), self->world->console->random);
  g_autoptr (GError) error = NULL;

  g_free (foyer_test_submit (self->world->console->store, FOYER_VERB_CREATE, type, id, patch, 0, &error));
}

static void
write_to_all (FoyerLeakHunt *self)
{
  g_autoptr (GPtrArray) conversations = foyer_preview_world_list (self->world, &foyer_conversation_type);
  g_autoptr (GPtrArray) people = foyer_preview_world_list (self->world, &foyer_portal_person_type);

  for (guint i = 0; i < conversations->len; i++) {
    g_autofree char *patch = NULL;

    /* Nobody writes where a conversation was merged away. */
    if (FOYER_HAS (conversations->pdata[i], conversation, merged_into_id))
      continue;
    patch = g_strdup_printf ("{'conversationId': '%s', 'kind': 'team', 'body': 'It is done.', 'channel': "
                             "'%s', 'sentAt': '2026-11-23T09:00:00Z'}",
                             foyer_record_get_id (conversations->pdata[i]), i % 2 == 0 ? "portal" : "email");

    create (self, &foyer_message_type, patch);
  }
  for (guint i = 0; i < people->len; i++) {
    g_autofree char *patch = g_strdup_printf (
        "{'clientId': '%s', 'personId': '%s', 'email': '%s', 'delivery': 'link', 'sendMail': true}",
        foyer_portal_person_get_client_id (people->pdata[i]), foyer_record_get_id (people->pdata[i]),
        foyer_portal_person_get_email (people->pdata[i]));

    create (self, &foyer_invite_type, patch);
  }
}

void
foyer_leak_hunt_decide (FoyerLeakHunt *self)
{
  static const char *const bookings[] = { "{'status': 'approved'}", "{'status': 'declined'}" };
  static const char *const requests[] = { "{'status': 'resolved'}", "{'status': 'declined'}" };
  static const char *const quotes[] = { "{'status': 'sent'}", "{'status': 'sent'}" };
  static const char *const visits[]
      = { "{'status': 'cancelled'}", "{'start': '2026-12-01T09:00:00Z', 'end': '2026-12-01T10:00:00Z'}" };

  submit_for_all (self, &foyer_booking_type, "status", "pending", bookings);
  submit_for_all (self, &foyer_request_type, "status", "new", requests);
  submit_for_all (self, &foyer_quote_type, "status", "draft", quotes);
  submit_for_all (self, &foyer_visit_type, "status", "scheduled", visits);
  write_to_all (self);
  foyer_preview_world_pull (self->world);
}

static gboolean
is_for_staff (FoyerTransaction *transaction, const char *address)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_staff_member_type);
  g_autoptr (GPtrArray) staff = foyer_record_source_list (transaction->source, query, NULL);

  for (guint i = 0; i < staff->len; i++) {
    if (g_strcmp0 (foyer_staff_member_get_email (staff->pdata[i]), address) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Who gets what went to that client or person, 0 if it is nobody who looks at the portal. */
static guint
find_onlooker (FoyerLeakHunt *self, const char *client_id, FoyerRecord *person)
{
  for (guint i = 0; i < self->world->onlookers->len; i++) {
    const FoyerOnlooker *onlooker = get_onlooker (self, i);

    if (g_strcmp0 (onlooker->client_id, client_id) == 0
        && (person == NULL || g_strcmp0 (onlooker->person_id, foyer_record_get_id (person)) == 0))
      return i;
  }
  return 0;
}

static void
check_mail (FoyerLeakHunt *self, FoyerRecord *person, const char *client_id, const char *where, GBytes *bytes)
{
  gsize length;
  g_autofree char *text = read_paper (bytes, &length);
  g_auto (GStrv) sites = person == NULL || !FOYER_HAS (person, portal_person, property_ids)
                             ? NULL
                             : foyer_portal_person_get_property_ids (person);
  g_autofree char *leak = foyer_canaries_find_leak (self->world->canaries, text, length, client_id,
                                                    (const char *const *) sites);

  if (leak != NULL)
    self->told (self->data, find_onlooker (self, client_id, person), "/", where, leak);
}

/* One row: whose, to which address, and words; or whose, and a file. */
static gboolean
check_row (FoyerLeakHunt *self, FoyerTransaction *transaction, FoyerStatement *row, GError **error)
{
  const char *client_id = foyer_statement_get_text (row, 0);
  g_autoptr (FoyerRecord) person = NULL;
  g_autofree char *where = g_strconcat ("a mail, ", foyer_statement_get_text (row, 3), NULL);

  if (is_for_staff (transaction, foyer_statement_get_text (row, 2)))
    return TRUE;
  if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type,
                                    foyer_statement_get_text (row, 1), &person, error))
    return FALSE;
  self->n_mails++;
  for (guint column = 4; column < 7; column++) {
    g_autoptr (GBytes) bytes = NULL;
    const char *text = foyer_statement_get_text (row, column);

    bytes = g_bytes_new (text == NULL ? "" : text, text == NULL ? 0 : strlen (text));
    check_mail (self, person, client_id, where, bytes);
  }
  return TRUE;
}

static gboolean
check_attachment (FoyerLeakHunt *self, FoyerTransaction *transaction, FoyerStatement *row, GError **error)
{
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (GBytes) bytes = foyer_statement_get_blob (row, 3);

  if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type,
                                    foyer_statement_get_text (row, 1), &person, error))
    return FALSE;
  self->n_mails++;
  check_mail (self, person, foyer_statement_get_text (row, 0), "what is attached to a mail", bytes);
  return TRUE;
}

static gboolean
check_rows (FoyerLeakHunt *self,
            FoyerTransaction *transaction,
            const char *sql,
            gboolean (*check_one) (FoyerLeakHunt *, FoyerTransaction *, FoyerStatement *, GError **),
            GError **error)
{
  g_autoptr (FoyerStatement) rows = foyer_database_prepare (transaction->database, sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (foyer_statement_step (rows, &failure)) {
    if (!check_one (self, transaction, rows, error))
      return FALSE;
  }
  g_assert_no_error (failure);
  return TRUE;
}

static gboolean
check_mails (FoyerTransaction *transaction, gpointer data, GError **error)
{
  return check_rows (data, transaction,
                     "SELECT d.client_id, d.person_id, m.to_address, m.subject, m.subject, m.body_text,"
                     " m.body_html FROM mail_job m JOIN delivery d ON d.id = m.id",
                     check_row, error)
         && check_rows (data, transaction,
                        "SELECT d.client_id, d.person_id, a.name, a.bytes FROM mail_attachment a"
                        " JOIN delivery d ON d.id = a.job",
                        check_attachment, error);
}

void
foyer_leak_hunt_mails (FoyerLeakHunt *self)
{
  foyer_preview_world_read (self->world, look_again, self->world->canaries);
  foyer_preview_world_read (self->world, check_mails, self);
}
