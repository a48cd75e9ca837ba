"""The files that solvers read keep every digit, and say what the program says."""

from pathlib import Path

import highspy
import numpy as np
import pytest

from selector.solve.others.model import Model, Row
from selector.solve.others.problem import problem_of

_THIRD, _PENNY = 1 / 3, 123456789012345.67
_MODEL = Model(
    goal=np.array([_PENNY, -_THIRD, 0.0, 1.0]),
    upper=np.array([1.0, 1.0, np.inf, 2.0 + 2**-40]),
    integral=np.array([True, True, True, False]),
    rows=(
        Row([0, 1], [_THIRD, 2**-20 + 2**-72], 0, 1.0 + 2**-52),
        Row([1, 2], [1.0, _PENNY], 1, -_THIRD),
        Row([0, 3], [1.0, 1.0], 2, 2.0),
    ),
)


@pytest.mark.parametrize("ending", ["mps", "lp"])
def test_every_digit_arrives(ending: str, tmp_path: Path) -> None:
    problem, _ = problem_of(_MODEL)
    path = tmp_path / f"model.{ending}"
    (problem.writeMPS if ending == "mps" else problem.writeLP)(str(path))
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.readModel(str(path))
    lp = highs.getLp()
    order = [lp.col_names_.index(f"x{k}") for k in range(4)]
    assert np.asarray(lp.col_cost_)[order].tolist() == _MODEL.goal.tolist()
    assert np.asarray(lp.col_upper_)[order].tolist() == _MODEL.upper.tolist()
    assert np.asarray(lp.col_lower_)[order].tolist() == [0.0] * 4
    assert [lp.integrality_[k] == highspy.HighsVarType.kInteger for k in order] == _MODEL.integral.tolist()
    rows = [lp.row_names_.index(f"r{k}") for k in range(3)]
    assert np.asarray(lp.row_upper_)[rows].tolist() == [1.0 + 2**-52, np.inf, 2.0]
    assert np.asarray(lp.row_lower_)[rows].tolist() == [-np.inf, -_THIRD, 2.0]
    matrix = np.zeros((3, 4))
    for column, k in enumerate(order):
        index, values = highs.getColEntries(k)[1:]
        matrix[[rows.index(row) for row in index], column] = values
    assert matrix.tolist() == [[_THIRD, 2**-20 + 2**-72, 0, 0], [0, 1, _PENNY, 0], [1, 0, 0, 1]]
