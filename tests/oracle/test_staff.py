"""Staff: who works where, who is needed, who is left behind when a hosting ends; worked out here by hand."""

from fractions import Fraction
from typing import Any

from tests.oracle.by_hand import bid, bidder, buyer, case
from tests.oracle.enumerate import award_of
from tests.oracle.exact import exact
from tests.oracle.reading import read
from tests.oracle.reports import Account, StaffOutcome, accounts, staff_outcome
from tests.oracle.worth import Offer, worths

# At £36,500 a week's pay is £700, a month's £3,045.
_PAY = 36_500


def _case(**tables: Any) -> dict[str, Any]:
    """N's lot n of the incumbent ``old``, ten heads with four years of service, for which a CSU bids too."""
    usual: dict[str, Any] = {
        "horizon": {"start": "2013-04-01", "years": 3, "discount_rate": 0},
        "buyers": [buyer("N", 180_000)],
        "lots": [{"id": "n", "buyer": "N", "service": "it", "incumbent": "old"}],
        "bidders": [bidder("csu", "nhs_csu"), bidder("old", "nhs_csu")],
        "bids": [bid("c", "csu", "n"), bid("o", "old", "n")],
        "staff_groups": [{"id": "g", "lots": [{"lot": "n"}], "headcount": 10, "salary": _PAY, "service_years": 4}],
        "transfer_terms": {
            "nhs_csu": {"transfer": "0.9", "buyer_share": "0.5"},
            "private": {"transfer": 0, "buyer_share": 1},
        },
    }
    return case(**usual | tables)


def _offer(document: dict[str, Any], name: str) -> Offer:
    (offer,) = worths(read(document))[name].offers
    return offer


def _owed(document: dict[str, Any], name: str) -> tuple[int, int]:
    return _offer(document, name).liability, _offer(document, name).buyers_liability


def test_a_group_shrinks_by_what_works_for_each_lot_of_its_employer() -> None:
    # 12 heads over N (180,000) and S (120,000), both of old: 7.2 and 4.8; not over W, which is of no one.
    document = case(
        buyers=[buyer("N", 180_000), buyer("S", 120_000), buyer("W", 100_000)],
        lots=[
            {"id": "n", "buyer": "N", "service": "it", "incumbent": "old"},
            {"id": "s", "buyer": "S", "service": "it", "incumbent": "old"},
            {"id": "w", "buyer": "W", "service": "it"},
        ],
        bidders=[bidder("old"), bidder("x")],
        bids=[bid("a", "x", "n"), bid("b", "old", "s"), bid("c", "old", "w")],
        staff_groups=[{"id": "g", "employer": "old", "headcount": 12, "salary": _PAY, "service_years": 2}],
    )
    lots = read(document).lots
    assert [lots[name].staff_wte for name in ("n", "s", "w")] == [exact("7.2"), exact("4.8"), 0]
    # n leaves: 7.2 x 2 x £3,045.
    assert _owed(document, "a") == (4_384_800, 4_384_800)
    assert _owed(document, "b") == (0, 0)
    # By volume where all are counted in one unit, by people where they are not.
    document["lots"][0]["volume"] = 40_000
    assert read(document).lots["n"].staff_wte == 3
    document["services"].append({"id": "hr", "name": "HR", "unit": "payslips"})
    document["lots"][1] |= {"service": "hr", "volume": 1}
    assert read(document).lots["n"].staff_wte == exact("7.2")


def test_who_is_not_needed_is_displaced_whoever_wins() -> None:
    # 8 of 10 WTE are needed. The incumbent displaces 0.2: 2 x 4 x £3,045 = £24,360, half of it the buyer's. The CSU
    # takes on 0.9 of the 8: 0.28 displaced, £34,104.
    document = _case()
    document["lots"][0]["required_wte"] = 8
    assert _owed(document, "o") == (2_436_000, 1_218_000)
    assert _owed(document, "c") == (3_410_400, 1_705_200)
    # Of more than there are, all are needed.
    document["lots"][0]["required_wte"] = 11
    assert (_owed(document, "o"), _owed(document, "c")) == ((0, 0), (1_218_000, 609_000))
    document["lots"][0]["required_wte"] = 0
    assert _owed(document, "o") == _owed(document, "c") == (12_180_000, 6_090_000)


