"""A case under a scenario: what a patch changes, and how what is wrong with it is told."""

from typing import Any

import pytest

from models import Case, CaseInvalid, Lexicographic, Scenario, UnknownName
from models.reference import SMALLEST
from selector.scenarios import AS_STATED, BASELINES, under
from tests.references.tender import offer, tender

PEOPLE = {"north": 200_000, "south": 100_000}
CAP = {"id": "cap", "metric": "lots", "sense": "at_most", "limit": 1}


def board(*scenarios: dict[str, Any], **changes: Any) -> Case:
    """Two buyers, two services, two firms that bid for everything, and a rule."""
    bids = [
        offer(f"{firm}/{buyer}-{service}", price, f"{buyer}:{service}")
        for firm, price in (("acme", 100), ("bell", 120))
        for buyer in PEOPLE
        for service in ("hr", "it")
    ]
    return tender(PEOPLE, ["hr", "it"], bids, **{"rules": [CAP], "scenarios": list(scenarios)} | changes)


def scenario(name: str = "what-if", **more: Any) -> dict[str, Any]:
    return {"id": name, "name": "What if", **more}


def faults(case: Case, of: str | Scenario = "what-if") -> dict[str, str]:
    with pytest.raises(CaseInvalid) as caught:
        under(case, of)
    return {fault.pointer: fault.message for fault in caught.value.faults}


def test_rows_are_named_by_id() -> None:
    patch = {
        "rules": {"cap": {"active": False}},
        "bids": {"acme/north-hr": {"price": "90.50"}, "bell/north-hr": None},
        "buyers": {"south": {"population": 150_000}},
    }
    case = board(scenario(patch=patch))
    found = under(case, "what-if")
    assert not found.rules[0].active
    assert found.rules[0].limit == 1
    assert {bid.id: bid.price for bid in case.bids}.keys() - {bid.id for bid in found.bids} == {"bell/north-hr"}
    assert str(found.bids[0].price) == "90.50"
    assert [buyer.population for buyer in found.buyers] == [200_000, 150_000]
    assert found.scenarios == ()
    assert found.sha256 != case.sha256
    assert under(case, case.scenarios[0]) == found


def test_new_rows_come_last_with_the_id_of_their_key() -> None:
    patch = {
        "bidders": {"cole": {"name": "Cole", "kind": "private", "viability_floor": 0}},
        "bids": {"cole/1": {"bidder": "cole", "lots": ["north:hr"], "price": 1, "id": "cole/1"}},
        "rules": {"second": {"metric": "winners", "sense": "at_least", "limit": 2}},
    }
    found = under(board(scenario(patch=patch)), "what-if")
    assert [bidder.id for bidder in found.bidders] == ["acme", "bell", "cole"]
    assert found.bids[-1].id == "cole/1"
    assert [rule.id for rule in found.rules] == ["cap", "second"]


def test_a_list_replaces_a_table_and_null_empties_it() -> None:
    case = board(scenario("list", patch={"rules": [{**CAP, "id": "other"}]}), scenario("null", patch={"rules": None}))
    assert [rule.id for rule in under(case, "list").rules] == ["other"]
    assert under(case, "null").rules == ()


def test_lots_that_are_not_listed_can_be_changed() -> None:
    patch = {
        "lots": {"north:it": None, "west:it": {"incumbent": "acme"}},
        "buyers": {"west": {"name": "West", "population": 50_000}},
        "bids": {
            "acme/north-it": None,
            "bell/north-it": None,
            "w": {"bidder": "acme", "lots": ["west:it"], "price": 1},
            "h": {"bidder": "acme", "lots": ["west:hr"], "price": 1},
        },
    }
    found = under(board(scenario(patch=patch), lots=None), "what-if")
    assert found.lots is not None
    assert [lot.id for lot in found.lots] == ["north:hr", "south:hr", "south:it", "west:hr", "west:it"]
    assert [lot.incumbent for lot in found.lots] == [None, None, None, None, "acme"]


def test_an_objective_of_another_mode_replaces_the_one_there_was() -> None:
    case = board(
        scenario("other", patch={"objective": {"mode": "lexicographic", "levels": [{"objective": "cost"}]}}),
        scenario("same", patch={"objective": {"disruption": "staff"}}),
        objective={"mode": "money_valued", "quality_value": 5},
    )
    other = under(case, "other").objective
    assert isinstance(other, Lexicographic)
    same = under(case, "same").objective
    assert (same.mode, same.disruption) == ("money_valued", "staff")
    assert same == case.objective.model_copy(update={"disruption": "staff"})


