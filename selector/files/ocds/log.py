"""What is found while a package is read: faults, each at its place in the document, and remarks."""

from collections.abc import Sequence

from models.draft import MOST_FAULTS
from models.faults import Fault, pointer, shown
from selector.files.ocds.origin import Origin, Path

_MOST_NAMED = 5


class Log:
    """Faults and remarks of one reading."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._faults: dict[tuple[str, str], Fault] = {}
        self._tallies: dict[tuple[str, str], list[str]] = {}
        self._remarks: dict[str, None] = {}

    def fault(self, path: Path, message: str) -> None:
        """Something is wrong at a path of the release; said twice, it counts once."""
        if len(self._faults) <= MOST_FAULTS:
            place = self.pointer(path)
            self._faults.setdefault((place, message), Fault(place, message))

    def remark(self, sentence: str) -> None:
        """Something that a reader should know, and that is no fault."""
        self._remarks.setdefault(sentence)

    def tally(self, what: tuple[str, str], name: str) -> None:
        """One more thing of which the same is to be said; ``what`` says it of one thing, and of several."""
        self._tallies.setdefault(what, []).append(name)

    def pointer(self, path: Path) -> str:
        """The JSON pointer into the document of a path of the release."""
        return pointer(self._origin.of(path) or path)

    @property
    def faults(self) -> Sequence[Fault]:
        """What is wrong, in the order in which it was found."""
        return tuple(self._faults.values())

    @property
    def remarks(self) -> list[str]:
        """The remarks; of what was tallied one sentence each, with its number and the first names."""
        return [*self._remarks, *(_sentence(what, names) for what, names in self._tallies.items())]


def _sentence(what: tuple[str, str], names: list[str]) -> str:
    listed = ", ".join(shown(name) for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{len(names):,} {what[len(names) > 1]}: {listed}{f' and {more:,} more' if more > 0 else ''}"
