"""Sections that only some papers have, and what papers look like as data."""

import json
import subprocess
import sys

import pytest

from models import read_case
from selector.compare import compare
from selector.evaluation import evaluate
from selector.report import board_paper, comparison_paper
from selector.report.blocks import Chart, Table
from selector.report.charts.labels import sides
from selector.report.facts import Facts
from selector.report.legend import OWN_STAFF
from selector.report.text import plain
from tests.compare.cases import CLASH, DEARER, FAULTY, board
from tests.references.small import one_service
from tests.report.papers import ROOT, awarded, hostile_award, hostile_case, pieces, two_boards


def test_a_case_whose_rules_clash_says_why_and_what_would_mend_it() -> None:
    document = json.loads(two_boards().model_dump_json(exclude_defaults=True))
    document["buyers"][0].update(budget={"2013-14": "265000.00"}, min_mean_quality="66")
    case = read_case(json.dumps(document))
    paper = board_paper(case, evaluate(case, isolated=False))
    assert [section.key for section in paper.sections] == ["decision", "conflict", "mend", "record"]
    text = " ".join(plain(piece) for piece in pieces(paper))
    assert "would have to be £297,000.00 and not £265,000.00." in text
    assert "Choice A" in text
    assert "Signature" not in text


def test_a_comparison_has_every_scenario_and_who_takes_over() -> None:
    case = board(DEARER, CLASH, FAULTY)
    paper = comparison_paper(case, compare(case, isolated=False, workers=1))
    text = " ".join(plain(piece) for piece in pieces(paper))
    for words in ("no award possible", "does not fit the case", "Who takes over from whom: Dearer firm"):
        assert words in text


def test_merged_bidders_have_their_names() -> None:
    case = read_case((ROOT / "examples" / "csu-mergers.json").read_bytes())
    scenario = next(each for each in case.scenarios if each.mergers)
    answer = compare(case, (scenario.id,), isolated=False, workers=1)
    text = " ".join(plain(piece) for piece in pieces(comparison_paper(case, answer)))
    ids = {row.to_bidder for each in answer.scenarios for row in each.handovers} - {
        bidder.id for bidder in case.bidders
    }
    assert ids
    assert not [name for name in ids if name in text.split()]


def test_the_largest_winners_have_colours_and_each_has_letters() -> None:
    case = one_service(
        {f"firm-{at:02}": {f"board-{at:02}-{lot}": 1 for lot in range(1 + (at < 3))} for at in range(30)}
    )
    facts = Facts(case, evaluate(case, isolated=False))
    codes = [facts.legend.code(key) for key in facts.legend.keys]
    assert [code.letters for code in codes[:2]] == ["A", "B"]
    assert [code.letters for code in codes[25:28]] == ["Z", "AA", "AB"]
    assert len({code.colour for code in codes}) == 9
    assert {code.colour for code in codes[8:]} == {"#DDDDDD"}
    assert facts.legend.has_others


def test_buyers_that_do_a_lot_themselves_go_together() -> None:
    document = json.loads(one_service({"firm": {"a": 5, "b": 1}}).model_dump_json(exclude_defaults=True))
    document["lots"] = [
        {"id": "a:it", "buyer": "a", "service": "it", "required": False, "in_house": {"cost": "2", "quality": "0"}},
        {"id": "b:it", "buyer": "b", "service": "it"},
    ]
    case = read_case(json.dumps(document))
    facts = Facts(case, evaluate(case, isolated=False))
    assert facts.legend.keys == ("firm", OWN_STAFF)
    assert facts.legend.code(OWN_STAFF).letters == "own"


def test_charts_are_specifications_that_fetch_nothing() -> None:
    paper = board_paper(hostile_case(), hostile_award())
    charts = [block for section in paper.all_sections() for block in section.blocks if isinstance(block, Chart)]
    assert charts
    for chart in charts:
        text = json.dumps(chart.spec)
        assert '"url"' not in text
        assert chart.spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/")


def test_a_paper_is_json() -> None:
    document = json.loads(json.dumps(board_paper(two_boards(), awarded()).as_json()))
    assert document["kind"] == "paper"
    (cost,) = [
        piece
        for piece in document["sections"][0]["blocks"][0]["text"]
        if isinstance(piece, dict) and piece.get("unit") == "£"
    ][:1]
    assert (cost["value"], cost["shown"], cost["exact"]) == ("551000.00", "£551,000", "£551,000.00")
    assert cost["source"]["pointer"] == "/totals/cost"


def test_sheets_have_names_that_excel_takes_each_once() -> None:
    names = [
        block.sheet
        for section in board_paper(two_boards(), awarded(), earlier=awarded()).all_sections()
        for block in section.blocks
        if isinstance(block, Table) and block.sheet
    ]
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize("count", [1, 8])
def test_names_on_a_map_cover_neither_dots_nor_each_other(count: int) -> None:
    places = [(50.0 + 9 * at, 50.0) for at in range(count)]
    found = sides(places, ["North Somewhere"] * count, 6.0, 300.0)
    assert found[0] == ("right" if count == 1 else "left")
    assert sum(bool(side) for side in found) <= 6


def test_what_draws_and_sets_is_loaded_once_something_is_written() -> None:
    code = "import sys, selector.report, selector.cli.paper; print({*sys.modules} & {'altair', 'jinja2', 'typst', 'vl_convert', 'fontTools'})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "set()\n"
