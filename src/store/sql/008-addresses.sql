-- Who has an address, whatever letters are large in it.
CREATE INDEX portal_person_by_address ON portal_person (organisation, email COLLATE NOCASE, id);
