"""Cases, awards and papers that the tests of papers look at."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from models import Case, Evaluation, read_case
from selector.compare import compare
from selector.decide.audit import audit
from selector.decide.choice import choice
from selector.decide.explain import explain
from selector.decide.prices import prices
from selector.decide.resilience import resilience
from selector.decide.supply import market
from selector.decide.ties import ties
from selector.evaluation import evaluate
from selector.report import Answers, Paper, board_paper
from selector.report.blocks import Bullets, Chart, Code, Exact, Group, Paragraph, Table
from selector.report.text import Figure, Quote

ROOT = Path(__file__).parents[2]
TWO_BOARDS = ROOT / "examples" / "two-boards.json"

HOSTILE = (
    "<script>alert('x')</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://example.org","click")',
    '#eval("1+1") $x^2$ *bold* _it_ @ref <label> `raw` \\ // comment /* x',
    "{{ 7*7 }}{% raw %}",
    "مجموعة الرعاية",
    "\u202egnp.exe",
    "北区委员会",
    "😀 Emoji Trust 👩‍⚕️",
    "Long " + "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" * 8,
    "+1-800 & Sons; @SUM(A1)",
    "]]> <!-- -->",
)


@cache
def two_boards() -> Case:
    """The example that can be checked by hand."""
    return read_case(TWO_BOARDS.read_bytes())


@cache
def awarded() -> Evaluation:
    """Its award."""
    return evaluate(two_boards(), isolated=False)


@cache
def answers() -> Answers:
    """What can be asked about that."""
    case, award = two_boards(), awarded()
    return Answers(
        comparison=compare(case, ("cheapest", "all-nhs"), isolated=False, workers=1),
        explain=explain(case, award=award, isolated=False),
        prices=prices(case, award=award, isolated=False),
        ties=ties(case, award=award, isolated=False),
        resilience=resilience(case, award=award, isolated=False),
        audit=audit(case, award=award, isolated=False),
        market=market(case, award=award),
        choice=choice(case, award=award, isolated=False),
    )


@cache
def full_paper() -> Paper:
    """The paper of the example with every section there is."""
    return board_paper(two_boards(), awarded(), every_answer(), earlier=awarded())


@cache
def every_answer() -> Answers:
    """Those, and what is told of fronts and weights."""
    from tests.report.fronts import front, stability

    return replace(answers(), pareto=front(), stability=stability())


@cache
def hostile_case() -> Case:
    """The example with names that would do harm where they were taken for anything but names, and with places."""
    document = json.loads(TWO_BOARDS.read_text(encoding="utf-8"))
    names = iter(HOSTILE * 3)
    document["name"] = "<b>Case</b> =1+1 #let"
    for table in ("buyers", "services", "bidders", "criteria"):
        for row in document[table]:
            row["name"] = next(names)
    for at in range(4):
        document["buyers"].append({"id": f"more-{at}", "name": next(names), "population": 1000})
    for at, buyer in enumerate(document["buyers"]):
        buyer.update(lon=-2.0 + at / 10, lat=53.0 + at / 7, area=HOSTILE[at % 2])
    document["rules"] = [
        {
            "id": "r<i>=1",
            "name": HOSTILE[0],
            "because": f"{HOSTILE[3]}\n\x0b\x00{HOSTILE[2]}",
            "metric": "lots",
            "sense": "at_most",
            "limit": 4,
        }
    ]
    return Case.model_validate(document)


@cache
def hostile_award() -> Evaluation:
    """Its award."""
    return evaluate(hostile_case(), isolated=False)


def pieces(paper: Paper) -> Iterator[str | Quote | Figure]:
    """All that a paper says, piece by piece, its tables and what goes with charts too."""
    yield from (*paper.title, *paper.subtitle, paper.marking, paper.name)
    for section in paper.all_sections():
        yield from section.title
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Any) -> Iterator[Any]:
    match block:
        case Paragraph(text):
            yield from text
        case Bullets(items):
            for item in items:
                yield from item
        case Table():
            yield from (block.caption, *block.note, *(column.title for column in block.columns))
            for row in block.rows:
                for cell in (row.title,) if isinstance(row, Group) else row:
                    yield from _of_cell(cell)
        case Chart():
            yield from (block.caption, block.alt)


def _of_cell(cell: Any) -> Iterator[Any]:
    match cell:
        case None:
            return
        case Exact(figure):
            yield figure
        case Code(letters, _, meaning):
            yield from (letters, meaning)
        case tuple():
            yield from cell
        case _:
            yield cell
