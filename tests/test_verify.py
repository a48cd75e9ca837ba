"""The verifier on a case worked out by hand, and on awards that are wrong in one way each.

Every figure of a bid below is a literal: two years at 25 % give A = 1 + 1/1.25 = 1.8, so cost = list price x 1.8;
quality = (3 x fit + safe) / 4. Awards are put together by adding literals up, so a corrupted award has honest totals
and can only be caught by the rule it breaks.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import (
    Accepted,
    Bid,
    Case,
    Certificate,
    Evaluation,
    Horizon,
    Level,
    MoneyValued,
    Provenance,
    Provider,
    Totals,
    read_award,
    read_case,
)
from selector.verify import verify

# Lot: buyer, service, volume, weight in Q in units of 100,000 (people x service weight; they add up to 24).
LOTS: dict[str, tuple[str, str, str, int]] = {
    "hr-n": ("n", "hr", "100000", 1),
    "hr-s": ("s", "hr", "200000", 2),
    "hr-e": ("e", "hr", "300000", 3),
    "bi-n": ("n", "bi", "100000", 2),
    "bi-s": ("s", "bi", "200000", 4),
    "bi-e": ("e", "bi", "300000", 6),
    "it-n": ("n", "it", "50", 1),
    "it-s": ("s", "it", "120.5", 2),
    "pr-n": ("n", "pr", "100000", 1),
    "pr-s": ("s", "pr", "200000", 2),
}


@dataclass(frozen=True)
class Offer:
    """A bid as the case states it, and what it is worth by hand."""

    id: str
    price: str
    fit: int
    safe: int
    cost: str
    quality: str
    liability: str = "0.00"
    buyers: str = "0.00"
    disruption: str = "0"
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def bidder(self) -> str:
        return {"own": "own-s", "in": "in-house:n"}.get(self.id.split("-")[0], self.id.split("-")[0])

    @property
    def lot(self) -> str:
        return self.id.removeprefix("in-house:").removeprefix(self.bidder.removesuffix("-s") + "-")[:4]


# Payments a head: a month is 4.35 weeks, a week 7 days of pay / 365.
#   south  £36,500: £100 a day, £700 a week, £3,045.00 a month, 10 years: £30,450.00; 4 heads: £121,800.00
#   north  £29,200: £80 a day, £560 a week, £2,436.00 a month, 24 of 30 years, half time: £29,232.00; 2 heads, of which
#          half on each of two lots: £29,232.00 a lot and 2 x 0.5 x 0.5 = 0.5 WTE
#   east   £18,250: £50 a day, £350 a week, £1,522.50 a month, 20 years: £30,450.00; 5 heads: £152,250.00
#   desk   103 weeks: nothing; 5 WTE
OFFERS = [
    Offer("csu-hr-n", "0.5", 80, 60, "90000.00", "75", extra=(("price_basis", "head"),)),  # 0.5 x 100,000 x 1.8
    Offer("csu-hr-n-unsafe", "40000", 80, 30, "72000.00", "67.5"),
    Offer("csu-hr-n-basic", "30000", 45, 41, "54000.00", "44"),
    Offer("sister-hr-n", "55000", 70, 70, "99000.00", "70", disruption="0.5"),
    # Its quality is stated, 55.1234; in-house, half the staff transfer: 29,232 x 0.5, all paid by the buyer.
    Offer("in-house:hr-n", "60000", 0, 0, "108000.00", "55.123", "14616.00", "14616.00", "0.5"),
    Offer("own-hr-s", "100000", 60, 60, "180000.00", "60"),
    # List price 95,000.56; x 1.8 = 171,001.008.
    Offer("sister-hr-s", "95000.555", 70, 71, "171001.01", "70.25", disruption="4"),
    # 121,800 x (1 - 0.75)
    Offer("joint-hr-s", "90000", 65, 65, "162000.00", "65", "30450.00", "30450.00", "4", (("transfer", "0.75"),)),
    Offer("firm-hr-s", "80000", 62, 62, "144000.00", "62", "121800.00", "48720.00", "4"),  # the buyer pays 0.4
    Offer("csu-hr-e", "150000", 72, 80, "270000.00", "74"),
    Offer("csu-hr-e-basic", "120000", 50, 40, "216000.00", "47.5"),
    Offer("sister-hr-e", "155000", 70, 70, "279000.00", "70"),
    Offer("firm-bi-n", "40000", 64, 64, "72000.00", "64", "29232.00", "11692.80"),
    Offer("csu-bi-n", "90000", 75, 75, "162000.00", "75"),
    Offer("sister-bi-n", "45000", 68, 68, "81000.00", "68"),
    Offer("charity-bi-n", "35000", 66, 66, "63000.00", "66", "29232.00", "29232.00"),
    Offer("firm-bi-s", "80000", 70, 70, "144000.00", "70"),
    Offer("firm-bi-s-basic", "60000", 55, 55, "108000.00", "55"),
    Offer("own-bi-s", "85000", 61, 61, "153000.00", "61"),
    Offer("sister-bi-s", "84000", 68, 68, "151200.00", "68"),
    Offer("csu-bi-e", "120000", 70, 70, "216000.00", "70"),
    Offer("firm-bi-e", "110000", 66, 66, "198000.00", "66", "152250.00", "60900.00", "5"),
    Offer("joint-bi-e", "115000", 67, 67, "207000.00", "67", disruption="5", extra=(("transfer", "1"),)),
    Offer("sister-bi-e", "125000", 68, 68, "225000.00", "68", disruption="5"),
    Offer("csu-it-n", "20000", 70, 70, "36000.00", "70"),
    Offer("sister-it-n", "21000", 71, 71, "37800.00", "71"),
    Offer("firm-it-n", "15000", 60, 60, "27000.00", "60"),
    Offer("sister-it-s", "50000", 72, 72, "90000.00", "72"),
    Offer("own-it-s", "52000", 72, 72, "93600.00", "72"),
    Offer("joint-pr-n", "10000", 80, 80, "18000.00", "80"),
    Offer("csu-pr-n", "11000", 78, 78, "19800.00", "78"),
    Offer("joint-pr-s", "30000", 75, 75, "54000.00", "75", disruption="5"),
    Offer("joint-pr-s-basic", "25000", 60, 60, "45000.00", "60", disruption="5"),
    Offer("csu-pr-s", "33000", 74, 74, "59400.00", "74"),
]
OFFER = {offer.id: offer for offer in OFFERS}

SETUP = {
    ("csu", "hr"): "500.00",
    ("csu", "bi"): "700.00",
    ("firm", "hr"): "300.00",
    ("firm", "bi"): "900.00",
    ("sister", "hr"): "250.50",
}
OVERHEAD = {"csu": "1800.00", "firm": "3600.09", "sister": "180.00"}  # 1,000, 2,000.05 and 100 a year, x 1.8

DOCUMENT: dict[str, Any] = {
    "format": 1,
    "name": "Three boards",
    "date": "2013-04-01",
    "horizon": {"start": "2013-04-01", "years": 2, "discount_rate": "0.25"},
    "buyers": [
        {
            "id": "n",
            "name": "North",
            "population": 100_000,
            "budget": {"2013-14": "135000", "2014-15": "180000"},
            "shortlist": ["csu", "firm", "sister", "joint"],
        },
        {"id": "s", "name": "South", "population": 200_000, "liability_cap": "40000"},
        {"id": "e", "name": "East", "population": 300_000, "min_mean_quality": 65, "vetoes": ["joint"]},
    ],
    "services": [
        {"id": "hr", "name": "Human resources", "max_providers": 2},
        {
            "id": "bi",
            "name": "Business intelligence",
            "scale": "national",
            "shape": "plural",
            "weight": 2,
            "floor": 250_000,
            "floor_by_kind": {"voluntary": 50_000},
            "quality_standard": 60,
        },
        {"id": "it", "name": "Desktops", "scale": "national", "shape": "network", "unit": "desks", "min_providers": 2},
        {"id": "pr", "name": "Procurement", "shape": "single", "quality_standard": 70},
    ],
    "lots": [
        {
            "id": "hr-n",
            "buyer": "n",
            "service": "hr",
            "required": False,
            "in_house": {"cost": "60000", "quality": "55.1234"},
            "incumbent": "csu",
            "wte": 4,
            "min_quality": "55.123",
        },
        {"id": "hr-s", "buyer": "s", "service": "hr", "incumbent": "own-s", "wte": 2},
        {"id": "hr-e", "buyer": "e", "service": "hr", "wte": 6},
        {"id": "bi-n", "buyer": "n", "service": "bi"},
        {"id": "bi-s", "buyer": "s", "service": "bi", "incumbent": "firm"},
        {"id": "bi-e", "buyer": "e", "service": "bi", "incumbent": "csu"},
        {"id": "it-n", "buyer": "n", "service": "it", "volume": 50, "wte": 5},
        {"id": "it-s", "buyer": "s", "service": "it", "volume": "120.5", "incumbent": "csu"},
        {"id": "pr-n", "buyer": "n", "service": "pr", "wte": 2},
        {"id": "pr-s", "buyer": "s", "service": "pr", "incumbent": "csu"},
    ],
    "bidders": [
        {
            "id": "csu",
            "name": "Northern CSU",
            "kind": "nhs_csu",
            "group": "Union",
            "overhead": "1000",
            "setup": {"hr": "500", "bi": "700"},
            "capacity": {"hr": 400_000, "bi": 400_000},
            "capacity_wte": 25,
            "viability_floor": 250_000,
        },
        {
            "id": "sister",
            "name": "Sister CSU",
            "kind": "nhs_csu",
            "group": "Union",
            "overhead": "100",
            "setup": {"hr": "250.50"},
            "capacity": {"hr": 500_000},
            "served_elsewhere": 250_000,
            "served_elsewhere_by_service": {"bi": 150_000},
        },
        {
            "id": "firm",
            "name": "Firm",
            "kind": "private",
            "overhead": "2000.05",
            "setup": {"hr": "300", "bi": "900"},
            "capacity": {"pr": 150_000},
            "viability_floor": 100_000,
        },
        {"id": "charity", "name": "Charity", "kind": "voluntary"},
        {"id": "own-s", "name": "South itself", "kind": "in_house", "buyer": "s"},
        {
            "id": "joint",
            "name": "Joint venture",
            "kind": "partnership",
            "viability_floor": 200_000,
            "partners": [{"bidder": "csu", "share": "0.5"}, {"bidder": "firm", "share": "0.5"}],
        },
    ],
    "bids": [
        {
            "id": offer.id,
            "bidder": offer.bidder,
            "lots": [offer.lot],
            "price": offer.price,
            "scores": {"fit": offer.fit, "safe": offer.safe},
            **dict(offer.extra),
        }
        for offer in OFFERS
        if offer.id != "in-house:hr-n"
    ],
    "criteria": [
        {"id": "fit", "name": "Fitness", "weight": 3},
        {"id": "safe", "name": "Safeguarding", "minimum": 40},
    ],
    "staff_groups": [
        {"id": "south", "lots": [{"lot": "hr-s"}], "headcount": 4, "salary": "36500", "service_years": "10.5"},
        {
            "id": "north",
            "lots": [{"lot": "hr-n", "share": "0.5"}, {"lot": "bi-n", "share": "0.5"}],
            "headcount": 2,
            "wte_per_head": "0.5",
            "salary": "29200",
            "service_years": 30,
        },
        {"id": "east", "lots": [{"lot": "bi-e"}], "headcount": 5, "salary": "18250", "service_years": "20.99"},
        {
            "id": "desk",
            "lots": [{"lot": "pr-s"}],
            "headcount": 5,
            "salary": "20000",
            "service_years": 3,
            "continuous_weeks": 103,
        },
    ],
    "transfer_terms": {
        "private": {"transfer": 0, "buyer_share": "0.4"},
        "in_house": {"transfer": "0.5", "buyer_share": 1},
    },
    "liability_cap": "65000",
    "objective": {
        "mode": "money_valued",
        "liability_weight": "0.5",
        "disruption_value": "100",
        "quality_value": "2400",
        "disruption": "staff",
    },
}

GOOD = {
    "hr-n": "csu-hr-n",
    "hr-s": "own-hr-s",
    "hr-e": "csu-hr-e",
    "bi-n": "firm-bi-n",
    "bi-s": "firm-bi-s",
    "bi-e": "csu-bi-e",
    "it-n": "csu-it-n",
    "it-s": "sister-it-s",
    "pr-n": "joint-pr-n",
    "pr-s": "joint-pr-s",
}


def case_of(**changes: Any) -> Case:
    return read_case(json.dumps(DOCUMENT | changes))


CASE = case_of()


def evaluation_of(accepted: Mapping[str, str], case: Case = CASE) -> Evaluation:
    """An award of the case with figures added up from the literals, proven to a penny."""
    won = [(lot, *LOTS[lot], OFFER[bid]) for lot, bid in accepted.items()]
    provided: dict[tuple[str, str], list[str]] = {}
    for _, _, service, volume, _, offer in won:
        provided.setdefault((offer.bidder, service), []).append(volume)
    charges = sum((Decimal(SETUP.get(pair, "0.00")) for pair in provided), Decimal("0.00"))
    charges += sum(Decimal(OVERHEAD.get(bidder, "0.00")) for bidder in {offer.bidder for *_, offer in won})
    cost = sum((Decimal(offer.cost) for *_, offer in won), charges)
    liability = sum((Decimal(offer.liability) for *_, offer in won), Decimal("0.00"))
    disruption = sum((Decimal(offer.disruption) for *_, offer in won), Decimal(0))
    points = sum((weight * Decimal(offer.quality) for *_, weight, offer in won), Decimal(0))
    # £2,400 a point of Q is £100 for each unit of weight x quality, as the weights add up to 24.
    objective = (cost + liability / 2 + 100 * disruption - 100 * points).quantize(Decimal("0.01"))
    return Evaluation(
        status="optimal",
        name=case.name,
        certificate=Certificate(
            objective=objective,
            bound=objective,
            gap=0.0,
            gap_pounds=Decimal("0.00"),
            seconds=0.1,
            solver="by hand",
            method="by hand",
            levels=(Level(objective="money_valued", value=objective, best=objective, bound=objective, gap=0.0),),
            feasibility_tolerance=0.0,
            integrality_tolerance=0.0,
        ),
        totals=Totals(
            cost=cost,
            quality=round(points / 24, 6),
            liability=liability,
            disruption=disruption,
            charges=charges,
            discount=Decimal("0.00"),
            liability_buyers=sum((Decimal(offer.buyers) for *_, offer in won), Decimal("0.00")),
        ),
        awards=tuple(
            Accepted(
                lot=lot,
                buyer=buyer,
                service=service,
                bid=offer.id,
                bidder=offer.bidder,
                cost=Decimal(offer.cost),
                quality=Decimal(offer.quality),
                liability=Decimal(offer.liability),
            )
            for lot, buyer, service, _, _, offer in won
        ),
        providers=tuple(
            Provider(
                bidder=bidder, service=service, lots=len(volumes), volume=sum((Decimal(v) for v in volumes), Decimal(0))
            )
            for (bidder, service), volumes in provided.items()
        ),
        provenance=Provenance(case_sha256=case.sha256, version="0", options={}),
    )


def broken(evaluation: Evaluation, case: Case = CASE) -> set[str]:
    """The rules that the verifier finds broken; checks on the way that each finding says something."""
    verification = verify(case, evaluation)
    assert verification.valid == (not verification.findings)
    assert all(finding.message.endswith(".") and len(finding.message) > 20 for finding in verification.findings)
    return {finding.rule for finding in verification.findings}


def changed(evaluation: Evaluation, *path: str | int, to: Any) -> Evaluation:
    """The evaluation with one value of its JSON replaced, read back as from a file."""
    document = json.loads(evaluation.to_json())
    here = document
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = to
    return read_award(json.dumps(document))


def test_the_award_worked_out_by_hand_is_valid() -> None:
    verification = verify(CASE, evaluation_of(GOOD))
    assert verification.findings == ()
    assert verification.valid
    # Charges: set-up 500 + 700 + 900, overheads 1,800 + 3,600.09 + 180. Bids: 90,000 + 180,000 + 270,000 + 72,000 +
    # 144,000 + 216,000 + 36,000 + 90,000 + 18,000 + 54,000 = 1,170,000. Q: (75 + 2x60 + 3x74 + 2x64 + 4x70 + 6x70 +
    # 70 + 2x72 + 80 + 2x75) / 24 = 1,689 / 24. Liability: firm-bi-n. Disruption: the 5 WTE of pr-s.
    assert verification.totals == Totals(
        cost=Decimal("1177680.09"),
        quality=Decimal("70.375"),
        liability=Decimal("29232.00"),
        disruption=Decimal(5),
        charges=Decimal("7680.09"),
        discount=Decimal(0),
        liability_buyers=Decimal("11692.80"),
    )
    # 1,177,680.09 + 0.5 x 29,232 + 100 x 5 - 2,400 x 70.375
    assert verification.objectives == (Decimal("1023896.09"),)
    assert verification.objective == Decimal("1023896.09")


def test_every_limit_of_the_case_is_reported_in_order() -> None:
    rules = verify(CASE, evaluation_of(GOOD)).rules
    assert [(rule.rule, float(rule.value), rule.sense, float(rule.limit), rule.unit) for rule in rules] == [
        ("floor[csu, bi]", 300_000, "at least", 250_000, "people"),
        ("floor[firm, bi]", 300_000, "at least", 250_000, "people"),
        ("capacity[csu, hr]", 400_000, "at most", 400_000, "people"),
        ("capacity[csu, bi]", 300_000, "at most", 400_000, "people"),
        ("shared_capacity[csu, hr]", 400_000, "at most", 400_000, "people"),
        ("shared_capacity[csu, bi]", 300_000, "at most", 400_000, "people"),
        ("shared_capacity[firm, pr]", 150_000, "at most", 150_000, "people"),  # half of what the joint venture serves
        # hr-n 4 + hr-e 6 + bi-e 5 (its staff) + it-n 5 + half of pr-n 2 and pr-s 5 (its staff)
        ("capacity_wte[csu]", 23.5, "at most", 25, "WTE"),
        ("min_providers[it]", 2, "at least", 2, "providers"),
        ("max_providers[hr]", 2, "at most", 2, "providers"),
        ("viability[csu]", 400_000, "at least", 250_000, "people"),
        ("viability[joint]", 300_000, "at least", 200_000, "people"),
        ("budget[n, 2013-14]", 120_000, "at most", 135_000, "£"),
        ("budget[n, 2014-15]", 120_000, "at most", 180_000, "£"),
        ("liability_cap[s]", 0, "at most", 40_000, "£"),
        ("liability_cap", 11_692.80, "at most", 65_000, "£"),
        ("min_mean_quality[e]", 71.333333, "at least", 65, "points"),  # (3 x 74 + 6 x 70) / 9
        ("shape[bi]", 2, "at least", 2, "providers"),
        ("shape[it]", 1, "at most", 1, "groups"),
        ("shape[pr]", 1, "exactly", 1, "providers"),
        ("quality_standard[pr]", 76.666667, "at least", 70, "points"),  # (80 + 2 x 75) / 3
        ("quality_standard[csu, bi]", 70, "at least", 60, "points"),
        ("quality_standard[firm, bi]", 68, "at least", 60, "points"),  # (64 + 2 x 70) / 3
    ]
    assert all(rule.satisfied for rule in rules)
    assert rules[3].sentence == "Business intelligence: Northern CSU may serve at most 400,000 people."


def test_a_fallback_is_a_bid_like_any_other() -> None:
    # It is on no shortlist; it counts as a provider, so a third one of human resources is too many.
    accepted = GOOD | {"hr-n": "in-house:hr-n"}
    assert broken(evaluation_of(accepted)) == {"max_providers[hr]"}
    assert broken(evaluation_of(accepted | {"hr-s": "sister-hr-s", "hr-e": "sister-hr-e"})) == set()


def test_what_a_provider_serves_elsewhere_counts_and_the_floor_of_an_in_house_one_is_waived() -> None:
    # Of the floor of 250,000 people the sister CSU serves 100,000 here; South itself serves 200,000.
    assert broken(evaluation_of(GOOD | {"bi-n": "sister-bi-n", "bi-s": "own-bi-s"})) == set()


def test_an_in_house_bidder_must_be_viable_once_it_bids_for_others() -> None:
    scores = {"fit": 1, "safe": 99}
    outside = {"id": "own-pr-n", "bidder": "own-s", "lots": ["pr-n"], "price": 1, "scores": scores}
    case = case_of(bids=[*DOCUMENT["bids"], outside])
    assert broken(evaluation_of(GOOD, case), case) == {"viability[own-s]"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"bi-s": "own-bi-s"}, "floor[firm, bi]"),
        ({"hr-n": "sister-hr-n", "hr-s": "sister-hr-s", "hr-e": "sister-hr-e"}, "capacity[sister, hr]"),
        ({"hr-s": "joint-hr-s"}, "shared_capacity[csu, hr]"),
        ({"pr-n": "csu-pr-n", "pr-s": "csu-pr-s"}, "capacity_wte[csu]"),
        ({"it-n": "sister-it-n"}, "min_providers[it]"),
        ({"hr-n": "sister-hr-n"}, "max_providers[hr]"),
        ({"hr-s": "sister-hr-s", "hr-e": "sister-hr-e"}, "viability[csu]"),
        ({"bi-n": "csu-bi-n", "bi-s": "own-bi-s"}, "budget[n, 2013-14]"),
        ({"hr-s": "firm-hr-s"}, "liability_cap[s]"),
        ({"bi-s": "own-bi-s", "bi-e": "firm-bi-e"}, "liability_cap"),
        ({"hr-e": "csu-hr-e-basic"}, "min_mean_quality[e]"),
        ({"bi-n": "sister-bi-n", "bi-s": "sister-bi-s", "bi-e": "sister-bi-e"}, "shape[bi]"),
        ({"it-n": "firm-it-n"}, "shape[it]"),
        ({"it-n": "firm-it-n", "it-s": "own-it-s"}, "shape[it]"),  # two without a group are two groups
        ({"pr-n": "csu-pr-n"}, "shape[pr]"),
        ({"pr-s": "joint-pr-s-basic"}, "quality_standard[pr]"),
        ({"bi-s": "firm-bi-s-basic"}, "quality_standard[firm, bi]"),
        ({"hr-n": "csu-hr-n-unsafe"}, "minimum[safe]"),
        ({"hr-n": "csu-hr-n-basic"}, "min_quality[hr-n]"),
        ({"bi-e": "joint-bi-e"}, "veto[e, joint]"),
        ({"bi-n": "charity-bi-n", "bi-s": "own-bi-s"}, "shortlist[n]"),
    ],
)
def test_an_award_that_breaks_one_rule_is_caught_by_that_rule(change: dict[str, str], rule: str) -> None:
    assert broken(evaluation_of(GOOD | change)) == {rule}


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        (("totals", "cost"), "1177680.10", {"totals.cost", "totals"}),
        (("totals", "charges"), "7680.08", {"totals.charges", "totals"}),
        (("totals", "discount"), "0.01", {"totals.discount", "totals"}),
        (("totals", "quality"), 70.375001, {"totals.quality"}),
        (("totals", "liability"), "29232.01", {"totals.liability"}),
        (("totals", "liability_buyers"), "11692.79", {"totals.liability_buyers"}),
        (("totals", "disruption"), 4.999, {"totals.disruption"}),
        (("totals",), None, {"totals"}),
        (("awards", 3, "cost"), "72000.01", {"awards[3].cost", "totals"}),
        (("awards", 3, "quality"), 64.001, {"awards[3].quality"}),
        (("awards", 3, "liability"), "29231.99", {"awards[3].liability"}),
        (("awards", 3, "bidder"), "csu", {"awards[3].bidder"}),
        (("awards", 3, "buyer"), "s", {"awards[3].buyer"}),
        (("awards", 3, "service"), "hr", {"awards[3].service"}),
        (("awards", 3, "bid"), "no-such-bid", {"awards[3].bid"}),
        (("awards", 3, "bid"), "firm-bi-s", {"awards[3].bid"}),
        (("awards", 3, "lot"), "bi-s", {"awards[3].bid", "cover[bi-n]", "cover[bi-s]"}),
        (("awards", 3, "lot"), "no-such-lot", {"awards[3].lot", "awards[3].bid", "cover[bi-n]"}),
        (("awards",), [], {f"cover[{lot}]" for lot in LOTS}),
        (("providers", 0, "lots"), 1, {"providers"}),
        (("providers", 0, "volume"), 400_001, {"providers"}),
        (("providers", 0, "bidder"), "charity", {"providers"}),
        (("providers",), [], {"providers"}),
        (("provenance", "case_sha256"), "0" * 64, {"provenance"}),
        (("certificate", "objective"), "1023896.10", {"certificate.objective"}),
        (("certificate", "objective"), None, {"certificate.objective"}),
        (("certificate", "bound"), "1023896.10", {f"certificate.{name}" for name in ("bound", "gap", "gap_pounds")}),
        (("certificate", "bound"), "1000000.00", {"certificate.gap", "certificate.gap_pounds"}),
        (("certificate", "bound"), None, {"certificate.gap", "certificate.gap_pounds"}),
        (("certificate", "bound"), "-1E+999999999", {"certificate.gap", "certificate.gap_pounds"}),
        (("certificate", "gap"), None, {"certificate.gap"}),
        (("certificate", "gap"), 0.01, {"certificate.gap"}),
        (("certificate", "gap_pounds"), "0.01", {"certificate.gap_pounds"}),
        (("certificate", "levels", 0, "value"), "1023896.08", {"certificate.levels[0].value"}),
        (
            ("certificate", "levels", 0, "best"),
            "1023896.08",
            {f"certificate.levels[0].{name}" for name in ("best", "bound", "gap")},
        ),
        (("certificate", "levels", 0, "objective"), "cost", {"certificate.levels"}),
        (("certificate", "levels"), [], {"certificate.levels"}),
    ],
)
def test_a_wrong_figure_is_caught_where_it_stands(path: tuple[str | int, ...], value: Any, rules: set[str]) -> None:
    assert broken(changed(evaluation_of(GOOD), *path, to=value)) == rules


def test_a_lot_awarded_twice_is_caught() -> None:
    good = evaluation_of(GOOD)
    assert broken(good.model_copy(update={"awards": (*good.awards, good.awards[4])})) == {"cover[bi-s]"}


def test_a_finding_says_what_was_found_and_what_was_expected() -> None:
    (finding,) = verify(CASE, changed(evaluation_of(GOOD), "awards", 3, "liability", to="29231.99")).findings
    assert finding.message == (
        'The liability of lot "bi-n", bid "firm-bi-n" is stated as £29,231.99;'
        " recomputed from the case it is £29,232.00."
    )
    (finding,) = verify(CASE, evaluation_of(GOOD | {"bi-s": "own-bi-s"})).findings
    assert finding.message == (
        "Business intelligence: Firm must serve at least 250,000 people to provide it. This award has 100,000 people."
    )


def test_the_gap_of_an_objective_that_can_come_near_nothing_is_taken_over_cost() -> None:
    # 1,023,896.09 - 1,000,000 = 23,896.09, over the cost of 1,177,680.09: 0.0202908...; over the objective: 0.0233384...
    certificate = {"bound": "1000000.00", "gap_pounds": "23896.09"}
    document = json.loads(evaluation_of(GOOD).to_json())
    document["certificate"] |= certificate | {"gap": 23896.09 / 1177680.09}
    assert broken(read_award(json.dumps(document))) == set()
    document["certificate"] |= certificate | {"gap": 23896.09 / 1023896.09}
    assert broken(read_award(json.dumps(document))) == {"certificate.gap"}


def with_rules() -> Evaluation:
    good = evaluation_of(GOOD)
    return read_award(good.model_copy(update={"rules": verify(CASE, good).rules}).to_json())


def test_the_rules_listed_survive_a_file() -> None:
    assert broken(with_rules()) == set()


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        ((16, "value"), 71.333334, {"rules[16].value"}),
        ((16, "limit"), 64, {"rules[16].limit"}),
        ((16, "sense"), "at most", {"rules[16].limit"}),
        ((16, "satisfied"), False, {"rules[16].satisfied"}),
        ((16, "rule"), "min_mean_quality[s]", {"rules", "rules[16]"}),
    ],
)
def test_a_rule_stated_wrongly_is_caught(path: tuple[str | int, ...], value: Any, rules: set[str]) -> None:
    assert broken(changed(with_rules(), "rules", *path, to=value)) == rules


def test_a_rule_left_out_is_caught() -> None:
    listed = with_rules()
    assert broken(listed.model_copy(update={"rules": listed.rules[1:]})) == {"rules"}


def money_of(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Where the JSON of an evaluation holds an amount of money, which is written as text."""
    if isinstance(value, dict):
        return [place for key, held in value.items() for place in money_of(held, (*path, key))]
    if isinstance(value, list):
        return [place for at, held in enumerate(value) for place in money_of(held, (*path, at))]
    return [path] if isinstance(value, str) and value.replace(".", "", 1).isdigit() and "." in value else []


