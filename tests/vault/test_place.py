"""Which places a diary should not lie in."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from therapy_diary.vault.place import Risk, risk_of

MOUNTS = """\
/dev/vda1 / ext4 rw,relatime 0 0
server:/export /home/dana/office nfs4 rw 0 0
//nas/share /mnt/my\\040disk cifs rw 0 0
/dev/sdb1 /home/dana/office/stick vfat rw 0 0
dana@host:/ /home/dana/far fuse.sshfs rw 0 0
half a line
"""


@pytest.mark.parametrize(
    ("place", "risk"),
    [
        ("/home/dana/.local/share/therapy-diary", None),
        ("/home/dana/Dropbox/therapy-diary", Risk.SYNCED),
        ("/home/dana/Nextcloud/mine/therapy-diary", Risk.SYNCED),
        ("/Users/dana/Library/Mobile Documents/x/therapy-diary", Risk.SYNCED),
        ("/Users/dana/Library/CloudStorage/OneDrive-Personal/d", Risk.SYNCED),
        ("/home/dana/office/therapy-diary", Risk.NETWORK),
        ("/home/dana/office", Risk.NETWORK),
        ("/home/dana/office/stick/therapy-diary", None),
        ("/home/dana/office-not/therapy-diary", None),
        ("/mnt/my disk/therapy-diary", Risk.NETWORK),
        ("/home/dana/far/therapy-diary", Risk.NETWORK),
        ("/home/dana/boxes/synchrony/therapy-diary", None),
    ],
)
def test_a_place_that_other_computers_write_to_is_known_by_its_path_and_its_disk(
    place: str, risk: Risk | None
) -> None:
    assert risk_of(PurePosixPath(place), MOUNTS) == risk


@pytest.mark.parametrize(
    ("place", "risk"),
    [
        (r"C:\Users\dana\AppData\Local\therapy-diary", None),
        (r"C:\Users\dana\OneDrive\therapy-diary", Risk.SYNCED),
        (r"C:\Users\dana\OneDrive - Office\therapy-diary", Risk.SYNCED),
        (r"\\server\share\therapy-diary", Risk.NETWORK),
    ],
)
def test_the_same_by_the_names_of_windows(place: str, risk: Risk | None) -> None:
    assert risk_of(PureWindowsPath(place)) == risk
