-- What an operation stands on: the one that it builds on, and whether the server's value has left what it expects.

ALTER TABLE operation ADD COLUMN requires TEXT;
ALTER TABLE operation ADD COLUMN contradicted INTEGER NOT NULL DEFAULT 0;
