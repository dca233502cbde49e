-- Who has an address, whatever letters are large in it: looked for at every door.
CREATE INDEX portal_person_by_address ON portal_person (organisation, email COLLATE NOCASE, id);
-- What was mailed to somebody, which ends when their address changes.
CREATE INDEX mailed_link_by_person ON mailed_link (organisation, person_id) WHERE person_id IS NOT NULL;
