-- What an operation stands on: the one that it builds on, and whether the server's value has left what it expects.

ALTER TABLE operation ADD COLUMN requires TEXT;
ALTER TABLE operation ADD COLUMN contradicted INTEGER NOT NULL DEFAULT 0;

-- The generation of the pull that brought the server's value: writing the row anew does not make that value any younger.
ALTER TABLE shadow ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