GOOD_JSON = json.loads(evaluation_of(GOOD).to_json())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(money_of(GOOD_JSON)), st.sampled_from([Decimal("-0.01"), Decimal("0.01")]))
def test_any_money_figure_a_penny_off_is_caught(path: tuple[str | int, ...], penny: Decimal) -> None:
    value = GOOD_JSON
    for key in path:
        value = value[key]
    assert broken(changed(evaluation_of(GOOD), *path, to=str(Decimal(value) + penny)))


def test_the_money_figures_are_those_meant() -> None:
    # Cost and liability of ten rows, five totals, objective, bound and gap in pounds, the level's value, best and bound.
    assert len(money_of(GOOD_JSON)) == 2 * 10 + 5 + 3 + 3


LEVELS = [{"objective": "quality", "tolerance": "1.5"}, {"objective": "cost"}, {"objective": "disruption"}]
LEXICOGRAPHIC = case_of(objective={"mode": "lexicographic", "levels": LEVELS, "disruption": "lots"})


def lexicographic(**changes: Any) -> Evaluation:
    # pr-s and it-s change supplier: disruption is 2 lots. Quality gave up 1 point of the 71.375 found, within its 1.5.
    good = evaluation_of(GOOD, LEXICOGRAPHIC)
    quality, best, bound = Decimal("70.375"), Decimal("71.375"), Decimal(72)
    cost, below = Decimal("1177680.09"), Decimal("1177680.08")
    levels = (
        Level(objective="quality", value=quality, best=best, bound=bound, gap=0.625 / 71.375),
        Level(objective="cost", value=cost, best=cost, bound=below, gap=0.01 / 1177680.09),
        Level(objective="disruption", value=Decimal(2), best=Decimal(2), bound=Decimal(2), gap=0.0),
    )
    first = {"objective": quality, "bound": bound, "gap": 1.625 / 70.375, "gap_pounds": None, "levels": levels}
    certificate = good.certificate.model_copy(update=first | changes)
    assert good.totals is not None
    totals = good.totals.model_copy(update={"disruption": Decimal(2)})
    return good.model_copy(update={"certificate": certificate, "totals": totals})


