/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-remedy-verbs.c - each remedy does what it says, and what can be taken back is as it was (E1, E4) */

#include "foyer-remedy-verbs.h"

#include "foyer-console-fixture.h"
#include "foyer-json.h"
#include "foyer-reason-dialog.h"
#include "foyer-resources.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/visit.h"

typedef struct {
  FoyerConsoleFixture desk;
  GtkWidget *place;
  FoyerRemedyVerbs *verbs;
  FoyerAct *act; /* (nullable): the last */
  char *said;    /* (nullable): the last */
  GString *told; /* of the places that were to be opened */
} Fixture;

static void
on_acted (Fixture *fixture, const FoyerAct *act)
{
  g_clear_pointer (&fixture->act, foyer_act_free);
  fixture->act = foyer_act_copy (act);
}

static void
on_said (Fixture *fixture, const char *sentence)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
}

static void
on_open_record (Fixture *fixture, const char *id)
{
  g_string_append_printf (fixture->told, "record %s;", id);
}

static void
on_open_setting (Fixture *fixture, const char *key)
{
  g_string_append_printf (fixture->told, "setting %s;", key);
}

static void
on_open_outbox (Fixture *fixture)
{
  g_string_append (fixture->told, "outbox;");
}

static void
on_sync_now (Fixture *fixture)
{
  g_string_append (fixture->told, "sync;");
}

static void
on_copy (Fixture *fixture, const char *sentence)
{
  g_string_append_printf (fixture->told, "copy %s;", sentence);
}

static void
set_up (Fixture *fixture, gconstpointer role)
{
  fixture->desk.role = role;
  foyer_console_fixture_set_up (&fixture->desk, NULL);
  foyer_console_fixture_pull (
      &fixture->desk,
      "[{'id': 'ps-1', 'portal.enabled': false},"
      " {'id': 'pp-9', 'clientId': 'cl-1', 'name': 'Maria', 'email': 'maria@gmial.com', 'status': 'invited',"
      "  'lockedUntil': '2025-05-03 09:00'},"
      " {'id': 'iv-9', 'clientId': 'cl-1', 'personId': 'pp-9', 'status': 'bounced', 'email': "
      "'maria@gmial.com'},"
      " {'id': 'vs-8', 'title': 'Check', 'clientId': 'cl-2', 'start': '2025-05-02 10:00', 'end': '2025-05-02 "
      "11:00'},"
      " {'id': 'vs-9', 'title': 'Check', 'clientId': 'cl-2', 'start': '2025-05-02 12:00', 'end': '2025-05-02 "
      "13:00'}]");
  fixture->told = g_string_new (NULL);
  fixture->place = g_object_ref_sink (gtk_label_new (NULL));
  fixture->verbs = foyer_remedy_verbs_new (fixture->place);
  g_signal_connect_swapped (fixture->verbs, "acted", G_CALLBACK (on_acted), fixture);
  g_signal_connect_swapped (fixture->verbs, "said", G_CALLBACK (on_said), fixture);
  g_signal_connect_swapped (fixture->verbs, "open-record", G_CALLBACK (on_open_record), fixture);
  g_signal_connect_swapped (fixture->verbs, "open-setting", G_CALLBACK (on_open_setting), fixture);
  g_signal_connect_swapped (fixture->verbs, "open-outbox", G_CALLBACK (on_open_outbox), fixture);
  g_signal_connect_swapped (fixture->verbs, "sync-now", G_CALLBACK (on_sync_now), fixture);
  g_signal_connect_swapped (fixture->verbs, "copy", G_CALLBACK (on_copy), fixture);
  foyer_remedy_verbs_start (fixture->verbs, fixture->desk.desk);
}

static void
tear_down (Fixture *fixture, gconstpointer role)
{
  foyer_remedy_verbs_stop (fixture->verbs);
  foyer_test_settle ();
  g_assert_finalize_object (fixture->verbs);
  g_assert_finalize_object (fixture->place);
  g_clear_pointer (&fixture->act, foyer_act_free);
  g_free (fixture->said);
  g_string_free (fixture->told, TRUE);
  foyer_console_fixture_tear_down (&fixture->desk, NULL);
}

static FoyerRemedy *
make (FoyerRemedyKind kind, const FoyerRecordType *type, const char *id)
{
  FoyerRemedy *remedy = foyer_remedy_new (kind, g_strdup ("Do it"));
  g_autofree char *whole = id == NULL ? NULL : foyer_test_id (id);

  if (type != NULL)
    foyer_remedy_add_record (remedy, type, whole);
  return remedy;
}

