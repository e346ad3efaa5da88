"""Whether the diary lies where other computers can write too: in a folder that is synced, or on a network disk.

Two computers that write one file at once can spoil it, and a sync program can put an older copy over a newer one.
"""

import re
from enum import StrEnum
from pathlib import PurePath

SYNCED = re.compile(
    r"dropbox|onedrive( - .+)?|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud"
    r"|pclouddrive|pcloud ?drive|megasync|mega|syncthing|sync|seafile|tresorit|proton ?drive|yandex\.disk|box( sync)?"
    r"|resilio sync|keybase",
    re.IGNORECASE,
)
"""Names of folders that programs make which copy files between computers."""
NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afpfs|ncpfs|9p|afs|ceph|glusterfs|lustre|davfs|webdav|beegfs"
    r"|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|google-drive-ocamlfuse|glusterfs|onedriver|dropbox)"
)
"""Kinds of file systems that lie elsewhere."""


class Risk(StrEnum):
    """Why other computers may write there."""

    SYNCED = "synced"
    NETWORK = "network"


def risk_of(place: PurePath, mounts: str = "") -> Risk | None:
    """What speaks against a folder, by its path and by what /proc/mounts says; None when nothing does.

    The path is to be absolute, with links followed. Elsewhere than on Linux mounts is empty, and only names are seen.
    """
    if str(place).startswith(("\\\\", "//")):
        return Risk.NETWORK
    if NETWORK.fullmatch(_kind_of_disk(place, mounts)):
        return Risk.NETWORK
    if any(SYNCED.fullmatch(part) for part in place.parts[:-1]):
        return Risk.SYNCED
    return None


def _kind_of_disk(place: PurePath, mounts: str) -> str:
    """The kind of the file system with the longest path that the place is in."""
    found, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        at = PurePath(_unescaped(fields[1]))
        if (at == place or at in place.parents) and len(at.parts) >= found:
            found, kind = len(at.parts), fields[2]
    return kind


def _unescaped(written: str) -> str:
    """A path as the kernel writes it: blanks and backslashes as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda it: chr(int(it[1], 8)), written)
