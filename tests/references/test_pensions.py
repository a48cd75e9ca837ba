"""What dearer pensions cost, worked out by hand: a share of the pay of the staff who transfer.

Ten people at half of full time and £20,000 earn 10 x 0.5 x 20,000 = £100,000; the lot has 0.6 of them, 3 WTE with
£60,000. To a firm all transfer, and their pensions cost 10 % more: £6,000 a year. One year of service gives nobody a
redundancy payment, so that costs alone decide. The horizon is one year unless a test says otherwise.
"""

from typing import Any

import pytest

from models import Case
from tests.references.decided import best, exact
from tests.references.tender import Row, offer, supplier, tender

TERMS: Row = {"private": {"transfer": 1, "buyer_share": 1, "pension": "0.1"}}


def case(*bids: Row, lot: Row | None = None, years: int = 1, **changes: Any) -> Case:
    group = {
        "id": "g",
        "lots": [{"lot": "a:it", "share": "0.6"}],
        "headcount": 10,
        "wte_per_head": "0.5",
        "salary": 20_000,
        "service_years": 1,
    }
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "present_cost": 0, **(lot or {})}]
    horizon = {"start": "2013-04-01", "years": years, "discount_rate": 0}
    tables: Row = {"transfer_terms": TERMS, "staff_groups": [group], "lots": lots, "horizon": horizon}
    return tender({"a": 100_000}, ["it"], bids, **{**tables, **changes})


@pytest.mark.parametrize(
    ("bid", "terms", "lot", "cost"),
    [
        ({}, TERMS, {}, "56000.00"),
        # None where the terms state none.
        ({}, {"private": {"transfer": 1, "buyer_share": 1}}, {}, "50000.00"),
        # Half transfer, by the terms or by the bid: 3,000.
        ({}, {"private": {"transfer": "0.5", "buyer_share": 1, "pension": "0.1"}}, {}, "53000.00"),
        ({"transfer": "0.5"}, TERMS, {}, "53000.00"),
        ({"transfer": 0}, TERMS, {}, "50000.00"),
        # 1.5 of the 3 WTE are needed, so 0.5 of all transfer; or 0.5 x 0.25 of them: 750.
        ({}, TERMS, {"required_wte": "1.5"}, "53000.00"),
        ({"transfer": "0.25"}, TERMS, {"required_wte": "1.5"}, "50750.00"),
        # More than there are: all transfer.
        ({}, TERMS, {"required_wte": 4}, "56000.00"),
        # Half a year: 25,000 + 3,000.
        ({"start": "2013-10-01"}, TERMS, {}, "28000.00"),
        # It is their employer already.
        ({}, TERMS, {"incumbent": "firm"}, "50000.00"),
        # Another is.
        ({}, TERMS, {"incumbent": "csu"}, "56000.00"),
    ],
)
def test_a_share_of_the_pay_of_those_who_transfer(bid: Row, terms: Row, lot: Row, cost: str) -> None:
    """50,000 + transfer x needed x 0.1 x 60,000 x the part of the year."""
    bidders = [supplier("csu", "nhs_csu")]
    best(case(offer("firm/a", 50_000, "a:it", **bid), lot=lot, transfer_terms=terms, bidders=bidders), cost, "firm/a")


def test_pensions_are_neither_indexed_nor_taxed_nor_do_they_end_with_the_term() -> None:
    """Three years of 6,000, beside 50,000 x 1.2, 55,000 x 1.2 and 60,500 x 1.2."""
    bid = offer("firm/a", 50_000, "a:it", indexation="0.1", term_years=1)
    decided = best(case(bid, years=3, vat={"private": "0.2"}), 216_600, "firm/a")
    assert [*decided.evaluation.buyers[0].years.values()] == [*exact(66_000, 72_000, 78_600)]


@pytest.mark.parametrize(("price", "cost", "winner"), [(55_999, 55_999, "csu/a"), (56_001, 56_000, "firm/a")])
def test_pensions_decide_against_the_incumbent(price: int, cost: int, winner: str) -> None:
    """The firm's 50,000 come to 56,000; who employs the staff today has no more to pay for them."""
    bidders = [supplier("csu", "nhs_csu")]
    bids = [offer("firm/a", 50_000, "a:it"), offer("csu/a", price, "a:it")]
    best(case(*bids, bidders=bidders, lot={"incumbent": "csu"}), cost, winner)


@pytest.mark.parametrize(
    ("partner", "incumbent", "transfer", "pension"),
    [
        # The CSU's 0.6 cost nothing more; of the partnership's own 0.4 half transfer, at 20 %: 0.04 of 60,000.
        ("csu", None, None, 2_400),
        # To a trust, of the NHS family on a charity's terms: 0.6 x 0.05 + 0.4 x 0.5 x 0.2 = 0.07.
        ("trust", None, None, 4_200),
        # The firm does the work today: nothing more for its 0.4.
        ("trust", "firm", None, 1_800),
        # The trust does.
        ("trust", "trust", None, 2_400),
        # By the bid all transfer: 0.4 x 0.2 = 0.08.
        ("csu", None, 1, 4_800),
        # The partnership is their employer.
        ("trust", "duo", None, 0),
    ],
)
def test_each_part_of_a_partnership_by_its_own_terms(
    partner: str, incumbent: str | None, transfer: int | None, pension: int
) -> None:
    """Share x transfer x pension, over the parts but the incumbent's, of 60,000."""
    partners = [{"bidder": partner, "share": "0.6"}, {"bidder": "firm", "share": "0.4"}]
    bidders = [
        supplier("csu", "nhs_csu"),
        supplier("trust", "voluntary", nhs=True),
        supplier("firm"),
        supplier("duo", "partnership", partners=partners),
    ]
    terms = {
        "voluntary": {"transfer": 1, "buyer_share": 1, "pension": "0.05"},
        "partnership": {"transfer": "0.5", "buyer_share": 1, "pension": "0.2"},
    }
    bid = offer("duo/a", 50_000, "a:it", transfer=transfer)
    lot = {"incumbent": incumbent}
    best(case(bid, lot=lot, bidders=bidders, transfer_terms=terms), 50_000 + pension, "duo/a")


def test_several_groups_of_a_lot_add_up() -> None:
    """60,000 of pay as above and a whole group of one at 30,000.50: 0.1 x 90,000.50 = 9,000.05."""
    other = {"id": "h", "lots": [{"lot": "a:it"}], "headcount": 1, "salary": "30000.50", "service_years": 1}
    groups = [{**other, "id": "g", "headcount": 3, "salary": 20_000}, other]
    best(case(offer("firm/a", 50_000, "a:it"), staff_groups=groups), "59000.05", "firm/a")
