-- Where a rating came from when another program's were brought along: the moment as that program knew it, and what it said, as
-- JSON. answered_at stays the wall time of the clock that the person saw.

CREATE TABLE measure_answers_source (
    answers        INTEGER PRIMARY KEY REFERENCES measure_answers (id) ON DELETE CASCADE,
    source         TEXT NOT NULL,
    zone           TEXT NOT NULL DEFAULT '',
    utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -840 AND 840),
    instant        TEXT,  -- the same moment in UTC, where that can be known
    record         TEXT NOT NULL
) STRICT;
