-- Outgoing mail that is still to be sent. A row is here until its fate is known; then the Delivery record alone tells of it, and the
-- words, which may hold a sign-in link, are gone.

CREATE TABLE mail_job (
  number INTEGER PRIMARY KEY,
  organisation INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE, -- of its Delivery record, and what its Message-ID begins with
  from_name TEXT NOT NULL,
  reply_to TEXT,
  to_name TEXT,
  to_address TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  body_text TEXT NOT NULL,
  body_html TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, -- 0 for never
  attempts INTEGER NOT NULL DEFAULT 0,
  stage INTEGER NOT NULL DEFAULT 0 -- 0 waits, 1 is being sent, 2 the other server may have it
) STRICT;
CREATE INDEX mail_job_due ON mail_job (stage, not_before, number);
