"""The real keyring, for diaries that open by themselves."""

from tests.keys.conftest import bare_session, keyring, keyring_session

__all__ = ["bare_session", "keyring", "keyring_session"]
