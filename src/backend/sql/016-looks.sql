-- Links by which staff look at a portal in a browser, as one client sees it, for some minutes.
CREATE TABLE staff_look (
  hash BLOB PRIMARY KEY, -- of the link's secret, which is the browser's cookie too
  organisation INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  device_id TEXT NOT NULL, -- the console that asked
  client_id TEXT, -- through whose eyes; nobody who is signed in if all three are missing
  person_id TEXT,
  link_id TEXT,
  page TEXT NOT NULL, -- where it begins
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_look_by_age ON staff_look (expires_at);
