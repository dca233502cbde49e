-- Codes that are mailed to whoever wants to sign, where signing asks for a second check. A code belongs to one session and to one paper, by
-- its hash.
CREATE TABLE signing_code (
  organisation INTEGER NOT NULL,
  session_id TEXT NOT NULL,
  paper TEXT NOT NULL,
  code BLOB NOT NULL, -- hashed together with the session and the paper
  address TEXT NOT NULL, -- to which it was mailed
  expires_at INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (organisation, session_id, paper)
) STRICT, WITHOUT ROWID;
CREATE INDEX signing_code_by_age ON signing_code (expires_at);

-- Files that go with a mail. They are gone with its words.
CREATE TABLE mail_attachment (
  job TEXT NOT NULL, -- the id of the mail
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (job, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER mail_attachment_goes AFTER DELETE ON mail_job BEGIN
  DELETE FROM mail_attachment WHERE job = OLD.id;
END;
