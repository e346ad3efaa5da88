"""Compile beforehand what libraries would compile anew at every start of the window, for this very Python.

generate.py runs this once our modules are there. A window is opened over a new diary, where nobody sees it, and what was
compiled until its first pages stood is written down. Where a library is missing, as when only a wheel is built, nothing is
written, and that is said: the program then compiles at its start, and is slower by a tenth.
"""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from therapy_diary.compiled import Compiled, make_records_quickly  # noqa: E402 - from this checkout, whatever is installed


def show_first_pages(folder: Path) -> None:
    """What a start loads up to its first page, whichever it is."""
    from therapy_diary import app, cli, program  # noqa: F401 - these and the next as a start does
    from therapy_diary.desktop import shell  # noqa: F401
    from therapy_diary.preferences import Preferences
    from therapy_diary.storage.diary import Diary
    from therapy_diary.vault import opening  # noqa: F401
    from therapy_diary.views import first_run, safe, unlock  # noqa: F401

    diary = Diary.create(folder / "diary.db", bytes(32))
    therapy = diary.therapies.begin(label="Therapy", started_on=date(2026, 1, 5)).id
    diary.notes.write(therapy, "A note.", datetime(2026, 1, 6, 9, 0))
    preferences = Preferences.load(folder / "settings.ini")
    application, theme = app.dress(preferences)
    window = app.build_window(diary, datetime.now, theme, preferences)
    window.show()
    for page in ("today", "timeline"):
        window.show_page(page)
        application.sendPostedEvents()


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    records, binding, tokens, enums = Compiled(), Compiled(), Compiled(), Compiled()
    make_records_quickly(records)
    try:
        from therapy_diary.desktop.quick_binding import quick_start
        from therapy_diary.desktop.quick_enums import make_enums_quickly

        make_enums_quickly(enums)
        with quick_start(binding):
            import PySide6  # noqa: F401
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # its file is open to the end
            show_first_pages(Path(folder))
    except ImportError as error:
        print(f"not compiled beforehand: {error}")
        return 0
    from therapy_diary.desktop.theme import table_of_tokens

    table_of_tokens(tokens)
    for name, made in (("records", records), ("tokens", tokens), ("enums", enums), ("binding", binding)):
        made.keep(name)
    sys.stdout.flush()
    os._exit(0)  # no tidying: all is written


if __name__ == "__main__":
    sys.exit(main())
