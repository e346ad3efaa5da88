"""A disk as it may look after a power cut, rebuilt from the trace of a real run.

strace writes down every write, truncation, rename and fsync. From these a disk is built up on which only what was forced
out is certain. The rest is there or not, in part, in another order, or torn in the middle of a block.
"""

import random
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

BLOCK = 512
CALLS = "openat,lseek,mkdir,pwrite64,write,ftruncate,fdatasync,fsync,unlink,unlinkat,rmdir,rename,renameat,renameat2"
TRACE = ("strace", "-f", "-y", "-xx", "-s", "4000000", "-e", f"trace={CALLS}", "-o")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing the program did: to a file, to a name, or a word it said."""

    kind: str
    path: str = ""
    other: str = ""
    at: int = 0
    content: bytes = b""


def record(command: list[str], root: Path, trace: Path) -> list[Deed]:
    """Run a program that works below root, and write down what it did there and said."""
    subprocess.run([*TRACE, str(trace), *command], check=True, capture_output=True)
    return [deed for line in trace.read_text().splitlines() if (deed := _deed(line, str(root))) is not None]


def _deed(line: str, root: str) -> Deed | None:
    found = re.match(r"\d+\s+(\w+)\((.*)\)\s+=\s+(-?\d+)", line)
    if found is None or int(found[3]) < 0:
        return None
    call, given, done = found[1], found[2], int(found[3])
    texts = [_plain(it) for it in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', given)]
    opened = re.match(r"(\d+)<((?:\\x[0-9a-f]{2})*)>", given)
    place = _plain(opened[2]).decode() if opened else ""
    names = [it.decode(errors="replace") for it in texts]
    if call == "write" and opened and opened[1] == "1":
        return Deed("said", content=texts[0])
    if place.startswith(root):
        match call:
            case "write":
                return Deed("append", place, content=texts[0][:done])
            case "lseek":
                return Deed("seek", place, at=done)
            case "pwrite64":
                return Deed("write", place, at=int(given.rsplit(",", 1)[1]), content=texts[0][:done])
            case "ftruncate":
                return Deed("cut", place, at=int(given.rsplit(",", 1)[1]))
            case "fsync" | "fdatasync":
                return Deed("force", place)
    if not names or not names[0].startswith(root):
        return None
    match call:
        case "openat" if "O_CREAT" in given:
            return Deed("make", names[0])
        case "mkdir":
            return Deed("folder", names[0])
        case "unlink" | "unlinkat" | "rmdir":
            return Deed("remove", names[0])
        case "rename" | "renameat" | "renameat2":
            return Deed("rename", names[0], names[1])
    return None


def _plain(written: str) -> bytes:
    return bytes.fromhex(written.replace("\\x", ""))


@dataclass(slots=True)
class File:
    """Bytes that are safe, and what has been asked for since."""

    safe: bytes = b""
    waiting: list[Deed] = field(default_factory=list)
    position: int = 0
    """Where the next plain write goes."""


@dataclass(slots=True)
class Folder:
    """Names: as the program sees them, as they are safe, and the changes in between."""

    names: dict[str, "File | Folder"] = field(default_factory=dict)
    safe: dict[str, "File | Folder"] = field(default_factory=dict)
    waiting: list[tuple[str, "File | Folder | None"]] = field(default_factory=list)


class Disk:
    """The folder at root, through a run."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._top = Folder()

    def do(self, deed: Deed) -> None:
        """Take one more thing the program did into account."""
        if deed.kind == "force":
            self._force(deed.path)
        elif deed.kind in {"make", "folder"}:
            folder, name = self._above(deed.path)
            if name not in folder.names:
                self._name(folder, name, File() if deed.kind == "make" else Folder())
        elif deed.kind == "remove":
            folder, name = self._above(deed.path)
            if name in folder.names:
                self._name(folder, name, None)
        elif deed.kind == "rename":
            (folder, name), (goal, new) = self._above(deed.path), self._above(deed.other)
            self._name(goal, new, folder.names[name])
            self._name(folder, name, None)
        else:
            self._write(deed)

    def _write(self, deed: Deed) -> None:
        file = self._at(deed.path)
        if isinstance(file, Folder):
            return  # looking through a folder is a seek too
        if deed.kind == "seek":
            file.position = deed.at
        else:
            if deed.kind == "append":
                deed = Deed("write", deed.path, at=file.position, content=deed.content)
                file.position += len(deed.content)
            file.waiting.append(deed)

    def lay_out(self, place: Path, chance: random.Random) -> None:
        """Write a folder as it may be found when the power comes back."""
        _lay_out_folder(self._top, place, chance)

    def _force(self, path: str) -> None:
        found = self._top if path == self._root else self._at(path)
        if isinstance(found, File):
            found.safe = _played(found.safe, found.waiting)
            found.waiting.clear()
        else:
            found.safe = dict(found.names)
            found.waiting.clear()

    def _name(self, folder: Folder, name: str, what: "File | Folder | None") -> None:
        if what is None:
            del folder.names[name]
        else:
            folder.names[name] = what
        folder.waiting.append((name, what))

    def _above(self, path: str) -> tuple[Folder, str]:
        above, _, name = path.rpartition("/")
        folder = self._top if above == self._root else self._at(above)
        assert isinstance(folder, Folder)
        return folder, name

    def _at(self, path: str) -> "File | Folder":
        found: File | Folder = self._top
        for name in path.removeprefix(self._root).strip("/").split("/"):
            assert isinstance(found, Folder)
            found = found.names[name]
        return found


def _lay_out_folder(folder: Folder, place: Path, chance: random.Random) -> None:
    names = dict(folder.safe)
    many = chance.choice([0, len(folder.waiting), chance.randrange(len(folder.waiting) + 1)])
    for name, what in folder.waiting[:many]:
        if what is None:
            names.pop(name, None)
        else:
            names[name] = what
    place.mkdir()
    for name, what in names.items():
        if isinstance(what, Folder):
            _lay_out_folder(what, place / name, chance)
        else:
            (place / name).write_bytes(_played(what.safe, _some_of(what.waiting, chance)))


def _some_of(waiting: list[Deed], chance: random.Random) -> list[Deed]:
    """Which of the deeds that nobody forced out have reached the disk; the last of them may be torn."""
    manner = chance.choice(["all", "none", "first", "some", "some"])
    some = {
        "all": lambda: list(waiting),
        "none": list,
        "first": lambda: waiting[: chance.randrange(len(waiting) + 1)],
        "some": lambda: [it for it in waiting if chance.random() < 0.5],
    }[manner]()
    if some and some[-1].kind == "write" and chance.random() < 0.5:
        last = some[-1]
        kept = chance.randrange(len(last.content) // BLOCK + 1) * BLOCK
        some[-1] = Deed("write", last.path, at=last.at, content=last.content[:kept])
    return some


def _played(content: bytes, deeds: list[Deed]) -> bytes:
    played = bytearray(content)
    for it in deeds:
        end = it.at if it.kind == "cut" else it.at + len(it.content)
        if it.kind == "cut":
            del played[end:]
        if len(played) < end:
            played.extend(bytes(end - len(played)))
        if it.kind == "write":
            played[it.at : end] = it.content
    return bytes(played)


def clear(place: Path) -> None:
    """Remove what was laid out."""
    shutil.rmtree(place, ignore_errors=True)
