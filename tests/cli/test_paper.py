"""``selector paper``, and the papers that ``evaluate`` and ``compare`` write."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from selector.report import missing
from tests.cli.running import Ran, run_here, run_process
from tests.references.small import one_service

ROOT = Path(__file__).parents[2]
TWO_BOARDS = ROOT / "examples" / "two-boards.json"
FORMS = ["html", "pdf", "xlsx"]
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the award of the example, alone."""
    folder = tmp_path_factory.mktemp("decided")
    assert run_process("evaluate", TWO_BOARDS, "--out", folder, "--no-paper").code == 0
    assert [path.name for path in folder.iterdir()] == ["award.json"]
    return folder


def test_evaluate_writes_the_paper_beside_the_award(tmp_path: Path) -> None:
    ran = run_process("evaluate", TWO_BOARDS, "--out", tmp_path)
    assert ran.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "award.json",
        *(f"board-paper.{form}" for form in FORMS),
    ]
    assert ran.err.count("Written: ") == 4
    assert "£551,000" in (tmp_path / "board-paper.html").read_text(encoding="utf-8")
    assert "£551,000" in PdfReader(tmp_path / "board-paper.pdf").pages[0].extract_text()
    assert load_workbook(tmp_path / "board-paper.xlsx").sheetnames[0] == "Summary"


def test_without_the_extra_the_award_is_written_and_a_line_says_how(
    monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path, decided: Path
) -> None:
    monkeypatch.setattr(missing, "_NEEDED", ("no_such_package",))
    ran = run("evaluate", TWO_BOARDS, "--out", tmp_path)
    assert ran.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["award.json"]
    assert "pip install 'supplier-selector[report]'" in ran.err
    ran = run("paper", TWO_BOARDS, decided / "award.json", "--out", tmp_path)
    assert ran.code == 1
    assert ran.err.startswith("error: the board paper needs its extra")


def test_answers_beside_the_award_have_their_sections(run: Run, decided: Path, tmp_path: Path) -> None:
    award = decided / "award.json"
    ties = run("ties", TWO_BOARDS, award, "--within", "2000", "--json").out
    assert run("paper", TWO_BOARDS, award, "--out", tmp_path).code == 0
    assert "Awards next to it" not in (tmp_path / "board-paper.html").read_text(encoding="utf-8")
    (tmp_path / "award.json").write_bytes(award.read_bytes())
    (tmp_path / "ties.json").write_text(ties, encoding="utf-8")
    assert run("paper", TWO_BOARDS, tmp_path / "award.json").code == 0
    page = (tmp_path / "board-paper.html").read_text(encoding="utf-8")
    assert "Awards next to it" in page
    assert "Proven: there are no others" in page


def test_an_answer_about_another_award_is_left_aside(run: Run, decided: Path, tmp_path: Path) -> None:
    (tmp_path / "award.json").write_bytes((decided / "award.json").read_bytes())
    answer = json.loads(run("ties", TWO_BOARDS, tmp_path / "award.json", "--json").out)
    answer["provenance"]["case_sha256"] = "0" * 64
    (tmp_path / "ties.json").write_text(json.dumps(answer), encoding="utf-8")
    ran = run("paper", TWO_BOARDS, tmp_path / "award.json")
    assert ran.code == 0
    assert "is about another award, and is left out of the paper" in ran.err
    (tmp_path / "ties.json").write_text("{}", encoding="utf-8")
    ran = run("paper", TWO_BOARDS, tmp_path / "award.json")
    assert ran.code == 2
    assert "holds no answer of ties" in ran.err


def test_since_tells_what_changed(run: Run, decided: Path, tmp_path: Path) -> None:
    document = json.loads(TWO_BOARDS.read_text(encoding="utf-8"))
    document["bids"] = [bid for bid in document["bids"] if bid["bidder"] != "valley"]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(document), encoding="utf-8")
    assert run("evaluate", changed, "--out", tmp_path, "--no-paper").code == 0
    ran = run("paper", changed, tmp_path / "award.json", "--since", decided / "award.json")
    assert ran.code == 0
    page = (tmp_path / "board-paper.html").read_text(encoding="utf-8")
    assert "Differences from the last run" in page
    assert "The case has changed since" in page
    assert "have another provider than in the last run" in page