def test_a_lexicographic_award_has_a_value_for_each_level() -> None:
    verification = verify(LEXICOGRAPHIC, lexicographic())
    assert verification.findings == ()
    assert verification.objectives == (Decimal("70.375"), Decimal("1177680.09"), Decimal(2))


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        # Quality is maximised: a bound below the award's own, or below the best found, bounds nothing.
        (("bound",), "69.375", {"certificate.bound", "certificate.gap"}),
        (("levels", 0, "bound"), "71", {"certificate.levels[0].bound", "certificate.levels[0].gap"}),
        (("gap_pounds",), "1.00", {"certificate.gap_pounds"}),
        # The award may fall behind the best by 1.5 points, by a penny, by no lot.
        (("levels", 0, "best"), "71.876", {"certificate.levels[0].best", "certificate.levels[0].gap"}),
        (("levels", 1, "best"), "1177680.07", {"certificate.levels[1].best", "certificate.levels[1].bound"}),
        (("levels", 2, "best"), "1", {f"certificate.levels[2].{field}" for field in ("best", "bound", "gap")}),
        (("levels", 2, "value"), "3", {"certificate.levels[2].value"}),
        (("levels", 1, "bound"), "1177680.10", {"certificate.levels[1].bound"}),
        (("levels", 1, "gap"), None, {"certificate.levels[1].gap"}),
        (("levels", 1, "objective"), "liability", {"certificate.levels"}),
    ],
)
def test_a_lexicographic_certificate_is_held_against_each_level(
    path: tuple[str | int, ...], value: Any, rules: set[str]
) -> None:
    assert broken(changed(lexicographic(), "certificate", *path, to=value), LEXICOGRAPHIC) == rules


