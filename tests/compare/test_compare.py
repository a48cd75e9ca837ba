"""Awards of one case under several scenarios, worked out by hand."""

from decimal import Decimal

import pytest

from models import Case, CaseInvalid, Compared, Comparison, Evaluation, Options, UnknownName, read_case
from selector import ScenarioSign, compare, evaluate, under, verify
from selector.compare import crew
from selector.scenarios import BASELINES, stamped
from tests.api.cases import knot
from tests.compare.cases import CLASH, DEARER, FAULTY, ONE, board
from tests.processes import Started


def asked(case: Case, *scenarios: str, **more: object) -> dict[str, Compared]:
    found = compare(case, scenarios, isolated=False, workers=1, **more)  # type: ignore[arg-type]
    return {each.scenario: each for each in found.scenarios}


def test_side_by_side() -> None:
    found = asked(board(DEARER))
    assert list(found) == ["as-stated", "dearer"]
    stated, dearer = found.values()
    assert (stated.status, dearer.status) == ("optimal", "optimal")
    assert stated.totals is not None
    assert dearer.totals is not None
    assert [each.totals.cost for each in (stated, dearer) if each.totals] == [170, 190]
    assert (stated.moves, dearer.moves, stated.providers, dearer.providers) == (2, 1, 1, 2)
    assert stated.differences == ()
    assert {each.total: (each.difference, each.proven) for each in dearer.differences} == {
        "cost": (20, True),
        "quality": (Decimal("6.666667"), True),
        "liability": (0, True),
        "disruption": (-1, True),
        "charges": (0, True),
        "discount": (0, True),
        "penalty": (0, True),
    }
    assert dearer.objective is not None
    assert dearer.objective.objective == "money_valued"
    assert [dearer.objective.at_least, dearer.objective.at_most] == [20, 20]
    assert [(lot.lot, lot.from_bidder, lot.to_bidder) for lot in dearer.handovers] == [("north:it", "firm", "csu")]
    assert dearer.case_sha256 == under(board(DEARER), "dearer").sha256
    assert stated.case_sha256 == board(DEARER).sha256


def test_another_baseline() -> None:
    found = asked(board(DEARER), baseline="dearer")
    assert list(found) == ["as-stated", "dearer"]
    assert found["dearer"].differences == ()
    assert found["as-stated"].differences[0].difference == -20
    assert found["as-stated"].handovers[0].to_bidder == "firm"


def test_without_scenarios_of_its_own_a_case_is_held_against_the_built_in_ones() -> None:
    found = asked(board())
    assert list(found) == ["as-stated", *BASELINES]
    totals = {name: each.totals for name, each in found.items() if each.totals is not None}
    assert {name: total.cost for name, total in totals.items()} == {
        "as-stated": 170,
        "cheapest": 170,
        "best-quality": 220,
        "all-nhs": 200,
        "no-redundancy": 170,
        "incumbents-stay": 200,
        "partnerships-only": 200,
        "in-house": 170,
    }
    assert {name: each.short for name, each in found.items()} == {
        "as-stated": None,
        "cheapest": None,
        "best-quality": None,
        "all-nhs": 0,
        "no-redundancy": None,
        "incumbents-stay": 0,
        "partnerships-only": 1,
        "in-house": 2,
    }
    assert all(
        total.penalty == 0 for total in totals.values()
    )  # what a built-in scenario's own rule counts for is left out
    assert found["partnerships-only"].certificate is not None
    assert found["partnerships-only"].certificate.objective == 200
    assert found["in-house"].sentence == "Proven the best to the last figure. 2 lots fall short of it."
    assert all(each.broken == () for each in found.values())
    assert found["cheapest"].objective is None  # another objective than the board's
    assert found["all-nhs"].objective is not None
    assert [found["all-nhs"].objective.at_least, found["all-nhs"].objective.at_most] == [30, 30]


def test_built_in_ones_can_be_named_beside_the_cases_own() -> None:
    assert list(asked(board(DEARER), "dearer", "all-nhs", "dearer")) == ["as-stated", "dearer", "all-nhs"]


def test_soft_rules_that_are_broken_are_told() -> None:
    rule = {"id": "few", "metric": "lots", "bidders": {"ids": ["firm"]}, "sense": "at_most", "limit": 1, "penalty": 5}
    found = asked(board(DEARER, rules=[rule]))
    assert [state.rule for state in found["as-stated"].broken] == ["rule[few]"]
    assert found["dearer"].broken == ()
    penalty = next(each for each in found["dearer"].differences if each.total == "penalty")
    assert penalty.difference == -5


def test_one_that_has_no_award_and_one_that_does_not_fit() -> None:
    found = asked(board(CLASH, FAULTY, DEARER))
    assert [each.status for each in found.values()] == ["optimal", "infeasible", "faulty", "optimal"]
    assert found["clash"].totals is None
    assert found["clash"].market is not None
    assert found["clash"].sentence.startswith("No award keeps every rule. ")
    assert "North" in found["clash"].sentence
    assert found["faulty"].sentence.startswith(
        'The scenario does not fit the case: /scenarios/1/patch: leaves /bids/firm~1n/bidder at fault: there is no bidder "firm"'
    )
    assert found["faulty"].sentence.endswith(" (1 more)")
    assert [fault.pointer for fault in found["faulty"].faults] == ["/scenarios/1/patch"] * 2
    assert found["dearer"].differences


def test_a_baseline_without_an_award_leaves_nothing_to_compare() -> None:
    for name in ("clash", "faulty"):
        found = asked(board(CLASH, FAULTY), baseline=name)
        assert found["as-stated"].differences == ()
        assert found["as-stated"].objective is None
        assert found["as-stated"].totals is not None