static void
carry_out (Fixture *fixture, const FoyerRemedy *remedy)
{
  foyer_remedy_verbs_carry_out (fixture->verbs, remedy);
  foyer_test_settle ();
}

static FoyerRecord *
get (Fixture *fixture, const FoyerRecordType *type, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);

  return foyer_store_get (fixture->desk.store, type, whole);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  foyer_store_undo_finish (FOYER_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
take_back (Fixture *fixture)
{
  g_assert_nonnull (fixture->act);
  for (guint i = 0; fixture->act->more_ids != NULL && fixture->act->more_ids[i] != NULL; i++)
    foyer_store_undo_async (fixture->desk.store, fixture->act->more_ids[i], NULL, on_undone, NULL);
  foyer_store_undo_async (fixture->desk.store, fixture->act->operation_id, NULL, on_undone, NULL);
  foyer_test_settle ();
}

static FoyerOperationState
get_state (Fixture *fixture)
{
  g_autoptr (FoyerOperation) operation
      = foyer_store_get_operation (fixture->desk.store, fixture->act->operation_id);

  return foyer_operation_get_state (operation);
}

/* --- Settings --- */

static gboolean
is_portal_on (Fixture *fixture)
{
  g_autoptr (FoyerRecord) settings = get (fixture, &foyer_portal_settings_type, "ps-1");

  return foyer_portal_settings_get_portal_enabled (settings);
}

static void
test_turn_portal_on (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_TURN_PORTAL_ON, &foyer_portal_settings_type, "ps-1");

  foyer_remedy_patch_boolean (remedy, "portal.enabled", TRUE);
  carry_out (fixture, remedy);
  g_assert_true (is_portal_on (fixture));
  g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_QUEUED);
  take_back (fixture);
  g_assert_false (is_portal_on (fixture));
}

static void
test_edit_setting (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_EDIT_SETTING, &foyer_portal_settings_type, "ps-1");

  foyer_remedy_patch_boolean (remedy, "portal.enabled", TRUE);
  carry_out (fixture, remedy);
  g_assert_true (is_portal_on (fixture));
  g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_HELD);
  take_back (fixture);
  g_assert_false (is_portal_on (fixture));
}

static void
test_publish_draft (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_PUBLISH_DRAFT, NULL, NULL);
  g_autoptr (JsonNode) on = json_node_init_boolean (json_node_alloc (), TRUE);
  FoyerSettingsDraft *draft = foyer_desk_get_draft (fixture->desk.desk);

  carry_out (fixture, remedy);
  g_assert_cmpstr (fixture->said, ==, "There is nothing to publish");
  foyer_settings_draft_set (draft, "portal.enabled", on);
  carry_out (fixture, remedy);
  g_assert_true (is_portal_on (fixture));
  take_back (fixture);
  g_assert_false (is_portal_on (fixture));
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (draft), ==, 1);
}

static void
test_office_does_not_publish (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_EDIT_SETTING, &foyer_portal_settings_type, "ps-1");

  foyer_remedy_patch_boolean (remedy, "portal.enabled", TRUE);
  carry_out (fixture, remedy);
  g_assert_null (fixture->act);
  g_assert_cmpstr (fixture->said, ==, "Only an administrator can change the portal's settings");
  g_assert_false (is_portal_on (fixture));
}

/* --- Records --- */

static const FoyerRemedyKind of_clients[] = { FOYER_REMEDY_ENABLE_CLIENT, FOYER_REMEDY_SECURE_CLIENT,
                                              FOYER_REMEDY_EDIT_CLIENT, FOYER_REMEDY_ALLOW_CLIENT_SCOPE };

/* Changes of a client act at once, and back. What is written is the rule's matter. */
static void
test_changes_of_a_client (Fixture *fixture, gconstpointer role)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_clients); i++) {
    g_autoptr (FoyerRemedy) remedy = make (of_clients[i], &foyer_client_type, "cl-1");
    g_autoptr (FoyerRecord) before = get (fixture, &foyer_client_type, "cl-1");
    g_autoptr (FoyerRecord) after = NULL;
    g_autoptr (FoyerRecord) back = NULL;
    gboolean was = foyer_client_get_portal_enabled (before);

    foyer_remedy_patch_boolean (remedy, "portalEnabled", !was);
    carry_out (fixture, remedy);
    after = get (fixture, &foyer_client_type, "cl-1");
    g_assert_cmpint (foyer_client_get_portal_enabled (after), ==, !was);
    g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_QUEUED);
    take_back (fixture);
    back = get (fixture, &foyer_client_type, "cl-1");
    g_assert_cmpint (foyer_client_get_portal_enabled (back), ==, was);
  }
}

