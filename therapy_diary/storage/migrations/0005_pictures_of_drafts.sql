-- Pictures of notes that are not kept yet: a draft has its place and no number, so no row of attachment can belong to it.
CREATE TABLE draft_attachment (
    place    TEXT NOT NULL, -- as in draft: "note:new", "note:12"
    name     TEXT NOT NULL,
    media    TEXT NOT NULL,
    size     INTEGER NOT NULL CHECK (size >= 0),
    added_at TEXT NOT NULL,
    content  BLOB NOT NULL CHECK (length(content) = size),
    PRIMARY KEY (place, name)
) STRICT;

-- Words that are spelt right although no dictionary has them: the person's own, so they stay in here.
CREATE TABLE own_word (
    word TEXT PRIMARY KEY CHECK (length(word) BETWEEN 1 AND 100)
) STRICT, WITHOUT ROWID;
