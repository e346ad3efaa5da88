"""HTML to Markdown by a list of what is allowed. Scripts, styles and everything unknown leave at most their words."""

import base64
import binascii
import html
import re
from dataclasses import dataclass, field

from therapy_diary.exchange.found import FoundFile
from therapy_diary.exchange.records import apart, file_of

_LONGEST_LABEL = 300
LARGEST_PICTURE = 25 * 1024 * 1024
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~", "code": "`"}
_BLOCKS = {
    "p",
    "div",
    "ul",
    "ol",
    "table",
    "tr",
    "section",
    "article",
    "header",
    "footer",
    "figure",
    "dl",
    "dd",
    "dt",
}
_SILENT = {"script", "style", "head", "title", "template", "iframe", "object", "noscript", "svg", "math"}
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>()]+", re.ASCII)
_ATTRIBUTE = re.compile(r"""(?<![a-zA-Z-])([a-zA-Z-]{1,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])")
_DATA = re.compile(r"data:(image/(?:png|jpeg|gif|webp));base64,(.*)", re.DOTALL)
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:p|br|div|h[1-6]|b|i|em|strong|u|ul|ol|li|span|blockquote|a|img|body|html)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The Markdown, and the pictures that stood in the text itself, by the names it refers to them with."""

    text: str
    pictures: tuple[tuple[str, str, bytes], ...] = ()


def looks_like_html(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return _LOOKS_LIKE_HTML.search(text[:20_000]) is not None


def words_and_files(text: str, *, is_html: bool | None = None) -> tuple[str, tuple[FoundFile, ...]]:
    """What a text is as Markdown, and the pictures that stood in it. None looks whether it is HTML; another stays as it is."""
    if not (looks_like_html(text) if is_html is None else is_html):
        return text, ()
    converted = convert(text)
    return converted.text, tuple(file_of(name, content) for name, _, content in converted.pictures)


def convert(text: str) -> Converted:
    """The Markdown for a piece of HTML, with the pictures that it carries inside itself. Linear in its length."""
    page = _Page()
    place, end = 0, -1
    while (begin := text.find("<", place)) >= 0:
        page.words(text[place:begin])
        if text.startswith("<!--", begin):
            close = text.find("-->", begin)
            place = len(text) if close < 0 else close + 3
            continue
        if 0 <= end < begin or end == -1:
            end = text.find(">", begin)
            end = len(text) if end < 0 else end  # and never looked for again
        named = _TAG.match(text, begin)
        if end == len(text) or (named is None and not text.startswith("<!", begin)):
            page.words("<")
            place = begin + 1
            continue
        if named is not None:
            page.tag(named[1].lower(), text[begin : end + 1])
        place = end + 1
    page.words(text[place:])
    return Converted(text=page.markdown(), pictures=tuple(page.pictures))


@dataclass(slots=True)
class _Page:
    """The Markdown so far."""

    parts: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str, bytes]] = field(default_factory=list)
    silent: str = ""
    is_as_typed: bool = False
    quoted: int = 0

    def words(self, text: str) -> None:
        """Words between tags."""
        if not text or self.silent:
            return
        text = html.unescape(text).replace("\u00a0", " ")
        if not self.is_as_typed:
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
            if not self.parts or self.parts[-1].endswith(("\n", " ")):
                text = text.lstrip(" ")
        if text:
            self.parts.append(text)

    def tag(self, name: str, whole: str) -> None:
        """One tag, opening or closing."""
        closes = whole.startswith("</")
        if self.silent or name in _SILENT:
            self._silence(name, whole, closes=closes)
        elif name in _MARKS:
            self._mark(_MARKS[name], closes=closes)
        elif name == "br":
            self.parts.append("\n")
        elif name == "hr":
            self._line("\n---\n\n")
        elif name in _BLOCKS:
            self._block(name, closes=closes)
        elif re.fullmatch(r"h[1-6]", name):
            self._line("\n" if closes else "\n" + "#" * int(name[1]) + " ")
        elif name in {"li", "blockquote", "pre", "a", "img", "input"}:
            getattr(self, f"_{name}")(whole, closes=closes)

    def markdown(self) -> str:
        """All of it."""
        text = "".join(self.parts)
        text = re.sub(r"(\*\*|~~) ?\1", "", text)
        text = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
        return apart(re.sub(r"\n{3,}", "\n\n", text).strip())

    def _silence(self, name: str, whole: str, *, closes: bool) -> None:
        if not self.silent and not closes and not whole.endswith("/>"):
            self.silent = name
        elif closes and name == self.silent:
            self.silent = ""

    def _mark(self, mark: str, *, closes: bool) -> None:
        last = self.parts[-1] if self.parts else ""
        if closes and last.endswith(" ") and last.strip():  # "**word **" is no mark in Markdown
            self.parts[-1] = last.rstrip(" ")
            self.parts += [mark, " "]
        else:
            self.parts.append(mark)

    def _line(self, text: str) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
        self.parts.append(text)

    def _block(self, name: str, *, closes: bool) -> None:
        if name in {"ul", "ol"}:
            if not closes and len(self.lists) < 20:
                self.lists.append(1 if name == "ol" else 0)
            elif closes and self.lists:
                self.lists.pop()
            if self.lists:
                return
        self._line("\n" if closes and name in {"p", "ul", "ol", "table"} else "")

    def _li(self, _whole: str, *, closes: bool) -> None:
        if closes:
            return
        depth = max(len(self.lists) - 1, 0)
        number = self.lists[-1] if self.lists else 0
        if number:
            self.lists[-1] += 1
        self._line("  " * depth + (f"{number}. " if number else "- "))

    def _blockquote(self, _whole: str, *, closes: bool) -> None:
        self._line("\n" if closes else "\n> ")

    def _pre(self, _whole: str, *, closes: bool) -> None:
        self._line("```\n")
        self.is_as_typed = not closes

    def _a(self, whole: str, *, closes: bool) -> None:
        if not closes:
            target = attribute(whole, "href")
            self.links.append(target if _SAFE_LINK.fullmatch(target) else "")
            self.parts.append("[" if self.links[-1] else "")
        elif self.links and (target := self.links.pop()):
            self.parts.append(f"]({target})")

    def _img(self, whole: str, *, closes: bool) -> None:
        found = None if closes else _DATA.fullmatch(attribute(whole, "src"))
        if found is None or len(found[2]) > LARGEST_PICTURE * 4 // 3:
            return
        try:
            content = base64.b64decode(found[2], validate=False)
        except (binascii.Error, ValueError):
            return
        name = f"picture-{len(self.pictures) + 1}.{found[1].removeprefix('image/')}"
        self.pictures.append((name, found[1], content))
        self.parts.append(f"![{words_of(whole)}](attachment:{name})")

    def _input(self, whole: str, *, closes: bool) -> None:
        if not closes and attribute(whole, "type") == "checkbox":
            self.parts.append("[x] " if re.search(r"\schecked\b", whole) else "[ ] ")


def words_of(picture: str) -> str:
    """What a picture is called, by its tag, as the label of a link can hold it."""
    return re.sub(r"[\[\]\s]+", " ", attribute(picture, "alt"))[:_LONGEST_LABEL].strip()


def attribute(tag: str, name: str) -> str:
    """The value of one attribute, empty when there is none."""
    for found in _ATTRIBUTE.finditer(tag):
        if found[1].lower() == name:
            return html.unescape(found[2] or found[3] or found[4] or "").strip()
    return ""
