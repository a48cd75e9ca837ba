"""Which solver a name means, and what is said of one that cannot run."""

from pathlib import Path

import pytest

from models import ExtraMissing, UnknownName
from selector import Options, evaluate, synthetic
from selector.solve import about, chosen
from selector.solve.others import table
from tests.cli.running import run_here


@pytest.mark.parametrize(
    ("name", "means"),
    [
        (None, "highs"),
        ("HiGHS", "highs"),
        ("CBC", "cbc"),
        ("Scip", "scip"),
        ("scip_py", "SCIP_PY"),
        ("SCIP_PY", "SCIP_PY"),
    ],
)
def test_a_name_means_one_solver(name: str | None, means: str) -> None:
    assert chosen(name) == means
    assert chosen(means) == means


@pytest.mark.parametrize("name", ["highs", "cbc", "scip"])
def test_a_certificate_names_solver_and_version(name: str) -> None:
    said = about(name)
    assert said.solver.lower().startswith(name)
    assert any(letter.isdigit() for letter in said.solver.partition(" ")[2].partition(",")[0])
    assert 0 < said.feasibility <= 1e-6


def test_an_unknown_name_is_met_with_near_ones() -> None:
    with pytest.raises(UnknownName, match=r"no solver 'guroby'; did you mean gurobi.*highs, cbc, scip") as error:
        evaluate(synthetic(3, 2, 4, seed=1), Options(solver="guroby"))
    assert "glpk" in str(error.value)


def test_a_solver_that_is_not_installed_is_an_error_that_tells_what_is(monkeypatch: pytest.MonkeyPatch) -> None:
    real = table.is_installed
    monkeypatch.setattr(table, "is_installed", lambda each: each != "GUROBI" and real(each))
    with pytest.raises(
        ExtraMissing, match=r"gurobi is not installed; installed are: highs, cbc, scip.*pip install gurobipy"
    ):
        chosen("gurobi")


def test_the_command_line_ends_cleanly(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    case = tmp_path / "case.json"
    case.write_text(synthetic(3, 2, 4, seed=1).canonical_json())
    ran = run_here(monkeypatch, capfd, "evaluate", case, "--solver", "no such [thing]")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no solver 'no such [thing]'" in ran.err
    monkeypatch.setattr(table, "is_installed", lambda _: False)
    ran = run_here(monkeypatch, capfd, "evaluate", case, "--solver", "scip")
    assert (ran.code, ran.out) == (1, "")
    assert "scip is not installed; installed are: highs." in ran.err


def test_the_command_line_takes_a_solver(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    case = tmp_path / "case.json"
    case.write_text(synthetic(8, 5, 12, seed=0).canonical_json())
    ran = run_here(monkeypatch, capfd, "evaluate", case, "--solver", "SCIP")
    assert ran.code == 0
    assert f"\n{about('scip').solver}, " in ran.out
