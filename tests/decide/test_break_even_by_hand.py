"""What redundancy asks of bidders outside the NHS family, worked out by hand.

A week's pay of £36,500 a year is 36,500 x 7/365 = £700; 4.35 weeks are £3,045, and ten years of them £30,450 a head.
The horizon is one year, so what is paid is its present value.
"""

from decimal import Decimal
from typing import Any

import pytest

from models import AwardInvalid, BreakEven, BreakEvenBidder, Case, Redundancy
from selector import break_even, evaluate
from tests.references.tender import Row, offer, supplier, tender

HEAD = Decimal(30_450)
PEOPLE = {"a": 100_000, "b": 100_000, "c": 100_000}
BIDDERS = [supplier("csu", "nhs_csu"), supplier("acme"), supplier("brook"), supplier("idle")]
OFFERS = [
    offer("csu/a", 200_000, "a:it"),
    offer("csu/b", 100_000, "b:it"),
    # Two posts: £60,900 of redundancy on a, where it wins with £180,900 in all, and one of £30,450 on b and on c.
    offer("acme/a", 120_000, "a:it"),
    offer("acme/b", 90_000, "b:it"),
    offer("acme/c", 50_000, "c:it"),
    # £210,900 for a and £110,450 for b lose to £180,900 and £100,000.
    offer("brook/a", 150_000, "a:it"),
    offer("brook/b", 80_000, "b:it"),
    offer("brook/b dear", 85_000, "b:it"),
]


def money(*pounds: object) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(each)) for each in pounds)


def answer_of(each: BreakEvenBidder) -> tuple[Decimal, ...]:
    return each.must_be_cheaper, each.is_cheaper


def redundancy(of: Redundancy) -> tuple[Decimal | None, ...]:
    return of.people, of.cost, of.mean


def posts(name: str, heads: object, *lots: str, **more: Any) -> Row:
    row = {"id": name, "headcount": heads, "salary": 36_500, "service_years": 10, **more}
    return row | ({"lots": [{"lot": lot} for lot in lots]} if lots else {})


STAFF = [posts("a", 2, "a:it"), posts("b", 1, "b:it"), posts("c", 1, "c:it")]


def three(**changes: Any) -> Case:
    stated = {"bidders": BIDDERS, "staff_groups": STAFF} | changes
    return tender(PEOPLE, ["it"], stated.pop("bids", OFFERS), **stated)


def asked(case: Case) -> dict[str, BreakEvenBidder]:
    return {each.bidder: each for each in break_even(case, isolated=False).bidders}


def test_a_winner_beside_the_nhs_family() -> None:
    acme = asked(three())["acme"]
    assert (acme.wins, acme.beside) == (True, "nhs_family")
    (lot,) = acme.lots
    assert (lot.lot, lot.buyer, lot.service, lot.bid) == ("a:it", "a", "it", "acme/a")
    assert (lot.other_bid, lot.other_bidder) == ("csu/a", "csu")
    assert (lot.cost, lot.other_cost) == money(120_000, 200_000)
    assert (lot.liability, lot.other_liability) == money(60_900, 0)
    assert (acme.liability, acme.other_liability) == money(60_900, 0)
    assert (answer_of(acme), acme.makes_up) == (money(60_900, 80_000), True)
    # Nobody of the family bids for c: that is said, and in no sum.
    assert acme.without_alternative == ("c:it",)
    assert acme.sentence == (
        "To make up for redundancy it must be £60,900.00 cheaper than the NHS family on 1 lot that it wins: it is"
        " £80,000.00 cheaper, and makes up for it. For 1 further lot that it wins no bid of the NHS family is open."
    )


def test_a_loser_beside_the_award() -> None:
    brook = asked(three())["brook"]
    assert (brook.wins, brook.beside, brook.without_alternative) == (False, "award", ())
    assert [(lot.lot, lot.bid, lot.other_bid) for lot in brook.lots] == [
        ("a:it", "brook/a", "acme/a"),
        ("b:it", "brook/b", "csu/b"),
    ]
    assert (brook.liability, brook.other_liability) == (3 * HEAD, 2 * HEAD)
    # 120,000 + 100,000 are £10,000 less than 150,000 + 80,000.
    assert (answer_of(brook), brook.makes_up) == (money(30_450, -10_000), False)
    assert brook.sentence == (
        "To make up for redundancy it must be £30,450.00 cheaper than the award on 2 lots that it bids for: it is"
        " £10,000.00 dearer, and does not make up for it."
    )


