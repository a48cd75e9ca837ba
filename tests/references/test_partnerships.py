"""Partnerships, worked out by hand: what they draw on their partners, and who may not stand but with the NHS.

The horizon is one year, so A = 1. Whom a partnership displaces is in ``test_parts.py``.
"""

import pytest

from models import Case
from tests.references.decided import best, broken, exact
from tests.references.tender import Row, offer, supplier, tender

PAIR = {"a": 100_000, "b": 100_000}


def together(*partners: tuple[str, str], name: str = "duo", **more: object) -> Row:
    rows = [{"bidder": partner, "share": share} for partner, share in partners]
    return supplier(name, "partnership", partners=rows, **more)


def limited(floor: int = 0, **csu: object) -> Case:
    """A CSU of limited capacity, alone and as partner of a firm in 60 % of what they do together."""
    bids = [
        offer("csu/a", 90, "a:it"),
        offer("csu/b", 130, "b:it"),
        offer("duo/a", 100, "a:it"),
        offer("duo/b", 100, "b:it"),
    ]
    bidders = [supplier("csu", "nhs_csu", **csu), supplier("firm"), together(("csu", "0.6"), ("firm", "0.4"))]
    lots = [{"id": f"{name}:it", "buyer": name, "service": "it", "wte": 10} for name in PAIR]
    return tender(PAIR, [{"id": "it", "name": "IT", "floor": floor}], bids, bidders=bidders, lots=lots)


@pytest.mark.parametrize(
    ("capacity", "cost", "winners"),
    [
        # The CSU itself does a's 100,000 people, and 0.6 of b's: 160,000. 90 + 100 is the least there is.
        ({"capacity": {"it": 160_000}}, 190, ["csu/a", "duo/b"]),
        # A thousandth less: together they do both, of which the CSU's part is 120,000. For both alone it lacks room.
        ({"capacity": {"it": "159999.999"}}, 200, ["duo/a", "duo/b"]),
        # The same in WTE, 10 a lot: 10 + 0.6 x 10 = 16.
        ({"capacity_wte": 16}, 190, ["csu/a", "duo/b"]),
        ({"capacity_wte": "15.999"}, 200, ["duo/a", "duo/b"]),
    ],
)
def test_a_partnership_draws_on_its_partners_by_their_shares(capacity: Row, cost: int, winners: list[str]) -> None:
    best(limited(**capacity), cost, *winners)


def test_which_limit_a_partnership_breaks() -> None:
    # A CSU that may do 159,999.999 people has room for a, but not for its part of b besides.
    assert broken(limited(capacity={"it": "159999.999"}), limited()) == {"shared_capacity[csu, it]"}
    assert broken(limited(capacity_wte="15.999"), limited()) == {"capacity_wte[csu]"}


def test_a_floor_sees_the_partnership_and_not_its_partners() -> None:
    # A provider must have 150,000 people. The CSU would have 100,000 of its own and 60,000 through the partnership: it
    # is not counted so. It falls short, and the partnership too with b alone: it takes both, 200 rather than 190.
    best(limited(), 190, "csu/a", "duo/b")
    best(limited(floor=150_000), 200, "duo/a", "duo/b")
    assert broken(limited(floor=150_000), limited()) == {"floor[csu, it]", "floor[duo, it]"}


def alone(*bids: Row, partner_only: bool = True) -> Case:
    bidders = [
        supplier("csu", "nhs_csu"),
        supplier("firm", partner_only=partner_only),
        supplier("charity", "voluntary"),
        supplier("trust", "voluntary", nhs=True),
        together(("csu", "0.5"), ("firm", "0.5")),
        together(("charity", "0.5"), ("firm", "0.5"), name="outsiders"),
        together(("trust", "0.1"), ("firm", "0.9"), name="insiders"),
    ]
    return tender({"a": 100_000}, ["it"], [offer("csu/a", 150, "a:it"), *bids], bidders=bidders)


FIRM, DUO = offer("firm/a", 100, "a:it"), offer("duo/a", 120, "a:it")
OUTSIDERS, INSIDERS = offer("outsiders/a", 110, "a:it"), offer("insiders/a", 115, "a:it")


def test_who_may_not_stand_alone_may_with_the_nhs() -> None:
    # By price: the firm 100, with a charity 110, with a body of the NHS family 115, with the CSU 120, the CSU 150.
    best(alone(FIRM, OUTSIDERS, INSIDERS, DUO), 115, "insiders/a")
    best(alone(FIRM, OUTSIDERS, DUO), 120, "duo/a")
    best(alone(FIRM, OUTSIDERS), 150, "csu/a")
    best(alone(FIRM, OUTSIDERS, INSIDERS, DUO, partner_only=False), 100, "firm/a")
    # Who bids with a charity stands alone too, as far as the NHS is concerned.
    best(alone(OUTSIDERS, DUO, partner_only=False), 110, "outsiders/a")


@pytest.mark.parametrize("barred", [FIRM, OUTSIDERS])
def test_what_bars_who_stands_alone(barred: Row) -> None:
    assert broken(alone(barred), alone(barred, partner_only=False)) == {"partner_only[firm]"}


def decisive(*, with_duo: bool) -> Case:
    duo = [offer("duo/n", 195_000, "n:it"), offer("duo/s", 125_000, "s:it")]
    bids = [
        offer("csu/n", 200_000, "n:it"),
        offer("csu/s", 130_000, "s:it"),
        offer("firm/n", 190_000, "n:it"),
        offer("firm/s", 119_000, "s:it"),
        *(duo if with_duo else ()),
    ]
    bidders = [
        supplier("csu", "nhs_csu", capacity={"it": 200_000}),
        supplier("firm"),
        together(("csu", "0.6"), ("firm", "0.4")),
    ]
    staff = [
        {"id": lot, "lots": [{"lot": lot}], "headcount": 5, "salary": 36_500, "service_years": 10}
        for lot in ("n:it", "s:it")
    ]
    return tender({"n": 180_000, "s": 120_000}, ["it"], bids, bidders=bidders, staff_groups=staff)


def test_with_the_partnership_441_800_and_without_it_471_250() -> None:
    # A week's pay is 36,500 x 7/365 = 700, a month's 3,045, ten years' redundancy 30,450; on each lot 5 x 30,450 =
    # 152,250 if the firm takes it, nothing if the CSU does, and 0.4 x 152,250 = 60,900 if they do together.
    #
    #            north                         south
    #   CSU      200,000                       130,000
    #   firm     190,000 + 152,250 = 342,250   119,000 + 152,250 = 271,250
    #   together 195,000 + 60,900 = 255,900    125,000 + 60,900 = 185,900
    #
    # The CSU can do 200,000 people: not both itself (300,000), nor north and 0.6 of south (252,000), nor south and 0.6 of
    # north (228,000), but 0.6 of both (180,000): 255,900 + 185,900 = 441,800. Without the partnership one of the two is
    # the firm's: 200,000 + 271,250 = 471,250, or 342,250 + 130,000 = 472,250.
    decided = best(decisive(with_duo=True), 320_000, "duo/n", "duo/s")
    assert (decided.totals.liability, decided.objective) == exact(121_800, 441_800)
    without = best(decisive(with_duo=False), 319_000, "csu/n", "firm/s")
    assert (without.totals.liability, without.objective) == exact(152_250, 471_250)
