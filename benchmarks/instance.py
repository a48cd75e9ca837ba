"""A problem in memory, ready to be asked of the engine and of its peers."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

import numpy as np
from numpy.typing import NDArray

import selector
from benchmarks.answer import Answer
from models import Case, MoneyValued
from selector import Appraisal, Program

Reader = Literal["case", "program"]
Sense = Literal["minimise", "maximise"]

HUNDREDTHS = 100
"""Units of a program's cost in one of the question's money: pence in a pound."""


@dataclass(frozen=True)
class Laid:
    """A program laid straight from a file's figures, by the conventions of ``selector.Program``; only a bare one."""

    program: Program
    cost: NDArray[np.int64]
    """Over all columns, in hundredths; to be minimised."""


@dataclass(frozen=True)
class Work:
    """What every engine gets, peers as well as ours: a program, and figures over its columns in the file's money."""

    program: Program
    cost: NDArray[np.float64]
    """To be minimised, whatever the file asks for."""
    base: NDArray[np.float64]
    """What the gap is a share of."""


@dataclass(frozen=True)
class Instance:
    """A problem: a whole ``Case``, the arrays that a program is laid from with cost as objective, or a program."""

    question: Case | Appraisal | Laid
    scale: int = 1
    """Of the question's money in one of the file's, such as pounds in a thousand pounds."""
    sense: Sense = "minimise"
    """What the file asks for. The question always has it as a minimum: of minus the figures where it is a maximum."""

    @property
    def reader(self) -> Reader:
        """Which road through the engine is measured: all of it, or from the arrays to the outcome."""
        return "case" if isinstance(self.question, Case) else "program"

    def work(self) -> Work:
        """The problem as one program.

        Raises
        ------
        TypeError
            if its objective is not one sum over columns: it has several levels, or rules that every award breaks.
        """
        if isinstance(self.question, Laid):
            return self._work(self.question.program, self.question.cost, self.question.cost)
        # By its full name: the function shares it with a module, which this package may not import.
        appraisal = selector.appraise(self.question) if isinstance(self.question, Case) else self.question
        program, parts = selector.lay(appraisal), selector.objectives(appraisal)
        if not isinstance(self.question, Case):
            return self._work(program, parts.cost, parts.cost)
        objective = self.question.objective
        if not isinstance(objective, MoneyValued) or appraisal.priorities:
            raise TypeError("peers take one objective: a case of several levels is no case for a suite")
        pence = selector.money_valued(parts, objective)
        cost = pence.astype(np.float64)
        if program.moves is not None:
            cost = program.moves.figures(pence, Fraction(objective.liability_weight))
        if program.soft is not None:
            if program.soft.constant(parts.penalties):
                raise TypeError("peers take a sum over columns: a case whose rules every award breaks has more")
            program.soft.figures(parts.penalties, cost)
        return self._work(program, cost, parts.cost if objective.quality_value else cost)

    def told(self, answer: Answer) -> Answer:
        """An answer to the minimum, in what the file asks for."""
        if self.sense == "minimise":
            return answer
        return replace(answer, objective=_minus(answer.objective), bound=_minus(answer.bound))

    def _work(
        self,
        program: Program,
        cost: NDArray[np.int64] | NDArray[np.float64],
        base: NDArray[np.int64] | NDArray[np.float64],
    ) -> Work:
        units = HUNDREDTHS * self.scale
        return Work(program, cost / units, base / units)


def _minus(figure: float | None) -> float | None:
    return None if figure is None else 0.0 - figure  # of 0 too: it has no sign
