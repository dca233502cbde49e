-- What the console keeps beside the records.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How far each type has been pulled. A resync reads from "0" again under a new generation and sweeps what has an older one at its end.
CREATE TABLE type_state (
  type TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  generation INTEGER NOT NULL,
  resync INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The server's value of a record, kept while operations lie over it. NULL: the server has none.
CREATE TABLE shadow (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  json TEXT,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

-- Records that this program cannot read, kept for one that can.
CREATE TABLE unreadable (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  action TEXT,
  verb INTEGER NOT NULL,
  type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  command TEXT NOT NULL,
  subject TEXT,
  patch TEXT,
  expected TEXT,
  inverse TEXT,
  sequence INTEGER UNIQUE,
  state INTEGER NOT NULL,
  hold INTEGER NOT NULL,
  hold_until INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  error TEXT,
  made_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  settled_at INTEGER NOT NULL,
  schema INTEGER NOT NULL
) STRICT;
CREATE INDEX operation_by_record ON operation (type, record_id, number);
CREATE INDEX operation_by_state ON operation (state, settled_at, number);
