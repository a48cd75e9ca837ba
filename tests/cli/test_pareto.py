"""``selector pareto`` as a board or a script uses it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from models.front import Front
from selector import evaluate
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.compare.cases import board

Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", board())
    return tmp_path / "case.json"


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_the_points_and_what_is_proven(run: Run, path: Path) -> None:
    ran = run("pareto", str(path), "--objectives", "cost,quality", "--workers", "1")

    assert ran.code == 0
    assert "1 best 170.00 53.333 2 190.00 60.000 3 220.00 63.333" in flowing(ran)
    assert "Proven: 3 points, to the nearest £1 and 0.001 points, and there is no other." in flowing(ran)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_as_json_with_a_chart(run: Run, path: Path, tmp_path: Path) -> None:
    write_text(tmp_path / "award.json", evaluate(board(), isolated=False).to_json())
    chart = tmp_path / "front.svg"
    ran = run("pareto", str(path), str(tmp_path / "award.json"), "--json", "--chart", str(chart), "--epsilon", "50%")
    found = Front.model_validate_json(ran.out)

    assert (ran.code, found.complete, found.epsilon) == (0, True, 0.5)
    circles = ElementTree.fromstring(chart.read_text(encoding="utf-8")).findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == len(found.points) + sum(each.best for each in found.points)


def test_without_any_award(run: Run, tmp_path: Path) -> None:
    case = board()
    buyers = tuple(each.model_copy(update={"budget": {"2013-14": Decimal(1)}}) for each in case.buyers)
    write_case_file(tmp_path / "case.json", case.model_copy(update={"buyers": buyers}))
    ran = run("pareto", str(tmp_path / "case.json"))

    assert ran.code == 3
    assert "No award keeps every rule of this case" in flowing(ran)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--objectives", "cost,price"), 'there is no objective named "price"'),
        (("--objectives", ","), "name at least one objective"),
        (("--epsilon", "2"), "is no share from 0 to 1"),
        (("--epsilon", "much"), "is no share from 0 to 1"),
    ],
)
def test_what_cannot_be_asked(run: Run, path: Path, options: tuple[str, ...], said: str) -> None:
    ran = run("pareto", str(path), *options)

    assert ran.code == 2
    assert said in " ".join(ran.err.replace("│", " ").split())
