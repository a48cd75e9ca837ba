"""Staff stranded where the work leaves their employer, or is run with fewer of them. By hand.

Everybody earns £36,500 and has ten years: a week's pay is 36,500 x 7/365 = £700, a month's 4.35 x 700 = £3,045, ten
years' redundancy £30,450. To a firm nobody transfers, and the buyer pays; within the NHS family all who are needed do,
and a national body pays.
"""

from decimal import Decimal

import pytest

from models import Case
from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, supplier, tender

CSUS = [supplier("csu", "nhs_csu"), supplier("other", "nhs_csu")]


def group(headcount: object, name: str = "g", **more: object) -> Row:
    return {"id": name, "headcount": headcount, "salary": 36_500, "service_years": 10, **more}


def outcome(decided: Decided) -> tuple[Decimal, ...]:
    """WTE in all; who stays, transfers, is redeployed, is redundant now, and later."""
    staff = decided.evaluation.staff
    assert staff is not None
    parts = (staff.staying, staff.transferred, staff.redeployed, staff.redundant, staff.redundant_later)
    assert staff.total == sum(parts)
    return (staff.total, *parts)


def employed(leaving: str, lots: list[Row], services: list[str | Row] | None = None) -> Case:
    """Eight people of the CSU on all lots that it provides, of which those of the buyers named leave for a firm."""
    bids = [
        offer(f"{winner}/{lot['id']}", 1 if (winner == "firm") == (lot["buyer"] in leaving) else 10**6, lot["id"])
        for lot in lots
        for winner in ("csu", "firm")
    ]
    staff = [group(8, employer="csu")]
    people = {"a": 100_000, "b": 300_000}
    return tender(people, services or ["it"], bids, bidders=CSUS, lots=lots, staff_groups=staff)


def lot(buyer: str, service: str = "it", **more: object) -> Row:
    return {"id": f"{buyer}:{service}", "buyer": buyer, "service": service, "incumbent": "csu", **more}


@pytest.mark.parametrize(
    ("leaving", "liability", "by_buyer"),
    [
        ("", "0.00", (0, 0)),
        # 100,000 of the 400,000 people leave: 2 of 8.
        ("a", "60900.00", ("60900.00", 0)),
        ("b", "182700.00", (0, "182700.00")),
        ("ab", "243600.00", ("60900.00", "182700.00")),
    ],
)
def test_a_group_of_an_employer_shrinks_by_what_leaves(
    leaving: str, liability: str, by_buyer: tuple[int | str, int | str]
) -> None:
    """8 x 30,450 = 243,600, a quarter of it for a's 100,000 people, three for b's 300,000."""
    decided = best(employed(leaving, [lot("a"), lot("b")]), 2, *_winners(leaving))
    assert decided.totals.liability == Decimal(liability)
    assert [row.liability for row in decided.evaluation.buyers] == [*exact(*by_buyer)]
    gone = {"": 0, "a": 2, "b": 6, "ab": 8}[leaving]
    assert outcome(decided) == exact(8, 8 - gone, 0, 0, gone, 0)


def _winners(leaving: str) -> list[str]:
    return [f"{'firm' if buyer in leaving else 'csu'}/{buyer}:it" for buyer in "ab"]


@pytest.mark.parametrize(
    ("lots", "liability"),
    [
        # By the volume that they state, 3 : 1.
        ([lot("a", volume=30), lot("b", volume=10)], "182700.00"),
        # A third lot, of a's again: 100,000 + 100,000 of 500,000 people leave, 3.2 of 8.
        ([lot("a"), lot("b"), lot("a", "hr")], "97440.00"),
        # In different units volumes do not compare: by people, 1 : 3.
        ([lot("a"), lot("b", "reports", volume=7)], "60900.00"),
        # What the CSU does not provide is none of theirs: all eight work for a.
        ([lot("a"), {**lot("b"), "incumbent": "other"}], "243600.00"),
        ([lot("a"), {**lot("b"), "incumbent": None}], "243600.00"),
    ],
)
def test_shares_are_those_of_the_size_of_the_lots(lots: list[Row], liability: str) -> None:
    """8 x 30,450 = 243,600 x the part of the size of the CSU's lots that leaves."""
    services: list[str | Row] = [
        {"id": name, "name": name, "unit": "reports" if name == "reports" else "people"}
        for name in dict.fromkeys(each["service"] for each in lots)
    ]
    winners = [f"{'firm' if each['buyer'] == 'a' else 'csu'}/{each['id']}" for each in lots]
    decided = best(employed("a", lots, services), len(lots), *winners)
    # Where another provides the lot today nobody works on it, so nobody is displaced from it.
    assert decided.totals.liability == Decimal(liability)


def test_lots_that_are_named_go_before_those_of_the_employer() -> None:
    """All eight work for a, whatever the size of b: 8 x 30,450 leave with a, none with b."""
    named = [group(8, employer="csu", lots=[{"lot": "a:it"}])]
    case = employed("b", [lot("a"), lot("b")]).model_dump(mode="json") | {"staff_groups": named}
    assert best(Case.model_validate(case), 2, "csu/a:it", "firm/b:it").totals.liability == 0


