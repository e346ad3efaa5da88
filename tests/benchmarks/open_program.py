"""Show the program over the diary in a folder until it is ended: open_program.py FOLDER.

With the key in hand, which lies beside the folder: nothing that other diaries have to do is left out, and nothing more is in.
"""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


def main(place: str) -> int:
    from therapy_diary.__main__ import begin_quickly

    begin_quickly()
    from therapy_diary import app
    from therapy_diary import program as run
    from therapy_diary.preferences import Preferences
    from therapy_diary.storage.diary import Diary
    from therapy_diary.vault.folder import DiaryFolder

    folder = DiaryFolder(Path(place))
    preferences = Preferences.load(folder.settings)
    preferences.change(page="timeline")
    application, theme = app.dress(preferences)
    program = run.Program(folder, application, theme, preferences, datetime.now)
    program.hold()
    key = folder.path.with_name("ours.key").read_bytes()
    program.open(Diary.open(folder.vault().file, key))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
