-- The first shape of a diary. Dates and local wall times are ISO text: "Tuesday 17:00" must not move when the clock or the
-- country changes. A missing answer is NULL, never zero. Scores are never stored. uid is for what may leave and come back.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE therapy (
    id                INTEGER PRIMARY KEY,
    uid               TEXT NOT NULL UNIQUE,
    label             TEXT NOT NULL CHECK (length(trim(label)) BETWEEN 1 AND 120),
    therapist_name    TEXT NOT NULL DEFAULT '' CHECK (length(therapist_name) <= 120),
    therapist_note    TEXT NOT NULL DEFAULT '',
    approach          TEXT NOT NULL DEFAULT 'unsure' CHECK (approach IN ('dynamic', 'focused', 'mixed', 'unsure')),
    approach_note     TEXT NOT NULL DEFAULT '',
    reason_for_coming TEXT NOT NULL DEFAULT '',
    started_on        TEXT NOT NULL CHECK (started_on IS date(started_on)),
    planned_sessions  INTEGER CHECK (planned_sessions BETWEEN 1 AND 500),
    state             TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('starting', 'active', 'paused', 'ending', 'closed')),
    ended_on          TEXT CHECK (ended_on IS date(ended_on)),
    end_kind          TEXT CHECK (end_kind IN ('goals_reached', 'lack_of_fit', 'planned_limit', 'outside_reasons', 'other')),
    CHECK ((state = 'closed') = (ended_on IS NOT NULL)),
    CHECK ((ended_on IS NULL) = (end_kind IS NULL)),
    CHECK (ended_on IS NULL OR ended_on >= started_on)
) STRICT;

CREATE TABLE setting (
    id              INTEGER PRIMARY KEY,
    therapy         INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    valid_from      TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
    weekday         INTEGER CHECK (weekday BETWEEN 1 AND 7),
    start_time      TEXT CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    minutes         INTEGER CHECK (minutes BETWEEN 5 AND 480),
    frequency       TEXT NOT NULL DEFAULT 'weekly' CHECK (frequency IN ('twice_weekly', 'weekly', 'fortnightly', 'monthly', 'irregular')),
    place           TEXT NOT NULL DEFAULT 'room' CHECK (place IN ('room', 'online', 'phone', 'mixed')),
    fee_note        TEXT NOT NULL DEFAULT '',
    cancelling      TEXT NOT NULL DEFAULT '',
    contact_between TEXT NOT NULL DEFAULT '',
    confidentiality TEXT NOT NULL DEFAULT '',
    breaks          TEXT NOT NULL DEFAULT '',
    inside_outside  TEXT NOT NULL DEFAULT '',
    open_questions  TEXT NOT NULL DEFAULT '',
    why_changed     TEXT NOT NULL DEFAULT '',
    UNIQUE (therapy, valid_from)
) STRICT;

CREATE TABLE session (
    id             INTEGER PRIMARY KEY,
    uid            TEXT NOT NULL UNIQUE,
    therapy        INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    starts_at      TEXT NOT NULL CHECK (starts_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
    utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -840 AND 840),
    state          TEXT NOT NULL DEFAULT 'planned'
                   CHECK (state IN ('planned', 'held', 'cancelled_by_me', 'cancelled_by_therapist', 'missed')),
    place          TEXT CHECK (place IN ('room', 'online', 'phone')),
    one_line       TEXT NOT NULL DEFAULT '' CHECK (length(one_line) <= 200),
    my_part        TEXT NOT NULL DEFAULT '',
    their_part     TEXT NOT NULL DEFAULT '',
    UNIQUE (therapy, starts_at)
) STRICT;

-- A note's text stands apart from the narrow row that lists and charts read: decrypting every body to show a list
-- costs four times as much. opening is the first 280 characters of the text.
CREATE TABLE note (
    id             INTEGER PRIMARY KEY,
    uid            TEXT NOT NULL UNIQUE,
    therapy        INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    session        INTEGER REFERENCES session (id) ON DELETE SET NULL, -- deleting a session must not destroy writing
    kind           TEXT NOT NULL CHECK (kind IN ('before', 'after', 'between')),
    title          TEXT NOT NULL DEFAULT '',
    opening        TEXT NOT NULL DEFAULT '' CHECK (length(opening) <= 280),
    written_at     TEXT NOT NULL,
    utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -840 AND 840),
    zone           TEXT NOT NULL DEFAULT '',
    edited_at      TEXT,
    starred        INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    never_print    INTEGER NOT NULL DEFAULT 1 CHECK (never_print IN (0, 1)), -- nothing leaves by accident
    binned_at      TEXT
) STRICT;
CREATE INDEX note_by_time ON note (therapy, written_at DESC, id DESC) WHERE binned_at IS NULL;
CREATE INDEX note_of_session ON note (session);

