"""Whatever a case holds, its paper can be made, and no figure in it differs."""

import json
from pathlib import Path

import pytest

from models import Case, read_case
from selector.evaluation import evaluate
from selector.report import board_paper, public_paper, write_paper
from selector.report.text import Figure
from tests.oracle.board_case import board_case
from tests.oracle.random_case import random_case
from tests.report.papers import pieces
from tests.report.resolving import documents, resolved


def drawn(seed: int) -> Case:
    """A small case with a bit of everything."""
    return read_case(json.dumps((board_case if seed % 2 else random_case)(seed), default=str))


def _is_true(case: Case) -> None:
    award = evaluate(case, isolated=False)
    known = documents(case, award, None, award)
    papers = [board_paper(case, award, earlier=award)]
    if award.awards:
        papers.append(public_paper(case, award))
    for paper in papers:
        json.dumps(paper.as_json())
        for figure in (piece for piece in pieces(paper) if isinstance(piece, Figure)):
            assert resolved(known, figure.source) == figure.value, figure


@pytest.mark.parametrize("seed", range(24))
def test_no_figure_differs(seed: int) -> None:
    _is_true(drawn(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(24, 300))
def test_no_figure_differs_at_length(seed: int) -> None:
    _is_true(drawn(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(40))
def test_all_three_forms_are_written(seed: int, tmp_path: Path) -> None:
    case = drawn(seed)
    write_paper(tmp_path, "paper", board_paper(case, evaluate(case, isolated=False)))
