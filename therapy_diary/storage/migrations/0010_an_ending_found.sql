-- Which small chart stands on the worksheet of an ending, and which mark its finish set; what the person worded anew on it is found by
-- search; and what was said in one session is found without reading every topic.

ALTER TABLE closing ADD COLUMN chart TEXT NOT NULL DEFAULT 'alliance' CHECK (chart <> '');

ALTER TABLE closing ADD COLUMN last_mark INTEGER REFERENCES milestone (id) ON DELETE SET NULL; -- of the last session

CREATE INDEX topic_said ON topic (brought_in) WHERE brought_in IS NOT NULL;

-- The sections whose text is about to grow leave the index with the text that it knows.
DELETE FROM findable
WHERE kind = 'ending' AND EXISTS (
    SELECT 1 FROM closing_line
    WHERE therapy = record AND section = part AND my_words <> '' AND line NOT GLOB 'topic:*'
);

-- As in step 0004, and with the words that stand in place of the diary's own lines. Not in place of a topic: that may be covered later.
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
            ELSE coalesce((SELECT my_text FROM closing_section WHERE therapy = record AND section = part), '')
                || coalesce((
                    SELECT group_concat(char(10) || my_words, '') FROM (
                        SELECT my_words FROM closing_line
                        WHERE therapy = record AND section = part AND my_words <> '' AND line NOT GLOB 'topic:*'
                        ORDER BY line
                    )
                ), '')
        END AS text
    FROM findable
);

-- As in step 0004, with a section also where only such words stand. Of several the first one speaks for it.
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
            UNION ALL
            SELECT 'ending', closing.therapy, mine.section, opened_on || 'T12:00'
            FROM closing_line AS mine JOIN closing ON closing.therapy = mine.therapy
            WHERE mine.my_words <> '' AND mine.line NOT GLOB 'topic:*'
                AND NOT EXISTS (
                    SELECT 1 FROM closing_section AS own
                    WHERE own.therapy = mine.therapy AND own.section = mine.section AND own.my_text <> ''
                )
                AND NOT EXISTS (
                    SELECT 1 FROM closing_line AS other
                    WHERE other.therapy = mine.therapy AND other.section = mine.section AND other.line < mine.line
                        AND other.my_words <> '' AND other.line NOT GLOB 'topic:*'
                )
        )
    )
);

-- A section may be there already with words of the other kind; it leaves before they change and comes back after.
DROP TRIGGER closing_section_is_found;
CREATE TRIGGER closing_section_is_coming BEFORE INSERT ON closing_section BEGIN
    DELETE FROM findable WHERE kind = 'ending' AND record = NEW.therapy AND part = NEW.section;
END;
CREATE TRIGGER closing_section_is_found AFTER INSERT ON closing_section BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'ending' AND record = NEW.therapy AND part = NEW.section;
END;

CREATE TRIGGER closing_line_is_coming BEFORE INSERT ON closing_line WHEN NEW.my_words <> '' BEGIN
    DELETE FROM findable WHERE kind = 'ending' AND record = NEW.therapy AND part = NEW.section;
END;
CREATE TRIGGER closing_line_is_found AFTER INSERT ON closing_line WHEN NEW.my_words <> '' BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'ending' AND record = NEW.therapy AND part = NEW.section;
END;
CREATE TRIGGER closing_line_before BEFORE UPDATE OF my_words ON closing_line WHEN OLD.my_words || NEW.my_words <> '' BEGIN
    DELETE FROM findable WHERE kind = 'ending' AND record = OLD.therapy AND part = OLD.section;
END;
CREATE TRIGGER closing_line_after AFTER UPDATE OF my_words ON closing_line WHEN OLD.my_words || NEW.my_words <> '' BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'ending' AND record = NEW.therapy AND part = NEW.section;
END;
CREATE TRIGGER closing_line_is_going BEFORE DELETE ON closing_line WHEN OLD.my_words <> '' BEGIN
    DELETE FROM findable WHERE kind = 'ending' AND record = OLD.therapy AND part = OLD.section;
END;
CREATE TRIGGER closing_line_is_gone AFTER DELETE ON closing_line WHEN OLD.my_words <> '' BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'ending' AND record = OLD.therapy AND part = OLD.section;
END;

-- What was worded anew before this step: each row as if it were written now.
UPDATE closing_line SET my_words = my_words WHERE my_words <> '' AND line NOT GLOB 'topic:*';
