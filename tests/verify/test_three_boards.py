"""The verifier on a case worked out by hand."""

from decimal import Decimal

from models import Totals
from selector.verify import verify
from tests.verify.three_boards.case import CASE, GOOD, evaluation_of


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
