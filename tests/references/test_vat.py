"""VAT on prices, worked out by hand: by kind of bidder, what is recovered of it, and after hosting ends.

Nothing is discounted. VAT is 20 % on the prices of firms; a lot for one year unless a test says otherwise.
"""

from decimal import Decimal

import pytest

from tests.references.bulk import earned, of_bulk, tier
from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, supplier, tender

FIRMS: Row = {"private": "0.2"}


def flat(years: int) -> Row:
    return {"start": "2013-04-01", "years": years, "discount_rate": 0}


def years(decided: Decided) -> list[Decimal]:
    return [*decided.evaluation.buyers[0].years.values()]


@pytest.mark.parametrize(
    ("vat", "recovered", "cost", "winner"),
    [
        # Without VAT the firm's 100,000 beat the CSU's 115,000.
        ({}, 0, 100_000, "firm/a"),
        # 100,000 x 1.2 = 120,000.
        (FIRMS, 0, 115_000, "csu/a"),
        # Three quarters are recovered: 100,000 x 1.05.
        (FIRMS, "0.75", 105_000, "firm/a"),
        # A quarter is: 100,000 x 1.15 = 115,000, and a hundred-thousandth less.
        (FIRMS, "0.249999", 115_000, "csu/a"),
        (FIRMS, "0.250001", "114999.98", "firm/a"),
        (FIRMS, 1, 100_000, "firm/a"),
        # On the CSU too: 120,000 against 115,000 x 1.1 = 126,500.
        ({**FIRMS, "nhs_csu": "0.1"}, 0, 120_000, "firm/a"),
        # Of a kind that does not bid.
        ({"voluntary": "0.2"}, 0, 100_000, "firm/a"),
    ],
)
def test_vat_goes_by_the_kind_of_the_bidder(vat: Row, recovered: object, cost: int | str, winner: str) -> None:
    """Price x (1 + 0.2 x (1 - the part recovered))."""
    services: list[Row] = [{"id": "it", "name": "IT", "vat_recoverable": recovered}]
    bids = [offer("firm/a", 100_000, "a:it"), offer("csu/a", 115_000, "a:it")]
    best(tender({"a": 100_000}, services, bids, bidders=[supplier("csu", "nhs_csu")], vat=vat), cost, winner)


def test_a_partnership_is_a_kind_of_its_own_for_vat() -> None:
    """100,000 x 1.05, though half of it is a firm's."""
    partners = [{"bidder": "csu", "share": "0.5"}, {"bidder": "firm", "share": "0.5"}]
    bidders = [supplier("csu", "nhs_csu"), supplier("firm"), supplier("duo", "partnership", partners=partners)]
    vat = {**FIRMS, "partnership": "0.05"}
    best(tender({"a": 100_000}, ["it"], [offer("duo/a", 100_000, "a:it")], bidders=bidders, vat=vat), 105_000, "duo/a")


def test_the_price_alone_bears_vat() -> None:
    """Half a year at 600 today, 300; half of the firm's 1,000 with VAT, 600; 50 of pensions, 400 and 70 once: 1,420.

    Pay is 1,000 a year, all of it transfers, pensions cost 10 % more: 100 a year. The term ends after a quarter, and it
    costs 70 to procure again.
    """
    services = [{"id": "it", "name": "IT", "reprocurement_cost": 70}]
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "present_cost": 600}]
    group = {"id": "g", "lots": [{"lot": "a:it"}], "headcount": 1, "salary": 1_000, "service_years": 1}
    bid = offer("firm/a", 1_000, "a:it", start="2013-10-01", term_years="0.25", transition=400)
    case = tender(
        {"a": 100_000},
        services,
        [bid],
        lots=lots,
        staff_groups=[group],
        transfer_terms={"private": {"transfer": 1, "buyer_share": 1, "pension": "0.1"}},
        vat=FIRMS,
    )
    best(case, 1_420, "firm/a")