def test_only_who_bids_and_is_not_of_the_family_is_told_of() -> None:
    assert list(asked(three())) == ["acme", "brook"]
    bidders = [supplier("csu", "nhs_csu"), supplier("acme", nhs=True), supplier("brook")]
    assert list(asked(three(bidders=bidders))) == ["brook"]


def test_bids_that_are_barred_are_not_compared() -> None:
    answer = asked(three(places={"a": {"vetoes": ["csu", "brook"]}, "b": {"vetoes": ["brook"]}}))
    assert answer["acme"].without_alternative == ("a:it", "c:it")
    assert (answer["acme"].lots, answer["acme"].makes_up) == ((), None)
    assert answer["acme"].sentence == "For 2 lots that it wins no bid of the NHS family is open."
    assert (answer["brook"].lots, answer["brook"].makes_up) == ((), None)
    assert answer["brook"].sentence == "None of its bids can be accepted."


def test_a_buyer_that_can_fall_back_on_itself_is_of_the_family() -> None:
    acme = asked(three(in_house={"c:it": 90_000}))["acme"]
    assert [(lot.lot, lot.other_bid, lot.other_cost) for lot in acme.lots] == [
        ("a:it", "csu/a", Decimal(200_000)),
        ("c:it", "in-house:c:it", Decimal(90_000)),
    ]
    # Its 170,000 beside 290,000; three posts.
    assert (answer_of(acme), acme.makes_up) == (money(91_350, 120_000), True)


def test_just_enough_makes_up_for_it() -> None:
    bids = [offer("csu/a", "180900.00", "a:it"), offer("acme/a", 120_000, "a:it")]
    for price, makes_up in (("120000.00", True), ("120000.01", False)):
        case = tender(
            {"a": 100_000},
            ["it"],
            [bids[0], bids[1] | {"price": price}],
            bidders=BIDDERS,
            staff_groups=STAFF[:1],
        )
        assert asked(case)["acme"].makes_up is makes_up


def test_a_package_is_compared_by_what_falls_on_its_lots() -> None:
    bids = [*OFFERS[:2], offer("acme/ab", 100_000, "a:it", "b:it"), offer("csu/c", 60_000, "c:it")]
    acme = asked(three(bids=bids))["acme"]
    assert [(lot.lot, lot.cost, lot.other_cost) for lot in acme.lots] == [
        ("a:it", *money(50_000, 200_000)),
        ("b:it", *money(50_000, 100_000)),
    ]
    assert answer_of(acme) == money(91_350, 200_000)


def _two_units(**objective: Any) -> Case:
    """A CSU for £200,000 at 50 points, another for £210,000 at 80; Acme for £100,000 at 90."""
    offers = {"csu": (200_000, 50), "moor": (210_000, 80), "acme": (100_000, 90)}
    return tender(
        {"a": 100_000},
        ["it"],
        [offer(f"{name}/a", price, "a:it", scores={"q": points}) for name, (price, points) in offers.items()],
        bidders=[supplier("csu", "nhs_csu"), supplier("moor", "nhs_csu"), supplier("acme")],
        criteria=[{"id": "q", "name": "Q"}],
        staff_groups=STAFF[:1],
        objective=objective,
    )