CREATE TABLE note_text (
    note INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE note_version (
    id       INTEGER PRIMARY KEY,
    note     INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    kept_at  TEXT NOT NULL,
    title    TEXT NOT NULL,
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX version_of_note ON note_version (note, id DESC);

CREATE TABLE attachment (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE,
    note     INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    name     TEXT NOT NULL,
    media    TEXT NOT NULL,
    size     INTEGER NOT NULL CHECK (size >= 0),
    added_at TEXT NOT NULL,
    content  BLOB NOT NULL CHECK (length(content) = size)
) STRICT;
CREATE INDEX attachment_of_note ON attachment (note);

CREATE TABLE draft (
    place   TEXT PRIMARY KEY,
    text    TEXT NOT NULL,
    cursor  INTEGER NOT NULL DEFAULT 0 CHECK (cursor >= 0),
    kept_at TEXT NOT NULL
) STRICT;

CREATE TABLE alliance_rating (
    session      INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    form_version INTEGER NOT NULL DEFAULT 1,
    filled_at    TEXT NOT NULL,
    aims         INTEGER CHECK (aims BETWEEN 0 AND 4),
    way          INTEGER CHECK (way BETWEEN 0 AND 4),
    connection   INTEGER CHECK (connection BETWEEN 0 AND 4),
    safe         INTEGER CHECK (safe BETWEEN 0 AND 4),
    understood   INTEGER CHECK (understood BETWEEN 0 AND 4),
    steady       INTEGER CHECK (steady BETWEEN 0 AND 4),
    frame        INTEGER CHECK (frame BETWEEN 0 AND 4),
    fit          INTEGER CHECK (fit BETWEEN 0 AND 4),
    one_change   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE difficulty_check (
    session      INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    form_version INTEGER NOT NULL DEFAULT 1,
    filled_at    TEXT NOT NULL,
    h1           INTEGER CHECK (h1 BETWEEN 0 AND 2),
    h2           INTEGER CHECK (h2 BETWEEN 0 AND 2),
    h3           INTEGER CHECK (h3 BETWEEN 0 AND 2),
    h4           INTEGER CHECK (h4 BETWEEN 0 AND 2),
    f1           INTEGER CHECK (f1 BETWEEN 0 AND 2),
    f2           INTEGER CHECK (f2 BETWEEN 0 AND 2),
    f3           INTEGER CHECK (f3 BETWEEN 0 AND 2)
) STRICT;

CREATE TABLE sign_moment (
    id      INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    sign    TEXT NOT NULL CHECK (sign IN ('s1', 's2', 's3', 's4')),
    words   TEXT NOT NULL DEFAULT '',
    UNIQUE (session, sign)
) STRICT;

CREATE TABLE checklist_answers (
    id           INTEGER PRIMARY KEY,
    therapy      INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    session      INTEGER REFERENCES session (id) ON DELETE SET NULL,
    answered_on  TEXT NOT NULL CHECK (answered_on IS date(answered_on)),
    form_version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (therapy, answered_on)
) STRICT;

CREATE TABLE checklist_answer (
    checklist INTEGER NOT NULL REFERENCES checklist_answers (id) ON DELETE CASCADE,
    question  INTEGER NOT NULL CHECK (question BETWEEN 1 AND 8),
    answer    INTEGER CHECK (answer BETWEEN 0 AND 4),
    words     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (checklist, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    therapy     INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    level       TEXT NOT NULL CHECK (level IN ('feelings', 'patterns', 'daily_life', 'other')),
    shared      TEXT NOT NULL DEFAULT 'not_discussed' CHECK (shared IN ('agreed', 'differs', 'not_discussed')),
    importance  INTEGER CHECK (importance BETWEEN 1 AND 3),
    state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'reached', 'set_aside', 'carried_on', 'replaced')),
    opened_on   TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
    closed_on   TEXT CHECK (closed_on IS date(closed_on)),
    closing_words TEXT NOT NULL DEFAULT '',
    replaced_by INTEGER REFERENCES goal (id) ON DELETE SET NULL,
    CHECK ((state = 'open') = (closed_on IS NULL)),
    CHECK (closed_on IS NULL OR closed_on >= opened_on),
    CHECK (replaced_by IS NULL OR state = 'replaced')
) STRICT;

CREATE TABLE goal_wording (
    id          INTEGER PRIMARY KEY,
    goal        INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
    version     INTEGER NOT NULL CHECK (version >= 1),
    valid_from  TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
    wording     TEXT NOT NULL CHECK (length(trim(wording)) BETWEEN 1 AND 400),
    change_kind TEXT NOT NULL CHECK (change_kind IN ('first', 'clearer_words', 'new_aim')),
    why         TEXT NOT NULL DEFAULT '',
    UNIQUE (goal, version),
    CHECK ((version = 1) = (change_kind = 'first'))
) STRICT;

CREATE TABLE goal_rating (
    id       INTEGER PRIMARY KEY,
    wording  INTEGER NOT NULL REFERENCES goal_wording (id) ON DELETE CASCADE,
    session  INTEGER REFERENCES session (id) ON DELETE SET NULL,
    rated_on TEXT NOT NULL CHECK (rated_on IS date(rated_on)),
    value    INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
    words    TEXT NOT NULL DEFAULT '',
    UNIQUE (wording, rated_on)
) STRICT;

CREATE TABLE task (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    therapy    INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    session    INTEGER REFERENCES session (id) ON DELETE SET NULL,
    goal       INTEGER REFERENCES goal (id) ON DELETE SET NULL,
    wording    TEXT NOT NULL CHECK (length(trim(wording)) BETWEEN 1 AND 400),
    outcome    TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'tried', 'done', 'let_go', 'changed')),
    learnt     TEXT NOT NULL DEFAULT '',
    created_on TEXT NOT NULL CHECK (created_on IS date(created_on))
) STRICT;

