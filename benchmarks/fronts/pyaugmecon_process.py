"""PyAUGMECON on one problem, in a process of its own: reads ``problem.json`` of a folder, writes ``answer.json`` there.

AUGMECON-R, the augmented epsilon-constraint method with its grid of every whole value (``mode="exact"``), over HiGHS; all
else is its default. Imports nothing of this project: its interpreter need not have it.
"""

import json
import multiprocessing
import sys
import time
from pathlib import Path
from typing import Any


def main() -> None:
    """Solve the problem of the folder that the command line names, with so many processes."""
    # It starts processes by spawning and shares locks made by forking, where that is the default: then it fails.
    multiprocessing.set_start_method("spawn")
    folder, workers = Path(sys.argv[1]), int(sys.argv[2])
    problem = json.loads((folder / "problem.json").read_text(encoding="utf-8"))
    from pyaugmecon import PyAugmecon, PyAugmeconConfig

    model = _model(problem)
    began = time.perf_counter()
    config = PyAugmeconConfig(
        mode="exact",
        solver_name="highs",
        workers=workers,
        objective_order="given",
        nadir_points=problem["nadir"],
    )
    found = PyAugmecon(model, config).solve()
    seconds = time.perf_counter() - began
    answer = {
        "points": sorted([round(value) for value in point] for point in found.points),
        "seconds": seconds,
        "searches": found.models_solved,
    }
    (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


def _model(problem: dict[str, Any]) -> Any:
    """The problem as a Pyomo model; objectives are to be maximised."""
    from pyomo.environ import Binary, ConcreteModel, ConstraintList, ObjectiveList, Var, maximize

    model = ConcreteModel()
    model.x = Var(range(problem["columns"]), within=Binary)
    model.rows = ConstraintList()
    for entries, least, most in problem["rows"]:
        total = sum(value * model.x[column] for column, value in entries)
        if least is not None and least == most:
            model.rows.add(total == most)
        elif most is not None:
            model.rows.add(total <= most)
        if least is not None and least != most:
            model.rows.add(total >= least)
    model.obj_list = ObjectiveList()
    for objective in problem["objectives"]:
        model.obj_list.add(sum(value * model.x[column] for column, value in enumerate(objective)), sense=maximize)
    return model


if __name__ == "__main__":
    main()
