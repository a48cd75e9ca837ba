"""What goes into a record, and what is refused."""

import hashlib
import json
from typing import Any

import pytest

from models import AwardInvalid, Case, CaseInvalid, Evaluation, UnknownName
from models.read_record import read_record
from models.record import DecisionRecord
from selector import evaluate
from selector.decide.record import check_record, record
from selector.decide.record.goal import goal
from selector.files.record import record_text
from selector.scenarios import stamped, under
from tests.decide.record.made import award, checked, kept, places, recorded
from tests.references.small import one_service


def _sealed(found: DecisionRecord) -> bytes:
    return record_text(found).encode()


def test_it_holds_what_an_auditor_asks_for() -> None:
    found = record(kept().case, award(), recorded(by="A. Patel"), decided_by={"pick[care-north]": "B. Jones"})

    assert found.case == kept().case
    assert found.award == award()
    assert found.scenario == kept().case.scenarios[0]
    assert found.case_sha256 == hashlib.sha256(kept().case.canonical_json().encode()).hexdigest()
    assert found.in_force_sha256 == found.award.provenance.case_sha256
    assert found.program.version == found.award.provenance.version
    assert found.program.solver == found.award.certificate.solver
    assert found.program.options == found.award.provenance.options
    assert [(rule.rule, rule.state, rule.because) for rule in found.rules] == [
        ("mix", "soft", "The board's strategy of 2012."),
        ("spread", "hard", "Resilience."),
        ("few", "switched off", ""),
    ]
    assert [(each.name, each.by, each.reason) for each in found.overrides] == [
        ("pick[care-north]", "B. Jones", "Continuity of care, minute 12."),
        ("exclusion[no-moorland]", "A. Patel", "Conflict of interest declared."),
    ]
    assert (found.check.rules, found.check.kept, found.check.given_way) == (5, 4, ("rule[mix]",))
    assert found.check.totals == found.award.totals
    assert found.check.objective == found.award.certificate.objective
    assert found.objective.endswith("less £20,000.00 for each point of quality.")


@pytest.mark.parametrize(
    ("objective", "sought"),
    [
        (
            {"mode": "money_valued", "liability_weight": "0.5", "disruption_value": "200"},
            "The least sum of cost + £0.50 for each pound of liability + £200.00 for each lot that changes supplier.",
        ),
        (
            {"mode": "lexicographic", "levels": [{"objective": "quality", "tolerance": "0.1"}, {"objective": "cost"}]},
            "The best quality (which may fall behind by 0.1 points for what follows); then the least cost (which may fall"
            " behind by £0.01 for what follows).",
        ),
        (
            {"mode": "ratio", "formula": "lowest_over_price"},
            "The best mean score of cost and quality by the formula lowest_over_price (weights 60 to 40); then, within"
            " 0.001 points of it, the least charges.",
        ),
    ],
)
def test_what_was_sought_is_told_in_words(objective: dict[str, Any], sought: str) -> None:
    assert goal(one_service({"firm": {"a": 1}}, objective=objective)) == sought


def test_only_the_moment_and_the_seal_differ_between_two_records_of_one_decision() -> None:
    one, other = (
        record_text(record(kept().case, award(), recorded().model_copy(update={"at": at}))).splitlines()
        for at in ("2014-03-31T16:30:00Z", "2014-04-01T09:00:00Z")
    )
    assert [line.split('"')[1] for line, again in zip(one, other, strict=True) if line != again] == ["at", "sha256"]


def test_an_award_of_another_case_is_refused() -> None:
    case = kept().case.model_copy(update={"notes": "Another."})
    with pytest.raises(AwardInvalid, match="of another case"):
        record(case, award(), recorded())


def test_an_award_that_does_not_hold_is_refused() -> None:
    totals = award().totals
    assert totals is not None
    wrong = award().model_copy(update={"totals": totals.model_copy(update={"cost": totals.cost + 1})})
    with pytest.raises(AwardInvalid, match="total cost"):
        record(kept().case, wrong, recorded())


