"""One session of the real program from the first page to the last: begin, write, look, print, export, lock, close."""

from pathlib import Path

from tests.faults.program import PASSPHRASE, Program

SENTENCE = "the heron told nobody about the lighthouse"
PAGES = (
    "today", "timeline", "session_note", "alliance", "checklist", "goals", "progress", "before_session", "ending",
    "settings", "help",
)  # fmt: skip
GROUPS = "first.form.groups.accessibleDescription().split(', ')"


def begin(program: Program) -> str:
    """The first pages, as a person goes through them; the recovery code."""
    program.wait_for("first is not None")
    program.do("first.form.next.click()")
    program.do(f"first.form.passphrase.setText({PASSPHRASE!r}); first.form.again.setText({PASSPHRASE!r})")
    program.do("first.form.next.click()")
    program.wait_for("first.form.code.isVisible()")
    code = program.do("first.form.groups.accessibleDescription()").replace(", ", "-")
    program.do("first.form.next.click()")
    program.do(
        f"[it.setText({GROUPS}[it.property('place') - 1]) for it in (first.form.first, first.form.second)]"
    )
    program.do("first.form.next.click()")
    program.do(f"first.form.name.setText({SENTENCE!r})")
    program.do("first.form.next.click()")
    program.wait_for("main is not None")
    return str(code)


def write(program: Program) -> None:
    """Notes, a topic to bring, a search for a word of them."""
    for number in range(3):
        program.begin_note(f"{number} {SENTENCE}")
        program.do("main.save_now()")
    program.do(
        f"main.show_subject('timeline', 'search'); QTest.keyClicks(main.focusWidget(), {SENTENCE[:9]!r})"
    )
    program.begin_note(f"half of {SENTENCE}")


def look(program: Program) -> None:
    """Every page once, until its charts are drawn."""
    for name in PAGES:
        program.do(f"main.show_page({name!r})")
        program.wait_for(
            "all(it.is_drawn() for it in page.findChildren(QWidget)"
            " if it.isVisible() and type(it).__name__ == 'ChartView')"
        )


def let_out(program: Program, outside: Path) -> None:
    """A page as PDF after a dialog that was cancelled once, everything as Markdown, and a backup on a stick."""
    program.do("main.show_page('before_session')")
    program.do(
        "main.menus.print_page.trigger(); page.paper.bar.save.click(); page.paper.bar.notice.acted.emit()"
    )
    program.wait_for("page.paper.bar.findChild(QFileDialog) is not None")
    program.do("page.paper.bar.findChild(QFileDialog).reject()")
    program.do(f"page.paper.bar.write_to(Path({str(outside / 'Page.pdf')!r}))")
    program.do(
        "from therapy_diary.exchange.taking import Kind, take\n"
        "from therapy_diary.exchange.choice import Choice\n"
        f"take(main.desk.diary, Path({str(outside / 'exported')!r}), Kind.MARKDOWN, choice=Choice(never_printed=True, covered=True))"
    )
    program.do("main.show_subject('settings', 'backups')")
    program.do(f"page.room('backups').copy_into(Path({str(outside / 'stick.diarybackup')!r}))")
    program.wait_for(f"Path({str(outside / 'stick.diarybackup')!r}).exists()")


def lock_and_open(program: Program) -> None:
    """Half of a note is there again after a lock."""
    program.begin_note(f"half of {SENTENCE}")
    pid = program.pid()
    program.begin_to_do("main.lock()")
    program.wait_for_lock(pid)
    program.unlock()
    program.wait_for("page.name == 'session_note'")


def live(program: Program, outside: Path) -> str:
    """All of it but the end; the recovery code."""
    code = begin(program)
    write(program)
    look(program)
    let_out(program, outside)
    lock_and_open(program)
    return code
