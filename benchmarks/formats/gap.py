"""Generalised assignment, as OR-Library and Yagiura, Ibaraki and Glover (2004) write it down.

``agents jobs``; a row of costs for each agent, a figure for each job; likewise what the job takes of the agent; the
agents' capacities. Each job goes to one agent, at the least cost. What a job takes depends on the agent, which no case
can say: volume is the lot's. So a file becomes a program: a cover row for each job, a capacity row for each agent.
"""

from decimal import Decimal
from pathlib import Path

import numpy as np

from benchmarks.errors import InputInvalid
from benchmarks.formats.exact import HUNDREDTH, MOST, scale, whole
from benchmarks.formats.format import Format
from benchmarks.formats.rows import Rows
from benchmarks.formats.tokens import Tokens
from benchmarks.instance import HUNDREDTHS, Instance, Laid


def read(path: Path) -> Instance:
    """The program of a file, exactly: figures finer than a hundredth of money, or than a unit, are scaled up first.

    Raises
    ------
    InputInvalid
        if the file is no such file, or its figures are too large, or too fine, to be counted exactly.
    """
    tokens = Tokens(path)
    agents = tokens.size("the number of agents")
    jobs = tokens.size("the number of jobs")
    tokens.expect(2 + 2 * agents * jobs + agents)
    cost = tokens.take(agents * jobs, "a cost")
    weight = tokens.take(agents * jobs, "what a job takes")
    capacity = tokens.take(agents, "a capacity")
    money, units = scale(cost, HUNDREDTH), scale((*weight, *capacity), Decimal(1))
    for what, total in (
        ("costs", max(cost) * jobs * money * HUNDREDTHS),
        ("what jobs take", max(max(weight) * jobs, *capacity) * units),
    ):
        if total > MOST:
            raise InputInvalid(f"{path.name}: {what}, kept exact, are beyond what can be counted")
    column = np.arange(agents * jobs)
    agent, job = np.divmod(column, jobs)
    rows = Rows()
    rows.add(job, column, 1, 1, 1, jobs)
    rows.add(agent, column, whole(weight, units), -np.inf, whole(capacity, units), agents)
    program = rows.program(agents * jobs, column, job)
    return Instance(Laid(program, whole(cost, money * HUNDREDTHS)), scale=money)


FORMAT = Format("gap", "generalised assignment: OR-Library; Yagiura et al.", program=read)
