"""Freedom of choice in small random pools, held against every award there is."""

from decimal import Decimal

import pytest

from models import Case, Choice
from selector import appraise
from selector.decide.choice import choice
from selector.decide.choice.alone import Finder
from selector.decide.choice.figures import figures
from tests.decide.choice.enumerated import Game, Pool, whole_pence
from tests.decide.choice.pools import pool
from tests.oracle.enumerate import award_of

POOLS = range(100)
USUAL = range(0, 100, 4)


def seeds(usual: range) -> list[object]:
    return [seed if seed in usual else pytest.param(seed, marks=pytest.mark.deep) for seed in POOLS]


def pence(amount: Decimal) -> int:
    return int(amount * 100)


@pytest.mark.parametrize("seed", seeds(USUAL))
def test_what_buyers_have_by_themselves(seed: int) -> None:
    case, enumerated = pool(seed)
    finder = Finder(case, figures(case, appraise(case)), gap=None, solver="highs")
    for buyers in enumerated.subsets():
        best, least = finder.best(buyers), enumerated.best(frozenset(buyers))
        assert best.status == ("infeasible" if least is None else "optimal")
        assert (best.value, best.least) == (least, least)


@pytest.mark.parametrize("seed", seeds(USUAL))
def test_who_gains_by_leaving(seed: int) -> None:
    case, enumerated = pool(seed)
    answer = choice(case, coalitions=5, isolated=False)
    game = _game(case, enumerated, answer)
    shares = whole_pence(game.by_volume())
    held = {
        buyer: shares[buyer] + sum(enumerated.value(offer) for offer in game.award.offers if offer.lot.buyer == buyer)
        for buyer in enumerated.buyers
    }
    for row in answer.buyers:
        least = enumerated.best(frozenset([row.buyer]))
        assert (pence(row.award.value), pence(row.award.charges)) == (held[row.buyer], shares[row.buyer])
        assert row.leaving == ("gains" if least is not None and least < held[row.buyer] else "does_not_gain")
        if least is None:
            assert (row.alone.status, row.alone.figures, row.regret) == ("infeasible", None, None)
        else:
            assert row.alone.figures is not None
            assert row.regret is not None
            assert pence(row.alone.figures.value) == least
            assert row.regret.at_least == row.regret.at_most == row.award.value - row.alone.figures.value
    gains = {}
    for buyers in enumerated.subsets():
        least, value = enumerated.best(frozenset(buyers)), sum(held[buyer] for buyer in buyers)
        if len(buyers) > 1 and least is not None and least < value:
            gains[buyers] = value - least
    assert {row.buyers: pence(row.gain_at_least or Decimal(0)) for row in answer.coalitions.blocking} == gains
    assert answer.answered


@pytest.mark.parametrize("seed", seeds(USUAL))
@pytest.mark.parametrize("method", ["shapley", "nucleolus"])
def test_fair_shares(seed: int, method: str) -> None:
    case, enumerated = pool(seed)
    answer = choice(case, coalitions=1, shares=method, isolated=False)  # type: ignore[arg-type]
    game = _game(case, enumerated, answer)
    shares = {row.buyer: pence(row.award.charges) for row in answer.buyers}
    assert sum(shares.values()) == pence(answer.charges) == game.cost(enumerated.buyers)
    if method == "shapley":
        assert shares == whole_pence(game.by_orders())
    for row in answer.buyers:
        others = [buyer for buyer in enumerated.buyers if buyer != row.buyer]
        rest = game.cost(others) - sum(shares[buyer] for buyer in others)
        assert abs(pence(row.others_pay) - rest) <= Decimal("0.5")


def _game(case: Case, enumerated: Pool, answer: Choice) -> Game:
    """The game on the award of the answer."""
    won = {lot.lot: lot.bid for row in answer.buyers for lot in row.lots}
    return Game(enumerated.case, award_of(enumerated.case, won))
