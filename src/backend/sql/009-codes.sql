-- What a browser waits for that has asked for a mail to sign in by: the code of that mail may be typed there, and nowhere else. A row is
-- made whoever asks; only somebody who is known gets a code.
CREATE TABLE door_request (
  hash BLOB PRIMARY KEY, -- of the secret in the browser's cookie
  organisation INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  code BLOB, -- hashed together with hash
  link BLOB -- the hash of the link in the same mail
) STRICT, WITHOUT ROWID;
CREATE INDEX door_request_by_age ON door_request (expires_at);

ALTER TABLE door_wish ADD COLUMN request BLOB; -- the hash of the request that it answers
