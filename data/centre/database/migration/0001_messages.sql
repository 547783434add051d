-- What a centre knows. Everything follows from the messages in its store, so all of it can be built
-- anew; a photo stands here only by the message in which it lies, and its path there.

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

-- One enrolled school. branch, sequence and head are those of its last message on its present branch;
-- accepted is the highest sequence ever taken over; sent and sent_head are of the centre's own messages,
-- begun is that of the receipt for the first message on the branch, 0 on the first branch.
CREATE TABLE school (
	code TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	district TEXT NOT NULL,
	confirmed TEXT NOT NULL,
	recipient TEXT NOT NULL,
	signer TEXT NOT NULL,
	branch TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	head TEXT NOT NULL,
	accepted INTEGER NOT NULL,
	sent INTEGER NOT NULL,
	sent_head TEXT NOT NULL,
	begun INTEGER NOT NULL
);

-- The keys that a school has had.
CREATE TABLE school_key (
	school TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	PRIMARY KEY (school, fingerprint)
);

-- One message, received or our own. file is the SHA-256 of its file in the store, '' while our own one
-- is still to be written; envelope is its message.json.
CREATE TABLE message (
	hash TEXT PRIMARY KEY,
	file TEXT NOT NULL,
	type TEXT NOT NULL,
	school TEXT NOT NULL,
	branch TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	signer TEXT NOT NULL,
	answers TEXT NOT NULL,
	state TEXT NOT NULL,
	code TEXT NOT NULL,
	envelope TEXT NOT NULL
);

CREATE INDEX message_file ON message (file);

CREATE INDEX message_school ON message (school, sequence);

CREATE INDEX message_state ON message (state, school);

CREATE INDEX message_answers ON message (answers);

-- Our own messages that are promised and not yet written, in base64.
CREATE TABLE draft (message TEXT PRIMARY KEY, content TEXT NOT NULL);

-- One registration of one person as the centre has taken it over last.
CREATE TABLE person (
	school TEXT NOT NULL,
	graduate TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	person_key TEXT NOT NULL,
	surname TEXT NOT NULL,
	given_name TEXT NOT NULL,
	patronymic TEXT NOT NULL,
	gone INTEGER NOT NULL,
	verdict TEXT NOT NULL,
	codes TEXT NOT NULL,
	note TEXT NOT NULL,
	branch TEXT NOT NULL,
	message TEXT NOT NULL,
	hash TEXT NOT NULL,
	record TEXT NOT NULL,
	PRIMARY KEY (school, graduate, attempt)
);

CREATE INDEX person_key ON person (person_key);

-- Ids under which a restored registry knew its people before.
CREATE TABLE alias (
	school TEXT NOT NULL,
	was TEXT NOT NULL,
	graduate TEXT NOT NULL,
	PRIMARY KEY (school, was)
);

-- What the receipt of a message said of each of its records.
CREATE TABLE verdict (
	message TEXT NOT NULL,
	place INTEGER NOT NULL,
	graduate TEXT NOT NULL,
	person_key TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	verdict TEXT NOT NULL,
	codes TEXT NOT NULL,
	note TEXT NOT NULL,
	PRIMARY KEY (message, place)
);

-- Where a photo or scan lies.
CREATE TABLE attachment (
	school TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	message TEXT NOT NULL,
	path TEXT NOT NULL,
	bytes INTEGER NOT NULL,
	PRIMARY KEY (school, sha256)
);

-- A package of papers as its school announced it, a list a row.
CREATE TABLE package (
	school TEXT NOT NULL,
	package INTEGER NOT NULL,
	list INTEGER NOT NULL,
	message TEXT NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (school, package, list)
);

-- Paper cards that have come, by number (UA-066), and the day.
CREATE TABLE card (number TEXT PRIMARY KEY, day TEXT NOT NULL, message TEXT NOT NULL);

-- What the centre has decided of a registration last, a thing a row.
CREATE TABLE decision (
	school TEXT NOT NULL,
	graduate TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	about TEXT NOT NULL,
	which TEXT NOT NULL,
	message TEXT NOT NULL,
	told TEXT NOT NULL,
	state TEXT NOT NULL,
	PRIMARY KEY (school, graduate, attempt, about, which)
);

-- Files of an inbox that are done, so that the next round does not read them again. It is no
-- knowledge, and a database that is built anew begins without.
CREATE TABLE seen (
	name TEXT NOT NULL,
	size INTEGER NOT NULL,
	modified INTEGER NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (name, size, modified)
);
