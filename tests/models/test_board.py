"""What a board states by hand is held against its case: all faults at once, and none that only follows from another."""

from typing import Any

import pytest

from models import Case, CaseInvalid, read_case
from models.references import FALLBACK_PREFIX
from tests.models.cases import REMOVED, edited, text_of

THIRD = {"id": "third", "name": "Third", "kind": "private"}


def the_case(edits: dict[str, Any]) -> Case:
    return read_case(text_of(edited(edits)))


def pointers_of(edits: dict[str, Any]) -> list[str]:
    with pytest.raises(CaseInvalid) as caught:
        the_case(edits)
    return [fault.pointer for fault in caught.value.faults]


def a_rule(**fields: Any) -> dict[str, Any]:
    return {"/rules/-": {"id": "r", "metric": "lots", "sense": "at_most", "limit": 1, **fields}}


def test_faults_of_rules_choices_and_scenarios_in_one_go() -> None:
    edits: dict[str, Any] = {
        "/rules/0/bidders/tags/0": "none",
        "/rules/0/lots/areas/0": "Dales",
        "/rules/0/limit": 50,
        "/rules/1/each": True,
        "/rules/1/limit": "2.5",
        "/picks/0/bid": "b9",
        "/exclusions/0/bidder": "acme",
        "/exclusions/1/lots/areas/0": "Dales",
        "/scenarios/0/patch/ruels": {},
        "/scenarios/0/mergers/0/bidders/0": "nobody",
    }
    told = [edit.removesuffix("/bidder") if edit == "/exclusions/0/bidder" else edit for edit in edits]
    assert sorted(pointers_of(edits)) == sorted(told)


def test_faults_of_criteria_scores_and_marks_in_one_go() -> None:
    edits: dict[str, Any] = {
        "/criteria/2/out_of": 20,
        "/criteria/1/services/-": "hr",
        "/criteria/0/parent": "qualities",
        "/bids/0/scores/quality": 50,
        "/bids/1/marks/cover/eve": 50,
        "/bids/1/moderated/cover/mark": 11,
        "/bids/2/marks": {"cover": {"ann": 5}},
        "/objective": {"mode": "ratio", "formula": "to_a_benchmark"},
        "/services/0/benchmark": 0,
    }
    assert sorted(pointers_of(edits)) == sorted(
        [
            "/criteria/2/out_of",
            "/criteria/1/services/1",
            "/criteria/0/parent",
            "/bids/0/scores/quality",
            "/bids/1/marks/cover/eve",
            "/bids/1/marks/cover/eve",  # nobody of that id, and above the scale
            "/bids/1/moderated/cover/mark",
            "/bids/2/marks/cover",
            "/services/0/benchmark",
        ]
    )


def test_faults_of_fields_and_references_of_a_board_in_one_go() -> None:
    edits: dict[str, Any] = {
        "/marking/by": "best",
        "/evaluators/0/name": "",
        "/rules/0/limit": -1,
        "/rules/1/limit": "2.5",
        "/picks/0/reason": "",
        "/exclusions/0/bid": "b9",
        "/scenarios/0/mergers/0/bidders/1": "hill-csu",
    }
    assert sorted(pointers_of(edits)) == sorted(edits)


@pytest.mark.parametrize(
    "broken",
    [
        "/buyers/0/population",
        "/services/0/weight",
        "/services/1/weight",
        "/lots/1/wte",
        "/bidders/0/overhead",
        "/bidders/3/overhead",
        "/bids/3/price",
        "/criteria/0/weight",
        "/criteria/1/weight",
        "/criteria/2/weight",
        "/evaluators/0/name",
        "/marking/moderate_beyond",
    ],
)
def test_what_points_to_a_row_that_cannot_be_read_does_not_point_nowhere(broken: str) -> None:
    value = "" if broken.endswith("name") else "?"
    assert pointers_of({broken: value}) == [broken]


def test_which_criteria_have_parts_is_told_only_where_all_can_be_read() -> None:
    # ``method`` may yet be made of ``depth``, and its score be none.
    part = {"id": "depth", "name": "Depth", "parent": "method", "weight": "?"}
    assert pointers_of({"/criteria/-": part, "/bids/2/scores": {}}) == ["/criteria/3/weight"]


def test_marks_that_a_marking_which_cannot_be_read_may_allow() -> None:
    assert pointers_of({"/marking/moderate_beyond": "?", "/bids/1/moderated": {}}) == ["/marking/moderate_beyond"]


@pytest.mark.parametrize(
    ("services", "pointer"), [(["reports"], "/criteria/1/services"), (["hrr"], "/criteria/1/services/0")]
)
def test_scores_on_a_criterion_whose_services_are_at_fault_are_not_told_too(services: list[str], pointer: str) -> None:
    edits = {"/criteria/2/services": ["hr"], "/bids/2/scores": {}, "/criteria/1/services": services}
    assert pointers_of(edits) == [pointer]


