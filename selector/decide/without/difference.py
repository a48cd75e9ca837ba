"""By how much two best awards differ, as far as it is proven of each what the best is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models import BestAward, Difference, Level, TotalsDifference
from selector.decide.without.measure import in_points, is_priority
from selector.decide.without.measure import sign as sign_of

_INFINITE = Decimal("Infinity")
_MILLIONTH = Decimal("0.000001")
"""Qualities are told to this; their bounds are rounded outward, and then may lie one further."""


@dataclass(frozen=True)
class _Best:
    """The best value there is at one level lies between two figures, infinite where nothing is known. Less is better."""

    least: Decimal = -_INFINITE
    most: Decimal = _INFINITE

    def proven(self, step: Decimal) -> bool:
        """Whether the two are the same, but for the last figure to which they are told."""
        return self.most - self.least <= step


def differences(best: BestAward, without: BestAward, *, can_only_worsen: bool) -> tuple[Difference, ...]:
    """The best of each level without the bid, less the best with it; nothing where there is no award without it.

    Parameters
    ----------
    can_only_worsen
        Whether every award without the bid is also one with it.
    """
    if best.certificate is None or without.status == "infeasible":
        return ()
    return tuple(_differences(best.certificate.levels, without, can_only_worsen))


def _differences(levels: Sequence[Level], without: BestAward, can_only_worsen: bool) -> Iterator[Difference]:
    for position, level in enumerate(levels):
        sign, step = sign_of(level.objective), _MILLIONTH if in_points(level.objective) else Decimal(0)
        before, now = _best(level, sign), _counterpart(without, position, level.objective)
        proven = before.proven(step) and now.proven(step)
        if proven:
            before, now = _Best(before.most, before.most), _Best(now.most, now.most)
        # At a later level the two are held to different values of the earlier ones: there anything can happen.
        at_least, at_most = sorted(sign * end for end in _spread(before, now, can_only_worsen and position == 0))
        yield Difference(objective=level.objective, at_least=_known(at_least), at_most=_known(at_most))
        # What is best at the next level depends on the best found here, which is a fact only where it is proven.
        if not proven:
            return


def _counterpart(without: BestAward, position: int, objective: str) -> _Best:
    certificate, sign = without.certificate, sign_of(objective)
    if certificate is None:
        return _Best()
    if position < len(certificate.levels):
        return _best(certificate.levels[position], sign)
    # Without an award there are no levels, and yet there may be a bound of the first; of no priority, though.
    known = position == 0 and not is_priority(objective)
    return _between(certificate.bound if known else None, None, sign)


def _best(level: Level, sign: int) -> _Best:
    return _between(level.bound, level.best, sign)


def _between(bound: Decimal | None, found: Decimal | None, sign: int) -> _Best:
    return _Best(-_INFINITE if bound is None else sign * bound, _INFINITE if found is None else sign * found)


def _spread(before: _Best, now: _Best, can_only_worsen: bool) -> tuple[Decimal, Decimal]:
    """The least and the most that ``now`` less ``before`` can be."""
    if can_only_worsen:
        before = _Best(before.least, min(before.most, now.most))
        now = _Best(max(now.least, before.least), now.most)
        return max(now.least - before.most, Decimal(0)), now.most - before.least
    return now.least - before.most, now.most - before.least


def _known(value: Decimal) -> Decimal | None:
    return value + 0 if value.is_finite() else None  # the sum loses the sign of -0


def totals_difference(best: BestAward, without: BestAward) -> TotalsDifference | None:
    """The totals without the bid, less those with it; None where there are none to compare."""
    if best.totals is None or without.totals is None:
        return None
    now, before = without.totals, best.totals
    return TotalsDifference(
        cost=now.cost - before.cost,
        quality=now.quality - before.quality,
        liability=now.liability - before.liability,
        disruption=now.disruption - before.disruption,
        penalty=now.penalty - before.penalty,
        proven=_settled(best) and _settled(without),
    )


def _settled(found: BestAward) -> bool:
    # Ties are settled only once the optimum is proven to the penny.
    return found.certificate is not None and found.certificate.ties != "not_examined"
