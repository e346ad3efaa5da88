"""The therapy and setting tables."""

from dataclasses import astuple, fields, replace
from datetime import date, time

from therapy_diary.domain.setting import Frequency, Place, Setting, SettingId, Terms
from therapy_diary.domain.therapy import Approach, EndKind, Therapy, TherapyId, TherapyState
from therapy_diary.storage.choices import THERAPY, Choices
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.drafts_aside import (
    bring_back,
    forget_about_notes,
    forget_aside,
    forget_on_screen,
    put_aside,
)
from therapy_diary.storage.stamps import maybe_date, maybe_text, new_uid

TERMS = tuple(it.name for it in fields(Terms))


class Therapies:
    """Courses of therapy, the latest begun first."""

    def __init__(self, connection: Connection, choices: Choices) -> None:
        self._connection = connection
        self._choices = choices

    def begin(
        self,
        *,
        label: str,
        started_on: date,
        therapist_name: str = "",
        approach: Approach = Approach.UNSURE,
        reason_for_coming: str = "",
    ) -> Therapy:
        """Add a therapy that is under way."""
        row = self._connection.execute(
            "INSERT INTO therapy (uid, label, therapist_name, approach, reason_for_coming, started_on)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
            [new_uid(), label, therapist_name, approach, reason_for_coming, started_on.isoformat()],
        ).fetchone()
        return _therapy(row)

    def all(self) -> list[Therapy]:
        """Every therapy, the latest begun first."""
        rows = self._connection.execute("SELECT * FROM therapy ORDER BY started_on DESC, id DESC")
        return [_therapy(row) for row in rows]

    def get(self, therapy: TherapyId) -> Therapy:
        """The therapy of that id. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM therapy WHERE id = ?", [therapy]).fetchone()
        if row is None:
            raise KeyError(therapy)
        return _therapy(row)

    def current(self) -> Therapy | None:
        """The one on screen: the one that was put there, else the latest begun that is not closed, else the latest."""
        row = self._connection.execute(
            "SELECT * FROM therapy ORDER BY uid IS NOT (SELECT json_extract(value, '$') FROM choice WHERE name = ?),"
            " state = 'closed', started_on DESC, id DESC LIMIT 1",
            [THERAPY],
        ).fetchone()
        return None if row is None else _therapy(row)

    def put_on_screen(self, therapy: TherapyId) -> None:
        """Show that one from now on, at the next start too. What is half written about another waits with that.

        Raises KeyError.
        """
        wanted, shown = self.get(therapy), self.current()
        if shown is not None and shown.id != therapy:
            put_aside(self._connection, shown.uid)
        bring_back(self._connection, wanted.uid)
        self._choices.choose_therapy(wanted.uid)

    def keep_on_screen(self, therapy: TherapyId) -> None:
        """Show the one again that was shown before something was begun or closed, with what is half written there.

        Raises KeyError.
        """
        shown = self.current()
        if shown is None or shown.id != therapy:
            self._choices.choose_therapy(self.get(therapy).uid)

    def save(self, therapy: Therapy) -> None:
        """Keep the therapy as it now is."""
        self._connection.execute(
            "UPDATE therapy SET label = ?, therapist_name = ?, approach = ?, reason_for_coming = ?, started_on = ?,"
            " state = ?, ended_on = ?, end_kind = ? WHERE id = ?",
            [
                therapy.label,
                therapy.therapist_name,
                therapy.approach,
                therapy.reason_for_coming,
                therapy.started_on.isoformat(),
                therapy.state,
                maybe_text(therapy.ended_on),
                therapy.end_kind,
                therapy.id,
            ],
        )

    def remove(self, therapy: TherapyId) -> None:
        """Delete a therapy with everything in it, and what is half written about it. Raises KeyError.

        What was deleted is overwritten in the file. Backups and files that were exported keep it.
        """
        gone, shown = self.get(therapy), self.current()
        forget_about_notes(self._connection, therapy)
        self._connection.execute("DELETE FROM therapy WHERE id = ?", [therapy])
        forget_aside(self._connection, gone.uid)
        if shown is None or shown.id != therapy:
            return
        forget_on_screen(self._connection)
        following = self.current()
        self._choices.choose_therapy(None if following is None else following.uid)
        if following is not None:
            bring_back(self._connection, following.uid)

    def move_to(self, therapy: TherapyId, state: TherapyState) -> None:
        """Change where a therapy stands. Not for closing it, which needs a date and a kind."""
        self.save(replace(self.get(therapy), state=state, ended_on=None, end_kind=None))


class Settings:
    """What was agreed about day, time and place, as dated versions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def agree(
        self,
        therapy: TherapyId,
        valid_from: date,
        *,
        weekday: int | None,
        start_time: time | None,
        minutes: int | None = 50,
        frequency: Frequency = Frequency.WEEKLY,
        place: Place = Place.ROOM,
        terms: Terms = Terms(),  # noqa: B008 - frozen
    ) -> Setting:
        """Add a version; one that began the same day is taken back."""
        names = ["weekday", "start_time", "minutes", "frequency", "place", *TERMS]
        row = self._connection.execute(
            f"INSERT INTO setting (therapy, valid_from, {', '.join(names)})"
            f" VALUES (?, ?{', ?' * len(names)}) ON CONFLICT (therapy, valid_from) DO UPDATE SET"
            f" {', '.join(f'{it} = excluded.{it}' for it in names)} RETURNING *",
            [
                therapy,
                valid_from.isoformat(),
                weekday,
                None if start_time is None else start_time.isoformat(timespec="minutes"),
                minutes,
                frequency,
                place,
                *astuple(terms),
            ],
        ).fetchone()
        return _setting(row)

    def of(self, therapy: TherapyId) -> list[Setting]:
        """Every version for a therapy, oldest first."""
        rows = self._connection.execute(
            "SELECT * FROM setting WHERE therapy = ? ORDER BY valid_from", [therapy]
        )
        return [_setting(row) for row in rows]

    def take_back(self, setting: SettingId) -> None:
        """Forget a version, as the person took it back."""
        self._connection.execute("DELETE FROM setting WHERE id = ?", [setting])

    def on(self, therapy: TherapyId, day: date) -> Setting | None:
        """The version that holds on a day; before the first one, the first."""
        row = self._connection.execute(
            "SELECT * FROM setting WHERE therapy = ?"
            " ORDER BY valid_from > ?, CASE WHEN valid_from > ? THEN valid_from END, valid_from DESC LIMIT 1",
            [therapy, day.isoformat(), day.isoformat()],
        ).fetchone()
        return None if row is None else _setting(row)


def _therapy(row: Row) -> Therapy:
    return Therapy(
        id=TherapyId(row["id"]),
        uid=row["uid"],
        label=row["label"],
        therapist_name=row["therapist_name"],
        approach=Approach(row["approach"]),
        reason_for_coming=row["reason_for_coming"],
        started_on=date.fromisoformat(row["started_on"]),
        state=TherapyState(row["state"]),
        ended_on=maybe_date(row["ended_on"]),
        end_kind=None if row["end_kind"] is None else EndKind(row["end_kind"]),
    )


def _setting(row: Row) -> Setting:
    return Setting(
        id=SettingId(row["id"]),
        therapy=TherapyId(row["therapy"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        weekday=row["weekday"],
        start_time=None if row["start_time"] is None else time.fromisoformat(row["start_time"]),
        minutes=row["minutes"],
        frequency=Frequency(row["frequency"]),
        place=Place(row["place"]),
        terms=Terms(**{it: row[it] for it in TERMS}),
    )
