"""What a file holds, as bytes, within a limit."""

from pathlib import Path

from models import Fault

MOST_BYTES = 1 << 30
"""Largest file that is read."""


def content(path: Path) -> bytes | Fault:
    """The bytes of a file, or what keeps it from being read."""
    try:
        with path.open("rb") as file:
            found = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Fault("", f"there is no file {path}")
    except IsADirectoryError:
        return Fault("", f"{path} cannot be read: it is a folder, not a file")
    except OSError as error:
        return Fault("", f"{path} cannot be read: {error.strerror}")
    if len(found) > MOST_BYTES:
        return Fault("", f"{path} is larger than {MOST_BYTES // 2**20} MiB")
    return found
