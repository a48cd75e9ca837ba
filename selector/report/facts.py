"""What a paper is about, with the names of the case, and figures of the award that know where they come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from models import Accepted, Case, Evaluation
from selector.report.answers import Answers
from selector.report.decided import Decided
from selector.report.legend import Legend
from selector.report.names import Names
from selector.report.shown import Unit
from selector.report.text import Document, Figure, Quote, Source
from selector.report.units import disruption_unit, unit_of

Where = Mapping[str, Iterable[str] | str]


@dataclass(frozen=True)
class Facts:
    """A case, its award, and what was answered about it."""

    case: Case
    award: Evaluation
    answers: Answers = field(default_factory=Answers)
    earlier: Evaluation | None = None
    decided: tuple[Decided, ...] = ()

    @cached_property
    def legend(self) -> Legend:
        """Letters and colours of providers."""
        return Legend(self.case, self.award)

    @cached_property
    def names(self) -> Names:
        """The names of the case."""
        return Names(self.case)

    def buyer(self, name: str) -> Quote:
        """Name of a buyer."""
        return self.names.buyer(name)

    def service(self, name: str) -> Quote:
        """Name of a service."""
        return self.names.service(name)

    def bidder(self, name: str) -> Quote:
        """Name of a bidder."""
        return self.names.bidder(name)

    @cached_property
    def lots_of(self) -> Mapping[str, tuple[tuple[int, Accepted], ...]]:
        """By buyer: its rows of the award, with their positions."""
        found: dict[str, list[tuple[int, Accepted]]] = {}
        for at, row in enumerate(self.award.awards):
            found.setdefault(row.buyer, []).append((at, row))
        return {name: tuple(rows) for name, rows in found.items()}

    @property
    def disruption_unit(self) -> Unit:
        """Of the disruption."""
        return disruption_unit(self.case)

    def unit(self, total: str) -> Unit:
        """The unit of a total."""
        return unit_of(self.case, total)

    def total(self, name: str) -> Figure:
        """A total of the award."""
        value = getattr(self.award.totals, name)
        return Figure(value, self.unit(name), Source("award", f"/totals/{name}"))

    def sum(self, column: str, unit: Unit, **where: Iterable[str] | str) -> Figure:
        """The sum of a column of the award over the rows whose fields have these values."""
        rows = self._rows(where)
        value = sum((getattr(row, column) for row in rows), Decimal(0))
        return Figure(value, unit, Source("award", "/awards", "sum", column, _where(where)))

    def count(self, unit: Unit = "lots", **where: Iterable[str] | str) -> Figure:
        """How many rows of the award have these values."""
        return Figure(Decimal(len(self._rows(where))), unit, Source("award", "/awards", "count", "", _where(where)))

    def distinct(self, column: str, unit: Unit, **where: Iterable[str] | str) -> Figure:
        """How many different values a column has over those rows."""
        values = {getattr(row, column) for row in self._rows(where)}
        return Figure(Decimal(len(values)), unit, Source("award", "/awards", "distinct", column, _where(where)))

    def rows_of(self, *keys: str) -> Where:
        """What tells the rows of some providers, by their keys in the legend, from all others.

        A body that does its own lots and sells to others as well is told by its lots: its name would tell both.
        """
        rows = [row for row in self.award.awards if self.legend.key(row) in keys]
        names = tuple(dict.fromkeys(row.bidder for row in rows))
        if len(rows) == len(self._rows({"bidder": names})):
            return {"bidder": names}
        return {"lot": tuple(row.lot for row in rows)}

    def _rows(self, where: Where) -> list[Accepted]:
        wanted = [(name, frozenset((value,) if isinstance(value, str) else value)) for name, value in where.items()]
        return [row for row in self._narrow(where) if all(getattr(row, name) in values for name, values in wanted)]

    def _narrow(self, where: Where) -> Iterable[Accepted]:
        """The rows in question: of one buyer or one bidder few, and there are hundreds of both."""
        one = where.get("buyer")
        if isinstance(one, str):
            return [row for _, row in self.lots_of.get(one, ())]
        return self.award.awards


def at(
    document: Document,
    pointer: str,
    value: Decimal | int | float,
    unit: Unit,
    *,
    signed: bool = False,
    whole: bool = False,
) -> Figure:
    """A figure that stands in a document."""
    return Figure(Decimal(str(value)), unit, Source(document, pointer), signed, whole)


def rows(document: Document, pointer: str, many: int, unit: Unit, **where: str) -> Figure:
    """How many rows a document has."""
    return Figure(Decimal(many), unit, Source(document, pointer, "count", "", _where(where)))


def _where(where: Where) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, (value,) if isinstance(value, str) else tuple(value)) for name, value in where.items())
