"""Day One's rich text, a list of pieces with their looks, as Markdown: for entries that come without a plain one."""

from typing import Any

from therapy_diary.exchange.records import Record, apart, words

_PLACES = {"photo": "/", "audio": "/audio", "video": "/video", "pdfAttachment": "/pdfAttachment"}
_MARKS = (("inlineCode", "`"), ("strikethrough", "~~"), ("italic", "*"), ("bold", "**"))
DEEPEST = 20


def to_markdown(contents: str | list[Record]) -> str:
    """The pieces one after the other; what is plain words already stays so."""
    if isinstance(contents, str):
        return contents
    text, at_start = "", True
    for piece in contents:
        said = _said(piece, at_start=at_start)
        text += said
        at_start = not said or said.endswith("\n")
    return apart(text)


def _said(piece: Record, *, at_start: bool) -> str:
    objects = piece.get("embeddedObjects")
    if isinstance(objects, list):
        return "".join(_shown(it) for it in objects if isinstance(it, dict))
    looks = piece.get("attributes")
    looks = looks if isinstance(looks, dict) else {}
    said = "\n".join(_marked(it, looks) for it in words(piece, "text").split("\n"))
    line = looks.get("line")
    return _begin(line) + said if at_start and said.strip() and isinstance(line, dict) else said


def _shown(thing: dict[str, Any]) -> str:
    """A picture, a sound or a rule as the plain text has it."""
    kind, identifier = words(thing, "type"), words(thing, "identifier")
    if kind == "horizontalRuleLine":
        return "\n---\n"
    return f"\n![](dayone-moment:{_PLACES[kind]}/{identifier})\n" if identifier and kind in _PLACES else ""


def _begin(line: dict[str, Any]) -> str:
    """What a heading, a quotation or a line of a list begins with."""
    level, kind, deep = line.get("header"), line.get("listStyle"), line.get("indentLevel")
    inside = "  " * min(max(deep - 1, 0), DEEPEST) if isinstance(deep, int) else ""
    if isinstance(level, int) and 1 <= level <= 6:
        return "#" * level + " "
    if kind == "checkbox":
        return f"{inside}- [{'x' if line.get('checked') is True else ' '}] "
    if kind in {"bulleted", "numbered"}:
        return inside + ("- " if kind == "bulleted" else "1. ")
    return "> " if line.get("quote") is True else ""


def _marked(text: str, looks: dict[str, Any]) -> str:
    """Words between their marks, which stand close to them."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for name, mark in _MARKS:
        inner = f"{mark}{inner}{mark}" if looks.get(name) is True else inner
    url = looks.get("linkURL")
    return before + (f"[{inner}]({url})" if isinstance(url, str) and url else inner) + after
