"""A note's Markdown as HTML: only what Markdown itself can say, and never a file or an address that the page would fetch."""

import base64
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from therapy_diary.domain.pointing import files_named, with_notes_at

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

FileOf = Callable[[str], tuple[str, bytes] | None]
"""The type and the bytes of a file of the note, by its name; None where it is gone or does not go along."""
HERE = "%23"
"""How an address on the same page begins once it is quoted."""
BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


def note_html(text: str, file_of: FileOf, anchor_of: Callable[[str], str | None]) -> Any:
    """The text as markup. Pictures stand in it themselves; a link to a note leads to its place on the page."""
    import markupsafe

    linked = with_notes_at(
        text, lambda uid: None if (it := anchor_of(uid)) is None else f"#{it}"
    )  # quoted: HERE
    tokens = _reader().parse(linked)
    shown = {name: _address(found) for name in files_named(text) if (found := file_of(name)) is not None}
    for token in tokens:
        for part in token.children or ():
            if part.type == "image":
                _put_picture(part, shown)
            elif part.type == "link_open" and str(part.attrs["href"]).startswith(HERE):
                part.attrs["href"] = str(part.attrs["href"]).replace(HERE, "#", 1)
            elif part.type == "text":
                part.content = _with_box(part.content)
    reader = _reader()
    return markupsafe.Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - escaped by the reader


def _put_picture(part: Any, shown: dict[str, str]) -> None:
    """A picture of the note itself, or else only its words: a page must fetch nothing when it is opened."""
    from urllib.parse import unquote

    address = shown.get(unquote(str(part.attrs.get("src", ""))).removeprefix("attachment:"))
    if address is not None:
        part.attrs["src"] = address
    else:
        part.type, part.tag, part.children = "text", "", None


def _with_box(text: str) -> str:
    for mark, box in BOXES.items():
        if text.startswith(mark):
            return box + text.removeprefix(mark)
    return text


def _address(found: tuple[str, bytes]) -> str:
    media, content = found
    return f"data:{media};base64,{base64.b64encode(content).decode()}"


@functools.cache
def _reader() -> "MarkdownIt":
    """One for all notes: building it takes longer than reading a note."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True})
    reader.validateLink = _may_be_followed  # type: ignore[method-assign, assignment]
    return reader


def _may_be_followed(address: str) -> bool:
    """Addresses that do nothing by themselves, places on this page, and the note's own files."""
    return address.lower().startswith(("https:", "http:", "mailto:", "tel:", HERE.lower(), "attachment:"))
