"""The program of a case with several objectives, and what its solutions are as awards."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from models import Evaluation, Level, ObjectiveName
from selector.appraise import Appraisal
from selector.appraise.rounding import half_up
from selector.decide.pareto.figures import Figure, figures
from selector.decide.pareto.standing import Check, Standing
from selector.fronts import Multiobjective
from selector.fronts.implied import implied
from selector.fronts.part import Part
from selector.program import Objectives, Program, excess_of_awards, lay, objectives
from selector.solve import Goal
from selector.solve.decomposition.finite import finite
from selector.solve.figures import constant
from selector.solve.figures import figures as seen

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Values = tuple[int, ...]
_TOLERANCE = 4e-9
_MILLIONTHS = 10**6
_UNITS: Mapping[ObjectiveName, int] = {"cost": 100, "liability": 100, "penalty": 100, "disruption": 1000}
"""Units in a pound, a lot or a WTE."""


@dataclass
class Laid:
    """A case laid for a front."""

    appraisal: Appraisal
    names: tuple[ObjectiveName, ...]
    priorities: tuple[Level, ...]
    """Levels of the rules' priorities, which come before every objective, as they were found."""
    check: Check
    awards: dict[Values, Standing] = field(default_factory=dict)
    """The awards of values, as the solver-free check accepts them."""

    @cached_property
    def laid(self) -> Program:
        """The program, without objectives; soft rules give way by no more than they can be asked to."""
        program = lay(self.appraisal)
        program = finite(program, np.zeros(len(program.upper)))
        # What has no limit would stand against every bound that prices of rows prove.
        upper = implied(program.matrix, program.row_lower, program.row_upper, program.upper)
        return replace(program, upper=upper)

    @cached_property
    def parts(self) -> Objectives:
        """All objectives."""
        return objectives(self.appraisal)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Those of the front."""
        return figures(self.names, self.parts, self.appraisal)

    @cached_property
    def program(self) -> Multiobjective:
        """The program with its objectives, each less what lots have of it at the least."""
        program = self.laid
        over = [excess_of_awards(program, each.coefficients) for each in self.figures]
        extra = np.stack([self._extra(each) for each in self.figures])
        rows = self._held()
        return Multiobjective(
            matrix=csr_array(vstack([program.matrix, rows[0]])) if len(rows[1]) else program.matrix,
            row_lower=np.concatenate([program.row_lower, np.full(len(rows[1]), -np.inf)]),
            row_upper=np.concatenate([program.row_upper, rows[1]]),
            lower=np.zeros(len(program.upper)),
            upper=program.upper,
            integral=program.integral,
            objectives=np.stack([each[0] for each in over]),
            constants=tuple(
                int(each[1].sum()) + self._beside(figure) for each, figure in zip(over, self.figures, strict=True)
            ),
            steps=tuple(each.step for each in self.figures),
            extra=extra if extra.any() else None,
            deciding=program.accepts,
            exchange=self._exchange,
            settled_rows=np.concatenate(
                [program.settled_rows, np.arange(len(rows[1]), dtype=np.int64) + program.matrix.shape[0]]
            ),
        )

    @property
    def _exchange(self) -> tuple[Ints, Ints]:
        """The bids for one lot, and that lot."""
        program = self.laid
        alone = (np.bincount(program.pair_accept, minlength=program.accepts) == 1)[program.pair_accept]
        return program.pair_accept[alone], program.pair_lot[alone]

    def _extra(self, figure: Figure) -> Floats:
        return seen(self.laid, _goal(figure)) - figure.coefficients

    def _beside(self, figure: Figure) -> int:
        """Whole units by which every award breaks soft rules, which their slacks leave out."""
        return math.floor(constant(self.laid, _goal(figure)))

    def _held(self) -> tuple[csr_array, Floats]:
        """A row for each priority: soft rules are broken by no more than is best."""
        program = self.laid
        rows, most = np.zeros((len(self.priorities), program.matrix.shape[1])), np.zeros(len(self.priorities))
        for at, (level, worth) in enumerate(zip(self.priorities, self.parts.priorities.values(), strict=True)):
            if program.soft is not None:
                program.soft.figures(worth, rows[at])
                most[at] = float(level.best) * _MILLIONTHS - program.soft.constant(worth) + 1
            largest = float(np.abs(rows[at]).max(initial=0.0)) or 1.0
            rows[at] /= largest
            most[at] /= largest
        return csr_array(rows), most

    def accepted(self, columns: Ints) -> tuple[int, ...]:
        """The accepted columns of a solution."""
        return tuple(np.flatnonzero(columns[: self.laid.accepts] > 0).tolist())

    def values(self, columns: Ints) -> Values | None:
        """The values of a solution, exactly; None where it is no award by a solver's tolerance, or keeps a priority less well."""
        program = self.laid
        settled = program.settled(columns)
        # Tiers, moves and soft rules are settled to the unit.
        if len(np.setdiff1d(program.broken(settled, _TOLERANCE), program.settled_rows)):
            return None
        violations = () if program.soft is None else program.soft.violations(settled)
        for level, worth in zip(self.priorities, self.parts.priorities.values(), strict=True):
            if half_up(sum((each * violations[row] for row, each in worth), Fraction(0))) > level.best * _MILLIONTHS:
                return None
        saved = Fraction(0) if program.moves is None else program.moves.saved(settled)
        return tuple(self._value(figure, settled, saved, violations) for figure in self.figures)

    def units(self, part: Part, columns: Ints) -> Values | None:
        """Units that a solution of a part has of each objective, exactly; None where it breaks a row after all."""
        program, whole = part.program, np.zeros(self.laid.matrix.shape[1], dtype=np.int64)
        whole[part.columns] = columns
        settled = self.laid.settled(whole)[part.columns]
        activity = program.matrix @ settled
        broken = (activity < program.row_lower - _TOLERANCE) | (activity > program.row_upper + _TOLERANCE)
        if broken[program.fixed_rows].any():
            return None
        units = program.objectives @ settled
        return tuple(int(each) + own for each, own in zip(units, program.constant, strict=True))

    def hoped(self, columns: Ints) -> Values:
        """Values of a solution at the best: as though everybody who may move did, and no soft rule gave way."""
        program = self.program
        units = np.floor((program.figures * program.integral) @ columns).astype(np.int64)
        return tuple(program.told(at, int(each)) for at, each in enumerate(units))

    def checked(self, columns: Ints) -> Values | None:
        """As ``values``; None also where the solver-free check does not accept the award."""
        found = self.values(columns)
        if found is None or found in self.awards:
            return found
        award = self.check.standing(self.accepted(columns))
        if award is None:
            return None
        self.awards[found] = award
        return found

    def _value(self, figure: Figure, columns: Ints, saved: Fraction, violations: tuple[Fraction, ...]) -> int:
        beside = sum((each * violations[row] for row, each in figure.soft), -figure.saving * saved)
        return figure.value(int(figure.coefficients @ columns) + half_up(beside))

    def known(self, award: Evaluation) -> Values:
        """The values of an award that the check has accepted."""
        if award.totals is None:
            raise AssertionError("an award has totals")
        columns, found = self.columns(award), []
        for figure in self.figures:
            if figure.name == "quality":  # told to six places, and what it is to be rounded may lie between
                found.append(figure.value(int(figure.coefficients @ columns)))
            else:
                amount: Decimal = getattr(award.totals, figure.name)
                found.append(figure.value(int(amount * _UNITS[figure.name])))
        self.awards[tuple(found)] = Standing(tuple(dict.fromkeys(row.bid for row in award.awards)), award.totals)
        return tuple(found)

    def columns(self, award: Evaluation) -> Ints:
        """An award as columns, of which only those that decide tell anything."""
        place = {name: at for at, name in enumerate(np.array(self.appraisal.bids.ids)[self.appraisal.bids.open])}
        found = np.zeros(self.laid.matrix.shape[1], dtype=np.int64)
        found[[place[row.bid] for row in award.awards]] = 1
        return found


def _goal(figure: Figure) -> Goal:
    return Goal(figure.name, figure.coefficients, 1, saving=figure.saving, soft=figure.soft)
