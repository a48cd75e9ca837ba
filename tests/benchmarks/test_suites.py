"""Suites: what is in them, what becomes of absent instances, and what is drawn."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from benchmarks import instances
from benchmarks.engine import ask
from benchmarks.errors import InputInvalid
from benchmarks.instance import Instance, Laid
from benchmarks.known import Known
from benchmarks.suites import SUITES, Entry
from benchmarks.suites.growth import SIZES
from benchmarks.suites.market_draw import market
from benchmarks.suites.uncoupled import uncoupled
from models import Case
from selector import Appraisal, Program, appraise, lay, synthetic
from tests.benchmarks.files import SMALL, national, write_national
from tests.benchmarks.relaxation import relaxation

OF_FILES = {
    "holmberg": "sscflp/holmberg",
    "delmaire": "sscflp/delmaire",
    "orlib": "sscflp/orlib",
    "yang": "sscflp/yang",
    "tbed": "sscflp/tbed",
    "wdp": "wdp/cats",
}
DRAWN = ("board", "board-large", "national", "coupled", "growth")


def _entries(suite: str, seeds: int = 1) -> list[Entry]:
    return list(SUITES[suite].entries(seeds))


def test_suites_of_drawn_cases_draw_at_least_five() -> None:
    assert all(SUITES[name].seeds >= 5 for name in DRAWN)


@pytest.mark.parametrize("name", SUITES)
def test_cases_have_names_of_their_own(name: str) -> None:
    cases = [entry.case for entry in SUITES[name].entries(3)]
    assert cases
    assert len(set(cases)) == len(cases)


@pytest.mark.parametrize("name", [*OF_FILES, "sscflp", "gap", "national", "coupled"])
def test_absent_instances_are_left_out_with_a_reason(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(instances.VARIABLE, str(tmp_path))
    absent = [entry for entry in _entries(name) if entry.skip]
    assert absent
    for entry in absent:
        assert f"is not among the instances in {tmp_path}" in entry.skip
        with pytest.raises(InputInvalid, match="is not among the instances"):
            entry.load()
    assert all(entry.skip for entry in _entries(name)) == (name not in DRAWN)


@pytest.mark.parametrize("name", ["holmberg", "yang", "orlib"])
def test_files_come_as_a_person_counts_and_with_what_is_known(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(instances.VARIABLE, str(tmp_path))
    folder = tmp_path / OF_FILES[name]
    folder.mkdir(parents=True)
    for file in ("1-10.txt", "1-2.txt", "2-1.txt"):
        (folder / file).write_text(SMALL.text(), encoding="utf-8")
    listed = f"set,file,value,meaning\n{OF_FILES[name]},1-2.txt,53,optimum\n"
    (tmp_path / "known.csv").write_text(listed, encoding="utf-8")
    entries = _entries(name)
    assert [entry.case for entry in entries] == ["1-2", "1-10", "2-1"]
    assert [entry.known for entry in entries] == [Known(53.0, "optimum", 1.0), None, None]
    assert not any(entry.skip for entry in entries)
    assert entries[0].load().reader == "program"
    larger = {"yang": [None, None, 600.0], "orlib": [None, None, 120.0]}
    assert [entry.time_limit for entry in entries] == larger.get(name, [None] * 3)


def test_all_location_sets_together_keep_their_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(instances.VARIABLE, str(tmp_path))
    (tmp_path / "sscflp" / "yang").mkdir(parents=True)
    (tmp_path / "sscflp" / "yang" / "1-1.txt").write_text(SMALL.text(), encoding="utf-8")
    entries = {entry.case: entry for entry in _entries("sscflp")}
    assert entries.keys() == {f"{name}/{name}" for name in OF_FILES if name not in ("yang", "wdp")} | {"yang/1-1"}
    assert entries["yang/1-1"].time_limit == SUITES["yang"].time_limit
    assert entries["holmberg/holmberg"].time_limit == SUITES["holmberg"].time_limit


def test_assignment_and_auctions_are_read_into_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(instances.VARIABLE, str(tmp_path))
    for folder, text in (("gap/chu1997", "1 1  7 2 3"), ("wdp/cats", "goods 1\nbids 1\ndummy 0\n0 7 0 #\n")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "tiny").write_text(text, encoding="utf-8")
    for suite, case in (("gap", "chu1997/tiny"), ("wdp", "tiny")):
        (entry,) = [entry for entry in _entries(suite) if not entry.skip]
        assert entry.case == case
        assert isinstance(entry.load().question, Laid)


def test_shared_national_cases_are_read_as_arrays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(instances.VARIABLE, str(tmp_path))
    (tmp_path / "national").mkdir()
    for name in ("open-0", "tight-1", "coupled-0"):
        write_national(tmp_path / "national" / f"{name}.npz", national())
    assert [entry.case for entry in _entries("national", 2)] == ["open-0", "tight-1", "drawn-00", "drawn-01"]
    coupled = _entries("coupled", 1)
    assert [entry.case for entry in coupled] == ["coupled-0", "drawn-00", "example-2013"]
    assert coupled[0].gap == 0.0005
    assert isinstance(coupled[0].load().question, Appraisal)


def test_uncoupled_services_are_problems_of_their_own() -> None:
    case = synthetic(8, 6, 12, 0)
    assert _parts(_program(case)) == 1
    free = uncoupled(case)
    assert _parts(_program(free)) == len(case.services)
    assert {lot.id for lot in free.tendered} == {lot.id for lot in case.tendered}
    assert free.bids == case.bids
    assert [bidder.setup for bidder in free.bidders] == [bidder.setup for bidder in case.bidders]
    assert [bidder.capacity for bidder in free.bidders] == [bidder.capacity for bidder in case.bidders]
    assert Case.model_validate_json(free.canonical_json()) == free


def test_a_drawn_market_is_the_same_for_the_same_seed_and_has_bids_for_all() -> None:
    one, again, other = (market(30, 6, 12, seed).appraisal() for seed in (1, 1, 2))
    assert np.array_equal(one.bids.cost, again.bids.cost)
    assert one.bids.cost.sum() != other.bids.cost.sum()
    assert np.bincount(one.bids.pair_lot, minlength=180).min() >= 4
    assert (one.bids.cost > 0).all()
    assert _parts(lay(one)) == 6


def test_a_drawn_market_has_an_award_that_is_within_the_bound_of_its_relaxation() -> None:
    instance = Instance(market(50, 2, 40, 0).appraisal())
    answer = ask(instance, time_limit=60, gap=0.01)
    least = relaxation(instance.work())
    assert answer.status == "optimal"
    assert answer.objective is not None
    assert answer.bound is not None
    assert least * 0.999_999 <= answer.bound <= answer.objective <= least * 1.05


def test_growth_has_every_size_once_and_the_smallest_first() -> None:
    cases = [entry.case for entry in _entries("growth")]
    assert len(cases) == len(set(SIZES)) == 9
    assert cases[0] == "100x5-seed-00"
    assert cases[-1] == "1000x20-seed-00"
    first = _entries("growth")[0].load().question
    assert isinstance(first, Appraisal)
    assert (len(first.limits.buyers), len(first.services), len(first.bidders)) == (100, 5, 40)


def _program(case: Case) -> Program:
    return lay(appraise(case))


def _parts(program: Program) -> int:
    """How many parts a program falls into, of which none shares a row with another."""
    entries: coo_array = program.matrix.tocoo()
    rows, columns = program.matrix.shape
    at: NDArray[np.int64] = entries.coords[0].astype(np.int64)
    ties = coo_array((np.ones(len(at)), (at, rows + entries.coords[1])), shape=(rows + columns, rows + columns))
    count, _ = connected_components(ties, directed=False)
    return int(count)
