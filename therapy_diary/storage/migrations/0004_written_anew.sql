-- A note written anew is saved as fast as a new one. Taking its old words out of the index means wiping each from a page of
-- its own: a tenth of a second in a diary of a hundred thousand notes. But the old text is kept as a version, so its words
-- may stay as long as that does, under a number that no search shows. They are taken out in a quiet moment, and at the
-- latest with the version.

-- Texts that were to be found and are versions now. id is the number of their words in the index; it has left findable.
-- other_script: whether they are in find_part as well.
CREATE TABLE once_findable (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL UNIQUE REFERENCES note_version (id),
    other_script INTEGER NOT NULL CHECK (other_script IN (0, 1))
) STRICT;

CREATE TRIGGER once_findable_comes AFTER INSERT ON once_findable BEGIN
    DELETE FROM findable WHERE id = NEW.id;
END;
CREATE TRIGGER once_findable_goes BEFORE DELETE ON once_findable BEGIN
    INSERT INTO find_word (find_word, rowid, title, text)
    SELECT 'delete', OLD.id, title, text FROM note_version WHERE id = OLD.version;
    INSERT INTO find_part (find_part, rowid, title, text)
    SELECT 'delete', OLD.id, title || '  ', text || '  ' FROM note_version WHERE id = OLD.version AND OLD.other_script;
END;

CREATE TRIGGER note_version_before BEFORE UPDATE OF title, text ON note_version BEGIN
    DELETE FROM once_findable WHERE version = OLD.id;
END;
CREATE TRIGGER note_version_is_gone BEFORE DELETE ON note_version BEGIN
    DELETE FROM once_findable WHERE version = OLD.id;
END;

DROP TRIGGER findable_goes;
CREATE TRIGGER findable_goes BEFORE DELETE ON findable WHEN OLD.id NOT IN (SELECT id FROM once_findable) BEGIN
    INSERT INTO find_word (find_word, rowid, title, text)
    SELECT 'delete', id, title, text FROM findable_text WHERE id = OLD.id;
    INSERT INTO find_part (find_part, rowid, title, text)
    SELECT 'delete', id, title || '  ', text || '  ' FROM findable_text WHERE id = OLD.id AND other_script;
END;

-- As in step 0003, and emoji count as letters that are joined to others: so they are found wherever they stand. A text whose
-- letters are all of one byte needs no closer look, which takes ten times as long.
DROP VIEW findable_text;
CREATE VIEW findable_text AS
SELECT id, kind, record, part, title, text,
    octet_length(title || text) > length(title || text)
        AND title || text GLOB '*[' || char(0x590) || '-' || char(0x1FFF) || char(0x2300) || '-' || char(0x23FF)
        || char(0x2600) || '-' || char(0x2BFF) || char(0x2E80) || '-' || char(0xFFEF)
        || char(0x1F000) || '-' || char(0x1FAFF) || char(0x20000) || '-' || char(0x3FFFF) || ']*' AS other_script
FROM (
    SELECT id, kind, record, part,
        CASE kind
            WHEN 'note' THEN (SELECT title FROM note WHERE note.id = record)
            WHEN 'topic' THEN (SELECT wording FROM topic WHERE topic.id = record)
            WHEN 'goal' THEN (SELECT wording FROM goal_wording WHERE goal_wording.id = record)
            ELSE ''
        END AS title,
        CASE kind
            WHEN 'note' THEN (SELECT text FROM note_text WHERE note = record)
            WHEN 'topic' THEN (SELECT trim(opening_line || char(10) || what_came_of_it, char(10)) FROM topic WHERE topic.id = record)
            WHEN 'goal' THEN (SELECT why FROM goal_wording WHERE goal_wording.id = record)
            WHEN 'checklist' THEN (SELECT words FROM checklist_answer WHERE checklist = record AND question = CAST(part AS INTEGER))
            ELSE (SELECT my_text FROM closing_section WHERE therapy = record AND section = part)
        END AS text
    FROM findable
);
INSERT INTO find_part (rowid, title, text)
SELECT id, title || '  ', text || '  ' FROM findable_text
WHERE other_script AND title || text NOT GLOB '*[' || char(0x590) || '-' || char(0x1FFF) || char(0x2E80) || '-' || char(0xFFEF)
    || char(0x20000) || '-' || char(0x3FFFF) || ']*';

-- As in step 0003, and never a number whose words are still in the index.
DROP VIEW findable_place;
CREATE VIEW findable_place AS
SELECT kind, record, part,
    CASE
        WHEN free > place + 1023
            THEN 1 + max((SELECT max(id) FROM findable), coalesce((SELECT max(id) FROM once_findable), 0))
        WHEN free NOT IN (SELECT id FROM once_findable) THEN free
        ELSE (
            SELECT min(id) + 1 FROM once_findable
            WHERE id >= free AND id + 1 NOT IN (SELECT id FROM once_findable) AND id + 1 NOT IN (SELECT id FROM findable)
        )
    END AS id
FROM (
    SELECT kind, record, part, place,
        coalesce((SELECT max(id) + 1 FROM findable WHERE id BETWEEN place AND place + 1023), place) AS free
    FROM (
        SELECT kind, record, part, coalesce((unixepoch(moment) + 62167219200) / 60, 0) * 1024 AS place
        FROM (
            SELECT 'note' AS kind, note.id AS record, '' AS part, written_at AS moment
            FROM note JOIN note_text ON note_text.note = note.id WHERE binned_at IS NULL
            UNION ALL
            SELECT 'topic', id, '', created_on || 'T12:00' FROM topic WHERE covered = 0
            UNION ALL
            SELECT 'goal', id, '', valid_from || 'T12:00' FROM goal_wording
            UNION ALL
            SELECT 'checklist', checklist, CAST(question AS TEXT), answered_on || 'T12:00'
            FROM checklist_answer JOIN checklist_answers ON checklist_answers.id = checklist WHERE words <> ''
            UNION ALL
            SELECT 'ending', closing.therapy, section, opened_on || 'T12:00'
            FROM closing_section JOIN closing ON closing.therapy = closing_section.therapy WHERE my_text <> ''
        )
    )
);