def test_what_a_scenario_alone_can_not_do_is_told_of_it() -> None:
    fixes = {"id": "fixes", "name": "Fixes", "patch": {"options": {"fixed": ["budget[nowhere, 2013-14]"]}}}
    found = asked(board(fixes, DEARER))
    assert found["fixes"].status == "faulty"
    assert "budget[nowhere" in found["fixes"].sentence
    assert found["dearer"].status == "optimal"


def test_a_gap_that_a_scenario_states_is_its_own() -> None:
    wide = {"id": "wide", "name": "Wide", "patch": {"options": {"gap": 0.5}}}
    strange = {"id": "strange", "name": "Strange", "patch": {"options": None, "name": "Other"}}
    found = asked(board(wide, strange), options=Options(gap=0))
    assert {name: each.certificate and each.certificate.ties for name, each in found.items()} == {
        "as-stated": "proven_none",
        "wide": "not_examined",
        "strange": "proven_none",
    }


def test_lots_of_bidders_that_merge_do_not_change_hands() -> None:
    found = asked(board(ONE, DEARER))
    one = found["one"]
    assert one.handovers == ()
    assert one.moves == 0  # the unit has both lots today, and is part of what it became
    assert one.market is not None
    assert one.market.largest == "both"
    back = asked(board(ONE, DEARER), baseline="one")
    assert back["as-stated"].handovers == ()
    assert [lot.lot for lot in back["dearer"].handovers] == []


def test_names_are_checked_before_the_work() -> None:
    def never(_: ScenarioSign) -> None:
        raise AssertionError

    with pytest.raises(UnknownName, match='did you mean "dearer"'):
        compare(board(DEARER), ["dearest"], on_progress=never)
    with pytest.raises(UnknownName, match="there is: as-stated, dearer, cheapest"):
        compare(board(DEARER), baseline="zzz", on_progress=never)
    with pytest.raises(UnknownName, match="solver"):
        compare(board(DEARER), options=Options(solver="nobodys"), on_progress=never)
    with pytest.raises(CaseInvalid, match="is the name of a built-in scenario"):
        compare(board({**DEARER, "id": "cheapest"}), on_progress=never)


def test_an_award_under_a_scenario_says_so_and_is_verified_under_it() -> None:
    case = board(DEARER)
    changed = under(case, "dearer")
    evaluation = stamped(evaluate(changed, isolated=False), "dearer")
    assert (evaluation.provenance.scenario, evaluation.provenance.case_sha256) == ("dearer", changed.sha256)
    assert verify(changed, evaluation).valid
    assert not verify(case, evaluation).valid
    assert stamped(evaluation, "as-stated") is evaluation


def test_every_search_runs_in_a_process_of_its_own_and_signs_tell_of_it(started: Started) -> None:
    signs: list[ScenarioSign] = []
    seen: set[int] = set()

    def note(sign: ScenarioSign) -> None:
        signs.append(sign)
        seen.update(started())

    found = compare(board(DEARER, CLASH), workers=2, on_progress=note)
    assert [each.status for each in found.scenarios] == ["optimal", "optimal", "infeasible"]
    assert {sign.scenario for sign in signs if sign.done} == {"as-stated", "dearer", "clash"}
    assert not started()
    alone = compare(board(DEARER, CLASH), workers=1, isolated=False)
    assert without_seconds(found) == without_seconds(alone)


def without_seconds(found: Comparison) -> object:
    rows = tuple(
        each.model_copy(
            update={"certificate": each.certificate and each.certificate.model_copy(update={"seconds": 0.0})}
        )
        for each in found.scenarios
    )
    return found.model_copy(update={"seconds": 0.0, "scenarios": rows})


HARD = {"id": "again", "name": "Again", "patch": {"name": "Again"}}


def hard() -> Case:
    """A case, and a scenario of it, that nobody settles soon."""
    return read_case(knot()).model_copy(update={"scenarios": board(HARD).scenarios})


def test_the_time_limit_holds_for_all_of_it(started: Started) -> None:
    found = compare(hard(), options=Options(time_limit=1.5), workers=1)
    assert [each.status for each in found.scenarios] == ["unknown", "unknown"]
    assert not found.answered
    assert found.seconds < 20
    assert not started()


def test_being_stopped_ends_every_search(started: Started) -> None:
    begun: set[str] = set()

    def note(sign: ScenarioSign) -> None:
        begun.add(sign.scenario)

    found = compare(hard(), workers=2, on_progress=note, stop=lambda: len(begun) == 2)
    assert [each.status for each in found.scenarios] == ["unknown", "unknown"]
    assert [each.sentence for each in found.scenarios] == ["No award was found: it was stopped."] * 2
    assert not started()


def test_what_has_not_begun_when_it_is_stopped_stays_open() -> None:
    found = compare(hard(), workers=1, stop=lambda: True)
    assert {each.status for each in found.scenarios} == {"unknown"}
    assert found.scenarios[0].sentence == "It was not looked for: the end came before its turn."
    assert found.scenarios[0].certificate is None


def test_an_interrupt_leaves_no_process(started: Started) -> None:
    def interrupt(sign: ScenarioSign) -> None:
        if sign.sign is not None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(hard(), workers=2, on_progress=interrupt)
    assert not started()


def test_a_failure_that_nobody_foresaw_is_loud(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Evaluation:
        raise ZeroDivisionError

    monkeypatch.setattr(crew, "evaluate", fail)
    with pytest.raises(ZeroDivisionError):
        compare(board(DEARER), isolated=False)
