"""Repairs after failures in cases small enough to work the answer out by hand."""

from decimal import Decimal
from typing import Any

import pytest

from models import AwardInvalid, Case, Failure, Options, UnknownName
from selector import evaluate, resilience
from tests.references.tender import offer, supplier, tender

PEOPLE = {"north": 200_000, "south": 100_000}
_BIDS = [
    offer("firm/n", 80, "north:it"),
    offer("firm/s", 90, "south:it"),
    offer("csu/n", 100, "north:it"),
    offer("csu/s", 100, "south:it"),
]


def _of(found: Any, *bidders: str) -> Failure:
    failures = {each.bidders: each for each in found.failures}
    failure: Failure = failures[bidders]
    return failure


def _one(case: Case, *bidders: str, **more: Any) -> Failure:
    return _of(resilience(case, bidders=bidders, isolated=False, **more), *bidders)


def test_the_lots_of_a_winner_go_to_the_next() -> None:
    failure = _one(tender(PEOPLE, ["it"], _BIDS), "firm")

    assert (failure.outcome, failure.status) == ("kept", "optimal")
    assert failure.lots == ("north:it", "south:it")
    assert failure.people == 300_000
    assert [(each.lot, each.from_bid, each.to_bid) for each in failure.handovers] == [
        ("north:it", "firm/n", "csu/n"),
        ("south:it", "firm/s", "csu/s"),
    ]
    assert [(each.at_least, each.at_most) for each in failure.levels] == [(Decimal(30), Decimal(30))]
    assert failure.totals is not None
    assert failure.totals.cost == 30
    assert failure.anew is not None
    assert failure.anew.levels == failure.levels
    assert failure.sentence == (
        "It has won 2 lots for 300,000 people. Its lots go to Csu (2). Every rule is kept."
        " It is £30.00 worse (money-valued)."
    )


def test_others_keep_what_they_have_won_unless_they_are_freed() -> None:
    """The unit would take both for 150; it has the south for 90 already."""
    case = tender(
        PEOPLE,
        ["it"],
        [
            offer("firm/n", 50, "north:it"),
            offer("third/s", 90, "south:it"),
            offer("csu/n", 120, "north:it"),
            offer("csu/both", 150, "north:it", "south:it"),
        ],
    )
    kept, freed = _one(case, "firm"), _one(case, "firm", freed=("third",))

    assert [each.at_most for each in kept.levels] == [Decimal(70)]
    assert kept.anew is not None
    assert kept.anew.saves is not None
    assert (kept.anew.saves.at_least, kept.anew.saves.at_most) == (Decimal(60), Decimal(60))
    assert kept.sentence.endswith("Made anew, the award would be better than this repair by £60.00.")
    assert [each.at_most for each in freed.levels] == [Decimal(10)]
    assert [(each.lot, each.to_bid) for each in freed.others] == [("south:it", "csu/both")]
    assert _one(case, "firm", free_all=True).levels == freed.levels


def test_a_package_falls_as_a_whole() -> None:
    case = tender(PEOPLE, ["it"], [offer("firm/both", 100, "north:it", "south:it"), *_BIDS[2:]])
    failure = _one(case, "firm")

    assert failure.lots == ("north:it", "south:it")
    assert [each.to_bid for each in failure.handovers] == ["csu/n", "csu/s"]


def test_a_lot_that_nobody_else_bids_for_stays_open() -> None:
    found = resilience(tender(PEOPLE, ["it"], _BIDS[:3]), isolated=False)
    failure = _of(found, "firm")

    assert (failure.outcome, failure.status) == ("uncovered", "optimal")
    assert (failure.uncovered, failure.people_uncovered) == (("south:it",), 100_000)
    assert failure.no_other_bid == ("south:it",)
    assert [each.lot for each in failure.handovers] == ["north:it"]
    assert (found.irreplaceable, found.by_people, found.harmless) == (("south:it",), ("firm",), ())
    assert failure.anew is not None
    assert failure.anew.status == "infeasible"
    assert "1 lot stays without a supplier, as no bid is left that fits: IT for South." in failure.sentence


