-- The registry: one school, one campaign. What is personal is sealed before it
-- comes here; in the clear stand ids, revisions, kinds of events, sizes, the school
-- and the campaign.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    rev  INTEGER NOT NULL CHECK (rev > 0),
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Ways to the school key: operators and the paper code. body is the slot, opened by
-- a password; account says who it is, sealed by the school key; tokens lead from the
-- school key of the slot to the present one.
CREATE TABLE slot (
    id      TEXT PRIMARY KEY,
    made    INTEGER NOT NULL UNIQUE,
    body    BLOB NOT NULL,
    account BLOB NOT NULL,
    tokens  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The keys of the school's events, one a generation of the school key, which wraps them.
CREATE TABLE event_key (
    generation INTEGER PRIMARY KEY,
    wrapped    BLOB NOT NULL
) STRICT;

-- wrapped is the graduate's own key under the school key.
CREATE TABLE graduate (
    id      TEXT PRIMARY KEY,
    rev     INTEGER NOT NULL CHECK (rev > 0),
    wrapped BLOB NOT NULL,
    body    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A graduate's ways to a form: tag and slot where the password opens this registry,
-- neither where it opens the centre's site. secret holds the password until it is
-- handed over.
CREATE TABLE access (
    graduate TEXT NOT NULL REFERENCES graduate (id) ON DELETE CASCADE,
    door     TEXT NOT NULL,
    tag      BLOB UNIQUE,
    slot     BLOB,
    secret   BLOB,
    PRIMARY KEY (graduate, door)
) STRICT, WITHOUT ROWID;

-- What graduates have filled in and nobody of the school has seen yet.
CREATE TABLE pending (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    graduate TEXT NOT NULL REFERENCES graduate (id) ON DELETE CASCADE,
    id       TEXT NOT NULL UNIQUE,
    body     BLOB NOT NULL
) STRICT;

-- Photos and scans, each sealed once and never altered. body is empty where apart says
-- under which SHA-256 it lies beside a kept backup.
CREATE TABLE attachment (
    id       TEXT NOT NULL,
    graduate TEXT NOT NULL REFERENCES graduate (id) ON DELETE CASCADE,
    body     BLOB NOT NULL,
    apart    BLOB,
    PRIMARY KEY (graduate, id)
) STRICT;

-- Order is by seq, never by the clock. graduate is empty for events of the school,
-- generation 0 for events of a graduate. digest is that of time, body and the record
-- that the event left; hash chains the digests.
CREATE TABLE event (
    seq        INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    kind       TEXT NOT NULL,
    graduate   TEXT NOT NULL,
    rev        INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    record     BLOB NOT NULL,
    body       BLOB NOT NULL,
    digest     BLOB NOT NULL,
    hash       BLOB NOT NULL
) STRICT;

CREATE INDEX event_of_graduate ON event (graduate, seq) WHERE graduate <> '';

CREATE TABLE fingerprint (
    kind     TEXT NOT NULL,
    value    BLOB NOT NULL,
    graduate TEXT NOT NULL REFERENCES graduate (id) ON DELETE CASCADE,
    PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX fingerprint_of_graduate ON fingerprint (graduate);
