-- Where a note came from when another diary was brought along, its tags, and what it takes to undo such an import.
-- record is what the source said, as JSON; identity is the source's own name for it, else a hash of what it says.

CREATE TABLE note_source (
    note       INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
    source     TEXT NOT NULL,
    identity   TEXT NOT NULL,
    day_only   INTEGER NOT NULL DEFAULT 0 CHECK (day_only IN (0, 1)), -- the source knew no time of day; written_at says noon
    instant    TEXT,                                                  -- the same moment in UTC, where that can be known
    mood       INTEGER CHECK (mood BETWEEN 1 AND 5),                  -- 5 is the best
    mood_words TEXT NOT NULL DEFAULT '',
    record     TEXT NOT NULL,
    UNIQUE (source, identity)
) STRICT;

CREATE TABLE note_tag (
    note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    tag  TEXT NOT NULL CHECK (length(trim(tag)) >= 1),
    PRIMARY KEY (note, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_by_tag ON note_tag (tag);

-- seal is a hash of every row that came: as long as it fits, nothing was built on them.
CREATE TABLE import (
    id            INTEGER PRIMARY KEY,
    format        TEXT NOT NULL,
    brought_at    TEXT NOT NULL,
    began_therapy INTEGER REFERENCES therapy (id) ON DELETE SET NULL,
    seal          TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE import_row (
    import INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    place  TEXT NOT NULL,    -- a table
    number INTEGER NOT NULL, -- of a row there that belongs to no other row that came
    PRIMARY KEY (import, place, number)
) STRICT, WITHOUT ROWID;
