"""What an API key looks like, and the hash that is kept of it."""

import base64
import hashlib
import re
import secrets
from functools import cache
from typing import NamedTuple

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

_FORM = re.compile(r"sel_([a-z2-7]{12})_([a-z2-7]{52})")

# A key is 256 random bits, which no hash must make up for, so the lesser of the settings that OWASP gives for argon2id.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)


class Parts(NamedTuple):
    """A key taken apart."""

    id: str
    secret: str


class NewKey(NamedTuple):
    """A key that nobody has yet."""

    id: str
    text: str
    hash: str


def make() -> NewKey:
    """A new key. Its text is to be shown once, and kept nowhere."""
    key, secret = _letters(12), _letters(52)
    return NewKey(key, f"sel_{key}_{secret}", _HASHER.hash(secret))


def take_apart(text: str) -> Parts | None:
    """The parts of a text that has the form of a key; None for any other."""
    found = _FORM.fullmatch(text)
    return Parts(*found.groups()) if found else None


def fits(hashed: str | None, secret: str) -> bool:
    """Whether a secret is the one a hash was made of. It takes as long for no hash as for one."""
    try:
        _HASHER.verify(hashed or _of_nothing(), secret)
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None


def digest(text: str) -> bytes:
    """What a key is remembered by, so that its text is not."""
    return hashlib.sha256(text.encode()).digest()


@cache
def _of_nothing() -> str:
    return _HASHER.hash(secrets.token_bytes(32))


def _letters(count: int) -> str:
    # Letters and digits only, so that a double click takes all of it.
    return base64.b32encode(secrets.token_bytes(count)).decode().lower()[:count]
