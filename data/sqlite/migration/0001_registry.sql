-- The registry: one school, one campaign. The personal part of a record is one
-- body that only the registrar can read; here are ids, revisions, events and
-- keyed fingerprints.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    rev  INTEGER NOT NULL CHECK (rev > 0),
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE graduate (
    id   TEXT PRIMARY KEY,
    rev  INTEGER NOT NULL CHECK (rev > 0),
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Order is by seq, never by the clock. graduate is empty for events of the school.
CREATE TABLE event (
    seq      INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    graduate TEXT NOT NULL,
    rev      INTEGER NOT NULL,
    body     BLOB NOT NULL
) STRICT;

CREATE INDEX event_of_graduate ON event (graduate, seq) WHERE graduate <> '';

CREATE TABLE fingerprint (
    kind     TEXT NOT NULL,
    value    BLOB NOT NULL,
    graduate TEXT NOT NULL REFERENCES graduate (id) ON DELETE CASCADE,
    PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX fingerprint_of_graduate ON fingerprint (graduate);
