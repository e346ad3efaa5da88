"""Knows an entry of another diary again: by the source's own name for it, else by what it says.

An entry without a name has two identities: a hash of its source, local time, title and text as they were read, and where
they were read out of something else, a hash of that. The second one holds when a later version reads titles otherwise.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass

import msgspec

from therapy_diary.domain.storable import storable
from therapy_diary.exchange.archive import NAME as OURS
from therapy_diary.exchange.found import Found
from therapy_diary.storage.imports import Imports

_encoded = msgspec.json.Encoder().encode


@dataclass(slots=True)
class Identity:
    """What an entry is known by: its name or what was read of it, and what the source says where that is something else.

    of_parts is what the entries that it holds say.
    """

    name: str
    said: str | None = None
    of_parts: tuple[str, ...] = ()


class KnownAgain:
    """What came before, and what was met in this source so far."""

    def __init__(self, imports: Imports) -> None:
        self._imports = imports
        self._known: dict[str, set[str]] = {}
        self._read: Counter[tuple[str, str]] = Counter()
        self._said: Counter[tuple[str, str]] = Counter()
        """How often something was met, counted apart: what is read of a plain entry is what it says, and has the same hash."""
        self._named: dict[tuple[str, str], set[str]] = {}

    def identity(self, found: Found, title: str, text: str) -> Identity | None:
        """What this entry will be known by the next time as well; None where the source says the very same once more.

        title and text are what the diary will hold of it.

        What says the same at the same minute twice in one source are two entries, and so are two that say different
        things under one name.
        """
        says = _says(found, title, text)
        name = found.source_id or says
        if found.source_id:
            before = self._named.setdefault((found.source, name), set())
            if says in before:
                return None
            before.add(says)
        identity = Identity(_numbered(name, self._read[found.source, name]))
        self._read[found.source, name] += 1
        if found.said is not None and not found.source_id:
            said = _as_said(found.source, found.said)
            identity.said = _numbered(said, self._said[found.source, said])
            self._said[found.source, said] += 1
        return identity

    def is_here(self, source: str, identity: Identity) -> bool:
        """Whether it came before, or was written here."""
        known = self._of(source)
        return identity.name in known or identity.said in known

    def has_any(self, source: str) -> bool:
        """Whether there is anything that something of this source could be."""
        return bool(self._of(source))

    def came_as_it_is(self, found: Found) -> bool:
        """Whether what says this came before, be it once or several times."""
        known = self._of(found.source)
        as_said = found.said and _as_said(found.source, found.said)
        return _says(found, *plain(found)) in known or as_said in known

    def _of(self, source: str) -> set[str]:
        if source not in self._known:
            self._known[source] = self._imports.known(source)
            if source == OURS:
                self._known[source] |= self._imports.own()
        return self._known[source]


def plain(found: Found) -> tuple[str, str]:
    """Its title and text as a diary can hold them."""
    return storable(found.title).strip(), storable(found.text).strip("\n")


def _numbered(name: str, before: int) -> str:
    return f"{name}#{before + 1}" if before else name


def _says(found: Found, title: str, text: str) -> str:
    return _hash(found.source, found.written_at.isoformat(), title, text)


def _as_said(source: str, said: tuple[str, str, str]) -> str:
    return _hash(source, *(storable(it).strip() for it in said))


def _hash(*parts: str) -> str:
    return hashlib.sha256(_encoded(parts)).hexdigest()
