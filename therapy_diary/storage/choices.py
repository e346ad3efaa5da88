"""The choice table: what the person chose about what the diary shows them."""

import json
from typing import Any

from therapy_diary.storage.connection import Connection

QUIET, LIMITS, BANDS, THERAPY = "quiet", "limits", "bands:", "therapy"
NO_READINGS, NOT_NOW, PANEL, BY_HAND = "no_readings", "not_now:", "panel:", "topics_by_hand:"
FIRST_SESSION = "first_session:"


class Choices:
    """Choices that belong to the diary and go with it. One never made is as the diary comes.

    Whether it is to be quiet is remembered once read: every page asks at every turn, and must not wait for a disk then.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._quiet: bool | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether no numbers and no charts are shown, notes only."""
        if self._quiet is None:
            self._quiet = self._at(QUIET) is True
        return self._quiet

    def be_quiet(self, quiet: bool) -> None:
        """Show no numbers and no charts from now on, or show them again."""
        self._quiet = None
        self._choose(QUIET, True if quiet else None)

    def forget_what_was_read(self) -> None:
        """The diary was changed elsewhere: read again."""
        self._quiet = None

    def limits(self) -> dict[str, int | float]:
        """The limits of words and readings that differ from the usual, by name."""
        kept = self._at(LIMITS)
        return kept if isinstance(kept, dict) else {}

    def change_limits(self, changes: dict[str, int | float]) -> None:
        """Keep what differs from the usual limits; nothing is the usual ones."""
        self._choose(LIMITS, changes or None)

    def shows_bands(self, measure: str) -> bool:
        """Whether the authors' ranges of the questionnaire with that code are shown."""
        return self._at(BANDS + measure) is True

    def show_bands(self, measure: str, shown: bool) -> None:
        """Show the authors' ranges of a questionnaire, or no longer."""
        self._choose(BANDS + measure, True if shown else None)

    def therapy(self) -> str | None:
        """The uid of the therapy that was put on the screen; None while none was, and the latest is shown."""
        kept = self._at(THERAPY)
        return kept if isinstance(kept, str) else None

    def choose_therapy(self, uid: str | None) -> None:
        """Remember which therapy is on the screen. See Therapies.put_on_screen, which moves what is half written."""
        self._choose(THERAPY, uid)

    @property
    def wants_no_readings(self) -> bool:
        """Whether the person chose in the settings that nothing the rules find is shown."""
        return self._at(NO_READINGS) is True

    def want_readings(self, wanted: bool) -> None:
        """Show what the rules find, or nothing of it."""
        self._choose(NO_READINGS, None if wanted else True)

    def put_off_at(self, observation: str, therapy: str) -> int | None:
        """How many sessions of a therapy, by its uid, were held when an observation was put off; None if it was not."""
        kept = self._at(f"{NOT_NOW}{observation}:{therapy}")
        return kept if isinstance(kept, int) else None

    def put_off(self, observation: str, therapy: str, held: int) -> None:
        """Keep that an observation is not wanted now, after so many sessions."""
        self._choose(f"{NOT_NOW}{observation}:{therapy}", held)

    def panel_of(self, kind: str) -> str:
        """The panel of that kind, "goal" or "scale", that the person wants before a session; empty while none is chosen."""
        kept = self._at(PANEL + kind)
        return kept if isinstance(kept, str) else ""

    def choose_panel(self, kind: str, name: str) -> None:
        """Show this panel before a session."""
        self._choose(PANEL + kind, name)

    def has_topics_by_hand(self, therapy: str) -> bool:
        """Whether the person put what they want to bring into an order of their own, in a therapy by its uid."""
        return self._at(BY_HAND + therapy) is True

    def put_topics_by_hand(self, therapy: str, by_hand: bool) -> None:
        """Go by the person's order of topics, or by how hard they are to say."""
        self._choose(BY_HAND + therapy, True if by_hand else None)

    def first_session(self, therapy: str) -> str | None:
        """The session, by its uid, that was marked as the first of a therapy; empty where the person had marked one.

        None as long as none was.
        """
        kept = self._at(FIRST_SESSION + therapy)
        return kept if isinstance(kept, str) else None

    def remember_first_session(self, therapy: str, session: str) -> None:
        """Keep which session was marked as the first, so that a mark that was taken away does not come back."""
        self._choose(FIRST_SESSION + therapy, session)

    def _at(self, name: str) -> Any:
        row = self._connection.execute("SELECT value FROM choice WHERE name = ?", [name]).fetchone()
        return None if row is None else json.loads(row["value"])

    def _choose(self, name: str, value: object) -> None:
        if value is None:
            self._connection.execute("DELETE FROM choice WHERE name = ?", [name])
            return
        self._connection.execute(
            "INSERT INTO choice (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [name, json.dumps(value, sort_keys=True)],
        )
