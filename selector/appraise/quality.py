"""What a bid is worth in points, through the tree of criteria, and which minimums it misses."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from models import Bid, Criterion, Marking
from selector.appraise.marks import score
from selector.appraise.rounding import half_up_of
from selector.appraise.units import MILLIONTHS

_WHOLE = ""
"""Stands for quality itself, of which the criteria without a parent are the parts; no criterion has this id."""


@dataclass(frozen=True)
class _Sum:
    """What a criterion with parts comes to: a sum of theirs, each times a whole number, in units of its own."""

    id: str
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class _Minimum:
    criterion: str
    least: int
    """In units of the criterion."""


@dataclass(frozen=True)
class Scale:
    """The tree of the criteria that apply to a service.

    Every criterion is counted in a unit of its own, so many to a millionth of a point that all it can come to is whole:
    60,000 bids are scored without a single fraction.
    """

    criteria: tuple[Criterion, ...]
    """Those that apply, in the order of the case."""
    _scored: tuple[Criterion, ...]
    _sums: tuple[_Sum, ...]
    """Parts before what they are a part of; quality last, where anything applies."""
    _units: Mapping[str, int]
    """How many units of each criterion are a millionth of a point."""
    _minimums: tuple[_Minimum, ...]
    _marking: Marking

    @classmethod
    def of(cls, criteria: Sequence[Criterion], marking: Marking) -> "Scale":
        """The scale of a service to which ``criteria``, and no others, apply."""
        parts: defaultdict[str, list[Criterion]] = defaultdict(list)
        for criterion in criteria:
            parts[criterion.parent or _WHOLE].append(criterion)
        scored = tuple(criterion for criterion in criteria if criterion.id not in parts)
        units = {criterion.id: 1 for criterion in scored}
        sums = []
        for name in reversed(_from_the_top(parts)):
            weights = _whole_weights(parts[name])
            common = lcm(*(units[part.id] for part in parts[name]))
            times = [weight * (common // units[part.id]) for weight, part in zip(weights, parts[name], strict=True)]
            units[name] = sum(weights) * common
            sums.append(_Sum(name, tuple((part.id, each) for part, each in zip(parts[name], times, strict=True))))
        minimums = tuple(
            _Minimum(criterion.id, int(criterion.minimum * MILLIONTHS) * units[criterion.id])
            for criterion in criteria
            if criterion.minimum is not None
        )
        return cls(tuple(criteria), scored, tuple(sums), units, minimums, marking)

    def quality(self, bid: Bid) -> int:
        """Quality of a bid on a lot of the service, in thousandths of a point; 0 where no criterion applies."""
        if not self._sums:
            return 0
        return half_up_of(self._values(bid)[_WHOLE], self._units[_WHOLE] * 1000)

    def shortfalls(self, bid: Bid) -> tuple[str, ...]:
        """Names of the minimums that the bid misses, in the order of the criteria."""
        if not self._minimums:
            return ()
        values = self._values(bid)
        return tuple(f"minimum[{each.criterion}]" for each in self._minimums if values[each.criterion] < each.least)

    def points(self, bid: Bid) -> Mapping[str, Fraction]:
        """What each criterion that applies comes to for a bid, in points, exactly, in the order of the case."""
        values = self._values(bid)
        return {each.id: Fraction(values[each.id], self._units[each.id] * MILLIONTHS) for each in self.criteria}

    def _values(self, bid: Bid) -> dict[str, int]:
        """What each criterion comes to, each in its unit."""
        values = {criterion.id: score(bid, criterion, self._marking) for criterion in self._scored}
        for each in self._sums:
            values[each.id] = sum(values[part] * times for part, times in each.parts)
        return values


def scales(services: Iterable[str], criteria: Sequence[Criterion], marking: Marking) -> Mapping[str, Scale]:
    """The scale of each service."""
    known: dict[tuple[str, ...], Scale] = {}
    found = {}
    for service in services:
        applying = applicable(service, criteria)
        key = tuple(criterion.id for criterion in applying)
        if key not in known:
            known[key] = Scale.of(applying, marking)
        found[service] = known[key]
    return found


def applicable(service: str, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria that apply to a service, in their order.

    One that is a part of others applies where these, too, name the service or nothing; one that has parts, only where
    one of these applies.
    """
    by_id = {criterion.id: criterion for criterion in criteria}
    named = {each.id: each.services is None or service in each.services for each in criteria}
    with_parts = {each.parent for each in criteria}
    applying: set[str] = set()
    for criterion in criteria:
        if criterion.id in with_parts:
            continue
        line = [criterion.id]
        while (parent := by_id[line[-1]].parent) is not None:
            line.append(parent)
        if all(named[name] for name in line):
            applying.update(line)
    return tuple(criterion for criterion in criteria if criterion.id in applying)


def _from_the_top(parts: Mapping[str, Sequence[Criterion]]) -> list[str]:
    """The criteria that have parts, each before its parts."""
    found = [_WHOLE] if _WHOLE in parts else []
    for name in found:
        found += [part.id for part in parts[name] if part.id in parts]
    return found


def _whole_weights(criteria: Sequence[Criterion]) -> list[int]:
    weights = [int(criterion.weight * MILLIONTHS) for criterion in criteria]
    common = gcd(*weights)
    return [weight // common for weight in weights]
