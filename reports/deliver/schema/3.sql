-- Why a final is dated long before its span ends; '' where it is not.
ALTER TABLE approvals ADD COLUMN early TEXT NOT NULL DEFAULT '';
