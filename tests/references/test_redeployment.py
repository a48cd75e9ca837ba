"""Displaced staff who fill vacancies within the NHS, worked out by hand.

Ten people work on the lot of a, of the function ``it``, for £36,500 a year, since ten years: £30,450 each (ten months at
4.35 weeks of 36,500 x 7/365 = £700). A firm wins the lot, nobody transfers, all £304,500 are the buyer's to pay. The
CSU, which wins the lot of b, has four vacancies. What that does to an award is in ``test_redeployment_decides.py``.
"""

from decimal import Decimal

import pytest

from models import Case
from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, supplier, tender

WEST, EAST = {"lat": 52, "lon": -1}, {"lat": 53, "lon": -1}


def group(name: str = "g", headcount: object = 10, **more: object) -> Row:
    return {
        "id": name,
        "lots": [{"lot": "a:it"}],
        "headcount": headcount,
        "salary": 36_500,
        "service_years": 10,
        "function": "it",
        **more,
    }


def vacancy(wte: object = 4, name: str = "v", bidder: str = "csu", **more: object) -> Row:
    return {"id": name, "bidder": bidder, "function": "it", "wte": wte, **more}


def case(groups: list[Row], vacancies: list[Row], **bid: object) -> Case:
    bids = [offer("firm/a", 100, "a:it", **bid), offer("csu/b", 100, "b:it")]
    people = {"a": 100_000, "b": 100_000}
    bidders = [supplier("csu", "nhs_csu"), supplier("other", "nhs_csu")]
    return tender(people, ["it"], bids, bidders=bidders, staff_groups=groups, vacancies=vacancies)


def moves(decided: Decided) -> list[tuple[str, str, str, Decimal]]:
    return [(each.group, each.vacancy, each.bidder, each.wte) for each in decided.evaluation.moves]


def money(decided: Decided) -> tuple[Decimal, Decimal, Decimal]:
    """Liability after redeployment, what that took off, and what is the buyers' before it."""
    totals = decided.totals
    assert sum(row.liability for row in decided.evaluation.awards) - totals.redeployed == totals.liability
    return totals.liability, totals.redeployed, totals.liability_buyers


def test_four_of_ten_fill_the_vacancies() -> None:
    """304,500 - 4 x 30,450 = 182,700; costs 200. Caps, and what each buyer pays, are before redeployment."""
    decided = best(case([group()], [vacancy()]), 200, "firm/a", "csu/b")
    assert money(decided) == exact("182700.00", "121800.00", "304500.00")
    assert decided.objective == Decimal("182900.00")
    assert moves(decided) == [("g", "v", "csu", Decimal(4))]
    assert [row.liability for row in decided.evaluation.awards] == [*exact("304500.00", 0)]
    assert [row.liability for row in decided.evaluation.buyers] == [*exact("304500.00", 0)]
    staff = decided.evaluation.staff
    assert staff is not None
    assert (staff.total, staff.redeployed, staff.redundant, staff.talent_retained) == exact(10, 4, 6, "0.4")


@pytest.mark.parametrize(
    ("groups", "vacancies", "saving", "moved"),
    [
        # More vacancies than people.
        ([group()], [vacancy(14)], "304500.00", {("g", "v"): 10}),
        # Part of a post.
        ([group()], [vacancy("0.125")], "3806.25", {("g", "v"): "0.125"}),
        # No post.
        ([group()], [vacancy(0)], "0.00", {}),
        # Of another function, or of none.
        ([group(function="hr"), group("h", 0)], [vacancy()], "0.00", {}),
        ([group(function=None), group("h", 0)], [vacancy()], "0.00", {}),
        # Of a body that wins nothing.
        ([group()], [vacancy(bidder="other")], "0.00", {}),
        # Two sorts of posts: both are filled.
        ([group()], [vacancy(), vacancy(3, "w")], "213150.00", {("g", "v"): 4, ("g", "w"): 3}),
        # The dearer first: three at 30,450, one at 15,225 (five years): 106,575.
        (
            [group("h", 3, service_years=5), group("g", 3)],
            [vacancy()],
            "106575.00",
            {("g", "v"): 3, ("h", "v"): 1},
        ),
        # Ten at half time are five WTE; 15,225 a head are 30,450 a WTE: four move, eight heads.
        ([group(wte_per_head="0.5")], [vacancy()], "121800.00", {("g", "v"): 4}),
        # By what a post saves: half-timers of eleven years (33,495 a WTE) before those of ten, who save less.
        (
            [group("g", 3), group("h", 4, wte_per_head="0.5", service_years=11)],
            [vacancy()],
            "127890.00",  # 2 x 33,495 + 2 x 30,450
            {("h", "v"): 2, ("g", "v"): 2},
        ),
    ],
)
def test_who_moves_saves_the_most(
    groups: list[Row], vacancies: list[Row], saving: str, moved: dict[tuple[str, str], object]
) -> None:
    """WTE that move x payment of a full-time member."""
    decided = best(case(groups, vacancies), 200, "firm/a", "csu/b")
    assert decided.totals.redeployed == Decimal(saving)
    assert {(row[0], row[1]): row[3] for row in moves(decided) if row[3]} == {
        key: Decimal(str(wte)) for key, wte in moved.items()
    }


