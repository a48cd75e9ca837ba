"""HiGHS as its users set it up: the program handed over whole, default options but for threads, gap and time limit."""

from collections.abc import Mapping

import highspy
import numpy as np

from benchmarks.answer import Status
from benchmarks.running.course import Course
from benchmarks.running.mixed_program import MixedProgram
from benchmarks.running.serving import Asked, Finding, serve

_SECONDS_BETWEEN_LOOKS = 0.05

_Status = highspy.HighsModelStatus
# A word of the solver's that is not here is an error, never a guess.
_PROOFS: Mapping[highspy.HighsModelStatus, Status] = {
    _Status.kOptimal: "optimal",
    _Status.kInfeasible: "infeasible",
    _Status.kUnboundedOrInfeasible: "infeasible",  # the objective is bounded
}


def solve(program: MixedProgram, asked: Asked, course: Course) -> Finding:
    """Solve a program for at most so many seconds, or to a relative gap.

    Raises
    ------
    RuntimeError
        if HiGHS refuses the program, or ends in a way that is none of optimal, infeasible and time limit.
    """
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False),
        ("threads", asked.cores),
        ("time_limit", asked.seconds),
        ("mip_rel_gap", asked.gap),
    ):
        if highs.setOptionValue(option, value) != highspy.HighsStatus.kOk:
            raise RuntimeError(f"HiGHS refused the option {option}")
    if highs.passModel(_model(program)) == highspy.HighsStatus.kError:
        raise RuntimeError("HiGHS refused the program")
    _watch(highs, course)
    course.begin()
    highs.run()
    status = highs.getModelStatus()
    if status not in _PROOFS and status != _Status.kTimeLimit:
        raise RuntimeError(f"HiGHS ended with {highs.modelStatusToString(status)}")
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    # A program without whole columns is linear, and then HiGHS tells its bound by its value.
    linear = not program.integral.any() and status == _Status.kOptimal
    return Finding(
        status=_PROOFS.get(status) or ("feasible" if found else "unknown"),
        columns=np.asarray(highs.getSolution().col_value) if found else None,
        bound=info.objective_function_value if linear else info.mip_dual_bound,
    )


def _watch(highs: highspy.Highs, course: Course) -> None:
    looked = 0.0

    def look(event: highspy.highs.HighsCallbackEvent) -> None:
        nonlocal looked
        if course.seconds - looked >= _SECONDS_BETWEEN_LOOKS:
            looked = course.seconds
            note(event)

    def note(event: highspy.highs.HighsCallbackEvent) -> None:
        course.add(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)

    highs.enableCallbacks()  # type: ignore[no-untyped-call]
    # Its log of the search comes some seconds apart; this one is called hundreds of times a second.
    highs.cbMipInterrupt.subscribe(look)
    highs.cbMipImprovingSolution.subscribe(note)


def _model(program: MixedProgram) -> highspy.HighsLp:
    rows, columns = len(program.row_lower), len(program.cost)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, rows
    lp.col_cost_ = program.cost
    lp.col_lower_ = np.zeros(columns)
    lp.col_upper_ = np.minimum(program.upper, highspy.kHighsInf)
    lp.row_lower_ = np.maximum(program.row_lower, -highspy.kHighsInf)
    lp.row_upper_ = np.minimum(program.row_upper, highspy.kHighsInf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = columns, rows
    lp.a_matrix_.start_ = program.start
    lp.a_matrix_.index_ = program.index
    lp.a_matrix_.value_ = program.value
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in program.integral.astype(int).tolist()]
    return lp


if __name__ == "__main__":
    serve(solve)
