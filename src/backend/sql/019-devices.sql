-- At which device somebody was when they did something: the other console says so when two people disagree.

ALTER TABLE op_log ADD COLUMN device_id TEXT;
