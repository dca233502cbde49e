/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-widgets.c - every template instantiates, every property notifies once, everything that can be used has a name */

#include "foyer-approval-row.h"
#include "foyer-approvals-empty.h"
#include "foyer-approvals-page.h"
#include "foyer-assert-text.h"
#include "foyer-banner.h"
#include "foyer-booking-brief.h"
#include "foyer-booking-head.h"
#include "foyer-booking-page.h"
#include "foyer-chip.h"
#include "foyer-client-row.h"
#include "foyer-clients-page.h"
#include "foyer-console-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-heard-names.h"
#include "foyer-day-strip.h"
#include "foyer-fit-list.h"
#include "foyer-mark.h"
#include "foyer-keyring-dialog.h"
#include "foyer-keyring.h"
#include "foyer-need-card.h"
#include "foyer-offer-dialog.h"
#include "foyer-operation-row.h"
#include "foyer-outbox-page.h"
#include "foyer-pane.h"
#include "foyer-question-dialog.h"
#include "foyer-reason-dialog.h"
#include "foyer-recovery-dialog.h"
#include "foyer-repair-row.h"
#include "foyer-resources.h"
#include "foyer-shell.h"
#include "foyer-shortcuts-window.h"
#include "foyer-sidebar.h"
#include "foyer-split.h"
#include "foyer-spoken.h"
#include "foyer-sync-banner.h"
#include "foyer-sync-line.h"
#include "foyer-test.h"
#include "foyer-verbs.h"
#include "foyer-window.h"
#include "types/booking.h"

#include <string.h>

static GType
get_type (guint index)
{
  const GType types[] = {
    FOYER_TYPE_APPROVAL_ROW, FOYER_TYPE_APPROVALS_EMPTY,  FOYER_TYPE_APPROVALS_PAGE, FOYER_TYPE_BANNER,
    FOYER_TYPE_BOOKING_HEAD, FOYER_TYPE_BOOKING_PAGE,     FOYER_TYPE_CHIP,           FOYER_TYPE_CLIENT_ROW,
    FOYER_TYPE_CLIENTS_PAGE, FOYER_TYPE_DAY_STRIP,        FOYER_TYPE_FIT_LIST,       FOYER_TYPE_MARK,
    FOYER_TYPE_NEED_CARD,    FOYER_TYPE_OFFER_DIALOG,     FOYER_TYPE_OPERATION_ROW,  FOYER_TYPE_OUTBOX_PAGE,
    FOYER_TYPE_PANE,         FOYER_TYPE_QUESTION_DIALOG,  FOYER_TYPE_REASON_DIALOG,  FOYER_TYPE_REPAIR_ROW,
    FOYER_TYPE_SHELL,        FOYER_TYPE_SHORTCUTS_WINDOW, FOYER_TYPE_SIDEBAR,        FOYER_TYPE_SPLIT,
    FOYER_TYPE_SPOKEN,       FOYER_TYPE_SYNC_BANNER,      FOYER_TYPE_SYNC_LINE,      FOYER_TYPE_VERBS,
    FOYER_TYPE_WINDOW,
  };

  return index < G_N_ELEMENTS (types) ? types[index] : G_TYPE_INVALID;
}

static GtkWidget *
create (GType type)
{
  GtkWidget *widget = g_object_new (type, NULL);

  if (GTK_IS_WINDOW (widget))
    g_object_ref (widget);
  else
    g_object_ref_sink (widget);
  return widget;
}

static void
destroy (GtkWidget *widget)
{
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  foyer_test_settle ();
  g_assert_finalize_object (widget);
}

static void
test_every_template_instantiates (void)
{
  for (guint i = 0; get_type (i) != G_TYPE_INVALID; i++)
    destroy (create (get_type (i)));
}

/* Properties. */