CREATE TABLE pattern (
    id      INTEGER PRIMARY KEY,
    uid     TEXT NOT NULL UNIQUE,
    therapy INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    name    TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 400),
    words   TEXT NOT NULL DEFAULT '',
    UNIQUE (therapy, name)
) STRICT;

CREATE TABLE pattern_seen (
    id      INTEGER PRIMARY KEY,
    pattern INTEGER NOT NULL REFERENCES pattern (id) ON DELETE CASCADE,
    session INTEGER REFERENCES session (id) ON DELETE SET NULL,
    seen_on TEXT NOT NULL CHECK (seen_on IS date(seen_on)),
    place   TEXT NOT NULL CHECK (place IN ('with_therapist', 'outside')),
    words   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE topic (
    id              INTEGER PRIMARY KEY,
    uid             TEXT NOT NULL UNIQUE,
    therapy         INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('content', 'relationship', 'goals', 'way_of_working', 'setting', 'practical', 'ending')),
    wording         TEXT NOT NULL CHECK (length(trim(wording)) BETWEEN 1 AND 400),
    hard_to_say     INTEGER NOT NULL DEFAULT 0 CHECK (hard_to_say BETWEEN 0 AND 3),
    opening_line    TEXT NOT NULL DEFAULT '',
    covered         INTEGER NOT NULL DEFAULT 0 CHECK (covered IN (0, 1)), -- "not brought up yet": never in previews or print
    state           TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'brought', 'partly', 'later', 'let_go')),
    created_on      TEXT NOT NULL CHECK (created_on IS date(created_on)),
    brought_in      INTEGER REFERENCES session (id) ON DELETE SET NULL,
    what_came_of_it TEXT NOT NULL DEFAULT '',
    source          TEXT NOT NULL DEFAULT 'me' CHECK (source IN ('me', 'reading', 'checklist', 'note', 'setting', 'closing'))
) STRICT;
CREATE INDEX topic_waiting ON topic (therapy, position) WHERE state IN ('waiting', 'later');

CREATE TABLE setting_event (
    id      INTEGER PRIMARY KEY,
    therapy INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    session INTEGER REFERENCES session (id) ON DELETE SET NULL,
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date)),
    kind    TEXT NOT NULL CHECK (kind IN ('time_moved', 'cut_short', 'cancelled', 'late', 'contact_outside', 'privacy', 'place_changed',
                                         'break', 'line_crossed', 'not_safe', 'other')),
    words   TEXT NOT NULL DEFAULT '',
    topic   INTEGER REFERENCES topic (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE milestone (
    id      INTEGER PRIMARY KEY,
    therapy INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    session INTEGER REFERENCES session (id) ON DELETE SET NULL,
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date)),
    until   TEXT CHECK (until IS date(until) AND until >= on_date),
    kind    TEXT NOT NULL CHECK (kind IN ('first_session', 'goals_set', 'goals_reviewed', 'break', 'turning_point', 'new_experience',
                                         'strain', 'mended', 'ending_raised', 'last_session', 'other')),
    words   TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX one_first_session ON milestone (therapy) WHERE kind = 'first_session';
