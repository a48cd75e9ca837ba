"""The verifier on a case worked out by hand with packages, partnerships, discounts, outposts and buying together."""

from decimal import Decimal

from models import Totals
from selector.verify import verify
from tests.verify.towns.case import CASE, GOOD, evaluation_of


def test_the_award_worked_out_by_hand_is_valid() -> None:
    verification = verify(CASE, evaluation_of(GOOD))
    assert verification.findings == ()
    # Bids: 180,000.02 + 144,000 + 162,000 + 36,000 + 108,000 + 126,000 + 9,000 + 1,800 + 14,400 = 781,200.02. Charges:
    # set-up 500 + 400, overhead 1,800, outpost 3,600. Discounts: 9,000 + 8,100. Q: (70 + 2x70 + 3x80 + 4x60 + 75 + 3x75
    # + 4x65 + 70 + 3x72 + 4x66 + 10x72) / 36 = 2,520 / 36. Liability and disruption: alliance-hr-c.
    assert verification.totals == Totals(
        cost=Decimal("770400.02"),
        quality=Decimal(70),
        liability=Decimal("21315.00"),
        disruption=Decimal(1),
        charges=Decimal("6300.00"),
        discount=Decimal("17100.00"),
        liability_buyers=Decimal("16747.50"),
    )
    # 770,400.02 + 21,315 - 360 x 70
    assert verification.objective == Decimal("766515.02")


def test_every_limit_of_the_case_is_reported_in_order() -> None:
    rules = verify(CASE, evaluation_of(GOOD)).rules
    assert [(rule.rule, float(rule.value), rule.sense, float(rule.limit), rule.unit) for rule in rules] == [
        ("exclusive[firm, either]", 1, "at most", 1, "bids"),
        # bi-a 1 + bi-c 1 + it-c 2 + pr-n 0.5 + outpost in the West 2 + a quarter of hr-c 1 and it-a 2
        ("capacity_wte[csu]", 7.25, "at most", 8, "WTE"),
        # Derwent itself, with two lots, is bound by no cap.
        ("max_lots[csu]", 4, "at most", 4, "lots"),
        ("max_lots[firm]", 3, "at most", 4, "lots"),
        ("max_lots[alliance]", 2, "at most", 4, "lots"),
        ("max_lots[firm, hr]", 2, "at most", 2, "lots"),
        ("max_lots[alliance, hr]", 1, "at most", 2, "lots"),
        # The CSU's only local lot is that of the national board, so it need not stand.
        ("viability[firm]", 300_000, "at least", 300_000, "people"),
        ("viability[alliance]", 300_000, "at least", 300_000, "people"),
        # Of the other services only one lot is bought in the West.
        ("joint[west, hr]", 1, "exactly", 1, "suppliers"),
        ("contiguity[csu, bi]", 1, "exactly", 1, "pieces"),
        ("contiguity[firm, bi]", 1, "exactly", 1, "pieces"),
        ("budget[b, 2013-14]", 66_666.67, "at most", 66_666.67, "£"),
    ]
    assert all(rule.satisfied for rule in rules)
    assert [rule.sentence for rule in rules if rule.rule.startswith(("exclusive", "joint", "contiguity", "max"))] == [
        'Of the bids of Firm in its group "either" at most one may be accepted.',
        "CSU may win at most 4 lots.",
        "Firm may win at most 4 lots.",
        "Alliance may win at most 4 lots.",
        "Human resources: Firm may win at most 2 lots.",
        "Human resources: Alliance may win at most 2 lots.",
        "Human resources: the buyers of The West take one supplier together.",
        "Business intelligence: the areas that CSU serves must hang together.",
        "Business intelligence: the areas that Firm serves must hang together.",
    ]
