"""HiGHS as its users set it up: the program handed over whole, default options but for gap and time limit."""

from collections.abc import Mapping

import highspy
import numpy as np

from benchmarks.answer import Status
from benchmarks.running.exchange import BinaryProgram, Finding, serve

_Status = highspy.HighsModelStatus
# A word of the solver's that is not here is an error, never a guess.
_PROOFS: Mapping[highspy.HighsModelStatus, Status] = {
    _Status.kOptimal: "optimal",
    _Status.kInfeasible: "infeasible",
    _Status.kUnboundedOrInfeasible: "infeasible",  # every column is bounded
}


def solve(program: BinaryProgram, seconds: float, gap: float) -> Finding:
    """Solve a program for at most so many seconds, or to a relative gap.

    Raises
    ------
    RuntimeError
        if HiGHS refuses the program, or ends in a way that is none of optimal, infeasible and time limit.
    """
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("time_limit", seconds), ("mip_rel_gap", gap)):
        highs.setOptionValue(option, value)
    if highs.passModel(_model(program)) == highspy.HighsStatus.kError:
        raise RuntimeError("HiGHS refused the program")
    highs.run()
    status = highs.getModelStatus()
    if status not in _PROOFS and status != _Status.kTimeLimit:
        raise RuntimeError(f"HiGHS ended with {highs.modelStatusToString(status)}")
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return Finding(
        status=_PROOFS.get(status) or ("feasible" if found else "unknown"),
        columns=np.asarray(highs.getSolution().col_value) if found else None,
        bound=info.mip_dual_bound,
    )


def _model(program: BinaryProgram) -> highspy.HighsLp:
    rows, columns = len(program.row_lower), len(program.cost)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, rows
    lp.col_cost_ = program.cost
    lp.col_lower_ = np.zeros(columns)
    lp.col_upper_ = np.ones(columns)
    lp.row_lower_ = program.row_lower
    lp.row_upper_ = program.row_upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = columns, rows
    lp.a_matrix_.start_ = program.start
    lp.a_matrix_.index_ = program.index
    lp.a_matrix_.value_ = program.value
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
    return lp


if __name__ == "__main__":
    serve(solve)
