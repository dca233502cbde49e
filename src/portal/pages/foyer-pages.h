/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/* The pages, each in a file of its own. What a page needs has been checked by foyer_portal_page() before it is called. */

void foyer_page_write_sign_in (FoyerPage *page);
void foyer_page_write_check_mail (FoyerPage *page);
void foyer_page_write_confirm (FoyerPage *page);
void foyer_page_write_dead_link (FoyerPage *page);
void foyer_page_write_link_sent (FoyerPage *page);
void foyer_page_write_phone_check (FoyerPage *page);
void foyer_page_write_invite (FoyerPage *page);
void foyer_page_write_join (FoyerPage *page);
void foyer_page_write_unavailable (FoyerPage *page);
void foyer_page_write_look_only (FoyerPage *page);
void foyer_page_write_not_found (FoyerPage *page);
void foyer_page_write_error (FoyerPage *page);
void foyer_page_write_home (FoyerPage *page);
void foyer_page_write_set_password (FoyerPage *page);
void foyer_page_write_sessions (FoyerPage *page);
void foyer_page_write_profile (FoyerPage *page);
void foyer_page_write_switch (FoyerPage *page);
void foyer_page_write_visits (FoyerPage *page);
void foyer_page_write_book_service (FoyerPage *page);
void foyer_page_write_book_property (FoyerPage *page);
void foyer_page_write_book_time (FoyerPage *page);
void foyer_page_write_book_check (FoyerPage *page);
void foyer_page_write_booking (FoyerPage *page);
void foyer_page_write_quotes (FoyerPage *page);
void foyer_page_write_quote (FoyerPage *page);
void foyer_page_write_invoices (FoyerPage *page);
void foyer_page_write_invoice (FoyerPage *page);
void foyer_page_write_statement (FoyerPage *page);
void foyer_page_write_payments (FoyerPage *page);
void foyer_page_write_properties (FoyerPage *page);
void foyer_page_write_property (FoyerPage *page);
void foyer_page_write_visit (FoyerPage *page);
void foyer_page_write_visit_time (FoyerPage *page);
void foyer_page_write_plans (FoyerPage *page);
void foyer_page_write_messages (FoyerPage *page);
void foyer_page_write_message_new (FoyerPage *page);
void foyer_page_write_conversation (FoyerPage *page);
void foyer_page_write_requests (FoyerPage *page);
void foyer_page_write_documents (FoyerPage *page);
void foyer_page_write_equipment (FoyerPage *page);
void foyer_page_write_plan (FoyerPage *page);
void foyer_page_write_contract (FoyerPage *page);
void foyer_page_write_request (FoyerPage *page);
void foyer_page_write_request_new (FoyerPage *page);
void foyer_page_write_document (FoyerPage *page);
void foyer_page_write_machine (FoyerPage *page);

G_END_DECLS