def test_publish_writes_the_public_paper_alone(run: Run, decided: Path, tmp_path: Path) -> None:
    ran = run("paper", TWO_BOARDS, decided / "award.json", "--publish", "--out", tmp_path)
    assert ran.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"public-paper.{form}" for form in FORMS]
    assert "551,000" not in (tmp_path / "public-paper.html").read_text(encoding="utf-8")


def test_what_lies_beside_the_award_is_not_published(run: Run, decided: Path, tmp_path: Path) -> None:
    beside, alone = tmp_path / "beside", tmp_path / "alone"
    beside.mkdir()
    (beside / "award.json").write_bytes((decided / "award.json").read_bytes())
    for name in ("ties", "pareto"):
        answer = run(name, TWO_BOARDS, beside / "award.json", "--json").out
        (beside / f"{name}.json").write_text(answer, encoding="utf-8")
    assert run("paper", TWO_BOARDS, beside / "award.json", "--publish").code == 0
    assert run("paper", TWO_BOARDS, decided / "award.json", "--publish", "--out", alone).code == 0
    for form in FORMS:
        name = f"public-paper.{form}"
        assert (beside / name).read_bytes() == (alone / name).read_bytes()


def test_an_award_of_another_case_gives_no_paper(run: Run, decided: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(one_service({"firm": {"a": 1}}).model_dump_json(), encoding="utf-8")
    ran = run("paper", other, decided / "award.json", "--out", tmp_path)
    assert ran.code == 2
    assert not list(tmp_path.glob("board-paper.*"))


def test_a_case_without_an_award_has_a_paper_that_says_why(run: Run, tmp_path: Path) -> None:
    bidders = [{"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 100_001}]
    case = tmp_path / "case.json"
    case.write_text(one_service({"firm": {"a": 1}}, bidders=bidders).model_dump_json(), encoding="utf-8")
    assert run("evaluate", case, "--out", tmp_path).code == 3
    page = (tmp_path / "board-paper.html").read_text(encoding="utf-8")
    assert "No award keeps every rule of this case. That is proven" in page
    assert "What would mend it" in page
    assert (tmp_path / "board-paper.pdf").stat().st_size > 1000
    ran = run("paper", case, tmp_path / "award.json")
    assert ran.code == 3
    ran = run("paper", case, tmp_path / "award.json", "--publish")
    assert ran.code == 3
    assert "nothing to publish" in ran.err


def test_compare_writes_a_paper_into_a_folder(run: Run, tmp_path: Path) -> None:
    ran = run("compare", TWO_BOARDS, "--scenarios", "cheapest,all-nhs", "--out", tmp_path / "compared")
    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "compared").iterdir()) == [
        "comparison.json",
        *(f"scenarios.{form}" for form in FORMS),
    ]
    page = (tmp_path / "compared" / "scenarios.html").read_text(encoding="utf-8")
    assert "Lots that change hands" in page
    assert "Side by side" in page


@pytest.mark.deep
def test_full_answers_what_is_missing(tmp_path: Path, decided: Path) -> None:
    ran = run_process("paper", TWO_BOARDS, decided / "award.json", "--full", "--out", tmp_path)
    assert ran.code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert {"explain.json", "prices.json", "choice.json", "comparison.json", "board-paper.pdf"} <= names
    page = (tmp_path / "board-paper.html").read_text(encoding="utf-8")
    for title in (
        "Beside the alternatives",
        "What could be had instead",
        "How stable it is",
        "If a provider fails",
        "Freedom of choice",
        "Why each loser lost",
    ):
        assert title in page
