"""What a paper tells of fronts, weights and dearer bidders, where there is more or less to tell than of the example."""

from dataclasses import replace
from typing import Any

import pytest

from models import Case
from selector.decide.stability import stability
from selector.evaluation import evaluate
from selector.report import Answers, Paper, board_paper
from selector.report.blocks import Chart
from selector.report.charts.triangle import HEIGHT, middle, place, strip
from selector.report.text import plain
from tests.report.papers import answers, awarded, pieces, two_boards


def test_shares_have_places_in_a_triangle_and_on_a_line() -> None:
    assert place((1.0, 0.0, 0.0)) == (0.0, 0.0)
    assert place((0.0, 1.0, 0.0)) == (1.0, 0.0)
    assert place((0.0, 0.0, 1.0)) == (0.5, HEIGHT)
    assert place((0.25, 0.75)) == (0.75, 0.0)


def test_the_middle_of_a_region_is_that_of_its_area() -> None:
    assert middle([(0.0, 0.0), (1.0, 0.0), (0.5, HEIGHT)]) == pytest.approx((0.5, HEIGHT / 3))
    # A corner more on a side moves nothing.
    assert middle([(0.0, 0.0), (0.2, 0.0), (2.0, 0.0), (2.0, 1.0), (0.0, 1.0)]) == pytest.approx((1.0, 0.5))
    assert middle([(0.3, 0.3), (0.3, 0.3), (0.3, 0.3)]) == pytest.approx((0.3, 0.3))
    assert middle(strip([(0.2, 0.0), (0.6, 0.0)], 0.5)) == pytest.approx((0.4, 0.25))


def _stated(**objective: Any) -> Paper:
    """The paper of the example with another objective, and how stable that is."""
    document = two_boards().model_dump(mode="json", exclude_defaults=True)
    case = Case.model_validate(document | {"objective": objective})
    award = evaluate(case, isolated=False)
    found = stability(case, award=award, samples=0, isolated=False)
    return board_paper(case, award, Answers(stability=found))


def _text(paper: Paper) -> str:
    return "".join(plain(piece) for piece in pieces(paper))


def _chart(paper: Paper, name: str) -> Chart:
    (found,) = [
        block
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Chart) and block.name == name
    ]
    return found


def test_objectives_in_an_order_have_no_weights() -> None:
    text = _text(_stated(mode="lexicographic", levels=[{"objective": "quality"}, {"objective": "cost"}]))
    assert "There are no weights to be moved: objectives that come one after another have no weights." in text


def test_scores_have_a_strip_with_the_weights_in_force() -> None:
    paper = _stated(mode="ratio", formula="lowest_over_price", price_weight="70", quality_weight="30")
    chart = _chart(paper, "weights")
    assert chart.alt.startswith("Strip of the weights of price and quality.")
    (mark,) = [layer for layer in chart.spec["layer"] if layer["mark"]["type"] == "point"]
    (diamond,) = _data(chart.spec, mark)
    assert diamond["x"] == pytest.approx(0.3)


def _data(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that a layer is drawn from, which may stand beside all layers, once."""
    data = layer["data"]
    rows = data["values"] if "values" in data else spec["datasets"][data["name"]]
    assert isinstance(rows, list)
    return rows


def test_weights_that_are_nearly_off_are_noted_with_the_decision() -> None:
    paper = board_paper(two_boards(), awarded(), answers())
    decision = next(section for section in paper.sections if section.key == "decision")
    text = _text(replace(paper, sections=(decision,)))
    assert "The award hangs on the board's own weights. With weights that are off by up to 1.3588 %" in text


def test_an_award_beside_the_front_is_drawn_and_said_to_be() -> None:
    front = answers().pareto
    assert front is not None
    points = tuple(point for point in front.points if not point.best)
    other = front.model_copy(update={"points": points, "on_front": False, "complete": False, "gap": 0.031})
    paper = board_paper(two_boards(), awarded(), Answers(pareto=other))
    text = _text(paper)
    assert "The award proposed is not among them" in text
    assert "none is better than every one of these by more than 3.1 % in some objective" in text
    chart = _chart(paper, "pareto")
    rows = _data(chart.spec, chart.spec)
    assert len(rows) == len(points) + 1
    assert [row["best"] for row in rows].count(True) == 1
    assert rows[-1]["x"] == pytest.approx(551.0)
