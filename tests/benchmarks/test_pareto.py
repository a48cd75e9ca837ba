"""``benchmarks pareto``: public instances, and files that are none."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import instances
from benchmarks.cli.main import app
from benchmarks.errors import InputInvalid
from benchmarks.fronts import FORMATS
from selector import nondominated

_SHORT = (
    ("kirlik-ap", "AP_p-3_n-5_ins-1.dat"),
    ("kirlik-ap", "AP_p-3_n-5_ins-2.dat"),
    ("kirlik-kp", "KP_p-3_n-10_ins-2.dat"),
    ("kirlik-kp", "KP_p-4_n-10_ins-1.dat"),
)
_LONG = (
    ("mavrotas-kp", "2kp50"),
    ("mavrotas-kp", "2kp100"),
    ("mavrotas-kp", "3kp40"),
    ("setpack", "2spp101_300A.dat"),
    ("setpack", "2mis100_300A.dat"),
    ("kirlik-ap", "AP_p-3_n-10_ins-1.dat"),
    ("kirlik-ap", "AP_p-3_n-15_ins-1.dat"),
    ("kirlik-kp", "KP_p-3_n-40_ins-1.dat"),
    ("kirlik-kp", "KP_p-4_n-30_ins-3.dat"),
    ("kirlik-kp", "KP_p-5_n-20_ins-3.dat"),
)


def _path(name: str, file: str) -> Path:
    path = instances.folder() / "fronts" / name / file
    if not path.exists():
        pytest.skip("the public instances are not here")
    return path


@pytest.mark.parametrize(("name", "file"), _SHORT)
def test_the_published_points(name: str, file: str) -> None:
    front = FORMATS[name].read(_path(name, file))
    found = nondominated(front.program, isolated=False)

    assert found.complete
    assert front.known
    assert {front.told(each.values) for each in found.points} == front.known


@pytest.mark.deep
@pytest.mark.parametrize(("name", "file"), _LONG)
def test_the_published_points_at_length(name: str, file: str) -> None:
    front = FORMATS[name].read(_path(name, file))
    found = nondominated(front.program, workers=2)

    assert found.complete
    assert {front.told(each.values) for each in found.points} == front.known


@pytest.mark.deep
def test_points_of_a_grid_are_among_them() -> None:
    front = FORMATS["mavrotas-kp"].read(_path("mavrotas-kp", "3kp50"))
    found = nondominated(front.program, workers=2)

    assert found.complete
    assert front.known <= {front.told(each.values) for each in found.points}


def test_one_json_object(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text("2\n3\n7\n[[4, 5, 1],\n[3, 1, 6]]\n[5, 4, 3]\n", encoding="utf-8")
    ran = CliRunner().invoke(
        app, ["pareto", str(tmp_path / "a.dat"), "--format", "kirlik-kp", "--workers", "1", "--json"]
    )
    told = json.loads(ran.stdout)

    assert ran.exit_code == 0
    assert (told["points"], told["complete"]) == ([[-6, -7]], True)
    assert set(told) >= {"points", "complete", "seconds"}


def test_set_packing_and_a_folder_of_tables(tmp_path: Path) -> None:
    (tmp_path / "p.dat").write_text("2 3\n3 2 2\n1 4 1\n2\n1 2\n2\n2 3\n", encoding="utf-8")
    packing = FORMATS["setpack"].read(tmp_path / "p.dat")
    for name, rows in (("a", [[1, 1, 1]]), ("b", [[2]]), ("c", [[3, 2, 2], [1, 4, 1]])):
        lines = ["," + ",".join(map(str, range(len(rows[0])))), *(f"0,{','.join(map(str, row))}" for row in rows)]
        (tmp_path / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    knapsack = FORMATS["mavrotas-kp"].read(tmp_path)

    assert {packing.told(each.values) for each in nondominated(packing.program, isolated=False).points} == {
        (5, 2),
        (2, 4),
    }
    assert {knapsack.told(each.values) for each in nondominated(knapsack.program, isolated=False).points} == {(5, 5)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kirlik-kp", "2 2 5 [[1, 2], [3, x]] [1, 1]"),
        ("kirlik-kp", "2 2 5 [[1, 2], [3, 1.5]] [1, 1]"),
        ("kirlik-ap", "2 2 [[[1"),
        ("setpack", "1 2  1 1  1 1  1 3"),
    ],
)
def test_what_is_no_instance_is_refused(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "x.dat").write_text(text, encoding="utf-8")

    with pytest.raises(InputInvalid, match=r"x\.dat"):
        FORMATS[name].read(tmp_path / "x.dat")


def test_a_folder_that_is_not_there_is_refused() -> None:
    ran = CliRunner().invoke(app, ["pareto", "nowhere", "--format", "mavrotas-kp"])

    assert isinstance(ran.exception, InputInvalid)
