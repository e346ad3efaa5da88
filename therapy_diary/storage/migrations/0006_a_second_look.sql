-- Which notes are a second look at a session: written a day or two later, beside the first note and never in its place.
-- Being notes they have versions, the bin, search and everything else that notes have. How long after the session one was
-- written follows from written_at. form_version is the wording of the question it answers.
CREATE TABLE second_look (
    note         INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
    form_version INTEGER NOT NULL DEFAULT 1
) STRICT;
