-- No two signatures of an organisation stand in the same place of its chain.

CREATE UNIQUE INDEX signature_in_its_place ON signature (organisation, sequence);
