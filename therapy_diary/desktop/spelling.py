"""Which words the dictionaries of this computer do not have; only where `therapy-diary[spelling]` is installed.

Enchant would keep a file with the person's own words; it is given no folder for one. Own words live in the diary.
"""

import os
import re
import unicodedata
from collections.abc import Collection, Iterable
from importlib.util import find_spec
from typing import Any, Protocol

LONGEST_WORD = 60  # characters; what is longer is no word
MOST_REMEMBERED = 20_000  # answers held in memory
SUGGESTIONS = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’׳״\"][^\W\d_]+)*")
_SCRIPTS = {"he": "HEBREW", "yi": "HEBREW", "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "el": "GREEK"}
_SCRIPTS |= dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "CYRILLIC")


class _Dictionary(Protocol):
    def check(self, word: str) -> bool: ...
    def suggest(self, word: str) -> list[str]: ...


class Spelling:
    """Knows a word as right when one dictionary has it, or the person. Words of other scripts are left alone."""

    def __init__(self, dictionaries: dict[str, _Dictionary], own_words: Iterable[str]) -> None:
        """dictionaries: by script, such as LATIN; more than one language of a script stands behind one name each."""
        self._dictionaries = dictionaries
        self._own = {it.casefold() for it in own_words}
        self._known: dict[str, bool] = {}

    def wrong_in(self, text: str) -> list[tuple[int, int]]:
        """Where words stand that no dictionary has: (start, length) in characters."""
        found = (it for it in _WORD.finditer(text) if len(it[0]) <= LONGEST_WORD)
        return [(it.start(), len(it[0])) for it in found if not self.is_right(it[0])]

    def is_right(self, word: str) -> bool:
        """Whether a dictionary has the word, or nobody could say."""
        if word not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            asked = self._for(word)
            plain = word.replace("’", "'")
            self._known[word] = (
                not asked or word.casefold() in self._own or any(it.check(plain) for it in asked)
            )
        return self._known[word]

    def suggestions(self, word: str) -> list[str]:
        """A few words that may have been meant."""
        found = [it for one in self._for(word) for it in one.suggest(word)]
        return list(dict.fromkeys(found))[:SUGGESTIONS]

    def learn(self, word: str) -> None:
        """Take a word for right from now on; keeping it is for whoever has the diary."""
        self._own.add(word.casefold())
        self._known.clear()

    def _for(self, word: str) -> list[_Dictionary]:
        script = unicodedata.name(word[0], "").partition(" ")[0]
        return [one for name, one in self._dictionaries.items() if name.partition("-")[0] == script]


def can_check() -> bool:
    """Whether the extra is installed; whether there is a dictionary shows when it is opened."""
    return find_spec("enchant") is not None


def spelling_for(languages: Collection[str], own_words: Iterable[str]) -> Spelling | None:
    """The dictionaries of these languages, such as "en-GB"; None where there is none. Slow: beside the window."""
    if not can_check():
        return None
    os.environ["ENCHANT_CONFIG_DIR"] = os.devnull  # no folder, so no file of words anywhere outside the diary
    try:
        import enchant
    except ImportError:  # the library that it speaks to is not there
        return None
    broker = enchant.Broker()
    chosen: dict[str, _Dictionary] = {}
    for tag in _best(broker.list_languages(), languages):
        script = _SCRIPTS.get(_language(tag), "LATIN")
        chosen[f"{script}-{tag}"] = _opened(broker, tag)
    return Spelling(chosen, own_words) if chosen else None


def _opened(broker: Any, tag: str) -> _Dictionary:
    opened: _Dictionary = broker.request_dict(tag)
    return opened


def _best(there: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """One dictionary for each language that is wanted: that of the country if it is there."""
    tags, best = sorted(there, key=lambda it: (len(it), it)), {}
    for want in wanted:
        language = _language(want)
        of_language = [it for it in tags if _language(it) == language]
        exact = [it for it in of_language if it.replace("_", "-").casefold() == want.casefold()]
        if of_language and language not in best:
            best[language] = (exact or of_language)[0]
    return list(best.values())


def _language(tag: str) -> str:
    return re.split("[-_]", tag)[0].casefold()
