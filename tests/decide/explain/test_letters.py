"""Letters: what they must have, and that they hold no money of anybody else's, nor the names of others who have lost."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any

import pytest

from models import Case, Evaluation, MoneyValued
from selector import appraise, evaluate, explain, letters, read_case
from selector.appraise.score_sheet import score_sheet
from tests.oracle.board_case import board_case
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case
from tests.references.tender import offer, supplier, tender

Document = dict[str, Any]
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LEAST_TOLD_APART = 1_000
SCORED = [
    offer("acme/a", 1_000, "a:it", scores={"q": 70, "r": 50}),
    offer("firm/a", 1_200, "a:it", scores={"q": 60, "r": 80}),
    offer("late/a", 900, "a:it", scores={"q": 60, "r": 20}),
]
CRITERIA = [
    {"id": "q", "name": "Delivery", "weight": 3},
    {"id": "r", "name": "Continuity", "weight": 1, "minimum": 30},
]


@pytest.mark.parametrize(
    ("draw", "seed"),
    [*product((random_case,), range(10)), *product((board_case,), range(8)), *product((near_equal_case,), (1, 2))],
)
def test_no_letter_tells_the_money_of_others(draw: Callable[[int], Document], seed: int) -> None:
    _search(draw, seed)


@pytest.mark.deep
@pytest.mark.parametrize("draw", [random_case, board_case, near_equal_case])
@pytest.mark.parametrize("seed", range(10, 110))
def test_no_letter_tells_the_money_of_others_at_length(draw: Callable[[int], Document], seed: int) -> None:
    _search(draw, seed)


def _search(draw: Callable[[int], Document], seed: int) -> None:
    case = read_case(json.dumps(_unmistakable(draw(seed))))
    award = evaluate(case, isolated=False, clashes=1, repairs=0)
    written = letters(case, award, standstill_ends=date(2013, 4, 11))
    stated = case.objective
    published = {stated.quality_value, stated.disruption_value} if isinstance(stated, MoneyValued) else set()
    names = {bidder.id: bidder.name for bidder in case.bidders}
    for letter in written:
        told = {Decimal(each.replace(",", "")) for each in _NUMBER.findall(letter.text)} - published
        assert told & _money_of_others(case, award, letter.bidder) == set()
        allowed = _winners_of_its_lots(case, award, letter.bidder) | {letter.bidder}
        allowed |= {each.bidder for bidder in case.bidders if bidder.id == letter.bidder for each in bidder.partners}
        assert [name for bidder, name in names.items() if bidder not in allowed and name in letter.text] == []
    losing = {
        bid.bidder for bid in case.bids if any(row.lot in bid.lots and row.bidder != bid.bidder for row in award.awards)
    }
    assert {letter.bidder for letter in written} == losing


def _unmistakable(document: Document) -> Document:
    """The case with prices and names that nothing else is like, and without what such prices would break."""
    for at, bidder in enumerate(document["bidders"]):
        bidder["name"] = f"Quorx{'abcdefghijklmnopqrstuvwxyz'[at % 26]}{'v' * (1 + at // 26)} Ltd"
    for at, bid in enumerate(document["bids"]):
        bid["price"] = f"{400_000 + 7_919 * at + at * at}.{13 + at % 80:02d}"
        bid["price_basis"] = "year"
        bid.pop("prices", None)
        bid.pop("extension_price", None)
    for buyer in document["buyers"]:
        buyer.pop("budget", None)
    document.pop("discounts", None)
    document["rules"] = [
        rule for rule in document.get("rules", ()) if rule["metric"] not in ("spend", "share_of_spend")
    ]
    return document


def _winners_of_its_lots(case: Case, award: Evaluation, bidder: str) -> set[str]:
    lots = {lot for bid in case.bids if bid.bidder == bidder for lot in bid.lots}
    return {row.bidder for row in award.awards if row.lot in lots}


def _money_of_others(case: Case, award: Evaluation, reader: str) -> set[Decimal]:
    """Every figure of other bidders' money, in pounds, whole pounds, thousands and pounds a head; and sums and differences."""
    people = {buyer.id: buyer.population for buyer in case.buyers}
    found: set[Decimal] = set()
    for lot in score_sheet(case, appraise(case)):
        own = [row for row in lot.bids if row.bidder == reader]
        for other in (row for row in lot.bids if row.bidder != reader):
            figures = [_figures(other), *(_apart(_figures(other), _figures(row)) for row in own)]
            for value in (each for some in figures for each in some):
                found |= set(_written(abs(value), people[lot.buyer]))
    whole = {bid.id: bid.price for bid in case.bids if bid.bidder != reader}
    totals = [] if award.totals is None else [award.totals.cost, award.totals.liability, award.totals.charges]
    for value in (*whole.values(), *totals):
        found |= set(_written(value, 1))
    return {value for value in found if value >= _LEAST_TOLD_APART and value not in (2006, 2013, 2015)}


def _figures(row: Any) -> list[Decimal]:
    values = [row.list_price, row.cost, row.liability, row.cost + row.liability]
    return values if row.evaluated_price is None else [*values, row.evaluated_price]


def _apart(one: list[Decimal], other: list[Decimal]) -> list[Decimal]:
    return [sign * b + a for a, b in zip(one, other, strict=True) for sign in (1, -1)]


def _written(value: Decimal, people: int) -> Iterator[Decimal]:
    for figure in (value, value / people, value * 12, value / 12):
        yield from (figure.quantize(Decimal(step), ROUND_HALF_UP) for step in ("0.01", "1"))
        yield figure.quantize(Decimal("1E3"), ROUND_HALF_UP)
        yield from (figure.quantize(Decimal("0.0001"), ROUND_HALF_UP),)