def test_a_limit_may_cut_levels_off_and_a_proof_may_not() -> None:
    cut = lexicographic(levels=lexicographic().certificate.levels[:1])
    assert broken(cut, LEXICOGRAPHIC) == {"certificate.levels"}
    assert broken(cut.model_copy(update={"status": "feasible"}), LEXICOGRAPHIC) == set()


@pytest.mark.parametrize(
    ("bound", "gap", "rules"),
    [
        ("0.00", 0.0, set()),
        ("-0.01", None, set()),
        ("-0.02", None, {"certificate.gap", "certificate.levels[0].gap"}),
        ("-0.02", 0.0, {"certificate.gap", "certificate.levels[0].gap"}),
    ],
)
def test_no_fraction_is_taken_of_an_objective_of_nothing(bound: str, gap: float | None, rules: set[str]) -> None:
    case = case_of(objective={"mode": "lexicographic", "levels": [{"objective": "liability"}], "disruption": "staff"})
    good = evaluation_of(GOOD | {"bi-n": "sister-bi-n", "bi-s": "own-bi-s"}, case)
    proof = {"bound": Decimal(bound), "gap": gap}
    level = Level(objective="liability", value=Decimal("0.00"), best=Decimal("0.00"), **proof)
    first = proof | {"objective": Decimal("0.00"), "gap_pounds": None, "levels": (level,)}
    assert broken(good.model_copy(update={"certificate": good.certificate.model_copy(update=first)}), case) == rules


