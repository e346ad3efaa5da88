"""The recovery code on paper."""

from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from therapy_diary.keys.recovery import RecoveryCode


def print_code(code: RecoveryCode, parent: QWidget) -> None:
    """Ask for a printer and print the code, eight groups in two lines. Nothing is written to the disk by us."""
    from therapy_diary.desktop.printing.paper import Paper, usual_paper
    from therapy_diary.desktop.printing.printer import print_paper
    from therapy_diary.desktop.printing.sheet import Sheet, sheet

    html = page_of(code)
    right_to_left = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def make(paper: Paper) -> Sheet:
        return sheet(html, paper, right_to_left=right_to_left, most_pages=1)

    print_paper(make, usual_paper(), parent)


def page_of(code: RecoveryCode) -> str:
    """The page as HTML. It does not say what the code is for: paper is found by others."""
    numbered = [f"<td>{place}.&nbsp;<tt>{it}</tt></td>" for place, it in enumerate(code.groups, start=1)]
    rows = "".join(f"<tr>{''.join(numbered[at : at + 4])}</tr>" for at in (0, 4))
    title = QCoreApplication.translate("code_paper", "Recovery code")
    words = QCoreApplication.translate(
        "code_paper", "Whoever holds this paper can open the file. Keep it away from the computer."
    )
    return (
        f"<h2>{escape(title)}</h2>"
        f'<table dir="ltr" cellpadding="12" style="font-size: 20px">{rows}</table>'
        f"<p>{escape(words)}</p>"
    )
