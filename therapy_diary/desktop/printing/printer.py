"""The preview, and the printer. Qt's part for them is loaded when they are asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.printing.drawing import draw
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def preview(make: Callable[[Paper], Sheet], paper: Paper, parent: QWidget) -> None:
    """Show the pages as they will be printed; from there they can be printed. Another paper is laid out anew."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    printer = _printer(paper)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setObjectName("print_preview")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(900, 900)
    # The connection keeps the printer, which the dialog uses and does not own.
    dialog.paintRequested.connect(lambda device, _kept=printer: _draw_for(make, device, paper))
    dialog.open()  # not exec: a lock must not wait for a dialog


def print_paper(make: Callable[[Paper], Sheet], paper: Paper, parent: QWidget) -> bool:
    """Ask for a printer and print; says whether anything was sent to it. Raises PrintProblem."""
    from PySide6.QtPrintSupport import QPrintDialog

    printer = _printer(paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if wanted:
        _draw_for(make, printer, paper)
    return wanted


def _printer(paper: Paper) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Document")  # print queues and their logs show this name
    printer.setCreator("")
    printer.setFullPage(True)
    printer.setPageLayout(paper.page_layout)
    return printer


def _draw_for(make: Callable[[Paper], Sheet], printer: "QPrinter", paper: Paper) -> None:
    """Draw on the paper the printer now has, on ours when it has one that we do not know."""
    there = printer.pageLayout().pageSize().id()
    fitting = next((it for it in Paper if it.page_size.id() == there), paper)
    printer.setFullPage(True)
    made = make(fitting)
    first = max(printer.fromPage() - 1, 0)
    last = min(printer.toPage() or made.page_count, made.page_count) - 1
    draw(made, printer, first, last)
