"""What rules cost two by two: some cost nothing alone, since the other stands in the way all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from models import BestAward, Difference, Evaluation
from models.prices import PairPrice, RulePrice
from selector.decide.asked import bids_of
from selector.decide.prices.comparison import Interval, compared
from selector.decide.prices.level_names import level_names, with_penalties
from selector.decide.prices.search import Without, searched
from selector.decide.prices.sentence import pair_sentence
from selector.decide.prices.singles import Found, Singles
from selector.decide.prices.statements import can_only_improve_together
from selector.decide.without.measure import in_points, is_priority
from selector.decide.without.sentence import worse

MOST = 15
"""Rules whose pairs are looked at: 105 of them."""
_ROUNDED = Decimal("0.000002")
"""Points are told to a millionth, of four awards here."""


@dataclass(frozen=True)
class JointPrices:
    """Pairs of some statements."""

    among: tuple[str, ...] = ()
    """Names of the statements."""
    left_out: int = 0
    """How many statements there were too many."""
    prices: tuple[PairPrice, ...] = ()
    open: int = 0
    """How many pairs were not come to."""


def joint_prices(singles: Singles, prices: Sequence[RulePrice]) -> JointPrices:
    """Joint prices of each two of the statements that are dearest, or nearest to costing something."""
    found = _likely(singles, prices)
    chosen, priced = found[:MOST], {each.rule: each for each in prices}
    both = list(combinations(chosen, 2))
    case = singles.asked.case.model_copy(update={"scenarios": ()})
    start = bids_of(singles.asked.best)
    wanted = [
        Without(
            case,
            (*one.statement.member.lift, *other.statement.member.lift),
            singles.asked.options,
            start,
            singles.asked.memory,
        )
        for one, other in both
    ]
    answers = singles.asked.each("pair", searched, wanted)
    told = [_pair(singles, *both[at], priced, answer) for at, answer in answers.items() if answer is not None]
    return JointPrices(
        among=tuple(each.statement.name for each in chosen),
        left_out=len(found) - len(chosen),
        prices=tuple(sorted((each for each in told if not _is_sum(each)), key=_order)),
        open=len(both) - len(answers),
    )


def _likely(singles: Singles, prices: Sequence[RulePrice]) -> list[Found]:
    """The dearest first; of those that cost nothing, first what it would be the least dear to break."""
    place = {each.rule: at for at, each in enumerate(prices) if each.verdict in ("costs", "pays", "open")}
    found = [each for each in singles.found if not each.is_no_case]
    return sorted(found, key=lambda each: (place.get(each.statement.name, len(prices)), each.bound))


def _pair(singles: Singles, one: Found, other: Found, priced: dict[str, RulePrice], answer: Evaluation) -> PairPrice:
    before = BestAward.of(singles.asked.best)
    improves = can_only_improve_together(singles.asked.case, (one.statement, other.statement))
    names = level_names(singles.asked.case)
    now = level_names(singles.asked.case, one.statement.rule, other.statement.rule)
    levels = compared(before, with_penalties(BestAward.of(answer), names, now), improves=improves)
    objective = _first(before, levels, priced[one.statement.name], priced[other.statement.name])
    joint = _at(objective, levels)
    alone = (_alone(objective, priced[one.statement.name]), _alone(objective, priced[other.statement.name]))
    beyond = _beyond(objective, joint, alone)
    return PairPrice(
        rules=(one.statement.name, other.statement.name),
        objective=objective,
        at_least=joint.at_least,
        at_most=joint.at_most,
        beyond_at_least=beyond.at_least,
        beyond_at_most=beyond.at_most,
        told=pair_sentence(singles.asked.case, objective, joint, beyond, alone),
    )


def _own(best: BestAward) -> list[str]:
    """The board's objectives."""
    levels = () if best.certificate is None else best.certificate.levels
    return [level.objective for level in levels if not is_priority(level.objective)]


def _first(best: BestAward, levels: Sequence[Difference], *alone: RulePrice) -> str:
    """The first of the board's objectives at which the two cost something, alone or together, or may."""
    own = _own(best)
    for name in own:
        prices = (_at(name, levels), *(_alone(name, each) for each in alone))
        if any(each.at_least != 0 or each.at_most != 0 for each in prices):
            return name
    return own[0] if own else ""


def _beyond(objective: str, joint: Interval, alone: tuple[Interval, Interval]) -> Interval:
    found = Interval(
        objective,
        _less(joint.at_least, alone[0].at_most, alone[1].at_most),
        _less(joint.at_most, alone[0].at_least, alone[1].at_least),
    )
    ends = (found.at_least, found.at_most)
    if in_points(objective) and all(end is not None and abs(end) <= _ROUNDED for end in ends):
        return Interval(objective, Decimal(0), Decimal(0))
    return found


def _at(objective: str, levels: Sequence[Difference]) -> Interval:
    for level in levels:
        if level.objective == objective:
            return Interval(objective, *worse(level))
    return Interval(objective, None, None)


def _alone(objective: str, price: RulePrice) -> Interval:
    return _at(objective, price.levels)


def _less(joint: Decimal | None, one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if joint is None or one is None or other is None else joint - one - other


def _is_sum(each: PairPrice) -> bool:
    return each.beyond_at_least == each.beyond_at_most == 0


def _order(each: PairPrice) -> tuple[Decimal, Decimal]:
    none = Decimal("-Infinity")
    return (
        -(none if each.beyond_at_least is None else each.beyond_at_least),
        -(none if each.beyond_at_most is None else each.beyond_at_most),
    )
