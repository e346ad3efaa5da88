-- How a topic that was brought into a session was received, where the person wants to say so.

ALTER TABLE topic ADD COLUMN received TEXT CHECK (received IN ('listened', 'explained', 'turned_away', 'cannot_tell'));
