"""Where in a whole text the words stand that a search found in a passage of it."""

from therapy_diary.domain.found import Found
from therapy_diary.storage.search import MORE


def first_find(found: Found, text: str) -> tuple[int, int] | None:
    """Start and end of the first find, in characters of the text; None where it stands in the title, or nowhere."""
    passage = found.passage
    if not passage.marks:
        return None
    start, length = passage.marks[0]
    word = passage.text[start : start + length]
    cut = len(MORE) if passage.text.startswith(MORE) else 0
    there = text.find(passage.text[cut:].removesuffix(MORE))
    place = there + start - cut if there >= 0 else text.casefold().find(word.casefold())
    return (place, place + length) if place >= 0 else None
