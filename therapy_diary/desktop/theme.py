"""How the program looks: colours and sizes from tokens.toml, applied to the whole application at once."""

import enum
import functools
import string
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from therapy_diary import resources
from therapy_diary.compiled import Compiled
from therapy_diary.desktop.fonts import FAMILIES

SMALLEST_TEXT, LARGEST_TEXT = 80, 200  # per cent
_KEPT = "therapy_diary_tokens"
"""The attribute of the application that holds the theme now shown: of the Python object, for it is read thousands of times."""


class Choice(enum.StrEnum):
    """What the person chose in the settings; the value is what settings.ini holds."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tokens(NamedTuple):
    """One theme: its colours as "#RRGGBB", and its sizes in pixels at the person's text size.

    A dataclass of so many fields would take 2 ms of every start to be made.
    """

    name: str
    bg: str
    sidebar: str
    surface: str
    inset: str
    hover: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    focus: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    d1: str
    d2: str
    d3: str
    d4: str
    seq: tuple[str, ...]
    scale: dict[str, float]
    sizes: dict[str, int]
    base_px: int

    def colour(self, role: str) -> str:
        """The colour of that name; raises AttributeError when there is none."""
        return str(getattr(self, role))

    def px(self, role: str = "body") -> int:
        """The height of text of that role ("caption" … "h1") in pixels."""
        return round(self.base_px * self.scale[role])

    def size(self, name: str) -> int:
        """A size of tokens.toml; those that hold text grow with it ("control", "row", "icon", "sidebar", "reading")."""
        if name.startswith("radius"):
            return self.sizes[name]
        return self.scaled(self.sizes[name])

    def scaled(self, pixels: float) -> int:
        """So many pixels at the usual text size, grown with the text."""
        return round(pixels * self.base_px / self.sizes["base"])

    def at_text_size(self, percent: int) -> "Tokens":
        """The same theme for larger or smaller text, kept within 80 and 200 %."""
        percent = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT)
        return self._replace(base_px=round(self.sizes["base"] * percent / 100))


@functools.cache
def load_tokens() -> dict[str, Tokens]:
    """The themes of tokens.toml by name: light, dark, contrast."""
    table = dict(table_of_tokens(Compiled.kept("tokens")))
    sizes, scale = table.pop("sizes"), table.pop("type")
    return {
        name: Tokens(
            **(colours | {"seq": tuple(colours["seq"])}),
            name=name,
            scale=scale,
            sizes=sizes,
            base_px=sizes["base"],
        )
        for name, colours in table.items()
    }


def table_of_tokens(compiled: Compiled) -> dict[str, Any]:
    """What tokens.toml says, read anew only where it was not made beforehand: the reader takes longer than its work."""
    text = resources.text("theme/tokens.toml")

    def read() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(text)

    return compiled.made(text, read)


def tokens_in_force() -> Tokens:
    """The theme now shown; light when no Theme has been applied, as in a test of one widget."""
    found: Tokens | None = getattr(QApplication.instance(), _KEPT, None)
    return load_tokens()["light"] if found is None else found


def px(role: str = "body") -> int:
    """The text height of that role in the theme now shown, in pixels."""
    return tokens_in_force().px(role)


def font(role: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of that role in the theme now shown; for delegates and widgets that draw themselves."""
    return _font(tokens_in_force(), role, weight)


def _font(tokens: Tokens, role: str, weight: QFont.Weight) -> QFont:
    return QFont(_font_of(tokens.px(role), weight))


@functools.lru_cache(maxsize=64)
def _font_of(pixels: int, weight: QFont.Weight) -> QFont:
    """Made once: a list asks for it with each row. Never handed out itself, as others would see it changed."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def style_sheet(tokens: Tokens) -> str:
    """app.qss filled in with the colours and sizes of one theme."""
    values = {name: value for name, value in tokens._asdict().items() if isinstance(value, str)}
    values |= {role: str(tokens.px(role)) for role in tokens.scale}
    sizes = {name: str(tokens.size(name)) for name in tokens.sizes if name != "base"}
    values = sizes | values  # "sidebar" names a size and a colour, and a style sheet needs the colour
    values |= {name: str(size) for name, size in _round_things(tokens).items()}
    for drawing in ("check", "chevron-up", "chevron-down"):
        values[drawing.replace("-", "_")] = resources.path(f"theme/{drawing}-{tokens.name}.svg").as_posix()
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    values["filled"] = "add-page" if mirrored else "sub-page"  # of a slider: Qt turns the handle, not these
    return string.Template(resources.text("theme/app.qss")).substitute(values)


def _round_things(tokens: Tokens) -> dict[str, int]:
    """Sizes made of others; of what is round, as a radius over half of the box would not be drawn at all."""
    icon, chip = tokens.size("icon"), 2 * tokens.base_px
    ring = round(icon / 3)
    return {
        "icon_round": icon // 2 + 1,
        "icon_focus": icon - 2,
        "icon_beside": icon + round(tokens.base_px * 0.3),  # of a button: with room before its words
        "dot": icon + 2 - 2 * ring,
        "dot_ring": ring,
        "chip": chip,
        "chip_round": chip // 2 + 1,
        "arrow": round(icon * 0.72),
        "control_ringed": tokens.size("control") - 4,  # so that nothing grows when it takes the keyboard
        "control_focused": tokens.size("control") - 2,
        "chip_focused": chip - 2,
    }


def palette(tokens: Tokens) -> QPalette:
    """The colours for everything that no style sheet rule names."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.inset,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.PlaceholderText: tokens.text3,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.line_strong,
        role.Shadow: tokens.line_strong,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.text3))
    return made


class Theme(QObject):
    """The look the person chose, kept up to date with the system when they chose to follow it."""

    changed = Signal()

    def __init__(
        self, choice: Choice = Choice.SYSTEM, text_size: int = 100, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._text_size = text_size
        self._application: QApplication | None = None
        # Both are kept: the second is deleted with the Python object of the first.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()

    @property
    def choice(self) -> Choice:
        return self._choice

    @property
    def text_size(self) -> int:
        """Text size in per cent, 80 to 200."""
        return self._text_size

    def choose(self, choice: Choice) -> None:
        """Take another theme, at once."""
        self._choice = choice
        self._refresh()

    def set_text_size(self, percent: int) -> None:
        """Take another text size, at once; kept within 80 and 200 %."""
        self._text_size = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT)
        self._refresh()

    def apply(self, application: QApplication) -> None:
        """Dress the application, and go on dressing it when the choice or the system's scheme changes."""
        application.setStyle("Fusion")
        if self._application is None:
            self._hints.colorSchemeChanged.connect(self._follow_system)
            self._accessibility.contrastPreferenceChanged.connect(self._follow_system)
        self._application = application
        self._refresh()

    def tokens(self) -> Tokens:
        """The theme that the choice comes to now."""
        name: str = self._choice
        if self._choice is Choice.SYSTEM:
            dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
            name = Choice.DARK if dark else Choice.LIGHT
            if self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
                name = Choice.CONTRAST
        return load_tokens()[name].at_text_size(self._text_size)

    def _follow_system(self) -> None:
        if self._choice is Choice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        tokens = self.tokens()
        if self._application is None or getattr(self._application, _KEPT, None) == tokens:
            return
        # This first: widgets read it while the style sheet reaches them.
        setattr(self._application, _KEPT, tokens)
        self._application.setFont(_font(tokens, "body", QFont.Weight.Normal))
        self._application.setPalette(palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens))
        self.changed.emit()
