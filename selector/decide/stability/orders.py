"""Objectives in an order, stated otherwise: two that follow one another changed over, and each tolerance another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from models import Case, Evaluation, Lexicographic, LexicographicLevel, Options
from models.stability import OrderChange
from selector.appraise import Appraisal
from selector.decide.asked import Asked, bids_of
from selector.decide.stability.checked import other
from selector.decide.without.measure import sign
from selector.search import search
from selector.verify.words import count

_NAMES = {"penalty": "penalties"}


@dataclass(frozen=True)
class Order:
    """The objective stated otherwise, and how that is said."""

    said: str
    levels: tuple[LexicographicLevel, ...]


@dataclass(frozen=True)
class Piece:
    """A case to be awarded with its objective so stated."""

    case: Case
    appraisal: Appraisal
    options: Options
    order: Order
    award: tuple[str, ...]


def orders(objective: Lexicographic) -> Iterator[Order]:
    """Each two neighbours changed over; then each tolerance but the last at nothing, and twice as wide."""
    levels = objective.levels
    for at in range(len(levels) - 1):
        one, two = levels[at], levels[at + 1]
        said = f"{_name(two)} before {_name(one)}"
        yield Order(said, (*levels[:at], two, one, *levels[at + 2 :]))
    for at, level in enumerate(levels[:-1]):
        for said, tolerance in (("no tolerance", Decimal(0)), ("twice the tolerance", 2 * level.slack)):
            if tolerance != level.slack:
                changed = level.model_copy(update={"tolerance": tolerance})
                yield Order(f"{said} of {_name(level)}", (*levels[:at], changed, *levels[at + 1 :]))


def ordered(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> Evaluation:
    """The best award with the objective so stated. Work as ``Many`` takes it.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    if not isinstance(piece.case.objective, Lexicographic):
        raise TypeError("only objectives in an order have another one")
    objective = piece.case.objective.model_copy(update={"levels": piece.order.levels})
    return search(
        piece.case.model_copy(update={"objective": objective}),
        piece.options.model_copy(update={"time_limit": seconds}),
        stop=stop,
        isolated=False,
        appraisal=piece.appraisal,
        start=piece.award,
    )


def order_changes(asked: Asked) -> tuple[OrderChange, ...]:
    """What becomes of the best award with each; none where the objective has no order."""
    objective = asked.case.objective
    if not isinstance(objective, Lexicographic):
        return ()
    every, award = list(orders(objective)), bids_of(asked.best)
    pieces = [Piece(asked.case, asked.appraisal, asked.options, each, award) for each in every]
    found = asked.each("order", ordered, pieces)
    return tuple(_told(asked, order, found.get(at)) for at, order in enumerate(every))


def _told(asked: Asked, order: Order, found: Evaluation | None) -> OrderChange:
    known = found is not None and found.status == "optimal" and asked.best.status == "optimal"
    then = None if found is None or not found.awards else other(asked, found)
    same = None if not known or then is None else not then.handovers
    if found is not None and same is False and _is_as_good(asked.best, order, found):
        # Tolerances leave several to choose from, and a search may come to any.
        same, sentence = True, f"With {order.said} the award is as good as any."
    elif same is None:
        sentence = f"With {order.said}: open within the limits."
    elif same:
        sentence = f"With {order.said} the award is the same."
    else:
        sentence = f"With {order.said} another award is the best, which moves {count(len(then.handovers) if then else 0, 'lot')}."
    return OrderChange(changed=order.said, same=same, then=None if same else then, sentence=sentence)


def _is_as_good(award: Evaluation, order: Order, found: Evaluation) -> bool:
    """Whether an award holds every level of another order, each within its tolerance of the best found there."""
    values = {level.objective: level.value for level in award.certificate.levels}
    slack = {str(level.objective): level.slack for level in order.levels}
    return all(
        sign(level.objective) * (values[level.objective] - level.best) <= slack.get(level.objective, Decimal(0))
        for level in found.certificate.levels
    )


def _name(level: LexicographicLevel) -> str:
    return _NAMES.get(level.objective, level.objective)
