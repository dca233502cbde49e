-- Blobs: the bytes are files, whose they are stands here.

CREATE TABLE blob (
  organisation INTEGER NOT NULL,
  id TEXT NOT NULL,
  size INTEGER NOT NULL,
  unused_since INTEGER, -- NULL while a record refers to it
  PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_by_id ON blob (id);
CREATE INDEX blob_by_age ON blob (organisation, unused_since) WHERE unused_since IS NOT NULL;

CREATE TABLE blob_upload (
  organisation INTEGER NOT NULL,
  blob_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (organisation, blob_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_reference (
  organisation INTEGER NOT NULL,
  blob_id TEXT NOT NULL,
  type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  PRIMARY KEY (organisation, blob_id, type, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_reference_by_record ON blob_reference (organisation, type, record_id);
