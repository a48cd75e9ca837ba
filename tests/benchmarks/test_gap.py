"""Generalised assignment: every figure in its place, the optimum, and what is no such file."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks import instances
from benchmarks.engine import ask
from benchmarks.errors import InputInvalid
from benchmarks.formats.format import Format
from benchmarks.formats.gap import FORMAT, read
from benchmarks.instance import Laid
from benchmarks.known import known_values
from tests.benchmarks.files import written

# Jobs 1 and 2 would each cost least at the first agent, but take 2 + 3 of its 4. So job 1 goes to the first (1), 2 and 3 to
# the second (3 + 1), which has 3 for what takes 1 + 2: 5 in all. With 2 at the first, the second had 3 + 2 to do.
TINY = "2 3  1 2 3  4 3 1  2 3 2  3 1 2  4 3"


def test_the_optimum_worked_by_hand(tmp_path: Path) -> None:
    instance = read(written(tmp_path, TINY, "tiny"))
    answer = ask(instance, time_limit=60, gap=0)
    assert instance.reader == "program"
    assert (answer.status, answer.objective, answer.bound, answer.gap) == ("optimal", 5.0, 5.0, 0.0)


def test_rows_are_scaled_by_powers_of_two_and_say_by_how_much(tmp_path: Path) -> None:
    question = read(written(tmp_path, TINY, "tiny")).question
    assert isinstance(question, Laid)
    program = question.program
    rows = program.matrix.toarray() / program.factor[:, None]
    assert rows.tolist() == [
        [1, 0, 0, 1, 0, 0],
        [0, 1, 0, 0, 1, 0],
        [0, 0, 1, 0, 0, 1],
        [2, 3, 2, 0, 0, 0],
        [0, 0, 0, 3, 1, 2],
    ]
    assert (program.row_upper / program.factor).tolist() == [1, 1, 1, 4, 3]
    assert (program.row_lower / program.factor).tolist() == [1, 1, 1, -np.inf, -np.inf]
    assert ((np.abs(program.matrix.toarray()).max(axis=1) >= 1) & (program.matrix.toarray().max(axis=1) < 2)).all()
    assert question.cost.tolist() == [100, 200, 300, 400, 300, 100]
    assert (program.pair_accept.tolist(), program.pair_lot.tolist()) == ([0, 1, 2, 3, 4, 5], [0, 1, 2, 0, 1, 2])


def test_fine_figures_are_kept_exact(tmp_path: Path) -> None:
    """As above in thousandths of money and tenths of what jobs take."""
    instance = read(written(tmp_path, "2 3  .001 .002 .003  .004 .003 .001  .2 .3 .2  .3 .1 .2  .4 .3", "tiny"))
    assert ask(instance, time_limit=60, gap=0).objective == 0.005
    assert instance.scale == 10


def test_no_way_to_do_all_jobs_is_infeasible(tmp_path: Path) -> None:
    answer = ask(read(written(tmp_path, "1 2  1 1  2 2  3", "tiny")), time_limit=60, gap=0)
    assert (answer.status, answer.objective, answer.bound) == ("infeasible", None, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "tiny ends after 0 of 1 numbers"),
        (TINY.rsplit(maxsplit=1)[0], "tiny ends after 15 of 16 numbers"),
        ("2 0", "tiny: 0 stands where the number of jobs is expected, a whole number above 0"),
        (TINY.replace("4 3 1", "4 a 1"), "'a', word 7, stands where a cost is expected"),
        (TINY.replace("2 3 2", "2 -3 2"), "'-3', word 10, stands where what a job takes is expected"),
        ("1 1  1 1 nan", "'nan', word 5, stands where a capacity is expected"),
        ("1 1  90071992547410 1 1", "tiny: costs, kept exact, are beyond what can be counted"),
        ("1 1  1 1.0000000000001 9999", "tiny: what jobs take, kept exact, are beyond what can be counted"),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputInvalid) as refused:
        read(written(tmp_path, text, "tiny"))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_there_is_no_case_of_it(tmp_path: Path) -> None:
    its: Format = FORMAT
    with pytest.raises(InputInvalid, match="files of the format gap are read as a program, never as a case"):
        its.read(written(tmp_path, TINY, "tiny"), "case")


@pytest.mark.parametrize("file", ["gap/cattrysse1994/gap1-0", "gap/chu1997/a10100"])
def test_published_optimum(file: str) -> None:
    folder = instances.folder()
    if not (folder / file).is_file():
        pytest.skip(f"the public instances are not beside the checkout, nor named by {instances.VARIABLE}")
    answer = ask(read(folder / file), time_limit=60, gap=0)
    known = known_values(folder)[file]
    assert known.meaning == "optimum"
    assert (answer.status, answer.objective, answer.bound) == ("optimal", known.value, known.value)
