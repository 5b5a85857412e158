-- Whether the officers get a copy of the final.
ALTER TABLE approvals ADD COLUMN officers INTEGER NOT NULL DEFAULT 0;
