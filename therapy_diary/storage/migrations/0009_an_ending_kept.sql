-- Why a therapy comes to its end, and its worksheet line by line: what the person saw of the diary's own lines and how they worded them,
-- what stays off the page for whom, and the pages of earlier finishes.

ALTER TABLE closing ADD COLUMN why TEXT
    CHECK (why IN ('goals_reached', 'lack_of_fit', 'planned_limit', 'outside_reasons', 'other'));

CREATE TABLE closing_line (
    therapy  INTEGER NOT NULL REFERENCES closing (therapy) ON DELETE CASCADE,
    section  TEXT NOT NULL,
    line     TEXT NOT NULL CHECK (line <> ''),  -- which record gave it, by what stays the same in every copy of a diary
    seen     TEXT NOT NULL,                     -- what it said when the person saw it
    my_words TEXT NOT NULL DEFAULT '',          -- stand on the page in their place
    PRIMARY KEY (therapy, section, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing_tick (
    therapy  INTEGER NOT NULL REFERENCES closing (therapy) ON DELETE CASCADE,
    audience TEXT NOT NULL CHECK (audience IN ('me', 'therapist', 'next')),
    section  TEXT NOT NULL,
    line     TEXT NOT NULL DEFAULT '',          -- empty: the whole section
    in_print INTEGER NOT NULL CHECK (in_print IN (0, 1)),
    PRIMARY KEY (therapy, audience, section, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing_snapshot (
    therapy       INTEGER NOT NULL REFERENCES closing (therapy) ON DELETE CASCADE,
    number        INTEGER NOT NULL CHECK (number >= 1),  -- in the order of finishing; the newest stands in closing
    finished_on   TEXT NOT NULL CHECK (finished_on IS date(finished_on)),
    snapshot_json TEXT NOT NULL CHECK (json_valid(snapshot_json)),
    PRIMARY KEY (therapy, number)
) STRICT, WITHOUT ROWID;
