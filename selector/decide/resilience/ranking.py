"""Failures in the order of how bad they are."""

from collections.abc import Sequence
from decimal import Decimal

from models import Failure
from selector.decide.without.sentence import worse

Extra = tuple[Decimal, ...]
Badness = tuple[bool, int, int, float, Extra]


def extra(failure: Failure) -> Extra:
    """How much worse the repair that was found is at each level of the board's objective: the first that differs decides."""
    return tuple(worse(level)[1] or Decimal(0) for level in failure.levels)


def badness(failure: Failure) -> Badness:
    """How bad what was found for a failure is, in the order in which repairs are compared; nothing found is worst."""
    return (
        failure.outcome == "unknown",
        len(failure.uncovered),
        failure.people_uncovered,
        failure.distance,
        extra(failure),
    )


def worst_first(failure: Failure) -> tuple[int, bool, int, float, Extra, tuple[str, ...]]:
    """Where a failure stands among others: those of fewer bidders first, what is unknown last."""
    unknown, _, people, distance, worse_by = badness(failure)
    return len(failure.bidders), unknown, -people, -distance, _negative(worse_by), failure.bidders


def by_extra(failures: Sequence[Failure]) -> tuple[str, ...]:
    """Who fails, where every lot is covered again, by how much worse that is."""
    found = [each for each in failures if each.outcome in ("kept", "broken")]
    return tuple(each.bidders[0] for each in sorted(found, key=lambda each: (_negative(extra(each)), each.bidders)))


def _negative(figures: Extra) -> Extra:
    return tuple(-figure for figure in figures)


def by_people(failures: Sequence[Failure]) -> tuple[str, ...]:
    """Who fails, where lots stay without a supplier, by their people."""
    found = [each for each in failures if each.uncovered]
    return tuple(each.bidders[0] for each in sorted(found, key=lambda each: (-each.people_uncovered, each.bidders)))
