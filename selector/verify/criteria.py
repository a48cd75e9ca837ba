"""The tree of criteria: which apply to a service, and what a bid comes to on each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from models import Bid, Case, Criterion
from selector.verify.marked import score


class Criteria:
    """The criteria of a case."""

    def __init__(self, case: Case) -> None:
        self._marking = case.marking
        parts: defaultdict[str, list[Criterion]] = defaultdict(list)
        for criterion in case.criteria:
            if criterion.parent is not None:
                parts[criterion.parent].append(criterion)
        self._parts: Mapping[str, Sequence[Criterion]] = dict(parts)
        roots = [criterion for criterion in case.criteria if criterion.parent is None]
        self.applying = {service.id: self._applying(case, roots, service.id) for service in case.services}
        """By service: the criteria that apply to it, in case order; those that have parts are among them."""
        self.asking = {
            service: tuple(criterion for criterion in applying if criterion.minimum is not None)
            for service, applying in self.applying.items()
        }
        """By service: those of them that ask for a minimum."""

    def on(self, bid: Bid, service: str, among: Sequence[Criterion] | None = None) -> dict[str, Fraction]:
        """What a listed bid comes to on criteria that apply to a service: points, unrounded.

        On those ``among`` them and on what these are made of; on each where none is named.
        """
        applying = {criterion.id: criterion for criterion in self.applying[service]}
        found: dict[str, Fraction] = {}

        def come_to(criterion: Criterion) -> Fraction:
            if criterion.id not in found:
                parts = [part for part in self._parts.get(criterion.id, ()) if part.id in applying]
                found[criterion.id] = (
                    _weighted((part, come_to(part)) for part in parts)
                    if parts
                    else score(self._marking, criterion, bid)
                )
            return found[criterion.id]

        for criterion in applying.values() if among is None else among:
            come_to(criterion)
        return found

    def quality(self, bid: Bid, service: str) -> Fraction:
        """What a listed bid comes to on a service, all criteria together: points, unrounded; 0 where none apply."""
        found = self.on(bid, service)
        roots = [criterion for criterion in self.applying[service] if criterion.parent is None]
        return _weighted((root, found[root.id]) for root in roots) if roots else Fraction(0)

    def _applying(self, case: Case, roots: Sequence[Criterion], service: str) -> tuple[Criterion, ...]:
        found = {part.id for root in roots for part in self._below(root, service)}
        return tuple(criterion for criterion in case.criteria if criterion.id in found)

    def _below(self, criterion: Criterion, service: str) -> Iterator[Criterion]:
        """A criterion and what it is made of, as far as they apply to a service."""
        if criterion.services is not None and service not in criterion.services:
            return
        parts = [found for part in self._parts.get(criterion.id, ()) for found in self._below(part, service)]
        if parts or criterion.id not in self._parts:
            yield criterion
            yield from parts


def _weighted(points: Iterable[tuple[Criterion, Fraction]]) -> Fraction:
    """The mean of what some criteria come to, each by its weight."""
    total = weight = Fraction(0)
    for criterion, found in points:
        weight += Fraction(criterion.weight)
        total += Fraction(criterion.weight) * found
    return total / weight
