"""Names as parts of ids."""

import re


def slug(name: str) -> str:
    """A name in small letters and hyphens."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")
