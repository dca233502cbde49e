-- What is forgotten in time is found by its age.

CREATE INDEX op_log_by_age ON op_log (at) WHERE result IS NOT NULL;
