"""What the file of a letter is called."""

import re

_NO_LETTER_OF_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def file_name(number: int, bidder: str) -> str:
    """The name of a letter's file: its place and the id of its bidder, such as ``001-acme.md``."""
    name = _NO_LETTER_OF_A_NAME.sub("-", bidder.lower()).strip("-")[:_LONGEST_NAME]
    return f"{number:03d}{'-' if name else ''}{name}.md"