/* Many records are one act. */
static void
test_relink (Fixture *fixture, gconstpointer role)
{
  static const char *const visits[] = { "vs-8", "vs-9" };
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_RELINK_CLIENT, &foyer_visit_type, "vs-8");
  g_autofree char *second = foyer_test_id ("vs-9");
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *former = foyer_test_id ("cl-2");

  foyer_remedy_add_record (remedy, &foyer_visit_type, second);
  foyer_remedy_patch_text (remedy, "clientId", client);
  carry_out (fixture, remedy);
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++) {
    g_autoptr (FoyerRecord) visit = get (fixture, &foyer_visit_type, visits[i]);

    g_assert_cmpstr (foyer_visit_get_client_id (visit), ==, client);
  }
  g_assert_cmpuint (g_strv_length (fixture->act->more_ids), ==, 1);
  take_back (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++) {
    g_autoptr (FoyerRecord) visit = get (fixture, &foyer_visit_type, visits[i]);

    g_assert_cmpstr (foyer_visit_get_client_id (visit), ==, former);
  }
}

static void
test_unlock (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_UNLOCK, &foyer_portal_person_type, "pp-9");
  g_autoptr (FoyerRecord) person = NULL;

  foyer_remedy_patch_away (remedy, "lockedUntil");
  carry_out (fixture, remedy);
  person = get (fixture, &foyer_portal_person_type, "pp-9");
  g_assert_false (FOYER_HAS (person, portal_person, locked_until));
  g_assert_null (fixture->act);
  g_assert_cmpstr (fixture->said, ==, "Unlocked");
}

static void
test_send_sign_in (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_SEND_SIGN_IN, &foyer_portal_person_type, "pp-9");
  g_autoptr (FoyerRecord) after = NULL;
  g_autoptr (FoyerRecord) back = NULL;

  carry_out (fixture, remedy);
  after = get (fixture, &foyer_portal_person_type, "pp-9");
  g_assert_true (foyer_portal_person_get_send_sign_in (after));
  g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_HELD);
  take_back (fixture);
  back = get (fixture, &foyer_portal_person_type, "pp-9");
  g_assert_false (FOYER_HAS (back, portal_person, send_sign_in));
}

static FoyerRecord *
find_resent (Fixture *fixture)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_invite_type);
  g_autofree char *person = foyer_test_id ("pp-9");
  g_autofree char *former = foyer_test_id ("iv-9");
  g_autoptr (GPtrArray) invites = NULL;

  foyer_query_where_text (query, "personId", person);
  foyer_query_limit (query, 10);
  invites = foyer_store_list (fixture->desk.store, query);
  for (guint i = 0; i < invites->len; i++) {
    if (g_strcmp0 (foyer_invite_get_replaces_id (invites->pdata[i]), former) == 0)
      return g_object_ref (invites->pdata[i]);
  }
  return NULL;
}

/* To the new address, in the place of the one that came back. */
static void
test_correct_and_resend (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_EDIT_ADDRESS, &foyer_portal_person_type, "pp-9");
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (FoyerRecord) invite = NULL;
  g_autoptr (FoyerRecord) gone = NULL;

  foyer_remedy_patch_text (remedy, "email", "maria@gmail.com");
  carry_out (fixture, remedy);
  person = get (fixture, &foyer_portal_person_type, "pp-9");
  invite = find_resent (fixture);
  g_assert_cmpstr (foyer_portal_person_get_email (person), ==, "maria@gmail.com");
  g_assert_nonnull (invite);
  g_assert_cmpstr (foyer_invite_get_email (invite), ==, "maria@gmail.com");
  take_back (fixture);
  gone = find_resent (fixture);
  g_assert_null (gone);
}

static void
test_resend (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_RESEND_INVITE, &foyer_invite_type, "iv-9");
  g_autoptr (FoyerRecord) invite = NULL;

  carry_out (fixture, remedy);
  invite = find_resent (fixture);
  g_assert_nonnull (invite);
  g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_HELD);
}

/* --- What is asked --- */

/* The window that was opened last. */
static GtkWindow *
find_window (void)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  return g_list_model_get_n_items (windows) == 0 ? NULL : GTK_WINDOW (g_list_model_get_object (windows, 0));
}