def test_nobody_is_left() -> None:
    failure = _one(tender(PEOPLE, ["it"], _BIDS[:2]), "firm")

    assert failure.uncovered == ("north:it", "south:it")
    assert failure.people_uncovered == 300_000
    assert failure.handovers == ()


def test_of_lots_that_can_not_all_be_covered_the_one_of_fewer_people_stays_open() -> None:
    """The unit may win one of its two bids; that for the south would be the cheaper by far."""
    bids = [
        *_BIDS[:2],
        offer("csu/n", 1_000, "north:it", exclusive_group="one"),
        offer("csu/s", 95, "south:it", exclusive_group="one"),
    ]
    failure = _one(tender(PEOPLE, ["it"], bids), "firm")

    assert failure.uncovered == ("south:it",)
    assert failure.no_other_bid == ()


def test_an_optional_lot_falls_back_on_its_buyer() -> None:
    case = tender({"north": 200_000}, ["it"], [offer("firm/n", 80, "north:it")], in_house={"north:it": 95})
    failure = _one(case, "firm")

    assert failure.outcome == "kept"
    assert [each.to_bid for each in failure.handovers] == ["in-house:north:it"]
    assert [each.at_most for each in failure.levels] == [Decimal(15)]


def test_a_limit_is_broken_as_little_as_can_be_and_not_as_cheaply() -> None:
    """The unit, with both lots, has 300,000 people of 160,000; with the south alone it has room, and the cheap one 200,000
    of 100,000.
    """
    case = tender(
        PEOPLE,
        ["it"],
        [
            offer("firm/n", 80, "north:it"),
            offer("csu/n", 300, "north:it"),
            offer("cheap/n", 81, "north:it"),
            *_BIDS[1::2],
        ],
        bidders=[supplier("csu", capacity={"it": 160_000}), supplier("cheap", capacity={"it": 100_000})],
    )
    failure = _one(case, "firm")

    assert (failure.outcome, failure.status) == ("broken", "optimal")
    assert {each.to_bid for each in failure.handovers} == {"csu/n", "csu/s"}
    assert [(each.rule, each.value, each.limit, each.relative) for each in failure.broken] == [
        ("capacity[csu, it]", Decimal(300_000), Decimal(160_000), Decimal("0.875"))
    ]
    assert failure.distance == 0.875
    assert [(each.at_least, each.at_most) for each in failure.levels] == [(Decimal(230), Decimal(230))]
    assert failure.anew is not None
    assert (failure.anew.status, failure.anew.saves) == ("infeasible", None)
    assert (
        "breaks a rule, by as little as can be. IT: Csu may serve at most 160,000 people. It has 300,000 people."
        in (failure.sentence)
    )


def test_a_partnership_falls_with_its_partner_and_not_the_other_way_round() -> None:
    case = tender(
        PEOPLE,
        ["it"],
        [offer("duo/n", 50, "north:it"), offer("csu/s", 60, "south:it"), *_BIDS[:2]],
        bidders=[
            supplier("csu", "nhs_csu"),
            supplier("helper"),
            supplier(
                "duo", "partnership", partners=[{"bidder": "csu", "share": "0.5"}, {"bidder": "helper", "share": "0.5"}]
            ),
        ],
    )
    found = resilience(case, isolated=False)

    assert {each.bidders for each in found.failures} == {("csu",), ("helper",), ("duo",)}
    assert (_of(found, "csu").partnerships, _of(found, "csu").lots) == (("duo",), ("north:it", "south:it"))
    assert (_of(found, "helper").partnerships, _of(found, "helper").lots) == (("duo",), ("north:it",))
    assert (_of(found, "duo").partnerships, _of(found, "duo").lots) == ((), ("north:it",))


def test_what_was_picked_of_a_failed_bidder_is_void_and_what_was_picked_of_others_stands() -> None:
    picks = [
        {"id": "dear", "bid": "csu/n", "reason": "it knows the place"},
        {"id": "also", "bid": "csu/s", "reason": "it knows the place"},
        {"id": "left", "bid": "third/e", "reason": "it is the only one"},
    ]
    bids = [*_BIDS, offer("third/e", 500, "east:it"), offer("firm/e", 10, "east:it")]
    case = tender({**PEOPLE, "east": 50_000}, ["it"], bids, picks=picks)
    failure = _one(case, "csu", free_all=True)

    assert failure.outcome == "kept"
    assert [each.to_bid for each in failure.handovers] == ["firm/n", "firm/s"]
    assert failure.others == ()
    assert [each.at_most for each in failure.levels] == [Decimal(-30)]


