"""Whom a partnership displaces and who pays for it, part by part, worked out by hand.

Ten people at £36,500 and ten years: a week's pay is 36,500 x 7/365 = £700, a month's 4.35 x 700 = £3,045, ten years'
redundancy £30,450, all ten £304,500. Within a CSU 90 % of them transfer and a national body pays for the rest; to a
charity half do, to a firm a fifth, and the buyer pays; to a partnership a quarter, and the buyer pays half.
"""

from decimal import Decimal

import pytest

from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, supplier, tender

TERMS = {
    "nhs_csu": {"transfer": "0.9", "buyer_share": 0},
    "voluntary": {"transfer": "0.5", "buyer_share": 1},
    "private": {"transfer": "0.2", "buyer_share": 1},
    "partnership": {"transfer": "0.25", "buyer_share": "0.5"},
}
DUO = {"csu": "0.6", "firm": "0.4"}


def displaced(partners: dict[str, str], incumbent: str | None = None, **bid: object) -> Decided:
    """The award of a lot, today done by ``incumbent``, for which a partnership alone bids."""
    bidders = [
        supplier("csu", "nhs_csu"),
        supplier("firm"),
        supplier("charity", "voluntary"),
        supplier("trust", "voluntary", nhs=True),
        supplier("duo", "partnership", partners=[{"bidder": name, "share": share} for name, share in partners.items()]),
    ]
    staff = [{"id": "g", "lots": [{"lot": "a:it"}], "headcount": 10, "salary": 36_500, "service_years": 10}]
    lots: list[Row] = [{"id": "a:it", "buyer": "a", "service": "it", "incumbent": incumbent}]
    bids = [offer("duo/a", 100_000, "a:it", **bid)]
    case = tender({"a": 100_000}, ["it"], bids, bidders=bidders, lots=lots, staff_groups=staff, transfer_terms=TERMS)
    return best(case, 100_000, "duo/a")


@pytest.mark.parametrize(
    ("partners", "incumbent", "liability", "buyers"),
    [
        # The CSU's 0.6 leave 0.1, the rest 0.75: 0.06 + 0.3 = 0.36 of 304,500. Of that the buyer pays half of the 0.3.
        (DUO, None, "109620.00", "45675.00"),
        # The firm has no terms of its own: its share and the 0.1 that nobody is named for are the partnership's.
        ({"csu": "0.6", "firm": "0.3"}, None, "109620.00", "45675.00"),
        # 0.5 x 0.1 + 0.5 x 0.75 = 0.425; the buyer pays half of 0.375.
        ({"csu": "0.5", "charity": "0.2", "firm": "0.1"}, None, "129412.50", "57093.75"),
        # Nobody of the NHS family: all of it is the partnership's.
        ({"charity": "0.5", "firm": "0.5"}, None, "228375.00", "114187.50"),
        # Of the NHS family, whatever its kind, but on the terms of its kind: 0.5 x 0.5 + 0.5 x 0.75 = 0.625; the buyer
        # pays all of the 0.25 and half of the 0.375.
        ({"trust": "0.5", "firm": "0.5"}, None, "190312.50", "133218.75"),
        # The CSU does the work today: of its part nobody goes. 0.4 x 0.75.
        (DUO, "csu", "91350.00", "45675.00"),
        # The firm does: of its part nobody goes, the CSU's leaves 0.6 x 0.1, which is none of the buyer's to pay.
        (DUO, "firm", "18270.00", "0.00"),
        # The firm does, with a part smaller than the rest: 0.6 x 0.1 + 0.1 x 0.75 = 0.135; the buyer pays half of 0.075.
        ({"csu": "0.6", "firm": "0.3"}, "firm", "41107.50", "11418.75"),
        # A charity does that is no partner: as if nobody did.
        (DUO, "charity", "109620.00", "45675.00"),
        # The partnership does it today.
        (DUO, "duo", "0.00", "0.00"),
    ],
)
def test_each_part_is_on_its_own_terms(
    partners: dict[str, str], incumbent: str | None, liability: str, buyers: str
) -> None:
    totals = displaced(partners, incumbent).totals
    assert (totals.liability, totals.liability_buyers) == exact(liability, buyers)
    # To the board it is a new supplier, whoever of its partners was there.
    assert totals.disruption == (incumbent not in (None, "duo"))


@pytest.mark.parametrize(
    ("incumbent", "liability", "buyers"),
    [
        # 0.2 leave every part: 0.12 + 0.08 of 304,500, of which the buyer pays half of the 0.08.
        (None, "60900.00", "12180.00"),
        # None of the incumbent's part, whatever the bid says: 0.08, and 0.12.
        ("csu", "24360.00", "12180.00"),
        ("firm", "36540.00", "0.00"),
        ("duo", "0.00", "0.00"),
    ],
)
def test_the_transfer_that_a_bid_states_holds_for_every_part(
    incumbent: str | None, liability: str, buyers: str
) -> None:
    totals = displaced(DUO, incumbent, transfer="0.8").totals
    assert (totals.liability, totals.liability_buyers) == exact(liability, buyers)


def test_where_everybody_moves_nobody_pays() -> None:
    totals = displaced(DUO, transfer=1).totals
    assert (totals.liability, totals.liability_buyers) == exact(0, 0)


def test_a_package_is_on_its_terms_lot_by_lot() -> None:
    # Two lots with five people each, 152,250: on a, the CSU's today, 0.4 x 0.75 leave, 45,675.00; on b, nobody's, 0.36,
    # 54,810.00. The buyers pay half of 0.3 on both: 22,837.50 each.
    partners = [{"bidder": name, "share": share} for name, share in DUO.items()]
    bidders = [supplier("csu", "nhs_csu"), supplier("firm"), supplier("duo", "partnership", partners=partners)]
    lots = [{"id": name, "buyer": name, "service": "it", "incumbent": "csu" if name == "a" else None} for name in "ab"]
    shares = [{"lot": name, "share": "0.5"} for name in "ab"]
    staff = [{"id": "g", "lots": shares, "headcount": 10, "salary": 36_500, "service_years": 10}]
    case = tender(
        dict.fromkeys("ab", 100_000),
        ["it"],
        [offer("duo/ab", 100_000, "a", "b")],
        bidders=bidders,
        lots=lots,
        staff_groups=staff,
        transfer_terms=TERMS,
    )
    decided = best(case, 100_000, "duo/ab")
    assert {row.lot: row.liability for row in decided.evaluation.awards} == {
        "a": Decimal("45675.00"),
        "b": Decimal("54810.00"),
    }
    assert (decided.totals.liability, decided.totals.liability_buyers) == exact("100485.00", 45_675)