def test_who_is_left_behind_when_a_hosting_ends_has_served_longer() -> None:
    # The CSU is on its own from 1 October 2014 and takes 0.8 with it: of the 9 it took on 1.8 are left, with 4 + 1
    # whole years: 1.8 x 5 x £3,045 = £27,405, all of it the buyer's; and 1 x 4 x £3,045 = £12,180, half of it.
    document = _case()
    document["bidders"][0]["hosting"] = {"until": "2014-10-01", "becomes": "private", "transfer": "0.8"}
    assert _owed(document, "c") == (3_958_500, 3_349_500)
    # Of the incumbent's 10, two: £30,450.
    document["bidders"][1]["hosting"] = {"until": "2014-10-01", "becomes": "private", "transfer": "0.8"}
    assert _owed(document, "o") == (3_045_000, 3_045_000)
    # Not where the bid ends by then, or starts only later, or is extended beyond where that is not counted upon.
    plain = (1_218_000, 609_000)
    document["bids"][0] |= {"term_years": "1.5", "extension_years": 1}
    assert _owed(document, "c") == plain
    document["horizon"]["extended"] = True
    assert _owed(document, "c") == (3_958_500, 3_349_500)
    document["lots"][0]["present_cost"] = 0
    document["bids"][0]["start"] = "2014-10-01"
    assert _owed(document, "c") == (3_958_500, 3_349_500)
    document["bids"][0]["start"] = "2014-11-01"
    assert _owed(document, "c") == plain


def test_pay_and_service_are_those_of_the_day() -> None:
    # At £18,250 a month is £1,522.50; from April 2015 at least £23,000: 4.35 x 23,000 x 7/365 = £1,918.767. One year
    # and 60 weeks give nothing now; on 1 May 2015 two more years, and 60 + 108 weeks: 3 x £1,918.767 = £5,756.30.
    document = _case()
    document["staff_groups"][0] |= {
        "salary": 18_250,
        "service_years": "1.5",
        "continuous_weeks": 60,
        "headcount": 1,
    }
    document["bidders"][0]["hosting"] = {"until": "2015-05-01", "becomes": "private", "transfer": 0}
    assert _owed(document, "c") == (518_067, 518_067)
    # As of 1 June 2013 a year less, and 99 weeks: 60 + 99 are enough, but 4 + 99 are not.
    document["date"] = "2013-06-01"
    assert _owed(document, "c") == (345_378, 345_378)
    document["staff_groups"][0]["continuous_weeks"] = 4
    assert _owed(document, "c") == (0, 0)
    # Were the staff counted as of a later day, nobody would have served less for it.
    document["date"] = "2016-01-01"
    document["staff_groups"][0] |= {"service_years": 2, "continuous_weeks": None}
    # 2 x £1,918.767 = £3,837.53, of 0.1 now (half the buyer's) and of 0.9 then: £383.753 + £3,453.777.
    assert _owed(document, "c") == (383_753, 364_565)


def test_a_hosted_partner_leaves_its_part_behind() -> None:
    # The CSU's 0.6 are needed and come at 0.9: 0.54; half of that is left behind: 0.27 x 10 x 5 x £3,045. Now 0.06 of
    # it and all of the firm's 0.4 are displaced: 0.46 x 10 x 4 x £3,045 = £56,028 and £41,107.50.
    partners = [{"bidder": "csu", "share": "0.6"}, {"bidder": "firm", "share": "0.4"}]
    document = _case(
        bidders=[
            bidder("csu", "nhs_csu", hosting={"until": "2014-10-01", "becomes": "voluntary", "transfer": "0.5"}),
            bidder("firm"),
            bidder("duo", "partnership", partners=partners),
            bidder("old"),
        ],
        bids=[bid("d", "duo", "n")],
    )
    assert _owed(document, "d") == (5_602_800 + 4_110_750, 4_872_000 + 365_400 + 4_110_750)


