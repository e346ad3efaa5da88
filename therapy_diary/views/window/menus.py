"""The menu bar: everything the window can do, by name, by access key and by shortcut."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from therapy_diary.desktop.theme import Choice
from therapy_diary.views.milestone.keys import KEYS, SIGN_KEY
from therapy_diary.views.milestone.words import kind_words

Keys = Sequence[str | QKeySequence.StandardKey]
OF_EDITOR = ("undo", "redo", "cut", "copy", "paste", "selectAll")
"""What the Edit menu asks of the field that has the keyboard; each is the name of a Qt slot."""


class Menus(QMenuBar):
    """The five menus. The window connects their actions; this bar knows only what they are called."""

    page_wanted = Signal(str)
    edit_opened = Signal()
    """The Edit menu is about to be seen: what can be done on the page may have changed."""
    quiet_wanted = Signal(bool)
    look_wanted = Signal(object)
    """A theme was chosen: a Choice."""
    therapy_wanted = Signal(object)
    """Another therapy is to come onto the screen: its number."""
    mark_wanted = Signal(object)
    """A moment is to be marked: a MilestoneKind, or None for a sign that it helps."""

    def __init__(self, titles: dict[str, str], parent: QWidget) -> None:
        """titles: what each page is called, in the order of the column; the first nine have a number."""
        super().__init__(parent)
        self.setObjectName("menus")
        self._diary()
        self._edit()
        self._view()
        self._go(titles)
        self._help()

    def follow(
        self,
        *,
        can_print: bool,
        can_find: bool,
        can_go_back: bool,
        can_go_forward: bool,
        look: Choice,
        size: int,
        quiet: bool,
    ) -> None:
        """Show what can be done now, and what is chosen."""
        self.print_page.setEnabled(can_print)
        self.find_here.setEnabled(can_find)
        self.back.setEnabled(can_go_back)
        self.forward.setEnabled(can_go_forward)
        self.usual.setEnabled(size != 100)
        self.quiet.setChecked(quiet)
        for action in self._looks.actions():
            action.setChecked(action.data() == look)

    def show_therapies(self, therapies: Sequence[tuple[int, str]], shown: int | None) -> None:
        """Offer these by number and name, with the one on the screen marked; fewer than two are not offered."""
        for action in self._shown_therapy.actions():
            self._shown_therapy.removeAction(action)
            action.deleteLater()
        self.therapies.clear()
        for number, name in therapies:
            action = self.therapies.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(number)
            action.setChecked(number == shown)
            self._shown_therapy.addAction(action)
        for entry in (self.therapies.menuAction(), self.next_therapy):
            entry.setVisible(len(therapies) > 1)

    def _diary(self) -> None:
        menu = self._menu(self.tr("&Diary"))
        self.new_note = self._action(menu, self.tr("&New note"), [QKeySequence.StandardKey.New])
        self.jot_down = self._action(menu, self.tr("&Jot down"), ["Ctrl+Shift+N"])
        self.new_topic = self._action(menu, self.tr("Something to &bring"), ["Ctrl+Shift+B"])
        self._mark(menu)
        menu.addSeparator()
        self.save = self._action(menu, self.tr("&Save now"), [QKeySequence.StandardKey.Save])
        self.print_page = self._action(menu, self.tr("&Print …"), [QKeySequence.StandardKey.Print])
        menu.addSeparator()
        self.lock = self._action(menu, self.tr("&Lock now"), ["Ctrl+L"])
        # both standard keys are empty on some systems, so they are named
        self.settings = self._action(menu, self.tr("S&ettings"), ["Ctrl+,"], QAction.MenuRole.PreferencesRole)
        menu.addSeparator()
        self.close_window = self._action(menu, self.tr("&Close"), ["Ctrl+W"])
        self.quit = self._action(menu, self.tr("&Quit"), ["Ctrl+Q"], QAction.MenuRole.QuitRole)

    def _mark(self, menu: QMenu) -> None:
        """Each moment worth marking has a key of its own, on every page."""
        marks = menu.addMenu(self.tr("&Mark this moment"))
        sign = self._action(marks, self.tr("A sign that it helps"), [SIGN_KEY])
        sign.triggered.connect(lambda: self.mark_wanted.emit(None))
        for kind, key in KEYS.items():
            action = self._action(marks, kind_words()[kind], [key])
            action.triggered.connect(lambda _=False, it=kind: self.mark_wanted.emit(it))
        marks.addSeparator()
        self.milestones = self._action(marks, self.tr("All milestones"), [])
        self.milestones.triggered.connect(lambda: self.page_wanted.emit("milestones"))

    def _edit(self) -> None:
        menu = self._menu(self.tr("&Edit"))
        key = QKeySequence.StandardKey
        said = (
            (self.tr("&Undo"), key.Undo),
            (self.tr("&Redo"), key.Redo),
            (self.tr("Cu&t"), key.Cut),
            (self.tr("&Copy"), key.Copy),
            (self.tr("&Paste"), key.Paste),
            (self.tr("Select &all"), key.SelectAll),
        )
        for slot, (text, keys) in zip(OF_EDITOR, said, strict=True):
            action = self._action(menu, text, [keys])
            action.triggered.connect(lambda _=False, name=slot: _ask_field(name))
            if slot in ("redo", "paste"):
                menu.addSeparator()
        menu.addSeparator()
        self.find_here = self._action(menu, self.tr("&Find in this note"), ["Ctrl+Shift+F"])
        self.spelling = self._action(menu, self.tr("Check &spelling"), [])
        self.spelling.setCheckable(True)
        self.spelling.setVisible(False)
        menu.aboutToShow.connect(self.edit_opened)

    def _view(self) -> None:
        menu = self._menu(self.tr("&View"))
        key = QKeySequence.StandardKey
        self.larger = self._action(menu, self.tr("&Larger text"), [key.ZoomIn, "Ctrl+="])
        self.smaller = self._action(menu, self.tr("S&maller text"), [key.ZoomOut])
        self.usual = self._action(menu, self.tr("&Usual text size"), ["Ctrl+0"])
        menu.addSeparator()
        self.quiet = self._action(menu, self.tr("&Quiet mode"), ["F12"])
        self.quiet.setCheckable(True)
        self.quiet.triggered.connect(self.quiet_wanted)
        menu.addSeparator()
        self._looks = QActionGroup(self)
        for choice, text in (
            (Choice.SYSTEM, self.tr("As the &system")),
            (Choice.LIGHT, self.tr("L&ight")),
            (Choice.DARK, self.tr("&Dark")),
            (Choice.CONTRAST, self.tr("&High contrast")),
        ):
            action = self._action(menu, text, [])
            action.setCheckable(True)
            action.setData(choice)
            self._looks.addAction(action)
        self._looks.triggered.connect(lambda action: self.look_wanted.emit(Choice(action.data())))
        menu.addSeparator()
        self.full_screen = self._action(menu, self.tr("&Full screen"), ["F11"])

    def _go(self, titles: dict[str, str]) -> None:
        menu = self._menu(self.tr("&Go"))
        for number, (name, title) in enumerate(titles.items(), start=1):
            keys = [f"Ctrl+{number}"] if number <= 9 else []
            action = self._action(menu, f"&{number % 10} {title}", keys)
            action.triggered.connect(lambda _=False, wanted=name: self.page_wanted.emit(wanted))
        menu.addSeparator()
        self.therapies = menu.addMenu(self.tr("&Therapy on screen"))
        self.next_therapy = self._action(menu, self.tr("Ne&xt therapy"), ["Ctrl+Shift+T"])
        self._shown_therapy = QActionGroup(self)
        self._shown_therapy.triggered.connect(lambda action: self.therapy_wanted.emit(action.data()))
        self.show_therapies([], None)
        menu.addSeparator()
        self.back = self._action(menu, self.tr("&Back"), ["Alt+Left"])
        self.forward = self._action(menu, self.tr("&Forward"), ["Alt+Right"])
        menu.addSeparator()
        self.search = self._action(menu, self.tr("&Search the diary"), [QKeySequence.StandardKey.Find])
        self.bin = self._action(menu, self.tr("Bi&n"), [])
        self.other_pane = self._action(menu, self.tr("&Other part of the window"), ["F6", "Shift+F6"])

    def _help(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self.help = self._action(menu, self.tr("&Help"), ["F1"])
        self.too_much = self._action(menu, self.tr("If it gets too &much"), ["F2"])
        self.keys = self._action(menu, self.tr("&Keys"), ["Ctrl+?"])
        menu.addSeparator()
        self.about = self._action(menu, self.tr("&About Therapy Diary"), [], QAction.MenuRole.AboutRole)

    def _menu(self, title: str) -> QMenu:
        menu = self.addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _action(
        self,
        menu: QMenu,
        text: str,
        keys: Iterable[str | QKeySequence.StandardKey],
        role: QAction.MenuRole = QAction.MenuRole.NoRole,
    ) -> QAction:
        """One entry. Without a role macOS would guess one from the words."""
        action = menu.addAction(text)
        action.setMenuRole(role)
        action.setShortcuts([made for it in keys if not (made := QKeySequence(it)).isEmpty()])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action


def _ask_field(slot: str) -> None:
    """Let the field that has the keyboard undo, copy and so on, if it can."""
    act = getattr(QApplication.focusWidget(), slot, None)
    if callable(act):
        act()