static gboolean
make_value (GParamSpec *pspec, GValue *value)
{
  g_value_init (value, pspec->value_type);
  switch (G_TYPE_FUNDAMENTAL (pspec->value_type)) {
  case G_TYPE_STRING:
    /* Names of areas are a closed set. */
    g_value_set_string (value, g_str_equal (pspec->name, "area") ? "clients" : "Something new");
    return TRUE;
  case G_TYPE_BOOLEAN:
    g_value_set_boolean (value, !((GParamSpecBoolean *) pspec)->default_value);
    return TRUE;
  case G_TYPE_INT:
    g_value_set_int (value, 7);
    return TRUE;
  case G_TYPE_UINT:
    g_value_set_uint (value, 7);
    return TRUE;
  case G_TYPE_INT64:
    g_value_set_int64 (value, 7);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
count_notification (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
check_property (GtkWidget *widget, GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *detail = g_strconcat ("notify::", pspec->name, NULL);
  guint count = 0;
  gulong handler;

  if ((pspec->flags & G_PARAM_WRITABLE) == 0 || (pspec->flags & G_PARAM_CONSTRUCT_ONLY) != 0
      || !make_value (pspec, &value))
    return;
  handler = g_signal_connect (widget, detail, G_CALLBACK (count_notification), &count);
  g_object_set_property (G_OBJECT (widget), pspec->name, &value);
  g_object_set_property (G_OBJECT (widget), pspec->name, &value);
  if (count != 1)
    g_error ("%s:%s notified %u times", G_OBJECT_TYPE_NAME (widget), pspec->name, count);
  g_signal_handler_disconnect (widget, handler);
}

static void
test_every_property_notifies_once (void)
{
  for (guint i = 0; get_type (i) != G_TYPE_INVALID; i++) {
    GtkWidget *widget = create (get_type (i));
    guint n_properties;
    g_autofree GParamSpec **pspecs
        = g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n_properties);

    for (guint n = 0; n < n_properties; n++) {
      if (pspecs[n]->owner_type == get_type (i))
        check_property (widget, pspecs[n]);
    }
    destroy (widget);
  }
}

/* The rows of a GtkListView are named in a sentence, although GTK has no function for it yet. */
static void
assert_rows_are_named (GtkWidget *shell)
{
  GtkWidget *row = foyer_find_widget (shell, FOYER_TYPE_APPROVAL_ROW);

  foyer_assert_text (foyer_heard_name (GTK_ACCESSIBLE (gtk_widget_get_parent (row))),
                     "Tue 6 May, 9:00–11:00, AC tune-up, Ellen Ruiz, 412 Birch Lane, Fits, asked 1 h ago");
}

static void
decide_one (FoyerConsoleFixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, id,
                                                  "{'status': 'approved'}", 10 * G_USEC_PER_SEC, NULL);
}

typedef struct {
  const char *operation_id;
  JsonObject *answer;
} Refusal;

static gpointer
refuse_in_worker (FoyerStoreWriter *writer, gpointer user_data, GError **error)
{
  Refusal *refusal = user_data;

  foyer_store_writer_settle (writer, refusal->operation_id, FOYER_OPERATION_REFUSED, refusal->answer, error);
  return NULL;
}

/* A decision that was not taken, so that its card, its row and its booking's banner are on the screens. */
static void
need_one (FoyerConsoleFixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, id,
                                                  "{'status': 'approved'}", 0, NULL);
  g_autoptr (JsonObject) answer
      = foyer_test_json ("{'type': 'ruleRefused', 'rule': 'B04', 'description': 'Lee is busy'}");
  Refusal refusal = { operation, answer };

  foyer_test_write (fixture->store, refuse_in_worker, &refusal);
  foyer_test_settle ();
}

static void
test_every_screen_can_be_heard (FoyerConsoleFixture *fixture, gconstpointer data)
{
  static const char *const areas[] = { "approvals", "clients", "outbox" };
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  FoyerShell *shell;

  foyer_console_fixture_add_requests (fixture);
  decide_one (fixture, "bk-3");
  need_one (fixture, "bk-2");
  shell = g_object_new (FOYER_TYPE_SHELL, "desk", fixture->desk, NULL);
  gtk_window_set_default_size (window, 1180, 760);
  gtk_window_set_child (window, GTK_WIDGET (shell));
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++) {
    foyer_shell_show_area (shell, areas[i]);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    foyer_assert_all_have_names (GTK_WIDGET (window));
    if (i == 0)
      assert_rows_are_named (GTK_WIDGET (shell));
  }
  foyer_shell_stop (shell);
  gtk_window_destroy (window);
}

/* Also when a page that is not shown has a long sentence over it. */
static void
test_every_screen_fits_360_pixels (FoyerConsoleFixture *fixture, gconstpointer data)
{
  static const char *const areas[] = { "approvals", "clients", "outbox" };
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  FoyerShell *shell;

  foyer_console_fixture_add_requests (fixture);
  need_one (fixture, "bk-1");
  shell = g_object_new (FOYER_TYPE_SHELL, "desk", fixture->desk, NULL);
  gtk_window_set_child (window, GTK_WIDGET (shell));
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++) {
    int least;

    foyer_shell_show_area (shell, areas[i]);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    foyer_test_settle ();
    gtk_widget_measure (GTK_WIDGET (shell), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (least, <=, 360);
  }
  foyer_shell_stop (shell);
  gtk_window_destroy (window);
}

