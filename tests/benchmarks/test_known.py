"""What is published: read from its two tables, and held against answers."""

from pathlib import Path

import pytest

from benchmarks import instances
from benchmarks.errors import InputInvalid
from benchmarks.known import Known, known_values

LISTED = "set,file,value,meaning\na/b,p1.txt,8848.0,optimum\na/b,p2.txt,26.412,best known\nfronts,x.dat,35,points\n"
ASSIGNMENT = "Path,Optimum,Best known solution value\ns/one,261,261\ns/two,,6353\ns/three,,\n"


def _folder(tmp_path: Path, listed: str = LISTED, assignment: str = ASSIGNMENT) -> Path:
    (tmp_path / "known.csv").write_text(listed, encoding="utf-8")
    (tmp_path / "gap").mkdir()
    (tmp_path / "gap" / "data.csv").write_text(assignment, encoding="utf-8")
    return tmp_path


def test_both_tables_are_read_by_the_path_of_the_instance(tmp_path: Path) -> None:
    assert known_values(_folder(tmp_path)) == {
        "a/b/p1.txt": Known(8848.0, "optimum", 0.1),
        "a/b/p2.txt": Known(26.412, "best known", 0.001),
        "gap/s/one": Known(261.0, "optimum", 1.0),
        "gap/s/two": Known(6353.0, "best known", 1.0),
    }


def test_nothing_is_known_where_nothing_is_there(tmp_path: Path) -> None:
    assert known_values(tmp_path / "none") == {}


@pytest.mark.parametrize(
    ("listed", "assignment", "message"),
    [
        ("set,file,value\n", ASSIGNMENT, "known.csv lacks the column meaning"),
        ("", ASSIGNMENT, "known.csv lacks the column set, file, value, meaning"),
        (LISTED.replace("8848.0", "many"), ASSIGNMENT, "known.csv: 'many' stands where a value is expected"),
        (LISTED.replace("8848.0", "nan"), ASSIGNMENT, "known.csv: 'nan' stands where a value is expected"),
        (LISTED.replace(",8848.0,optimum", ",,optimum"), ASSIGNMENT, "known.csv: '' stands where a value is expected"),
        (LISTED, "Path,Optimum\n", "data.csv lacks the column Best known solution value"),
        (LISTED, ASSIGNMENT.replace("6353", "inf"), "data.csv: 'inf' stands where a value is expected"),
    ],
)
def test_a_broken_table_is_refused_in_a_sentence(tmp_path: Path, listed: str, assignment: str, message: str) -> None:
    with pytest.raises(InputInvalid) as refused:
        known_values(_folder(tmp_path, listed, assignment))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_bytes(b"set,file,value,meaning\n\xff\xfe,,,\n")
    with pytest.raises(InputInvalid, match=r"known\.csv is not a text file"):
        known_values(tmp_path)


def test_how_far_an_award_is_behind() -> None:
    cost, revenue = Known(200.0, "best known", 1.0), Known(50.0, "incumbent only", 0.01)
    assert cost.behind(210.0) == 0.05
    assert cost.behind(190.0) == -0.05
    assert cost.behind(200.4) == 0.0  # published to the unit
    assert revenue.behind(49.0, "maximise") == 0.02
    assert revenue.behind(51.0, "maximise") == -0.02


@pytest.mark.parametrize(
    ("known", "objective", "bound", "reason"),
    [
        (Known(100.0, "optimum", 0.1), 100.04, 100.04, ""),
        (Known(100.0, "optimum", 0.1), 101.0, 99.0, ""),
        (Known(100.0, "optimum", 0.1), None, None, ""),
        (Known(100.0, "optimum", 0.1), 101.0, 100.2, "proves 100.2 where 100 is known to be had"),
        (Known(100.0, "best known", 0.1), 101.0, 100.2, "proves 100.2 where 100 is known to be had"),
        (Known(100.0, "optimum", 0.1), 99.0, 98.0, "has an award of 99 where 100 is known to be the best"),
        (Known(100.0, "best known", 0.1), 99.0, 98.0, ""),
    ],
)
def test_a_bound_beyond_what_is_had_and_an_award_beyond_an_optimum_are_errors(
    known: Known, objective: float | None, bound: float | None, reason: str
) -> None:
    assert known.refuted(objective, bound) == reason


def test_of_revenue_a_bound_below_what_is_had_is_an_error() -> None:
    known = Known(7.505, "optimum", 0.001)
    assert known.refuted(7.505, 7.505, "maximise") == ""
    assert known.refuted(7.0, 7.4, "maximise") == "proves 7.4 where 7.505 is known to be had"
    assert known.refuted(8.0, 9.0, "maximise") == "has an award of 8 where 7.505 is known to be the best"


def test_the_shared_tables_can_be_read() -> None:
    folder = instances.folder()
    if not (folder / "known.csv").is_file():
        pytest.skip(f"the public instances are not beside the checkout, nor named by {instances.VARIABLE}")
    known = known_values(folder)
    assert known["sscflp/holmberg/p1.txt"] == Known(8848.0, "optimum", 0.1)
    assert known["gap/chu1997/d20200"].meaning == "best known"
    assert not any(path.startswith("fronts/") for path in known)