def test_who_is_due_nothing_saves_nothing() -> None:
    """A year of service gives no payment, so nothing is saved whoever moves; with one who is due, it is that one.

    Beside ten such people one with ten years: the half post is that one's, 0.5 x 30,450.
    """
    due_nothing = group(service_years=1)
    decided = best(case([due_nothing], [vacancy()]), 200, "firm/a", "csu/b")
    assert money(decided) == exact(0, 0, 0)
    decided = best(case([due_nothing, group("h", 1)], [vacancy("0.5")]), 200, "firm/a", "csu/b")
    assert money(decided) == exact("15225.00", "15225.00", "30450.00")
    assert moves(decided) == [("h", "v", "csu", Decimal("0.5"))]


@pytest.mark.parametrize(
    ("km", "place", "vacant", "moved"),
    [
        # A degree of latitude is 111.195080 km.
        ("111.195", "a", "b", False),
        ("111.196", "a", "b", True),
        ("0.001", "a", "a", True),
        # Without a place, or at a buyer without a position, nobody can say how far it is.
        ("20100", None, "b", False),
        ("20100", "a", None, False),
        ("20100", "a", "c", False),
        ("20100", "c", "c", False),
        # As far as need be.
        (None, None, None, True),
        (None, "a", "c", True),
    ],
)
def test_nobody_moves_farther_than_is_stated(
    km: str | None, place: str | None, vacant: str | None, moved: bool
) -> None:
    """4 x 30,450 = 121,800 where the vacancies are near enough, else nothing."""
    places = {"a": WEST, "b": EAST}
    people = {"a": 100_000, "b": 100_000, "c": 100_000}
    bids = [offer("firm/a", 100, "a:it"), offer("csu/b", 100, "b:it"), offer("csu/c", 100, "c:it")]
    built = tender(
        people,
        ["it"],
        bids,
        bidders=[supplier("csu", "nhs_csu")],
        places=places,
        staff_groups=[group(place=place)],
        vacancies=[vacancy(place=vacant)],
        redeploy_within_km=km,
    )
    decided = best(built, 300, "firm/a", "csu/b", "csu/c")
    assert decided.totals.redeployed == (Decimal("121800.00") if moved else 0)


def test_a_group_on_two_lots_fills_the_posts_of_both() -> None:
    """0.3 of ten on a, 0.7 on c, both a firm's: of 304,500 four posts save 121,800, and belong to neither buyer."""
    people = {"a": 100_000, "b": 100_000, "c": 100_000}
    shares = [{"lot": "a:it", "share": "0.3"}, {"lot": "c:it", "share": "0.7"}]
    bids = [offer("firm/a", 100, "a:it"), offer("csu/b", 100, "b:it"), offer("firm/c", 100, "c:it")]
    built = tender(
        people,
        ["it"],
        bids,
        bidders=[supplier("csu", "nhs_csu")],
        staff_groups=[group(lots=shares)],
        vacancies=[vacancy()],
    )
    decided = best(built, 300, "firm/a", "csu/b", "firm/c")
    assert money(decided) == exact("182700.00", "121800.00", "304500.00")
    assert [row.liability for row in decided.evaluation.buyers] == [*exact("91350.00", 0, "213150.00")]
    assert moves(decided) == [("g", "v", "csu", Decimal(4))]


def test_who_can_move_is_rounded_down_to_a_millionth() -> None:
    """One person, of whom 0.333333 are on the lot; 0.666667 transfer, so 0.333333 x 0.333333 = 0.111110888889 go.

    Liability 0.111110888889 x 30,450 = 3,383.326567, £3,383.33. 0.111110 can move: x 30,450 = 3,383.2995, £3,383.30.
    """
    groups = [group(headcount=1, lots=[{"lot": "a:it", "share": "0.333333"}])]
    decided = best(case(groups, [vacancy()], transfer="0.666667"), 200, "firm/a", "csu/b")
    assert money(decided) == exact("0.03", "3383.30", "3383.33")
    assert moves(decided) == [("g", "v", "csu", Decimal("0.111110"))]


def test_a_post_saves_what_a_full_time_member_would_be_paid() -> None:
    """30,000 x 0.7 = 21,000 a year for two years: 2 x 4.35 x 21,000 x 7/365 = 3,503.835616, £3,503.84 a head.

    A post of one WTE takes 1 / 0.7 of them: 3,503.84 / 0.7 = 5,005.485714, £5,005.49. Two heads are 7,007.68.
    """
    groups = [group(headcount=2, wte_per_head="0.7", salary=30_000, service_years=2)]
    decided = best(case(groups, [vacancy(1)]), 200, "firm/a", "csu/b")
    assert money(decided) == exact("2002.19", "5005.49", "7007.68")