@pytest.mark.parametrize(
    "edits",
    [
        {"/marking/moderate_beyond": 45, "/bids/1/moderated": {}},  # 4.5 of 10 are exactly 45 points
        {"/marking": {}, "/bids/1/moderated": {}},
        {"/bids/1/marks/cover": {"ann": 10}},
        {"/criteria/0/minimum": 0, "/criteria/2/minimum": 100},
        {"/criteria/2/services": ["reports", "hr"]},
        {"/criteria/2/services": []}
        | {f"/bids/{at}/scores": {} for at in range(4)}
        | {"/bids/1/marks": {}, "/bids/1/moderated": {}},
    ],
    ids=["just within", "never moderated", "full marks", "minimums", "as many services", "no services"],
)
def test_marks_and_criteria_that_are_no_fault(edits: dict[str, Any]) -> None:
    the_case(edits)


def test_criteria_may_be_nested_very_deep() -> None:
    chain = [{"id": f"c{n}", "name": "C", "parent": f"c{n - 1}"} for n in range(1, 3000)]
    criteria = [*reversed(chain), {"id": "c0", "name": "C"}]
    scored = {f"/bids/{at}/scores": {"c2999": 50} for at in range(4)}
    edits = {"/criteria": criteria, "/bids/1/marks": {}, "/bids/1/moderated": {}, **scored}
    assert len(the_case(edits).criteria) == 3000
    assert pointers_of({**edits, "/bids/0/scores": {"c1": 50}}) == ["/bids/0/scores/c1", "/bids/0/scores"]


@pytest.mark.parametrize(
    "fields",
    [
        {"bidders": {"kinds": ["local_authority", "in_house"]}},
        {"sense": "exactly", "limit": 2, "penalty": 5},
        {"metric": "buyers", "sense": "exactly", "priority": 100},
        {"metric": "moves", "each": True},
        {"metric": "winners", "bidders": {"incumbents": True}},
        {"metric": "share_of_spend", "limit": 1},
        {"metric": "mean_quality", "limit": "99.999999"},
        {"metric": "population", "limit": 300_000},
        {"metric": "spend", "limit": 10**6},
        {"metric": "liability", "limit": "0.01", "each": True},
        {"per": ["region", "service", "area", "buyer"]},
        {"per": ["area"], "lots": {"buyers": ["north", "south"]}},
        {"lots": {"buyers": ["south"], "areas": ["Hills"], "services": ["reports"]}},
    ],
    ids=str,
)
def test_rules_that_are_no_fault(fields: dict[str, Any]) -> None:
    assert the_case(a_rule(**fields)).rules[2].id == "r"


@pytest.mark.parametrize(
    "edits",
    [
        {"/picks/-": {"id": "north", "bid": "b1", "reason": "?"}},
        {"/exclusions/1/bidder": "hill-csu", "/picks/0/bid": "b1"},  # a pick that an exclusion bars is a conflict
        {"/exclusions/-": {"id": "again", "bid": "b4", "reason": "?"}},
        {"/exclusions/0/lots": {}},
    ],
    ids=["of different lots", "by bidder", "twice", "of no lots in particular"],
)
def test_choices_that_are_no_fault(edits: dict[str, Any]) -> None:
    the_case(edits)


@pytest.mark.parametrize(
    "edits",
    [
        {"/scenarios/0/patch/bidders": {"acme": None}},  # then it cannot merge, as is told once the patch is applied
        {"/scenarios/0/patch/lots": None},
        {"/scenarios/0/patch/rules": 7},
        {"/scenarios/0/mergers/0/id": "acme"},
        {"/scenarios/0/mergers/0": {"bidders": ["acme", "hill-csu"]}},
        {"/bidders/-": THIRD, "/scenarios/0/mergers/-": {"bidders": ["union", "third"]}},
    ],
    ids=["of bidders that change", "lots", "whatever it says", "into the second", "into the first", "one on another"],
)
def test_scenarios_that_are_no_fault(edits: dict[str, Any]) -> None:
    assert the_case(edits).scenarios


def test_the_objective_may_have_penalties_where_no_rule_has_one() -> None:
    levels = [{"objective": "penalty"}, {"objective": "cost"}]
    case = the_case({"/objective": {"mode": "lexicographic", "levels": levels}, "/rules/0/penalty": REMOVED})
    assert case.objective.mode == "lexicographic"


@pytest.mark.parametrize(
    "edits",
    [
        {},
        {"/lots/0/benchmark": 1},
        {"/services/0/benchmark": None, "/lots/0/benchmark": 1, "/lots/1/benchmark": "0.01"},
    ],
    ids=["of services", "of both", "of lots"],
)
def test_benchmarks_of_every_lot(edits: dict[str, Any]) -> None:
    the_case({"/objective": {"mode": "ratio", "formula": "to_a_benchmark"}, **edits})


def test_other_formulas_need_no_benchmark() -> None:
    edits = {"/services/0/benchmark": 0, "/lots/2/benchmark": None}
    the_case({"/objective": {"mode": "ratio", "formula": "to_the_mean"}, **edits})


def test_fallbacks_are_known_by_their_ids() -> None:
    assert the_case({}).picks[0].bid == f"{FALLBACK_PREFIX}south-hr"
