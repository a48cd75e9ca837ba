"""The verifier on a case worked out by hand with time, money and people."""

from decimal import Decimal

from models import Totals
from selector.verify import verify
from tests.verify.shire.case import CASE, evaluation_of


def test_the_award_worked_out_by_hand_is_valid() -> None:
    evaluation = evaluation_of()
    verification = verify(CASE, evaluation)
    assert verification.findings == ()
    # Saved: 30,450 + 7,612.50 + 0.55 x 4,567.50 = 40,574.625, half a penny up; of 56,332.50.
    assert verification.totals == Totals(
        cost=Decimal("90075.00"),
        quality=Decimal(0),
        liability=Decimal("15757.87"),
        disruption=Decimal(2),
        charges=Decimal("680.00"),
        discount=Decimal("4890.00"),
        liability_buyers=Decimal("9135.00"),
        redeployed=Decimal("40574.63"),
    )
    # 118,241.25 - 0.5 x 40,574.625, which is 20,287.3125: half of the saving to a penny would be a penny more.
    assert verification.objective == Decimal("97953.94")
    assert evaluation.staff is not None
    assert (evaluation.staff.redundant, evaluation.staff.talent_retained) == (Decimal("2.45"), Decimal("0.834483"))


def test_every_limit_of_the_case_is_reported_in_order() -> None:
    rules = verify(CASE, evaluation_of()).rules
    assert [(rule.rule, float(rule.value), rule.sense, float(rule.limit), rule.unit) for rule in rules] == [
        ("mobilised_lots[unit, 2013-07-01]", 2, "at most", 2, "lots"),
        ("mobilised_wte[unit, 2013-07-01]", 6, "at most", 6, "WTE"),
        ("budget[x, 2013-14]", 25_625, "at most", 25_625, "£"),
        ("budget[x, 2014-15]", 23_975, "at most", 23_975, "£"),
    ]
    assert [rule.sentence for rule in rules[:2]] == [
        "Unit can have taken over at most 2 lots by 2013-07-01.",
        "Unit can have taken over at most 6 WTE by 2013-07-01.",
    ]
