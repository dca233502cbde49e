-- Ways into portals: what is asked for at the door, and the secrets that answer it. Secrets are kept as hashes only.

-- What strangers ask for. It is answered later, so that the time of an answer says nothing of what is known.
CREATE TABLE door_wish (
  number INTEGER PRIMARY KEY,
  organisation INTEGER NOT NULL,
  address TEXT, -- that was typed
  secret BLOB, -- or the hash of a link that no longer works
  at INTEGER NOT NULL,
  remote TEXT
) STRICT;

-- One-time links that are mailed.
CREATE TABLE mailed_link (
  hash BLOB PRIMARY KEY,
  organisation INTEGER NOT NULL,
  kind INTEGER NOT NULL, -- 0 signs in, 1 is an invite
  address TEXT NOT NULL,
  person_id TEXT, -- NULL for the bearer of a direct link that names nobody
  link_id TEXT, -- the direct link that it stands for
  invite_id TEXT,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX mailed_link_by_address ON mailed_link (organisation, address, issued_at);
CREATE INDEX mailed_link_by_invite ON mailed_link (organisation, invite_id) WHERE invite_id IS NOT NULL;
CREATE INDEX mailed_link_by_age ON mailed_link (expires_at);

CREATE TABLE portal_login (
  organisation INTEGER NOT NULL,
  address TEXT NOT NULL,
  password TEXT NOT NULL,
  must_change INTEGER NOT NULL, -- who set it is not who uses it
  set_at INTEGER NOT NULL,
  PRIMARY KEY (organisation, address)
) STRICT, WITHOUT ROWID;

-- Wrong tries at a check that has few possible answers: of a direct link, or of a person.
CREATE TABLE door_lock (
  organisation INTEGER NOT NULL,
  subject TEXT NOT NULL,
  failures INTEGER NOT NULL,
  locked_until INTEGER NOT NULL,
  PRIMARY KEY (organisation, subject)
) STRICT, WITHOUT ROWID;
