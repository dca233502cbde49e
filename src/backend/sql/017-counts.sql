-- What the first page of the portal counts and picks out of a client's records, of which most are over.
CREATE INDEX request_status_of_client ON request (organisation, client_id, status, requested_at, id);
CREATE INDEX quote_status_of_client ON quote (organisation, client_id, status, sent_at, id);
