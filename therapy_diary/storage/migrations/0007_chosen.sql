-- What the person chose about what the diary shows: quiet mode, limits other than the usual, bands of questionnaires.
-- It belongs to the diary and goes with it, not to one computer.

CREATE TABLE choice (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 120),
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
