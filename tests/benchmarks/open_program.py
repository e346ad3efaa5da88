"""Show the program over the diary in a folder, as after the passphrase, until it is ended: open_program.py FOLDER."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


def main(place: str) -> int:
    import gc

    from therapy_diary.__main__ import SELDOM

    gc.set_threshold(SELDOM, 10, 10)  # as the program does first of all
    from therapy_diary import app
    from therapy_diary import program as run
    from therapy_diary.preferences import Preferences
    from therapy_diary.vault.folder import DiaryFolder
    from therapy_diary.vault.opening import open_with_passphrase

    folder = DiaryFolder(Path(place))
    preferences = Preferences.load(folder.settings)
    preferences.change(page="timeline")
    application, theme = app.dress(preferences)
    program = run.Program(folder, application, theme, preferences, datetime.now)
    program.hold()
    program.open(open_with_passphrase(folder, "a passphrase to measure by"))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
