"""The key file, keys.json: the data key wrapped once for each way in, so that no way in depends on another.

A generation is one data key with its slots; there are two while the data key is being replaced. Under each generation
stands a MAC by the data key itself: slots cannot be slipped in by someone who does not hold the key. The checksum
below the file is against accidents only.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

import msgspec
from msgspec import Meta

from therapy_diary.keys.errors import (
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileTooNew,
    NoSuchWay,
    WrongCode,
    WrongPassphrase,
)
from therapy_diary.keys.passphrase import Cost, key_from
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.whole_file import sweep, write_whole

NAME = "keys.json"
FORMAT = "therapy-diary-keys"
VERSION = 1
LARGEST = 64 * 1024
KEY_BYTES = 32
NONCE_BYTES = 12
CHECKSUM = b"\n#sha256 "

Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Shape = TypeVar("Shape")
KeyId = Annotated[str, Meta(pattern=r"^[0-9a-f]{8,32}\Z")]


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the word for a kind of slot
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """The key the diary is encrypted with, and its name."""

    key_id: str
    key: bytes = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """A key nobody has seen yet."""
        return cls(key_id=secrets.token_hex(8), key=secrets.token_bytes(KEY_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The data key, wrapped by one secret."""

    kind: SlotKind
    salt: Annotated[bytes, Meta(min_length=16, max_length=16)]
    cost: Cost | None = None
    """For a passphrase only: a code of 128 bits cannot be guessed however cheap a guess is."""
    wrapped: Annotated[bytes, Meta(min_length=60, max_length=60)]
    """Nonce, data key and tag of AES-256-GCM."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One data key with all its slots."""

    key_id: KeyId
    slots: Annotated[tuple[Slot, ...], Meta(max_length=8)]
    mac: Annotated[bytes, Meta(min_length=32, max_length=32)]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """All the ways into one diary. The last generation is the newest."""

    format: str
    version: int
    min_reader: int
    diary: Id
    """The name of the diary: lasts through every change of keys, and is the same in a restored backup."""
    backend: str | None
    """The class of the OS keyring that holds the data key; None when no keyring does."""
    cipher_salt: Annotated[bytes, Meta(min_length=16, max_length=16)] | None
    """A copy of the first 16 bytes of the diary file: without them the key opens nothing."""
    generations: Annotated[tuple[Generation, ...], Meta(min_length=1, max_length=2)]

    @property
    def kinds(self) -> frozenset[SlotKind]:
        """Which secrets open this file."""
        return frozenset(slot.kind for generation in self.generations for slot in generation.slots)

    def open_by_passphrase(self, passphrase: str) -> tuple[DataKey, ...]:
        """The data keys, newest first. Raises WrongPassphrase, NoSuchWay, TooLittleMemory, KeyFileDamaged."""
        if SlotKind.PASSPHRASE not in self.kinds:
            raise NoSuchWay
        found = self._open(SlotKind.PASSPHRASE, passphrase)
        if not found:
            raise WrongPassphrase
        return found

    def open_by_code(self, code: RecoveryCode) -> tuple[DataKey, ...]:
        """The data keys, newest first. Raises WrongCode, NoSuchWay, KeyFileDamaged."""
        if SlotKind.RECOVERY not in self.kinds:
            raise NoSuchWay
        found = self._open(SlotKind.RECOVERY, code)
        if not found:
            raise WrongCode
        return found

    def knows(self, data_key: DataKey) -> bool:
        """Whether this is, beyond doubt, a data key of this file."""
        return any(
            generation.key_id == data_key.key_id
            and hmac.compare_digest(generation.mac, _mac(self.diary, generation, data_key.key))
            for generation in self.generations
        )

    def named(self, key: bytes) -> DataKey | None:
        """The key with its name, when it is beyond doubt a data key of this file."""
        candidates = (DataKey(key_id=generation.key_id, key=key) for generation in self.generations)
        return next((it for it in candidates if self.knows(it)), None)

    def with_salt(self, cipher_salt: bytes) -> "KeyFile":
        """The same file, remembering how the diary file begins."""
        return replace(self, cipher_salt=cipher_salt)

    def with_backend(self, backend: str | None) -> "KeyFile":
        """The same file, naming the keyring that holds the data key, or none."""
        return replace(self, backend=backend)

    def with_slot(self, data_key: DataKey, secret: str | RecoveryCode, cost: Cost | None = None) -> "KeyFile":
        """The same file with a new passphrase or a new code; the slot it replaces is gone from the new file."""
        kind = SlotKind.RECOVERY if isinstance(secret, RecoveryCode) else SlotKind.PASSPHRASE
        cost = None if kind == SlotKind.RECOVERY else cost or Cost()
        slot = _wrap(kind, secret, data_key, self.diary, cost)
        return replace(
            self,
            generations=tuple(
                _signed(self.diary, data_key, (*(it for it in generation.slots if it.kind != kind), slot))
                if generation.key_id == data_key.key_id
                else generation
                for generation in self.generations
            ),
        )

    def with_next(self, generation: Generation) -> "KeyFile":
        """The same file while the data key is being replaced: the old generation, and the one to come."""
        return replace(self, generations=(self.generations[-1], generation))

    def only(self, data_key: DataKey) -> "KeyFile":
        """The same file with one generation left."""
        return replace(self, generations=tuple(it for it in self.generations if it.key_id == data_key.key_id))

    def _open(self, kind: SlotKind, secret: str | RecoveryCode) -> tuple[DataKey, ...]:
        found = tuple(
            DataKey(key_id=generation.key_id, key=key)
            for generation in reversed(self.generations)
            for slot in generation.slots
            if slot.kind == kind and (key := _unwrap(slot, secret, self.diary, generation.key_id)) is not None
        )
        if not all(self.knows(data_key) for data_key in found):
            raise KeyFileDamaged
        return found