def test_pensions_of_those_who_come() -> None:
    # 10 x £36,500 x 0.9 x 0.14 = £45,990 a year for the CSU, from its start on; nothing for the incumbent. Of 8 needed:
    # £36,792.
    document = _case()
    document["transfer_terms"]["nhs_csu"]["pension"] = "0.14"
    assert _offer(document, "c").amounts == (4_609_000,) * 3
    assert _offer(document, "o").amounts == (10_000,) * 3
    document["lots"][0] |= {"required_wte": 8, "present_cost": 0}
    document["bids"][0]["start"] = "2014-10-01"
    assert _offer(document, "c").amounts == (0, 1_839_600 + 5_000, 3_689_200)
    assert _offer(document, "c").price_value == 15_000


def test_what_an_award_says_of_staff_and_buyers() -> None:
    # Of n's 10, half-timers all, 5 WTE: the CSU takes on 0.9 x 0.8 = 0.72, of which 0.2 are left behind, 0.144; 0.28
    # are displaced: 1.4 WTE, of which 0.5 move. On s old keeps 0.75 of its four, and a quarter is displaced.
    document = _case(
        buyers=[buyer("N", 180_000), buyer("S", 120_000)],
        lots=[
            {"id": "n", "buyer": "N", "service": "it", "incumbent": "old", "required_wte": 4},
            {"id": "s", "buyer": "S", "service": "it", "incumbent": "old", "required_wte": 3},
        ],
        bids=[bid("c", "csu", "n"), bid("o", "old", "s", 70)],
    )
    document["bidders"][0]["hosting"] = {"until": "2014-10-01", "becomes": "private", "transfer": "0.8"}
    document["staff_groups"] = [
        {"id": "g", "lots": [{"lot": "n"}], "headcount": 10, "wte_per_head": "0.5", "salary": _PAY, "service_years": 4},
        {"id": "h", "lots": [{"lot": "s"}], "headcount": 4, "salary": _PAY, "service_years": 6},
    ]
    facts = read(document)
    award = award_of(facts, {"n": "c", "s": "o"})
    # Transferred: 0.576 x 5 = 2.88; 9 = 3 + 2.88 + 0.5 + (0.9 + 1) + 0.72. Years of service: 4 x 10 + 6 x 4 = 64; kept
    # 5 - 0.9 - 0.72 = 3.38 WTE, 6.76 heads, of g, and 3 of h: 4 x 6.76 + 6 x 3 = 45.04; 45.04 / 64 = 0.70375.
    moved = {("g", "v"): 500_000}
    assert staff_outcome(facts, award, moved) == StaffOutcome(
        total=Fraction(9),
        staying=Fraction(3),
        transferred=exact("2.88"),
        redeployed=exact("0.5"),
        redundant=exact("1.9"),
        redundant_later=exact("0.72"),
        talent_retained=exact("0.70375"),
    )
    years = ("2013-14", "2014-15", "2015-16")
    # n: 1.4 WTE, 2.8 heads at half of £12,180, half the buyer's: £8,526; 1.44 heads left behind at £7,612.50: £10,962.
    assert accounts(facts, award) == [
        Account("N", dict.fromkeys(years, 10_000), 852_600 + 1_096_200),
        # s: one head with six years, £18,270, half of it.
        Account("S", dict.fromkeys(years, 7_000), 913_500),
    ]
    del document["staff_groups"]
    facts = read(document)
    assert staff_outcome(facts, award_of(facts, {"n": "c", "s": "o"}), {}) is None


def test_a_partnership_that_provides_a_lot_today_keeps_all_its_staff() -> None:
    # It is one part, whoever of the partners does the work: the end of the CSU's hosting is not its own.
    partners = [{"bidder": "csu", "share": "0.6"}]
    document = _case(
        bidders=[bidder("csu", "nhs_csu"), bidder("old", "partnership", partners=partners)],
        bids=[bid("c", "csu", "n"), bid("o", "old", "n")],
    )
    document["transfer_terms"]["nhs_csu"]["pension"] = "0.14"
    document["bidders"][0]["hosting"] = {"until": "2014-10-01", "becomes": "private", "transfer": "0.5"}
    assert (_owed(document, "o"), _offer(document, "o").amounts) == ((0, 0), (10_000,) * 3)
    assert _offer(document, "o").displacement.staying == 1
    # Half of ten with five years.
    document["bidders"][1]["hosting"] = document["bidders"][0].pop("hosting")
    assert _owed(document, "o") == (7_612_500, 7_612_500)
    assert _offer(document, "o").displacement.staying == exact("0.5")
