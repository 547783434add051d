-- What the school vouches for. mac is an authenticator of the event that only a holder
-- of the school key can make.
ALTER TABLE event ADD COLUMN mac BLOB NOT NULL DEFAULT x'';

-- prev is the hash of the event before, to which the body is bound: kept with the event,
-- it can be read whatever becomes of the other.
ALTER TABLE event ADD COLUMN prev BLOB NOT NULL DEFAULT x'';
UPDATE event SET prev = coalesce((SELECT p.hash FROM event AS p WHERE p.seq = event.seq - 1), x'');

-- A graduate gets a new key with every new password: generation says which key seals
-- the body, and which an attachment. trust is the school's public key, sealed by the
-- graduate's own, which then can check what the school has signed.
ALTER TABLE graduate ADD COLUMN generation INTEGER NOT NULL DEFAULT 1;
ALTER TABLE graduate ADD COLUMN trust BLOB NOT NULL DEFAULT x'';
ALTER TABLE attachment ADD COLUMN generation INTEGER NOT NULL DEFAULT 1;

-- The keys that a graduate had before, each under the school key.
CREATE TABLE former_key (
    graduate   TEXT NOT NULL REFERENCES graduate (id) ON DELETE CASCADE,
    generation INTEGER NOT NULL,
    wrapped    BLOB NOT NULL,
    PRIMARY KEY (graduate, generation)
) STRICT, WITHOUT ROWID;

-- What the school says of the whole file as it is now: "statement" for its own eyes,
-- "settings" signed for graduates.
CREATE TABLE vouch (
    name TEXT PRIMARY KEY,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
