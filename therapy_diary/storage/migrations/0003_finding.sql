-- What can be found by its words: notes, topics, goals, lines of the checklist and the ending's worksheet.
-- Covered topics and binned notes are in none of these tables, so that nothing can show them by mistake.

-- One row for each text. id is the minute it was written * 1024 + a count within that minute: the newest is the highest,
-- and "newest first" needs no sorting. A minute with more than 1024 texts goes on at the end.
CREATE TABLE findable (
    id     INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL CHECK (kind IN ('note', 'topic', 'goal', 'checklist', 'ending')),
    record INTEGER NOT NULL,         -- its row: of note, topic, goal_wording, checklist_answers, or closing
    part   TEXT NOT NULL DEFAULT '', -- the question of the checklist, the section of the worksheet
    UNIQUE (kind, record, part)
) STRICT;

-- other_script: not only Latin, Greek, Cyrillic or Armenian letters, so that words may be joined to others.
CREATE VIEW findable_text AS
SELECT id, kind, record, part, title, text,
    title || text GLOB '*[' || char(0x590) || '-' || char(0x1FFF) || char(0x2E80) || '-' || char(0xFFEF)
        || char(0x20000) || '-' || char(0x3FFFF) || ']*' AS other_script
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

-- Whole words and their beginnings. An encrypted page has 80 bytes less than SQLite thinks when it fills a leaf.
CREATE VIRTUAL TABLE find_word USING fts5 (
    title, text, content = 'findable_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO find_word (find_word, rank) VALUES ('pgsz', 3950);
INSERT INTO find_word (find_word, rank) VALUES ('secure-delete', 1);
INSERT INTO find_word (find_word, rank) VALUES ('rank', 'bm25(4.0, 1.0)');

-- Parts of words, three letters at a time, only of texts in other scripts. Each ends in two blanks, so that also its
-- last letters begin a group of three.
CREATE VIRTUAL TABLE find_part USING fts5 (title, text, content = '', columnsize = 0, detail = none, tokenize = 'trigram');
INSERT INTO find_part (find_part, rank) VALUES ('pgsz', 3950);
INSERT INTO find_part (find_part, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE find_group USING fts5vocab (find_part, instance);

-- What is to be found, and where a new text belongs in the order of time.
CREATE VIEW findable_place AS
SELECT kind, record, part,
    CASE
        WHEN last IS NULL THEN place
        WHEN last < place + 1023 THEN last + 1
        ELSE (SELECT max(id) + 1 FROM findable)
    END AS id
FROM (
    SELECT kind, record, part, place, (SELECT max(id) FROM findable WHERE id BETWEEN place AND place + 1023) AS last
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

CREATE TRIGGER findable_comes AFTER INSERT ON findable BEGIN
    INSERT INTO find_word (rowid, title, text) SELECT id, title, text FROM findable_text WHERE id = NEW.id;
    INSERT INTO find_part (rowid, title, text)
    SELECT id, title || '  ', text || '  ' FROM findable_text WHERE id = NEW.id AND other_script;
END;
CREATE TRIGGER findable_goes BEFORE DELETE ON findable BEGIN
    INSERT INTO find_word (find_word, rowid, title, text)
    SELECT 'delete', id, title, text FROM findable_text WHERE id = OLD.id;
    INSERT INTO find_part (find_part, rowid, title, text)
    SELECT 'delete', id, title || '  ', text || '  ' FROM findable_text WHERE id = OLD.id AND other_script;
END;

-- In step with every change, whoever makes it and in whichever way.

CREATE TRIGGER note_text_is_found AFTER INSERT ON note_text BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'note' AND record = NEW.note;
END;

CREATE TRIGGER note_text_before BEFORE UPDATE OF text ON note_text BEGIN
    DELETE FROM findable WHERE kind = 'note' AND record = OLD.note;
END;

CREATE TRIGGER note_text_after AFTER UPDATE OF text ON note_text BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'note' AND record = NEW.note;
END;

CREATE TRIGGER note_text_is_gone BEFORE DELETE ON note_text BEGIN
    DELETE FROM findable WHERE kind = 'note' AND record = OLD.note;
END;

CREATE TRIGGER note_before BEFORE UPDATE OF title, written_at, binned_at ON note
WHEN NEW.title IS NOT OLD.title OR NEW.written_at IS NOT OLD.written_at OR NEW.binned_at IS NOT OLD.binned_at BEGIN
    DELETE FROM findable WHERE kind = 'note' AND record = OLD.id;
END;

CREATE TRIGGER note_after AFTER UPDATE OF title, written_at, binned_at ON note
WHEN NEW.title IS NOT OLD.title OR NEW.written_at IS NOT OLD.written_at OR NEW.binned_at IS NOT OLD.binned_at BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'note' AND record = NEW.id;
END;

CREATE TRIGGER note_is_gone BEFORE DELETE ON note BEGIN
    DELETE FROM findable WHERE kind = 'note' AND record = OLD.id;
END;

CREATE TRIGGER topic_is_found AFTER INSERT ON topic BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'topic' AND record = NEW.id;
END;

CREATE TRIGGER topic_before BEFORE UPDATE OF wording, opening_line, what_came_of_it, covered, created_on ON topic BEGIN
    DELETE FROM findable WHERE kind = 'topic' AND record = OLD.id;
END;

CREATE TRIGGER topic_after AFTER UPDATE OF wording, opening_line, what_came_of_it, covered, created_on ON topic BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'topic' AND record = NEW.id;
END;

CREATE TRIGGER topic_is_gone BEFORE DELETE ON topic BEGIN
    DELETE FROM findable WHERE kind = 'topic' AND record = OLD.id;
END;

CREATE TRIGGER goal_wording_is_found AFTER INSERT ON goal_wording BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'goal' AND record = NEW.id;
END;

CREATE TRIGGER goal_wording_before BEFORE UPDATE OF wording, why, valid_from ON goal_wording BEGIN
    DELETE FROM findable WHERE kind = 'goal' AND record = OLD.id;
END;

CREATE TRIGGER goal_wording_after AFTER UPDATE OF wording, why, valid_from ON goal_wording BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'goal' AND record = NEW.id;
END;

CREATE TRIGGER goal_wording_is_gone BEFORE DELETE ON goal_wording BEGIN
    DELETE FROM findable WHERE kind = 'goal' AND record = OLD.id;
END;

CREATE TRIGGER checklist_answer_is_found AFTER INSERT ON checklist_answer BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'checklist' AND record = NEW.checklist AND part = CAST(NEW.question AS TEXT);
END;

CREATE TRIGGER checklist_answer_before BEFORE UPDATE OF words ON checklist_answer BEGIN
    DELETE FROM findable WHERE kind = 'checklist' AND record = OLD.checklist AND part = CAST(OLD.question AS TEXT);
END;

CREATE TRIGGER checklist_answer_after AFTER UPDATE OF words ON checklist_answer BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'checklist' AND record = NEW.checklist AND part = CAST(NEW.question AS TEXT);
END;

CREATE TRIGGER checklist_answer_is_gone BEFORE DELETE ON checklist_answer BEGIN
    DELETE FROM findable WHERE kind = 'checklist' AND record = OLD.checklist AND part = CAST(OLD.question AS TEXT);
END;

CREATE TRIGGER closing_section_is_found AFTER INSERT ON closing_section BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'ending' AND record = NEW.therapy AND part = NEW.section;
END;

CREATE TRIGGER closing_section_before BEFORE UPDATE OF my_text ON closing_section BEGIN
    DELETE FROM findable WHERE kind = 'ending' AND record = OLD.therapy AND part = OLD.section;
END;

CREATE TRIGGER closing_section_after AFTER UPDATE OF my_text ON closing_section BEGIN
    INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place WHERE kind = 'ending' AND record = NEW.therapy AND part = NEW.section;
END;

CREATE TRIGGER closing_section_is_gone BEFORE DELETE ON closing_section BEGIN
    DELETE FROM findable WHERE kind = 'ending' AND record = OLD.therapy AND part = OLD.section;
END;

CREATE INDEX note_in_bin ON note (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX note_with_star ON note (therapy, written_at DESC, id DESC) WHERE starred = 1 AND binned_at IS NULL;

-- What was written before this step: each row as if it were written now.
UPDATE note_text SET text = text;
UPDATE topic SET wording = wording;
UPDATE goal_wording SET wording = wording;
UPDATE checklist_answer SET words = words;
UPDATE closing_section SET my_text = my_text;