def new_generation(
    diary: str, data_key: DataKey, code: RecoveryCode, passphrase: str | None = None, cost: Cost | None = None
) -> Generation:
    """The slots of one data key: always the recovery code, and a passphrase when one is wanted."""
    slots = [_wrap(SlotKind.RECOVERY, code, data_key, diary)]
    if passphrase is not None:
        slots.append(_wrap(SlotKind.PASSPHRASE, passphrase, data_key, diary, cost or Cost()))
    return _signed(diary, data_key, tuple(slots))


def new_key_file(diary: str, generation: Generation, *, backend: str | None) -> KeyFile:
    """The key file of a diary that begins now."""
    return KeyFile(
        format=FORMAT,
        version=VERSION,
        min_reader=VERSION,
        diary=diary,
        backend=backend,
        cipher_salt=None,
        generations=(generation,),
    )


def dump(keys: KeyFile) -> bytes:
    """The key file as it stands on the disk."""
    body = msgspec.json.format(msgspec.json.encode(keys), indent=1)
    return body + CHECKSUM + hashlib.sha256(body).hexdigest().encode() + b"\n"


def parse(raw: bytes, *, after_accident: bool = False) -> KeyFile:
    """The key file in these bytes. Raises KeyFileDamaged or KeyFileTooNew, whatever the bytes are.

    after_accident: do not mind the checksum; each slot still proves itself when it is opened.
    """
    if len(raw) > LARGEST:
        raise KeyFileDamaged
    body, mark, checksum = raw.rpartition(CHECKSUM)
    if not after_accident and hashlib.sha256(body).hexdigest().encode() != checksum.strip():
        raise KeyFileDamaged
    _check_version(body if mark else raw)
    return _decode(body if mark else raw, KeyFile)


def load(file: Path) -> KeyFile:
    """Read the key file. Raises KeyFileMissing, KeyFileDamaged, KeyFileTooNew, OSError."""
    try:
        with file.open("rb") as opened:
            return parse(opened.read(LARGEST + 1))
    except FileNotFoundError as error:
        raise KeyFileMissing from error


def save(file: Path, keys: KeyFile, proof: Callable[[KeyFile], object] | None = None) -> None:
    """Write the key file, whole or not at all, and tidy after writes that were interrupted. Raises OSError.

    proof: is given the new file as read back from the disk, before it takes the place of the old one. When it raises,
    the old one stays.
    """
    sweep(file)
    write_whole(file, dump(keys), None if proof is None else lambda beside: proof(load(beside)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preface:
    format: str
    min_reader: int


def _check_version(body: bytes) -> None:
    """Look at the first lines alone, so that a later format is called later and not damaged."""
    preface = _decode(body, _Preface)
    if preface.format != FORMAT:
        raise KeyFileDamaged
    if preface.min_reader > VERSION:
        raise KeyFileTooNew


def _decode(body: bytes, kind: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(body, type=kind, strict=True)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise KeyFileDamaged from error


def _canonical(value: Any) -> bytes:
    return msgspec.json.encode(value, order="sorted")


def derived(secret: bytes, salt: bytes | None, purpose: str) -> bytes:
    """A key for one purpose only, from a secret that cannot be guessed."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode()).derive(secret)


def _signed(diary: str, data_key: DataKey, slots: tuple[Slot, ...]) -> Generation:
    unsigned = Generation(key_id=data_key.key_id, slots=slots, mac=b"")
    return replace(unsigned, mac=_mac(diary, unsigned, data_key.key))


def _mac(diary: str, generation: Generation, key: bytes) -> bytes:
    signed = _canonical([diary, generation.key_id, generation.slots])
    return hmac.digest(derived(key, None, "therapy diary slot list v1"), signed, "sha256")


def _wrapping_key(slot: Slot, secret: str | RecoveryCode) -> bytes:
    if isinstance(secret, RecoveryCode):
        material = secret.secret
    elif slot.cost is None:
        raise KeyFileDamaged
    else:
        material = key_from(secret, slot.salt, slot.cost)
    return derived(material, slot.salt, f"therapy diary slot v1 {slot.kind}")


def _bound_to(slot: Slot, diary: str, key_id: str) -> bytes:
    """What the wrapped key is tied to: a slot cannot be moved to another diary, key, kind or cost."""
    return _canonical(["therapy-diary-slot-v1", diary, key_id, slot.kind, slot.salt, slot.cost])


def _wrap(
    kind: SlotKind, secret: str | RecoveryCode, data_key: DataKey, diary: str, cost: Cost | None = None
) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = Slot(kind=kind, salt=secrets.token_bytes(16), cost=cost, wrapped=b"")
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(_wrapping_key(slot, secret))
    sealed = cipher.encrypt(nonce, data_key.key, _bound_to(slot, diary, data_key.key_id))
    return replace(slot, wrapped=nonce + sealed)


def _unwrap(slot: Slot, secret: str | RecoveryCode, diary: str, key_id: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_wrapping_key(slot, secret))
    nonce, sealed = slot.wrapped[:NONCE_BYTES], slot.wrapped[NONCE_BYTES:]
    try:
        return cipher.decrypt(nonce, sealed, _bound_to(slot, diary, key_id))
    except InvalidTag:
        return None
