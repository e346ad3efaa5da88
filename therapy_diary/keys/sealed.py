"""A few words locked under the data key: whoever has the diary's key can read them, and nobody else can write them."""

import secrets

from therapy_diary.keys.slots import NONCE_BYTES, derived


def seal(key: bytes, purpose: str, content: bytes, bound_to: bytes) -> bytes:
    """These bytes, encrypted under a key derived for one purpose, and tied to what stands beside them."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(derived(key, None, purpose)).encrypt(nonce, content, bound_to)


def unseal(key: bytes, purpose: str, sealed: bytes, bound_to: bytes) -> bytes | None:
    """What was sealed; None when another key, another purpose or other company is at work."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    if len(rest) < 16:
        return None
    try:
        return AESGCM(derived(key, None, purpose)).decrypt(nonce, rest, bound_to)
    except InvalidTag:
        return None
