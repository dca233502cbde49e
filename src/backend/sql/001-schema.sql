-- What foyer-server keeps beside the records. Secrets are kept as hashes only.

CREATE TABLE account (
  organisation INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  epoch TEXT NOT NULL,
  counter INTEGER NOT NULL
) STRICT;

CREATE TABLE type_state (
  organisation INTEGER NOT NULL,
  type TEXT NOT NULL,
  n INTEGER NOT NULL,
  floor INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  organisation INTEGER NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  created_rev INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (organisation, type, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_by_rev ON tombstone (organisation, type, rev);

CREATE TABLE console (
  organisation INTEGER NOT NULL,
  id TEXT NOT NULL,
  last INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE op_log (
  organisation INTEGER NOT NULL,
  id TEXT NOT NULL,
  console TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  ok INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  record_id TEXT,
  patch TEXT,
  was TEXT,
  result TEXT,
  PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_log_by_record ON op_log (organisation, type, record_id, at);

CREATE TABLE staff_login (
  organisation INTEGER NOT NULL,
  name TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  password TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  hash BLOB PRIMARY KEY,
  organisation INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX token_by_device ON token (organisation, device_id);

CREATE TABLE sign_in_code (
  hash BLOB PRIMARY KEY,
  organisation INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  challenge TEXT,
  redirect_uri TEXT,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE link_secret (
  hash BLOB PRIMARY KEY,
  organisation INTEGER NOT NULL,
  link_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX link_secret_by_link ON link_secret (organisation, link_id);

CREATE TABLE portal_visit (
  hash BLOB PRIMARY KEY,
  organisation INTEGER NOT NULL,
  session_id TEXT NOT NULL,
  link_id TEXT,
  client_id TEXT NOT NULL,
  person_id TEXT,
  form_key TEXT NOT NULL,
  settings_rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
