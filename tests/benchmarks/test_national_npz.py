"""National cases read straight into a program, against every award."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.engine import ask
from benchmarks.errors import InputInvalid
from benchmarks.formats.national_npz import read
from selector import Appraisal
from tests.benchmarks.files import national, national_optimum, write_national

Change = Callable[[dict[str, NDArray[np.float64]]], object]


@pytest.mark.parametrize("share_cap", [0.0, 0.5])
def test_the_optimum_is_that_of_all_awards(tmp_path: Path, share_cap: float) -> None:
    arrays = national(share_cap)
    instance = read(write_national(tmp_path / "tiny.npz", arrays))
    answer = ask(instance, time_limit=60, gap=0)
    assert instance.reader == "program"
    assert answer.status == "optimal"
    assert answer.objective == answer.bound == pytest.approx(national_optimum(arrays), abs=0.001)
    assert answer.gap == 0


def test_the_share_cap_binds_in_the_tiny_case() -> None:
    free, capped = national_optimum(national()), national_optimum(national(0.5))
    assert free is not None
    assert capped is not None
    assert capped > free


def test_a_share_of_just_so_many_people_is_allowed(tmp_path: Path) -> None:
    arrays = national(0.29)
    arrays["population"] = np.array([29.0, 21.0])  # 29 % of 100 people: in binary fractions a little less than 29
    appraisal = read(write_national(tmp_path / "tiny.npz", arrays)).question
    assert isinstance(appraisal, Appraisal)
    assert appraisal.bidders.capacity_wte.tolist() == [29_000.0] * 3
    assert appraisal.lots.wte.tolist() == [29_000, 29_000, 21_000, 21_000]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda a: a.pop("floor"), "tiny.npz lacks floor"),
        (lambda a: a.update(price=a["price"][1:]), "price has 11 entries in place of 12"),
        (lambda a: a.update(setup=a["setup"][0]), "setup has 1 dimensions in place of 2"),
        (lambda a: a["price"].fill(np.nan), "price holds a figure that is negative or none at all"),
        (lambda a: a["capacity"].fill(-1), "capacity holds a figure that is negative or none at all"),
        (lambda a: a["bidder"].fill(3), "bidder names one that is not there"),
        (lambda a: a["buyer"].fill(0.5), "buyer names one that is not there"),
        (lambda a: a.update(price=np.array(["dear"] * 12)), "holds something other than arrays of numbers"),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_sentence(tmp_path: Path, change: Change, message: str) -> None:
    arrays = national()
    change(arrays)
    with pytest.raises(InputInvalid) as refused:
        read(write_national(tmp_path / "tiny.npz", arrays))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_half_a_file_is_refused(tmp_path: Path) -> None:
    path = write_national(tmp_path / "tiny.npz", national())
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(InputInvalid, match=r"tiny\.npz is not a whole \.npz file"):
        read(path)
