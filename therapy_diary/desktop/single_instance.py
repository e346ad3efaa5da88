"""One window for one diary: a second start brings the first window to the front instead of opening another."""

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST_PATH = 100
"""Bytes of a socket's path that every system takes."""
PATIENCE = 500  # milliseconds until a window that does not answer is taken for gone


class SingleInstance(QObject):
    """The place where the window of one diary folder listens for later starts."""

    raised = Signal()
    """Another start asks this window to come forward."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.address = address_of(folder, os.environ.get("XDG_RUNTIME_DIR", ""))
        self._server: QLocalServer | None = None

    def raise_other(self) -> bool:
        """Ask a window that already shows this diary to come forward; whether there was one."""
        socket = QLocalSocket()
        socket.connectToServer(self.address)
        found = socket.waitForConnected(PATIENCE)
        socket.abort()
        return found

    def listen(self) -> None:
        """Be the one that later starts find. Where no socket can be made, the lock on the folder still holds."""
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._heard)
        if not server.listen(self.address):
            QLocalServer.removeServer(self.address)  # left by a window that ended without a word
            server.listen(self.address)

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    def _heard(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.abort()
            self.raised.emit()


def address_of(folder: Path, runtime: str) -> str:
    """Where the window of a folder listens: in the person's own runtime folder, else in the diary folder.

    A digest stands for the folder, so that its name is told to nobody.
    """
    name = f"therapy-diary-{hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    for place in (Path(runtime) if runtime else None, folder):
        if place is not None and place.is_dir() and len(os.fsencode(place / name)) <= LONGEST_PATH:
            return str(place / name)
    return name
