"""What the newest editor of Standard Notes writes, a tree of nodes, as Markdown."""

from collections.abc import Iterator
from typing import Any

from therapy_diary.exchange.records import apart

DEEPEST = 60
"""Nodes within each other that are followed; no editor makes as many."""
BOLD, ITALIC, STRUCK, CODE = 1, 2, 4, 16
_MARKS = ((CODE, "`"), (STRUCK, "~~"), (ITALIC, "*"), (BOLD, "**"))


def to_markdown(root: Any) -> str:
    """The text below a root, paragraph by paragraph."""
    return "\n\n".join(it for node in _children(root) if (it := _block(node, 0))).strip()


def _block(node: Any, depth: int) -> str:
    """A paragraph, a heading, a quotation, a list, a piece of code or a rule."""
    if not isinstance(node, dict) or depth > DEEPEST:
        return ""
    kind = node.get("type")
    if kind == "list":
        return "\n".join(_items(node, depth + 1))
    if kind == "horizontalrule":
        return "---"
    said = _said(node, depth)
    if kind != "code":
        said = apart(said)
    if kind == "heading":
        level = str(node.get("tag"))[-1:]
        return f"{'#' * int(level) if level in {'1', '2', '3', '4', '5', '6'} else '#'} {said}"
    if kind == "quote":
        return "\n".join(f"> {line}" for line in said.split("\n"))
    return f"```\n{said}\n```" if kind == "code" else said


def _items(node: dict[str, Any], depth: int) -> Iterator[str]:
    """The lines of a list; a list inside it stands further in."""
    kind = node.get("listType")
    for place, item in enumerate(_children(node), start=1):
        inner = [it for it in _children(item) if isinstance(it, dict) and it.get("type") == "list"]
        said = _said(item, depth, without="list")
        if said or not inner:
            mark = f"{place}. " if kind == "number" else "- "
            if kind == "check":
                mark += "[x] " if item.get("checked") is True else "[ ] "
            yield mark + said
        for it in inner:
            if depth <= DEEPEST:
                yield from (f"  {line}" for line in _items(it, depth + 1))


def _said(node: Any, depth: int, *, without: str = "") -> str:
    return "".join(
        _piece(it, depth + 1)
        for it in _children(node)
        if not isinstance(it, dict) or it.get("type") != without
    )


def _piece(node: Any, depth: int) -> str:
    """Words with their marks, a link, the end of a line."""
    if not isinstance(node, dict) or depth > DEEPEST:
        return ""
    kind, text = node.get("type"), node.get("text")
    if kind == "linebreak":
        return "\n"
    if isinstance(text, str):
        return _marked(text, node.get("format"))
    said = _said(node, depth)
    url = node.get("url")
    return (
        f"[{said}]({url})" if kind in {"link", "autolink"} and isinstance(url, str) and said != url else said
    )


def _marked(text: str, marks: Any) -> str:
    """Words between their marks, which stand close to them."""
    inner = text.strip()
    if not inner or not isinstance(marks, int):
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for bit, mark in _MARKS:
        inner = f"{mark}{inner}{mark}" if marks & bit else inner
    return before + inner + after


def _children(node: Any) -> list[Any]:
    found = node.get("children") if isinstance(node, dict) else None
    return found if isinstance(found, list) else []
