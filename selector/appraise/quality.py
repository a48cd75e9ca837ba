"""What a bid is worth in points, and what bars it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from models import Bid, Criterion
from selector.appraise.rounding import half_up


@dataclass(frozen=True)
class Scale:
    """The criteria that apply to a service."""

    criteria: tuple[Criterion, ...]

    @classmethod
    def of(cls, service: str, criteria: Iterable[Criterion]) -> "Scale":
        """The criteria among ``criteria`` that apply to the service of that id."""
        return cls(tuple(c for c in criteria if c.services is None or service in c.services))

    @cached_property
    def _weights(self) -> tuple[tuple[str, int], ...]:
        # Millionths of weight times millionths of a point stay whole, so the mean is one exact division.
        return tuple((criterion.id, int(criterion.weight * 10**6)) for criterion in self.criteria)

    @cached_property
    def _total(self) -> int:
        return sum(weight for _, weight in self._weights)

    def quality(self, bid: Bid) -> int:
        """Weighted mean score in thousandths of a point; 0 where no criterion applies."""
        if not self._total:
            return 0
        points = sum(weight * int(bid.scores[name] * 10**6) for name, weight in self._weights)
        return half_up(Fraction(points, self._total * 1000))

    def shortfalls(self, bid: Bid) -> tuple[str, ...]:
        """Names of the minimums that the bid's scores miss."""
        return tuple(
            f"minimum[{criterion.id}]"
            for criterion in self.criteria
            if criterion.minimum is not None and bid.scores[criterion.id] < criterion.minimum
        )


def scales(services: Iterable[str], criteria: tuple[Criterion, ...]) -> Mapping[str, Scale]:
    """The scale of each service."""
    return {service: Scale.of(service, criteria) for service in services}
