"""What two best awards tell of the price of a statement: that with it, and that without it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from models import BestAward, Difference, Level
from models.prices import PriceVerdict
from selector.decide.without.difference import differences
from selector.decide.without.measure import is_priority, is_proven
from selector.decide.without.measure import sign as sign_of
from selector.decide.without.sentence import worse


@dataclass(frozen=True)
class Interval:
    """Between what two figures a price lies; None where nothing is known."""

    objective: str | None
    at_least: Decimal | None
    at_most: Decimal | None

    @property
    def verdict(self) -> PriceVerdict:
        """What may be said of the price."""
        if self.at_least is not None and self.at_least > 0:
            return "costs"
        if self.at_most is not None and self.at_most < 0:
            return "pays"
        return "costs_nothing" if self.at_least == self.at_most == 0 else "open"


_MILLIONTH = Decimal("0.000001")
"""Points are told to this; their bounds are rounded outward, and then may lie one further."""
NOTHING_KNOWN = Interval(None, None, None)


def compared(best: BestAward, without: BestAward, *, improves: bool) -> tuple[Difference, ...]:
    """The best of each level with a statement, less the best without it.

    Parameters
    ----------
    improves
        Whether each award with it is also one without it, and as good there.
    """
    names, others = _names(best), _names(without)
    if names[: len(others)] == others:
        return differences(without, best, can_only_worsen=improves)
    # A priority may be gone with its last rule. What both have is compared, once what only one has is proven.
    before, after = _with(best, others), _with(without, names)
    if before is None or after is None:
        return ()
    return differences(after, before, can_only_worsen=False)


def _names(award: BestAward) -> list[str]:
    return [] if award.certificate is None else [level.objective for level in award.certificate.levels]


def _with(award: BestAward, names: Sequence[str]) -> BestAward | None:
    """The award with the levels of those names alone; None where another is not proven."""
    if award.certificate is None:
        return None
    levels = award.certificate.levels
    if any(level.objective not in names and not is_proven(level) for level in levels):
        return None
    kept = tuple(level for level in levels if level.objective in names)
    return award.model_copy(update={"certificate": award.certificate.model_copy(update={"levels": kept})})


def price(levels: Sequence[Difference], names: Sequence[str] = (), *, improves: bool = False) -> Interval:
    """The price at the first objective at which there is one, or may be; at the first of the board's own where there is none.

    Parameters
    ----------
    names
        Of all levels that both cases have; those that ``levels`` does not come to may differ.
    improves
        As of ``compared``: where the levels before are the same, the next is no worse.
    """
    if not levels:
        return NOTHING_KNOWN
    open_at = next((name for name in names if all(level.objective != name for level in levels)), None)
    if open_at is not None and all(level.at_least == level.at_most == 0 for level in levels):
        return Interval(open_at, Decimal(0) if improves else None, None)
    nothing = [level for level in levels if not is_priority(level.objective)] or list(levels)
    told = next((level for level in levels if level.at_least != 0 or level.at_most != 0), nothing[0])
    return Interval(told.objective, *worse(told))


def same(best: BestAward) -> tuple[Difference, ...]:
    """The levels of two awards that are one and the same, as far as they are proven."""
    levels = () if best.certificate is None else best.certificate.levels
    found = []
    for level in levels:
        found.append(Difference(objective=level.objective, at_least=Decimal(0), at_most=Decimal(0)))
        if not is_proven(level):
            break
    return tuple(found)


def bounded(best: BestAward, bound: Decimal | None) -> BestAward:
    """What is known of the best award without a statement that the best award with it keeps: ``bound`` of the first level.

    ``bound`` is of those awards alone that break the statement. All others are awards with it.
    """
    if best.certificate is None or not best.certificate.levels:
        return best
    first = best.certificate.levels[0]
    sign = sign_of(first.objective)
    least = None
    if bound is not None and first.bound is not None:
        least = sign * min(sign * bound, sign * first.bound)
    return _with_first(best, first.model_copy(update={"value": first.best, "bound": least}), ())


def together(found: BestAward, known: BestAward) -> BestAward:
    """What a search without a statement came to, with what was known before of the best award without it."""
    if known.certificate is None or found.status == "infeasible" or not known.certificate.levels:
        return found
    before = known.certificate.levels[0]
    if found.certificate is None or not found.certificate.levels:
        bound = None if found.certificate is None or is_priority(before.objective) else found.certificate.bound
        return _with_first(known, _tighter(before, before.model_copy(update={"bound": bound})), ())
    first, *rest = found.certificate.levels
    if first.objective != before.objective:
        return found
    tight = _tighter(first, before)
    return _with_first(found, tight, tuple(rest) if tight.best == first.best else ())


def _tighter(one: Level, other: Level) -> Level:
    sign = sign_of(one.objective)
    best = sign * min(sign * one.best, sign * other.best)
    bounds = [sign * each.bound for each in (one, other) if each.bound is not None]
    return one.model_copy(update={"best": best, "bound": sign * max(bounds) if bounds else None})


def _with_first(award: BestAward, first: Level, rest: tuple[Level, ...]) -> BestAward:
    if award.certificate is None:
        raise AssertionError("an award has a certificate")
    return award.model_copy(update={"certificate": award.certificate.model_copy(update={"levels": (first, *rest)})})
