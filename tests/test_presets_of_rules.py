"""Presets that put rules into a case: what they put there, what they replace, and what they refuse."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from models import BidderSet, Case, CaseInvalid, LotSet, UnknownName
from selector import PRESETS, apply_preset, read_case
from selector.files import case_text
from selector.presets import PARAMETERS, Parameters, Stated
from tests.references.tender import offer, supplier, tender

PEOPLE = dict.fromkeys("abc", 100_000)
NEEDED: dict[str, Stated] = {
    "ten-bodies": {"services": ["it"]},
    "lots-per-bidder": {"number": 2},
    "framework-only": {"tags": ["sme"]},
    "conflict-of-interest": {"bidders": ["x"], "buyers": ["a"]},
    "second-provider": {"services": ["it"]},
}
"""What presets cannot do without."""


def market(**changes: Any) -> Case:
    """x, and s, which is small, bid for two services of three buyers, two of them in Kent."""
    lots = [f"{buyer}:{service}" for buyer in PEOPLE for service in ("it", "hr")]
    bids = [offer(f"{bidder}/{lot}", 100, lot) for bidder in ("x", "s") for lot in lots]
    places = {buyer: {"area": "Surrey" if buyer == "c" else "Kent"} for buyer in PEOPLE}
    bidders = changes.pop("bidders", [supplier("s", tags=["sme"])])
    return tender(PEOPLE, ["it", "hr"], bids, bidders=bidders, places=places, **changes)


@pytest.mark.parametrize("name", list(PRESETS))
def test_a_second_time_it_replaces_nothing(name: str) -> None:
    once = apply_preset(name, market(), **NEEDED.get(name, {}))
    assert once.replaced
    assert once.case.notes.startswith(f"Preset {name}")
    assert read_case(case_text(once.case)) == once.case
    again = apply_preset(name, once.case, **NEEDED.get(name, {}))
    assert again.replaced == ()
    assert again.case == once.case
    assert again.remarks == once.remarks


@pytest.mark.parametrize("name", [name for name in PRESETS if name != "ten-bodies"])
def test_each_can_be_made_soft(name: str) -> None:
    asked = NEEDED.get(name, {})
    hard = apply_preset(name, market(), **asked).case
    softly: Stated = {**asked, "penalty": Decimal("12.50"), "priority": 3}
    soft = apply_preset(name, hard, **softly)
    assert soft.replaced
    assert soft.case.frameworks == ()
    assert soft.case.rules
    assert all((rule.penalty, rule.priority) == (Decimal("12.50"), 3) for rule in soft.case.rules)
    assert apply_preset(name, soft.case, **asked).case.model_copy(update={"notes": ""}) == hard.model_copy(
        update={"notes": ""}
    )


def test_other_rules_stay_where_they_are() -> None:
    case = apply_preset("csu-count", apply_preset("plurality", market()).case).case
    changed = apply_preset("plurality", case, share=Decimal("0.55"), priority=1)
    assert [rule.id for rule in changed.case.rules] == ["plurality", "csu-count-least", "csu-count-most"]
    assert changed.case.rules[1:] == case.rules[1:]
    assert [(each.pointer, str(each)) for each in changed.replaced] == [
        (
            "/rules/0",
            "rule[plurality]: each bidder wins at most 55 % of the yearly spend on all services; priority 1: broken as"
            " little as can be (was: each bidder wins at most 40 % of the yearly spend on all services)",
        )
    ]


def test_a_rule_that_was_switched_off_is_in_force_again() -> None:
    case = apply_preset("plurality", market()).case
    off = case.model_copy(update={"rules": (case.rules[0].model_copy(update={"active": False}),)})
    preset = apply_preset("plurality", off)
    assert preset.case.rules == case.rules
    assert str(preset.replaced[0]).endswith("; switched off)")


def test_the_framework_and_its_soft_form_take_each_others_place() -> None:
    hard = apply_preset("framework-only", market(), services=["it"], tags=["sme"])
    assert [str(each) for each in hard.replaced] == ["framework[framework-only]: it from s (was: not stated)"]
    soft = apply_preset("framework-only", hard.case, services=["it"], tags=["sme"], priority=1)
    (rule,) = soft.case.rules
    assert (rule.bidders, rule.lots, rule.limit) == (BidderSet(ids=("x",)), LotSet(services=("it",)), Decimal(0))
    assert [each.pointer for each in soft.replaced] == ["/rules/0", "/frameworks/0"]
    assert str(soft.replaced[1]) == "framework[framework-only]: not stated (was: it from s)"
    everybody = apply_preset("framework-only", soft.case, bidders=["x", "s"], priority=1)
    assert everybody.case.rules == ()
    assert everybody.remarks == ("Every bidder is accredited, so no rule is needed.",)


def test_a_service_is_under_one_framework() -> None:
    own = {"id": "lead", "name": "Lead", "services": ["hr"]}
    case = market(frameworks=[own])
    preset = apply_preset("framework-only", case, bidders=["x"])
    assert [each.services for each in preset.case.frameworks] == [("hr",), ("it",)]
    assert preset.remarks == ("Under frameworks of their own, which stay: HR.",)
    with pytest.raises(CaseInvalid) as caught:
        apply_preset("framework-only", case, services=["it", "hr"], bidders=["x"])
    assert [fault.pointer for fault in caught.value.faults] == ["/frameworks/0/services/0"]
    with pytest.raises(CaseInvalid, match="every service"):
        apply_preset("framework-only", market(frameworks=[own | {"services": ["hr", "it"]}]), bidders=["x"])


def test_partnerships_of_who_has_an_interest_are_told() -> None:
    partners = [{"bidder": "x", "share": "0.5"}, {"bidder": "s", "share": "0.5"}]
    both = supplier("both", "partnership", partners=partners)
    case = market(bidders=[supplier("x"), supplier("s"), both])
    preset = apply_preset("conflict-of-interest", case, bidders=["x"], services=["it"])
    assert preset.remarks == ("Partnerships that they are part of are free, unless they are stated too: Both.",)
    assert apply_preset("conflict-of-interest", case, bidders=["x", "both"], services=["it"]).remarks == ()


def test_what_has_no_area_is_told() -> None:
    case = market()
    buyers = tuple(each.model_copy(update={"area": None}) if each.id == "b" else each for each in case.buyers)
    with pytest.raises(CaseInvalid, match="no area in which 2 of them buy"):
        apply_preset("second-provider", case.model_copy(update={"buyers": buyers}), services=["it"])
    preset = apply_preset("second-provider", case, services=["it", "hr"])
    assert [rule.id for rule in preset.case.rules] == ["second-provider:it", "second-provider:hr"]
    assert {rule.lots.areas for rule in preset.case.rules} == {("Kent",)}
    surrey = tuple(each.model_copy(update={"area": None}) if each.id == "c" else each for each in case.buyers)
    without = apply_preset("second-provider", case.model_copy(update={"buyers": surrey}), services=["it"])
    assert without.remarks == ("Left out, as they have no area: C.",)


def test_nobody_is_small() -> None:
    with pytest.raises(CaseInvalid, match='no bidder is tagged "sme" or voluntary'):
        apply_preset("small-and-voluntary", market(bidders=[supplier("s")]))


def test_a_service_with_too_few_lots() -> None:
    with pytest.raises(CaseInvalid, match="none of these is bought in 4 lots or more"):
        apply_preset("min-providers", market(), number=4)


@pytest.mark.parametrize(
    ("name", "stated", "words"),
    [
        ("plurality", {"number": 2}, "preset plurality does not take number: it takes .*share"),
        ("ten-bodies", {"services": ["it"], "penalty": Decimal(1)}, "does not take penalty"),
        ("csu-count", {"services": ["it"]}, "does not take services"),
        ("plurality", {"services": ["itt"]}, 'no service "itt"'),
        ("plurality", {"buyers": ["d"]}, 'no buyer "d"'),
        ("conflict-of-interest", {"bidders": ["xx"], "buyers": ["a"]}, 'no bidder "xx"'),
        ("small-and-voluntary", {"tags": ["smes"]}, r'no bidder has the tag "smes" \(did you mean "sme"'),
    ],
)
def test_what_is_refused_by_name(name: str, stated: Stated, words: str) -> None:
    with pytest.raises(UnknownName, match=words):
        apply_preset(name, market(), **stated)


@pytest.mark.parametrize(
    ("name", "stated", "words"),
    [
        ("plurality", {"share": Decimal("1.1")}, "share"),
        ("plurality", {"share": Decimal(0)}, "share"),
        ("plurality", {"services": "it"}, "services"),
        ("lots-per-bidder", {}, "number"),
        ("lots-per-bidder", {"number": 0}, "number"),
        ("second-provider", {"services": ["it"], "number": 1}, "number"),
        ("second-provider", {}, "services"),
        ("csu-count", {"least": 36}, "least, 36, is more than most, 35"),
        ("framework-only", {"services": ["it"]}, "state bidders, or tags"),
        ("conflict-of-interest", {"bidders": ["x"]}, "state buyers, or services"),
        ("conflict-of-interest", {"buyers": ["a"]}, "bidders"),
        ("end-to-end", {"priority": 101}, "priority"),
        ("end-to-end", {"penalty": Decimal("0.001")}, "penalty"),
    ],
)
def test_figures_out_of_range_and_what_is_missing(name: str, stated: Stated, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        apply_preset(name, market(), **stated)


def test_an_id_that_is_too_long_for_a_rules() -> None:
    long = "x" * 200
    case = tender(PEOPLE, ["it"], [offer(f"{long}/{buyer}"[-150:], 1, f"{buyer}:it", bidder=long) for buyer in PEOPLE])
    with pytest.raises(CaseInvalid) as caught:
        apply_preset("conflict-of-interest", case, bidders=[long], buyers=["a"])
    assert [fault.pointer for fault in caught.value.faults] == ["/bidders/0/id"]


@pytest.mark.parametrize("takes", PARAMETERS.values(), ids=PARAMETERS)
def test_all_that_a_preset_takes_may_be_stated(takes: type[Parameters]) -> None:
    assert takes.model_fields.keys() <= Stated.__annotations__.keys()