@pytest.mark.parametrize(
    ("objective", "other"),
    [
        # 30 points at £333.33 are £9,999.90, and at £333.34 £10,000.20.
        ({"quality_value": "333.33"}, "csu/a"),
        ({"quality_value": "333.34"}, "moor/a"),
        ({"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]}, "csu/a"),
        ({"mode": "lexicographic", "levels": [{"objective": "quality"}, {"objective": "cost"}]}, "moor/a"),
        # Both take on all staff: of equals the cheaper.
        ({"mode": "lexicographic", "levels": [{"objective": "liability"}, {"objective": "cost"}]}, "csu/a"),
    ],
)
def test_the_best_valued_is_so_by_the_boards_objective(objective: dict[str, Any], other: str) -> None:
    (found,) = break_even(_two_units(**objective), isolated=False).bidders
    # Where liability comes first Acme loses, to the very bid.
    assert found.wins is (objective.get("levels", [{}])[0].get("objective") != "liability")
    assert [lot.other_bid for lot in found.lots] == [other]


def test_the_award_that_is_known_is_taken() -> None:
    case = three()
    award = evaluate(case, isolated=False)
    answer = break_even(case, award=award, isolated=False)
    assert answer.best.certificate == award.certificate
    assert answer.bidders == break_even(case, isolated=False).bidders
    with pytest.raises(AwardInvalid, match="another case"):
        break_even(case.model_copy(update={"name": "Another"}), award=award)


def test_without_an_award_nobody_wins_or_loses() -> None:
    answer = break_even(three(places={"c": {"vetoes": ["acme"]}}), isolated=False)
    assert (answer.best.status, answer.best.totals, answer.bidders) == ("infeasible", None, ())
    assert answer.if_all_leave is not None


def _found(answer: BreakEven) -> tuple[Redundancy, Redundancy]:
    assert answer.if_all_leave is not None
    return answer.if_all_leave.nobody_transfers, answer.if_all_leave.private_terms


def test_if_every_buyer_leaves_and_nobody_transfers() -> None:
    nobody, private = _found(break_even(three(), isolated=False))
    assert redundancy(nobody) == money(4, 121_800, 30_450)
    # The seed case: to a private bidder nobody transfers.
    assert private == nobody


def test_if_every_buyer_leaves_on_the_terms_for_private_bidders() -> None:
    lots: list[Row] = [{"id": f"{name}:it", "buyer": name, "service": "it"} for name in PEOPLE]
    lots[1] |= {"incumbent": "csu", "required_wte": "1.2"}
    case = three(
        lots=lots,
        transfer_terms={"private": {"transfer": "0.6", "buyer_share": 1}},
        # Under two years nothing is due. The second group has no lots of its own: it is on all that its employer provides.
        staff_groups=[
            STAFF[0],
            posts("b", 3, employer="csu", wte_per_head="0.5", service_years=1),
        ],
    )
    answer = break_even(case, isolated=False)
    nobody, private = _found(answer)
    assert answer.if_all_leave is not None
    assert answer.if_all_leave.staff == 5
    # Two heads at £30,450, three at nothing.
    assert redundancy(nobody) == money(5, 60_900, 12_180)
    # On a 0.4 leave: 0.8 heads and £24,360. On b 1.2 of 1.5 WTE are needed, 0.8 x 0.6 move and 0.52 leave: 1.56 heads.
    # 24,360 / 2.36 = 10,322.0339.
    assert redundancy(private) == money("2.36", 24_360, "10322.03")


def test_published_figures_stand_beside() -> None:
    published = {
        "figure": "redundancy_if_all_leave",
        "people": 10_094,
        "mean": 43_000,
        "source": "A parliamentary answer",
        "difference": "It is of managers alone.",
    }
    found = break_even(three(published=[published]), isolated=False).if_all_leave
    assert found is not None
    (each,) = found.published
    assert redundancy(each) == money(10_094, 434_042_000, 43_000)
    assert (each.source, each.difference) == ("A parliamentary answer", "It is of managers alone.")
    assert break_even(three(staff_groups=[]), isolated=False).if_all_leave is None


@pytest.mark.parametrize(("price", "counts"), [("cost", "for nothing"), ("cost_and_liability", "as part of the price")])
def test_where_bids_are_scored_the_best_is_that_of_the_highest_score(price: str, counts: str) -> None:
    objective = {"mode": "ratio", "formula": "lowest_over_price", "price": price, "quality_weight": 0}
    acme, brook = (asked(three(objective=objective))[name] for name in ("acme", "brook"))
    assert acme.wins
    # Where redundancy is no part of the price, brook wins b at £80,000; where it is, csu does, at £100,000.
    assert [lot.bid for lot in brook.lots] == (["brook/b"] if price == "cost" else ["brook/a", "brook/b"])
    for each in (acme, brook):
        assert each.sentence.endswith(f"In the scores of bids redundancy counts {counts}.")
