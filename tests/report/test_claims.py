"""Sentences of a paper claim no more than the award proves, and count nothing twice."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from models import Case
from models.evaluation import Level
from selector.compare import compare
from selector.decide.supply import market
from selector.decide.ties import ties
from selector.evaluation import evaluate
from selector.report import Answers, answers_in, board_paper
from selector.report.blocks import Code, Table
from selector.report.facts import Facts
from selector.report.legend import OWN_STAFF
from selector.report.paper import Paper
from selector.report.sections.award import providers
from selector.report.sections.decision import changes, whom
from selector.report.text import Figure, plain
from tests.references.small import one_service
from tests.report.papers import awarded, pieces, two_boards


def _changed(**changes: object) -> Case:
    return Case.model_validate(json.loads(two_boards().model_dump_json(exclude_defaults=True)) | changes)


def _text(paper: Paper) -> str:
    return " ".join(plain(piece) for piece in pieces(paper))


def test_what_a_first_objective_gave_up_for_the_next_is_told() -> None:
    levels = [{"objective": "quality", "tolerance": "30"}, {"objective": "cost"}]
    case = _changed(objective={"mode": "lexicographic", "levels": levels})
    award = evaluate(case, isolated=False)
    quality, cost = award.certificate.levels
    assert quality.value < quality.best == quality.bound
    assert cost.value == cost.bound
    found = board_paper(case, award)
    text = "".join(plain(piece) for piece in pieces(found))
    assert "no award that these rules allow is better in" not in text
    assert "better in quality." in text
    assert "part of which was given up for what comes later" in text
    assert "no award can do better" not in text
    assert "none better is possible among awards that hold what comes before" in text
    told = {piece.value for piece in pieces(found) if isinstance(piece, Figure) and piece.source.how == "apart"}
    assert told == {quality.bound - quality.value}


def test_what_an_award_is_at_most_behind_is_rounded_up() -> None:
    award = awarded()
    (level,) = award.certificate.levels
    for apart, words in (("1234567.00", "£1.3 million"), ("1000.01", "£1,001"), ("0.004", "£0.01")):
        open_level = Level(**{**dict(level), "bound": level.value - Decimal(apart)})
        certificate = award.certificate.model_copy(update={"levels": (open_level,)})
        text = "".join(
            plain(piece)
            for piece in pieces(board_paper(two_boards(), award.model_copy(update={"certificate": certificate})))
        )
        assert f"is more than {words} cheaper" in text or f"is more than {words} better" in text


def test_a_body_that_does_its_own_lots_and_sells_to_others_is_counted_once() -> None:
    bidders = [
        {"id": "own", "name": "Own", "kind": "in_house", "buyer": "a", "viability_floor": 0},
        {"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 0},
    ]
    case = one_service({"own": {"a": 1, "b": 2}, "firm": {"c": 4}}, bidders=bidders)
    facts = Facts(case, evaluate(case, isolated=False))
    assert (
        plain(whom(facts))
        == "Award 2 lots of 1 service for 2 buyers to 2 providers, and leave 1 lot with the buyers' own staff."
    )
    table = providers(facts, prices=True)
    lots = {row[0].letters: row[3].value for row in _rows(table)}
    assert lots == {"A": 1, "B": 1, "own": 1}
    costs = [row[6].value for row in _rows(table)]
    assert sum(costs) == sum(row.cost for row in facts.award.awards)
    assert facts.rows_of("firm") == {"bidder": ("firm",)}
    assert facts.rows_of(OWN_STAFF) == {"lot": ("a:it",)}


def _rows(table: Table) -> list[tuple[Code, object, object, Figure, Figure, Figure, Figure]]:
    return [row for row in table.rows if isinstance(row, tuple) and isinstance(row[0], Code)]  # type: ignore[misc]


def test_a_lot_without_staff_that_changes_supplier_is_not_said_to_stay() -> None:
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "incumbent": "old"}]
    case = one_service({"new": {"a": 1}, "old": {"a": 2}}, lots=lots, objective={"disruption": "staff"})
    award = evaluate(case, isolated=False)
    assert award.awards[0].bidder == "new"
    assert plain(changes(Facts(case, award))) == "No staff change supplier."


def test_how_far_awards_are_behind_has_the_unit_of_the_first_objective() -> None:
    case = _changed(objective={"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]})
    award = evaluate(case, isolated=False)
    answer = ties(case, award=award, within=Decimal(100_000), isolated=False)
    assert answer.awards
    found = board_paper(case, award, Answers(ties=answer))
    behind = [
        piece for piece in pieces(found) if isinstance(piece, Figure) and piece.source.pointer.endswith("/behind")
    ]
    assert {figure.unit for figure in behind} == {"£"}


def test_a_rule_that_cannot_be_kept_by_itself_is_not_said_to_hold_alone() -> None:
    bidders = [{"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 100_001}]
    case = one_service({"firm": {"a": 1}}, bidders=bidders)
    award = evaluate(case, isolated=False)
    assert award.conflict is not None
    assert award.conflict.minimal
    assert len(award.conflict.rules) == 1
    text = _text(board_paper(case, award))
    assert "Each of these alone can be kept" not in text
    assert "This one alone cannot be kept" in text


@pytest.mark.parametrize(("names", "same"), [(("cheapest", "all-nhs"), True), (("loose",), False)])
def test_alternatives_that_change_rules_are_not_said_to_keep_them(names: tuple[str, ...], same: bool) -> None:
    case = _changed(scenarios=[{"id": "loose", "name": "Loose", "patch": {"bidders": {"valley": None}}}])
    award = evaluate(case, isolated=False)
    text = _text(board_paper(case, award, Answers(comparison=compare(case, names, isolated=False, workers=1))))
    assert ("keeps the same rules" in text) == same
    assert "is the best award under the same rules" not in text


def test_a_market_of_another_award_is_left_aside(tmp_path: Path) -> None:
    case = one_service({"dear": {"a": 2}, "cheap": {"a": 1}})
    award = evaluate(case, isolated=False)
    other = award.model_copy(update={"awards": (award.awards[0].model_copy(update={"bidder": "dear"}),)})
    path = tmp_path / "market.json"
    told: list[str] = []
    path.write_text(market(case, award=award).to_json())
    assert answers_in(tmp_path, award, told.append).market is not None
    assert answers_in(tmp_path, other, told.append).market is None
    assert told == [f"{path} is about another award, and is left out of the paper"]