def test_fields_that_are_no_tables() -> None:
    found = under(board(scenario(patch={"horizon": {"years": 3}, "max_lots_per_bidder": 3})), "what-if")
    assert (found.horizon.years, found.max_lots_per_bidder) == (3, 3)
    assert str(found.horizon.start) == "2013-04-01"


def test_the_case_itself_and_an_empty_scenario() -> None:
    case = board(scenario())
    assert under(case, AS_STATED) is case
    assert under(case, "what-if") == case.model_copy(update={"scenarios": ()})


def test_a_scenario_that_the_case_does_not_have() -> None:
    case = board()
    assert under(case, Scenario(id="x", name="X", patch={"name": "Other"})).name == "Other"
    stranger = Scenario(id="x", name="X", patch={"buyers": {"north": {"population": 0}}})
    assert faults(case, stranger) == {
        "/patch/buyers/north/population": "0 is not allowed: it must be more than 0",
    }


def test_a_fault_of_a_field_stands_where_the_scenario_states_it() -> None:
    patch = {
        "rules": {"cap": {"limit": -1}},
        "horizon": {"years": 0},
        "bids": [{"id": "one", "bidder": "acme", "lots": ["north:hr"], "price": -5}],
    }
    found = faults(board(scenario("sound"), scenario(patch=patch)))
    assert found["/scenarios/1/patch/rules/cap/limit"] == "-1 is not allowed: it must be 0 or more"
    assert found["/scenarios/1/patch/horizon/years"] == "0 is not allowed: it must be 1 or more"
    assert found["/scenarios/1/patch/bids/0/price"] == "-5 is not allowed: it must be 0 or more"


def test_a_new_row_that_is_incomplete_is_said_to_be_new() -> None:
    found = faults(board(scenario(patch={"rules": {"capp": {"active": False}}})))
    first, *others = found.items()
    assert first == (
        "/scenarios/0/patch/rules/capp/metric",
        'is missing; there was no row "capp", so this is a new one (did you mean "cap"?)',
    )
    assert others == [
        ("/scenarios/0/patch/rules/capp/sense", "is missing"),
        ("/scenarios/0/patch/rules/capp/limit", "is missing"),
    ]


def test_what_a_patch_leaves_at_fault_elsewhere_is_told_at_the_patch() -> None:
    with pytest.raises(CaseInvalid) as caught:
        under(board(scenario(patch={"bidders": {"bell": None}})), "what-if")
    assert [(fault.pointer, fault.message) for fault in caught.value.faults] == [
        (
            "/scenarios/0/patch",
            f'leaves /bids/bell~1{lot}/bidder at fault: there is no bidder "bell"',
        )
        for lot in ("north-hr", "north-it", "south-hr", "south-it")
    ]


def test_rows_that_are_not_there_can_not_be_removed() -> None:
    found = faults(board(scenario(patch={"rules": {"capp": None}, "bids": {"acme/north-hr": {"id": "other"}}})))
    assert found == {
        "/scenarios/0/patch/rules/capp": 'there is no row "capp" to remove (did you mean "cap"?)',
        "/scenarios/0/patch/bids/acme~1north-hr/id": (
            '"other" is not allowed: the row is named by its key, "acme/north-hr"'
        ),
    }


def test_a_value_that_is_no_row() -> None:
    found = faults(board(scenario(patch={"rules": {"cap": 3}, "buyers": 7})))
    assert found["/scenarios/0/patch/rules/cap"] == "3 is not an object"
    assert found["/scenarios/0/patch/buyers"] == "7 is not a list"


def test_names_that_lead_nowhere_get_a_suggestion() -> None:
    with pytest.raises(UnknownName, match=r'there is no scenario "what-iff" \(did you mean "what-if"\?\)'):
        under(board(scenario()), "what-iff")
    with pytest.raises(UnknownName, match=r"there is: as-stated, what-if, cheapest, "):
        under(board(scenario()), "zzz")


@pytest.mark.parametrize("name", [AS_STATED, *BASELINES])
def test_names_of_baselines_are_kept_for_them(name: str) -> None:
    found = faults(board(scenario(), scenario(name)), "what-if")
    assert list(found) == ["/scenarios/1/id"]
    assert f'"{name}" is the name of' in found["/scenarios/1/id"]


def test_the_smallest_case_can_have_scenarios() -> None:
    case = Case.model_validate({**SMALLEST, "scenarios": [scenario(patch={"name": "Other"})]})
    assert under(case, "what-if").name == "Other"
