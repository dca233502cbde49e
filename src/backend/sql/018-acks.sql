-- What a console has taken is found by its numbers. What is forgotten leaves the index.

CREATE INDEX op_log_untaken ON op_log (organisation, console, seq) WHERE ok = 1 AND result IS NOT NULL;
