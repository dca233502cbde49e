-- What somebody has begun to write here and not sent, by the record that it is about and by what it would become.

CREATE TABLE draft (
  record TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (record, kind)
) STRICT, WITHOUT ROWID;
