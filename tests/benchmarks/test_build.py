"""Builders: the engine's program and those of modelling libraries are one program."""

import importlib
import json
from pathlib import Path

import highspy
import numpy as np
import pytest
from typer.testing import CliRunner

from benchmarks.building import BUILDERS, SELECTOR, by_selector
from benchmarks.building.drawn import SIZES, Size, draw
from benchmarks.building.market import Market
from benchmarks.building.running import run
from benchmarks.cli.main import app
from models import ExtraMissing

TINY = Size("tiny", 20, 3, 20)
PEERS = [each for each in BUILDERS.values() if each.name != SELECTOR]
# Of packages that the builders load.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")


@pytest.fixture
def market(tmp_path: Path) -> Path:
    path = tmp_path / "market.npz"
    draw(TINY, path, seed=3)
    return path


def relaxed(highs: highspy.Highs) -> float:
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("solve_relaxation", True)
    highs.run()
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(highs.getInfo().objective_function_value)


def test_a_market_has_the_bids_it_says_and_one_for_each_lot(market: Path) -> None:
    read = Market.read(market)
    assert len(read.price) == TINY.bids
    assert set(read.lot.tolist()) == set(range(TINY.buyers * TINY.services))
    assert {size.bids for size in SIZES.values()} == {10_000, 100_000, 1_000_000}


@pytest.mark.parametrize("name", [each.name for each in PEERS])
def test_builders_make_the_engines_program(name: str, market: Path) -> None:
    pytest.importorskip(BUILDERS[name].package, reason="a builder's package")
    ours = by_selector.build(by_selector.read(market))
    theirs = importlib.import_module(BUILDERS[name].module).build(Market.read(market))
    for count in ("getNumCol", "getNumRow", "getNumNz"):
        assert getattr(theirs, count)() == getattr(ours, count)()
    assert all(kind == highspy.HighsVarType.kInteger for each in (ours, theirs) for kind in each.getLp().integrality_)
    assert relaxed(theirs) == pytest.approx(relaxed(ours), rel=1e-9)


def test_one_that_overstays_is_ended_and_told_of() -> None:
    (row,) = run([TINY], [BUILDERS[SELECTOR]], seeds=1, time_limit=0.01)
    assert row.seconds is None
    assert "time limit" in row.complaint


def test_command_writes_what_it_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, TINY.name, TINY)
    file = tmp_path / "rows.json"
    done = CliRunner().invoke(app, ["build", "--sizes", "tiny", "--builders", "pulp", "--json", str(file)])
    assert done.exit_code == 0, done.output
    rows = json.loads(file.read_text())["rows"]
    assert [row["builder"] for row in rows] == ["selector", "pulp"]
    assert rows[0]["columns"] == rows[1]["columns"] > TINY.bids
    assert all(row["seconds"] > 0 and row["peak_mb"] > 0 for row in rows)


def test_a_builder_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    done = CliRunner().invoke(app, ["build", "--builders", "linopy"])
    assert isinstance(done.exception, ExtraMissing)
    assert "linopy" in str(done.exception)


def test_arrays_are_drawn_the_same_again(tmp_path: Path) -> None:
    draw(TINY, tmp_path / "a.npz", seed=1)
    draw(TINY, tmp_path / "b.npz", seed=1)
    with np.load(tmp_path / "a.npz") as one, np.load(tmp_path / "b.npz") as other:
        assert all(np.array_equal(one[name], other[name]) for name in one.files)
