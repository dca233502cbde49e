-- The pages of the portal's lists. A bill that nobody else pays is found by its client alone, and what is still to come by when it ends.
DROP INDEX invoice_list_of_client;
CREATE INDEX invoice_list_of_client ON invoice (organisation, client_id, bill_to_id, issued_on, id);
CREATE INDEX invoice_due_of_client ON invoice (organisation, client_id, bill_to_id, status, due_on, id);
CREATE INDEX invoice_due_of_payer ON invoice (organisation, bill_to_id, status, due_on, id);
CREATE INDEX visit_end_of_client ON visit (organisation, client_id, "end", id);
CREATE INDEX plan_list_of_client ON plan (organisation, client_id, renew_on, id);
CREATE INDEX contract_list_of_client ON contract (organisation, client_id, end_on, id);
CREATE INDEX equipment_list_of_client ON equipment (organisation, client_id, property_id, id);
CREATE INDEX property_list_of_client ON property (organisation, client_id, name, id);
CREATE INDEX document_list_of_client ON document (organisation, client_id, position, id);
CREATE INDEX document_list_of_company ON document (organisation, client_id, shown_to, position, id);
CREATE INDEX signature_list_of_subject ON signature (organisation, subject_id, signed_at, id);
CREATE INDEX conversation_list_of_part ON conversation (organisation, merged_into_id, last_at, id);