def _letter(case: Case, bidder: str, **asked: Any) -> str:
    return next(each.text for each in letters(case, evaluate(case, isolated=False), **asked) if each.bidder == bidder)


def test_a_letter_has_the_scores_of_both_and_what_spoke_for_the_winner() -> None:
    text = _letter(tender({"a": 100_000}, ["it"], SCORED, criteria=CRITERIA), "firm", standstill_ends=date(2013, 4, 11))

    assert text.startswith("**DRAFT.")
    assert "To: Firm" in text
    assert "| Delivery | 75 % |" in text
    assert "| Delivery | 60 | 70 |" in text
    assert "| Continuity | 80 | 50 |" in text
    assert "| Quality in all | 65 | 65 |" in text
    assert "| IT for A | Acme |" in text
    assert "It scores higher on Delivery." in text
    assert "Over its whole life it costs less." in text
    assert "midnight at the end of Thursday 11 April 2013" in text
    assert "regulation 86 of the Public Contracts Regulations 2015" in text
    assert "Late" not in text


def test_a_letter_tells_what_barred_a_bid() -> None:
    text = _letter(tender({"a": 100_000}, ["it"], SCORED, criteria=CRITERIA), "late")

    assert "could not be chosen: It scores 20 on Continuity; at least 30 is asked." in text
    assert "____" in text


def test_rules_that_bar_a_bid_are_told_without_the_names_of_others() -> None:
    # The capacity that keeps it out is its own; that of another is not told.
    bidders = [supplier("small", capacity={"it": 150_000}), supplier("acme")]
    bids = [offer("acme/a", 100, "a:it"), offer("acme/b", 100, "b:it"), offer("small/b", 50, "b:it")]
    case = tender({"a": 100_000, "b": 200_000}, ["it"], bids, bidders=bidders)
    award = evaluate(case, isolated=False)
    told = explain(case, award=award, isolated=False)
    text = next(each.text for each in letters(case, award, explanation=told) if each.bidder == "small")

    assert "could not be chosen together with the limits and rules of this award" in text
    assert "150,000" in text


def test_what_was_picked_by_hand_is_said_to_be() -> None:
    picks = [{"id": "p", "bid": "firm/a", "reason": "Asks 1,200 and is known."}]
    case = tender({"a": 100_000}, ["it"], SCORED, criteria=CRITERIA, picks=picks)
    award = evaluate(case, isolated=False)
    written = letters(case, award, explanation=explain(case, award=award, isolated=False))
    text = next(each.text for each in written if each.bidder == "acme")

    assert "It was picked by hand." in text
    assert "1,200" not in text
    assert "published" not in text


def test_a_barred_bid_of_higher_quality_did_not_lose_to_other_advantages() -> None:
    bids = [SCORED[0], offer("late/a", 900, "a:it", scores={"q": 100, "r": 20})]
    text = _letter(tender({"a": 100_000}, ["it"], bids, criteria=CRITERIA), "late")

    assert "Your quality is 15 points higher than that of the winning bid." in text
    assert "other advantages" not in text


def test_rules_that_may_be_broken_are_part_of_the_method() -> None:
    rule = {"metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0}
    rules = [rule | {"id": "r", "priority": 1}, rule | {"id": "s", "penalty": 5}]
    text = _letter(tender({"a": 100_000}, ["it"], SCORED, criteria=CRITERIA, rules=rules), "acme")

    assert "Before that, rules with a priority were kept as nearly as could be." in text
    assert "Penalties for rules that are not kept counted too." in text


def test_a_price_score_is_nobodys_business() -> None:
    # Under a relative formula the reader's own score tells the lowest price, and the winner's its price.
    objective = {"mode": "ratio", "formula": "lowest_over_price", "price_weight": 55, "quality_weight": 45}
    case = tender({"a": 100_000}, ["it"], SCORED, criteria=CRITERIA, objective=objective)
    text = _letter(case, "firm")

    assert "Price counts 55 and quality 45." in text
    scores = [each for lot in score_sheet(case, appraise(case)) for each in lot.bids if each.price_score is not None]
    assert scores
    told = {Decimal(each.replace(",", "")) for each in _NUMBER.findall(text)}
    for each in scores:
        assert each.price_score is not None
        assert each.score is not None
        hidden = {round(each.price_score, 3), round(each.price_score, 2), each.score} - {Decimal(100)}
        assert told.isdisjoint(hidden)


def test_a_winner_that_costs_as_much_is_not_told_apart() -> None:
    bids = [
        offer("acme/a", 1_000, "a:it", scores={"q": 70, "r": 50}),
        offer("firm/a", 1_000, "a:it", scores={"q": 60, "r": 50}),
    ]
    text = _letter(tender({"a": 100_000}, ["it"], bids, criteria=CRITERIA), "firm")

    assert "costs" not in text.replace("Prices and costs of other bidders", "")


def test_names_are_no_markup() -> None:
    case = tender(
        {"a": 100_000}, ["it"], SCORED, criteria=CRITERIA, bidders=[supplier("acme") | {"name": "A|c*me_<b>"}]
    )

    assert r"| IT for A | A\|c\*me\_\<b\> |" in _letter(case, "firm")


def test_only_who_is_asked_for_is_written_to() -> None:
    case = tender({"a": 100_000}, ["it"], SCORED, criteria=CRITERIA)
    award = evaluate(case, isolated=False)

    assert [each.bidder for each in letters(case, award)] == ["firm", "late"]
    assert [each.bidder for each in letters(case, award, bidders=["late"])] == ["late"]


def test_without_an_award_nobody_is_written_to() -> None:
    case = tender({"a": 100_000}, ["it"], SCORED, criteria=CRITERIA, places={"a": {"budget": {"2013-14": 1}}})

    assert letters(case, evaluate(case, isolated=False)) == ()
