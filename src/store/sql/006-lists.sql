-- The lists of the window in their order. Without these SQLite goes through all records in that order and looks at each whether it fits, or
-- sorts all that fit for the page that is shown. Each serves whatever the index of its first field alone did, which goes.
DROP INDEX booking_by_status;
CREATE INDEX booking_list_of_status ON booking (organisation, status, start, id);
DROP INDEX conversation_by_status;
CREATE INDEX conversation_list_of_status ON conversation (organisation, status, last_at, id);
DROP INDEX message_by_conversation_id;
CREATE INDEX message_list_of_conversation ON message (organisation, conversation_id, sent_at, id);
DROP INDEX message_by_status;
CREATE INDEX message_list_of_status ON message (organisation, status, send_at, id);
