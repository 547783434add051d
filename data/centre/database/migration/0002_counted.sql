-- What is counted and looked for stands in columns of its own: how many graduates a school has promised
-- (0 for none), the subjects of a registration as «code:level code», what a decision says, and the
-- receipts of fees. All of it follows from the messages, so a database that knows any is to be built
-- anew.

ALTER TABLE school ADD COLUMN expected INTEGER NOT NULL DEFAULT 0;

ALTER TABLE person ADD COLUMN subjects TEXT NOT NULL DEFAULT '';

ALTER TABLE decision ADD COLUMN verdict TEXT NOT NULL DEFAULT '';

ALTER TABLE decision ADD COLUMN number TEXT NOT NULL DEFAULT '';

ALTER TABLE decision ADD COLUMN reasons TEXT NOT NULL DEFAULT '';

CREATE INDEX decision_number ON decision (number);

CREATE TABLE payment (
	school TEXT NOT NULL,
	graduate TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	id TEXT NOT NULL,
	type TEXT NOT NULL,
	amount INTEGER NOT NULL,
	number TEXT NOT NULL,
	added TEXT NOT NULL,
	cancelled TEXT NOT NULL,
	PRIMARY KEY (school, graduate, attempt, id)
);

INSERT INTO setting (name, value) SELECT 'rebuilding', '1' WHERE EXISTS (SELECT 1 FROM message) ON CONFLICT (name) DO NOTHING;
