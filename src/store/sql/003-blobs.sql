-- Files that are here: to be uploaded (state 0), or also at the server (1). `pieces` are the ids of those that the server has of a long one.

CREATE TABLE blob (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  state INTEGER NOT NULL,
  pieces TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_by_use ON blob (state, used_at, id);
