"""What is read from solvers, on answers and logs as they give them."""

from types import SimpleNamespace
from typing import Any

import pytest

from models import SolverFailed
from selector.solve.others.cbc import CBC
from selector.solve.others.copt import COPT
from selector.solve.others.cplex import CPLEX
from selector.solve.others.gurobi import GUROBI
from selector.solve.others.scip import SCIP
from selector.solve.others.solver import Ran, Said, Solver
from selector.solve.others.xpress import XPRESS

_STOPPED = """
Result - Stopped on time limit

Objective value:                113015599.43000001
Lower bound:                    112639392.688
Gap:                            0.00
Enumerated nodes:               0
"""
_STOPPED_BY_CBCBOX = """
Cbc0020I Exiting on maximum time
Cbc0005I Partial search - best objective 1.1307279e+08 (best possible 1.1260551e+08), took 0 iterations and 0 nodes (6.01 seconds)

Result - Stopped on time limit
Objective value:                113072786.37
Lower bound:                    1.12606e+08
Gap:                            0.00414971
"""
_NOTHING_FOUND = """
Result - Stopped on time limit

No feasible solution found
Lower bound:                    112605506.320
"""
_WITHIN_GAP = """
Result - Optimal solution found (within gap tolerance)

Objective value:                113015599.43000001
Lower bound:                    -3.5e+02
"""
_OPTIMAL = """
Result - Optimal solution found

Objective value:                16602672.56000000
"""
_UNSTARTED = "seconds was changed from 1e+08 to 0.05\nLP relaxation stopped on time limit - 0.092265 seconds\n"


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (_STOPPED, Said("time", found=True, bound=112639392.687)),
        (_STOPPED_BY_CBCBOX, Said("time", found=True, bound=112605000.0)),
        (_NOTHING_FOUND, Said("time", found=False, bound=112605506.319)),
        (_WITHIN_GAP, Said("proven", found=True, bound=-360.0, bound_by_gap=True)),
        (_OPTIMAL, Said("proven", found=True, bound_by_gap=True)),
        ("Result - Problem proven infeasible\n\nNo feasible solution found\n", Said("infeasible", found=False)),
        ("Problem is infeasible - 0.00 seconds\n", Said("infeasible", found=False)),
        ("Problem is infeasible - tightenPrimalBounds!\n", Said("infeasible", found=False)),
        (_UNSTARTED, Said("time", found=False)),
        ("Continuous objective value is 0.75 - 0.00 seconds\n", Said("failed", found=False)),
        ("", Said("failed", found=False)),
    ],
)
def test_logs_of_cbc(log: str, said: Said) -> None:
    assert _read(CBC, None, log) == said


def test_a_word_that_is_not_known_is_an_error() -> None:
    with pytest.raises(SolverFailed, match="CBC ended with 'Gave up'"):
        _read(CBC, None, "Result - Gave up\n")
    with pytest.raises(SolverFailed, match="Gurobi ended with 99"):
        _read(GUROBI, SimpleNamespace(Status=99))


def _scip(status: str, bound: float = 5.0, solutions: int = 1) -> Any:
    return SimpleNamespace(
        getStatus=lambda: status,
        getDualbound=lambda: bound,
        getNSols=lambda: solutions,
        isInfinity=lambda value: value >= 1e20,
    )


def _cplex(status: int, bound: float = 5.0, *, found: bool = True) -> Any:
    return SimpleNamespace(
        solution=SimpleNamespace(
            get_status=lambda: status,
            MIP=SimpleNamespace(get_best_objective=lambda: bound),
            is_primal_feasible=lambda: found,
        )
    )


def _xpress(solve: int, solution: int, stop: int, solutions: int = 1, bound: float = 5.0) -> Any:
    return SimpleNamespace(
        attributes=SimpleNamespace(
            solvestatus=solve, solstatus=solution, stopstatus=stop, mipsols=solutions, bestbound=bound
        )
    )


@pytest.mark.parametrize(
    ("solver", "model", "said"),
    [
        (SCIP, _scip("optimal"), Said("proven", found=True, bound=5.0)),
        (SCIP, _scip("gaplimit"), Said("proven", found=True, bound=5.0)),
        (SCIP, _scip("timelimit", -1e20, 0), Said("time", found=False)),
        (SCIP, _scip("infeasible", 1e20, 0), Said("infeasible", found=False)),
        (GUROBI, SimpleNamespace(Status=2, ObjBound=5.0, SolCount=1), Said("proven", found=True, bound=5.0)),
        (GUROBI, SimpleNamespace(Status=9, ObjBound=5.0, SolCount=2), Said("time", found=True, bound=5.0)),
        (GUROBI, SimpleNamespace(Status=9, ObjBound=-1e100, SolCount=0), Said("time", found=False)),
        (GUROBI, SimpleNamespace(Status=3), Said("infeasible", found=False)),
        (GUROBI, SimpleNamespace(Status=13, ObjBound=5.0, SolCount=1), Said("failed", found=True, bound=5.0)),
        (CPLEX, _cplex(102), Said("proven", found=True, bound=5.0)),
        (CPLEX, _cplex(107), Said("time", found=True, bound=5.0)),
        (CPLEX, _cplex(108, -1e75, found=False), Said("time", found=False)),
        (CPLEX, _cplex(103), Said("infeasible", found=False)),
        (CPLEX, _cplex(115), Said("failed", found=True, bound=5.0)),
        (XPRESS, _xpress(3, 1, 0), Said("proven", found=True, bound=5.0)),
        (XPRESS, _xpress(3, 3, 0, 0, -1e40), Said("infeasible", found=False)),
        (XPRESS, _xpress(1, 2, 1), Said("time", found=True, bound=5.0)),
        (XPRESS, _xpress(1, 0, 3, 0), Said("nodes", found=False, bound=5.0)),
        (COPT, SimpleNamespace(status=1, bestbnd=5.0, hasmipsol=1), Said("proven", found=True, bound=5.0)),
        (COPT, SimpleNamespace(status=8, bestbnd=-1e30, hasmipsol=0), Said("time", found=False)),
        (COPT, SimpleNamespace(status=2, bestbnd=1e30, hasmipsol=0), Said("infeasible", found=False)),
    ],
)
def test_models_of_solvers(solver: Solver, model: Any, said: Said) -> None:
    assert _read(solver, model) == said


def _read(solver: Solver, model: Any, log: str = "") -> Said:
    assert solver.read is not None
    return solver.read(Ran(SimpleNamespace(solverModel=model), log))