def test_scores_and_competition_stand_as_they_were() -> None:
    """Two have to compete, and did: that one of them has failed since bars nobody."""
    case = tender(
        PEOPLE,
        ["it"],
        _BIDS,
        frameworks=[{"id": "f", "name": "F", "services": ["it"], "min_competitors": 2}],
        objective={"mode": "ratio", "formula": "lowest_over_price", "price": "list"},
    )
    award = evaluate(case, isolated=False)
    failure = _one(case, "firm")

    assert failure.outcome == "kept"
    # 80 of 100 and 90 of 100 by price, weighed by people, of 60 in 100; with the bids of the firm gone it would be all 60.
    assert award.certificate.levels[0].value == 60
    assert failure.levels[0].at_most == Decimal("50.0") - 60


def test_an_optional_lot_whose_buyer_may_not_do_it_stays_open() -> None:
    lot = {"id": "north:it", "buyer": "north", "service": "it", "required": False, "min_quality": 40}
    case = tender(
        {"north": 200_000},
        ["it"],
        [offer("firm/n", 80, "north:it", scores={"q": 90})],
        criteria=[{"id": "q", "name": "Quality"}],
        lots=[{**lot, "in_house": {"cost": 95, "quality": 30}}],
    )
    found = resilience(case, isolated=False)

    assert (found.failures[0].outcome, found.failures[0].status) == ("uncovered", "optimal")
    assert found.failures[0].uncovered == found.irreplaceable == ("north:it",)


_COST_THEN_QUALITY: dict[str, Any] = {
    "criteria": [{"id": "q", "name": "Quality"}],
    "objective": {
        "mode": "lexicographic",
        "levels": [{"objective": "cost", "tolerance": 100}, {"objective": "quality"}],
    },
}


def test_what_a_tolerance_gives_up_is_in_the_difference() -> None:
    """Both the firm and the unit are dearer than the cheap one, within the tolerance."""
    bids = [
        offer(f"{name}/n", price, "north:it", scores={"q": quality})
        for name, price, quality in (("cheap", 1_000, 10), ("firm", 1_080, 90), ("csu", 1_090, 50))
    ]
    failure = _one(tender({"north": 200_000}, ["it"], bids, **_COST_THEN_QUALITY), "firm")

    assert [each.to_bid for each in failure.handovers] == ["csu/n"]
    assert [(each.at_least, each.at_most) for each in failure.levels] == [
        (Decimal(10), Decimal(10)),
        (Decimal(-40), Decimal(-40)),
    ]
    assert "It is £10.00 worse (cost)." in failure.sentence
    assert failure.anew is not None
    assert failure.anew.levels == failure.levels
    assert failure.anew.saves is not None
    assert failure.anew.saves.at_most == 0


def test_the_first_level_decides_which_failure_is_the_worst() -> None:
    """Without the firm it costs 11 more, and is as good; without the third, nothing more, and is 40 / 3 points worse."""
    bids = [
        offer(f"{name}", price, lot, scores={"q": quality})
        for name, price, quality, lot in (
            ("firm/n", 1_000, 90, "north:it"),
            ("csu/n", 1_011, 90, "north:it"),
            ("third/s", 1_000, 90, "south:it"),
            ("csu/s", 1_000, 50, "south:it"),
        )
    ]
    levels = [{"objective": "cost", "tolerance": 10}, {"objective": "quality"}]
    stated = _COST_THEN_QUALITY | {"objective": {"mode": "lexicographic", "levels": levels}}
    found = resilience(tender(PEOPLE, ["it"], bids, **stated), isolated=False)

    assert [_of(found, name).levels[0].at_most for name in ("firm", "third")] == [11, 0]
    assert (found.by_extra, found.worst) == (("firm", "third"), ("firm",))


