/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-keys.h"
#include "foyer-undo-stack.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_AREA_PAGE (foyer_area_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerAreaPage, foyer_area_page, FOYER, AREA_PAGE, AdwBin)

/**
 * FoyerAreaPage:
 *
 * What the page of every area has: the desk that it works at, the keys of its list, and a way to tell the window what came of something.
 *
 * Properties: `desk` (#FoyerDesk; it is given once, and is %NULL after foyer_area_page_stop()), `single-keys` (whether letters alone are keys), `undo-seconds` (how long a
 * decision can be taken back), `outer-collapsed` (whether the sidebar is away).
 *
 * When it is disposed of, it stops and gives up its template; what else a page owns goes when it is finalized.
 *
 * The keys of lists are the actions `list-pane.next`, `list-pane.previous` and `list-pane.open`.
 */

/**
 * FoyerAreaPageClass:
 * @start: the desk is there
 * @stop: (nullable): ends what is under way; the desk is still there, and goes afterwards
 * @move: goes @step rows on in the list
 * @open: goes to what is selected
 * @back: (nullable): returns whether there was something to go back from
 * @get_subject: (nullable): (transfer full) (nullable): the id of the record that is looked at
 */
struct _FoyerAreaPageClass {
  AdwBinClass parent_class;

  void (*start) (FoyerAreaPage *self, FoyerDesk *desk);
  void (*stop) (FoyerAreaPage *self, FoyerDesk *desk);
  void (*move) (FoyerAreaPage *self, int step);
  void (*open) (FoyerAreaPage *self);
  gboolean (*back) (FoyerAreaPage *self);
  char *(*get_subject) (FoyerAreaPage *self);
};

/**
 * foyer_area_page_get_subject:
 *
 * Returns: (transfer full) (nullable): the id of the record that somebody looks at there
 */
char *foyer_area_page_get_subject (FoyerAreaPage *self);

/**
 * foyer_area_page_move:
 * @step: rows to go on in the list
 */
void foyer_area_page_move (FoyerAreaPage *self, int step);

/**
 * foyer_area_page_get_desk:
 *
 * Returns: (transfer none) (nullable): %NULL before there is one and after it was stopped
 */
FoyerDesk *foyer_area_page_get_desk (FoyerAreaPage *self);

/**
 * foyer_area_page_get_list_actions:
 *
 * Returns: (transfer none): the actions under `list-pane`, to which a page may add its own
 */
GActionMap *foyer_area_page_get_list_actions (FoyerAreaPage *self);

/**
 * foyer_area_page_add_keys:
 * @scope: heard besides those of all lists
 *
 * To be called once, when the page has its template.
 */
void foyer_area_page_add_keys (FoyerAreaPage *self, FoyerKeyScope scope);

/**
 * foyer_area_page_say:
 * @sentence: what came of something, for a toast
 */
void foyer_area_page_say (FoyerAreaPage *self, const char *sentence);

/**
 * foyer_area_page_report_act:
 * @act: a decision that can be taken back
 */
void foyer_area_page_report_act (FoyerAreaPage *self, const FoyerAct *act);

/**
 * foyer_area_page_report_undone:
 * @operation_id: what was taken back
 */
void foyer_area_page_report_undone (FoyerAreaPage *self, const char *operation_id);

/**
 * foyer_area_page_go_to:
 * @record_id: the record that the person wants to see
 */
void foyer_area_page_go_to (FoyerAreaPage *self, const char *record_id);

/**
 * foyer_area_page_back:
 *
 * Returns: whether there was something to go back from
 */
gboolean foyer_area_page_back (FoyerAreaPage *self);

/**
 * foyer_area_page_stop:
 *
 * Ends what is under way. To be called before the desk is closed.
 */
void foyer_area_page_stop (FoyerAreaPage *self);

/**
 * FoyerAreaPage::said:
 * @sentence: see foyer_area_page_say()
 */

/**
 * FoyerAreaPage::acted:
 * @act: (type FoyerAct): see foyer_area_page_report_act()
 */

/**
 * FoyerAreaPage::undone:
 * @operation_id: see foyer_area_page_report_undone()
 */

/**
 * FoyerAreaPage::opened:
 * @record_id: see foyer_area_page_go_to()
 */

G_END_DECLS
