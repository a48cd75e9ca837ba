"""The seal of a decision record: the SHA-256 of all of its text, on its last line but one.

What is sealed are the bytes before that line, so that anybody can check it without this program::

    head -n -2 record.json | sha256sum
"""

import hashlib
import re

_END = re.compile(rb'  "sha256": "([0-9a-f]{64})"\n}\n')
_LENGTH = len(b'  "sha256": ""\n}\n') + 64


def sealed(text: str) -> str:
    """A text that ends in a comma and a line break, with its seal and the end of the object that it is."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f'{text}  "sha256": "{digest}"\n}}\n'


def seal_of(content: bytes) -> str | None:
    """The seal that a file should have, by what stands before it; None where it does not end as a sealed one does."""
    if _END.fullmatch(content[-_LENGTH:]) is None:
        return None
    return hashlib.sha256(content[:-_LENGTH]).hexdigest()
