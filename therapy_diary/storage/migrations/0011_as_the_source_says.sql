-- What another program said of what was brought along: of a rating the moment as that program knew it, and of an entry without a
-- name of its own a second identity, which stays the same when a later version of this program reads titles or times otherwise.

-- answered_at of the answers stays the wall time of the clock that the person saw.
CREATE TABLE measure_answers_source (
    answers        INTEGER PRIMARY KEY REFERENCES measure_answers (id) ON DELETE CASCADE,
    source         TEXT NOT NULL,
    zone           TEXT NOT NULL DEFAULT '',
    utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -840 AND 840),
    instant        TEXT,          -- the same moment in UTC, where that can be known
    record         TEXT NOT NULL  -- what it said, as JSON
) STRICT;

-- Apart from note_source, whose rows are long: all of these are read before each import.
CREATE TABLE note_said (
    note INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
    said TEXT NOT NULL,  -- a hash of the source and of its date, title and text as they stand there
    form INTEGER NOT NULL DEFAULT 1 CHECK (form >= 1)  -- of the hash; and by it no row looks like one of note_text to a rescue
) STRICT;
