"""What a format is to the benchmarks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.errors import InputInvalid
from benchmarks.instance import Instance, Reader

Read = Callable[[Path], Instance]
"""Raises ``InputInvalid``, in one sentence that names the file, for what it cannot read."""


@dataclass(frozen=True)
class Format:
    """A file format by its name on the command line, and the roads on which its files can be put to the engine."""

    name: str
    about: str
    program: Read
    """Straight into the arrays that a program is laid from, or into one."""
    case: Read | None = None
    """As a whole case."""
    either: Read | None = None
    """By its size; ``program`` if left out."""

    def read(self, path: Path, reader: Reader | None = None) -> Instance:
        """The instance of a file, on the road that suits its size or on the one named.

        Raises
        ------
        InputInvalid
            if the file is no such file, or there is no such road for the format.
        """
        if reader == "case":
            if self.case is None:
                raise InputInvalid(f"files of the format {self.name} are read as a program, never as a case")
            return self.case(path)
        return (self.either or self.program)(path) if reader is None else self.program(path)
