"""Intervals, as large cases have them, held against what solving a small case for each bid proves."""

from collections.abc import Iterator
from decimal import localcontext

from models import Case, Difference, Evaluation, Options
from models.explain import Explanation, Threshold
from selector.appraise import appraise
from selector.decide.explain.bounded import has_bounds, proven, searched
from selector.decide.explain.piece import Piece, Told
from selector.search import EXACT


def intervals(case: Case, award: Evaluation) -> dict[str, Told]:
    """What is told of each bid without solving for it; nothing where no bounds are known."""
    if not award.awards or not has_bounds(case, award):
        return {}
    barred = {each.bid for each in award.disqualified}
    names = tuple(bid.id for bid in case.bids if bid.id not in barred)
    appraisal = appraise(case)
    with localcontext(EXACT):
        first = proven(Piece(case, appraisal, Options(), award, names), None, lambda: False)
        least = {name: told.least for name, told in first.items() if told.least is not None}
        return first | searched(Piece(case, appraisal, Options(), award, names, least), None, lambda: False)


def contradictions(told: dict[str, Told], exact: Explanation) -> Iterator[str]:
    """What the intervals say that solving refutes."""
    for losing in exact.losing:
        found = told.get(losing.bid)
        if found is None or losing.winning_price is None or losing.winning_quality is None:
            continue
        yield from _outside(f"{losing.bid} price", losing.winning_price, found.price)
        if losing.winning_quality.proof == "exact":
            yield from _outside(f"{losing.bid} quality", losing.winning_quality, found.quality)
        yield from _beyond(f"{losing.bid} behind", losing.behind, found.apart)
    for winning in exact.winning:
        found = told.get(winning.bid)
        if found is not None and winning.wins_up_to is not None:
            yield from _outside(f"{winning.bid} up to", winning.wins_up_to, found.price)
            yield from _beyond(f"{winning.bid} ahead", winning.ahead, found.apart)


def _outside(what: str, exact: Threshold, told: Threshold | None) -> Iterator[str]:
    if told is None or told.proof == "open" or exact.proof == "open":
        return
    if told.proof == "never":
        if exact.proof not in ("never", "none_found"):
            yield f"{what}: never, and yet {exact}"
    elif exact.proof in ("never", "none_found"):
        if told.at_least is not None:
            yield f"{what}: {told}, and yet {exact.proof}"
    elif exact.proof == "always":
        if told.at_most is not None:
            yield f"{what}: {told}, and yet always"
    elif exact.at_least is not None and exact.at_most is not None and exact.proof == "exact":
        if told.at_least is not None and told.at_least > exact.at_least:
            yield f"{what}: at least {told.at_least}, and yet {exact.at_least}"
        if told.at_most is not None and told.at_most < exact.at_most:
            yield f"{what}: at most {told.at_most}, and yet {exact.at_most}"
    # Where winning is not monotone, only that it loses at all that is dearer can be held against what was found.
    elif exact.at_least is not None and told.at_most is not None and told.at_most < exact.at_least:
        yield f"{what}: at most {told.at_most}, and yet it wins at {exact.at_least}"


def _beyond(what: str, exact: Difference | None, told: Difference | None) -> Iterator[str]:
    if exact is None or told is None or exact.at_least is None:
        return
    if told.at_least is not None and told.at_least > exact.at_least:
        yield f"{what}: at least {told.at_least}, and yet {exact.at_least}"
    if told.at_most is not None and told.at_most < exact.at_least:
        yield f"{what}: at most {told.at_most}, and yet {exact.at_least}"
