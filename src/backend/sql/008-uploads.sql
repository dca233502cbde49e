-- Who of the clients has brought in which blob, to know when it is enough.

CREATE TABLE client_upload (
  organisation INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  blob_id TEXT NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (organisation, client_id, blob_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_upload_by_blob ON client_upload (organisation, blob_id);
