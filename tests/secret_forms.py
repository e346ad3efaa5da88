"""A secret in every form in which it may stand in a file or in memory, and which of some secrets stand there."""

import base64
from collections.abc import Iterable, Mapping


def forms_of(secret: bytes) -> list[bytes]:
    """As it is, in hexadecimal, or in either kind of base64 at any of its three steps."""
    coded = [
        encode(bytes(step) + secret + bytes(2))[4 * (step > 0) + 1 : -8]
        for step in range(3)
        for encode in (base64.b64encode, base64.urlsafe_b64encode)
    ]
    return [secret, secret.hex().encode(), secret.hex().upper().encode(), *dict.fromkeys(coded)]


def forms_of_text(text: str) -> list[bytes]:
    """A text in the encodings of Python, Qt and Windows."""
    return [it for coding in ("utf-8", "utf-16-le", "utf-16-be") for it in forms_of(text.encode(coding))]


def found(secrets: Mapping[str, Iterable[bytes]], where: bytes) -> set[str]:
    """The names of the secrets that stand there in any of these forms."""
    return {name for name, forms in secrets.items() if any(form in where for form in forms)}
