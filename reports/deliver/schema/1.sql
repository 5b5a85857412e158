-- What people decided, and what was done on their word. Days are yyyy-mm-dd,
-- the last one included; moments are UTC as in RFC 3339.

CREATE TABLE acceptances (
	id          INTEGER PRIMARY KEY,
	report      TEXT NOT NULL,
	from_day    TEXT NOT NULL,
	to_day      TEXT NOT NULL,
	code        TEXT NOT NULL,
	branch      TEXT NOT NULL, -- '' where no single branch is meant
	fingerprint TEXT NOT NULL, -- of what the person looked at
	at          TEXT NOT NULL, -- positions, one a line
	why         TEXT NOT NULL,
	accepted    TEXT NOT NULL,
	UNIQUE (report, from_day, to_day, fingerprint)
) STRICT;

-- Who acted is not kept: the name of an account is that of a person.
CREATE TABLE audit (
	id      INTEGER PRIMARY KEY,
	at      TEXT NOT NULL,
	action  TEXT NOT NULL, -- 'accept', 'alias'
	subject TEXT NOT NULL  -- what was acted upon: a report, a code, positions
) STRICT;
