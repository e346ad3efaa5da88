"""Which sections begin a new page: those that ask to, where that costs none, and else those that would be cut."""

from PySide6.QtGui import QTextDocument, QTextFormat, QTextFrame

BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def asks_for_break(frame: QTextFrame) -> bool:
    """Whether a section is to begin on a page of its own."""
    return bool(frame.frameFormat().pageBreakPolicy() & BREAK)


def settle_breaks(document: QTextDocument, most_pages: int) -> None:
    """Keep the page breaks that were asked for only where they cost no extra page; else keep sections whole."""
    sections = document.rootFrame().childFrames()
    asked = [it for it in sections if asks_for_break(it)]
    for frame in asked:
        _break_before(frame, wanted=False)
    if document.pageCount() == 1:
        return
    flowing = document.pageCount()
    for frame in asked:
        _break_before(frame, wanted=True)
    if document.pageCount() <= most_pages:
        return
    for frame in asked:
        _break_before(frame, wanted=False)
    for frame in sections:
        if _is_cut(document, frame):
            _break_before(frame, wanted=True)
            if document.pageCount() > flowing:
                _break_before(frame, wanted=False)


def _is_cut(document: QTextDocument, frame: QTextFrame) -> bool:
    """Whether a section that is shorter than half a page begins on one page and ends on the next."""
    place, height = document.documentLayout().frameBoundingRect(frame), document.pageSize().height()
    cut = int(place.top() // height) != int((place.bottom() - 1) // height)
    return cut and place.height() < height / 2


def _break_before(frame: QTextFrame, *, wanted: bool) -> None:
    form = frame.frameFormat()
    form.setPageBreakPolicy(BREAK if wanted else QTextFormat.PageBreakFlag.PageBreak_Auto)
    frame.setFrameFormat(form)
