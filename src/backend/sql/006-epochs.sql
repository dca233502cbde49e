-- The last number of a console before the server was last restored: what it has numbered since belongs to another history.

ALTER TABLE console ADD COLUMN last_before INTEGER NOT NULL DEFAULT 0;