def test_each_lot_of_a_package_recovers_what_its_service_does() -> None:
    """People 1 : 2, so 1,000 for the lot of a, of which VAT is 200, and 2,000 for that of b, all of it recovered."""
    services: list[Row] = [{"id": "it", "name": "IT"}, {"id": "care", "name": "Care", "vat_recoverable": 1}]
    lots = [{"id": "a", "buyer": "a", "service": "it"}, {"id": "b", "buyer": "b", "service": "care"}]
    people = {"a": 100_000, "b": 200_000}
    decided = best(
        tender(people, services, [offer("firm/ab", 3_000, "a", "b")], lots=lots, vat=FIRMS), 3_200, "firm/ab"
    )
    assert decided.costs == {"a": Decimal(1_200), "b": Decimal(2_000)}


def test_a_discount_is_set_by_the_price_and_taken_off_it_without_vat() -> None:
    """120,000 with VAT, less 10 % of the 100,000 without: 110,000. The next tier starts a penny beyond that."""
    discounts = [of_bulk(tier(100_000, "0.1"), tier("100000.01", "0.5"))]
    case = tender({"a": 100_000}, ["it"], [offer("bulk/a", 100_000, "a:it")], discounts=discounts, vat=FIRMS)
    row = earned(best(case, 110_000, "bulk/a"))
    assert (row.quantity, row.tier, row.amount) == exact(100_000, 100_000, 10_000)


def test_what_a_buyer_does_itself_is_of_a_kind_too() -> None:
    """1,000 x 1.1, against the firm's 1,000 x 1.2."""
    vat = {**FIRMS, "in_house": "0.1"}
    case = tender({"a": 100_000}, ["it"], [offer("firm/a", 1_000, "a:it")], in_house={"a:it": 1_000}, vat=vat)
    best(case, 1_100, "in-house:a:it")


@pytest.mark.parametrize(
    ("until", "becomes", "amounts"),
    [
        # Half way through the second year: 1,000; 500 + 500 x 1.2; 1,200.
        ("2014-10-01", "private", (1_000, 1_100, 1_200)),
        # On the first day of a year, which is the later one's.
        ("2015-04-01", "private", (1_000, 1_000, 1_200)),
        # On the first day of the horizon, or before.
        ("2013-04-01", "private", (1_200, 1_200, 1_200)),
        ("2010-04-01", "private", (1_200, 1_200, 1_200)),
        # After the horizon.
        ("2016-04-01", "private", (1_000, 1_000, 1_000)),
        # To become what bears no VAT.
        ("2014-10-01", "voluntary", (1_000, 1_000, 1_000)),
    ],
)
def test_after_hosting_a_price_bears_the_vat_of_what_the_bidder_becomes(
    until: str, becomes: str, amounts: tuple[int, ...]
) -> None:
    """1,000 a year while the NHS hosts the unit, 1,200 on its own."""
    bidders = [supplier("csu", "nhs_csu", hosting={"until": until, "becomes": becomes})]
    case = tender({"a": 1}, ["it"], [offer("csu/a", 1_000, "a:it")], bidders=bidders, vat=FIRMS, horizon=flat(3))
    assert years(best(case, sum(amounts), "csu/a")) == [*exact(*amounts)]


def test_the_vat_to_come_decides_who_wins() -> None:
    """Of four years, the unit is on its own for 2.5: 4 x 1,000 + 2.5 x 200 = 4,500, against 4 x 1,120 = 4,480."""
    bidders = [
        supplier("csu", "nhs_csu", hosting={"until": "2014-10-01", "becomes": "private"}),
        supplier("other", "nhs_csu"),
    ]
    bids = [offer("csu/a", 1_000, "a:it"), offer("other/a", 1_120, "a:it")]
    best(tender({"a": 1}, ["it"], bids, bidders=bidders, vat=FIRMS, horizon=flat(4)), 4_480, "other/a")
    best(tender({"a": 1}, ["it"], bids, bidders=bidders, vat=FIRMS, horizon=flat(3)), 3_300, "csu/a")


def test_what_is_procured_again_bears_the_vat_of_that_day() -> None:
    """A year's term, then two at the same price: hosted for 18 months, 1,000; 500 + 600; 1,200."""
    bidders = [supplier("csu", "nhs_csu", hosting={"until": "2014-10-01", "becomes": "private"})]
    bid = offer("csu/a", 1_000, "a:it", term_years=1)
    decided = best(tender({"a": 1}, ["it"], [bid], bidders=bidders, vat=FIRMS, horizon=flat(3)), 3_300, "csu/a")
    assert years(decided) == [*exact(1_000, 1_100, 1_200)]