def test_an_award_stopped_by_a_limit_needs_no_bound() -> None:
    document = json.loads(evaluation_of(GOOD).to_json())
    document["certificate"] |= {"bound": None, "gap": None, "gap_pounds": None, "levels": [], "limit": "time"}
    assert broken(read_award(json.dumps(document | {"status": "feasible"}))) == set()
    assert broken(read_award(json.dumps(document))) == {"certificate.gap", "certificate.levels"}


@pytest.mark.parametrize("status", ["infeasible", "unknown"])
def test_an_outcome_without_an_award_has_none(status: str) -> None:
    good = evaluation_of(GOOD)
    certificate = good.certificate.model_copy(update={"objective": None})
    empty = good.model_copy(
        update={"status": status, "certificate": certificate, "awards": (), "providers": (), "totals": None}
    )
    verification = verify(CASE, empty)
    assert verification.valid
    assert (verification.totals, verification.objective, verification.rules) == (None, None, ())
    assert broken(good.model_copy(update={"status": status})) == {
        "awards",
        "providers",
        "totals",
        "certificate.objective",
    }


def small(**changes: Any) -> Case:
    """One buyer of 3 people, one service, one bid of 3p a year over two years at 20 %."""
    return Case(
        **{
            "format": 1,
            "name": "Small",
            "date": "2014-04-01",
            "horizon": {"start": "2014-04-01", "years": 2, "discount_rate": "0.2"},
            "buyers": [{"id": "b", "name": "B", "population": 3}],
            "services": [{"id": "f", "name": "F"}, {"id": "g", "name": "G"}],
            "bidders": [{"id": "j", "name": "J", "kind": "private", "viability_floor": 0, "overhead": "0.03"}],
            "bids": [
                {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": "0.03"},
                {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": "0.005"},
            ],
        }
        | changes
    )


def accepted(case: Case, bids: tuple[Bid, ...]) -> Evaluation:
    """Who won what, with no figure right."""
    return evaluation_of({}, case).model_copy(
        update={
            "awards": tuple(
                Accepted(
                    lot=bid.lots[0],
                    buyer="b",
                    service=bid.lots[0][-1],
                    bid=bid.id,
                    bidder=bid.bidder,
                    cost=Decimal(0),
                    quality=Decimal(0),
                    liability=Decimal(0),
                )
                for bid in bids
            )
        }
    )


def test_exactly_half_a_penny_is_rounded_up_though_no_decimal_holds_it() -> None:
    # A = 1 + 1/1.2 = 11/6: 3p x 11/6 is exactly 5.5p, so 6p, for the bid and for the overhead. 0.5p is listed as 1p,
    # and 1p x 11/6 = 1.8p, so 2p.
    case = small()
    totals = verify(case, accepted(case, case.bids)).totals
    assert totals is not None
    assert (totals.cost, totals.charges) == (Decimal("0.14"), Decimal("0.06"))


@pytest.mark.parametrize("precision", [3, 28])
def test_the_callers_decimal_context_changes_nothing(precision: int) -> None:
    evaluation = with_rules()
    with localcontext(prec=precision, rounding=ROUND_DOWN):
        assert verify(CASE, evaluation).findings == ()


def test_the_value_of_each_bid_is_rounded_by_itself() -> None:
    # Two bids with half the weight and quality 1 each, at £0.01 a point: each -0.5p, rounded away from zero to -1p.
    case = small(
        criteria=[{"id": "c", "name": "C"}],
        objective=MoneyValued(quality_value=Decimal("0.01")),
        horizon=Horizon(start="2014-04-01", years=1),
        bids=[
            {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": "0.05", "scores": {"c": 1}},
            {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": "0.05", "scores": {"c": 1}},
        ],
    )
    # 5p + 5p + overhead 3p - 1p - 1p
    assert verify(case, accepted(case, case.bids)).objective == Decimal("0.11")


@pytest.mark.parametrize(
    ("date", "salary", "years", "weeks", "part", "liability"),
    [
        ("2015-03-31", "18250", "5", None, "1", "7612.50"),  # 18,250 x 7/365 = 350 a week x 4.35 x 5
        ("2015-04-01", "18250", "5", None, "1", "9593.84"),  # at least 23,000: 441.0959 x 4.35 x 5 = 9,593.8356
        ("2015-03-31", "91250", "25.9", None, "0.8", "146160.00"),  # 1,750 a week x 4.35 x 24 x 0.8
        ("2015-04-01", "91250", "25.9", None, "0.8", "128140.27"),  # at most 80,000: 1,534.2466 x 4.35 x 24 x 0.8
        ("2015-04-01", "36500", "1.99", None, "1", "0.00"),  # under two years
        ("2015-04-01", "36500", "1.99", 104, "1", "3045.00"),  # 104 weeks qualify; one complete year counts
        ("2015-04-01", "36500", "5", 103, "1", "0.00"),
    ],
)
def test_redundancy_payments(date: str, salary: str, years: str, weeks: int | None, part: str, liability: str) -> None:
    group = {
        "id": "s",
        "lots": [{"lot": "b:f"}],
        "headcount": 1,
        "wte_per_head": part,
        "salary": salary,
        "service_years": years,
        "continuous_weeks": weeks,
    }
    case = small(date=date, staff_groups=[group])
    totals = verify(case, accepted(case, case.bids)).totals
    assert totals is not None
    assert totals.liability == Decimal(liability)