CREATE UNIQUE INDEX one_last_session ON milestone (therapy) WHERE kind = 'last_session';

CREATE TABLE measure (
    id              INTEGER PRIMARY KEY,
    code            TEXT NOT NULL,
    version         TEXT NOT NULL,
    definition_toml TEXT NOT NULL,
    sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
    origin          TEXT NOT NULL CHECK (origin IN ('in_box', 'added_by_me')),
    enabled         INTEGER NOT NULL DEFAULT 0 CHECK (enabled IN (0, 1)),
    UNIQUE (code, version)
) STRICT;

CREATE TABLE measure_answers (
    id           INTEGER PRIMARY KEY,
    measure      INTEGER NOT NULL REFERENCES measure (id) ON DELETE RESTRICT, -- old answers stay readable exactly as asked
    therapy      INTEGER REFERENCES therapy (id) ON DELETE CASCADE,           -- wellbeing goes on between therapies
    answered_at  TEXT NOT NULL,
    answers_json TEXT NOT NULL CHECK (json_valid(answers_json))
) STRICT;

CREATE TABLE reading (
    id           INTEGER PRIMARY KEY,
    therapy      INTEGER NOT NULL REFERENCES therapy (id) ON DELETE CASCADE,
    rule         TEXT NOT NULL,
    rule_version INTEGER NOT NULL,
    shown_at     TEXT NOT NULL,
    inputs_json  TEXT NOT NULL CHECK (json_valid(inputs_json)),
    response     TEXT NOT NULL DEFAULT 'none' CHECK (response IN ('none', 'made_topic', 'not_now', 'does_not_fit', 'turned_off')),
    topic        INTEGER REFERENCES topic (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE closing (
    therapy            INTEGER PRIMARY KEY REFERENCES therapy (id) ON DELETE CASCADE,
    variant            TEXT NOT NULL CHECK (variant IN ('goals', 'fit')),
    decided_by         TEXT CHECK (decided_by IN ('me', 'therapist', 'together', 'outside')),
    opened_on          TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
    planned_last_on    TEXT CHECK (planned_last_on IS date(planned_last_on)),
    sessions_set_aside INTEGER CHECK (sessions_set_aside BETWEEN 0 AND 50),
    finished_on        TEXT CHECK (finished_on IS date(finished_on)),
    snapshot_json      TEXT CHECK (json_valid(snapshot_json)),
    CHECK (finished_on IS NULL OR snapshot_json IS NOT NULL)
) STRICT;

CREATE TABLE closing_section (
    therapy  INTEGER NOT NULL REFERENCES closing (therapy) ON DELETE CASCADE,
    section  TEXT NOT NULL,
    my_text  TEXT NOT NULL DEFAULT '',
    draw     INTEGER NOT NULL DEFAULT 1 CHECK (draw IN (0, 1)),
    in_print INTEGER NOT NULL DEFAULT 1 CHECK (in_print IN (0, 1)),
    PRIMARY KEY (therapy, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    id         INTEGER PRIMARY KEY,
    position   INTEGER NOT NULL,
    label      TEXT NOT NULL CHECK (length(trim(label)) >= 1),
    reach      TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('emergency', 'urgent_line', 'person', 'therapist', 'outside_advice')),
    hours      TEXT NOT NULL DEFAULT '',
    checked_on TEXT CHECK (checked_on IS date(checked_on))
) STRICT;

CREATE TRIGGER rating_needs_a_held_session BEFORE INSERT ON alliance_rating
WHEN (SELECT state FROM session WHERE id = NEW.session) <> 'held'
BEGIN SELECT RAISE(ABORT, 'session not held'); END;

CREATE TRIGGER difficulty_needs_a_held_session BEFORE INSERT ON difficulty_check
WHEN (SELECT state FROM session WHERE id = NEW.session) <> 'held'
BEGIN SELECT RAISE(ABORT, 'session not held'); END;

INSERT INTO meta (key, value) VALUES ('writes', '0');
