-- The lists of the portal, in their order. Without these SQLite goes through all that the organisation has in that order, and looks at each
-- whether it is the client's.
CREATE INDEX visit_list_of_client ON visit (organisation, client_id, start, id);
CREATE INDEX visit_list_of_property ON visit (organisation, property_id, start, id);
CREATE INDEX visit_list_of_plan ON visit (organisation, plan_id, start, id);
CREATE INDEX booking_list_of_client ON booking (organisation, client_id, start, id);
CREATE INDEX request_list_of_client ON request (organisation, client_id, requested_at, id);
CREATE INDEX quote_list_of_client ON quote (organisation, client_id, sent_at, id);
CREATE INDEX invoice_list_of_client ON invoice (organisation, client_id, issued_on, id);
CREATE INDEX invoice_list_of_payer ON invoice (organisation, bill_to_id, issued_on, id);
CREATE INDEX invoice_list_of_visit ON invoice (organisation, visit_id, issued_on, id);
CREATE INDEX payment_list_of_client ON payment (organisation, client_id, paid_at, id);
CREATE INDEX payment_list_of_invoice ON payment (organisation, invoice_id, paid_at, id);
CREATE INDEX conversation_list_of_client ON conversation (organisation, client_id, last_at, id);
CREATE INDEX message_list_of_conversation ON message (organisation, conversation_id, sent_at, id);
CREATE INDEX photo_list_of_visit ON photo (organisation, visit_id, taken_at, id);

-- What is still to be paid, which is counted whenever a link is looked at.
CREATE INDEX invoice_status_of_client ON invoice (organisation, client_id, status, bill_to_id);
CREATE INDEX invoice_status_of_payer ON invoice (organisation, bill_to_id, status, id);
