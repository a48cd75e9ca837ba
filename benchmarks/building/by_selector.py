"""The engine's own way: families of rows laid as arrays, and the arrays handed over."""

from pathlib import Path

import highspy
import numpy as np

from benchmarks.building.measured import serve
from benchmarks.formats import national_npz
from selector import Appraisal, hand_over, lay, objectives

_PENCE = 100


def read(path: Path) -> Appraisal:
    """The appraisal of a market."""
    question = national_npz.read(path).question
    if not isinstance(question, Appraisal):
        raise TypeError("a national case is read as arrays")
    return question


def build(appraisal: Appraisal) -> highspy.Highs:
    """The program of an appraisal in HiGHS, its objective cost in pounds."""
    program = lay(appraisal)
    cost = objectives(appraisal).cost.astype(np.float64) / _PENCE
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    hand_over(program, highs, cost)
    return highs


if __name__ == "__main__":
    serve(read, build)
