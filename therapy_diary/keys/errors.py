"""Why the data key could not be had, in terms of what the person can do about it.

NoKey
├── WrongPassphrase        type it again, or use the recovery code
├── EmptyPassphrase        type one
├── MistypedCode           look at the group it names
├── WrongCode              look for the code of this diary
├── NoSuchWay              use another way in
├── TooLittleMemory        close other programs, try again
├── KeyFileMissing         restore a backup, or put the whole folder back
├── KeyFileDamaged         restore a backup
├── KeyFileTooNew          update the program
└── KeychainTrouble        depends on its state: see keychain.State

None carries a passphrase, a code or a key.
"""


class NoKey(Exception):
    """The data key could not be had, and no bug of ours is to blame."""


class WrongPassphrase(NoKey):
    """No slot of this key file opens with this passphrase."""


class EmptyPassphrase(NoKey):
    """A passphrase without a single sign."""


class MistypedCode(NoKey):
    """No recovery code looks like this; groups holds the places (1 to 8) that cannot be right."""

    def __init__(self, groups: tuple[int, ...], digits: int) -> None:
        super().__init__()
        self.groups = groups
        self.digits = digits


class WrongCode(NoKey):
    """A well-formed recovery code, but of another diary."""


class NoSuchWay(NoKey):
    """The key file has no slot of this kind."""


class TooLittleMemory(NoKey):
    """The computer has too little free memory to derive the key. Says nothing about the passphrase."""


class KeyFileMissing(NoKey):
    """There is no key file beside the diary."""


class KeyFileDamaged(NoKey):
    """The key file is not as it was written, or is none of ours."""


class KeyFileTooNew(NoKey):
    """A later version of the program wrote the key file."""
