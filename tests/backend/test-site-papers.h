/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test-api.h"
#include "test-site-world.h"

G_BEGIN_DECLS

#define TEST_ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define TEST_QUOTE TEST_ID ("qt", "1")
#define TEST_QUOTE_PATH "/quotes/" TEST_QUOTE
#define TEST_DOCUMENT_PATH "/documents/" TEST_ID ("dc", "1")

/* What a link that names nobody asks for in a form that signs. */
#define TEST_NAMED "name=Ellen+Ruiz&email=ellen%40ruiz.example"

/**
 * TestPapers:
 * @ana: of the staff (st-1)
 *
 * A site whose Ellen (cl-1, pp-1) has a quote (qt-1) to approve and a document (dc-1) to sign. Ben (pp-2) may do neither.
 */
typedef struct {
  TestSite site;
  FoyerTestApi *ana;
} TestPapers;

void test_papers_set_up (TestPapers *self, gconstpointer data);
void test_papers_tear_down (TestPapers *self, gconstpointer data);

/**
 * test_papers_read_field:
 *
 * Returns: (transfer full): what the field called @name holds in a page; an empty text if there is none
 */
char *test_papers_read_field (const char *page, const char *name);

/**
 * test_papers_fill_form:
 * @more: fields that somebody types
 *
 * Returns: (transfer full): the form of a page as it is shown now, filled in
 */
char *test_papers_fill_form (TestBrowser *browser, const char *path, const char *more);

guint test_papers_count (TestPapers *self, const FoyerRecordType *type);
FoyerRecord *test_papers_get_only (TestPapers *self, const FoyerRecordType *type);

/**
 * test_papers_sign_in:
 * @link: a new link
 *
 * Returns: (transfer full): a browser of @person, who came by a link of their own
 */
TestBrowser *test_papers_sign_in (TestPapers *self, const char *link, const char *person);

/**
 * test_papers_change_settings:
 * @members: of the portal settings
 */
void test_papers_change_settings (TestPapers *self, const char *members);

G_END_DECLS
