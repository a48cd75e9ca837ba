"""Partnerships: whose staff they displace, and who may not stand alone; worked out here by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.by_hand import bid, bidder, buyer, case
from tests.oracle.reading import read
from tests.oracle.worth import worths

# One head at £36,500 for two years: £700 a week x 4.35 x 2 = £6,090.
_STAFF = {"id": "g", "lots": [{"lot": "n"}], "headcount": 1, "salary": 36_500, "service_years": 2}


def _case(incumbent: str | None = None, **more: Any) -> dict[str, Any]:
    """A partnership of a CSU (0.6) and a firm (0.4), and the two of them, bid for n."""
    partners = [{"bidder": "csu", "share": "0.6"}, {"bidder": "firm", "share": "0.4"}]
    return case(
        buyers=[buyer("N", 180_000)],
        lots=[{"id": "n", "buyer": "N", "service": "it", **({"incumbent": incumbent} if incumbent else {})}],
        bidders=[bidder("duo", "partnership", partners=partners), bidder("csu", "nhs_csu"), bidder("firm")],
        bids=[{**bid("d", "duo", "n"), **more}, bid("c", "csu", "n"), bid("f", "firm", "n")],
        staff_groups=[_STAFF],
    )


def _figures(document: dict[str, Any], name: str = "d") -> tuple[int, int, Fraction | int]:
    (offer,) = worths(read(document))[name].offers
    return offer.liability, offer.buyers_liability, offer.disruption


def test_the_part_of_the_family_is_on_its_terms() -> None:
    # The CSU takes on its 0.6; of the other 0.4 all are displaced and the buyer pays: £2,436.
    assert _figures(_case()) == (243_600, 243_600, 0)
    # Half of the CSU's part displaced, of which the buyer pays a quarter: D = 0.3 + 0.4; £4,263. S = (0.3 x 0.25 + 0.4)
    # / 0.7, of £4,263: £2,892.75.
    document = _case()
    document["transfer_terms"] = {"nhs_csu": {"transfer": "0.5", "buyer_share": "0.25"}}
    assert _figures(document) == (426_300, 289_275, 0)
    # Not of the family, the CSU is no part of its own: all of it is on the partnership's terms.
    document["bidders"][1]["nhs"] = False
    assert _figures(document) == (609_000, 609_000, 0)


def test_the_incumbents_part_displaces_nobody() -> None:
    # The firm's 0.4 stay; of the CSU's 0.6 half are displaced: £1,827, of which the buyer pays a quarter, £456.75. It
    # is a change of supplier all the same.
    document = _case("firm")
    document["transfer_terms"] = {"nhs_csu": {"transfer": "0.5", "buyer_share": "0.25"}}
    assert _figures(document) == (182_700, 45_675, 1)
    assert _figures(document, "f") == (0, 0, 0)
    assert _figures(_case("duo")) == (0, 0, 0)


def test_a_bids_own_transfer_holds_for_all_parts() -> None:
    # A tenth of all displaced: £609. The buyer pays a quarter of the CSU's 0.06 and all of the 0.04: 0.055, £334.95.
    document = _case(transfer="0.9")
    document["transfer_terms"] = {"nhs_csu": {"transfer": "0.5", "buyer_share": "0.25"}}
    assert _figures(document) == (60_900, 33_495, 0)
    document["bids"][0]["transfer"] = 1
    assert _figures(document) == (0, 0, 0)


@pytest.mark.parametrize(
    ("change", "barred"),
    [
        ({}, {"f": ("partner_only[firm]",)}),
        # Without anybody of the family the firm stands alone in the partnership too.
        ({"csu": {"nhs": False}}, {"d": ("partner_only[firm]",), "f": ("partner_only[firm]",)}),
        ({"csu": {"nhs": False}, "firm": {"nhs": True}}, {"f": ("partner_only[firm]",)}),
        ({"duo": {"partner_only": True}}, {"d": ("partner_only[duo]",), "f": ("partner_only[firm]",)}),
    ],
)
def test_who_may_only_be_a_partner(change: dict[str, Any], barred: dict[str, tuple[str, ...]]) -> None:
    document = _case()
    for row in document["bidders"]:
        row |= change.get(row["id"], {})
    document["bidders"][2]["partner_only"] = True
    assert {name: each.bars for name, each in worths(read(document)).items() if each.bars} == barred
