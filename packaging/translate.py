"""Bring resources/translations/*.ts up to date with the words in the code and the forms.

    python packaging/translate.py          every language there is
    python packaging/translate.py ar       and Arabic from now on

Edit the .ts files by hand or in Linguist; the build compiles them. English has only the plural forms: the rest of it
is what stands in the code. The file name must end in the language, or Arabic gets two plural forms instead of six.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
NAME = "therapy_diary"
PLURALS_ONLY = "en"


def sources() -> list[Path]:
    """Everything that speaks to the person, without the modules made from forms."""
    modules = sorted((ROOT / "therapy_diary").rglob("*.py"))
    return [it for it in modules if it.parent.name != "forms"] + sorted((ROOT / "ui").glob("*.ui"))


def update(file: Path, language: str) -> None:
    """Add new words to a translation and take away those no longer said."""
    plain = ["-source-language", "en", "-locations", "none", "-no-obsolete"]
    kind = ["-pluralonly"] if language == PLURALS_ONLY else []
    command = [
        sys.executable,
        "-c",
        "from PySide6.scripts.pyside_tool import lupdate; lupdate()",
        *plain,
        *kind,
    ]
    subprocess.run([*command, *sources(), "-ts", file], check=True, cwd=ROOT)


def main() -> None:
    there = {it.stem.removeprefix(f"{NAME}_") for it in TRANSLATIONS.glob(f"{NAME}_*.ts")}
    TRANSLATIONS.mkdir(exist_ok=True)
    for language in sorted({*there, *sys.argv[1:], PLURALS_ONLY}):
        update(TRANSLATIONS / f"{NAME}_{language}.ts", language)


if __name__ == "__main__":
    main()
