-- What is due, what was made, who approved it and where it was sent. Days are
-- yyyy-mm-dd, moments UTC as in RFC 3339; '' is none.

CREATE TABLE schedules (
	name  TEXT PRIMARY KEY,
	spec  TEXT NOT NULL, -- cron line and zone; another one begins anew
	since TEXT NOT NULL  -- nothing was due before this moment
) STRICT;

CREATE TABLE occurrences (
	schedule TEXT NOT NULL,
	due      TEXT NOT NULL,    -- the moment that the schedule names
	state    TEXT NOT NULL,    -- 'begun', 'done', 'failed', 'missed'
	attempts INTEGER NOT NULL,
	tried    TEXT NOT NULL,    -- the last attempt
	edition  TEXT NOT NULL,
	note     TEXT NOT NULL,    -- why it failed
	PRIMARY KEY (schedule, due)
) STRICT;

CREATE TABLE runs (
	id       INTEGER PRIMARY KEY,
	report   TEXT NOT NULL,
	from_day TEXT NOT NULL,
	to_day   TEXT NOT NULL,
	began    TEXT NOT NULL,
	ended    TEXT NOT NULL, -- '': under way, or killed
	due      TEXT NOT NULL, -- the moment for which it is made
	edition  TEXT NOT NULL, -- '' until it is archived
	send     INTEGER NOT NULL -- 1: the officers get the draft
) STRICT;

-- An approval is kept before its final is made, so that a number is never given
-- twice and a killed approval can be ended.
CREATE TABLE approvals (
	edition  TEXT NOT NULL,     -- the draft
	seal     TEXT NOT NULL,     -- of it: another one may come to stand under its name
	number   TEXT NOT NULL,     -- '' for an automatic release
	dated    TEXT NOT NULL,     -- the day on the final
	send     INTEGER NOT NULL,  -- 1: the final goes to the committee at once
	approved TEXT NOT NULL,
	ended    TEXT NOT NULL,     -- '': under way, or killed
	PRIMARY KEY (edition, seal)
) STRICT;

CREATE UNIQUE INDEX numbers ON approvals (substr(dated, 1, 4), number) WHERE number <> '';

-- What goes to the committee, kept before its letters are written.
CREATE TABLE releases (
	edition  TEXT PRIMARY KEY,  -- the final, or its signed copy
	released TEXT NOT NULL,
	ended    TEXT NOT NULL      -- '': under way, or killed
) STRICT;

-- The outbox: one row for every recipient of every message. The message is here
-- as it is sent, so that row and bytes are there together or not at all.
CREATE TABLE deliveries (
	id        TEXT PRIMARY KEY,  -- from what is said to whom, never from the clock
	kind      TEXT NOT NULL,     -- 'draft', 'final', 'failure', 'reminder', 'done'
	about     TEXT NOT NULL,     -- an edition, or what is due
	recipient TEXT NOT NULL,     -- the address alone
	sender    TEXT NOT NULL,
	subject   TEXT NOT NULL,
	message   BLOB NOT NULL,
	sha256    TEXT NOT NULL,
	state     TEXT NOT NULL,     -- 'pending', 'sending', 'dot', 'sent', 'failed', 'uncertain', 'cancelled'
	attempts  INTEGER NOT NULL,
	queued    TEXT NOT NULL,
	next      TEXT NOT NULL,     -- of a pending one: not before
	changed   TEXT NOT NULL,
	reply     TEXT NOT NULL      -- the server's last word, quoted
) STRICT;
