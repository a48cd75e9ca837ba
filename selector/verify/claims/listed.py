"""A list that is to hold certain rows, each once, in the order of the case."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from selector.verify.claims.wrong import not_once
from selector.verify.verification import Finding

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Listing(Generic[Row, Key]):
    """A list of an evaluation, by the name it has there, and what is said where it is wrong."""

    name: str
    key: Callable[[Row], Key]
    """What a row is about."""
    due: Callable[[Key], str]
    """Why a row is to be listed."""
    unknown: Callable[[Key], str]
    """That a row is listed, and is none of this case."""
    disordered: str
    differences: Callable[[str, Row, Row], Iterator[Finding]]
    """What is wrong with a row, given its place, the row as stated, and as it should be."""

    def findings(self, stated: Sequence[Row], right: Sequence[Row]) -> Iterator[Finding]:
        """What is wrong with the rows ``stated``, held against those that are ``right``."""
        expected = {self.key(row): row for row in right}
        listed = [self.key(row) for row in stated]
        yield from not_once(self.name, expected, listed, self.due)
        for position, (key, row) in enumerate(zip(listed, stated, strict=True)):
            if key in expected:
                yield from self.differences(f"{self.name}[{position}]", row, expected[key])
            else:
                yield Finding(self.name, self.unknown(key))
        if listed != list(expected) and set(listed) == set(expected) and len(listed) == len(expected):
            yield Finding(self.name, self.disordered)
