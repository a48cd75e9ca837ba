"""No figure in a paper differs from the documents that it is about."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from models import Case
from selector.compare import compare
from selector.evaluation import evaluate
from selector.examples import synthetic
from selector.report import Answers, Paper, board_paper, comparison_paper, public_paper
from selector.report.blocks import Table
from selector.report.clean import clean
from selector.report.text import Figure, Quote
from tests.report.papers import (
    answers,
    awarded,
    full_paper,
    hostile_answers,
    hostile_award,
    hostile_case,
    hostile_paper,
    pieces,
    two_boards,
)
from tests.report.resolving import documents, resolved

pytestmark = pytest.mark.xdist_group("paper")

_OURS = re.compile(r"of 100|95 %|SHA-256|OFL|part \d+ of \d+")
"""Digits that are words of the paper's own."""


def papers() -> Iterator[tuple[str, Paper, Any]]:
    """Papers beside the documents that they are about."""
    case, award = two_boards(), awarded()
    yield "full", full_paper(), documents(case, award, answers(), award)
    yield "basic", board_paper(case, award), documents(case, award)
    yield "public", public_paper(case, award), documents(case, award)
    other = evaluate(case.model_copy(update={"name": "Changed", "bids": case.bids[3:]}), isolated=False)
    yield "since", board_paper(case, award, earlier=other), documents(case, award, None, other)
    ordered = {"mode": "lexicographic", "levels": [{"objective": "quality", "tolerance": "1"}, {"objective": "cost"}]}
    scored = {"mode": "ratio", "formula": "lowest_over_price"}
    for objective in (ordered, scored):
        changed = Case.model_validate(case.model_dump(mode="json", exclude_defaults=True) | {"objective": objective})
        found = evaluate(changed, isolated=False)
        yield str(objective["mode"]), board_paper(changed, found), documents(changed, found)
    known = documents(hostile_case(), hostile_award(), hostile_answers(), hostile_award())
    yield "hostile", hostile_paper(), known
    drawn = synthetic(6, 5, 8, seed=3)
    made = evaluate(drawn, isolated=False)
    yield "synthetic", board_paper(drawn, made), documents(drawn, made)
    yield "synthetic, public", public_paper(drawn, made), documents(drawn, made)
    answer = compare(drawn, ("cheapest", "all-nhs"), isolated=False, workers=1)
    yield "comparison", comparison_paper(drawn, answer), documents(drawn, made, Answers(comparison=answer))


@pytest.fixture(scope="module")
def every() -> list[tuple[str, Paper, Any]]:
    return list(papers())


def test_every_figure_is_found_again_where_it_says_it_stands(every: list[tuple[str, Paper, Any]]) -> None:
    for name, paper, known in every:
        figures = [piece for piece in pieces(paper) if isinstance(piece, Figure)]
        assert len(figures) > 10, name
        for figure in figures:
            assert resolved(known, figure.source) == figure.value, (name, figure)


def test_what_is_shown_is_that_figure_rounded(every: list[tuple[str, Paper, Any]]) -> None:
    for name, paper, _ in every:
        for figure in (piece for piece in pieces(paper) if isinstance(piece, Figure)):
            for text in (figure.shown(), figure.shown(bare=True)):
                shown, unit = _read(text, figure)
                off = (shown - figure.value) / unit
                assert (0 <= off < 1) if figure.up else (abs(off) <= Decimal(1) / 2), (name, figure, text)
            assert _read(figure.exact(), figure)[0] == figure.value, (name, figure)


def _read(text: str, figure: Figure) -> tuple[Decimal, Decimal]:
    """The number in a text, and what its last digit counts for."""
    (digits,) = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", text)
    number = Decimal(digits.replace(",", ""))
    scale = Decimal(1)
    if "million" in text:
        scale = Decimal(10) ** 6
    if "billion" in text:
        scale = Decimal(10) ** 9
    if figure.unit == "share":
        scale = Decimal("0.01")
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return (-1 if text.startswith("-") else 1) * number * scale, Decimal(1).scaleb(exponent) * scale


def test_words_of_the_papers_own_hold_no_figures(every: list[tuple[str, Paper, Any]]) -> None:
    for name, paper, _ in every:
        for piece in pieces(paper):
            if isinstance(piece, str):
                assert not re.search(r"[0-9]", _without_names(piece, paper)), (name, piece)


def _without_names(text: str, paper: Paper) -> str:
    text = _OURS.sub("", text)
    names = sorted({piece.text for piece in pieces(paper) if isinstance(piece, Quote)}, key=len, reverse=True)
    for each in names:
        if each in text:
            text = text.replace(each, "")
    return text


def test_quotations_are_in_the_documents(every: list[tuple[str, Paper, Any]]) -> None:
    for name, paper, known in every:
        texts = {clean(text) for text in _texts(known)}
        whole = "\n".join(texts)
        for piece in pieces(paper):
            if isinstance(piece, Quote):
                assert piece.text in texts or piece.text in whole or piece.text in _OF_THE_PROGRAM, (name, piece)


_OF_THE_PROGRAM = ("Buyer's own staff", "Buyers' own staff")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def test_sums_agree_to_the_penny() -> None:
    case = synthetic(6, 5, 8, seed=3)
    award = evaluate(case, isolated=False)
    blocks = [block for section in board_paper(case, award).sections for block in section.blocks]
    (table,) = [block for block in blocks if isinstance(block, Table) and block.sheet == "Providers"]
    column = [column.title for column in table.columns].index("Cost, £")
    paid = Decimal(0)
    for row in table.rows:
        assert isinstance(row, tuple)
        figure = row[column]
        assert isinstance(figure, Figure)
        paid += figure.value
    assert award.totals is not None
    assert paid + award.totals.charges - award.totals.discount == award.totals.cost