static void
test_edit_phone (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) remedy = make (FOYER_REMEDY_EDIT_PHONE, &foyer_portal_person_type, "pp-9");
  g_autoptr (GtkWindow) dialog = NULL;
  g_autoptr (FoyerRecord) after = NULL;
  g_autoptr (FoyerRecord) back = NULL;

  carry_out (fixture, remedy);
  dialog = find_window ();
  g_assert_true (FOYER_IS_REASON_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "confirmed", "no number");
  g_assert_cmpstr (fixture->said, ==, "This is not a phone number");
  g_signal_emit_by_name (dialog, "confirmed", " +13125550142 ");
  gtk_window_destroy (dialog);
  foyer_test_settle ();
  after = get (fixture, &foyer_portal_person_type, "pp-9");
  g_assert_cmpstr (foyer_portal_person_get_phone (after), ==, "+13125550142");
  take_back (fixture);
  back = get (fixture, &foyer_portal_person_type, "pp-9");
  g_assert_null (foyer_portal_person_get_phone (back));
}

/* Whom to invite, and what the mail says, is decided where people are invited. */
static void
test_invite (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRemedy) person = make (FOYER_REMEDY_INVITE, &foyer_portal_person_type, "pp-9");
  g_autoptr (FoyerRemedy) client = make (FOYER_REMEDY_INVITE, &foyer_client_type, "cl-1");
  const FoyerRemedy *remedies[] = { person, client };

  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++) {
    g_autoptr (GtkWindow) dialog = NULL;

    carry_out (fixture, remedies[i]);
    dialog = find_window ();
    g_assert_nonnull (dialog);
    g_assert_cmpstr (G_OBJECT_TYPE_NAME (dialog), ==, "FoyerInviteDialog");
    gtk_window_destroy (dialog);
    foyer_test_settle ();
  }
}

/* --- Places --- */

static void
test_places (Fixture *fixture, gconstpointer role)
{
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *expected = g_strdup_printf (
      "record %s;record %s;setting payments;setting payments;outbox;sync;copy Look in spam;", client, client);
  g_autoptr (FoyerRemedy) record = make (FOYER_REMEDY_OPEN_RECORD, &foyer_client_type, "cl-1");
  g_autoptr (FoyerRemedy) relink = make (FOYER_REMEDY_RELINK_PROPERTY, &foyer_client_type, "cl-1");
  g_autoptr (FoyerRemedy) setting = make (FOYER_REMEDY_OPEN_SETTING, &foyer_portal_settings_type, NULL);
  g_autoptr (FoyerRemedy) pay = make (FOYER_REMEDY_NEW_PAY_LINK, NULL, NULL);
  g_autoptr (FoyerRemedy) outbox = make (FOYER_REMEDY_OPEN_OUTBOX, NULL, NULL);
  g_autoptr (FoyerRemedy) sync = make (FOYER_REMEDY_SYNC_NOW, NULL, NULL);
  g_autoptr (FoyerRemedy) copy = make (FOYER_REMEDY_COPY_SENTENCE, NULL, NULL);
  g_autoptr (FoyerRemedy) link = make (FOYER_REMEDY_NEW_LINK, &foyer_client_type, "cl-1");

  foyer_remedy_set_key (setting, "payments");
  foyer_remedy_set_value (copy, "Look in spam");
  carry_out (fixture, record);
  carry_out (fixture, relink);
  carry_out (fixture, setting);
  carry_out (fixture, pay);
  carry_out (fixture, outbox);
  carry_out (fixture, sync);
  carry_out (fixture, copy);
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_assert_null (fixture->act);
  carry_out (fixture, link);
  g_assert_cmpstr (fixture->said, ==, "Only the server can make it, and it cannot be reached now.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
#define ADD(name, role, function) \
  g_test_add ("/remedy-verbs/" name, Fixture, role, set_up, function, tear_down)
  ADD ("turn-portal-on", "admin", test_turn_portal_on);
  ADD ("edit-setting", "admin", test_edit_setting);
  ADD ("publish-draft", "admin", test_publish_draft);
  ADD ("office-does-not-publish", "office", test_office_does_not_publish);
  ADD ("changes-of-a-client", "office", test_changes_of_a_client);
  ADD ("relink", "office", test_relink);
  ADD ("unlock", "office", test_unlock);
  ADD ("send-sign-in", "office", test_send_sign_in);
  ADD ("correct-and-resend", "office", test_correct_and_resend);
  ADD ("resend", "office", test_resend);
  ADD ("edit-phone", "office", test_edit_phone);
  ADD ("invite", "office", test_invite);
  ADD ("places", "office", test_places);
  return g_test_run ();
}