def surplus(required: object, winner: str, *, transfer: object = None, incumbent: str | None = "csu") -> Decided:
    """A lot on which eight people work today, won by the one bidder that bids."""
    bidders = [*CSUS, supplier("firm")]
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "incumbent": incumbent, "required_wte": required}]
    staff = [group(8, lots=[{"lot": "a:it"}])]
    bids = [offer(f"{winner}/a", 100, "a:it", transfer=transfer)]
    case = tender({"a": 100_000}, ["it"], bids, bidders=bidders, lots=lots, staff_groups=staff)
    return best(case, 100, f"{winner}/a")


@pytest.mark.parametrize(
    ("required", "winner", "transfer", "liability", "buyers", "found"),
    [
        # Six of eight are needed: two go though the CSU keeps the lot, and though all transfer within the NHS.
        (6, "csu", None, "60900.00", 0, (8, 6, 0, 0, 2, 0)),
        (6, "other", None, "60900.00", 0, (8, 0, 6, 0, 2, 0)),
        # Of the six half transfer: 1 - 0.75 x 0.5 = 0.625 of eight go.
        (6, "other", "0.5", "152250.00", 0, (8, 0, 3, 0, 5, 0)),
        # What a bid says of transfers is not about staff who are there already.
        (6, "csu", "0.5", "60900.00", 0, (8, 6, 0, 0, 2, 0)),
        # To a firm nobody transfers, needed or not, and the buyer pays.
        (6, "firm", None, "243600.00", "243600.00", (8, 0, 0, 0, 8, 0)),
        (6, "firm", 1, "60900.00", "60900.00", (8, 0, 6, 0, 2, 0)),
        # As many as there are, or more: nobody goes.
        (8, "other", None, "0.00", 0, (8, 0, 8, 0, 0, 0)),
        (9, "csu", None, "0.00", 0, (8, 8, 0, 0, 0, 0)),
        # The service is to be run without staff.
        (0, "csu", None, "243600.00", 0, (8, 0, 0, 0, 8, 0)),
        # All are needed where the lot does not say.
        (None, "other", None, "0.00", 0, (8, 0, 8, 0, 0, 0)),
    ],
)
def test_who_is_not_needed_is_displaced_whoever_wins(
    required: object,
    winner: str,
    transfer: object,
    liability: str,
    buyers: int | str,
    found: tuple[int, ...],
) -> None:
    """(1 - needed x transfer) x 8 x 30,450, needed being 6 / 8 = 0.75."""
    decided = surplus(required, winner, transfer=transfer)
    totals = decided.totals
    assert (totals.liability, totals.liability_buyers) == exact(liability, buyers)
    assert outcome(decided) == exact(*found)


def test_a_firm_that_stays_pays_no_less_than_one_that_comes() -> None:
    """The firm provides the lot today and is to run it with six: two go, and on a firm's terms the buyer pays."""
    decided = surplus(6, "firm", incumbent="firm")
    assert (decided.totals.liability, decided.totals.liability_buyers) == exact("60900.00", "60900.00")
    assert outcome(decided) == exact(8, 6, 0, 0, 2, 0)


def test_each_group_is_needed_in_the_same_part() -> None:
    """8 heads and 4 at half time are 10 WTE, of which 4 are needed: 0.6 of each go, whatever a redundancy costs.

    0.6 x (8 x 30,450 + 4 x 15,225) = 0.6 x 304,500 = 182,700. Four WTE transfer, six are redundant.
    """
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "required_wte": 4}]
    groups = [group(8, lots=[{"lot": "a:it"}]), group(4, "h", lots=[{"lot": "a:it"}], wte_per_head="0.5")]
    bids = [offer("other/a", 100, "a:it")]
    case = tender({"a": 1}, ["it"], bids, bidders=CSUS, lots=lots, staff_groups=groups)
    decided = best(case, 100, "other/a")
    assert decided.totals.liability == Decimal("182700.00")
    assert outcome(decided) == exact(10, 0, 4, 0, 6, 0)


def test_talent_is_retained_by_years_of_service() -> None:
    """Eight with 10 years leave, 2 with 20 and 4 with 5 stay: (2 x 20 + 4 x 5) / (80 + 40 + 20) = 60 / 140 = 0.428571.

    Those at half time count as whole people. Liability 8 x 30,450.
    """
    on = {"a": [{"lot": "a:it"}], "b": [{"lot": "b:it"}]}
    groups = [
        group(8, lots=on["a"]),
        group(2, "h", lots=on["b"], service_years=20),
        group(4, "i", lots=on["b"], service_years=5, wte_per_head="0.5"),
    ]
    bids = [offer("firm/a", 100, "a:it"), offer("other/b", 100, "b:it")]
    case = tender({"a": 1, "b": 1}, ["it"], bids, bidders=CSUS, staff_groups=groups)
    decided = best(case, 200, "firm/a", "other/b")
    assert decided.totals.liability == 8 * Decimal("30450.00")
    assert outcome(decided) == exact(12, 0, 4, 0, 8, 0)
    assert decided.evaluation.staff is not None
    assert decided.evaluation.staff.talent_retained == Decimal("0.428571")
