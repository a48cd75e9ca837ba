"""A member of a conflict: one statement of the case that can be lifted, and mostly moved."""

from dataclasses import dataclass
from decimal import Decimal

from models import PatchOperation, Sense
from models.faults import pointer

Path = tuple[str | int, ...]
RowKey = tuple[str, tuple[str, ...]]
"""Family and key of a row of the program; of bids that are barred, ``("bar", (name of what bars them,))``."""


@dataclass(frozen=True)
class Member:
    """One statement of a case. ``docs/formulation.md`` lists which there are and what each means."""

    name: str
    path: Path
    subject: str
    """What a sentence about it calls it, such as ``the floor of HR``."""
    sentence: str
    """It in words, with its figures."""
    rows: frozenset[RowKey]
    """The rows it is one of the reasons for."""
    lift: tuple[PatchOperation, ...]
    limit: Decimal | None = None
    """None where there is nothing to move, only to give up."""
    sense: Sense | None = None
    unit: str | None = None
    step: Decimal = Decimal(1)
    """To what a moved limit is rounded."""

    @property
    def family(self) -> str:
        """The name without what it is about, such as ``floor``."""
        return self.name.partition("[")[0]

    @property
    def base(self) -> Decimal:
        """What a move is measured against: the limit, or one unit where that is 0."""
        return self.limit or Decimal(1)

    @property
    def pointer(self) -> str:
        """JSON Pointer of the statement."""
        return pointer(self.path)
