"""The market of small random cases, before an award and after it, held against one worked out from the document alone."""

import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest

from models import Evaluation, read_case
from models.market import Concentration, SupplyMarket
from selector import evaluate
from selector.decide.supply import market
from tests.decide.supply.enumerated import Enumerated
from tests.oracle.exact import THOUSANDTH, half_up
from tests.oracle.random_case import random_case

CASES = range(240)
USUAL = range(0, 240, 12)
_AWARDED = range(0, 240, 24)
SEEDS = [seed if seed in USUAL else pytest.param(seed, marks=pytest.mark.deep) for seed in CASES]
BASES = ("today", "lowest_price", "equal_chance", "award")


@cache
def asked(seed: int) -> tuple[SupplyMarket, Enumerated]:
    """Every third case that is asked usually has an award; the others are as before a decision."""
    document = random_case(seed)
    case = read_case(json.dumps(document))
    award = evaluate(case, isolated=False) if seed in _AWARDED or seed not in USUAL else None
    return market(case, award=award), Enumerated(document, accepted(award))


def accepted(award: Evaluation | None) -> tuple[str, ...] | None:
    return None if award is None or not award.awards else tuple(row.bid for row in award.awards)


@pytest.mark.parametrize("seed", SEEDS)
def test_concentration(seed: int) -> None:
    answer, enumerated = asked(seed)
    told: dict[tuple[str, str | None, str], Concentration] = {
        (row.within, row.of, row.basis): row for row in answer.concentration
    }
    assert len(told) == len(answer.concentration)
    found = 0
    for within, of, lots in enumerated.groups():
        for basis in BASES:
            expected = enumerated.index(basis, lots)
            row = told.get((within, of, basis))
            if expected is None:
                assert row is None
                continue
            found += 1
            assert row is not None
            assert (row.by_spend, row.by_volume) == (expected.by_spend, expected.by_volume)
            assert (row.lots, row.of_lots) == (expected.lots, len(lots))
            assert {share.bidder: share.spend for share in row.shares if share.spend is not None} == expected.spend
            assert {share.bidder: share.volume for share in row.shares if share.volume is not None} == expected.volume
            assert abs(sum((share.lots for share in row.shares), Decimal(0)) - row.lots) < 1
    assert found == len(told)


@pytest.mark.parametrize("seed", SEEDS)
def test_contestability(seed: int) -> None:
    answer, enumerated = asked(seed)
    for each in answer.lots:
        assert set(each.bidders) == enumerated.bidders(each.lot)
        assert each.barred == len(enumerated.barred([each.lot]))
        assert each.fallback == (len(enumerated.can_win(each.lot)) > len(each.bidders))
    groups = list(enumerated.groups())
    assert [(row.within, row.of) for row in answer.contests] == [(within, of) for within, of, _ in groups]
    for row, (_, _, lots) in zip(answer.contests, groups, strict=True):
        numbers = [len(enumerated.bidders(lot)) for lot in lots]
        assert (row.lots, row.least, row.most) == (len(lots), min(numbers), max(numbers))
        assert row.mean == half_up(Fraction(sum(numbers), len(numbers)), THOUSANDTH)
        assert (row.none, row.one) == (numbers.count(0), numbers.count(1))
        assert {some.bidders: some.lots for some in row.distribution} == Counter(numbers)
        assert row.bidders == len(set().union(*(enumerated.bidders(lot) for lot in lots)))
        assert row.barred == len(enumerated.barred(lots))
        incumbents = {lot: enumerated.case.lots[lot].incumbent for lot in lots}
        assert row.incumbent_only == sum(
            name is not None and enumerated.bidders(lot) <= {name} for lot, name in incumbents.items()
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_dependence(seed: int) -> None:
    answer, enumerated = asked(seed)
    told = {row.bidder: row for row in answer.bidders}
    total = sum(offer.list_price for bidder in enumerated.case.bidders.values() for offer in enumerated.won(bidder))
    for bidder in enumerated.case.bidders.values():
        sole, won = enumerated.sole(bidder.id), enumerated.won(bidder)
        if bidder.id not in told:
            assert bidder.fallback
            assert not sole
            assert not won
            continue
        row = told[bidder.id]
        assert list(row.sole) == sole
        assert row.sole_people == enumerated.people(sole)
        assert row.lots == sum(bidder.id in enumerated.can_win(lot) for lot in enumerated.case.lots)
        assert (row.won is None) == (not won)
        if row.won is None:
            continue
        lots = [offer.lot.id for offer in won]
        spend = sum(offer.list_price for offer in won)
        assert (row.won.lots, row.won.people) == (len(lots), enumerated.people(lots))
        assert row.won.spend * 100 == spend
        assert row.won.share_of_spend == (half_up(Fraction(spend, total), Fraction(1, 10**6)) if total else None)
        assert set(row.won.irreplaceable) == set(lots) & set(sole)
        assert set(row.won.alone_in) == {
            service
            for service in {offer.lot.service for offer in won}
            if all(lot.id in lots for lot in enumerated.case.lots.values() if lot.service == service)
        }


def test_the_cases_are_not_all_alike() -> None:
    """Some have lots that nobody can win, that one alone can win, incumbents alone, fallbacks, and awards."""
    answers = [asked(seed)[0] for seed in USUAL]
    wholes = [row for answer in answers for row in answer.contests if row.within == "all"]
    assert any(row.one for row in wholes)
    assert any(row.barred for row in wholes)
    assert any(row.incumbent_only for row in wholes)
    assert any(row.fallback for row in wholes)
    assert any(row.won and row.won.irreplaceable for answer in answers for row in answer.bidders)
    assert {row.basis for answer in answers for row in answer.concentration} == set(BASES)
