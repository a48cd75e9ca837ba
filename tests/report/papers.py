"""Cases, awards and papers that the tests of papers look at."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, Literal

from models import Case, Evaluation, read_case
from selector.compare import compare
from selector.decide.audit import audit
from selector.decide.choice import choice
from selector.decide.explain import explain
from selector.decide.pareto import pareto
from selector.decide.prices import prices
from selector.decide.resilience import resilience
from selector.decide.robust import robust
from selector.decide.stability import stability
from selector.decide.supply import market
from selector.decide.ties import ties
from selector.evaluation import evaluate
from selector.report import Answers, Form, Paper, board_paper, comparison_paper, public_paper, render
from selector.report.blocks import Bullets, Chart, Code, Exact, Group, Paragraph, Table
from selector.report.pictures import Pictures
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
    "\u200b\u2060\u00a0",
    "The same name",
    "The same name",
    "Z\u0310\u0335\u0322\u0353\u0347a\u0334\u0322\u0353l\u0334\u0322g\u0334\u0322o " + "e\u0301" * 40,
    "\u05e9\u05dc\u05d5\u05dd 123 (\u05d0\u05d1\u05d2)",
    "https://example.org/?a=1&b=2 mailto:a@example.org file:///etc/passwd",
    "&lt;b&gt; &amp;nbsp; %00 \\u0000 ${7*7} #{7*7} [a](javascript:alert(1))",
)


Name = Literal["full", "public", "hostile", "hostile, public", "comparison"]
"""Of papers that several tests look at."""


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
    return _asked(two_boards(), awarded())


def _asked(case: Case, award: Evaluation) -> Answers:
    return Answers(
        comparison=compare(case, ("cheapest", "all-nhs"), isolated=False, workers=1),
        explain=explain(case, award=award, isolated=False),
        prices=prices(case, award=award, isolated=False),
        ties=ties(case, award=award, isolated=False),
        resilience=resilience(case, award=award, isolated=False),
        audit=audit(case, award=award, formulas=("lowest_over_price",), isolated=False),
        market=market(case, award=award),
        choice=choice(case, award=award, isolated=False),
        pareto=pareto(case, award=award, isolated=False),
        stability=stability(case, award=award, samples=8, isolated=False),
        robust=robust(case, award=award, budgets=(1, 2), isolated=False),
    )


@cache
def full_paper() -> Paper:
    """The paper of the example with every section there is."""
    return board_paper(two_boards(), awarded(), answers(), earlier=awarded())


@cache
def hostile_case() -> Case:
    """The example with names that would do harm where they were taken for anything but names, and with places."""
    document = json.loads(TWO_BOARDS.read_text(encoding="utf-8"))
    names = cycle(HOSTILE)
    document["name"] = "<b>Case</b> =1+1 #let"
    for table in ("buyers", "services", "bidders", "criteria"):
        for row in document[table]:
            row["name"] = next(names)
    for at in range(8):
        buyer, lot = f"more-{at}", f"=1+{at} <i>"
        document["buyers"].append({"id": buyer, "name": next(names), "population": 1000})
        document["lots"].append({"id": lot, "buyer": buyer, "service": "data"})
        for bidder in ("moorland", "valley"):
            bid = {"id": f"@{bidder} {at} </td><b>", "bidder": bidder, "lots": [lot], "price": f"{1000 + at}.00"}
            document["bids"].append(bid | {"scores": {"service": "50", "continuity": "60"}})
    for at, buyer in enumerate(document["buyers"]):
        buyer.update(lon=-2.0 + at / 10, lat=53.0 + at / 7, area=HOSTILE[-1 - at % 2])
    document["rules"] = [
        {
            "id": "r<i>=1",
            "name": HOSTILE[0],
            "because": f"{HOSTILE[3]}\n\x0b\x00{HOSTILE[2]}",
            "metric": "lots",
            "sense": "at_most",
            "limit": 20,
        }
    ]
    return Case.model_validate(document)


@cache
def hostile_award() -> Evaluation:
    """Its award."""
    return evaluate(hostile_case(), isolated=False)


@cache
def hostile_answers() -> Answers:
    """What can be asked about that: every section has names in it."""
    return _asked(hostile_case(), hostile_award())


@cache
def hostile_paper() -> Paper:
    """The paper of it with every section there is."""
    return board_paper(hostile_case(), hostile_award(), hostile_answers(), earlier=hostile_award())


@cache
def rendered(name: Name, form: Form) -> bytes:
    """One of the papers in one of its forms: written once, whoever looks at it."""
    return render(paper(name), form, _pictures(name))


@cache
def paper(name: str) -> Paper:
    """One of the papers, by its name."""
    match name:
        case "full":
            return full_paper()
        case "public":
            return public_paper(two_boards(), awarded())
        case "hostile":
            return hostile_paper()
        case "hostile, public":
            return public_paper(hostile_case(), hostile_award())
        case "comparison":
            comparison = answers().comparison
            assert comparison is not None
            return comparison_paper(two_boards(), comparison)
    raise AssertionError(name)


@cache
def _pictures(name: str) -> Pictures:
    """Its charts; papers of different names have different ones."""
    return Pictures()


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