@pytest.mark.parametrize(("asked", "of"), [("as-stated", "not of the case as stated"), ("cheapest", '"cheapest"')])
def test_an_award_under_another_scenario_than_the_one_meant_is_refused(asked: str, of: str) -> None:
    with pytest.raises(AwardInvalid, match=of):
        record(kept().case, award(), recorded(), scenario=asked)


def test_the_scenario_may_be_named_as_the_award_names_it() -> None:
    assert record(kept().case, award(), recorded(), scenario="bold") == record(kept().case, award(), recorded())


def test_an_award_under_a_scenario_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownName, match='no scenario "bald"'):
        record(kept().case, stamped(award(), "bald"), recorded())


def test_who_decided_what_was_not_decided_is_refused() -> None:
    with pytest.raises(UnknownName, match=r'called "pick\[care\]" \(did you mean "pick\[care-north\]"\?\)'):
        record(kept().case, award(), recorded(), decided_by={"pick[care]": "B. Jones"})


def test_that_there_is_no_award_can_be_recorded_too() -> None:
    bidders = [{"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 100_001}]
    case = one_service({"firm": {"a": 1}}, bidders=bidders)
    found = record(case, evaluate(case, isolated=False), recorded())
    check = checked(_sealed(found))

    assert check.valid
    assert found.award.conflict is not None
    assert [step.sentence for step in check.steps if step.part == "award"] == [
        "There is no award, which is what its status says: infeasible."
    ]


def test_a_built_in_scenario_is_recorded_with_its_patch() -> None:
    case = _small()
    found = record(case, _award(case, "cheapest"), recorded())

    assert found.scenario is not None
    assert json.dumps(found.scenario.patch["objective"]["levels"]).startswith('[{"objective": "cost"}')
    assert checked(_sealed(found)).valid


def test_a_built_in_scenario_that_another_version_reads_otherwise_is_judged_as_recorded() -> None:
    case = _small()
    found = record(case, _award(case, "cheapest"), recorded())
    assert found.scenario is not None
    # As if an earlier version had looked at nothing but cost.
    old = found.scenario.model_copy(
        update={"patch": {"objective": {"mode": "lexicographic", "levels": [{"objective": "cost"}]}}}
    )
    evaluation = stamped(evaluate(under(case, old), isolated=False), "cheapest")
    facts = {"scenario": old, "award": evaluation, "in_force_sha256": under(case, old).sha256}
    check = check_record(read_record(_sealed(found.model_copy(update=facts))))

    assert any("reads the built-in scenario otherwise" in note for note in check.notes)
    assert places(check) == {"/objective"}  # this version would not have said so of that patch


def test_an_award_from_before_some_lists_were_told_stays_one() -> None:
    case = _small()
    document = json.loads(_award(case, None).to_json())
    for name in ("disqualified", "abnormally_low", "by_hand"):
        del document[name]
    found = record(case, Evaluation.model_validate(document), recorded())

    assert checked(_sealed(found)).valid
    assert "abnormally_low" not in json.loads(record_text(found))["award"]


def test_a_scenario_that_does_not_fit_is_refused() -> None:
    bad = {"id": "bad", "name": "Bad", "patch": {"rules": {"gone": None}}}
    case = Case.model_validate({**_small().model_dump(mode="json"), "scenarios": [bad]})
    with pytest.raises(CaseInvalid, match="there is no row"):
        record(case, stamped(_award(_small(), None), "bad"), recorded())


def _small() -> Case:
    return one_service({"firm": {"a": 1, "b": 2}, "other": {"a": 2, "b": 3}})


def _award(case: Case, scenario: str | None) -> Evaluation:
    if scenario is None:
        return evaluate(case, isolated=False)
    return stamped(evaluate(under(case, scenario), isolated=False), scenario)
