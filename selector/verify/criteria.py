"""The tree of criteria: which apply to a service, and what a bid comes to on each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from models import Bid, Case, Criterion
from selector.verify.marked import score


class Criteria:
    """The criteria of a case."""

    def __init__(self, case: Case) -> None:
        self._marking = case.marking
        self._weights = {criterion.id: Fraction(criterion.weight) for criterion in case.criteria}
        parts: defaultdict[str, list[Criterion]] = defaultdict(list)
        for criterion in case.criteria:
            if criterion.parent is not None:
                parts[criterion.parent].append(criterion)
        self._parts: Mapping[str, Sequence[Criterion]] = dict(parts)
        # Level by level, not by recursion: a chain may be as long as the table.
        downwards = [criterion for criterion in case.criteria if criterion.parent is None]
        for criterion in downwards:
            downwards += self._parts.get(criterion.id, ())
        self._downwards: Sequence[Criterion] = downwards
        self.applying = {service.id: self._applying(case, service.id) for service in case.services}
        """By service: the criteria that apply to it, in case order; those that have parts are among them."""
        self.asking = {
            service: tuple(criterion for criterion in applying if criterion.minimum is not None)
            for service, applying in self.applying.items()
        }
        """By service: those of them that ask for a minimum."""
        self._known: dict[tuple[str, tuple[str, ...] | None], list[tuple[Criterion, list[Criterion]]]] = {}

    def on(self, bid: Bid, service: str, among: Sequence[Criterion] | None = None) -> dict[str, Fraction]:
        """What a listed bid comes to on criteria that apply to a service: points, unrounded.

        On those ``among`` them and on what these are made of; on each where none is named.
        """
        found: dict[str, Fraction] = {}
        for criterion, parts in self._upwards(service, among):
            found[criterion.id] = (
                self._weighted((part, found[part.id]) for part in parts)
                if parts
                else score(self._marking, criterion, bid)
            )
        return found

    def quality(self, bid: Bid, service: str) -> Fraction:
        """What a listed bid comes to on a service, all criteria together: points, unrounded; 0 where none apply."""
        found = self.on(bid, service)
        roots = [criterion for criterion in self.applying[service] if criterion.parent is None]
        return self._weighted((root, found[root.id]) for root in roots) if roots else Fraction(0)

    def _weighted(self, points: Iterable[tuple[Criterion, Fraction]]) -> Fraction:
        """The mean of what some criteria come to, each by its weight."""
        total = weight = Fraction(0)
        for criterion, found in points:
            weight += self._weights[criterion.id]
            total += self._weights[criterion.id] * found
        return total / weight

    def _upwards(
        self, service: str, among: Sequence[Criterion] | None
    ) -> Sequence[tuple[Criterion, Sequence[Criterion]]]:
        """Those criteria, each after its parts that apply; of each service worked out once."""
        key = (service, None if among is None else tuple(criterion.id for criterion in among))
        if key not in self._known:
            applying = {criterion.id for criterion in self.applying[service]}
            wanted = set(applying) if among is None else {criterion.id for criterion in among}
            for criterion in self._downwards:
                if criterion.parent in wanted:
                    wanted.add(criterion.id)
            self._known[key] = [
                (criterion, [part for part in self._parts.get(criterion.id, ()) if part.id in applying])
                for criterion in reversed(self._downwards)
                if criterion.id in wanted & applying
            ]
        return self._known[key]

    def _applying(self, case: Case, service: str) -> tuple[Criterion, ...]:
        named: set[str] = set()
        for criterion in self._downwards:
            if (criterion.services is None or service in criterion.services) and (
                criterion.parent is None or criterion.parent in named
            ):
                named.add(criterion.id)
        found: set[str] = set()
        for criterion in reversed(self._downwards):
            parts = self._parts.get(criterion.id, ())
            if criterion.id in named and (not parts or any(part.id in found for part in parts)):
                found.add(criterion.id)
        return tuple(criterion for criterion in case.criteria if criterion.id in found)