def test_a_lot_its_partner_bids_for_too_is_not_the_winners_alone() -> None:
    """If the partner fails nobody is left for the north; if the partnership does, the partner is."""
    case = tender(
        PEOPLE,
        ["it"],
        [offer("duo/n", 50, "north:it"), offer("firm/n", 80, "north:it"), *_BIDS[1::2]],
        bidders=[
            supplier("firm"),
            supplier("csu"),
            supplier(
                "duo", "partnership", partners=[{"bidder": "firm", "share": "0.5"}, {"bidder": "csu", "share": "0.5"}]
            ),
        ],
    )
    found = resilience(case, isolated=False)

    assert _of(found, "firm").no_other_bid == ("north:it",)
    assert _of(found, "duo").outcome == "kept"
    assert found.irreplaceable == ()


def test_what_covers_fewer_lots_may_keep_every_rule() -> None:
    """The unit may take the south, beyond its capacity; nobody is left for the north."""
    case = tender(PEOPLE, ["it"], [*_BIDS[:2], _BIDS[3]], bidders=[supplier("csu", capacity={"it": 50_000})])
    failure = _one(case, "firm")

    assert (failure.uncovered, len(failure.broken)) == (("north:it",), 1)
    assert "No repair that covers as many keeps every rule: this one breaks a rule" in failure.sentence


def test_two_at_once() -> None:
    bids = [offer("firm/n", 80, "north:it"), offer("csu/s", 70, "south:it"), *_BIDS[1:3], offer("x/n", 200, "north:it")]
    both = resilience(tender(PEOPLE, ["it"], [*bids, offer("x/s", 300, "south:it")]), isolated=False, pairs=True)

    assert {each.bidders for each in both.failures[:2]} == {("firm",), ("csu",)}
    assert both.failures[2].bidders == ("firm", "csu")
    assert [each.at_most for each in both.failures[2].levels] == [Decimal(350)]
    assert both.worst in {("firm",), ("csu",)}


def test_who_has_won_nothing_leaves_the_award_as_it_is() -> None:
    found = resilience(tender(PEOPLE, ["it"], _BIDS), bidders=("csu",), isolated=False)

    assert found.failures[0].outcome == "unaffected"
    assert found.answered
    assert found.sentences == ()


def test_without_an_award_nothing_can_fail() -> None:
    case = tender(
        PEOPLE, ["it"], _BIDS, bidders=[supplier("firm", capacity={"it": 1}), supplier("csu", capacity={"it": 1})]
    )
    found = resilience(case, isolated=False)

    assert (found.best.status, found.failures, found.worst, found.sentences) == ("infeasible", (), (), ())
    assert found.answered


@pytest.mark.parametrize("field", ["bidders", "freed"])
def test_who_is_no_bidder_is_told(field: str) -> None:
    with pytest.raises(UnknownName, match=r'there is no bidder "frim".*firm'):
        resilience(tender(PEOPLE, ["it"], _BIDS), isolated=False, **{field: ("frim",)})  # type: ignore[arg-type]


def test_an_award_of_another_case_is_refused() -> None:
    award = evaluate(tender(PEOPLE, ["it"], _BIDS), isolated=False)

    with pytest.raises(AwardInvalid):
        resilience(tender(PEOPLE, ["it"], _BIDS, name="another"), award=award, isolated=False)


def test_what_was_stopped_says_so() -> None:
    case = tender(PEOPLE, ["it"], _BIDS)
    found = resilience(case, award=evaluate(case, isolated=False), stop=lambda: True, isolated=False)

    assert (found.failures, found.not_examined, found.answered) == ((), (("firm",),), False)
    assert found.sentences == ("Open, for want of time: 1 failure.",)


def test_a_time_limit_never_reads_as_proof() -> None:
    case = tender(PEOPLE, ["it"], _BIDS)
    found = resilience(case, Options(time_limit=0.001), award=evaluate(case, isolated=False), isolated=False)

    assert not found.answered
    assert all(each.status == "unknown" for each in found.failures)
    assert len(found.failures) + len(found.not_examined) == 1


def test_processes_come_to_the_same() -> None:
    case = tender(PEOPLE, ["it"], _BIDS[:3])
    alone, many = (resilience(case, isolated=isolated, workers=2) for isolated in (False, True))

    assert alone.failures == many.failures
    assert alone.sentences == many.sentences
