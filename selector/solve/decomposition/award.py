"""A first award of a whole program, and better ones near the best.

Among the bids that the linear relaxation takes, or nearly takes, an integer program is solved in which limits may give
way (kernel search: Guastaroba and Speranza 2014). Where some then do, the lots that have a part in these are given all
their bids again. Awards are improved by searching among all bids for a few lots at a time, the others as they are
(large neighbourhood search: Shaw 1998; its relaxation-induced kind: Danna, Rothberg, Le Pape 2005).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.program import Program, excess_of_awards
from selector.solve.decomposition.branch_and_cut import Gap, Limits, branch_and_cut
from selector.solve.decomposition.dive import dive
from selector.solve.decomposition.elastic import broken, elastic
from selector.solve.decomposition.few import nearly
from selector.solve.decomposition.relaxation import Relaxation, relaxation
from selector.solve.decomposition.remainder import remainder

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_IN = 1e-6
# Nodes for a first award, which better ones follow, and for one of these.
_NODES_TO_BEGIN, _NODES = 2, 20
# Lots whose bids are all looked at at once: more would take long. A relaxation that splits more, and more than a part of
# all, is not near an award.
_MOST_LOTS, _PART_OF_LOTS = 400, 6
_MOST_REPAIRS = 12
# Repairs that leave no fewer limits broken, each of more lots than the last, until another way is tried.
_STUCK = 3
# Bids that a first award is sought among, a lot: most are those that the relaxation takes.
_NEARLY = 2
# Giving way by one row's largest coefficient costs as much as so many of the dearest choices between two bids.
_DEAR = 30.0
# By how much dearer it gets with each repair, that many times: what is left in the end is a little of a row.
_DEARER, _MOST_DEARER = 4.0, 5


@dataclass(frozen=True)
class Award:
    """A whole solution, and its value in the units of the goal."""

    columns: Floats
    value: float


class Awards:
    """Looks for awards of a program. Not for several threads at once."""

    def __init__(self, program: Program, goal: Floats, limits: Limits) -> None:
        self._program, self._goal, self._limits = program, goal, limits
        self._over, _ = excess_of_awards(program, goal)
        self._lots = int(program.pair_lot.max(initial=-1)) + 1
        self._deciding = np.arange(len(goal)) >= program.accepts
        self._providing: Bools = (
            self._deciding & program.integral & ((program.group >= 0) if len(program.group) else True)
        )
        self._held = np.zeros(len(goal), dtype=np.bool_)
        """Columns of who provides that stay as they are."""
        largest = float(np.abs(self._over[: program.accepts]).max(initial=0.0))
        self._price = _DEAR * max(largest, 1.0)

    def begin(self, relaxed: Relaxation, gap: Gap) -> Award | None:
        """An award near a relaxation: lots that this gives whole stay so, until limits that cannot be kept open them."""
        p = self._program
        if np.count_nonzero(self._split(relaxed.columns)) > max(_MOST_LOTS, self._lots // _PART_OF_LOTS):
            return None
        providing = self._providing
        decided = None
        if (np.abs(relaxed.columns - np.rint(relaxed.columns))[providing] > _IN).any():
            decided = dive(p, self._over, self._price, providing, relaxed, self._limits)
        shares = relaxed.columns if decided is None else decided.columns
        given = np.where(p.integral, np.rint(shares), shares)
        # Who provides stays as the relaxation has it, where it has it whole.
        self._held = providing & (np.abs(shares - given) <= _IN)
        near = np.zeros(len(given), dtype=np.bool_) if decided is None else nearly(p, decided, _NEARLY * self._lots)
        columns = self._among(self._free(self._split(shares), given) | near, given, gap)
        stuck, fewest = 0, math.inf
        for number in range(_MOST_REPAIRS):
            if columns is None or self._limits.stop() or self._limits.seconds() == 0:
                return None
            wrong = broken(p, columns)
            if not len(wrong):
                return Award(columns, float(self._goal @ columns))
            stuck, fewest = (0, len(wrong)) if len(wrong) < fewest else (stuck + 1, fewest)
            if stuck > _STUCK:
                return None
            if stuck:
                self._held[:] = False
            columns = self._among(
                self._around(wrong, columns, number, stuck), columns, gap, _DEARER ** min(number + 1, _MOST_DEARER)
            )
        return None

    def provided(self, shares: Floats, known: Relaxation | None = None) -> Relaxation | None:
        """The relaxation of the whole once it is decided who provides, as ``shares`` say; None where that cannot be.

        The ``known`` one of that kind is given back where it decides the same.
        """
        p = self._program
        decided = self._providing
        if known is not None and not np.any(np.rint(known.columns[decided]) != np.rint(shares[decided])):
            return known
        left = remainder(p, ~decided, np.rint(shares))
        found = relaxation(left.program, self._goal[left.columns], self._limits.seconds(), self._limits.stop)
        if found is None:  # no award is at what the blocks answer, though one may be near
            giving, goal = elastic(left.program, self._goal[left.columns], self._price)
            found = relaxation(giving, goal, self._limits.seconds(), self._limits.stop)
        if found is None:
            return None
        columns, reduced = left.rest.copy(), np.zeros(len(self._goal))
        its = len(left.columns)
        columns[left.columns], reduced[left.columns] = found.columns[:its], found.reduced[:its]
        bound = found.bound + float(self._goal @ left.rest)
        return Relaxation(bound, columns, reduced, np.zeros(p.matrix.shape[0]))

    def unlike(self, award: Award, relaxed: Relaxation, most: int, draw: np.random.Generator) -> Bools:
        """Lots for which an award takes other bids than a relaxation, or this splits them; so many of them at the most."""
        p = self._program
        other = p.integral & (np.abs(award.columns - relaxed.columns) > _IN)
        found = np.unique(p.pair_lot[other[p.pair_accept]])
        if len(found) > most:
            found = draw.choice(found, most, replace=False)
        lots = np.zeros(self._lots, dtype=np.bool_)
        lots[found] = True
        return lots

    def near(
        self, award: Award, lots: Bools, gap: Gap, relaxed: Relaxation, *, hold: bool, nodes: int = _NODES
    ) -> Award | None:
        """A better award that differs in some lots only; None where none was found.

        Who provides stays where ``hold`` says so. Bids that ``relaxed`` rules out of a better award are left out.
        """
        p = self._program
        self._held = self._providing & hold
        free = self._free(lots, award.columns)
        free &= ~(p.integral & (relaxed.reduced > award.value - relaxed.bound)) | (award.columns > 0)
        left = remainder(p, free, award.columns)
        found = self._search(left.program, self._goal[left.columns], gap, nodes, award.columns[left.columns])
        if found is None:
            return None
        whole = left.whole(found)
        value = float(self._goal @ whole)
        return Award(whole, value) if value < award.value and not len(broken(p, whole)) else None

    def merged(self, base: Award, one: Award, other: Award) -> Award | None:
        """What two awards found near the same change, together; None where that breaks a row."""
        columns = np.where(other.columns == base.columns, one.columns, other.columns)
        if len(broken(self._program, columns)):
            return None
        return Award(columns, float(self._goal @ columns))

    def _among(self, free: Bools, values: Floats, gap: Gap, dearer: float = 1.0) -> Floats | None:
        left = remainder(self._program, free, values)
        program, goal = elastic(left.program, self._over[left.columns], self._price * dearer)
        found = self._search(program, goal, gap, _NODES_TO_BEGIN, None)
        if found is None:
            found = self._search(program, goal, gap, _NODES, None)
        return None if found is None else left.whole(found[: len(left.columns)])

    def _split(self, columns: Floats) -> Bools:
        """Lots of which a bid is neither accepted nor not."""
        p = self._program
        split = p.integral & (np.abs(columns - np.rint(columns)) > _IN)
        lots = np.zeros(self._lots, dtype=np.bool_)
        lots[p.pair_lot[split[p.pair_accept]]] = True
        return lots

    def _around(self, wrong: Ints, columns: Floats, number: int, farther: int) -> Bools:
        """Columns of all lots of which a bid has a part in rows that are broken, and in rows ``farther`` from these."""
        p = self._program
        draw = np.random.default_rng(number)
        entered = np.zeros(len(columns), dtype=np.bool_)
        entered[p.matrix[wrong].indices] = True
        lots = np.zeros(self._lots, dtype=np.bool_)
        for _ in range(1 + farther):
            # Rows of indicators stand for the bids behind them.
            behind = np.flatnonzero(entered & self._deciding)
            if len(behind):
                touching = np.flatnonzero(np.diff(p.matrix[:, behind].tocsr().indptr))
                entered[p.matrix[touching].indices] |= columns[p.matrix[touching].indices] > 0
            more = np.unique(p.pair_lot[entered[p.pair_accept]])
            more = more[~lots[more]]
            room = _MOST_LOTS - int(np.count_nonzero(lots))
            if len(more) > room:  # the nearest stay
                more = draw.choice(more, room, replace=False)
            lots[more] = True
        return self._free(lots, columns)

    def _free(self, lots: Bools, columns: Floats) -> Bools:
        """All bids for some lots, and for those that a bid accepted for one of these is also for; and all that are no bids."""
        p = self._program
        taken = columns[p.pair_accept] > 0
        for _ in range(2):
            bids = np.zeros(len(self._goal), dtype=np.bool_)
            bids[p.pair_accept[taken & lots[p.pair_lot]]] = True
            lots = lots.copy()
            lots[p.pair_lot[bids[p.pair_accept]]] = True
        free: Bools = self._deciding & ~self._held
        free[p.pair_accept[lots[p.pair_lot]]] = True
        # A package that reaches beyond could not be accepted: what it is also for is given.
        beyond = np.zeros(len(self._goal), dtype=np.bool_)
        beyond[p.pair_accept[~lots[p.pair_lot]]] = True
        return free & ~beyond

    def _search(self, program: Program, goal: Floats, gap: Gap, nodes: int, start: Floats | None) -> Floats | None:
        return branch_and_cut(program, goal, gap, self._limits, nodes=nodes, start=start)[1]