static void
test_dialogs_can_be_heard (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) booking = NULL;
  GtkWindow *offers;
  GtkWindow *windows[] = {
    foyer_reason_dialog_new (NULL, "Decline?", "She reads this.", "Decline"),
    foyer_question_dialog_new (NULL, "Close?", "Two decisions wait.", "Stay", "Close"),
    foyer_shortcuts_window_new (NULL, TRUE),
  };

  foyer_console_fixture_add_requests (fixture);
  booking = foyer_console_fixture_get_booking (fixture, "bk-1");
  offers = foyer_offer_dialog_new (NULL, fixture->desk, booking, "Ellen Ruiz");
  gtk_window_present (offers);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (offers));
  foyer_assert_all_have_names (GTK_WIDGET (offers));
  gtk_window_destroy (offers);
  foyer_reason_dialog_suggest (FOYER_REASON_DIALOG (windows[0]), "We are full.");
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++) {
    gtk_window_present (windows[i]);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (windows[i]));
    foyer_assert_all_have_names (GTK_WIDGET (windows[i]));
    gtk_window_destroy (windows[i]);
  }
}

/* However long the words on their buttons are. */
static void
test_dialogs_fit_360_pixels (void)
{
  const FoyerRecovery recovery
      = { .happened = TRUE, .kept = 12, .damaged_path = (char *) "/nowhere/store.db" };
  g_autoptr (GError) locked = g_error_new_literal (FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED, "locked");
  GtkWindow *windows[] = {
    foyer_recovery_dialog_new (NULL, &recovery),
    GTK_WINDOW (foyer_keyring_dialog_new (NULL, locked)),
    GTK_WINDOW (foyer_keyring_dialog_new_for_loading (NULL, locked)),
    foyer_question_dialog_new (NULL, "Close?", "Two decisions wait.", "Stay Here Until They Are Sent",
                               "Close Without Sending Them"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++) {
    int least;

    gtk_window_present (windows[i]);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (windows[i]));
    gtk_widget_measure (GTK_WIDGET (windows[i]), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (least, <=, 360);
    gtk_window_destroy (windows[i]);
  }
}

/* Words twice as large are not cut where the window behind has room for them. */
static void
test_reason_shows_all_its_words (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GtkWindow *dialog;
  GtkScrolledWindow *scrolled;
  GtkAdjustment *moved;

  gtk_window_set_decorated (parent, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (parent), 360, 900);
  gtk_window_present (parent);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (parent));
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  dialog = foyer_reason_dialog_new (parent, "Decline the visit of Cedar Lane Apartments?",
                                    "Cedar Lane Apartments reads this on the portal.", "Decline");
  foyer_reason_dialog_suggest (FOYER_REASON_DIALOG (dialog), "We are fully booked at that time.");
  foyer_reason_dialog_suggest (FOYER_REASON_DIALOG (dialog),
                               "Please call us, so that we find a time together.");
  gtk_window_present (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  scrolled = GTK_SCROLLED_WINDOW (foyer_find_widget (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW));
  moved = gtk_scrolled_window_get_vadjustment (scrolled);
  g_assert_cmpfloat (gtk_adjustment_get_upper (moved), >, 300);
  g_assert_cmpfloat (gtk_adjustment_get_upper (moved), <=, gtk_adjustment_get_page_size (moved));
  gtk_window_destroy (dialog);
  gtk_window_destroy (parent);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* Where the panes fold. */
static void
test_panes_fold_where_they_should (FoyerConsoleFixture *fixture, gconstpointer data)
{
  static const struct {
    int width;
    gboolean outer;
    gboolean inner;
  } cases[] = {
    { 1180, FALSE, FALSE }, { 1000, FALSE, FALSE }, { 999, TRUE, FALSE },
    { 600, TRUE, FALSE },   { 599, TRUE, TRUE },    { 360, TRUE, TRUE },
  };
  FoyerShell *shell = g_object_ref_sink (g_object_new (FOYER_TYPE_SHELL, "desk", fixture->desk, NULL));
  FoyerSplit *outer = FOYER_SPLIT (foyer_find_widget (GTK_WIDGET (shell), FOYER_TYPE_SPLIT));
  FoyerSplit *inner
      = FOYER_SPLIT (foyer_find_widget (foyer_find_widget (GTK_WIDGET (shell), FOYER_TYPE_APPROVALS_PAGE),
                                        FOYER_TYPE_SPLIT));
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_child (window, GTK_WIDGET (shell));
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int least;

    gtk_widget_measure (GTK_WIDGET (shell), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (least, <=, 360);
    gtk_widget_allocate (GTK_WIDGET (shell), cases[i].width, 700, -1, NULL);
    g_assert_cmpint (foyer_split_get_collapsed (outer), ==, cases[i].outer);
    g_assert_cmpint (foyer_split_get_collapsed (inner), ==, cases[i].inner);
  }
  foyer_shell_stop (shell);
  gtk_window_destroy (window);
  g_object_unref (shell);
}

static FoyerBookingBrief *
load_brief (FoyerConsoleFixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_booking_brief_load_async (fixture->store, id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_booking_brief_load_finish (fixture->store, result, NULL);
}

/* All that the rows beneath @widget say, and all that they show, in order. */
static void
collect_words (GtkWidget *widget, GString *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_IMAGE (widget))
    g_string_append_printf (words, "%s\n", gtk_image_get_icon_name (GTK_IMAGE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static char *
write_words (GtkWidget *fit_list, gboolean unfold)
{
  GtkWidget *row = foyer_find_widget (fit_list, ADW_TYPE_EXPANDER_ROW);
  GString *words = g_string_new (NULL);

  if (unfold)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  collect_words (fit_list, words);
  return g_string_free (words, FALSE);
}

/* Rows are used again: nothing of the booking before may stay in them. */
static void
test_fit_of_one_booking_is_not_the_next_ones (FoyerConsoleFixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "bk-1", "bk-3", "bk-2", "bk-1" };
  GtkWidget *used = g_object_ref_sink (g_object_new (FOYER_TYPE_FIT_LIST, NULL));

  foyer_console_fixture_add_requests (fixture);
  foyer_console_fixture_pull (fixture,
                              "[{'id': 'bk-3', 'start': '2025-05-02 16:00', 'end': '2025-05-02 17:00'}]");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (ids); i++) {
    g_autoptr (FoyerBookingBrief) brief = load_brief (fixture, ids[i / 2]);
    GtkWidget *fresh = g_object_ref_sink (g_object_new (FOYER_TYPE_FIT_LIST, "brief", brief, NULL));
    g_autofree char *expected = write_words (fresh, i % 2 == 1);
    g_autofree char *words = NULL;

    g_object_set (used, "brief", brief, NULL);
    words = write_words (used, i % 2 == 1);
    g_assert_cmpstr (words, ==, expected);
    g_object_unref (fresh);
  }
  g_object_set (used, "brief", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (foyer_find_widget (used, GTK_TYPE_LIST_BOX)));
  g_object_unref (used);
}

int
main (int argc, char **argv)
{
  /* The names of things are asked of GTK's own accessibility back end for tests. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  g_test_add_func ("/widgets/every-template-instantiates", test_every_template_instantiates);
  g_test_add_func ("/widgets/every-property-notifies-once", test_every_property_notifies_once);
  g_test_add ("/widgets/every-screen-can-be-heard", FoyerConsoleFixture, NULL, foyer_console_fixture_set_up,
              test_every_screen_can_be_heard, foyer_console_fixture_tear_down);
  g_test_add ("/widgets/every-screen-fits-360-pixels", FoyerConsoleFixture, NULL,
              foyer_console_fixture_set_up, test_every_screen_fits_360_pixels,
              foyer_console_fixture_tear_down);
  g_test_add ("/widgets/dialogs-can-be-heard", FoyerConsoleFixture, NULL, foyer_console_fixture_set_up,
              test_dialogs_can_be_heard, foyer_console_fixture_tear_down);
  g_test_add_func ("/widgets/dialogs-fit-360-pixels", test_dialogs_fit_360_pixels);
  g_test_add_func ("/widgets/reason-shows-all-its-words", test_reason_shows_all_its_words);
  g_test_add ("/widgets/panes-fold-where-they-should", FoyerConsoleFixture, NULL,
              foyer_console_fixture_set_up, test_panes_fold_where_they_should,
              foyer_console_fixture_tear_down);
  g_test_add ("/widgets/fit-of-one-booking-is-not-the-next-ones", FoyerConsoleFixture, NULL,
              foyer_console_fixture_set_up, test_fit_of_one_booking_is_not_the_next_ones,
              foyer_console_fixture_tear_down);
  return g_test_run ();
}
