"""What a format is to the benchmarks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.instance import Instance


@dataclass(frozen=True)
class Format:
    """A file format by its name on the command line.

    ``read`` raises ``InputInvalid``, in one sentence that names the file, for what it cannot read.
    """

    name: str
    about: str
    read: Callable[[Path], Instance]
